from __future__ import annotations

import msgspec

from fsdesk.plans import changes, plainly
from fsdesk.plans.edits import Again, Elements, Intent, Key, Part, TookBack, Wrote, make
from fsdesk.plans.examples import a_plan, a_strength
from fsdesk.plans.fold import Place
from tests.plans.laptops import Laptop


def told_of(laptop: Laptop) -> list[dict[str, object]]:
    """The edits of a laptop's plan in plain words."""
    return plainly.edits(laptop.edits.values())


def test_edits_are_told_the_earliest_first_with_everything_a_change_holds():
    """Who, when, the sentence, and what each change did to which record."""
    ann = Laptop("ann")
    ann.begin(a_plan())
    ann.write(
        msgspec.structs.replace(
            ann.plan, title="Our year", strengths=(a_strength("Sings.", "finn", id="s1"),)
        )
    )
    seen = ann.current()
    ann.act(changes.take_out(seen, Place("strengths", "s1")), intent=Intent.TOOK_OUT)
    began, wrote, out = told_of(ann)

    assert ("ann-1", "ann", 1, "Ann", "began") == tuple(
        began[key] for key in ("edit", "laptop", "number", "who", "intent")
    )
    assert "2023-11-14T22:13:20.000+00:00" == began["when"]
    assert "Began the plan" == began["sentence"]
    (part,) = wrote["parts"]
    assert ("general", True) == (part["part"], part["here"])
    (title,) = (one for one in part["changes"] if one.get("field") == "title")
    assert ("wrote", "", "plan", ["Our year"]) == tuple(
        title[key] for key in ("did", "collection", "record", "values")
    )
    assert "Sings." in str(part["changes"])
    assert {"did": "took_out", "collection": "strengths", "record": "s1", "saw": ["ann:2"]} == out["parts"][
        0
    ]["changes"][0]


def test_a_part_that_is_not_here_is_said_to_be_missing_and_nothing_more():
    """Withheld or erased."""
    ann = Laptop("ann")
    bare = ann.begin(a_plan()).without([Part.GENERAL])

    (told,) = plainly.edits([bare])
    assert [{"part": "general", "here": False}] == told["parts"]


def test_changes_of_every_kind_have_names_of_their_own():
    """Sets, moves, words taken back, what is said again, parts of a later kind."""
    ann = Laptop("ann")
    header = ann.begin(a_plan()).header
    said = Wrote("steps", "s", "what", ("Rings.",), (Key("ben", 3),))
    every = (
        Elements("goals", "g", "whose", ("finn",), (("ailsa", (Key("ann", 1),)),)),
        TookBack("voices", "v"),
        Again("steps", "s", Key("ben", 4), said),
    )
    (told,) = plainly.edits([make(header, [(Part.SEALED, every)], [bytes(32)])])
    (part,) = told["parts"]

    elements, back, again = part["changes"]
    assert "sealed" == part["part"]
    assert (["finn"], [{"element": "ailsa", "saw": ["ann:1"]}]) == (elements["added"], elements["removed"])
    assert "took_back" == back["did"]
    assert ("ben:4", ["ben:3"]) == (again["of"], again["change"]["saw"])
