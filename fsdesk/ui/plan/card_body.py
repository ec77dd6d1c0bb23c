"""The fields of a card in their order: those that speak first, the others when somebody asks for more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.focus_mark import MARKED_AROUND
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.clearing import let_go
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.plan.controls.made import Control
from fsdesk.ui.presenters.entries import Entry, TextField
from fsdesk.ui.presenters.sections.shapes import Shape
from fsdesk.ui.presenters.spots import Place, Spot


class CardBody(QWidget):
    """``typed``, ``left`` and ``done`` name the field they are about; going from field to field leaves nothing."""

    typed = Signal(object, str, int)  # Spot, text, cursor in code points
    left = Signal(object)
    done = Signal(object)
    paste_refused = Signal(object)  # Refused

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead: QHBoxLayout | None = None  # where a number stands, if not among the other fields
        self._controls: dict[Spot, Control] = {}
        self._touched: dict[Place, Spot] = {}
        self._is_open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(worn().px(4))
        self._summary = words.prose("", "note")
        self._column.addWidget(self._summary)

    @property
    def fields(self) -> dict[Spot, Any]:
        """What is written or chosen in, by where it stands in the plan, in the order of the card."""
        placed = sorted(self._controls.values(), key=self._column.indexOf)
        return {control.spot: control.inside for control in placed}

    def show_fields(self, entry: Entry) -> bool:
        """The fields say what the entry says; gives back whether there is more than is shown."""
        wanted = [field for field in entry.fields if self._is_shown(field)]
        for at, field in enumerate(wanted):
            control = self._controls.get(field.spot)
            if control is None:
                self._add(field, entry, at)
            else:
                control.show_field(field)
        self._forget({field.spot for field in entry.fields})
        said = [field.summary for field in entry.fields if field.summary and field not in wanted]
        self._summary.setText(" · ".join(said))
        self._summary.setVisible(bool(said))
        return len(wanted) < len(entry.fields)

    def open_all(self) -> None:
        """From now on every field is shown."""
        self._is_open = True

    def close_rest(self) -> None:
        """Fields that do not speak first are out of sight again; what stands in them stays."""
        self._is_open = False
        for spot in [spot for spot, control in self._controls.items() if not control.is_main]:
            let_go(self._controls.pop(spot))

    def leave(self) -> None:
        """The focus has gone elsewhere: what was touched is left."""
        touched, self._touched = self._touched, {}
        for spot in touched.values():
            self.left.emit(spot)

    def _is_shown(self, field: TextField) -> bool:
        return self._is_open or field.is_main or field.spot in self._controls

    def _add(self, field: TextField, entry: Entry, at: int) -> None:
        is_first_text = field.shape is Shape.WORDS and not field.label
        is_bare = is_first_text or entry.place.collection in ("matters", "voices", "scratch")
        name = f"{entry.heading}, {field.label}" if field.label else entry.heading
        control = Control(field, name, framed=not is_bare)
        self._controls[field.spot] = control
        if self.lead is not None and field.shape is Shape.NUMBER:
            self.lead.addWidget(control)
        else:
            self._column.insertWidget(at, control)
        if self.isVisible():  # shown sooner, it would be dressed twice
            control.show()
        self._connect(control)

    def _connect(self, control: Control) -> None:
        inside, spot = control.inside, control.spot
        inside.typed.connect(lambda said: self._on_typed(spot, said, inside.cursor_at))
        if isinstance(inside, GrowingText):
            if inside.parentWidget() is not None and not _is_framed(inside):
                inside.setProperty(MARKED_AROUND, self.parentWidget())
            inside.left.connect(lambda: self._on_left(spot))
            inside.done.connect(lambda: self.done.emit(spot))
            inside.paste_refused.connect(self.paste_refused)

    def _on_typed(self, spot: Spot, said: str, cursor: int) -> None:
        self._touched[spot.place] = spot
        self.typed.emit(spot, said, cursor)

    def _on_left(self, spot: Spot) -> None:
        """Another field of the card is no leaving; anything else is."""
        self._touched.setdefault(spot.place, spot)
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.leave()

    def _forget(self, kept: set[Spot]) -> None:
        for spot in [spot for spot in self._controls if spot not in kept]:
            let_go(self._controls.pop(spot))


def _is_framed(field: QWidget) -> bool:
    above = field.parentWidget()
    while above is not None and not isinstance(above, Control):
        if above.property("surface") == "field":
            return True
        above = above.parentWidget()
    return False
