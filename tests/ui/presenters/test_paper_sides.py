from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from fsdesk.jobs import Progress, Stopped
from fsdesk.ui.presenters.paper_sides import PAGE_WIDTH, Sides
from tests.ui.presenters.fakes import Desk, Screen

SIDES = 7


def a_print(sides: int) -> bytes:
    """A PDF whose side number n is n times as high as it is wide, so that each can be told by its picture."""
    made = BytesIO()
    canvas = Canvas(made)
    for number in range(1, sides + 1):
        canvas.setPageSize((100, 100 * number))
        canvas.showPage()
    canvas.save()
    return made.getvalue()


class Looked:
    """Somebody who leafs through a print; sides are drawn when the test says so."""

    def __init__(self) -> None:
        self.screen, self.beside = Screen(), Desk()
        self.sides = Sides(self.screen, beside=self.beside.submit)
        self.sides.open(a_print(SIDES), SIDES)

    def turn_to(self, *sides: int) -> Looked:
        for side in sides:
            self.sides.turn_to(side)
        return self

    @property
    def shown(self) -> list[tuple[int, int]]:
        """The sides that were shown large, each with how many times as high as wide its picture is."""
        return [
            (at, picture.height // picture.width)
            for name, (at, picture) in self.screen.told
            if name == "show_side"
        ]


@pytest.fixture
def looked() -> Looked:
    return Looked()


def test_the_first_side_is_drawn_large_at_once_and_the_next_one_after_it(looked):
    looked.beside.run()

    assert ([(0, 1)], {1}) == (looked.shown, looked.sides.held)
    assert PAGE_WIDTH == looked.screen.last("show_side")[1].width


def test_turning_to_a_neighbour_shows_it_without_waiting(looked):
    looked.beside.run()
    looked.turn_to(1)

    assert [(0, 1), (1, 2)] == looked.shown


@pytest.mark.parametrize("side", range(SIDES))
def test_beside_the_side_that_is_looked_at_no_more_is_held_than_its_neighbours(looked, side):
    for at in (*range(SIDES), side):
        looked.turn_to(at).beside.run()

    assert {at for at in (side - 1, side + 1) if 0 <= at < SIDES} == looked.sides.held
    assert (side, side + 1) == looked.shown[-1]


def test_a_side_that_was_leafed_past_is_not_shown_when_it_comes(looked):
    looked.turn_to(4).beside.run()

    assert [(4, 5)] == looked.shown
    assert {3, 5} == looked.sides.held


def test_a_side_that_is_left_and_come_back_to_before_the_other_one_is_drawn_is_shown_again(looked):
    looked.beside.run()
    looked.turn_to(3, 0).beside.run()

    assert [(0, 1), (0, 1)] == looked.shown


def test_a_side_of_the_print_before_is_dropped_when_it_comes_late(looked):
    looked.sides.open(a_print(1), 1)
    looked.beside.run()

    assert ([(0, 1)], set()) == (looked.shown, looked.sides.held)


def test_nothing_is_held_of_sides_that_are_out_of_sight(looked):
    looked.turn_to(2).beside.run()
    looked.sides.look_away()
    away = looked.sides.held
    looked.sides.look_again()
    looked.beside.run()

    assert (frozenset(), {1, 3}) == (away, looked.sides.held)
    assert [(2, 3), (2, 3)] == looked.shown


def test_a_side_that_there_is_not_is_not_turned_to(looked):
    looked.beside.run()
    looked.turn_to(SIDES, -1).beside.run()

    assert [(0, 1)] == looked.shown


def test_what_nobody_looks_at_any_more_is_not_even_drawn():
    started: list[Progress] = []
    works = []

    def beside(work, *, done, failed):
        works.append(work)
        started.append(Progress())
        return started[-1]

    sides = Sides(Screen(), beside=beside)
    sides.open(a_print(SIDES), SIDES)
    sides.turn_to(5)

    assert [True, False] == [one.is_cancelled for one in started]
    with pytest.raises(Stopped):
        works[0](started[0])
