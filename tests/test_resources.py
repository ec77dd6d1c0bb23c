from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fsdesk import resources

ROOT = Path(__file__).resolve().parent.parent
FONT = ("fonts", "fonts.toml")

READ_FROM = """
import sys
sys.path.insert(0, sys.argv[1])
if len(sys.argv) > 2:
    sys._MEIPASS = sys.argv[2]
from fsdesk import resources
assert str(resources.path()).startswith(sys.argv[-1]), resources.path()
sys.stdout.write(resources.read_text("fonts", "fonts.toml"))
"""


def read_from(*arguments: str | Path) -> str:
    """What a new Python reads of one resource, with nothing of this environment but the folders named."""
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", READ_FROM, *map(str, arguments)],
        check=True,
        capture_output=True,
    )
    return told.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def test_text_and_bytes_are_the_file_in_the_checkout():
    """A checkout reads from its resources folder, the text as UTF-8."""
    expected = ROOT.joinpath("resources", *FONT).read_bytes()

    assert expected == resources.read_bytes(*FONT)
    assert expected.decode("utf-8") == resources.read_text(*FONT)
    assert expected == resources.path("fonts/fonts.toml").read_bytes()


def test_names_are_sorted_and_hidden_ones_left_out(tmp_path, monkeypatch):
    """Two systems list a folder in the same order, whatever their file system thinks."""
    for name in ("b.toml", "B.toml", "a.toml", ".DS_Store"):
        (tmp_path / name).touch()
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)

    assert ["B.toml", "a.toml", "b.toml"] == resources.names()


@pytest.mark.parametrize(
    "parts",
    [("..", "pyproject.toml"), ("fonts/../../pyproject.toml",), ("/etc/passwd",), ("..\\x",), ("C:x",)],
)
def test_no_name_leads_out_of_the_resources(parts):
    """A name made from a plan's language or a rule's id cannot reach another file."""
    with pytest.raises(ValueError, match="inside the resources folder"):
        resources.path(*parts)


def test_a_missing_resource_says_so():
    """What is not there is not quietly empty."""
    with pytest.raises(FileNotFoundError):
        resources.read_text("fonts", "no-such-font.toml")


def test_a_wheel_carries_the_resources(wheel):
    """The same call reads the same text from an installed wheel."""
    assert resources.read_text(*FONT) == read_from(wheel)


def test_the_installed_program_finds_its_resources(wheel, tmp_path):
    """The same call reads from the bundle's own folder in the program that PyInstaller makes."""
    bundle = tmp_path / "bundle"
    shutil.copytree(wheel / "fsdesk" / "_resources", bundle / "fsdesk" / "_resources")

    assert resources.read_text(*FONT) == read_from(ROOT, bundle)
