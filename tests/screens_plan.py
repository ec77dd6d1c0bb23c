"""States of the plan editor in which something happened: a picture, a disk that is away, a paste that is too large."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication

from fsdesk.plans.model import VoiceKind
from fsdesk.ui.presenters.coach import SHARING
from fsdesk.ui.presenters.pasting import TooMuch
from tests.journeys.window_world import World
from tests.screens_sections import section, settle

Screen = Callable[[World], None]


def a_drawing(folder: Path) -> Path:
    """A house, a sun and a dog, as a child draws them."""
    image = Image.new("RGB", (900, 600), "#fbf7ea")
    draw = ImageDraw.Draw(image)
    draw.rectangle((120, 260, 420, 540), outline="#5b3a1e", width=9)
    draw.polygon([(100, 260), (270, 110), (440, 260)], outline="#a3241f", width=9)
    draw.rectangle((240, 400, 310, 540), outline="#0b5563", width=9)
    draw.ellipse((640, 60, 790, 210), outline="#e0a000", width=10)
    draw.ellipse((560, 420, 720, 500), outline="#1b292e", width=8)
    draw.ellipse((700, 380, 770, 440), outline="#1b292e", width=8)
    for x in (590, 690):
        draw.line((x, 495, x, 550), fill="#1b292e", width=8)
    place = folder / "drawing.png"
    image.save(place)
    return place


def picture_asked(world: World) -> None:
    """Whose it is was said; now a file, or what was copied."""
    world.unlock()
    world.open_family("Dunbar")
    opened = world.inside.families.open_plan
    assert opened is not None
    opened.telling.ask_for_picture()
    world.page.editor.foot.whose_words.chosen.emit("lexi")
    world.page.editor.foot.whose_words.hide()
    world.quiet()


def picture_kept(world: World) -> None:
    """Lexi's drawing, with what she said about it."""
    world.unlock()
    world.open_family("Dunbar")
    opened = world.inside.families.open_plan
    assert opened is not None
    with tempfile.TemporaryDirectory() as made:
        opened.pictures.take_file("lexi", VoiceKind.DRAWING, a_drawing(Path(made)))
        world.until(lambda: world.page.editor.cards)
        world.quiet()
    field = QApplication.focusWidget()
    field.setPlainText("Our hoose, and Da’s dog.")
    world.until(lambda: all(one._small._drawn for card in world.page.editor.cards for one in card.pictures))
    world.quiet()


def not_saved(world: World) -> None:
    """The folder of the store was moved away while somebody types."""
    picture_kept(world)
    folder = world.team.dan.folder
    folder.rename(folder.with_name("elsewhere"))
    opened = world.inside.families.open_plan
    assert opened is not None
    opened.presenter.add_note()
    QApplication.focusWidget().setPlainText("Ring the school on Monday.")
    opened.settle()
    world.quiet()
    folder.with_name("elsewhere").rename(folder)


def too_much(world: World) -> None:
    """Megabytes were pasted."""
    picture_kept(world)
    world.page.show_refused(TooMuch())


def before_sharing(world: World) -> None:
    """What is best settled before a plan is shared."""
    world.unlock()
    world.open_family("Dunbar")
    opened = world.inside.families.open_plan
    assert opened is not None
    opened.coach.filter(SHARING)
    opened.coach.step(1)
    world.quiet()


def row_open(world: World) -> None:
    """A row of wellbeing with everything in it."""
    section("now")(world)
    card = world.page.editor.cards[0]
    card.show_everything()
    settle(world)


SCREENS: dict[str, Screen] = {
    "06-plan-picture-asked": picture_asked,
    "06-plan-picture": picture_kept,
    "21-not-saved": not_saved,
    "21-too-much-pasted": too_much,
    "06-plan-before-sharing": before_sharing,
    "07-section-now-open": row_open,
}
