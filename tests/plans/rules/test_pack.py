from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk import resources
from fsdesk.plans.rules import pack

GOOD = resources.read_text("rules", "pack.toml")


def test_the_pack_has_a_version_and_its_thresholds():
    """They stand in one file, so that a partnership can set them."""
    held = pack.load()

    assert held.version
    assert 28 == held.thresholds.waiting_days


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("version = ", "TOML"),
        (GOOD.replace("waiting_days", "wating_days", 1), "wating_days"),
        (GOOD.replace("= 28 ", '= "28" ', 1), "thresholds"),
        (GOOD.replace("= 28 ", "= 0 ", 1), "thresholds"),
        ("[thresholds]", "thresholds"),
        ("", "version"),
    ],
)
def test_a_broken_pack_is_refused_by_file_and_entry(text, named):
    """Whoever edits it is told where to look."""
    with pytest.raises(pack.Broken) as refused:
        pack.read(text, pack.Pack, "rules/pack.toml")

    assert "rules/pack.toml" in refused.value.what
    assert named in refused.value.what


def test_words_that_are_missing_are_refused_by_rule():
    """There is no R-99."""
    with pytest.raises(pack.Broken, match="R-99"):
        pack.words_of("R-99")


def test_a_message_that_is_missing_is_refused_by_file_and_entry():
    """R-01 has no message of that name."""
    with pytest.raises(pack.Broken, match=r"rules/en/R-01\.toml has no entry say\.moist"):
        pack.said("R-01", "moist")


def test_a_file_that_is_not_utf_8_is_refused_by_name(monkeypatch, tmp_path):
    """As an editor set to another encoding leaves it."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "pack.toml").write_bytes(GOOD.encode() + b"# caf\xe9\n")
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)

    with pytest.raises(pack.Broken, match=r"rules/pack\.toml is not UTF-8"):
        pack.load.__wrapped__()


def test_a_language_without_words_of_its_own_speaks_english():
    """Until somebody has translated them."""
    assert pack.words_of("R-01") == pack.words_of("R-01", "gd")


@pytest.mark.parametrize(
    ("sentence", "fill", "expected"),
    [
        ("{name} waits.", {"name": "Finn"}, "Finn waits."),
        ("{name} waits.", {"name": "{days}", "days": "9"}, "{days} waits."),
        ("{name} waits {days}.", {"name": "Finn"}, "Finn waits {days}."),
        ("{name.__class__}", {"name": "Finn"}, "{name.__class__}"),
    ],
)
def test_slots_are_filled_once_and_by_name_alone(sentence, fill, expected):
    """What a name holds is never read as a slot."""
    assert expected == pack.filled(sentence, fill)


@given(st.text())
def test_no_name_breaks_a_sentence(name):
    """Whatever a family calls itself."""
    assert f"Hello {name}!" == pack.filled("Hello {name}!", {"name": name})
