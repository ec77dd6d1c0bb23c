from __future__ import annotations

from fsdesk import settings
from fsdesk.desk import opening
from tests.store.stores import CHEAP, PASSPHRASE


def a_store(name: str):
    """A store where the program looks for stores."""
    folder = settings.stores() / name
    opening.create(folder, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    return folder


def test_list_needs_no_passphrase_and_tells_labels_alone(program, fsdesk_home):
    """With who has it open."""
    folder = a_store("north-west")
    told = program.json("store", "list")
    with opening.open_desk(folder, PASSPHRASE):
        used = program.json("store", "list")[0]["in_use"]
        said = program("store", "list")

    assert [{"label": "North west", "folder": str(folder), "practice": False, "in_use": None}] == told
    assert "another fsdesk" in used
    assert used in said.out
    assert "Dan" not in said.out


def test_without_stores_list_says_how_to_make_one(program, fsdesk_home):
    """And JSON is an empty list."""
    assert [] == program.json("store", "list")
    assert "no plans on this laptop yet" in program("store", "list").out


def test_put_away_and_add_move_a_store_off_the_list_and_on(program, fsdesk_home):
    """The store itself is not touched."""
    folder = a_store("north-west")
    before = sorted((one, one.stat().st_mtime_ns) for one in folder.iterdir())
    off = (program("store", "put-away", folder).code, program.json("store", "list"))
    on = (program("store", "add", folder).code, [one["label"] for one in program.json("store", "list")])

    assert ((0, []), (0, ["North west"])) == (off, on)
    assert before == sorted((one, one.stat().st_mtime_ns) for one in folder.iterdir())


def test_put_away_and_add_say_the_same_as_json(program, fsdesk_home):
    """One document each."""
    folder = a_store("north-west")

    assert {"folder": str(folder), "listed": False} == program.json("store", "put-away", folder)
    assert ("North west", str(folder)) == (
        (added := program.json("store", "add", folder))["label"],
        added["folder"],
    )


def test_put_away_refuses_what_is_no_store(program, fsdesk_home, tmp_path):
    """A slip in a name is not answered with "off the list"."""
    assert "no plans in that folder" in program.refuses("store", "put-away", tmp_path)


def test_add_refuses_what_is_no_store(program, fsdesk_home, tmp_path):
    assert "no plans in that folder" in program.refuses("store", "add", tmp_path)


def test_practice_makes_a_store_with_made_up_families(known, fsdesk_home):
    """It opens with the passphrase that was given, and stands on the list as practice."""
    made = known.json("store", "practice")
    listed = known.json("plan", "list", "--store", made["store"])

    assert 6 == len(listed)
    assert [(made["store"], True)] == [
        (one["folder"], one["practice"]) for one in known.json("store", "list")
    ]
