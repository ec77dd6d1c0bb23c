"""The model field by field: what may be printed for whom, how far each field travels, what it refers to."""

from __future__ import annotations

import pytest

from fsdesk.plans import fields, protective
from fsdesk.plans import model as m
from fsdesk.plans.model.base import Print, Record, Sync

# practice, section 4, row by row: list, its fields, column print, column sync
SECTION_4 = """
plan: id code state title why_now = AY
plan: rulepack lang_pack = OY
people: name goes_by say_it pronouns relation_words role in_plan lives_with shared_care = AY
people: born languages = OY
households: label = AY
households: address = NZ
households: safe_to_print safe_to_post = NY
relationships: from_person to_person kind important_to_me = AY
network: name person brings may_we_contact = AY
safe_contacts: person way value voicemail_ok text_ok safe times = NZ
interpreters: person need lang kind wishes booked booked_for who interpreter_is read_back_on = PY
access_needs: person need words print_size adjustment met = PY
about_us: topic words person = AY
shares: org what why basis told_whom told_on told_how their_view consent will_share_anyway = AY
plan: limits_told = AY
agreements: person state words how on = AY
copies: person edition version on read_back kept_by_us declined = NY
matters: words person = AY
voices: person kind words media method on place with_whom saw may_be_telling_us knows_best = AY
voices: advocate = PY
voices_declined: person words on = NY
strengths: text holder whose kind noticed_by = AY
wellbeing: child area state child_view adult_view strengths = AY
worlds: child side strength challenge = OY
resilience: person helps makes_it_hard inside = OY
goals: text source whose confirmed_by must_do_because how_we_notice scale = AY
goals: voices strengths wellbeing rights = AY
disagreements: goal flagged_by views how_we_weighed = PY
options: goal name form tier place times cost wait choice chosen_by chosen_on = AY
goals: only_option_because = AY
options: why = OY
options: started_on ends_on sessions if_we_still_need_it meanwhile = AY
steps: what goal who all_of_us by_when no_rush place slot barriers_asked state offer = AY
times_that_work: person slot weekday from_time to_time words = PY
times_that_do_not: person slot weekday from_time to_time words = PY
places_that_suit: name kind person works_for_us = AY
places_to_avoid: name person = NZ
connections: name kind go_along_first how_it_went = AY
gaps: wanted area = OG
plan: money = PY
rights: article whose words linked_to talked_through_with on how = AY
plan: rights_talked = AY
worries: text about level noticed noticed_by noticed_on fear already_safe next_action next_owner = AY
worries: next_owner_name family_told_on not_told_because = AY
worries: child_safe_line = CY
safety_between: from_whom from_name about hidden tokens legal_limits source since = NZ
safety_feel: person words = PY
plan: safety_plan = NZ
team: name role organisation does reach agreed_aim_on = AY
plan: lead = AY
lead_changes: from_who to_who on handed_over_together = AY
tell_once: person lines approved_by approved_on may_read = PY
reach_in: name place hours phone phone_free_way no_form_needed printed_line = AY
reviews: on who where format what_changed numbers areas what_helped what_to_drop next_on = AY
change_events: kind on about words = NY
feedback: from_person text state we_did we_could_not_because answered_on told_how = AY
paper_returns: code version edition sheet media answers typed_by checked_with_family_on = NY
plan: ending = AY
return_notes: on words = AY
answers: rule rule_version where about message kind words by on ask_again_on = NY
reflections: question text bring_to_supervision = NN
scratch: text = NN
"""

# section 4b, which names the fields and leaves most letters open
SECTION_4B = """
media: hash kind caption audience base64
voices: kind
marks: about area by number weather picture words on review
network: line
meetings: on at slot place kind with_whom fixed
promises: what by_whom to_whom by_when state
goals: notice_kind read_out_on
steps: depends_on moved_owner
options: offered_again
people: need_areas own_support
worries: area around around_areas
plan: hard_times retention learning_use
reviews: asked_feedback
comments: where text by read_on
print_editions: letter reader format language version on holds_confirmed
shared_copies: to_org what on
community_places: organisation service location times contact checked_on
answers: rule rule_version message
brought: question text on
"""


