"""The sheet that F1 lays over a page: what the screen is for, its keys, and where the handbook tells more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from fsdesk import resources
from fsdesk.ui.look.announce import announce
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.elided import Elided
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.parts.width import Width, width_of
from fsdesk.ui.presenters import help as told
from fsdesk.ui.presenters.help import Key

_WIDE, _EDGE = 940, 20  # px at 100 %
_MOST_KEYS = 4
_STEPS = {Qt.Key.Key_Down: 0.2, Qt.Key.Key_Up: -0.2, Qt.Key.Key_PageDown: 0.9, Qt.Key.Key_PageUp: -0.9}


class HelpSheet(QFrame):
    """The one layer over the page. Esc, F1 and Close take it away and give the focus back; so does going elsewhere."""

    def __init__(self, screen: str, over: QWidget) -> None:
        super().__init__(over)
        self.about, self._over = screen, over
        self._before = QApplication.focusWidget()
        self.setProperty("surface", "sheet")
        self.setAccessibleName(f"Keys and help: {told.SCREENS[screen].title}")
        self.close_button = button("Close", "x", "quiet", dense=True)
        self.close_button.setAccessibleDescription(told.said_of(screen))
        self.close_button.clicked.connect(self.leave)
        self._scrolled = Scrolled(self._panel())
        self._lay_out()
        over.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus()
        announce(self, f"{self.accessibleName()}. {told.SCREENS[screen].lead}")

    def leave(self) -> None:
        """The sheet is gone, and the focus is where it was."""
        before = self._before
        self._go()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _go(self) -> None:
        self._before = None
        self.hide()
        self.deleteLater()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and not (now is self or self.isAncestorOf(now)):
            self._go()

    def _place(self) -> None:
        px = worn().px
        over = self._over
        wide = min(px(_WIDE), over.width() - 2 * px(_EDGE))
        inside = self._scrolled.widget()
        needed = inside.heightForWidth(wide - px(40)) if inside is not None else 0
        asked = max(needed, inside.sizeHint().height() if inside is not None else 0) + px(74)
        high = min(asked, over.height() - 2 * px(_EDGE))
        self.setGeometry(QRect((over.width() - wide) // 2, (over.height() - high) // 2, wide, high))

    def _lay_out(self) -> None:
        px = worn().px
        top = QHBoxLayout()
        top.addWidget(words.prose(self.accessibleName(), "heading"), 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(words.key("Esc"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(12), px(12))
        column.setSpacing(px(6))
        column.addLayout(top)
        column.addWidget(self._scrolled, 1)

    def _panel(self) -> QWidget:
        px, screen = worn().px, told.SCREENS[self.about]
        panel = QFrame()
        panel.setProperty("surface", "panel")
        tables = [_table(heading, keys) for heading, keys in told.tables_of(self.about)]
        is_narrow = width_of(self.window()) is Width.ONE
        beside = QVBoxLayout() if is_narrow else QHBoxLayout()
        beside.setSpacing(px(28))
        for table in tables:
            beside.addWidget(table, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(12))
        column.addWidget(words.prose(screen.lead, "body"))
        column.addLayout(beside)
        column.addWidget(_handbook(screen.file, screen.heading))
        column.addStretch(1)
        return panel

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            bar = self._scrolled.verticalScrollBar()
            bar.setValue(bar.value() + round(_STEPS[key] * bar.pageStep()))
        else:
            super().keyPressEvent(event)


def toggle(over: QWidget) -> None:
    """The help of the screen that is in sight is shown over it, or taken away again."""
    open_now = next((one for one in over.findChildren(HelpSheet) if one.isVisible()), None)
    if open_now is not None:
        open_now.leave()
        return
    screen = screen_in(over)
    if screen:
        HelpSheet(screen, over)


def screen_in(content: QWidget) -> str:
    """The screen that is in sight: that of the innermost page; nothing where there is no help."""
    found = [
        (_depth(one), told.PAGES[type(one).__name__])
        for one in (content, *content.findChildren(QWidget))
        if type(one).__name__ in told.PAGES and one.isVisible()
    ]
    return max(found)[1] if found else ""


def _depth(widget: QWidget) -> int:
    depth, above = 0, widget.parentWidget()
    while above is not None:
        depth, above = depth + 1, above.parentWidget()
    return depth


def _table(heading: str, keys: tuple[Key, ...]) -> QWidget:
    px = worn().px
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(14))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(1, 1)
    grid.addWidget(words.line(heading, "strong"), 0, 0, 1, 2)
    for row, key in enumerate(keys, start=1):
        grid.addWidget(_keys(key), row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(words.prose(key.does, "body"), row, 1)
    return made


def _keys(key: Key) -> QWidget:
    """The keys beside each other; of a long row only the first and the last."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(worn().px(4))
    is_long = len(key.keys) > _MOST_KEYS
    shown = (key.keys[0], "to", key.keys[-1]) if is_long else key.keys
    for one in shown:
        row.addWidget(words.line(one, "note", "muted") if one == "to" else words.key(one))
    return made


def _handbook(file: str, heading: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(worn().px(2))
    said = words.prose("", "note")
    said.say(told.IN_THE_HANDBOOK, f"{heading}, in {file}")
    place = Elided("code", "muted")
    place.setText(str(resources.path("handbook", file)))
    column.addWidget(said)
    column.addWidget(place)
    return made
