"""What the coach says and when: a quarter of a second after the last key, and nothing of a plan that has moved on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from fsdesk.errors import Refused
from fsdesk.plans import checks
from fsdesk.plans.checks import Checked
from fsdesk.plans.model import Plan
from fsdesk.settings import Choices, choices
from fsdesk.ui.presenters import coach_words, ideas, sections
from fsdesk.ui.presenters.coach_beside import with_begun
from fsdesk.ui.presenters.coach_words import Begun
from fsdesk.ui.presenters.ideas import Group, Idea, Shown
from fsdesk.ui.presenters.spots import Place
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Quiet

PAUSE = 250  # milliseconds after the last key
Looked = Callable[[Plan, Checked, Shown], None]
HERE, WHOLE, SHARING, WELL, NOTES = "here", "whole", "sharing", "well", "notes"


class CoachView(Protocol):
    """What the presenter may ask of the coach's panel."""

    def show_ideas(self, shown: Shown, groups: tuple[Group, ...], looking_at: str, is_open: str) -> None:
        """Shows these groups (and what else there is) under a filter, with one idea open, by its key."""

    def show_away(self) -> None:
        """Says that there is nothing to show just now."""


class CoachPresenter:
    """Looks at a plan off the screen's thread, looking again only where it changed."""

    def __init__(
        self,
        view: CoachView,
        *,
        submit: Submit,
        after: After,
        today: Callable[[], date],
        looked: Looked = lambda plan, checked, shown: None,
        chosen: Callable[[], Choices] = choices,
        begun: Callable[[], Mapping[Place, Begun]] = dict,
    ) -> None:
        self._view = view
        self._looked = looked
        self._chosen = chosen
        self._begun = begun
        self._submit = submit
        self._today = today
        self._quiet = Quiet(after, PAUSE, self._look)
        self._plan: Plan | None = None
        self._last: tuple[Plan, Checked] | None = None
        self._revision = 0
        self._shown: Shown | None = None
        self._order: list[str] = []
        self._filter = HERE
        self._open = ""
        self._everything = False
        self._here = sections.MATTERS

    @property
    def shown(self) -> Shown | None:
        """What is shown now."""
        return self._shown

    def look_at(self, plan: Plan, at_once: bool = False) -> None:
        """The plan changed: it is looked at after a pause, or at once."""
        if plan is self._plan:
            return
        self._plan = plan
        if at_once:
            self._quiet.calm()
            self._look()
        else:
            self._quiet.stir()

    def look_from(self, section: str) -> None:
        """This section is open: what is said "here" is said of it."""
        if section != self._here:
            self._here = section
            if self._last is not None:
                self._tell(*self._last)

    def tell_again(self) -> None:
        """What was found last is told once more, to whoever was not there to hear it."""
        if self._last is not None:
            self._tell(*self._last)

    def filter(self, looking_at: str) -> None:
        """Shows the ideas for here, the whole plan, before sharing, what goes well, or the notes of judgement."""
        self._filter = looking_at
        self._show()

    def look_at_everything(self) -> None:
        """Every idea speaks, first meeting or not."""
        self._everything = True
        self._look()

    def open(self, key: str) -> None:
        """This idea stands open; the one that did is closed. Empty closes all."""
        self._open = "" if key == self._open else key
        self._show()

    def step(self, by: int) -> None:
        """Opens the next idea under the filter (or the one before), and begins again at the end."""
        keys = [idea.key for group in self._groups() for idea in group.ideas]
        if keys:
            at = keys.index(self._open) + by if self._open in keys else (0 if by > 0 else -1)
            self._open = keys[at % len(keys)]
            self._show()

    def idea(self, key: str = "") -> Idea | None:
        """The idea of this key, or the one that stands open."""
        wanted = key or self._open
        groups = self._shown.groups if self._shown else ()
        return next((idea for group in groups for idea in group.ideas if idea.key == wanted), None)

    def _look(self) -> None:
        plan, last, today = self._plan, self._last, self._today()
        if plan is None:
            return
        self._revision += 1
        revision = self._revision
        self._submit(
            lambda _: check(plan, last, today),
            done=lambda checked: self._on_checked(revision, plan, checked),
            failed=self._on_refused,
        )

    def _on_checked(self, revision: int, plan: Plan, checked: Checked) -> None:
        if revision != self._revision:
            return
        self._last = (plan, checked)
        self._tell(plan, checked)

    def _tell(self, plan: Plan, checked: Checked) -> None:
        self._shown = self._found(plan, checked)
        self._looked(plan, checked, self._shown)
        first = not self._order
        known = [idea.key for group in self._shown.groups for idea in group.ideas]
        self._order = [*self._order, *(key for key in known if key not in self._order)]
        if first:
            self._open = next((idea.key for group in self._groups() for idea in group.ideas), "")
            self._open_begun(plan, checked)
        self._show()

    def _found(self, plan: Plan, checked: Checked) -> Shown:
        found = ideas.shown(
            plan,
            checked,
            self._today(),
            everything=self._everything,
            order=self._order,
            here=self._here,
            chosen=self._chosen(),
        )
        questions = [one.record for one in self._begun() if one.collection == coach_words.THOUGHTS]
        return found._replace(beside=with_begun(found.beside, plan, self._today(), questions))

    def _open_begun(self, plan: Plan, checked: Checked) -> None:
        """The idea whose note was begun last stands open, wherever it is."""
        last = next(reversed([*self._begun()]), None)
        if last is None or last.collection != coach_words.JUDGEMENTS:
            return
        if self.idea(last.record) is None and not self._everything:
            self._everything = True
            self._shown = self._found(plan, checked)
        if self.idea(last.record) is not None:
            self._open = last.record
            here = [idea.key for group in self._groups() for idea in group.ideas]
            self._filter = self._filter if last.record in here else WHOLE

    def _on_refused(self, _: Refused) -> None:
        self._view.show_away()

    def _groups(self) -> tuple[Group, ...]:
        if self._shown is None:
            return ()
        if self._filter == HERE:
            return ideas.only_here(self._shown.groups, self._here)
        if self._filter == SHARING:
            return ideas.only_before_sharing(self._shown.groups)
        return self._shown.groups

    def _show(self) -> None:
        if self._shown is not None:
            self._view.show_ideas(self._shown, self._groups(), self._filter, self._open)


def check(plan: Plan, last: tuple[Plan, Checked] | None, today: date) -> Checked:
    """What the rules notice in a plan; beginning from the last look, where there was one."""
    if last is None:
        return checks.check(plan, today)
    before, checked = last
    return checks.check_again(checked, plan, touched(before, plan), today)


def touched(before: Any, now: Any) -> set[str]:
    """The fields in which two plans differ."""
    return {name for name in now.__struct_fields__ if getattr(before, name) != getattr(now, name)}
