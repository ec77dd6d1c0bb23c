from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fsdesk.store.thinning import REACH, staying

NOW = datetime(2026, 11, 21, 17, tzinfo=UTC)
HOURS = st.integers(0, 24 * 90)


def ago(**span: int) -> datetime:
    """A moment before now."""
    return NOW - timedelta(**span)


def test_a_year_of_daily_backups_comes_down_to_eight_days_and_four_weeks_more():
    """One a day for a week, the newest of each week before, nothing beyond 35 days."""
    daily = {ago(days=day) for day in range(365)}

    kept = sorted((NOW - one).days for one in staying(daily, NOW))
    assert [0, 1, 2, 3, 4, 5, 6, 7] == kept[:8]
    assert [13, 20, 27, 34] == kept[8:]


def test_day_by_day_a_store_in_use_always_has_backups_of_five_weeks():
    """What thinning leaves today is thinned again tomorrow, and the weeks do not run dry."""
    held: set[datetime] = set()
    for day in range(120):
        now = NOW + timedelta(days=day)
        held = staying({*held, now}, now)
        assert all(now - one <= REACH for one in held)

    oldest = min(held)
    assert timedelta(days=27) <= now - oldest <= REACH
    assert 12 <= len(held) <= 14


def test_the_backups_of_today_stay_up_to_ten():
    """A backup before each import is there for the rest of the day."""
    today = {ago(minutes=10 * place) for place in range(30)}

    assert {ago(minutes=10 * place) for place in range(10)} == staying(today, NOW)


def test_what_no_later_backup_holds_stays_for_the_whole_reach():
    """What a restore put aside is not thinned out by newer backups of the same day."""
    aside = ago(days=20, hours=5)
    moments = {ago(days=20), aside, NOW}

    assert moments == staying(moments, NOW, alone=[aside])
    assert {NOW, ago(days=1)} == staying({ago(days=36), ago(days=1), NOW}, NOW, alone=[ago(days=36)])


def test_a_clock_that_leapt_takes_nothing_away():
    """After a leap of years, the old backups go only once a second day has its own."""
    before = {ago(days=day) for day in range(3)}
    leapt = NOW + timedelta(days=3 * 365)

    assert {*before, leapt} == staying({*before, leapt}, leapt)
    next_day = leapt + timedelta(days=1)
    assert {leapt, next_day} == staying({*before, leapt, next_day}, next_day)


def test_backups_dated_ahead_go_once_the_clock_is_right_again():
    """A backup from a wrong future is not kept for years."""
    ahead = NOW + timedelta(days=900)

    assert {ahead, NOW} == staying({ahead, NOW}, NOW)
    assert {NOW, ago(days=1)} == staying({ahead, NOW, ago(days=1)}, NOW)


@given(st.sets(HOURS, max_size=60), st.sets(HOURS, max_size=5))
def test_thinning_never_takes_the_newest_and_is_done_at_once(hours, alone):
    """Whatever is there: something stays, nothing is made up, and thinning what was thinned changes nothing."""
    moments = {ago(hours=one) for one in hours}
    apart = [ago(hours=one) for one in alone]
    kept = staying(moments, NOW, apart)

    assert kept <= moments
    assert not moments or max(moments) in kept
    assert kept == staying(kept, NOW, apart)
    assert len([one for one in kept if one not in apart and NOW - one <= REACH]) <= 10 + 8 + 6


def test_what_was_erased_is_out_of_every_backup_after_35_days_once_one_without_it_stays():
    """Old ones go though nothing else would take them; the newest of all goes only when there is another."""
    old, older, new = ago(days=36), ago(days=90), ago(days=20)

    assert {old, older, new} == staying({old, older, new}, NOW)
    assert {new} == staying({old, older, new}, NOW, erased_from={old, older})
    assert {old, older} == staying({old, older}, NOW, erased_from={old, older})


@given(st.sets(HOURS, min_size=1), st.sets(HOURS))
def test_an_erasure_takes_no_backup_away_that_is_within_the_reach(hours, erased):
    """Whatever is kept of the last 35 days is kept with it."""
    moments, gone = {ago(hours=one) for one in hours}, {ago(hours=one) for one in erased}
    without, with_it = staying(moments, NOW), staying(moments, NOW, erased_from=gone)

    assert with_it
    assert {one for one in without if NOW - one <= REACH} == {one for one in with_it if NOW - one <= REACH}
    assert with_it <= without
