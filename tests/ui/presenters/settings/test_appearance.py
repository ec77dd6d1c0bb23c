from __future__ import annotations

import pytest

from fsdesk import settings
from fsdesk.settings import Choices
from fsdesk.ui.look.tokens import LOOKS as WORN_LOOKS
from fsdesk.ui.look.tokens import SCALES
from fsdesk.ui.presenters.settings.appearance import LOOKS, AppearancePresenter, said_scale
from tests.ui.presenters.fakes import Screen


class Window:
    """Wears what it is told to."""

    def __init__(self) -> None:
        self.screen = Screen()
        self.scale = 1.0
        self.worn: list[Choices] = []
        self.presenter = AppearancePresenter(
            self.screen, wear=self.wear, worn_scale=lambda: self.scale, heard=lambda _: None
        )

    def wear(self, chosen: Choices) -> None:
        self.worn.append(chosen)
        self.scale = chosen.text_scale


@pytest.fixture
def window() -> Window:
    return Window()


def test_a_look_is_worn_and_kept_at_once(window):
    """And shown as chosen."""
    window.presenter.choose_look("dark")

    assert [Choices(look="dark")] == window.worn
    assert Choices(look="dark") == settings.choices()
    assert ("dark", 1.0) == window.screen.last("show_chosen")


def test_a_size_of_text_is_worn_and_kept_at_once(window):
    """Whatever it was before."""
    window.presenter.choose_scale(1.75)

    assert [Choices(text_scale=1.75)] == window.worn
    assert ("system", 1.75) == window.screen.last("show_chosen")


def test_a_size_chosen_by_keys_is_the_one_that_is_shown(window):
    """The nearest there is."""
    window.scale = 1.52
    window.presenter.begin()

    assert ("system", 1.5) == window.screen.last("show_chosen")


def test_every_look_and_size_that_is_offered_can_be_kept(window):
    """None of them is out of bounds, and each look has its tokens."""
    least, most = settings.TEXT_SCALES

    assert settings.LOOKS == tuple(one.key for one in LOOKS)
    assert {"system", *WORN_LOOKS} == set(settings.LOOKS)
    assert (least, most) == (min(SCALES), max(SCALES))


def test_sizes_are_said_in_percent():
    """Without a point where there is none."""
    assert ("87.5 %", "100 %", "200 %") == tuple(said_scale(one) for one in (0.875, 1.0, 2.0))
