"""The team by commands: what is held, who is on the list, how packages go their way, what leaves for others."""

from __future__ import annotations

import json
import shutil

from fsdesk.desk import cards, files
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, quote
from tests.desk.team import Laptop, a_laptop
from tests.journeys.scripted import PLAN, pair


def test_a_plan_is_held_at_import_and_accepted_later(script):
    """Exit 1 while it waits; what is held is listed, and gone from the list once it is accepted."""
    dan, morag = pair(script)
    script.edits(dan, title="The week's title")
    package = script.seals(dan, morag)

    looked = script(morag, "sync", "inspect", package, "--hold", PLAN, code=1)
    found = script.takes(morag, package, "--hold", PLAN, code=1)

    assert looked == found
    assert [("plan", "chosen")] == [(one["plan"], one["reason"]) for one in found["held_plans"]]
    assert script.document(morag).title != "The week's title"
    assert [1] == [one["edits"] for one in script(morag, "sync", "held", code=1)]
    assert 1 == script(morag, "sync", "accept", PLAN)["edits"]
    assert [] == script(morag, "sync", "held")
    assert "The week's title" == script.document(morag).title
    assert "Nothing of that plan is held" in script.refuses(morag, "sync", "accept", PLAN)


def test_a_change_of_laptop(script, tmp_path):
    """The new card takes the place of the old one, which ends at its last known edit; what it writes on is held."""
    dan, morag = pair(script)
    script(dan, "store", "backup")
    old = Laptop(tmp_path / "old")
    shutil.copytree(dan.folder, old.folder)
    before = dan.device
    script(dan, "store", "restore", "--yes")
    script(dan, "card", "export", "--to", dan.card, "--force")
    told = script(morag, "card", "accept", dan.card, "--verified", "--replaces", before)
    script.edits(dan, title="On the new laptop")
    script.edits(old, title="On the old laptop")

    script.sends(dan, morag)

    assert (True, "Dan") == (told["verified"], told["name"])
    assert "withdrawn" in script.refuses(morag, "sync", "import", script.seals(old, morag))
    assert "On the new laptop" == script.document(morag).title
    people = {one["device"]: one["withdrawn"] for one in script(morag, "card", "list")}
    assert (True, False) == (people[before], people[dan.device])


def test_the_way_of_a_package(script, tmp_path):
    """Sealed, handed over, received: three truths, by command; and the list of what nobody has yet."""
    dan, morag = pair(script)
    script.edits(dan, title="The week's title")
    package = script.seals(dan, morag)
    (tmp_path / "stick").mkdir()

    assert [1] == [one["edits"] for one in script(dan, "sync", "unreceived", code=1)]
    handed = script(dan, "sync", "hand-over", package, "--to", tmp_path / "stick")
    assert handed["handed_over"] == script(dan, "sync", "handed-over", "2")["handed_over"]
    watched = script(morag, "sync", "watch", tmp_path / "stick", "--once")
    assert ["imported"] == [one["status"] for one in watched["files"]]
    assert ["already"] == [one["status"] for one in script(morag, "sync", "watch", "--once")["files"]]
    script.confirms(morag, dan)
    assert [] == script(dan, "sync", "unreceived")
    (told,) = [one for one in script(dan, "sync", "state") if one["name"] == "Morag"]
    assert [(True, False), (True, True)] == [
        (one["received"], one["handed_over"] is not None) for one in told["packages"]
    ]
    said = script.program("sync", "state", "--store", dan.folder).out
    assert "handed over" in said


def test_the_team_list_by_command(script, tmp_path):
    """Withdrawn by the lead, written to a file, taken over by Dan; an older list is refused."""
    dan, morag = pair(script)
    script(morag, "card", "roster", "--to", tmp_path / "old")
    assert script(morag, "card", "withdraw", "Isla")["withdrawn"]
    script(morag, "card", "roster", "--to", tmp_path / "new")
    told = script(dan, "card", "roster", "--take", tmp_path / "new")

    assert {"Isla": True, "Dan": False, "Morag": False} == {
        one["name"]: one["withdrawn"] for one in told["people"]
    }
    assert "older" in script.refuses(dan, "card", "roster", "--take", tmp_path / "old")
    assert "withdrawn" in script.refuses(
        dan, "sync", "export", "--to", script.team.isla.card, "--out", tmp_path / "p"
    )


def test_not_yet_verified_is_told_wherever_a_card_is_shown(script, tmp_path):
    """List, export, import and state."""
    morag = script.team.morag
    mairi = a_laptop(tmp_path / "mairi")
    cards.accept(mairi.desk, morag.card)
    files.write(mairi.card, cards.own(mairi.desk)[1], force=True)
    mairi.begin(a_plan(id="mairis", code="7777-7777"))
    mairi.close()
    script(morag, "card", "accept", mairi.card)

    assert "not yet verified" in script.program("card", "list", "--store", morag.folder).out
    out = tmp_path / "to-mairi"
    said = script.program("sync", "export", "--to", mairi.card, "--out", out, "--store", morag.folder)
    assert "Not yet verified: Mairi." in said.out
    package = script.seals(mairi, morag)
    assert "not yet verified" in script.program("sync", "inspect", package, "--store", morag.folder).out
    assert not script.takes(morag, package)["from_verified"]
    assert "not yet verified" in script.program("sync", "state", "--store", morag.folder).out


def test_comments_by_command(script):
    """The lead's travels to the worker, the answer back; listed in words too."""
    dan, morag = pair(script)
    step = script.document(morag).steps[0].id
    asked = script(
        morag, "plan", "comment", PLAN, "--where", f"/steps/{step}", "--words", "Whose idea was this?"
    )
    script.sends(morag, dan)
    script(dan, "plan", "answer", PLAN, asked["id"], "--words", "Ailsa's own.")
    script.sends(dan, morag)

    (found,) = script(morag, "plan", "comments", PLAN)
    assert [("Dan", "Ailsa's own.")] == [(one["by"], one["words"]) for one in found["answers"]]
    assert ["Whose idea was this?", "Ailsa's own."] == [
        one.text[0].text for one in script.document(morag).comments
    ]
    assert "nothing at that place" in script.refuses(
        morag, "plan", "comment", PLAN, "--where", "/songs", "--words", "x"
    )
    assert "Ailsa's own." in script.program("plan", "comments", PLAN, "--store", morag.folder).out


def test_a_shared_copy_by_command(script, tmp_path):
    """What was agreed goes; what was not asked stays, in one sentence; a withdrawal goes as one."""
    dan, _ = pair(script)
    goal = script.document(dan).goals[0].id
    for consent in (m.Consent.GIVEN, m.Consent.WITHDRAWN):
        share = a_record(m.Share, id="share", org="School", what=quote("The mornings."), consent=consent)
        script.edits(dan, shares=(share,))
        words = ("plan", "share", PLAN, "--with", "share", "--to", tmp_path / consent, "--record", goal)
        made = script(dan, *words)
        assert (consent is m.Consent.WITHDRAWN) == made["withdrawal"]
    script.edits(dan, shares=(a_record(m.Share, id="share", org="School"),))

    said = script.refuses(dan, "plan", "share", PLAN, "--with", "share", "--to", tmp_path / "third")

    assert "not asked" in said
    held = [json.loads((tmp_path / name).read_text()) for name in ("given", "withdrawn")]
    assert ([1], True) == ([len(held[0]["records"]["goals"])], held[1]["withdrawn"])
    assert not (tmp_path / "third").exists()
