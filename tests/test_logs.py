from __future__ import annotations

import pytest

from fsdesk import logs

SECRET = "Jamie hides in the den"


def a_fault() -> ValueError:
    """A fault with somebody's words in it, as libraries make them."""
    try:
        raise ValueError(SECRET)
    except ValueError as fault:
        return fault


def test_the_log_says_where_a_fault_arose_and_nothing_of_its_words(fsdesk_home):
    """Its kind, file, line and function; for its owner's eyes alone."""
    written = logs.write_down(a_fault())

    assert written is not None
    assert fsdesk_home / "logs" == written.parent
    held = written.read_text()
    assert ("ValueError" in held, "in a_fault" in held, SECRET in held) == (True, True, False)
    assert (0o600, 0o700) == (written.stat().st_mode & 0o777, written.parent.stat().st_mode & 0o777)


def test_words_in_causes_and_notes_stay_out_too(fsdesk_home):
    """Neither what came before a fault nor what was added to it is written."""
    fault = RuntimeError(SECRET)
    fault.__cause__ = a_fault()
    fault.add_note(SECRET)
    written = logs.write_down(fault)

    assert written is not None
    assert SECRET not in written.read_text()


def test_the_log_stays_small_and_keeps_one_older_file(fsdesk_home, monkeypatch):
    """Two files of the most bytes at most, neither open to others."""
    assert 256 * 1024 == logs._MOST_BYTES
    monkeypatch.setattr(logs, "_MOST_BYTES", 1000)
    for _ in range(60):
        logs.write_down(a_fault())
    held = sorted((fsdesk_home / "logs").iterdir())

    assert ["fsdesk.log", "fsdesk.log.1"] == [path.name for path in held]
    assert all(path.stat().st_size <= 1000 for path in held)
    assert {0o600} == {path.stat().st_mode & 0o777 for path in held}


@pytest.mark.parametrize("in_the_way", ["home", "logs"])
def test_where_no_log_can_be_written_none_is(monkeypatch, tmp_path, in_the_way):
    """That is no reason for another fault."""
    home = tmp_path / "home"
    if in_the_way == "logs":
        home.mkdir()
    (home if in_the_way == "home" else home / "logs").write_text("a file")
    monkeypatch.setenv("FSDESK_HOME", str(home))

    assert logs.write_down(a_fault()) is None
