"""Where one plan shows the principles: both lists side by side, what belongs together, and one of them told in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple, Protocol

from fsdesk.plans import principles
from fsdesk.plans.checks import Checked
from fsdesk.plans.model import Plan
from fsdesk.ui.presenters import evidence, ideas
from fsdesk.ui.presenters.evidence import Piece
from fsdesk.ui.presenters.ideas import Idea, Shown, Way
from fsdesk.ui.presenters.same_idea import Named, Same, Thread, same_ideas, threads

LEFT, RIGHT = "glasgow-practice", "national"
TITLES = {LEFT: "Glasgow practice principles", RIGHT: "National principles"}
FIRST = "GP-RIGHTS"
NOTHING_YET = "nothing yet"
KEYS = (
    "Up and Down go through a list, Left and Right from list to list, Enter to what is said of one. "
    "Show as list has the same in a table."
)


class Seen(NamedTuple):
    """One principle as a plan shows it: in how many places, and how many ideas wait for it."""

    id: str
    title: str
    framework: str
    evidence: tuple[str, ...] = ()
    """JSON pointers into the plan, each a piece of evidence."""
    waiting: tuple[Idea, ...] = ()

    @property
    def shown_in(self) -> str:
        """How many pieces of evidence there are, in words."""
        count = len(self.evidence)
        return f"{count} {'piece' if count == 1 else 'pieces'} of evidence" if count else NOTHING_YET

    @property
    def ideas(self) -> str:
        """How many ideas wait, in words; empty for none."""
        count = len(self.waiting)
        return f"{count} {'idea' if count == 1 else 'ideas'} waiting" if count else ""

    @property
    def said(self) -> str:
        """The principle as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.framework, self.shown_in, self.ideas) if part)


class Picture(NamedTuple):
    """Both lists, and the threads between them."""

    left: tuple[Seen, ...]
    right: tuple[Seen, ...]
    threads: tuple[Thread, ...]

    @property
    def all(self) -> tuple[Seen, ...]:
        """Every principle, the left list first."""
        return self.left + self.right

    def together(self, principle: str) -> tuple[str, ...]:
        """What belongs with a principle, by name; our readings say so."""
        titles = {one.id: one.title for one in self.all}
        found = (
            Named(titles[one.right if one.left == principle else one.left], one.as_we_read_it)
            for one in self.threads
            if principle in (one.left, one.right)
        )
        return tuple(one.said for one in found)

    @property
    def said(self) -> str:
        """The picture in a sentence, for whoever does not see it."""
        told = [
            f"{len(self.left)} Glasgow practice principles at the left, {len(self.right)} national ones at the right; "
            f"{len(self.threads)} threads join those that belong together.",
            _named("An idea waits for", [one for one in self.all if one.waiting]),
            _named("Nothing yet for", [one for one in self.all if not one.evidence]),
            KEYS,
        ]
        return " ".join(one for one in told if one)


class Told(NamedTuple):
    """One principle in full: what it asks, where the plan shows it, what waits, and who else says so."""

    seen: Seen
    statement: str
    source: str
    pieces: tuple[Piece, ...]
    same: tuple[Same, ...]


class Seeing:
    """How the principles are looked at, for as long as the program runs: as a list, as a picture, or nobody said."""

    def __init__(self) -> None:
        self.as_list: bool | None = None


class PrinciplesView(Protocol):
    """What the presenter may ask of the page."""

    def show_principles(self, picture: Picture) -> None:
        """Both lists stand there as the plan shows them now."""

    def show_told(self, told: Told) -> None:
        """This principle is the chosen one, and told in full."""

    def show_as(self, as_list: bool | None) -> None:
        """Shows a list or the picture; None leaves it to the width."""


class PrinciplesPresenter:
    """Takes what the coach's check found; it never looks at a plan itself."""

    def __init__(
        self,
        view: PrinciplesView,
        *,
        today: Callable[[], date],
        seeing: Seeing,
        go: Callable[[Way], None],
    ) -> None:
        self._view = view
        self._today = today
        self._seeing = seeing
        self._go = go
        self._found: tuple[Plan, Picture] | None = None
        self._chosen = FIRST
        self._is_watched = False

    def begin(self) -> None:
        """Somebody looks: the page says what was found last, and goes on saying what is."""
        self._is_watched = True
        self._view.show_as(self._seeing.as_list)
        self._tell()

    def leave(self) -> None:
        """Nobody looks any more, and the page is left as it is."""
        self._is_watched = False

    def take(self, plan: Plan, checked: Checked, shown: Shown) -> None:
        """The coach looked at the plan, and found this."""
        self._found = plan, picture_of(checked, shown)
        if self._is_watched:
            self._tell()

    def choose(self, principle: str) -> None:
        """This principle is told in full."""
        self._chosen = principle
        self._tell_chosen()

    def see(self, as_list: bool) -> None:
        """From now on the principles are shown as a list, or as a picture, for any family."""
        self._seeing.as_list = as_list
        self._view.show_as(as_list)

    def show(self, way: Way) -> None:
        """The plan is shown where this leads."""
        self._go(way)

    def _tell(self) -> None:
        if self._found is not None:
            self._view.show_principles(self._found[1])
            self._tell_chosen()

    def _tell_chosen(self) -> None:
        if self._found is not None:
            plan, picture = self._found
            seen = next(one for one in picture.all if one.id == self._chosen)
            self._view.show_told(told_of(plan, seen, self._today()))


def picture_of(checked: Checked, shown: Shown) -> Picture:
    """Both lists as a check found them. Ideas are the ones that the coach shows, under every principle they touch."""
    evidence_of = {one.id: one.evidence for one in checked.principles}
    waiting = _waiting(idea for group in shown.groups for idea in group.ideas)
    left, right = (
        tuple(
            Seen(one.id, one.title, ideas.framework_of(one.id), evidence_of[one.id], waiting.get(one.id, ()))
            for one in _list(framework)
        )
        for framework in (LEFT, RIGHT)
    )
    return Picture(left, right, _threads())


def told_of(plan: Plan, seen: Seen, today: date) -> Told:
    """One principle in full."""
    entry = principles.load().entry(seen.id)
    source = f"{entry.source.document}, {entry.source.locator}"
    pieces = evidence.pieces_of(plan, seen.evidence, today)
    return Told(seen, entry.statement, source, pieces, same_ideas(seen.id))


def _named(lead: str, those: Iterable[Seen]) -> str:
    names = ", ".join(f"{one.title} ({one.framework})" for one in those)
    return f"{lead} {names}." if names else ""


def _waiting(found: Iterable[Idea]) -> Mapping[str, tuple[Idea, ...]]:
    by_principle: dict[str, tuple[Idea, ...]] = {}
    for idea in found:
        for principle in dict.fromkeys(map(ideas.whole_principle, idea.finding.principles)):
            by_principle[principle] = (*by_principle.get(principle, ()), idea)
    return by_principle


def _list(framework: str) -> tuple[principles.Principle, ...]:
    return next(one.principles for one in principles.load().frameworks if one.id == framework)


@cache
def _threads() -> tuple[Thread, ...]:
    return threads([one.id for one in _list(LEFT)], [one.id for one in _list(RIGHT)])
