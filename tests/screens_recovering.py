"""The ways back to plans whose passphrase does not come to mind, each as a picture needs it."""

from __future__ import annotations

from collections.abc import Callable

from fsdesk.desk.passphrases import strength
from fsdesk.desk.ways_in import WaysIn
from fsdesk.errors import Refused
from fsdesk.store.sheet_file import Misread
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.recovering.ask_lead import AskLead
from fsdesk.ui.recovering.open_answer import OpenAnswer
from fsdesk.ui.recovering.ways import Ways
from fsdesk.ui.recovering.with_sheet import WithSheet
from fsdesk.ui.window import Window

SHEET = "1 abstract 2 harbour 3 seven 4 violet\n5 kettle 6 lantern 7 fery 8 otter"


def ways(window: Window) -> None:
    """Every way there is leads in."""
    page = Ways()
    window.show_door(page)
    page.show_ways(WaysIn(("R-K7QM-02",), lead=True, asked=True))


def no_way(window: Window) -> None:
    """Nothing but the passphrase does."""
    page = Ways()
    window.show_door(page)
    page.show_ways(WaysIn())


def damaged(window: Window) -> None:
    """The store says nothing any more."""
    page = Ways()
    window.show_door(page)
    page.show_refused(
        Refused(
            "Both key files of this store, keys.json and keys.copy.json, are damaged or missing.",
            "Nothing was changed. Put back the folder's keys.json from the latest backup.",
        )
    )


def with_sheet(window: Window) -> None:
    """A word was typed that stands on no sheet."""
    page = WithSheet()
    window.show_door(page)
    page.findChildren(GrowingText)[0].insertPlainText(SHEET)
    page._on_changed()
    page.passphrase.show_suggestion("kettle harbour seven violet bus otter")
    page.show_strength(strength("marble anchor thistle drum"))
    page.show_refused(Misread("Word 7 is not as any sheet has it."))


def ask_lead(window: Window) -> None:
    """The file is written, and six words are read aloud."""
    page = AskLead()
    window.show_door(page)
    page.show_words(("birch", "seven", "kite", "harbour", "otter", "lantern"))


def open_answer(window: Window) -> None:
    """The lead's answer is here."""
    page = OpenAnswer()
    window.show_door(page)
    page.show_ready(False, "Write the passphrase that you chose when you asked.")


SCREENS: dict[str, Callable[[Window], None]] = {
    "01-ways-in": ways,
    "01-ways-in-none": no_way,
    "01-ways-in-damaged": damaged,
    "01-with-sheet": with_sheet,
    "01-ask-lead": ask_lead,
    "01-open-answer": open_answer,
}
