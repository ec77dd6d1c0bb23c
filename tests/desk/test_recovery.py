from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk import backups, cards, files, opening, plans, printers, recovery
from fsdesk.desk.recovery import NotASheet, NotOnSheet, NotPutDown, OldSheet, WrongSheet
from fsdesk.plans import samples
from fsdesk.store.refusals import AlreadyThere, UnfitPassphrase, WrongPassphrase
from tests.desk.print_programs import PrintPrograms
from tests.desk.team import Laptop, Team
from tests.store.stores import CHEAP, PASSPHRASE, contents

NEW = "marble anchor thistle drum"


def asked(laptop: Laptop, groups: tuple[str, ...]) -> str:
    """The part of a sheet that the program asks for."""
    waiting = recovery.waiting(laptop.desk)
    assert waiting is not None
    return groups[waiting.asked - 1]


def begun(laptop: Laptop, writing: str = "words") -> tuple[bytes, tuple[str, ...]]:
    """A new sheet as it is shown: everything on it, and its parts that may be asked for."""
    made = recovery.begin(laptop.desk, writing)
    typed, groups = " ".join(made.parts).encode(), made.groups
    made.wipe()
    return typed, groups


def recover(laptop: Laptop, typed: bytes, passphrase: str = NEW) -> str:
    """Open a laptop's store with a sheet."""
    laptop.close()
    return recovery.recover(laptop.folder, typed, passphrase, derivation=CHEAP)


@pytest.mark.parametrize("writing", ["words", "code"])
def test_a_sheet_is_waiting_until_the_part_that_was_asked_for_is_typed_back(team: Team, writing):
    """Leaving off and coming back another day asks for the same part."""
    _, groups = begun(team.dan, writing)
    wanted = recovery.waiting(team.dan.desk)
    team.dan.close()

    assert wanted == recovery.waiting(team.dan.desk)
    assert f" {wanted.asked}" in recovery.asking(wanted)
    with pytest.raises(NotOnSheet):
        recovery.prove(team.dan.desk, "kettle harbour lamp otter")
    assert "not proven" == opening.safety(team.dan.desk)["recovery_sheet"]
    assert recovery.prove(team.dan.desk, asked(team.dan, groups)).proven_at
    assert recovery.waiting(team.dan.desk) is None
    assert "proven" == opening.safety(team.dan.desk)["recovery_sheet"]


def test_a_forgotten_passphrase_is_replaced_by_the_sheet(families: Team):
    """The plans are all there, the old passphrase opens nothing, and the sheet opens the store again."""
    typed, _ = begun(families.dan)
    before, plans_before = families.dan.device, plans.listing(families.dan.desk)

    device = recover(families.dan, typed)

    with pytest.raises(WrongPassphrase):
        opening.open_desk(families.dan.folder, PASSPHRASE)
    with opening.open_desk(families.dan.folder, NEW) as desk:
        assert plans_before == plans.listing(desk)
        assert before != device == desk.device
    assert device != recover(families.dan, typed, "yet another passphrase here")


def test_what_was_written_before_a_recovery_reaches_the_lead_after_it(families: Team, tmp_path: Path):
    """Edits of the old laptop id go with those of the new one, and what was sealed to the old card still opens."""
    typed, _ = begun(families.dan)
    code = samples.load_all()[0].id
    families.morag.begin(samples.load_all()[5])
    to_old = tmp_path / "to-old"
    families.morag.seals(to_old, families.dan)
    recover(families.dan, typed)

    with opening.open_desk(families.dan.folder, NEW) as desk:
        files.write(families.dan.card, cards.own(desk)[1], force=True)
        families.dan.open.append(desk)
        cards.accept(families.morag.desk, families.dan.card, verified=True)
        families.dan.write(code, neighbourhood="Sighthill")
        found = families.dan.takes(to_old)
        families.dan.sends(families.morag)
        families.dan.open.clear()

    assert "imported" == found.status
    assert "Sighthill" == families.morag.plan(code).neighbourhood


def test_a_reprint_replaces_the_sheet_and_names_the_backups_it_still_opens(team: Team, tmp_path: Path):
    """The old sheet opens the store no more; the backup of its day opens with it."""
    first = recovery.write(team.dan.desk, tmp_path / "first")
    kept = backups.make(team.dan.desk)
    second = recovery.write(team.dan.desk, tmp_path / "second", "code")

    assert (first.number, (kept,), ()) == (second.replaces, second.still_open, first.still_open)
    with pytest.raises(OldSheet, match=f"Use sheet {second.number}"):
        recover(team.dan, (tmp_path / "first").read_bytes())
    recover(team.dan, (tmp_path / "second").read_bytes())
    assert recovery.recover(kept.folder, (tmp_path / "first").read_bytes(), NEW, derivation=CHEAP)


