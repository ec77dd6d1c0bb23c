from __future__ import annotations

import pytest
from msgspec.structs import replace

from fsdesk.desk import opening, plans, searching
from fsdesk.jobs import quiet
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_strength
from fsdesk.plans.model.base import Audience, Reach, Span
from fsdesk.store import erasing, relocking, search
from tests.desk.team import Laptop, rows
from tests.faults.canaries import STEM, planted
from tests.store.indexed import in_the_index, is_sound
from tests.store.kept import NOW
from tests.store.kept_stores import PASSPHRASE, unpacked
from tests.store.stores import CHEAP
from tests.store.stores import PASSPHRASE as OPENS

PRIVATE = [{"sealed": True}, {"audience": Audience(to=Reach.MY_WORKER)}]


def found(laptop: Laptop, query: str) -> list[str]:
    """The families that a query finds."""
    return [met.line.listed.family for met in searching.every(laptop.desk, query)]


def strengths(*texts: str, **over) -> tuple[m.Strength, ...]:
    return tuple(replace(a_strength(text, id=f"s{at}"), **over) for at, text in enumerate(texts))


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        (["Mackie"], "tyler"),
        (["Mackie"], "TYLÉR"),
        (["Mackie"], "auchterlee"),
        (["Mackie"], "auchtrlee"),
        (["Okafor-Reid"], "adeaze"),
        ([], "zzzz"),
        ([], " … "),
    ],
)
def test_a_family_is_found_by_words_of_its_plan(families, expected, query):
    """Accents, capitals and one slip are forgiven."""
    assert expected == found(families.dan, query)


def test_where_the_words_stand_is_told_by_the_ids_of_records(team):
    """Whoever opens the plan can go there."""
    team.dan.begin(a_plan(id="p", code="K7QM-3TXH", strengths=strengths("Dan bakes", "Dan repairs bicycles")))

    assert [("/strengths/s1/text",)] == [met.where for met in searching.every(team.dan.desk, "bicicles")]
    assert [("/code",)] == [met.where for met in searching.every(team.dan.desk, "k7qm")]


def test_an_edit_is_found_as_soon_as_it_is_written(team):
    """And what it replaced is not."""
    team.dan.begin(a_plan(id="p", family_name="Kerr", strengths=strengths("Dan bakes")))
    team.dan.write("p", strengths=strengths("Dan repairs bicycles"))

    assert (["Kerr"], []) == (found(team.dan, "bicycles"), found(team.dan, "bakes"))
    assert not in_the_index(team.dan.desk.store, "bakes")


@pytest.mark.parametrize("over", PRIVATE, ids=["sealed", "own"])
def test_a_record_that_becomes_private_leaves_the_index_with_that_very_edit(team, over):
    """No word of it is in any table that a search reads; and it comes back when it is open again."""
    team.dan.begin(a_plan(id="p", family_name="Kerr", strengths=strengths("Dan hides quavixo")))
    before = in_the_index(team.dan.desk.store, "quavixo")
    team.dan.write("p", strengths=strengths("Dan hides quavixo", **over))
    private = in_the_index(team.dan.desk.store, "quavixo")
    team.dan.write("p", strengths=strengths("Dan hides quavixo"))

    assert (True, False, True) == (before, private, in_the_index(team.dan.desk.store, "quavixo"))


def test_a_worry_that_turns_out_serious_was_never_there(team):
    """Safety is not searched, whatever its level."""
    worry = m.Worry(id="w", text=(Span(text="quavixo"),))
    team.dan.begin(a_plan(id="p", worries=(worry,)))
    team.dan.write("p", worries=(replace(worry, level=m.WorryLevel.SERIOUS),))

    assert not in_the_index(team.dan.desk.store, "quavixo")


