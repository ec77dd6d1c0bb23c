from __future__ import annotations

import pytest
from pypdf import PdfReader

from fsdesk.desk import print_all, prints
from fsdesk.jobs import Progress, Stopped
from fsdesk.plans import samples


def test_every_plan_gets_its_documents_each_for_one_reader(families, tmp_path):
    """Files are named by document, code and letter; what a gate holds is told with the plan's code and its reason."""
    desk = families.dan.desk
    done = print_all.every(desk, tmp_path / "out", formats=["plan"])
    names = [person.name for plan in samples.load_all() for person in plan.people]

    assert sorted(done.written) == sorted((tmp_path / "out").iterdir())
    assert {"plan"} == {path.name.split("-")[0] for path in done.written}
    assert 6 == len(done.written) + len(done.held)
    assert not [name for name in names if any(name in path.name for path in done.written)]


def test_a_child_s_page_is_made_for_each_child(families, tmp_path):
    """The reader of a child's page is that child, never the carer."""
    done = print_all.every(families.dan.desk, tmp_path / "out", formats=["child"])
    children = [one for plan in samples.load_all() for one in prints.readers(plan) if one.role == "child"]

    assert len(children) == len(done.written) + len(done.held)


def test_every_document_is_kept_in_its_plan(families, tmp_path):
    """What was printed will be asked back."""
    desk = families.dan.desk
    done = print_all.every(desk, tmp_path / "out", formats=["plan"])
    kept = sum(len(families.dan.plan(plan.id).print_editions) for plan in samples.load_all())
    before = sum(len(plan.print_editions) for plan in samples.load_all())

    assert len(done.written) == kept - before


def test_it_tells_how_far_it_is(families, tmp_path):
    """From nothing to all plans, without naming a family."""
    told: list[tuple[int, int, str]] = []
    print_all.every(
        families.dan.desk,
        tmp_path / "out",
        formats=["plan"],
        progress=Progress(lambda *news: told.append(news)),
    )

    assert ((0, 6), (6, 6)) == (told[0][:2], told[-1][:2])
    assert {"Printing for each family"} == {words for *_, words in told}


def test_stopped_between_two_documents_what_was_printed_stays_whole(families, tmp_path):
    """No half file, and every file there is a document that opens and is kept in its plan."""
    progress = Progress(lambda done, total, words: progress.cancel() if done == 2 else None)
    with pytest.raises(Stopped):
        print_all.every(families.dan.desk, tmp_path / "out", formats=["plan"], progress=progress)
    found = list((tmp_path / "out").iterdir())
    kept = [one for plan in samples.load_all() for one in families.dan.plan(plan.id).print_editions]

    assert 1 <= len(found) < 6
    assert all(path.suffix == ".pdf" and len(PdfReader(path).pages) > 0 for path in found)
    assert len(found) == len(kept) - sum(len(plan.print_editions) for plan in samples.load_all())


def test_a_folder_that_cannot_be_is_refused_before_anything_is_printed(families, tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "out").write_text("mine")

    with pytest.raises(print_all.NoFolder):
        print_all.every(families.dan.desk, tmp_path / "out", formats=["plan"])
    assert "mine" == (tmp_path / "out").read_text()
