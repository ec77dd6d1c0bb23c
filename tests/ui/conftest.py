"""What holds for every test of the window: it wears the light look at 100 %, and is left as it was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.rooms import families, home_of_masters, team

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fsdesk.ui.runner import Runner

__all__ = ["families", "home_of_masters", "team"]


@pytest.fixture
def light(qapp) -> Iterator[None]:
    """The light look at 100 %, put back after a test that changed it."""
    from fsdesk.ui.look import dress
    from fsdesk.ui.look.tokens import LIGHT

    dress.put_on(qapp, LIGHT)
    yield
    dress.put_on(qapp, LIGHT)


@pytest.fixture
def shown(qtbot, light) -> Callable[[Any], Any]:
    """Shows a widget, makes its window the active one, and gives it back."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def runner(qapp) -> Iterator[Runner]:
    """A runner whose work has ended when the test has."""
    from fsdesk.ui.runner import Runner

    made = Runner()
    yield made
    made.finish()
