from __future__ import annotations

import pytest

from fsdesk.errors import Held, Refused


class WrongKey(Refused):
    what = "That key does not fit."
    what_next = "Try the other one."


def test_a_refusal_says_both_sentences_on_one_line():
    """What happened and what to do next stand on one line, ready for stderr."""
    refused = Refused("The file is\nnot a plan.", "Choose another file.")

    assert "The file is not a plan. Choose another file." == str(refused)


def test_a_kind_of_refusal_brings_its_own_words():
    """A subclass needs no arguments to say itself."""
    assert "That key does not fit. Try the other one." == str(WrongKey())


def test_a_caller_may_say_what_to_do_next_and_leave_the_rest():
    """One of the two sentences can be given and the other one kept."""
    assert "That key does not fit. Ask your lead." == str(WrongKey(what_next="Ask your lead."))


def test_words_given_once_stay_with_that_one_refusal():
    """Giving one refusal its words changes nothing for the next."""
    WrongKey("Something else.")

    assert "That key does not fit." == WrongKey().what


def test_without_a_next_step_there_is_no_trailing_space():
    """A refusal may have nothing more to say."""
    assert "It stays as it was." == str(Refused("It stays as it was.", ""))


def test_what_is_held_is_caught_as_a_refusal():
    """Whoever handles refusals sees a hold as well, and can tell it apart."""
    with pytest.raises(Refused) as held:
        raise Held

    assert isinstance(held.value, Held)


class _NamesAnOption(Refused):
    what = "That is taken."
    what_next = "Say --force."
    in_window = "Choose another name."


def test_the_window_says_what_can_be_done_in_a_window():
    """A sentence that a caller gave stays."""
    assert "That is taken. Choose another name." == str(_NamesAnOption().for_window())
    assert "That is taken. Say --force." == str(_NamesAnOption())
    assert "That is taken. Ask Dan." == str(_NamesAnOption(what_next="Ask Dan.").for_window())
    assert "That was not done." == str(Refused().for_window())
