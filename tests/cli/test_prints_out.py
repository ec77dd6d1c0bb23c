from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fsdesk import resources
from fsdesk.plans import document, samples
from fsdesk.plans import examples as ex
from tests.cli.running import assert_a_plain_sentence
from tests.desk.print_programs import PrintPrograms
from tests.desk.team import rows
from tests.faults import own_disk
from tests.store.stores import contents


def sample(name: str) -> Path:
    """The document of a sample family."""
    return resources.path("samples", f"{name}.json")


@pytest.fixture
def printer(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> PrintPrograms:
    """Print programs on the path, and nothing else there."""
    made = PrintPrograms(tmp_path_factory.mktemp("printing"))
    monkeypatch.setenv("PATH", str(made.path))
    return made


@pytest.fixture
def asked(families: Any, known: Any) -> Any:
    """A store whose plans can be printed: call it with a sample's name and more words."""
    families.close()

    def go(name: str, *words: str | Path) -> Any:
        plan = samples.load(name)
        day = plan.sample_today.isoformat() if plan.sample_today else ""
        place = ("--store", families.dan.folder, "--plan", plan.id, "--today", day)
        return known("print", *place, "--format", "plan", *words)

    return go


def test_a_copy_to_listen_to_is_written_with_the_page(program, tmp_path):
    """Both for their owner's eyes alone; the same twice, to the byte."""
    words = ("print", sample("F1"), "--format", "plan", "--today", "2026-10-08", "--force")
    targets = ("--to", tmp_path / "plan.pdf", "--html", tmp_path / "plan.html")
    assert 0 == program(*words, *targets).code
    first = contents(tmp_path)
    assert 0 == program(*words, *targets).code

    assert first == contents(tmp_path)
    assert {"plan.pdf", "plan.html"} == set(first)
    assert (tmp_path / "plan.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert 0o600 == (tmp_path / "plan.html").stat().st_mode & 0o777


@pytest.mark.parametrize("broken", ["--to", "--html"])
@pytest.mark.parametrize("where", ["none/x", "folder", "same"])
def test_of_page_and_copy_both_are_written_or_neither(program, tmp_path, broken, where):
    """A folder that is not there, one in the way, or one name for both: one sentence and no file."""
    (tmp_path / "folder").mkdir()
    good = tmp_path / "good"
    bad = good if where == "same" else tmp_path / where
    other = "--html" if broken == "--to" else "--to"

    program.refuses("print", sample("F1"), "--format", "plan", broken, bad, other, good)

    assert [tmp_path / "folder"] == list(tmp_path.rglob("*"))


def test_a_held_page_has_no_copy_to_listen_to(program, tmp_path):
    """The gates of the paper are those of the copy."""
    targets = ("--to", tmp_path / "x.pdf", "--html", tmp_path / "x.html")
    said = program("print", sample("F4"), "--format", "plan", "--reader", "ewan", *targets)

    assert (1, True, []) == (said.code, "PG-2" in said.err, list(tmp_path.iterdir()))


def test_a_page_goes_to_the_printer_without_a_file(program, printer, tmp_path, monkeypatch):
    """By standard input, under kind and code; nothing is left in the temp folder or beside the document."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    said = program("print", sample("F1"), "--format", "plan", "--printer", "Upstairs")
    (words,) = printer.asked()

    assert (0, "") == (said.code, said.err)
    assert printer.given()[0].startswith(b"%PDF-")
    assert f"Our plan, {samples.CODES['F1']}, version 3" in words
    assert not [one.name for one in samples.load("F1").people if any(one.name in word for word in words)]
    assert [] == list(tmp_path.iterdir())


def test_the_printer_gets_the_very_page_that_is_written(program, printer, tmp_path):
    """With --to as well, file and paper are the same bytes."""
    program("print", sample("F1"), "--format", "plan", "--printer", "Upstairs", "--to", tmp_path / "x.pdf")

    assert [(tmp_path / "x.pdf").read_bytes()] == printer.given()


def test_without_a_print_program_nothing_is_written_either(program, tmp_path, monkeypatch):
    """One sentence that says what to do; no file, though one was asked for too."""
    monkeypatch.setenv("PATH", str(tmp_path))
    words = ("print", sample("F1"), "--format", "plan", "--printer", "Upstairs", "--to", tmp_path / "x.pdf")

    assert "no program that prints" in program.refuses(*words)
    assert [] == list(tmp_path.iterdir())


def test_an_unknown_printer_is_said(program, tmp_path, monkeypatch):
    """The print program's own words are not passed on."""
    monkeypatch.setenv("PATH", str(PrintPrograms(tmp_path, fails=True).path))

    said = program.refuses("print", sample("F1"), "--format", "plan", "--printer", "Attic")

    assert ("no printer of that name" in said, "Ailsa" in said) == (True, False)


def test_a_page_on_paper_is_kept_in_the_plan(asked, printer, families):
    """What went to the printer is known to the plan as what was written to a file."""
    said = asked("F3", "--printer", "Upstairs")

    assert (0, "", 1) == (said.code, said.err, len(printer.given()))
    assert 1 == len(families.dan.plan(samples.load("F3").id).print_editions)


def test_a_page_that_no_printer_took_is_no_edit(asked, families, tmp_path, monkeypatch):
    """What never came to paper is in no history."""
    before = rows(families.dan)
    families.close()
    monkeypatch.setenv("PATH", str(tmp_path))

    assert 2 == asked("F3", "--printer", "Upstairs").code
    assert before == rows(families.dan)


def test_a_page_that_cannot_be_kept_is_called_back(asked, printer, families, tmp_path, monkeypatch):
    """Files are taken back, and the print program is asked to drop the job."""
    from fsdesk.desk import plans

    def cannot(*given: object, **more: object) -> None:
        raise OSError(5, "the disk said no")

    monkeypatch.setattr(plans, "save", cannot)
    said = asked("F3", "--printer", "Upstairs", "--to", tmp_path / "x.pdf")

    assert (2, "Upstairs-41", []) == (said.code, printer.cancelled, list(tmp_path.glob("*.pdf")))


def test_every_plan_of_a_store_is_printed_into_a_folder(known, families, tmp_path):
    """Named by document, code and letter; a gate that holds one is told, and is exit 1."""
    families.close()
    place = ("print", "--store", families.dan.folder, "--all", "--format", "plan", "--to", tmp_path / "out")
    done = known.json(*place, code=1)

    assert sorted(done["prints"]) == sorted(str(path) for path in (tmp_path / "out").iterdir())
    assert 6 == len(done["prints"]) + len(done["held"])
    assert any(samples.CODES["F5"] in one for one in done["prints"])


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--plan", "x", "--all"),
        ("--all",),
        ("--all", "--to", "x", "--reader", "ewan"),
        ("--all", "--to", "x", "--printer", "Upstairs"),
        ("--all", "--to", "x", "--confirm", "PG-2"),
    ],
    ids=" ".join,
)
def test_all_is_for_a_folder_and_confirms_nothing(known, families, words):
    """Each page is for its own plan's carer: no reader, no confirmation, no printer for all of them."""
    families.close()

    known.refuses("print", "--store", families.dan.folder, *words)