def rows(table: str) -> list[tuple[str, str, str]]:
    """Each field of a table, with its list and what is said of it."""
    found = []
    for line in table.strip().splitlines():
        place, _, said = line.partition(" = ")
        collection, _, names = place.partition(": ")
        where = fields.PLAN if collection == "plan" else collection
        found += [(where, name, said) for name in names.split()]
    return found


@pytest.mark.parametrize(("collection", "field", "letters"), rows(SECTION_4))
def test_every_field_prints_and_travels_as_practice_says(collection, field, letters):
    """A field of practice section 4 is in the model, with the letters of its columns print and sync."""
    facts = fields.of(collection)[field]

    assert letters == facts.print.value + facts.sync.value


@pytest.mark.parametrize(("collection", "field", "_"), rows(SECTION_4B))
def test_every_further_field_is_there(collection, field, _):
    """A field of practice section 4b is in the model, and none of them leaves the team."""
    assert fields.of(collection)[field].sync is not Sync.COUNTED


def test_every_record_says_where_it_comes_from():
    """Each record of each list carries its id, who wrote it when and where, its audience and whether it is sealed."""
    common = {"id", "made_by", "made_at", "changed_at", "device", "audience", "sealed"}

    assert common == set(Record.__struct_fields__)
    assert all(common < set(fields.of(name)) for name in fields.collections())


def test_some_records_are_sealed_whole_and_some_never_leave():
    """Safe contacts, safety and the places to avoid are sealed as wholes; reflections, notes and gaps stay."""
    sealed = {name for name in fields.collections() if fields.is_sealed_whole(name)}
    staying = {name for name in fields.collections() if fields.stays_whole(name)}

    assert {"safe_contacts", "safety_between", "places_to_avoid", "shared_for_safety"} == sealed
    assert {"reflections", "scratch", "gaps"} == staying
    assert not fields.is_sealed_whole(fields.PLAN)
    assert not fields.stays_whole(fields.PLAN)


@pytest.mark.parametrize("collection", fields.collections())
def test_no_record_needs_a_field_that_travels_less_far_than_itself(collection):
    """Whoever receives a record receives all it needs to be read."""
    needed = {facts.sync for facts in fields.of(collection).values() if facts.required}
    whole = fields.is_sealed_whole(collection) or fields.stays_whole(collection)

    assert whole or needed <= {Sync.TEAM}


@pytest.mark.parametrize(
    ("collection", "field"),
    [(name, field) for name in fields.collections() for field in ("audience", "sealed")]
    + [("households", "safe_to_print"), ("households", "safe_to_post"), ("people", "no_paper")]
    + [("safe_contacts", field) for field in ("voicemail_ok", "text_ok", "safe")]
    + [("safety_between", field) for field in ("from_whom", "about", "hidden", "tokens")]
    + [
        ("shares", "consent"),
        ("worries", "level"),
        (fields.PLAN, "stays_here"),
        (fields.PLAN, "learning_use"),
    ],
)
def test_fields_that_protect_somebody_say_how(collection, field):
    """While versions differ, the most protective one of such a field counts."""
    facts = fields.of(collection)[field]

    assert facts.protects in protective.KINDS
    assert facts.is_set == (facts.protects == "union")


def test_facts_of_a_field():
    """The facts of a field are those that the model notes on it."""
    facts = fields.of("goals")["voices"]

    assert fields.FieldFacts("voices", Print.ALL, Sync.TEAM, ("voices", "matters"), "", True, False) == facts
    assert fields.of("goals")["text"].required
    assert "people" not in fields.of(fields.PLAN)
    with pytest.raises(KeyError):
        fields.of("cases")


def test_references_point_into_lists_that_there_are():
    """Every reference of the model names lists of the plan, or any record."""
    known = {"*", *fields.collections()}
    structs = {
        m.Plan,
        *fields.collections().values(),
        m.Span,
        m.Audience,
        m.Lead,
        m.NumberChange,
        m.Confirmation,
    }
    named = {into for one in structs for facts in fields.facts_of(one).values() for into in facts.refers}

    assert named <= known
    assert {"people", "goals", "*"} <= named
