from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec
import pytest

from fsdesk.store import contact
from tests.cli.running import no_rights
from tests.desk.team import Team, a_laptop, rows
from tests.store.package.parts import keys_of


@pytest.fixture
def alone(tmp_path: Path) -> Team:
    """A worker and a lead who do not know each other, and a lead of another team."""
    made = Team(
        {
            "dan": a_laptop(tmp_path / "dan"),
            "morag": a_laptop(tmp_path / "morag", role="lead"),
            "una": a_laptop(tmp_path / "una", role="lead"),
        }
    )
    made.close()
    return made


def test_export_writes_a_card_with_keys_role_and_name_and_nothing_else(alone, known, tmp_path):
    """Eight words are shown, to be read aloud."""
    to = tmp_path / "mine.card"
    told = known.json("card", "export", "--to", to, "--store", alone.dan.folder)
    card = json.loads(to.read_text())

    assert (str(to), "Dan", "worker", 8) == (told["card"], told["name"], told["role"], len(told["words"]))
    assert {"name", "role", "device", "signing_key", "age_key", "signature"} <= set(card)
    assert "AGE-SECRET-KEY" not in to.read_text()


def test_the_words_are_shown_in_words_too(alone, known, tmp_path):
    """The same eight as under --json."""
    to = tmp_path / "mine.card"
    told = known.json("card", "export", "--to", to, "--store", alone.dan.folder)
    said = known("card", "export", "--to", to, "--store", alone.dan.folder, "--force")

    assert "  ".join(told["words"]) in said.out


def test_a_worker_joins_the_team_of_the_lead_whose_card_is_accepted(alone, known):
    """From then on the worker's own card carries the team."""
    told = known.json("card", "accept", alone.morag.card, "--verified", "--store", alone.dan.folder)

    assert ("Morag", "lead", True, False) == (told["name"], told["role"], told["verified"], told["withdrawn"])
    assert alone.morag.desk.team == alone.dan.desk.team


def test_a_card_is_accepted_before_it_is_read_aloud_and_verified_later(alone, known):
    """It stays verified when it is accepted once more without."""
    store = ("--store", alone.dan.folder)
    said = known("card", "accept", alone.morag.card, *store)

    assert "read aloud" in said.out
    assert [False] == [one["verified"] for one in known.json("card", "list", *store)]
    known("card", "accept", alone.morag.card, "--verified", *store)
    known("card", "accept", alone.morag.card, *store)
    (listed,) = known.json("card", "list", *store)
    assert {"name", "role", "device", "words", "verified", "withdrawn"} <= set(listed)
    assert (True, False) == (listed["verified"], listed["withdrawn"])
    assert "read aloud" in known("card", "list", *store).out


def test_a_card_of_another_team_is_refused(alone, known):
    """A worker belongs to one team, and a lead to her own."""
    known("card", "accept", alone.morag.card, "--store", alone.dan.folder)
    before = rows(alone.dan)
    alone.close()

    assert "another team" in known.refuses("card", "accept", alone.una.card, "--store", alone.dan.folder)
    assert "another team" in known.refuses("card", "accept", alone.una.card, "--store", alone.morag.folder)
    assert before == rows(alone.dan)


def test_a_worker_without_a_team_is_told_to_accept_the_leads_card_first(alone, known, tmp_path):
    """A colleague's card does not make a team."""
    mairi = a_laptop(tmp_path / "mairi")
    mairi.close()
    known("card", "accept", alone.morag.card, "--store", mairi.folder)
    known("card", "export", "--to", mairi.card, "--store", mairi.folder, "--force")

    said = known.refuses("card", "accept", mairi.card, "--store", alone.dan.folder)

    assert "belongs to no team yet" in said
    assert "lead" in said


def test_ones_own_card_is_not_accepted(alone, known):
    """It is meant for the others."""
    assert "own contact card" in known.refuses("card", "accept", alone.dan.card, "--store", alone.dan.folder)


def forged(card: Path, to: Path, **over: str) -> Path:
    """A card with other things on it, under its old signature."""
    to.write_text(json.dumps(json.loads(card.read_text()) | over))
    return to


