"""The page about sheets that come back says what the program does."""

from __future__ import annotations

import re

from fsdesk.cli.plan_paper import COMMANDS
from fsdesk.plans import model as m
from fsdesk.plans.paper import form, misread
from tests.handbook import pages

PAGE = "paper-returns.md"


def test_the_form_on_the_page_is_one_that_is_read():
    """Whoever copies it has a form to fill in, with every field that a form has."""
    (held,) = re.findall(r"```json\n(.*?)```", pages.text_of(PAGE), re.DOTALL)
    read = form.read(held.encode())

    assert [1, 2, 6] == [one.box for one in read.answers]
    assert "Gran cooks noo. It's braw." == read.answers[0].words
    assert [] == [
        one
        for one in (*form.Form.__struct_fields__, *form.Typed.__struct_fields__)
        if one not in pages.text_of(PAGE)
    ]


def test_every_code_on_the_page_is_a_code():
    """Typed, and as the text of a square."""
    codes = re.findall(r'paper-open "([^"]+)"', pages.text_of(PAGE))

    assert [("K7QM-3TXH", 4, "B")] * 2 == [
        (one.code, one.version, one.letter) for one in map(misread.read, codes)
    ]


def test_every_hand_and_every_option_stands_on_the_page():
    """None is a secret."""
    text = pages.text_of(PAGE)
    options = {name for command in COMMANDS for option in command.params for name in option.opts}
    wanted = {one for one in options if one.startswith("--")} - {"--store", "--passphrase-file", "--today"}

    assert [] == [one for one in (*sorted(wanted), *(str(hand) for hand in m.Hand)) if one not in text]
