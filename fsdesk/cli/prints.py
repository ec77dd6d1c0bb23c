"""`fsdesk print`: one plan, one named reader, one page on file or paper; a gate that holds writes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option, today_option
from fsdesk.cli.start import ATTENTION, DONE

if TYPE_CHECKING:
    from fsdesk.desk.print_all import Many
    from fsdesk.desk.prints import Prepared

_FORMATS = ("plan", "large-print", "easy-read", "child", "review-sheet", "you-said-we-did")


class Asked(NamedTuple):
    """What the command was asked to do."""

    document: Path | None
    plan: str | None
    every: bool
    format_: str | None
    language: str | None
    letters: str | None
    digits: str | None
    size: str | None
    variant: str | None
    profile: str | None
    reader: str | None
    to: Path | None
    html: Path | None
    printer: str | None
    gates: tuple[str, ...]
    by: str
    store: Path | None
    passphrase_file: Path | None
    force: bool
    today: date | None
    as_json: bool

    @property
    def how(self) -> dict[str, Any]:
        """How the page is wanted, as the desk's functions take it."""
        from fsdesk.desk import prints

        size = int(self.size) if self.size else None
        wishes = prints.wishes(size, self.variant, self.profile, self.letters, self.digits)
        confirmed = dict.fromkeys(self.gates, self.by)
        return {
            "reader": self.reader,
            "format": self.format_,
            "language": self.language,
            "confirmed": confirmed,
            "wishes": wishes,
        }

    @property
    def where(self) -> dict[str, Any]:
        """Where the page goes, as the desk's functions take it."""
        return {"html": self.html, "printer": self.printer, "force": self.force}


@click.command()
@click.argument("document", required=False, type=click.Path(path_type=Path), metavar="PLAN.json")
@click.option("--plan", "plan", help="Id of a plan in the store, in place of a document.")
@click.option("--all", "every", is_flag=True, help="Every plan of the store; --to names a folder.")
@click.option("--format", "format_", type=click.Choice(_FORMATS), help="Which document; with --all, each.")
@click.option("--language", help="In which language, by its tag; else the reader’s own where fsdesk has it.")
@click.option("--letters", type=click.Choice(("nastaliq", "naskh")), help="Of Urdu; else nastaliq.")
@click.option("--digits", type=click.Choice(("western", "own")), help="1 2 3, or the language’s own.")
@click.option(
    "--size", type=click.Choice(("18", "22", "28")), help="Points of large print; else what they need."
)
@click.option("--variant", type=click.Choice(("child", "teen")), help="Of a child's page; else by age.")
@click.option(
    "--profile", type=click.Choice(("standard", "dyslexia")), help="Of the plan; else what they need."
)
@click.option("--reader", help="Id of the person it is for; otherwise the first carer.")
@click.option("--to", "to", type=click.Path(path_type=Path), help="File to write.")
@click.option("--html", "html", type=click.Path(path_type=Path), help="File for a copy to listen to.")
@click.option("--printer", help="Printer to hand it to; then no file is needed.")
@click.option(
    "--confirm", "gates", multiple=True, help="A gate whose record is to be left out; may be repeated."
)
@click.option("--by", "by", default="", help="Who confirms.")
@store_option
@force_option
@today_option
@json_option
def command(**asked: Any) -> int:
    """Print a plan for one named reader. Exit 1, with its reason and nothing written, when a gate holds.

    The PDF is tagged for screen readers; --html writes a copy to listen to beside it, both or neither. With --printer
    it goes to paper and needs no file. --all prints for every plan of a store and confirms nothing.
    """
    return _print(Asked(**asked))


def _print(asked: Asked) -> int:
    if [asked.document is not None, asked.plan is not None, asked.every].count(True) != 1:
        raise click.UsageError("name one plan document, or --store with --plan or --all")
    if asked.every:
        return _all(asked)
    if asked.format_ is None:
        raise click.UsageError("say which document with --format")
    if asked.to is None and asked.printer is None:
        raise click.UsageError("say where it goes, with --to or --printer")
    if asked.reader is not None and not asked.reader.strip():
        raise click.UsageError("name the reader in --reader, or leave it out for the first carer")
    _refuse_taken(asked)
    made = _from_file(asked) if asked.document is not None else _from_store(asked)
    _told(asked, made)
    return DONE


def _refuse_taken(asked: Asked) -> None:
    """Look at the names of files before a page is made at all."""
    from fsdesk.desk import files

    for path in (asked.to, asked.html):
        if path is not None:
            files.refuse_taken(path, force=asked.force)


def _from_file(asked: Asked) -> Prepared:
    from fsdesk.desk import prints

    assert asked.document is not None  # noqa: S101 - says to the type checker what was looked at above
    made = prints.prepare_file(asked.document, today=asked.today, **asked.how)
    prints.write(made, asked.to, **asked.where)
    for line in made.left_out:
        click.echo(f"{line}; kept nowhere, as this plan is a file.", err=True)
    return made


def _from_store(asked: Asked) -> Prepared:
    from fsdesk.desk import opening, prints

    with opening.open_desk(folder_of(asked.store), passphrase(asked.passphrase_file), asked.today) as desk:
        made = prints.prepare(desk, asked.plan or "", **asked.how)
        prints.keep(desk, made, asked.to, **asked.where)
    return made


def _told(asked: Asked, made: Prepared) -> None:
    from fsdesk.desk import print_notes

    places = {"print": asked.to, "html": asked.html, "printer": asked.printer}
    told = list(print_notes.notes(made))
    if asked.as_json:
        said = {key: None if place is None else str(place) for key, place in places.items()}
        about = {"name": made.name, "letter": made.letter, "version": made.version, "notes": told}
        show.document(said | about)
        return
    show.lines(*(f"Printed: {place}" for place in (asked.to, asked.html) if place))
    if asked.printer is not None:
        show.lines(
            "Handed to the printer. No file of ours is left; the print system may keep one for a while."
        )
    if asked.to or asked.html:
        show.lines("This file is not locked. Keep it safe until it is in the right hands.")
    show.lines(*told)


def _all(asked: Asked) -> int:
    """Print for every plan of a store; what a gate holds is told, and nothing is confirmed."""
    from fsdesk.cli.watching import clear, watched
    from fsdesk.desk import opening, print_all

    if asked.to is None or asked.reader or asked.gates or asked.html or asked.printer is not None:
        raise click.UsageError(
            "with --all name only a folder in --to; each page is for its own plan’s first carer"
        )
    formats = (asked.format_,) if asked.format_ else print_all.FORMATS
    progress = watched()
    with opening.open_desk(folder_of(asked.store), passphrase(asked.passphrase_file), asked.today) as desk:
        done = print_all.every(
            desk, asked.to, formats=formats, language=asked.language, progress=progress, force=asked.force
        )
    clear(progress)
    _told_all(asked, done)
    return ATTENTION if done.held else DONE


def _told_all(asked: Asked, done: Many) -> None:
    if asked.as_json:
        show.document({"prints": [str(path) for path in done.written], "held": list(done.held)})
        return
    show.lines(*(f"Not printed. {one}" for one in done.held))
    show.lines(f"{show.counted(len(done.written), 'document')} printed: {asked.to}")
    show.lines("These files are not locked. Keep them safe until they are in the right hands.")
