from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from fsdesk.plans.search.slips import keys_of
from fsdesk.store import schema, search
from fsdesk.store.search import Found
from tests.store.indexed import in_the_index, is_sound
from tests.store.stores import a_store

COUNT = (
    "SELECT (SELECT count(*) FROM search_words), (SELECT count(*) FROM search_terms),"
    " (SELECT count(*) FROM search_slips)"
)


@pytest.fixture
def searched(store):
    """A store of plans a, b, c …: call it with the words of some of them, by number."""
    with store.transaction() as tx:
        rows = [{"id": chr(96 + no), "fold_version": 1, "changed_at": -no} for no in range(1, 10)]
        tx.execute(insert(schema.plans), rows)

    def put(**words: str) -> None:
        with store.transaction() as tx:
            search.put(tx, {ord(plan) - 96: frozenset(said.split()) for plan, said in words.items()})

    return put


def found(store, *words: str) -> str:
    with store.reading() as tx:
        return "".join(search.find(tx, words).plans)


def stopped_half_way(store) -> None:
    with store.transaction() as tx:
        search.put(tx, {1: frozenset({"quavixo"})})
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("ab", ["mary"]),
        ("a", ["maryh"]),
        ("a", ["maryhill", "zaz"]),
        ("", ["maryhill", "yusuf"]),
        ("a", ["marihill"]),
        ("a", ["zazlc"]),
        ("b", ["yussuf", "marya"]),
        ("b", ["yussuf", "mraya"]),
        ("", ["xxxx"]),
        ("", []),
        ("c", ["王"]),
        ("ab", ["m"]),
        ("b", ["y", "mary"]),
        ("", ["q"]),
    ],
)
def test_plans_are_found_by_beginnings_and_one_slip(store, searched, expected, words):
    """All words have to fit; the plan that was changed last stands first."""
    searched(a="maryhill zazolc", b="maryam yusuf", c="王 小 明")

    assert expected == found(store, *words)


def test_a_slip_is_forgiven_only_where_nothing_fits_exactly(store, searched):
    """And the answer says which it was."""
    searched(a="maryam", b="miryam")

    with store.reading() as tx:
        assert Found(("a",), exact=True) == search.find(tx, ["marya"])
        assert Found(("a", "b"), exact=False) == search.find(tx, ["myryam"])


def test_a_plan_that_was_erased_or_never_folded_is_not_found(store, searched):
    """Only plans that can be read are."""
    searched(a="maryhill", b="maryhill")
    with store.transaction() as tx:
        tx.exec_driver_sql("UPDATE plans SET fold_version = NULL WHERE id = 'a'")

    assert "b" == found(store, "maryhill")


def test_words_that_changed_are_found_and_those_before_are_not(store, searched):
    """The index stays what it would be if every word were indexed anew."""
    searched(a="kettle harbour", b="harbour")
    searched(a="kettle otter", b="harbour")

    assert ("a", "b", "a", "a") == tuple(
        found(store, word) for word in ("otter", "harbour", "kettle", "keptle")
    )
    is_sound(store)


def test_a_word_that_no_plan_has_any_more_is_nowhere(store, searched):
    """Not in the index, not among the words that a slip may mean, and not in a page of either."""
    searched(a="quavixo kettle", b="kettle")
    before = in_the_index(store, "quavixo")
    searched(a="kettle")

    assert (True, False) == (before, in_the_index(store, "quavixo"))
    assert [(2, 1, len(keys_of("kettle")))] == store.ask(COUNT)


def test_a_plan_taken_out_takes_the_words_it_alone_had(store, searched):
    """Others keep theirs."""
    searched(a="quavixo kettle", b="kettle")
    with store.transaction() as tx:
        search.take_out(tx, [1])

    assert ("b", "") == (found(store, "kettle"), found(store, "quavixo"))
    assert not in_the_index(store, "quavixo")
    is_sound(store)
    with store.transaction() as tx:
        search.take_out(tx, [1, 2])
    assert [(0, 0, 0)] == store.ask(COUNT)


def test_a_change_that_did_not_happen_is_in_no_index(store, searched):
    """Words go with the transaction they came in."""
    searched(a="kettle")
    with pytest.raises(ZeroDivisionError):
        stopped_half_way(store)

    assert ("a", "") == (found(store, "kettle"), found(store, "quavixo"))
    is_sound(store)


def test_whole_names_are_found_with_one_slip_in_each_word(store, searched):
    """A beginning is not enough for a name."""
    searched(a="shona kerr", b="shonagh kerr", c="shona kirr")

    with store.reading() as tx:
        assert ("a", "c") == search.with_name(tx, frozenset({"shona", "kerr"}))
        assert () == search.with_name(tx, frozenset())


@given(
    st.lists(
        st.dictionaries(st.integers(1, 5), st.frozensets(st.sampled_from("abcdefghij"), max_size=6)),
        max_size=8,
    )
)
@settings(max_examples=25)
def test_however_plans_change_the_index_says_what_they_say(store_of_five, turns):
    """Any plans, any words, any order of changes."""
    held = dict.fromkeys(range(1, 6), frozenset())
    with store_of_five.transaction() as tx:
        search.put(tx, held)
        for turn in turns:
            search.put(tx, turn)
            held |= turn
        for word in "abcdefghij":
            assert {chr(96 + no) for no, words in held.items() if word in words} == set(
                search.find(tx, [word]).plans
            )
    is_sound(store_of_five)


@pytest.fixture(scope="module")
def store_of_five(tmp_path_factory):
    """One store of five plans for every example."""
    with a_store(tmp_path_factory.mktemp("search") / "store") as made:
        with made.transaction() as tx:
            tx.execute(insert(schema.plans), [{"id": chr(96 + no), "fold_version": 1} for no in range(1, 6)])
        yield made


def test_many_saves_leave_a_sound_index_and_no_trace_of_what_went(store, searched):
    """Merging the index's own pieces brings nothing back."""
    chance = random.Random(3)
    words = [f"word{number:03}" for number in range(200)]
    for number in range(120):
        said = " ".join(chance.sample(words, 20))
        searched(**{chr(97 + number % 9): f"{said} quavixo{number}" if number < 60 else said})

    assert not in_the_index(store, "quavixo")
    is_sound(store)


def test_a_search_reads_no_table_through(store, searched):
    """Words go through the index, what slips may mean through its keys."""
    searched(a="kettle")
    with store.reading() as tx:
        plans = [
            [row[-1] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", ("[]",))]
            for query in (search._FOUND, search._MEANT)
        ]

    assert any("VIRTUAL TABLE INDEX" in step for step in plans[0])
    assert any("SEARCH s USING PRIMARY KEY" in step for step in plans[1])
    assert not any(step.startswith(("SCAN p", "SCAN s ", "SCAN t")) for step in plans[0] + plans[1])
