"""The fixed words of a page, from a language pack: filled in, never mixed with anybody's own words."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from fsdesk import resources
from fsdesk.errors import Refused
from fsdesk.plans.sheet.packs import Pack, pack_of
from fsdesk.plans.sheet.values import Line, Run

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_HOLE = re.compile(r"\{(\w+)\}")
_NBSP = "\u00a0"


class NoSuchLanguage(Refused):
    """There is no pack of words for this language."""

    what = "fsdesk has no printed words in that language yet."
    what_next = "Nothing was printed. Choose en, ar, gd, pa, pl, ro, uk, ur or zh."


class Phrases:
    """One language's words for paper."""

    def __init__(self, words: Mapping[str, Any], digits: str = "") -> None:
        self._words = words
        self.pack: Pack = pack_of(words["pack"])
        self.lang = self.pack.lang
        self.digits = self.pack.digits(digits)
        self._digits = str.maketrans("0123456789", self.digits)

    def number(self, number: int | str) -> str:
        """Return a number in the digits that the reader asked for. Phone numbers and codes never come here."""
        return str(number).translate(self._digits)

    def text(self, name: str, /, **given: str) -> str:
        """Return one phrase as plain text, its holes filled. Raises KeyError for a phrase that is not there."""
        return "".join(run.text for run in self.line(name, **given))

    def line(self, name: str, /, **given: str | Line) -> Line:
        """Return one phrase as a paragraph; what stands between *stars* is strong, what is given stays as it is."""
        runs: list[Run] = []
        for index, piece in enumerate(self._word(name).split("*")):
            runs += self._filled(piece, index % 2 == 1, given)
        return tuple(run for run in runs if run.text)

    def _filled(self, piece: str, strong: bool, given: Mapping[str, str | Line]) -> list[Run]:
        made: list[Run] = []
        for index, part in enumerate(_HOLE.split(piece)):
            value = given[part] if index % 2 else part
            if isinstance(value, str):
                made.append(Run(text=value, strong=strong, lang=self.lang))
            else:
                made += value
        return made

    def lines(self, name: str) -> tuple[Line, ...]:
        """Return a list of phrases as paragraphs."""
        texts = self._held(name)
        return tuple(self._starred(text) for text in texts)

    def _starred(self, text: str) -> Line:
        pieces = enumerate(text.split("*"))
        return tuple(Run(text=one, strong=at % 2 == 1, lang=self.lang) for at, one in pieces if one)

    def template(self, name: str) -> str:
        """Return a phrase with its holes still open, for what is only known while the page is made."""
        return self._word(name)

    def joined(self, names: list[str]) -> str:
        """Return names as a person would say them: "Ify, Jude and Emeka"."""
        if len(names) < 2:
            return "".join(names)
        first = self._word("list.comma").join(names[:-1])
        return self.text("list.and", first=first, last=names[-1])

    def language(self, lang: str) -> str:
        """Return the name of a language, or its tag where the pack does not know it."""
        return str(self._held("languages").get(lang.split("-")[0], lang))

    def day(self, on: datetime.date, *, short: bool = False) -> str:
        """Return a day with its weekday, held together so that no line breaks inside it."""
        names = self._held("dates")
        weekdays = names["weekdays_short" if short else "weekdays"]
        said = self.text(
            "dates.short" if short else "dates.day",
            weekday=weekdays[on.weekday()],
            number=self.number(on.day),
            month=names["months"][on.month - 1],
            year=self.number(on.year),
        )
        return _joined_number(said)

    def weekday(self, at: int) -> str:
        """Return the name of a day of the week, counted from Monday as 0."""
        return str(self._held("dates")["weekdays"][at])

    def date(self, on: datetime.date) -> str:
        """Return a day without its weekday, for the foot of a side."""
        month = self._held("dates")["months"][on.month - 1]
        said = self.text("dates.date", number=self.number(on.day), month=month, year=self.number(on.year))
        return said.replace(" ", _NBSP)

    def clock(self, time: str) -> str:
        """Return a time of day as people say it: "15:30" is "3.30 in the afternoon"."""
        hour, minute = (int(part) for part in time.split(":"))
        if (hour, minute) == (12, 0):
            return self._word("dates.noon").replace(" ", _NBSP)
        is_short = self.pack.hours == 12
        shown = (hour - 1) % 12 + 1 if is_short else hour
        said = str(shown) + (f"{self.pack.minutes}{minute:02}" if minute or not is_short else "")
        part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
        return self.text(f"dates.{part}", clock=self.number(said))

    def when(self, on: datetime.date, at: str | None, place: str) -> str:
        """Return a day with its time and place, as far as they are known."""
        day = self.day(on)
        if at and place:
            return self.text("dates.at_time_place", day=day, time=self.clock(at), place=place)
        if at:
            return self.text("dates.at", day=day, time=self.clock(at))
        return self.text("dates.at_place", day=day, place=place) if place else day

    def fixed(self) -> frozenset[str]:
        """Return every phrase that has no hole: text that tells nothing of any family."""
        words = {name: held for name, held in self._words.items() if name != "pack"}
        return frozenset(text.replace("*", "") for text in _leaves(words) if not _HOLE.search(text))

    def _word(self, name: str) -> str:
        return str(self._held(name))

    def _held(self, name: str) -> Any:
        held: Any = self._words
        for part in name.split("."):
            held = held[part]
        return held


def _joined_number(said: str) -> str:
    """Keep a day's number with its month: "14 January" stays on one line."""
    return re.sub(r"(\d) (?=\D)", rf"\1{_NBSP}", said)


def _leaves(held: Any) -> list[str]:
    if isinstance(held, str):
        return [held]
    values = held.values() if isinstance(held, Mapping) else held
    return [leaf for value in values for leaf in _leaves(value)]


@cache
def packs() -> tuple[str, ...]:
    """Return the languages that there are words for, by their tags; English first, it needs no other."""
    found = [name.removesuffix(".toml") for name in resources.names("print") if name.endswith(".toml")]
    return tuple(sorted((one for one in found if _TAG.fullmatch(one)), key=lambda one: (one != "en", one)))


@cache
def phrases(lang: str = "en", digits: str = "") -> Phrases:
    """Return the words for paper in a language, its numbers in the digits that are asked for. Raises NoSuchLanguage."""
    if lang not in packs():
        raise NoSuchLanguage
    return Phrases(tomllib.loads(resources.read_text("print", f"{lang}.toml")), digits)
