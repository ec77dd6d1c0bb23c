from __future__ import annotations

from datetime import date, datetime

import pytest

from fsdesk.desk import drafts, plans
from fsdesk.errors import Refused
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import Role
from fsdesk.ui.presenters.at_desk import PlanAtDesk
from fsdesk.ui.presenters.plan import KEEP_WITHIN, PlanPresenter
from fsdesk.ui.presenters.spots import Spot
from fsdesk.ui.presenters.taken_out import BACK_FOR
from tests.ui.presenters.fakes import Clock, Desk, Screen

NOW = datetime(2026, 3, 9, 10, 42)


class Full(Refused):
    """What a full disk says."""

    what = "The disk is full, so this was not saved."


class FullDisk(PlanAtDesk):
    """A desk whose disk has no room, until the test makes some."""

    is_full = True

    def write(self, *given, **named):
        if self.is_full:
            raise Full
        return super().write(*given, **named)

    def keep(self, unsettled):
        if self.is_full:
            raise Full
        super().keep(unsettled)


class Page:
    """A plan of a real store behind a presenter whose thread and clock the test turns."""

    def __init__(self, desk, kind=PlanAtDesk, plan: str = "") -> None:
        self.store, self.screen, self.desk, self.clock = desk, Screen(), Desk(), Clock()
        self.plan_id = plan or plans.begin(desk, family_name="Kerr").plan.id
        self.at_desk = kind(desk, self.plan_id)
        self.changed: list = []
        self.presenter = PlanPresenter(
            self.screen,
            desk=self.at_desk,
            submit=self.desk.submit,
            after=self.clock.after,
            now=lambda: NOW,
            today=lambda: date(2026, 3, 9),
            changed=self.changed.append,
        )
        self.presenter.open()
        self.desk.run()

    @property
    def kept(self):
        """The plan as the store has it."""
        return plans.current(self.store, self.plan_id).plan

    @property
    def edits(self) -> int:
        return len(plans.history_of(self.store, self.plan_id))

    @property
    def drafted(self) -> list[str]:
        return [draft.text for draft in drafts.of_plan(self.store, self.plan_id)]

    def note(self) -> Spot:
        """A new note's spot."""
        self.presenter.add_note()
        return self.screen.last("focus_on")[0]

    def type(self, spot: Spot, text: str) -> None:
        for end in range(1, len(text) + 1):
            self.presenter.typed(spot, text[:end], end)

    def again(self) -> Page:
        """The same plan after the laptop stopped: nothing but the store is left."""
        return Page(self.store, plan=self.plan_id)


@pytest.fixture
def page(team) -> Page:
    return Page(team.dan.desk)


def test_a_key_is_a_draft_within_half_a_second_however_fast_somebody_types(page):
    """It does not wait for a pause: typing on and on is kept as it goes."""
    spot = page.note()
    for letters in range(1, 9):
        page.presenter.typed(spot, "x" * letters, letters)
        page.clock.pass_by(100)
    page.desk.run()

    assert ["x" * 5] == page.drafted
    assert KEEP_WITHIN < 1000


def test_leaving_a_field_makes_one_edit_of_all_that_was_typed(page):
    """And its draft is gone."""
    spot = page.note()
    page.type(spot, "Ring the school")
    page.clock.pass_by(KEEP_WITHIN)
    page.presenter.left(spot)
    page.desk.run()

    assert ["Ring the school"] == [note.text[0].text for note in page.kept.scratch]
    assert ([], 2) == (page.drafted, page.edits)
    assert (NOW,) == page.screen.last("show_saved")


def test_a_stop_in_mid_word_loses_nothing(page):
    """The card, the words and the cursor are back; the card still knows whose words they are."""
    page.presenter.add_person("Shona", Role.CARER)
    page.desk.run()
    shona = page.kept.people[0].id
    page.presenter.add_words(shona)
    spot = page.screen.last("focus_on")[0]
    page.type(spot, "Mornings without shou")
    page.presenter.typed(spot, "Mornings without shou", 8)
    page.clock.pass_by(KEEP_WITHIN)
    page.desk.run()
    back = page.again()

    assert (spot, 8) == back.screen.last("focus_on")
    assert 1 == back.screen.count("show_found_again")
    assert "Mornings without shou" == back.presenter.plan.voices[0].words[0].text
    assert shona == back.presenter.plan.voices[0].person

    back.presenter.typed(spot, "Mornings without shouting.", 26)
    back.presenter.left(spot)
    back.desk.run()

    assert ["Mornings without shouting."] == [voice.words[0].text for voice in back.kept.voices]


def test_a_new_card_that_is_left_empty_goes_again(page):
    spot = page.note()
    page.presenter.left(spot)
    page.desk.run()

    assert ((), 1) == (page.kept.scratch, page.edits)
    assert () == page.screen.last("show_plan")[1]


def test_a_new_card_emptied_again_leaves_no_draft(page):
    spot = page.note()
    page.type(spot, "Ring")
    page.clock.pass_by(KEEP_WITHIN)
    page.presenter.typed(spot, "", 0)
    page.clock.pass_by(KEEP_WITHIN)
    page.presenter.left(spot)
    page.desk.run()

    assert ([], 1) == (page.drafted, page.edits)


def test_words_typed_back_to_what_they_were_write_nothing(page):
    spot = page.note()
    page.type(spot, "Ring")
    page.presenter.left(spot)
    page.desk.run()
    page.presenter.typed(spot, "Ringg", 5)
    page.clock.pass_by(KEEP_WITHIN)
    page.presenter.typed(spot, "Ring", 4)
    page.presenter.left(spot)
    page.desk.run()

    assert ([], 2) == (page.drafted, page.edits)


