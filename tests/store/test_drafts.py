from __future__ import annotations

from fsdesk.store import drafts
from fsdesk.store.drafts import Draft, DraftPlace
from fsdesk.store.store import Store
from tests.store.stores import PASSPHRASE
from tests.store.written import PLAN

PLACE = DraftPlace(PLAN, "steps", "s1", "what", "morag")


def keep(store, *made):
    """Keep drafts."""
    with store.transaction() as tx:
        for draft in made:
            drafts.keep(tx, draft)


def test_the_last_of_what_was_typed_is_kept_with_its_cursor(store, folder):
    """After closing and opening again text and cursor are back."""
    last = Draft(place=PLACE, text="Dan rings the colle", cursor=19, rest=b"card", changed_at=2)
    keep(store, Draft(place=PLACE, text="Dan", cursor=3, changed_at=1), last)
    store.close()

    with Store.open(folder, PASSPHRASE) as again, again.reading() as tx:
        assert [last] == drafts.every(tx)


def test_there_is_one_draft_for_each_field_and_person(store):
    """Two people, two fields, the plan's own field and another plan do not disturb each other."""
    places = [
        PLACE,
        PLACE._replace(person="ann"),
        PLACE._replace(field="note"),
        DraftPlace(PLAN, "", "", "title", "morag"),
        PLACE._replace(plan="another"),
    ]
    made = [Draft(place=place, text=str(number), changed_at=number) for number, place in enumerate(places)]
    keep(store, *made)
    with store.transaction() as tx:
        drafts.let_go(tx, PLACE)
        drafts.let_go(tx, PLACE)

    with store.reading() as tx:
        assert sorted(made[1:], key=lambda draft: draft.place) == drafts.every(tx)
        assert sorted(made[1:4], key=lambda draft: draft.place) == drafts.of_plan(tx, PLAN)
