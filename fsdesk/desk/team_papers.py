"""What a team keeps on paper: the recovery sheet of a store, and contact cards to hand out; made in memory."""

from __future__ import annotations

from pathlib import Path

from fsdesk.desk.desk import Desk
from fsdesk.plans.sheet import Sheet as Page
from fsdesk.plans.sheet import team_papers
from fsdesk.store import contact, sheet_file
from fsdesk.store.contact import Card
from fsdesk.store.sheet import Sheet, Writing

_PDF = ".pdf"
_SQUARE = "FSC1"


def sheet_for(made: Sheet, path: Path) -> bytes:
    """Return a recovery sheet as the file of that name holds it: a page to print for .pdf, plain text for others."""
    return page_of(made) if path.suffix.lower() == _PDF else sheet_file.written(made)


def page_of(made: Sheet) -> bytes:
    """Return a recovery sheet as a page to print, in memory; its title holds its number and nothing else."""
    return _pdf(
        team_papers.recovery_sheet(
            made.number,
            made.made_on,
            made.replaces,
            made.parts,
            made.qr,
            is_words=made.writing is Writing.WORDS,
        )
    )


def cards(desk: Desk) -> bytes:
    """Return four contact cards of this laptop's own as a page to print and cut: public, nothing of any family."""
    card = _own(desk)
    return _pdf(
        team_papers.contact_cards(card.name, card.role.value, contact.words(card), _said(card), desk.today)
    )


def square(desk: Desk) -> tuple[tuple[bool, ...], ...]:
    """Return the square on this laptop's own card: its dark places, row by row from the top."""
    from fsdesk.printing.square import modules  # reportlab is loaded only where something of paper is shown

    return modules(_said(_own(desk)))


def _own(desk: Desk) -> Card:
    with desk.reading() as tx:
        return contact.make(desk.keys(tx), desk.name, desk.facts.role, desk.facts.team or "")


def _said(card: Card) -> str:
    return f"{_SQUARE}*{contact.fingerprint(card).hex().upper()}"


def _pdf(sheet: Page) -> bytes:
    from fsdesk.printing.pdf import pdf  # reportlab is loaded only when something is printed

    return pdf(sheet)