@pytest.mark.parametrize(
    "over",
    [
        {"name": "Mallory"},
        {"role": "worker"},
        {"team": "anotherteam1"},
        {"signing_key": "0" * 64},
        {"signing_key": "zz"},
        {"signing_key": ""},
        {"age_key": "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28amsz"},
        {"device": "another"},
        {"signature": ""},
        {"signature": "00" * 64},
        {"format": "fsdesk-plan"},
        {"version": 2},
        {"version": "1"},
        {"mood": "sly"},
        {"reads_packages_up_to": 9},
    ],
    ids=lambda over: next(iter(over)),
)
def test_a_card_that_was_altered_is_refused(alone, known, tmp_path, over):
    """Whatever was changed, its maker's signature no longer fits, and not a row changes."""
    before = rows(alone.dan)
    alone.close()

    known.refuses(
        "card",
        "accept",
        forged(alone.morag.card, tmp_path / "forged.card", **over),
        "--store",
        alone.dan.folder,
    )

    assert before == rows(alone.dan)


@pytest.mark.parametrize(
    "held", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 60_000, b"{" * 60_000, b"x" * 70_000]
)
def test_a_file_that_is_no_card_is_said_to_be_none(alone, known, tmp_path, held):
    """Whatever it holds."""
    (tmp_path / "some.card").write_bytes(held)

    known.refuses("card", "accept", tmp_path / "some.card", "--store", alone.dan.folder)


def signed(alone: Team, tmp_path: Path, **over: str) -> Path:
    """The lead's card with other things on it, signed by her own laptop."""
    card = contact.read(alone.morag.card.read_bytes())
    bare = msgspec.structs.replace(card, signature="", **over)
    made = msgspec.structs.replace(bare, signature=keys_of(alone.morag).sign(bare.said()).hex())
    alone.close()
    path = tmp_path / "signed.card"
    path.write_bytes(contact.write(made))
    return path


@pytest.mark.parametrize(
    "over",
    [
        {"name": " "},
        {"name": "Mo\x1b[2Jrag"},
        {"name": "Mo\nrag"},
        {"device": ""},
        {"age_key": "age1nonsense"},
        {"age_key": ""},
    ],
    ids=lambda over: f"{next(iter(over))}",
)
def test_a_card_that_cannot_be_shown_or_sealed_to_is_refused_though_it_is_signed(
    alone, known, tmp_path, over
):
    """A name is a line of text, and a key one that something can be sealed to."""
    known.refuses("card", "accept", signed(alone, tmp_path, **over), "--store", alone.dan.folder)


def test_a_laptop_that_shows_another_key_than_before_is_refused(alone, known, tmp_path):
    """Even when it signs the new card itself: its owner is rung first."""
    other = contact.read(alone.una.card.read_bytes()).age_key
    known("card", "accept", alone.morag.card, "--verified", "--store", alone.dan.folder)

    said = known.refuses(
        "card", "accept", signed(alone, tmp_path, age_key=other), "--store", alone.dan.folder
    )

    assert "other keys" in said
    assert [True] == [one["verified"] for one in known.json("card", "list", "--store", alone.dan.folder)]


def test_the_eight_words_change_with_everything_that_counts(alone, tmp_path):
    """Name, role and keys are bound by them; joining a team leaves them as they are."""
    card = contact.read(alone.morag.card.read_bytes())
    usual = contact.words(card)
    others = [
        {"name": "Mora"}, {"role": "worker"}, {"device": "x"}, {"age_key": "age1"}, {"signing_key": "00"},
        {"reads_packages_up_to": 2},
    ]  # fmt: skip

    assert (8, usual) == (len(usual), contact.words(msgspec.structs.replace(card, team="t")))
    assert len(others) == len(
        {contact.words(msgspec.structs.replace(card, **over)) for over in others} - {usual}
    )


def test_a_file_name_that_is_no_text_is_no_fault(alone, known, tmp_path):
    """What the JSON says of it names the very file."""
    to = tmp_path / os.fsdecode(b"m\xe0iri.card")
    told = known.json("card", "export", "--to", to, "--store", alone.dan.folder)

    assert to == Path(told["card"])
    assert to.exists()
    assert 0 == known("card", "export", "--to", to, "--store", alone.dan.folder, "--force").code


def test_an_existing_file_is_not_overwritten_by_a_card(alone, known, tmp_path):
    """Not without --force."""
    (tmp_path / "mine.card").write_text("mine")

    known.refuses("card", "export", "--to", tmp_path / "mine.card", "--store", alone.dan.folder)

    assert "mine" == (tmp_path / "mine.card").read_text()


def test_a_card_that_may_not_be_read_is_said_so(alone, known):
    """Exit 2 and one sentence."""
    alone.morag.card.chmod(0o600)
    assert 0 == known("card", "list", "--store", alone.dan.folder).code
    with no_rights(alone.morag.card):
        known.refuses("card", "accept", alone.morag.card, "--store", alone.dan.folder)
