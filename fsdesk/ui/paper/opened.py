"""The print page of one open plan and the presenters behind it, joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from fsdesk import settings
from fsdesk.plans.listed import listed
from fsdesk.plans.model import Plan
from fsdesk.ui.after import AfterFor
from fsdesk.ui.paper.page import PaperPage
from fsdesk.ui.presenters.paper import PaperPresenter
from fsdesk.ui.presenters.paper_choices import Usual
from fsdesk.ui.presenters.paper_easy import EasyPresenter
from fsdesk.ui.presenters.paper_out import OutPresenter
from fsdesk.ui.runner import Runner, Served


class OpenPaper(QObject):
    """Given up with its page."""

    def __init__(self, page: PaperPage, *, desk: Any, runner: Runner, wrote: Callable[[], None]) -> None:
        super().__init__(page)
        self.page, self._wrote = page, wrote
        served = Served(runner, page)
        self.out = OutPresenter(
            page,
            desk=desk,
            submit=served.submit,
            beside=served.beside,
            wrote=wrote,
            usual=lambda: settings.choices().printer,
        )
        self.presenter = PaperPresenter(
            page,
            desk=desk,
            submit=served.submit,
            beside=served.beside,
            made=self.out.made,
            usual=_usual,
        )
        self.easy = EasyPresenter(
            page, desk=desk, submit=served.submit, after=AfterFor(page), wrote=self._on_easy_written
        )
        page.serve(self.presenter, self.out, self.easy)

    def open(self, plan: Plan, format: str = "") -> None:
        """The page is of this plan as it stands now, and of this document where one is named."""
        self.page.show_family(listed(plan).family)
        self.out.open()
        self.easy.open(plan)
        self.presenter.open(plan, format)

    def settle(self) -> None:
        """What is being typed on the page is in the plan."""
        self.easy.keep()

    def _on_easy_written(self, plan: Plan) -> None:
        self._wrote()
        self.presenter.make_again(plan)


def _usual() -> Usual:
    """How this person usually prints, as their settings say it."""
    kept = settings.choices()
    return Usual.of(kept.print_format, kept.print_language, kept.print_size)
