"""Edits that no honest program writes: wrong types, odd names, claims about the future, for properties of folding."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from hypothesis import strategies as st

from fsdesk.plans import fields
from fsdesk.plans.chain import START, commitment
from fsdesk.plans.edits import (
    Added,
    Again,
    Box,
    Edit,
    Elements,
    Header,
    Key,
    Moved,
    PutBack,
    TookBack,
    TookOut,
    Wrote,
)
from tests.plans.any_plan import WORDS

KEYS = st.builds(
    Key, st.sampled_from(["ann", "ben", "eve", "x" * 60]), st.integers(1, 2**53 - 1) | st.integers(1, 9)
)
SAW = st.lists(KEYS, max_size=5).map(tuple) | st.just(tuple(Key("ann", at) for at in range(1, 2_000)))
_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(),
    WORDS,
    st.binary(max_size=3),
    st.just(msgspec.msgpack.Ext(5, b"x")),
    st.just(datetime(2026, 1, 1, tzinfo=UTC)),
    st.sampled_from(["my_worker", "all", "serious", "withdrawn", "p1", "g1", "2026-02-30"]),
)
VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["text", "to", "readers", "id", "kind", "zebra"]) | WORDS, inner, max_size=3
        ),
        st.dictionaries(st.integers(0, 3), inner, max_size=2),
    ),
    max_leaves=6,
)
_GOOD = st.sampled_from(
    [[{"text": "Stolen words"}], {"to": "named"}, True, False, "serious", ["p2"], "Hall", []]
)
_COLLECTIONS = st.sampled_from(
    [fields.PLAN, "steps", "people", "households", "shares", "goals", "worries", "cases"]
)
_RECORDS = st.sampled_from(["plan", "plan2", "p1", "p2", "s1", "s2", "g1", "h1", "sh1", "new"]) | WORDS
_FIELDS = st.sampled_from(
    [
        *("id", "code", "title", "text", "what", "who", "whose", "audience", "sealed", "level", "consent"),
        *(
            "changed_at",
            "made_at",
            "safe_to_print",
            "address",
            "name",
            "role",
            "zebra",
            "state",
            "never_linted",
        ),
    ]
)
_POSITIONS = st.sampled_from(["", "V", "0", "é", "VV", "A" * 2_000])
ANY = VALUES | _GOOD


@st.composite
def changes(draw: st.DrawFn):
    """One change, of any kind, about anything."""
    place = draw(_COLLECTIONS), draw(_RECORDS)
    kind = draw(st.sampled_from([Added, Wrote, Wrote, Elements, Moved, PutBack, TookBack, TookOut]))
    if kind is Added:
        made = Added(*place, draw(st.dictionaries(_FIELDS, ANY, max_size=5)), draw(_POSITIONS))
    elif kind is Wrote:
        made = Wrote(*place, draw(_FIELDS), tuple(draw(st.lists(ANY, max_size=2))), draw(SAW))
    elif kind is Elements:
        taken = draw(st.lists(st.tuples(ANY, SAW), max_size=2))
        made = Elements(*place, draw(_FIELDS), tuple(draw(st.lists(ANY, max_size=2))), tuple(taken))
    elif kind is Moved:
        made = Moved(*place, draw(_POSITIONS))
    elif kind is TookOut:
        made = TookOut(*place, draw(SAW))
    else:
        made = kind(*place)
    return Again(*place, draw(KEYS), made) if draw(st.integers(0, 3)) == 0 else made


@st.composite
def edits(draw: st.DrawFn, seq: int = 1) -> Edit:
    """One edit of Eve's laptop, whatever is in it."""
    header = Header(
        f"eve-{seq}",
        draw(st.sampled_from(["plan", "plan", "plan", "plan2"])),
        draw(st.sampled_from(["eve", "eve", "ann"])),
        seq,
        START,
        draw(st.sampled_from([0, 1, 2, 2**53 - 1])),
        draw(st.sampled_from([0, 1_700_000_000_000, 2**53 - 1, -(2**53) + 1])),
        "Eve",
        draw(st.sampled_from(["wrote", "settled", "imported", "began", "zebra", ""])),
    )
    held = msgspec.msgpack.encode(header)
    boxes = tuple(draw(_boxes()) for _ in range(draw(st.integers(0, 3))))
    return Edit(draw(st.sampled_from([held, held, held, held, b"", b"\xff"])), boxes)


@st.composite
def _boxes(draw: st.DrawFn) -> Box:
    body = draw(
        st.lists(changes(), max_size=4).map(msgspec.msgpack.encode)
        | st.binary(max_size=8)
        | st.just(b"\x91" * 3_000)
    )
    salt = bytes(32)
    box = Box(draw(st.integers(0, 3)), commitment(salt, body), salt, body)
    return box if draw(st.integers(0, 4)) else Box(box.kind, box.commitment)


def many(most: int = 4) -> st.SearchStrategy[list[Edit]]:
    """Several edits of Eve's, numbered beyond what honest laptops write here."""
    return st.integers(1, most).flatmap(
        lambda count: st.tuples(*(edits(seq=100 + at) for at in range(count))).map(list)
    )
