"""The page on plain exports: a script written from it alone reads one, with nothing but Python."""

from __future__ import annotations

import shutil

import pytest

from fsdesk.desk import erasures, opening, plain_export, plans
from tests.handbook import pages
from tests.store.stores import PASSPHRASE

PAGE = "plain-export.md"


@pytest.fixture(scope="module")
def export(team, tmp_path_factory):
    """Everything of Dan's store in plain files, and what stood in his plans and history."""
    place = tmp_path_factory.mktemp("plain")
    folder = shutil.copytree(team.store("dan"), place / "store")
    with opening.open_desk(folder, PASSPHRASE) as desk:
        erasures.erase(desk, plans.listing(desk)[0].id)
        plain_export.write(desk, PASSPHRASE, place / "out")
        every = [plans.current(desk, one.id).plan for one in plans.listing(desk)]
        told = [entry for one in every for entry in plans.history_of(desk, one.id)]
    return place / "out", every, told


def read(folder, place):
    """What the page's script does with an export."""
    return pages.run(pages.script_of(PAGE), place, folder)


def test_the_script_uses_nothing_but_python():
    """No library at all."""
    assert set() == pages.imported(pages.script_of(PAGE))


def test_the_script_reads_everybodys_names_and_words_and_every_edit(export, tmp_path):
    """Five plans; what people said, word for word; each edit as its sentence."""
    folder, every, told = export
    done = read(folder, tmp_path)
    lines = done.stdout.splitlines()

    assert "" == done.stderr
    assert {f"plan {plan.id}: {plan.title}" for plan in every} == {
        one for one in lines if one.startswith("plan ")
    }
    for plan in every:
        for person in plan.people:
            assert f"  person: {person.name}" in lines
        for voice in plan.voices:
            for span in voice.words:
                assert span.kind != "quote" or f"  said: {span.text}" in done.stdout
    assert 5 == len(every)
    assert len(told) > 5
    for entry in told:
        assert any(one.endswith(f"{entry.who}: {entry.sentence}") for one in lines), entry


def test_the_script_notices_a_file_that_was_changed_or_is_missing(export, tmp_path):
    """And reads the others."""
    folder = shutil.copytree(export[0], tmp_path / "out")
    (folder / "erased.json").write_text("[]")
    (folder / "acts.json").unlink()
    said = read(folder, tmp_path).stdout

    assert "missing: acts.json\n" in said
    assert "changed: erased.json\n" in said
    assert "plan " in said


def test_the_page_lies_in_every_export_under_the_name_it_gives(export):
    """Whoever finds the folder finds how to read it."""
    assert pages.text_of(PAGE) == (export[0] / "READ-ME.md").read_text(encoding="utf-8")
    assert "`READ-ME.md`" in pages.text_of(PAGE)
