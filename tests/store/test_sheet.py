from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import codes
from fsdesk.store import block_code, sheet, sheet_file, sheet_words
from fsdesk.store.contact import word_list
from fsdesk.store.sheet import Sheet, Writing
from fsdesk.store.sheet_file import Misread, NotASheet

SECRETS = st.binary(min_size=32, max_size=32)
STORE = "ab" * 16
FIXED = bytes(range(32))


def a_sheet(writing: Writing = Writing.WORDS, secret: bytes = FIXED) -> Sheet:
    """The second sheet of a store, with a secret of which nothing is random."""
    number, before = sheet.number_of(STORE, 2), sheet.number_of(STORE, 1)
    return Sheet(number, writing, date(2026, 11, 21), bytearray(secret), before)


def typed(text: str) -> bytes:
    """The secret that somebody's typing stands for."""
    return bytes(sheet_file.read(text.encode()).secret)


@given(SECRETS)
def test_words_and_code_stand_for_the_same_secret(secret):
    """Whatever the secret, 24 words and 18 groups lead back to it."""
    words, groups = sheet_words.written(secret), block_code.written(secret)

    assert (24, 18, {4}) == (len(words), len(groups), {len(group) for group in groups})
    assert secret == sheet_words.read(words) == block_code.read(groups)


@given(SECRETS, st.integers(0, 71), st.sampled_from(codes.SIGNS))
def test_one_wrong_sign_of_the_code_is_named_by_its_group(secret, place, sign):
    """Every group knows its own slips."""
    groups = list(block_code.written(secret))
    group, at = divmod(place, 4)
    wrong = groups[group][:at] + sign + groups[group][at + 1 :]
    if wrong == groups[group]:
        return
    groups[group] = wrong

    with pytest.raises(block_code.Misread) as slip:
        block_code.read(groups)
    assert group + 1 == slip.value.group


@given(SECRETS, st.integers(0, 17), st.integers(0, 17))
def test_two_groups_that_changed_places_are_noticed(secret, one, other):
    """The check sign of a group knows its place, even where the whole would not."""
    groups = list(block_code.written(secret))
    if groups[one] == groups[other]:
        return
    groups[one], groups[other] = groups[other], groups[one]

    with pytest.raises(block_code.Misread):
        block_code.read(groups)


@given(SECRETS, st.integers(0, 23), st.sampled_from(word_list()))
def test_one_wrong_word_is_noticed_nearly_always(secret, place, word):
    """A word off the list is named; another of the list fits by chance in one of 256 and then opens nothing."""
    words = list(sheet_words.written(secret))
    with pytest.raises(sheet_words.Misspelt) as slip:
        sheet_words.read([*words[:place], "qqq", *words[place + 1 :]])
    assert place + 1 == slip.value.word

    words[place] = word
    with contextlib.suppress(sheet_words.Misspelt):
        assert (sheet_words.read(words) == secret) == (sheet_words.written(secret)[place] == word)


@pytest.mark.parametrize("writing", Writing)
def test_a_sheet_reads_back_from_its_file_and_its_square(writing):
    """What is printed, and what the square holds, lead to the same secret and name the sheet."""
    made = a_sheet(writing)

    for text in (sheet_file.written(made), made.qr.encode(), made.qr.lower().encode()):
        found = sheet_file.read(text)
        assert (made.secret, made.number) == (found.secret, found.number)


@pytest.mark.parametrize("writing", Writing)
@pytest.mark.parametrize("kind", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_sheet_is_read_however_it_was_typed(writing, kind):
    """Capitals or not, in columns or rows, with dots, numbers or nothing between, by whichever editor."""
    parts = a_sheet(writing).parts
    numbered = [f"{place}. {part}" for place, part in enumerate(parts, start=1)]
    texts = (
        " ".join(parts),
        "-".join(parts).upper(),
        "\r\n".join(parts).title(),
        "\n".join(numbered),
        "My sheet\n" + "\n".join(reversed(numbered)).lower(),
    )

    assert {FIXED} == {bytes(sheet_file.read(text.encode(kind)).secret) for text in texts}


def test_signs_that_are_often_misread_are_taken_for_what_they_are():
    """O reads as 0, I and L as 1."""
    groups = " ".join(a_sheet(Writing.CODE).parts)

    assert FIXED == typed(groups.replace("0", "O").replace("1", "l"))


def test_a_slip_is_said_with_its_place_and_nothing_of_the_sheet():
    """The sentence helps to look again, and tells nobody what stands there."""
    words, groups = list(a_sheet().parts), list(a_sheet(Writing.CODE).parts)
    rest = "\n".join(f"{place} {word}" for place, word in enumerate(words, start=1) if place != 9)
    slips = {
        "Word 7 ": " ".join([*words[:6], "kettel", *words[7:]]),
        "Group 3 ": " ".join([*groups[:2], "ZZZZ", *groups[3:]]),
        "24 words, and 23 are": " ".join(words[:-1]),
        "18 groups, and 19 are": " ".join([*groups, "ZZZZ"]),
        "do not fit": " ".join([*words[:22], words[23], words[22]]),
        "Number 9 is missing": rest,
    }

    for told, text in slips.items():
        with pytest.raises(Misread, match=told) as slip:
            typed(text)
        assert not {"kettel", "ZZZZ", *words, *groups} & set(str(slip.value).replace(".", " ").split())


@pytest.mark.parametrize(
    "raw", [b"", b"Dear Sir, ", b"\xff\x00\xff", b"kettle", b"1 2 3\n4 5 6", b"\x00" * 99]
)
def test_what_is_no_sheet_is_said_to_be_none(raw):
    """Letters, pictures and empty files hold no sheet."""
    with pytest.raises((NotASheet, Misread)):
        sheet_file.read(raw)


def test_nothing_shows_a_secret_by_accident():
    """Neither a sheet nor what was read shows it where values are shown."""
    made = a_sheet()
    shown = repr(made) + repr(sheet_file.read(sheet_file.written(made)))

    assert made.number in shown
    assert not {*made.parts, *a_sheet(Writing.CODE).parts, FIXED.hex(), repr(bytearray(FIXED))} & {
        *shown.split()
    }
    assert "x01" not in shown


def test_the_sheet_says_what_it_is_and_never_where_or_whose():
    """Its number, what it replaces, how to keep it: and no word that a finder could use beyond that."""
    text = sheet_file.written(a_sheet()).decode()

    for said in (sheet.number_of(STORE, 2), sheet.number_of(STORE, 1), "21 November 2026", "If it is lost"):
        assert said in text
    assert STORE not in text


def test_a_number_counts_and_belongs_to_its_store():
    """Sheets of one store differ in their count alone, those of two stores in four signs."""
    assert "R-" == sheet.number_of(STORE, 7)[:2]
    assert sheet.number_of(STORE, 1)[:-2] == sheet.number_of(STORE, 12)[:-2]
    assert sheet.number_of(STORE, 1) != sheet.number_of("cd" * 16, 1)
    assert (1, 12, 0) == tuple(
        sheet.count_in(one) for one in (sheet.number_of(STORE, 1), sheet.number_of(STORE, 12), "R-12")
    )
    assert sheet.number_of(STORE, 3) == sheet.number_in(
        f"this is sheet {sheet.number_of(STORE, 3).lower()} of mine"
    )
