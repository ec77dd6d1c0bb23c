from __future__ import annotations

import json

import msgspec
import pytest

from fsdesk.plans import fields
from fsdesk.plans.access import NoPaper, Pack
from fsdesk.plans.access.sheet import labels, sheet_of
from fsdesk.plans.access.wire import as_json
from fsdesk.plans.audience.guard import WouldGiveAway
from fsdesk.plans.sheet import texts
from fsdesk.plans.tokens import needles_of
from tests.plans.access.test_pack import EVERYBODY, LENNOX, MOIRA_AND_RORY, PLANS, packed
from tests.plans.sample_reading import all_plans


def page(pack: Pack) -> str:
    """Every text on the paper of a pack."""
    return "\n".join(texts(sheet_of(pack)))


@pytest.mark.parametrize(("name", "person"), EVERYBODY)
def test_every_line_of_a_pack_stands_on_its_paper_and_nothing_else_of_the_plan(name, person):
    """No more and no less than its lines."""
    try:
        pack = packed(PLANS[name], person)
    except NoPaper:
        return
    said = page(pack)

    assert [] == [text.text for line in pack.lines for text in line.words if text.text not in said]


def test_beside_each_paragraph_stands_whom_it_is_about():
    """You; you and others by name; all of you."""
    told = {block.who for section in sheet_of(packed(LENNOX, "jamie")).sections for block in section.blocks}

    assert {"You", "You and Ewan", "You and Kirsty", "You, Isla and Kirsty", "All of you", ""} == told


def test_own_words_stand_in_quotation_marks():
    """As on a printed plan."""
    assert "“I like a quiet start.”" in page(packed(LENNOX, "jamie"))


def test_what_is_left_out_is_one_number_and_one_sentence_whatever_it_is():
    """A serious worry cannot be told from a brother's strength by it."""
    pack = packed(MOIRA_AND_RORY, "rory")
    without = msgspec.structs.replace(MOIRA_AND_RORY, worries=())
    said, other = page(pack), page(packed(without, "rory"))

    assert f"{pack.left_out_count} notes are left out" in said
    assert said.replace(str(pack.left_out_count), "N").count("left out") == other.count("left out")
    for word in ("serious", "sealed", "worr", "private", "safety"):
        assert word not in said.split("What is not in here?")[-1].split("What are your rights?")[0].lower()


def test_somebody_to_be_kept_safe_from_is_told_no_number():
    """The sentence stands, and whom to ask."""
    said = page(packed(LENNOX, "ewan"))

    assert "notes are left out" not in said
    assert "You can ask the team lead" in said


def test_neither_paper_nor_program_says_a_surname_or_why():
    """The name of the file's document is a code; the family's own name stands nowhere."""
    for name, plan in all_plans().items():
        person = next(one for one in plan.people if one.in_plan and not one.no_paper)
        sheet = sheet_of(packed(plan, person.id))
        assert plan.code in sheet.document_title, name
        assert person.name not in sheet.document_title
        if plan.family_name and plan.family_name not in {one.name for one in plan.people}:
            assert not needles_of([plan.family_name], parts=False).are_in(sheet.footer + sheet.document_title)


def test_a_word_that_would_give_something_away_stops_the_paper_at_the_last_look():
    """Though every line was looked at before."""
    pack = packed(LENNOX, "ewan")
    slipped = msgspec.structs.replace(
        pack.lines[0], words=(msgspec.structs.replace(pack.lines[0].words[0], text="near Rossmuir"),)
    )

    with pytest.raises(WouldGiveAway):
        sheet_of(msgspec.structs.replace(pack, lines=(slipped,)))


def test_every_label_names_a_field_of_the_model():
    """None is left over from a field that is gone."""
    known = {name for collection in (fields.PLAN, *fields.collections()) for name in fields.of(collection)}

    assert set() == set(labels()) - known


def test_as_json_each_line_says_where_it_stood_whom_it_is_about_and_when_it_was_noted():
    """In the order of the pack; days as days, own words marked."""
    pack = packed(LENNOX, "jamie")
    told = json.loads(as_json(pack, {}))
    (words,) = (one for one in told["lines"] if (one["record"], one["field"]) == ("about-start", "words"))

    assert ("fsdesk-access-pack", 1, "jamie", "2026-11-12") == (
        told["format"],
        told["version"],
        told["person"],
        told["made_on"],
    )
    assert len(pack.lines) == len(told["lines"])
    assert ("person", ["jamie"], "about_us") == (words["about"], words["people"], words["collection"])
    assert [{"text": "I like a quiet start.", "lang": "en", "own_words": True}] == words["words"]
    assert {"day": "2026-06-18"} in [one for line in told["lines"] for one in line["words"]]
    assert pack.left_out_count == told["left_out"]["count"]


def test_as_json_a_pack_gives_no_reason_and_to_whom_is_to_be_kept_safe_from_no_number():
    """The reasons are for the worker alone."""
    told = json.loads(as_json(packed(LENNOX, "ewan"), {}))

    assert {"count", "because", "ask"} == set(told["left_out"])
    assert told["left_out"]["count"] is None


def test_as_json_a_persons_own_pictures_are_in_it():
    """Those that are here."""
    pack = packed(MOIRA_AND_RORY, "rory")
    (name,) = pack.pictures

    assert [{"hash": name, "base64": "cGlj"}] == json.loads(as_json(pack, {name: b"pic"}))["pictures"]
    assert [] == json.loads(as_json(pack, {}))["pictures"]
