from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from fsdesk import resources
from fsdesk.plans import document, samples
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_carer, a_child, a_plan
from tests.desk.team import rows
from tests.store.stores import contents

F4 = samples.load("F4")


def sample(name: str) -> Path:
    """The document of a sample family."""
    return resources.path("samples", f"{name}.json")


def everything_in(path: Path) -> str:
    """Every text of a PDF: pages, metadata, names of files and fonts, and whatever its streams hold."""
    reader = PdfReader(path)
    found = [page.extract_text() for page in reader.pages] + [str(dict(reader.metadata or {}))]
    for number in range(1, int(reader.trailer["/Size"])):
        held = reader.get_object(number)
        found.append(
            re.sub(r"IndirectObject\((\d+), 0, \d+\)", r"\1 R", str(held))
        )  # not where pypdf keeps it
        if isinstance(held, StreamObject) and held.get("/Type") not in ("/ObjStm", "/XRef"):
            found.append(held.get_data().decode("latin-1"))
    return "\n".join(found)


def words_of(text: str) -> str:
    """Text as it is searched: small letters, one blank between words, no soft breaks."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").casefold().split())


@pytest.mark.parametrize("name", ["F1", "F2", "F3", "F6"])
def test_a_plan_is_printed_for_its_first_carer(program, tmp_path, name):
    """A PDF of some pages, for its owner's eyes alone, and a word on keeping it safe."""
    said = program("print", sample(name), "--format", "plan", "--to", tmp_path / "plan.pdf")

    assert (0, "") == (said.code, said.err)
    assert "safe" in said.out
    assert 3 <= len(PdfReader(tmp_path / "plan.pdf").pages) <= 7
    assert 0o600 == (tmp_path / "plan.pdf").stat().st_mode & 0o777


def test_a_print_says_under_json_where_it_is_and_which_edition(program, tmp_path):
    """The edition has one letter, and no name of a person is in the document's name."""
    made = program.json("print", sample("F1"), "--format", "plan", "--to", tmp_path / "plan.pdf")

    assert str(tmp_path / "plan.pdf") == made["print"]
    assert (1, samples.CODES["F1"] in made["name"]) == (len(made["letter"]), True)
    assert not [one.name for one in samples.load("F1").people if one.name in made["name"]]


def test_a_gate_that_holds_is_1_names_itself_and_writes_no_file(program, tmp_path):
    """F4 for Ewan is held by PG-2, and the reason gives nothing away."""
    said = program("print", sample("F4"), "--format", "plan", "--reader", "ewan", "--to", tmp_path / "x.pdf")

    assert (1, "", True) == (said.code, said.out, "PG-2" in said.err)
    assert 1 == said.err.count("\n")
    assert [] == list(tmp_path.iterdir())
    assert not [token for token in F4.safety_between[0].tokens if token in said.err]


def test_what_a_confirmed_gate_leaves_out_leaves_no_trace(program, tmp_path):
    """Neither the new address, school or meeting place, nor the step, nor a gap where it stood."""
    target = tmp_path / "ewan.pdf"
    words = ("--format", "plan", "--reader", "ewan", "--confirm", "PG-2", "--by", "Morag", "--to", target)
    said = program("print", sample("F4"), *words)

    told = words_of(everything_in(target))
    step = next(one for one in F4.steps if one.id == "step-walk")
    assert 0 == said.code
    assert [] == [token for token in F4.safety_between[0].tokens if words_of(token) in told]
    assert words_of(step.what[0].text) not in told
    assert [] == [
        gap for gap in ("left out", "redacted", "withheld", "████", "[…]", "pg-2", "morag") if gap in told
    ]


