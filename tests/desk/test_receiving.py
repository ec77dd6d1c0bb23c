from __future__ import annotations

import hashlib
import random
import shutil
from pathlib import Path

import msgspec
import pytest

from fsdesk.desk import files, opening, plans, receiving, settling, waiting
from fsdesk.desk.found import IMPORTED
from fsdesk.desk.package_file import PackageFile
from fsdesk.jobs import Progress, Stopped
from fsdesk.plans import chain, document
from fsdesk.plans import edits as made
from fsdesk.plans.edits import Box, Edit, Header, Part
from fsdesk.plans.examples import a_plan
from fsdesk.store import edits, facts
from fsdesk.store.package.refusals import AnotherTeam, DamagedPackage, ForkedLaptop
from tests.desk.team import Laptop, Team, rows
from tests.memory import MIB, room_for
from tests.store.package.parts import Parts
from tests.store.package.test_layout import frame as a_frame
from tests.store.package.test_layout import full_frame, layout, many_items, zeros

SALT = bytes(range(32))
PLAN = "plan"


def strange(laptop: Laptop, *bodies: tuple[int, bytes], lamport: int = 2, plan: str = PLAN) -> None:
    """Let a laptop write an edit whose parts hold any bytes at all, chained and committed to as any other."""
    with laptop.desk.transaction() as tx:
        seq, link = edits.last(tx, laptop.device)
        header = Header(f"e{seq}", plan, laptop.device, seq + 1, link, lamport, 1, "Dan", "wrote")
        bare = made.make(header, (), ())
        boxes = tuple(Box(kind, chain.commitment(SALT, body), SALT, body) for kind, body in bodies)
        edits.append(tx, Edit(bare.header_bytes, boxes))


