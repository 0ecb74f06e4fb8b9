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
@click.option(
    "--derived",
    is_flag=True,
    help="Run the rules too, and compare what they derive. Of two releases, which hold it, it "
    "is compared in any case.",
)
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

    Of releases, checkouts and revisions, the JSON-LD context and the JSON Schemas of their
    documents are compared too; those of a checkout or revision are derived from its shapes,
    frames, context and vocabulary. Other folders and files are RDF alone. A release is
    taken as it stands: `backspasm export --check DIR` says whether it is whole.

    --format rdfpatch turns the N-Quads of OLD (backspasm.nq, or `export --format nquads`)
    into those of NEW, blank nodes with their labels. Its header `id` is a UUID made from the
    SHA-256 of NEW, and `prev` from that of OLD; `graphs` says which graphs it covers: that
    of derived triples only where they are compared.

    Exit status 0: no difference. 1: they differ. 2: they could not be compared.
    """
    from backspasm.versions.difference import compare_versions
    from backspasm.versions.revisions import open_versions

    told = compare_versions(*open_versions(old, new, derived=derived))
    if form == "rdfpatch":
        from backspasm.versions.rdf_patch import as_patch

        write(as_patch(told.old.quads, told.new.quads), output)
    elif form == "json":
        from backspasm.versions.difference_json import as_json

        write(as_json(told), output)
    else:
        from backspasm.tables import terminal_width
        from backspasm.versions.difference_text import as_markdown, as_text

        write(as_text(told, terminal_width()) if form == "text" else as_markdown(told), output)
    if not check_version:
        return 1 if told.differs else 0
    from backspasm.versions.version_rule import version_problem

    problem = version_problem(told)
    if problem:
        note(f"backspasm: {problem}")
    return 1 if problem else 0