def test_settling_twice_while_the_disk_is_slow_is_still_one_edit(page):
    """Leaving a field and locking at once does not write the same words twice."""
    spot = page.note()
    page.type(spot, "Ring")
    page.presenter.left(spot)
    done = []
    page.presenter.settle(lambda: done.append("locked"))
    page.desk.run()

    assert (2, ["locked"]) == (page.edits, done)


def test_what_is_typed_while_the_disk_is_slow_is_not_lost(page):
    """An answer about older words does not take newer ones away."""
    spot = page.note()
    page.type(spot, "Ring")
    page.presenter.left(spot)
    page.presenter.typed(spot, "Ring now", 8)
    page.desk.run()

    assert "Ring now" == page.presenter.plan.scratch[0].text[0].text
    page.presenter.settle()
    page.desk.run()
    assert "Ring now" == page.kept.scratch[0].text[0].text


def test_a_disk_that_refuses_keeps_the_text_on_the_screen(team):
    """Nothing is called saved, whoever waits for it is not let through, and the next try keeps every word."""
    page = Page(team.dan.desk, FullDisk)
    spot = page.note()
    page.type(spot, "Ring")
    page.clock.pass_by(KEEP_WITHIN)
    locked = []
    page.presenter.settle(lambda: locked.append(True))
    page.desk.run()

    assert [Full, Full] == [type(given[0]) for told, given in page.screen.told if told == "show_not_saved"]
    assert ([], 0) == (locked, page.screen.count("show_saved"))
    assert "Ring" == page.presenter.plan.scratch[0].text[0].text
    assert page.presenter.unsaved is not None

    page.at_desk.is_full = False
    page.presenter.settle()
    page.desk.run()

    assert "Ring" == page.kept.scratch[0].text[0].text
    assert page.presenter.unsaved is None


def test_what_was_taken_out_is_offered_back_for_twenty_seconds(page):
    spot = page.note()
    page.type(spot, "Ring")
    page.presenter.left(spot)
    page.desk.run()
    page.presenter.take_out(spot.place)
    page.desk.run()
    gone = page.kept.scratch
    page.presenter.put_back()
    page.desk.run()

    assert ((), "Ring") == (gone, page.kept.scratch[0].text[0].text)

    page.presenter.take_out(spot.place)
    page.desk.run()
    page.clock.pass_by(BACK_FOR)
    page.presenter.put_back()
    page.desk.run()

    assert () == page.kept.scratch
    assert ("",) == page.screen.last("show_taken_out")


def test_taking_out_keeps_what_was_just_typed_for_the_way_back(page):
    spot = page.note()
    page.type(spot, "Ring")
    page.presenter.left(spot)
    page.desk.run()
    page.presenter.typed(spot, "Ring the school", 15)
    page.presenter.take_out(spot.place)
    page.desk.run()
    page.presenter.put_back()
    page.desk.run()

    assert "Ring the school" == page.kept.scratch[0].text[0].text


def test_emptying_somebodys_words_is_a_take_out_that_can_be_undone(page):
    page.presenter.add_matter(None)
    spot = page.screen.last("focus_on")[0]
    page.type(spot, "Tea together")
    page.presenter.left(spot)
    page.desk.run()
    page.presenter.typed(spot, "", 0)
    page.presenter.left(spot)
    page.desk.run()
    emptied = page.kept.matters
    page.presenter.put_back()
    page.desk.run()

    assert ((), "Tea together") == (emptied, page.kept.matters[0].words[0].text)


def test_a_correction_of_family_words_is_told_as_one_in_the_history(page):
    page.presenter.add_matter(None)
    spot = page.screen.last("focus_on")[0]
    for text in ("Tea together", "Tea together, all of us"):
        page.type(spot, text)
        page.presenter.left(spot)
        page.desk.run()
    now = plans.current(page.store, page.plan_id)
    intents = {header.seq: header.intent for header in now.state.headers.values()}

    assert [Intent.BEGAN, Intent.ADDED, Intent.CORRECTED_WORDS] == [
        Intent(intents[seq]) for seq in sorted(intents)
    ]


def test_people_and_a_no_are_kept_at_once(page):
    page.presenter.add_person("  Callum ", Role.CHILD)
    page.presenter.add_person("  ", Role.CHILD)
    page.desk.run()
    callum = page.kept.people[0]
    page.presenter.note_declined(callum.id)
    page.desk.run()

    assert ("Callum", Role.CHILD, 1) == (callum.name, callum.role, len(page.kept.people))
    assert [callum.id] == [one.person for one in page.kept.voices_declined]


def test_whoever_looks_at_the_plan_hears_of_every_key(page):
    spot = page.note()
    page.type(spot, "Hi")

    assert ["H", "Hi"] == [plan.scratch[0].text[0].text for plan in page.changed[-2:]]


def test_settling_before_the_plan_is_read_lets_whoever_waits_through(team):
    screen, desk, clock, done = Screen(), Desk(), Clock(), []
    presenter = PlanPresenter(
        screen, desk=PlanAtDesk(team.dan.desk, "x"), submit=desk.submit, after=clock.after,
        now=lambda: NOW, today=lambda: NOW.date(), changed=done.append,
    )  # fmt: skip
    presenter.settle(lambda: done.append("locked"))

    assert ["locked"] == done
