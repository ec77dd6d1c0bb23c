from __future__ import annotations

import pytest

from fsdesk.desk import files, plans, prints
from fsdesk.ui.presenters.paper_out import PDF, WEB_PAGE, OutPresenter
from tests.desk.print_programs import PrintPrograms
from tests.ui.presenters.fakes import Desk, Screen


class Out:
    """A page of Donna's that can leave."""

    def __init__(self, desk, family: str = "Mackie", reader: str = "donna", **confirmed: str) -> None:
        self.store, self.screen, self.desk, self.beside = desk, Screen(), Desk(), Desk()
        self.wrote: list[bool] = []
        self.id = next(one.id for one in plans.listing(desk) if one.listed.family == family)
        self.presenter = OutPresenter(
            self.screen,
            desk=desk,
            submit=self.desk.submit,
            beside=self.beside.submit,
            wrote=lambda: self.wrote.append(True),
            usual=lambda: "Front_desk",
        )
        self.presenter.made(prints.prepare(desk, self.id, reader=reader))

    def run(self) -> None:
        self.desk.run()
        self.beside.run()

    @property
    def editions(self):
        return plans.current(self.store, self.id).plan.print_editions

    def last(self, name: str):
        return self.screen.last(name)[0]


@pytest.fixture
def out(families) -> Out:
    return Out(families.dan.desk)


@pytest.fixture
def programs(tmp_path, monkeypatch) -> PrintPrograms:
    made = PrintPrograms(tmp_path)
    monkeypatch.setenv("PATH", str(made.path))
    return made


def test_the_file_is_the_page_and_names_nobody(out, tmp_path):
    """Saving notes in the plan that this edition was made; nothing was noted before."""
    target, before = tmp_path / out.presenter.file_name(PDF), out.editions
    out.presenter.save(PDF, target)
    out.run()
    [edition] = out.editions

    assert () == before
    assert target.read_bytes().startswith(b"%PDF")
    assert not any(name in target.name for name in ("Donna", "Mackie", "Tyler"))
    assert ("donna", [True]) == (edition.reader, out.wrote)
    assert str(target) in out.last("show_kept").told
    assert "not locked" in out.last("show_kept").told


def test_a_web_page_is_one_file_to_read_or_listen_to(out, tmp_path):
    target = tmp_path / out.presenter.file_name(WEB_PAGE)
    out.presenter.save(WEB_PAGE, target)
    out.run()

    assert target.name.endswith(".html")
    assert "<html" in target.read_text()
    assert [target] == list(tmp_path.glob("*.html"))
    assert 1 == len(out.editions)


def test_a_file_that_stands_there_is_written_over_only_by_a_named_act(out, tmp_path):
    target = tmp_path / "plan.pdf"
    target.write_text("mine")
    out.presenter.save(PDF, target)
    out.run()
    asked, after_asking, noted = out.last("show_asked"), target.read_text(), out.editions
    out.presenter.go_on()
    out.run()

    assert ("Write over it", "mine", ()) == (asked.act, after_asking, noted)
    assert "plan.pdf" in asked.told
    assert target.read_bytes().startswith(b"%PDF")


def test_not_now_leaves_the_file_as_it_is(out, tmp_path):
    target = tmp_path / "plan.pdf"
    target.write_text("mine")
    out.presenter.save(PDF, target)
    out.run()
    out.presenter.not_now()
    out.presenter.go_on()
    out.run()

    assert "mine" == target.read_text()


def test_a_folder_that_is_gone_is_told_and_the_page_is_still_there(out, tmp_path):
    out.presenter.save(PDF, tmp_path / "stick" / "plan.pdf")
    out.run()
    out.presenter.save(PDF, tmp_path / "plan.pdf")
    out.run()

    assert "The folder for that file is not there." == out.last("show_not_kept").what
    assert (tmp_path / "plan.pdf").exists()


def test_a_full_disk_is_told_and_nothing_is_noted(out, tmp_path, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.tempfile, "mkstemp", full)
    out.presenter.save(PDF, tmp_path / "plan.pdf")
    out.run()

    assert "There is no room left for that file." == out.last("show_not_kept").what
    assert ((), []) == (out.editions, list(tmp_path.glob("*.pdf")))


def test_copies_go_to_the_printer_that_was_chosen(out, programs):
    out.presenter.print("Upstairs", 2)
    out.run()
    [asked] = programs.asked()
    [given] = programs.given()

    assert ["-d", "Upstairs", "-n", "2"] == asked[:4]
    assert given.startswith(b"%PDF")
    assert not any("Donna" in one or "Mackie" in one for one in asked)
    assert "Handed to the printer “Upstairs”, 2 copies" == out.last("show_kept").done
    assert 1 == len(out.editions)


def test_a_printer_that_takes_nothing_leaves_no_note(out, tmp_path, monkeypatch):
    programs = PrintPrograms(tmp_path, fails=True)
    monkeypatch.setenv("PATH", str(programs.path))
    out.presenter.print("Upstairs", 1)
    out.run()

    assert "The printer did not take the page." == out.last("show_not_kept").what
    assert () == out.editions
    assert ["print", ""] == [given[0] for told, given in out.screen.told if told == "show_leaving"]


def test_the_printers_of_this_laptop_are_offered_and_which_one_is_usual(out, programs):
    out.presenter.open()
    out.run()

    assert (("Upstairs", "Front_desk"), "Front_desk") == out.screen.last("show_printers")


def test_without_a_print_program_there_are_none(out, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    out.presenter.open()
    out.run()

    assert () == out.last("show_printers")


def test_a_page_with_words_for_one_reader_alone_is_asked_about_once(families, tmp_path):
    """Paul is not in the plan: what he gets is his alone."""
    out = Out(families.dan.desk, "Dunbar", "paul")
    out.presenter.save(PDF, tmp_path / "one.pdf")
    out.run()
    asked, before = out.last("show_asked"), list(tmp_path.glob("*.pdf"))
    out.presenter.go_on()
    out.run()
    out.presenter.save(PDF, tmp_path / "two.pdf")
    out.run()

    assert ("Save it for Paul", []) == (asked.act, before)
    assert {"one.pdf", "two.pdf"} == {path.name for path in tmp_path.glob("*.pdf")}
    assert 1 == out.screen.count("show_asked")


def test_without_a_page_nothing_leaves(out, tmp_path):
    out.presenter.made(None)
    out.presenter.save(PDF, tmp_path / "plan.pdf")
    out.presenter.print("Upstairs", 1)

    assert [] == out.desk.waiting
    assert (False,) == out.screen.last("show_can_leave")
