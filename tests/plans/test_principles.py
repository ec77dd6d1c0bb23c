from __future__ import annotations

import re
from collections import Counter

import pytest

from fsdesk.errors import Refused
from fsdesk.plans.principles import Entry, as_listing, load, principle_ids

NATIONAL = [f"NP-{n:02}" for n in range(1, 11)]
PRACTICE = [
    "GP-RIGHTS", "GP-VOICE", "GP-STRENGTHS", "GP-INCLUSIVE", "GP-COMMUNITY", "GP-NONSTIGMA", "GP-FLEXIBLE",
    "GP-TRAUMA", "GP-COMPASSION", "GP-PREVENTION", "GP-COLLAB",
]  # fmt: skip
COLLABORATION = [
    "GC-VISION", "GC-COMMON-LANGUAGE", "GC-POWER", "GC-TRUST", "GC-LEARNING", "GC-DIFFERENCE", "GC-BRAVE",
    "GC-MIRROR",
]  # fmt: skip
PRIORITIES = [f"SP-{n}" for n in range(1, 6)]
NAMED_BY_RULES_BESIDES = [
    "SP-1.1", "SP-1.4", "SP-5.2", "NC-1.1", "NC-2.1", "NC-2.2", "NC-2.3", "NC-2.5", "NC-3.4", "NC-4.2",
    "NS-1.2", "NS-1.3", "NS-1.4", "NS-2.1", "NS-3.1", "NS-3.5", "NS-4.1", "NS-4.2", "ND-2", "GV-1", "GT-1",
    "GQ-1", "KQ-4", "FS-02", "PL", "TM",
]  # fmt: skip


def every_entry() -> list[Entry]:
    return list(load().index.values())


class TestWhatItHolds:
    def test_the_principles_are_those_of_both_documents_in_their_order(self) -> None:
        assert tuple(NATIONAL + PRACTICE + COLLABORATION + PRIORITIES) == principle_ids()

    def test_it_holds_as_many_of_each_kind_as_the_documents_do(self) -> None:
        kinds = Counter(entry.kind for entry in every_entry())

        assert {
            "principle": 10 + 11 + 8,
            "clause": 1,
            "statement": 37,
            "priority": 5,
            "commitment": 25,
            "change": 19,
            "enabler": 2,
            "success": 15,
            "vision": 2,
            "definition": 4,
            "theory": 1,
            "quotation": 1,
            "list": 14 + 4 + 2,
        } == kinds

    @pytest.mark.parametrize(
        ("principle", "parts"),
        [("GP-RIGHTS", 2), ("GP-STRENGTHS", 4), ("GP-TRAUMA", 5), ("GP-COLLAB", 3), ("SP-1", 7), ("SP-2", 3)],
    )  # fmt: skip
    def test_a_principle_has_its_statements_numbered_in_order(self, principle: str, parts: int) -> None:
        whole = load().principle_of(principle)

        assert whole is not None
        assert [f"{principle}.{n}" for n in range(1, parts + 1)] == [one.id for one in whole.statements]

    @pytest.mark.parametrize(
        "entry_id", NATIONAL + PRACTICE + COLLABORATION + PRIORITIES + NAMED_BY_RULES_BESIDES
    )
    def test_every_id_that_a_rule_names_is_there(self, entry_id: str) -> None:
        assert entry_id == load().entry(entry_id).id

    @pytest.mark.parametrize(
        ("entry_id", "name"),
        [
            ("NP-07", "Take account of families' voice"),
            ("NP-10", "Underpinned by Children's Rights"),
            ("GP-COMMUNITY", "Community/Neighbourhood based"),
            ("GC-DIFFERENCE", "Embracing and celebrating differences and diversity"),
            ("SP-3", "Collaborative neighbourhood networks"),
        ],
    )
    def test_a_principle_bears_the_name_that_its_document_gives_it(self, entry_id: str, name: str) -> None:
        assert (name, False) == (load().entry(entry_id).title, load().entry(entry_id).title_is_ours)

    def test_no_principle_and_no_priority_bears_a_name_of_ours(self) -> None:
        assert [] == [one.id for one in load().principles if one.title_is_ours]

    def test_the_clause_is_not_a_ninth_collaboration_principle(self) -> None:
        assert load().principle_of("GC-REFRESH") is None

    def test_a_statement_belongs_to_its_principle_and_background_to_none(self) -> None:
        found = [load().principle_of(one) for one in ("GP-VOICE.2", "SP-5.2", "NC-3.2")]

        assert ["GP-VOICE", "SP-5", None] == [one and one.id for one in found]

    def test_policies_are_listed_and_checked_against_by_nothing(self) -> None:
        names = {driver.name for group in load().drivers for driver in group.drivers}

        assert {"UNCRC", "The Equalities Act 2010", "All in for Glasgow"} <= names
        assert names.isdisjoint(load().index)

    def test_an_unknown_id_is_refused_by_name(self) -> None:
        with pytest.raises(Refused, match=r"'NP-11'.*fsdesk principles"):
            load().entry("NP-11")


