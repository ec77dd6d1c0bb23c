"""The data rules, one a file, in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterator

from fsdesk.plans.rules import (
    about_us_empty,
    big_change_since,
    carer_not_heard,
    child_not_heard,
    difference_unweighed,
    ending_without_way_back,
    family_does_it_all,
    feedback_unanswered,
    feeling_safe_unasked,
    goals_from_services,
    heard_in_one_way,
    language_gap,
    leaning_on_a_no,
    long_wait,
    many_helpers,
    money_unasked,
    more_worries_than_strengths,
    need_unmet,
    no_local_tie,
    no_one_person,
    no_way_to_notice,
    no_way_to_reach_in,
    no_word_on_what_matters,
    nothing_around_the_worry,
    nothing_to_choose_from,
    number_without_words,
    old_copies,
    one_person_carries_it,
    own_support_unjoined,
    place_unsettled,
    review_due,
    rights_untouched,
    serious_worry_unfinished,
    sharing_unexplained,
    somebody_missing,
    step_without_name_or_day,
    story_told_again,
    strengths_unseen,
    times_of_week,
    wellbeing_harder,
    words_unanswered,
)
from fsdesk.plans.rules.parts import Rule


def _in_order() -> Iterator[Rule]:
    yield child_not_heard
    yield carer_not_heard
    yield heard_in_one_way
    yield words_unanswered
    yield strengths_unseen
    yield more_worries_than_strengths
    yield no_word_on_what_matters
    yield goals_from_services
    yield no_way_to_notice
    yield nothing_to_choose_from
    yield leaning_on_a_no
    yield family_does_it_all
    yield step_without_name_or_day
    yield one_person_carries_it
    yield somebody_missing
    yield own_support_unjoined
    yield place_unsettled
    yield no_local_tie
    yield times_of_week
    yield long_wait
    yield review_due
    yield big_change_since
    yield ending_without_way_back
    yield no_way_to_reach_in
    yield many_helpers
    yield no_one_person
    yield story_told_again
    yield sharing_unexplained
    yield rights_untouched
    yield difference_unweighed
    yield need_unmet
    yield language_gap
    yield money_unasked
    yield nothing_around_the_worry
    yield about_us_empty
    yield wellbeing_harder
    yield feedback_unanswered
    yield number_without_words
    yield feeling_safe_unasked
    yield old_copies
    yield serious_worry_unfinished


ALL = tuple(_in_order())
