"""The plan: one whole-family aggregate of records."""

from __future__ import annotations

import enum
from typing import Annotated

from fsdesk.plans.model import goals as goals_
from fsdesk.plans.model import people as people_
from fsdesk.plans.model import reviews as reviews_
from fsdesk.plans.model import safety as safety_
from fsdesk.plans.model import team as team_
from fsdesk.plans.model import voices as voices_
from fsdesk.plans.model import worker as worker_
from fsdesk.plans.model.base import Day, Id, Lang, Print, Spans, Sync, Value, says


class PlanState(enum.StrEnum):
    """Where a plan stands; a plan is never complete."""

    DRAFT = "draft"
    READY = "ready"
    AGREED = "agreed"
    UNDER_REVIEW = "under_review"
    FINISHED_FOR_NOW = "finished_for_now"
    QUICK_HELP = "quick_help"


CODE_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}$(?!\n)"


class Plan(Value, frozen=True, kw_only=True):
    """A whole-family plan (practice sections 4 and 4b); every list record carries an id of its own."""

    id: Annotated[Id, says("The plan's id.")]
    code: Annotated[str, says("Seven random Crockford signs and a check sign.", pattern=CODE_PATTERN)]
    title: Annotated[str, says("What the family calls the plan.")] = "Our plan"
    family_name: Annotated[
        str, says("The name the family chose for itself; on no paper.", to=Print.NEVER)
    ] = ""
    neighbourhood: Annotated[
        str, says("Roughly where they live, never an address; on no paper.", to=Print.NEVER)
    ] = ""
    state: PlanState = PlanState.DRAFT
    language: Annotated[Lang, says("The language the plan is kept in.", to=Print.NEVER)] = "en"
    rulepack: Annotated[str, says("Version of the rule pack.", to=Print.ASKED)] = ""
    lang_pack: Annotated[str, says("Version of the language pack.", to=Print.ASKED)] = ""
    started_on: Annotated[Day | None, says("When the plan was begun.", to=Print.NEVER)] = None
    sample_today: Annotated[
        Day | None, says("Invented families only: the day this plan is read on.", to=Print.NEVER)
    ] = None
    first_meeting: Annotated[bool, says("Still the first meeting: checks stay quiet.", to=Print.NEVER)] = (
        False
    )

    why_now: Annotated[Spans, says("Why we asked for a hand, in our words.")] = ()
    family_asked: Annotated[bool, says("False when somebody else asked for this plan.", to=Print.NEVER)] = (
        True
    )
    hard_times: Annotated[
        bool, says("Trauma, domestic abuse or loss is known.", to=Print.NEVER, travels=Sync.SEALED)
    ] = False
    about_us_asked_on: Annotated[Day | None, says("When about-us was asked.", to=Print.NEVER)] = None
    stays_here: Annotated[bool, says("This plan stays on this laptop.", to=Print.NEVER, protects="true")] = (
        False
    )
    worker: Annotated[Id | None, says("The plan's own worker.", refers=("team",))] = None
    lead: Annotated[team_.Lead | None, says("The family's one person.")] = None
    next_review: Annotated[reviews_.NextReview | None, says("When we look at it together again.")] = None
    rights_talked: Annotated[team_.RightsTalked | None, says("When the rights page was gone through.")] = None
    limits_told: Annotated[team_.LimitsTold | None, says("When the limits of secrets were explained.")] = None
    money: Annotated[team_.MoneyCheck | None, says("The money check.", to=Print.PERSON)] = None
    safety_plan: Annotated[
        safety_.SafetyPlanHeld | None, says("Who holds a safety plan.", to=Print.NEVER, travels=Sync.SEALED)
    ] = None
    ending: Annotated[reviews_.Ending | None, says("How support ended for now.")] = None
    retention: Annotated[worker_.Retention | None, says("How long it is kept.", to=Print.NEVER)] = None
    learning_use: Annotated[
        worker_.LearningUse | None,
        says("Consent to learning use.", to=Print.NEVER, protects="learning"),
    ] = None
    never_linted: Annotated[
        frozenset[str], says("Names and places the wording engine leaves alone.", to=Print.NEVER)
    ] = frozenset()

    people: tuple[people_.Person, ...] = ()
    households: tuple[people_.Household, ...] = ()
    relationships: tuple[people_.Relationship, ...] = ()
    network: tuple[people_.NetworkLine, ...] = ()
    safe_contacts: tuple[people_.SafeContact, ...] = ()
    interpreters: tuple[people_.Interpreter, ...] = ()
    access_needs: tuple[people_.AccessNeed, ...] = ()
    about_us: tuple[people_.AboutUs, ...] = ()
    matters: tuple[voices_.Matter, ...] = ()
    voices: tuple[voices_.Voice, ...] = ()
    voices_declined: tuple[voices_.VoiceDeclined, ...] = ()
    strengths: tuple[voices_.Strength, ...] = ()
    wellbeing: tuple[voices_.Wellbeing, ...] = ()
    marks: tuple[voices_.Mark, ...] = ()
    worlds: tuple[voices_.World, ...] = ()
    resilience: tuple[voices_.Resilience, ...] = ()
    goals: tuple[goals_.Goal, ...] = ()
    options: tuple[goals_.Option, ...] = ()
    steps: tuple[goals_.Step, ...] = ()
    disagreements: tuple[goals_.Disagreement, ...] = ()
    easy_lines: tuple[goals_.EasyLine, ...] = ()
    times_that_work: tuple[people_.TimeOfWeek, ...] = ()
    times_that_do_not: tuple[people_.TimeOfWeek, ...] = ()
    places_that_suit: tuple[team_.PlaceThatSuits, ...] = ()
    places_to_avoid: tuple[safety_.PlaceToAvoid, ...] = ()
    connections: tuple[team_.Connection, ...] = ()
    community_places: tuple[team_.CommunityPlace, ...] = ()
    gaps: tuple[team_.Gap, ...] = ()
    rights: tuple[team_.Right, ...] = ()
    worries: tuple[safety_.Worry, ...] = ()
    safety_between: tuple[safety_.SafetyBetween, ...] = ()
    safety_feel: tuple[safety_.FeelSafe, ...] = ()
    team: tuple[team_.TeamPerson, ...] = ()
    lead_changes: tuple[team_.LeadChange, ...] = ()
    tell_once: tuple[team_.TellOnce, ...] = ()
    reach_in: tuple[team_.ReachIn, ...] = ()
    shares: tuple[team_.Share, ...] = ()
    agreements: tuple[team_.Agreement, ...] = ()
    copies: tuple[team_.Copy, ...] = ()
    meetings: tuple[reviews_.Meeting, ...] = ()
    promises: tuple[reviews_.Promise, ...] = ()
    reviews: tuple[reviews_.Review, ...] = ()
    change_events: tuple[reviews_.ChangeEvent, ...] = ()
    feedback: tuple[reviews_.Feedback, ...] = ()
    paper_returns: tuple[reviews_.PaperReturn, ...] = ()
    return_notes: tuple[reviews_.ReturnNote, ...] = ()
    answers: tuple[worker_.Answer, ...] = ()
    reflections: tuple[worker_.Reflection, ...] = ()
    brought: tuple[worker_.Brought, ...] = ()
    scratch: tuple[worker_.ScratchNote, ...] = ()
    shared_for_safety: tuple[worker_.SharedForSafety, ...] = ()
    comments: tuple[worker_.Comment, ...] = ()
    glossary: tuple[worker_.GlossaryLine, ...] = ()
    print_editions: tuple[reviews_.PrintEdition, ...] = ()
    shared_copies: tuple[reviews_.SharedCopy, ...] = ()
    versions: tuple[reviews_.PlanVersion, ...] = ()
    media: tuple[worker_.Media, ...] = ()
