from __future__ import annotations

import pytest
from msgspec.structs import replace

from fsdesk.desk import cards, plans, sealing
from fsdesk.jobs import Stopped
from fsdesk.plans.model.people import PrintFormat
from fsdesk.ui.presenters.paper import PaperPresenter
from fsdesk.ui.presenters.paper_choices import LANGUAGE, READER, SIZE, Usual
from tests.ui.presenters.fakes import Desk, Screen

CHILD, LARGE, EASY = PrintFormat.CHILD, PrintFormat.LARGE_PRINT, PrintFormat.EASY_READ


class Paper:
    """A print page over a real desk, whose work is done when the test says so."""

    def __init__(self, desk, family: str, usual: Usual | None = None) -> None:
        self.store, self.screen, self.desk, self.beside = desk, Screen(), Desk(), Desk()
        self.made: list = []
        self.plan = plans.current(
            desk, next(one.id for one in plans.listing(desk) if one.listed.family == family)
        ).plan
        self.presenter = PaperPresenter(
            self.screen,
            desk=desk,
            submit=self.desk.submit,
            beside=self.beside.submit,
            made=self.made.append,
            usual=lambda: usual or Usual(),
        )
        self.presenter.open(self.plan)
        self.run()

    def run(self) -> Paper:
        while self.desk.waiting or self.beside.waiting:
            self.desk.run()
            self.beside.run()
        return self

    def document(self, format: PrintFormat) -> Paper:
        self.presenter.choose_document(format)
        return self.run()

    def choose(self, key: str, value: str) -> Paper:
        self.presenter.choose(key, value)
        return self.run()

    @property
    def prepared(self):
        return self.made[-1]

    def chosen(self, key: str) -> str:
        [choices] = self.screen.last("show_choices")
        return next((one.chosen for one in choices if one.key == key), "")


def unread(paper: Paper) -> None:
    """No easy line of this plan was read back yet."""
    seen = plans.current(paper.store, paper.plan.id)
    lines = tuple(replace(one, read_back_on=None) for one in seen.plan.easy_lines)
    paper.plan = plans.save(paper.store, seen, replace(seen.plan, easy_lines=lines)).plan
    paper.presenter.make_again(paper.plan)
    paper.run()


@pytest.fixture
def paper(families) -> Paper:
    return Paper(families.dan.desk, "Mackie")


def test_the_first_carer_is_chosen_and_sees_the_very_pages(paper):
    [pages] = paper.screen.last("show_pages")

    assert ("plan", "donna") == (paper.screen.last("show_documents")[1], paper.chosen(READER))
    assert all(page.width == 184 and len(page.rgb) == page.width * page.height * 3 for page in pages.pages)
    assert ("Donna", "donna") == (pages.reader, paper.prepared.edition.reader.id)


def test_the_first_page_comes_large_and_another_one_when_it_is_turned_to(paper):
    first = paper.screen.last("show_side")
    paper.presenter.turn_to(1)
    paper.run()

    assert [(0, 800), (1, 800)] == [
        (at, picture.width) for at, picture in (first, paper.screen.last("show_side"))
    ]


def test_all_six_documents_are_offered(paper):
    assert list(PrintFormat) == [one.format for one in paper.screen.last("show_documents")[0]]


def test_a_childs_page_is_for_a_child_and_the_next_document_for_the_carer_again(paper):
    child = paper.document(CHILD).chosen(READER)
    after = paper.document(LARGE).chosen(READER)

    assert ("tyler", "donna") == (child, after)
    assert [(CHILD, "tyler"), (LARGE, "donna")] == [
        (one.edition.format, one.edition.reader.id) for one in paper.made if one is not None
    ][1:]


def test_large_print_is_made_in_the_size_that_is_chosen(paper):
    paper.document(LARGE).choose(SIZE, "28")

    assert (28, "28") == (paper.prepared.sheet.size, paper.chosen(SIZE))


def test_another_reader_needs_another_size_so_what_was_chosen_for_the_last_one_goes(paper):
    paper.document(LARGE).choose(SIZE, "28").choose(READER, "tyler")

    assert "18" == paper.chosen(SIZE)


def test_a_language_stays_with_its_reader_from_document_to_document(paper):
    paper.choose(LANGUAGE, "pl").document(LARGE)

    assert ("pl", "pl") == (paper.chosen(LANGUAGE), paper.prepared.language)


def test_the_pages_of_another_reader_are_dropped_when_they_come_late(paper):
    paper.presenter.choose(READER, "tyler")
    paper.presenter.choose(READER, "may")
    paper.run()

    assert 2 == paper.screen.count("show_pages")
    assert "may" == paper.prepared.edition.reader.id


def test_what_nobody_waits_for_any_more_is_not_even_made(families):
    """Arrowing through a list asks for many pages; only the last is worth the desk's time."""
    from fsdesk.jobs import Progress

    started: list[Progress] = []

    def submit(work, *, done, failed):
        started.append(Progress())
        return started[-1]

    presenter = PaperPresenter(Screen(), desk=families.dan.desk, submit=submit, beside=Desk().submit)
    desk = families.dan.desk
    plan = plans.current(desk, plans.listing(desk)[0].id).plan
    presenter.open(plan)
    presenter.choose(LANGUAGE, "pl")
    presenter.choose(LANGUAGE, "ro")

    assert [True, True, False] == [one.is_cancelled for one in started]
    with pytest.raises(Stopped):
        presenter._prepared(started[0], plan.id, presenter._wish, {})


def test_nothing_can_be_printed_while_a_page_is_being_made(paper):
    paper.presenter.choose(READER, "tyler")

    assert paper.made[-1] is None


