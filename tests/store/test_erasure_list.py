from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.store import erasure_list
from fsdesk.store.erasing import Erasure
from fsdesk.store.secret import DataKey
from tests.store.stores import flipped

KEY, OTHER = DataKey(bytearray(b"k" * 32)), DataKey(bytearray(b"o" * 32))
STORE = "0" * 32
ONE = Erasure(plan="sorley-plan", erased_at=1_795_000_000_000, who="Morag", why="the family asked")
TWO = Erasure(plan="other", erased_at=2, who="Dan", turn=2, turned_at=3, turned_by="Dan")


def test_a_list_reads_back_under_its_key_and_store_alone(tmp_path):
    """Another key, another store's id, a changed byte, no file: each is no list."""
    erasure_list.write(tmp_path, KEY, STORE, [ONE, TWO])

    assert (TWO, ONE) == erasure_list.read(tmp_path, KEY, STORE)
    assert () == erasure_list.read(tmp_path, OTHER, STORE)
    assert () == erasure_list.read(tmp_path, KEY, "1" * 32)
    assert () == erasure_list.read(tmp_path / "none", KEY, STORE)
    flipped(tmp_path / erasure_list.NAME, 100)
    assert () == erasure_list.read(tmp_path, KEY, STORE)


def test_a_list_tells_nobody_without_the_key_who_is_on_it_or_how_many(tmp_path):
    """No id and no name stands in it, and one family takes as much room as thirty."""
    erasure_list.write(tmp_path, KEY, STORE, [ONE])
    of_one = (tmp_path / erasure_list.NAME).read_bytes()
    erasure_list.write(
        tmp_path, KEY, STORE, [ONE, *(Erasure(plan=f"p{n}", erased_at=n, who="D") for n in range(29))]
    )
    of_many = (tmp_path / erasure_list.NAME).read_bytes()

    assert not any(word in of_one for word in (b"sorley", b"Morag", b"asked"))
    assert len(of_one) == len(of_many)
    assert 0o600 == (tmp_path / erasure_list.NAME).stat().st_mode & 0o777


def test_a_list_that_says_the_same_already_is_left_alone(tmp_path):
    """Opening a store writes nothing."""
    erasure_list.write(tmp_path, KEY, STORE, [ONE, TWO])
    before = (tmp_path / erasure_list.NAME).read_bytes()
    erasure_list.write(tmp_path, KEY, STORE, [TWO, ONE])

    assert before == (tmp_path / erasure_list.NAME).read_bytes()


def test_nothing_erased_makes_no_file(tmp_path):
    """A store from which nothing was erased has no list."""
    erasure_list.write(tmp_path, KEY, STORE, [])

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("held", [b"", b"fsdesk-carried-1\0", b"fsdesk-carried-1\0" + bytes(40), b"x" * 9000])
def test_a_file_that_is_no_list_reads_as_none(tmp_path, held):
    """Cut short, empty, something else."""
    (tmp_path / erasure_list.NAME).write_bytes(held)

    assert () == erasure_list.read(tmp_path, KEY, STORE)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 6)), max_size=9), st.data())
def test_of_several_lists_the_latest_turn_of_each_plan_counts(turns, data):
    """Whatever the order in which they are put together."""
    told = [Erasure(plan=plan, erased_at=1, who="x", turn=turn) for plan, turn in turns]
    mixed = data.draw(st.permutations(told))
    found = erasure_list.together(told[:4], told[4:])

    assert found == erasure_list.together(mixed)
    assert {plan: max(turn for one, turn in turns if one == plan) for plan, _ in turns} == {
        one.plan: one.turn for one in found
    }


def test_the_last_erasure_that_holds_is_what_backups_are_measured_by():
    """One that was let in again counts no more."""
    assert datetime.fromtimestamp(1_795_000_000, UTC) == erasure_list.last_at([ONE, TWO])
    assert erasure_list.last_at([TWO]) is None
