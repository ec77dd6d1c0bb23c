"""The team's roster: made and signed by its lead, carried by every package, taken over by everybody else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from fsdesk.desk import cards, copies, files, waiting
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.store import cards as kept
from fsdesk.store import contact, devices, identity, rosters
from fsdesk.store.contact import Card
from fsdesk.store.facts import Role
from fsdesk.store.package import refusals
from fsdesk.store.package.unseal import KnownCard, Roster
from fsdesk.store.rosters import Decided, Signed, Withdrawn
from fsdesk.store.tx import Tx


class NoRosterYet(Refused):
    """Nobody has sent a roster, and this laptop is not a lead's."""

    what = "There is no team list here yet; it comes with your team lead's next package."
    what_next = "Nothing was written."


class NobodyYet(NoRosterYet):
    """A lead has accepted nobody's card."""

    what = "There is nobody on your team list yet."
    what_next = "Nothing was written. Accept somebody's contact card first."


class OtherTeamsList(refusals.AnotherTeam):
    """The roster in a file is of another team."""

    what = "This team list belongs to another team."


class ListTooNew(refusals.PackageTooNew):
    """The roster in a file was made by a newer fsdesk."""

    what = "This team list was made by a newer fsdesk."
    what_next = "Nothing was changed here. Bring this fsdesk up to date, then take the list over again."


class UnknownLead(refusals.UnknownSender):
    """Whoever signed the roster in a file is no lead that is known here."""

    what = "This team list comes from a lead whose contact card you have not accepted."
    what_next = "Nothing was changed here. Accept your team lead's card first, then take the list over again."


class Brought(NamedTuple):
    """What a roster changed here."""

    number: int
    new: tuple[str, ...] = ()
    """Names of people whose cards were not here."""
    changed: tuple[str, ...] = ()
    """Names of people whose words have to be read aloud again."""
    withdrawn: tuple[str, ...] = ()
    """Names of people whose laptop counts as withdrawn from now on."""
    is_news: bool = True


class Standing(NamedTuple):
    """The team list as it is here."""

    number: int
    by: str
    """The name of the lead who signed it; this person's own where it was them."""
    made_at: int
    """Milliseconds since 1970 UTC."""
    is_current: bool
    """Whether it says what is known here; a lead's next package signs it anew where it does not."""


def standing(desk: Desk) -> Standing | None:
    """Return how the team list stands, without signing one; nothing where there is none yet."""
    with desk.reading() as tx:
        newest = rosters.newest(tx)
        if newest is None:
            return None
        names = {card.device: card.name for card in newest.roster.named()}
        by = desk.name if _is_own(desk, tx, newest.roster.by) else names.get(newest.roster.by, "")
        signs = desk.is_lead and desk.facts.team is not None
        is_current = not signs or _says(newest, _said(desk, tx))
    return Standing(newest.roster.number, by, newest.roster.made_at, is_current)


def current(desk: Desk, tx: Tx) -> Signed | None:
    """Return the roster that packages carry: a lead's anew whenever it has changed, a worker's the newest known."""
    newest = rosters.newest(tx)
    if not desk.is_lead or desk.facts.team is None or not kept.every(tx):
        return newest
    said = _said(desk, tx)
    if newest is not None and _says(newest, said):
        return newest
    number = 1 if newest is None else newest.roster.number + 1
    made = rosters.sign(desk.keys(tx), _made(desk, number, said))
    rosters.keep(tx, made, desk.now())
    return made


class _Said(NamedTuple):
    named: list[bytes]
    gone: dict[str, tuple[int, bytes]]
    copies: tuple[Decided, ...]


def _said(desk: Desk, tx: Tx) -> _Said:
    return _Said(_named(desk, tx), kept.withdrawn(tx), copies.decisions(tx))


def _made(desk: Desk, number: int, said: _Said) -> rosters.Roster:
    return rosters.Roster(
        team=desk.team,
        number=number,
        by=desk.device,
        made_at=desk.now(),
        cards=tuple(said.named),
        withdrawn=tuple(Withdrawn(device, *last) for device, last in sorted(said.gone.items())),
        copies=said.copies,
    )


def _named(desk: Desk, tx: Tx) -> list[bytes]:
    """Return the newest card of each laptop of the team, withdrawn ones too: what they wrote is still verified."""
    newest = {one.device: one.body for one in kept.every(tx)}
    own = contact.make(desk.keys(tx), desk.name, desk.facts.role, desk.team)
    newest[desk.device] = contact.write(own)
    return [newest[device] for device in sorted(newest)]


def _says(known: Signed, said: _Said) -> bool:
    gone = {one.device: (one.seq, one.link) for one in known.roster.withdrawn}
    bound = {contact.fingerprint(card) for card in known.roster.named()}
    return (gone, known.roster.copies) == (said.gone, said.copies) and bound == {
        contact.fingerprint(contact.read(one)) for one in said.named
    }


def check(desk: Desk, tx: Tx, data: bytes) -> Signed | None:
    """Return the roster in some bytes, its lead's seal checked; nothing when its lead is not known here.

    Raises NoRoster, RosterOfNobody, PackageTooNew, and AnotherTeam.
    """
    signed = rosters.read(data)
    if signed.roster.team != desk.facts.team:
        raise refusals.AnotherTeam
    signed.roster.named()
    lead = cards.roster(desk, tx)(signed.roster.by)
    if lead is None or lead.withdrawn or lead.card.role is not Role.LEAD:
        return None
    if not lead.signed(signed.signature, signed.signed_bytes()):
        raise refusals.NoRoster
    return signed


