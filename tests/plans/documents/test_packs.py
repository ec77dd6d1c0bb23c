from __future__ import annotations

import datetime
import re
import tomllib

import pytest

from fsdesk import resources
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.sheet.packs import pack_of
from fsdesk.plans.sheet.phrases import NoSuchLanguage, packs, phrases
from fsdesk.plans.sheet.wanted import language_of

LANGUAGES = tuple(one for one in packs() if one != "en")
TEAM_ONLY = ("kinds", "recovery", "cards")
"""Refusals on the screen and papers that the team keeps: they are in English, as the screen is."""


def leaves(held: object, name: str = "") -> dict[str, str]:
    """Return every phrase by its place."""
    if isinstance(held, str):
        return {name: held}
    pairs = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    return {key: text for part, one in pairs for key, text in leaves(one, f"{name}.{part}").items()}


def read(lang: str) -> dict[str, str]:
    """Return the phrases of a pack without its head and without what only the team reads."""
    words = tomllib.loads(resources.read_text("print", f"{lang}.toml"))
    return leaves({name: held for name, held in words.items() if name not in (*TEAM_ONLY, "pack")})


def test_the_languages_are_those_that_were_promised():
    assert ("en", "ar", "gd", "pa", "pl", "ro", "uk", "ur", "zh") == packs()
    assert all(f" {one}" in NoSuchLanguage.what_next for one in packs())


@pytest.mark.parametrize("lang", LANGUAGES)
class TestPack:
    """Every pack says what the English one says."""

    def test_every_phrase_is_there(self, lang):
        """Nothing is missing, and nothing is there that nobody prints."""
        english, own = read("en"), read(lang)

        assert [] == sorted(english.keys() - own.keys())
        assert [] == sorted(own.keys() - english.keys())
        assert [] == [name for name, text in own.items() if not text.strip()]

    def test_holes_and_stars_are_those_of_english(self, lang):
        """The same names are filled in, and what is strong begins and ends."""
        own, hole = read(lang), re.compile(r"\{(\w+)\}")
        holes = {name: sorted(hole.findall(text)) for name, text in read("en").items()}

        assert holes == {name: sorted(hole.findall(text)) for name, text in own.items()}
        assert [] == [name for name, text in own.items() if text.count("*") % 2]

    def test_it_says_that_nobody_has_read_it_yet(self, lang):
        """A pack that nobody checked names nobody; one that somebody did says when."""
        pack = phrases(lang).pack

        assert pack.lang == lang
        assert pack.own_name
        assert bool(pack.checked_by) == bool(pack.checked_on)

    def test_numbers_that_people_ring_stay_as_they_are(self, lang):
        """Every number of the English pack stands in this one, in the same digits."""
        ring = re.compile(r"\b(?:999|111|0800 [\d ]*\d)\b")
        english, own = read("en"), read(lang)

        assert {name: sorted(ring.findall(text)) for name, text in english.items() if ring.search(text)} == {
            name: sorted(ring.findall(text)) for name, text in own.items() if ring.search(text)
        }

    def test_no_sentence_of_easy_read_is_long(self, lang):
        """Twelve words are the most, with a name or a day in every hole."""
        easy = {name: text for name, text in read(lang).items() if name.startswith(".easy.")}
        said = [one for text in easy.values() for one in re.split(r"(?<=[.!?۔؟।。])\s*", text)]

        assert [] == [one for one in said if len(one.split()) > 12]

    def test_every_day_of_a_year_is_named(self, lang):
        """Twelve months, seven days: each another word, and the number of the day stays with its month."""
        say, first = phrases(lang), datetime.date(2026, 1, 5)
        days = [first + datetime.timedelta(days=step) for step in range(7)]
        months = [datetime.date(2026, month, 5) for month in range(1, 13)]

        assert 7 == len({say.day(on).replace(str(on.day), "") for on in days})
        assert 12 == len({say.date(on) for on in months})


def test_a_time_of_day_is_said_as_people_say_it():
    assert "3.30 in the afternoon" == phrases("en").clock("15:30")
    assert "godz. 15:30" == phrases("pl").clock("15:30")
    assert "下午3:30" == phrases("zh").clock("15:30")
    assert "الساعة 3:30 بعد الظهر" == phrases("ar").clock("15:30")


def test_digits_are_those_that_the_reader_asked_for():
    """Days and counts change their digits; a pack without digits of its own has none to offer."""
    on = datetime.date(2026, 10, 23)

    assert "23 أكتوبر 2026" == phrases("ar").date(on).replace("\u00a0", " ")
    assert "٢٣ أكتوبر ٢٠٢٦" == phrases("ar", "own").date(on).replace("\u00a0", " ")
    assert "۲۳ اکتوبر ۲۰۲۶" == phrases("ur", "own").date(on).replace("\u00a0", " ")
    assert phrases("pl").date(on) == phrases("pl", "own").date(on)


def test_a_reader_gets_the_language_they_read_best():
    """What they asked their pages to be in comes first, then what they would rather read; else English."""

    def asked(**over: object) -> str:
        return language_of(ex.a_plan(people=[ex.a_carer("Rania", **over)]), "rania")

    polish = m.Language(lang="pl", read=True, preferred=True)

    assert "ur" == asked(print_profile=m.PrintProfile(language="ur"), languages=(polish,))
    assert "pl" == asked(languages=(polish,))
    assert "en" == asked(languages=(m.Language(lang="pl", spoken=True, preferred=True),))
    assert "en" == asked(languages=(m.Language(lang="ig", read=True, preferred=True),))
    assert "en" == asked()


def test_a_pack_that_somebody_read_says_by_whom():
    """Who read it and when stand in its head; then there is no strip to print."""
    head = {"lang": "pl", "checked_by": "Ewa Nowak", "checked_on": "2026-11-01"}

    assert pack_of(head).is_checked
    assert not phrases("pl").pack.is_checked
