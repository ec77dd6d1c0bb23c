from __future__ import annotations

import random

import pytest

from fsdesk.desk import receipts, receiving
from fsdesk.plans.examples import a_plan
from fsdesk.store import envelope, moving
from fsdesk.store.package import receipt, refusals
from fsdesk.store.package.receipt import Received
from fsdesk.store.package.refusals import PackageRefused
from tests.desk.team import a_laptop, rows
from tests.store.package.parts import close, inside, keys_of


@pytest.fixture
def given(team, package, tmp_path):
    """A receipt from Morag to Dan for the package that she took."""
    team.morag.takes(package)
    path = tmp_path / "receipt.fsdesk"
    receipts.write(team.morag.desk, [team.morag.to(team.dan)], path)
    return path


def refused(team, data: bytes, why: type[PackageRefused] = PackageRefused) -> None:
    """Hand bytes to Dan as a receipt: they are refused, and his store is as it was."""
    before = rows(team.dan)
    path = team.dan.folder.with_suffix(".handed")
    path.write_bytes(data)
    with pytest.raises(why):
        team.dan.takes(path)
    with pytest.raises(why):
        receiving.look(team.dan.desk, path)

    assert before == rows(team.dan)


def sealed(laptops, signer, **over) -> bytes:
    """A receipt with other things in it, signed by a laptop and sealed to Dan."""
    usual = {
        "team": laptops.dan.desk.team,
        "by": signer.device,
        "to": laptops.dan.device,
        "made_at": 1,
        "packages": (),
    }
    return receipt.seal(
        keys_of(signer), receipt.Receipt(**{**usual, **over}), [keys_of(laptops.dan).recipient]
    )


def test_a_receipt_says_which_packages_were_taken(team, given):
    """Dan knows from then on; a second time it changes nothing."""
    first, second = team.dan.takes(given), team.dan.takes(given)
    state = {one["name"]: one["packages"] for one in receipts.state(team.dan.desk)}

    assert ("receipt", "imported", "already") == (first.kind, first.status, second.status)
    assert [True] == [one["received"] for one in state["Morag"]]
    assert [] == state["Isla"]


def test_looking_at_a_receipt_changes_nothing(team, given):
    """It says what it would say."""
    before = rows(team.dan)

    looked = receiving.look(team.dan.desk, given)

    assert ("receipt", "imported", "Morag") == (looked.kind, looked.status, looked.sender)
    assert before == rows(team.dan)
    team.dan.takes(given)
    assert "already" == receiving.look(team.dan.desk, given).status


def test_a_receipt_counts_for_those_packages_alone(team, given):
    """What was sealed since has not arrived."""
    team.dan.write("plan", title="Since")
    team.dan.seals(team.dan.folder.with_suffix(".second"), team.morag)
    team.dan.takes(given)
    (told,) = [one["packages"] for one in receipts.state(team.dan.desk) if one["name"] == "Morag"]

    assert [(1, True), (2, False)] == [(one["number"], one["received"]) for one in told]


def test_a_receipt_that_comes_after_a_restore_counts(team, given):
    """It is for packages that this laptop made under the id it had before; what was received stays received."""
    with team.dan.desk.transaction() as tx:
        moving.move_on(tx, 1)
    team.dan.desk.read_facts_again()
    before = [one["packages"] for one in receipts.state(team.dan.desk) if one["name"] == "Morag"]
    taken = team.dan.takes(given)
    (told,) = [one["packages"] for one in receipts.state(team.dan.desk) if one["name"] == "Morag"]

    assert [[False]] == [[one["received"] for one in found] for found in before]
    assert ("receipt", "imported", [(1, True)]) == (
        taken.kind,
        taken.status,
        [(one["number"], one["received"]) for one in told],
    )


def test_a_receipt_from_an_id_of_our_own_is_none(team):
    """Nor from one of before a restore."""
    old = keys_of(team.dan)
    data = sealed(team, team.dan)
    with team.dan.desk.transaction() as tx:
        moving.move_on(tx, 1)
    team.dan.desk.read_facts_again()

    assert old.device != team.dan.device
    refused(team, data, refusals.OwnPackage)


def test_flipped_cut_and_spliced_receipts_are_refused(team, given):
    """Outside and inside of the envelope."""
    chance = random.Random(2026)
    held, within = given.read_bytes(), inside(given, team.dan)
    for data, wrap in ((held, bytes), (within, lambda inner: close(inner, team.dan))):
        for place in chance.sample(range(len(data)), 40):
            changed = bytearray(data)
            changed[place] ^= 1 << chance.randrange(8)
            refused(team, wrap(bytes(changed)))
        for place in chance.sample(range(len(data)), 15):
            refused(team, wrap(data[:place]))
            refused(team, wrap(data + data[:place]))


def test_a_receipt_of_somebody_else_is_not_theirs(team, given):
    """Opened by Dan and closed to Isla, it says nothing to her."""
    path = team.isla.folder.with_suffix(".handed")
    path.write_bytes(close(inside(given, team.dan), team.isla))

    with pytest.raises(refusals.NotForUs):
        team.isla.takes(path)
    with pytest.raises(refusals.NotForUs):
        team.isla.takes(given)


def test_a_receipt_must_be_its_makers_own(team, tmp_path):
    """Unknown, signed by another, of another team, our own, or newer: each in its own words."""
    stranger = a_laptop(tmp_path / "stranger")
    refused(team, sealed(team, stranger), refusals.UnknownSender)
    refused(team, sealed(team, team.isla, by=team.morag.device), refusals.NotTheSender)
    refused(team, sealed(team, team.morag, team="another"), refusals.AnotherTeam)
    refused(team, sealed(team, team.dan), refusals.OwnPackage)
    refused(team, sealed(team, team.morag, format=2), refusals.PackageTooNew)
    later = b"fsdesk-receipt-2\0" + bytes(100)
    refused(team, close(later, team.dan), refusals.PackageTooNew)
    stranger.close()


@pytest.mark.parametrize(
    "body",
    [b"", b"\x80", b"\xa2\xff\xfe", b"\x91" * 90_000, b"\xdf\xff\xff\xff\xff", b"\x81\xa4team\xa2\xff\xfe"],
)
def test_a_receipt_that_is_not_well_formed_is_damage(team, body):
    """Broken text, endless maps and deep nesting included."""
    signed = keys_of(team.morag).sign(receipt.LABEL + body)
    held = receipt.LABEL + len(body).to_bytes(4, "big") + body + signed

    refused(team, envelope.close(held, [keys_of(team.dan).recipient]), refusals.DamagedPackage)


def test_a_receipt_for_packages_that_were_never_sealed_marks_none_as_received(team, package):
    """It is taken and helps nothing."""
    team.dan.begin(a_plan(id="other"))
    path = team.dan.folder.with_suffix(".strange")
    path.write_bytes(sealed(team, team.morag, packages=(Received(9, b"x" * 32, 1),)))
    team.dan.takes(path)
    (told,) = [one["packages"] for one in receipts.state(team.dan.desk) if one["name"] == "Morag"]

    assert [False] == [one["received"] for one in told]
