"""The page that `draw` writes, static and in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

import backspasm
from backspasm import picture
from backspasm.svg import as_svg
from backspasm.viewer import as_html

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--window-size=1400,900"
).split()


@pytest.fixture(scope="module")
def drawn(shipped: backspasm.Dataset) -> picture.Picture:
    return picture.whole(shipped)


@pytest.fixture(scope="module")
def html(shipped: backspasm.Dataset, drawn: picture.Picture) -> str:
    return as_html(shipped, drawn)


def test_it_names_nothing_to_load(html: str) -> None:
    assert "default-src 'none'" in html
    assert not re.search(r"\b(src|href|url|import|fetch|XMLHttpRequest)\s*[=(]", html)
    assert set(re.findall(r"https?://[^/\"]+", html)) <= {
        "http://www.w3.org",
        "https://w3id.org",
        "http://purl.obolibrary.org",
    }
    assert "<!--" not in html


def test_it_holds_every_claim(html: str, drawn: picture.Picture) -> None:
    held = html.partition('<script type="application/json" id="edges">')[2].partition("</script>")[
        0
    ]
    edges = json.loads(held)
    assert len(edges) == len(drawn.edges)
    claims = {claim["id"] for edge in edges for claim in edge["claims"]}
    assert len(claims) > 100
    assert all(claim["passages"] for edge in edges for claim in edge["claims"])


def test_what_a_label_holds_stays_text(small: backspasm.Dataset) -> None:
    plain = picture.whole(small)
    nasty = plain._replace(
        title="</script><img src=x>",
        edges=tuple(edge._replace(predicate="</script>") for edge in plain.edges),
    )
    html = as_html(small, nasty)
    assert html.count("</script>") == as_html(small, plain).count("</script>")
    assert "<img" not in html


@pytest.fixture(scope="module")
def page(html: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("chromium and chromedriver are not installed")
    path = tmp_path_factory.mktemp("page") / "whole.html"
    path.write_text(html, encoding="utf-8")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    window = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        window.get(Path(path).as_uri())
        yield window
    finally:
        window.quit()


def _open(page: webdriver.Chrome, path: Path, pictures: Sequence[str]) -> None:
    """Shows pictures. A driver may say too early that a page is there, so this looks."""
    path.write_text("<!DOCTYPE html><meta charset=utf-8>" + "\n".join(pictures), encoding="utf-8")
    page.get(path.as_uri())
    shown = "return [location.href, document.readyState, document.querySelectorAll('svg').length]"
    expected = [path.as_uri(), "complete", len(pictures)]
    WebDriverWait(page, 30).until(
        lambda window: window.execute_script(shown) == expected,
        f"{path.name} with its {len(pictures)} pictures",
    )


def _view(page: webdriver.Chrome) -> list[float]:
    svg = page.find_element(By.CSS_SELECTOR, "#stage > svg")
    return [float(number) for number in str(svg.get_dom_attribute("viewBox")).split()]


def _panel(page: webdriver.Chrome) -> str:
    return str(page.find_element(By.ID, "panel").text)


def _node(page: webdriver.Chrome, name: str) -> WebElement:
    return page.find_element(By.CSS_SELECTOR, f".node[data-iri$='/{name}']")


def test_nothing_is_wrong_and_nothing_is_loaded(page: webdriver.Chrome) -> None:
    assert page.get_log("browser") == []  # type: ignore[no-untyped-call]  # selenium gives no types
    loaded = page.execute_script("return performance.getEntriesByType('resource').length")
    assert loaded == 0


def test_labels_stand_inside_their_boxes_and_do_not_collide(page: webdriver.Chrome) -> None:
    problems = page.execute_script(
        """
        const found = [];
        const texts = [];
        for (const node of document.querySelectorAll('.node')) {
          const box = node.querySelector('.box').getBBox();
          for (const text of node.querySelectorAll('text')) {
            const size = text.getBBox();
            texts.push([text.textContent, size]);
            if (size.x < box.x || size.x + size.width > box.x + box.width
                || size.y < box.y - 1 || size.y + size.height > box.y + box.height + 1)
              found.push(text.textContent + ' leaves its box');
          }
        }
        const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x
          || a.y + a.height <= b.y + 4 || b.y + b.height <= a.y + 4;
        texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
          if (!apart(a, b)) found.push(one + ' meets ' + other);
        }));
        const legend = [...document.querySelectorAll('#legend text')].map(t => [t.textContent, t.getBoundingClientRect()]);
        legend.forEach(([one, a], i) => legend.slice(i + 1).forEach(([other, b]) => {
          if (!apart(a, b)) found.push(one + ' meets ' + other);
        }));
        return found;
        """
    )
    assert problems == []


def test_only_what_a_picture_is_about_has_a_bold_frame(
    page: webdriver.Chrome, shipped: backspasm.Dataset, tmp_path: Path
) -> None:
    svg = as_svg(picture.of_explanation(shipped, shipped.explain("poor posture")))
    page.switch_to.new_window("tab")
    _open(page, tmp_path / "frames.html", [svg])
    bold = page.execute_script(
        """
        return [...document.querySelectorAll('.box')]
          .filter(box => parseFloat(getComputedStyle(box).strokeWidth) > 2)
          .map(box => box.parentElement.textContent);
        """
    )
    page.close()
    page.switch_to.window(page.window_handles[0])
    assert [text.partition(" (")[0] for text in sorted(bold)] == [
        "back muscle spasm",
        "poor posture",
    ]


def test_click_shows_the_claims(page: webdriver.Chrome) -> None:
    assert "Click a box or a line" in _panel(page)
    ActionChains(page).click(_node(page, "dehydration")).perform()
    told = _panel(page)
    assert "dehydration → back muscle spasm: may cause, stated" in told
    assert "bsc:seven-causes-152" in told
    assert "characters" in told
    assert "cause is chronic" in told
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert "Click a box or a line" in _panel(page)


def test_keys_choose_as_well(page: webdriver.Chrome) -> None:
    node = page.find_element(By.CSS_SELECTOR, ".node[data-iri$='/osteophyte']")
    node.send_keys(Keys.ENTER)
    assert _panel(page).startswith("osteophyte")
    edge = page.find_element(By.CSS_SELECTOR, ".edge.denied")
    edge.send_keys(Keys.ENTER)
    assert "denied: associated with" in _panel(page)
    edge.send_keys(Keys.ESCAPE)


def test_hover_fades_the_rest(page: webdriver.Chrome) -> None:
    ActionChains(page).move_to_element(_node(page, "dehydration")).perform()
    faded = page.find_elements(By.CSS_SELECTOR, ".node.faded")
    kept = page.find_elements(By.CSS_SELECTOR, ".node:not(.faded)")
    assert len(faded) > 50
    assert {str(node.get_attribute("data-iri")).rpartition("/")[2] for node in kept} == {
        "dehydration",
        "back-muscle-spasm",
        "kidney-disturbance",
    }


def test_zoom_and_pan(page: webdriver.Chrome) -> None:
    start = _view(page)
    stage = page.find_element(By.ID, "stage")
    ActionChains(page).scroll_from_origin(
        webdriver.common.actions.wheel_input.ScrollOrigin.from_element(stage), 0, -300
    ).perform()
    near = _view(page)
    assert near[2] < start[2]
    ActionChains(page).move_to_element_with_offset(
        stage, -200, 200
    ).click_and_hold().move_by_offset(60, -40).release().perform()
    moved = _view(page)
    assert moved[0] < near[0]
    assert moved[1] > near[1]
    assert moved[2:] == near[2:]
    page.find_element(By.ID, "all").click()
    assert _view(page) == start
    page.find_element(By.ID, "closer").click()
    assert _view(page)[2] < start[2]
    page.find_element(By.TAG_NAME, "body").send_keys("0")
    assert _view(page) == start


def test_titles_of_all_mechanisms_fit(
    page: webdriver.Chrome, shipped: backspasm.Dataset, tmp_path: Path
) -> None:
    mechanisms = shipped.rows("SELECT ?m { ?m a bsv:Mechanism }")
    pictures = [as_svg(picture.of_mechanism(shipped, iri)) for (iri,) in mechanisms]
    _open(page, tmp_path / "titles.html", pictures)
    cut = page.execute_script(
        """
        return [...document.querySelectorAll('svg')].filter(svg => {
          const box = svg.querySelector('.title').getBBox();
          return box.x + box.width > svg.viewBox.baseVal.width;
        }).map(svg => svg.querySelector('.title').textContent);
        """
    )
    assert cut == []
