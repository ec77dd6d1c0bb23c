from __future__ import annotations

import msgspec
import pytest

from fsdesk.plans import examples as ex
from fsdesk.plans import fields
from fsdesk.plans import model as m
from fsdesk.plans.access import About, NoPaper, Pack, Why, pack_of
from fsdesk.plans.audience.readers import NoSuchReader
from tests.plans.sample_reading import all_plans

PLANS = all_plans()
EVERYBODY = [(name, person.id) for name, plan in PLANS.items() for person in plan.people]
LENNOX = PLANS["F4"]
MOIRA_AND_RORY = PLANS["F6"]
MY_WORKER = m.Audience(to=m.Reach.MY_WORKER)
MY_PAGE = m.Audience(to=m.Reach.MY_PAGE)


def packed(plan: m.Plan, person: str, **more) -> Pack:
    """The pack of one person on the plan's own day."""
    return pack_of(plan, person, today=plan.sample_today or ex.TODAY, **more)


def words_of(pack: Pack) -> str:
    """Everything that can be read in a pack, also in what is left out, which has no words at all."""
    return repr(msgspec.to_builtins(pack.lines)) + repr(pack.left_out)


def fields_in(pack: Pack, collection: str) -> dict[tuple[str, str], str]:
    """What a pack says of a collection, by record and field."""
    return {
        (line.record, line.field): " ".join(text.text for text in line.words)
        for line in pack.lines
        if line.collection == collection
    }


def a_family(**over) -> m.Plan:
    """Ailsa, her children Finn and Orla."""
    people = [ex.a_carer("Ailsa"), ex.a_child("Finn", 8), ex.a_child("Orla", 14)]
    return ex.a_plan(people=people, **over)


@pytest.mark.parametrize(("name", "person"), EVERYBODY)
def test_every_line_knows_whom_it_is_about(name, person):
    """This person first, or with others, or the whole family; never somebody else alone."""
    try:
        pack = packed(PLANS[name], person)
    except NoPaper:
        return
    known = {one.id for one in PLANS[name].people}

    assert pack.lines
    for line in pack.lines:
        assert line.words
        assert set(line.people) <= known
        assert (line.about is About.FAMILY) == (line.people == ())
        assert line.people[:1] in ((), (person,))
        assert (line.about is About.PERSON) == (line.people == (person,))


@pytest.mark.parametrize(("name", "person"), EVERYBODY)
def test_no_pack_holds_a_private_saying_a_sealed_place_or_a_serious_worry(name, person):
    """Whoever asks, and whatever they may know by heart."""
    plan = PLANS[name]
    try:
        said = words_of(packed(plan, person))
    except NoPaper:
        return
    hidden = [token for record in plan.safety_between for token in record.tokens]
    hidden += [home.address for home in plan.households if home.address]
    hidden += [one.value for one in plan.safe_contacts if any(sign.isdigit() for sign in one.value)]
    hidden += [m.text_of(one.text) for one in plan.worries if one.level is m.WorryLevel.SERIOUS]
    hidden += [m.text_of(one.words) for one in plan.voices if one.audience.to is m.Reach.MY_WORKER]
    hidden += [m.text_of(one.text) for one in (*plan.scratch, *plan.reflections, *plan.comments)]
    hidden += [m.text_of(one.not_in_plan_reason) for one in plan.people if one.not_in_plan_reason]

    assert [] == [text for text in hidden if text and text in said]


def test_what_is_about_somebody_else_is_not_given_though_everybody_may_read_it():
    """A brother's strength stands in everyone's plan, and is his own; only how many there are is counted."""
    plan = a_family(strengths=[ex.a_strength("Finn draws.", "finn"), ex.a_strength("Ailsa sings.", "ailsa")])
    pack = packed(plan, "ailsa")

    assert "Ailsa sings." in words_of(pack)
    assert "Finn draws." not in words_of(pack)
    assert pack.left_out[Why.OTHERS] >= 1
    assert pack.left_out_count == sum(pack.left_out.values())


