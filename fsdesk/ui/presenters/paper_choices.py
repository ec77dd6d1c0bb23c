"""What can be chosen on the print page: documents, and for each of them readers, languages and how it is set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from fsdesk.desk import prints
from fsdesk.plans.model import Person, Plan, Role
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.rules.reading import called
from fsdesk.plans.sheet.heads import Wishes
from fsdesk.plans.sheet.large import SIZES
from fsdesk.plans.sheet.packs import OWN, WESTERN, Pack
from fsdesk.plans.sheet.phrases import packs, phrases
from fsdesk.plans.sheet.values import Profile
from fsdesk.plans.sheet.variants import Variant
from fsdesk.plans.sheet.wanted import Wanted, language_of

READER, LANGUAGE, SIZE, PROFILE, VARIANT, LETTERS, DIGITS = (
    "reader",
    "language",
    "size",
    "profile",
    "variant",
    "letters",
    "digits",
)
_ROLES = {
    Role.CHILD: "Child",
    Role.CARER: "Parent or carer",
    Role.OTHER_ADULT: "Other grown-up",
    Role.HELPER: "Helper",
}
_LETTERS = {"nastaliq": "Nastaliq", "naskh": "Naskh"}


class Document(NamedTuple):
    """One of the documents that can be printed."""

    format: str
    name: str
    note: str
    icon: str


DOCUMENTS = (
    Document(PrintFormat.PLAN, "Plan", "14 point, everything for this reader", "file-text"),
    Document(PrintFormat.LARGE_PRINT, "Large print", "18 point or larger, one column", "a-large-small"),
    Document(PrintFormat.EASY_READ, "Easy read", "Short lines with pictures", "image"),
    Document(PrintFormat.CHILD, "Child’s page", "A page of a child’s own", "star"),
    Document(
        PrintFormat.REVIEW_SHEET,
        "Review sheet",
        "Room to write by hand, to bring back",
        "clipboard-pen-line",
    ),
    Document(
        PrintFormat.YOU_SAID_WE_DID, "You said, we did", "What became of what you told us", "message-square"
    ),
)
"""In the order in which they are offered."""


class Usual(NamedTuple):
    """How somebody usually prints, as their settings say it; what is empty is left to what the reader needs."""

    format: str = PrintFormat.PLAN
    language: str = ""
    size: int = 0

    @classmethod
    def of(cls, format: str, language: str, size: int) -> Usual:
        """As it is kept, without what this fsdesk does not know."""
        known = {document.format for document in DOCUMENTS}
        return cls(
            format if format in known else PrintFormat.PLAN,
            language if language in packs() else "",
            size if size in SIZES else 0,
        )

    def wish(self, plan: Plan, format: str, reader: str, today: date) -> Wish:
        """What is chosen at first for this reader. Large print is never smaller than they need (PR-15)."""
        first = Wish(format, reader, self.language)
        return first._replace(size=self.size_for(plan, first, today))

    def size_for(self, plan: Plan, wish: Wish, today: date) -> str:
        """The usual size of large print where it is no smaller than this reader needs."""
        if wish.format != PrintFormat.LARGE_PRINT or not self.size or not wish.reader:
            return ""
        needed = Wanted().of(plan, wish.reader, today).size or 0
        return str(self.size) if self.size >= needed else ""


class Choice(NamedTuple):
    """One list to choose from: its key, what it asks, values with their words, and which one is chosen."""

    key: str
    asks: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    note: str = ""


class Wish(NamedTuple):
    """What was asked for so far; what is empty is left to what the reader needs."""

    format: str = PrintFormat.PLAN
    reader: str = ""
    language: str = ""
    size: str = ""
    profile: str = ""
    variant: str = ""
    letters: str = ""
    digits: str = ""

    def with_value(self, key: str, value: str) -> Wish:
        """The same with one thing chosen; another language has letters and digits of its own, another reader needs."""
        if key == READER:
            return Wish(self.format, value)
        if key == LANGUAGE:
            return self._replace(language=value, letters="", digits="")
        return self._replace(**{key: value})

    @property
    def wanted(self) -> Wanted:
        """As the desk takes it."""
        return prints.wishes(
            int(self.size) if self.size else None,
            self.variant or None,
            self.profile or None,
            self.letters or None,
            self.digits or None,
        )


def readers_for(plan: Plan, format: str) -> tuple[Person, ...]:
    """Whom a document can be made for: everybody who can take paper, a child's page for children alone."""
    able = prints.readers(plan)
    if format == PrintFormat.CHILD:
        return tuple(one for one in able if one.role is Role.CHILD)
    return able


