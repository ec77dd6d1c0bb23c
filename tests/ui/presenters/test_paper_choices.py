from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from fsdesk.desk import prints
from fsdesk.plans import samples
from fsdesk.plans.model.people import AgeBand, Born, PrintFormat, PrintProfile
from fsdesk.plans.sheet.phrases import packs, phrases
from fsdesk.ui.presenters import paper_choices as pc
from fsdesk.ui.presenters.paper_choices import Usual, Wish

TODAY = date(2026, 11, 20)
MACKIE, SABBAGH = samples.load("F3"), samples.load("F5")


def keys(plan, wish: Wish) -> list[str]:
    return [one.key for one in pc.choices_of(plan, wish, TODAY)]


def choice(plan, wish: Wish, key: str) -> pc.Choice:
    return next(one for one in pc.choices_of(plan, wish, TODAY) if one.key == key)


def with_person(plan, id_: str, **over):
    people = tuple(replace(one, **over) if one.id == id_ else one for one in plan.people)
    return replace(plan, people=people)


def test_what_can_be_chosen_follows_the_document():
    wishes = [Wish(one.format, "tyler") for one in pc.DOCUMENTS]

    assert [
        ["reader", "language", "profile"],
        ["reader", "language", "size"],
        ["reader", "language"],
        ["reader", "language", "variant"],
        ["reader", "language"],
        ["reader", "language"],
    ] == [keys(MACKIE, wish) for wish in wishes]


def test_a_childs_page_is_offered_for_children_alone():
    assert {"tyler"} == {one.id for one in pc.readers_for(MACKIE, PrintFormat.CHILD)}
    assert {"donna", "tyler", "may"} == {one.id for one in pc.readers_for(MACKIE, PrintFormat.PLAN)}


def test_people_are_said_by_name_and_by_what_they_are():
    said = [label for _, label in choice(MACKIE, Wish(reader="donna"), "reader").options]

    assert ["Donna, parent or carer", "Tyler, child", "Gran May, other grown-up"] == said


def test_what_is_written_down_of_a_reader_is_chosen_already():
    """Somebody who reads Arabic, in large letters, easier with dyslexia: nobody has to say so again."""
    needs = PrintProfile(language="ar", size=22, dyslexia=True)
    plan = with_person(MACKIE, "donna", print_profile=needs)

    assert "ar" == choice(plan, Wish(reader="donna"), "language").chosen
    assert "22" == choice(plan, Wish(PrintFormat.LARGE_PRINT, "donna"), "size").chosen
    assert "dyslexia" == choice(plan, Wish(reader="donna"), "profile").chosen


def test_a_young_person_has_a_page_of_their_own_kind():
    plan = with_person(MACKIE, "tyler", born=Born(band=AgeBand.FROM_12_TO_15))

    assert "teen" == choice(plan, Wish(PrintFormat.CHILD, "tyler"), "variant").chosen


@pytest.mark.parametrize("tag", packs())
def test_a_pack_that_nobody_has_read_is_marked_as_the_page_marks_it(tag):
    """The list and the note say it where the page has its strip, and nowhere else."""
    made = choice(MACKIE, Wish(reader="donna", language=tag), "language")
    said = dict(made.options)[tag]
    is_checked = phrases(tag).pack.is_checked

    assert is_checked is not ("not read yet" in said)
    assert is_checked is not bool(made.note)


def test_a_language_with_several_scripts_and_digits_offers_them():
    wish = Wish(reader="rania", language="ur")

    assert ["reader", "language", "profile", "letters", "digits"] == keys(SABBAGH, wish)
    assert ("nastaliq", "western") == (
        choice(SABBAGH, wish, "letters").chosen,
        choice(SABBAGH, wish, "digits").chosen,
    )


def test_another_language_forgets_letters_and_digits_and_another_reader_everything():
    wish = Wish(PrintFormat.LARGE_PRINT, "rania", "ur", "28", letters="naskh", digits="own")

    assert replace_of(wish, language="pl") == wish.with_value("language", "pl")
    assert Wish(PrintFormat.LARGE_PRINT, "samir") == wish.with_value("reader", "samir")
    assert "18" == wish.with_value("size", "18").size


def replace_of(wish: Wish, language: str) -> Wish:
    return wish._replace(language=language, letters="", digits="")


def test_a_wish_is_what_the_desk_takes():
    wish = Wish(PrintFormat.LARGE_PRINT, "rania", "ur", "28", letters="naskh", digits="own")

    assert prints.wishes(28, None, None, "naskh", "own") == wish.wanted
    assert prints.wishes() == Wish().wanted


def test_nobody_to_read_leaves_nothing_to_choose():
    assert () == pc.choices_of(replace(MACKIE, people=()), Wish(), TODAY)


def test_the_reader_of_before_is_kept_where_they_can_be():
    people = pc.readers_for(MACKIE, PrintFormat.PLAN)

    assert "may" == pc.first_reader(people, "nobody", "may")
    assert "donna" == pc.first_reader(people, "nobody")
    assert "" == pc.first_reader(())


@pytest.mark.parametrize(
    ("kept", "usual"),
    [
        (("easy-read", "pl", 22), Usual("easy-read", "pl", 22)),
        (("plan", "", 0), Usual()),
        (("leaflet", "tlh", 17), Usual()),
    ],
)
def test_of_what_settings_keep_only_that_is_usual_which_can_be_made(kept, usual):
    assert usual == Usual.of(*kept)


def test_the_usual_size_is_that_of_large_print_alone():
    usual = Usual(size=28)

    assert ["", "28"] == [
        usual.wish(SABBAGH, format, "rania", TODAY).size
        for format in (PrintFormat.PLAN, PrintFormat.LARGE_PRINT)
    ]


def test_large_print_is_never_usually_smaller_than_somebody_needs():
    """PR-15."""
    needs = with_person(SABBAGH, "rania", print_profile=PrintProfile(size=28))

    assert ["28", "", "32"] == [
        Usual(size=size).wish(needs, PrintFormat.LARGE_PRINT, "rania", TODAY).size for size in (28, 18, 32)
    ]
