from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.store import contact
from fsdesk.store.contact import CardTooNew, DamagedCard, NotACard
from fsdesk.store.facts import Role
from fsdesk.store.identity import Identity

KEYS = Identity.fresh()
CARD = contact.make(KEYS, "Màiri", Role.WORKER, "team")


def test_a_card_reads_back_as_it_was_written():
    """As JSON, for its owner to look at."""
    assert CARD == contact.read(contact.write(CARD))
    assert "Màiri" == json.loads(contact.write(CARD))["name"]


def test_a_card_is_signed_by_the_laptop_that_it_names():
    """With the key that stands on it."""
    assert (KEYS.device, KEYS.public_key, KEYS.recipient) == (CARD.device, CARD.public_key, CARD.age_key)


@given(st.integers(0, len(contact.write(CARD)) - 1), st.integers(0, 7))
def test_no_bit_of_a_card_can_be_changed(place, bit):
    """What comes out is refused, or says the very same."""
    held = bytearray(contact.write(CARD))
    held[place] ^= 1 << bit
    try:
        read = contact.read(bytes(held))
    except (NotACard, DamagedCard, CardTooNew):
        return

    assert CARD == read


def test_a_seal_in_other_letters_is_not_the_same_card():
    """A card is one text, or two files could pass for two cards."""
    with pytest.raises(DamagedCard):
        contact.read(contact.write(msgspec.structs.replace(CARD, signature=CARD.signature.upper())))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_card_or_refused(held):
    """No other fault."""
    with pytest.raises((NotACard, DamagedCard, CardTooNew)):
        contact.read(held)


@pytest.mark.parametrize("version", [2, 99, 10**30])
def test_a_later_card_is_said_to_be_too_new(version):
    """Whatever else it holds."""
    with pytest.raises(CardTooNew):
        contact.read(json.dumps({"format": "fsdesk-card", "version": version, "more": []}).encode())


@pytest.mark.parametrize("version", [0, True, "1", None, 1.5])
def test_an_odd_version_is_no_card(version):
    """Only a whole number beyond ours is newer."""
    held = json.loads(contact.write(CARD)) | {"version": version}

    with pytest.raises((NotACard, DamagedCard)):
        contact.read(json.dumps(held).encode())


def test_eight_words_are_88_bits_of_everything_but_the_team():
    """From the list of 2,048, the first bits first."""
    words = contact.words(CARD)
    number = 0
    for word in words:
        number = number << 11 | contact.word_list().index(word)

    assert (8, 11) == (len(words), len(contact.fingerprint(CARD)))
    assert contact.fingerprint(CARD) == number.to_bytes(11, "big")
    assert words == contact.words(msgspec.structs.replace(CARD, team="another", signature="00"))
    assert words != contact.words(msgspec.structs.replace(CARD, name="Mairi"))
