from __future__ import annotations

import pytest

from fsdesk.desk import passphrases

OWN = ("Morag Lennox", "Sparrowbank")


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("", 0),
        ("   ", 0),
        ("password1", 1),
        ("Glasgow2026", 1),
        ("qwertyuiop", 1),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaa", 1),
        ("maryhill ferry", 1),
        ("maryhill ferry lantern", 2),
        ("kettle harbour lamp otter", 3),
        ("żółta łódka płynie nocą", 3),
    ],
)
def test_strength_follows_what_a_guesser_would_try_first(typed, blocks):
    """Common words, patterns and dates count for little, words that belong together in no sentence for much."""
    found = passphrases.strength(typed)

    assert blocks == found.blocks
    assert (blocks == 3) == found.is_strong


@pytest.mark.parametrize("typed", ["Morag Lennox", "lennox", "Sparrowbank", "moraglennox", "Morag1987"])
def test_what_belongs_to_the_worker_is_said_to_be_tried_first(typed):
    """Their own name opens nothing for long."""
    found = passphrases.strength(typed, OWN)

    assert (1, "Names and dates") == (found.blocks, found.text[:15])


def test_a_suggestion_is_six_words_and_strong():
    """Two are never the same."""
    one, other = passphrases.suggestion(), passphrases.suggestion()

    assert (6, 6) == (len(one.split()), len(other.split()))
    assert one != other
    assert passphrases.strength(one, OWN).is_strong


def test_every_answer_is_words_without_blame_or_figures():
    """Never a percentage, a number or a word that scolds."""
    told = [
        passphrases.strength(typed, OWN) for typed in ("", "a", "password", "Morag", "maryhill ferry lantern")
    ]

    for one in told:
        said = f"{one.heading} {one.text}"
        assert not any(sign.isdigit() or sign in "%!" for sign in said)
        assert not {"weak", "bad", "poor", "invalid"} & set(said.lower().replace(".", "").split())


@pytest.mark.parametrize("typed", ["a\0b", "\ud800", "x" * 5000])
def test_what_cannot_be_a_passphrase_says_so_while_it_is_typed(typed):
    """Nobody finds out only when the store is made, and nothing takes long."""
    found = passphrases.strength(typed)

    assert 0 == found.blocks
    assert found.heading.startswith("The passphrase")