def test_a_page_that_a_gate_holds_says_so_kindly_and_is_not_there(families):
    """The words give nothing away to whoever reads along, and no rule's number is in them."""
    paper = Paper(families.dan.desk, "Lennox")
    [waits] = paper.screen.last("show_waits")

    assert waits.reasons
    assert not any("PG-" in reason or "Ewan" in reason for reason in (*waits.reasons, waits.then))
    assert paper.made[-1] is None


def test_a_part_can_stay_off_the_page_and_the_edition_says_who_decided(families):
    paper = Paper(families.dan.desk, "Lennox").choose(READER, "ewan")
    [waits] = paper.screen.last("show_waits")
    paper.presenter.leave_out()
    paper.run()
    [pages] = paper.screen.last("show_pages")

    assert waits.can_leave_out
    assert "Dan decided so." in [one.why for one in pages.left_out]
    assert {"Dan"} == {one.by for one in paper.prepared.edition.confirmed}


def test_what_was_decided_for_one_reader_counts_for_no_other(families):
    paper = Paper(families.dan.desk, "Lennox").choose(READER, "ewan")
    paper.presenter.leave_out()
    paper.run().choose(READER, "isla")

    assert paper.made[-1] is None


def test_what_was_decided_stays_when_only_the_language_changes(families):
    paper = Paper(families.dan.desk, "Lennox").choose(READER, "ewan")
    paper.presenter.leave_out()
    paper.run().choose(LANGUAGE, "pl")

    assert "pl" == paper.prepared.language


def test_a_worker_cannot_open_what_waits_for_the_lead(families):
    """PG-4 waits for a lead at their own desk."""
    paper = Paper(families.dan.desk, "Moira and Rory").choose(READER, "rory")
    [waits] = paper.screen.last("show_waits")
    paper.presenter.looked_at()
    paper.run()

    assert (False, False) == (waits.can_look, waits.can_leave_out)
    assert paper.made[-1] is None


def test_a_lead_says_that_they_looked_and_the_edition_keeps_it(families, tmp_path):
    out = tmp_path / "all.fsdesk"
    readers = [one for one in cards.accepted(families.dan.desk) if one.is_lead]
    sealing.seal(families.dan.desk, readers, out)
    families.morag.takes(out)
    paper = Paper(families.morag.desk, "Moira and Rory").choose(READER, "rory")
    [waits] = paper.screen.last("show_waits")
    paper.presenter.looked_at()
    paper.run()

    assert waits.can_look
    assert "Morag looked at it" in waits.then
    assert [("PG-4", "Morag")] == [(one.gate, one.by) for one in paper.prepared.edition.confirmed]


def test_a_plan_with_nobody_in_it_says_what_is_wanted(team):
    plans.begin(team.dan.desk, family_name="Kerr")
    paper = Paper(team.dan.desk, "Kerr")

    assert () == paper.screen.last("show_choices")[0]
    assert "Nobody is in it yet" in paper.screen.last("show_waits")[0].reasons[0]


def test_easy_lines_that_wait_are_shown_beside_what_they_reword(families):
    paper = Paper(families.dan.desk, "Okafor-Reid")
    unread(paper)
    paper.document(EASY)
    [waits] = paper.screen.last("show_waits")
    [pairs] = paper.screen.last("show_easy")
    waiting = [one for one in pairs if one.line and not one.is_read_back]

    assert "has not been read back" in waits.reasons[0]
    assert not waits.is_gate
    assert {"To read together"} == {one.state for one in waiting}
    assert all(one.original for one in pairs)


def test_easy_lines_are_shown_only_as_far_as_every_gate_lets_them(families):
    paper = Paper(families.dan.desk, "Lennox").document(EASY)

    assert ((),) == paper.screen.last("show_easy")


def test_other_documents_have_no_easy_lines_beside_them(families):
    paper = Paper(families.dan.desk, "Okafor-Reid").document(EASY).document(LARGE)

    assert ((),) == paper.screen.last("show_easy")


def test_what_is_usual_is_chosen_at_first_and_what_was_chosen_stays(families):
    paper = Paper(families.dan.desk, "Mackie", Usual(LARGE, "pl", 22))
    first = (paper.prepared.edition.format, paper.chosen(LANGUAGE), paper.chosen(SIZE))
    paper.choose(LANGUAGE, "ro").document(EASY)
    paper.presenter.open(paper.plan)
    paper.run()

    assert (LARGE, "pl", "22") == first
    assert (EASY, "ro") == (paper.screen.last("show_documents")[1], paper.chosen(LANGUAGE))


def test_where_nobody_can_have_the_usual_document_it_is_the_plan(families):
    paper = Paper(families.dan.desk, "Mackie")
    donna = tuple(one for one in paper.plan.people if one.id == "donna")
    presenter = PaperPresenter(
        paper.screen,
        desk=paper.store,
        submit=paper.desk.submit,
        beside=paper.beside.submit,
        usual=lambda: Usual(CHILD),
    )
    presenter.open(paper.plan)
    with_children = paper.screen.last("show_documents")[1]
    presenter.open(replace(paper.plan, people=donna))

    assert (CHILD, PrintFormat.PLAN) == (with_children, paper.screen.last("show_documents")[1])


def test_a_document_that_is_asked_for_by_name_is_the_one_that_is_chosen(paper):
    paper.presenter.open(paper.plan, PrintFormat.REVIEW_SHEET)
    paper.run()

    assert PrintFormat.REVIEW_SHEET == paper.screen.last("show_documents")[1]
    assert PrintFormat.REVIEW_SHEET is paper.prepared.edition.format
