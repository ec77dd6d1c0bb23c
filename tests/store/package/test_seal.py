from __future__ import annotations

import pytest

from fsdesk.plans import model as m
from fsdesk.plans.edits import Part
from fsdesk.plans.examples import a_plan, a_record, a_serious_worry
from fsdesk.store.identity import is_signed
from fsdesk.store.package import layout
from tests.store.package.parts import Parts, keys_of


def test_a_header_says_who_to_whom_and_what(team, package):
    """Sender, team, number, recipients, coverage, signed heads, and both compartments by their digest."""
    parts = Parts.of(package, team.morag)
    header = parts.header

    assert (team.dan.device, team.dan.desk.team, 1, b"") == (
        header.sender,
        header.team,
        header.number,
        header.previous,
    )
    assert (keys_of(team.morag).recipient,) == header.recipients
    assert {team.dan.device: (1, 2)} == header.coverage
    assert [(team.dan.device, 2)] == [(head.device, head.seq) for head in header.heads]
    for said, held in zip((header.general, header.sealed), parts.compartments, strict=True):
        assert layout.compartment_of(held) == said
    raw = layout.header_bytes(header)
    assert is_signed(keys_of(team.dan).public_key, parts.signature, layout.LABEL + raw)
    assert not is_signed(keys_of(team.dan).public_key, parts.signature, raw)


def test_packages_are_numbered_and_each_names_the_one_before(team, package, tmp_path):
    """By the digest of its file."""
    team.dan.write("plan", title="Another year")
    team.dan.seals(tmp_path / "second", team.isla)
    header = Parts.of(tmp_path / "second", team.isla).header

    assert (2, layout.digest(package.read_bytes())) == (header.number, header.previous)
    assert header.package != Parts.of(package, team.morag).header.package


def test_a_package_that_was_not_written_takes_no_number(team, package, tmp_path):
    """The next one has it."""
    team.dan.write("plan", title="Another year")
    with pytest.raises(Exception, match="not there"):
        team.dan.seals(tmp_path / "none" / "x", team.morag)
    team.dan.seals(tmp_path / "second", team.morag)

    assert 2 == Parts.of(tmp_path / "second", team.morag).header.number


def test_what_stays_is_its_commitment_alone(team, package):
    """The worker's own part is in the package as a commitment, the sealed one as boxes of the other compartment."""
    parts = Parts.of(package, team.morag)
    boxes = [box for edit in parts.contents.edits for box in edit.boxes]
    sealed = [box for *_, held in parts.sealed(team.morag).sealed for box in held]

    assert {Part.GENERAL} == {Part(box.kind) for box in boxes if box.is_open}
    assert {Part.GENERAL, Part.SEALED, Part.OWN} == {Part(box.kind) for box in boxes}
    assert {Part.SEALED} == {Part(box.kind) for box in sealed}


def test_without_anything_sealed_there_is_no_sealed_compartment(team, tmp_path):
    """Nor without anybody who could open it."""
    team.dan.begin(a_plan())
    team.dan.seals(tmp_path / "open", team.morag)
    team.dan.begin(a_plan(id="second", worries=[a_serious_worry()]))
    team.dan.seals(tmp_path / "to-isla", team.isla)

    assert None is Parts.of(tmp_path / "open", team.morag).header.sealed
    assert None is Parts.of(tmp_path / "to-isla", team.isla).header.sealed


def test_left_out_edits_of_ones_own_are_one_signed_range_a_run(team, tmp_path):
    """First, last, and the link after it; nothing says how the plans between are called."""
    for name in ("a", "b", "c", "d", "e"):
        team.dan.begin(a_plan(id=name))
    team.dan.seals(tmp_path / "chosen", team.morag, chosen=["a", "d"])
    header = Parts.of(tmp_path / "chosen", team.morag).header

    assert [(2, 3), (5, 5)] == [(one.first, one.last) for one in header.withheld]
    for one in header.withheld:
        assert is_signed(keys_of(team.dan).public_key, one.signature, one.signed_bytes())


def test_a_very_long_plan_passes_too(team):
    """Longer than many frames usually are together."""
    note = a_record(m.GlossaryLine, word="w", meaning="long " * 1_000_000)
    team.dan.begin(a_plan(glossary=[note]))
    team.dan.begin(a_plan(id="other"))
    (found,) = team.dan.sends(team.morag)

    assert 2 == found.new
    assert note.meaning == team.morag.plan("plan").glossary[0].meaning
