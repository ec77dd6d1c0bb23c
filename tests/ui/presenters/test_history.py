from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from fsdesk.desk.undoing import Done, NothingToUndo
from fsdesk.plans import history
from fsdesk.plans import model as m
from fsdesk.plans.edits import Key
from fsdesk.plans.history import Before, Entry
from fsdesk.ui.presenters.history import AT_ONCE, HistoryPresenter, Row, row_of, said_time
from fsdesk.ui.presenters.spots import Place
from fsdesk.ui.presenters.undoing import OFFERED_FOR, UndoPresenter
from tests.plans.histories import small_plan
from tests.plans.laptops import Laptop
from tests.ui.presenters.fakes import Clock, Desk, Screen

TODAY = date(2026, 11, 20)
WHEN = datetime(2026, 11, 20, 9, 30).astimezone()
NAMES = {"p1": "Ailsa", "p2": "Rab"}


def a_row(number: int) -> Row:
    return Row(f"e{number}", "Changed", "Changed", "", (), 0, False, True)


class Here:
    """A history that remembers what it was asked."""

    def __init__(self, count: int = 2) -> None:
        self.count = count
        self.asked: list[tuple] = []
        self.refuses = False

    def rows(self) -> list[Row]:
        return [a_row(number) for number in range(self.count)]

    def wordings(self, place: Place) -> list:
        self.asked.append(("wordings", place))
        return []

    def undo(self, edit: str = "") -> Done:
        self.asked.append(("undo", edit))
        if self.refuses:
            raise NothingToUndo
        return Done(None, f"undo-of-{edit}", edit, "Undone: Changed.", ("It stays.",))

    def put_back(self, edit: str, where: str, *, as_written: bool) -> Done:
        self.asked.append(("put back", edit, where, as_written))
        return Done(None, "put", edit, "Put back.", ())


@pytest.fixture
def parts():
    screen, desk, here, wrote = Screen(), Desk(), Here(), []
    presenter = HistoryPresenter(screen, desk=here, submit=desk.submit, wrote=lambda: wrote.append(1))
    return presenter, screen, desk, here, wrote


def entry(*changes: Before, **over) -> Entry:
    return Entry(Key("a", 1), "e1", "Dan", WHEN, "Changed a step", changes, "Changed a step", **over)


def test_a_row_says_what_who_when_and_whether_it_was_undone():
    row = row_of(entry(undone_by="e2"), NAMES, TODAY)

    assert ("Changed a step", "Dan · Today 09:30 · Undone since") == (row.sentence, row.below)
    assert (False, False, 0) == (row.may_undo, row.is_private, row.further)


def test_a_change_is_shown_with_its_name_and_both_readings():
    """People by their names, texts as they were written; what was never there before is not put back."""
    who = Before("/steps/s1/who", ["p1"], ["p1", "p2"], Place("steps", "s1"), "who")
    words = Before("/steps/s1/what", None, [{"text": "Tea."}], Place("steps", "s1"), "what")
    first, second = row_of(entry(who, words), NAMES, TODAY).changes

    assert ("Who does it", "Ailsa", "Ailsa, Rab", True) == first[1:]
    assert ("Words", "", "Tea.", False) == second[1:]


def test_a_record_that_was_taken_out_is_shown_with_its_words_and_can_be_put_back():
    gone = Before("/steps/s1", {"what": [{"text": "Tea."}], "goal": "g1"}, None, Place("steps", "s1"))
    (line,) = row_of(entry(gone), NAMES, TODAY).changes

    assert ("/steps/s1", "A step", "Tea.", "", True) == line


def test_what_is_private_is_closed_to_a_sentence_without_its_words():
    """The full sentence is there for whoever opens the row."""
    ann = Laptop("ann")
    ann.begin(small_plan())
    voice = m.Voice(
        id="v1", person="p1", words=(m.Span(text="Only for Ann"),), audience=m.Audience(to=m.Reach.MY_WORKER)
    )
    ann.write(replace(ann.plan, voices=(voice,)))
    row = row_of(history.entries(ann.edits.values())[-1], NAMES, TODAY)

    assert ("Added somebody's words", True) == (row.discreet, row.is_private)
    assert "Only for Ann" in row.sentence


