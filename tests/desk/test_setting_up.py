from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk import settings
from fsdesk.desk import escrow, opening, recovery, setting_up, stores, ways_in
from fsdesk.desk.setting_up import Step
from fsdesk.desk.ways_in import WaysIn
from fsdesk.store.refusals import Damaged, NotAStore
from tests.desk.rooms import home_of_masters, team
from tests.store.stores import CHEAP, PASSPHRASE

__all__ = ["home_of_masters", "team"]


def test_each_store_has_a_step_of_its_own(fsdesk_home):
    """One is finished without a word about the other."""
    mine, other = Path("/stores/mine"), Path("/stores/other")
    setting_up.at(mine, Step.SHEET)
    setting_up.at(other, Step.CARD)
    setting_up.at(mine, Step.READY)
    both = (setting_up.next_step(mine), setting_up.next_step(other))
    setting_up.finished(mine)

    assert (Step.READY, Step.CARD) == both
    assert (None, Step.CARD) == (setting_up.next_step(mine), setting_up.next_step(other))


def test_a_store_nobody_set_up_here_has_nothing_to_finish(fsdesk_home):
    assert setting_up.next_step(Path("/stores/made-by-a-script")) is None


@pytest.mark.parametrize(
    "held",
    ['{"setting_up": 7}', '{"setting_up": [["/a"], ["/a", 3], "x"]}', '{"setting_up": [["/a", "cake"]]}'],
)
def test_what_cannot_be_read_is_no_step(fsdesk_home, held):
    """Settings that somebody wrote by hand hold nobody up at the door."""
    fsdesk_home.mkdir(exist_ok=True)
    (fsdesk_home / "settings.json").write_text(held)

    assert setting_up.next_step(Path("/a")) is None


def test_only_the_step_is_kept_and_never_what_was_typed(fsdesk_home):
    setting_up.at(settings.default_store(), Step.SHEET)
    held = (fsdesk_home / "settings.json").read_text()

    assert "sheet" in held
    assert "Dan" not in held


def test_the_ways_into_a_locked_store_are_told_without_opening_it(team, tmp_path):
    """By the number that stands on the sheet; a lead who keeps a way in is told of, and a question that waits."""
    folder = team.dan.folder
    none = ways_in.known(folder)
    made = recovery.begin(team.dan.desk)
    escrow.give(team.dan.desk, team.morag.card, tmp_path / "given")
    team.dan.close()
    both = ways_in.known(folder)
    escrow.ask(folder, tmp_path / "ask", "marble anchor thistle drum", derivation=CHEAP)

    assert (WaysIn(), False) == (none, none.are_any)
    assert WaysIn((made.number,), lead=True) == both
    assert both._replace(asked=True) == ways_in.known(folder)


def test_a_folder_that_is_gone_or_damaged_says_so(tmp_path):
    folder = tmp_path / "mine"
    with pytest.raises(NotAStore):
        ways_in.known(folder)

    opening.create(folder, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    for one in ("keys.json", "keys.copy.json"):
        (folder / one).write_bytes(b"no keys at all")
    with pytest.raises(Damaged):
        ways_in.known(folder)


def test_a_store_on_a_stick_that_is_out_is_missing_and_not_forgotten(fsdesk_home, tmp_path):
    folder = tmp_path / "stick" / "other-team"
    folder.parent.mkdir()
    opening.create(folder, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    stores.add(folder)
    there = stores.missing()
    folder.parent.rename(tmp_path / "out")

    assert [] == there
    assert [("Other team", folder)] == [(one.label, one.folder) for one in stores.missing()]
    assert [] == stores.listed()