def test_what_is_about_two_is_given_to_both_as_each_may_read_it():
    """Whom else it is about stands beside it."""
    plan = a_family(steps=[ex.a_step("They walk to school.", {"finn", "orla"})])
    (line,) = (one for one in packed(plan, "finn").lines if (one.collection, one.field) == ("steps", "what"))

    assert (About.TOGETHER, ("finn", "orla")) == (line.about, line.people)
    assert "They walk" not in words_of(packed(plan, "ailsa"))


def test_what_somebody_told_only_others_about_a_person_is_not_given():
    """An audience that leaves the person out counts, though the words are about nobody else."""
    told = m.Audience(to=m.Reach.NAMED, readers=frozenset({"ailsa"}))
    plan = a_family(
        worries=[ex.a_record(m.Worry, text="Finn cries at night.", about={"finn"}, audience=told)]
    )

    assert "cries" not in words_of(packed(plan, "finn"))
    assert Why.OTHERS in packed(plan, "finn").left_out


def test_a_worry_about_a_person_is_given_without_who_raised_it():
    """PG-5: the neighbour who rang stands on no page and in no pack."""
    worry = ex.a_record(m.Worry, text="Finn was cold.", about={"finn"}, noticed_by="Mrs Lamb next door")
    said = words_of(packed(a_family(worries=[worry]), "finn"))

    assert "Finn was cold." in said
    assert "Lamb" not in said


@pytest.mark.parametrize(
    ("who", "audience", "given"),
    [
        ("ailsa", m.Audience(), True),
        ("ailsa", MY_PAGE, True),
        ("ailsa", MY_WORKER, False),
        ("finn", m.Audience(), True),
        ("finn", MY_PAGE, False),
        ("finn", MY_WORKER, False),
    ],
)
def test_private_words_are_gone_through_together_and_not_put_on_paper(who, audience, given):
    """A child's own page is not this paper, which a grown-up may read; words for the worker are on none (PG-6)."""
    voice = ex.a_record(m.Voice, person=who, words=ex.quote("I like the quiet.", who), audience=audience)
    pack = packed(a_family(voices=[voice]), who)

    assert given == ("I like the quiet." in words_of(pack))
    assert given == (Why.PRIVATE not in pack.left_out)


def test_words_that_answer_a_goal_of_this_person_are_not_about_this_person():
    """A reference to a goal does not make somebody else's words theirs."""
    voice = ex.a_record(
        m.Voice, person="orla", words=ex.quote("Finn never sleeps.", "orla"), answered_by={"goal-finn"}
    )
    goal = ex.a_record(m.Goal, id="goal-finn", text="Sleep.", whose={"finn"})

    assert "never sleeps" not in words_of(packed(a_family(voices=[voice], goals=[goal]), "finn"))


def test_a_mark_on_somebodys_goal_is_about_them_too():
    """Its one reference is what it is about."""
    goal = ex.a_record(m.Goal, id="goal-finn", text="Sleep.", whose={"finn"})
    mark = ex.a_record(m.Mark, id="mark", about="goal-finn", by="ailsa", words="Two good nights.")
    pack = packed(a_family(goals=[goal], marks=[mark]), "finn")
    (line,) = (one for one in pack.lines if (one.collection, one.field) == ("marks", "words"))

    assert (About.TOGETHER, ("finn", "ailsa")) == (line.about, line.people)


def test_no_address_is_given_not_even_marked_as_safe():
    """Whose home it is now may not be whose it was when it was written down."""
    home = ex.a_record(
        m.Household, id="home", label="Our house", address="14 Testwell Road", safe_to_print=True
    )
    people = [ex.a_carer("Ailsa", lives_with={"home"}), ex.a_child("Finn", 8)]
    pack = packed(ex.a_plan(people=people, households=[home]), "ailsa")

    assert {("home", "label"), ("home", "safe_to_print")} == set(fields_in(pack, "households"))
    assert "Testwell" not in words_of(pack)
    assert Why.SAFETY in pack.left_out


