from __future__ import annotations

import pytest

from fsdesk import settings
from fsdesk.desk import printers
from fsdesk.plans.model.people import PrintFormat
from fsdesk.settings import Choices
from fsdesk.ui.presenters.settings.printing import (
    FORMATS,
    NO_PRINTER,
    NOT_THERE,
    READERS_NEED,
    READERS_OWN,
    THE_LAPTOPS,
    PrintingPresenter,
    offer,
)
from tests.ui.presenters.fakes import Desk, Screen


class Page:
    """The page of printing, and the thread on which printers are asked for."""

    def __init__(self) -> None:
        self.screen, self.thread = Screen(), Desk()
        self.presenter = PrintingPresenter(self.screen, beside=self.thread.submit, heard=lambda _: None)

    def shown(self):
        """What can be chosen, what is, and what is told."""
        self.thread.run()
        return self.screen.last("show_offer")


@pytest.fixture
def page() -> Page:
    return Page()


def test_printers_are_asked_for_without_holding_up_the_page(page, monkeypatch):
    """What is chosen is shown before the print system has answered."""
    monkeypatch.setattr(printers, "names", lambda: ("office", "hall"))
    page.presenter.begin()
    before = page.screen.last("show_offer")
    after = page.shown()

    assert ((("", THE_LAPTOPS),), "") == (before[0].printers, before[2])
    assert ["", "office", "hall"] == [value for value, _ in after[0].printers]
    assert "" == after[2]


def test_a_usual_printer_that_is_not_there_stays_chosen(page, monkeypatch):
    """It may be back tomorrow; the page says so."""
    settings.choose(printer="at home")
    monkeypatch.setattr(printers, "names", lambda: ("office",))
    page.presenter.begin()
    found, chosen, told = page.shown()

    assert ("at home", "at home") in found.printers
    assert ("at home", NOT_THERE) == (chosen.printer, told)


def test_without_any_printer_the_page_says_what_can_be_done(page, monkeypatch):
    """A print system that gives no answer counts as none."""

    def silent() -> tuple[str, ...]:
        raise printers.NotTaken

    monkeypatch.setattr(printers, "names", silent)
    page.presenter.begin()

    assert NO_PRINTER == page.shown()[2]


@pytest.mark.parametrize(
    ("name", "value"),
    [("printer", "office"), ("print_format", "easy-read"), ("print_language", "ur"), ("print_size", 22)],
)
def test_each_choice_is_kept_at_once(page, name, value):
    """And shown."""
    page.presenter.choose(name, value)

    assert value == getattr(settings.choices(), name)
    assert value == getattr(page.screen.last("show_offer")[1], name)


def test_everything_that_is_offered_can_be_kept_and_printed():
    """Formats are those of the desk; each language is named in English and in itself."""
    found = offer((), Choices())

    assert {one.value for one in PrintFormat} == {value for value, _ in FORMATS}
    assert ("", READERS_OWN) == found.languages[0]
    assert {"en": "English", "pl": "Polish, polski"}.items() <= dict(found.languages).items()
    assert [(0, READERS_NEED), (18, "18 points")] == list(found.sizes[:2])
    for size, _ in found.sizes:
        assert size == settings.choose(print_size=size).print_size
