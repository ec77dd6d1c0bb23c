"""The library of principles: its lists, what each page says, what a search finds. No family is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from fsdesk.errors import Refused
from fsdesk.plans import checks, principles
from fsdesk.plans.catalogue.alignment import AlignmentRow
from fsdesk.plans.tokens.folding import folded_words
from fsdesk.ui.presenters.same_idea import Same, names_in, same_ideas
from fsdesk.ui.presenters.unlock import Submit

_LISTS = {
    "glasgow-practice": "Glasgow practice principles",
    "glasgow-collaboration": "Glasgow collaboration principles",
    "national": "National principles",
    "glasgow-priorities": "Glasgow priorities",
    "national-vision": "Where Scotland is going",
    "national-changes": "What needs to change",
    "national-success": "What success looks like",
    "glasgow-vision": "Glasgow’s vision",
}
TOGETHER, TOGETHER_TITLE = "alignment", "Which ideas belong together"
_TOGETHER_AFTER = "national"


class RuleOf(NamedTuple):
    """A rule, or a question for the worker, that looks at a principle."""

    id: str
    title: str
    why: str


class Part(NamedTuple):
    """A statement of a principle, or a commitment of a priority."""

    title: str
    statement: str
    source: str
    beyond: str
    """Why one family's plan cannot show it; empty where it can."""


class Page(NamedTuple):
    """What the library says of one principle, or of one row of the table."""

    id: str
    title: str
    list: str
    statement: str
    source: str
    doubt: str
    beyond: str
    parts: tuple[Part, ...]
    same: tuple[Same, ...]
    rules: tuple[RuleOf, ...]
    is_principle: bool = False

    @property
    def said(self) -> str:
        """What the page says, as a screen reader reads it to whoever goes there."""
        parts = [f"{one.title}. {one.statement}" for one in self.parts]
        same = [f"{one.framework}: {one.said}." for one in self.same]
        rules = [f"{one.title}: {one.why}" for one in self.rules]
        told = (self.statement, self.source, self.doubt, self.beyond, *parts, *same, *rules)
        return " ".join(one for one in told if one)


class Shelf(NamedTuple):
    """One list with its pages; the first page is about the list itself."""

    id: str
    title: str
    about: Page
    pages: tuple[Page, ...]


class LibraryView(Protocol):
    """What the presenter may ask of the page."""

    def show_shelves(self, shelves: Sequence[Shelf], found: int, total: int) -> None:
        """These lists can be chosen from, with so many of all pages."""

    def show_page(self, page: Page) -> None:
        """This page is read."""

    def show_refused(self, refused: Refused) -> None:
        """The library cannot be read."""


class LibraryPresenter:
    """Reads the catalogue once, off the screen's thread; searching and choosing are done from what was read."""

    def __init__(self, view: LibraryView, *, beside: Submit) -> None:
        self._view = view
        self._beside = beside
        self._shelves: tuple[Shelf, ...] = ()
        self._words: dict[str, str] = {}
        self._chosen = ""

    def begin(self) -> None:
        """The library is read and shown."""
        self._beside(lambda _: read(), done=self._on_read, failed=self._view.show_refused)

    def search(self, query: str) -> None:
        """Shows the pages in which every word of the query begins some word; none typed shows all."""
        fitting = [
            _with(shelf, [page for page in shelf.pages if self._fits(page, query)]) for shelf in self._shelves
        ]
        shown = [shelf for shelf in fitting if shelf.pages]
        found = sum(len(shelf.pages) for shelf in shown)
        self._view.show_shelves(shown, found, sum(len(shelf.pages) for shelf in self._shelves))
        first = next((page.id for shelf in shown for page in shelf.pages), "")
        is_there = any(page.id == self._chosen for shelf in shown for page in (shelf.about, *shelf.pages))
        if first and not is_there:
            self.choose(first)

    def choose(self, page: str) -> None:
        """This page is read. Nothing happens for one there is not."""
        everything = (one for shelf in self._shelves for one in (shelf.about, *shelf.pages))
        found = next((one for one in everything if one.id == page), None)
        if found is not None and page != self._chosen:
            self._chosen = page
            self._view.show_page(found)

    def _on_read(self, shelves: tuple[Shelf, ...]) -> None:
        self._shelves = shelves
        self._words = {page.id: _searched(page) for shelf in shelves for page in shelf.pages}
        self.search("")

    def _fits(self, page: Page, query: str) -> bool:
        return all(f" {word}" in self._words[page.id] for word in folded_words(query))


