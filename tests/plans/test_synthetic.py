from __future__ import annotations

import base64
import hashlib
import re
import statistics
import struct
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import codes, document, fields
from fsdesk.plans import model as m
from fsdesk.plans.synthetic import DRAWING_EVERY, family
from tests.plans.sample_reading import records, spans

numbers = st.integers(0, 2**31)
seeds = st.integers(0, 2**63 - 1)


@pytest.fixture(scope="module")
def hundred() -> list[m.Plan]:
    return [family(number, seed=7) for number in range(100)]


@given(numbers, seeds)
def test_the_same_number_and_seed_give_the_same_family(number: int, seed: int) -> None:
    assert family(number, seed) == family(number, seed)


@given(numbers, seeds)
def test_every_family_is_a_plan_that_its_document_holds_without_loss(number: int, seed: int) -> None:
    plan = family(number, seed)

    assert plan == document.read(document.write(plan))


@given(numbers, seeds)
def test_every_code_is_right(number: int, seed: int) -> None:
    assert codes.is_right(family(number, seed).code)


@given(numbers, numbers, seeds)
def test_families_of_different_numbers_differ_and_those_after_have_later_ids(
    one: int, other: int, seed: int
) -> None:
    assert (one < other) is (family(one, seed).id < family(other, seed).id)


def test_another_seed_gives_other_families() -> None:
    assert 50 == len({family(3, seed).code for seed in range(50)})


def test_a_family_is_the_same_on_every_machine() -> None:
    first = family(1, seed=1)

    assert ("019b8d2b-8c01", "ZSYM-NDQ4") == (first.id[:13], first.code)


def test_a_negative_number_is_no_family() -> None:
    with pytest.raises(ValueError, match="numbered from 0"):
        family(-1, seed=1)


def test_they_vary_in_people_words_and_states(hundred: list[m.Plan]) -> None:
    assert {2, 3, 4, 5, 6} >= {len(plan.people) for plan in hundred} >= {2, 3, 4, 5}
    assert {"draft", "ready", "agreed"} == {plan.state for plan in hundred}
    assert len({m.text_of(plan.matters[0].words) for plan in hundred}) > 5
    assert len({plan.family_name for plan in hundred}) > 10
    assert {True, False} == {plan.money is None for plan in hundred}


def test_they_are_of_the_size_that_performance_is_measured_with(hundred: list[m.Plan]) -> None:
    counts = [1 + sum(len(getattr(plan, name)) for name in fields.collections()) for plan in hundred]
    sizes = [len(msgspec.json.encode(plan)) for plan in hundred if not plan.media]

    assert 36 <= statistics.mean(counts) <= 44
    assert 120 * 40 <= statistics.mean(sizes) <= 190 * 40


def test_every_tenth_holds_a_drawing_that_a_child_made(hundred: list[m.Plan]) -> None:
    drawn = [number for number, plan in enumerate(hundred) if plan.media]
    picture = hundred[0].media[0]
    (voice,) = (voice for voice in hundred[0].voices if voice.media)

    assert list(range(0, 100, DRAWING_EVERY)) == drawn
    assert {picture.id} == voice.media
    assert {person.id: person.role for person in hundred[0].people}[voice.person] is m.Role.CHILD


def test_a_drawing_is_a_png_that_fits_its_hash(hundred: list[m.Plan]) -> None:
    picture = hundred[10].media[0]
    data = base64.b64decode(picture.base64, validate=True)
    wide, high, depth, colours = struct.unpack(">IIBB", data[16:26])
    pixels = data[data.index(b"IDAT") + 4 : -16]

    assert hashlib.blake2b(data, digest_size=32).hexdigest() == picture.hash
    assert (320, 240, 1, 0) == (wide, high, depth, colours)
    assert high * (1 + wide // 8) == len(zlib.decompress(pixels))
    assert data.endswith(b"IEND" + struct.pack(">I", zlib.crc32(b"IEND")))


def test_quotes_name_their_speaker_and_no_gap_in_a_sentence_is_left_open(hundred: list[m.Plan]) -> None:
    said = [span for plan in hundred for span in spans(plan)]

    assert [] == [span.text for span in said if span.kind is m.SpanKind.QUOTE and span.speaker is None]
    assert [] == [span.text for span in said if "{" in span.text]


def test_phone_numbers_are_of_the_range_kept_for_fiction(hundred: list[m.Plan]) -> None:
    numbers = re.findall(
        r"\b0\d{3} \d{3} \d{4}\b", str([record for plan in hundred for record in records(plan)])
    )

    assert len(numbers) >= 300
    assert [] == [number for number in numbers if not number.startswith("0141 496 0")]
