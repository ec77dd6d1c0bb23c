"""From keys and a passphrase to the data key, and from a new passphrase to new keys."""

from __future__ import annotations

import secrets

from fsdesk.store import slots
from fsdesk.store.derivation import AbsurdDerivation, Derivation
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged, WrongPassphrase
from fsdesk.store.secret import DataKey

_MOST_SLOTS = 4
"""A store has one slot for a passphrase; hundreds, each at the limit of its cost, would take hours to try."""


def new_store_id() -> str:
    """Return the id of a new store: 32 random hexadecimal signs."""
    return secrets.token_hex(16)


def new_keys(store: str, database: str, data_key: DataKey, passphrase: str, cost: Derivation) -> Keys:
    """Return the keys of a new store, with one slot that this passphrase opens."""
    bare = Keys(store=store, database=database, check=data_key.check(store).hex(), slots=())
    return with_passphrase(bare, data_key, passphrase, cost)


def with_passphrase(keys: Keys, data_key: DataKey, passphrase: str, cost: Derivation) -> Keys:
    """Return the keys with this passphrase in place of the one before; every other slot stays."""
    return keys.with_only(slots.for_passphrase(passphrase, data_key, keys.store, cost))


def unlock(keys: Keys, passphrase: str) -> DataKey:
    """Return the data key. Raises WrongPassphrase, UnfitPassphrase, or Damaged for keys that make no sense."""
    held = keys.of_kind(slots.PASSPHRASE)
    if len(held) > _MOST_SLOTS:
        raise AbsurdDerivation
    for slot in held:
        try:
            data_key = slots.with_passphrase(slot, passphrase, keys.store)
        except slots.DoesNotOpen:
            continue
        if data_key.check(keys.store).hex() != keys.check:
            data_key.wipe()
            raise Damaged("The key file of this store holds a key that is not this store's.")
        return data_key
    raise WrongPassphrase
