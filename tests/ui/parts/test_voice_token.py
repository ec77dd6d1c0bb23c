from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from fsdesk.ui.look.tokens import LIGHT, VOICES
from fsdesk.ui.parts.voice_token import Heard, VoiceToken
from tests.ui.accessible import name


def picture(shown, heard: Heard, place: int = 0) -> QImage:
    token = VoiceToken("Shona", place, heard)
    token.resize(26, 26)
    return shown(token).grab().toImage()


def ink(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_who_was_heard_has_a_filled_circle_in_their_colour(shown):
    assert VOICES[2] == ink(picture(shown, Heard.HEARD, 2), 13, 2)


def test_who_is_not_heard_yet_has_only_a_ring_of_dashes(shown):
    """Inside the ring is the ground: nobody's colour is used before they spoke."""
    image = picture(shown, Heard.NOT_YET)
    around = {ink(image, x, 1) for x in range(8, 18)}

    assert LIGHT.page == ink(image, 13, 4)
    assert {LIGHT.control, LIGHT.page} & around


def test_the_worker_has_a_square(shown):
    """The corner of the square is drawn where a circle has none."""
    assert LIGHT.text == ink(picture(shown, Heard.WORKER), 1, 13)
    assert LIGHT.page == ink(picture(shown, Heard.WORKER), 13, 4)


@pytest.mark.parametrize(
    ("expected", "heard"),
    [("Shona", Heard.HEARD), ("Shona, not heard yet", Heard.NOT_YET), ("Shona, you", Heard.WORKER)],
)
def test_a_screen_reader_hears_what_the_shape_says(shown, expected, heard):
    assert expected == name(shown(VoiceToken("Shona", 0, heard)))
