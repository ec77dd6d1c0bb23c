from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT

HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "reportlab", "cryptography", "pyrage", "zstandard", "click")
NOT_YET = (
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "fsdesk.desk.desk",
    "fsdesk.store",
    "fsdesk.ui.workspace",
    "fsdesk.printing",
    "fsdesk.plans.model",
)

# Opens the window as the program does, and prints what was loaded when it was first painted.
PROGRAM = """
import json, sys
from fsdesk import app
from fsdesk.ui import doorway
from fsdesk.ui.unlock import Unlock

class Watched(Unlock):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(json.dumps(sorted(sys.modules)))
        app.QApplication.quit()

doorway.Unlock = Watched
app.open_window()
"""


def loaded_at_first_paint(home: Path) -> set[str]:
    """The modules that are there when the unlock window is first painted, over one store."""
    (home / "stores" / "north-west").mkdir(parents=True)
    (home / "stores" / "north-west" / "keys.json").write_text("{}")
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


def test_nothing_heavy_is_loaded_before_the_first_paint(fsdesk_home):
    """The unlock window waits for no library that only what lies behind it needs."""
    loaded = loaded_at_first_paint(fsdesk_home)
    families = {module.split(".")[0] for module in loaded}

    assert "PySide6.QtWidgets" in loaded
    assert set() == families & set(HEAVY)
    assert set() == loaded & set(NOT_YET)
