"""The sections of the plan editor, each over a real store with the sample families."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.window_world import World

Screen = Callable[[World], None]
_FAMILIES = {"safety": "Lennox", "now": "Lennox"}
_KEYS = ("family", "strengths", "now", "goals", "support", "steps", "community", "rights", "safety", "review")


def section(key: str) -> Screen:
    """This section is open, at its top."""

    def show(world: World) -> None:
        world.unlock()
        world.open_family(_FAMILIES.get(key, "Okafor-Reid"))
        opened = world.inside.families.open_plan
        assert opened is not None
        opened.open_section(key)
        world.quiet()
        settle(world)

    return show


def settle(world: World) -> None:
    """Every card is made and has its place."""
    editor = world.page.editor
    world.until(lambda: len(editor.cards) and all(card.isVisible() for card in editor.cards))
    for _ in range(4):
        world.quiet()


def goal_open(world: World) -> None:
    """Every field of a goal is shown."""
    section("goals")(world)
    world.page.editor.cards[0].show_everything()
    settle(world)


def people_asked(world: World) -> None:
    """What is it for? Asked before a step begins."""
    section("steps")(world)
    world.press("A step")
    settle(world)


SCREENS: dict[str, Screen] = {
    **{f"06-section-{key}": section(key) for key in _KEYS},
    "06-section-goals-open": goal_open,
    "06-section-steps-asked": people_asked,
}
