from __future__ import annotations

import json
from pathlib import Path

import pytest

from fsdesk import settings


def test_fsdesk_home_moves_everything_to_one_folder(monkeypatch, tmp_path):
    """Stores and logs; a ~ is somebody's home."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path))

    assert tmp_path == settings.home()
    assert tmp_path / "stores" / "my-families" == settings.default_store()
    assert tmp_path / "logs" == settings.log_folder()
    monkeypatch.setenv("FSDESK_HOME", "~/practice")
    assert Path.home() / "practice" == settings.home()


def test_without_it_the_usual_places_of_the_system_are_used(monkeypatch, tmp_path):
    """An empty one is none; neither place is made by asking for it."""
    monkeypatch.setenv("FSDESK_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    assert tmp_path / "data" / "fsdesk" == settings.home()
    assert settings.log_folder().is_relative_to(tmp_path / "state")
    assert [] == list(tmp_path.iterdir())


def test_what_was_chosen_is_kept_for_its_owner_alone(monkeypatch, tmp_path):
    """The rest stays as it was at first, and nothing is left beside the file."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path / "home"))
    settings.choose(lock_after=7, put_away=("/stores/old",))
    [file] = (tmp_path / "home").iterdir()

    assert settings.Choices(lock_after=7, put_away=("/stores/old",)) == settings.choices()
    assert 0o600 == file.stat().st_mode & 0o777


def test_what_a_newer_version_wrote_stays(monkeypatch, tmp_path):
    """A choice that this version does not know is not lost by choosing something else."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path))
    (tmp_path / "settings.json").write_text(json.dumps({"language": "gd", "cover_after": 9}))
    settings.choose(lock_after=7)
    held = json.loads((tmp_path / "settings.json").read_text())

    assert ("gd", 9, 7) == (held["language"], held["cover_after"], held["lock_after"])


@pytest.mark.parametrize(
    "written",
    [
        *("", "{", "[]", "7", "[" * 9000),
        *('{"lock_after": 0}', '{"lock_after": true}', '{"lock_after": "7"}', '{"lock_after": 1e99}'),
        *('{"also": [1]}', '{"put_away": "x"}', '{"look": "pink"}', '{"look": ["dark"]}'),
        *('{"text_scale": 9}', '{"text_scale": NaN}', '{"text_scale": true}', '{"text_scale": "1.5"}'),
        *('{"coach_frameworks": []}', '{"coach_frameworks": ["other"]}', '{"coach_speaks": "never"}'),
        *('{"print_size": -1}', '{"print_size": 1000}', '{"print_format": ""}', '{"printer": 7}'),
    ],
)
def test_whatever_cannot_be_read_is_as_at_first(monkeypatch, tmp_path, written):
    """A torn settings file never keeps anybody from their plans, and never leaves them unlocked for ever."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path))
    (tmp_path / "settings.json").write_text(written)

    assert settings.Choices() == settings.choices()


def test_everything_that_can_be_chosen_is_kept_as_it_was_chosen(monkeypatch, tmp_path):
    """The file holds nothing that this does not read again."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path))
    chosen = settings.Choices(
        cover_after=2,
        lock_after=5,
        back_until=3,
        also=("/a",),
        put_away=("/b",),
        watched="/c",
        look="dark",
        text_scale=0.875,
        coach_frameworks=("national",),
        coach_speaks="when-asked",
        printer="office",
        print_format="easy-read",
        print_language="ur",
        print_size=22,
        backup_place="/d",
    )

    assert chosen == settings.choose(**chosen._asdict())


def test_only_what_is_known_can_be_chosen(monkeypatch, tmp_path):
    """A name that is none is a fault of ours."""
    monkeypatch.setenv("FSDESK_HOME", str(tmp_path))
    with pytest.raises(ValueError, match="colour"):
        settings.choose(colour="red")

    assert [] == list(tmp_path.iterdir())
