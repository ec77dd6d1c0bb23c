"""Packages that are not as they were sealed: each refused with one sentence, and not a row of the store changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from fsdesk.desk import cards, opening, plans, receiving
from fsdesk.plans.examples import a_plan
from fsdesk.store import cards as kept_cards
from fsdesk.store import contact
from fsdesk.store.package import layout
from fsdesk.store.package.refusals import (
    AnotherTeam,
    BrokenChain,
    DamagedPackage,
    NotAPackage,
    NotForUs,
    NotTheSender,
    OwnPackage,
    PackageRefused,
    PackageTooNew,
    UnknownSender,
    WithdrawnSender,
)
from tests.desk.team import Laptop, Team, a_laptop, rows
from tests.store.package.parts import Parts, close, frame_of, inside, keys_of

SEED = 2026


@pytest.fixture
def refused(team: Team, tmp_path: Path) -> Callable[[bytes], PackageRefused]:
    """Hand bytes to Morag, who holds a plan of her own, as a package: they are refused, her store as it was."""
    team.morag.begin(a_plan(id="own"))

    def hand_over(data: bytes) -> PackageRefused:
        before = rows(team.morag)
        path = tmp_path / "handed-over.fsdesk"
        path.write_bytes(data)
        with pytest.raises(PackageRefused) as looking:
            receiving.look(team.morag.desk, path)
        with pytest.raises(PackageRefused) as taking:
            team.morag.takes(path)

        assert type(looking.value) is type(taking.value)
        assert before == rows(team.morag)
        return taking.value

    return hand_over


def withdraw(here: Laptop, other: Laptop) -> None:
    """Withdraw a card, as the roster will once it is built."""
    with here.desk.transaction() as tx:
        (kept,) = kept_cards.of_device(tx, other.device)
        kept_cards.withdraw(tx, kept.fingerprint, 1, (0, b""))


def flips(data: bytes, count: int) -> Iterator[tuple[int, bytes]]:
    """The data with one bit of one byte flipped, at many places."""
    chance = random.Random(SEED)
    for place in sorted(chance.sample(range(len(data)), min(count, len(data)))):
        changed = bytearray(data)
        changed[place] ^= 1 << chance.randrange(8)
        yield place, bytes(changed)


def cuts(data: bytes, count: int) -> Iterator[bytes]:
    """The data cut short at many places, and with a piece taken out or put in."""
    chance = random.Random(SEED)
    for _ in range(count):
        one, two = sorted(chance.sample(range(len(data)), 2))
        yield chance.choice(
            [data[:one], data[:one] + data[two:], data[:two] + data[one:], data + data[one:two]]
        )


def test_a_flipped_bit_anywhere_in_the_file_is_noticed(refused, package):
    """Whichever byte of the file changed, nothing of it is taken."""
    for _, damaged in flips(package.read_bytes(), 120):
        refused(damaged)


def test_a_flipped_bit_anywhere_inside_the_envelope_is_noticed(refused, team, package):
    """Somebody who can seal to us and changes one byte of what is inside gets nowhere."""
    for _, damaged in flips(inside(package, team.morag), 150):
        refused(close(damaged, team.morag))


def test_a_file_that_was_cut_or_spliced_is_noticed(refused, package):
    """A file that lost its end, lost a piece, or has one twice is not taken."""
    for damaged in cuts(package.read_bytes(), 60):
        refused(damaged)


def test_what_is_inside_cannot_be_cut_or_spliced(refused, team, package):
    """The same of what lies inside the envelope."""
    for damaged in cuts(inside(package, team.morag), 80):
        refused(close(damaged, team.morag))


def test_of_two_packages_no_piece_can_be_swapped(refused, team, package, tmp_path):
    """Header, signature, general and sealed compartment of one package fit no other one."""
    team.dan.write("plan", title="Another year")
    team.dan.seals(tmp_path / "second.fsdesk", team.morag, since_receipt=False)
    one, two = Parts.of(package, team.morag), Parts.of(tmp_path / "second.fsdesk", team.morag)

    swapped = [
        Parts(two.header, one.signature, one.compartments),
        Parts(one.header, two.signature, one.compartments),
        Parts(one.header, one.signature, (two.compartments[0], one.compartments[1])),
        Parts(one.header, one.signature, (one.compartments[0], two.compartments[1])),
        Parts(one.header, one.signature, one.compartments[::-1]),
        Parts(one.header, one.signature, one.compartments[:1]),
    ]

    assert 2 == len(one.compartments) == len(two.compartments)
    for parts in swapped:
        refused(parts.closed(team.morag))


def test_a_sealed_compartment_moved_into_another_package_is_noticed_even_when_its_sender_signs_it(
    refused, team, package, tmp_path
):
    """The sealed compartment repeats the id of its package."""
    team.dan.seals(tmp_path / "second.fsdesk", team.morag, since_receipt=False)
    one, two = Parts.of(package, team.morag), Parts.of(tmp_path / "second.fsdesk", team.morag)

    moved = one.holding(one.compartments[0], two.compartments[1]).signed(team.dan)

    assert isinstance(refused(moved.closed(team.morag)), DamagedPackage)


def test_another_laptops_signature_is_not_the_senders(refused, team, package):
    """Isla, of the same team, cannot pass off a package as Dan's."""
    signed = Parts.of(package, team.morag).signed(team.isla)

    assert isinstance(refused(signed.closed(team.morag)), NotTheSender)


