from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.examples import a_bare_plan, a_child
from fsdesk.ui.presenters.hints import hints_in
from fsdesk.ui.presenters.offers import Met, Offer, Run, Whole, as_it_would_read, offers_for

PLAN = a_bare_plan(people=[a_child("Callum", 9)])
NOTE = "More time would help. Callum won't engage with the Saturday club. We'll see."


def offers(text: str) -> list[Offer]:
    return [offer for hint in hints_in(text, PLAN) for offer in offers_for(text, hint.met)]


def read(text: str, offer: Offer) -> str:
    return "".join(run.text for run in as_it_would_read(text, offer))


def test_the_whole_sentence_is_offered_first_and_stands_in_the_text_as_it_is():
    whole = offers(NOTE)[0]

    assert whole.fits
    assert "Callum won't engage with the Saturday club." == NOTE[whole.start : whole.end]
    assert "We have not yet found what works for Callum at the Saturday club." == read(NOTE, whole)


def test_only_the_words_that_changed_are_told_as_new():
    """The name, the rest of the sentence and its end stay as they were."""
    runs = as_it_would_read(NOTE, offers(NOTE)[0])

    assert ["We have not yet found what works for ", "at"] == [run.text for run in runs if run.is_new]
    assert " the Saturday club." == runs[-1].text


def test_a_sentence_comes_whole_only_where_everything_met_in_it_has_other_words():
    fitting = [offer for offer in offers("Callum won't engage and is lazy.") if offer.fits]

    assert {"won't engage", "lazy"} == {
        "Callum won't engage and is lazy."[one.start : one.end] for one in fitting
    }


def test_advice_never_stands_in_a_sentence():
    """What tells the worker to name something is shown by itself."""
    [advice] = offers("A troubled family.")

    assert not advice.fits
    assert (Run(advice.words, True),) == as_it_would_read("A troubled family.", advice)


def test_words_that_end_a_sentence_are_not_put_before_the_rest_of_one():
    """Words such as "hasn't come yet" fit before a full stop, and not before "with the club"."""
    met = Met(3, 15, ("hasn't come yet",))
    [ends] = offers_for("He won't engage.", met)
    [goes_on] = offers_for("He won't engage with Jo.", met)
    [begins_anew] = offers_for("He won't engage and Jo is glad.", met)

    assert (True, False, True) == (ends.fits, goes_on.fits, begins_anew.fits)


def test_a_new_sentence_is_not_put_after_half_an_old_one():
    met = Met(3, 15, ("we haven't found a way",))

    assert [False] == [offer.fits for offer in offers_for("He won't engage.", met)]


def test_the_same_sentence_is_not_offered_twice():
    text = "He refused help."
    met = Met(3, 10, ("said no to",), Whole(0, 16, "He said no to help."))

    assert ["He said no to help."] == [read(text, offer) for offer in offers_for(text, met)]


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 40), st.text(max_size=20))
def test_any_sentence_reads_as_the_text_would(text, start, long, words):
    """Nothing of the sentence is lost or moved: what is shown is a part of the text with the words in it."""
    start = min(start, len(text))
    end = min(len(text), start + long)
    shown = read(text, Offer(words, True, start, end))

    assert shown in text[:start] + words + text[end:]


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_two_sentences_keeps_every_sign_of_the_new_one(old, new):
    assert read(old, Offer(new, True, 0, len(old))) == new
