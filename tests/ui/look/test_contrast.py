from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.look.contrast import ratio
from fsdesk.ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, LOOKS, ON_VOICE, PAIRS, VOICES

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")

# The colour table of the design: look, ink, ground, and the contrast it states.
STATED = [
    (LIGHT, "text", "panel", 15.0),
    (LIGHT, "text", "page", 13.2),
    (LIGHT, "muted", "panel", 7.2),
    (LIGHT, "muted", "page", 6.4),
    (LIGHT, "loch", "panel", 8.4),
    (LIGHT, "loch", "page", 7.5),
    (LIGHT, "loch", "loch_tint", 7.0),
    (LIGHT, "on_loch", "loch", 8.4),
    (LIGHT, "heather", "panel", 8.5),
    (LIGHT, "heather", "heather_tint", 7.3),
    (LIGHT, "moss", "panel", 6.9),
    (LIGHT, "moss", "moss_tint", 5.9),
    (LIGHT, "amber", "panel", 7.6),
    (LIGHT, "amber", "amber_tint", 6.9),
    (LIGHT, "rowan", "panel", 7.4),
    (LIGHT, "rowan", "rowan_tint", 6.3),
    (LIGHT, "control", "panel", 4.7),
    (LIGHT, "control", "page", 4.2),
    (LIGHT, "on_gorse", "gorse", 9.2),
    (LIGHT, "gorse", "panel", 1.6),
    (LIGHT, "focus_edge", "panel", 15.0),
    (DARK, "text", "panel", 13.6),
    (DARK, "text", "page", 15.4),
    (DARK, "muted", "panel", 8.2),
    (DARK, "muted", "page", 9.3),
    (DARK, "loch", "panel", 8.3),
    (DARK, "loch", "loch_tint", 6.3),
    (DARK, "on_loch", "loch", 9.4),
    (DARK, "heather", "panel", 8.4),
    (DARK, "heather", "heather_tint", 7.5),
    (DARK, "moss", "panel", 8.8),
    (DARK, "moss", "moss_tint", 7.2),
    (DARK, "amber", "panel", 11.3),
    (DARK, "amber", "amber_tint", 9.3),
    (DARK, "rowan", "panel", 8.4),
    (DARK, "rowan", "rowan_tint", 7.4),
    (DARK, "control", "panel", 5.1),
    (DARK, "control", "page", 5.8),
    (DARK, "gorse", "page", 10.9),
    (HIGH_CONTRAST, "text", "page", 21.0),
    (HIGH_CONTRAST, "loch", "page", 16.0),
    (HIGH_CONTRAST, "heather", "page", 13.6),
    (HIGH_CONTRAST, "moss", "page", 17.3),
    (HIGH_CONTRAST, "gorse", "page", 16.6),
]


@pytest.mark.parametrize(
    ("look", "ink", "ground", "stated"), STATED, ids=lambda part: getattr(part, "name", str(part))
)
def test_each_pair_of_the_design_has_the_contrast_it_states(look, ink, ground, stated):
    """The design's table, computed: nobody can change a colour and keep the figure."""
    assert stated == pytest.approx(ratio(getattr(look, ink), getattr(look, ground)), abs=0.06)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.ink} on {pair.ground}")
def test_every_ink_stands_out_on_every_ground_it_is_used_on(look, pair):
    """Text has at least 4.5:1 and the line of a control 3:1, in every look (WCAG 2.2, 1.4.3 and 1.4.11)."""
    assert pair.at_least <= ratio(getattr(look, pair.ink), getattr(look, pair.ground))


@pytest.mark.parametrize(
    ("ground", "stated"), list(zip(VOICES, (8.4, 7.4, 6.9, 8.5, 8.3, 15.0), strict=True))
)
def test_initials_stand_out_on_every_voice(ground, stated):
    """White initials can be read on each of the six grounds."""
    assert stated == pytest.approx(ratio(ON_VOICE, ground), abs=0.06)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
@pytest.mark.parametrize("ground", ["page", "panel", "raised", "loch_tint", "heather_tint"])
def test_one_of_the_two_focus_rings_always_stands_out(look, ground):
    """Gorse alone is 1.6:1 on white: the edge outside it makes up for that, and the other way round in the dark."""
    rings = (look.gorse, look.focus_edge)

    assert 3.0 <= max(ratio(ring, getattr(look, ground)) for ring in rings)


def test_black_on_white_is_the_most_there_is():
    assert 21.0 == pytest.approx(ratio("#000000", "#FFFFFF"))


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_either_way_round(ink, ground):
    """Contrast lies between 1 and 21, and does not ask which colour is the text."""
    assert ratio(ground, ink) == ratio(ink, ground)
    assert 1.0 <= ratio(ink, ground) <= 21.01


@given(COLOURS)
def test_a_colour_does_not_stand_out_on_itself(colour):
    assert 1.0 == ratio(colour, colour)


@pytest.mark.parametrize("wrong", ["", "#FFF", "1B292E1", "#GGGGGG", "#1B292E80"])
def test_what_is_no_colour_is_said_to_be_none(wrong):
    with pytest.raises(ValueError):
        ratio(wrong, "#FFFFFF")