def test_a_confirmation_for_a_file_is_named_on_stderr_and_kept_nowhere(program, tmp_path):
    """Who confirmed which gate is said once; the document stays as it was."""
    before = sample("F4").read_bytes()
    words = ("--format", "plan", "--reader", "ewan", "--confirm", "PG-2", "--by", "Morag")
    said = program("print", sample("F4"), *words, "--to", tmp_path / "ewan.pdf")

    assert ("PG-2" in said.err, "Morag" in said.err, "nowhere" in said.err) == (True, True, True)
    assert before == sample("F4").read_bytes()
    assert ["ewan.pdf"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("confirmed", [(), ("--confirm", "PG-9", "--by", "Morag")])
def test_paper_that_is_not_safe_for_somebody_is_never_made(program, tmp_path, confirmed):
    """F4 for Kirsty is held by PG-9, which nobody can confirm."""
    words = ("--format", "plan", "--reader", "kirsty", *confirmed, "--to", tmp_path / "x.pdf")
    said = program("print", sample("F4"), *words)

    assert (1, True, []) == (said.code, "PG-9" in said.err, list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    "words",
    [
        ("F1", "--format", "plan", "--reader", "nobody"),
        ("F1", "--format", "plan", "--reader", ""),
        ("F1", "--format", "plan", "--language", "cy"),
        ("F1", "--format", "plan", "--language", "../en"),
        ("F1", "--format", "child"),
        ("F1", "--format", "large-print", "--size", "16"),
        ("F4", "--format", "plan", "--reader", "ewan", "--confirm", "PG-2"),
        ("F4", "--format", "plan", "--reader", "ewan", "--confirm", "PG-99", "--by", "Morag"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_printed_is_one_sentence_and_no_file(program, tmp_path, words):
    """Nobody of that id, words not there yet, half a confirmation."""
    program.refuses("print", sample(words[0]), *words[1:], "--to", tmp_path / "x.pdf")

    assert [] == list(tmp_path.iterdir())


def test_a_page_is_in_its_readers_own_language_unless_another_is_named(program, tmp_path):
    """F5 is read in Arabic at home; the same page is made in English, or in Urdu in the letters asked for."""
    for name, words in (
        ("own", ()),
        ("en", ("--language", "en")),
        ("ur", ("--language", "ur", "--letters", "naskh")),
    ):
        at = tmp_path / name
        assert (
            0
            == program(
                "print", sample("F5"), "--format", "plan", *words, "--to", f"{at}.pdf", "--html", f"{at}.html"
            ).code
        )

    copies = [(tmp_path / f"{name}.html").read_text(encoding="utf-8") for name in ("own", "en", "ur")]
    assert ['<html lang="ar" dir="rtl"', '<html lang="en" dir="ltr"', '<html lang="ur" dir="rtl"'] == [
        copy.splitlines()[1][:25] for copy in copies
    ]


def test_an_existing_file_is_printed_over_only_with_force(program, tmp_path):
    """Without, it stays to the byte; with, it is the new print."""
    target = tmp_path / "plan.pdf"
    target.write_text("mine")

    assert "--force" in program.refuses("print", sample("F1"), "--format", "plan", "--to", target)
    assert "mine" == target.read_text()
    assert 0 == program("print", sample("F1"), "--format", "plan", "--to", target, "--force").code
    assert target.read_bytes().startswith(b"%PDF")


def test_a_held_print_leaves_an_earlier_one_as_it_was(program, tmp_path):
    """Even with --force nothing is written over when a gate holds."""
    target = tmp_path / "plan.pdf"
    target.write_text("earlier")

    said = program("print", sample("F4"), "--format", "plan", "--reader", "ewan", "--to", target, "--force")

    assert (1, "earlier", 1) == (said.code, target.read_text(), len(list(tmp_path.iterdir())))


@pytest.mark.parametrize("where", ["a folder", "no folder", "no rights", "a full disk"])
def test_what_cannot_be_written_is_said_and_leaves_nothing(program, tmp_path, where):
    """No half a PDF stays anywhere."""
    (tmp_path / "folder").mkdir()
    target = {
        "a folder": tmp_path / "folder",
        "no folder": tmp_path / "none" / "x.pdf",
        "no rights": Path("/proc/x.pdf"),
        "a full disk": Path("/dev/full"),
    }[where]

    program.refuses("print", sample("F1"), "--format", "plan", "--to", target)

    assert [tmp_path / "folder"] == list(tmp_path.rglob("*"))


def test_print_reads_a_document_on_the_day_that_is_given(program, tmp_path, monkeypatch):
    """--today goes before FSDESK_TODAY, which goes before the sample's own day."""
    words = ("print", sample("F1"), "--format", "plan", "--force", "--to", tmp_path / "x.pdf")
    program(*words)
    own = words_of(everything_in(tmp_path / "x.pdf"))
    monkeypatch.setenv("FSDESK_TODAY", "2031-03-04")
    program(*words)
    named = words_of(everything_in(tmp_path / "x.pdf"))
    program(*words, "--today", "2032-05-06")
    given = words_of(everything_in(tmp_path / "x.pdf"))

    assert (True, False) == ("2026" in own, "2031" in own)
    assert (True, True) == ("2031" in named, "2032" in given)


@pytest.fixture
def printed(families, known, tmp_path) -> Any:
    """A store whose plans can be printed: call it with a sample's name and more words."""
    families.close()

    def go(name: str, *words: str | Path) -> Any:
        plan = samples.load(name)
        day = plan.sample_today.isoformat() if plan.sample_today else ""
        place = ("--store", families.dan.folder, "--plan", plan.id, "--today", day)
        return known("print", *place, "--format", "plan", "--to", tmp_path / "out.pdf", *words)

    return go


def history(known: Any, store: Path, name: str) -> list[dict[str, Any]]:
    """What the history of a sample's plan tells."""
    told = known.json("plan", "history", samples.load(name).id, "--store", store)
    return list(told)


def document_of(known: Any, store: Path, name: str) -> m.Plan:
    """A sample's plan as it stands in a store."""
    return document.read(known("plan", "show", samples.load(name).id, "--store", store).out.encode())


def test_a_print_from_a_store_is_kept_as_an_edit_and_a_version(printed, known, families, tmp_path):
    """Who printed which edition for whom, on which day, in a version whose frontier is what was printed."""
    said = printed("F3")
    plan = document_of(known, families.dan.folder, "F3")
    (edition,) = plan.print_editions

    assert (0, "") == (said.code, said.err)
    assert ("donna", "plan", samples.load("F3").sample_today) == (
        edition.reader,
        edition.format.value,
        edition.on,
    )
    assert edition.version in {one.number for one in plan.versions}
    assert 2 == len(history(known, families.dan.folder, "F3"))
    assert edition.version == next(
        one["version"]
        for one in known.json("plan", "list", "--store", families.dan.folder)
        if one["id"] == plan.id
    )
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_second_print_of_an_unchanged_plan_is_the_same_version_and_letter(printed, known, families):
    """One letter for each reader and plan, drawn once and then kept."""
    printed("F3")
    printed("F3", "--force")
    one, two = document_of(known, families.dan.folder, "F3").print_editions

    assert (one.letter, one.version) == (two.letter, two.version)
    assert one.id != two.id


def test_a_confirmed_hold_is_kept_with_who_confirmed_it(printed, known, families):
    """The store's history says which gate was confirmed, and by whom."""
    said = printed("F4", "--reader", "ewan", "--confirm", "PG-2", "--by", "Morag")
    plan = document_of(known, families.dan.folder, "F4")

    assert 0 == said.code
    assert ("PG-2: confirmed by Morag",) == plan.print_editions[-1].holds_confirmed


@pytest.mark.parametrize(("reader", "gate"), [("ewan", "PG-2"), ("kirsty", "PG-9")])
def test_a_held_print_from_a_store_keeps_nothing(printed, families, tmp_path, reader, gate):
    """No file, no edit, no version: not a row is another one."""
    before = rows(families.dan)
    families.close()
    said = printed("F4", "--reader", reader)

    assert (1, True) == (said.code, gate in said.err)
    assert not (tmp_path / "out.pdf").exists()
    assert before == rows(families.dan)


def test_a_print_that_cannot_be_written_is_no_edit(printed, families, tmp_path):
    """What never came to paper is in no history."""
    before = rows(families.dan)
    families.close()
    (tmp_path / "out.pdf").mkdir()

    said = printed("F3")

    assert (2, 1) == (said.code, said.err.count("\n"))
    assert before == rows(families.dan)


def test_gates_read_every_version_that_is_not_settled(known, team, tmp_path):
    """While one laptop says that paper is not safe, none is made, whatever the other says."""
    plan = a_plan(people=[a_carer("Ailsa"), a_child("Finn")])
    team.dan.begin(plan)
    team.dan.sends(team.morag)
    for laptop, values in ((team.dan, [True]), (team.morag, [True, False])):
        for no_paper in values:
            carer, *rest = laptop.plan("plan").people
            laptop.write("plan", people=(msgspec.structs.replace(carer, no_paper=no_paper), *rest))
    team.morag.sends(team.dan)
    team.close()

    said = known(
        "print", "--store", team.dan.folder, "--plan", "plan", "--format", "plan", "--to", tmp_path / "x.pdf"
    )

    assert (1, True) == (said.code, "PG-9" in said.err)


def test_a_plan_that_is_not_in_the_store_is_not_printed(known, team, tmp_path):
    """One sentence, no file."""
    team.close()

    known.refuses(
        "print",
        "--store",
        team.dan.folder,
        "--plan",
        "nobody",
        "--format",
        "plan",
        "--to",
        tmp_path / "x.pdf",
    )

    assert not (tmp_path / "x.pdf").exists()


def test_the_print_of_a_file_leaves_nothing_behind(program, tmp_path, monkeypatch, fsdesk_home):
    """Nothing in the temp folder, nothing in fsdesk's home, nothing beside the PDF."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setattr("tempfile.tempdir", None)

    program("print", sample("F3"), "--format", "plan", "--to", tmp_path / "x.pdf")

    assert {"x.pdf"} == set(contents(tmp_path))
    assert {} == contents(fsdesk_home)
