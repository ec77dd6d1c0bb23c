"""Printing as it usually is: each page can still be made otherwise for one reader."""

from __future__ import annotations

from functools import partial

from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.presenters.settings.printing import Offer, PrintingPresenter
from fsdesk.ui.settings.rows import Card, Choose, Row

PRINTER_NOTE = "One joined by cable keeps no copy of the page"
LANGUAGE_NOTE = "Headings and pictures; a family’s own words stay in their language"
ROWS = (
    ("printer", "Usual printer", PRINTER_NOTE),
    ("print_format", "Offered first", "Any other is one press away on the print page"),
    ("print_language", "Usual language", LANGUAGE_NOTE),
    ("print_size", "Large print", "18 points and up, in one column"),
)


class PrintingTopic(Card):
    """What is chosen is kept at once."""

    def __init__(self) -> None:
        super().__init__("Printing")
        self._lists = {name: Choose(title, 24) for name, title, _ in ROWS}
        self.add(*(Row(title, note, self._lists[name]) for name, title, note in ROWS))
        self.setFocusProxy(self._lists["printer"])

    def serve(self, presenter: PrintingPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        for name, shown in self._lists.items():
            shown.act = partial(presenter.choose, name)

    def show_offer(self, offer: Offer, chosen: Choices, told: str) -> None:
        offered = (offer.printers, offer.formats, offer.languages, offer.sizes)
        for (name, _, _), one in zip(ROWS, offered, strict=True):
            self._lists[name].show_offer(one, getattr(chosen, name))
        if told:
            self.notice.say(Tone.CALM, told)
        else:
            self.notice.clear()

    def show_refused(self, refused: Refused) -> None:
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)