def test_the_sheet_in_the_drawer_can_be_checked(team: Team, tmp_path: Path):
    """Typed back whole it is proven; another one is told apart."""
    recovery.write(team.dan.desk, tmp_path / "of-dan")
    recovery.write(team.isla.desk, tmp_path / "of-isla")

    assert recovery.prove_whole(team.dan.desk, tmp_path / "of-dan").proven_at
    with pytest.raises(WrongSheet, match="another store"):
        recovery.prove_whole(team.dan.desk, tmp_path / "of-isla")
    (tmp_path / "letter").write_text("Dear Sir")
    with pytest.raises(NotASheet):
        recovery.prove_whole(team.dan.desk, tmp_path / "letter")


def test_nothing_changes_where_a_sheet_cannot_be_written(team: Team, tmp_path: Path):
    """The sheet before it opens the store as it did."""
    typed, _ = begun(team.dan)
    (tmp_path / "there").write_text("a letter")

    with pytest.raises(files.AlreadyThere):
        recovery.write(team.dan.desk, tmp_path / "there")
    with pytest.raises(files.NotWritable):
        recovery.write(team.dan.desk, tmp_path / "nowhere" / "sheet")
    assert "a letter" == (tmp_path / "there").read_text()
    recover(team.dan, typed)


def test_nothing_changes_where_a_sheet_cannot_be_printed(team: Team, tmp_path: Path, monkeypatch):
    """The sheet in the drawer opens the store as it did, though nobody typed it back yet; no number is used up."""
    recovery.write(team.dan.desk, tmp_path / "in-the-drawer")
    before = recovery.now_open(team.dan.desk)
    monkeypatch.setenv("PATH", str(PrintPrograms(tmp_path, fails=True).path))

    with pytest.raises(printers.NotTaken):
        recovery.hand_over(team.dan.desk, "Upstairs")
    assert before == recovery.now_open(team.dan.desk)
    recover(team.dan, (tmp_path / "in-the-drawer").read_bytes())


def test_an_unfit_new_passphrase_recovers_nothing(team: Team):
    """It is looked at first."""
    typed, _ = begun(team.dan)
    team.dan.close()
    before = contents(team.dan.folder)

    with pytest.raises(UnfitPassphrase):
        recover(team.dan, typed, "")
    assert before == contents(team.dan.folder)


def create(folder: Path, sheet: Path) -> recovery.Made:
    """Make a store with its sheet."""
    return recovery.create(folder, sheet, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)


def test_a_store_is_made_together_with_its_sheet(tmp_path: Path):
    """The sheet is its owner's alone, and opens the store."""
    made = create(tmp_path / "store", tmp_path / "sheet.txt")

    assert (made.number, 0o600) == (
        (tmp_path / "sheet.txt").read_text().splitlines()[0].split()[-1],
        (tmp_path / "sheet.txt").stat().st_mode & 0o777,
    )
    assert recovery.recover(tmp_path / "store", (tmp_path / "sheet.txt").read_bytes(), NEW, derivation=CHEAP)


def test_neither_store_nor_sheet_is_made_where_one_cannot_be(tmp_path: Path):
    """Whichever is in the way."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter").write_text("Dear Sir")
    before = contents(tmp_path)

    with pytest.raises(AlreadyThere):
        create(tmp_path / "full", tmp_path / "sheet.txt")
    with pytest.raises(files.AlreadyThere):
        create(tmp_path / "store", tmp_path / "full" / "letter")
    with pytest.raises(files.NotWritable):
        create(tmp_path / "store", tmp_path / "nowhere" / "sheet.txt")
    assert before == contents(tmp_path)


def test_a_store_whose_sheet_could_not_be_put_down_says_what_to_do(tmp_path: Path, monkeypatch):
    """The store is ready; only the sheet is missing."""

    def full(*_: object) -> bytes:
        raise OSError(28, "no room")

    monkeypatch.setattr(recovery.sheet_file, "written", full)
    with pytest.raises(NotPutDown, match="recovery-sheet --to FILE"):
        create(tmp_path / "store", tmp_path / "sheet.txt")
    assert not (tmp_path / "sheet.txt").exists()
    with opening.open_desk(tmp_path / "store", PASSPHRASE) as desk:
        assert [] == recovery.now_open(desk)


def test_a_row_is_asked_for_by_the_numbers_of_its_words_too(families):
    """Whoever copied the sheet by hand may have other rows."""
    recovery.begin(families.dan.desk).wipe()
    waiting = recovery.waiting(families.dan.desk)._replace(asked=3)

    assert "Type the four words of row 3, numbers 9 to 12." == recovery.asking(waiting)
