"""How the coach speaks, as chosen in the settings: by whose principles, and when every idea is shown unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from fsdesk.plans import principles
from fsdesk.plans.checks import quiet_first_meeting
from fsdesk.plans.findings import Finding
from fsdesk.settings import FRAMEWORKS, Choices

ALWAYS_SPEAKS = frozenset({"R-41"})
"""A serious worry is never softened or put away, whatever somebody chose (practice: shared behaviour of all rules)."""


def is_quiet(chosen: Choices, *, is_first_meeting: bool, everything: bool) -> bool:
    """Whether only a few ideas speak now; ``everything`` says that all of them were asked for."""
    if everything or chosen.coach_speaks == "always":
        return False
    return is_first_meeting or chosen.coach_speaks == "when-asked"


def speaking(
    findings: Iterable[Finding], chosen: Choices, *, is_first_meeting: bool, everything: bool
) -> tuple[Finding, ...]:
    """The findings that speak, each told by a principle of a framework that was chosen."""
    known = tuple(findings)
    if is_quiet(chosen, is_first_meeting=is_first_meeting, everything=everything):
        known = quiet_first_meeting(known)
    told = (_told_by(one, chosen.coach_frameworks) for one in known)
    return tuple(one for one in told if one is not None)


def speaks_by(principle: str, frameworks: Collection[str]) -> bool:
    """Whether an entry of the catalogue belongs to one of these frameworks; background belongs to none."""
    framework = principles.load().entry(principle).framework
    return any(framework.startswith(one) for one in frameworks)


def _told_by(finding: Finding, frameworks: Collection[str]) -> Finding | None:
    """The finding with a principle of these frameworks first, and that one's source; nothing where there is none."""
    whole = _whole(finding.principles[0])
    if set(frameworks) >= set(FRAMEWORKS) or speaks_by(whole, frameworks):
        return finding
    ours = [one for one in finding.principles if speaks_by(one, frameworks)]
    if not ours:
        return finding if finding.rule in ALWAYS_SPEAKS else None
    others = [one for one in finding.principles if one != ours[0]]
    return replace(finding, principles=(ours[0], *others), source=principles.load().entry(ours[0]).source)


def _whole(entry: str) -> str:
    owner = principles.load().principle_of(entry)
    return owner.id if owner else entry
