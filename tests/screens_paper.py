"""The print page in its states, each over a real store with the sample families."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fsdesk.plans.model.people import PrintFormat
from fsdesk.ui.help.sheet import toggle
from fsdesk.ui.paper.page import PaperPage
from fsdesk.ui.presenters.paper_out import PDF
from tests.journeys.window_world import World

Screen = Callable[[World], None]


def opened(world: World, family: str = "Okafor-Reid") -> PaperPage:
    """The print page of this family's plan."""
    world.unlock()
    world.open_family(family)
    world.inside.families.print()
    world.until(lambda: world.inside.families.paper is not None)
    world.quiet()
    page = world.inside.families.paper
    assert page is not None
    page.show_printers(("Upstairs", "Front_desk"))
    return page


def shown(format: PrintFormat, family: str = "Okafor-Reid") -> Screen:
    """The pages of this document."""

    def show(world: World) -> None:
        page = opened(world, family)
        _press(world, page, format)
        world.until(page.foot.save.isEnabled)
        world.quiet()

    return show


def waits(world: World) -> None:
    """A page for somebody from whom a home is hidden waits, and may go on without one part."""
    page = opened(world, "Lennox")
    page.choices.chosen.emit("reader", "ewan")
    world.quiet()


def left_out(world: World) -> None:
    """What was left out, and why, was asked for."""
    page = opened(world)
    page.beside.ask.setFocus()
    page.beside.ask.click()
    world.quiet()


def language(world: World) -> None:
    """A page in Urdu, whose printed words nobody has read yet."""
    page = opened(world, "Al-Sabbagh")
    page.choices.chosen.emit("language", "ur")
    world.until(page.foot.save.isEnabled)
    world.quiet()


def easy_lines(world: World) -> None:
    """Easy lines beside what they reword; one of them waits to be read back."""
    page = opened(world)
    _press(world, page, PrintFormat.EASY_READ)
    world.until(lambda: len(page.sight.easy.rows) > 0)
    row = page.sight.easy.rows[0]
    row.line.setFocus()
    row.line.setText("We have tea together.")
    row.line.textEdited.emit("We have tea together.")
    row.line.editingFinished.emit()
    world.quiet()


def private(world: World) -> None:
    """Words on the page are for its reader alone: that is said before it is printed."""
    page = opened(world, "Dunbar")
    page.choices.chosen.emit("reader", "paul")
    world.quiet()
    world.until(page.foot.save.isEnabled)
    page.foot.print.asked.emit()
    world.quiet()


def taken(world: World) -> None:
    """A file of that name is there already."""
    page = opened(world)
    _save(world, page, "is there already")


def saved(world: World) -> None:
    """The page was saved."""
    page = opened(world)
    _save(world, page)


def no_printer(world: World) -> None:
    """No printer is known here."""
    opened(world).show_printers(())


def help_of_print(world: World) -> None:
    """F1 on the print page."""
    opened(world)
    _ask_for_help(world)


def help_of_plan(world: World) -> None:
    """F1 on a plan."""
    world.unlock()
    world.open_family("Okafor-Reid")
    _ask_for_help(world)


SCREENS: dict[str, Screen] = {
    "12-print-large": shown(PrintFormat.LARGE_PRINT),
    "12-print-child": shown(PrintFormat.CHILD),
    "12-print-review-sheet": shown(PrintFormat.REVIEW_SHEET),
    "12-print-easy-lines": easy_lines,
    "12-print-left-out": left_out,
    "12-print-language": language,
    "12-print-leave-out": waits,
    "12-print-private": private,
    "12-print-taken": taken,
    "12-print-saved": saved,
    "12-print-no-printer": no_printer,
    "34-help-print": help_of_print,
    "34-help-plan": help_of_plan,
}


def _ask_for_help(world: World) -> None:
    content = world.window.centralWidget()
    assert content is not None
    toggle(content)
    world.quiet()


def _press(world: World, page: PaperPage, format: PrintFormat) -> None:
    page.documents.chosen.emit(format)
    page.documents.show_documents(page.documents.documents, format)
    world.quiet()


def _save(world: World, page: PaperPage, stands_there: str = "") -> None:
    stick = Path(world.team.dan.folder.parent.parent / "BLUE STICK")
    stick.mkdir()
    world.until(page.foot.save.isEnabled)
    opened_paper = world.inside.families.family.open_paper
    place = stick / opened_paper.out.file_name(PDF)
    if stands_there:
        place.write_text(stands_there)
    opened_paper.out.save(PDF, place)
    world.quiet()
