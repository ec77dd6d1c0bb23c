from __future__ import annotations

import pytest

from fsdesk import settings
from fsdesk.settings import Choices
from fsdesk.ui.look import chosen, dress
from fsdesk.ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, LOOKS
from fsdesk.ui.look.worn import worn

pytestmark = pytest.mark.usefixtures("light")


@pytest.mark.parametrize("system", LOOKS.values(), ids=lambda look: look.name)
@pytest.mark.parametrize("wanted", ["system", *LOOKS])
def test_the_laptops_own_high_contrast_goes_before_any_choice(system, wanted):
    """Otherwise what was chosen is worn, or what the laptop asks for."""
    found = chosen.look_of(Choices(look=wanted), system)

    expected = system if wanted == "system" or system is HIGH_CONTRAST else LOOKS[wanted]
    assert expected is found


def test_what_was_chosen_before_is_worn_from_the_start(qapp, monkeypatch):
    """Colours and size of text."""
    monkeypatch.setattr(dress, "system_look", lambda _: LIGHT)
    settings.choose(look="dark", text_scale=1.5)
    chosen.wear(qapp)

    assert (DARK, 1.5) == worn()


def test_the_same_look_is_not_put_on_twice(qapp, monkeypatch):
    """It costs a moment, and would take the list that is open away."""
    put_on = []
    monkeypatch.setattr(dress, "system_look", lambda _: LIGHT)
    monkeypatch.setattr(dress, "put_on", lambda *given: put_on.append(given))
    chosen.wear(qapp, Choices())
    chosen.wear(qapp, Choices(look="light", text_scale=1.25))

    assert [(qapp, LIGHT, 1.25)] == put_on


def test_a_size_chosen_by_keys_is_kept(qapp):
    """And a disk without room stands in nobody's way."""
    chosen.resize_text(qapp, 1)

    assert (1.25, 1.25) == (worn().scale, settings.choices().text_scale)


def test_a_size_that_cannot_be_kept_is_worn_all_the_same(qapp, monkeypatch):
    """Until the program ends."""

    def full(**_: object) -> Choices:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "choose", full)
    chosen.resize_text(qapp, 2)

    assert 1.5 == worn().scale