@pytest.fixture
def both(team: Team) -> Team:
    """Dan and Morag hold one plan."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    return team


GARBAGE = {
    "nothing": b"",
    "no list": b"\xc0",
    "broken": b"\x91\xc1",
    "no change": b"\x91\x93\xa1w\x01\x02",
    "broken text": b"\x91\x96\xa1w\xa0\xa2\xff\xfe\xa5title\x91\xa1x\x90",
    "an unknown change": msgspec.msgpack.encode([["z", "", PLAN]]),
    "an unknown field": msgspec.msgpack.encode([["w", "", PLAN, "mood", ["x"], []]]),
    "an unknown list": msgspec.msgpack.encode([["w", "songs", "s", "what", ["x"], []]]),
    "a wrong value": msgspec.msgpack.encode([["w", "", PLAN, "title", [7], []]]),
    "deep nesting": b"\x91" * 200_000 + b"\x90",
    "a deep value": b"\x91\x96\xa1w\xa0\xa4plan\xa5title\x91" + b"\x91" * 500 + b"\x90" + b"\x90",
    "endless claims": b"\xdd\xff\xff\xff\xff",
    "many small changes": msgspec.msgpack.encode([["p", "steps", f"s{n}"] for n in range(1000)]),
}


@pytest.mark.parametrize("kind", GARBAGE)
def test_an_edit_that_cannot_be_read_is_put_aside_and_the_rest_goes_on(both, kind):
    """It is taken, relayed, named as unreadable, and neither stops the plan nor the next edit."""
    strange(both.dan, (Part.GENERAL, GARBAGE[kind]))
    both.dan.write(PLAN, title="After it")

    (found,) = both.dan.sends(both.morag)
    (relayed,) = both.morag.sends(both.isla)

    assert (IMPORTED, "After it") == (found.status, both.morag.plan(PLAN).title)
    assert "After it" == both.isla.plan(PLAN).title
    assert () == relayed.missing_before
    assert opening.verify(both.isla.desk)["whole"]
    assert document.read(plans.export(both.isla.desk, PLAN)) == document.read(
        plans.export(both.dan.desk, PLAN)
    )


def test_parts_of_kinds_that_are_not_known_travel_sealed_and_are_kept(both):
    """A later fsdesk will read them; no worker sees them."""
    strange(both.dan, (7, b"something new"), (7, b"and more of it"), (Part.GENERAL, b"\x90"))

    both.dan.sends(both.morag, both.isla)

    assert b"something new" in _bodies(both.morag)
    assert b"something new" not in _bodies(both.isla)
    assert opening.verify(both.morag.desk)["whole"]


def _bodies(laptop: Laptop) -> set[bytes]:
    with laptop.desk.reading() as tx:
        return {box.body for edit in edits.of_plan(tx, PLAN) for box in edit.boxes if box.body is not None}


def test_an_edit_of_another_plan_in_a_plans_clothes_changes_nothing(both):
    """What it says of records that are not there is put aside."""
    strange(both.dan, (Part.GENERAL, msgspec.msgpack.encode([["a", "", "other", {"code": "K7QM-3TXH"}, ""]])))
    both.dan.write(PLAN, title="After it")
    both.dan.sends(both.morag)

    assert ["plan"] == [line.id for line in plans.listing(both.morag.desk)]
    assert "After it" == both.morag.plan(PLAN).title


def test_a_counter_at_its_very_end_stops_nobody(both):
    """Somebody who uses up the count of causes cannot make a plan that nobody can write to any more."""
    body = msgspec.msgpack.encode([["w", "", PLAN, "title", ["Last word"], []]])
    strange(both.dan, (Part.GENERAL, body), lamport=made.MOST)
    both.dan.sends(both.morag)
    both.morag.write(PLAN, title="Not the last")
    both.morag.write(PLAN, neighbourhood="Woodlands")
    both.morag.sends(both.dan)

    assert ("Not the last", "Woodlands") == (both.dan.plan(PLAN).title, both.dan.plan(PLAN).neighbourhood)
    assert both.dan.current(PLAN).plan == both.morag.current(PLAN).plan
    assert opening.verify(both.dan.desk)["whole"]


@pytest.mark.parametrize(
    "bomb",
    [
        lambda: a_frame(b"", packed=zeros(600), claims=layout.MOST_FRAME_BYTES),
        lambda: full_frame() * 200,
        many_items,
    ],
)
def test_a_bomb_that_its_sender_signed_changes_nothing(both, tmp_path, bomb):
    """In the general compartment of a package that is right in everything else."""
    both.dan.write(PLAN, title="Before it")
    both.dan.seals(tmp_path / "p", both.morag)
    parts = Parts.of(tmp_path / "p", both.morag)
    armed = parts.holding(bytes(parts.compartments[0]) + bomb()).signed(both.dan).closed(both.morag)
    (tmp_path / "p").write_bytes(armed)
    before = rows(both.morag)

    with room_for(600), pytest.raises(DamagedPackage):
        both.morag.takes(tmp_path / "p")

    assert before == rows(both.morag)
    assert len(armed) < 60 * MIB


def fork(team: Team) -> None:
    """Let Dan write on from an old copy of his store, as after a restore that nobody was told of."""
    old = team.dan.folder.with_name("old")
    team.dan.close()
    _copy(team.dan.folder, old)
    team.dan.write(PLAN, title="On the laptop")
    team.dan.sends(team.morag)
    team.dan.close()
    _copy(old, team.dan.folder)


def _copy(one: Path, two: Path) -> None:
    shutil.rmtree(two, ignore_errors=True)
    shutil.copytree(one, two)


@pytest.mark.parametrize("more", [0, 1, 3])
def test_two_histories_of_one_laptop_are_named_and_nothing_is_overwritten(both, tmp_path, more):
    """Whichever of them comes second is held, every edit of it, and the lead decides."""
    fork(both)
    both.dan.write(PLAN, title="From the old copy")
    for number in range(more):
        both.dan.write(PLAN, neighbourhood=f"Near {number}")
    both.dan.seals(tmp_path / "p", both.morag, since_receipt=False)
    before = rows(both.morag)

    found = both.morag.takes(tmp_path / "p")

    after = rows(both.morag)
    assert {"held", "packages_taken"} == {name for name, held in after.items() if held != before[name]}
    assert [(PLAN, "copy")] == [(one.plan, one.reason) for one in found.held_plans]
    assert "Dan" in found.held_plans[0].says
    assert "On the laptop" == both.morag.plan(PLAN).title
    assert [1 + more] == [one["edits"] for one in waiting.listing(both.morag.desk)]
    assert opening.verify(both.morag.desk)["whole"]


def test_a_lead_puts_a_second_copy_beside_the_first(both, tmp_path):
    """Both titles stand, neither won, and what only the copy wrote is there; the same copy again brings nothing."""
    fork(both)
    both.dan.write(PLAN, title="From the old copy")
    both.dan.write(PLAN, neighbourhood="Garnethill")
    both.dan.seals(tmp_path / "p", both.morag, since_receipt=False)
    both.morag.takes(tmp_path / "p")

    waiting.accept(both.morag.desk, [PLAN])

    (found,) = settling.differing(both.morag.desk)
    assert {"On the laptop", "From the old copy"} == {one["value"] for one in found["versions"]}
    assert "Garnethill" == both.morag.plan(PLAN).neighbourhood
    both.dan.write(PLAN, title="And on from the old copy")
    both.dan.seals(tmp_path / "q", both.morag, since_receipt=False)
    again = both.morag.takes(tmp_path / "q")
    assert [1] == [one["edits"] for one in waiting.listing(both.morag.desk)]
    assert 1 == again.held


def test_the_copy_that_is_here_goes_on_as_before_once_the_second_is_known(both, tmp_path):
    """Its packages follow on from what is here, also where they begin behind edits that stay."""
    both.dan.begin(a_plan(id="mine", code="7777-7777", stays_here=True))
    copy = both.dan.folder.with_name("copy")
    both.dan.close()
    _copy(both.dan.folder, copy)
    both.dan.write(PLAN, title="On the laptop")
    both.dan.sends(both.morag)
    second = Laptop(copy)
    second.write(PLAN, title="On the copy")
    second.sends(both.morag)
    second.close()
    assert ["copy"] == [one["reason"] for one in waiting.listing(both.morag.desk)]
    both.dan.is_received_by(both.morag)
    both.dan.write("mine", title="Stays")
    both.dan.write(PLAN, neighbourhood="Woodlands")

    (found,) = both.dan.sends(both.morag)

    assert (0, "Woodlands") == (found.held, both.morag.plan(PLAN).neighbourhood)
    assert "On the laptop" == both.morag.plan(PLAN).title


def test_a_worker_leaves_a_second_copy_to_the_lead(both, tmp_path):
    """It is held at a worker's too, and only a lead decides."""
    fork(both)
    both.morag.sends(both.isla)
    both.dan.write(PLAN, title="From the old copy")
    both.dan.sends(both.isla)

    with pytest.raises(waiting.LeadDecides):
        waiting.accept(both.isla.desk, [PLAN])

    assert ["copy"] == [one["reason"] for one in waiting.listing(both.isla.desk)]


