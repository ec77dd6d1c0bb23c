from __future__ import annotations

import re
from datetime import timedelta

import pytest

from fsdesk.plans import fields
from fsdesk.plans import model as m
from fsdesk.plans.audience import hold_or_edition
from tests.plans.sample_reading import all_plans, as_json, records, the


@pytest.fixture(scope="module")
def plans() -> dict[str, m.Plan]:
    return all_plans()


def gates_held(plan: m.Plan, reader: str) -> set[str]:
    assert plan.sample_today is not None
    weighed = hold_or_edition(plan, reader, today=plan.sample_today)
    return {one.gate for one in weighed} if isinstance(weighed, list) else set()


class TestGates:
    @pytest.mark.parametrize("name", ["F1", "F2", "F3", "F5", "F6"])
    def test_nothing_holds_the_first_carers_plan(self, name: str, plans: dict[str, m.Plan]) -> None:
        reader = next(one for one in plans[name].people if one.role is m.Role.CARER)

        assert set() == gates_held(plans[name], reader.id)

    def test_all_four_gates_of_the_lennox_plan_hold_kirstys(self, plans: dict[str, m.Plan]) -> None:
        assert {"PG-2", "PG-4", "PG-6", "PG-9"} == gates_held(plans["F4"], "kirsty")

    def test_the_one_step_holds_ewans(self, plans: dict[str, m.Plan]) -> None:
        assert {"PG-2"} == gates_held(plans["F4"], "ewan")


