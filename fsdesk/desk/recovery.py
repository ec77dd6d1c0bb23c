"""The recovery sheet of a store: made, proven by typing part of it back, made anew, and used when it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from fsdesk.desk import clock, files, printers, team_papers
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.store import backups, moving, sheet_file, sheet_slots
from fsdesk.store.backups import Kept
from fsdesk.store.derivation import Derivation
from fsdesk.store.facts import Role
from fsdesk.store.passphrase import prepared
from fsdesk.store.secret import overwrite
from fsdesk.store.sheet import WORDS_IN_A_GROUP, Sheet, Writing
from fsdesk.store.store import Store

Known = sheet_slots.Known
NoSheet, OldSheet, WrongSheet = sheet_slots.NoSheet, sheet_slots.OldSheet, sheet_slots.WrongSheet
MOST_BYTES = sheet_file.MOST_BYTES
NotOnSheet, Misread, NotASheet = sheet_slots.NotOnSheet, sheet_file.Misread, sheet_file.NotASheet


class Made(NamedTuple):
    """A new sheet: its number, the one it replaces, and the backups that the one before still opens."""

    number: str
    replaces: str
    still_open: tuple[Kept, ...]


class NotPutDown(Refused):
    """The store was made and its sheet was not."""

    what = "The store is ready, but its recovery sheet could not be written."
    what_next = "Make one with “fsdesk store recovery-sheet --to FILE”."
    in_window = "Make one first, under Settings, Recovery sheet."


def now_open(desk: Desk) -> list[Known]:
    """Return the sheets that open the store: at most one that was proven, and one after it that was not yet."""
    return sheet_slots.known(desk.store.keys)


def begin(desk: Desk, writing: str = Writing.WORDS) -> Sheet:
    """Return a new sheet to be printed or copied by hand; the store opens with it from now on.

    It counts once `prove` has seen part of it: until then the sheet that was proven before it opens the store too.
    A new one that nobody proved is replaced. Whoever shows the sheet calls its `wipe` afterwards.
    """
    at = clock.as_time(desk.now())
    made = sheet_slots.draw(desk.store.keys, Writing(writing), at)
    desk.store.change_keys(
        lambda keys, key: sheet_slots.with_sheet(keys, key, made, at, beside_proven=True),
    )
    return made


def waiting(desk: Desk) -> Known | None:
    """Return the sheet that nobody has typed part of back yet, with which part is asked for; or nothing."""
    found = now_open(desk)
    return found[-1] if found and not found[-1].proven_at else None


def asking(known: Known) -> str:
    """Say which part of a sheet is asked for."""
    if known.writing is Writing.WORDS:
        last = known.asked * WORDS_IN_A_GROUP
        return f"Type the four words of row {known.asked}, numbers {last - WORDS_IN_A_GROUP + 1} to {last}."
    return f"Type group {known.asked}, its four signs."


def prove(desk: Desk, typed: str) -> Known:
    """Note that the sheet is real: `typed` is the part that `waiting` asks for. Earlier sheets open nothing then.

    Raises NotOnSheet for anything else, and NoSheet.
    """
    at = clock.as_time(desk.now())
    desk.store.change_keys(lambda keys, key: sheet_slots.proven(keys, key, typed, at))
    return now_open(desk)[-1]


def prove_whole(desk: Desk, path: Path) -> Known:
    """Note that a whole sheet, typed back into a file, opens the store. Raises as `recover` does of a sheet."""
    typed = sheet_file.read(files.read(path, MOST_BYTES))
    at = clock.as_time(desk.now())
    try:
        desk.store.change_keys(lambda keys, _: sheet_slots.proven_whole(keys, typed, at))
    finally:
        overwrite(typed.secret)
    return now_open(desk)[-1]


def write(desk: Desk, path: Path, writing: str = Writing.WORDS, *, force: bool = False) -> Made:
    """Write a new sheet to a file, in place of every sheet before it; it is not proven yet.

    Raises AlreadyThere, NotWritable, DiskFull; the sheet before then opens the store as it did.
    """
    before = now_open(desk)
    with files.writing(path, force=force) as beside:
        made = _put(desk.store, beside, path, Writing(writing), desk.now())
    still = {one.folder: one for known in before for one in _opened_by(desk, known)}
    return Made(made.number, made.replaces, tuple(still.values()))


def hand_over(desk: Desk, printer: str, writing: str = Writing.WORDS) -> Made:
    """Give a new sheet to a printer, from memory: no file, no picture, no list of recent prints.

    The sheet that was proven before opens the store too until the new one is proven: paper can jam. Raises
    NoPrintProgram, NoSuchPrinter and NotTaken; whatever sheet opened the store before then does so as it did.
    """
    before = desk.store.keys
    made = begin(desk, writing)
    try:
        printers.hand_over(team_papers.page_of(made), f"Recovery sheet {made.number}", printer)
    except BaseException:
        desk.store.change_keys(lambda keys, key: before)
        raise
    finally:
        made.wipe()
    return Made(made.number, made.replaces, ())


def _opened_by(desk: Desk, known: Known) -> list[Kept]:
    return backups.opened_by(desk.store.folder, known.slot)


def _put(store: Store, beside: Path, path: Path, writing: Writing, now: int) -> Sheet:
    """Write a sheet beside its place, read it back, and let it open the store."""
    at = clock.as_time(now)
    made = sheet_slots.draw(store.keys, writing, at)
    try:
        held = team_papers.sheet_for(made, path)
        beside.write_bytes(held)
        reads = sheet_file.read(sheet_file.written(made)).secret == made.secret
        if not reads or beside.read_bytes() != held:
            raise files.NotWritable("The sheet did not read back as it was written.")
        store.change_keys(lambda keys, key: sheet_slots.with_sheet(keys, key, made, at, beside_proven=False))
    finally:
        made.wipe()
    return made


def create(
    folder: Path,
    sheet_to: Path,
    *,
    name: str,
    role: str,
    passphrase: str,
    writing: str = Writing.WORDS,
    force: bool = False,
    derivation: Derivation | None = None,
) -> Made:
    """Make a store in a new folder, and its recovery sheet in a file.

    Raises what `Store.create` raises, AlreadyThere and NotWritable, and nothing is left then; NotPutDown when only
    the sheet is missing.
    """
    is_made = False
    try:
        with (
            files.writing(sheet_to, force=force) as beside,
            Store.create(
                folder, name=name, role=Role(role), passphrase=passphrase, derivation=derivation
            ) as store,
        ):
            is_made = True
            made = _put(store, beside, sheet_to, Writing(writing), clock.now())
    except Refused as refusal:
        raise (NotPutDown() if is_made else refusal) from None
    return Made(made.number, made.replaces, ())


def recover(
    folder: Path,
    typed: bytes,
    passphrase: str,
    *,
    now: clock.Moment = clock.now,
    derivation: Derivation | None = None,
) -> str:
    """Let a new passphrase open the store that a sheet opens, and return the id under which this laptop goes on.

    `typed` is what stands on the sheet, in a file or as it was typed. The sheet opens the store as before. Raises
    NotASheet, Misread, NoSheet, OldSheet, WrongSheet, UnfitPassphrase, and what `Store.open` raises.
    """
    overwrite(prepared(passphrase))  # before anything is changed
    sheet = sheet_file.read(typed)
    try:
        with Store.open_with(folder, lambda keys: sheet_slots.unlock(keys, sheet)) as store:
            return go_on(store, passphrase, now(), derivation)
    finally:
        overwrite(sheet.secret)


def go_on(store: Store, passphrase: str, at: int, derivation: Derivation | None) -> str:
    """Give an open store a new laptop id, which is returned, and let a new passphrase open it from now on."""
    with store.transaction() as tx:
        device = moving.move_on(tx, at)
    store.change_passphrase(passphrase, derivation)
    return device
