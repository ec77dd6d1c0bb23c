from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from fsdesk.desk import backups, cards, escrow, files, locks, opening, plans
from fsdesk.desk.escrow import (
    NotALead,
    NotAskedWith,
    NothingAsked,
    NothingKept,
    NotReadAloud,
    NotThatFile,
    OnlyLeadsKeep,
    UnknownGiver,
    WordsFirst,
)
from fsdesk.store.escrow import Request
from fsdesk.store.refusals import UnfitPassphrase, WrongPassphrase
from tests.desk.team import Team, a_laptop
from tests.store.stores import CHEAP, PASSPHRASE, contents

NEW = "marble anchor thistle drum"


@pytest.fixture
def kept(families: Team, tmp_path: Path) -> Team:
    """The team, where the lead keeps a way back into Dan's store."""
    escrow.give(families.dan.desk, families.morag.card, tmp_path / "given")
    escrow.keep(families.morag.desk, tmp_path / "given")
    families.dan.close()
    return families


def answered(team: Team, folder: Path) -> tuple[str, ...]:
    """Dan asks, both read the same words aloud, and the lead answers; the words."""
    words = escrow.ask(team.dan.folder, folder / "ask", NEW, derivation=CHEAP, force=True)
    said = escrow.answer(team.morag.desk, folder / "ask", folder / "answer", words_agree=True, force=True)
    assert words == said.words
    return words


def test_a_lost_passphrase_is_replaced_with_the_leads_help(kept: Team, tmp_path: Path):
    """The plans are there, the old passphrase opens nothing, the laptop goes on under a new id."""
    words = answered(kept, tmp_path)
    device = escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)

    assert 6 == len(words)
    with pytest.raises(WrongPassphrase):
        opening.open_desk(kept.dan.folder, PASSPHRASE)
    with opening.open_desk(kept.dan.folder, NEW) as desk:
        assert (6, device) == (len(plans.listing(desk)), desk.device)
        assert escrow.is_given(desk)


def test_an_answer_opens_once(kept: Team, tmp_path: Path):
    """The key that was made for it is forgotten with it."""
    answered(kept, tmp_path)
    escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)

    with pytest.raises(NothingAsked):
        escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)
    assert "asked.json" not in contents(kept.dan.folder)


def test_between_request_and_answer_nothing_lies_unlocked(kept: Team, tmp_path: Path):
    """Whoever takes the laptop then, and the answer, needs the new passphrase too; nothing is changed without it."""
    answered(kept, tmp_path)
    held = (kept.dan.folder / "asked.json").read_bytes()
    before = contents(kept.dan.folder)
    with pytest.raises(NotAskedWith):
        escrow.open_(kept.dan.folder, tmp_path / "answer", "another lantern ferry drum", derivation=CHEAP)

    assert b"AGE-SECRET-KEY" not in held
    assert 0o600 == (kept.dan.folder / "asked.json").stat().st_mode & 0o777
    assert before == contents(kept.dan.folder)
    assert escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)


@pytest.mark.parametrize("held", [b"", b"{}", b'{"opening":"AGE-SECRET-KEY-1"}', b"[" * 9000])
def test_a_question_that_an_older_version_noted_or_that_is_damaged_is_void(kept: Team, tmp_path: Path, held):
    """Asking again helps."""
    answered(kept, tmp_path)
    (kept.dan.folder / "asked.json").write_bytes(held)
    with pytest.raises(NothingAsked):
        escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)

    answered(kept, tmp_path)
    assert escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)


def test_the_lead_answers_nobody_before_the_words_were_read_aloud(kept: Team, tmp_path: Path):
    """Whose store it is and the words are shown; no file is written."""
    words = escrow.ask(kept.dan.folder, tmp_path / "ask", NEW, derivation=CHEAP)
    seen = escrow.look(kept.morag.desk, tmp_path / "ask")

    assert (words, "Dan") == (seen.words, seen.kept.name)
    with pytest.raises(WordsFirst):
        escrow.answer(kept.morag.desk, tmp_path / "ask", tmp_path / "answer", words_agree=False)
    assert not (tmp_path / "answer").exists()


def test_a_request_that_somebody_put_their_own_key_into_has_other_words(kept: Team, tmp_path: Path):
    """That is what reading aloud is for; and Dan's laptop cannot open such an answer."""
    words = escrow.ask(kept.dan.folder, tmp_path / "ask", NEW, derivation=CHEAP)
    real = msgspec.json.decode((tmp_path / "ask").read_bytes(), type=Request)
    swapped = msgspec.structs.replace(real, recipient=cards.own(kept.isla.desk)[0].age_key)
    (tmp_path / "ask").write_bytes(msgspec.json.encode(swapped))
    seen = escrow.answer(kept.morag.desk, tmp_path / "ask", tmp_path / "answer", words_agree=True)

    assert words != seen.words
    with pytest.raises(NotThatFile):
        escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)


def test_asking_again_makes_the_earlier_request_void(kept: Team, tmp_path: Path):
    """Only the last one that was asked opens."""
    answered(kept, tmp_path)
    escrow.ask(kept.dan.folder, tmp_path / "another", NEW, derivation=CHEAP)

    with pytest.raises(NotThatFile):
        escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)


