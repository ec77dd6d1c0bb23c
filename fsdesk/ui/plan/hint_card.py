"""The small card under words that could be said more kindly: the sentence reworded, why, and two full answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button, icon_button
from fsdesk.ui.parts.reworded_line import RewordedLine
from fsdesk.ui.plan.note_text import NoteText, below
from fsdesk.ui.presenters.hints import Hint
from fsdesk.ui.presenters.offers import Offer, as_it_would_read, offers_for

_WIDE = 432  # px at 100 %


class HintCard(QFrame):
    """Opens under the words, takes the focus only when it was asked for, and gives it back."""

    used = Signal(object, object)  # field, Offer
    kept = Signal(object, object)  # field, Hint
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "hint")
        self._field: NoteText | None = None
        self._hint: Hint | None = None
        self._offer = 0
        self._offers: tuple[Offer, ...] = ()
        self._heading = words.prose("", "note", "muted")
        self._sentence = RewordedLine()
        self._count = words.line("", "note")
        self._next = icon_button("Other words", "chevron-right", "text")
        self._why_text = words.prose("", "note")
        self._use = button("&Use this", kind="coach")
        self._keep = button("&Keep mine")
        self._why = button("Wh&y?", kind="quiet")
        self._why.setCheckable(True)
        self._connect()
        self._lay_out()
        self.hide()

    @property
    def hint(self) -> Hint | None:
        """The hint it is about, while it is open."""
        return self._hint if self.isVisible() else None

    def open(self, field: NoteText, hint: Hint, *, take_focus: bool) -> None:
        """The card stands under these words; above them where there is no room."""
        self._field, self._hint, self._offer = field, hint, 0
        self._offers = offers_for(field.text, hint.met) or (Offer(hint.why, False),)
        self._why.setChecked(False)
        self.setAccessibleName(f"Wording idea for “{hint.words}”")
        self._show_offer()
        self.ensurePolished()
        self.show()
        self._place(field, hint)
        self.raise_()
        if take_focus:
            (self._use if self._use.isVisibleTo(self) else self._keep).setFocus()

    def close_card(self) -> None:
        """The card is gone, and the focus is where it came from."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_focus and self._field is not None:
            self._field.setFocus()

    def _show_offer(self) -> None:
        hint, field = self._hint, self._field
        if hint is None or field is None:
            return
        offer = self._offers[self._offer]
        can_stand_there = f"Instead of “{hint.words}” you could say:"
        self._heading.setText(can_stand_there if offer.fits else f"An idea for “{hint.words}”:")
        self._sentence.show_runs(as_it_would_read(field.text, offer))
        many = len(self._offers) > 1
        self._count.setText(f"{self._offer + 1} of {len(self._offers)}" if many else "")
        self._next.setVisible(many)
        self._use.setVisible(offer.fits)
        self._why_text.setText(hint.why)
        self._why_text.setVisible(self._why.isChecked())
        self._fit()

    def _fit(self) -> None:
        """As high as what it says at its width."""
        column = self.layout()
        if column is not None:
            column.invalidate()
            self.setFixedHeight(self.heightForWidth(self.width()))  # with the room that its line takes

    def _place(self, field: NoteText, hint: Hint) -> None:
        within = self.parentWidget()
        if within is None:
            return
        self.setFixedWidth(min(worn().px(_WIDE), within.width() - worn().px(24)))
        self._fit()
        at = below(field, hint, within) + QPoint(-worn().px(40), worn().px(8))
        if at.y() + self.height() > within.height():
            above = field.mapTo(within, field.place_of(hint).topLeft()).y() - self.height() - worn().px(6)
            at.setY(max(0, above))
        at.setX(max(worn().px(12), min(at.x(), within.width() - self.width() - worn().px(12))))
        self.move(at)

    def _on_next(self) -> None:
        if self._hint is not None:
            self._offer = (self._offer + 1) % len(self._offers)
            self._show_offer()

    def _on_use(self) -> None:
        if self._hint is not None:
            self.close_card()
            self.used.emit(self._field, self._offers[self._offer])

    def _on_keep(self) -> None:
        if self._hint is not None:
            hint = self._hint
            self.close_card()
            self.kept.emit(self._field, hint)

    def _connect(self) -> None:
        self._use.clicked.connect(self._on_use)
        self._keep.clicked.connect(self._on_keep)
        self._next.clicked.connect(self._on_next)
        self._why.toggled.connect(lambda _: self._show_offer())

    def _lay_out(self) -> None:
        px = worn().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._heading)
        offer = QFrame()
        offer.setProperty("surface", "offer")
        row = QHBoxLayout(offer)
        row.setContentsMargins(px(10), px(6), px(6), px(6))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._count)
        row.addWidget(self._next)
        column.addWidget(offer)
        column.addWidget(self._why_text)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        for part in (self._use, self._keep, self._why):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(words.key("Alt+Enter"), 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        is_laid_out_anew = event.type() == QEvent.Type.LayoutRequest
        if is_laid_out_anew and self._field is not None and self._hint is not None and isValid(self._field):
            self._place(self._field, self._hint)  # above the words, a higher card has to begin higher
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
            self.closed.emit()
        else:
            super().keyPressEvent(event)
