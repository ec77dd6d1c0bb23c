"""Says something to a screen reader without moving the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, at_once: bool = False) -> None:
    """A screen reader, if one is listening, says the words: when it has a pause, or at once."""
    # Loaded here, because it takes 3 ms and the first window has nothing to announce.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if at_once else manner.Polite)
    QAccessible.updateAccessibility(event)
