from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk import recovery
from fsdesk.desk.ways_in import WaysIn
from fsdesk.errors import Refused
from fsdesk.ui.presenters import recovering
from fsdesk.ui.presenters.recovering import (
    NOT_WHOLE,
    NOTHING_WRITTEN,
    NOTHING_YET,
    AnswerPresenter,
    AskLeadPresenter,
    SheetInPresenter,
    WaysPresenter,
    counted,
)
from fsdesk.ui.presenters.setup.passphrase import NOT_STRONG
from fsdesk.ui.presenters.unlock import StoreChoice
from tests.ui.presenters.fakes import Desk, Screen

STRONG = "kettle harbour violet bus"
CHOICE = StoreChoice(Path("/plans/north-west"), "North West team")


class Place:
    """A way in, with what it asked of the desk."""

    def __init__(self, kind: type) -> None:
        self.screen, self.desk = Screen(), Desk()
        self.opened: list[tuple] = []
        self.presenter = kind(
            self.screen,
            CHOICE,
            self.desk.submit,
            lambda folder, passphrase: f"{folder} opened with {passphrase}",
            lambda *given: self.opened.append(given),
        )


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("", ""),
        ("2 of 24 words so far.", "1  kettle  2. harbour"),
        ("2 of 18 groups so far.", "K7QM-2RTD"),
        ("3 of 24 words so far.", "kettle\nharbour violet"),
    ],
)
def test_what_was_typed_of_a_sheet_is_counted(expected, typed):
    assert expected == counted(typed)


def test_what_is_wanting_is_said_one_thing_at_a_time():
    place = Place(SheetInPresenter)
    for typed, passphrase, again in (
        ("", STRONG, STRONG),
        ("kettle", "kettle", ""),
        ("kettle", STRONG, STRONG),
    ):
        place.presenter.changed(passphrase, again, typed)

    assert [(False, NOTHING_YET), (False, NOT_STRONG), (True, "")] == [
        given for told, given in place.screen.told if told == "show_ready"
    ]


def test_the_sheet_lets_a_new_passphrase_open_the_store(monkeypatch):
    """Then everything that was typed is gone from the page."""
    given: list[tuple] = []
    monkeypatch.setattr(recovery, "recover", lambda *args: given.append(args))
    place = Place(SheetInPresenter)
    place.presenter.recover("kettle harbour", STRONG, STRONG)
    place.desk.run()

    assert [(CHOICE.folder, b"kettle harbour", STRONG)] == given
    assert [(CHOICE, f"{CHOICE.folder} opened with {STRONG}")] == place.opened
    assert 1 == place.screen.count("forget")


def test_part_of_a_sheet_is_told_as_such_and_stays_typed(monkeypatch):
    """The window has no file that there could be nothing in."""

    def not_whole(*_given: object) -> None:
        raise recovery.NotASheet

    monkeypatch.setattr(recovery, "recover", not_whole)
    place = Place(SheetInPresenter)
    place.presenter.recover("kettle", STRONG, STRONG)
    place.desk.run()
    [refused] = place.screen.last("show_refused")

    assert NOT_WHOLE == (refused.what, refused.what_next)
    assert ([], 0) == (place.opened, place.screen.count("forget"))
    assert (False,) == place.screen.last("show_working")


def test_a_pasted_megabyte_is_not_looked_at():
    place = Place(SheetInPresenter)
    place.presenter.recover("kettle " * 200_000, STRONG, STRONG)

    assert [] == place.desk.waiting
    assert 1 == place.screen.count("show_refused")


@pytest.mark.parametrize(
    "given", [("", STRONG, STRONG), ("kettle", STRONG, "other"), ("kettle", "weak", "weak")]
)
def test_nothing_is_tried_while_something_is_wanting(given):
    place = Place(SheetInPresenter)
    place.presenter.recover(*given)

    assert [] == place.desk.waiting


def test_the_lead_is_asked_with_a_file_and_six_words(monkeypatch, tmp_path):
    asked: list[tuple] = []

    def ask(folder: Path, out: Path, passphrase: str, *, force: bool) -> tuple[str, ...]:
        asked.append((folder, out, passphrase, force))
        return ("one", "two", "three", "four", "five", "six")

    monkeypatch.setattr(recovering.escrow, "ask", ask)
    place = Place(AskLeadPresenter)
    place.presenter.ask(tmp_path / "ask", STRONG, STRONG)
    place.presenter.ask(tmp_path / "ask", STRONG, STRONG)
    place.desk.run()

    assert [(CHOICE.folder, tmp_path / "ask", STRONG, True)] == asked
    assert 6 == len(place.screen.last("show_words")[0])
    assert [] == place.opened


def test_the_answer_opens_with_the_passphrase_chosen_when_asking(monkeypatch, tmp_path):
    monkeypatch.setattr(recovering.escrow, "open_", lambda *_: "a laptop id")
    place = Place(AnswerPresenter)
    place.presenter.typed("")
    wanting = place.screen.last("show_ready")
    place.presenter.open(tmp_path / "answer", "")
    place.presenter.open(tmp_path / "answer", STRONG)
    place.desk.run()

    assert (False, NOTHING_WRITTEN) == wanting
    assert [(CHOICE, f"{CHOICE.folder} opened with {STRONG}")] == place.opened


def test_the_ways_are_read_from_the_locked_store(monkeypatch):
    ways = WaysIn(("R-K7QM-01",), lead=True)
    monkeypatch.setattr(recovering.ways_in, "known", lambda _: ways)
    screen, desk = Screen(), Desk()
    WaysPresenter(screen, folder=CHOICE.folder, submit=desk.submit).begin()
    desk.run()

    assert (ways,) == screen.last("show_ways")


def test_a_damaged_store_says_so_in_place_of_its_ways(monkeypatch):
    def damaged(_: Path) -> None:
        raise Refused("A file of this store is damaged.", "Open the latest backup.")

    monkeypatch.setattr(recovering.ways_in, "known", damaged)
    screen, desk = Screen(), Desk()
    WaysPresenter(screen, folder=CHOICE.folder, submit=desk.submit).begin()
    desk.run()

    assert "A file of this store is damaged." == screen.last("show_refused")[0].what
