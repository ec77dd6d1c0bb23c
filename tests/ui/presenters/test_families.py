from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from fsdesk.desk import plans, searching
from fsdesk.desk.families import Said, like_plan, said_of
from fsdesk.plans import samples
from fsdesk.plans.listed import listed
from fsdesk.plans.model import NextReview
from fsdesk.plans.search import searched
from fsdesk.plans.search.words import words_of
from fsdesk.ui.presenters.families import FamiliesPresenter
from fsdesk.ui.presenters.family_rows import NOT_YET_SENT, SENT, Looked, Only, is_due, next_review, row_of
from fsdesk.ui.presenters.starting import Alike
from tests.ui.presenters.fakes import Desk, Screen

TODAY = date(2026, 11, 20)


class List:
    def __init__(self, desk) -> None:
        self.store, self.screen, self.desk = desk, Screen(), Desk()
        self.opened: list[str] = []
        self.presenter = FamiliesPresenter(
            self.screen, desk=desk, submit=self.desk.submit, today=lambda: TODAY, open_plan=self.opened.append
        )
        self.presenter.begin()
        self.desk.run()

    @property
    def families(self) -> list[str]:
        return [row.family.text for row in self.screen.last("show_rows")[0]]


@pytest.fixture
def listed_(families) -> List:
    return List(families.dan.desk)


def test_all_families_are_shown_the_last_opened_first(listed_):
    lexi = next(line for line in plans.listing(listed_.store) if line.listed.family == "Dunbar")
    plans.opened(listed_.store, lexi.id)
    listed_.presenter.refresh()
    listed_.desk.run()

    assert 6 == len(listed_.families)
    assert "Dunbar" == listed_.families[0]


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        (["Mackie"], "tyler"),
        (["Mackie"], "auchterlee"),
        (["Al-Sabbagh"], "rania sam"),
        ([], "hurt"),
        (["Okafor-Reid"], "adeaze"),
    ],
)
def test_search_looks_at_names_first_names_and_places_and_never_at_safety(listed_, expected, query):
    """A word of a worry finds nobody."""
    listed_.presenter.search(query)

    assert expected == listed_.families
    assert (6, query) == listed_.screen.last("show_rows")[1:]


def test_words_of_a_plan_find_its_family_too(listed_):
    """A moment later than names do; the row says that they stand in the plan."""
    step = next(one for one in plans.current(listed_.store, samples.load("F1").id).plan.steps)
    word = max(step.what[0].text.split(), key=len).strip(".,;:!?")
    listed_.presenter.search(word)
    at_once = listed_.families
    listed_.desk.run()
    rows = listed_.screen.last("show_rows")[0]

    assert [] == at_once
    assert samples.load("F1").family_name in listed_.families
    assert all(row.people.text.endswith("found in the plan") for row in rows)


def test_a_slip_in_a_name_gives_way_to_plans_that_have_the_very_word(listed_):
    """While nothing fits exactly, the names that are near stand there."""
    plans.begin(listed_.store, family_name="Hall")
    plans.begin(listed_.store, family_name="Tyller")
    listed_.presenter.refresh()
    listed_.desk.run()
    listed_.presenter.search("tylre")
    near = set(listed_.families)
    listed_.desk.run()

    assert {"Mackie", "Tyller"} <= near == set(listed_.families)


def test_only_the_last_query_is_answered(listed_):
    """What was typed while the plans were looked through is asked for afterwards, and nothing in between."""
    for query in ("ma", "mac", "mack", "tyler"):
        listed_.presenter.search(query)
    asked = len(listed_.desk.waiting)
    listed_.desk.run()

    assert 1 == asked
    assert ["Mackie"] == listed_.families


def test_one_letter_looks_at_names_alone(listed_):
    """It begins a word of every plan."""
    listed_.presenter.search("m")

    assert [] == listed_.desk.waiting


