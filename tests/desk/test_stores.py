from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fsdesk import settings
from fsdesk.desk import opening, plans, stores
from fsdesk.desk.stores import LabelTaken, NoLabel, NoStoreThere
from fsdesk.jobs import Progress, Stopped
from fsdesk.plans import samples
from fsdesk.store.refusals import WrongPassphrase
from tests.store.stores import CHEAP, PASSPHRASE


@pytest.fixture
def home(fsdesk_home) -> Path:
    """The folder in which stores lie side by side."""
    settings.stores().mkdir(parents=True)
    return settings.stores()


def a_store(folder: Path, passphrase: str = PASSPHRASE) -> Path:
    """A store of one worker."""
    opening.create(folder, name="Dan", role="worker", passphrase=passphrase, derivation=CHEAP)
    return folder


def test_every_store_is_listed_by_the_label_of_its_folder_practice_last(home):
    """Nothing else is told of a locked store, neither whose it is nor how much is in it."""
    for name in ("practice", "west-team", "north_team"):
        a_store(home / name)
    (home / "empty").mkdir()
    found = [stores.as_json(one) for one in stores.listed()]

    assert [("North team", False), ("West team", False), ("Practice", True)] == [
        (one["label"], one["practice"]) for one in found
    ]
    assert {"label", "folder", "practice", "in_use"} == set(found[0])
    assert not any("Dan" in str(one) for one in found)


def test_two_stores_open_each_with_its_own_passphrase(home):
    """And neither with the other's."""
    one, two = a_store(home / "dan"), a_store(home / "isla", "lantern ferry maryhill otter")
    opening.open_desk(one, PASSPHRASE).close()
    opening.open_desk(two, "lantern ferry maryhill otter").close()

    with pytest.raises(WrongPassphrase):
        opening.open_desk(two, PASSPHRASE)


def test_a_store_put_away_stays_where_it_is_and_comes_back(home, tmp_path):
    """One that lies elsewhere is listed once it is added."""
    usual, elsewhere = a_store(home / "usual"), a_store(tmp_path / "stick" / "other team")
    stores.add(elsewhere)
    both = [one.folder for one in stores.listed()]
    stores.put_away(usual)
    stores.put_away(elsewhere)
    none = stores.listed()
    stores.add(usual)

    assert [elsewhere, usual] == both
    assert [] == none
    assert [usual] == [one.folder for one in stores.listed()]
    opening.open_desk(elsewhere, PASSPHRASE).close()


def test_only_a_store_can_be_added(home, tmp_path):
    """A folder of photos is none."""
    with pytest.raises(NoStoreThere):
        stores.add(tmp_path)

    assert settings.Choices() == settings.choices()


def test_only_what_is_on_the_list_can_be_put_away(home, tmp_path):
    """A slip in a name is told; a store on a stick that was pulled out can be put away all the same."""
    stick = a_store(tmp_path / "stick")
    stores.add(stick)
    stick.rename(tmp_path / "pulled-out")

    with pytest.raises(NoStoreThere):
        stores.put_away(tmp_path / "stik")
    assert (str(stick),) == settings.choices().also
    stores.put_away(stick)
    assert () == settings.choices().also


@pytest.mark.parametrize(
    ("label", "folder"),
    [
        ("North West team", "north-west-team"),
        ("  Tannerbrae / 2  ", "tannerbrae-2"),
        ("Сім’я", "сім-я"),
        ("../../etc", "etc"),
        ("CON", "con-plans"),
    ],
)
def test_a_label_becomes_a_folder_beside_the_others(home, label, folder):
    """And nowhere else."""
    assert home / folder == stores.folder_for(label)


@pytest.mark.parametrize("label", ["", "  ", "...", "/", "7", "x" * 41])
def test_a_label_needs_a_letter(home, label):
    with pytest.raises(NoLabel):
        stores.folder_for(label)


@pytest.mark.parametrize("label", ["usual", "USUAL", "Practice", "practice families"])
def test_a_label_is_taken_once(home, label):
    """Practice is never the name of plans that are not."""
    a_store(home / "usual")
    with pytest.raises(LabelTaken):
        stores.folder_for(label)


def test_a_store_that_is_open_says_by_whom_and_since_when(home):
    """A crash leaves a line behind that nobody believes."""
    folder = a_store(home / "usual")
    before = stores.held_by(folder)
    with opening.open_desk(folder, PASSPHRASE):
        during = stores.held_by(folder)
    program = (
        "import os, sys; from pathlib import Path; from fsdesk.store.lock import StoreLock;"
        "held = StoreLock.take(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(folder)], check=False, timeout=60)

    assert before is None
    assert "another fsdesk (process" in during
    assert " since " in during
    assert (folder / "lock").stat().st_size
    assert stores.held_by(folder) is None


def test_the_practice_store_holds_the_made_up_families(home):
    """In no team, so that nothing of it is ever sent."""
    with stores.make_practice(PASSPHRASE) as desk:
        found = {one.id for one in plans.listing(desk)}
        team = desk.facts.team

    assert {one.id for one in samples.load_all()} == found
    assert team is None
    assert [True] == [one.is_practice for one in stores.listed()]
    assert stores.has_practice()


def test_a_practice_store_that_was_stopped_leaves_nothing(home):
    """It can be made again."""
    progress = Progress(lambda *_: progress.cancel())
    with pytest.raises(Stopped):
        stores.make_practice(PASSPHRASE, progress)

    assert not stores.has_practice()
    assert [] == stores.listed()
