"""The index of the catalogue: what its files make, and passed over once they changed."""

from __future__ import annotations

import pytest

from fsdesk import resources
from fsdesk.plans.wording import catalogue, index, sources
from tests.bench.wording_lines import lines_of

TO_WRITE_IT = "run: python -m tests.plans.wording.write_index"


def test_the_index_is_what_the_files_make():
    """Whoever edits an entry writes the index anew."""
    made = index.packed(catalogue.from_files("en"), sources.digest("en"))

    assert made == resources.read_bytes("wording", "en", index.NAME), TO_WRITE_IT


def test_what_comes_out_of_the_index_is_what_went_in():
    """Entry by entry, construction by construction."""
    made, recalled = catalogue.from_files("en"), index.recalled("en", sources.digest("en"))

    assert recalled is not None
    assert list(made.entries) == list(recalled.entries)
    assert made.words.kinds == recalled.words.kinds
    assert [_parts(one.construction) for one in made.candidates] == [
        _parts(one.construction) for one in recalled.candidates
    ]


def _parts(one):
    return (one.source, one.triggers, one.needs, one.not_after, one.refuses_names, one.says_no)


@pytest.mark.parametrize("held", [b"", b"no index", index.zlib.compress(b"\x93\x01")])
def test_a_spoilt_index_is_passed_over(held, tmp_path, monkeypatch):
    """The catalogue is then made from its files."""
    (tmp_path / "wording" / "en").mkdir(parents=True)
    (tmp_path / "wording" / "en" / index.NAME).write_bytes(held)
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)

    assert index.recalled("en", b"") is None


def test_an_index_of_other_files_is_passed_over():
    """Its digest tells."""
    assert index.recalled("en", b"another") is None


def test_both_halves_of_the_labelled_lines_hold_lines_of_every_kind():
    """And no line stands in both."""
    tuning, test = lines_of("tuning"), lines_of("test")

    assert {line.text for line in tuning}.isdisjoint(line.text for line in test)
    assert 1_000 <= len(tuning) <= len(tuning) + len(test)
    assert {True} == {
        any(line.is_hard for line in half) and any(line.flag for line in half) for half in (tuning, test)
    }
