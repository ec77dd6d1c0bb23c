"""What goes wrong around packages, as a script meets it: damage, strangers, power cuts, full disks, pulled sticks."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fsdesk.plans.examples import a_plan
from tests.desk.team import Laptop, a_laptop, rows
from tests.faults import own_disk
from tests.faults.tables import each, spread
from tests.faults.traced import Harm
from tests.journeys import processes
from tests.journeys.scripted import Script, pair
from tests.journeys.test_sync_scenarios_hard import DAMAGE
from tests.store import ended
from tests.store.package.parts import Parts

_MIB = 900
"""Address space of a whole process, libraries included; ten times as much is not asked for by any file."""
_CUTS = 3
_FILLED = 'cat /dev/zero > "$0/full" 2>&-; "$@"; code=$?; ls -A "$0" >&2; exit $code'
"""Fills a disk up, does the rest of its words, and says what stands there then."""


@pytest.fixture
def week(script: Script) -> Path:
    """A package from Dan to Morag."""
    dan, morag = pair(script)
    script.edits(dan, title="The week's title")
    return script.seals(dan, morag)


def _flipped(script: Script, week: Path) -> bytes:
    data = bytearray(week.read_bytes())
    data[len(data) // 2] ^= 1
    return bytes(data)


def _cut(script: Script, week: Path) -> bytes:
    return week.read_bytes()[:-1]


def _nothing(script: Script, week: Path) -> bytes:
    return b""


def _for_isla(script: Script, week: Path) -> bytes:
    script.edits(script.team.dan, neighbourhood="Garnethill")
    return script.seals(script.team.dan, script.team.isla).read_bytes()


def _forwarded(script: Script, week: Path) -> bytes:
    """Isla opens what was meant for her and closes it to Morag, with any tool for age."""
    (script.folder / "isla's").write_bytes(_for_isla(script, week))
    return Parts.of(script.folder / "isla's", script.team.isla).closed(script.team.morag)


def _of_a_stranger(script: Script, week: Path) -> bytes:
    stranger = a_laptop(script.folder / "stranger")
    script.team.laptops["stranger"] = stranger
    script(stranger, "card", "accept", script.team.morag.card)
    script.begins(stranger, a_plan(id="theirs", code="7777-7777"))
    return script.seals(stranger, script.team.morag).read_bytes()


def _of_a_withdrawn(script: Script, week: Path) -> bytes:
    script(script.team.morag, "card", "withdraw", "Dan")
    return week.read_bytes()


def _by_hand(kind: str) -> Callable[[Script, Path], bytes]:
    """What only somebody with keys and tools can make: a reader of the package, or its sender."""
    return lambda script, week: DAMAGE[kind][0](script.team, week)


BAD = {
    "flipped bit": (_flipped, "is damaged"),
    "cut": (_cut, "is damaged"),
    "nothing": (_nothing, "is not a package"),
    "for somebody else": (_for_isla, "sealed to somebody else"),
    "forwarded by its reader": (_forwarded, "sealed to somebody else"),
    "unknown sender": (_of_a_stranger, "have not accepted"),
    "withdrawn device": (_of_a_withdrawn, "was withdrawn"),
    "wrong sender": (_by_hand("wrong sender"), "sender's own seal"),
    "expansion bomb": (_by_hand("expansion bomb"), "is damaged"),
    "deep nesting": (_by_hand("deep nesting"), "is damaged"),
}


@pytest.mark.parametrize("kind", BAD)
def test_h_damaged_or_not_ours(script, week, tmp_path, kind):
    """(h) Exit 2 in words and in JSON, one sentence, bounded memory, and not a row changed."""
    spoil, why = BAD[kind]
    (tmp_path / "bad").write_bytes(spoil(script, week))
    morag = script.team.morag
    before = rows(morag)
    script.team.close()

    said = processes.program("sync", "import", tmp_path / "bad", "--store", morag.folder, "--json", mib=_MIB)
    sentences = [script.refuses(morag, "sync", what, tmp_path / "bad") for what in ("inspect", "import")]

    assert (2, "refused") == (said.code, said.json["status"])
    assert [said.err, said.err] == sentences
    assert why in said.err
    assert said.err.strip() == said.json["why"]
    assert before == rows(morag)


def test_h_four_gigabytes_are_not_read(script, week):
    """(h) A file that large is refused before any of it is read, in JSON too."""
    morag = script.team.morag
    script.team.close()
    huge = script.folder / "huge"
    shutil.copy(week, huge)
    with huge.open("rb+") as file:
        file.truncate(4 * 2**30)

    said = processes.program("sync", "import", huge, "--store", morag.folder, "--json", mib=_MIB)

    assert (2, "refused") == (said.code, said.json["status"])
    assert "larger than can be read" in said.err


def test_h_a_package_of_ones_own_is_not_taken(script, week):
    """(h) Exit 2, and it says that it is for others."""
    dan = script.team.dan
    script.team.close()

    assert "Nothing was changed here" in processes.refuses("sync", "import", week, "--store", dan.folder)


def copy_of(laptop: Laptop, folder: Path) -> Laptop:
    """The same laptop in another place."""
    laptop.close()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(laptop.folder, folder)
    return Laptop(folder)


def ends_as_it_should(script: Script, cut: Laptop, week: Path) -> str:
    """See that a store verifies after a cut, and that the package is whole in it once it is taken again."""
    before = script.document(cut).title
    assert script(cut, "store", "verify")["whole"]
    assert script.takes(cut, week)["status"] in ("imported", "already")
    assert "The week's title" == script.document(cut).title
    assert script(cut, "store", "verify")["whole"]
    return before


@pytest.mark.needs_tool("strace")
def test_j_a_power_cut_at_a_write_or_a_sync(script, week, tmp_path):
    """(j) The process is killed at one call or another: all of the package is there, or nothing; then all of it."""
    morag = script.team.morag
    words = ("sync", "import", week, "--store")
    first = copy_of(morag, tmp_path / "first")
    made = processes.calls(tmp_path / "notes", *words, first.folder)
    ours = [one for one in each(made, 10_000) if one[2].path.startswith(str(first.folder))]

    seen = set()
    for name, nth, _ in spread(ours, _CUTS):
        cut = copy_of(morag, tmp_path / "cut")
        harm = Harm(name, nth, "signal=KILL")
        assert -9 == processes.harmed(tmp_path / "notes", harm, *words, cut.folder).code
        seen.add(ends_as_it_should(script, cut, week))

    assert seen <= {script.document(morag).title, "The week's title"}
    assert script.document(morag).title in seen


def test_j_the_program_ends_before_a_step_to_the_disk(script, week, tmp_path):
    """(j) The same without any tool: before a rename, a sync, a folder made, the program is gone."""
    morag = script.team.morag

    def reached(number: int) -> bool:
        cut = copy_of(morag, tmp_path / "cut")
        return ended.before_step(
            number, lambda: script.program("sync", "import", week, "--store", cut.folder)
        )

    for number in ended.some_steps(reached, every=5, last=2):
        assert reached(number)
        ends_as_it_should(script, Laptop(tmp_path / "cut"), week)


@pytest.mark.needs_tool("unshare", "mount")
@pytest.mark.parametrize("what", ["export", "hand-over", "receipt"])
def test_k_a_full_stick(script, week, tmp_path, what):
    """(k) Exit 2 and one sentence; no file there, nothing noted, and the same number is used afterwards."""
    dan, morag = pair(script)
    stick = tmp_path / "stick"
    stick.mkdir()
    words = {
        "export": (dan, ("sync", "export", "--to", morag.card, "--out", stick / "week")),
        "hand-over": (dan, ("sync", "hand-over", week, "--to", stick)),
        "receipt": (morag, ("sync", "receipt", "--to", dan.card, "--out", stick / "week")),
    }
    who, asked = words[what]
    before = rows(who)
    script.team.close()
    full = [*own_disk.beginning(stick), "sh", "-c", _FILLED, str(stick)]

    said = processes.program(*asked, "--store", who.folder, before=full)

    sentence, *left = said.err.splitlines()
    assert (2, "", ["full"]) == (said.code, said.out, left)
    assert "no room" in sentence
    assert before == rows(who)
    script.team.close()
    assert 0 == processes.program(*asked, "--store", who.folder).code
    assert 1 == len(list(stick.iterdir()))


@pytest.mark.needs_tool("strace")
@pytest.mark.parametrize("what", ["export", "hand-over"])
def test_k_a_stick_that_is_pulled_out(script, week, tmp_path, what):
    """(k) Every write and sync on the stick is answered with an input/output fault: one sentence, and no note of it."""
    dan, morag = pair(script)
    stick = tmp_path / "stick"
    asked = {
        "export": ("sync", "export", "--to", morag.card, "--out", stick / "week"),
        "hand-over": ("sync", "hand-over", week, "--to", stick),
    }[what]
    dan.close()
    shutil.copytree(dan.folder, tmp_path / "again")
    stick.mkdir()
    made = processes.calls(tmp_path / "notes", *asked, "--store", tmp_path / "again")
    on_it = [one for one in each(made, 10_000) if one[2].path.startswith(str(stick))]
    before = rows(dan)
    dan.close()

    assert on_it
    for name, nth, _ in spread(on_it, 2):
        for path in stick.iterdir():
            path.unlink()
        said = processes.harmed(
            tmp_path / "notes", Harm(name, nth, "error=EIO"), *asked, "--store", dan.folder
        )
        assert (2, "", 1) == (said.code, said.out, said.err.count("\n")), name
        assert [] == list(stick.iterdir())
        assert before == rows(dan)
        dan.close()


def test_k_a_stick_that_is_not_there(script, week, tmp_path):
    """(k) Exit 2, and it says what to do."""
    dan, morag = pair(script)
    gone = tmp_path / "gone"

    said = [
        script.refuses(dan, "sync", "hand-over", week, "--to", gone),
        script.refuses(dan, "sync", "export", "--to", morag.card, "--out", gone / "week", "--all"),
        script.refuses(morag, "sync", "watch", gone, "--once"),
    ]

    assert [] == [one for one in said if "not there" not in one]
