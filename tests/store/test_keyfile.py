from __future__ import annotations

import msgspec
import pytest

from fsdesk.store import keyfile, slots, unlocking
from fsdesk.store.derivation import AbsurdDerivation
from fsdesk.store.keyfile import COPY, NAME, Keys
from fsdesk.store.refusals import Damaged, TooNew, WrongPassphrase
from fsdesk.store.secret import DataKey
from fsdesk.store.store import Store
from tests.store.stores import CHEAP, PASSPHRASE, a_store, flipped

STORE, SALT = "ab" * 16, "cd" * 16


@pytest.fixture
def key() -> DataKey:
    return DataKey.fresh()


@pytest.fixture
def keys(key: DataKey) -> Keys:
    return unlocking.new_keys(STORE, SALT, key, PASSPHRASE, CHEAP)


def test_the_right_passphrase_gives_the_data_key(key, keys):
    """What a slot wraps comes out again."""
    assert key.raw == unlocking.unlock(keyfile.decoded(keyfile.encoded(keys)), PASSPHRASE).raw


def test_another_passphrase_is_wrong(keys):
    """A passphrase that nobody set opens nothing."""
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(keys, PASSPHRASE + " ")


@pytest.mark.parametrize(
    "change",
    [
        {"id": "00" * 8},
        {"made_at": "2000-01-01T00:00:00+00:00"},
        {"method": {"passes": 2}},
        {"nonce": "00" * 12},
    ],
)
def test_everything_a_slot_says_of_itself_is_vouched_for(keys, change):
    """A slot with any of its facts altered, its checksum made right again, does not open."""
    slot = dict(keys.slots[0])
    for name, value in change.items():
        slot[name] = slot[name] | value if isinstance(value, dict) else value

    with pytest.raises(WrongPassphrase):
        unlocking.unlock(msgspec.structs.replace(keys, slots=(slot,)), PASSPHRASE)


def test_a_slot_of_another_store_does_not_open(keys):
    """The store's own id is part of what is vouched for."""
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(msgspec.structs.replace(keys, store="ef" * 16), PASSPHRASE)


def test_a_slot_that_wraps_another_key_is_damage_not_a_wrong_passphrase(keys):
    """The check value tells the store's own key from any other."""
    with pytest.raises(Damaged, match="not this store's"):
        unlocking.unlock(msgspec.structs.replace(keys, check="00" * 32), PASSPHRASE)


def test_absurd_costs_in_a_key_file_are_refused(keys):
    """Parameters read back have bounds."""
    slot = keys.slots[0] | {"method": keys.slots[0]["method"] | {"memory_kib": 2**31}}

    with pytest.raises(AbsurdDerivation):
        unlocking.unlock(msgspec.structs.replace(keys, slots=(slot,)), PASSPHRASE)


def test_a_key_file_cannot_hold_the_program_up_with_hundreds_of_slots(keys):
    """Each slot within its bounds, all of them together hours of work: none is tried."""
    many = tuple(keys.slots[0] | {"id": f"{number:016x}"} for number in range(500))

    with pytest.raises(AbsurdDerivation):
        unlocking.unlock(msgspec.structs.replace(keys, slots=many), PASSPHRASE)


@pytest.mark.parametrize(
    "method",
    [{"name": "rot13"}, {"salt": "zz"}, {"salt": ""}, {"salt": "00" * 65}, {"passes": "many"}, {"more": 1}],
)
def test_a_method_that_makes_no_sense_is_damage(keys, method):
    """A slot whose method this program never writes is refused as damage."""
    slot = keys.slots[0] | {"method": keys.slots[0]["method"] | method}

    with pytest.raises(Damaged):
        unlocking.unlock(msgspec.structs.replace(keys, slots=(slot,)), PASSPHRASE)


