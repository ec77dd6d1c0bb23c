from __future__ import annotations

import msgspec
import pytest

from fsdesk.store import contact, rosters
from fsdesk.store.facts import Role
from fsdesk.store.identity import Identity
from fsdesk.store.package.refusals import NoRoster, PackageTooNew, RosterOfNobody
from fsdesk.store.package.unseal import KnownCard
from fsdesk.store.rosters import Roster, Withdrawn


@pytest.fixture
def lead() -> Identity:
    """The keys of a lead's laptop."""
    return Identity.fresh()


def a_roster(lead: Identity, number: int = 1, **over: object) -> Roster:
    """A roster that names the lead and one laptop that is withdrawn."""
    card = contact.write(contact.make(lead, "Morag", Role.LEAD, "team"))
    gone = (Withdrawn("gone", 7, bytes(32)),)
    held = {"cards": (card,), "withdrawn": gone, **over}
    return Roster(team="team", number=number, by=lead.device, made_at=1, **held)


def is_by(signed, card):
    """Whether the holder of a card signed it."""
    return KnownCard(card).signed(signed.signature, signed.signed_bytes())


def test_a_roster_reads_as_it_was_signed(lead):
    """And the holder of the key is known by the card, nobody else."""
    roster = a_roster(lead)
    read = rosters.read(rosters.sign(lead, roster).written())
    (card,) = read.roster.named()

    assert (roster, "Morag") == (read.roster, card.name)
    assert is_by(read, card)
    assert not is_by(read, contact.make(Identity.fresh(), "Una", Role.LEAD, "team"))


@pytest.mark.parametrize("data", [b"", b"\xc0", b"\x91" * 90_000, b"\x92\xc4\x00\xc4\x00", b"{}", bytes(100)])
def test_bytes_of_another_kind_are_no_roster(data):
    """Whatever they are."""
    with pytest.raises(NoRoster):
        rosters.read(data)


def test_every_changed_byte_is_noticed(lead):
    """It is no roster any more, or not the lead's."""
    written = rosters.sign(lead, a_roster(lead)).written()
    card = contact.make(lead, "Morag", Role.LEAD, "team")

    for place in range(0, len(written), 7):
        changed = bytearray(written)
        changed[place] ^= 1
        try:
            found = is_by(rosters.read(bytes(changed)), card)
        except (NoRoster, PackageTooNew, RosterOfNobody):
            found = False
        assert not found, place


def test_a_roster_of_nobody_and_one_of_a_later_format_are_told_apart(lead):
    """Each has its own sentence."""
    with pytest.raises(RosterOfNobody):
        rosters.read(rosters.sign(lead, a_roster(lead, cards=())).written())
    with pytest.raises(PackageTooNew):
        rosters.read(rosters.sign(lead, a_roster(lead, format=2)).written())


def test_a_card_in_a_roster_that_is_no_card_makes_it_none(lead):
    """Every card carries its own seal."""
    with pytest.raises(NoRoster):
        a_roster(lead, cards=(b"{}",)).named()


def test_the_newest_is_the_one_with_the_highest_number_and_of_two_the_first_stays(store, lead):
    """Whatever the order in which they came."""
    made = [rosters.sign(lead, a_roster(lead, number)) for number in (2, 1, 3)]
    other = rosters.sign(lead, msgspec.structs.replace(a_roster(lead, 3), made_at=99))
    with store.transaction() as tx:
        assert rosters.newest(tx) is None
        for one in (*made, other):
            rosters.keep(tx, one, 5)

        assert made[-1] == rosters.newest(tx)


def test_what_a_lead_decided_on_second_copies_stands_in_it_and_may_be_missing(lead):
    """A list of an fsdesk that knew nothing of it reads as one that says nothing of it."""
    taken = rosters.Decided("gone", (bytes(32), b"\1" * 32), lead.device, 7)
    signed = rosters.sign(lead, a_roster(lead, copies=(taken,)))
    body = msgspec.msgpack.decode(signed.body)
    assert (taken,) == rosters.read(signed.written()).roster.copies
    assert [["gone", [bytes(32), b"\1" * 32], lead.device, 7]] == body.pop("copies")

    older = msgspec.msgpack.encode(body, order="deterministic")
    written = msgspec.msgpack.encode((older, lead.sign(rosters.LABEL + older)))

    assert () == rosters.read(written).roster.copies
