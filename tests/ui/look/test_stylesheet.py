from __future__ import annotations

import re

import pytest

from fsdesk import resources
from fsdesk.ui.look.stylesheet import style_sheet
from fsdesk.ui.look.tokens import HIGH_CONTRAST, LIGHT, LOOKS, SCALES


def sizes(sheet: str, role: str) -> list[str]:
    """The text sizes that a sheet gives to labels of this role."""
    return re.findall(rf'QLabel\[words="{role}"\] {{ font-size: (\d+px)', sheet)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
@pytest.mark.parametrize("scale", SCALES)
def test_every_token_and_length_is_filled_in(look, scale):
    """No look and no text size leaves a name or a fraction behind that Qt would pass over in silence."""
    sheet = style_sheet(look, scale)

    assert "$" not in sheet
    assert [] == re.findall(r"\d\.\d+px", sheet)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_a_sheet_has_only_the_colours_of_its_look(look):
    """A colour that stands in a sheet by itself would survive a change of looks."""
    assert set() == set(re.findall(r"#[0-9A-Fa-f]{6}", style_sheet(look))) - set(map(str, look))
    assert not any(
        re.search(r"#[0-9A-Fa-f]{3}", resources.read_text("look", name)) for name in resources.names("look")
    )


def test_text_grows_with_the_scale():
    """At 200 % every size is twice what it was, and a line that is not there stays away."""
    assert ["24px"] == sizes(style_sheet(LIGHT), "page")
    assert ["48px"] == sizes(style_sheet(LIGHT, 2.0), "page")
    assert "border: 0px solid" in style_sheet(LIGHT, 2.0)


def test_high_contrast_says_it_with_lines():
    """Where there are no tints, lines are 2 px, notices have one, and links are underlined."""
    sheet = style_sheet(HIGH_CONTRAST)

    assert f"border: 2px solid {HIGH_CONTRAST.hairline}" in sheet
    assert "text-decoration: underline" in sheet.split('[kind="quiet"]')[1].split("}")[0]
    assert f'notice="look"] {{ background: #000000; border: 2px solid {HIGH_CONTRAST.amber}' in sheet
