from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fsdesk.desk import plans
from fsdesk.errors import Refused
from fsdesk.plans import samples
from fsdesk.plans.model.base import Audience, Reach
from fsdesk.ui.presenters import paper_easy as pe
from fsdesk.ui.presenters.paper_easy import EasyPair, EasyPresenter
from tests.ui.presenters.fakes import Clock, Desk, Screen

TODAY = date(2026, 11, 20)
REID = samples.load("F1")


class Easy:
    def __init__(self, desk) -> None:
        self.store, self.screen, self.desk, self.clock = desk, Screen(), Desk(), Clock()
        self.wrote: list = []
        self.id = next(one.id for one in plans.listing(desk) if one.listed.family == "Okafor-Reid")
        self.presenter = EasyPresenter(
            self.screen,
            desk=desk,
            submit=self.desk.submit,
            after=self.clock.after,
            wrote=self.wrote.append,
        )
        self.presenter.open(self.plan)

    @property
    def plan(self):
        return plans.current(self.store, self.id).plan

    def pair(self, at: int = 0) -> EasyPair:
        return [one for one in pe.pairs_of(self.plan, TODAY) if not one.line][at]

    def line(self, of: str):
        return next((one for one in self.plan.easy_lines if one.of == of), None)


@pytest.fixture
def easy(families) -> Easy:
    return Easy(families.dan.desk)


def test_every_part_that_easy_read_can_hold_has_its_words_beside_it():
    """What has a line shows it, what has none has room for one."""
    pairs = pe.pairs_of(REID, TODAY)

    assert {one.of for one in REID.easy_lines} <= {pair.of for pair in pairs}
    assert all(pair.original for pair in pairs)
    assert {pe.NO_LINE} == {pair.state for pair in pairs if not pair.line}


def test_a_line_that_was_not_read_back_says_to_read_together():
    unread = replace(REID, easy_lines=tuple(replace(one, read_back_on=None) for one in REID.easy_lines))
    states = {pair.state for pair in pe.pairs_of(unread, TODAY) if pair.line}

    assert {"To read together"} == states
    assert all(one.is_read_back for one in pe.pairs_of(REID, TODAY) if one.line)


def test_a_line_is_kept_a_moment_after_the_last_key(easy):
    pair = easy.pair()
    easy.presenter.typed(pair, "We eat")
    easy.presenter.typed(pair, "We eat tea together.")
    before = len(easy.desk.waiting)
    easy.clock.pass_by(1000)
    easy.desk.run()
    easy.presenter.typed(pair, "We eat tea.")
    easy.clock.pass_by(1000)
    easy.desk.run()

    assert 0 == before
    assert "We eat tea." == easy.line(pair.of).text
    assert 1 == sum(one.of == pair.of for one in easy.plan.easy_lines)
    assert easy.plan == easy.wrote[-1]


def test_a_line_is_read_back_with_its_day_and_changing_it_asks_again(easy):
    pair = easy.pair()
    easy.presenter.typed(pair, "We eat tea together.")
    easy.presenter.read_back(pair)
    easy.desk.run()
    read = easy.line(pair.of).read_back_on
    easy.presenter.typed(pair, "We eat together.")
    easy.presenter.keep()
    easy.desk.run()

    assert easy.store.today == read
    assert easy.line(pair.of).read_back_on is None


def test_what_was_said_is_never_touched(easy):
    before = (easy.plan.matters, easy.plan.voices, easy.plan.goals)
    easy.presenter.typed(easy.pair(), "We eat tea together.")
    easy.presenter.keep()
    easy.desk.run()

    assert before == (easy.plan.matters, easy.plan.voices, easy.plan.goals)


def test_an_emptied_line_is_gone_and_one_of_spaces_never_comes(easy):
    pair, other = easy.pair(0), easy.pair(1)
    for text in ("We eat tea.", "", "  "):
        easy.presenter.typed(pair, text)
        easy.presenter.keep()
        easy.desk.run()
    easy.presenter.typed(other, "   ")
    easy.presenter.keep()
    easy.desk.run()

    assert (None, None) == (easy.line(pair.of), easy.line(other.of))


def test_a_line_of_private_words_is_as_private_as_they_are():
    """It may not travel or be printed for anybody who may not have the words."""
    mine = Audience(to=Reach.MY_PAGE)
    first = replace(REID.matters[0], audience=mine)
    plan = replace(REID, matters=(first, *REID.matters[1:]), easy_lines=())
    [made] = pe.with_lines(plan, {"new": "Mine."}, {"new": first.id}).easy_lines

    assert mine == made.audience


def test_words_that_cannot_be_kept_are_tried_again(easy):
    pair = easy.pair()

    def full(*_: object) -> None:
        raise Refused("There is no room left.", "Make room.")

    easy.presenter.typed(pair, "We eat tea.")
    easy.presenter.keep()
    _, done, failed = easy.desk.waiting.pop()
    easy.desk.waiting.append((full, done, failed))
    easy.desk.run()
    told = easy.screen.last("show_not_kept")[0].what
    easy.presenter.keep()
    easy.desk.run()

    assert ("There is no room left.", "We eat tea.") == (told, easy.line(pair.of).text)


@given(st.lists(st.integers(1, 20), min_size=1, max_size=4))
def test_a_line_is_long_when_one_of_its_sentences_has_more_than_twelve_words(lengths):
    text = " ".join(" ".join(["word"] * length) + "." for length in lengths)

    assert (max(lengths) > 12) is pe.is_long(text)
