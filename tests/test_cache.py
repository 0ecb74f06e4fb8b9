from __future__ import annotations

from pathlib import Path

import pytest

from backspasm import cache


def test_old_results_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSPASM_CACHE", str(tmp_path))
    monkeypatch.setattr(cache, "KEPT", 3)
    for text in "abcdef":
        assert cache.remembered("letters", text, str.upper) == text.upper()
    folder = tmp_path / "backspasm-letters"
    (folder / "notes.txt").touch()
    assert len(list(folder.iterdir())) == 4
    assert cache.remembered("letters", "f", lambda _: "made anew") == "F"


def test_nothing_is_kept_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    for settings in ({"BACKSPASM_CACHE": ""}, {"XDG_CACHE_HOME": "not/absolute"}):
        monkeypatch.delenv("BACKSPASM_CACHE", raising=False)
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        assert cache.cache_folder("letters") is None
        assert cache.remembered("letters", "a", str.upper) == "A"


def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("BACKSPASM_CACHE", str(tmp_path / "file"))
    assert cache.remembered("letters", "a", str.upper) == "A"
