from __future__ import annotations

import random

import pytest

from fsdesk.jobs import quiet
from fsdesk.store import drafts, edits, erasing, plans, sweeping
from fsdesk.store.drafts import Draft, DraftPlace
from fsdesk.store.erasing import Erasure
from fsdesk.store.plans import Fold, PlanLine, Standing
from fsdesk.store.store import Store
from fsdesk.store.verify import verify
from tests.store.opened_files import contents_of
from tests.store.stores import PASSPHRASE, a_pen

FAMILIES = 60


def word(number: int) -> str:
    """What only one family says."""
    return f"<family {number:03}>"


def plan(number: int) -> str:
    """The id of a family's plan."""
    return f"plan-{number:03}"


@pytest.fixture
def used(store) -> Store:
    """A store in which many plans grew and shrank for a while, so that rows moved from page to page."""
    chance = random.Random(20261121)
    pen = a_pen(store)
    with store.transaction() as tx:
        for number in range(FAMILIES):
            edits.append(tx, pen.writes(word(number), plan=plan(number)))
    for _ in range(40):
        with store.transaction() as tx:
            for _ in range(20):
                _write(tx, chance, chance.randrange(FAMILIES))
    return store


def _write(tx, chance, number):
    words = word(number) * chance.randrange(1, 120)
    fold = Fold(version=1, frontier={}, body=words.encode())
    line = PlanLine(id=plan(number), title=words[:500], names=words[: chance.randrange(1400)])
    plans.put(tx, [Standing(line=line, fold=fold, unsettled={"one": words[:700].encode()})])
    place = DraftPlace(plan(number), "steps", f"s{chance.randrange(40)}", "what", "m")
    drafts.keep(tx, Draft(place=place, text=words, changed_at=1))


def erase_half(store):
    """Erase every second family's plan."""
    with store.transaction() as tx:
        for number in range(0, FAMILIES, 2):
            erasing.erase(tx, Erasure(plan=plan(number), erased_at=7, who="Morag"))


def found_in(folder, numbers) -> list[int]:
    """Which of these families' words stand in any page of any file."""
    held = contents_of(folder)
    return [number for number in numbers if word(number).encode() in held]


def test_deleting_alone_leaves_words_behind_and_sweeping_leaves_none(used):
    """In the free part of pages copies of moved rows stay, until every page was written anew."""
    erase_half(used)
    used.checkpoint()
    assert found_in(used.folder, range(0, FAMILIES, 2))
    assert sweeping.is_due(used)

    sweeping.sweep(used)

    assert [] == found_in(used.folder, range(0, FAMILIES, 2))
    assert list(range(1, FAMILIES, 2)) == found_in(used.folder, range(1, FAMILIES, 2))
    assert not sweeping.is_due(used)
    assert [] == verify(used, quiet())


def test_a_store_that_nothing_was_erased_from_is_not_swept(used):
    """There is nothing to do."""
    before = used.ask("PRAGMA page_count")
    sweeping.sweep_if_due(used)

    assert before == used.ask("PRAGMA page_count")


def test_what_was_not_swept_before_the_end_is_due_when_the_store_is_opened_again(used):
    """The note that it is due is part of the erasure's own transaction."""
    erase_half(used)
    used.close()

    with Store.open(used.folder, PASSPHRASE) as again:
        assert sweeping.is_due(again)
        sweeping.sweep_if_due(again)
    assert [] == found_in(used.folder, range(0, FAMILIES, 2))
