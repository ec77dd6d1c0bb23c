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
    changed: bool = False
    """Whether this laptop showed another card before, so that its words are to be read aloud again."""

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


class OtherLeadsCard(OtherTeamsCard):
    """The card is of a lead who has a team of their own, and so has this laptop."""

    what_next = (
        "Nothing was changed. To lead one team together, whoever joins says it first, with "
        "`fsdesk card accept CARD --join`, and exports a new card."
    )
    in_window = "Nothing was changed. To lead one team together, ask whoever looks after fsdesk for you."


class OtherKeys(Refused):
    """A laptop that is known here shows other keys, or another role."""

    what = "A laptop that is known here shows other keys on this card."
    what_next = (
        "Nothing was changed. Ring its owner, read the eight words aloud together, and accept it as verified."
    )


class OlderCard(Refused):
    """A laptop has shown a newer card since."""

    what = "This laptop has shown a newer contact card since."
    what_next = "Nothing was changed. Use the newer card, or ask for it once more."


class NotAccepted(Refused):
    """A package is to go to somebody whose card was never accepted here."""

    what = "That contact card has not been accepted here."
    what_next = "Accept it first with `fsdesk card accept`, then seal the package again."
    in_window = "Accept it first, under Send, with the eight words read aloud, then seal the package again."


class SeveralOfThatName(Refused):
    """A name belongs to several laptops."""

    what = "Several laptops go by that name."
    what_next = (
        "Nothing was changed. Name the file of the card, or the laptop's id from `fsdesk card list --json`."
    )
    in_window = "Nothing was changed. Choose one of them by its eight words."


