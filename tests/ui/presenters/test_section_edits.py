"""Every field of every section: what is typed becomes exactly that field, in one edit, and a stop loses nothing."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import to_builtins

from fsdesk.plans.model import Household, Person, Role
from fsdesk.ui.presenters import choices, sections, spots
from fsdesk.ui.presenters.plan import KEEP_WITHIN
from fsdesk.ui.presenters.sections.shapes import Kind, Shape, Shown, Who
from fsdesk.ui.presenters.spots import Place, Spot
from tests.ui.presenters.test_plan import Page

KINDS = [
    pytest.param(section.key, kind, id=f"{section.key}-{kind.collection or 'plan'}-{kind.heading[:12]}")
    for section in sections.SECTIONS
    for kind in section.kinds
]
BEGUN = [one for one in KINDS if one.values[1].begin is not None]


@pytest.fixture
def page(team) -> Page:
    made = Page(team.dan.desk)
    people = (Person(id="finn", name="Finn", role=Role.CHILD), Person(id="mo", name="Mo", role=Role.CARER))
    home = Household(id="home", label="Ours")
    goal = sections.goals.GOALS
    for collection, record in (*(("people", one) for one in people), ("households", home)):
        made.presenter.keeping.add(collection, record)
        made.desk.run()
    made.presenter.open_section("goals")
    made.presenter.begin(goal)
    spot = made.screen.last("focus_on")[0]
    made.type(spot, "Mornings")
    made.presenter.left(spot)
    made.desk.run()
    return made


def typed_and_kept(page: Page, shown: Shown, record: Any) -> tuple[str, Any] | None:
    """What a person would type or choose in a field, and what the plan document then says there."""
    options = [value for value, _ in choices.options_of(page.presenter.plan, record, shown) if value]
    if shown.shape in (Shape.ONE, Shape.ANY) and not options:
        return None
    if shown.field.endswith(("_time", "/at")):
        return "09:30", "09:30"
    said = options[-1] if options else ""
    return {
        Shape.WORDS: ("Said <b>so</b>\nand so", "Said <b>so</b>\nand so"),
        Shape.LINE: ("Vale St, 2", "Vale St, 2"),
        Shape.LINES: ("the den\nVale St\n", ["Vale St", "the den"]),
        Shape.DAY: ("8 March", "2026-03-08"),
        Shape.ONE: (
            said,
            int(said) if shown.choices is Who.ARTICLES else {"yes": True, "no": False}.get(said, said),
        ),
        Shape.ANY: (said, [said]),
        Shape.YES: ("yes", True),
        Shape.NUMBER: ("7", 7),
    }[shown.shape]


def said_in(record: Any, field: str) -> Any:
    """What a record says in a field: the text of a run, plain values of anything else."""
    for part in field.split("/"):
        record = getattr(record, part)
    told = to_builtins(record)
    if isinstance(record, tuple) and told and isinstance(told[0], dict):
        named = [one.get("text", one.get("by", one.get("lang"))) for one in told]
        return named[0] if "text" in told[0] else named
    return sorted(told) if isinstance(record, frozenset) else told


def place_of(page: Page, key: str, kind: Kind) -> Place:
    """A record of this kind, begun where that is how it comes to be."""
    page.presenter.open_section(key)
    plan = page.presenter.plan
    if not kind.collection:
        return Place("", plan.id)
    if kind.begin is None:
        entry = page.screen.last("show_plan")[1][0]
        return entry.place
    of = "" if kind.asks is None else choices.among(plan, kind.asks)[0][0]
    page.presenter.begin(kind, of)
    return page.screen.last("focus_on")[0].place


def record_of(page: Page, place: Place) -> Any:
    found = spots.record_at(page.presenter.plan, place)
    return found if found is not None else page.presenter._shown.latent(place)


@pytest.mark.parametrize(("key", "kind"), KINDS)
def test_what_is_typed_becomes_exactly_that_field_in_one_edit(page, key, kind):
    """Leaving the card writes all that was typed and chosen in it at once, and nothing else of the plan."""
    place = place_of(page, key, kind)
    before = page.edits
    expected = {}
    for shown in kind.shown:
        given = typed_and_kept(page, shown, record_of(page, place))
        if given is not None:
            expected[shown.field] = given[1]
            page.presenter.typed(Spot(*place, shown.field), given[0], len(given[0]))
    page.presenter.left(Spot(*place, kind.shown[0].field))
    page.desk.run()
    record = spots.record_at(page.kept, place)

    assert expected == {field: said_in(record, field) for field in expected}
    assert (before + 1, []) == (page.edits, page.drafted)


@pytest.mark.parametrize(("key", "kind"), BEGUN)
def test_a_stop_in_the_middle_of_a_card_loses_nothing(page, key, kind):
    """The record and what was typed in it are there again, and its section is open."""
    place = place_of(page, key, kind)
    shown = next(one for one in kind.shown if one.shape in (Shape.WORDS, Shape.LINE, Shape.LINES, Shape.ONE))
    typed, kept = typed_and_kept(page, shown, record_of(page, place))
    page.presenter.typed(Spot(*place, shown.field), typed, len(typed))
    page.clock.pass_by(KEEP_WITHIN)
    page.desk.run()
    back = page.again()

    assert kept == said_in(spots.record_at(back.presenter.plan, place), shown.field)
    assert back.presenter.section.kind(kind.collection) is not None
    assert None is spots.record_at(back.kept, place)


@pytest.mark.parametrize(("key", "kind"), BEGUN)
def test_a_card_in_which_nothing_was_said_goes_again(page, key, kind):
    place = place_of(page, key, kind)
    before = page.edits
    page.presenter.left(Spot(*place, kind.shown[0].field))
    page.desk.run()

    assert (before, None) == (page.edits, spots.record_at(page.presenter.plan, place))


@pytest.mark.parametrize(("key", "kind"), BEGUN)
def test_what_is_taken_out_can_be_put_back_whole(page, key, kind):
    place = place_of(page, key, kind)
    shown = kind.shown[0]
    for one in kind.shown[:2]:
        given = typed_and_kept(page, one, record_of(page, place))
        page.presenter.typed(Spot(*place, one.field), *(given[0], 0) if given else ("", 0))
    page.presenter.left(Spot(*place, shown.field))
    page.desk.run()
    there = spots.record_at(page.kept, place)
    page.presenter.take_out(place)
    page.desk.run()
    gone = spots.record_at(page.kept, place)
    page.presenter.put_back()
    page.desk.run()
    back = spots.record_at(page.kept, place)

    assert None is gone
    assert said_in(there, shown.field) == said_in(back, shown.field)


def test_half_a_day_waits_in_its_draft_and_is_never_lost(page):
    """What cannot be read as a day yet stays as it was typed, says so, and the rest of the card is kept."""
    page.presenter.open_section("steps")
    page.presenter.begin(sections.goals.STEPS)
    what = page.screen.last("focus_on")[0]
    when = what._replace(field="by_when")
    page.presenter.typed(what, "Ring the school", 15)
    page.presenter.typed(when, "9 Mar", 5)
    page.presenter.typed(when, "when we can", 11)
    page.presenter.left(what)
    page.desk.run()
    fields = {field.spot: field for entry in page.screen.last("show_plan")[1] for field in entry.fields}

    assert ["when we can"] == page.drafted
    assert ("Ring the school", None) == (page.kept.steps[0].what[0].text, page.kept.steps[0].by_when)
    assert "when we can" == fields[when].text
    assert "Not a day" in fields[when].below[0]
    assert "when we can" == page.again().presenter.keeping.pending.text(when).text


def test_a_row_of_wellbeing_is_made_with_its_first_word(page):
    """Until then the plan says nothing of that area; a number is a mark of its own, of that day and person."""
    page.presenter.open_section("now")
    rows = page.screen.last("show_plan")[1]
    safe = {field.spot.field: field.spot for field in rows[0].fields}
    before = page.kept.wellbeing
    page.presenter.typed(safe["child_view"], "I like my room", 14)
    page.presenter.typed(safe["number"], "6", 0)
    page.presenter.left(safe["child_view"])
    page.desk.run()
    [row], [mark] = page.kept.wellbeing, page.kept.marks

    assert ((), 8) == (before, len(rows))
    assert ("finn", "safe", "I like my room") == (row.child, row.area, row.child_view[0].text)
    assert ("quote", "finn") == (row.child_view[0].kind, row.child_view[0].speaker)
    assert ("finn", "finn", "safe", 6) == (mark.about, mark.by, mark.area, mark.number)
    assert safe["child_view"] in [field.spot for field in page.screen.last("show_plan")[1][0].fields]


def test_a_tie_to_nobody_yet_waits_in_its_draft(page):
    """Nobody is ever written down as close to themselves."""
    page.presenter.open_section("family")
    page.presenter.begin(sections.family.RELATIONS, "finn")
    kind = page.screen.last("focus_on")[0]
    page.presenter.typed(kind, "wee brother", 11)
    page.presenter.left(kind)
    page.desk.run()
    waiting = (page.kept.relationships, page.drafted)
    page.presenter.typed(kind._replace(field="to_person"), "mo", 0)
    page.presenter.left(kind)
    page.desk.run()
    [tie] = page.kept.relationships

    assert ((), ["wee brother"]) == waiting
    assert ("finn", "mo", "wee brother") == (tie.from_person, tie.to_person, tie.kind)
    assert [] == page.drafted
