"""A way back that the team lead keeps: given by the worker, asked for when a passphrase is lost, read aloud, opened."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

import msgspec

from fsdesk.desk import cards, clock, files, recovery
from fsdesk.desk.desk import Desk
from fsdesk.errors import Held, Refused
from fsdesk.store import asking, escrow, faults, identity, kept_for_others, keyfile
from fsdesk.store import folder as folder_
from fsdesk.store.derivation import Derivation, calibrated
from fsdesk.store.escrow import Deposit, NothingKept, NotThatFile, Request, UnknownGiver
from fsdesk.store.keyfile import Keys
from fsdesk.store.passphrase import prepared
from fsdesk.store.secret import DataKey, overwrite
from fsdesk.store.secret_slots import ESCROW
from fsdesk.store.store import Store

__all__ = ["NotThatFile", "NothingKept", "UnknownGiver"]

NothingAsked, NotAskedWith = asking.NothingAsked, asking.NotAskedWith


class NotALead(Refused):
    """Keys are kept by the team lead."""

    what = "A way back is kept by the team lead, and that is not a lead’s card."
    what_next = "Nothing was written. Name the contact card of your team lead."


class OnlyLeadsKeep(Refused):
    """This store is a worker's."""

    what = "Only a team lead’s store keeps a way back for others."
    what_next = "Nothing was kept. Give the file to your team lead."


class NotReadAloud(Refused):
    """The lead's card was never read aloud."""

    what = "The eight words of that card have not been read aloud yet."
    what_next = (
        "Nothing was written. Read them aloud together, then accept the card once more with --verified."
    )
    in_window = "Nothing was written. Read them aloud together first, under Send, and say that they agree."


class WordsFirst(Held):
    """The six words of a request were not compared."""

    what = "Ring the person whose store this is, and read the six words aloud together."
    what_next = "Nothing was written. When both screens show the same words, say --words-agree."
    in_window = "Nothing was written. When both screens show the same words, say that they agree."


class Kept(NamedTuple):
    """What a lead keeps for somebody: whose store, on which laptop, since when."""

    name: str
    device: str
    made_at: int


class Asked(NamedTuple):
    """A request as the lead sees it, and the words that both read aloud."""

    kept: Kept
    words: tuple[str, ...]
    asked_at: int


def give(desk: Desk, card: Path, out: Path, *, force: bool = False) -> str:
    """Write the file that a lead keeps as a way back into this store, in place of an earlier one; return their name.

    Raises NotALead, NotReadAloud, NotAccepted, CardWithdrawn, AlreadyThere, NotWritable.
    """
    lead = cards.recipient(desk, card)
    if not lead.is_lead:
        raise NotALead
    if not lead.verified:
        raise NotReadAloud
    with files.writing(out, force=force) as beside:
        _give(desk, lead, beside)
    return lead.name


def _give(desk: Desk, lead: cards.KnownPerson, beside: Path) -> None:
    with desk.reading() as tx:
        own = desk.keys(tx)

    def change(keys: Keys, data_key: DataKey) -> Keys:
        changed, deposit = escrow.give(keys, data_key, own, desk.name, lead.device, desk.now())
        beside.write_bytes(escrow.sealed(deposit, lead.age_key))
        return changed

    desk.store.change_keys(change)


def stop(desk: Desk) -> None:
    """Let what a lead keeps open this store no more; backups made before still open with it. Raises NothingKept."""
    desk.store.change_keys(lambda keys, _: keys.without(escrow.slot_of(keys)))


def is_given(desk: Desk) -> bool:
    """Say whether a lead keeps a way back into this store."""
    return bool(desk.store.keys.of_kind(ESCROW))


def keep(desk: Desk, path: Path) -> Kept:
    """Keep what a worker gave, in place of what the same store gave before.

    Raises OnlyLeadsKeep, UnknownGiver, NotThatFile.
    """
    if not desk.is_lead:
        raise OnlyLeadsKeep
    data = files.read(path, escrow.MOST_BYTES)
    found = _read(desk, data)
    with faults.sorted_out():
        kept_for_others.put(desk.store.folder, found.slot, data)
        for before in _every(desk):
            if before.store == found.store and before.made_at < found.made_at:
                kept_for_others.drop(desk.store.folder, before.slot)
    return _kept(found)


