from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans.chain import Head
from fsdesk.store import cards, devices, facts, held, identity, media, packages
from fsdesk.store.cards import KeptCard
from fsdesk.store.devices import Device, OtherKey
from fsdesk.store.facts import OtherTeam, Role
from fsdesk.store.held import Held
from fsdesk.store.identity import Identity
from fsdesk.store.packages import Made, Receipt, TakenPackage
from fsdesk.store.picture_gate import CarriesMore, NotThatKind
from tests.store.pictures import a_drawing, that_shows
from tests.store.stores import a_store

CARD = KeptCard(fingerprint=b"eight words", device="ann", body=b"card", accepted_at=1)
TAKEN = TakenPackage(digest=b"d1", sender="ann", number=2, taken_at=1, result=b"result")


def test_a_lead_begins_a_team_and_a_worker_joins_one(tmp_path):
    """A lead's new store mints the team; a worker's takes it once, and no other afterwards."""
    with a_store(tmp_path / "lead", role=Role.LEAD) as lead, a_store(tmp_path / "worker") as worker:
        team = lead.facts().team
        assert team is not None
        assert worker.facts().team is None

        with worker.transaction() as tx:
            facts.join_team(tx, team)
            facts.join_team(tx, team)
        assert team == worker.facts().team

        with pytest.raises(OtherTeam), worker.transaction() as tx:
            facts.join_team(tx, "another")
        assert team == worker.facts().team


def test_a_store_has_the_keys_of_its_own_laptop_and_of_no_other(store):
    """What its own keys sign is verified with the public key that it shows; nobody else's keys are here."""
    device = store.facts().device
    with store.reading() as tx:
        own, nobody = identity.own(tx, device), identity.own(tx, "ann")
        known = devices.one(tx, device)

    assert own is not None
    assert known is not None
    assert known.public_key == own.public_key
    assert identity.is_signed(own.public_key, own.sign(b"said"), b"said")
    assert nobody is None


def test_a_signature_is_for_one_message_by_one_laptop():
    """Another message, another laptop, a broken signature and a key that is none are not signed."""
    ann, ben = Identity.fresh(), Identity.fresh()
    signature = ann.sign(b"said")

    assert not identity.is_signed(ann.public_key, signature, b"Said")
    assert not identity.is_signed(ben.public_key, signature, b"said")
    assert not identity.is_signed(ann.public_key, signature[:-1] + bytes([signature[-1] ^ 1]), b"said")
    assert not identity.is_signed(b"no key", signature, b"said")
    assert not identity.is_signed(ann.public_key, b"", b"said")


def test_what_is_sealed_to_a_laptop_its_keys_open():
    """The age key of a laptop's card is the one it opens with."""
    pyrage = pytest.importorskip("pyrage", reason="the packages' own tests say more")
    ann, ben = Identity.fresh(), Identity.fresh()

    sealed = pyrage.encrypt(b"words", [pyrage.x25519.Recipient.from_str(ann.recipient)])

    assert b"words" == pyrage.decrypt(sealed, [ann.opener()])
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [ben.opener()])


def test_keys_show_nothing_of_themselves():
    """No representation of a laptop's keys holds them."""
    ann = Identity.fresh()

    assert f"Identity({ann.device!r})" == repr(ann)


def test_a_laptop_signs_its_own_head_only():
    """A head of another laptop is not signed."""
    ann = Identity.fresh()
    head = ann.signed(Head(ann.device, 3, b"\1" * 32))

    assert identity.is_signed(ann.public_key, head.signature, head.signed_bytes())
    with pytest.raises(ValueError, match="own head"):
        ann.signed(Head("ben", 3, b"\1" * 32))


def test_heads_are_kept_once_and_stand(store):
    """A head that is here already stays as it is."""
    first, later = Head("ann", 3, b"a" * 32, b"signed"), Head("ann", 5, b"b" * 32, b"signed")
    with store.transaction() as tx:
        for head in (later, first, first):
            devices.keep_head(tx, head)

    with store.reading() as tx:
        assert [first, later] == devices.heads(tx, "ann")


def test_a_laptop_is_known_by_one_key(store):
    """Another key for a known laptop is noticed; its words must be read again."""
    with store.transaction() as tx:
        devices.know_key(tx, "ann", b"k" * 32)
        devices.know_key(tx, "ann", b"k" * 32)

    with pytest.raises(OtherKey), store.transaction() as tx:
        devices.know_key(tx, "ann", b"x" * 32)

    with store.reading() as tx:
        assert Device("ann", b"k" * 32, 0, bytes(32)) == devices.one(tx, "ann")
        assert devices.one(tx, "ben") is None


