"""The small questions of the editor: whose words, who else is here, and what comes after a card is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from fsdesk.plans.model import Role
from fsdesk.plans.rules.reading import called, the_family
from fsdesk.ui.plan.editor_foot import MATTER, NOTE, PICTURE, WORDS
from fsdesk.ui.plan.entry_card import EntryCard
from fsdesk.ui.plan.page import PlanPage
from fsdesk.ui.plan.whose_words import ALL_OF_US, Answer
from fsdesk.ui.presenters import choices
from fsdesk.ui.presenters.plan import PlanPresenter
from fsdesk.ui.presenters.sections.shapes import Kind, Who
from fsdesk.ui.presenters.spots import MATTERS, NOTES, VOICES

WHOSE, WHOSE_MATTER, WHOSE_PICTURE = "Whose words?", "What matters most: whose words?", "Whose picture?"


class Telling(QObject):
    """Asks in the page, one question at a time, and hands the answer on."""

    def __init__(self, page: PlanPage, presenter: PlanPresenter) -> None:
        super().__init__(page)
        self._page = page
        self._presenter = presenter
        self._chosen: Callable[[str], None] = presenter.add_words
        editor, foot = page.editor, page.editor.foot
        self._acts = {
            WORDS: self.ask_for_words,
            MATTER: self.ask_for_matter,
            PICTURE: self.ask_for_picture,
            NOTE: self._on_note,
        }
        foot.asked.connect(self._on_asked)
        editor.voices.add_asked.connect(self.ask_who_is_here)
        foot.whose_words.chosen.connect(self._on_chosen)
        foot.whose_words.declined.connect(self._on_declined)
        foot.whose_words.closed.connect(self._on_whose_closed)
        foot.picture.closed.connect(self._on_picture_closed)
        editor.who_is_here.added.connect(self._on_added)
        editor.who_is_here.closed.connect(self._on_who_closed)

    def ask_for_words(self) -> None:
        """Whose words are these? With nobody in the plan yet, who is here comes first."""
        people = self._people()
        if not people:
            self.ask_who_is_here()
            return
        self._chosen = self._presenter.add_words
        self._go_to_matters()
        self._page.editor.foot.whose_words.ask(WHOSE, people, may_decline=True)

    def ask_for_matter(self) -> None:
        """Whose words say what matters most?"""
        self._chosen = lambda person: self._presenter.add_matter(person or None)
        self._go_to_matters()
        answers = [Answer(ALL_OF_US, "All of us"), *self._people()]
        self._page.editor.foot.whose_words.ask(WHOSE_MATTER, answers, may_decline=False)

    def ask_for_picture(self) -> None:
        """Whose picture is it? With nobody in the plan yet, who is here comes first."""
        people = self._people()
        if not people:
            self.ask_who_is_here()
            return
        self._chosen = self._on_whose_picture
        self._go_to_matters()
        self._page.editor.foot.whose_words.ask(WHOSE_PICTURE, people, may_decline=False)

    def begin(self, kind: Kind) -> None:
        """A new card of this kind; whom or what it is for is asked first, where that has to be known."""
        plan = self._presenter.plan
        self._page.show_editor()
        if kind.asks is None or plan is None:
            self._presenter.begin(kind)
            return
        answers = [Answer(one, name) for one, name in choices.among(plan, kind.asks)]
        if kind.asks is Who.GOALS:
            answers.append(Answer(ALL_OF_US, "Nothing above" if answers else ""))
        if not answers:
            self.ask_who_is_here()
        elif len(answers) == 1 and not answers[0].person:
            self._presenter.begin(kind)
        else:
            self._chosen = lambda of: self._presenter.begin(kind, of)
            self._page.editor.foot.whose_words.ask(kind.asking, answers, may_decline=False)

    def _go_to_matters(self) -> None:
        self._presenter.open_section(MATTERS)
        self._page.show_editor()

    def ask_who_is_here(self) -> None:
        """Somebody else is here."""
        self._page.show_editor()
        self._page.editor.foot.whose_words.hide()
        self._page.editor.who_is_here.ask()

    def next_card(self, card: EntryCard) -> None:
        """A card is done: another of its kind stands open; of a person's words, whose is asked."""
        if card.entry.place.collection == VOICES:
            self.ask_for_words()
        elif card.entry.place.collection == MATTERS:
            self.ask_for_matter()
        elif card.entry.place.collection == NOTES:
            self._on_note()
        else:
            kind = self._presenter.section.kind(card.entry.place.collection)
            if kind is not None and kind.begin is not None:
                self.begin(kind)

    def _people(self) -> list[Answer]:
        plan = self._presenter.plan
        return [Answer(person.id, called(person)) for _, person in the_family(plan)] if plan else []

    def _on_asked(self, what: str | Kind) -> None:
        if isinstance(what, str):
            self._acts[what]()
        else:
            self.begin(what)

    def _on_whose_picture(self, person: str) -> None:
        name = next((one.name for one in self._people() if one.person == person), "Somebody")
        self._page.editor.foot.picture.ask(person, f"What {name} drew or showed us")

    def _on_picture_closed(self) -> None:
        self._page.editor.foot.picture.hide()
        self._page.editor.first_add.setFocus()

    def _on_chosen(self, person: str) -> None:
        self._chosen(person)

    def _on_declined(self, person: str) -> None:
        self._presenter.note_declined(person)
        self._page.editor.first_add.setFocus()

    def _on_note(self) -> None:
        self._go_to_matters()
        self._presenter.add_note()

    def _on_added(self, name: str, role: Role) -> None:
        self._presenter.add_person(name, role)

    def _on_whose_closed(self) -> None:
        self._page.editor.foot.whose_words.hide()
        self._page.editor.first_add.setFocus()

    def _on_who_closed(self) -> None:
        self._page.editor.who_is_here.hide()
        self._page.editor.first_add.setFocus()
