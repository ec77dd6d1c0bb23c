from __future__ import annotations

import base64
import hashlib
import json
import re
import struct

import pytest

from fsdesk import resources
from fsdesk.plans import codes, document, fields, samples
from fsdesk.plans import model as m
from fsdesk.plans.references import references
from tests.plans.sample_reading import NAMES, all_plans, records, spans

QUOTED = {
    "F1": {
        "ify": ["I want my dad at my dancing and not sleeping", "I'll see him awake in row three"],
        "callum": ["I was pure hard to reach when I was on nights"],
        "adaeze": ["Tea together, all five of us.", "noisy table"],
    },
    "F2": {},
    "F3": {"tyler": ["They say I'm mental and a wee shite."]},
    "F4": {
        "jamie": ["I like that da disnae ken wur hoose.", "I want to see da's dog.", "see da's dog"],
        "kirsty": [
            "it was pure volatile", "A door that's ours and wee ones that sleep", "sleep through three nights",
            "no listening for the lift",
        ],
    },
    "F5": {"rania": ["نريد أن نفطر معًا يوم السبت"], "samir": ["work with my hands again"]},
    "F6": {
        "rory": [
            "School's shite. I'm no a retard, I just cannae do the noise. I'm chaotic but I'm no bad. They keep"
            " saying contact like I'm a phone. I want to see Beth, she's ma sister no a sibling.",
            "Sometimes I think about no being here.", "mornings without the noise", "see Beth twice a month",
        ],
        "moira": ["Us under one roof, nae drama"],
    },
}  # fmt: skip
"""Every word a family is quoted with, by who said it."""

WRITTEN = {
    "F1": ["you said mornings were bad, we moved to Saturday", "contact number", "pencil case"],
    "F2": ["Improve routines", "bedtime chart"],
    "F3": [
        "Referred due to chaotic lifestyle and poor engagement.",
        "Mum fails to manage Tyler's behaviour and lacks boundaries.",
        "Tyler is attention seeking and manipulative; kicks off daily.",
        "DNA x3 at clinic. Non-compliant with group.",
        "Parents to engage with services.",
        "Contact will be monitored and sibling placement reviewed.",
        "Concerns re inappropriate incidents.",
        "Late for school most days, hungry.",
        "Always up for a laugh; Gran always there.",
        "Contact number for clinic; work placement week; packed his case.",
    ],
    "F4": [
        "Ewan held Kirsty by the throat in May; Jamie saw it",
        "volatile relationship with domestic incidents",
        "walk to Rossmuir Primary with Isla, meet at Skelbeg library",
        "goes quiet when voices rise",
        "may be telling us she is listening for danger",
        "Ask for Dan, any Saturday drop-in",
    ],
    "F5": ["asylum seeker family", "22 pt large print with read-aloud", "0141 496 0123"],
    "F6": [
        "Rory has challenging behaviour and needs respite; sibling contact fortnightly.",
        "attend counselling",
    ],
}
"""What the worker wrote, word for word."""


@pytest.fixture(scope="module")
def plans() -> dict[str, m.Plan]:
    return all_plans()


def raw(name: str) -> bytes:
    return resources.read_bytes("samples", f"{name}.json")