def is_older(tx: Tx, signed: Signed) -> bool:
    """Say whether a roster comes before the newest one that is here."""
    newest = rosters.newest(tx)
    return newest is not None and signed.roster.number < newest.roster.number


def widened(known: Roster, signed: Signed) -> Roster:
    """Return a look-up of laptops that knows a roster's cards besides those that are known."""
    named = {card.device: card for card in signed.roster.named()}

    def with_named(device: str) -> KnownCard | None:
        found, card = known(device), named.get(device)
        if card is None or (found is not None and found.card.public_key == card.public_key):
            return found
        if found is None:
            return KnownCard(card)
        return KnownCard(card, found.withdrawn, (found.card.public_key, *found.earlier))

    return with_named


def take_over(desk: Desk, tx: Tx, signed: Signed) -> Brought:
    """Let a roster of the lead count here from now on; what is here beyond it stays, and nothing counts as verified."""
    if is_older(tx, signed) or _is_here(tx, signed):
        return Brought(signed.roster.number, is_news=False)
    new, changed = _take_cards(desk, tx, signed.roster.named())
    gone = [one for one in signed.roster.withdrawn if _withdraw(desk, tx, one)]
    rosters.keep(tx, signed, desk.now())
    names = {card.device: card.name for card in signed.roster.named()}
    return Brought(
        signed.roster.number, new, changed, tuple(names.get(one.device, one.device) for one in gone)
    )


def _is_here(tx: Tx, signed: Signed) -> bool:
    newest = rosters.newest(tx)
    return newest is not None and newest.digest == signed.digest


def _take_cards(desk: Desk, tx: Tx, named: Iterable[Card]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    new: list[str] = []
    changed: list[str] = []
    for card in named:
        known = cards.in_roster(tx, card.device)
        if _is_own(desk, tx, card.device) or (known is not None and known.withdrawn):
            continue
        try:
            is_new = cards.keep(tx, card, desk.now(), verified=False, vouched=True)
        except cards.OlderCard:
            continue
        if is_new:
            (new if known is None else changed).append(card.name)
    return tuple(new), tuple(changed)


def _is_own(desk: Desk, tx: Tx, device: str) -> bool:
    return device == desk.device or identity.own(tx, device) is not None


def _withdraw(desk: Desk, tx: Tx, one: Withdrawn) -> bool:
    """Withdraw a laptop as a roster says; a roster may let more of it count, never less. Say whether that is news."""
    if _is_own(desk, tx, one.device):
        return False
    before = kept.withdrawn(tx).get(one.device)
    if before is not None and one.seq <= before[0]:
        return False
    for card in kept.of_device(tx, one.device):
        kept.withdraw(tx, card.fingerprint, card.withdrawn_at or desk.now(), (one.seq, one.link))
    if before is not None:
        waiting.let_through(tx, one.device, one.seq)
    return before is None


def withdraw(desk: Desk, device: str) -> cards.KnownPerson:
    """Withdraw a laptop of the team: it is sent nothing more, and what it wrote beyond what is here is held.

    A lead's next package tells the others. Raises NotAccepted.
    """
    with desk.transaction() as tx:
        found = kept.of_device(tx, device)
        if not found:
            raise cards.NotAccepted
        here = devices.one(tx, device)
        last = (here.seq, here.link) if here else (0, b"")
        for one in found:
            if one.withdrawn_at is None:
                kept.withdraw(tx, one.fingerprint, desk.now(), last)
        current(desk, tx)
        return next(one for one in cards.everybody(tx) if one.device == device)


def newest(desk: Desk) -> Signed:
    """Return the roster as it is now. Raises NoRosterYet."""
    with desk.transaction() as tx:
        signed = current(desk, tx)
    if signed is None:
        raise NobodyYet if desk.is_lead else NoRosterYet
    return signed


def export(desk: Desk, out: Path, *, force: bool = False) -> Signed:
    """Write the roster to a file, for those whom no package reaches. Raises NoRosterYet, AlreadyThere, NotWritable."""
    files.refuse_taken(out, force=force)
    signed = newest(desk)
    files.write(out, signed.written(), force=force)
    return signed


def accept(desk: Desk, path: Path) -> Brought:
    """Take over the roster in a file. Raises NoRoster, RosterOfNobody, OlderRoster, AnotherTeam, UnknownSender."""
    data = files.read(path, rosters.MOST_BYTES)
    with desk.transaction() as tx:
        signed = _checked(desk, tx, data)
        if signed is None:
            raise UnknownLead
        if is_older(tx, signed):
            raise refusals.OlderRoster
        return take_over(desk, tx, signed)


def _checked(desk: Desk, tx: Tx, data: bytes) -> Signed | None:
    """Return what `check` does, saying of a list what that says of a package."""
    try:
        return check(desk, tx, data)
    except refusals.AnotherTeam:
        raise OtherTeamsList from None
    except refusals.PackageTooNew:
        raise ListTooNew from None


def as_json(signed: Signed) -> dict[str, Any]:
    """Return a roster under the keys that `fsdesk card roster --json` gives."""
    gone = {one.device for one in signed.roster.withdrawn}
    return {
        "number": signed.roster.number,
        "by": signed.roster.by,
        "people": [
            {
                "name": card.name,
                "role": card.role.value,
                "device": card.device,
                "withdrawn": card.device in gone,
            }
            for card in signed.roster.named()
        ],
    }
