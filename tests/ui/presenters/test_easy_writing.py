"""Easy lines that are being written when the laptop stops."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from fsdesk.desk import drafts, plans
from fsdesk.plans.edits import Intent
from fsdesk.plans.model.base import Audience, Reach
from fsdesk.ui.presenters.at_desk import PlanAtDesk
from fsdesk.ui.presenters.keeping import KEEP_WITHIN
from tests.ui.presenters.test_paper_easy import Easy
from tests.ui.presenters.test_plan import Page


@pytest.fixture
def easy(families) -> Easy:
    return Easy(families.dan.desk)


def type_on(easy: Easy, pair, text: str) -> None:
    """Without a pause that would make a line of the plan of it."""
    for end in range(1, len(text) + 1):
        easy.presenter.typed(pair, text[:end])
        easy.clock.pass_by(100)
    easy.desk.run()


def test_typing_on_and_on_without_a_pause_is_kept_as_it_goes(easy):
    """The plan has no edit of it yet, the disk has the words."""
    before = len(plans.history_of(easy.store, easy.id))
    type_on(easy, easy.pair(), "We like Fri")

    assert ["We like Fr"] == [one.text for one in drafts.of_plan(easy.store, easy.id)]
    assert before == len(plans.history_of(easy.store, easy.id))
    assert KEEP_WITHIN < 1000


def test_after_a_stop_the_line_is_in_the_plan_to_be_read_back(easy):
    """It stands beside the record it was written for, and the page says where to find it."""
    pair = easy.pair()
    type_on(easy, pair, "We like Fri")
    back = Page(easy.store, plan=easy.id)

    assert ("We like Fr", None) == (easy.line(pair.of).text, easy.line(pair.of).read_back_on)
    assert 1 == back.screen.count("show_easy_line_found")
    assert [] == back.drafted
    assert 0 == back.again().screen.count("show_easy_line_found")


def test_a_line_that_was_read_back_and_changed_is_to_be_read_back_anew(easy):
    line = next(one for one in easy.plan.easy_lines if one.read_back_on is not None)
    pair = next(one for one in pairs(easy) if one.line == line.id)
    type_on(easy, pair, f"{line.text} again")
    PlanAtDesk(easy.store, easy.id).open()
    now = next(one for one in easy.plan.easy_lines if one.id == line.id)

    assert now.text != line.text
    assert now.read_back_on is None


def test_whoever_may_not_have_the_record_may_not_have_the_line_that_came_back(easy):
    pair = easy.pair()
    seen = plans.current(easy.store, easy.id)
    name = next(name for name in seen.plan.__struct_fields__ if pair.of in ids(seen.plan, name))
    closed = tuple(
        replace(one, audience=Audience(to=Reach.MY_PAGE)) if one.id == pair.of else one
        for one in getattr(seen.plan, name)
    )
    plans.save(easy.store, seen, replace(seen.plan, **{name: closed}), Intent.WROTE)
    type_on(easy, pair, "We like Fri")
    PlanAtDesk(easy.store, easy.id).open()

    assert Reach.MY_PAGE == easy.line(pair.of).audience.to


def test_a_line_whose_record_is_gone_stays_a_draft(easy):
    """Nobody knows any more who may have it, and no word of it is lost."""
    type_on(easy, easy.pair()._replace(of="nobody"), "We like Fri")
    opened = PlanAtDesk(easy.store, easy.id).open()

    assert not opened.has_easy_line
    assert ["We like Fr"] == [one.text for one in drafts.of_plan(easy.store, easy.id)]


def test_a_line_that_was_kept_is_no_draft(easy):
    type_on(easy, easy.pair(), "We like Fri")
    easy.presenter.keep()
    easy.desk.run()

    assert [] == drafts.of_plan(easy.store, easy.id)


def pairs(easy: Easy):
    from fsdesk.ui.presenters.paper_easy import pairs_of
    from tests.ui.presenters.test_paper_easy import TODAY

    return pairs_of(easy.plan, TODAY)


def ids(plan, name: str) -> list[str]:
    value = getattr(plan, name)
    return [one.id for one in value if hasattr(one, "id")] if isinstance(value, tuple) else []
