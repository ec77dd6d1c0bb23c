"""A person at the window in a process of its own: unlocks, opens a family, types, and is stopped in mid-word."""

from __future__ import annotations

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk.app import App
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.runner import Runner
from fsdesk.ui.window import Window
from tests.journeys.window_world import TODAY, World
from tests.store.stores import PASSPHRASE

SAID = "Mornings without shou"
CURSOR = 8
KEPT = "kept"
IN_STRENGTHS = "in-strengths"


def main() -> None:
    """Types into a new card of Tyler's words, says when a second has passed, and waits to be stopped."""
    app = QApplication(sys.argv[:1])
    dress.put_on(app, LIGHT)
    runner = Runner()
    joined = App(runner, Window(), today=TODAY)
    joined.show_door()
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
    presenter = world.inside.families.open_plan.presenter
    if sys.argv[1:] == [IN_STRENGTHS]:
        presenter.open_section("strengths")
        presenter.begin(presenter.section.kinds[0])
    else:
        presenter.add_words("tyler")
    field = QApplication.focusWidget()
    event = QInputMethodEvent()
    event.setCommitString(SAID)
    QApplication.sendEvent(field, event)
    field.put_cursor(CURSOR)
    field.typed.emit(field.text)  # the next key, with the cursor where it stands now
    until = time.monotonic() + 1
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)
    print(KEPT, flush=True)
    while True:
        time.sleep(1)


if __name__ == "__main__":
    main()