class TestWords:
    def test_every_entry_has_a_name_a_statement_and_a_place(self) -> None:
        bare = [one.id for one in every_entry() if not (one.title and one.statement and one.source.locator)]

        assert [] == bare

    def test_places_are_named_as_a_reader_of_the_published_document_finds_them(self) -> None:
        locators = [entry.source.locator for entry in every_entry()]
        locators += [row.locator for row in load().alignment.rows]
        locators += [group.source.locator for group in load().drivers]

        assert [] == [place for place in locators if re.search(r"line|l\.|\.txt", place)]

    @pytest.mark.parametrize(
        ("entry_id", "document", "locator"),
        [
            (
                "NP-04",
                "Holistic whole family support: routemap and national principles",
                "National Framework Principles of Holistic Whole Family Support, item 4",
            ),
            (
                "GP-COMMUNITY.2",
                "Glasgow Family Support Strategy 2024–2030",
                "Our Practice Principles: How we work with families, Table 1, row 3, left, statement 2",
            ),
            (
                "SP-4.2",
                "Glasgow Family Support Strategy 2024–2030",
                "Family Support Priorities, 4. People and Resources, Our commitment, item 2",
            ),
            (
                "PL",
                "Holistic whole family support: routemap and national principles",
                "National Framework Principles of Holistic Whole Family Support, item 4",
            ),
        ],
    )
    def test_a_place_is_document_section_and_row_or_item(
        self, entry_id: str, document: str, locator: str
    ) -> None:
        source = load().entry(entry_id).source

        assert (document, locator) == (source.document, source.locator)

    def test_no_two_principles_stand_in_the_same_place(self) -> None:
        places = Counter((one.source.document, one.source.locator) for one in load().principles)

        assert 1 == max(places.values())

    def test_statements_are_short_and_calm(self) -> None:
        loud = re.compile(
            r"!|\b(fail(ed|s|ure)?|invalid|illegal|abort|cases?|clients?|scores?|must|service users?)\b",
            re.IGNORECASE,
        )
        spoken = [(one.id, words) for one in every_entry() for words in (one.statement, one.beyond_because)]

        assert [] == [entry_id for entry_id, words in spoken if loud.search(words)]
        assert [] == [entry_id for entry_id, words in spoken if len(words.split()) > 45]

    @pytest.mark.parametrize("entry_id", ["SP-3.1", "SP-4.1", "SP-4.2", "NC-3.2", "NC-3.3", "GC-REFRESH"])
    def test_what_one_plan_cannot_show_says_so_in_a_sentence(self, entry_id: str) -> None:
        entry = load().entry(entry_id)

        assert entry.beyond_one_plan
        assert entry.beyond_because.endswith(".")

    def test_every_principle_can_be_looked_at_in_one_plan(self) -> None:
        assert [] == [one.id for one in load().principles if one.beyond_one_plan]

    def test_nothing_that_a_rule_names_is_said_to_be_beyond_one_plan(self) -> None:
        assert [] == [one for one in NAMED_BY_RULES_BESIDES if load().entry(one).beyond_one_plan]


class TestListing:
    def test_each_principle_gives_the_keys_that_scripts_read(self) -> None:
        first = as_listing({"NP-01": ["R-06", "W-01"]})["principles"][0]

        assert {"id", "framework", "title", "source", "aligned", "rules", "statements"} <= first.keys()
        assert ("NP-01", "national", "Non-stigmatising") == (first["id"], first["framework"], first["title"])
        assert {"document", "locator"} == first["source"].keys()
        assert ["R-06", "W-01"] == first["rules"]

    def test_a_rule_of_a_statement_is_listed_once_with_its_principle_too(self) -> None:
        listed = as_listing({"SP-1": ["W-01"], "SP-1.1": ["R-03"], "SP-1.4": ["R-04", "R-03"]})
        priority = next(one for one in listed["principles"] if one["id"] == "SP-1")

        assert ["W-01", "R-03", "R-04"] == priority["rules"]
        assert ["R-03"] == priority["statements"][0]["rules"]

    def test_every_id_of_the_catalogue_is_reached_through_it(self) -> None:
        listed = as_listing({})
        inside = [part["id"] for one in listed["principles"] for part in (one, *one["statements"])]
        beside = [entry["id"] for framework in listed["frameworks"] for entry in framework["entries"]]

        assert sorted(load().index) == sorted(inside + beside)

    def test_each_framework_names_its_principles(self) -> None:
        by_id = {one["id"]: one["principles"] for one in as_listing({})["frameworks"]}

        assert NATIONAL == by_id["national"]
        assert PRACTICE == by_id["glasgow-practice"]
        assert COLLABORATION == by_id["glasgow-collaboration"]
        assert PRIORITIES == by_id["glasgow-priorities"]

    def test_the_alignment_is_listed_with_how_sure_each_cell_is(self) -> None:
        rows = {row["id"]: row["cells"] for row in as_listing({})["alignment"]["rows"]}

        assert [f"AL-{n:02}" for n in range(1, 12)] == list(rows)
        assert {"read", "repaired", "doubtful"} == {
            cell["certainty"] for row in rows.values() for cell in row.values()
        }
        assert rows["AL-03"]["glasgow"]["readings"][0]["as_we_read_it"]
