"""The harder half of what packages must survive, each scenario by its letter: damage, cuts, strangers, restores."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import event

from fsdesk.desk import (
    backups,
    cards,
    coming_again,
    erasures,
    families,
    files,
    opening,
    plans,
    receiving,
    rosters,
    settling,
    standing,
    waiting,
)
from fsdesk.desk.families import Said
from fsdesk.plans import checks, document, synthetic
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_step
from fsdesk.store.package import layout
from fsdesk.store.package.refusals import (
    DamagedPackage,
    NotForUs,
    NotTheSender,
    PackageTooNew,
    UnknownSender,
    WithdrawnSender,
)
from tests.desk.team import Laptop, Team, rows
from tests.journeys.test_sync_scenarios import PLAN, assert_the_same, swap
from tests.memory import room_for
from tests.store.package.parts import Parts, close, frame_of
from tests.store.package.test_layout import frame as a_frame
from tests.store.package.test_layout import zeros
from tests.store.stores import PASSPHRASE


@pytest.fixture
def both(team: Team) -> Team:
    """Dan and Morag hold the same plan, and each knows that the other does."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.morag.confirms(team.dan)
    return team


@pytest.fixture
def week(both: Team, tmp_path: Path) -> Path:
    """A package from Dan to Morag."""
    both.dan.write(PLAN, title="The week's title")
    both.dan.seals(tmp_path / "week", both.morag)
    return tmp_path / "week"


def _flipped(both: Team, week: Path) -> bytes:
    data = bytearray(week.read_bytes())
    data[len(data) // 2] ^= 1
    return bytes(data)


def _cut(both: Team, week: Path) -> bytes:
    return week.read_bytes()[:-1]


def _bomb(both: Team, week: Path) -> bytes:
    parts = Parts.of(week, both.morag)
    bomb = a_frame(b"", packed=zeros(600), claims=layout.MOST_FRAME_BYTES)
    return parts.holding(parts.compartments[0] + bomb).signed(both.dan).closed(both.morag)


def _nested(both: Team, week: Path) -> bytes:
    parts = Parts.of(week, both.morag)
    deep = a_frame(b"\x92\xa5edits" + b"\x91" * 500_000 + b"\x90")
    return parts.holding(parts.compartments[0] + deep).signed(both.dan).closed(both.morag)


def _wrong_key(both: Team, week: Path) -> bytes:
    return Parts.of(week, both.morag).closed(both.isla)


def _wrong_sender(both: Team, week: Path) -> bytes:
    return Parts.of(week, both.morag).signed(both.isla).closed(both.morag)


def _unknown_sender(both: Team, week: Path) -> bytes:
    return Parts.of(week, both.morag).but(sender="nobodyknows0").signed(both.dan).closed(both.morag)


def _withdrawn(both: Team, week: Path) -> bytes:
    rosters.withdraw(both.morag.desk, both.dan.device)
    return week.read_bytes()


DAMAGE = {
    "flipped bit": (_flipped, DamagedPackage),
    "cut": (_cut, DamagedPackage),
    "expansion bomb": (_bomb, DamagedPackage),
    "deep nesting": (_nested, DamagedPackage),
    "wrong key": (_wrong_key, NotForUs),
    "wrong sender": (_wrong_sender, NotTheSender),
    "unknown sender": (_unknown_sender, UnknownSender),
    "withdrawn device": (_withdrawn, WithdrawnSender),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_h_what_is_damaged_or_not_ours_is_refused_and_changes_nothing(both, week, tmp_path, kind):
    """(h) Not a row of the store is another one afterwards, and memory stays bounded."""
    spoil, refusal = DAMAGE[kind]
    (tmp_path / "bad").write_bytes(spoil(both, week))
    before = rows(both.morag)

    with room_for(600), pytest.raises(refusal):
        both.morag.takes(tmp_path / "bad")

    assert before == rows(both.morag)


def snapshots(laptop: Laptop, package: Path, folder: Path) -> list[Path]:
    """Copies of a store's folder as a power cut would leave it, before each statement of taking a package in."""
    made: list[Path] = []
    engine = laptop.desk.store._line._engine

    def copy(*_: object) -> None:
        made.append(folder / f"cut-{len(made)}")
        shutil.copytree(laptop.folder, made[-1])

    event.listen(engine, "before_cursor_execute", copy)
    try:
        laptop.takes(package)
        copy()
    finally:
        event.remove(engine, "before_cursor_execute", copy)
    return made


def test_j_a_power_cut_at_each_write_leaves_all_of_a_package_or_nothing(both, week, tmp_path):
    """(j) Whatever the instant, the store opens whole, and taking the package in again ends as it should."""
    before = rows(both.morag)
    cuts = snapshots(both.morag, week, tmp_path)
    after = both.morag.plan(PLAN)

    taken = set()
    for folder in cuts:
        laptop = Laptop(folder)
        has_it = laptop.plan(PLAN).title == after.title
        taken.add(has_it)
        assert has_it or before == rows(laptop)
        assert opening.verify(laptop.desk)["whole"]
        laptop.takes(week)
        assert after == laptop.plan(PLAN)
        laptop.close()
    assert {True, False} == taken


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.ENOENT])
def test_k_a_full_disk_or_a_pulled_stick_leaves_no_package_and_no_note_of_one(
    both, tmp_path, monkeypatch, number
):
    """(k) What was to go goes next time, under the same number."""
    both.dan.write(PLAN, title="The week's title")
    before = rows(both.dan)
    (tmp_path / "stick").mkdir()

    def gone(*_: object) -> None:
        raise OSError(number, "as the system says it")

    with monkeypatch.context() as patch:
        patch.setattr(files, "settle", gone)
        with pytest.raises(files.NotWritable):
            both.dan.seals(tmp_path / "stick" / "week", both.morag)

    assert ([], before) == (list((tmp_path / "stick").iterdir()), rows(both.dan))
    assert 2 == both.dan.seals(tmp_path / "stick" / "week", both.morag).number
    assert "imported" == both.morag.takes(tmp_path / "stick" / "week").status


