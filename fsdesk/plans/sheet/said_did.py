"""You said, we did: every thing a family asked for, once, with what really became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fsdesk.errors import Held
from fsdesk.plans.model.base import has_words, text_of
from fsdesk.plans.model.reviews import Feedback, FeedbackState
from fsdesk.plans.sheet import opening
from fsdesk.plans.sheet.heads import Marks, sheet_with
from fsdesk.plans.sheet.page import Page, plain, run_on
from fsdesk.plans.sheet.parts import Line, Run
from fsdesk.plans.sheet.questions import Ask, Asks
from fsdesk.plans.sheet.replies import Became, Replies, Reply, Tally
from fsdesk.plans.sheet.values import Block, Key, Section, Sheet

_BECAME = {
    FeedbackState.DONE: Became.DONE,
    FeedbackState.PARTLY: Became.PARTLY,
    FeedbackState.OPEN: Became.NOT_YET,
    FeedbackState.NOT_YET: Became.NOT_YET,
    FeedbackState.COULD_NOT: Became.COULD_NOT,
}
_FEWEST_WORDS = 4
"""A reason of fewer words is a label, such as "policy", and says nothing of why."""


class NotAnsweredYet(Held):
    """Something we could not do has no honest answer yet; the page waits for it."""

    what_next = "Nothing was printed. Write what is missing together with the team, then print."


def said_did(page: Page, marks: Marks) -> Sheet:
    """Return the page. Raises NotAnsweredYet when a "could not" lacks its answer, why, instead or a person to ask."""
    say = page.say
    asked = sorted((one for one in page.plan.feedback if has_words(one.text)), key=_oldest_first)
    _wait_for_answers(asked)
    rows = tuple(_reply(page, one) for one in asked)
    blocks: list[Block] = [Tally(items=_tally(page, rows))] if rows else []
    blocks += [Replies(said=say.text("said.said"), did=say.text("said.did"), rows=rows)] if rows else []
    blocks = blocks or [page.note("said.empty")]
    see = Ask(
        number="",
        lines=(),
        ticks=tuple(say.text(f"said.{name}") for name in ("yes", "not_quite", "no")),
        write=2,
    )
    sections = [Section(key=Key.HEARD, heading="", blocks=tuple(blocks))]
    sections += (
        [Section(key=Key.ANSWERS, heading=say.text("said.see"), blocks=(Asks(rows=(see,)),))] if rows else []
    )
    return sheet_with(page, marks, "said_did", made=_made(page), sections=tuple(sections))


def _oldest_first(one: Feedback) -> tuple[bool, str]:
    return one.on is None, one.on.isoformat() if one.on else ""


def _made(page: Page) -> Line:
    coming = opening.next_time(page)
    for_whom = page.say.line("said.for_meeting", day=page.say.day(coming.on)) if coming else ()
    return run_on([for_whom, page.say.line("said.made")])


def _wait_for_answers(asked: Iterable[Feedback]) -> None:
    for one in asked:
        if one.state is FeedbackState.COULD_NOT and (missing := _missing(one)):
            told = " and ".join(missing)
            raise NotAnsweredYet(
                f"One thing that you could not do still needs {told}: what would you tell them?"
            )


def _missing(one: Feedback) -> list[str]:
    """Return which of the four things a "could not" still needs (print design F)."""
    parts = {
        "the answer": has_words(one.we_did),
        "an honest reason": len(text_of(one.we_could_not_because).split()) >= _FEWEST_WORDS,
        "what there is instead": has_words(one.instead),
        "who to talk to": bool(one.if_you_disagree.strip()),
    }
    return [name for name, is_there in parts.items() if not is_there]


def _reply(page: Page, one: Feedback) -> Reply:
    became = _BECAME[one.state]
    lines = [*page.said(one.we_did), *page.led("said.why", one.we_could_not_because)]
    lines += page.led("said.instead", one.instead)
    disagree = plain(one.if_you_disagree)
    lines += [(*page.say.line("said.disagree"), Run(text=" "), *disagree)] if disagree else []
    return Reply(
        became=became,
        word=page.say.text(f"said.{became}"),
        said=page.said(one.text),
        who=page.name(one.from_person),
        lines=tuple(lines) or (page.say.line("answers.not_yet"),),
    )


def _tally(page: Page, rows: Sequence[Reply]) -> tuple[Line, ...]:
    """Return how many there are, counted from the rows themselves."""
    asked = "said.asked_one" if len(rows) == 1 else "said.asked"
    counts = [page.say.line(asked, count=page.say.number(len(rows)))]
    for became in Became:
        many = sum(1 for row in rows if row.became is became)
        counts += [page.say.line(f"said.count_{became}", count=page.say.number(many))] if many else []
    return tuple(counts)
