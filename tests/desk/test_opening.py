from __future__ import annotations

import pytest

from fsdesk.desk import opening, suggesting
from fsdesk.plans.examples import a_plan
from fsdesk.store import contact
from fsdesk.store.passphrase import prepared
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