def test_many_changes_are_cut_short_and_counted():
    many = [Before(f"/title{n}", "a", "b", Place("", "plan"), "title") for n in range(20)]
    row = row_of(entry(*many), NAMES, TODAY)

    assert (12, 8) == (len(row.changes), row.further)


def test_a_time_that_no_calendar_has_is_some_time():
    assert "at some time" == said_time(None, TODAY)
    assert said_time(datetime(2025, 1, 2, 3, 4, tzinfo=UTC), TODAY).startswith("2 January 2025 ")


def test_rows_come_some_at_a_time(parts):
    presenter, screen, desk, here, _ = parts
    here.count = AT_ONCE + 5
    presenter.open()
    desk.run()
    rows, earlier = screen.last("show_rows")
    presenter.show_earlier()

    assert (AT_ONCE, 5) == (len(rows), earlier)
    assert (AT_ONCE + 5, 0) == (len(screen.last("show_rows")[0]), screen.last("show_rows")[1])


def test_an_undo_is_told_with_what_stays_and_can_be_undone(parts):
    presenter, screen, desk, here, wrote = parts
    presenter.open()
    presenter.undo("e1")
    desk.run()
    presenter.undo_that()
    desk.run()

    assert ("Undone: Changed.", ("It stays.",)) == screen.last("show_done")
    assert [("undo", "e1"), ("undo", "undo-of-e1")] == here.asked
    assert (2, 3) == (len(wrote), screen.count("show_rows"))


def test_putting_back_asks_for_what_stood_before_and_a_wording_for_what_was_written(parts):
    presenter, screen, desk, here, _ = parts
    presenter.put_back("e1", "/title")
    presenter.open_record(Place("voices", "v1"), "Callum’s words")
    presenter.use_wording("e1", "/voices/v1/words")
    desk.run()

    assert ("put back", "e1", "/title", False) == here.asked[0]
    assert ("put back", "e1", "/voices/v1/words", True) in here.asked
    assert ("Callum’s words", []) == screen.last("show_wordings")


def test_a_refusal_is_told_and_nothing_is_read_again(parts):
    presenter, screen, desk, here, wrote = parts
    here.refuses = True
    presenter.undo("e1")
    desk.run()

    assert NothingToUndo is type(screen.last("show_refused")[0])
    assert ([], 0) == (wrote, screen.count("show_rows"))


@pytest.fixture
def undoing():
    screen, desk, here, clock, order = Screen(), Desk(), Here(), Clock(), []
    presenter = UndoPresenter(
        screen,
        desk=here,
        submit=desk.submit,
        after=clock.after,
        settle=lambda then: (order.append("settled"), then()),
        wrote=lambda: order.append("wrote"),
    )
    return presenter, screen, desk, here, clock, order


def test_what_is_being_typed_is_kept_before_the_last_act_is_undone(undoing):
    presenter, screen, desk, here, _, order = undoing
    presenter.undo()
    desk.run()

    assert (["settled", "wrote"], [("undo", "")]) == (order, here.asked)
    assert ("Undone: Changed.", ("It stays.",)) == screen.last("show_undone")


def test_what_was_undone_is_offered_back_for_a_while(undoing):
    presenter, screen, desk, here, clock, _ = undoing
    presenter.undo()
    desk.run()
    presenter.bring_back()
    desk.run()
    asked = list(here.asked)
    clock.pass_by(OFFERED_FOR)
    presenter.bring_back()
    desk.run()

    assert ("undo", "undo-of-") == asked[-1]
    assert (asked, ("", ())) == (here.asked, screen.last("show_undone"))


def test_nothing_to_undo_is_said(undoing):
    presenter, screen, desk, here, _, order = undoing
    here.refuses = True
    presenter.undo()
    desk.run()

    assert NothingToUndo is type(screen.last("show_refused")[0])
    assert ["settled"] == order