def test_a_new_passphrase_leaves_slots_of_other_kinds_as_they_are(key, keys):
    """A recovery or escrow slot, even of a kind this program does not know, survives a new passphrase."""
    recovery = {
        "kind": "recovery",
        "id": "01",
        "made_at": "",
        "method": {"name": "words"},
        "more": [1, {"a": None}],
    }
    both = msgspec.structs.replace(keys, slots=(*keys.slots, recovery))

    changed = keyfile.decoded(keyfile.encoded(unlocking.with_passphrase(both, key, "new words", CHEAP)))

    assert [recovery] == [slot for slot in changed.slots if slot["kind"] != slots.PASSPHRASE]
    assert key.raw == unlocking.unlock(changed, "new words").raw


@pytest.mark.parametrize("by", [0x01, 0x20, 0x80])
def test_every_flipped_byte_of_a_key_file_is_noticed(keys, by):
    """Whatever byte of keys.json is altered, the file is known to be damaged."""
    whole = keyfile.encoded(keys)

    for place in range(len(whole)):
        with pytest.raises(Damaged, match=r"keys\.json .* damaged"):
            keyfile.decoded(whole[:place] + bytes([whole[place] ^ by]) + whole[place + 1 :])


def test_every_cut_of_a_key_file_is_noticed(keys):
    """A key file that was written in part, or longer than it was, is known to be damaged."""
    whole = keyfile.encoded(keys)

    for cut in [whole[:length] for length in range(len(whole))] + [whole + b"\n", whole + b"\0"]:
        with pytest.raises(Damaged):
            keyfile.decoded(cut)


def test_a_key_file_of_a_later_format_is_too_new(keys):
    """Its checksum is right, so it is not damage."""
    with pytest.raises(TooNew):
        keyfile.decoded(keyfile.encoded(msgspec.structs.replace(keys, version=2)))


def test_a_damaged_key_file_opens_from_its_copy_is_named_and_put_right(folder):
    """Either key file is enough; the other is named, and whole again after the passphrase was right."""
    a_store(folder).close()
    for name in (NAME, COPY):
        whole = (folder / name).read_bytes()
        flipped(folder / name, 300)

        with pytest.raises(WrongPassphrase):
            Store.open(folder, "not the one")
        assert whole != (folder / name).read_bytes()

        with Store.open(folder, PASSPHRASE) as store:
            assert (name,) == store.worn
        assert whole == (folder / name).read_bytes()


def test_a_missing_key_file_is_named_and_made_again(folder):
    """A folder copied without one of its key files opens."""
    a_store(folder).close()
    (folder / NAME).unlink()

    with Store.open(folder, PASSPHRASE) as store:
        assert (NAME,) == store.worn
    assert (folder / COPY).read_bytes() == (folder / NAME).read_bytes()


def test_both_key_files_damaged_is_damage_whatever_the_passphrase(folder):
    """With both damaged the refusal names both, and is not “wrong passphrase”."""
    a_store(folder).close()
    for name in (NAME, COPY):
        flipped(folder / name, 400)

    for passphrase in (PASSPHRASE, "not the one"):
        with pytest.raises(Damaged, match=r"keys\.json and keys\.copy\.json"):
            Store.open(folder, passphrase)


def test_key_files_of_another_store_are_named_and_left_alone(tmp_path):
    """Keys that a person copied to the wrong place are not taken for ours, and not overwritten."""
    a_store(tmp_path / "ours").close()
    a_store(tmp_path / "theirs", passphrase="other words").close()
    strange = (tmp_path / "theirs" / NAME).read_bytes()
    (tmp_path / "ours" / NAME).write_bytes(strange)

    with Store.open(tmp_path / "ours", PASSPHRASE) as store:
        assert (NAME,) == store.worn
    assert strange == (tmp_path / "ours" / NAME).read_bytes()

    (tmp_path / "ours" / COPY).write_bytes(strange)
    with pytest.raises(Damaged, match="do not belong together"):
        Store.open(tmp_path / "ours", "other words")
