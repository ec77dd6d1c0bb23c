from __future__ import annotations

import pytest

from fsdesk.errors import Held, Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience import CONFIRMABLE, Edition, Hold, held, hold_or_edition

RECORD_GATES = ("PG-2", "PG-3", "PG-5", "PG-6")


def weighed(plan, reader="ailsa", **more) -> Edition | list[Hold]:
    return hold_or_edition(plan, reader, today=ex.TODAY, **more)


def gates(plan, reader="ailsa", **more) -> list[str]:
    found = weighed(plan, reader, **more)
    return [] if isinstance(found, Edition) else [one.gate for one in found]


def safety(*tokens: str, **over) -> m.SafetyBetween:
    """Return a safety record: Rab must not learn these words."""
    return ex.a_record(
        m.SafetyBetween, from_whom={"rab"}, about={"ailsa", "finn"}, tokens=set(tokens), **over
    )


RAB = ex.a_record(m.Person, id="rab", name="Rab", role=m.Role.OTHER_ADULT, in_plan=False)
PEOPLE = [ex.a_carer("Ailsa"), ex.a_child("Finn", 8)]
WITH_RAB = [*PEOPLE, RAB]


def a_plan_that_holds(gate: str) -> m.Plan:
    """Return a plan in which one record, "trouble", is held by this gate on Ailsa's page."""
    return {
        "PG-2": ex.a_plan(
            safety_between=[safety("Rossmuir")], steps=[ex.a_step("Walk to Rossmuir.", id="trouble")]
        ),
        "PG-3": ex.a_plan(
            people=[*PEOPLE, ex.a_carer("Morven", legal_status="refugee leave")],
            steps=[ex.a_step("Ring about Morven's refugee leave.", id="trouble")],
        ),
        "PG-5": ex.a_plan(
            worries=[ex.a_worry(noticed_by="Mrs Lamont")],
            steps=[ex.a_step("Thank Mrs Lamont.", id="trouble")],
        ),
        "PG-6": ex.a_plan(
            voices=[
                ex.a_voice(
                    "finn", "I do not want mum to know I cried.", audience=m.Audience(to=m.Reach.MY_WORKER)
                )
            ],
            steps=[ex.a_step("He said he does not want mum to know I cried.", id="trouble")],
        ),
    }[gate]


@pytest.mark.parametrize("gate", RECORD_GATES)
def test_a_gate_holds_and_names_the_record(gate):
    """A hold says which gate it is and where the worker has to look."""
    (found,) = weighed(a_plan_that_holds(gate))

    assert (gate, ("trouble",)) == (found.gate, found.records)


@pytest.mark.parametrize("gate", RECORD_GATES)
def test_a_confirmed_hold_leaves_the_record_out_whole(gate):
    """The edition is the one of a plan that never had the record: no number, no gap, no trace."""
    plan = a_plan_that_holds(gate)
    confirmed = weighed(plan, confirmed={gate: "Dan"})
    never = weighed(
        ex.a_plan(**{name: getattr(plan, name) for name in ("people", "worries", "voices")}, steps=[])
    )

    assert never.plan == confirmed.plan
    assert [(gate, "Dan", ("trouble",))] == [tuple(one) for one in confirmed.confirmed]


@pytest.mark.parametrize("gate", RECORD_GATES)
def test_another_gates_name_confirms_nothing(gate):
    """Only the gate that holds can be answered for."""
    others = {one: "Dan" for one in RECORD_GATES if one != gate}

    assert [gate] == gates(a_plan_that_holds(gate), confirmed=others)


@pytest.mark.parametrize("gate", [*RECORD_GATES, "PG-1", "PG-4", "PG-7", "PG-9"])
def test_a_reason_is_one_sentence_that_names_the_gate_and_no_thing(gate):
    """Whoever reads it over a shoulder learns that something waits, and nothing of what."""
    from fsdesk.plans.audience.values import REASONS

    assert REASONS[gate].startswith(gate)
    assert 1 == REASONS[gate].count(".")
    words = ("address", "school", "place", "private", "hidden", "safe", "child", "abuse", "worry", "third")
    assert not any(word in REASONS[gate].lower() for word in words)


def test_holds_become_one_refusal_that_ends_with_what_to_do():
    """All holds are told at once, each reason once, as a hold and not as an error."""
    found = held([Hold("PG-2", "PG-2 holds this page."), Hold("PG-9", "PG-9 holds this page.")])

    assert isinstance(found, Held)
    assert "PG-2 holds this page. PG-9 holds this page. Nothing was printed." == str(found)


def test_every_hold_is_told_at_once():
    """The worker sees all that waits, not one hold after another."""
    worry = ex.a_serious_worry(about={"finn"})
    plan = ex.a_plan(
        people=[ex.a_carer("Ailsa", no_paper=True), ex.a_child("Finn", 8, no_paper=True)],
        safety_between=[safety("Rossmuir", from_name="Rab")],
        steps=[ex.a_step("Walk to Rossmuir.")],
        worries=[worry],
    )

    assert ["PG-2", "PG-4", "PG-9"] == gates(plan, "finn")