def test_for_whom_paper_is_not_safe_no_pack_is_made():
    """PG-9: Kirsty's is gone through together instead."""
    with pytest.raises(NoPaper, match="No paper"):
        packed(LENNOX, "kirsty")


def test_a_version_that_nobody_settled_protects_as_well():
    """What one of two versions seals or says is unsafe counts."""
    voice = ex.a_record(m.Voice, person="ailsa", words=ex.quote("I like the quiet.", "ailsa"))
    plan, private = a_family(voices=[voice]), msgspec.structs.replace(voice, audience=MY_WORKER)
    other = msgspec.structs.replace(plan, voices=(private,))

    assert "quiet" in words_of(packed(plan, "ailsa"))
    assert "quiet" not in words_of(packed(plan, "ailsa", also=[other]))


def test_somebody_whom_a_safety_record_names_is_given_what_is_theirs_and_no_count():
    """Ewan: no place, no worker, no helper, nobody else's name but his children's; nor how much there is."""
    pack = packed(LENNOX, "ewan")
    said = words_of(pack).lower()

    assert pack.is_apart
    assert {About.PERSON} == {line.about for line in pack.lines}
    assert {"ewan": "Ewan"} == pack.names
    assert () == pack.pictures
    for word in ("dan", "nadia", "gregor", "centre", "swimming", "kirsty", "isla", "linnet"):
        assert word not in said


def test_a_person_outside_the_plan_is_given_their_own_line_alone():
    """Leanne is known; why she is not in the plan, what others say of her, and the plan itself are not hers."""
    worry = ex.a_record(m.Worry, text="Leanne was seen in town.", about={"leanne"})
    plan = msgspec.structs.replace(MOIRA_AND_RORY, worries=(*MOIRA_AND_RORY.worries, worry))
    pack = packed(plan, "leanne")

    assert {"people"} == {line.collection for line in pack.lines}
    assert "not_in_plan_reason" not in {line.field for line in pack.lines}


def test_to_whom_something_of_the_plan_went_is_everybodys_to_know():
    """Copies handed over, prints made for this person, extracts given to others, how long it is kept."""
    plan = a_family(
        shared_copies=[ex.a_record(m.SharedCopy, to_org="Tannerbrae Nursery", on=ex.TODAY)],
        print_editions=[
            ex.a_record(m.PrintEdition, letter="B", reader="finn"),
            ex.a_record(m.PrintEdition, letter="C", reader="orla"),
        ],
        retention=m.Retention(until=ex.TODAY, reason="five years"),
    )
    pack = packed(plan, "finn")

    assert "Tannerbrae Nursery" in words_of(pack)
    assert ["B"] == [
        text for (_, field), text in fields_in(pack, "print_editions").items() if field == "letter"
    ]
    assert "five years" in fields_in(pack, "")[("plan", "retention")]


def test_the_pictures_of_a_pack_are_those_that_this_person_made():
    """Rory's drawing, and nobody else's."""
    (drawing,) = (one for one in MOIRA_AND_RORY.media if one.id == "pic-rory-noise")

    assert (drawing.hash,) == packed(MOIRA_AND_RORY, "rory").pictures
    assert () == packed(MOIRA_AND_RORY, "moira").pictures


def test_somebody_who_is_not_in_the_plan_is_nobody():
    """As for any reader."""
    with pytest.raises(NoSuchReader):
        packed(LENNOX, "nobody")


def test_every_collection_of_the_model_is_decided_on():
    """A new kind of record that nobody thought of is not given: it names whom it is about, or is everybody's."""
    from fsdesk.plans.access.sheet import places
    from fsdesk.plans.access.weighing import _NOTHING_TO_TELL, _OURS

    sealed = {
        name for name in fields.collections() if fields.is_sealed_whole(name) or fields.stays_whole(name)
    }
    assert set(fields.collections()) <= places() | _OURS | _NOTHING_TO_TELL | sealed
