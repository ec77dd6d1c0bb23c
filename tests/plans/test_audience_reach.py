from __future__ import annotations

import pytest

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience import Edition, default_reader, hold_or_edition


def edition(plan, reader="ailsa", **asked) -> Edition:
    found = hold_or_edition(plan, reader, today=ex.TODAY, **asked)
    assert isinstance(found, Edition), found
    return found


def strengths(plan, reader="ailsa", **asked) -> list[str]:
    return [m.text_of(one.text) for one in edition(plan, reader, **asked).plan.strengths]


def named(*readers: str) -> m.Audience:
    return m.Audience(to=m.Reach.NAMED, readers=frozenset(readers))


MY_PAGE, MY_WORKER = m.Audience(to=m.Reach.MY_PAGE), m.Audience(to=m.Reach.MY_WORKER)


@pytest.mark.parametrize(
    ("audience", "ailsa", "finn"),
    [
        (m.EVERYONE, True, True),
        (named("ailsa"), True, False),
        (named("finn"), False, True),
        (named(), False, False),
        (MY_WORKER, False, False),
    ],
)
def test_a_record_reaches_whom_its_audience_names(audience, ailsa, finn):
    """Nobody outside a record's audience sees it, and my-worker-only words are nobody's to print."""
    plan = ex.a_plan(strengths=[ex.a_strength("Sings.", audience=audience)])

    assert (ailsa, finn) == (bool(strengths(plan)), bool(strengths(plan, "finn")))


def test_my_page_is_an_adults_own_page():
    """What an adult kept for their own page stands there and nowhere else."""
    plan = ex.a_plan(strengths=[ex.a_strength("Sings.", "ailsa", audience=MY_PAGE)])

    assert ["Sings."] == strengths(plan)
    assert [] == strengths(plan, "finn")


def test_a_childs_my_page_words_are_on_no_other_document():
    """A child's my-page words stand on the child's own page, not in the child's copy of the plan."""
    plan = ex.a_plan(strengths=[ex.a_strength("Sings.", "finn", audience=MY_PAGE)])

    assert [] == strengths(plan, "finn")
    assert ["Sings."] == strengths(plan, "finn", format=m.PrintFormat.CHILD)


def test_a_sealed_record_is_on_no_paper():
    """Sealed is sealed for every reader."""
    plan = ex.a_plan(strengths=[ex.a_strength("Sings.", sealed=True)])

    assert [] == strengths(plan)


def test_everyone_is_everyone_in_the_plan():
    """Somebody who is listed but not in the plan gets only what names them or is their own."""
    rab = ex.a_record(m.Person, id="rab", name="Rab", role=m.Role.OTHER_ADULT, in_plan=False)
    plan = ex.a_plan(
        people=[ex.a_carer("Ailsa"), ex.a_child("Finn", 8), rab],
        strengths=[ex.a_strength("Sings."), ex.a_strength("Fixes bikes.", "rab")],
        relationships=[ex.a_record(m.Relationship, from_person="rab", to_person="finn", kind="uncle")],
    )

    assert ["Fixes bikes."] == strengths(plan, "rab")


@pytest.mark.parametrize(
    ("other", "kept"), [(MY_WORKER, False), (named("finn"), False), (named("ailsa"), True)]
)
def test_the_narrowest_audience_of_all_versions_counts(other, kept):
    """While two laptops differ, a record reaches only readers whom both versions name."""
    plan = ex.a_plan(strengths=[ex.a_strength("Sings.")])
    theirs = ex.a_plan(strengths=[ex.a_strength("Sings.", audience=other)])

    assert kept is bool(strengths(plan, also=[theirs]))


def test_a_record_sealed_in_one_version_is_sealed():
    """One laptop's seal holds for all."""
    plan = ex.a_plan(strengths=[ex.a_strength("Sings.")])
    theirs = ex.a_plan(strengths=[ex.a_strength("Sings.", sealed=True)])

    assert [] == strengths(plan, also=[theirs])


def test_what_helps_somebody_feel_safe_is_on_their_copy_only():
    """A field for one person prints in that person's edition alone."""
    mine = ex.a_record(m.FeelSafe, person="ailsa", words="The door open.")
    plan = ex.a_plan(safety_feel=[mine])

    assert 1 == len(edition(plan).plan.safety_feel)
    assert () == edition(plan, "finn").plan.safety_feel


def test_a_story_reaches_whom_its_teller_ticked():
    """Five lines told once are in the teller's edition and in that of readers the teller named."""
    story = ex.a_record(m.TellOnce, person="ailsa", lines="We moved in May.", may_read={"finn"})
    plan = ex.a_plan(tell_once=[story])

    assert 1 == len(edition(plan).plan.tell_once)
    assert 1 == len(edition(plan, "finn").plan.tell_once)


def test_an_adults_own_needs_are_in_nobody_elses_edition():
    """Health, recovery and legal status stand on their owner's copy at most."""
    carer = ex.a_carer("Ailsa", need_areas={m.NeedArea.RECOVERY}, legal_status="settled status")
    plan = ex.a_plan(people=[carer, ex.a_child("Finn", 8)])
    seen = edition(plan, "finn").plan.people[0]

    assert (frozenset(), "") == (seen.need_areas, seen.legal_status)


def test_what_is_printed_on_request_needs_a_request():
    """My-world notes print only when the family asks for them."""
    world = ex.a_record(m.World, child="finn", side=m.WorldSide.WIDER_WORLD, strength="The park.")
    plan = ex.a_plan(worlds=[world])

    assert () == edition(plan).plan.worlds
    assert 1 == len(edition(plan, asked=["worlds"]).plan.worlds)


def test_one_field_can_be_asked_for():
    """Why an option was not taken prints when the family asks for that, and nothing else comes with it."""
    plan = ex.a_plan(options=[ex.a_support(why="Too far away.")])

    assert () == edition(plan).plan.options[0].why
    assert "Too far away." == m.text_of(edition(plan, asked=["options.why"]).plan.options[0].why)


def test_nothing_of_the_workers_own_is_left():
    """Who wrote a record, when, on which laptop and for whom is not part of an edition."""
    plan = ex.a_plan(strengths=[ex.a_strength(made_by="dan", device="laptop", audience=named("ailsa"))])
    seen = edition(plan).plan.strengths[0]

    assert ("", None, "", m.EVERYONE) == (seen.made_by, seen.made_at, seen.device, seen.audience)


def test_the_default_reader_is_the_first_carer_in_the_plan():
    """Without a name the page is for the first carer who is in the plan."""
    people = [ex.a_child("Finn", 8), ex.a_carer("Ailsa", in_plan=False), ex.a_carer("Morven")]

    assert "morven" == default_reader(ex.a_plan(people=people))


def test_a_plan_without_carers_asks_for_a_name():
    """Nobody is guessed at."""
    with pytest.raises(Refused, match="no carer"):
        default_reader(ex.a_plan(people=[ex.a_child("Finn", 8)]))


def test_why_a_family_asked_and_where_they_meet_is_for_those_in_the_plan():
    """The plan's own fields have no audience: whoever is on the list alone gets none of them, and no gap says so."""
    outside = ex.another_adult("Morag", in_plan=False)
    review = m.NextReview(on=ex.day(20), at="10:00", place="Linnburn Park")
    plan = ex.a_plan(
        people=[ex.a_carer(), ex.a_child(), outside], why_now=ex.quote("It got too much."), next_review=review
    )
    seen = edition(plan, "morag")

    assert (None, ()) == (seen.plan.next_review, seen.plan.why_now)
    assert seen.is_apart
    assert review == edition(plan).plan.next_review
