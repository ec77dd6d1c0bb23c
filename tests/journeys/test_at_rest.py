"""A search of every file, during use and after, finds none of the families' words."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from fsdesk.__main__ import main
from fsdesk.desk import cards, checking, drafts, files, plans, prints, settling
from fsdesk.errors import Held, Refused
from fsdesk.logs import write_down
from fsdesk.plans import samples
from tests.desk.team import Laptop, Team
from tests.journeys.reading import found_in, open_words, sealed_words, words_that_stay
from tests.store.stores import contents

TYPED = "Jamie said he hides in the den when"


@pytest.fixture
def everywhere(families: Team, tmp_path: Path, fsdesk_home: Path, monkeypatch) -> Iterator[Path]:
    """The one folder in which everything lies that fsdesk may write: stores, packages, cards, logs, temp."""
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path / "home"))
    yield tmp_path
    families.close()


def words() -> frozenset[str]:
    """Everything that the six families said, their names and codes, and what was half typed."""
    people = {person.name for plan in samples.load_all() for person in plan.people}
    named = {plan.family_name for plan in samples.load_all()} | set(samples.CODES.values())
    ids = {plan.id for plan in samples.load_all()}
    names = {one for one in people | named | ids if len(one) > 5}
    return open_words() | sealed_words() | words_that_stay() | names | {TYPED}


def searched(folder: Path) -> set[str]:
    """The words that stand in a file under a folder, or in its name."""
    held = contents(folder)
    return found_in(b"\0".join([*held.values(), *(name.encode() for name in held)]), words(), "utf-8")


def used(laptop: Laptop) -> None:
    """A morning's work: plans looked at, checked, typed into, written to, printed, searched."""
    for line in plans.listing(laptop.desk):
        plans.opened(laptop.desk, line.id)
        plan = laptop.plan(line.id)
        drafts.keep(
            laptop.desk, plan=line.id, collection="", record=line.id, field="title", text=TYPED, cursor=3
        )
        laptop.write(
            line.id, title=f"{laptop.name}'s year with the {plan.family_name}s", why_now=plan.why_now * 2
        )
        plans.history_of(laptop.desk, line.id)
        plans.export(laptop.desk, line.id)
    checking.check_all(laptop.desk)


def test_during_use_no_file_holds_a_word(families, everywhere):
    """With the store open, its write-ahead log full, in the middle of a change and of a read."""
    used(families.dan)
    plan = samples.load("F4")
    with families.dan.desk.reading() as tx:
        tx.exec_driver_sql("SELECT count(*) FROM edits").all()
        assert (families.dan.folder / "store.db-wal").stat().st_size > 100_000
        assert set() == searched(everywhere)
    with families.dan.desk.transaction() as tx:
        tx.exec_driver_sql("CREATE TEMP TABLE some (words TEXT)")
        tx.exec_driver_sql("INSERT INTO some SELECT title FROM plans, edits, edits")
        tx.exec_driver_sql("SELECT * FROM some ORDER BY words").all()
        assert set() == searched(everywhere)
        tx.exec_driver_sql("DROP TABLE some")
    assert set() == searched(everywhere)
    assert plan.family_name in families.dan.plan(plan.id).title


def test_after_use_no_file_holds_a_word(families, everywhere):
    """Store, keys, lock, a copy among the backups, and whatever is left in the temp folder."""
    used(families.dan)
    families.dan.close()
    shutil.copy(families.dan.folder / "store.db", families.dan.folder / "backups" / "store.db")

    assert set() == searched(everywhere)
    assert 2 <= sum(1 for name in contents(families.dan.folder) if name.endswith("store.db"))


def test_what_passes_between_laptops_holds_no_word(families, everywhere):
    """Packages, receipts, cards, and the stores on both sides with differing versions in them."""
    team = families
    team.dan.sends(team.morag)
    team.morag.confirms(team.dan)
    used(team.dan)
    used(team.morag)
    team.dan.sends(team.morag)
    team.morag.sends(team.dan, team.isla)
    assert settling.differing(team.dan.desk)

    assert set() == searched(everywhere)
    team.close()
    assert set() == searched(everywhere)
    assert {".card", ".package", ".receipt"} <= {path.suffix for path in everywhere.iterdir()}


def test_what_goes_wrong_leaves_no_word_anywhere(families, everywhere, capsys):
    """Refusals, held prints, faults of our own: neither the log nor the error output nor a file keeps one."""
    plan = samples.load("F4")
    for reader in ("ewan", "kirsty", "nobody"):
        with pytest.raises((Held, Refused)):
            prints.prepare(families.dan.desk, plan.id, reader=reader)
    try:
        msgspec.convert({"id": TYPED}, type(plan.people[0]))
    except msgspec.ValidationError as fault:
        write_down(fault)
    write_down(ValueError(TYPED))
    with pytest.raises(Refused):
        files.write(everywhere / "home", b"in the way")
    (everywhere / "typed.json").write_text("{" + TYPED)
    families.close()
    main(["plan", "import", str(everywhere / "typed.json"), "--store", str(families.dan.folder)])
    (everywhere / "typed.json").unlink()

    said = capsys.readouterr()
    assert set() == searched(everywhere)
    assert set() == found_in((said.out + said.err).encode(), words())
    assert [path.name for path in (everywhere / "home" / "logs").iterdir()]


def test_the_words_that_are_searched_for_are_there_when_a_plan_is_exported(families, everywhere):
    """The search itself finds them: an export is a named act, and its file is for reading."""
    for plan in samples.load_all():
        files.write(everywhere / f"{plan.code}.json", plans.export(families.dan.desk, plan.id))

    assert searched(everywhere) >= {one for one in words() - {TYPED} if '"' not in one}


def test_a_card_says_nothing_but_whose_laptop_it_is(families):
    """No plan, no family, no secret key."""
    held = cards.own(families.dan.desk)[1]

    assert b"AGE-SECRET" not in held
    assert set() == found_in(held, words())
