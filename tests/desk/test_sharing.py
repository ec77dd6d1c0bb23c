from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from fsdesk.desk import files, plans, sharing
from fsdesk.plans import changes, fields, samples
from fsdesk.plans import model as m
from fsdesk.plans.edits import Intent
from fsdesk.plans.examples import a_plan, a_record, quote
from fsdesk.plans.fold import Place
from fsdesk.store import acts, shared_copy
from tests.desk.team import Team, rows

PLAN = "plan"
OLD_HOME = "9 Tannery Close, Wexbridge"
F4_WORDS = (
    "Corrie", "Wynd", "Skelbeg", "ZX14", "3QF", "Rossmuir", "library", "0142", "0188", "yellow stair", "landing",
    "Tannery", "Wexbridge", "Hollinside", "Bankhead", "Nadia", "Lantern", "throat", "volatile", "volatil",
    "door lock", "Dan", "Morag",
)  # fmt: skip


def share(org: str = "School", **over: object) -> m.Share:
    """What is shared with one organisation."""
    held = {"what": quote("That the mornings are hard."), "consent": m.Consent.GIVEN, **over}
    return a_record(m.Share, id="share", org=org, **held)


@pytest.fixture
def dans(team: Team) -> Team:
    """Dan's plan says what is shared with the school."""
    team.dan.begin(a_plan(shares=(share(),)))
    return team


def copy(
    team: Team, to: Path, *chosen: str, plan: str = PLAN, with_: str = "share", force: bool = False
) -> dict:
    """A shared copy as its reader reads it."""
    sharing.share(team.dan.desk, plan, with_, to, chosen=chosen, force=force)
    return shared_copy.read(to.read_bytes())


def test_a_copy_holds_what_was_chosen_and_no_edit_and_no_history(dans, tmp_path):
    """It is signed, names the organisation and the day, and its ids say nothing."""
    goal = dans.dan.plan(PLAN).goals[0]

    held = copy(dans, tmp_path / "copy", goal.id)

    assert ("School", "That the mornings are hard.") == (held["to"], held["what"])
    assert ["goals"] == list(held["records"])
    assert goal.text[0].text == held["records"]["goals"][0]["text"][0]["text"]
    assert not {"as_of", "edits", "history", "title", "code", "differing"} & set(held)
    told = [*held["people"], *held["records"]["goals"]]
    assert [str(number) for number in range(1, len(told) + 1)] == [one["id"] for one in told]
    assert 0o600 == (tmp_path / "copy").stat().st_mode & 0o777


def test_without_a_choice_a_copy_holds_the_words_that_were_agreed_alone(dans, tmp_path):
    """Default deny."""
    assert {} == copy(dans, tmp_path / "copy")["records"]


def test_a_copy_that_was_altered_is_known(dans, tmp_path):
    """By one letter."""
    copy(dans, tmp_path / "copy")
    altered = (tmp_path / "copy").read_bytes().replace(b"hard", b"easy")

    with pytest.raises(shared_copy.NotASharedCopy):
        shared_copy.read(altered)
    for data in (b"", b"{}", b"[]", b"\xff", b"[" * 90_000):
        with pytest.raises(shared_copy.NotASharedCopy):
            shared_copy.read(data)


def test_a_copy_is_kept_as_an_act_and_told_in_the_history(dans, tmp_path):
    """With the organisation, how much, and by whom."""
    held = copy(dans, tmp_path / "copy")

    with dans.dan.desk.reading() as tx:
        (act,) = [one for one in acts.every(tx, PLAN) if one.act == acts.SHARED_COPY]
    assert ("Dan", held["copy"], 0) == (act.who, act.detail["copy"], act.detail["records"])
    (noted,) = dans.dan.plan(PLAN).shared_copies
    assert ("School", dans.dan.desk.today) == (noted.to_org, noted.on)
    assert plans.history_of(dans.dan.desk, PLAN)[-1].sentence


@pytest.mark.parametrize(
    ("over", "refusal"),
    [
        ({"consent": m.Consent.NOT_ASKED}, sharing.NotAskedYet),
        ({"consent": m.Consent.NOT_GIVEN}, sharing.NotAgreed),
    ],
)
def test_what_was_not_asked_or_not_agreed_stays(team, tmp_path, over, refusal):
    """Nothing is written and nothing is kept."""
    team.dan.begin(a_plan(shares=(share(**over),)))
    before = rows(team.dan)

    with pytest.raises(refusal):
        copy(team, tmp_path / "copy")

    assert (False, before) == ((tmp_path / "copy").exists(), rows(team.dan))


def test_a_withdrawn_agreement_travels_as_a_withdrawal(dans, tmp_path):
    """It says so and holds nothing else, whatever is chosen."""
    goal = dans.dan.plan(PLAN).goals[0].id
    copy(dans, tmp_path / "copy", goal)
    dans.dan.write(PLAN, shares=(share(consent=m.Consent.WITHDRAWN),))

    held = copy(dans, tmp_path / "later", goal)

    assert held["withdrawn"]
    assert {"format", "version", "signing_key", "copy", "to", "on", "withdrawn", "signature"} == set(held)
    assert "mornings" not in (tmp_path / "later").read_text()


def test_a_plan_that_stays_is_lent_to_nobody(team, tmp_path):
    """The family's wish comes first."""
    team.dan.begin(a_plan(shares=(share(),), stays_here=True))

    with pytest.raises(sharing.StaysHere):
        copy(team, tmp_path / "copy")


