from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from fsdesk.desk import files
from fsdesk.desk.files import AlreadyThere, NotReadable, NotWritable
from tests.cli.running import no_rights
from tests.memory import MIB, room_for


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is not there yet."""
    return tmp_path / "some.json"


def test_a_file_reads_as_it_was_written_and_belongs_to_its_owner_alone(path):
    """Whatever this account's usual rights are."""
    usual = os.umask(0)
    try:
        files.write(path, b"held")
    finally:
        os.umask(usual)

    assert b"held" == files.read(path, 4)
    assert 0o600 == path.stat().st_mode & 0o777


def test_a_file_of_exactly_the_most_bytes_is_read_and_one_more_is_not(path):
    """The limit is the limit."""
    path.write_bytes(b"12345")

    assert b"12345" == files.read(path, 5)
    with pytest.raises(NotReadable, match="larger"):
        files.read(path, 4)


def test_a_pipe_is_read_up_to_the_limit(tmp_path):
    """Scripts may hand a document through one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for held, most in ((b"through the pipe", 100), (b"x" * 5000, 100)):
        writer = threading.Thread(target=pipe.write_bytes, args=(held,))
        writer.start()
        if len(held) <= most:
            assert held == files.read(pipe, most)
        else:
            with pytest.raises(NotReadable, match="larger"):
                files.read(pipe, most)
        writer.join()


def test_of_a_file_without_the_mark_no_more_is_read_than_shows_it(path):
    """Half a gigabyte of something else costs nothing."""
    with path.open("wb") as sparse:
        sparse.truncate(500 * MIB)

    with room_for(50):
        assert bytes(4) == files.read(path, 2**30, b"mark")


def test_a_file_with_the_mark_is_read_whole(path):
    """The mark is part of it."""
    path.write_bytes(b"mark and more")

    assert b"mark and more" == files.read(path, 100, b"mark")
    with pytest.raises(NotReadable, match="larger"):
        files.read(path, 10, b"mark")


def test_what_cannot_be_read_says_why(tmp_path):
    """A missing file, a folder, no rights, a device: each in its own words."""
    (tmp_path / "closed").write_text("x")
    with pytest.raises(NotReadable, match="no file of that name"):
        files.read(tmp_path / "none", 9)
    with pytest.raises(NotReadable, match="a folder"):
        files.read(tmp_path, 9)
    with pytest.raises(NotReadable, match="not a file"):
        files.read(Path("/dev/zero"), 9)
    with no_rights(tmp_path / "closed"), pytest.raises(NotReadable, match="does not let you"):
        files.read(tmp_path / "closed", 9)


def test_an_existing_file_stays_unless_it_is_forced(path):
    """A link to nowhere counts as one that exists."""
    path.write_bytes(b"mine")
    link = path.with_name("link")
    link.symlink_to("nowhere")

    for there in (path, link):
        with pytest.raises(AlreadyThere, match="--force"):
            files.write(there, b"theirs")
    assert b"mine" == path.read_bytes()
    files.write(path, b"theirs", force=True)
    assert b"theirs" == path.read_bytes()


def test_a_file_that_appears_while_another_is_written_stays(path):
    """Whoever was first has it."""

    def written_by_two() -> None:
        with files.writing(path) as beside:
            beside.write_bytes(b"theirs")
            path.write_bytes(b"mine")

    with pytest.raises(AlreadyThere):
        written_by_two()

    assert {path: b"mine"} == {one: one.read_bytes() for one in path.parent.iterdir()}


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_write_that_does_not_end_well_leaves_the_old_file_and_nothing_else(path, fault):
    """Whatever went wrong, and forced or not."""
    path.write_bytes(b"mine")

    def half_written() -> None:
        with files.writing(path, force=True) as beside:
            beside.write_bytes(b"half of th")
            raise fault

    with pytest.raises((ValueError, KeyboardInterrupt, NotWritable)):
        half_written()

    assert {path: b"mine"} == {one: one.read_bytes() for one in path.parent.iterdir()}


def test_what_cannot_be_written_says_why(tmp_path):
    """A folder of that name, no folder there, no rights, no room."""
    with pytest.raises(NotWritable, match="a folder"):
        files.write(tmp_path, b"x", force=True)
    for target in (tmp_path / "none" / "x", Path("/dev/null/x")):
        with pytest.raises(NotWritable, match="not there"):
            files.write(target, b"x")
    with pytest.raises(NotWritable, match="no room"), files.writing(tmp_path / "full"):
        raise OSError(28, "No space left on device")
    with no_rights(tmp_path), pytest.raises(NotWritable, match="does not let you"):
        files.write(tmp_path / "x", b"x")


@pytest.mark.parametrize(("most", "said"), [(64 * 1024, "(64 KB)"), (8 * 2**20, "(8 MB)")])
def test_how_much_can_be_read_is_told_in_a_fitting_unit(tmp_path, most, said):
    """Never as none at all."""
    with (tmp_path / "large").open("wb") as file:
        file.truncate(most + 1)

    with pytest.raises(files.NotReadable) as refused:
        files.read(tmp_path / "large", most)

    assert said in str(refused.value)
