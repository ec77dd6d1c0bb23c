"""Contact cards: this laptop's own, and those of the team that were accepted here."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from fsdesk.desk import files
from fsdesk.desk.desk import Desk, NoTeam
from fsdesk.errors import Refused
from fsdesk.store import cards, contact, devices, identity
from fsdesk.store.cards import KeptCard
from fsdesk.store.contact import Card
from fsdesk.store.facts import Role
from fsdesk.store.package.unseal import KnownCard, Roster
from fsdesk.store.tx import Tx


class KnownPerson(NamedTuple):
    """Somebody of the team as a card shows them."""

    name: str
    role: str
    device: str
    words: tuple[str, ...]
    """Eight words, read aloud by both."""
    verified: bool
    withdrawn: bool
    team: str
    age_key: str

    @property
    def is_lead(self) -> bool:
        """Whether this person leads a team, and so may open sealed parts."""
        return self.role == Role.LEAD


class OwnCard(Refused):
    """The card of this very laptop."""

    what = "That is this laptop's own contact card."
    what_next = "Nothing was changed. Give it to your colleagues, and accept theirs here."


class OtherTeamsCard(Refused):
    """The card belongs to another team."""

    what = "That contact card belongs to another team."
    what_next = "Nothing was changed. Plans pass only inside one team; check with your team lead."


class OtherKeys(Refused):
    """A laptop that is known here shows other keys."""

    what = "A laptop that is known here shows other keys on this card."
    what_next = "Nothing was changed. Ring its owner, and read the eight words aloud together."


class NotAccepted(Refused):
    """A package is to go to somebody whose card was never accepted here."""

    what = "That contact card has not been accepted here."
    what_next = "Accept it first with `fsdesk card accept`, then seal the package again."


class CardWithdrawn(Refused):
    """The card was withdrawn."""

    what = "That contact card was withdrawn."
    what_next = "Nothing was sealed. Speak to your team lead."


def own(desk: Desk) -> tuple[KnownPerson, bytes]:
    """Return this laptop's own card, as it is shown and as its file holds it."""
    with desk.reading() as tx:
        card = contact.make(desk.keys(tx), desk.name, desk.facts.role, desk.facts.team or "")
    return _known(card, verified=True, withdrawn=False), contact.write(card)


def look(desk: Desk, path: Path) -> KnownPerson:
    """Return whose card is in a file, so that both can read the eight words; nothing is accepted yet.

    Raises NotACard, CardTooNew, DamagedCard, OwnCard.
    """
    card = contact.read(files.read(path, contact.MOST_BYTES))
    if card.device == desk.device:
        raise OwnCard
    return _known(card, verified=False, withdrawn=False)


def accept(desk: Desk, path: Path, *, verified: bool = False) -> KnownPerson:
    """Accept the card in a file. A worker without a team joins that of the lead whose card this is.

    Raises NotACard, CardTooNew, DamagedCard, OwnCard, OtherTeamsCard, NoTeam, OtherKeys; nothing is changed then.
    """
    card = contact.read(files.read(path, contact.MOST_BYTES))
    if card.device == desk.device:
        raise OwnCard
    with desk.transaction() as tx:
        _join_or_refuse(desk, tx, card)
        _keep(desk, tx, card, verified=verified)
        kept = cards.by_fingerprint(tx, contact.fingerprint(card))
    desk.read_facts_again()
    return _known(card, verified=bool(kept and kept.verified_at), withdrawn=bool(kept and kept.withdrawn_at))


def _join_or_refuse(desk: Desk, tx: Tx, card: Card) -> None:
    ours = desk.facts.team
    if ours is None and card.role is Role.LEAD and card.team:
        desk.join(tx, card.team)
    elif card.team and card.team != ours:
        raise OtherTeamsCard if ours else NoTeam


def _keep(desk: Desk, tx: Tx, card: Card, *, verified: bool) -> None:
    try:
        devices.know_key(tx, card.device, card.public_key)
    except devices.OtherKey:
        raise OtherKeys from None
    if any(contact.read(one.body).age_key != card.age_key for one in cards.of_device(tx, card.device)):
        raise OtherKeys
    at = desk.now()
    bound = contact.fingerprint(card)
    cards.accept(
        tx, KeptCard(fingerprint=bound, device=card.device, body=contact.write(card), accepted_at=at)
    )
    if verified:
        cards.verified(tx, bound, at)


def accepted(desk: Desk) -> list[KnownPerson]:
    """Return everybody whose card was accepted here, in the order they were."""
    with desk.reading() as tx:
        return [_of_kept(one) for one in cards.every(tx)]


def recipient(desk: Desk, path: Path) -> KnownPerson:
    """Return the accepted person whose card is in a file. Raises NotAccepted, CardWithdrawn, and what `read` raises."""
    card = contact.read(files.read(path, contact.MOST_BYTES))
    if card.device == desk.device:
        raise OwnCard
    with desk.reading() as tx:
        kept = cards.by_fingerprint(tx, contact.fingerprint(card))
        known = in_roster(tx, card.device)
    if kept is None:
        raise NotAccepted
    if known is not None and known.withdrawn:
        raise CardWithdrawn
    return _of_kept(kept)


def in_roster(tx: Tx, device: str) -> KnownCard | None:
    """Return the card of a laptop that was accepted last, and whether any card of it was withdrawn."""
    kept = cards.of_device(tx, device)
    if not kept:
        return None
    withdrawn = any(one.withdrawn_at is not None for one in kept)
    return KnownCard(contact.read(kept[-1].body), withdrawn)


def roster(desk: Desk, tx: Tx) -> Roster:
    """Return the look-up of laptops by whom signatures are checked: the accepted cards, and this laptop's own."""

    def known(device: str) -> KnownCard | None:
        own = identity.own(tx, device)
        if own is not None:  # of today, or from before a restore
            return KnownCard(contact.make(own, desk.name, desk.facts.role, desk.facts.team or ""))
        return in_roster(tx, device)

    return known


def _of_kept(kept: KeptCard) -> KnownPerson:
    card = contact.read(kept.body)
    return _known(card, verified=kept.verified_at is not None, withdrawn=kept.withdrawn_at is not None)


def _known(card: Card, *, verified: bool, withdrawn: bool) -> KnownPerson:
    return KnownPerson(
        card.name,
        card.role.value,
        card.device,
        contact.words(card),
        verified,
        withdrawn,
        card.team,
        card.age_key,
    )


def as_json(one: KnownPerson) -> dict[str, Any]:
    """Return a person under the keys that `fsdesk card --json` gives."""
    return {
        "name": one.name,
        "role": one.role,
        "device": one.device,
        "words": list(one.words),
        "verified": one.verified,
        "withdrawn": one.withdrawn,
    }
