from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.store import envelope
from fsdesk.store.identity import Identity

KEYS = Identity.fresh()
NO = (envelope.NotAnEnvelope, envelope.NotAddressedToUs, envelope.DamagedEnvelope)
_END = b"--- " + b"A" * 43 + b"\n" + bytes(100)


def test_an_envelope_opens_for_each_of_its_readers_alone():
    """And for nobody else."""
    two, three = Identity.fresh(), Identity.fresh()
    closed = envelope.close(b"held", [KEYS.recipient, two.recipient])

    assert b"held" == envelope.open_(closed, KEYS.opener()) == envelope.open_(closed, two.opener())
    with pytest.raises(envelope.NotAddressedToUs):
        envelope.open_(closed, three.opener())
    with pytest.raises(envelope.NobodyToSealTo):
        envelope.close(b"held", [])


def test_the_bytes_of_an_envelope_are_others_each_time_and_tell_no_length_of_names():
    """The same held twice does not look the same."""
    assert envelope.close(b"held", [KEYS.recipient]) != envelope.close(b"held", [KEYS.recipient])


@pytest.mark.parametrize("held", [b"", b"held", b"x" * 200_000])
@pytest.mark.parametrize("cut", [1, 16, 17, 100])
def test_an_envelope_that_was_cut_gives_out_nothing(held, cut):
    """Not even the part that is whole."""
    closed = envelope.close(held, [KEYS.recipient])

    with pytest.raises((envelope.DamagedEnvelope, envelope.NotAddressedToUs)):
        envelope.open_(closed[:-cut], KEYS.opener())


@pytest.mark.parametrize("key", ["", "age1", "age1x", "AGE-SECRET-KEY-1", "é", "ssh-ed25519 AAAA"])
def test_what_is_no_age_key_is_known_for_none(key):
    """A card with such a key is not accepted."""
    assert envelope.is_reader(KEYS.recipient)
    assert not envelope.is_reader(key)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_envelope_or_refused(held):
    """Whatever follows the first line."""
    for made in (held, envelope.MAGIC + held, envelope.MAGIC + b"\n" + held + b"\n" + _END):
        with pytest.raises(NO):
            envelope.open_(made, KEYS.opener())


@pytest.mark.parametrize(
    "header",
    [
        b"-> a b\n\n" * 200_000,
        b"-> a b\n\n" * 129,
        b"-> a b\n" + b"A" * 64 + b"\n" * 100_000,
        (b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n") * 50_000,
        b"-> " + b"a" * 1_000_000,
        b"\n" * 1_000_000,
    ],
)
def test_a_header_that_would_take_hours_to_read_is_damage(header):
    """It is looked at before it is read."""
    for ending in (_END, b""):
        with pytest.raises(NO):
            envelope.open_(envelope.MAGIC + b"\n" + header + ending, KEYS.opener())


def test_an_envelope_is_closed_to_a_hundred_people_and_no_more():
    """Each of the hundred opens it."""
    readers = [Identity.fresh().recipient for _ in range(99)]
    closed = envelope.close(b"held", [*readers, KEYS.recipient])

    assert b"held" == envelope.open_(closed, KEYS.opener())
    with pytest.raises(envelope.TooManyReaders, match="100 people"):
        envelope.close(b"held", [*readers, KEYS.recipient, readers[0]])