def test_a_place_has_to_be_named(program):
    """A page that goes nowhere is not made."""
    assert "--to or --printer" in program.refuses("print", sample("F1"), "--format", "plan")


_DISK = 4 * 1024 * 1024
_FILL = 'head -c "$1" /dev/zero >"$0/filler" && shift && "$@"; echo "code $?"; ls -A "$0"'


@pytest.mark.parametrize("left", [0, 8 * 1024, 48 * 1024], ids=["no room", "little room", "room for one"])
def test_a_disk_that_fills_leaves_neither_page_nor_copy(tmp_path, left):
    """What does not fit is not there in part, and where one of both fits, it is not there alone."""
    small = tmp_path / "small"
    small.mkdir()
    begin = [*own_disk.beginning(small), "sh", "-c", _FILL, str(small), str(_DISK - left)]
    targets = ["--to", str(small / "x.pdf"), "--html", str(small / "x.html")]
    words = ["print", str(sample("F1")), "--format", "plan", *targets]
    done = subprocess.run(
        [*begin, sys.executable, "-m", "fsdesk", *words], capture_output=True, text=True, check=True
    )

    assert ["code 2", "filler"] == done.stdout.split("\n")[:-1]
    assert_a_plain_sentence(done.stderr)
    assert "no room" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--reader", "nobody"), "people"),
        (("--language", "xx"), "language"),
        (("--language", "English"), "language"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else one,
)
def test_what_is_not_there_is_one_sentence_and_no_file(program, tmp_path, words, told):
    """Somebody not in the plan, a language without words."""
    targets = ("--to", tmp_path / "x.pdf", "--html", tmp_path / "x.html")

    assert told in program.refuses("print", sample("F1"), "--format", "plan", *words, *targets)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("people", [(), (ex.a_child("Finn", 8),)], ids=["nobody", "a child alone"])
def test_a_plan_without_a_carer_is_one_sentence_and_no_file(program, tmp_path, people):
    """There is nobody whose page it could be."""
    path = tmp_path / "plan.json"
    path.write_bytes(document.write(ex.a_bare_plan(people=list(people))))
    said = program(
        "print", path, "--format", "plan", "--to", tmp_path / "x.pdf", "--html", tmp_path / "x.html"
    )

    assert said.code in {1, 2}
    assert_a_plain_sentence(said.err)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["\x1b[31mFinn", "Finn\x00", "\u202eFinn", "Finn\u200b"])
def test_a_sign_that_cannot_be_seen_stops_page_and_copy(program, tmp_path, name):
    """One sentence that names the part and not its words; neither file is there, and no log holds the name."""
    path = tmp_path / "plan.json"
    plan = ex.a_plan(people=[ex.a_carer("Ailsa", goes_by=name), ex.a_child("Finn", 8)])
    path.write_bytes(document.write(plan))
    targets = ("--to", tmp_path / "x.pdf", "--html", tmp_path / "x.html")
    said = program.refuses("print", path, "--format", "plan", *targets)

    assert "cannot be seen" in said or "sign" in said
    assert name not in said
    assert [path] == list(tmp_path.iterdir())


def test_a_letter_no_font_has_names_its_part_and_stays_out_of_the_log(program, tmp_path, fsdesk_home):
    """The page waits with a question of where; the words are in no log."""
    path = tmp_path / "plan.json"
    path.write_bytes(document.write(ex.a_plan(strengths=[ex.a_strength("Laughs 𐎠 loudly")])))
    said = program.refuses("print", path, "--format", "plan", "--to", tmp_path / "x.pdf")

    assert ("a strength" in said, "Laughs" in said) == (True, False)
    assert not [held for held in contents(fsdesk_home).values() if b"Laughs" in held]
    assert [path] == list(tmp_path.iterdir())
