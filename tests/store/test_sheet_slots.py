from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from fsdesk.store import keyfile, sheet_file, sheet_slots, unlocking
from fsdesk.store.keyfile import Keys
from fsdesk.store.refusals import Damaged
from fsdesk.store.secret import DataKey
from fsdesk.store.sheet import Sheet, Writing
from fsdesk.store.sheet_file import Typed
from fsdesk.store.sheet_slots import NoSheet, NotOnSheet, OldSheet, WrongSheet
from tests.store.stores import CHEAP, PASSPHRASE

STORE, SALT = "ab" * 16, "cd" * 16
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def key() -> DataKey:
    return DataKey.fresh()


@pytest.fixture
def keys(key: DataKey) -> Keys:
    return unlocking.new_keys(STORE, SALT, key, PASSPHRASE, CHEAP)


def with_new(
    keys: Keys, key: DataKey, *, beside: bool = False, writing: Writing = Writing.WORDS
) -> tuple[Keys, Sheet]:
    """The keys with the next sheet, which nobody has proven, as they are read back from their file."""
    made = sheet_slots.draw(keys, writing, NOW)
    changed = sheet_slots.with_sheet(keys, key, made, NOW, beside_proven=beside)
    return keyfile.decoded(keyfile.encoded(changed)), made


def asked(keys: Keys, made: Sheet) -> str:
    """What somebody types who has the sheet before them."""
    return made.groups[sheet_slots.known(keys)[-1].asked - 1]


def on_paper(made: Sheet) -> Typed:
    """What somebody reads from a sheet."""
    return sheet_file.read(sheet_file.written(made))


def altered(keys: Keys, method: dict[str, object]) -> Keys:
    """The keys with the last slot saying something else of its method."""
    slot = keys.slots[-1] | {"method": keys.slots[-1]["method"] | method}
    return msgspec.structs.replace(keys, slots=(*keys.slots[:-1], slot))


@pytest.mark.parametrize("writing", Writing)
def test_a_sheet_opens_as_the_passphrase_does(keys, key, writing):
    """Both give the same data key."""
    changed, made = with_new(keys, key, writing=writing)

    assert key.raw == sheet_slots.unlock(changed, on_paper(made)).raw
    assert key.raw == unlocking.unlock(changed, PASSPHRASE).raw


@pytest.mark.parametrize("writing", Writing)
def test_a_sheet_counts_once_the_part_that_was_asked_for_is_typed_back(keys, key, writing):
    """In any spelling that means the same; anything else is not on the sheet."""
    changed, made = with_new(keys, key, writing=writing)
    others = [group for group in made.groups if group != asked(changed, made)]
    for wrong in ("", "kettle", *others):
        with pytest.raises(NotOnSheet):
            sheet_slots.proven(changed, key, wrong, NOW)

    assert [""] == [one.proven_at for one in sheet_slots.known(changed)]
    proven = sheet_slots.proven(changed, key, f" {asked(changed, made).upper()} ", NOW)
    assert ["2026-11-21T12:00:00+00:00"] == [one.proven_at for one in sheet_slots.known(proven)]
    assert key.raw == sheet_slots.unlock(proven, on_paper(made)).raw


def test_the_proven_sheet_opens_until_the_next_one_is_proven(keys, key):
    """Whoever breaks off in the middle still has a sheet that opens."""
    first_keys, first = with_new(keys, key)
    first_keys = sheet_slots.proven(first_keys, key, asked(first_keys, first), NOW)
    both, second = with_new(first_keys, key, beside=True)

    for made in (first, second):
        assert key.raw == sheet_slots.unlock(both, on_paper(made)).raw
    after = sheet_slots.proven(both, key, asked(both, second), NOW)
    assert key.raw == sheet_slots.unlock(after, on_paper(second)).raw
    with pytest.raises(OldSheet):
        sheet_slots.unlock(after, on_paper(first))


