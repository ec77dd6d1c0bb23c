from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

LIST = (ROOT / "installer" / "debian-packages.txt").read_text(encoding="utf-8")
SCRIPT = ROOT / "installer" / "system-packages.sh"
TOOLS = ("sh", "awk", "sed", "tr", "dirname", "cat", "paste")


class System:
    """An invented machine: a folder of programs, and a record of what was asked of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for tool in TOOLS:
            (folder / tool).symlink_to(str(shutil.which(tool)))
        self.record = folder / "record"

    def with_program(self, name: str, body: str) -> System:
        program = self.folder / name
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)
        return self

    def with_installed(self, *packages: str) -> System:
        lines = "\n".join(f"ii  {name}" for name in packages)
        return self.with_program("dpkg-query", f"cat <<'END'\n{lines}\nEND")

    def as_user(self, number: int) -> System:
        return self.with_program("id", f"echo {number}")

    def with_apt(self, *, works: bool = True) -> System:
        ending = "exit 0" if works else "exit 100"
        self.with_program("apt-cache", '[ "$2" != libglib2.0-0 ]')
        return self.with_program("apt-get", f'echo "$@" >> {self.record}; {ending}')

    def run(self, *sections: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", str(SCRIPT), *sections],
            env={**os.environ, "PATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=True,
        )


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


def section(name: str) -> list[str]:
    """The packages of one section, the first name of each line."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", LIST, re.MULTILINE | re.DOTALL)
    assert found
    return [line.split()[0] for line in found[1].splitlines() if line and not line.startswith("#")]


def test_nothing_is_said_when_all_is_there(system):
    """With every package installed the script is silent and asks nobody to install."""
    everything = section("window") + section("test")
    told = system.as_user(0).with_apt().with_installed(*everything).run("window", "test")

    assert ("", "") == (told.stdout, told.stderr)
    assert not system.record.exists()


def test_a_package_may_have_its_newer_name(system):
    """A package that a newer release renamed counts as installed."""
    newer = ["libglib2.0-0t64" if name == "libglib2.0-0" else name for name in section("window")]
    told = system.as_user(1000).with_apt().with_installed(*newer).run("window")

    assert "" == told.stderr


def test_an_ordinary_user_gets_one_line_to_paste(system):
    """Without the right to install, the missing packages are named in one line and the caller goes on."""
    present = [name for name in section("test") if name not in {"qpdf", "strace"}]
    told = system.as_user(1000).with_apt().with_installed(*present).run("test")

    assert "System packages are missing; paste: sudo apt-get install -y qpdf strace\n" == told.stderr
    assert not system.record.exists()


def test_root_installs_what_is_missing_and_nothing_else(system):
    """As root the lists are read once and only the missing packages are installed."""
    present = [name for name in section("test") if name != "qpdf"]
    system.as_user(0).with_apt().with_installed(*present).run("test")

    asked = system.record.read_text().splitlines()

    assert ["update -qq", "install -y -qq --no-install-recommends qpdf"] == asked


def test_root_installs_the_name_that_the_release_knows(system):
    """Where the older name is unknown, the newer one is installed."""
    present = [name for name in section("window") if name != "libglib2.0-0"]
    system.as_user(0).with_apt().with_installed(*present).run("window")

    assert system.record.read_text().splitlines()[-1].endswith(" libglib2.0-0t64")


def test_root_without_a_network_goes_on(system):
    """When they cannot be installed, they are named in the same line, and the caller goes on."""
    told = system.as_user(0).with_apt(works=False).with_installed().run("test")

    assert told.stderr.strip().splitlines()[-1].endswith(" ".join(section("test")))


def test_on_another_system_the_list_is_pointed_at(system):
    """Where there is no dpkg, the script says where the list is and goes on."""
    told = system.run("window")

    assert "debian-packages.txt" in told.stderr
