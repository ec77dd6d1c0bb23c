from __future__ import annotations

import json
import random
import shutil
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from fsdesk.desk import backups, drafts, erasures, opening, plans
from fsdesk.desk.coming_again import ErasedHere
from fsdesk.desk.erasures import AlreadyErased
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.errors import Refused
from fsdesk.plans import document, samples
from fsdesk.plans.examples import a_plan, a_strength
from fsdesk.store import acts, erasure_list, media, sweeping
from tests.desk.team import Laptop, a_laptop
from tests.store.opened_files import contents_of
from tests.store.stores import PASSPHRASE

GONE = samples.load("F4").id
PRIVATE = "what Jamie said while typing"
DAY = timedelta(days=1)


@pytest.fixture
def dan(families) -> Laptop:
    """Dan's laptop with the six families, one of which somebody types in, after some weeks of writing."""
    laptop, chance = families.dan, random.Random(4)
    every = [one.id for one in plans.listing(laptop.desk)]
    for number in range(60):
        plan = chance.choice(every)
        more = a_strength(
            f"{plan} can sing {number} songs. " * chance.randrange(1, 60), whose=(), id=f"s-{number}"
        )
        laptop.write(plan, strengths=(*laptop.plan(plan).strengths[:9], more))
    drafts.keep(
        laptop.desk, plan=GONE, collection="voices", record="v", field="words", text=PRIVATE, cursor=1
    )
    return laptop


def said_only_in(laptop: Laptop, plan: str) -> set[str]:
    """Every text of this plan that stands in no other plan."""
    texts = {one.id: set(_texts(laptop, one.id)) for one in plans.listing(laptop.desk)}
    others = "\n".join(text for id_, held in texts.items() if id_ != plan for text in held)
    return {
        text
        for text in texts[plan] - {plan}
        if len(text) >= 12 and text not in others and not text.startswith("20")
    }


def found_by_only(laptop: Laptop, plan: str) -> set[str]:
    """The single folded words by which this plan alone is found."""
    query = "SELECT w.words, p.id FROM search_words w JOIN plans p ON p.no = w.plan"
    with laptop.desk.reading() as tx:
        every = {id_: set(words.split()) for words, id_ in tx.exec_driver_sql(query)}
    others = [document.write(laptop.plan(id_)).decode().lower() for id_ in every if id_ != plan]
    elsewhere = "\n".join([plan, json.dumps(document.schema()).lower(), *others])
    return {word for word in every[plan] if len(word) >= 6 and word not in elsewhere}


def _texts(laptop, plan):
    def walk(value):
        if isinstance(value, str):
            yield value
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from walk(one)

    return walk(json.loads(document.write(laptop.plan(plan))))


def found(laptop: Laptop, words: set[str]) -> list[str]:
    """Which of these words stand in any file of the store, opened with its key."""
    held = contents_of(laptop.folder)
    return sorted(word for word in words if word.encode() in held)


def test_nothing_that_a_plan_said_is_left_in_any_file_of_the_store(dan):
    """Words, drafts, names, addresses, pictures: every page and frame of the log, read with the key."""
    words, singly = said_only_in(dan, GONE) | {PRIVATE}, found_by_only(dan, GONE)
    assert {"kirsty", "lennox", "lantern"} <= set(found(dan, singly))
    assert len(words) > 100
    assert len(found(dan, words)) > 100

    done = erasures.erase(dan.desk, GONE, "The family asked.")

    assert [] == found(dan, words)
    assert [] == found(dan, singly)
    assert (True, True) == (done.swept, done.listed)
    dan.close()
    assert [] == found(dan, words)


def test_what_others_said_stays_and_the_store_verifies(dan):
    """Five families are whole, the chain has no gap, and the act is known."""
    before = {one.id: dan.plan(one.id) for one in plans.listing(dan.desk) if one.id != GONE}

    erasures.erase(dan.desk, GONE)

    assert before == {one.id: dan.plan(one.id) for one in plans.listing(dan.desk)}
    assert [] == opening.verify(dan.desk)["damage"]
    with dan.desk.reading() as tx:
        assert [(acts.ERASED, GONE, "Dan")] == [(one.act, one.plan, one.who) for one in acts.every(tx)]


def test_pictures_go_with_their_plan(dan):
    """A drawing that only this family made is nowhere; the others' are."""
    plan = samples.load("F6").id
    drawn = {one.hash for one in dan.plan(plan).media}

    erasures.erase(dan.desk, plan)

    with dan.desk.reading() as tx:
        assert drawn
        assert not drawn & set(media.names(tx))
        assert media.names(tx)


def test_what_is_erased_is_erased_once_and_is_no_plan_any_more(dan):
    """Each way to it says so in a sentence."""
    seen = dan.current(GONE)
    erasures.erase(dan.desk, GONE)

    with pytest.raises(AlreadyErased, match="erased here on"):
        erasures.erase(dan.desk, GONE)
    with pytest.raises(NoSuchPlan):
        erasures.erase(dan.desk, "never-here")
    with pytest.raises(NoSuchPlan, match="erased here"):
        dan.current(GONE)
    with pytest.raises(NoSuchPlan):
        plans.save(dan.desk, seen, msgspec.structs.replace(seen.plan, title="still open in a window"))
    with pytest.raises(NoSuchPlan):
        drafts.keep(dan.desk, plan=GONE, collection="", record="", field="title", text=PRIVATE, cursor=1)
    with pytest.raises(ErasedHere, match="erased here on"):
        plans.import_document(dan.desk, document.read_document(document.write(samples.load("F4"))))
    assert [] == found(dan, {PRIVATE, "still open in a window"})


