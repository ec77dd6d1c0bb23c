from __future__ import annotations

import os
from datetime import datetime

import pytest

from fsdesk import settings
from fsdesk.ui.presenters.stores import MISSING_NOTE, PRACTICE_NOTE, choices, choices_in

NOW = datetime(2026, 3, 9, 12)


@pytest.fixture
def stores(tmp_path):
    """A folder with a team's store, practice, and things that are no stores."""
    moment = datetime(2026, 3, 6, 16, 20).timestamp()
    for name in ("practice", "north-west-team"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "keys.json").write_text("{}")
        os.utime(tmp_path / name / "keys.json", (moment, moment))
    (tmp_path / "empty").mkdir()
    (tmp_path / "a file").write_text("x")
    return tmp_path


def test_every_store_in_the_folder_can_be_chosen_practice_last(stores):
    """The folder's name is made into words, and no store is opened to find out more."""
    own, practice = choices_in(stores, NOW)

    assert (stores / "north-west-team", "North west team", "Last opened Friday 16:20", False) == tuple(own)
    assert (stores / "practice", "Practice families", PRACTICE_NOTE, True) == tuple(practice)


def test_without_a_folder_there_is_nothing_to_choose(tmp_path):
    assert [] == choices_in(tmp_path / "not there", NOW)


def test_a_store_whose_keys_are_damaged_is_still_offered(tmp_path):
    """Opening it then says what is so; leaving it out would look as if it were gone."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "store.db").write_bytes(b"")

    assert ["Ours"] == [choice.name for choice in choices_in(tmp_path, NOW)]


def test_a_store_whose_stick_is_out_stands_before_practice_and_says_so(stores, fsdesk_home, tmp_path):
    """It is chosen like any other, so that it opens once the stick is in."""
    usual = settings.stores()
    usual.parent.mkdir(parents=True, exist_ok=True)
    stores.rename(usual)
    gone = tmp_path / "stick" / "other-team"
    settings.choose(also=(str(gone),))

    assert [
        ("North west team", "Last opened Friday 16:20"),
        ("Other team", MISSING_NOTE),
        ("Practice families", PRACTICE_NOTE),
    ] == [(one.name, one.note) for one in choices(NOW)]
