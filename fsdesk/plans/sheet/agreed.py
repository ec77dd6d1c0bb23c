"""The rights this plan helps, how we say yes to it, and when we look again."""

from __future__ import annotations

from fsdesk.plans.model.team import Agreement, AgreementState
from fsdesk.plans.sheet.page import Page, plain, run_on, sentences
from fsdesk.plans.sheet.values import Block, Key, Line, Section, Signing, Told, WriteOn


def which_rights(page: Page) -> list[Section]:
    """Return the rights chosen with the family, in their words or else in plain ones."""
    rows: list[Block] = []
    for one in sorted(page.plan.rights, key=lambda one: one.article):
        lines = page.said(one.words) or (page.say.line(f"articles.{one.article}"),)
        rows.append(
            Told(who=page.say.text("rights.article", number=page.say.number(one.article)), lines=lines)
        )
    return page.section(Key.RIGHTS, page.say.text("rights.heading"), rows, "rights.empty")


def how_we_say_yes(page: Page) -> list[Section]:
    """Return what each of us said to the plan and room to sign; nothing to sign on a talking copy."""
    heading = page.say.text("agreement.heading")
    said = run_on(line for one in page.plan.agreements if (line := _said(page, one)))
    told: list[Block] = [Told(lines=(said,))] if said else []
    if page.edition.is_talking_copy:
        return page.section(
            Key.AGREEMENT, heading, [page.note("agreement.talking"), *told, WriteOn(count=3, if_room=True)]
        )
    if page.edition.is_apart and not told:
        return []  # signing means "I was there": that is not asked of somebody who was not
    return page.section(Key.AGREEMENT, heading, [page.note("agreement.meaning"), *told, _signing(page)])


def _said(page: Page, one: Agreement) -> Line:
    name = page.name(one.person)
    if one.state is AgreementState.NOT_ASKED or not name:
        return ()
    words = page.words(one.words)
    state = sentences([page.say.text(f"agreement.{one.state}")])
    told = one.state is AgreementState.AGREE and bool(words)  # their own words say yes better than ours
    return run_on([plain(f"{name}:", strong=True), *([] if told else [plain(state)]), words])


def _signing(page: Page) -> Signing:
    say = page.say
    family, worker = say.text("agreement.family"), say.text("agreement.worker")
    ways = (say.text("agreement.said_aloud"), say.text("agreement.rather_not"))
    return Signing(places=(family, family, worker), ways=ways)