def test_l_the_same_family_begun_by_two_workers_stands_side_by_side(team):
    """(l) Nothing is put together by machine; what a person says of the two is remembered."""
    people = a_plan().people
    team.dan.begin(a_plan(id="dans", family_name="The Sorleys", people=people))
    team.isla.begin(a_plan(id="islas", code="7777-7777", family_name="The Sorleys", people=people))
    team.dan.sends(team.morag)
    team.isla.sends(team.morag)

    assert {"dans", "islas"} == {line.id for line in plans.listing(team.morag.desk)}
    assert ["islas"] == [line.id for line in families.like_plan(team.morag.desk, "dans")]
    families.say(team.morag.desk, "dans", ["islas"], Said.SAME)
    assert [] == families.like_plan(team.morag.desk, "dans")
    assert {"islas": Said.SAME} == families.said_of(team.morag.desk, "dans")
    families.say(team.morag.desk, "islas", ["dans"], Said.DIFFERENT)
    assert {"dans": Said.DIFFERENT} == families.said_of(team.morag.desk, "islas")
    assert team.dan.plan("dans") == team.morag.plan("dans")
    assert team.isla.plan("islas") == team.morag.plan("islas")


@pytest.mark.parametrize("count", [150, pytest.param(10_000, marks=pytest.mark.long)])
def test_m_very_many_plans_arrive_all_the_same(team, count):
    """(m) Every plan, every edit, and the lead can tell each of them."""
    for number in range(count):
        team.dan.begin(synthetic.family(number, seed=11))

    (found,) = team.dan.sends(team.morag)

    assert (count, count, ()) == (found.new, found.edits, found.missing_before)
    standing.caught_up(team.morag.desk)
    listed = {line.id: (line.title, line.code) for line in plans.listing(team.dan.desk)}
    assert listed == {line.id: (line.title, line.code) for line in plans.listing(team.morag.desk)}
    for number in range(0, count, max(1, count // 20)):
        plan = synthetic.family(number, seed=11).id
        assert team.dan.plan(plan) == team.morag.plan(plan)


@pytest.mark.parametrize("kind", ["label", "header", "frame"])
def test_n_a_package_from_a_newer_version_is_said_to_be_too_new(both, week, tmp_path, kind):
    """(n) Nothing of it is taken, and it can be taken once fsdesk is up to date."""
    parts = Parts.of(week, both.morag)
    made = {
        "label": lambda: close(
            parts.inside().replace(b"fsdesk-package-1", b"fsdesk-package-2", 1), both.morag
        ),
        "header": lambda: parts.but(format=2).signed(both.dan).closed(both.morag),
        "frame": lambda: (
            parts.holding(parts.compartments[0] + frame_of("songs", [])).signed(both.dan).closed(both.morag)
        ),
    }[kind]()
    (tmp_path / "new").write_bytes(made)
    before = rows(both.morag)

    with pytest.raises(PackageTooNew):
        both.morag.takes(tmp_path / "new")

    assert before == rows(both.morag)


def test_o_an_answered_finding_whose_rule_then_changed_is_kept_as_it_was_shown(both):
    """(o) Rule, version, date and message of then travel; the answer is there though the rule reads otherwise now."""
    plan = both.dan.plan(PLAN)
    finding = checks.check(plan, both.dan.desk.today).findings[0]
    answer = checks.answer_to(finding, answer_id="answered", by="Dan", on=both.dan.desk.today)
    then = msgspec.structs.replace(answer, rule_version=99, message="As it was put then.")
    both.dan.write(PLAN, answers=(then,))
    both.morag.write(PLAN, neighbourhood="Garnethill")

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    (kept,) = both.morag.plan(PLAN).answers
    assert (finding.rule, 99, "As it was put then.", both.dan.desk.today, "Dan") == (
        kept.rule,
        kept.rule_version,
        kept.message,
        kept.on,
        kept.by,
    )
    now = checks.check(both.morag.plan(PLAN), both.morag.desk.today).findings
    assert {True} == {one.answered for one in now if (one.rule, one.key) == (finding.rule, finding.key)}


def test_p_consent_that_is_withdrawn_after_it_was_sent_is_withdrawn_everywhere(both):
    """(p) It travels as a withdrawal, and it counts even beside somebody's later yes that did not know of it."""
    share = a_record(m.Share, id="share", org="School", consent=m.Consent.GIVEN)
    both.dan.write(PLAN, shares=(share,))
    both.dan.sends(both.morag)
    both.morag.confirms(both.dan)
    for laptop, consent in ((both.dan, m.Consent.WITHDRAWN), (both.morag, m.Consent.NOT_GIVEN)):
        held = laptop.plan(PLAN).shares[0]
        laptop.write(PLAN, shares=(msgspec.structs.replace(held, consent=consent),))
    again = both.morag.plan(PLAN).shares[0]
    both.morag.write(PLAN, shares=(msgspec.structs.replace(again, consent=m.Consent.GIVEN),))

    swap(both.dan, both.morag)

    assert_the_same(both.dan, both.morag)
    assert m.Consent.WITHDRAWN is both.morag.plan(PLAN).shares[0].consent
    (found,) = settling.differing(both.morag.desk)
    assert {"withdrawn", "given"} == {one["value"] for one in found["versions"]}


def test_q_a_plan_erased_here_and_sent_again_by_another_is_held(both):
    """(q) With the day on which it was erased; it comes back only when somebody lets it in on purpose."""
    erasures.erase(both.morag.desk, PLAN)
    both.dan.write(PLAN, title="Written after it")

    (found,) = both.dan.sends(both.morag, since_receipt=False)

    assert [(PLAN, "erased")] == [(one.plan, one.reason) for one in found.held_plans]
    assert [] == plans.listing(both.morag.desk)
    with pytest.raises(waiting.HeldAsErased):
        waiting.accept(both.morag.desk, [PLAN])
    assert coming_again.let_in(both.morag.desk, PLAN).is_here
    assert both.dan.plan(PLAN) == both.morag.plan(PLAN)


def test_r_a_backup_is_restored_and_then_both_copies_go_on(both, tmp_path):
    """(r) The restored one is a laptop of its own, so no place holds two edits, and nothing of either is lost."""
    backups.make(both.dan.desk)
    both.dan.write(PLAN, title="On the old laptop, after the backup")
    both.dan.close()
    old = Laptop(tmp_path / "old")
    shutil.copytree(both.dan.folder, old.folder)
    with backups.beside(both.dan.folder, PASSPHRASE) as ready:
        ready.swap()
    files.write(both.dan.card, cards.own(both.dan.desk)[1], force=True)
    cards.accept(both.morag.desk, both.dan.card, verified=True)
    steps = (*both.dan.plan(PLAN).steps, a_step("Find a bike.", id="bike"))
    both.dan.write(PLAN, steps=steps)
    old.write(PLAN, neighbourhood="Garnethill")

    both.dan.sends(both.morag)
    old.sends(both.morag)
    both.morag.sends(both.dan)

    assert [] == waiting.listing(both.morag.desk)
    plan = both.morag.plan(PLAN)
    assert ("On the old laptop, after the backup", "Garnethill") == (plan.title, plan.neighbourhood)
    assert "bike" in {one.id for one in plan.steps}
    assert_the_same(both.dan, both.morag)
    old.close()


def test_r_a_store_that_was_copied_by_hand_and_both_go_on_is_named(both, tmp_path):
    """(r) Two histories of one laptop: both are kept, the lead puts the second beside the first."""
    both.dan.close()
    old = Laptop(tmp_path / "old")
    shutil.copytree(both.dan.folder, old.folder)
    both.dan.write(PLAN, title="On the laptop")
    both.dan.sends(both.morag)
    old.write(PLAN, title="On the copy")

    (found,) = old.sends(both.morag)

    assert [(PLAN, "copy")] == [(one.plan, one.reason) for one in found.held_plans]
    waiting.accept(both.morag.desk, [PLAN])
    (differing,) = settling.differing(both.morag.desk)
    assert {"On the laptop", "On the copy"} == {one["value"] for one in differing["versions"]}
    old.close()


def test_what_a_package_brings_is_shown_before_and_a_document_of_it_reads_the_same(both, week):
    """Looking first and taking then say the same."""
    looked = receiving.look(both.morag.desk, week)
    taken = both.morag.takes(week)

    assert looked == taken
    one, two = (document.read_document(plans.export(laptop.desk, PLAN)) for laptop in (both.dan, both.morag))
    assert document.plan_of(one) == document.plan_of(two)
