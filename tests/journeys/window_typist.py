"""A person at the window in a process of its own: unlocks, opens a family, types, and is stopped in mid-word."""

from __future__ import annotations

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fsdesk.app import App
from fsdesk.plans.model.people import PrintFormat
from fsdesk.ui.coach.question_card import QuestionCard
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.presenters.coach import WHOLE
from fsdesk.ui.runner import Runner
from fsdesk.ui.window import Window
from tests.journeys.window_world import TODAY, World
from tests.store.stores import PASSPHRASE

SAID = "Mornings without shou"
CURSOR = 8
KEPT = "kept"
IN_STRENGTHS, IN_JUDGEMENT, IN_THOUGHT, IN_EASY_LINE = (
    "in-strengths",
    "in-judgement",
    "in-thought",
    "in-easy-line",
)


def go_where_to_type(world: World, where: list[str]) -> None:
    """The focus is in the field in which somebody is to be stopped."""
    opened = world.inside.families.open_plan
    presenter = opened.presenter
    if where == [IN_STRENGTHS]:
        presenter.open_section("strengths")
        presenter.begin(presenter.section.kinds[0])
    elif where == [IN_JUDGEMENT]:
        opened.coach.filter(WHOLE)
        opened.next_idea(1)
        opened.note_judgement()
    elif where == [IN_THOUGHT]:
        cards = opened.page.coach.findChildren(QuestionCard)
        world.until(lambda: any(one.isVisible() for one in cards))
        next(one for one in cards if one.isVisible())._on_write()
    elif where == [IN_EASY_LINE]:
        world.inside.families.print()
        world.quiet()
        paper = world.inside.families.paper
        paper.documents.chosen.emit(PrintFormat.EASY_READ)
        world.quiet()
        row = next(one for one in paper.sight.easy.rows if not one.pair.line)
        row.line.setFocus()
    else:
        presenter.add_words("tyler")


def type_in(field: QWidget) -> None:
    """Half a sentence is typed, and the cursor goes back into it."""
    write(field, SAID)
    if isinstance(field, GrowingText):
        field.put_cursor(CURSOR)
        field.typed.emit(field.text)  # the next key, with the cursor where it stands now


def write(field: QWidget, text: str) -> None:
    """As a keyboard writes."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def main() -> None:
    """Types into a new card of Tyler's words, says when a second has passed, and waits to be stopped."""
    app = QApplication(sys.argv[:1])
    dress.put_on(app, LIGHT)
    runner = Runner()
    joined = App(runner, Window(), today=TODAY)
    joined.show_door()
    joined.window.resize(1366, 768)
    joined.window.show()
    joined.window.activateWindow()
    world = World(joined, runner, None)  # type: ignore[arg-type] # nobody else of the team is needed
    line = joined.window.findChild(QLineEdit)
    assert line is not None
    line.setText(PASSPHRASE)
    line.returnPressed.emit()
    world.until(lambda: joined.workspace is not None)
    world.quiet()
    world.open_family("Mackie")
    go_where_to_type(world, sys.argv[1:])
    type_in(QApplication.focusWidget())
    until, dots = time.monotonic() + 1, 1
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)
        if sys.argv[1:] == [IN_EASY_LINE] and time.monotonic() > until - 1 + 0.25 * dots:
            dots += 1
            write(QApplication.focusWidget(), ".")  # on and on: a pause would keep the line
    print(KEPT, flush=True)
    while True:
        time.sleep(1)


if __name__ == "__main__":
    main()
