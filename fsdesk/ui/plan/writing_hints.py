"""Wording hints where the worker writes: read after a pause, shown under the words, answered in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from shiboken6 import isValid

from fsdesk.desk.desk import new_id
from fsdesk.plans.model import Answer, Plan
from fsdesk.plans.wording import catalogue
from fsdesk.ui.plan.editor import Editor
from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.presenters.hints import Hint, HintsPresenter
from fsdesk.ui.presenters.plan import PlanPresenter
from fsdesk.ui.presenters.spots import Spot
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Quiet

RESTS = 300
"""Milliseconds on the words before the card opens, so that moving past them shows nothing."""


class WritingHints(QObject):
    """Joins the editor's notes with the presenter that reads them."""

    def __init__(
        self,
        editor: Editor,
        presenter: PlanPresenter,
        *,
        submit: Submit,
        after: After,
        by: str,
        today: Callable[[], date],
    ) -> None:
        super().__init__(editor)
        self._editor, self._presenter = editor, presenter
        self._by, self._today = by, today
        self._seen: dict[Spot, str] = {}
        self._joined: set[NoteText] = set()
        self._kept: tuple[Answer, ...] = ()
        self._resting: tuple[NoteText, Hint] | None = None
        self._rest = Quiet(after, RESTS, self._on_still_resting)
        self._hints = HintsPresenter(submit=submit, after=after, plan=self._plan, show=self._show)
        editor.hint_card.used.connect(lambda field, offer: field.use(offer))
        editor.hint_card.kept.connect(self._on_kept)

    def look(self) -> None:
        """The texts may have changed: those that did are read after a pause."""
        fields = self._editor.note_fields()
        self._hints.forget(set(self._seen) - {spot for spot, _, _ in fields})
        self._seen = {
            spot: said for spot, said in self._seen.items() if any(spot == one for one, _, _ in fields)
        }
        for spot, field, lang in fields:
            self._join(field)
            if self._seen.get(spot) != field.text:
                self._seen[spot] = field.text
                self._hints.look_at(spot, field.text, lang)
        plan = self._presenter.plan
        if plan is not None and plan.answers != self._kept:
            self._kept = plan.answers
            self._hints.look_again()

    def _plan(self) -> Plan:
        plan = self._presenter.plan
        assert plan is not None  # noqa: S101 - nothing is read before the plan is shown
        return plan

    def _join(self, field: NoteText) -> None:
        if field in self._joined:
            return
        self._joined.add(field)
        field.rested.connect(lambda hint: self._on_rested(field, hint))
        field.hint_asked.connect(lambda hint: self._open(field, hint, take_focus=True))
        field.hint_put_away.connect(self._put_away)
        field.destroyed.connect(lambda: self._joined.discard(field))

    def _show(self, spot: Spot, hints: tuple[Hint, ...]) -> None:
        for one, field, _ in self._editor.note_fields():
            if one == spot and field.text == self._seen.get(spot):
                field.show_hints(hints)

    def _on_rested(self, field: NoteText, hint: Hint | None) -> None:
        card = self._editor.hint_card
        if hint is None or hint != card.hint:
            self._put_away()
        if hint is not None and field.hasFocus() and card.hint is None:
            self._resting = (field, hint)
            self._rest.stir()

    def _on_still_resting(self) -> None:
        if self._resting is not None and isValid(self._resting[0]):
            field, hint = self._resting
            if field.hasFocus() and hint in field.hints:
                self._open(field, hint, take_focus=False)

    def _open(self, field: NoteText, hint: Hint, *, take_focus: bool) -> None:
        self._rest.calm()
        self._editor.show_hint(field, hint, take_focus=take_focus)

    def _put_away(self) -> None:
        self._rest.calm()
        self._editor.hint_card.close_card()

    def _on_kept(self, field: NoteText, hint: Hint) -> None:
        """What the worker keeps is an answer, and rests in this plan; it holds no word of the note."""
        rule = catalogue.rule(hint.rule)
        answer = Answer(
            id=new_id(),
            rule=hint.rule,
            rule_version=rule.version,
            where=hint.entry,
            message=hint.why,
            by=self._by,
            on=self._today(),
        )
        self._presenter.record_answer(answer)
        field.setFocus()