def test_a_sheet_that_nobody_proved_gives_way_to_the_next(keys, key):
    """It opens nothing from then on, and its number is never used again."""
    one, first = with_new(keys, key, beside=True)
    two, second = with_new(one, key, beside=True)

    assert [second.number] == [known.number for known in sheet_slots.known(two)]
    assert (first.number, "-02") == (second.replaces, second.number[-3:])
    with pytest.raises(OldSheet, match=r"Use sheet R-.*-02"):
        sheet_slots.unlock(two, on_paper(first))


def test_an_old_sheet_is_known_by_its_words_alone(keys, key):
    """Typed without its number, it is still told which sheet it was and since when it opens nothing."""
    one, first = with_new(keys, key)
    two, _ = with_new(one, key)
    bare = sheet_file.read(" ".join(first.parts).encode())

    with pytest.raises(OldSheet, match=f"{first.number} opens this store no more since 21 November 2026"):
        sheet_slots.unlock(two, bare)


def test_a_sheet_of_another_store_is_told_apart(keys, key):
    """Its number says so where it was typed, and without it the sentence claims no more than is known."""
    changed, _ = with_new(keys, key)
    strange = sheet_slots.draw(msgspec.structs.replace(keys, store="ef" * 16), Writing.WORDS, NOW)

    with pytest.raises(WrongSheet, match="belongs to another store"):
        sheet_slots.unlock(changed, on_paper(strange))
    with pytest.raises(WrongSheet, match="does not open this store"):
        sheet_slots.unlock(changed, Typed(strange.secret, ""))


def test_without_any_sheet_that_is_what_is_said(keys, key):
    """A store that never had one says so."""
    stray = sheet_slots.draw(keys, Writing.WORDS, NOW)

    with pytest.raises(NoSheet):
        sheet_slots.unlock(keys, on_paper(stray))
    with pytest.raises(NoSheet):
        sheet_slots.proven(keys, key, "kettle", NOW)


def test_a_whole_sheet_typed_back_proves_itself(keys, key):
    """The sheet in the drawer can be checked at any time; another one proves nothing."""
    one, first = with_new(keys, key)
    two, second = with_new(one, key)

    later = sheet_slots.proven_whole(two, on_paper(second), NOW + timedelta(days=400))
    assert "2027-12-26" == sheet_slots.known(later)[0].proven_at[:10]
    with pytest.raises(OldSheet):
        sheet_slots.proven_whole(two, on_paper(first), NOW)


@pytest.mark.parametrize(
    "change", [{"number": "R-AAAA-01"}, {"salt": "00" * 16}, {"tag": "00" * 8}, {"more": 1}]
)
def test_everything_a_sheets_slot_says_is_vouched_for(keys, key, change):
    """A slot with one of its facts altered opens with no sheet."""
    changed, made = with_new(keys, key)

    with pytest.raises(WrongSheet):
        sheet_slots.unlock(altered(changed, change), on_paper(made))


@pytest.mark.parametrize("method", [{"name": "rot13"}, {"salt": "zz"}, {"salt": ""}])
def test_a_sheets_slot_that_makes_no_sense_is_damage(keys, key, method):
    """What this program never writes is refused as damage before any key is derived."""
    changed, made = with_new(keys, key)

    with pytest.raises(Damaged):
        sheet_slots.unlock(altered(changed, method), on_paper(made))


def test_a_sheet_written_in_an_unknown_way_is_damage(keys, key):
    """Nobody can be asked for part of it."""
    changed, _ = with_new(keys, key)

    with pytest.raises(Damaged):
        sheet_slots.known(altered(changed, {"writing": "runes"}))


def test_nothing_in_the_key_file_tells_a_word_of_the_sheet(keys, key):
    """Proof and tag are keyed: the file of one data key proves nothing under another."""
    changed, made = with_new(keys, key)
    text = keyfile.encoded(changed).decode()

    assert not {group for group in (*made.groups, made.secret.hex()) if group in text}
    with pytest.raises(NotOnSheet):
        sheet_slots.proven(changed, DataKey.fresh(), asked(changed, made), NOW)
