"""Who stands beside the family, what is shared with whom, rights, money and the community around."""

from __future__ import annotations

import enum
from typing import Annotated

from fsdesk.plans.model.base import Article, Count, Day, Id, Ids, Print, Record, Spans, Sync, Value, says
from fsdesk.plans.model.goals import Form, PlaceKind


class TeamPerson(Record, frozen=True, kw_only=True):
    """A helper from a service or group."""

    name: Annotated[str, says("First name, or the post if unknown.")]
    role: Annotated[str, says("The role in plain words.")] = ""
    organisation: str = ""
    does: Annotated[Spans, says("What they do.")] = ()
    reach: Annotated[str, says("How to reach them.")] = ""
    form: Form | None = None
    for_whom: Annotated[Ids, says("Whom they help.", refers=("people",))] = frozenset()
    agreed_aim_on: Annotated[Day | None, says("When they agreed the aim.")] = None
    friend_or_peer: Annotated[bool, says("A friend or peer, not a service.")] = False


class Lead(Value, frozen=True, kw_only=True):
    """The family's one person."""

    who: Annotated[Id, says("Who.", refers=("team", "people"))]
    agreed_on: Annotated[Day | None, says("When the family agreed.")] = None
    agreed_by: Annotated[Ids, says("Who agreed.", refers=("people",))] = frozenset()


class LeadChange(Record, frozen=True, kw_only=True):
    """A change of the family's one person."""

    from_who: Annotated[Id | None, says("From whom.", refers=("team", "people"))] = None
    to_who: Annotated[Id | None, says("To whom.", refers=("team", "people"))] = None
    on: Day | None = None
    handed_over_together: bool = False


class TellOnce(Record, frozen=True, kw_only=True):
    """Five lines others may read, so that the family need not tell it again."""

    person: Annotated[
        Id | None, says("Whose story; empty: the family's.", to=Print.PERSON, refers=("people",))
    ] = None
    lines: Annotated[Spans, says("The lines.", to=Print.PERSON)]
    approved_by: Annotated[Ids, says("Who approved them.", to=Print.PERSON, refers=("people",))] = frozenset()
    approved_on: Annotated[Day | None, says("When.", to=Print.PERSON)] = None
    may_read: Annotated[Ids, says("Who may read them.", to=Print.PERSON, refers=("people", "team"))] = (
        frozenset()
    )


class ReachIn(Record, frozen=True, kw_only=True):
    """How the family reaches in: somebody, somewhere, no form needed."""

    name: Annotated[str, says("Who to ask for.")]
    place: str = ""
    place_kind: PlaceKind | None = None
    hours: str = ""
    phone: Annotated[str, says("A number, if there is one.")] = ""
    phone_free_way: Annotated[str, says("A way without phone credit.")] = ""
    no_form_needed: Annotated[bool, says("No form, no reason, no starting again.")] = True
    printed_line: Annotated[Spans, says("What to print instead of place and number.")] = ()
    safe_hours: Annotated[str, says("Safe times, sealed.", to=Print.NEVER, travels=Sync.SEALED)] = ""
    safe_phone: Annotated[str, says("Safe number, sealed.", to=Print.NEVER, travels=Sync.SEALED)] = ""


class Basis(enum.StrEnum):
    """On what ground something is shared."""

    CONSENT = "consent"
    PUBLIC_TASK = "public_task"
    VITAL = "vital"
    LEGAL = "legal"