def test_pg_1_refuses_a_reader_who_is_not_in_the_plan():
    """There is no page for nobody."""
    with pytest.raises(Refused, match="nobody with that reader id"):
        weighed(ex.a_plan(), "nobody")


@pytest.mark.parametrize(
    "over",
    [
        {"born": m.Born(unborn=True)},
        {"whereabouts": m.Whereabouts.DECEASED},
        {"born": m.Born(band=m.AgeBand.UNBORN)},
    ],
)
def test_pg_1_holds_for_somebody_who_cannot_read(over):
    """No page is made for somebody unborn or dead."""
    plan = ex.a_plan(people=[ex.a_carer("Ailsa"), ex.a_child("Finn", 8, **over)])

    assert ["PG-1"] == gates(plan, "finn")


@pytest.mark.parametrize(
    ("field", "over"),
    [
        ("strengths", [ex.a_strength("Walks to Rossmuir alone.")]),
        ("goals", [ex.a_goal(how_we_notice="He runs to Rossmuir.")]),
        ("options", [ex.a_support(place="Rossmuir Hall")]),
        ("about_us", [ex.a_record(m.AboutUs, words="We like Rosmuir.")]),
        ("media", [ex.a_record(m.Media, hash="9f" * 32, caption="Our door in Rossmuir")]),
        ("next_review", m.NextReview(on=ex.day(7), place="Rossmuir")),
        ("title", "Our Rossmuir plan"),
        ("why_now", ex.quote("Rossmuir was new to us.")),
    ],
)
def test_pg_2_reads_every_text_of_the_edition(field, over):
    """A sealed token holds wherever it stands, for every reader: paper lies about."""
    plan = ex.a_plan(people=WITH_RAB, safety_between=[safety("Rossmuir")], **{field: over})

    assert ["PG-2"] == gates(plan)
    assert isinstance(weighed(plan, confirmed={"PG-2": "Dan"}), Edition)


def test_pg_2_hides_what_a_safety_record_hides_without_spelling_it_out():
    """Home, school and number of the protected are hidden words, whether or not they were typed as tokens."""
    hidden = {m.HiddenKind.HOME, m.HiddenKind.SCHOOL, m.HiddenKind.PHONE}
    plan = ex.a_plan(
        people=[
            ex.a_carer("Ailsa", lives_with={"home"}),
            ex.a_child("Finn", 8, learns_at="Rossmuir Primary"),
            RAB,
        ],
        households=[ex.a_record(m.Household, id="home", label="Ours", address="14 Corrie Wynd, Skelbeg")],
        safe_contacts=[ex.a_record(m.SafeContact, person="ailsa", value="0141 496 0188")],
        safety_between=[safety(hidden=hidden)],
        steps=[
            ex.a_step("Walk to Rossmuir.", id="school"),
            ex.a_step("Be at Corrie Wynd at five.", id="home-step"),
            ex.a_step("Ring 01414960188.", id="number"),
            ex.a_step("Buy bread.", id="bread"),
        ],
    )
    (found,) = weighed(plan)

    assert ("home-step", "number", "school") == found.records


@pytest.mark.parametrize(
    ("over", "text"),
    [
        (
            {"households": [ex.a_record(m.Household, id="home", label="Ours", address="14 Corrie Wynd")]},
            "14 Corrie Wynd",
        ),
        (
            {"safe_contacts": [ex.a_record(m.SafeContact, person="ailsa", value="0141 496 0188")]},
            "0141 496 0188",
        ),
        ({"places_to_avoid": [ex.a_record(m.PlaceToAvoid, name="Braid Arcade")]}, "Braid Arcade"),
    ],
)
def test_pg_2_keeps_homes_and_safe_numbers_off_paper_in_every_plan(over, text):
    """A private address, a safe number and a place to avoid hold even where no safety record stands."""
    assert ["PG-2"] == gates(ex.a_plan(steps=[ex.a_step(f"Go to {text} now.")], **over))


def test_pg_2_reads_the_hidden_words_of_every_version():
    """A token that only a differing version holds counts."""
    plan = ex.a_plan(people=WITH_RAB, steps=[ex.a_step("Walk to Rossmuir.")])
    theirs = ex.a_plan(people=WITH_RAB, safety_between=[safety("Rossmuir")])

    assert [] == gates(plan)
    assert ["PG-2"] == gates(plan, also=[theirs])
    assert ["PG-2"] == gates(plan, hidden=["Rossmuir"])


def test_pg_3_holds_where_one_persons_story_is_told_in_another_record():
    """Five words in a row from a story told once are that person's own to tell."""
    story = ex.a_record(m.TellOnce, person="morven", lines="We lost our house in the fire in May.")
    people = [*PEOPLE, ex.a_carer("Morven")]
    told = ex.a_plan(people=people, tell_once=[story], steps=[ex.a_step("They lost our house in the fire.")])

    assert ["PG-3"] == gates(told)
    assert [] == gates(told, "morven")


def test_pg_4_holds_for_whom_a_serious_worry_is_about_and_nobody_can_confirm_it():
    """Whom a serious worry concerns gets no page before the lead has looked."""
    plan = ex.a_plan(worries=[ex.a_serious_worry(about={"finn"})])

    assert ["PG-4"] == gates(plan, "finn")
    assert ["PG-4"] == gates(plan, "finn", confirmed={"PG-4": "Dan"})


