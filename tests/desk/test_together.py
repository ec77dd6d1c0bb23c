from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk.files import AlreadyThere, NotWritable
from fsdesk.desk.together import SameFile, placed


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two files that are not there yet."""
    return tmp_path / "page.pdf", tmp_path / "page.html"


def test_both_files_stand_whole_for_their_owner_alone(two, tmp_path):
    """While they are in use, and afterwards; nothing else is beside them."""
    with placed([(two[0], b"paper"), (two[1], b"listen")]):
        assert [b"paper", b"listen"] == [path.read_bytes() for path in two]

    assert sorted(two) == sorted(tmp_path.iterdir())
    assert {0o600} == {path.stat().st_mode & 0o777 for path in two}


def test_an_error_while_they_are_in_use_takes_both_back(two, tmp_path):
    """What goes wrong afterwards leaves no file."""
    with pytest.raises(ZeroDivisionError), placed([(path, b"new") for path in two]):
        raise ZeroDivisionError

    assert [] == list(tmp_path.iterdir())


def test_an_error_puts_earlier_files_back(two, tmp_path):
    """Whoever printed over an earlier page has that page again, to the byte."""
    two[0].write_bytes(b"earlier")
    with pytest.raises(ZeroDivisionError), placed([(path, b"new") for path in two], force=True):
        raise ZeroDivisionError

    assert b"earlier" == two[0].read_bytes()
    assert [two[0]] == list(tmp_path.iterdir())


def test_one_that_cannot_be_written_keeps_the_other_from_being_there(two, tmp_path):
    """Both or neither, whichever comes first."""
    missing = tmp_path / "none" / "page.html"
    for wanted in ([(two[0], b"x"), (missing, b"y")], [(missing, b"y"), (two[0], b"x")]):
        with pytest.raises(NotWritable, match="folder for that file"), placed(wanted):
            pytest.fail("nothing was placed")

        assert [] == list(tmp_path.iterdir())


def test_an_existing_file_is_left_alone_without_force(two, tmp_path):
    """Neither is written."""
    two[1].write_bytes(b"mine")
    with pytest.raises(AlreadyThere), placed([(path, b"new") for path in two]):
        pytest.fail("nothing was placed")

    assert (b"mine", [two[1]]) == (two[1].read_bytes(), list(tmp_path.iterdir()))


def test_two_files_of_one_name_are_refused(two, tmp_path):
    """However the name is written."""
    again = tmp_path / "." / two[0].name
    with pytest.raises(SameFile), placed([(two[0], b"x"), (again, b"y")], force=True):
        pytest.fail("nothing was placed")

    assert [] == list(tmp_path.iterdir())


def test_a_drive_without_second_names_puts_earlier_files_back_too(two, monkeypatch):
    """Where a file can have one name only, it is moved aside instead."""

    def no_links(*given: object, **more: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    two[0].write_bytes(b"earlier")
    with pytest.raises(ZeroDivisionError), placed([(two[0], b"new")], force=True):
        raise ZeroDivisionError

    assert b"earlier" == two[0].read_bytes()
