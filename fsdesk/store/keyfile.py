"""keys.json: the key slots of a store under a checksum over their exact bytes, kept twice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fsdesk.store import durable
from fsdesk.store.refusals import Damaged, TooNew
from fsdesk.store.slots import Slot, misshapen

NAME = "keys.json"
COPY = "keys.copy.json"
FORMAT = "fsdesk-keys"
VERSION = 1
_MOST_BYTES = 1024 * 1024
_SHAPE = re.compile(rb'\{"checksum":"([0-9a-f]{64})","keys":(\{.*\})\}\n', re.DOTALL)
_KEYS_NEXT = "Nothing was changed. Put back the folder's keys.json from the latest backup."


class Retired(msgspec.Struct, frozen=True):
    """A recovery sheet that opens this store no more; its tag tells it again from its own secret alone."""

    number: str
    tag: str
    retired_at: str


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is needed, with a passphrase, to come by the data key; none of it is secret.

    ``database`` is the salt at the head of the store.db that these keys belong to. ``check`` tells the right data
    key from any other. Slots of kinds that this program does not know are kept as they are.
    """

    format: str = FORMAT
    version: int = VERSION
    store: str
    database: str
    check: str
    slots: tuple[dict[str, Any], ...]
    retired: tuple[Retired, ...] = ()

    def of_kind(self, kind: str) -> list[Slot]:
        """Return the slots of one kind. Raises Damaged when one of them has not its shape."""
        try:
            return [msgspec.convert(slot, Slot) for slot in self.slots if slot.get("kind") == kind]
        except msgspec.ValidationError:
            raise misshapen() from None

    def with_only(self, slot: Slot) -> Keys:
        """Return the keys with this slot in place of all others of its kind."""
        others = tuple(one for one in self.slots if one.get("kind") != slot.kind)
        return msgspec.structs.replace(self, slots=(*others, msgspec.to_builtins(slot)))

    def with_also(self, slot: Slot) -> Keys:
        """Return the keys with this slot beside all others, in place of an earlier state of the same one."""
        keys = self.without(slot)
        return msgspec.structs.replace(keys, slots=(*keys.slots, msgspec.to_builtins(slot)))

    def without(self, slot: Slot) -> Keys:
        """Return the keys without this slot."""
        others = tuple(one for one in self.slots if one.get("id") != slot.id)
        return msgspec.structs.replace(self, slots=others)


class Found(NamedTuple):
    """The keys of a store, the key files that are not as they should be, and those of them to be put right."""

    keys: Keys
    worn: tuple[str, ...]
    to_mend: tuple[str, ...]


def encoded(keys: Keys) -> bytes:
    """Return the exact bytes of a key file: one line of JSON, its checksum first."""
    body = msgspec.json.encode(keys)
    return b'{"checksum":"' + _checksum(body).encode() + b'","keys":' + body + b"}\n"


def decoded(raw: bytes, name: str = NAME) -> Keys:
    """Return what a key file says.

    Raises Damaged when any byte is not as it was written, TooNew for a later version of the format.
    """
    shape = _SHAPE.fullmatch(raw)
    if shape is None or _checksum(shape[2]).encode() != shape[1]:
        raise Damaged(f"The file {name} of this store is damaged.", _KEYS_NEXT)
    try:
        version = msgspec.json.decode(shape[2], type=_Versioned).version
        if version > VERSION:
            raise TooNew
        return msgspec.json.decode(shape[2], type=Keys)
    except (msgspec.DecodeError, RecursionError):
        raise misshapen() from None


class _Versioned(msgspec.Struct):
    version: int


def write(folder: Path, keys: Keys, names: Iterable[str] = (NAME, COPY)) -> None:
    """Put the keys into both files, whole and on the disk, or into neither."""
    durable.write(encoded(keys), *(folder / name for name in names))


def read(folder: Path, database: str) -> Found:
    """Return the keys that belong to the store.db with this salt, from whichever file holds them whole.

    A whole key file of another store is never one to be put right: it may be the only one that store has. One of
    this store that fits another store.db was left over when a swap was cut short, and is put right.
    Raises Damaged when neither file fits, TooNew when one is of a later format.
    """
    tried = {name: _read_one(folder / name) for name in (NAME, COPY)}
    whole = {name: one for name, one in tried.items() if isinstance(one, Keys)}
    ours = {name: one for name, one in whole.items() if one.database == database}
    if not ours:
        raise _refusal(bool(whole))
    chosen = ours.get(NAME) or ours[COPY]
    worn = tuple(name for name in tried if tried[name] != chosen)
    of_others = {name for name, one in whole.items() if one.store != chosen.store}
    return Found(chosen, worn, tuple(name for name in worn if name not in of_others))


def whole(folder: Path) -> list[Keys]:
    """Return what the key files say that are whole, whichever store.db they fit. Raises TooNew."""
    found = [one for name in (NAME, COPY) if (one := _read_one(folder / name)) is not None]
    return found[:1] if found[1:] == found[:1] else found


def _refusal(is_whole: bool) -> Damaged:
    if is_whole:
        what = "The keys in this folder and its store.db do not belong together, or store.db is damaged."
        return Damaged(what, "Nothing was changed. Open the latest backup, keys and store.db together.")
    return Damaged(f"Both key files of this store, {NAME} and {COPY}, are damaged or missing.", _KEYS_NEXT)


def _read_one(path: Path) -> Keys | None:
    try:
        with path.open("rb") as file:
            return decoded(file.read(_MOST_BYTES + 1), path.name)
    except (FileNotFoundError, IsADirectoryError, Damaged):
        return None


def _checksum(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=32, person=b"fsdesk-keys").hexdigest()
