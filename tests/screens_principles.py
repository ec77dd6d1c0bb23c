"""The screens of the principles: in one plan, as a picture and as a list, and the library of all of them."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.window_world import World


def principles(world: World) -> None:
    """Where a plan with a good deal in it shows the principles."""
    _principles_of(world, "Mackie")


def principles_chosen(world: World) -> None:
    """A principle that belongs to two others, and has an idea waiting."""
    _principles_of(world, "Rory")
    world.inside.families.family.principles.picture.chosen.emit("GP-STRENGTHS")
    world.quiet()


def principles_list(world: World) -> None:
    """The same in a table."""
    _principles_of(world, "Mackie")
    world.press("Show as list")


def principles_nothing_yet(world: World) -> None:
    """A plan that was only just begun."""
    _principles_of(world, "Dunbar")


def library(world: World) -> None:
    """All of them, in our words, with what looks at each and why."""
    world.unlock()
    world.inside.places.go("principles")
    world.quiet()
    world.inside.places.page.shelves.chosen.emit("GP-VOICE")
    world.quiet()


def library_search(world: World) -> None:
    """Two words were typed."""
    library(world)
    world.inside.places.page.search.setText("child heard")
    world.quiet()


def library_table(world: World) -> None:
    """A row of the table that sets the lists side by side."""
    library(world)
    world.inside.places.page.shelves.chosen.emit("AL-09")
    world.quiet()


def principles_told(world: World) -> None:
    """What is said of one has the focus, and in one pane stands in place of the list."""
    principles_chosen(world)
    world.inside.families.family.principles.view.entered.emit()
    world.quiet()


SCREENS: dict[str, Callable[[World], None]] = {
    "11-principles": principles,
    "11-principles-chosen": principles_chosen,
    "11-principles-told": principles_told,
    "11-principles-list": principles_list,
    "11-principles-nothing-yet": principles_nothing_yet,
    "34-library": library,
    "34-library-search": library_search,
    "34-library-table": library_table,
}

OTHERWISE = ("11-principles-chosen", "11-principles-told", "34-library")
"""Also pictured in the other looks, in the smallest window and with larger text."""


def _principles_of(world: World, family: str) -> None:
    world.unlock()
    world.open_family(family)
    world.tab("principles")