@pytest.mark.parametrize("name", NAMES)
class TestEverySample:
    def test_it_opens_and_is_written_again_without_loss(self, name: str, plans: dict[str, m.Plan]) -> None:
        assert json.loads(raw(name)) == json.loads(document.write(plans[name]))

    def test_it_describes_itself_and_its_words_are_readable_in_any_editor(self, name: str) -> None:
        held = json.loads(raw(name))

        assert ("fsdesk-plan", 1) == (held["format"], held["version"])
        assert not re.search(rb"\\u[0-9a-f]{4}", raw(name))
        assert b"\n " in raw(name)

    def test_its_code_is_right_and_the_one_it_is_known_by(self, name: str, plans: dict[str, m.Plan]) -> None:
        assert codes.is_right(plans[name].code)
        assert samples.CODES[name] == plans[name].code

    def test_its_id_looks_like_any_plans_id(self, name: str, plans: dict[str, m.Plan]) -> None:
        assert re.fullmatch(
            r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", plans[name].id
        )

    def test_it_names_the_day_it_is_read_on(self, name: str, plans: dict[str, m.Plan]) -> None:
        today = plans[name].sample_today

        assert today is not None
        assert (2026, True) == (today.year, 9 <= today.month <= 11)

    def test_no_id_stands_twice(self, name: str, plans: dict[str, m.Plan]) -> None:
        ids = [record.id for _, record in records(plans[name])]

        assert len(set(ids)) == len(ids)

    def test_every_reference_finds_its_record(self, name: str, plans: dict[str, m.Plan]) -> None:
        plan = plans[name]
        anywhere = {record.id for _, record in records(plan)}
        held = {coll: {record.id for record in getattr(plan, coll)} for coll in fields.collections()}
        lost = [
            one
            for one in references(plan)
            if one.id
            not in (anywhere if one.into == ("*",) else set().union(*(held[coll] for coll in one.into)))
        ]

        assert [] == lost

    def test_every_record_says_who_wrote_it_down_and_when(self, name: str, plans: dict[str, m.Plan]) -> None:
        plan = plans[name]
        helpers = {helper.id for helper in plan.team}
        unsigned = [r.id for _, r in records(plan) if r.made_by not in helpers or r.made_at is None]

        assert [] == unsigned

    def test_nothing_was_written_down_after_the_day_it_is_read_on(
        self, name: str, plans: dict[str, m.Plan]
    ) -> None:
        plan = plans[name]
        assert plan.sample_today is not None
        assert plan.started_on is not None
        days = {record.made_at.date() for _, record in records(plan) if record.made_at}

        assert plan.started_on == min(days)
        assert max(days) <= plan.sample_today

    def test_every_quote_says_whose_words_it_holds(self, name: str, plans: dict[str, m.Plan]) -> None:
        quotes = [span for span in spans(plans[name]) if span.kind is m.SpanKind.QUOTE]

        assert [] == [span.text for span in quotes if span.speaker is None]

    def test_the_family_is_quoted_word_for_word(self, name: str, plans: dict[str, m.Plan]) -> None:
        said = {(span.speaker, span.text) for span in spans(plans[name]) if span.kind is m.SpanKind.QUOTE}

        assert {(who, text) for who, texts in QUOTED[name].items() for text in texts} <= said

    def test_the_workers_lines_stand_in_it_word_for_word(self, name: str, plans: dict[str, m.Plan]) -> None:
        written = [span for span in spans(plans[name]) if span.kind is not m.SpanKind.QUOTE]
        text = "\n".join(span.text for span in written)

        assert [] == [line for line in WRITTEN[name] if line not in text]

    def test_arabic_reads_from_the_right_and_nothing_else_does(
        self, name: str, plans: dict[str, m.Plan]
    ) -> None:
        turned = {span.text for span in spans(plans[name]) if span.dir is m.Direction.RTL}
        arabic = {span.text for span in spans(plans[name]) if re.search("[\u0600-\u06ff]", span.text)}

        assert arabic == turned
        assert {"ar"} >= {span.lang for span in spans(plans[name]) if span.text in arabic}

    def test_phone_numbers_are_of_the_range_kept_for_fiction(self, name: str) -> None:
        numbers = re.findall(r"\b0\d{3} \d{3} \d{4}\b|\b0\d{9,10}\b", raw(name).decode())

        assert [] == [number for number in numbers if not number.startswith("0141 496 0")]

    def test_its_pictures_are_small_and_fit_their_hashes(self, name: str, plans: dict[str, m.Plan]) -> None:
        for picture in plans[name].media:
            data = base64.b64decode(picture.base64, validate=True)

            assert hashlib.blake2b(data, digest_size=32).hexdigest() == picture.hash
            assert data.startswith(b"\x89PNG\r\n\x1a\n")
            assert len(data) < 10_000
            assert max(struct.unpack(">II", data[16:24])) <= 1600

    def test_a_drawing_that_is_kept_belongs_to_a_voice(self, name: str, plans: dict[str, m.Plan]) -> None:
        plan = plans[name]

        assert {one.id for one in plan.media} == {id_ for voice in plan.voices for id_ in voice.media}


class TestLoading:
    def test_all_six_come_in_the_order_of_their_names(self, plans: dict[str, m.Plan]) -> None:
        assert tuple(plans.values()) == samples.load_all()

    def test_there_is_no_other_sample(self) -> None:
        assert [f"{name}.json" for name in NAMES] == resources.names("samples")
        with pytest.raises(KeyError):
            samples.load("../F1")

    def test_no_two_share_a_plan_id(self, plans: dict[str, m.Plan]) -> None:
        assert len(NAMES) == len({plan.id for plan in plans.values()})
