"""While versions of a protective field differ, the one that protects most counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import protective
from fsdesk.plans.protective import most_protective, safest

READINGS = {
    "true": [True, False, None],
    "false": [True, False, None],
    "serious": ["worry", "serious"],
    "consent": ["given", "not_asked", "not_given", "withdrawn"],
    "learning": [{"consent": "given"}, {}, None, {"consent": "withdrawn", "on": "2026-11-21"}],
    "narrowest": [{}, None, {"to": "my_page"}, {"to": "my_worker"}, {"to": "named", "readers": ["p1", "p2"]}],
    "union": [["a"], ["b", "c"], [], None],
}
CASES = st.sampled_from(sorted(READINGS)).flatmap(
    lambda kind: st.tuples(st.just(kind), st.lists(st.sampled_from(READINGS[kind]), min_size=1, max_size=4))
)


@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_versions_makes_no_difference(case, random):
    """Whoever wrote first, the same version protects most, but for what the versions say besides."""
    kind, readings = case
    shuffled = list(readings)
    random.shuffle(shuffled)

    assert _deciding(most_protective(kind, readings)) == _deciding(most_protective(kind, shuffled))


def _deciding(reading: object) -> object:
    return reading.get("consent") if isinstance(reading, dict) and "consent" in reading else reading or None


@given(CASES)
def test_the_safest_reading_outdoes_every_version(case):
    """What stands in for a version that cannot be read protects at least as much as any other."""
    kind, readings = case
    if safest(kind) is not None:
        assert _deciding(safest(kind)) == _deciding(most_protective(kind, [*readings, safest(kind)]))


@pytest.mark.parametrize(
    ("kind", "readings", "counts"),
    [
        ("true", [False, True], True),
        ("false", [True, False], False),
        ("false", [True, None], False),
        ("serious", ["worry", "serious"], "serious"),
        ("consent", ["given", "not_asked"], "not_asked"),
        ("consent", ["not_given", "withdrawn", "given"], "withdrawn"),
        ("consent", ["given", "a word of tomorrow"], "a word of tomorrow"),
        ("narrowest", [{}, {"to": "named", "readers": ["p1"]}], {"to": "named", "readers": ["p1"]}),
        (
            "narrowest",
            [{"to": "named", "readers": ["p2", "p1"]}, {"to": "named", "readers": ["p3", "p2"]}],
            {"to": "named", "readers": ["p2"]},
        ),
        ("narrowest", [{"to": "named"}, {"to": "named", "readers": ["p3"]}], {"to": "named", "readers": []}),
        ("narrowest", [{"to": "my_page"}, {"to": "my_worker"}], {"to": "my_worker"}),
        ("union", [["b"], ["a", "b"], None], ["a", "b"]),
        ("", ["first", "second"], "first"),
        ("a kind of tomorrow", ["first", "second"], "first"),
    ],
)
def test_which_version_counts(kind, readings, counts):
    """Each kind of protection has its own order; a field without one reads as its first version."""
    assert counts == most_protective(kind, readings)


def test_every_kind_is_tried_here():
    """A new kind of protection finds its readings here first."""
    assert set(READINGS) == protective.KINDS
