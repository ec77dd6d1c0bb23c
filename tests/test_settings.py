from __future__ import annotations

from pathlib import Path

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
