from __future__ import annotations

import pytest

from fsdesk.store import carrying, erasing, keyfile, sweeping, unlocking
from fsdesk.store import folder as folder_
from fsdesk.store.secret import DataKey
from fsdesk.store.store import Store
from tests.store import kept_stores
from tests.store.stores import PASSPHRASE
from tests.store.test_erasing import ERASURE, fill


def key_of(folder) -> DataKey:
    """The data key of a closed store."""
    return unlocking.unlock(keyfile.read(folder, folder_.salt(folder)).keys, PASSPHRASE)


def test_erasures_of_a_store_are_carried_on_with_their_turns(store):
    """As its tables have them."""
    fill(store)
    with store.transaction() as tx:
        erasing.erase(tx, ERASURE)
        erasing.let_in(tx, ERASURE.plan, "Dan", 9)
    store.close()

    (one,) = carrying.out_of(store.folder, key_of(store.folder)).erasures
    assert (ERASURE.plan, 2, "Dan") == (one.plan, one.turn, one.turned_by)


@pytest.fixture
def old(tmp_path):
    """A store of the first schema, from which a plan was erased, and that nobody has opened since."""
    return kept_stores.unpacked(1, tmp_path)


def test_erasures_of_a_store_of_the_first_schema_are_carried_on_before_it_was_ever_caught_up(old):
    """It may be too damaged for that."""
    (one,) = carrying.out_of(old, key_of(old)).erasures

    assert (1, True) == (one.turn, one.holds)


def test_what_was_erased_before_pages_were_swept_is_swept_when_the_store_is_caught_up(old):
    """Opened once, it is due."""
    with Store.open(old, PASSPHRASE) as store:
        assert sweeping.is_due(store)
        with store.reading() as tx:
            assert [True] == [one.holds for one in erasing.every(tx)]
