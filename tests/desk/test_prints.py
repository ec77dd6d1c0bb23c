from __future__ import annotations

import pytest

from fsdesk.desk import prints
from fsdesk.desk.prints import GatesHold
from fsdesk.plans import examples as ex
from fsdesk.plans.paper_code import digest_of, read


def test_what_each_number_of_a_review_sheet_is_about_is_kept_with_the_edition(team, tmp_path):
    """In the order of the numbers, so that a sheet of an old version can be read when it comes back."""
    seen = team.dan.begin(ex.a_plan())
    made = prints.prepare(team.dan.desk, seen.plan.id, reader="ailsa", format="review-sheet")
    prints.keep(team.dan.desk, made, tmp_path / "sheet.pdf")
    (edition,) = team.dan.plan(seen.plan.id).print_editions

    assert ("review-sheet", made.letter, made.boxes) == (edition.format, edition.letter, edition.boxes)
    assert "goal" == edition.boxes[0]


def test_the_square_names_the_very_edits_that_were_printed(team, tmp_path):
    """Its four signs are those of the version that the print is kept as; after a change they are others."""
    seen = team.dan.begin(ex.a_plan())
    made = prints.prepare(team.dan.desk, seen.plan.id, reader="ailsa", format="review-sheet")
    prints.keep(team.dan.desk, made, tmp_path / "sheet.pdf")
    (version,) = [one for one in team.dan.plan(seen.plan.id).versions if one.number == made.version]
    team.dan.write(seen.plan.id, title="Our other plan")
    later = prints.prepare(team.dan.desk, seen.plan.id, reader="ailsa", format="review-sheet")
    first, second = (read(one.sheet.square.format(side=1)) for one in (made, later))

    assert first is not None
    assert second is not None
    assert digest_of(version.frontier) == first.digest
    assert (made.version + 1, True) == (second.version, first.digest != second.digest)


def test_a_team_lead_alone_opens_a_page_that_a_serious_worry_concerns(team):
    """The worker's answer opens nothing; the lead's does, and still no serious worry stands on the page."""
    worry = ex.a_serious_worry("Finn was left alone all night.", id="w", about=frozenset({"ailsa"}))
    plan = ex.a_plan(worries=[worry])
    asked = {"reader": "ailsa", "confirmed": {"PG-4": "Morag"}}
    team.dan.begin(plan)
    team.morag.begin(plan)

    with pytest.raises(GatesHold, match="PG-4"):
        prints.prepare(team.dan.desk, plan.id, **asked)
    made = prints.prepare(team.morag.desk, plan.id, **asked)

    assert ("PG-4: confirmed by Morag",) == made.left_out
    assert "left alone" not in str(made.sheet)
