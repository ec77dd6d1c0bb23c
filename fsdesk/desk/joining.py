"""A second lead: gives up a team of their own that nobody is in yet, and leads one together with its lead."""

from __future__ import annotations

from pathlib import Path

from fsdesk.desk import cards, files
from fsdesk.desk.cards import KnownPerson
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.store import cards as kept
from fsdesk.store import contact, facts, rosters
from fsdesk.store.facts import Role


class LeadsOthers(Refused):
    """A lead in whose own team there is somebody."""

    what = "You lead a team of your own already, with people in it."
    what_next = (
        "Nothing was changed. Lead the other team from a new store: `fsdesk store create --role lead`."
    )
    in_window = "Nothing was changed. Lead the other team from new plans of your own, set up as a lead."


class NotALead(Refused):
    """The card is not one by which a team can be joined."""

    what = "That is not the contact card of a team lead."
    what_next = "Nothing was changed. Use the card of the lead whose team you want to lead together."


def join(desk: Desk, path: Path, *, verified: bool = False) -> KnownPerson:
    """Accept a lead's card; a lead in whose own team nobody is yet leads that team, too, from now on.

    Plans that are here stay as they are. For a worker it is `cards.accept`. Raises LeadsOthers, NotALead, and what
    `cards.accept` raises; nothing is changed then.
    """
    card = contact.read(files.read(path, contact.MOST_BYTES))
    if not desk.is_lead or card.device == desk.device or card.team == desk.facts.team:
        return cards.accept(desk, path, verified=verified)
    if card.role is not Role.LEAD or not card.team:
        raise NotALead
    with desk.transaction() as tx:
        if kept.every(tx) or rosters.newest(tx) is not None:
            raise LeadsOthers
        facts.lead_with_others(tx, card.team)
        cards.keep(tx, card, desk.now(), verified=verified)
        (known,) = cards.everybody(tx)
    desk.read_facts_again()
    return known
