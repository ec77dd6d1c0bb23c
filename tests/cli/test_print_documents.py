from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from fsdesk import resources
from fsdesk.plans import document, samples
from fsdesk.plans.model.people import PrintFormat
from tests.desk.print_programs import PrintPrograms


def sample(name: str) -> Path:
    """The document of a sample family."""
    return resources.path("samples", f"{name}.json")


@pytest.mark.parametrize(
    "words",
    [
        ("large-print",),
        ("large-print", "--size", "28"),
        ("easy-read",),
        ("child", "--reader", "ify"),
        ("child", "--reader", "ify", "--variant", "teen"),
        ("review-sheet",),
        ("you-said-we-did",),
        ("plan", "--profile", "dyslexia"),
    ],
    ids=" ".join,
)
def test_every_document_is_printed(program, tmp_path, words):
    """One file, whose title says kind, code and version, and no other word than where it is."""
    said = program("print", sample("F1"), "--format", *words, "--to", tmp_path / "x.pdf")

    assert (0, "") == (said.code, said.err)
    assert f"{samples.CODES['F1']}, version 3" in str(PdfReader(tmp_path / "x.pdf").metadata.title)


@pytest.mark.parametrize("format_", PrintFormat)
def test_a_document_printed_twice_on_one_day_is_the_same_to_the_byte(program, tmp_path, format_):
    """Whatever the document."""
    reader = ("--reader", "ify") if format_ is PrintFormat.CHILD else ()
    words = ("print", sample("F1"), "--format", format_, *reader, "--today", "2026-11-21")
    program(*words, "--to", tmp_path / "one.pdf")
    program(*words, "--to", tmp_path / "two.pdf")

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_easy_read_without_sentences_is_held_with_its_reason(program, tmp_path):
    """Exit 1, what to do, and no file."""
    said = program("print", sample("F2"), "--format", "easy-read", "--to", tmp_path / "x.pdf")

    assert (1, True) == (said.code, "Choose and shorten them together" in said.err)
    assert [] == list(tmp_path.iterdir())


def test_more_sides_than_are_meant_are_told(program, tmp_path):
    """On the output, and under JSON: nothing was made smaller."""
    plan = samples.load("F1")
    many = tuple(msgspec.structs.replace(plan.goals[0], id=f"g{at}") for at in range(9))
    (tmp_path / "many.json").write_bytes(
        document.write(msgspec.structs.replace(plan, goals=(*plan.goals, *many)))
    )
    words = (
        "print",
        tmp_path / "many.json",
        "--format",
        "review-sheet",
        "--to",
        tmp_path / "x.pdf",
        "--force",
    )

    assert "Nothing was made smaller to fit." in program(*words).out
    assert 1 == len(program.json(*words)["notes"])


def test_public_numbers_that_nobody_checked_for_long_are_told(program, tmp_path):
    """More than a year after the day that stands beside them."""
    words = ("print", sample("F2"), "--format", "plan", "--to", tmp_path / "x.pdf", "--force")

    assert "last checked" not in program(*words).out
    assert "last checked more than a year ago" in program(*words, "--today", "2029-01-01").out


def test_contact_cards_are_printed(known, team, tmp_path):
    """Four of them on one side."""
    team.close()
    said = known("card", "print", "--store", team.dan.folder, "--to", tmp_path / "cards.pdf")

    assert 0 == said.code
    assert 1 == len(PdfReader(tmp_path / "cards.pdf").pages)


def test_a_recovery_sheet_can_be_a_page_to_print(known, team, tmp_path):
    """The ending of its file's name says so; typed back, what stands on it opens the store."""
    team.close()
    said = known("store", "recovery-sheet", "--store", team.dan.folder, "--to", tmp_path / "sheet.pdf")
    (page,) = PdfReader(tmp_path / "sheet.pdf").pages
    numbered = [line for line in page.extract_text().splitlines() if line.strip()[:1].isdigit()]
    (tmp_path / "typed.txt").write_text("\n".join(numbered))

    assert 0 == said.code
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    checked = known("store", "recovery-sheet", "--store", team.dan.folder, "--check", tmp_path / "typed.txt")
    assert 0 == checked.code, (checked.err, numbered)


def test_a_recovery_sheet_goes_to_the_printer_without_a_file(known, team, tmp_path, monkeypatch):
    """A page by standard input, under its number; the sheet before opens until the new one is checked."""
    team.close()
    (tmp_path / "lp").mkdir()
    programs = PrintPrograms(tmp_path / "lp")
    monkeypatch.setenv("PATH", str(programs.path))
    store = ("--store", team.dan.folder)
    made = known.json("store", "recovery-sheet", *store, "--printer", "Upstairs")
    (page,) = programs.given()

    assert page.startswith(b"%PDF")
    assert f"Recovery sheet {made['recovery_sheet']}" in programs.asked()[0]
    assert [] == list(tmp_path.glob("*.pdf"))


def test_a_recovery_sheet_goes_to_one_place(known, team, tmp_path):
    """A file, a printer or a check: one of them."""
    team.close()
    said = known(
        "store", "recovery-sheet", "--store", team.dan.folder, "--to", tmp_path / "s.txt", "--printer", "Up"
    )

    assert (2, True) == (said.code, "one of --to FILE, --printer NAME and --check FILE" in said.err)