@pytest.mark.parametrize("over", PRIVATE, ids=["sealed", "own"])
def test_a_record_that_a_package_makes_private_leaves_the_leads_index_with_the_import(team, over):
    """Before anybody looks for anything."""
    team.dan.begin(a_plan(id="p", family_name="Kerr", strengths=strengths("Dan hides quavixo")))
    team.dan.sends(team.morag)
    before = found(team.morag, "quavixo")
    team.dan.write("p", strengths=strengths("Dan hides quavixo", **over))
    team.dan.sends(team.morag)

    assert ["Kerr"] == before
    assert not in_the_index(team.morag.desk.store, "quavixo")
    assert [] == found(team.morag, "quavixo")


def test_what_a_package_brought_is_found(families):
    """Six families at the lead's, found like at the worker's."""
    families.dan.sends(families.morag)

    assert ["Mackie"] == found(families.morag, "tyler")
    is_sound(families.morag.desk.store)


def test_both_versions_of_a_field_are_found_until_somebody_settles_it(team):
    """Neither worker's words are lost to a search."""
    team.dan.begin(a_plan(id="p", family_name="Kerr"))
    team.dan.sends(team.morag)
    team.dan.write("p", neighbourhood="Maryhill")
    team.morag.write("p", neighbourhood="Possil")
    team.morag.sends(team.dan)

    assert (["Kerr"], ["Kerr"]) == (found(team.dan, "maryhill"), found(team.dan, "possil"))


def test_of_a_plan_with_a_word_in_every_field_only_open_words_are_in_the_tables(team):
    """Planted words of safety, sealed places and own notes stand in no table that a search reads."""
    plan, count = planted()
    team.dan.begin(plan)
    with team.dan.desk.reading() as tx:
        indexed = set(tx.exec_driver_sql("SELECT words FROM search_words").scalar_one().split())
    planted_words = {word for word in indexed if word.startswith(STEM)}
    open_words = {
        word for word in planted_words if any(met.where for met in searching.every(team.dan.desk, word))
    }

    assert planted_words == open_words
    assert 20 < len(planted_words) < count // 2


def test_plans_of_an_earlier_schema_are_found_once_somebody_searches(tmp_path):
    """And their days of retention are noted; nothing is lost on the way."""
    folder = unpacked(1, tmp_path / "kept")
    with opening.open_desk(folder, PASSPHRASE) as desk:
        assert "Zażółć family" in [met.line.listed.family for met in searching.every(desk, "zazolc")]
        assert 7 == len(plans.listing(desk))
        is_sound(desk.store)


def test_an_erased_plan_is_not_found_and_leaves_no_word(families):
    """Of a family that was erased no name stands in any table that a search reads."""
    plan = searching.every(families.dan.desk, "auchterlee")[0].line.id
    with families.dan.desk.transaction() as tx:
        erasing.erase(tx, erasing.Erasure(plan=plan, erased_at=1, who="Dan"))

    assert [] == found(families.dan, "auchterlee")
    assert not in_the_index(families.dan.desk.store, "auchterlee")


def test_a_search_changes_nothing(families):
    """Whatever is asked."""
    before = rows(families.dan)
    searching.find(families.dan.desk, 'mackei " OR *')

    assert before == rows(families.dan)
    assert search.Found((), exact=True) == searching.find(families.dan.desk, '"*')


def test_a_query_of_any_length_is_answered(families):
    """Somebody pasted a page; its first words count."""
    assert ["Mackie"] == found(families.dan, "tyler " * 5000)
    assert [] == found(families.dan, " ".join(f"word{number}" for number in range(5000)))
    assert [] == found(families.dan, "x" * 100_000)


def test_a_copy_under_another_lock_is_searched_like_the_store_itself(families):
    """The index goes with the store into a new lock and into a backup that is brought back."""
    families.dan.close()
    relocking.change_lock(families.dan.folder, OPENS, NOW, quiet(), derivation=CHEAP)
    desk = families.dan.desk

    assert ["Mackie"] == found(families.dan, "auchtrlee")
    is_sound(desk.store)
