"""Packages damaged at random by the thousand: each refused in one sentence, and not a row of the store changed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from fsdesk.desk import receiving
from fsdesk.errors import Refused
from fsdesk.plans.examples import a_plan
from fsdesk.store.package import layout
from fsdesk.store.package.refusals import PackageRefused
from tests.desk.team import Team, rows
from tests.memory import room_for
from tests.store.package.parts import Parts, close, frame, inside
from tests.store.package.test_layout import zeros

SEED = 2026
COUNTS = [1_000, pytest.param(100_000, marks=pytest.mark.long)]
_MIB = 400


class Spoiler:
    """Makes damaged packages of sound ones, the same for the same seed."""

    def __init__(self, team: Team, packages: list[Path], seed: int, to_another: Path) -> None:
        self._chance = random.Random(seed)
        self._team = team
        self._files = [path.read_bytes() for path in packages]
        self._inside = [inside(path, team.morag) for path in packages]
        self._parts = [Parts.of(path, team.morag) for path in packages]
        self._to_another = Parts.of(to_another, team.isla)
        self._zeros = {mib: zeros(mib) for mib in (2, 20, 80)}
        self._ways = (
            self._file_flipped,
            self._file_cut,
            self._inside_flipped,
            self._inside_cut,
            self._swapped,
            self._signed_by_another,
            self._sealed_to_another,
            self._claims_more,
            self._forwarded,
            self._bomb,
            self._nested,
        )

    def spoiled(self, count: int) -> Iterator[bytes]:
        """So many damaged packages, every way in turn."""
        for number in range(count):
            yield self._ways[number % len(self._ways)]()

    def _any(self, of: list[bytes]) -> bytes:
        return self._chance.choice(of)

    def _flipped(self, data: bytes) -> bytes:
        changed = bytearray(data)
        for _ in range(self._chance.randrange(1, 4)):
            place = self._chance.randrange(len(changed))
            changed[place] ^= 1 << self._chance.randrange(8)
        return bytes(changed) if changed != data else bytes(changed[:-1])

    def _cut(self, data: bytes) -> bytes:
        one, two = sorted(self._chance.sample(range(1, len(data)), 2))
        made = [data[:one], data[:one] + data[two:], data[:two] + data[one:], data + data[one:two]]
        return self._chance.choice(made)

    def _closed(self, data: bytes) -> bytes:
        return close(data, self._team.morag)

    def _file_flipped(self) -> bytes:
        return self._flipped(self._any(self._files))

    def _file_cut(self) -> bytes:
        return self._cut(self._any(self._files))

    def _inside_flipped(self) -> bytes:
        return self._closed(self._flipped(self._any(self._inside)))

    def _inside_cut(self) -> bytes:
        return self._closed(self._cut(self._any(self._inside)))

    def _swapped(self) -> bytes:
        one, two = self._chance.sample(self._parts, 2)
        made = [
            Parts(two.header, one.signature, one.compartments),
            Parts(one.header, two.signature, one.compartments),
            Parts(one.header, one.signature, (two.compartments[0], *one.compartments[1:])),
            Parts(one.header, one.signature, (one.compartments[0], *two.compartments[1:])),
        ]
        return self._chance.choice(made).closed(self._team.morag)

    def _signed_by_another(self) -> bytes:
        return self._chance.choice(self._parts).signed(self._team.isla).closed(self._team.morag)

    def _sealed_to_another(self) -> bytes:
        return self._chance.choice(self._parts).closed(self._team.isla)

    def _claims_more(self) -> bytes:
        """A frame that claims to unpack to another size, signed by its sender as if all were well."""
        parts = self._chance.choice(self._parts)
        general = bytearray(parts.compartments[0])
        general[4:8] = self._chance.randrange(2**32).to_bytes(4, "big")
        return self._sealed_again(parts, bytes(general))

    def _sealed_again(self, parts: Parts, general: bytes) -> bytes:
        made = parts.holding(general, *parts.compartments[1:])
        return made.signed(self._team.dan).closed(self._team.morag)

    def _forwarded(self) -> bytes:
        """What was sealed to Isla alone, which she closes to Morag as it is."""
        return self._to_another.closed(self._team.morag)

    def _bomb(self) -> bytes:
        """One more frame that unpacks to far more than it takes, and says so or not."""
        parts, mib = self._chance.choice(self._parts), self._chance.choice(list(self._zeros))
        claims = self._chance.choice([mib * 2**20, layout.MOST_FRAME_BYTES, 1_000])
        return self._sealed_again(
            parts, parts.compartments[0] + frame(b"", packed=self._zeros[mib], claims=claims)
        )

    def _nested(self) -> bytes:
        """One more frame with lists in lists in lists."""
        parts, depth = self._chance.choice(self._parts), self._chance.randrange(2_000, 300_000)
        kind = self._chance.choice([b"\xa5edits", b"\xa8left_out", b"\xa5media"])
        deep = frame(b"\x92" + kind + b"\x91" * depth + b"\x90")
        return self._sealed_again(parts, parts.compartments[0] + deep)


@pytest.mark.parametrize("count", COUNTS)
def test_damaged_packages_are_refused_in_a_sentence_and_change_nothing(team, package, tmp_path, count):
    """Flips, cuts, splices, swaps, other hands, other readers, lies, bombs, deep nesting; memory stays bounded."""
    team.dan.write("plan", title="Another year")
    team.dan.seals(tmp_path / "second", team.morag, since_receipt=False)
    team.morag.begin(a_plan(id="own"))
    team.dan.seals(tmp_path / "isla's", team.isla, since_receipt=False)
    spoiler = Spoiler(team, [package, tmp_path / "second"], SEED, tmp_path / "isla's")
    before, quiet = rows(team.morag), rows_touched(team)
    path = tmp_path / "bad"

    with room_for(_MIB):
        for number, data in enumerate(spoiler.spoiled(count)):
            path.write_bytes(data)
            said = refusal(team, path)
            assert said.endswith("."), f"package {number}: {said}"
            if number % (count // 10) == 0 or quiet != rows_touched(team):
                assert before == rows(team.morag), f"package {number}"

    assert before == rows(team.morag)
    assert "imported" == team.morag.takes(package).status


def rows_touched(team: Team) -> int:
    """How many rows Morag's store ever wrote, changed or took away since it was opened, those put back included."""
    with team.morag.desk.reading() as tx:
        return int(tx.connection.dbapi_connection.total_changes)


def refusal(team: Team, path: Path) -> str:
    """The sentence in which a file is refused."""
    with pytest.raises(PackageRefused) as refused:
        receiving.take(team.morag.desk, path, backup_first=True)
    assert isinstance(refused.value, Refused)
    return str(refused.value)
