"""What a store's keys know of its recovery sheets: which one opens it, which did before, which was typed back."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from fsdesk.errors import Refused
from fsdesk.store import secret_slots, sheet, slots
from fsdesk.store.keyfile import Keys, Retired
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import DataKey
from fsdesk.store.secret_slots import RECOVERY
from fsdesk.store.sheet import Sheet, Writing
from fsdesk.store.sheet_file import Typed
from fsdesk.store.slots import Slot

_MOST_RETIRED = 100
_MAC_BYTES = 8


class NoSheet(Refused):
    """A store that no recovery sheet opens."""

    what = "No recovery sheet was made for this store."
    what_next = "Open it with its passphrase, then make one with “fsdesk store recovery-sheet”."
    in_window = "Open it with its passphrase, then make one under Settings, Recovery sheet."


class OldSheet(Refused):
    """A sheet that a newer one replaced."""

    what = "This recovery sheet was replaced by a newer one."
    what_next = "Nothing was changed. Use the newer sheet."


class WrongSheet(Refused):
    """A sheet that can be read and never opened this store."""

    what = "This recovery sheet does not open this store."
    what_next = "Nothing was changed. Check that it is the sheet of this very store."


class NotOnSheet(Refused):
    """What was typed back is not what stands on the sheet."""

    what = "That is not what stands there on the sheet."
    what_next = "Look at the sheet again and type that part once more."


class Known(NamedTuple):
    """A sheet as the keys know it. ``asked`` is the group to type back, counted from 1; times are ISO 8601, UTC."""

    slot: str
    number: str
    writing: Writing
    made_at: str
    proven_at: str
    asked: int


def known(keys: Keys) -> list[Known]:
    """Return the sheets that open the store now: at most one that was proven, and one after it that was not yet."""
    return [_known(slot) for slot in keys.of_kind(RECOVERY)]


def draw(keys: Keys, writing: Writing, at: datetime) -> Sheet:
    """Return the next sheet of a store; nothing knows of it until `with_sheet`."""
    numbers = [one.number for one in known(keys)] + [one.number for one in keys.retired]
    last = max(numbers, key=sheet.count_in, default="")
    return sheet.draw(keys.store, sheet.count_in(last) + 1, writing, at.astimezone().date(), last)


def with_sheet(keys: Keys, data_key: DataKey, made: Sheet, at: datetime, *, beside_proven: bool) -> Keys:
    """Return the keys with a slot that this sheet opens, not proven yet.

    It takes the place of every other sheet, or, with `beside_proven`, of those that were never proven: then the
    proven one stays until `proven` is asked of the new one.
    """
    going = [slot for slot in keys.of_kind(RECOVERY) if not (beside_proven and slot.proven_at)]
    says: dict[str, str | int] = {"number": made.number, "writing": made.writing.value}
    slot = secret_slots.made(RECOVERY, made.secret, data_key, keys.store, says)
    groups = enumerate(made.groups, start=1)
    macs = (_mac(data_key, slot.id, place, group) for place, group in groups)
    noted = msgspec.structs.replace(slot, proof="".join(mac.hex() for mac in macs))
    return _retired(keys, going, at).with_also(noted)


def proven(keys: Keys, data_key: DataKey, typed: str, at: datetime) -> Keys:
    """Return the keys with the newest sheet proven, and every earlier one retired.

    Raises NoSheet, and NotOnSheet unless `typed` is the group that was asked for.
    """
    held = keys.of_kind(RECOVERY)
    if not held:
        raise NoSheet
    slot, told = held[-1], _known(held[-1])
    group = sheet.tidy_group(typed, told.writing)
    if not hmac.compare_digest(_noted(slot, told.asked), _mac(data_key, slot.id, told.asked, group).hex()):
        raise NotOnSheet
    return _with_proof(keys, slot, at)


def proven_whole(keys: Keys, typed: Typed, at: datetime) -> Keys:
    """Return the keys with the sheet proven that was typed back whole. Raises as `unlock`."""
    for slot in keys.of_kind(RECOVERY):
        if slot.method.get("tag") == secret_slots.tag(typed.secret, keys.store):
            return _with_proof(keys, slot, at)
    raise _refusal(keys, typed)


def unlock(keys: Keys, typed: Typed) -> DataKey:
    """Return the data key that a sheet opens. Raises NoSheet, OldSheet, WrongSheet, or Damaged."""
    for slot in reversed(keys.of_kind(RECOVERY)):
        try:
            data_key = secret_slots.opened(slot, typed.secret, keys.store)
        except slots.DoesNotOpen:
            continue
        if data_key.check(keys.store).hex() != keys.check:
            data_key.wipe()
            raise Damaged("The key file of this store holds a key that is not this store's.")
        return data_key
    raise _refusal(keys, typed)


def _refusal(keys: Keys, typed: Typed) -> Refused:
    tag = secret_slots.tag(typed.secret, keys.store)
    was = next((one for one in keys.retired if one.tag == tag), None)
    if was is not None:
        return _old(keys, was)
    if not keys.of_kind(RECOVERY):
        return NoSheet()
    ours = sheet.number_of(keys.store, 1)[: -len("-01")]
    if typed.number and not typed.number.startswith(ours):
        return WrongSheet(f"Sheet {typed.number} belongs to another store.")
    return WrongSheet()


def _old(keys: Keys, was: Retired) -> OldSheet:
    day = datetime.fromisoformat(was.retired_at).astimezone()
    now = known(keys)
    use = (
        f"Use sheet {now[-1].number}."
        if now
        else "No newer sheet was made: open the store with its passphrase."
    )
    return OldSheet(
        f"Sheet {was.number} opens this store no more since {day.day} {day:%B %Y}.",
        f"Nothing was changed. {use}",
    )


def all_retired(keys: Keys, at: datetime) -> tuple[Retired, ...]:
    """Return what is to be remembered of every sheet there ever was, once none of them opens the store."""
    return _retired(keys, keys.of_kind(RECOVERY), at).retired


def _retired(keys: Keys, going: list[Slot], at: datetime) -> Keys:
    for slot in going:
        gone = Retired(str(slot.method.get("number", "")), str(slot.method.get("tag", "")), _moment(at))
        kept = (*keys.retired, gone)[-_MOST_RETIRED:]
        keys = msgspec.structs.replace(keys.without(slot), retired=kept)
    return keys


def _with_proof(keys: Keys, slot: Slot, at: datetime) -> Keys:
    earlier = [one for one in keys.of_kind(RECOVERY) if one.id != slot.id]
    done = msgspec.structs.replace(slot, proven_at=_moment(at))
    return _retired(keys, earlier, at).with_also(done)


def _known(slot: Slot) -> Known:
    try:
        writing = Writing(str(slot.method["writing"]))
        count = max(len(slot.proof) // (2 * _MAC_BYTES), 1)
        return Known(
            slot.id,
            str(slot.method["number"]),
            writing,
            slot.made_at,
            slot.proven_at,
            int(slot.id, 16) % count + 1,
        )
    except (KeyError, ValueError):
        raise slots.misshapen() from None


def _noted(slot: Slot, place: int) -> str:
    each = 2 * _MAC_BYTES
    return slot.proof[each * (place - 1) : each * place]


def _mac(data_key: DataKey, slot: str, place: int, group: str) -> bytes:
    """Return by what a group is known again: keyed with the data key, so that it tells nothing to anybody else."""
    said = f"{slot} {place} {group}".encode()
    return hashlib.blake2b(said, key=data_key.raw, digest_size=_MAC_BYTES, person=b"fsdesk-group").digest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
