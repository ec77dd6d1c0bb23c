"""How soon the unlock window is painted, beside a bare window: each in a fresh process, CPU seconds to first paint."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import Row

ROOT = Path(__file__).resolve().parents[2]
_ROUNDS = 7

# What both programs do once they are first painted: say what they have used up so far, and end.
_SAY = """
def say():
    import json, resource, sys
    used = resource.getrusage(resource.RUSAGE_SELF)
    sys.stdout.write(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
    sys.stdout.flush()
    import os
    os._exit(0)
"""

BARE = (
    _SAY
    + """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        say()

app = QApplication(sys.argv[:1])
window = Bare()
window.resize(1366, 768)
window.show()
app.exec()
"""
)

_OURS = (
    _SAY
    + """
from fsdesk import app
from fsdesk.ui import doorway
from fsdesk.ui.unlock import Unlock

class Watched(Unlock):
    def paintEvent(self, event):
        super().paintEvent(event)
        say()

doorway.Unlock = Watched
app.open_window()
"""
)


def measure() -> list[Row]:
    """One row: the program's own first window over one store, and a bare main window as its floor.

    ``peak_mib`` is the most memory that the program's process had held by then.
    """
    with tempfile.TemporaryDirectory() as home:
        store = Path(home) / "stores" / "north-west"
        store.mkdir(parents=True)
        (store / "keys.json").write_text("{}")
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "FSDESK_HOME": home}
        ours, floors = [], []
        for _ in range(_ROUNDS):  # in turn, so that a busy moment of the machine meets both
            floors.append(used(BARE, env))
            ours.append(used(_OURS, env))
    seconds, floor = min(one for one, _ in ours), min(one for one, _ in floors)
    return [Row("desk-window", 1, seconds, floor, seconds / floor, max(peak for _, peak in ours))]


def used(program: str, env: dict[str, str]) -> tuple[float, float]:
    """CPU seconds and MiB that a program had used when its window was first painted."""
    told = subprocess.run(
        [sys.executable, "-c", program],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    seconds, peak = json.loads(told.stdout)
    return seconds, peak
