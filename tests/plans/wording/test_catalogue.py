from __future__ import annotations

import pytest

from fsdesk import resources
from fsdesk.plans import principles
from fsdesk.plans.rules.pack import Broken, words_of
from fsdesk.plans.wording import catalogue
from fsdesk.plans.wording.reader import read

GOOD = 'category = "LABEL"\n[[entry]]\nid = "X001"\nsay = ["troubled family"]\ninstead = "a"\nwhy = "b"\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A resources folder of its own with a catalogue that can be spoilt."""
    for name in ("rules.toml", "en/words.toml"):
        target = tmp_path / "wording" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(resources.read_text("wording", *name.split("/")))
    (tmp_path / "wording" / "en" / "label.toml").write_text(GOOD)
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    return tmp_path / "wording"


def load():
    return catalogue.from_files("en")


def test_a_catalogue_is_its_files(folder):
    """One entry, found by its rarest word."""
    assert {"X001"} == set(load().entries)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("troubled family", "(troubled family", "X001"),
        ("troubled family", "@nobody", "X001"),
        ("troubled family", "?maybe", "X001"),
        ("LABEL", "LABLE", "LABLE"),
        ("instead", "insted", "insted"),
        ("[[entry]]", "[[entry]", "TOML"),
    ],
)
def test_a_broken_entry_is_refused_by_file_and_entry(folder, old, new, named):
    """Whoever edits it is told where to look."""
    (folder / "en" / "label.toml").write_text(GOOD.replace(old, new, 1))

    with pytest.raises(Broken) as refused:
        load()
    assert "wording/en/label.toml" in refused.value.what
    assert named in refused.value.what


def test_a_kind_that_does_not_stand_above_is_refused(folder):
    """A kind may take in another that was read before it."""
    words = folder / "en" / "words.toml"
    words.write_text(words.read_text().replace('person = "@kin', 'person = "@kim', 1))

    with pytest.raises(Broken, match=r"words\.toml"):
        load()


def test_all_entries_of_the_practice_papers_are_there():
    """X001 to X152, those of the rules' own kind (X009 and so on) included."""
    known = set(catalogue.load().entries)

    assert {f"X{number:03}" for number in range(1, 153)} <= known


@pytest.mark.parametrize("rule", catalogue.rules(), ids=lambda rule: rule.id)
def test_every_wording_rule_has_words_and_principles(rule):
    """Its source is the first principle's."""
    assert {"default", "several"} <= set(words_of(rule.id).say)
    assert all(principles.load().entry(one).source.locator for one in rule.principles)


def test_every_category_has_one_rule():
    """And all sixteen rules are there."""
    categories = [category for rule in catalogue.rules() for category in rule.categories]

    assert [f"W-{number:02}" for number in range(1, 17)] == [rule.id for rule in catalogue.rules()]
    assert len(categories) == len(set(categories))


def test_no_kinder_word_is_itself_met():
    """What is offered can be taken."""
    for entry in catalogue.load().entries.values():
        assert [] == [one.span for one in read(entry.instead)]