def kept(desk: Desk) -> list[Kept]:
    """Return what this lead keeps for others, by name."""
    return sorted(_kept(one) for one in _every(desk))


def _every(desk: Desk) -> list[Deposit]:
    found = []
    for _, data in kept_for_others.every(desk.store.folder):
        with contextlib.suppress(NotThatFile, UnknownGiver):
            found.append(_read(desk, data))
    return found


def _read(desk: Desk, data: bytes) -> Deposit:
    with desk.reading() as tx:
        return escrow.read_deposit(data, identity.every_own(tx), cards.roster(desk, tx))


def _kept(one: Deposit) -> Kept:
    return Kept(one.name, one.device, one.made_at)


def ask(
    folder: Path,
    out: Path,
    passphrase: str,
    *,
    force: bool = False,
    now: clock.Moment = clock.now,
    derivation: Derivation | None = None,
) -> tuple[str, ...]:
    """Write the file that asks the lead for help with a locked store, and return the six words to read aloud.

    `passphrase` is the new one, under which the answer is opened; until then it locks what that takes. Raises
    NothingKept, UnfitPassphrase, and what a store that cannot be read raises.
    """
    overwrite(prepared(passphrase))  # before anything is written
    place = folder.resolve()
    keys = _keys_of(place)
    with files.writing(out, force=force) as beside:
        request = asking.ask(place, keys, passphrase, derivation or calibrated(), now())
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(request), indent=1) + b"\n")
    return request.words


def _keys_of(place: Path) -> Keys:
    with faults.sorted_out():
        folder_.check(place)
        return keyfile.read(place, folder_.salt(place)).keys


def look(desk: Desk, path: Path) -> Asked:
    """Return whose request this is, and the six words to read aloud. Raises NotThatFile, NothingKept."""
    request = escrow.read_request(files.read(path, escrow.MOST_BYTES))
    return Asked(_kept(_kept_for(desk, request)), request.words, request.made_at)


def answer(desk: Desk, path: Path, out: Path, *, words_agree: bool, force: bool = False) -> Asked:
    """Write the answer to a request, once the six words were read aloud and are the same.

    Raises WordsFirst, NotThatFile, NothingKept, AlreadyThere, NotWritable.
    """
    request = escrow.read_request(files.read(path, escrow.MOST_BYTES))
    found = _kept_for(desk, request)
    if not words_agree:
        raise WordsFirst
    files.write(out, escrow.answer(request, found), force=force)
    return Asked(_kept(found), request.words, request.made_at)


def _kept_for(desk: Desk, request: Request) -> Deposit:
    data = kept_for_others.get(desk.store.folder, request.slot)
    if data is None:
        raise NothingKept(
            "Nothing is kept here for that store.", "Nothing was written. Check who sent the file."
        )
    return _read(desk, data)


def open_(
    folder: Path,
    path: Path,
    passphrase: str,
    *,
    now: clock.Moment = clock.now,
    derivation: Derivation | None = None,
) -> str:
    """Let a new passphrase open the store that the lead's answer opens; return the id under which the laptop goes on.

    It is the one that was chosen when asking. Raises NothingAsked, NotAskedWith, NotThatFile, NothingKept,
    UnfitPassphrase, and what `Store.open` raises.
    """
    overwrite(prepared(passphrase))  # before anything is changed
    place, data = folder.resolve(), files.read(path, escrow.MOST_BYTES)
    keys = _keys_of(place)
    escrow.slot_of(keys)
    opener = asking.opener(place, keys, passphrase)
    with Store.open_with(place, lambda keys: escrow.unlock(keys, data, opener)) as store:
        device = recovery.go_on(store, passphrase, now(), derivation)
        asking.done(place)
    return device
