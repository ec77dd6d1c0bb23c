from __future__ import annotations

import json
from io import BytesIO

import pypdf
import pytest

from fsdesk.desk import access, files
from fsdesk.desk.access import NoPaper, Why
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.desk.together import SameFile
from fsdesk.plans import samples
from fsdesk.plans.audience.readers import NoSuchReader
from fsdesk.store import acts
from tests.desk.team import Laptop, rows

LENNOX, MOIRA = samples.load("F4").id, samples.load("F6").id


@pytest.fixture
def dan(families) -> Laptop:
    """Dan's laptop with the six families."""
    return families.dan


def test_a_pack_is_written_on_paper_and_for_programs_and_kept_as_an_act(dan, tmp_path):
    """Both files are their owner's alone; the act says for whom, and how much of what was left out."""
    made = access.prepare(dan.desk, MOIRA, "rory")
    pdf, told = tmp_path / "pack.pdf", tmp_path / "pack.json"
    access.keep(dan.desk, made, pdf, told)

    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf.read_bytes())).pages)
    assert "What we hold about Rory" in text
    assert len(json.loads(told.read_bytes())["pictures"]) == 1
    assert {0o600} == {path.stat().st_mode & 0o777 for path in (pdf, told)}
    with dan.desk.reading() as tx:
        (act,) = acts.every(tx, MOIRA)
    assert (acts.ACCESS_PACK, "Dan", "rory") == (act.act, act.who, act.detail["person"])
    assert act.detail["left_out"]["serious"] == 1


def test_preparing_a_pack_keeps_and_writes_nothing(dan):
    """It is read through first."""
    dan.current(MOIRA)
    before = rows(dan)
    access.prepare(dan.desk, MOIRA, "rory")

    assert before == rows(dan)


@pytest.mark.parametrize("which", [0, 1])
def test_when_one_file_cannot_be_written_neither_is_and_no_act_is_kept(dan, tmp_path, which):
    """A file that is there already, first or second."""
    paths = [tmp_path / "pack.pdf", tmp_path / "pack.json"]
    paths[which].write_text("something of mine")
    made = access.prepare(dan.desk, MOIRA, "rory")

    with pytest.raises(files.AlreadyThere):
        access.keep(dan.desk, made, *paths)
    assert [paths[which]] == list(tmp_path.glob("pack.*"))
    assert "something of mine" == paths[which].read_text()
    with dan.desk.reading() as tx:
        assert [] == acts.every(tx)


def test_the_page_and_the_file_for_programs_cannot_have_one_name(dan, tmp_path):
    """Neither is written then, not even over a file that may be overwritten."""
    made = access.prepare(dan.desk, MOIRA, "rory")
    (tmp_path / "pack").write_text("a letter")

    with pytest.raises(SameFile):
        access.keep(dan.desk, made, tmp_path / "pack", tmp_path / "pack", force=True)
    assert "a letter" == (tmp_path / "pack").read_text()


def test_the_worker_sees_why_things_were_left_out_and_the_person_does_not(dan):
    """The reasons stand in neither file."""
    made = access.prepare(dan.desk, MOIRA, "rory")
    said = access.left_out(made)

    assert any("the team lead looks at first" in one for one in said)
    assert len(made.pack.left_out) == len(said)
    assert set(Why) >= set(made.pack.left_out)
    assert b"looks at first" not in made.json


@pytest.mark.parametrize(
    ("plan", "person", "why"),
    [("none", "rory", NoSuchPlan), (MOIRA, "nobody", NoSuchReader), (LENNOX, "kirsty", NoPaper)],
)
def test_a_pack_that_cannot_be_made_says_why(dan, plan, person, why):
    """Nothing is written then."""
    with pytest.raises(why):
        access.prepare(dan.desk, plan, person)
