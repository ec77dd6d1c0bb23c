"""No group, peer, drop-in, volunteer or friendship nearby is in the plan yet."""

from __future__ import annotations

from typing import Any

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_support, an_option
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, date, on

ID = "R-18"
PRINCIPLES = ("NP-04", "GP-COMMUNITY", "SP-1", "SP-3", "NC-2.5")
SEVERITY = Severity.LOOK
VERSION = 1
READS = ("options", "connections", "strengths", "network", "safety_between")

_LOCAL = frozenset(
    {m.Form.LOCAL_GROUPS, m.Form.PEER_SUPPORT, m.Form.DROP_IN, m.Form.VOLUNTEER, m.Form.FRIENDSHIPS}
)
_ANSWERED = frozenset({m.Choice.CHOSEN, m.Choice.NO_THANKS, m.Choice.NOT_NOW, m.Choice.ALREADY_HAVE})


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield the connections when nothing local was chosen or declined and the family names no network of its own.

    Merely offering does not answer it; a no does. Quiet wherever anything is kept from anybody for safety.
    """
    answered = any(option.form in _LOCAL and option.choice in _ANSWERED for option in plan.options)
    if not (plan.safety_between or plan.connections or answered or _has_network(plan)):
        yield on("connections")


def _has_network(plan: Plan) -> bool:
    named = any(strength.kind is m.StrengthKind.NETWORK for strength in plan.strengths)
    return named or any(line.line is m.Line.STRONG for line in plan.network)


_FORMS = a_support("Help with forms", form=m.Form.WELFARE_RIGHTS)
_NOTHING = an_option("Nothing", form=None)


def _alone(*options: m.Option, **over: Any) -> Plan:
    """Ailsa and Finn without the neighbours who look in."""
    return a_plan(**{"options": [_FORMS, _NOTHING, *options], "strengths": a_plan().strengths[:2], **over})


_DROP_IN = an_option("Drop-in", form=m.Form.DROP_IN)
_NO_DROP_IN = an_option("Drop-in", form=m.Form.DROP_IN, choice=m.Choice.NO_THANKS)
_HIDDEN = [a_record(m.SafetyBetween, from_name="Ewan", about="ailsa")]
_CHOIR = [a_record(m.NetworkLine, name="Choir", line=m.Line.STRONG)]

NOTICED = (
    Example("Nothing local is in the plan.", _alone(), ("/connections",)),
    Example("A drop-in was offered, and nobody answered.", _alone(_DROP_IN), ("/connections",)),
)
QUIET = (
    Example("They chose a drop-in.", a_plan()),
    Example("They would rather not, and that is an answer.", _alone(_NO_DROP_IN)),
    Example("They go to the library.", _alone(connections=[a_record(m.Connection, name="Library")])),
    Example("Their neighbours are their network.", a_plan(options=[_FORMS, _NOTHING])),
    Example("The choir is a strong tie.", _alone(network=_CHOIR)),
    Example("Being out of sight is what keeps them safe just now.", _alone(safety_between=_HIDDEN)),
)
