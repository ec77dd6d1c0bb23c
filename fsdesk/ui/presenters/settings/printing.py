"""Printing as it usually is: which printer, which document first, in which language, how large large print is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from fsdesk import settings
from fsdesk.desk import printers
from fsdesk.errors import Refused
from fsdesk.plans.sheet.large import SIZES
from fsdesk.plans.sheet.phrases import packs, phrases
from fsdesk.settings import Choices
from fsdesk.ui.presenters.settings.keeping import Heard, keep
from fsdesk.ui.presenters.unlock import Submit

THE_LAPTOPS = "The laptop’s own choice"
READERS_OWN = "The one each reader reads best"
READERS_NEED = "As large as each reader needs"
NO_PRINTER = "No printer is known to this laptop just now. A page can always be saved as a PDF."
NOT_THERE = "The usual printer is not there just now."
FORMATS = (
    ("plan", "Our plan"),
    ("large-print", "Large print"),
    ("easy-read", "Easy read"),
    ("child", "A child’s page"),
    ("review-sheet", "Review sheet"),
    ("you-said-we-did", "You said, we did"),
)


class Offer(NamedTuple):
    """What can be chosen for each of the four, as (what is kept, what is said)."""

    printers: tuple[tuple[str, str], ...]
    formats: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    sizes: tuple[tuple[int, str], ...]


class PrintingView(Protocol):
    """What the presenter may ask of the page."""

    def show_offer(self, offer: Offer, chosen: Choices, told: str) -> None:
        """Shows what can be chosen, what is, and what there is to say of printers."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class PrintingPresenter:
    """``beside`` asks the print system, which may be slow."""

    def __init__(self, view: PrintingView, *, beside: Submit, heard: Heard) -> None:
        self._view, self._beside, self._heard = view, beside, heard
        self._names: tuple[str, ...] | None = None

    def begin(self) -> None:
        """Shows what is chosen, and asks which printers there are."""
        self._show(settings.choices())
        self._beside(lambda _: printers.names(), done=self._on_names, failed=lambda _: self._on_names(()))

    def choose(self, name: str, value: str | int) -> None:
        """This is how it usually is from now on."""
        self._show(keep(self._heard, self._view.show_refused, **{name: value}))

    def _on_names(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._show(settings.choices())

    def _show(self, chosen: Choices) -> None:
        self._view.show_offer(offer(self._names or (), chosen), chosen, _told(self._names, chosen.printer))


def offer(names: Sequence[str], chosen: Choices) -> Offer:
    """What can be chosen; a printer that was chosen and is not there stays in its list."""
    known = dict.fromkeys((*names, *([chosen.printer] if chosen.printer else [])))
    languages = sorted((_named(lang), lang) for lang in packs())
    return Offer(
        (("", THE_LAPTOPS), *((name, name) for name in known)),
        FORMATS,
        (("", READERS_OWN), *((lang, name) for name, lang in languages)),
        ((0, READERS_NEED), *((size, f"{size} points") for size in SIZES)),
    )


def _named(lang: str) -> str:
    """A language in English, and as those call it who read it."""
    own, english = phrases(lang).language(lang), phrases("en").language(lang)
    return english if own == english else f"{english}, {own}"


def _told(names: tuple[str, ...] | None, usual: str) -> str:
    if names is None:
        return ""
    if not names:
        return NO_PRINTER
    return NOT_THERE if usual and usual not in names else ""
