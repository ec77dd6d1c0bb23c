"""What a package holds once it is decrypted: only what may leave, for those who may have it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from fsdesk.desk import drafts, going_out, plans, sealing, settling
from fsdesk.plans import document, samples
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_voice, a_worry, quote
from fsdesk.plans.model.base import Audience, Reach
from tests.desk.team import Laptop
from tests.journeys.reading import found_in, open_words, sealed_words, words_that_stay
from tests.store.package.parts import Parts

PLAN = "plan"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a package is sealed to."""
    return tmp_path / "some.fsdesk"


def general(path: Path, reader: Laptop) -> bytes:
    """Everything that is written in the header and the general compartment of a package."""
    parts = Parts.of(path, reader)
    return msgspec.msgpack.encode((parts.header, parts.contents))


def sealed(path: Path, reader: Laptop) -> bytes:
    """Everything that is written in the sealed compartment, if there is one."""
    parts = Parts.of(path, reader)
    return msgspec.msgpack.encode(parts.sealed(reader)) if parts.compartments[1:] else b""


def test_of_six_families_each_word_is_where_it_belongs(families, path):
    """What is sealed stands in the sealed compartment alone, what stays in none, and the rest is there."""
    families.dan.seals(path, families.morag)

    assert set() == found_in(general(path, families.morag), sealed_words() | words_that_stay())
    assert set() == found_in(sealed(path, families.morag), words_that_stay())
    assert sealed_words() == found_in(sealed(path, families.morag), sealed_words())
    assert open_words() == found_in(general(path, families.morag), open_words())
    assert min(map(len, (open_words(), sealed_words(), words_that_stay()))) > 4


def test_the_lead_reads_all_but_what_stays(families, path):
    """Every record of every plan reads the same on the lead's laptop, but for the worker's own."""
    families.dan.sends(families.morag)

    for plan in samples.load_all():
        own, theirs = families.dan.plan(plan.id), families.morag.plan(plan.id)
        for name in m.Plan.__struct_fields__:
            assert _that_travels(getattr(own, name), name) == getattr(theirs, name), (plan.family_name, name)


def _that_travels(held: object, name: str) -> object:
    if name in ("reflections", "scratch"):
        return ()
    if not isinstance(held, tuple):
        return held
    reach = [getattr(getattr(one, "audience", None), "to", None) for one in held]
    return tuple(one for one, to in zip(held, reach, strict=True) if to is not Reach.MY_WORKER)


def test_another_worker_gets_no_sealed_compartment(families, path):
    """Without a lead among its readers a package has none, and says of each sealed part only that it is held back."""
    families.dan.seals(path, families.isla)

    (found,) = [families.isla.takes(path)]
    assert 1 == len(Parts.of(path, families.isla).compartments)
    assert set() == found_in(path.read_bytes() + general(path, families.isla), sealed_words())
    assert found.withheld > 4
    assert () == families.isla.plan(_id("F4")).safety_between


def _id(name: str) -> str:
    return samples.load(name).id


def test_of_two_readers_only_the_lead_opens_the_sealed_compartment(families, path):
    """One package to a worker and a lead is one file; what the worker's keys do not open stays shut."""
    families.dan.seals(path, families.isla, families.morag)
    families.isla.takes(path)
    families.morag.takes(path)

    with pytest.raises(ValueError):
        Parts.of(path, families.isla).sealed(families.isla)
    assert () == families.isla.plan(_id("F4")).worries
    assert families.dan.plan(_id("F4")).worries == families.morag.plan(_id("F4")).worries


def test_the_outside_of_a_package_says_nothing_of_families(families, path):
    """Neither the bytes of the file nor the card that travels before it holds a name or a word."""
    families.dan.seals(path, families.morag)
    outside = path.read_bytes() + families.dan.card.read_bytes()
    names = {one.family_name for one in samples.load_all()} | {one.id for one in samples.load_all()}

    assert set() == found_in(outside, frozenset(names) | open_words() | sealed_words())
    assert b"age-encryption.org/v1" == path.read_bytes()[:21]


