from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk import printers, recovery
from fsdesk.errors import Refused
from fsdesk.ui.presenters.recovery_sheet import HIDDEN, LET_GO, SIGNS, SheetPresenter
from tests.desk.rooms import home_of_masters, team
from tests.ui.presenters.fakes import Desk, Screen

__all__ = ["home_of_masters", "team"]


class Place:
    """A sheet being made over Dan's store, with no print program unless one is given."""

    def __init__(self, desk) -> None:
        self.screen, self.work, self.desk = Screen(), Desk(), desk
        self.proven: list[bool] = []
        self.presenter = SheetPresenter(
            self.screen,
            desk=desk,
            submit=self.work.submit,
            beside=self.work.submit,
            proven=lambda: self.proven.append(True),
        )

    def copied(self, writing: str = "words") -> tuple[tuple[str, ...], ...]:
        """What is copied by hand, row by row."""
        self.presenter.copy(writing)
        self.work.run()
        return self.screen.last("show_paper")[0].rows

    def asked(self) -> int:
        """Which part is asked for, counted from 1."""
        return recovery.waiting(self.desk).asked

    def check(self, typed: str) -> None:
        """Part of it is typed back."""
        self.presenter.check(typed)
        self.work.run()


@pytest.fixture
def place(team, monkeypatch):
    monkeypatch.setattr(printers, "names", lambda: ("Upstairs",))
    return Place(team.dan.desk)


def test_without_a_sheet_nothing_is_on_the_paper(place):
    place.presenter.begin()
    place.work.run()

    assert (None, "") == place.screen.last("show_paper")
    assert (("Upstairs",),) == place.screen.last("show_printers")
    assert 0 == place.screen.count("show_asking")


def test_what_is_copied_is_hidden_before_part_of_it_is_asked_for(place):
    """What can be read off the screen proves nothing."""
    rows = place.copied()
    while_copying = place.screen.last("show_asking")
    place.presenter.hide()

    assert [4] * 6 == [len(row) for row in rows]
    assert ("",) == while_copying
    assert () == place.screen.last("show_paper")[0].rows
    assert HIDDEN == place.screen.last("show_paper")[1]
    assert f"row {place.asked()}" in place.screen.last("show_asking")[0]


def test_the_words_can_be_shown_again_until_they_are_proven(place):
    rows = place.copied()
    place.presenter.hide()
    place.presenter.show_again()
    again = place.screen.last("show_paper")[0].rows
    place.check(" ".join(rows[place.asked() - 1]))
    sheet = place.presenter._made

    assert rows == again
    assert (None, False) == (sheet, place.presenter.can_show_again)
    assert [True] == place.proven


def test_a_wrong_group_is_told_and_the_sheet_does_not_count(place):
    place.copied()
    place.presenter.hide()
    place.check("birch kite marble anchor")

    assert 1 == place.screen.count("show_not_on_sheet")
    assert ([], "") == (place.proven, recovery.now_open(place.desk)[0].proven_at)


def test_nothing_typed_is_not_looked_at(place):
    place.copied()
    place.presenter.hide()
    place.presenter.check("  ")

    assert [] == place.work.waiting


def test_signs_stand_in_six_rows_of_three(place):
    """For people who do not write English; one group of them is asked for."""
    rows = place.copied(SIGNS)
    groups = [group for row in rows for group in row]
    place.presenter.hide()
    place.check(groups[place.asked() - 1].lower())

    assert ([3] * 6, [True]) == ([len(row) for row in rows], place.proven)


def test_after_a_restart_a_sheet_that_nobody_proved_is_asked_for_without_its_words(place):
    place.copied()
    place.presenter.leave()
    later = Place(place.desk)
    later.presenter.begin()
    later.work.run()
    paper, told = later.screen.last("show_paper")

    assert () == paper.rows
    assert "no part of it was typed back yet" in told
    assert later.screen.last("show_asking")[0].startswith("Type the four words of row")
    assert not later.presenter.can_show_again


def test_a_sheet_that_counts_is_said_at_once(place):
    rows = place.copied()
    place.check(" ".join(rows[place.asked() - 1]))
    later = Place(place.desk)
    later.presenter.begin()
    later.work.run()

    assert (recovery.now_open(place.desk)[0].number,) == later.screen.last("show_proven")


def test_what_was_saved_is_in_the_file_and_not_on_the_screen(place, tmp_path: Path):
    place.presenter.save(tmp_path / "sheet.pdf")
    place.work.run()

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert () == place.screen.last("show_paper")[0].rows
    assert "then delete the file" in place.screen.last("show_paper")[1]


def test_the_one_before_opens_nothing_and_that_is_said(place, tmp_path: Path):
    place.presenter.save(tmp_path / "one.pdf")
    place.presenter.save(tmp_path / "two.pdf")
    place.work.run()
    place.presenter.save(tmp_path / "two.pdf")
    place.work.run()

    assert place.screen.last("show_paper")[1].endswith(LET_GO)


def test_without_a_print_program_it_is_said_and_no_sheet_is_made(place, monkeypatch):
    """Copying by hand is still there."""
    monkeypatch.setenv("PATH", "")
    place.presenter.print_it()
    place.work.run()

    assert isinstance(place.screen.last("show_refused")[0], printers.NoPrintProgram)
    assert [] == recovery.now_open(place.desk)
    assert (False,) == place.screen.last("show_busy")


def test_one_sheet_is_made_at_a_time(place):
    place.presenter.copy()
    place.presenter.copy()

    assert 1 == len(place.work.waiting)


def test_a_print_system_that_does_not_answer_names_no_printer(place, monkeypatch):
    """Nothing is said of it until somebody wants to print."""

    def silent() -> tuple[str, ...]:
        raise Refused

    monkeypatch.setattr(printers, "names", silent)
    place.presenter.begin()
    place.work.run()

    assert (0, 0) == (place.screen.count("show_printers"), place.screen.count("show_refused"))