def read() -> tuple[Shelf, ...]:
    """Every list of the catalogue, the table after the national principles, and what merely stands behind them last.

    Raises Refused when a file of the catalogue or of the rules cannot be read.
    """
    rules = _rules()
    shelves: list[Shelf] = []
    frameworks = {one.id: one for one in principles.load().frameworks}
    for framework, title in _LISTS.items():
        shelves.append(_shelf(frameworks[framework], title, rules))
        if framework == _TOGETHER_AFTER:
            shelves.append(_table())
    return tuple(shelves)


def _shelf(framework: principles.Framework, title: str, rules: Mapping[str, Sequence[RuleOf]]) -> Shelf:
    entries: tuple[principles.Entry, ...] = (*framework.principles, *framework.entries)
    pages = tuple(_page(one, title, rules) for one in entries)
    return Shelf(framework.id, title, _about(framework.id, title, framework.title, framework.document), pages)


def _about(id_: str, title: str, heading: str, document: str) -> Page:
    return Page(id_, title, "", f"“{heading}”" if heading else "", document, "", "", (), (), ())


def _page(entry: principles.Entry, title: str, rules: Mapping[str, Sequence[RuleOf]]) -> Page:
    statements = entry.statements if isinstance(entry, principles.Principle) else ()
    looked = dict.fromkeys(rule for one in (entry, *statements) for rule in rules.get(one.id, ()))
    return Page(
        id=entry.id,
        title=entry.title,
        list=title,
        statement=entry.statement,
        source=_source(entry.source),
        doubt=entry.as_we_read_it,
        beyond=entry.beyond_because,
        parts=tuple(
            Part(one.title, one.statement, _within(entry, one), one.beyond_because) for one in statements
        ),
        same=same_ideas(entry.id) if isinstance(entry, principles.Principle) else (),
        rules=tuple(looked),
        is_principle=isinstance(entry, principles.Principle),
    )


def _table() -> Shelf:
    table = principles.load().alignment
    pages = tuple(_row(row, table.document) for row in table.rows)
    about = _about(TOGETHER, TOGETHER_TITLE, "", table.document)
    return Shelf(TOGETHER, TOGETHER_TITLE, about, pages)


def _row(row: AlignmentRow, document: str) -> Page:
    columns = principles.load().alignment.columns
    same = tuple(Same(column.short, names_in(cell)) for column, cell in zip(columns, row.cells, strict=True))
    named = tuple(one for one in same if one.names)
    source = f"{document}, {row.locator}"
    return Page(row.id, named[0].names[0].name, TOGETHER_TITLE, "", source, "", "", (), named, ())


def _source(source: principles.Source) -> str:
    return f"{source.document}, {source.locator}"


def _within(whole: principles.Entry, part: principles.Entry) -> str:
    """Where a part stands, after the place of what it is a part of."""
    below = part.source.locator.removeprefix(f"{whole.source.locator}, ")
    return below[:1].upper() + below[1:]


def _rules() -> Mapping[str, Sequence[RuleOf]]:
    by_principle: dict[str, list[RuleOf]] = {}
    for rule in checks.rules_listing():
        for principle in rule["principles"]:
            made = RuleOf(rule["id"], rule["title"], rule.get("question") or rule["why"])
            by_principle.setdefault(principle, []).append(made)
    return by_principle


def _with(shelf: Shelf, pages: Iterable[Page]) -> Shelf:
    return shelf._replace(pages=tuple(pages))


def _searched(page: Page) -> str:
    """Everything that a page says, ready to be looked through for the beginnings of words."""
    said = [page.id, page.title, page.list, page.statement, page.source]
    said += [words for part in page.parts for words in (part.title, part.statement)]
    said += [name.name for same in page.same for name in same.names]
    said += [words for rule in page.rules for words in (rule.id, rule.title)]
    return " " + " ".join(word for words in said for word in folded_words(words))
