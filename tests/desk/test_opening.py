from __future__ import annotations

import pytest

from fsdesk.desk import opening, suggesting
from fsdesk.plans.examples import a_plan
from fsdesk.store import contact
from fsdesk.store.passphrase import prepared
from fsdesk.store.refusals import UnfitPassphrase
from tests.store.stores import CHEAP, PASSPHRASE


def test_a_desk_that_was_closed_gives_nothing_more(team):
    """Whoever still holds it cannot read on."""
    desk = team.dan.desk
    team.dan.close()

    with pytest.raises(Exception), desk.reading():  # noqa: B017 - whatever the store says
        pass


def test_info_counts_and_names_nobody(team):
    """Plans and edits as they grow."""
    team.dan.begin(a_plan())
    team.dan.write("plan", title="Our year")
    told = opening.info(team.dan.desk)

    assert (1, 2, team.dan.device) == (told["plans"], told["edits"], told["device"])
    assert "Dan" not in str(told)


def test_the_folder_of_a_new_store_needs_a_role_that_there_is(tmp_path):
    """Nothing is made for another."""
    with pytest.raises(ValueError):
        opening.create(tmp_path / "s", name="Dan", role="boss", passphrase=PASSPHRASE, derivation=CHEAP)

    assert [] == list(tmp_path.iterdir())


def test_a_suggested_passphrase_is_six_words_of_the_list_and_another_each_time():
    """It is one that a store takes."""
    made = {suggesting.passphrase() for _ in range(50)}

    assert 50 == len(made)
    for words in made:
        assert 6 == len(words.split(" "))
        assert set(words.split(" ")) <= set(contact.word_list())
        assert prepared(words)


NEW = "violet seven harbour bus"


def test_an_open_desk_takes_another_passphrase_once_the_old_one_is_typed(team):
    """The desk stays open, and what it holds stays as it is."""
    folder, desk = team.dan.folder, team.dan.desk
    before = opening.passphrase_made_at(desk)
    opening.change_passphrase_of(desk, PASSPHRASE, NEW, CHEAP)

    assert before is not None
    assert opening.passphrase_made_at(desk) >= before
    assert "Dan" == desk.name
    team.dan.close()
    opening.open_desk(folder, NEW).close()
    with pytest.raises(opening.WrongPassphrase):
        opening.open_desk(folder, PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [("another one", NEW, opening.WrongPassphrase), (PASSPHRASE, "", UnfitPassphrase)],
)
def test_another_old_passphrase_or_an_unfit_new_one_changes_nothing(team, old, new, refused):
    """The keys are the very same."""
    keys = team.dan.desk.store.keys

    with pytest.raises(refused):
        opening.change_passphrase_of(team.dan.desk, old, new, CHEAP)
    assert keys is team.dan.desk.store.keys
