"""What is said when a passphrase does not come to mind: the ways in, and a new passphrase by one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from fsdesk.desk import escrow, recovery, ways_in
from fsdesk.desk.passphrases import Strength, strength
from fsdesk.desk.ways_in import WaysIn
from fsdesk.errors import Refused
from fsdesk.ui.presenters.setup.passphrase import wanting
from fsdesk.ui.presenters.unlock import OpenStore, StoreChoice, Submit

NOTHING_YET = "Type what stands on the sheet."
NOT_WHOLE = (
    "That is not a whole sheet yet.",
    "Type all 24 words, or all 18 groups of signs, in their order.",
)
NOTHING_WRITTEN = "Write the passphrase that you chose when you asked."
_WORDS, _GROUPS = 24, 18
_MOST_SIGNS = 4_000

Opened = Callable[[StoreChoice, Any], None]


class WaysView(Protocol):
    """What the presenter may ask of the page that shows the ways in."""

    def show_ways(self, ways: WaysIn) -> None:
        """Shows which ways lead in."""

    def show_refused(self, refused: Refused) -> None:
        """Says why that cannot be told."""


class WaysPresenter:
    """Reads which ways lead into the locked store."""

    def __init__(self, view: WaysView, *, folder: Path, submit: Submit) -> None:
        self._view, self._folder, self._submit = view, folder, submit

    def begin(self) -> None:
        """Says which ways there are."""
        self._submit(
            lambda _: ways_in.known(self._folder),
            done=self._view.show_ways,
            failed=self._view.show_refused,
        )


class RecoverView(Protocol):
    """What the presenters may ask of a page that leads in."""

    def show_strength(self, found: Strength) -> None:
        """Shows blocks and words for the passphrase as it stands."""

    def show_ready(self, ready: bool, why: str) -> None:
        """Whether one can go on now, and what is still wanted."""

    def show_working(self, working: bool) -> None:
        """The button says what it is doing, or what it can do."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do; what was typed stays."""

    def show_words(self, words: tuple[str, ...]) -> None:
        """Shows six words to read aloud together."""

    def forget(self) -> None:
        """All that was typed is gone."""


class _Working:
    """One piece of work at a time, and the store that it opens handed on."""

    def __init__(
        self, view: RecoverView, choice: StoreChoice, submit: Submit, open_store: OpenStore, opened: Opened
    ) -> None:
        self._view, self._choice, self._submit = view, choice, submit
        self._open_store, self._opened = open_store, opened
        self.is_working = False

    def changed(self, passphrase: str, again: str, typed: str | None = None) -> None:
        """Says how strong the passphrase is, and what is still wanted; ``typed`` is what stands on a sheet."""
        found = strength(passphrase)
        self._view.show_strength(found)
        why = NOTHING_YET if typed is not None and not typed.strip() else wanting(passphrase, again, found)
        self._view.show_ready(not why, why)

    def _wants(self, passphrase: str, again: str) -> bool:
        return self.is_working or bool(wanting(passphrase, again, strength(passphrase)))

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._set_working(True)
        self._submit(lambda _: work(), done=lambda value: self._on_done(done, value), failed=self._on_refused)

    def _open(self, make: Callable[[], object], passphrase: str) -> None:
        """What opens the store is done, and it is opened with its new passphrase."""
        folder = self._choice.folder

        def work() -> Any:
            make()
            return self._open_store(folder, passphrase)

        self._work(work, self._on_opened)

    def _on_opened(self, desk: Any) -> None:
        self._view.forget()
        self._opened(self._choice, desk)

    def _on_done(self, done: Callable[[Any], None], value: Any) -> None:
        self._set_working(False)
        done(value)

    def _on_refused(self, refused: Refused) -> None:
        self._set_working(False)
        is_part = isinstance(refused, recovery.NotASheet)
        self._view.show_refused(Refused(*NOT_WHOLE) if is_part else refused)

    def _set_working(self, working: bool) -> None:
        self.is_working = working
        self._view.show_working(working)


class SheetInPresenter(_Working):
    """What stands on the recovery sheet opens the store, and a new passphrase does from then on."""

    def recover(self, typed: str, passphrase: str, again: str) -> None:
        """Opens the store; the sheet opens it as before, and the old passphrase no more."""
        if self._wants(passphrase, again) or not typed.strip():
            return
        if len(typed) > _MOST_SIGNS:
            self._view.show_refused(Refused(*NOT_WHOLE))
            return
        folder = self._choice.folder
        self._open(lambda: recovery.recover(folder, typed.encode(), passphrase), passphrase)


class AskLeadPresenter(_Working):
    """The team lead is asked, by a file and six words that both read aloud."""

    def ask(self, out: Path, passphrase: str, again: str) -> None:
        """Writes the file to a place that the person chose, and shows the words."""
        if not self._wants(passphrase, again):
            folder = self._choice.folder
            self._work(lambda: escrow.ask(folder, out, passphrase, force=True), self._on_asked)

    def _on_asked(self, words: tuple[str, ...]) -> None:
        self._view.forget()
        self._view.show_words(words)


class AnswerPresenter(_Working):
    """The lead's answer opens the store with the passphrase that was chosen when asking."""

    def typed(self, passphrase: str) -> None:
        """Says what is still wanted."""
        self._view.show_ready(bool(passphrase), "" if passphrase else NOTHING_WRITTEN)

    def open(self, path: Path, passphrase: str) -> None:
        """Opens the store with this answer."""
        if passphrase and not self.is_working:
            folder = self._choice.folder
            self._open(lambda: escrow.open_(folder, path, passphrase), passphrase)


def counted(typed: str) -> str:
    """How much of a sheet was typed so far, in words."""
    parts = [part for part in typed.replace("-", " ").split() if not part.strip(".):").isdigit()]
    if not parts:
        return ""
    if any(sign.isdigit() for part in parts for sign in part):
        return f"{len(parts)} of {_GROUPS} groups so far."
    return f"{len(parts)} of {_WORDS} words so far."
