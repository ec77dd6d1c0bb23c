"""A store in which bytes have changed: what is damaged is named, and nothing wrong is ever read."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from fsdesk.desk import backups, opening, plans
from fsdesk.plans.merge import Current
from fsdesk.store.keyfile import COPY, NAME
from fsdesk.store.refusals import Damaged
from tests.faults.rooms import PLAN, Rooms
from tests.store.stores import PASSPHRASE, flipped

PAGE = 4096


@pytest.fixture
def folder(rooms, tmp_path) -> Path:
    """A store of the test's own."""
    return rooms.copy(rooms.worker, tmp_path / "store")


def both_flipped(folder: Path, places: Iterable[int]) -> int:
    """Flip a byte in both key files, at each place in turn; each time the store says which files are damaged."""
    whole, count = (folder / NAME).read_bytes(), 0
    for place in places:
        for name in (NAME, COPY):
            (folder / name).write_bytes(whole)
            flipped(folder / name, place, by=0x20)
        with pytest.raises(Damaged, match=r"keys\.json and keys\.copy\.json.* are damaged"):
            opening.open_desk(folder, PASSPHRASE)
        count += 1
    return count


def test_whichever_byte_of_the_key_files_is_flipped_is_named(folder):
    """With every single byte of both altered in turn the store stays closed, and says so before any passphrase."""
    size = (folder / NAME).stat().st_size

    assert both_flipped(folder, range(size)) == size > 300


@pytest.mark.parametrize("name", [NAME, COPY])
def test_one_key_file_flipped_opens_from_the_other_and_is_named(folder, name):
    """The check names the file, which is whole again."""
    whole = (folder / name).read_bytes()
    for place in random.Random(3).sample(range(len(whole)), 5):
        flipped(folder / name, place)

        with opening.open_desk(folder, PASSPHRASE) as desk:
            assert [f"The file {name} was damaged"] == [said[: 17 + len(name) + 4] for said in damage(desk)]
        assert whole == (folder / name).read_bytes()


def damage(desk: opening.Desk) -> list[str]:
    """What the check of a store names."""
    return list(opening.verify(desk)["damage"])


def pages(folder: Path) -> int:
    """How many pages the database has."""
    return (folder / "store.db").stat().st_size // PAGE


def flipped_pages(rooms: Rooms, place: Path, where: list[tuple[int, int]]) -> tuple[int, int]:
    """Flip one byte in each (page, byte) in turn; return how often opening told of it, and how often the check did."""
    with opening.open_desk(rooms.copy(rooms.worker, place / "whole"), PASSPHRASE) as desk:
        right = plans.current(desk, PLAN)
    told = [0, 0]
    for page, byte in where:
        folder = rooms.copy(rooms.worker, place / "store")
        flipped(folder / "store.db", page * PAGE + byte)
        told[_looked_at(folder, page + 1, right)] += 1
        shutil.rmtree(folder)
    return told[0], told[1]


def _looked_at(folder: Path, page: int, right: Current) -> bool:
    """See that a damaged page is named and that nothing wrong is read; say whether the store opened at all."""
    try:
        desk = opening.open_desk(folder, PASSPHRASE)
    except Damaged:
        return False
    with desk:
        assert f"The file store.db is damaged on 1 of its pages: {page}." in damage(desk)
        assert right == (_read(desk) or right)
    return True


def _read(desk: opening.Desk) -> Current | None:
    """The plan as it is read; nothing when it is refused for the damage."""
    try:
        return plans.current(desk, PLAN)
    except Damaged:
        return None


def test_a_flipped_byte_in_any_page_is_noticed_and_nothing_wrong_is_read(rooms, tmp_path):
    """Opening says that store.db is damaged, or the check names the page; what is read is right or refused."""
    chance, count = random.Random(11), pages(rooms.worker)
    some = [0, count - 1, *chance.sample(range(1, count - 1), 10)]

    at_opening, at_check = flipped_pages(rooms, tmp_path, [(page, chance.randrange(PAGE)) for page in some])

    assert at_opening + at_check == 12
    assert min(at_opening, at_check) > 0


@pytest.mark.long
def test_a_flipped_byte_in_every_page_is_noticed_wherever_in_the_page_it_is(rooms, tmp_path):
    """The same for every page, at both ends of it, in its seal and in between."""
    chance = random.Random(12)
    where = [
        (page, byte)
        for page in range(pages(rooms.worker))
        for byte in (0, PAGE - 1, PAGE - 64, PAGE - 80, chance.randrange(PAGE))
    ]

    at_opening, at_check = flipped_pages(rooms, tmp_path, where)

    print(f"{len(where)} bytes flipped: {at_opening} told at opening, {at_check} by the check")
    assert at_opening + at_check == len(where)


def whole_file_flipped(path: Path) -> None:
    """Damage every page of a file."""
    content = bytearray(path.read_bytes())
    content[::64] = bytes(one ^ 1 for one in content[::64])
    path.write_bytes(content)


HARMS = {
    "first page": lambda folder: flipped(folder / "store.db", 100),
    "every page": lambda folder: whole_file_flipped(folder / "store.db"),
    "cut short": lambda folder: os.truncate(folder / "store.db", 5 * PAGE),
    "gone": lambda folder: (folder / "store.db").unlink(),
    "both key files": lambda folder: [flipped(folder / name, 300) for name in (NAME, COPY)],
}


def restored(folder: Path) -> Current:
    """The plan of a store after its newest good backup was put in its place; the store is whole then."""
    with backups.beside(folder, PASSPHRASE) as ready:
        ready.swap()
    with opening.open_desk(folder, PASSPHRASE) as desk:
        assert [] == damage(desk)
        return plans.current(desk, PLAN)


@pytest.mark.parametrize("harm", HARMS)
def test_the_last_good_backup_opens_in_place_of_a_damaged_store(rooms, tmp_path, harm):
    """Whatever of the store is damaged, it does not open, and what the backup holds is there again."""
    folder = rooms.copy(rooms.backed, tmp_path / "store")
    HARMS[harm](folder)
    with pytest.raises(Damaged):
        opening.open_desk(folder, PASSPHRASE)

    assert "" == restored(folder).plan.neighbourhood


def test_a_damaged_backup_is_passed_over_for_an_earlier_one(rooms, tmp_path):
    """The newest backup that is whole is the one that is used."""
    folder = rooms.copy(rooms.backed, tmp_path / "store")
    with opening.open_desk(folder, PASSPHRASE) as desk:
        newer = backups.make(desk)
    flipped(newer.folder / "store.db", 20 * PAGE)
    flipped(folder / "store.db", 100)

    assert "" == restored(folder).plan.neighbourhood
