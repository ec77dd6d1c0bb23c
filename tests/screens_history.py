"""The screens of a plan's history, each over a real store with the sample families."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from fsdesk.ui.history.row import HistoryRow
from fsdesk.ui.presenters.spots import Spot
from tests.journeys.window_world import World

_WORDS = ("I want us out the door without a row.", "I want us all out the door without a fight.")


def history(world: World) -> None:
    """Every edit, the latest first."""
    _written(world)
    world.tab("history")


def history_open(world: World) -> None:
    """What stood there before one edit, and what it made of it."""
    history(world)
    _row(world, "Corrected").toggle.click()
    world.quiet()


def history_undone(world: World) -> None:
    """An edit was undone a moment ago."""
    history(world)
    _row(world, "Changed the plan").undo.click()
    world.quiet()


def earlier_wording(world: World) -> None:
    """How Donna's words were put before."""
    _written(world)
    card = next(one for one in world.page.editor.cards if one.entry.place.record == "voice-donna")
    next(iter(card.fields.values())).setFocus()
    world.quiet()
    world.press(f"Earlier wording of {card.entry.heading}")


def plan_undone(world: World) -> None:
    """Ctrl+Z took the last change back, and offers it again."""
    _written(world)
    opened = world.inside.families.open_plan
    assert opened is not None
    opened.undoing.undo()
    world.quiet()


SCREENS: dict[str, Callable[[World], None]] = {
    "33-history": history,
    "33-history-open": history_open,
    "33-history-undone": history_undone,
    "33-earlier-wording": earlier_wording,
    "06-plan-undone": plan_undone,
}


def _written(world: World) -> None:
    """Dan's last hour on the Mackies' plan."""
    world.unlock()
    world.open_family("Mackie")
    opened = world.inside.families.open_plan
    assert opened is not None
    presenter = opened.presenter
    opened._desk.now = lambda: int(datetime(2026, 11, 20, 10, 31).timestamp() * 1000)
    for text in _WORDS:
        spot = Spot("voices", "voice-donna", "words")
        presenter.typed(spot, text, len(text))
        presenter.left(spot)
        world.quiet()
    _retitle(world, opened._desk, opened.plan_id)
    presenter.add_note()
    place = world.page.editor.cards[-1].entry.place
    presenter.typed(Spot("scratch", place.record, "text"), "Ask Beth about the key.", 23)
    presenter.settle()
    world.quiet()


def _retitle(world: World, desk: Any, plan: str) -> None:
    from fsdesk.desk import plans

    def write(_: object) -> None:
        seen = plans.current(desk, plan)
        plans.save(desk, seen, msgspec.structs.replace(seen.plan, title="Mornings, our way"))

    world.runner.submit(write, owner=world.window, failed=lambda _: None)
    world.quiet()


def _row(world: World, begins: str) -> HistoryRow:
    page = world.inside.families.history
    assert page is not None
    return next(
        one for one in page.rows if isinstance(one, HistoryRow) and one.row.sentence.startswith(begins)
    )