@pytest.mark.parametrize(
    "over",
    [
        {"audience": m.Audience(to=m.Reach.MY_WORKER)},
        {"audience": m.Audience(to=m.Reach.MY_PAGE)},
        {"sealed": True},
    ],
)
def test_private_and_sealed_words_are_never_lent_though_they_are_chosen(team, tmp_path, over):
    """They are named to the worker as staying."""
    voice = msgspec.structs.replace(a_plan().voices[0], words=quote("nobody else may know"), **over)
    team.dan.begin(a_plan(voices=(voice,), shares=(share(),)))

    made = sharing.share(team.dan.desk, PLAN, "share", tmp_path / "copy", chosen=[voice.id])

    assert (0, (voice.id,)) == (made.records, made.left_out)
    assert "nobody else" not in (tmp_path / "copy").read_text()


def test_what_is_for_named_people_is_lent_only_where_the_family_agreed(team, tmp_path):
    """A ground without agreement opens nothing that is addressed to somebody else."""
    goal = msgspec.structs.replace(
        a_plan().goals[0], audience=m.Audience(to=m.Reach.NAMED, readers=frozenset({"ailsa"}))
    )
    for given, consent in ((1, m.Consent.GIVEN), (0, m.Consent.NOT_ASKED)):
        name = f"p{given}"
        shares = (share(consent=consent, will_share_anyway=True, basis=m.Basis.LEGAL),)
        team.dan.begin(a_plan(id=name, goals=(goal,), shares=shares))

        made = sharing.share(team.dan.desk, name, "share", tmp_path / name, chosen=[goal.id])

        assert given == made.records


def everything(plan: m.Plan) -> list[str]:
    """The ids of all records of a plan."""
    return [one.id for name in fields.collections() for one in getattr(plan, name)]


@pytest.fixture
def f4(team: Team) -> str:
    """F4 with a former home, a former school, a former meeting place, and words that speak of them."""
    plan = samples.load("F4")
    team.dan.begin(plan)
    now = team.dan.current(plan.id)
    home = msgspec.structs.replace(now.plan.households[0], address=OLD_HOME)
    jamie = msgspec.structs.replace(now.plan.people[1], learns_at="Hollinside Primary")
    meeting = msgspec.structs.replace(now.plan.meetings[0], place="Bankhead baths")
    people = (now.plan.people[0], jamie, *now.plan.people[2:])
    team.dan.write(plan.id, households=(home, *now.plan.households[1:]), people=people, meetings=(meeting,))
    spoken = tuple(
        a_record(m.Matter, id=f"spoken-{at}", words=quote(words))
        for at, words in enumerate(
            (
                "We had a garden in Tannery Close.",
                "Hollinside was kind to Jamie.",
                "Bankhead baths on Fridays.",
            )
        )
    )
    team.dan.write(plan.id, matters=(*now.plan.matters, *spoken))
    back = team.dan.plan(plan.id)
    people = (back.people[0], msgspec.structs.replace(back.people[1], learns_at=""), *back.people[2:])
    team.dan.write(plan.id, households=now.plan.households, people=people, meetings=now.plan.meetings)
    return plan.id


@pytest.mark.parametrize("consent", ["legal", "given"])
@pytest.mark.parametrize("safety", ["now", "taken out"])
def test_f4s_copy_for_ewans_worker_holds_no_trace(team, f4, tmp_path, consent, safety):
    """No school, address, number or meeting place, present or past, whatever is chosen; no other worker either."""
    if consent == "given":
        shares = [one for one in team.dan.plan(f4).shares if one.id != "share-braid"]
        braid = next(one for one in team.dan.plan(f4).shares if one.id == "share-braid")
        agreed = msgspec.structs.replace(braid, consent=m.Consent.GIVEN)
        team.dan.write(f4, shares=(*shares, agreed))
    if safety == "taken out":
        seen = team.dan.current(f4)
        place = Place("safety_between", seen.plan.safety_between[0].id)
        plans.act(team.dan.desk, seen, [changes.take_out(seen, place)], Intent.TOOK_OUT)

    to = tmp_path / "copy"
    made = sharing.share(team.dan.desk, f4, "share-braid", to, chosen=everything(team.dan.plan(f4)))

    text = to.read_text()
    held = shared_copy.read(to.read_bytes())
    said = json.dumps({name: value for name, value in held.items() if name != "to"}, ensure_ascii=False)
    assert [] == [word for word in F4_WORDS if word.casefold() in said.casefold()]
    assert made.left_out
    assert "redact" not in text


def test_a_place_in_the_agreed_words_themselves_is_left_away_too(team, f4, tmp_path):
    """What the share says is looked at as everything else is."""
    braid = next(one for one in team.dan.plan(f4).shares if one.id == "share-braid")
    told = msgspec.structs.replace(braid, what=quote("He starts at Rossmuir Primary."))
    others = tuple(one for one in team.dan.plan(f4).shares if one.id != braid.id)
    team.dan.write(f4, shares=(*others, told))

    held = copy(team, tmp_path / "copy", plan=f4, with_="share-braid")

    assert ("what" in held, "Rossmuir" in (tmp_path / "copy").read_text()) == (False, False)


def test_a_file_that_is_there_is_not_overwritten_and_nothing_is_kept(dans, tmp_path):
    """Not without force."""
    (tmp_path / "copy").write_text("mine")
    before = rows(dans.dan)

    with pytest.raises(files.AlreadyThere):
        copy(dans, tmp_path / "copy")

    assert ("mine", before) == ((tmp_path / "copy").read_text(), rows(dans.dan))
    assert copy(dans, tmp_path / "copy", force=True)["to"] == "School"


def test_a_share_or_record_that_is_not_in_the_plan_is_refused(dans, tmp_path):
    """In one sentence each, and nothing is written."""
    with pytest.raises(sharing.NoSuchShare):
        copy(dans, tmp_path / "copy", with_="other")
    with pytest.raises(sharing.NoSuchRecord):
        copy(dans, tmp_path / "copy", "other")

    assert not (tmp_path / "copy").exists()
