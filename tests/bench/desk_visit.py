"""The program over a store, unlocked as a person does it, and a visit to everything behind the door."""

from __future__ import annotations

import json
import os
import resource
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk.app import App
from fsdesk.plans import samples
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.presenters import sections
from fsdesk.ui.runner import Runner
from fsdesk.ui.window import Window
from tests.bench import desk_floor, desk_store, measuring, stores
from tests.journeys.window_world import TODAY, World

PROGRAM = """
from fsdesk.ui import sources
sources.keep_few()  # as `app.open_window` does
from tests.bench import desk_visit
desk_visit.visit()
"""


def opened() -> World:
    """Return the program over the store of this home, unlocked."""
    runner = Runner()
    joined = App(runner, Window(), today=TODAY)
    joined.show_door()
    joined.window.resize(desk_floor.SIZE)
    joined.window.show()
    joined.window.activateWindow()
    world = World(joined, runner, None)  # type: ignore[arg-type] # nobody else of the team is needed
    line = joined.window.findChild(QLineEdit)
    assert line is not None
    line.setText(stores.PASSPHRASE)
    line.returnPressed.emit()
    world.until(lambda: joined.workspace is not None)
    world.quiet()
    return world


def visit() -> None:
    """Every place, every section of a plan, its print and its history, and the cover; then says what it took."""
    app = QApplication(sys.argv[:1])
    dress.put_on(app, LIGHT)
    world = opened()
    for key in world.inside.places.keys:
        world.inside.places.go(key)
        world.quiet()
    world.open_family(samples.load(desk_store.SAMPLE).family_name)
    families = world.inside.families
    for one in sections.SECTIONS:
        families.open_plan.open_section(one.key)
        world.quiet()
    families.print()
    world.quiet()
    families.family.show_history()
    world.quiet()
    world.app.away.cover()
    world.quiet()
    used = resource.getrusage(resource.RUSAGE_SELF)
    sys.stdout.write(json.dumps([used.ru_utime + used.ru_stime, measuring.peak_mib()]))
    world.app.away.lift()
    world.close()