class Consent(enum.StrEnum):
    """What somebody said when asked; not asked yet means it stays."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    NOT_GIVEN = "not_given"
    WITHDRAWN = "withdrawn"


class Share(Record, frozen=True, kw_only=True):
    """What one organisation is told, why, on what ground, and what the family thinks of it."""

    org: Annotated[str, says("Which organisation.")]
    what: Annotated[Spans, says("What is shared.")] = ()
    why: Annotated[Spans, says("How it helps.")] = ()
    basis: Basis | None = None
    told_whom: Annotated[Ids, says("Who was told.", refers=("people",))] = frozenset()
    told_on: Day | None = None
    told_how: str = ""
    their_view: Annotated[Spans, says("What they said about it.")] = ()
    consent: Annotated[Consent, says("What they agreed to.", protects="consent")] = Consent.NOT_ASKED
    will_share_anyway: Annotated[
        bool, says("It is shared whatever they say; then consent is not the ground.")
    ] = False


class LimitsTold(Value, frozen=True, kw_only=True):
    """When it was explained that not every secret can be kept."""

    on: Day | None = None
    how: str = ""


class AgreementState(enum.StrEnum):
    """Where somebody stands; every answer is a full one."""

    AGREE = "agree"
    PARTLY = "partly"
    DISAGREE = "disagree"
    UNSURE = "unsure"
    NOT_ASKED = "not_asked"


class AgreedHow(enum.StrEnum):
    """How somebody said so."""

    SIGNED = "signed"
    MARKED = "marked"
    SAID_ALOUD = "said_aloud"
    RATHER_NOT_SIGN = "rather_not_sign"


class Agreement(Record, frozen=True, kw_only=True):
    """What one person said to the plan, in their own words."""

    person: Annotated[Id, says("Who.", refers=("people",))]
    state: AgreementState = AgreementState.NOT_ASKED
    words: Annotated[Spans, says("In their words.")] = ()
    how: AgreedHow | None = None
    on: Day | None = None


class Copy(Record, frozen=True, kw_only=True):
    """A copy handed over, read back, or kept by us instead."""

    person: Annotated[Id, says("Whose copy.", to=Print.NEVER, refers=("people",))]
    edition: Annotated[str, says("Edition letter.", to=Print.NEVER)] = ""
    version: Annotated[Count | None, says("Plan version.", to=Print.NEVER)] = None
    on: Annotated[Day | None, says("When.", to=Print.NEVER)] = None
    read_back: Annotated[bool, says("Read out instead.", to=Print.NEVER)] = False
    kept_by_us: Annotated[bool, says("We keep it for them.", to=Print.NEVER)] = False
    declined: Annotated[bool, says("They would rather have none.", to=Print.NEVER)] = False


class PlaceThatSuits(Record, frozen=True, kw_only=True):
    """A place where meeting works for the family."""

    name: Annotated[str, says("The place.")]
    kind: PlaceKind | None = None
    person: Annotated[Id | None, says("For whom; empty: the family.", refers=("people",))] = None
    works_for_us: bool = True


class ConnectionKind(enum.StrEnum):
    """Kinds of community ties."""

    GROUP = "group"
    PEER = "peer"
    DROP_IN = "drop_in"
    VOLUNTEER = "volunteer"
    FAITH = "faith"
    LIBRARY = "library"
    SPORT = "sport"
    PANTRY = "pantry"


class Connection(Record, frozen=True, kw_only=True):
    """A tie to people or places nearby."""

    name: Annotated[str, says("What it is.")]
    kind: ConnectionKind = ConnectionKind.GROUP
    for_whom: Annotated[Ids, says("Who goes.", refers=("people",))] = frozenset()
    go_along_first: Annotated[bool, says("Somebody goes along the first time.")] = False
    declined: Annotated[bool, says("Offered, and they would rather not.", to=Print.NEVER)] = False
    how_it_went: Annotated[Spans, says("How it went, in words.")] = ()
    place: Annotated[Id | None, says("The community place.", refers=("community_places",))] = None


class CommunityPlace(Record, frozen=True, kw_only=True):
    """A place or group nearby, in the shape of Open Referral."""

    organisation: str = ""
    service: Annotated[str, says("What happens there.")]
    location: str = ""
    times: str = ""
    contact: str = ""
    checked_on: Annotated[Day | None, says("When these facts were last checked.")] = None


class Gap(Record, frozen=True, kw_only=True):
    """Something the family wanted nearby and could not find."""

    wanted: Annotated[Spans, says("What was wanted.", to=Print.ASKED, travels=Sync.COUNTED)]
    area: Annotated[
        str, says("In which neighbourhood; no address.", to=Print.ASKED, travels=Sync.COUNTED)
    ] = ""


class MoneyState(enum.StrEnum):
    """What became of the money check we offer everyone."""

    ASKED = "asked"
    OFFERED = "offered"
    DECLINED = "declined"
    DONE = "done"


class MoneyNext(enum.StrEnum):
    """What can follow a money check."""

    ADVISER = "adviser"
    CRISIS_GRANT = "crisis_grant"
    SCHOOL_COSTS = "school_costs"
    ENERGY = "energy"


class MoneyCheck(Value, frozen=True, kw_only=True):
    """The money check; amounts are never kept."""

    state: MoneyState
    on: Day | None = None
    by: str = ""
    next: frozenset[MoneyNext] = frozenset()
    words: Spans = ()


class Right(Record, frozen=True, kw_only=True):
    """A right of the UNCRC that this plan helps, in plain words."""

    article: Annotated[Article, says("Article of the UNCRC.")]
    whose: Annotated[Ids, says("Whose right.", refers=("people",))] = frozenset()
    words: Annotated[Spans, says("In plain words.")] = ()
    linked_to: Annotated[Ids, says("What in the plan helps it.", refers=("*",))] = frozenset()
    talked_through_with: Annotated[Ids, says("With whom.", refers=("people",))] = frozenset()
    on: Day | None = None
    how: str = ""


class RightsTalked(Value, frozen=True, kw_only=True):
    """When and how the rights page was gone through."""

    on: Day
    how: str = ""
    with_whom: Annotated[Ids, says("With whom.", refers=("people",))] = frozenset()
