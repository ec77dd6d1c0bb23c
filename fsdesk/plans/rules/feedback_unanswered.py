"""The family told us something and has not heard back, or a review was held without asking how we are doing."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, day, quote
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date

ID = "R-37"
PRINCIPLES = ("SP-1", "NP-07", "GC-TRUST", "SP-5", "GP-VOICE")
SEVERITY = Severity.GAP
VERSION = 1
READS = ("feedback", "reviews", "people")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield what waits too long for an answer, then the last review held if nobody asked for feedback.

    What was told without a name is answered on the board, not in the plan. "Not yet" is an answer.
    """
    names = {person.id: reading.called(person) for person in plan.people}
    for index, told in enumerate(plan.feedback):
        waited = reading.days_since(told.on, today)
        if told.from_person is None or _is_answered(told) or waited is None:
            continue
        if waited > pack.thresholds.feedback_days:
            name = names.get(told.from_person, "Somebody")
            yield at("feedback", index, told, about=(told.text,), name=name, days=str(waited))
    yield from _unasked(plan, today)


def _is_answered(told: m.Feedback) -> bool:
    said = m.has_words(told.we_did) or m.has_words(told.we_could_not_because) or m.has_words(told.instead)
    return said or told.state is m.FeedbackState.NOT_YET


def _unasked(plan: Plan, today: date) -> Iterator[Seen]:
    held = [(review.on, index) for index, review in enumerate(plan.reviews) if review.on <= today]
    if held:
        _, index = max(held)
        if not plan.reviews[index].asked_feedback:
            yield at("reviews", index, plan.reviews[index], say="unasked", about=(plan.reviews[index].on,))


def _told(**over: object) -> m.Feedback:
    told = {"from_person": "ailsa", "text": quote("Mornings are no use to us."), "on": day(-15)}
    return a_record(m.Feedback, **{**told, **over})


NOTICED = (
    Example("Ailsa told us fifteen days ago.", a_plan(feedback=[_told()]), ("/feedback/0",)),
    Example(
        "It is marked as done, and nothing says what we did.",
        a_plan(feedback=[_told(state=m.FeedbackState.DONE)]),
        ("/feedback/0",),
    ),
    Example(
        "At the review nobody asked how we are doing.",
        a_plan(reviews=[a_record(m.Review, on=day(-2), who={"ailsa", "dan"})]),
        ("/reviews/0",),
    ),
)
QUIET = (
    Example("Nobody has told us anything yet.", a_plan()),
    Example("It was fourteen days ago.", a_plan(feedback=[_told(on=day(-14))])),
    Example("We wrote what we did.", a_plan(feedback=[_told(we_did="We come on Saturdays now.")])),
    Example(
        "We wrote why we could not.", a_plan(feedback=[_told(we_could_not_because="Nobody works then.")])
    ),
    Example("We said: not yet.", a_plan(feedback=[_told(state=m.FeedbackState.NOT_YET)])),
    Example("It came without a name; the board answers it.", a_plan(feedback=[_told(from_person=None)])),
    Example("Nothing says when it was.", a_plan(feedback=[_told(on=None)])),
    Example(
        "The last review asked.",
        a_plan(
            reviews=[
                a_record(m.Review, on=day(-90)),
                a_record(m.Review, on=day(-2), asked_feedback=True),
            ]
        ),
    ),
    Example("The review is still to come.", a_plan(reviews=[a_record(m.Review, on=day(5))])),
)
