"""A contact card: who somebody is to the team, their public keys, and eight words that two people read aloud."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

import msgspec

from fsdesk.errors import Refused
from fsdesk.store import envelope
from fsdesk.store.facts import Role
from fsdesk.store.identity import Identity, is_signed

FORMAT = "fsdesk-card"
VERSION = 1
LABEL = b"fsdesk-card-1\0"
NEWEST_PACKAGE_FORMAT = 1
MOST_BYTES = 64 * 1024
_WORDS = 8
_BITS_A_WORD = 11


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A contact card as it is written to its file; keys in hexadecimal signs."""

    format: str = FORMAT
    version: int = VERSION
    name: str
    role: Role
    device: str
    signing_key: str
    """Ed25519, 64 hexadecimal signs."""
    age_key: str
    """X25519 recipient as age writes it."""
    team: str = ""
    """The team's id; a worker's card made before joining has none."""
    reads_packages_up_to: int = NEWEST_PACKAGE_FORMAT
    signature: str = ""

    @property
    def public_key(self) -> bytes:
        """Return the key that this laptop's signatures are checked with."""
        return bytes.fromhex(self.signing_key)

    def said(self) -> bytes:
        """Return what the card says, in the bytes that are signed."""
        bare = msgspec.structs.replace(self, signature="")
        return LABEL + msgspec.json.encode(bare, order="sorted")


class NotACard(Refused):
    """The file is no contact card."""

    what = "This file is not a contact card that fsdesk can read."
    what_next = "Nothing was changed. Ask for the card again."


class CardTooNew(Refused):
    """The card was made by a newer fsdesk."""

    what = "This contact card was made by a newer fsdesk."
    what_next = "Nothing was changed. Bring this fsdesk up to date, then accept it again."


class DamagedCard(Refused):
    """The card does not carry its maker's own seal."""

    what = "This contact card is damaged or was altered."
    what_next = "Nothing was changed. Ask for the card again, and read the eight words aloud together."


def make(identity: Identity, name: str, role: Role, team: str) -> Card:
    """Return this laptop's own card, signed."""
    bare = Card(
        name=name,
        role=role,
        device=identity.device,
        signing_key=identity.public_key.hex(),
        age_key=identity.recipient,
        team=team,
    )
    return msgspec.structs.replace(bare, signature=identity.sign(bare.said()).hex())


def write(card: Card) -> bytes:
    """Return a card as its file holds it: JSON, indented."""
    return msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n"


def read(data: bytes) -> Card:
    """Return the card in a file, its seal checked. Raises NotACard, CardTooNew or DamagedCard."""
    held = _as_object(data)
    if held.get("format") != FORMAT:
        raise NotACard
    if isinstance(held.get("version"), int) and held["version"] > VERSION:
        raise CardTooNew
    try:
        card = msgspec.convert(held, Card)
        seal = bytes.fromhex(card.signature)
        whole = seal.hex() == card.signature and is_signed(card.public_key, seal, card.said())
    except (msgspec.ValidationError, ValueError) as fault:
        raise NotACard from fault
    if (
        not whole or card.signature != card.signature.lower()
    ):  # one way to write a seal, so that a card is one text
        raise DamagedCard
    if not card.name.strip() or not card.name.isprintable() or not card.device:
        raise DamagedCard
    if not envelope.is_reader(card.age_key):
        raise DamagedCard
    return card


def _as_object(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise NotACard
    try:
        held = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise NotACard from fault
    if not isinstance(held, dict):
        raise NotACard
    return held


def fingerprint(card: Card) -> bytes:
    """Return the 88 bits that the eight words stand for.

    They bind name, role, laptop, keys and newest format: BLAKE2b over all of them. The team is left out, so that a
    worker's words stay the same when the worker joins one; the team is bound by the card's signature.
    """
    bare = msgspec.structs.replace(card, team="")
    return hashlib.blake2b(
        bare.said(), digest_size=_WORDS * _BITS_A_WORD // 8, person=b"fsdesk-card"
    ).digest()


def words(card: Card) -> tuple[str, ...]:
    """Return the eight words of a card, the same on every laptop."""
    number = int.from_bytes(fingerprint(card), "big")
    listed = word_list()
    places = [number >> (_BITS_A_WORD * at) & (2**_BITS_A_WORD - 1) for at in reversed(range(_WORDS))]
    return tuple(listed[place] for place in places)


@cache
def word_list() -> tuple[str, ...]:
    """Return the 2,048 words of the list, in its order."""
    from mnemonic import Mnemonic  # loaded only when words are read aloud

    return tuple(Mnemonic("english").wordlist)
