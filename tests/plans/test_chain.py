"""The chain of a laptop's edits: every gap, swap and alteration shows."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import chain
from fsdesk.plans.chain import START, ChainBroken, Head, Ring, WithheldRange, walk
from fsdesk.plans.edits import Box, Edit

DIGESTS = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=6, unique=True)


def rings(digests: list[bytes]) -> list[Ring]:
    """The rings of a chain of edits that are all here."""
    found, before = [], START
    for seq, digest in enumerate(digests, 1):
        after = chain.link(before, digest)
        found.append(Ring(seq, seq, before, after, digest))
        before = after
    return found


@given(DIGESTS)
def test_a_chain_is_walked_to_its_end(digests):
    """Edits that follow on from each other lead to the last one's number and link."""
    made = rings(digests)

    assert (len(made), made[-1].after) == walk("ann", made)


@given(DIGESTS, st.data())
def test_left_out_edits_are_stood_in_for_by_their_digests(digests, data):
    """A chain in which any edits are left out and only their digests sent leads to the very same link."""
    made = rings(digests)
    left_out = data.draw(st.sets(st.integers(0, len(made) - 1)))
    sent = [Ring(r.first, r.last, None, None, r.digest) if at in left_out else r for at, r in enumerate(made)]

    assert walk("ann", made) == walk("ann", sent)


@given(DIGESTS, st.data())
def test_a_withheld_range_bridges_what_is_not_sent(digests, data):
    """A range that its laptop withholds names the link after it, and the chain goes on from there."""
    made = rings(digests)
    first = data.draw(st.integers(0, len(made) - 1))
    last = data.draw(st.integers(first, len(made) - 1))
    bridge = Ring(first + 1, last + 1, None, made[last].after)

    assert walk("ann", made) == walk("ann", [*made[:first], bridge, *made[last + 1 :]])


@given(DIGESTS, st.data())
def test_going_on_from_a_known_place(digests, data):
    """Walking on from any place that is known ends where walking from the start does."""
    made = rings(digests)
    at = data.draw(st.integers(0, len(made)))
    known = (at, made[at - 1].after if at else START)

    assert walk("ann", made) == walk("ann", made[at:], after=known)
    assert walk("ann", made) == walk("ann", made[at:], after=(at, None)) or at == len(made)


@given(DIGESTS.filter(lambda one: len(one) > 1), st.data())
def test_a_missing_swapped_or_altered_edit_breaks_the_chain(digests, data):
    """An edit that is missing, out of its place, or not the one that followed is named by its number."""
    made = rings(digests)
    at = data.draw(st.integers(1, len(made) - 1))
    altered = made[at]._replace(before=bytes(31) + b"\1")
    for wrong in (
        made[: at - 1] + made[at:],
        [*made[: at - 1], made[at], made[at - 1], *made[at + 1 :]],
        [*made[:at], altered],
    ):
        with pytest.raises(ChainBroken) as broken:
            walk("ann", wrong)

        assert broken.value.device == "ann"
        assert 1 <= broken.value.seq <= len(made)


@pytest.mark.parametrize(
    "ring",
    [Ring(1, 1, None, None), Ring(2, 2, START, START), Ring(1, 0, START, START), Ring(0, 0, START, START)],
)
def test_a_ring_that_tells_nothing_or_stands_elsewhere_is_no_ring(ring):
    """Nothing follows from a ring without links and digest, from a gap, or from a range turned round."""
    with pytest.raises(ChainBroken):
        walk("ann", [ring])
    assert (0, START) == walk("ann", [])


def test_a_digest_after_an_unknown_link_leads_nowhere():
    """Where the link before is not known, a digest alone cannot go on."""
    with pytest.raises(ChainBroken):
        walk("ann", [Ring(4, 4, None, None, bytes(32))], after=(3, None))


@given(st.binary(), st.binary(min_size=1), st.binary(min_size=32, max_size=32), st.integers(0, 7))
def test_a_commitment_opens_to_one_content_only(body, other, salt, bit):
    """A part opens its commitment when salt and body are the very ones; a withheld part opens it too."""
    bound = chain.commitment(salt, body)
    flipped = bytes([salt[0] ^ (1 << bit)]) + salt[1:]

    assert chain.opens(salt, body, bound)
    assert chain.opens(None, None, bound)
    assert not chain.opens(flipped, body, bound)
    assert not chain.opens(salt, body + other, bound)
    assert not chain.opens(salt, None, bound)
    assert not chain.opens(None, body, bound)


@given(st.binary(max_size=40).filter(lambda salt: len(salt) != chain.SALT_BYTES), st.binary(max_size=40))
def test_a_part_under_a_salt_of_another_length_is_not_opened(salt, body):
    """A store keeps salt and body as one, 32 bytes and the rest, so no other salt is ever taken for one."""
    assert not chain.opens(salt, body, chain.commitment(salt, body))


@given(st.lists(st.tuples(st.integers(0, 2), st.binary(min_size=32, max_size=32)), max_size=3), st.binary())
def test_a_digest_tells_headers_kinds_and_order_apart(commitments, header):
    """Another header, another kind, another order or one part more is another digest."""
    made = chain.digest(header, commitments)
    swapped = list(reversed(commitments))

    assert made != chain.digest(header + b"\0", commitments)
    assert made != chain.digest(header, [*commitments, (0, bytes(32))])
    assert (made == chain.digest(header, swapped)) == (swapped == commitments)
    assert all(
        made != chain.digest(header, [(kind + 1, bound), *commitments[1:]]) for kind, bound in commitments[:1]
    )


@given(
    st.binary(min_size=32, max_size=32),
    st.binary(),
    st.lists(st.builds(Box, st.integers(0, 9), st.binary(min_size=32, max_size=32)), max_size=3),
)
def test_a_link_made_at_once_is_the_link_of_the_digest(previous, header, boxes):
    """By way of the digest that stands for a left-out edit or at once, a link is the same."""
    edit = Edit(header, tuple(boxes))

    assert chain.link(previous, edit.digest) == chain.link_over(previous, header, boxes)
    assert chain.link(previous, edit.digest) == edit.link_after(previous)


def test_what_a_signature_covers_says_what_it_is_for():
    """A head's signature can stand for nothing else, and a withheld range's neither."""
    head, kept = Head("ann", 3, START), WithheldRange("ann", 1, 3, START)

    assert head.signed_bytes().startswith(b"fsdesk-head-1\0")
    assert kept.signed_bytes().startswith(b"fsdesk-withheld-1\0")
    assert len({head.signed_bytes(), kept.signed_bytes(), Head("ann", 4, START).signed_bytes()}) == 3
    assert head.signed_bytes() == msgspec.structs.replace(head, signature=b"x").signed_bytes()
