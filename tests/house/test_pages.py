from __future__ import annotations

import re
import subprocess

import pytest

from tests.house.tree import ROOT, texts

PAGES = ("README.md", "CONTRIBUTING.md")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROMISED = {"demo", "run", "test", "test-long", "check", "bench", "screenshots", "venv"}
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
def test_every_command_a_page_names_is_in_the_makefile(page):
    """Whoever types a command of the README gets that command."""
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))

    assert named
    assert set() == named - TARGETS


def test_the_readme_names_every_command_there_is():
    """No command of the Makefile is a secret."""
    listed = set(re.findall(r"^([a-z-]+):.* ## ", MAKEFILE, re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert set() == {name for name in listed - {"help"} if not re.search(f"make {name}\\b", readme)}


@pytest.mark.needs_tool("make")
def test_help_lists_every_described_command():
    """`make help` shows each command with its line."""
    told = subprocess.run(["make", "-s", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    listed = re.findall(r"^([a-z-]+):.* ## (.*)$", MAKEFILE, re.MULTILINE)

    assert PROMISED <= {name for name, _ in listed}
    assert listed == re.findall(r"^  make (\S+) +(.*)$", told, re.MULTILINE)


def test_what_every_change_has_to_pass_is_the_readme_commands():
    """.ci/run stops at the first fault, and calls `make check` and `make test` with every tool required."""
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert {"set -euo pipefail", "export CI=true FSDESK_CI=1", "make check", "make test"} <= set(run)
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


@pytest.mark.parametrize("page", [*PAGES, "NOTICE"])
def test_every_file_a_page_points_at_is_there(page):
    """A link inside the repository leads somewhere, and a font's licence lies where the notice says."""
    text = (ROOT / page).read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^):#]+)\)", text)
    licences = [f"resources/fonts/{name}" for name in re.findall(r"OFL-\w+\.txt", text)]

    assert [] == [name for name in linked + licences if not (ROOT / name).exists()]


def test_every_font_is_in_the_notice():
    """No font is bundled without its licence text and its line in NOTICE."""
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    licences = sorted(path.name for path in (ROOT / "resources" / "fonts").glob("OFL-*.txt"))

    assert licences
    assert [] == [name for name in licences if name not in notice]


def test_nothing_points_out_of_the_repository():
    """The project stands alone: no file names a folder beside the checkout."""
    outside = "../" + "shared"

    assert [] == [name for name, text in texts() if outside in text]
