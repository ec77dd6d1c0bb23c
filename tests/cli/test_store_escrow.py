from __future__ import annotations

import pytest

from fsdesk.desk import escrow as escrow_
from fsdesk.store import store as store_
from tests.store.stores import CHEAP

NEW = "marble anchor thistle drum"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Every passphrase that a command sets costs next to nothing to try."""
    for place in (store_, escrow_):
        monkeypatch.setattr(place, "calibrated", lambda: CHEAP)


def test_a_way_back_goes_from_the_worker_to_the_lead_and_back(team, known, tmp_path):
    """Each step one command; the words are the same on both screens."""
    team.close()
    (tmp_path / "new").write_text(NEW)
    dan, morag = ("--store", team.dan.folder), ("--store", team.morag.folder)
    new = ("--new-passphrase-file", tmp_path / "new")
    given = known.json("store", "escrow", "give", team.morag.card, "--to", tmp_path / "given", *dan)
    kept = known.json("store", "escrow", "keep", tmp_path / "given", *morag)
    asked = known.json("store", "escrow", "ask", "--to", tmp_path / "ask", *new, *dan)
    seen = known("store", "escrow", "answer", tmp_path / "ask", *morag)
    answer = known.json(
        "store", "escrow", "answer", tmp_path / "ask", "--to", tmp_path / "answer", "--words-agree", *morag
    )
    opened = known.json("store", "escrow", "open", tmp_path / "answer", *new, *dan)

    assert ("Morag", "Dan", ["Dan"]) == (
        given["for"],
        kept["name"],
        [one["name"] for one in known.json("store", "escrow", "list", *morag)],
    )
    assert asked["words"] == answer["words"]
    assert (0, True) == (seen.code, "  ".join(asked["words"]) in seen.out)
    info = known.json("store", "info", *dan, "--passphrase-file", tmp_path / "new")
    assert opened["device"] == info["device"]
    known.refuses("store", "info", *dan)


def test_without_the_words_no_answer_is_written(team, known, tmp_path):
    """Exit 1: it waits for two people."""
    team.close()
    dan, morag = ("--store", team.dan.folder), ("--store", team.morag.folder)
    known("store", "escrow", "give", team.morag.card, "--to", tmp_path / "given", *dan)
    known("store", "escrow", "keep", tmp_path / "given", *morag)
    known("store", "escrow", "ask", "--to", tmp_path / "ask", *dan)

    said = known("store", "escrow", "answer", tmp_path / "ask", "--to", tmp_path / "answer", *morag)
    assert (1, False) == (said.code, (tmp_path / "answer").exists())
    assert "six words" in said.err


def test_a_worker_stops_it(team, known, tmp_path):
    """Asking is no use then."""
    team.close()
    dan = ("--store", team.dan.folder)
    known("store", "escrow", "give", team.morag.card, "--to", tmp_path / "given", *dan)

    assert "keeps a way back" in known("store", "info", *dan).out
    assert 0 == known("store", "escrow", "stop", *dan).code
    assert "No team lead keeps" in known.refuses("store", "escrow", "ask", "--to", tmp_path / "ask", *dan)
    assert "No team lead keeps" in known.refuses("store", "escrow", "stop", *dan)
    assert "Nothing is kept here" in known("store", "escrow", "list", *dan).out
