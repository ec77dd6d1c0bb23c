from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.tree import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-build.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;]+)", re.MULTILINE)


def lines_of(lock: str) -> list[str]:
    return (ROOT / lock).read_text(encoding="utf-8").splitlines()


def pins_of(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


def plain(requirement: str) -> str:
    """The name of a requirement as lock files spell it."""
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_path(lock):
    """Where things come from is each machine's own affair: a lock holds names, versions and hashes."""
    told = [
        line for line in lines_of(lock) if "/" in line or "\\" in line.rstrip("\\") or line.startswith("-")
    ]

    assert [] == told


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_is_pinned_and_hashed(lock):
    """Each entry has one exact version and at least one sha256."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    loose = [entry for entry in entries if not (PIN.match(entry) and "--hash=sha256:" in entry)]

    assert [] == loose
    assert len(entries) == len(pins_of(lock))


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_the_other_locks_hold_the_runtime_at_the_same_versions(lock):
    """What tests and builds run on is what people run."""
    runtime = pins_of("requirements.lock")

    assert runtime == {name: version for name, version in pins_of(lock).items() if name in runtime}


def test_everything_the_project_asks_for_is_locked():
    """No dependency was added without `make lock`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = {
        "requirements.lock": project["project"]["dependencies"] + project["dependency-groups"]["house"],
        "requirements-test.lock": extras["test"],
        "requirements-build.lock": extras["build"],
    }

    assert {} == {lock: names for lock, names in asked.items() if {*map(plain, names)} - pins_of(lock).keys()}


def test_reportlab_is_pinned_and_never_asked_for_with_its_bidi_extra():
    """An unpinned reportlab or its extra makes pip fall back to 3.6 without a word."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert "reportlab==5.1.0" in project["project"]["dependencies"]
    assert "5.1.0" == pins_of("requirements.lock")["reportlab"]
    assert "rlbidi" not in pins_of("requirements.lock")


def test_every_dependency_is_explained():
    """The table of CONTRIBUTING.md says why each dependency is there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=]", asked)[0] for asked in project["project"]["dependencies"]]

    assert [] == [name for name in names if f"| {name} |" not in told]