def test_of_a_chosen_plan_nothing_of_the_others_leaves(families, path):
    """No word, name, code or id of another plan stands anywhere in the package, sealed compartment included."""
    chosen = samples.load("F3")
    families.dan.seals(path, families.morag, chosen=[chosen.id])
    others = [plan for plan in samples.load_all() if plan.id != chosen.id]
    words = {word for plan in others for word in (plan.family_name, plan.id, plan.code)}
    words |= {person.name for plan in others for person in plan.people}
    words |= {record.id for plan in others for record in (*plan.voices, *plan.steps)}
    mine = document.write(chosen).decode()
    strange = frozenset(word for word in words if word not in mine)

    held = general(path, families.morag) + sealed(path, families.morag)

    assert set() == found_in(held, strange)
    assert {chosen.id} == {line.id for line in plans.listing(_taken(families.morag, path).desk)}


def _taken(laptop: Laptop, path: Path) -> Laptop:
    laptop.takes(path)
    return laptop


def test_a_plan_that_stays_never_leaves(team, path):
    """Not with the others, not when everything is sent, and not when it is named."""
    team.dan.begin(a_plan())
    team.dan.begin(a_plan(id="secret", family_name="Quietly", stays_here=True))

    made = team.dan.seals(path, team.morag, since_receipt=False)

    assert (("plan",), ("secret",)) == (made.plans, made.stays)
    assert set() == found_in(general(path, team.morag), frozenset({"secret", "Quietly"}))
    with pytest.raises(sealing.StaysHere, match="staying"):
        team.dan.seals(path, team.morag, chosen=["secret"])


def test_a_plan_marked_as_staying_later_sends_no_more(team, path):
    """What was sent before is with the lead; what is written from then on stays."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.dan.write(PLAN, stays_here=True, title="Ours alone")
    team.dan.begin(a_plan(id="other"))

    team.dan.seals(path, team.morag)
    team.morag.takes(path)

    assert set() == found_in(general(path, team.morag), frozenset({"Ours alone"}))
    assert "Our plan" == team.morag.plan(PLAN).title


def test_a_plan_that_no_longer_stays_goes_whole(team):
    """Its edits from before the last receipt go too: none is skipped."""
    team.dan.begin(a_plan(id="quiet", stays_here=True))
    team.dan.begin(a_plan())
    team.dan.write("quiet", title="While it stayed")
    team.dan.sends(team.morag)
    team.morag.confirms(team.dan)
    team.dan.write("quiet", stays_here=False)

    (found,) = team.dan.sends(team.morag)

    assert (1, ()) == (found.new, found.missing_before)
    assert team.dan.plan("quiet") == team.morag.plan("quiet")


def test_what_became_sealed_after_it_was_written_does_not_travel_openly_any_more(team, path):
    """A worry that turned serious goes to the lead alone, its first open wording included."""
    team.dan.begin(a_plan(worries=[a_worry("He shouts at night.")]))
    worry = team.dan.plan(PLAN).worries[0]
    team.dan.write(PLAN, worries=(msgspec.structs.replace(worry, sealed=True, text=quote("He hits him.")),))

    team.dan.seals(path, team.morag, team.isla)

    words = frozenset({"He shouts at night.", "He hits him."})
    assert set() == found_in(general(path, team.isla), words)
    assert words == found_in(sealed(path, team.morag), words)
    assert () == _taken(team.isla, path).plan(PLAN).worries
    assert team.dan.plan(PLAN).worries == _taken(team.morag, path).plan(PLAN).worries


def test_words_a_child_keeps_for_its_worker_after_all_stay_from_then_on(team, path):
    """Once a voice is for the worker alone no package holds it any more, its first telling included."""
    team.dan.begin(a_plan(voices=[a_voice("finn", "I hide in the den.")]))
    voice = team.dan.plan(PLAN).voices[0]
    kept = msgspec.structs.replace(voice, audience=Audience(to=Reach.MY_WORKER))
    team.dan.write(PLAN, voices=(kept,))

    team.dan.seals(path, team.morag)

    held = general(path, team.morag) + sealed(path, team.morag)
    assert set() == found_in(held, frozenset({"I hide in the den."}))
    assert () == _taken(team.morag, path).plan(PLAN).voices
    assert (kept,) == tuple(
        msgspec.structs.replace(one, changed_at=kept.changed_at) for one in team.dan.plan(PLAN).voices
    )


def test_what_the_same_edit_told_of_others_is_said_again_once(team, path):
    """The beginning that may not travel any more told the whole plan: a newcomer misses nothing else of it."""
    team.dan.begin(a_plan(voices=[a_voice("finn", "I hide in the den.")]))
    voice = team.dan.plan(PLAN).voices[0]
    kept = msgspec.structs.replace(voice, audience=Audience(to=Reach.MY_WORKER))
    team.dan.write(PLAN, voices=(kept,))

    first = team.dan.seals(path, team.morag)
    second = team.dan.seals(path, team.morag)
    team.morag.takes(path)

    assert first.edits == second.edits
    mine = team.dan.plan(PLAN)
    assert msgspec.structs.replace(mine, voices=()) == team.morag.plan(PLAN)
    assert [] == settling.differing(team.dan.desk) == settling.differing(team.morag.desk)


def test_words_opened_later_arrive_whole(team):
    """When a child lets others read it, they get the words although the edits before held them back."""
    private = a_voice("finn", "I hide in the den.", audience=Audience(to=Reach.MY_WORKER))
    team.dan.begin(a_plan(voices=[private]))
    team.dan.sends(team.morag)
    team.morag.confirms(team.dan)
    opened = msgspec.structs.replace(team.dan.plan(PLAN).voices[0], audience=Audience())
    team.dan.write(PLAN, voices=(opened,))

    team.dan.sends(team.morag)

    assert private.words == team.morag.plan(PLAN).voices[0].words


def test_versions_that_differ_count_as_private_when_one_is(team, path):
    """While it is unsettled whether a record is sealed, it travels sealed."""
    team.dan.begin(a_plan(worries=[a_worry("He shouts at night.")]))
    team.dan.sends(team.morag)
    for laptop, sealed_ in ((team.dan, False), (team.morag, True)):
        worry = laptop.plan(PLAN).worries[0]
        changed = (msgspec.structs.replace(worry, sealed=True),)
        laptop.write(PLAN, worries=changed)
        if not sealed_:
            laptop.write(PLAN, worries=(worry,))
    team.morag.sends(team.dan)
    assert ["/worries/worry/sealed"] == [one["where"] for one in settling.differing(team.dan.desk)]

    team.dan.seals(path, team.isla, since_receipt=False)

    assert set() == found_in(general(path, team.isla), frozenset({"He shouts at night."}))


def test_what_is_typed_and_not_yet_an_edit_stays(team, path):
    """Drafts are nobody else's."""
    team.dan.begin(a_plan())
    drafts.keep(
        team.dan.desk, plan=PLAN, collection="", record=PLAN, field="title", text="Half a sente", cursor=12
    )

    team.dan.seals(path, team.morag)

    assert set() == found_in(general(path, team.morag), frozenset({"Half a sente"}))


