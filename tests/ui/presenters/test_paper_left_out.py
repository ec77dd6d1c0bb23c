from __future__ import annotations

from datetime import date

import pytest

from fsdesk import resources
from fsdesk.desk import prints
from fsdesk.errors import Refused
from fsdesk.plans import samples
from fsdesk.plans.tokens import folded, needles_of
from fsdesk.ui.presenters.paper_left_out import COACH, SAFETY, SURNAME, left_out_of
from fsdesk.ui.presenters.paper_notes import TALKING_COPY, is_private, notes_of

ALL_GATES = dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan")


def prepared(sample: str, reader: str, format: str = "plan", **confirmed: str):
    path = resources.path("samples", f"{sample}.json")
    return prints.prepare_file(
        path, reader=reader, format=format, language="en", confirmed=confirmed or {}, today=date(2026, 11, 20)
    )


def said(sample: str, reader: str, format: str = "plan", confirmed=None) -> list[str]:
    path = resources.path("samples", f"{sample}.json")
    made = prints.prepare_file(
        path,
        reader=reader,
        format=format,
        language="en",
        confirmed=confirmed or {},
        today=date(2026, 11, 20),
    )
    return [f"{one.what} {one.why}" for one in left_out_of(samples.load(sample), made)]


def test_safety_stands_in_every_list_so_that_it_tells_nothing():
    """A plan with hidden places and one with none say the same."""
    always = [f"{one.what} {one.why}" for one in (SAFETY, SURNAME, COACH)]

    assert always == said("F3", "donna")[-3:] == said("F4", "ewan", confirmed=ALL_GATES)[-3:]


def test_no_list_names_a_hidden_place_or_number():
    hidden = needles_of(samples.load("F4").safety_between[0].tokens)
    for reader in ("ewan", "isla", "jamie"):
        for format in ("plan", "child", "review-sheet"):
            try:
                lines = said("F4", reader, format, ALL_GATES)
            except Refused:  # a gate that nobody may answer, or no child's page for a grown-up
                continue
            assert not any(hidden.are_in(folded(line)) for line in lines)


def test_somebody_from_whom_a_home_is_hidden_reads_what_anybody_outside_the_plan_reads():
    """Paul is not in his family's plan, and nothing is hidden from him; the words are the same but for the name."""
    ewan = [one for one in said("F4", "ewan", confirmed=ALL_GATES) if "decided" not in one]
    paul = said("F2", "paul")

    assert [one.replace("Ewan", "Paul") for one in ewan] == paul


def test_what_was_left_out_by_name_says_who_decided():
    assert "Dan decided so." in said("F4", "ewan", confirmed=ALL_GATES)[0]


def test_notes_and_addresses_are_counted_and_never_quoted():
    lines = said("F1", "adaeze")

    assert any(line.startswith("2 of your notes.") for line in lines)
    assert any(line.startswith("Addresses.") for line in lines)


@pytest.mark.parametrize(
    ("sample", "reader", "format", "words"),
    [("F3", "tyler", "child", "Tyler’s own"), ("F1", "adaeze", "easy-read", "no easy line")],
)
def test_what_a_document_leaves_out_by_itself_is_said(sample, reader, format, words):
    assert any(words in line for line in said(sample, reader, format))


def test_a_page_of_a_plan_that_is_not_agreed_is_a_talking_copy():
    assert TALKING_COPY in notes_of(samples.load("F3"), prepared("F3", "donna"))
    assert TALKING_COPY not in notes_of(samples.load("F1"), prepared("F1", "adaeze"))


def test_a_page_for_everybody_is_not_private_and_one_for_somebody_outside_is():
    assert not is_private(prepared("F1", "adaeze"))
    assert is_private(prepared("F2", "paul"))
