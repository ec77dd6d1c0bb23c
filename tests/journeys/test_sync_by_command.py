"""Every scenario of packages once more, as a script goes through it: commands, exit codes, JSON, one sentence.

(h), (j) and (k), in which something goes wrong around the program, stand in `test_sync_harmed_by_command.py`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from fsdesk.plans import model as m
from fsdesk.plans import synthetic
from fsdesk.plans.examples import TODAY, a_plan, a_record
from fsdesk.store.package import layout
from tests.desk.team import Laptop, rows
from tests.journeys.scripted import PLAN, Script, pair
from tests.store.package.parts import Parts


def test_a_different_fields(script):
    """(a) Both edits stand on both sides; exit 0 all the way."""
    dan, morag = pair(script)
    script.edits(dan, title="The Sorleys' year")
    script.edits(morag, neighbourhood="Garnethill")

    script.swap(dan, morag)

    script.same(dan, morag)
    plan = script.document(dan)
    assert ("The Sorleys' year", "Garnethill") == (plan.title, plan.neighbourhood)


def test_b_the_same_field(script):
    """(b) Exit 1, both versions listed on both sides; one settles it for both."""
    dan, morag = pair(script)
    script.edits(dan, title="Dan's title")
    script.edits(morag, title="Morag's title")

    script.swap(dan, morag, code=1)

    script.same(dan, morag)
    (found,) = script(dan, "sync", "differing", code=1)
    assert {("Dan", "Dan's title"), ("Morag", "Morag's title")} == {
        (one["who"], one["value"]) for one in found["versions"]
    }
    script(dan, "sync", "resolve", found["id"], "--words", "Our title")
    script.sends(dan, morag)
    script.same(dan, morag)
    assert "Our title" == script.document(morag).title


def test_c_an_edit_against_a_take_out(script):
    """(c) The edit had not been seen, so the whole step stays."""
    dan, morag = pair(script)
    step, *others = script.document(dan).steps
    script.edits(morag, steps=tuple(others))
    script.edits(dan, steps=(msgspec.structs.replace(step, at="14:00"), *others))

    script.swap(dan, morag)

    script.same(dan, morag)
    assert step.id in {one.id for one in script.document(morag).steps}


def test_d_the_same_package_twice(script):
    """(d) Status already, exit 0, and not a row is different."""
    dan, morag = pair(script)
    script.edits(dan, title="Once")
    package = script.seals(dan, morag)
    script.takes(morag, package)
    before = rows(morag)

    again = script.takes(morag, package)

    assert (("already", 0), before) == ((again["status"], again["new"]), rows(morag))


def numbered(script: Script, count: int) -> list[Path]:
    """Packages from Dan to Morag, each with one edit alone, as if every receipt had come."""
    dan, morag = pair(script)
    made = []
    for number in range(count):
        script.edits(dan, title=f"Title {number}")
        made.append(script.seals(dan, morag))
        dan.is_received_by(morag)
    return made


def test_e_packages_out_of_order(script):
    """(e) The last first; nothing is missing in the end."""
    packages = numbered(script, 3)

    said = [script.takes(script.team.morag, package) for package in reversed(packages)]

    assert [1, 1, 0] == [len(one["missing_before"]) for one in said]
    script.same(*pair(script))


def test_f_one_missing_in_the_middle(script):
    """(f) It is named by laptop and numbers until it comes, in JSON and in words."""
    dan, morag = pair(script)
    first, second, third = numbered(script, 3)
    script.takes(morag, first)
    # What the third replaced has not come, so the first stands beside it until then.
    (missing,) = script.takes(morag, third, code=1)["missing_before"]

    assert (dan.device, 3, 3) == (missing["device"], missing["first"], missing["last"])
    assert [] == script.takes(morag, second)["missing_before"]
    script.same(dan, morag)


def test_f_what_is_missing_is_said_in_words_too(script):
    """(f) By whose laptop it is, and numbers."""
    morag = script.team.morag
    packages = numbered(script, 2)
    script.team.close()

    said = script.program("sync", "import", packages[1], "--store", morag.folder)

    assert (0, True) == (said.code, "Not here yet: edit 2 of Dan's laptop." in said.out)


def test_g_an_older_after_a_newer(script):
    """(g) Nothing comes back."""
    dan, morag = pair(script)
    packages = []
    for title in ("Older", "Newer"):
        script.edits(dan, title=title)
        packages.append(script.seals(dan, morag))
    script.takes(morag, packages[1])

    late = script.takes(morag, packages[0])

    assert ("imported", 0, "Newer") == (late["status"], late["edits"], script.document(morag).title)
    script.same(dan, morag)


def test_i_a_clock_three_years_off(script, monkeypatch):
    """(i) The later edit is the one that saw the other."""
    dan, morag = pair(script)
    with monkeypatch.context() as patch:
        patch.setattr("fsdesk.desk.clock.time.time_ns", lambda: 1_890_000_000_000_000_000)
        script.edits(dan, title="Written under a strange clock")
        script.sends(dan, morag)
    script.edits(morag, title="Seen and changed")

    script.edits(dan, neighbourhood="Garnethill")
    script.swap(dan, morag)

    script.same(dan, morag)
    plan = script.document(dan)
    assert ("Seen and changed", "Garnethill") == (plan.title, plan.neighbourhood)


def test_l_the_same_family_begun_by_two(script):
    """(l) Side by side, said to be one family or two, remembered, never merged."""
    morag = script.team.morag
    other = a_plan(id="islas", code="7777-7777")
    script.begins(script.team.isla, other)

    assert {"islas": [PLAN]} == script.sends(script.team.isla, morag)["alike"]

    assert ["islas", PLAN] == sorted(one["id"] for one in script(morag, "plan", "list"))
    assert ["islas"] == script(morag, "plan", "alike", PLAN)["alike"]
    script(morag, "plan", "different", PLAN, "islas")
    told = script(morag, "plan", "alike", PLAN)
    assert ([], {"islas": "different"}) == (told["alike"], told["said"])


@pytest.mark.parametrize("count", [60, pytest.param(10_000, marks=pytest.mark.long)])
def test_m_many_plans(script, count):
    """(m) Every one arrives, and the store verifies."""
    dan, morag = pair(script)
    for number in range(count):
        dan.begin(synthetic.family(number, seed=11))
    dan.close()

    assert count == script.sends(dan, morag)["new"]
    assert count + 1 == len(script(morag, "plan", "list"))
    assert script(morag, "store", "verify")["whole"]


def test_n_a_newer_version(script, tmp_path):
    """(n) Said to be too new, exit 2, nothing taken."""
    dan, morag = pair(script)
    script.edits(dan, title="x")
    parts = Parts.of(script.seals(dan, morag), morag)
    (tmp_path / "new").write_bytes(parts.but(format=layout.FORMAT + 1).signed(dan).closed(morag))
    before = rows(morag)

    assert "newer fsdesk" in script.refuses(morag, "sync", "import", tmp_path / "new")
    assert before == rows(morag)


def test_o_an_answered_finding_whose_rule_then_changed(script):
    """(o) The answer keeps rule, version and message as they were shown, at the other end too, and it is told so."""
    dan, morag = pair(script)
    (checked,) = script(dan, "check", code=1)["plans"]
    finding = checked["findings"][0]
    answer = a_record(
        m.Answer,
        id="answered",
        rule=finding["rule"],
        rule_version=99,
        message="As it was put then.",
        by="Dan",
    )
    script.edits(dan, answers=(answer,))

    script.sends(dan, morag)

    script.same(dan, morag)
    (kept,) = script.document(morag).answers
    assert (finding["rule"], 99, "As it was put then.") == (kept.rule, kept.rule_version, kept.message)
    (told,) = script(morag, "check", code=1)["plans"][0]["answers"]
    assert (99, True) == (told["rule_version"], told["rule_changed_since"])


def test_o_an_answer_to_an_older_edition_says_that_the_rule_has_changed(script):
    """(o) In words, with the message as it was shown, who answered it and when."""
    dan, morag = pair(script)
    (checked,) = script(dan, "check", code=1)["plans"]
    rule = checked["findings"][0]["rule"]
    answer = a_record(
        m.Answer, id="then", rule=rule, rule_version=0, message="As it was put then.", by="Dan", on=TODAY
    )
    script.edits(dan, answers=(answer,))
    script.sends(dan, morag)
    script.team.close()

    said = script.program("check", "--store", morag.folder).out

    (line,) = [line for line in said.splitlines() if "As it was put then." in line]
    assert f"Answered by Dan on {TODAY}; the rule has changed since." in line
    assert line.split()[1] == rule


def test_p_consent_withdrawn_after_it_was_sent(script):
    """(p) It goes as a withdrawal."""
    dan, morag = pair(script)
    share = a_record(m.Share, id="share", org="School", consent=m.Consent.GIVEN)
    script.edits(dan, shares=(share,))
    script.sends(dan, morag)
    held = script.document(dan).shares[0]
    script.edits(dan, shares=(msgspec.structs.replace(held, consent=m.Consent.WITHDRAWN),))

    script.sends(dan, morag)

    assert m.Consent.WITHDRAWN is script.document(morag).shares[0].consent


def test_q_a_plan_erased_here_and_sent_again(script):
    """(q) Held, exit 1, with the day; let in on purpose only."""
    dan, morag = pair(script)
    script(morag, "plan", "erase", PLAN, "--yes")
    script.edits(dan, title="Written after it")

    found = script.takes(morag, script.seals(dan, morag, more=("--all",)), code=1)

    assert [(PLAN, "erased")] == [(one["plan"], one["reason"]) for one in found["held_plans"]]
    (listed,) = script(morag, "sync", "held", code=1)
    assert "erased here on" in listed["says"]
    assert "let-in" in script.refuses(morag, "sync", "accept", PLAN)
    script(morag, "plan", "let-in", PLAN, "--yes")
    assert "Written after it" == script.document(morag).title


def test_r_a_backup_restored_and_both_copies_go_on(script, tmp_path):
    """(r) The restored one is a new laptop, its card replaces nothing, and nothing of either is lost."""
    dan, morag = pair(script)
    script(dan, "store", "backup")
    old = Laptop(tmp_path / "old")
    shutil.copytree(dan.folder, old.folder)
    script(dan, "store", "restore", "--yes")
    script(dan, "card", "export", "--to", dan.card, "--force")
    script(morag, "card", "accept", dan.card, "--verified")
    script.edits(old, title="On the old laptop")
    script.edits(dan, neighbourhood="Garnethill")

    for laptop in (old, dan):
        assert "imported" == script.sends(laptop, morag)["status"]
    script.sends(morag, dan)

    plan = script.document(dan)
    assert ("On the old laptop", "Garnethill") == (plan.title, plan.neighbourhood)
    script.same(dan, morag)


def test_r_a_store_that_was_copied_by_hand(script, tmp_path):
    """(r) Two histories of one laptop: held and named, exit 1; the lead accepts, and both versions stand."""
    dan, morag = pair(script)
    old = Laptop(tmp_path / "old")
    script.team.close()
    shutil.copytree(dan.folder, old.folder)
    script.edits(dan, title="On the laptop")
    script.sends(dan, morag)
    script.edits(old, title="On the copy")

    found = script.sends(old, morag, code=1)

    assert [(PLAN, "copy")] == [(one["plan"], one["reason"]) for one in found["held_plans"]]
    assert 1 == script(morag, "sync", "accept", "--all", code=1)["differing"]
    (differing,) = script(morag, "sync", "differing", code=1)
    assert {"On the laptop", "On the copy"} == {one["value"] for one in differing["versions"]}
