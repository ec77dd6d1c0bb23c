from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from fsdesk.ui.parts.flow import Flow


class Box(QWidget):
    """As large as it is told to be."""

    def __init__(self, wide: int, high: int = 20) -> None:
        super().__init__()
        self._size = QSize(wide, high)

    def sizeHint(self) -> QSize:
        return self._size


@pytest.fixture
def held(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    flow = Flow(10, made, between_lines=4)
    for wide in (100, 100, 100):
        flow.addWidget(Box(wide))
    return made


@pytest.mark.parametrize(("expected", "wide"), [(20, 320), (44, 319), (44, 210), (68, 209), (68, 50)])
def test_a_line_that_is_full_begins_another(held, expected, wide):
    assert expected == held.layout().heightForWidth(wide)


def test_what_is_lower_stands_in_the_middle_of_its_line(held):
    tall = Box(50, 40)
    held.layout().addWidget(tall)
    held.resize(500, 40)
    held.show()
    held.layout().activate()

    assert 10 == held.layout().itemAt(0).widget().y()
    assert 0 == tall.y()


def test_what_is_hidden_takes_no_room(held):
    held.layout().itemAt(0).widget().hide()

    assert 20 == held.layout().heightForWidth(210)


def test_nothing_is_wider_than_its_line(held):
    held.resize(60, 200)
    held.show()
    held.layout().activate()

    assert all(held.layout().itemAt(at).widget().width() <= 60 for at in range(3))


def test_what_is_taken_out_is_gone(held):
    gone = held.layout().itemAt(1).widget()
    held.layout().removeWidget(gone)

    assert 2 == held.layout().count()
    assert held.layout().itemAt(9) is None