class TestF1:
    def test_it_is_agreed_and_holds_its_first_three_versions(self, plans: dict[str, m.Plan]) -> None:
        assert m.PlanState.AGREED is plans["F1"].state
        assert [1, 2, 3] == [version.number for version in plans["F1"].versions]

    def test_everybody_of_five_and_over_has_a_copy_of_version_three(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F1"]

        assert {("adaeze", 3), ("callum", 3), ("ify", 3), ("nana", 3)} == {
            (copy.person, copy.version) for copy in plan.copies
        }
        assert {"jude", "emeka"} == {person.id for person in plan.people} - {
            copy.person for copy in plan.copies
        }

    def test_it_has_seven_strengths_one_for_everybody_and_goals_build_on_three(
        self, plans: dict[str, m.Plan]
    ) -> None:
        plan = plans["F1"]

        assert 7 == len(plan.strengths)
        assert {person.id for person in plan.people} == {who for one in plan.strengths for who in one.whose}
        assert 3 == len({id_ for goal in plan.goals for id_ in goal.strengths})

    def test_the_family_has_three_of_the_six_open_steps(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F1"]
        family = {person.id for person in plan.people}

        assert (3, 6) == (sum(bool(step.who & family) for step in plan.steps), len(plan.steps))

    def test_five_of_the_eight_areas_were_talked_about(self, plans: dict[str, m.Plan]) -> None:
        assert 5 == len({one.area for one in plans["F1"].wellbeing})

    def test_the_review_is_in_eight_weeks(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F1"]
        assert plan.next_review is not None
        assert plan.sample_today is not None

        assert timedelta(weeks=8) == plan.next_review.on - plan.sample_today


class TestF2:
    def test_the_worker_chose_the_one_support_41_days_ago(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F2"]
        (option,) = plan.options
        assert plan.sample_today is not None
        assert option.chosen_on is not None

        assert timedelta(days=41) == plan.sample_today - option.chosen_on
        assert ({"ross"}, None) == (set(option.chosen_by), option.started_on)

    def test_what_was_not_talked_about_is_not_there(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F2"]
        empty = (
            plan.why_now, plan.voices, plan.strengths, plan.matters, plan.times_that_work, plan.reach_in,
            plan.shares, plan.rights, plan.about_us, plan.worries, plan.access_needs, plan.places_that_suit,
        )  # fmt: skip

        assert not any(empty)
        assert {None} == {plan.lead, plan.money, plan.next_review, plan.rights_talked, plan.limits_told}

    def test_both_organisations_are_there(self, plans: dict[str, m.Plan]) -> None:
        assert {"Skelbeg Primary", "Skelbeg Family Centre"} == {one.organisation for one in plans["F2"].team}


class TestF3:
    def test_it_holds_five_ordinary_worries_and_two_strengths(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F3"]

        assert [m.WorryLevel.WORRY] * 5 == [worry.level for worry in plan.worries]
        assert [{"donna", "tyler"}, {"may"}] == [set(one.whose) for one in plan.strengths]

    def test_nothing_says_what_around_the_family_may_explain_a_worry(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F3"]

        assert plan.money is None
        assert not any(worry.around or worry.around_areas for worry in plan.worries)


class TestF4:
    def test_a_sealed_token_stands_only_where_it_cannot_be_printed_and_in_the_one_step_that_tests_it(
        self, plans: dict[str, m.Plan]
    ) -> None:
        plan = plans["F4"]
        tokens = [token.casefold() for one in plan.safety_between for token in one.tokens]
        open_ids = set()
        for collection, record in records(plan):
            facts = fields.of(collection)
            printable = [
                as_json(getattr(record, name))
                for name in record.__struct_fields__
                if facts[name].print is not m.Print.NEVER and not record.sealed
            ]
            if any(token in text.casefold() for text in printable for token in tokens):
                open_ids.add(record.id)
        head = as_json([getattr(plan, name) for name in fields.of(fields.PLAN)])

        assert {"step-walk"} == open_ids
        assert [] == [token for token in tokens if token in head.casefold()]

    def test_the_step_that_tests_the_gate_is_open_to_everybody(self, plans: dict[str, m.Plan]) -> None:
        assert m.EVERYONE == the(plans["F4"].steps, "step-walk").audience

    def test_what_ewan_must_not_learn_is_named_in_tokens(self, plans: dict[str, m.Plan]) -> None:
        (hidden,) = plans["F4"].safety_between
        home = the(plans["F4"].households, "home-new")

        assert {"ewan"} == set(hidden.from_whom)
        assert {"home", "school", "phone", "health", "meeting_places"} == set(hidden.hidden)
        assert {"Rossmuir Primary", "Skelbeg library", "14 Corrie Wynd"} <= set(hidden.tokens)
        assert [] == [part for part in home.address.split(", ")[1:] if part not in hidden.tokens]
        assert not home.safe_to_print
        assert not home.safe_to_post

    def test_nothing_of_the_danger_is_open_to_everybody(self, plans: dict[str, m.Plan]) -> None:
        plan = plans["F4"]
        open_words = " ".join(
            as_json(getattr(record, name))
            for collection, record in records(plan)
            if record.audience == m.EVERYONE and record.id != "step-walk"
            for name, facts in fields.of(collection).items()
            if facts.print is m.Print.ALL
        )

        assert [] == re.findall(r"Nadia|Lantern|throat|safety plan|hearing|sleep|health|Skelbeg", open_words)

    def test_the_serious_worry_is_sealed_and_has_its_six_lines(self, plans: dict[str, m.Plan]) -> None:
        (worry,) = plans["F4"].worries

        assert worry.sealed
        assert worry.level is m.WorryLevel.SERIOUS
        assert all((worry.noticed, worry.noticed_by, worry.noticed_on, worry.family_told_on))
        assert all((worry.fear, worry.already_safe, worry.next_action))
        assert "team lead" in worry.next_owner_name

    def test_jamies_private_words_have_the_audience_he_chose(self, plans: dict[str, m.Plan]) -> None:
        voices = plans["F4"].voices

        assert m.Reach.MY_WORKER is the(voices, "voice-jamie-house").audience.to
        assert m.Reach.MY_PAGE is the(voices, "voice-jamie-dog").audience.to

    def test_one_option_tells_kirsty_what_he_said_for_his_page_and_never_ewan(
        self, plans: dict[str, m.Plan]
    ) -> None:
        said = m.text_of(the(plans["F4"].voices, "voice-jamie-dog").words)
        option = the(plans["F4"].options, "option-dog-visit")

        assert said in m.text_of(option.what)
        assert (m.Reach.NAMED, {"jamie", "kirsty"}) == (option.audience.to, set(option.audience.readers))

    def test_kirsty_has_no_paper_at_home_and_has_not_approved_the_draft(
        self, plans: dict[str, m.Plan]
    ) -> None:
        plan = plans["F4"]
        (draft,) = plan.tell_once

        assert the(plan.people, "kirsty").no_paper
        assert (frozenset(), None) == (draft.approved_by, draft.approved_on)

    def test_two_views_stand_side_by_side_and_are_not_weighed_yet(self, plans: dict[str, m.Plan]) -> None:
        (differing,) = plans["F4"].disagreements

        assert ["jamie", "kirsty"] == [span.speaker for span in differing.views]
        assert () == differing.how_we_weighed


class TestF5:
    def test_the_meeting_is_on_a_friday_at_an_hour_the_family_said_is_hard(
        self, plans: dict[str, m.Plan]
    ) -> None:
        meeting = the(plans["F5"].meetings, "meet-friday")
        (hard,) = plans["F5"].times_that_do_not
        assert meeting.on is not None

        assert ("Friday", "13:00") == (meeting.on.strftime("%A"), meeting.at)
        assert ("friday", "12:00", "15:00") == (hard.weekday, hard.from_time, hard.to_time)

    def test_layan_interpreted_at_the_first_meeting(self, plans: dict[str, m.Plan]) -> None:
        by = {one.person: one.interpreter_is for one in plans["F5"].interpreters}

        assert {"rania": "child", "samir": "professional", "huda": "professional"} == by

    def test_huda_asked_for_22_points_and_her_profile_is_still_the_usual_one(
        self, plans: dict[str, m.Plan]
    ) -> None:
        profile = the(plans["F5"].people, "huda").print_profile
        need = the(plans["F5"].access_needs, "need-huda-print")

        assert (22, "plan", 14, False) == (need.print_size, profile.format, profile.size, profile.read_aloud)

    def test_the_label_stands_once_in_text_and_the_legal_status_in_its_own_field(
        self, plans: dict[str, m.Plan]
    ) -> None:
        plan = plans["F5"]

        assert 1 == as_json(plan).lower().count("asylum seeker")
        assert {"rania", "samir"} == {one.id for one in plan.people if one.legal_status == "refugee leave"}

    def test_the_phone_number_stands_in_english_and_in_arabic_text(self, plans: dict[str, m.Plan]) -> None:
        (promise,) = plans["F5"].promises
        (span,) = promise.what

        assert "0141 496 0123" in span.text
        assert ["ar"] == [one.lang for one in span.translations if "0141 496 0123" in one.text]


class TestF6:
    def test_rorys_private_words_are_for_his_worker_only_and_stand_nowhere_else(
        self, plans: dict[str, m.Plan]
    ) -> None:
        plan = plans["F6"]

        assert m.Reach.MY_WORKER is the(plan.voices, "voice-rory-private").audience.to
        assert 1 == as_json(plan).count("no being here")

    def test_the_serious_worry_waits_for_its_next_step_and_for_who_was_told(
        self, plans: dict[str, m.Plan]
    ) -> None:
        worry = the(plans["F6"].worries, "worry-rory")

        assert all((worry.noticed, worry.noticed_by, worry.noticed_on, worry.fear, worry.already_safe))
        assert not any((worry.next_action, worry.next_owner, worry.next_owner_name))
        assert not any((worry.family_told_on, worry.not_told_because))
        assert worry.sealed

    def test_rory_said_no_to_counselling_and_a_step_still_leans_on_it(self, plans: dict[str, m.Plan]) -> None:
        option = the(plans["F6"].options, "option-counselling")
        step = the(plans["F6"].steps, "step-counselling")

        assert (m.Choice.NO_THANKS, {"rory"}) == (option.choice, set(option.chosen_by))
        assert (option.id, m.StepState.TO_DO) == (step.depends_on, step.state)

    def test_achieving_was_worse_at_two_reviews_and_nothing_was_offered_since(
        self, plans: dict[str, m.Plan]
    ) -> None:
        plan = plans["F6"]
        worse = [
            review.on
            for review in plan.reviews
            for area in review.areas
            if (area.area, area.change) == (m.Area.ACHIEVING, m.Change.WORSE)
        ]

        assert 2 == len(worse)
        assert all(option.made_at and option.made_at.date() < min(worse) for option in plan.options)

    def test_beth_and_leanne_are_not_in_the_plan_and_it_says_privately_why(
        self, plans: dict[str, m.Plan]
    ) -> None:
        apart = {one.id: bool(one.not_in_plan_reason) for one in plans["F6"].people if not one.in_plan}

        assert {"beth": True, "leanne": True} == apart
