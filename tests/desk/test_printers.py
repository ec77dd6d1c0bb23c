from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk import printers
from fsdesk.desk.printers import NoPrintProgram, NoSuchPrinter, NotTaken
from tests.desk.print_programs import PrintPrograms


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrintPrograms:
    """Print programs on the path, and nothing else there."""
    made = PrintPrograms(tmp_path)
    monkeypatch.setenv("PATH", str(made.path))
    return made


def test_a_page_goes_in_by_standard_input_under_a_title_that_names_nobody(programs):
    """The very bytes, for the printer that was named; the job's id comes back."""
    job = printers.hand_over(b"%PDF-page", "Our plan, K7QM-3TXH, version 4", "Upstairs")

    assert "Upstairs-41" == job
    assert [b"%PDF-page"] == programs.given()
    assert [
        ["-d", "Upstairs", "-t", "Our plan, K7QM-3TXH, version 4", "-o", "media=A4", "-"]
    ] == programs.asked()


def test_without_a_name_the_computer_chooses_the_printer(programs):
    """No printer is named to the print program."""
    printers.hand_over(b"page", "Our plan")

    assert [["-t", "Our plan", "-o", "media=A4", "-"]] == programs.asked()


def test_the_printers_of_this_computer_are_named(programs):
    """As the print program lists them."""
    assert ("Upstairs", "Front_desk") == printers.names()


def test_without_a_print_program_the_person_is_told_what_to_do(monkeypatch, tmp_path):
    """One sentence, no trace; there are no printers to choose from either."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoPrintProgram, match="--to"):
        printers.hand_over(b"page", "Our plan")
    assert () == printers.names()


@pytest.mark.parametrize(
    ("printer", "fault"), [("", NotTaken), ("Upstairs", NotTaken), ("Attic", NoSuchPrinter)]
)
def test_a_page_that_is_not_taken_is_said_without_the_programs_words(tmp_path, monkeypatch, printer, fault):
    """What the print program says may name a person; it goes nowhere."""
    monkeypatch.setenv("PATH", str(PrintPrograms(tmp_path, fails=True).path))

    with pytest.raises(fault) as refused:
        printers.hand_over(b"page", "Our plan", printer)
    assert fault is type(refused.value)
    assert "Ailsa" not in f"{refused.value!r} {refused.value.__cause__!r} {refused.value.__context__!r}"


@pytest.mark.parametrize("printer", ["-o", "two words", "a/b", "a\nb", "'"])
def test_what_cannot_be_a_printers_name_is_not_given_on(programs, printer):
    """Nothing that a shell or the print program could take for something else."""
    with pytest.raises(NoSuchPrinter):
        printers.hand_over(b"page", "Our plan", printer)
    assert [] == programs.asked()


def test_a_job_can_be_called_back(programs):
    """The print program is asked to drop it."""
    printers.take_back("Upstairs-41")

    assert "Upstairs-41" == programs.cancelled


def test_no_file_of_ours_stays_behind(programs, tmp_path, monkeypatch):
    """Nothing in the folder for temporary files, nothing in the folder we stand in."""
    for name in ("temp", "standing"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.chdir(tmp_path / "standing")

    printers.hand_over(b"page", "Our plan", "Upstairs")

    assert [] == [*(tmp_path / "temp").iterdir(), *(tmp_path / "standing").iterdir()]