def test_going_on_under_a_new_laptop_id_keeps_the_old_one_ended(store):
    """After a restore edits are written under a new id, with keys of its own."""
    old, new = store.facts().device, Identity.fresh()
    with store.transaction() as tx:
        new.keep(tx, 5)
        identity.end(tx, old, 5)
        facts.move_to(tx, new.device)

    assert new.device == store.facts().device
    assert [(5,)] == store.ask("SELECT ended_at FROM own_keys WHERE ended_at IS NOT NULL")


def test_a_card_is_accepted_once_verified_and_withdrawn(store):
    """A card's life: accepted, its words read aloud, withdrawn with the last place that counts."""
    with store.transaction() as tx:
        assert cards.accept(tx, CARD)
        assert not cards.accept(tx, msgspec.structs.replace(CARD, accepted_at=9))
        cards.verified(tx, CARD.fingerprint, 2)
        cards.withdraw(tx, CARD.fingerprint, 3, (7, b"link"))
    expected = msgspec.structs.replace(CARD, verified_at=2, withdrawn_at=3, last_seq=7, last_link=b"link")

    with store.reading() as tx:
        assert [expected] == cards.every(tx)
        assert [expected] == cards.of_device(tx, "ann")
        assert expected == cards.by_fingerprint(tx, CARD.fingerprint)
        assert cards.by_fingerprint(tx, b"another") is None


def test_packages_of_ours_are_numbered_handed_over_and_received(store):
    """Sealed, handed over and received are three separate facts."""
    device = store.facts().device
    made = Made(
        device=device, number=1, digest=b"d1", previous=b"", recipients=b"", coverage=b"", sealed_at=1
    )
    receipt = Receipt(package=b"d1", device="lead", body=b"receipt", seen_at=3)
    with store.transaction() as tx:
        assert (0, b"") == packages.last_made(tx, device)
        packages.note_made(tx, made)
        packages.handed_over(tx, b"d1", 2)
        assert packages.note_receipt(tx, receipt)
        assert not packages.note_receipt(tx, receipt)

    with store.reading() as tx:
        assert [msgspec.structs.replace(made, handed_over_at=2)] == packages.made_by(tx, device)
        assert (1, b"d1") == packages.last_made(tx, device)
        assert [receipt] == packages.receipts(tx) == packages.receipts(tx, b"d1")
        assert [] == packages.receipts(tx, b"d2")


def test_a_package_that_was_taken_is_known_again(store):
    """By its digest, with what came of it and whether a receipt was written."""
    with store.transaction() as tx:
        packages.note_taken(tx, TAKEN)
        packages.receipt_made(tx, b"d1", 4)
    expected = msgspec.structs.replace(TAKEN, receipt_made_at=4)

    with store.reading() as tx:
        assert expected == packages.taken(tx, b"d1")
        assert packages.taken(tx, b"d2") is None
        assert [expected] == packages.taken_from(tx, "ann")
        assert [] == packages.taken_from(tx, "ben")


def test_what_is_held_stays_until_somebody_decides(store):
    """Held edits keep their bytes and their reason, and go when they are let go."""
    one = Held(reason="fork", body=b"an edit", held_at=1, plan="p", device="ann", seq=3, package=b"d1")
    two = Held(reason="strange", body=b"something", held_at=2)
    with store.transaction() as tx:
        numbers = [held.hold(tx, one), held.hold(tx, two)]

    with store.transaction() as tx:
        assert [msgspec.structs.replace(one, no=numbers[0])] == held.every(tx, "p")
        assert [1, 2] == [found.held_at for found in held.every(tx)]
        held.release(tx, numbers[0])
        assert [msgspec.structs.replace(two, no=numbers[1])] == held.every(tx)


def test_a_picture_is_kept_once_by_its_hash(store):
    """The same drawing twice is one, and comes back byte for byte."""
    drawing = that_shows(bytes(range(256)) * 100)
    with store.transaction() as tx:
        names = {media.put(tx, drawing), media.put(tx, drawing)}

    (name,) = names
    with store.reading() as tx:
        assert drawing == media.get(tx, name)
        assert media.has(tx, name)
        assert media.get(tx, "0" * 64) is None
    assert [(1,)] == store.ask("SELECT count(*) FROM media")


def test_a_picture_that_is_not_as_pictures_are_kept_gets_in_by_no_way(store):
    """One that somebody sent is left out with its reason, and nothing that came with it is held up."""
    with store.transaction() as tx:
        with pytest.raises(CarriesMore):
            media.put(tx, a_drawing())
        told = [media.take(tx, one) for one in (a_drawing(), b"MZ", that_shows(b"fit"))]

    assert [CarriesMore.what, NotThatKind.what, ""] == told
    assert [(1,)] == store.ask("SELECT count(*) FROM media")