def test_a_package_signed_anew_under_another_name_holds_edits_that_are_not_that_ones_to_give(
    refused, team, package
):
    """Isla can relay what Dan wrote only as far as Dan signed; she cannot change it."""
    parts = Parts.of(package, team.morag)
    shorter = parts.with_contents(edits=parts.contents.edits[:1]).but(sender=team.isla.device)

    assert isinstance(refused(shorter.signed(team.isla).closed(team.morag)), PackageRefused)


def test_a_package_forwarded_to_somebody_it_was_not_sealed_to_is_not_theirs(refused, team, tmp_path):
    """Isla opens a package to her, and closes the very same inside to Morag."""
    team.dan.begin(a_plan())
    team.dan.seals(tmp_path / "to-isla.fsdesk", team.isla)

    forwarded = close(inside(tmp_path / "to-isla.fsdesk", team.isla), team.morag)

    assert isinstance(refused(forwarded), NotForUs)


def test_a_package_to_somebody_else_is_said_to_be_so(refused, team, tmp_path):
    """Morag cannot open what was sealed to Isla alone."""
    team.dan.begin(a_plan())
    team.dan.seals(tmp_path / "to-isla.fsdesk", team.isla)

    assert isinstance(refused((tmp_path / "to-isla.fsdesk").read_bytes()), NotForUs)


def test_ones_own_package_is_said_to_be_so(refused, team, tmp_path):
    """A package that comes back to the laptop that made it changes nothing."""
    team.morag.begin(a_plan())
    team.morag.seals(tmp_path / "own.fsdesk", team.dan)
    own = Parts.of(tmp_path / "own.fsdesk", team.dan)

    assert isinstance(refused(own.closed(team.morag)), OwnPackage)
    with pytest.raises(NotForUs):
        team.isla.takes(tmp_path / "own.fsdesk")


@pytest.mark.parametrize(
    "data", [b"", b"a", b"age-encryption.org/v2\n", b"PK\3\4" * 99, b"\xff" * 4096, b"{}"]
)
def test_a_file_of_another_kind_is_no_package(refused, data):
    """An empty file, an archive, a document: none of them is a package."""
    assert isinstance(refused(data), NotAPackage)


def test_an_envelope_with_nothing_or_anything_in_it_is_no_package(refused, team):
    """What is inside must be a package too."""
    for held in (b"", b"x", b"fsdesk-package-1", bytes(4096), b"fsdesk-receipt-1\0", b"fsdesk-card-1\0"):
        refused(close(held, team.morag))


def test_a_package_of_a_later_format_is_said_to_be_too_new(refused, team, package):
    """Its label or its header say so, and the person is told to bring fsdesk up to date."""
    later = b"fsdesk-package-2\0" + inside(package, team.morag)[17:]
    header = Parts.of(package, team.morag).but(format=2).signed(team.dan)

    assert isinstance(refused(close(later, team.morag)), PackageTooNew)
    assert isinstance(refused(header.closed(team.morag)), PackageTooNew)


def test_a_frame_of_a_kind_not_known_here_is_too_new(refused, team, package):
    """A later fsdesk may put more into a package than this one knows."""
    parts = Parts.of(package, team.morag)
    more = parts.holding(bytes(parts.compartments[0]) + frame_of("songs", []), *parts.compartments[1:])

    assert isinstance(refused(more.signed(team.dan).closed(team.morag)), PackageTooNew)


def test_a_package_of_another_team_is_not_taken(refused, team, package):
    """Even when its sender is known here."""
    other = Parts.of(package, team.morag).but(team="anotherteam1").signed(team.dan)

    assert isinstance(refused(other.closed(team.morag)), AnotherTeam)


def test_a_package_from_a_laptop_whose_card_was_never_accepted_is_not_taken(team, tmp_path):
    """Somebody who knows Morag's public key is not yet in her team."""
    stranger = a_laptop(tmp_path / "stranger")
    cards.accept(stranger.desk, team.morag.card)
    stranger.begin(a_plan())
    stranger.seals(tmp_path / "strange.fsdesk", team.morag)
    before = rows(team.morag)

    with pytest.raises(UnknownSender, match="not accepted"):
        team.morag.takes(tmp_path / "strange.fsdesk")

    stranger.close()
    assert before == rows(team.morag)


