from __future__ import annotations

import pytest

from fsdesk.desk import plans
from fsdesk.plans.audience.values import hold
from fsdesk.ui.presenters.paper import PaperPresenter, waits_of
from tests.ui.presenters.fakes import Desk, Screen


class Paper:
    def __init__(self, desk, family: str) -> None:
        self.store, self.screen, self.desk, self.beside = desk, Screen(), Desk(), Desk()
        self.wrote: list[bool] = []
        self.plan = plans.current(
            desk, next(one.id for one in plans.listing(desk) if one.listed.family == family)
        ).plan
        self.presenter = PaperPresenter(
            self.screen,
            desk=desk,
            submit=self.desk.submit,
            beside=self.beside.submit,
            wrote=lambda: self.wrote.append(True),
        )

    def run(self) -> Paper:
        self.desk.run()
        self.beside.run()
        return self


@pytest.fixture
def paper(families) -> Paper:
    made = Paper(families.dan.desk, "Mackie")
    made.presenter.open(made.plan)
    return made.run()


def test_the_first_carer_is_chosen_and_sees_the_very_pages(paper):
    readers, chosen = paper.screen.last("show_readers")
    pages, left_out = paper.screen.last("show_pages")

    assert (["Donna", "Tyler", "Gran May"], "donna") == ([one.name for one in readers], chosen)
    assert all(page.width == 800 and len(page.rgb) == page.width * page.height * 3 for page in pages)
    assert "" == left_out


def test_the_file_is_what_was_shown_and_names_nobody(paper, tmp_path):
    """Saving notes in the plan that this edition was made; nothing was written before."""
    target = tmp_path / paper.presenter.file_name
    before = plans.current(paper.store, paper.plan.id).plan.print_editions
    paper.presenter.save(target)
    paper.run()
    [edition] = plans.current(paper.store, paper.plan.id).plan.print_editions

    assert () == before
    assert target.read_bytes().startswith(b"%PDF")
    assert not any(name in target.name for name in ("Donna", "Mackie", "Tyler"))
    assert ("donna", [True], (target,)) == (edition.reader, paper.wrote, paper.screen.last("show_kept"))


def test_the_pages_of_another_reader_are_dropped_when_they_come_late(paper):
    paper.presenter.choose("tyler")
    paper.presenter.choose("may")
    paper.run()

    assert 2 == paper.screen.count("show_pages")
    assert "may" == paper.presenter._prepared.edition.reader.id


def test_a_page_that_a_gate_holds_says_so_kindly_and_writes_nothing(families, tmp_path):
    """The words give nothing away to whoever reads along, and no rule's number is in them."""
    paper = Paper(families.dan.desk, "Lennox")
    paper.presenter.open(paper.plan)
    paper.run()
    [waits] = paper.screen.last("show_waits")
    paper.presenter.save(tmp_path / "plan.pdf")
    paper.run()

    assert waits.reasons
    assert not any("PG-" in reason or "Ewan" in reason for reason in waits.reasons)
    assert [] == list(tmp_path.glob("*.pdf"))


def test_a_part_can_stay_off_the_page_and_the_plan_says_who_decided(families, tmp_path):
    paper = Paper(families.dan.desk, "Lennox")
    paper.presenter.open(paper.plan)
    paper.presenter.choose("ewan")
    paper.run()
    [waits] = paper.screen.last("show_waits")
    paper.presenter.leave_out()
    paper.run()
    paper.presenter.save(tmp_path / "page.pdf")
    paper.run()
    [edition] = plans.current(paper.store, paper.plan.id).plan.print_editions

    assert waits.can_leave_out
    assert "off this page, whole. Dan decided so." in paper.screen.last("show_pages")[1]
    assert "ewan" == edition.reader
    assert all(paper.store.name in said for said in edition.holds_confirmed)


@pytest.mark.parametrize("gate", ["PG-1", "PG-2", "PG-3", "PG-4", "PG-5", "PG-6", "PG-7", "PG-9"])
def test_every_hold_has_kind_words(gate):
    waits = waits_of([hold(gate)])

    assert 1 == len(waits.reasons)
    assert gate not in waits.reasons[0]
    assert (gate in ("PG-2", "PG-3", "PG-5", "PG-6")) is waits.can_leave_out


def test_one_hold_that_cannot_be_left_out_holds_the_page():
    assert not waits_of([hold("PG-2"), hold("PG-9")]).can_leave_out


def test_a_plan_with_nobody_in_it_says_what_is_wanted(team):
    plan = plans.begin(team.dan.desk, family_name="Kerr").plan
    paper = Paper(team.dan.desk, "Kerr")
    paper.presenter.open(plan)
    paper.run()

    assert ((), "") == (tuple(paper.screen.last("show_readers")[0]), paper.screen.last("show_readers")[1])
    assert "Nobody is in it yet" in paper.screen.last("show_waits")[0].reasons[0]
