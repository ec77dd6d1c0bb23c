"""The steps of the first set-up, each as a picture needs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.passphrases import strength
from fsdesk.store.sheet_slots import NotOnSheet
from fsdesk.ui.presenters.contact_cards import Own
from fsdesk.ui.presenters.recovery_sheet import COPIED, HIDDEN, PRINTED, Paper
from fsdesk.ui.presenters.setup.passphrase import NOT_STRONG
from fsdesk.ui.presenters.setup.ready import Set
from fsdesk.ui.presenters.setup.you import You
from fsdesk.ui.setup.about_you import AboutYou
from fsdesk.ui.setup.card import TeamCard
from fsdesk.ui.setup.passphrase import ChoosePassphrase
from fsdesk.ui.setup.ready import Ready
from fsdesk.ui.setup.sheet import ProveSheet
from fsdesk.ui.window import Window
from tests.ui.accessible import name

ROW_3 = "Type the four words of row 3, numbers 9 to 12."
SUGGESTED = "kettle harbour seven violet bus otter"
_ROWS = (
    ("abstract", "harbour", "seven", "violet"),
    ("kettle", "lantern", "ferry", "otter"),
    ("birch", "kite", "marble", "anchor"),
    ("thistle", "drum", "window", "garden"),
    ("umbrella", "planet", "ribbon", "cargo"),
    ("velvet", "summer", "pencil", "orbit"),
)
_SIGNS = tuple(tuple(f"{row}K{column}{sign}" for column, sign in enumerate("QMX")) for row in range(6))
_PAPER = Paper("R-K7QM-01", "9 March 2026")
_EIGHT = ("birch", "seven", "kite", "harbour", "otter", "lantern", "violet", "drum")


def person(who: str, role: str = "lead", *, verified: bool = False) -> KnownPerson:
    """Somebody as a card shows them."""
    return KnownPerson(who, role, who.lower(), _EIGHT, verified, False, "team", "")


def about_you(window: Window) -> None:
    """Dan has written his name."""
    window.show_door(page := AboutYou(You("Dan"), offers_practice=True))
    page.show_ready(True, "")


def more_plans(window: Window) -> None:
    """A second worker sets up plans on the same laptop."""
    window.show_door(page := AboutYou(asks_label=True))
    page.show_ready(False, "What these plans are called is still to come.")


def passphrase(window: Window) -> None:
    """A passphrase is being chosen."""
    page = ChoosePassphrase()
    window.show_door(page)
    _type_passphrase(page)


def practice(window: Window) -> None:
    """Somebody wants to try things with made-up families."""
    page = ChoosePassphrase(is_practice=True)
    window.show_door(page)
    _type_passphrase(page)


def making(window: Window) -> None:
    """The store is being made."""
    page = ChoosePassphrase()
    window.show_door(page)
    page.show_suggestion(SUGGESTED)
    page.show_strength(strength(SUGGESTED))
    page.show_making(True)


def sheet(window: Window) -> None:
    """There is no recovery sheet yet."""
    _sheet(window)


def sheet_copying(window: Window) -> None:
    """The sheet is being copied by hand."""
    page = _sheet(window)
    page.sheet.show_paper(_PAPER._replace(rows=_ROWS), COPIED)
    page.sheet.show_asking("")


def sheet_in_signs(window: Window) -> None:
    """The sheet is copied in signs, for people who do not write English."""
    page = _sheet(window)
    page.sheet.show_paper(_PAPER._replace(rows=_SIGNS), COPIED)


def sheet_check(window: Window) -> None:
    """The sheet was printed, and part of it is asked for."""
    page = _sheet(window)
    page.sheet.show_paper(_PAPER, PRINTED)
    page.sheet.show_asking(ROW_3)


def sheet_not_there(window: Window) -> None:
    """What was typed is not what stands there."""
    page = _sheet(window)
    page.sheet.show_paper(_PAPER, HIDDEN)
    page.sheet.show_asking(ROW_3)
    _line(page, ROW_3).setText("birch kite marble anker")
    page.sheet.show_not_on_sheet(NotOnSheet())


def sheet_proven(window: Window) -> None:
    """The sheet counts, and its place is known."""
    page = _sheet(window)
    page.sheet.show_paper(_PAPER, "")
    page.sheet.show_proven(_PAPER.number)
    _button(page, "I know where the sheet will be kept").setChecked(True)


def card(window: Window) -> None:
    """No card is here yet."""
    _card(window)


def card_words(window: Window) -> None:
    """The lead's card was opened, and its words are read."""
    _card(window).show_card(person("Priya Nair"), Path("priya.fscard"))


def card_not_same(window: Window) -> None:
    """The words were others."""
    page = _card(window)
    page.show_card(person("Priya Nair"), Path("priya.fscard"))
    page.show_not_same()


def card_here(window: Window) -> None:
    """The lead's card was accepted; this laptop's own is shown to read its words out."""
    page = _card(window)
    page.show_people([person("Priya Nair", verified=True)], True)
    _button(page, "Show its words").click()


def ready(window: Window) -> None:
    """Everything is set but the card."""
    page = Ready()
    window.show_door(page)
    page.show_set(
        [
            Set("About you", "Dan, you work with families."),
            Set("Your passphrase", "Only it opens your plans. It can be changed in Settings."),
            Set("Recovery sheet", "Sheet R-K7QM-01 lets you choose a new passphrase."),
            Set("Your team card", "It can come later, under Send.", is_set=False),
        ]
    )


SCREENS: dict[str, Callable[[Window], None]] = {
    "02-set-up-you": about_you,
    "02-set-up-more": more_plans,
    "02-set-up": passphrase,
    "02-set-up-making": making,
    "02-set-up-practice": practice,
    "03-sheet": sheet,
    "03-sheet-copying": sheet_copying,
    "03-sheet-in-signs": sheet_in_signs,
    "03-sheet-check": sheet_check,
    "03-sheet-not-there": sheet_not_there,
    "03-sheet-proven": sheet_proven,
    "28-card": card,
    "28-card-words": card_words,
    "28-card-not-same": card_not_same,
    "28-card-here": card_here,
    "28-ready": ready,
}


def _type_passphrase(page: ChoosePassphrase) -> None:
    page.show_suggestion(SUGGESTED)
    line = _line(page, "Your passphrase")
    line.setText("maryhill ferry lantern")
    line.setFocus()
    _button(page, "Show the passphrase").setChecked(True)
    page.show_strength(strength("maryhill ferry lantern"))
    page.show_ready(False, NOT_STRONG)


def _sheet(window: Window) -> ProveSheet:
    page = ProveSheet()
    window.show_door(page)
    return page


def _card(window: Window) -> TeamCard:
    page = TeamCard()
    window.show_door(page)
    square = [[(row * 7 + column * 5 + row * column) % 3 == 0 for column in range(29)] for row in range(29)]
    page.show_own(Own(person("Dan", "worker"), square))
    page.show_people([], False)
    return page


def _line(page: QWidget, label: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if name(one) == label)


def _button(page: QWidget, label: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if name(one) == label)