def test_a_package_from_a_withdrawn_card_is_not_taken(team, package):
    """A laptop that was lost or given back is heard no more."""
    withdraw(team.morag, team.dan)
    before = rows(team.morag)

    with pytest.raises(WithdrawnSender, match="withdrawn"):
        team.morag.takes(package)

    assert before == rows(team.morag)


def test_a_withdrawn_laptop_is_not_let_in_again_under_another_name(team, package, tmp_path):
    """A new card of the same laptop does not undo the withdrawal."""
    withdraw(team.morag, team.dan)
    card = contact.read(team.dan.card.read_bytes())
    bare = msgspec.structs.replace(card, name="Daniel", signature="")
    again = msgspec.structs.replace(bare, signature=keys_of(team.dan).sign(bare.said()).hex())
    (tmp_path / "again.card").write_bytes(contact.write(again))
    cards.accept(team.morag.desk, tmp_path / "again.card")

    with pytest.raises(WithdrawnSender):
        team.morag.takes(package)
    with pytest.raises(cards.CardWithdrawn):
        cards.recipient(team.morag.desk, tmp_path / "again.card")


@pytest.mark.parametrize("over", [{"heads": ()}, {"coverage": {}}, {"withheld": ()}])
def test_edits_that_nobody_signed_for_are_not_taken(refused, team, tmp_path, over):
    """Without its signed head, its coverage or the range that stands for what stays, a chain proves nothing."""
    team.dan.begin(a_plan())
    team.dan.begin(a_plan(id="other"))
    team.dan.begin(a_plan(id="third"))
    team.dan.seals(tmp_path / "chosen.fsdesk", team.morag, chosen=["plan", "third"])

    changed = Parts.of(tmp_path / "chosen.fsdesk", team.morag).but(**over).signed(team.dan)

    assert isinstance(refused(changed.closed(team.morag)), BrokenChain)


def test_every_edit_is_the_one_its_maker_committed_to(refused, team, package):
    """A sender who changes a word, drops an edit, doubles one, or turns their order gets nowhere."""
    parts = Parts.of(package, team.morag)
    one, two = parts.contents.edits
    other = type(one)(two.header_bytes, one.boxes)
    changed = [
        parts.with_contents(edits=(one,)),
        parts.with_contents(edits=(two,)),
        parts.with_contents(edits=(one, two, two)),
        parts.with_contents(edits=(one, other)),
        parts.with_contents(edits=(one, two.without([0])), left_out=((team.dan.device, 2, one.digest),)),
        parts.with_contents(left_out=((team.dan.device, 3, one.digest),)),
    ]

    for made in changed:
        refused(made.signed(team.dan).closed(team.morag))


def test_the_order_of_edits_in_a_package_makes_no_difference(team, package, tmp_path):
    """Only the chain says what follows on from what."""
    parts = Parts.of(package, team.morag)
    turned = parts.with_contents(edits=parts.contents.edits[::-1]).signed(team.dan)
    (tmp_path / "turned.fsdesk").write_bytes(turned.closed(team.morag))

    assert 2 == team.morag.takes(tmp_path / "turned.fsdesk").edits
    assert "Our year" == team.morag.plan("plan").title


def test_a_sender_who_damages_a_compartment_and_signs_it_is_refused_or_changes_nothing(
    team, package, tmp_path
):
    """Whatever bit of a compartment is flipped, what is taken are the very edits that were committed to."""
    parts = Parts.of(package, team.morag)
    path = tmp_path / "signed.fsdesk"
    before = rows(team.morag)
    refusals = 0
    for _, damaged in flips(parts.compartments[0], 100):
        path.write_bytes(parts.holding(damaged, *parts.compartments[1:]).signed(team.dan).closed(team.morag))
        try:
            receiving.look(team.morag.desk, path)
        except PackageRefused:
            refusals += 1
        else:  # a bit of the packing that makes no difference to what is packed
            assert parts.contents == layout.unpack(damaged)
        assert before == rows(team.morag)

    assert refusals > 90


def test_a_store_that_refused_everything_is_whole_and_takes_the_sound_package(refused, team, package):
    """Refusals leave no trace behind that could get in the way."""
    for _, damaged in flips(package.read_bytes(), 5):
        refused(damaged)

    assert 2 == team.morag.takes(package).edits
    assert opening.verify(team.morag.desk)["whole"]
    assert {"own", "plan"} == {line.id for line in plans.listing(team.morag.desk)}
