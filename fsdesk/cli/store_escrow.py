"""`fsdesk store escrow`: a way back into a worker's store that the team lead keeps."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option
from fsdesk.cli.store_keys import new_passphrase_option

_to_option = click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="File to write.")


@click.group()
def escrow() -> None:
    """Let the team lead keep a way back into a store; both sides read six words aloud before it is used."""


@escrow.command()
@click.argument("card", type=click.Path(path_type=Path))
@_to_option
@store_option
@force_option
@json_option
def give(
    card: Path, to: Path, store: Path | None, passphrase_file: Path | None, force: bool, as_json: bool
) -> None:
    """Worker: write the file for the lead whose contact CARD this is."""
    from fsdesk.desk import escrow as escrow_
    from fsdesk.desk import files, opening

    files.refuse_taken(to, force=force)
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        lead = escrow_.give(desk, card, to, force=force)
    if as_json:
        show.document({"escrow": str(to), "for": lead})
    else:
        show.lines(f"Written: {to}. Give it to {lead}; nobody else can open it.")


@escrow.command()
@store_option
@json_option
def stop(store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Worker: what the lead keeps opens this store no more."""
    from fsdesk.desk import escrow as escrow_
    from fsdesk.desk import opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        escrow_.stop(desk)
    if as_json:
        show.document({"kept_by_lead": False})
        return
    show.lines("What the lead keeps opens this store no more. Backups made before still open with it.")


@escrow.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_option
@json_option
def keep(file: Path, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Lead: keep the FILE that a worker gave."""
    from fsdesk.desk import escrow as escrow_
    from fsdesk.desk import opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        kept = escrow_.keep(desk, file)
    if as_json:
        show.document({"name": kept.name, "device": kept.device})
    else:
        show.lines(f"Kept for {kept.name}.")


@escrow.command("list")
@store_option
@json_option
def list_(store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Lead: list for whom something is kept."""
    from fsdesk.desk import clock, opening
    from fsdesk.desk import escrow as escrow_

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        kept = escrow_.kept(desk)
    if as_json:
        since = [clock.as_time(one.made_at).isoformat(timespec="milliseconds") for one in kept]
        show.document([one._asdict() | {"made_at": at} for one, at in zip(kept, since, strict=True)])
        return
    show.lines(*(f"{one.name}, since {clock.as_time(one.made_at).astimezone():%d %B %Y}" for one in kept))
    if not kept:
        show.lines("Nothing is kept here for anybody.")


@escrow.command()
@_to_option
@click.option("--store", type=click.Path(path_type=Path), default=None, help="Folder of the locked store.")
@new_passphrase_option
@force_option
@json_option
def ask(to: Path, store: Path | None, new_passphrase_file: Path | None, force: bool, as_json: bool) -> None:
    """Worker whose passphrase is lost: write the file that asks the lead; choose the new passphrase now.

    The lead's answer opens with it, on this laptop alone.
    """
    from fsdesk.desk import escrow as escrow_

    new = passphrase(new_passphrase_file, "New passphrase", twice=True)
    words = escrow_.ask(folder_of(store), to, new, force=force)
    if as_json:
        show.document({"request": str(to), "words": list(words)})
        return
    show.lines(f"Written: {to}. Send it to your team lead, ring them, and read these six words aloud:")
    show.lines("  " + "  ".join(words))
    show.lines("Their answer opens with the passphrase that you just chose.")


@escrow.command()
@click.argument("request", type=click.Path(path_type=Path))
@click.option("--to", "to", type=click.Path(path_type=Path), help="File to write the answer to.")
@click.option("--words-agree", is_flag=True, help="The six words were read aloud and are the same.")
@store_option
@force_option
@json_option
def answer(
    request: Path,
    to: Path | None,
    words_agree: bool,
    store: Path | None,
    passphrase_file: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Lead: show whose REQUEST this is and its six words; once they agree, write the answer."""
    from fsdesk.desk import escrow as escrow_
    from fsdesk.desk import opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        asked = escrow_.look(desk, request)
        if not as_json:
            show.lines(f"This is for the store of {asked.kept.name}.", "  " + "  ".join(asked.words))
        if to is not None or words_agree:
            escrow_.answer(desk, request, _named(to), words_agree=words_agree, force=force)
    if as_json:
        show.document({"for": asked.kept.name, "words": list(asked.words), "answer": to and str(to)})
    elif to is not None:
        show.lines(f"Written: {to}. Only the laptop that asked can open it.")


def _named(to: Path | None) -> Path:
    if to is None:
        raise click.UsageError("say where the answer goes with --to FILE")
    return to


@escrow.command("open")
@click.argument("answer", type=click.Path(path_type=Path))
@store_option
@new_passphrase_option
@json_option
def open_(
    answer: Path,
    store: Path | None,
    passphrase_file: Path | None,
    new_passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Worker: open the store with the lead's ANSWER and the new passphrase that was chosen when asking."""
    from fsdesk.desk import escrow as escrow_

    new = passphrase(new_passphrase_file or passphrase_file, "New passphrase")
    device = escrow_.open_(folder_of(store), answer, new)
    if as_json:
        show.document({"store": str(folder_of(store)), "device": device})
        return
    show.lines(
        "The store opens with the new passphrase.",
        "This laptop has a new contact card now: fsdesk card export, and give it to your team.",
    )


COMMANDS = (escrow,)
