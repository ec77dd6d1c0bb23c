from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fsdesk.desk import cards, plans, receiving
from fsdesk.desk.sealing import Made
from fsdesk.ui.presenters.send import NOTHING_NEW, WHAT, WHO, SendPresenter, said_size, sealed_of
from tests.desk.team import a_laptop
from tests.ui.presenters.fakes import Desk, Screen


class Sending:
    def __init__(self, laptop) -> None:
        self.laptop, self.screen, self.desk = laptop, Screen(), Desk()
        self.settled: list[bool] = []
        self.presenter = SendPresenter(
            self.screen,
            desk=laptop.desk,
            submit=self.desk.submit,
            watched=self.desk.watched,
            today=lambda: date(2026, 11, 20),
            settle=self.settle,
        )
        self.presenter.open()
        self.desk.run()

    def settle(self, then) -> None:
        self.settled.append(True)
        then()

    def seal(self, out: Path) -> None:
        self.presenter.next_to_what()
        self.desk.run()
        self.presenter.seal(out)
        self.desk.run()


@pytest.fixture
def sending(families) -> Sending:
    return Sending(families.dan)


def test_it_begins_with_who_and_the_lead_stands_chosen(sending, families):
    people, chosen, own = sending.screen.last("show_people")

    assert [(WHO,)] == [given for told, given in sending.screen.told if told == "show_step"]
    assert {"Morag", "Isla"} == {person.name for person in people}
    assert frozenset({families.morag.device}) == chosen
    assert ("Dan", 8) == (own.name, len(own.words))


def test_what_is_being_typed_is_kept_before_anybody_looks_at_what_leaves(sending):
    sending.presenter.next_to_what()
    sending.desk.run()
    leaving, chosen, to = sending.screen.last("show_leaving")

    assert [True] == sending.settled
    assert (6, "Only Morag can open it.") == (len(leaving), to[0])
    assert {one.plan for one in leaving if one.family != "Dunbar"} == chosen
    assert (WHAT,) == sending.screen.last("show_step")


def test_nobody_chosen_goes_no_further(sending):
    sending.presenter.choose_readers(frozenset())
    sending.presenter.next_to_what()

    assert [] == sending.desk.waiting


def test_the_package_arrives_with_what_was_chosen_and_nothing_else(sending, families, tmp_path):
    """What was left for another time is not in it."""
    out = tmp_path / sending.presenter.file_name
    sending.presenter.next_to_what()
    sending.desk.run()
    leaving, _, _ = sending.screen.last("show_leaving")
    mackie = next(one.plan for one in leaving if one.family == "Mackie")
    sending.presenter.choose_plans(frozenset({mackie}))
    sending.presenter.seal(out)
    sending.desk.run()
    [sealed] = sending.screen.last("show_sealed")
    receiving.take(families.morag.desk, out)

    assert [mackie] == [line.id for line in plans.listing(families.morag.desk)]
    assert (out.name, str(tmp_path), "1 plan for Morag") == (sealed.name, sealed.place, sealed.went)
    assert {"Okafor-Reid", "Dunbar", "Lennox", "Al-Sabbagh", "Moira and Rory"} == {
        family for family, _ in sealed.stays
    }


def test_what_is_still_only_here_is_said_though_the_plan_went(sending, tmp_path):
    """A private note stays when its plan leaves."""
    sending.seal(tmp_path / "out.fsdesk")
    [sealed] = sending.screen.last("show_sealed")

    assert ("Lennox", "1 private note") in sealed.stays
    assert ("Dunbar", "The whole plan, until you’ve talked about it") in sealed.stays
    assert "Mackie" not in {family for family, _ in sealed.stays}


def test_with_no_plan_chosen_nothing_is_sealed(sending, tmp_path):
    """To the desk an empty choice means everything."""
    sending.presenter.next_to_what()
    sending.desk.run()
    sending.presenter.choose_plans(frozenset())
    sending.presenter.seal(tmp_path / "out.fsdesk")

    assert [] == sending.desk.waiting


def test_the_name_of_the_file_names_nobody(sending):
    assert "fsdesk package 2026-11-20.fsdesk" == sending.presenter.file_name


def test_stop_leaves_no_file_and_nothing_noted(sending, families, tmp_path):
    out = tmp_path / "out.fsdesk"
    sending.presenter.next_to_what()
    sending.desk.run()
    sending.presenter.seal(out)
    [(work, *_)] = sending.desk.waiting
    sending.presenter.stop()
    from fsdesk.jobs import Stopped, quiet

    with pytest.raises(Stopped):
        work(quiet())

    assert [] == list(tmp_path.glob("*.fsdesk"))
    assert (WHAT,) == sending.screen.last("show_step")

    sending.desk.waiting.clear()
    sending.presenter.seal(out)
    sending.desk.run()
    assert out.is_file()


def test_what_was_received_is_not_sent_twice(sending, families, tmp_path):
    """Told in words that name no command."""
    out = tmp_path / "out.fsdesk"
    sending.seal(out)
    families.morag.takes(out)
    families.morag.confirms(families.dan)
    sending.seal(tmp_path / "again.fsdesk")
    [refused] = sending.screen.last("show_refused")

    assert NOTHING_NEW == (refused.what, refused.what_next)


