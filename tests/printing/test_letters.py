from __future__ import annotations

import pytest

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.sheet.values import Key
from tests.printing.pages import printed, sample, sheet_for


@pytest.mark.parametrize(
    ("over", "kind"),
    [
        ({"goals": [ex.a_goal(ex.quote("ቁርስ አብረን", lang="am"))]}, "a goal"),
        ({"voices": [ex.a_voice("finn", "שלום")]}, "somebody’s words"),
        ({"steps": [ex.a_step("ภาษา")]}, "a step or promise"),
        ({"strengths": [ex.a_strength("Laughs 😀")]}, "a strength"),
        ({"title": "ჩვენი გეგმა"}, "a name or the opening box"),
        ({"worries": [ex.a_worry("பணம்")]}, "a worry"),
        ({"team": [ex.a_helper("ไทย")]}, "the part about who helps"),
    ],
)
def test_letters_that_cannot_be_set_stop_the_page_by_the_kind_of_part(over, kind):
    """Never boxes, never words turned round: one sentence names the kind of part, and not its words."""
    with pytest.raises(Refused, match=f"all the letters of {kind}") as refused:
        printed(ex.a_plan(**over))

    assert str(refused.value).isascii() or "’" in str(refused.value)
    assert "Nothing was printed." in str(refused.value)


def test_the_al_sabbagh_plan_has_all_its_letters():
    """F5's own words run right to left, on an English page too."""
    assert printed(sample("F5")).startswith(b"%PDF")


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\u200b", "\u202e", "\ufeff", "\u00ad", "\ue000"])
def test_a_sign_that_cannot_be_seen_stops_the_page(sign):
    """Controls and marks of direction are refused by the kind of part they stand in."""
    with pytest.raises(Refused, match="A sign that cannot be seen stands in a step or promise") as refused:
        printed(ex.a_plan(steps=[ex.a_step(f"Ring{sign} the college.")]))

    assert sign not in str(refused.value)


def test_a_refusal_makes_nothing():
    """The look at the letters comes before anything is drawn."""
    from fsdesk.printing import letters

    sheet = sheet_for(ex.a_plan(people=[ex.a_carer("Ailsa", goes_by="ოჯახი"), ex.a_child("Finn", 8)]))

    with pytest.raises(letters.CannotSet):
        letters.check(sheet)


def test_every_fixed_word_can_be_set():
    """The language pack itself holds no letter that no font has."""
    from fsdesk.plans.sheet.phrases import phrases
    from fsdesk.printing.fonts import can_set

    assert [] == sorted({sign for text in phrases().fixed() for sign in text if not can_set(sign)})


@pytest.mark.parametrize("kind", list(m.Area))
def test_every_area_fits_the_wheel(kind):
    """The words on the wheel are no wider than the wheel's half."""
    from fsdesk.plans.sheet.phrases import phrases
    from fsdesk.printing.figures import WheelFigure
    from fsdesk.printing.lines import widest_word
    from fsdesk.printing.styles import NAME

    assert widest_word(phrases().text(f"areas.{kind}"), NAME) < WheelFigure._R


@pytest.mark.parametrize("key", [one for one in Key if not one.startswith("public")])
def test_every_part_of_a_page_has_a_name_for_refusals(key):
    """Whatever holds a letter that cannot be set, the person is told where."""
    from fsdesk.plans.sheet.phrases import phrases

    assert phrases("en").text(f"kinds.{key}")
