"""A store that cannot be reached while somebody types: nothing is called saved, and nothing is lost."""

from __future__ import annotations

import shutil
import stat

import pytest

from fsdesk.plans.model import Answer, Role
from fsdesk.ui.presenters.word_copy import file_name
from tests.ui.presenters.test_plan import FullDisk, Page


@pytest.fixture
def page(team) -> Page:
    return Page(team.dan.desk)


def away(page: Page, folder) -> None:
    """Words are typed while the folder of the store is not where it was."""
    folder.rename(folder.with_name("elsewhere"))
    spot = page.note()
    page.type(spot, "Ring the school")
    page.clock.pass_by(1000)
    page.desk.run()


def test_a_folder_that_is_gone_leaves_the_words_on_the_screen_and_saves_them_when_it_is_back(page, team):
    folder = team.dan.folder
    away(page, folder)
    page.presenter.settle()
    page.desk.run()
    waiting = page.presenter.plan.scratch[0].text[0].text
    why = page.presenter.unsaved

    assert "Ring the school" == waiting
    assert "not where it was" in why.what
    assert 0 == page.screen.count("show_saved")

    folder.with_name("elsewhere").rename(folder)
    page.presenter.settle()
    page.desk.run()

    assert "Ring the school" == page.kept.scratch[0].text[0].text
    assert (None, 1) == (page.presenter.unsaved, page.screen.count("show_saved"))


def test_what_was_typed_can_be_saved_in_another_place_meanwhile(page, team, tmp_path):
    """A plain file for its owner alone, whose name and words name no family."""
    folder = team.dan.folder
    away(page, folder)
    place = tmp_path / file_name(page.presenter._today())
    page.presenter.copy_words(place)
    page.desk.run()
    folder.with_name("elsewhere").rename(folder)

    assert ["Typed on 9 March, not saved in fsdesk yet", "", "What matters to us:", "Ring the school"] == (
        place.read_text().splitlines()
    )
    assert 0o600 == stat.S_IMODE(place.stat().st_mode)
    assert (place.name,) == page.screen.last("show_copied")
    assert "Kerr" not in place.name + place.read_text()


def test_a_place_that_cannot_be_written_is_said_and_another_can_be_chosen(page, tmp_path):
    page.type(page.note(), "Ring the school")
    page.presenter.copy_words(tmp_path / "no" / "such" / "folder.txt")
    page.desk.run()

    assert "folder" in page.screen.last("show_copy_refused")[0].what


@pytest.fixture
def full(team) -> Page:
    return Page(team.dan.desk, FullDisk)


def test_what_was_done_and_not_typed_waits_as_well_and_is_tried_again_in_order(full):
    """A person who was added, and a note of judgement: both are on the screen, and then in the store."""
    full.presenter.add_person("Callum", Role.CHILD)
    full.desk.run()
    callum = full.presenter.plan.people[0].id
    full.presenter.note_declined(callum)
    full.presenter.record_answer(Answer(id="a", rule="R-01", where=callum))
    full.desk.run()
    locked = []
    full.presenter.settle(lambda: locked.append(True))
    full.desk.run()
    before = (full.kept.people, full.kept.answers, locked)

    assert ((), (), []) == before
    assert ["Callum"] == [person.name for person in full.presenter.plan.people]

    full.at_desk.is_full = False
    full.presenter.settle(lambda: locked.append(True))
    full.desk.run()

    assert [callum] == [one.person for one in full.kept.voices_declined]
    assert ["a"] == [one.id for one in full.kept.answers]
    assert ([True], None) == (locked, full.presenter.unsaved)


def test_a_name_that_could_not_be_kept_is_among_what_can_be_saved_elsewhere(full, tmp_path):
    full.presenter.add_person("Callum", Role.CHILD)
    full.desk.run()
    full.presenter.copy_words(tmp_path / "words.txt")
    full.desk.run()

    assert "Callum" in (tmp_path / "words.txt").read_text()


def test_a_store_that_is_gone_for_good_keeps_saying_so(page, team):
    """Each try is answered, and the words stay."""
    shutil.move(team.dan.folder, team.dan.folder.with_name("gone"))
    page.type(page.note(), "Ring")
    for _ in range(2):
        page.presenter.settle()
        page.desk.run()

    assert page.presenter.unsaved is not None
    assert "Ring" == page.presenter.plan.scratch[0].text[0].text
    shutil.move(team.dan.folder.with_name("gone"), team.dan.folder)