def test_the_list_says_which_backups_may_hold_it_and_until_when(dan):
    """Those made before, 35 days from their making; the one made right after does not."""
    before = backups.make(dan.desk)
    erasures.erase(dan.desk, GONE, "The family asked.")

    (known,) = erasures.listing(dan.desk)
    assert ("The family asked.", 0) == (known.erasure.why, known.waiting)
    assert [before.folder] == [one.backup.folder for one in known.still]
    assert (before.made_at + 35 * DAY).astimezone().date() == known.still[0].until
    assert ["after-erasing", "asked"] == [one.why for one in backups.listed(dan.folder)]


def test_backups_that_hold_it_are_gone_36_days_later(dan):
    """Also where a store lay unused meanwhile, so that nothing else would take them."""
    backups.make(dan.desk)
    erasures.erase(dan.desk, GONE)
    later = int((datetime.now(UTC) + 36 * DAY).timestamp() * 1000)
    dan.desk.now = lambda: later
    backups.make(dan.desk)

    (known,) = erasures.listing(dan.desk)
    assert () == known.still


@pytest.mark.parametrize("harm", ["nothing", "store.db gone", "page damaged"])
def test_a_restore_of_an_older_backup_erases_again_what_was_erased_since(dan, harm):
    """By the store's own table, or where that is lost by the sealed list beside it; down to the pages."""
    words = said_only_in(dan, GONE) | {PRIVATE}
    older = backups.make(dan.desk)
    erasures.erase(dan.desk, GONE)
    dan.close()
    if harm == "store.db gone":
        (dan.folder / "store.db").unlink()
    if harm == "page damaged":
        held = bytearray((dan.folder / "store.db").read_bytes())
        held[4096:8192] = bytes(4096)
        held[100:140] = bytes(40)
        (dan.folder / "store.db").write_bytes(held)

    with backups.beside(dan.folder, PASSPHRASE, older.folder) as ready:
        ready.swap()

    assert [] == found(dan, words)
    assert GONE not in {one.id for one in plans.listing(dan.desk)}
    assert [] == opening.verify(dan.desk)["damage"]


def test_a_copy_on_another_disk_keeps_to_the_list_as_it_was_when_a_copy_was_last_made(dan, tmp_path):
    """An older copy restored on another laptop knows what was erased before the newest copy."""
    words = said_only_in(dan, GONE)
    older = backups.copy_to(dan.desk, backups.make(dan.desk), tmp_path / "disk")
    erasures.erase(dan.desk, GONE)
    backups.copy_to(dan.desk, backups.listed(dan.folder)[0], tmp_path / "disk")
    new = Laptop(tmp_path / "new")
    backups.into_new(new.folder, PASSPHRASE, older.folder)

    assert [] == found(new, words)
    assert 5 == len(plans.listing(new.desk))
    new.close()


def test_a_store_put_back_by_hand_from_before_erases_again_when_it_is_opened(dan, tmp_path):
    """Whoever copies old files over new ones brings nobody back."""
    words = said_only_in(dan, GONE) | {PRIVATE}
    dan.close()
    for name in ("store.db", "keys.json", "keys.copy.json"):
        shutil.copy(dan.folder / name, tmp_path / name)
    erasures.erase(dan.desk, GONE)
    dan.close()
    for name in ("store.db", "keys.json", "keys.copy.json"):
        shutil.copy(tmp_path / name, dan.folder / name)
    assert found(dan, words)

    assert 5 == len(plans.listing(dan.desk))
    assert [] == found(dan, words)


def test_an_erasure_whose_sweeping_had_no_room_is_finished_by_the_next_opening(dan, monkeypatch):
    """What is erased is erased; its traces in given-up pages go later, and that is said."""
    words = said_only_in(dan, GONE) | {PRIVATE}

    def no_room(store):
        raise Refused

    with monkeypatch.context() as patch:
        patch.setattr(sweeping, "sweep_if_due", no_room)
        done = erasures.erase(dan.desk, GONE)
        dan.close()

    assert not done.swept
    assert 5 == len(plans.listing(dan.desk))
    assert [] == found(dan, words)


def test_a_list_that_was_lost_is_written_again_when_the_store_is_opened(dan):
    """From the store's own table."""
    erasures.erase(dan.desk, GONE)
    before = erasures.listing(dan.desk)
    dan.close()
    (dan.folder / erasure_list.NAME).unlink()

    assert before == erasures.listing(dan.desk)
    assert (dan.folder / erasure_list.NAME).exists()


def test_opening_a_store_from_which_nothing_was_erased_writes_nothing(tmp_path):
    """No list, no sweeping."""
    laptop = a_laptop(tmp_path / "isla")
    laptop.begin(a_plan())
    laptop.close()
    opening.open_desk(laptop.folder, PASSPHRASE).close()

    assert not (laptop.folder / erasure_list.NAME).exists()


def test_what_an_erasure_says_as_json_holds_no_words(dan):
    """An id, days, folders of backups."""
    backups.make(dan.desk)
    words = said_only_in(dan, GONE)
    done = json.dumps(erasures.gone_as_json(erasures.erase(dan.desk, GONE)))

    assert not any(word in done for word in words)