def test_a_fork_behind_a_left_out_range_is_noticed_too(both, tmp_path):
    """The link after the range does not meet the one that is here; what follows it is held."""
    both.dan.begin(a_plan(id="other"))
    fork(both)
    both.dan.write("other", title="From the old copy")
    both.dan.write("other", title="And on")
    both.dan.seals(tmp_path / "p", both.morag, since_receipt=False, chosen=["other"])
    before = rows(both.morag)

    found = both.morag.takes(tmp_path / "p")

    after = rows(both.morag)
    assert {"held", "packages_taken", "plans"} >= {
        name for name, held in after.items() if held != before[name]
    }
    assert [("other", "copy")] == [(one.plan, one.reason) for one in found.held_plans]


def test_a_fork_that_only_a_stand_in_shows_is_refused_not_a_fault(both, tmp_path):
    """One history came as digests through the lead, the other as a range from the laptop itself."""
    both.dan.begin(a_plan(id="other"))
    both.dan.sends(both.morag)
    fork_plan(both)
    both.dan.write(PLAN, title="From the old copy")
    both.dan.write("other", title="And on")
    both.dan.seals(tmp_path / "p", both.isla, since_receipt=False, chosen=["other"])
    before = rows(both.isla)

    with pytest.raises(ForkedLaptop):
        both.isla.takes(tmp_path / "p")

    assert before == rows(both.isla)


