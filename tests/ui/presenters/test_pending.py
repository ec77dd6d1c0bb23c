from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.edits import Intent
from fsdesk.plans.examples import a_bare_plan, a_matter
from fsdesk.plans.model import ScratchNote, Span, SpanKind, Voice
from fsdesk.ui.presenters.at_desk import Unsettled
from fsdesk.ui.presenters.pending import Pending
from fsdesk.ui.presenters.spots import Place, Spot

PLAN = a_bare_plan(
    matters=[a_matter("Tea together")], scratch=[ScratchNote(id="n", text=(Span(text="Ring school"),))]
)
MATTER = Spot("matters", "matter", "words")
NOTE = Spot("scratch", "n", "text")
NEW = Spot("voices", "v1", "words")


def a_new_voice() -> Voice:
    return Voice(id="v1", person="finn", words=(Span(text="", kind=SpanKind.QUOTE, speaker="finn"),))


def typed(*pairs: tuple[Spot, str]) -> Pending:
    pending = Pending()
    for spot, text in pairs:
        pending.type(spot, text, len(text))
    return pending


def test_what_is_typed_is_seen_and_wanted():
    pending = typed((NOTE, "Ring the school"))

    assert "Ring the school" == pending.seen(PLAN).scratch[0].text[0].text
    assert pending.seen(PLAN) == pending.wanted(PLAN)
    assert Intent.WROTE is pending.intent(PLAN)


def test_a_new_card_is_seen_at_once_and_wanted_with_its_first_word():
    pending = Pending()
    pending.begin("voices", a_new_voice())
    empty = (pending.seen(PLAN).voices, pending.wanted(PLAN))
    pending.type(NEW, "My match", 8)

    assert (1, PLAN) == (len(empty[0]), empty[1])
    assert "My match" == pending.wanted(PLAN).voices[0].words[0].text
    assert Intent.ADDED is pending.intent(PLAN)


def test_changing_somebodys_words_is_a_correction():
    """History says so, and keeps what stood there."""
    assert Intent.CORRECTED_WORDS is typed((MATTER, "Tea together, all of us")).intent(PLAN)


def test_a_record_left_without_a_word_is_taken_out():
    pending = typed((MATTER, "  "))

    assert (Place("matters", "matter"),) == pending.emptied(PLAN)
    assert () == pending.wanted(PLAN).matters
    assert Intent.TOOK_OUT is pending.intent(PLAN)


def test_what_was_kept_waits_no_more_and_what_was_typed_since_does():
    pending = typed((NOTE, "Ring"), (MATTER, "Tea"))
    kept = pending.wanted(PLAN)
    pending.type(NOTE, "Ring now", 8)
    pending.settle(kept)

    assert (NOTE,) == pending.spots
    assert "Ring now" == pending.seen(kept).scratch[0].text[0].text


def test_an_emptied_record_that_is_gone_waits_no_more():
    pending = typed((MATTER, ""))
    pending.settle(pending.wanted(PLAN))

    assert () == pending.spots


def test_words_for_a_record_that_went_elsewhere_are_not_let_go():
    """Somebody's words are never dropped because something else happened to the plan."""
    pending = typed((MATTER, "Tea, the six of us"))
    pending.settle(a_bare_plan())

    assert (MATTER,) == pending.spots


def test_drafts_come_back_with_their_card_and_their_cursor():
    """A new card comes back whole; a draft that says what the plan says already is passed over."""
    pending = Pending()
    found = (
        Unsettled(NOTE, "Ring school", 4),
        Unsettled(NEW, "My ma", 3, a_new_voice()),
        Unsettled(Spot("voices", "gone", "words"), "lost card", 1),
    )

    assert NEW == pending.take_up(PLAN, found)
    assert (NEW,) == pending.spots
    assert ("My ma", 3) == pending.text(NEW)
    assert "finn" == pending.wanted(PLAN).voices[0].person


def test_a_copy_stays_as_it_was():
    pending = typed((NOTE, "Ring"))
    copy = pending.copy()
    pending.type(NOTE, "Ring now", 8)

    assert "Ring" == copy.wanted(PLAN).scratch[0].text[0].text


@given(st.lists(st.tuples(st.sampled_from([MATTER, NOTE, NEW]), st.text()), max_size=12))
def test_wanted_and_seen_agree_on_every_word(steps):
    """Whatever is typed where, what is kept is what is seen, but for cards without a word."""
    pending = Pending()
    pending.begin("voices", a_new_voice())
    for spot, text in steps:
        pending.type(spot, text, 0)
    seen, wanted = pending.seen(PLAN), pending.wanted(PLAN)

    assert wanted == pending.wanted(wanted)
    for collection in ("matters", "scratch", "voices"):
        kept = {record.id: record for record in getattr(wanted, collection)}
        for record in getattr(seen, collection):
            assert kept.get(record.id, record) == record
