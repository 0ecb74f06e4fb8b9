"""`backspasm diff`: what changed between two versions."""

from __future__ import annotations

import click

from backspasm.commands.shared import example, format_option, note, output_option, write

__all__ = ["command"]


@click.command("diff", epilog=example("backspasm diff v0.1.0 . --format markdown"))
@click.argument("old")
@click.argument("new", required=False)
@format_option("text", "markdown", "json", "rdfpatch", default="text")
@output_option
@click.option("--derived", is_flag=True, help="Run the rules too, and count what they derive.")
@click.option(
    "--check-version",
    is_flag=True,
    help="End with 1 where the version of NEW does not say what changed, else with 0.",
)
def command(
    old: str, new: str | None, form: str, output: str | None, *, derived: bool, check_version: bool
) -> int:
    """Say what changed from OLD to NEW, record by record.

    OLD and NEW are releases, checkouts, folders of RDF, RDF files, or git revisions of
    the repository around the current folder (v0.1.0, HEAD~3, HEAD:data). A name that is
    both is the path; write ./NAME for a path and refs/heads/NAME for a branch. A name
    that starts with a dash goes behind --. NEW is the shipped data unless it is given;
    a dot is this folder, with all that is not committed yet.

    Exit status 0: no difference. 1: they differ. 2: they could not be compared.
    """
    from backspasm.difference import compare_versions
    from backspasm.revisions import open_versions

    told = compare_versions(*open_versions(old, new, derived=derived), derived=derived)
    if form == "rdfpatch":
        from backspasm.rdf_patch import as_patch

        write(as_patch(told.old.quads, told.new.quads), output)
    elif form == "json":
        from backspasm.difference_json import as_json

        write(as_json(told), output)
    else:
        from backspasm.difference_text import as_markdown, as_text
        from backspasm.tables import terminal_width

        write(as_text(told, terminal_width()) if form == "text" else as_markdown(told), output)
    if not check_version:
        return 1 if told.differs else 0
    from backspasm.version_rule import version_problem

    problem = version_problem(told)
    if problem:
        note(f"backspasm: {problem}")
    return 1 if problem else 0