def fork_plan(team: Team) -> None:
    """Let Isla have one history of Dan's as digests only, and Dan go on from an old copy."""
    old = team.dan.folder.with_name("old")
    team.dan.close()
    _copy(team.dan.folder, old)
    team.dan.write(PLAN, title="On the laptop")
    team.dan.sends(team.morag)
    team.morag.sends(team.isla, chosen=["other"])
    team.dan.close()
    _copy(old, team.dan.folder)


def test_taking_in_can_be_watched_and_stopped(both, tmp_path):
    """Stopped, nothing was changed."""
    for number in range(3):
        both.dan.begin(a_plan(id=f"p{number}"))
    both.dan.seals(tmp_path / "p", both.morag)
    before = rows(both.morag)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Stopped):
        receiving.take(both.morag.desk, tmp_path / "p", stopped)
    assert before == rows(both.morag)

    seen: list[tuple[int, int, str]] = []
    receiving.take(both.morag.desk, tmp_path / "p", Progress(lambda *step: seen.append(step)))

    assert seen
    assert 4 == len(plans.listing(both.morag.desk))


def test_looking_can_be_watched_and_stopped_too(both, tmp_path):
    """From the first byte of the file on; a wish to stop takes effect wherever it is."""
    for number in range(3):
        both.dan.begin(a_plan(id=f"p{number}"))
    both.dan.seals(tmp_path / "p", both.morag)
    before = rows(both.morag)
    seen: list[str] = []
    looked = receiving.look(both.morag.desk, tmp_path / "p", Progress(lambda *step: seen.append(step[2])))

    assert 3 == looked.new
    steps = list(dict.fromkeys(seen))
    assert [
        "Reading the package",
        "Checking the package",
        "Taking the edits in",
        "Looking for edits that crossed",
    ] == steps
    for words in steps[:-1]:
        with pytest.raises(Stopped):
            receiving.look(both.morag.desk, tmp_path / "p", stopped_at(words))
    assert before == rows(both.morag)


def stopped_at(words: str) -> Progress:
    """A progress whose person asks to stop once they read these words."""
    progress = Progress(lambda done, total, told: progress.cancel() if told == words else None)
    return progress


def test_a_large_package_is_in_memory_once(families, tmp_path):
    """Its file does not stand beside it while it is opened."""
    noise = [random.Random(number).randbytes(MIB - 100) for number in range(60)]
    families.dan.seals(tmp_path / "p", families.morag)
    media = tuple((hashlib.blake2b(one, digest_size=32).hexdigest(), one) for one in noise)
    large = Parts.of(tmp_path / "p", families.morag).with_contents(media=media).signed(families.dan)
    (tmp_path / "p").write_bytes(large.closed(families.morag))
    del media, noise, large
    desk = families.morag.desk
    receiving.look(desk, tmp_path / "p")  # what is loaded only once is loaded now

    with room_for(60 + 40):
        found = receiving.look(desk, tmp_path / "p")

    assert 6 == found.new


def test_a_file_that_changes_while_it_is_read_is_not_taken(both, tmp_path, monkeypatch):
    """What is opened is what the digest in the receipt speaks of."""
    both.dan.write(PLAN, title="First")
    both.dan.seals(tmp_path / "p", both.morag)
    both.dan.write(PLAN, title="Second")
    both.dan.seals(tmp_path / "q", both.morag)
    before = rows(both.morag)
    usual = PackageFile.opened_with

    def changed(file, keys):
        (tmp_path / "p").write_bytes((tmp_path / "q").read_bytes())
        return usual(file, keys)

    monkeypatch.setattr(PackageFile, "opened_with", changed)
    with pytest.raises(files.NotReadable):
        receiving.take(both.morag.desk, tmp_path / "p")

    assert before == rows(both.morag)


def test_a_laptop_of_another_team_is_refused_even_when_its_card_was_taken(both, tmp_path):
    """A team is for good."""
    both.dan.write(PLAN, title="x")
    both.dan.seals(tmp_path / "p", both.morag)
    with both.morag.desk.transaction() as tx:
        tx.exec_driver_sql("UPDATE this_store SET team = 'elsewhere000'")
    both.morag.desk.read_facts_again()

    with pytest.raises(AnotherTeam):
        both.morag.takes(tmp_path / "p")
    with both.morag.desk.transaction() as tx, pytest.raises(facts.OtherTeam):
        facts.join_team(tx, "third0000000")
