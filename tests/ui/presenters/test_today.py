from __future__ import annotations

from datetime import date, datetime

import pytest

from fsdesk.desk import drafts, plans, today
from fsdesk.errors import Refused
from fsdesk.plans import codes
from fsdesk.plans import model as m
from fsdesk.ui.presenters.today import Elsewhere, TodayPresenter
from fsdesk.ui.presenters.today_rows import PromiseKey
from tests.desk.team import Laptop
from tests.ui.presenters.fakes import Desk, Screen

TODAY = date(2026, 11, 20)
KEY = PromiseKey("kerr", "promises", "p")


def begin(laptop: Laptop, plan: str = "kerr", family: str = "The Kerr family", **said: object) -> None:
    """A plan of Dan's is begun."""
    dan = m.TeamPerson(id="dan", name="Dan")
    code = codes.mint(plan.encode().ljust(32, b"."))
    laptop.begin(m.Plan(id=plan, code=code, family_name=family, team=(dan,), worker="dan", **said))


class Day:
    """Today over a real desk, with what it asked of the places beside it."""

    def __init__(self, desk) -> None:
        desk.today_given = TODAY
        self.store, self.screen, self.desk = desk, Screen(), Desk()
        self.gone: list[tuple[str, str]] = []
        self.printed: list[tuple[str, str]] = []
        self.wrote: list[str] = []
        self.told: list[tuple[int, bool]] = []
        self.settled = 0
        self.presenter = TodayPresenter(
            self.screen,
            desk=desk,
            submit=self.desk.submit,
            now=lambda: datetime(2026, 11, 20, 9, 0),
            elsewhere=Elsewhere(
                lambda plan, section: self.gone.append((plan, section)),
                lambda plan, format: self.printed.append((plan, format)),
                self._settle,
                self.wrote.append,
                lambda count, ever: self.told.append((count, ever)),
            ),
        )
        self.presenter.refresh()
        self.desk.run()

    def _settle(self, then) -> None:
        self.settled += 1
        then()

    @property
    def shown(self):
        return self.screen.last("show_day")[0]


@pytest.fixture
def day(team) -> Day:
    """One visit and one promise."""
    promise = m.Promise(id="p", what=(m.Span(text="Phone housing"),), by_whom="dan", by_when=TODAY)
    visit = m.Meeting(id="m", on=TODAY, at="10:30", place="Maryhill village hall")
    begin(team.dan, meetings=(visit,), promises=(promise,))
    return Day(team.dan.desk)


def test_the_day_is_read_and_shown(day):
    assert "Friday 20 November" == day.shown.title
    assert ["The Kerr family"] == [one.family for one in day.shown.visits]
    assert ["Phone housing"] == [one.what for one in day.shown.promises]
    assert [(1, False)] == day.told


def test_opening_goes_to_the_plan_at_its_section(day):
    day.presenter.open("kerr", "review")

    assert [("kerr", "review")] == day.gone


def test_a_tick_writes_an_edit_and_stays_in_sight(day):
    """What is being typed is settled first, and the plan's own page hears of it."""
    day.presenter.keep(KEY)
    day.desk.run()

    assert (1, ["kerr"]) == (day.settled, day.wrote)
    assert [True] == [one.is_done for one in day.shown.promises]
    assert m.PromiseState.DONE is plans.current(day.store, "kerr").plan.promises[0].state


def test_a_tick_that_is_taken_away_undoes_the_edit(day):
    day.presenter.keep(KEY)
    day.desk.run()
    day.presenter.take_back(KEY)
    day.desk.run()

    assert [False] == [one.is_done for one in day.shown.promises]
    assert m.PromiseState.OPEN is plans.current(day.store, "kerr").plan.promises[0].state
    assert ["kerr", "kerr"] == day.wrote


def test_a_second_tick_before_the_first_was_written_writes_nothing_more(day):
    """The day is read anew instead, where what is done stands no more."""
    day.presenter.keep(KEY)
    day.presenter.keep(KEY)
    day.desk.run()

    assert ["kerr"] == day.wrote
    assert () == day.shown.promises


def test_what_was_ticked_is_gone_when_the_day_is_read_anew(day):
    day.presenter.keep(KEY)
    day.desk.run()
    day.presenter.refresh()
    day.desk.run()

    assert () == day.shown.promises


def test_what_cannot_be_written_is_said_and_not_ticked(day, monkeypatch):
    def full(*_given: object, **_named: object) -> None:
        raise Refused("The disk is full, so this was not saved.", "Make some room.")

    monkeypatch.setattr(today, "keep_promise", full)
    day.presenter.keep(KEY)
    day.desk.run()

    assert "The disk is full, so this was not saved." == day.screen.last("show_refused")[0].what
    assert [False] == [one.is_done for one in day.shown.promises]
    assert [] == day.wrote


def test_nothing_happens_to_a_promise_that_is_not_there(day):
    day.presenter.keep(KEY._replace(record="q"))
    day.presenter.take_back(KEY)

    assert [] == day.desk.waiting


def test_a_plan_that_was_written_to_waits_to_be_sent(team):
    """At once, without reading the store again; one that stays here never does."""
    begin(team.dan)
    begin(team.dan, "betty", "Gran Betty", stays_here=True)
    day = Day(team.dan.desk)
    team.dan.sends(team.morag)
    day.presenter.refresh()
    day.desk.run()
    for plan in ("kerr", "betty", "kerr"):
        day.presenter.saved(plan)

    assert [(1, False), (0, True), (1, True)] == day.told
    assert "Changes to 1 plan are only on this laptop" in day.shown.unsent.text
    assert [] == day.desk.waiting


def test_before_the_day_was_read_nothing_is_told(team):
    begin(team.dan)
    day = Day(team.dan.desk)
    fresh = TodayPresenter(
        Screen(), desk=day.store, submit=day.desk.submit, now=datetime.now, elsewhere=Elsewhere(*[None] * 5)
    )
    fresh.saved("kerr")
    fresh.keep(KEY)

    assert [] == day.desk.waiting


def test_words_that_were_being_typed_are_offered_after_a_stop(team):
    """Once: whoever comes back to Today later has seen it."""
    begin(team.dan)
    place = {"plan": "kerr", "collection": "scratch", "record": "n", "field": "text"}
    drafts.keep(team.dan.desk, **place, text="Ring", cursor=4)
    day = Day(team.dan.desk)
    day.presenter.refresh()
    day.desk.run()

    assert ("kerr", "The Kerr family") == day.screen.last("show_left_open")[0]
    assert 1 == day.screen.count("show_left_open")


def test_nothing_is_offered_when_nothing_was_left_open(day):
    assert 0 == day.screen.count("show_left_open")


def test_a_plan_begins_with_one_name_and_is_opened(day, team):
    """A family that may be here already is asked about first."""
    begin(team.dan, "mackie", "Mackie")
    day.presenter.start("  ")
    day.presenter.start("The Nowak family")
    day.desk.run()
    [(plan, section)] = day.gone
    day.presenter.start("Mackei")
    day.desk.run()
    name, [alike] = day.screen.last("show_alike")
    day.presenter.start_different(name)
    day.desk.run()

    assert ("The Nowak family", "") == (plans.current(day.store, plan).plan.family_name, section)
    assert ("Mackei", "mackie") == (name, alike.plan)
    assert "Mackei" == plans.current(day.store, day.gone[-1][0]).plan.family_name


def test_a_sheet_to_print_leads_to_its_print_page(day):
    day.presenter.print_sheet("p1")

    assert ([("p1", "review-sheet")], []) == (day.printed, day.gone)
