from __future__ import annotations

from fsdesk.ui.plan.page import PlanPage
from fsdesk.ui.presenters import sections
from fsdesk.ui.presenters.shown_section import Views


def test_that_everything_is_here_again_is_said_until_another_section_is_opened(shown):
    """It was read by then, and takes no room from what is written next."""
    page = shown(PlanPage())
    views = Views()
    page.show_section(sections.community.SECTION, views)
    page.show_found_again()
    page.show_section(sections.community.SECTION, views)
    said = [page.editor.notice.isHidden()]
    page.show_section(sections.rights.SECTION, views)
    said.append(page.editor.notice.isHidden())

    assert [False, True] == said
