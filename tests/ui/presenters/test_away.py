from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.ui.presenters.away import SLEPT, Act, Away, Limits, Moment

LIMITS = Limits.of_minutes(cover_after=5, lock_after=20, back_until=1)
STEP = 5


def at(seconds: float, wall: float | None = None) -> Moment:
    """So many seconds after the beginning, on both clocks unless the one on the wall is told."""
    return Moment(100 + seconds, 1_800_000_000 + (seconds if wall is None else wall))


def acts(away: Away, until: float, start: float = 0) -> list[tuple[float, Act]]:
    """What is to be done in so many seconds of nobody being there, and when; the cover goes up when told."""
    found = []
    for now in range(int(start), int(until) + 1, STEP):
        act = away.step(at(now))
        if act is not Act.NOTHING:
            found.append((now, act))
        if act is Act.COVER:
            away.cover(at(now))
        if act is Act.LOCK:
            return found
    return found


def test_the_screen_covers_itself_and_then_the_plans_are_locked():
    """After five minutes, and a minute later."""
    assert [(300, Act.COVER), (360, Act.LOCK)] == acts(Away(LIMITS, at(0)), 2000)


def test_without_a_cover_the_plans_are_locked_at_last():
    """After twenty minutes."""
    assert [(1200, Act.LOCK)] == acts(Away(LIMITS._replace(cover_after=0), at(0)), 2000)


def test_somebody_who_is_there_is_left_alone():
    """Each key begins the time anew."""
    away = Away(LIMITS, at(0))
    for now in range(0, 4000, STEP):
        away.touched(at(now))

        assert Act.NOTHING is away.step(at(now))


def test_a_cover_put_up_by_hand_is_lifted_by_any_key_for_a_minute():
    """Then the passphrase is asked for."""
    away = Away(LIMITS, at(0))
    away.cover(at(0))
    before = away.step(at(STEP))
    away.lift(at(10))
    away.cover(at(20))

    assert Act.NOTHING is before
    assert [(80, Act.LOCK)] == acts(away, 200, start=10)


def test_what_is_touched_through_the_cover_does_not_count():
    """The mouse that a table shakes brings nobody back."""
    away = Away(LIMITS, at(0))
    away.cover(at(0))
    for now in range(0, 60, STEP):
        away.touched(at(now))
        away.step(at(now))

    assert Act.LOCK is away.step(at(60))


@pytest.mark.parametrize(
    "now",
    [at(5, wall=3600), at(3600, wall=5), at(3600)],
    ids=["the steady clock slept too", "the steady clock went on", "both went on"],
)
def test_after_a_sleep_the_plans_are_locked(now):
    """Whichever clock tells of it."""
    assert Act.LOCK is Away(LIMITS, at(0)).step(now)


def test_a_wall_clock_set_back_locks_nothing():
    """Nor does a busy laptop."""
    away = Away(LIMITS, at(0))

    assert Act.NOTHING is away.step(at(5, wall=-90_000))
    assert Act.NOTHING is away.step(at(5 + SLEPT - 1, wall=-90_000))


@given(
    st.integers(0, 3600),
    st.integers(60, 7200),
    st.integers(0, 1800),
    st.lists(st.tuples(st.sampled_from(["touch", "cover", "lift", "wait"]), st.integers(1, 25)), max_size=60),
)
def test_nobody_being_there_always_ends_in_a_lock(cover_after, lock_after, back_until, before):
    """Whatever was done before, and whatever was chosen: no later than the lock's own time."""
    limits = Limits(cover_after, lock_after, back_until)
    away, now = Away(limits, at(0)), 0
    for what, wait in before:
        now += wait
        {"touch": away.touched, "cover": away.cover, "lift": away.lift, "wait": away.step}[what](at(now))
        away.step(at(now))
    found = acts(away, now + lock_after + STEP, start=now)

    assert Act.LOCK is found[-1][1]
