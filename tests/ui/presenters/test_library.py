from __future__ import annotations

import pytest

from fsdesk.errors import Refused
from fsdesk.plans import checks, principles
from fsdesk.ui.presenters import library
from fsdesk.ui.presenters.library import LibraryPresenter
from tests.ui.presenters.fakes import Desk, Screen


class Library:
    def __init__(self) -> None:
        self.screen, self.desk = Screen(), Desk()
        self.presenter = LibraryPresenter(self.screen, beside=self.desk.submit)
        self.presenter.begin()

    @property
    def shelves(self):
        return self.screen.last("show_shelves")[0]

    @property
    def found(self) -> list[str]:
        return [page.id for shelf in self.shelves for page in shelf.pages]

    @property
    def page(self):
        return self.screen.last("show_page")[0]


@pytest.fixture
def made() -> Library:
    library_ = Library()
    library_.desk.run()
    return library_


def shelf(made: Library, id_: str):
    return next(one for one in made.shelves if one.id == id_)


def test_the_lists_of_the_design_come_first(made):
    """Glasgow's eleven, eight for working together and their closing clause, the ten national ones, the table."""
    assert [
        ("Glasgow practice principles", 11),
        ("Glasgow collaboration principles", 9),
        ("National principles", 10),
        ("Which ideas belong together", 11),
    ] == [(one.title, len(one.pages)) for one in made.shelves[:4]]


def test_every_principle_and_every_background_entry_has_a_page(made):
    frameworks = [one for one in principles.load().frameworks if one.kind != "lists"]
    expected = {entry.id for one in frameworks for entry in (*one.principles, *one.entries)}

    assert expected == {one for one in made.found if not one.startswith("AL-")}


def test_a_page_says_our_words_the_exact_place_and_the_parts(made):
    made.presenter.choose("GP-VOICE")

    assert "Voice and Influence" == made.page.title
    assert made.page.source.endswith("Table 1, row 1, right")
    assert ["Statement 1", "Statement 2", "Statement 3"] == [part.source for part in made.page.parts]


def test_a_page_names_the_rules_that_look_at_it_or_at_one_of_its_parts(made):
    """Each once, with the reason that the rulebook gives."""
    made.presenter.choose("GP-VOICE")
    ids = {"GP-VOICE", *(one.id for one in principles.load().index["GP-VOICE"].statements)}
    rules = [one for one in checks.rules_listing() if ids & set(one["principles"])]
    named = {rule.id: rule for rule in made.page.rules}

    assert {one["id"] for one in rules} == named.keys()
    assert len(named) == len(made.page.rules)
    assert next(one["why"] for one in rules if one["id"] == "R-01") == named["R-01"].why
    assert next(one["question"] for one in rules if one["id"] == "Q-02") == named["Q-02"].why


def test_what_one_plan_cannot_show_says_why(made):
    made.presenter.choose("GC-REFRESH")

    assert made.page.beyond
    assert not made.page.is_principle


def test_a_row_of_the_table_names_every_list_and_marks_our_readings(made):
    made.presenter.choose("AL-09")
    national = next(one for one in made.page.same if one.framework == "National Framework")

    assert "Collaborative networks of support" == made.page.title
    assert "Collaborative and Seamless (as we read it), Skilled and supported workforce (as we read it)" == (
        national.said
    )


def test_a_list_has_a_page_of_its_own_with_its_document(made):
    made.presenter.choose("national")

    assert "National principles" == made.page.title
    assert "Holistic whole family support: routemap and national principles" == made.page.source


def test_at_first_the_first_principle_is_read(made):
    assert "GP-RIGHTS" == made.page.id


@pytest.mark.parametrize(
    ("query", "among"),
    [
        ("voice", "NP-07"),
        ("VOICE influ", "GP-VOICE"),
        ("r-14", "NP-02"),
        ("gc-power", "GC-POWER"),
        ("poverty", "NP-09"),
        ("engaging", "AL-07"),
    ],
)
def test_a_search_finds_by_the_beginnings_of_words(made, query, among):
    """In titles, in what is asked, in rules and ids, and in what other lists call it."""
    made.presenter.search(query)
    _, found, total = made.screen.last("show_shelves")

    assert among in made.found
    assert len(made.found) == found < total


def test_every_word_of_a_search_has_to_fit(made):
    made.presenter.search("voice zebra")

    assert ((), 0) == (tuple(made.shelves), made.screen.last("show_shelves")[1])


def test_a_search_that_leaves_out_the_page_that_is_read_reads_the_first_it_found(made):
    made.presenter.choose("GP-VOICE")
    made.presenter.search("trauma-informed")

    assert made.found[0] == made.page.id


def test_a_search_that_keeps_the_page_that_is_read_leaves_it(made):
    made.presenter.choose("GP-VOICE")
    before = made.screen.count("show_page")
    made.presenter.search("voice")

    assert before == made.screen.count("show_page")


def test_a_page_there_is_not_is_not_read(made):
    before = made.screen.count("show_page")
    made.presenter.choose("GP-NOBODY")

    assert before == made.screen.count("show_page")


def test_a_catalogue_that_cannot_be_read_is_told_in_the_page(monkeypatch):
    refused = Refused("The catalogue of principles cannot be used.", "Put back the file.")

    def broken():
        raise refused

    made = Library()
    monkeypatch.setattr(library, "_rules", broken)
    made.desk.run()

    assert (refused,) == made.screen.last("show_refused")


def test_a_page_is_said_whole_to_a_screen_reader(made):
    made.presenter.choose("GP-VOICE")

    for said in (
        "what they say changes something",
        "Table 1, row 1, right",
        "Safe to speak",
        "The Promise: ",
    ):
        assert said in made.page.said
