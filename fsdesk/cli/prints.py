"""`fsdesk print`: one plan, one named reader, one PDF; a gate that holds writes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option, today_option

_FORMATS = ("plan", "large-print", "easy-read", "child", "review-sheet", "you-said-we-did")


@click.command()
@click.argument("document", required=False, type=click.Path(path_type=Path), metavar="PLAN.json")
@click.option("--plan", "plan", help="Id of a plan in the store, in place of a document.")
@click.option("--format", "format_", required=True, type=click.Choice(_FORMATS), help="Which document.")
@click.option("--language", default="en", show_default=True, help="In which language.")
@click.option("--reader", help="Id of the person it is for; otherwise the first carer.")
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="File to write.")
@click.option(
    "--confirm", "gates", multiple=True, help="A gate whose record is to be left out; may be repeated."
)
@click.option("--by", "by", default="", help="Who confirms.")
@store_option
@force_option
@today_option
@json_option
def command(
    document: Path | None,
    plan: str | None,
    format_: str,
    language: str,
    reader: str | None,
    to: Path,
    gates: tuple[str, ...],
    by: str,
    store: Path | None,
    passphrase_file: Path | None,
    force: bool,
    today: date | None,
    as_json: bool,
) -> None:
    """Print a plan for one named reader. Exit 1, with its reason and no file, when a gate holds."""
    from fsdesk.desk import files, opening, prints

    if (document is None) == (plan is None):
        raise click.UsageError("name one plan document, or --store and --plan")
    files.refuse_taken(to, force=force)
    confirmed = dict.fromkeys(gates, by)
    if document is not None:
        made = prints.prepare_file(
            document, reader=reader, format=format_, language=language, confirmed=confirmed, today=today
        )
        prints.write(made, to, force=force)
        for line in made.left_out:
            click.echo(f"{line}; kept nowhere, as this plan is a file.", err=True)
    else:
        with opening.open_desk(folder_of(store), passphrase(passphrase_file), today) as desk:
            made = prints.prepare(
                desk, plan or "", reader=reader, format=format_, language=language, confirmed=confirmed
            )
            prints.keep(desk, made, to, force=force)
    if as_json:
        show.document({"print": str(to), "name": made.name, "letter": made.letter, "version": made.version})
    else:
        show.lines(f"Printed: {to}", "This file is not locked. Keep it safe until it is in the right hands.")
