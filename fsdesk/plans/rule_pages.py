"""The handbook's pages about rules, made from the rules themselves: what each notices, leaves alone, and rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fsdesk.plans import checks, principles, reflections
from fsdesk.plans import rules as data_rules
from fsdesk.plans.findings import Severity
from fsdesk.plans.reflections import Question
from fsdesk.plans.rules import pack as packs
from fsdesk.plans.rules.pack import RuleWords
from fsdesk.plans.rules.parts import Example, Rule
from fsdesk.plans.wording import catalogue

INDEX = "rules.md"
FOLDER = "rules"
"""Where the pages of single rules lie in the handbook."""
_HOW = {
    Severity.GAP: "Speaks of something that the plan ought to hold and does not yet.",
    Severity.LOOK: "Asks to have a look.",
    Severity.REFLECT: "Is a question, and nothing else.",
}
_FIRST = "It speaks in a first meeting too; most wait until Check is opened."
_LATER = "It waits until Check is opened."
_ANSWERS = (
    "Every remark can be answered: by a change, by “not right for this family, because …”, or by “ask me at "
    "review”. An answer in words is a full answer, and rests until that part of the plan changes."
)
_MADE = "<!-- Made from the rules by `make handbook`: change the rule or its words, not this page. -->"


def pages() -> dict[str, str]:
    """Return the text of every page by its path in the handbook: an index, and a page for each rule."""
    made = {f"{FOLDER}/{rule.ID}.md": _data_page(rule) for rule in data_rules.ALL}
    made |= {f"{FOLDER}/{rule.id}.md": _wording_page(rule) for rule in catalogue.rules()}
    made |= {f"{FOLDER}/{one.id}.md": _question_page(one) for one in reflections.load()}
    return {INDEX: _index(), **made}


def _index() -> str:
    data = [(rule.ID, packs.words_of(rule.ID).title) for rule in data_rules.ALL]
    wording = [(rule.id, packs.words_of(rule.id).title) for rule in catalogue.rules()]
    asked = [(one.id, one.title) for one in reflections.load()]
    return _page(
        "# What a plan is read for",
        "fsdesk reads a plan against the principles of both source documents. It names what it noticed, where it "
        "comes from and what could come next; it never counts, ranks or scores, and it never speaks of a person.",
        _ANSWERS,
        "## What a plan holds",
        *_list(map(_link, data)),
        "## How it is worded",
        "Only workers' words are read, in English. What somebody said stays as they said it.",
        *_list(map(_link, wording)),
        "## Questions for the worker",
        "One or two at a time, in turn. They are never counted and never leave the laptop.",
        *_list(map(_link, asked)),
    )


def _link(named: tuple[str, str]) -> str:
    return f"[{named[0]}]({FOLDER}/{named[0]}.md) {named[1]}"


def _data_page(rule: Rule) -> str:
    words = packs.words_of(rule.ID)
    when = _FIRST if rule.ID in checks.FIRST_MEETING else _LATER
    return _page(
        f"# {rule.ID} · {words.title}",
        words.why,
        f"{_HOW[rule.SEVERITY]} {when} Version {rule.VERSION}.",
        "## What it says",
        *_said(words),
        "## It speaks when, for instance",
        *_list(_says(rule.NOTICED)),
        "## It keeps quiet when, for instance",
        *_list(_says(rule.QUIET)),
        *_sources(rule.PRINCIPLES),
    )


def _says(examples: Iterable[Example]) -> Iterator[str]:
    return (one.says for one in examples)


def _wording_page(rule: catalogue.WordingRule) -> str:
    words = packs.words_of(rule.id)
    kinder = [
        f"{entry.instead}: {entry.why}"
        for entry in catalogue.load().entries.values()
        if entry.rule == rule.id
    ]
    return _page(
        f"# {rule.id} · {words.title}",
        words.why,
        f"{_HOW[rule.severity]} {_LATER} Version {rule.version}.",
        "## What it says",
        *_said(words),
        *(["## Kinder words, and why", *_list(dict.fromkeys(kinder))] if kinder else []),
        *_sources(rule.principles),
    )


def _question_page(one: Question) -> str:
    return _page(f"# {one.id} · {one.title}", one.why, f"> {one.ask}", *_sources(one.principles))


def _said(words: RuleWords) -> Iterator[str]:
    for said in words.say.values():
        yield f"> {said.message}\n>\n> {said.next_step}"


def _sources(named: Iterable[str]) -> Iterator[str]:
    entries = [principles.load().entry(one) for one in named]
    yield "## Where it comes from"
    yield from _list(
        f"**{one.id}** {one.title} ({one.source.document}, {one.source.locator})" for one in entries
    )


def _list(items: Iterable[str]) -> Iterator[str]:
    made = "\n".join(f"- {item}" for item in items)
    if made:
        yield made


def _page(*blocks: str) -> str:
    return "\n\n".join([_MADE, *blocks]) + "\n"
