"""What a lead keeps so that a worker's store opens again: the file that gives it, the one that asks, the answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from fsdesk.errors import Refused
from fsdesk.store import contact, envelope, secret_slots, slots
from fsdesk.store.identity import Identity, is_signed
from fsdesk.store.keyfile import Keys
from fsdesk.store.package.unseal import Roster
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import DataKey
from fsdesk.store.secret_slots import ESCROW

MOST_BYTES = 64 * 1024
VERSION = 1
_LABEL, _ASK_LABEL = b"fsdesk-escrow-1\0", b"fsdesk-escrow-ask-1\0"
WORDS = 6
_BITS_A_WORD = 11


class Deposit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a worker gives a lead, inside an age envelope to the lead alone, signed by the worker's laptop.

    ``secret`` opens the worker's store together with the slot of that id in its key file, and nothing by itself.
    """

    format: str = "fsdesk-escrow"
    version: int = VERSION
    store: str
    slot: str
    device: str
    name: str
    made_at: int
    secret: str
    signature: str = ""

    def __repr__(self) -> str:
        return f"Deposit({self.store!r}, {self.slot!r})"

    def said(self) -> bytes:
        """Return the bytes that are signed."""
        return _LABEL + msgspec.json.encode(msgspec.structs.replace(self, signature=""), order="sorted")


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a laptop asks with whose passphrase is lost; ``recipient`` is an age key made for this once."""

    format: str = "fsdesk-escrow-ask"
    version: int = VERSION
    store: str
    slot: str
    recipient: str
    made_at: int

    @property
    def words(self) -> tuple[str, ...]:
        """Six words (66 bits) that both read aloud: they are the same only for the very same request."""
        said = _ASK_LABEL + msgspec.json.encode(self, order="sorted")
        number = int.from_bytes(hashlib.blake2b(said, digest_size=16, person=b"fsdesk-ask").digest())
        listed = contact.word_list()
        return tuple(listed[number >> _BITS_A_WORD * place & 2**_BITS_A_WORD - 1] for place in range(WORDS))


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the lead's laptop gives back, inside an age envelope to the key of the request."""

    format: str = "fsdesk-escrow-answer"
    version: int = VERSION
    store: str
    slot: str
    secret: str

    def __repr__(self) -> str:
        return f"Answer({self.store!r}, {self.slot!r})"


class NotThatFile(Refused):
    """A file that is not what is wanted here, or not for this laptop."""

    what = "That file is not the one that is wanted here, or it was made for another laptop."
    what_next = "Nothing was changed. Check which file was sent, and ask for it again."


class UnknownGiver(Refused):
    """A deposit whose giver is not known here."""

    what = "Whoever gave this file is not known here by an accepted contact card."
    what_next = "Nothing was changed. Accept their contact card first, with the eight words read aloud."


class NothingKept(Refused):
    """No lead keeps anything for this store."""

    what = "No team lead keeps a key for this store."
    what_next = "Open it with its passphrase or its recovery sheet."


def slot_of(keys: Keys) -> slots.Slot:
    """Return the slot that what the lead keeps opens. Raises NothingKept."""
    held = keys.of_kind(ESCROW)
    if not held:
        raise NothingKept
    return held[-1]


def give(
    keys: Keys, data_key: DataKey, giver: Identity, name: str, lead: str, at: int
) -> tuple[Keys, Deposit]:
    """Return the keys with a slot for a lead's laptop, in place of an earlier one, and the signed deposit for it."""
    secret = secret_slots.fresh()
    slot = secret_slots.made(ESCROW, secret, data_key, keys.store, {"for": lead})
    bare = Deposit(
        store=keys.store, slot=slot.id, device=giver.device, name=name, made_at=at, secret=secret.hex()
    )
    return keys.with_only(slot), msgspec.structs.replace(bare, signature=giver.sign(bare.said()).hex())


def sealed(inside: Deposit | Answer, reader: str) -> bytes:
    """Return a deposit or an answer in its envelope, which this age key alone opens."""
    return envelope.close(msgspec.json.encode(inside), [reader])


def read_deposit(data: bytes, own: Iterable[Identity], roster: Roster) -> Deposit:
    """Return the deposit in a file, its giver's seal checked. Raises NotThatFile, UnknownGiver."""
    found = _inside(data, [one.opener() for one in own], Deposit)
    known = roster(found.device)
    if known is None or known.withdrawn:
        raise UnknownGiver
    try:
        signature = bytes.fromhex(found.signature)
    except ValueError:
        raise NotThatFile from None
    if not is_signed(known.card.public_key, signature, found.said()):
        raise NotThatFile
    return found


def read_request(data: bytes) -> Request:
    """Return what a file asks. Raises NotThatFile."""
    try:
        asked = msgspec.json.decode(data, type=Request)
    except (msgspec.DecodeError, RecursionError):
        raise NotThatFile from None
    if asked.format != Request(store="", slot="", recipient="", made_at=0).format or asked.version != VERSION:
        raise NotThatFile
    if not envelope.is_reader(asked.recipient):
        raise NotThatFile
    return asked


def answer(request: Request, kept: Deposit) -> bytes:
    """Return the answer to a request, for the laptop that asked alone. Raises NotThatFile for another store's."""
    if (request.store, request.slot) != (kept.store, kept.slot):
        raise NotThatFile
    return sealed(Answer(store=kept.store, slot=kept.slot, secret=kept.secret), request.recipient)


def unlock(keys: Keys, data: bytes, opener: object) -> DataKey:
    """Return the data key that an answer opens. Raises NotThatFile, NothingKept, or Damaged."""
    slot = slot_of(keys)
    found = _inside(data, [opener], Answer)
    if (found.store, found.slot) != (keys.store, slot.id):
        raise NotThatFile
    try:
        data_key = secret_slots.opened(slot, bytearray.fromhex(found.secret), keys.store)
    except (ValueError, slots.DoesNotOpen):
        raise NotThatFile from None
    if data_key.check(keys.store).hex() != keys.check:
        data_key.wipe()
        raise Damaged("The key file of this store holds a key that is not this store's.")
    return data_key


Kind = TypeVar("Kind", Deposit, Answer)


def _inside(data: bytes, openers: Iterable[object], kind: type[Kind]) -> Kind:
    for opener in openers:
        try:
            found = msgspec.json.decode(envelope.open_(data, opener), type=kind)
        except envelope.NotAddressedToUs:
            continue
        except (ValueError, RecursionError):  # no envelope, a damaged one, or something else inside
            raise NotThatFile from None
        return found
    raise NotThatFile
