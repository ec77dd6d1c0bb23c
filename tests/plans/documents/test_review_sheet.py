from __future__ import annotations

from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.paper_code import read
from fsdesk.plans.sheet import boxes_of
from fsdesk.plans.sheet.questions import Ask, Asks
from tests.plans.documents.making import blocks, document, edition, said, sample

REVIEW = PrintFormat.REVIEW_SHEET


def asked(plan: m.Plan, reader: str = "ailsa") -> list[Ask]:
    """Return every question of a plan's sheet."""
    return [row for block in blocks(document(plan, REVIEW, reader), Asks) for row in block.rows]


def about(plan: m.Plan, name: str) -> Ask:
    """Return the question about a record, by the number that its edition keeps for it."""
    return asked(plan)[boxes_of(edition(plan, REVIEW)).index(name)]


def test_every_question_has_a_number_of_its_own_that_the_edition_keeps():
    """From 1, without a gap, in the order of the sheet; the kept list says what each is about."""
    plan = ex.a_plan()
    kept = boxes_of(edition(plan, REVIEW))

    assert [str(at) for at in range(1, len(kept) + 1)] == [one.number for one in asked(plan)]
    assert "goal" == kept[0]
    assert len(kept) == len(set(kept))


def test_other_documents_have_no_numbers_to_keep():
    """Only a sheet to write on asks."""
    assert () == boxes_of(edition(ex.a_plan(), PrintFormat.PLAN))


def test_a_goal_is_answered_by_a_number_a_face_or_words():
    """Dots with the family's words at both ends, three faces, two lines, and whether it is still the right goal."""
    scale = m.Scale(today=3, hoped=7, low_words="plates on our laps", high_words="noisy table")
    ask = about(ex.a_plan(goals=[ex.a_goal("Tea together.", id="g", scale=scale)]), "g")

    assert ask.dots is not None
    assert ("plates on our laps", "noisy table") == (ask.dots.low, ask.dots.high)
    assert ["hard", "so-so", "good"] == [one.word for one in ask.faces]
    assert (2, ("Yes", "Change it", "Stop")) == (ask.write, ask.ticks)


def test_no_earlier_answer_is_on_the_sheet():
    """A number or a mark from last time would lead the hand."""
    scale = m.Scale(today=3, hoped=7)
    mark = ex.a_record(m.Mark, about="g", by="ailsa", words=ex.quote("Getting there."))
    told = said(document(ex.a_plan(goals=[ex.a_goal("Tea.", id="g", scale=scale)], marks=[mark]), REVIEW))

    assert "Getting there." not in told
    assert "now, 3" not in told


def test_a_goal_that_is_done_or_put_by_is_not_asked_about():
    """Only what is still open is looked at again."""
    goals = [ex.a_goal(f"Goal {state}.", id=f"g-{state}", state=state) for state in m.GoalState]

    assert ["g-open"] == [one for one in boxes_of(edition(ex.a_plan(goals=goals), REVIEW)) if one[:2] == "g-"]


def test_the_workers_promises_and_offers_are_asked_about_and_the_familys_steps_are_not():
    """Nobody in the family is asked whether they did their part."""
    promise = ex.a_record(m.Promise, id="p", what="Rings the school.", by_whom="dan", by_when=ex.day(3))
    kept = boxes_of(edition(ex.a_plan(promises=[promise]), REVIEW))

    assert {"step", "p"} <= set(kept)
    assert "step-2" not in kept
    assert ("Yes", "Partly", "No") == about(ex.a_plan(promises=[promise]), "p").ticks


def test_help_that_was_refused_is_not_offered_again_by_the_sheet():
    """What was chosen or put off can be kept or stopped; a no is left in peace."""
    options = [ex.an_option(f"Option {choice}", id=f"o-{choice}", choice=choice) for choice in m.Choice]
    kept = [one for one in boxes_of(edition(ex.a_plan(options=options), REVIEW)) if one[:2] == "o-"]

    assert ["o-chosen", "o-not_now"] == kept


def test_what_practice_asks_for_is_on_it():
    """What helped and what not, anything new, who should not see it, a better time, somebody else, less or more."""
    kept = boxes_of(edition(ex.a_plan(), REVIEW))

    assert {"helped", "not_helped", "new", "not_see", "time_or_place", "like", "draw", "not_right"} <= set(
        kept
    )
    assert "somebody else to talk to" in said(document(ex.a_plan(), REVIEW))


def test_the_square_and_the_code_beside_it_say_the_same():
    """Code, version, letter and side of the square are those that a person reads and types."""
    sheet = document(ex.a_plan(), REVIEW)
    square = read(sheet.square.format(side=2))
    typed = read(", ".join(sheet.code_words[1:]).format(side=2))

    assert square is not None
    assert square._replace(digest="") == typed
    assert ("K7QM-3TXH", 1, "9F2A", "B", 2) == square


def test_it_holds_no_family_name_no_address_and_no_venue_at_its_head():
    """The sheet travels: whoever finds it learns a code, a day and what to do."""
    sheet = sample("F1", REVIEW, "adaeze")
    head = said((sheet.title, sheet.made, sheet.footer, sheet.code_words))

    assert "3\u00a0December 2026" in head
    assert [] == [one for one in ("Adaeze", "Callum", "Tannerbrae", "Library", "Dan") if one in head]


def test_a_plan_without_goals_still_has_room_to_write():
    """An empty plan asks what helped, what is new, and to draw."""
    kept = boxes_of(edition(ex.a_bare_plan(people=[ex.a_carer()]), REVIEW))

    assert "helped" == kept[0]
    assert "draw" == kept[-1]


def test_forty_goals_are_all_asked_about():
    """None is left out and each has a number."""
    plan = ex.a_plan(goals=[ex.a_goal(f"Goal {at}.", id=f"g{at}") for at in range(40)])

    assert [f"g{at}" for at in range(40)] == list(boxes_of(edition(plan, REVIEW))[:40])


def test_without_a_goal_no_number_and_no_face_is_spoken_of():
    """What the sheet says at its head is on it."""
    told = [
        "".join(run.text for run in document(ex.a_plan(goals=goals), REVIEW).made)
        for goals in ([], [ex.a_goal()])
    ]

    assert [False, True] == ["Ring a number" in one for one in told]
    assert not told[0].startswith(" ")