@pytest.mark.parametrize("plan", samples.load_all(), ids=lambda plan: plan.family_name)
def test_words_of_a_worry_do_not_find_their_family(listed_, plan):
    """Not by names, and not by plans."""
    said = {
        word for one in plan.worries for span in one.text for word in words_of(span.text) if len(word) > 3
    }
    for word in said - searched.words(plan, ()):
        listed_.presenter.search(word)
        listed_.desk.run()
        ids = {row.plan for row in listed_.screen.last("show_rows")[0]}

        assert plan.id not in ids or not searching.find(listed_.store, word).exact


def test_a_family_that_may_be_here_is_asked_about_first(listed_):
    """Nothing is begun until the person says that it is a different one; that is remembered for the pair."""
    mackie = next(line for line in plans.listing(listed_.store) if line.listed.family == "Mackie")
    listed_.presenter.start("Mackei")
    listed_.desk.run()
    name, [alike] = listed_.screen.last("show_alike")
    before = list(listed_.opened)
    listed_.presenter.start_different(name)
    listed_.desk.run()
    [plan] = listed_.opened

    assert ("Mackei", mackie.id, "Mackie", []) == (name, alike.plan, alike.family, before)
    assert isinstance(alike, Alike)
    assert "Tyler" in alike.detail
    assert {mackie.id: Said.DIFFERENT} == said_of(listed_.store, plan)
    assert [] == like_plan(listed_.store, plan)


def test_the_list_stays_searched_when_it_is_read_anew(listed_):
    listed_.presenter.search("mackie")
    listed_.presenter.refresh()
    listed_.desk.run()

    assert ["Mackie"] == listed_.families


def test_only_what_is_due_can_be_shown(listed_):
    listed_.presenter.only(Only(due=True))

    assert ["Mackie"] == listed_.families


def test_what_became_of_each_plan_stands_beside_it(listed_, families, tmp_path):
    """Not yet sent, until it is in a package; filters show only what waits, or only one's own."""
    before = {row.package for row in listed_.screen.last("show_more_of")[0]}
    chosen = samples.load("F1").id
    families.dan.seals(tmp_path / "week.fsdesk", families.morag, chosen=[chosen])
    listed_.presenter.refresh()
    listed_.desk.run()
    after = {row.plan: row.package for row in listed_.screen.last("show_more_of")[0]}
    listed_.presenter.only(Only(with_me=True, to_send=True))

    assert {NOT_YET_SENT} == before
    assert SENT == after[chosen]
    assert chosen not in {row.plan for row in listed_.screen.last("show_rows")[0]}
    assert 5 == len(listed_.families)


def test_a_plan_begins_with_one_name(listed_):
    """And is shown at once; a name of spaces begins nothing."""
    listed_.presenter.start("   ")
    listed_.presenter.start(" Gran Betty and the boys ")
    listed_.desk.run()
    [plan] = listed_.opened

    assert "Gran Betty and the boys" == plans.current(listed_.store, plan).plan.family_name
    assert 7 == len(listed_.families)


def line(review: date | None):
    row = replace(listed(samples.load("F1")), next_review=review)
    moment = datetime(2026, 11, 20, 9, tzinfo=UTC)
    return plans.PlanLine("id", "Our plan", "K7QM-3TXH", "ready", 1, moment, 0, row, "", None)


@pytest.mark.parametrize(
    ("expected", "due", "review"),
    [
        ("No day yet", False, None),
        ("Review 3 December", False, date(2026, 12, 3)),
        ("Review today", True, TODAY),
        ("Find a new date", True, date(2026, 11, 2)),
    ],
)
def test_a_day_that_has_passed_asks_for_a_new_one_without_reproach(expected, due, review):
    assert expected == next_review(line(review), TODAY)
    assert due is is_due(line(review), TODAY)


def test_a_review_is_found_by_its_plan():
    """The row says the day of the plan's own next review."""
    plan = replace(samples.load("F1"), next_review=NextReview(on=date(2026, 12, 24)))
    row = row_of(line(None)._replace(listed=listed(plan)), Looked(), TODAY)

    assert "Review 24 December" == row.next
    assert "Not opened here yet" == row.opened
