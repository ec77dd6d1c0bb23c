"""The window opened offscreen on the store under FSDESK_HOME, unlocked, looked at, and closed again."""

from __future__ import annotations

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk.app import App
from fsdesk.ui.look import dress
from fsdesk.ui.runner import Runner
from fsdesk.ui.window import Window
from tests.store.stores import PASSPHRASE

_PATIENCE_MS = 60_000


def go(passphrase: str) -> None:
    """Unlock, wait for what lies behind the door, and close."""
    app = QApplication(sys.argv[:1])
    dress.put_on(app, dress.system_look(app))
    runner = Runner()
    joined = App(runner, Window())
    joined.show_door()
    joined.window.show()
    field = joined.window.findChild(QLineEdit)
    QTest.keyClicks(field, passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)
    _until(app, lambda: joined.workspace is not None)
    print("opened", flush=True)
    joined.window.close()
    _until(app, lambda: not joined.window.isVisible())
    runner.finish()
    print("closed", flush=True)


def _until(app: QApplication, reached) -> None:
    waited = QElapsedTimer()
    waited.start()
    while not reached():
        app.processEvents()
        if waited.elapsed() > _PATIENCE_MS:
            sys.exit("it did not come about")


if __name__ == "__main__":
    go(PASSPHRASE)