def test_a_card_is_shown_before_it_is_accepted(families, tmp_path):
    """Until both have read the same words, nothing about it is kept."""
    newcomer = a_laptop(tmp_path / "carol", name="Carol", role="worker")
    cards.accept(newcomer.desk, families.morag.card)
    newcomer.card.write_bytes(cards.own(newcomer.desk)[1])
    sending = Sending(families.dan)
    sending.presenter.look_at_card(newcomer.card)
    sending.desk.run()
    person, path = sending.screen.last("show_card")
    before = {one.name for one in cards.accepted(families.dan.desk)}
    sending.presenter.accept_card(path)
    sending.desk.run()
    newcomer.close()

    assert ("Carol", 8) == (person.name, len(person.words))
    assert "Carol" not in before
    assert {"Carol"} == {one.name for one in cards.accepted(families.dan.desk) if one.verified} - {
        "Morag",
        "Isla",
    }


def test_a_file_that_is_no_card_is_refused_in_words(sending, tmp_path):
    (tmp_path / "x").write_text("hello")
    sending.presenter.look_at_card(tmp_path / "x")
    sending.desk.run()

    assert sending.screen.last("show_refused")[0].what


def test_the_own_card_is_written_for_a_colleague(sending, families, tmp_path):
    sending.presenter.save_own_card(tmp_path / "card")
    sending.desk.run()

    assert "Dan" == cards.look(families.morag.desk, tmp_path / "card").name


@pytest.mark.parametrize(("expected", "size"), [("1 KB", 1), ("212 KB", 212_400), ("1.4 MB", 1_400_000)])
def test_a_size_is_said_as_people_say_it(expected, size):
    assert expected == said_size(size)


def dunbar(sending):
    return next(one for one in sending.screen.last("show_leaving")[0] if one.family == "Dunbar")


def test_a_family_that_was_not_asked_yet_stays_unless_somebody_says_otherwise(sending, families, tmp_path):
    """It is offered to be asked at the next visit; whoever chooses it all the same sends it."""
    sending.presenter.next_to_what()
    sending.desk.run()
    before, chosen = dunbar(sending), sending.screen.last("show_leaving")[1]
    sending.presenter.choose_plans(chosen | {before.plan})
    sending.presenter.seal(tmp_path / "out.fsdesk")
    sending.desk.run()

    assert ("Not asked yet", True) == (before.pill, before.can_ask)
    assert before.plan not in chosen
    assert "6 plans for Morag" == sending.screen.last("show_sealed")[0].went


def test_the_question_is_put_on_the_next_visit_once(sending):
    sending.presenter.next_to_what()
    sending.desk.run()
    plan = dunbar(sending).plan
    for _ in range(2):
        sending.presenter.ask_next_time(plan)
        sending.desk.run()
    meetings = plans.current(sending.laptop.desk, plan).plan.meetings
    after = dunbar(sending)

    assert 1 == sum("Ask who may read the plan" in one.bring for one in meetings)
    assert not after.can_ask
    assert after.note.startswith("On the list for the next visit")


def test_a_file_that_stands_there_is_written_over_only_when_somebody_says_so(sending, tmp_path):
    out = tmp_path / "out.fsdesk"
    out.write_text("mine")
    sending.seal(out)
    asked, after = sending.screen.last("show_taken"), out.read_text()
    sending.presenter.seal(out, replace=True)
    sending.desk.run()

    assert ((out,), "mine", (WHAT,)) == (asked, after, sending.screen.last("show_step"))
    assert sending.screen.last("show_sealed")[0].name == out.name
    assert "mine" != out.read_bytes()[:4].decode(errors="replace")


def test_a_copy_on_a_stick_is_the_same_and_goes_over_nothing(sending, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    sending.seal(tmp_path / "out.fsdesk")
    sending.presenter.copy(stick)
    sending.desk.run()
    copied = sending.screen.last("show_copied")
    sending.presenter.copy(stick)
    sending.desk.run()

    assert (stick / "out.fsdesk",) == copied
    assert (tmp_path / "out.fsdesk").read_bytes() == (stick / "out.fsdesk").read_bytes()
    assert "There is a file of that name already." == sending.screen.last("show_refused")[0].what


def test_how_far_it_is_and_how_long_it_takes_is_told(families, tmp_path):
    sending = Sending(families.dan)
    times = iter(range(0, 1000, 30))
    sending.presenter._clock = lambda: next(times)
    sending.seal(tmp_path / "out.fsdesk")
    told = [given for name, given in sending.screen.told if name == "show_progress"]
    begun = next(given for name, given in sending.screen.told if name == "show_sealing")

    assert (True, "Sealing 5 plans", "Morag") == begun
    assert [(0, 3), (1, 3), (2, 3)] == [given[:2] for given in told][-3:]
    assert "About 1 minute left" == told[-2][3]


def test_a_package_to_several_names_them_all():
    made = Made(Path("/media/x.fsdesk"), 1, 5000, ("Morag", "Isla"), ("a", "b"), (), 3, 0)

    assert "2 plans for Morag and Isla" == sealed_of(made, []).went
