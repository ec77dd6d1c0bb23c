"""The pages about rules: made from the rules, and as they were made last."""

from __future__ import annotations

import re

import pytest

from fsdesk.plans import rule_pages, rulebook
from tests.handbook.pages import HANDBOOK, text_of

MADE = rule_pages.pages()


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_page_says_what_its_rule_does(name):
    """Whoever changes a rule or its words makes the pages anew (`make handbook`)."""
    assert MADE[name] == text_of(name)


def test_there_is_a_page_for_every_rule_and_for_nothing_else():
    """What `fsdesk principles` lists can be looked up."""
    there = {path.stem for path in (HANDBOOK / rule_pages.FOLDER).glob("*.md")}

    assert {rule["id"] for rule in rulebook.rules_listing()} == there


def test_every_link_of_the_index_leads_to_a_page():
    """And every page is linked."""
    linked = re.findall(r"\]\(([^)]+)\)", MADE[rule_pages.INDEX])

    assert sorted({*MADE} - {rule_pages.INDEX}) == sorted(linked)


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_page_names_its_sources_as_a_reader_finds_them(name):
    """A document and a place in it; no file, no number of a line."""
    sources = re.findall(r"^- \*\*[A-Z0-9.-]+\*\* .* \((.+)\)$", MADE[name], flags=re.MULTILINE)

    assert sources or name == rule_pages.INDEX
    assert [] == [one for one in sources if re.search(r"\.(txt|pdf|docx?)\b|\bline \d", one)]