def test_pg_4_leaves_other_readers_pages_alone():
    """A serious worry about somebody else is simply not on this page."""
    plan = ex.a_plan(worries=[ex.a_serious_worry(about={"finn"}, sealed=False), ex.a_worry(id="everyday")])

    assert ["everyday"] == [one.id for one in weighed(plan).plan.worries]


def test_pg_4_counts_a_worry_that_is_serious_in_one_version():
    """While versions differ on how serious a worry is, it is serious."""
    plan = ex.a_plan(worries=[ex.a_worry(about={"ailsa"})])
    theirs = ex.a_plan(worries=[ex.a_serious_worry(about={"ailsa"})])

    assert ["PG-4"] == gates(plan, also=[theirs])


def test_pg_4_lets_a_childs_own_page_carry_the_child_safe_line_alone():
    """On a child's own page nothing of a worry stands but the line written for the child."""
    plan = ex.a_plan(
        worries=[
            ex.a_serious_worry(about={"finn"}, sealed=False, child_safe_line="Grown-ups look after you.")
        ]
    )
    (seen,) = weighed(plan, "finn", format=m.PrintFormat.CHILD).plan.worries

    assert ("", "Grown-ups look after you.") == (m.text_of(seen.text), m.text_of(seen.child_safe_line))


@pytest.mark.parametrize("noticed_by", ["Dan", "the nursery", "Ailsa told Dan", "Finn"])
def test_pg_5_knows_our_own_people(noticed_by):
    """A name of the family or the team in a text is no third party's."""
    plan = ex.a_plan(
        worries=[ex.a_worry(noticed_by=noticed_by)], steps=[ex.a_step("Dan and Ailsa ring the nursery.")]
    )

    assert [] == gates(plan)


def test_pg_5_leaves_out_somebody_whom_nothing_ties_to_the_family():
    """Another child in the list, without any relation, is not listed and holds where the name is written."""
    other = ex.a_child("Torquil", 9, in_plan=False)
    plan = ex.a_plan(people=[*PEOPLE, other], steps=[ex.a_step("Keep Finn and Torquil apart.")])
    related = ex.a_plan(
        people=[*PEOPLE, other],
        relationships=[ex.a_record(m.Relationship, from_person="finn", to_person="torquil", kind="brother")],
        steps=[ex.a_step("Finn sees Torquil on Saturday.")],
    )
    shown = weighed(plan, confirmed={"PG-5": "Dan"})

    assert ["PG-5"] == gates(plan)
    assert ["ailsa", "finn"] == [one.id for one in shown.plan.people]
    assert [] == gates(related)


@pytest.mark.parametrize("trace", ["R-12 says so.", "See W-03.", "Answered Q-07.", "PG-2 was open."])
def test_pg_7_holds_a_workers_text_that_names_a_check(trace):
    """Rules, questions and gates are not for paper; nobody confirms them away."""
    plan = ex.a_plan(strengths=[ex.a_strength(trace)])

    assert ["PG-7"] == gates(plan, confirmed={"PG-7": "Dan"})


def test_pg_7_leaves_own_words_and_buses_alone():
    """What somebody said is printed as said, and R-99 is no rule."""
    plan = ex.a_plan(
        strengths=[ex.a_strength(ex.quote("I take the R-12 bus.")), ex.a_strength("The R-99 bus.")]
    )

    assert [] == gates(plan)


@pytest.mark.parametrize("confirmed", [{}, {"PG-9": "Dan"}, dict.fromkeys(CONFIRMABLE, "Dan")])
def test_pg_9_holds_whatever_is_confirmed(confirmed):
    """Where paper is not safe there is no paper."""
    plan = ex.a_plan(people=[ex.a_carer("Ailsa", no_paper=True), ex.a_child("Finn", 8)])

    assert ["PG-9"] == gates(plan, confirmed=confirmed)
    assert [] == gates(plan, "finn")


def test_pg_9_counts_in_every_version():
    """No paper in one version is no paper."""
    theirs = ex.a_plan(people=[ex.a_carer("Ailsa", no_paper=True), ex.a_child("Finn", 8)])

    assert ["PG-9"] == gates(ex.a_plan(), also=[theirs])


@pytest.mark.parametrize("state", list(m.PlanState))
def test_pg_10_a_plan_that_is_not_agreed_is_a_talking_copy(state):
    """Only an agreed plan, or one finished for now, is more than a talking copy."""
    agreed = state in (m.PlanState.AGREED, m.PlanState.FINISHED_FOR_NOW)

    assert agreed is not weighed(ex.a_plan(state=state)).is_talking_copy


@pytest.mark.parametrize("confirmed", [{"PG-99": "Dan"}, {"PG-2": " "}])
def test_a_confirmation_needs_a_gate_and_a_name(confirmed):
    """A gate that there is not, or nobody's name, is refused before anything is looked at."""
    with pytest.raises(Refused, match="somebody's name"):
        weighed(ex.a_plan(), confirmed=confirmed)
