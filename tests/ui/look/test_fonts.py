from __future__ import annotations

import tomllib

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from fsdesk import resources
from fsdesk.ui.look import fonts
from fsdesk.ui.look.tokens import CODE_FAMILY, OTHER_LETTERS, OTHER_SCRIPTS, TEXT_FAMILY

FONTS = tomllib.loads(resources.read_text("fonts", "fonts.toml"))["font"]
ON_SCREEN = {TEXT_FAMILY, CODE_FAMILY, OTHER_LETTERS, *OTHER_SCRIPTS}
FILES = [name for font in FONTS for name in font["files"].values()]


def letters_missing(file: str, letters: str) -> str:
    """The letters that one font file has no shape for."""
    raw = QRawFont(str(resources.path("fonts", file)), 16)
    return "".join(letter for letter in letters if not raw.supportsCharacter(ord(letter)))


def test_every_font_is_accounted_for():
    """Each file says where it came from, and its licence text lies beside it."""
    licences = {font["licence_text"] for font in FONTS}

    assert sorted([*FILES, *licences, "fonts.toml"]) == resources.names("fonts")


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font["family"])
def test_a_licence_text_is_the_one_of_its_font(font):
    text = resources.read_text("fonts", font["licence_text"])

    assert font["copyright"] in text
    assert {"OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1", "Apache-2.0": "Apache License"}[
        font["licence"]
    ] in text


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize(
    "font", [font for font in FONTS if font["family"] in ON_SCREEN], ids=lambda font: font["family"]
)
def test_each_bundled_weight_is_known_to_qt(font):
    """The weights are those of the files, not a thickened regular."""
    found = {QFontDatabase.weight(font["family"], style) for style in QFontDatabase.styles(font["family"])}

    assert {int(weight) for weight in font["files"]} <= {int(weight) for weight in found}


@pytest.mark.usefixtures("light")
def test_the_program_writes_in_its_own_font(qapp):
    """What is asked for is what is drawn, at its size, and other letters have somewhere to go."""
    assert TEXT_FAMILY == QFontInfo(qapp.font()).family()
    assert 15 == QFontInfo(qapp.font()).pixelSize()
    assert [TEXT_FAMILY, OTHER_LETTERS, *OTHER_SCRIPTS] == qapp.font().families()
    assert QFontInfo(QFont(CODE_FAMILY)).fixedPitch()


@pytest.mark.usefixtures("light")
def test_letters_of_the_languages_we_write_are_there():
    """Gaelic, Welsh, Polish, Romanian and Turkish in the text font; Ukrainian and Vietnamese in the other."""
    latin = "ÀÈÌÒÙàèìòù ŴŶŵŷ ĄĆĘŁŃÓŚŹŻąćęłńóśźż ĂÂÎȘȚăâîșț ĞİŞğış “”‘’…–·"
    other = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ ăâđêôơư ạảấầẩ"

    assert "" == letters_missing("AtkinsonHyperlegibleNext-Regular.ttf", latin)
    assert "" == letters_missing("AtkinsonHyperlegibleNext-Bold.ttf", latin)
    assert "" == letters_missing("NotoSans-Regular.ttf", other)


@pytest.mark.usefixtures("light")
def test_loading_twice_adds_nothing():
    before = QFontDatabase.families()
    fonts.load()

    assert before == QFontDatabase.families()
