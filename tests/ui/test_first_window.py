from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.house.tree import ROOT

HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "reportlab", "cryptography", "pyrage", "zstandard", "click")
NOT_YET = (
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "fsdesk.store",
    "fsdesk.printing",
    "fsdesk.plans.model",
)

# Shows the unlock window as the program does, and prints what was loaded when it was first painted.
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fsdesk.ui.look import dress
from fsdesk.ui.presenters.unlock import StoreChoice
from fsdesk.ui.runner import Runner
from fsdesk.ui.unlock import Unlock
from fsdesk.ui.window import Window

app = QApplication(sys.argv)
dress.put_on(app, dress.system_look(app))
runner = Runner()

class Watched(Unlock):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(json.dumps(sorted(sys.modules)))
        app.quit()

window = Window()
window.show_door(Watched([StoreChoice(Path("plans"), "North West team")]))
window.show()
app.exec()
runner.finish()
"""


def loaded_at_first_paint() -> set[str]:
    """The modules that are there when the unlock window is first painted."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return set(json.loads(told.stdout.splitlines()[0]))


def test_nothing_heavy_is_loaded_before_the_first_paint():
    """The unlock window waits for no library that only what lies behind it needs."""
    loaded = loaded_at_first_paint()
    families = {module.split(".")[0] for module in loaded}

    assert "PySide6.QtWidgets" in loaded
    assert set() == families & set(HEAVY)
    assert set() == loaded & set(NOT_YET)