def test_what_the_lead_keeps_opens_nothing_by_itself(kept: Team, tmp_path: Path):
    """It lies there sealed; inside is neither the data key nor a passphrase."""
    (held,) = (kept.morag.folder / "for-others").iterdir()

    assert held.read_bytes().startswith(b"age-encryption.org/v1")
    assert 0o600 == held.stat().st_mode & 0o777
    with opening.open_desk(kept.dan.folder, PASSPHRASE) as desk, desk.store.original().key as key:
        for file in (*kept.morag.folder.rglob("*"), tmp_path / "given"):
            assert not file.is_file() or key.raw.hex().encode() not in file.read_bytes()
    assert b"Dan" not in held.read_bytes()


def test_a_way_back_is_given_to_a_lead_whose_words_were_read_aloud(team: Team, tmp_path: Path):
    """Not to a colleague, not to a card that anybody could have sent."""
    (tmp_path / "strange").mkdir()
    stranger = a_laptop(tmp_path / "strange" / "lead", role="lead")
    with pytest.raises(NotALead):
        escrow.give(team.dan.desk, team.isla.card, tmp_path / "given")
    with pytest.raises(cards.NotAccepted):
        escrow.give(team.dan.desk, stranger.card, tmp_path / "given")
    new = a_laptop(tmp_path / "strange" / "worker")
    cards.accept(new.desk, team.morag.card)
    with pytest.raises(NotReadAloud):
        escrow.give(new.desk, team.morag.card, tmp_path / "given")
    stranger.close()
    new.close()
    assert not (tmp_path / "given").exists()


def test_only_the_lead_keeps_and_only_from_those_it_knows(team: Team, tmp_path: Path):
    """Anybody else cannot even open the file."""
    escrow.give(team.dan.desk, team.morag.card, tmp_path / "given")
    with pytest.raises(OnlyLeadsKeep):
        escrow.keep(team.isla.desk, tmp_path / "given")
    (tmp_path / "out").mkdir()
    new = a_laptop(tmp_path / "out" / "worker")
    cards.accept(new.desk, team.morag.card, verified=True)
    escrow.give(new.desk, team.morag.card, tmp_path / "strange")
    new.close()
    with pytest.raises(UnknownGiver):
        escrow.keep(team.morag.desk, tmp_path / "strange")
    for raw in (b"", b"Dear Sir", (tmp_path / "given").read_bytes()[:-5]):
        (tmp_path / "broken").write_bytes(raw)
        with pytest.raises(NotThatFile):
            escrow.keep(team.morag.desk, tmp_path / "broken")
    assert [] == escrow.kept(team.morag.desk)


def test_a_later_gift_takes_the_place_of_an_earlier_one(kept: Team, tmp_path: Path):
    """The lead keeps one for each store, and the earlier opens it no more."""
    words = escrow.ask(kept.dan.folder, tmp_path / "ask", NEW, derivation=CHEAP)
    escrow.give(kept.dan.desk, kept.morag.card, tmp_path / "again")
    kept.dan.close()
    escrow.keep(kept.morag.desk, tmp_path / "again")

    assert ["Dan"] == [one.name for one in escrow.kept(kept.morag.desk)]
    with pytest.raises(NothingKept):
        escrow.look(kept.morag.desk, tmp_path / "ask")
    assert words != answered(kept, tmp_path)
    assert escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)


@pytest.mark.parametrize("end", ["stopped", "new lock"])
def test_a_way_back_ends_when_the_worker_stops_it_or_changes_the_lock(kept: Team, tmp_path: Path, end):
    """The lead's file opens the store no more."""
    answered(kept, tmp_path)
    if end == "stopped":
        escrow.stop(kept.dan.desk)
        kept.dan.close()
    else:
        locks.change(kept.dan.folder, PASSPHRASE, derivation=CHEAP)

    with pytest.raises(NothingKept):
        escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)
    with pytest.raises(NothingKept):
        escrow.ask(kept.dan.folder, tmp_path / "another", NEW, derivation=CHEAP)


def test_a_lead_whose_store_was_restored_still_answers(kept: Team, tmp_path: Path):
    """What was sealed to the laptop id of before opens under the new one."""
    backups.make(kept.morag.desk)
    kept.morag.close()
    backups.copy_to(kept.morag.desk, backups.listed(kept.morag.folder)[0], tmp_path / "stick")
    kept.morag.close()
    backups.into_new(tmp_path / "lead", PASSPHRASE, tmp_path / "stick")
    words = escrow.ask(kept.dan.folder, tmp_path / "ask", NEW, derivation=CHEAP)

    with opening.open_desk(tmp_path / "lead", PASSPHRASE) as desk:
        assert words == escrow.answer(desk, tmp_path / "ask", tmp_path / "answer", words_agree=True).words
    assert escrow.open_(kept.dan.folder, tmp_path / "answer", NEW, derivation=CHEAP)


def test_nothing_changes_where_something_is_not_as_it_should_be(kept: Team, tmp_path: Path):
    """An unfit passphrase, a letter, an answer to somebody else: the store stays locked as it was."""
    answered(kept, tmp_path)
    files.write(tmp_path / "letter", b"Dear Sir")
    before = contents(kept.dan.folder)

    with pytest.raises(UnfitPassphrase):
        escrow.open_(kept.dan.folder, tmp_path / "answer", "", derivation=CHEAP)
    with pytest.raises(NotThatFile):
        escrow.open_(kept.dan.folder, tmp_path / "letter", NEW, derivation=CHEAP)
    with pytest.raises(NotThatFile):
        escrow.look(kept.morag.desk, tmp_path / "letter")
    assert before == contents(kept.dan.folder)
