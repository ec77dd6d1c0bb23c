from __future__ import annotations

import pytest
from msgspec.structs import replace

from fsdesk.plans import checks, samples
from fsdesk.plans.model import Span, SpanKind, Voice
from fsdesk.ui.presenters.coach import HERE, PAUSE, SHARING, WHOLE, CoachPresenter, check, touched
from tests.ui.presenters.fakes import Clock, Desk, Screen

F2 = samples.load("F2")
TODAY = F2.sample_today


def with_words(plan, person: str, text: str = "Football"):
    said = (Span(text=text, kind=SpanKind.QUOTE, speaker=person),)
    return replace(plan, voices=(*plan.voices, Voice(id=f"v-{person}", person=person, words=said)))


class Coach:
    def __init__(self) -> None:
        self.screen, self.desk, self.clock = Screen(), Desk(), Clock()
        self.presenter = CoachPresenter(
            self.screen, submit=self.desk.submit, after=self.clock.after, today=lambda: TODAY
        )

    def look(self, plan) -> None:
        self.presenter.look_at(plan, at_once=True)
        self.desk.run()

    @property
    def groups(self):
        return self.screen.last("show_ideas")[1]

    @property
    def keys(self) -> list[str]:
        return [idea.key for group in self.groups for idea in group.ideas]

    @property
    def open(self) -> str:
        return self.screen.last("show_ideas")[3]


@pytest.fixture
def coach() -> Coach:
    return Coach()


def test_it_looks_a_quarter_of_a_second_after_the_last_key(coach):
    """Not at every key, and never before somebody pauses."""
    for at in range(5):
        coach.presenter.look_at(with_words(F2, "kyle", "x" * (at + 1)))
        coach.clock.pass_by(PAUSE - 1)
    before = len(coach.desk.waiting)
    coach.clock.pass_by(1)

    assert (0, 1) == (before, len(coach.desk.waiting))


def test_an_answer_about_an_older_plan_is_dropped(coach):
    """However late it comes, what is shown is about the plan as it stands."""
    coach.presenter.look_at(F2, at_once=True)
    coach.presenter.look_at(with_words(F2, "kyle"), at_once=True)
    coach.desk.waiting.reverse()
    coach.desk.run()

    assert 1 == coach.screen.count("show_ideas")
    assert "R-01 kyle" not in coach.keys


def test_a_look_after_an_edit_says_what_a_fresh_look_would(coach):
    """Only what was touched is looked at again, and nothing is missed for it."""
    last = None
    for name, after in (("F2", "kyle"), ("F3", "tyler"), ("F5", "huda"), ("F6", "rory")):
        before = samples.load(name)
        day = before.sample_today
        last = (before, check(before, None, day))
        now = with_words(before, after)

        assert checks.check(now, day).findings == check(now, last, day).findings
        assert {"voices"} == touched(before, now)


def test_the_first_idea_here_stands_open(coach):
    coach.look(F2)

    assert coach.open == coach.keys[0]


def test_what_stands_open_stays_open_while_the_plan_changes(coach):
    coach.look(F2)
    coach.presenter.open(coach.keys[1])
    kept = coach.open
    coach.look(with_words(F2, "shona"))

    assert kept == coach.open


def test_the_order_stays_while_ideas_come_and_go(coach):
    """An idea that comes back joins the end of its group; the others do not move under the pointer."""
    coach.presenter.filter(WHOLE)
    coach.look(F2)
    first = list(coach.keys)
    coach.look(with_words(F2, "kyle"))
    without = list(coach.keys)
    coach.look(F2)

    assert [key for key in first if key in without] == [key for key in without if key in first]
    assert "R-01 kyle" in first
    assert "R-01 kyle" not in without
    assert set(first) == set(coach.keys)


def test_filters_show_here_or_the_whole_plan(coach):
    coach.look(F2)
    here = set(coach.keys)
    coach.presenter.filter(WHOLE)

    assert here < set(coach.keys)
    assert WHOLE == coach.screen.last("show_ideas")[2]
    coach.presenter.filter(HERE)
    assert here == set(coach.keys)


def test_f8_goes_round(coach):
    coach.look(F2)
    keys = coach.keys
    seen = []
    for _ in range(len(keys)):
        coach.presenter.step(1)
        seen.append(coach.open)

    assert [*keys[1:], keys[0]] == seen
    coach.presenter.step(-1)
    assert keys[-1] == coach.open


def test_a_plan_without_ideas_has_none_to_step_to(coach):
    coach.look(samples.load("F1"))
    coach.presenter.step(1)

    assert "" == coach.open
    assert coach.presenter.idea() is None


def test_the_same_plan_is_not_looked_at_twice(coach):
    coach.look(F2)
    coach.presenter.look_at(F2)
    coach.clock.pass_by(PAUSE * 2)

    assert [] == coach.desk.waiting


def test_before_sharing_shows_what_is_best_settled_first(coach):
    coach.look(F2)
    coach.presenter.filter(SHARING)
    shown = coach.screen.last("show_ideas")[0]

    assert shown.sharing == len(coach.keys) < shown.whole
    assert all(idea.settles for group in coach.groups for idea in group.ideas)