def choices_of(plan: Plan, wish: Wish, today: date) -> tuple[Choice, ...]:
    """What can be chosen for this document and this reader, each with what it is now."""
    people = readers_for(plan, wish.format)
    if not wish.reader or not people:
        return ()
    told = Choice(READER, "For whom?", tuple((one.id, said_of(one)) for one in people), wish.reader)
    pack = phrases(wish.language or language_of(plan, wish.reader)).pack
    settled = wish.wanted.of(plan, wish.reader, today)
    return (told, _languages(pack), *_settings(wish, settled), *_script(pack, settled))


def said_of(person: Person) -> str:
    """A person as the list says them: what they are called, and what they are in the plan."""
    return f"{called(person)}, {_ROLES[person.role].lower()}"


def _languages(pack: Pack) -> Choice:
    options = tuple((tag, _said_language(phrases(tag).pack)) for tag in packs())
    return Choice(LANGUAGE, "Language", options, pack.lang, strip_of(pack))


def _said_language(pack: Pack) -> str:
    english = phrases().language(pack.lang)
    said = english if pack.own_name in ("", english) else f"{english}, {pack.own_name}"
    return said if pack.is_checked else f"{said} (not read yet)"


def strip_of(pack: Pack) -> str:
    """What the page says of its fixed words while no native speaker has read them; empty once somebody has."""
    if pack.is_checked:
        return ""
    english = phrases().language(pack.lang)
    return (
        f"Nobody who speaks {english} has read these printed words yet. A strip on the page says so, "
        "in both languages. What the family said stays as it was said."
    )


def _settings(wish: Wish, settled: Wishes) -> tuple[Choice, ...]:
    if wish.format == PrintFormat.LARGE_PRINT:
        options = tuple((str(size), f"{size} point") for size in SIZES)
        return (Choice(SIZE, "Size", options, str(settled.size)),)
    if wish.format == PrintFormat.CHILD:
        kinds = ((Variant.CHILD.value, "For a younger child"), (Variant.TEEN.value, "For a young person"))
        return (Choice(VARIANT, "Kind of page", kinds, settled.variant.value),)
    if wish.format == PrintFormat.PLAN:
        set_as = (
            (Profile.STANDARD.value, "Clear print"),
            (Profile.DYSLEXIA.value, "Easier with dyslexia"),
        )
        return (Choice(PROFILE, "How it is set", set_as, settled.profile.value),)
    return ()


def _script(pack: Pack, settled: Wishes) -> tuple[Choice, ...]:
    made: list[Choice] = []
    if len(pack.letters) > 1:
        options = tuple((name, _LETTERS.get(name, name)) for name in pack.letters)
        chosen = settled.letters if settled.letters in pack.letters else next(iter(pack.letters))
        made.append(Choice(LETTERS, "Letters", options, chosen))
    if pack.own_digits != pack.digits(WESTERN):
        digits = ((WESTERN, "1 2 3"), (OWN, " ".join(pack.own_digits[1:4])))
        made.append(Choice(DIGITS, "Digits", digits, settled.digits or pack.usual_digits))
    return tuple(made)


def first_reader(people: Sequence[Person], *wished: str) -> str:
    """The first of those wished for who is among these people, else the first of them; nobody where there is none."""
    known = {one.id for one in people}
    found = next((one for one in wished if one in known), "")
    return found or (people[0].id if people else "")
