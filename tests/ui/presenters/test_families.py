from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from fsdesk.desk import drafts, plans
from fsdesk.plans import samples
from fsdesk.plans.listed import listed
from fsdesk.plans.model import NextReview
from fsdesk.ui.presenters.families import FamiliesPresenter, is_due, next_review, row_of
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


def test_the_list_stays_searched_when_it_is_read_anew(listed_):
    listed_.presenter.search("mackie")
    listed_.presenter.refresh()
    listed_.desk.run()

    assert ["Mackie"] == listed_.families


def test_only_what_is_due_can_be_shown(listed_):
    listed_.presenter.only_due(True)

    assert ["Mackie"] == listed_.families


def test_a_plan_begins_with_one_name(listed_):
    """And is shown at once; a name of spaces begins nothing."""
    listed_.presenter.start("   ")
    listed_.presenter.start(" Gran Betty and the boys ")
    listed_.desk.run()
    [plan] = listed_.opened

    assert "Gran Betty and the boys" == plans.current(listed_.store, plan).plan.family_name
    assert 7 == len(listed_.families)


def test_words_that_were_being_typed_are_offered_after_a_stop(families):
    desk = families.dan.desk
    plan = next(line for line in plans.listing(desk) if line.listed.family == "Mackie").id
    drafts.keep(desk, plan=plan, collection="scratch", record="n", field="text", text="Ring", cursor=4)

    assert (plan, "Mackie") == List(desk).screen.last("show_left_open")


def test_nothing_is_offered_when_nothing_was_left_open(listed_):
    assert 0 == listed_.screen.count("show_left_open")


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
    row = row_of(line(None)._replace(listed=listed(plan)), ((), (), ()), TODAY)

    assert "Review 24 December" == row.next
    assert "Not opened here yet" == row.opened