def test_the_notes_and_reflections_of_a_worker_stay(team, path):
    """They are in no compartment, whoever the package is for."""
    note = a_record(m.ScratchNote, text="Ring the dentist.")
    thought = a_record(m.Reflection, question="Q-03", text="I talked too much.")
    team.dan.begin(a_plan(scratch=[note], reflections=[thought], worries=[a_worry(sealed=True)]))

    team.dan.seals(path, team.morag)

    held = general(path, team.morag) + sealed(path, team.morag)
    assert set() == found_in(held, frozenset({"Ring the dentist.", "I talked too much.", "Q-03"}))
    assert ((), ()) == (_taken(team.morag, path).plan(PLAN).scratch, team.morag.plan(PLAN).reflections)


def test_the_table_shown_before_sealing_says_what_leaves_and_what_stays(families):
    """Plan by plan: what goes, what stays here, and what was agreed."""
    families.dan.write(_id("F5"), stays_here=True)
    to_lead = [families.dan.to(families.morag)]
    by_family = {one.family: one for one in going_out.table(families.dan.desk, to_lead)}
    to_worker = {
        one.family: one for one in going_out.table(families.dan.desk, [families.dan.to(families.isla)])
    }

    stays = by_family["Al-Sabbagh"]
    assert (False, "Nothing", "The whole plan") == (stays.goes, stays.leaves, stays.stays)
    assert by_family["Lennox"].goes
    assert "1 private note" in by_family["Lennox"].stays
    assert "sealed" in by_family["Lennox"].leaves
    assert "sealed" in to_worker["Lennox"].stays
    assert "sealed" not in to_worker["Lennox"].leaves
    assert "Nothing" == by_family["Dunbar"].stays


@pytest.mark.parametrize("chosen", [["nobody"], ["plan", "nobody"]])
def test_a_plan_that_is_not_here_cannot_be_chosen(team, path, chosen):
    """Nothing is written then."""
    team.dan.begin(a_plan())

    with pytest.raises(sealing.NoSuchPlanHere):
        team.dan.seals(path, team.morag, chosen=chosen)

    assert not path.exists()
