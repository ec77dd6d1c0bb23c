"""The Qt palette of a look, for what a style sheet does not reach."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from fsdesk.ui.look.tokens import Look

_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "loch",
    QPalette.ColorRole.HighlightedText: "on_loch",
    QPalette.ColorRole.Link: "loch",
    QPalette.ColorRole.LinkVisited: "loch",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "control",
}


def palette(look: Look) -> QPalette:
    """A palette that gives every role the look uses its colour, with muted text where something is not to be used."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(getattr(look, token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.muted))
    return made
