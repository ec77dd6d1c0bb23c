"""Tests of reading the headers of many edits."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.chain import START
from fsdesk.plans.edits import Edit, Header
from fsdesk.plans.header_reading import Headers

NAMES = st.sampled_from(["dan", "morag", "0192-ab", "", "-no", "a name", "x" * 65, "line\n"])
FIELDS = st.tuples(NAMES, NAMES, NAMES, st.integers(-1, 2), st.sampled_from([START, b"", START * 2]))


def edit(id_: str, plan: str, device: str, seq: int = 1, previous: bytes = START) -> Edit:
    """An edit with whatever a header may claim."""
    return Edit(msgspec.msgpack.encode((id_, plan, device, seq, previous, 1, 0, "Dan", "wrote")), ())


def read_alone(one: Edit) -> Header | None:
    """The header of an edit as it is read by itself."""
    try:
        return one.header
    except msgspec.DecodeError:
        return None


@given(st.lists(FIELDS, max_size=8))
def test_a_header_among_many_is_read_as_strictly_as_alone(claims):
    """Whatever was read before, a header is taken or refused as it would be alone, and says the same."""
    headers = Headers()
    for claim in claims:
        one = edit(*claim)
        try:
            (found,) = headers.of([one])
        except msgspec.DecodeError:
            found = None
        alone = read_alone(one)

        assert (alone is None) == (found is None)
        assert alone is None or msgspec.structs.astuple(alone) == msgspec.structs.astuple(found)


@pytest.mark.parametrize("raw", [b"", b"\xc1", b"\x91" * 5_000, b"\x99\xa1\xff" + b"\xa0" * 8])
def test_bytes_that_are_no_header_are_refused(raw):
    """Nothing but DecodeError comes of bytes that are no header, however deep or ill spelt."""
    with pytest.raises(msgspec.DecodeError):
        Headers().of([Edit(raw, ())])


def test_the_headers_come_in_the_order_of_the_edits():
    """Each edit has its own header at its own place."""
    made = [edit(f"e{number}", "plan", "dan", number) for number in range(1, 5)]

    assert [1, 2, 3, 4] == [header.seq for header in Headers().of(made)]
