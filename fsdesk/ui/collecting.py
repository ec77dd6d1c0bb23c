"""Python looks for what nobody holds any more on the screen's thread alone, where widgets may be deleted."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

from fsdesk.jobs import is_moving_many

_EVERY = 400  # milliseconds
_OLDEST_EVERY = 60.0  # seconds: what has lived long is looked through seldom, since that takes longest


class Collecting(QObject):
    """From its making until ``end``. Left to itself Python looks on whatever thread makes the most objects.

    A page that holds itself through its signals is freed only by that look, and a widget that is deleted on another
    thread than the screen's ends the program.
    """

    _under_way = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._oldest_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        Collecting._under_way += 1
        gc.disable()

    def look(self) -> None:
        """Looks where as much has been made since the last time as Python itself would wait for."""
        if is_moving_many():
            return
        made, limits = gc.get_count(), gc.get_threshold()
        is_time = time.monotonic() - self._oldest_at >= _OLDEST_EVERY
        if made[2] > limits[2] and is_time:
            self._oldest_at = time.monotonic()
            gc.collect()
        elif made[1] > limits[1]:
            gc.collect(1)
        elif made[0] > limits[0]:
            gc.collect(0)

    def end(self) -> None:
        """Python looks by itself again, once the last of these has ended."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        Collecting._under_way -= 1
        if not Collecting._under_way:
            gc.enable()