class CardWithdrawn(Refused):
    """The card was withdrawn."""

    what = "That contact card was withdrawn."
    what_next = "Nothing was sealed. Name the card of the laptop they have now, or speak to your team lead."


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

    A card with other keys than before, or another role, is accepted as `verified` only; one with another name is
    accepted, and its words are to be read aloud again. Raises NotACard, CardTooNew, DamagedCard, OwnCard,
    OtherTeamsCard, NoTeam, OtherKeys, OlderCard; nothing is changed then.
    """
    card = contact.read(files.read(path, contact.MOST_BYTES))
    if card.device == desk.device:
        raise OwnCard
    with desk.transaction() as tx:
        _join_or_refuse(desk, tx, card)
        keep(tx, card, desk.now(), verified=verified)
        known = _newest(tx, card.device)
    desk.read_facts_again()
    return known


def read_aloud(desk: Desk, device: str) -> KnownPerson:
    """Note that both read the eight words of a laptop's newest card aloud, and that they were the same.

    Raises NotAccepted, and CardWithdrawn.
    """
    with desk.transaction() as tx:
        kept = cards.of_device(tx, device)
        if not kept:
            raise NotAccepted
        if any(one.withdrawn_at is not None for one in kept):
            raise CardWithdrawn
        cards.verified(tx, kept[-1].fingerprint, desk.now())
        return _newest(tx, device)


def _join_or_refuse(desk: Desk, tx: Tx, card: Card) -> None:
    ours = desk.facts.team
    if ours is None and card.role is Role.LEAD and card.team:
        desk.join(tx, card.team)
    elif card.team and card.team != ours:
        raise _other_team(desk, card)


def _other_team(desk: Desk, card: Card) -> Refused:
    if desk.facts.team is None:
        return NoTeam()
    return OtherLeadsCard() if desk.is_lead and card.role is Role.LEAD else OtherTeamsCard()


def keep(tx: Tx, card: Card, at: int, *, verified: bool, vouched: bool = False) -> bool:
    """Keep a card, and return whether it is new here. Raises OtherKeys and OlderCard.

    `vouched` says that the team's lead stands for it: then other keys are taken, and still not verified here.
    """
    before = cards.of_device(tx, card.device)
    bound = contact.fingerprint(card)
    if any(one.fingerprint == bound for one in before[:-1]):
        raise OlderCard
    if not (verified or vouched) and any(_is_other(contact.read(one.body), card) for one in before[-1:]):
        raise OtherKeys
    try:
        devices.know_key(tx, card.device, card.public_key)
    except devices.OtherKey:
        if not (verified or vouched):
            raise OtherKeys from None
        devices.change_key(tx, card.device, card.public_key)
    last = max((one.accepted_at for one in before if one.fingerprint != bound), default=at - 1)
    new = cards.accept(
        tx,
        KeptCard(
            fingerprint=bound, device=card.device, body=contact.write(card), accepted_at=max(at, last + 1)
        ),
    )
    if verified:
        cards.verified(tx, bound, at)
    return new


def _is_other(known: Card, card: Card) -> bool:
    return (known.age_key, known.signing_key, known.role) != (card.age_key, card.signing_key, card.role)


def accepted(desk: Desk) -> list[KnownPerson]:
    """Return everybody whose card was accepted here, in the order they were; of each laptop its newest card."""
    with desk.reading() as tx:
        return everybody(tx)


def everybody(tx: Tx) -> list[KnownPerson]:
    """Return everybody whose card was accepted here, as `accepted` does."""
    return [_newest(tx, device) for device in dict.fromkeys(one.device for one in cards.every(tx))]


def _newest(tx: Tx, device: str) -> KnownPerson:
    kept = cards.of_device(tx, device)
    newest, withdrawn = kept[-1], any(one.withdrawn_at is not None for one in kept)
    verified = newest.verified_at is not None
    card = contact.read(newest.body)
    return _known(card, verified=verified, withdrawn=withdrawn, changed=len(kept) > 1 and not verified)


def device_of(desk: Desk, said: str) -> str:
    """Return the laptop that is meant by the file of its card, its id, or the name of whoever alone has that name.

    Raises NotAccepted, SeveralOfThatName, OwnCard, and what reading a card raises.
    """
    known = accepted(desk)
    meant = [one.device for one in known if one.device == said] or [
        one.device for one in known if one.name == said and not one.withdrawn
    ]
    if not meant and Path(said).exists():
        card = contact.read(files.read(Path(said), contact.MOST_BYTES))
        if card.device == desk.device:
            raise OwnCard
        meant = [one.device for one in known if one.device == card.device]
    if not meant:
        raise NotAccepted
    if len(meant) > 1:
        raise SeveralOfThatName
    return meant[0]


def is_verified(tx: Tx, device: str) -> bool:
    """Say whether the eight words of a laptop's newest card were read aloud; one's own need not be."""
    kept = cards.of_device(tx, device)
    return not kept or kept[-1].verified_at is not None


def recipient(desk: Desk, path: Path) -> KnownPerson:
    """Return the accepted person whose card is in a file.

    Raises NotAccepted, CardWithdrawn, OlderCard, and what `read` raises.
    """
    card = contact.read(files.read(path, contact.MOST_BYTES))
    if card.device == desk.device:
        raise OwnCard
    with desk.reading() as tx:
        kept = cards.of_device(tx, card.device)
        person = _newest(tx, card.device) if kept else None
    bound = contact.fingerprint(card)
    if person is None or all(one.fingerprint != bound for one in kept):
        raise NotAccepted
    if person.withdrawn:
        raise CardWithdrawn
    if kept[-1].fingerprint != bound:
        raise OlderCard
    return person


def in_roster(tx: Tx, device: str) -> KnownCard | None:
    """Return the card of a laptop that was accepted last, and whether any card of it was withdrawn."""
    kept = cards.of_device(tx, device)
    if not kept:
        return None
    withdrawn = any(one.withdrawn_at is not None for one in kept)
    earlier = dict.fromkeys(contact.read(one.body).public_key for one in reversed(kept[:-1]))
    return KnownCard(contact.read(kept[-1].body), withdrawn, tuple(earlier))


def roster(desk: Desk, tx: Tx) -> Roster:
    """Return the look-up of laptops by whom signatures are checked: the accepted cards, and this laptop's own."""

    def known(device: str) -> KnownCard | None:
        own = identity.own(tx, device)
        if own is not None:  # of today, or from before a restore
            return KnownCard(contact.make(own, desk.name, desk.facts.role, desk.facts.team or ""))
        return in_roster(tx, device)

    return known


def _known(card: Card, *, verified: bool, withdrawn: bool, changed: bool = False) -> KnownPerson:
    return KnownPerson(
        card.name,
        card.role.value,
        card.device,
        contact.words(card),
        verified,
        withdrawn,
        card.team,
        card.age_key,
        changed,
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
        "changed": one.changed,
    }
