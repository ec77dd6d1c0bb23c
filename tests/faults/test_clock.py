"""A computer clock that is years wrong, and changes its mind: nothing is lost, reordered or refused for it."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from fsdesk.desk import backups, cards, drafts, opening, plans, receipts, receiving, sealing
from fsdesk.desk.desk import Desk
from tests.faults import deeds
from tests.faults.rooms import PLAN
from tests.faults.tables import whole
from tests.store.stores import PASSPHRASE

YEARS = (2026, 1970, 2099, 1601, 2026, 9999, 1, 2027)

LEAPS = (2026, 1970, 2099, 1980, 2026)
"""What a clock with an empty battery, or a wrong one, may say from one backup to the next."""


def moment(year: int) -> int:
    """The first of March of a year, in milliseconds since 1970."""
    return int(datetime(year, 3, 1, tzinfo=UTC).timestamp() * 1000)


def at(desk: Desk, year: int) -> Desk:
    """The same desk with its clock set to a year."""
    desk.now = lambda: moment(year)
    return desk


def test_edits_and_drafts_stay_in_the_order_they_were_made(rooms, tmp_path):
    """The history is in the order of writing, each with the time its clock claimed, and the last value counts."""
    folder = rooms.copy(rooms.worker, tmp_path / "store")
    with opening.open_desk(folder, PASSPHRASE) as desk:
        now = plans.current(desk, PLAN)
        for number, year in enumerate(YEARS, start=1):
            now = plans.save(at(desk, year), now, deeds.with_one_more(now, number))
            deeds.type_in(desk, deeds.FIELDS[0], number)

    with whole(folder) as desk:
        told = [one.when.year if one.when else None for one in plans.history_of(desk, PLAN)]
        assert list(YEARS) == told[-len(YEARS) :]
        assert f"after {len(YEARS)}" == plans.current(desk, PLAN).plan.neighbourhood
        assert [len(YEARS)] == [deeds.number_typed(one.text) for one in drafts.every(desk)]
        assert [PLAN] == [one.id for one in plans.listing(desk)]


def test_backups_outlast_a_clock_that_leaps(rooms, tmp_path):
    """However far the clock leaps between two backups, one that holds everything is there and opens."""
    folder = rooms.copy(rooms.worker, tmp_path / "store")
    with opening.open_desk(folder, PASSPHRASE) as desk:
        now = plans.current(desk, PLAN)
        for number, year in enumerate(LEAPS, start=1):
            now = plans.save(at(desk, year), now, deeds.with_one_more(now, number))
            made = backups.make(desk)
            assert made.folder in {one.folder for one in backups.listed(folder)}
            assert not backups.is_due(desk)

    with whole(made.folder) as desk:
        assert len(LEAPS) == deeds.edits_in(plans.current(desk, PLAN))


@pytest.mark.parametrize(("workers", "leads"), [(1970, 2099), (2099, 1970), (9999, 1)])
def test_packages_and_receipts_pass_between_clocks_that_are_years_apart(rooms, tmp_path, workers, leads):
    """Both sides end with the same plan, both versions of one field are kept, and neither clock decides."""
    copies = [rooms.copy(one, tmp_path / one.name) for one in (rooms.worker, rooms.lead)]
    with opening.open_desk(copies[0], PASSPHRASE) as worker, opening.open_desk(copies[1], PASSPHRASE) as lead:
        at(worker, workers), at(lead, leads)
        receiving.take(lead, rooms.package)
        for desk, words in ((worker, "Maryhill"), (lead, "Possil")):
            seen = plans.current(desk, PLAN)
            plans.save(desk, seen, msgspec.structs.replace(seen.plan, neighbourhood=words))
        send(worker, lead, tmp_path / "to-lead")
        send(lead, worker, tmp_path / "to-worker")

        one, other = plans.current(worker, PLAN), plans.current(lead, PLAN)

        assert one.plan == other.plan
        (differing,) = one.differing
        assert {"Maryhill", "Possil"} == {version.value for version in differing.versions}
        assert one.differing == other.differing
        assert [] == [said for desk in (worker, lead) for said in opening.verify(desk)["damage"]]


def send(sender: Desk, reader: Desk, path: object) -> None:
    """Seal a package, take it in, and give a receipt back."""
    (to_reader,) = cards.accepted(sender)
    (to_sender,) = cards.accepted(reader)
    number = sealing.seal(sender, [to_reader], path).number
    receiving.take(reader, path)
    receipts.write(reader, [to_sender], path.with_suffix(".receipt"))
    receiving.take(sender, path.with_suffix(".receipt"))
    (state,) = receipts.state(sender)
    assert [True] == [one["received"] for one in state["packages"] if one["number"] == number]
