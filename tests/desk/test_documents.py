from __future__ import annotations

import base64
import hashlib

import msgspec
import pytest

from fsdesk.desk import documents, plans
from fsdesk.plans import document, samples
from fsdesk.plans import model as m
from fsdesk.plans.document import NotAPlan
from fsdesk.plans.examples import a_plan
from fsdesk.store.picture_gate import CarriesMore
from tests.store.package.parts import Parts
from tests.store.pictures import a_drawing, that_shows

PICTURE = that_shows(b"some drawing")


def a_picture(held: bytes = PICTURE, **over: object) -> m.Media:
    """A picture as it stands in a document."""
    bound = hashlib.blake2b(held, digest_size=32).hexdigest()
    usual = {"id": "drawing", "hash": bound, "base64": base64.b64encode(held).decode()}
    return m.Media(**{**usual, **over})


def test_pictures_are_taken_out_of_a_plan_and_put_back():
    """The plan without them keeps their hashes."""
    plan = a_plan(media=[a_picture()])
    bare, pictures = documents.without_pictures(plan)

    assert ("", {plan.media[0].hash: PICTURE}) == (bare.media[0].base64, pictures)
    assert plan == documents.with_pictures(bare, pictures)
    assert bare == documents.with_pictures(bare, {})


@pytest.mark.parametrize("over", [{"hash": "0" * 64}, {"base64": "%%%"}, {"base64": "AAAA"}, {"base64": "é"}])
def test_a_picture_that_is_not_what_its_hash_says_is_refused(over):
    """Nothing is put under another picture's name."""
    with pytest.raises(NotAPlan, match="picture"):
        documents.without_pictures(a_plan(media=[a_picture(**over)]))


def test_a_picture_that_carries_more_than_one_sees_is_refused():
    """A document that somebody else made may hold what a camera wrote."""
    with pytest.raises(CarriesMore):
        documents.without_pictures(a_plan(media=[a_picture(a_drawing())]))


def test_every_picture_of_the_samples_is_what_its_hash_says():
    """And there are some."""
    kept = [documents.without_pictures(plan)[1] for plan in samples.load_all()]

    assert sum(map(len, kept)) > 1


def test_pictures_travel_with_their_plan(team):
    """The lead's document holds the same drawing, and so does the next worker's."""
    team.dan.begin(a_plan(media=[a_picture()]))
    team.dan.sends(team.morag)
    team.morag.sends(team.isla)
    told = [document.read(plans.export(one.desk, "plan")) for one in (team.dan, team.morag, team.isla)]

    assert a_picture().base64 == told[0].media[0].base64
    assert told[0] == told[1] == told[2]


def test_a_document_without_its_pictures_brings_the_plan_all_the_same(team):
    """A script may leave them out, and those that are here stay."""
    team.dan.begin(a_plan(media=[a_picture()]))
    told = document.read_document(plans.export(team.dan.desk, "plan"))
    bare = msgspec.structs.replace(told, media=(a_picture(base64=""),))

    assert 0 == plans.import_document(team.dan.desk, bare).changes
    assert a_picture().base64 == document.read(plans.export(team.dan.desk, "plan")).media[0].base64


def test_a_picture_that_is_for_the_worker_alone_stays(team, tmp_path):
    """Its bytes are in no compartment."""
    own = m.Audience(to=m.Reach.MY_WORKER)
    team.dan.begin(a_plan(media=[a_picture(audience=own)]))
    team.dan.seals(tmp_path / "p", team.morag)

    assert () == Parts.of(tmp_path / "p", team.morag).contents.media
    team.morag.takes(tmp_path / "p")
    assert () == team.morag.plan("plan").media


def test_a_sealed_picture_is_in_the_sealed_compartment_alone(team, tmp_path):
    """The lead gets it, and nobody else."""
    team.dan.begin(a_plan(media=[a_picture(sealed=True)]))
    team.dan.seals(tmp_path / "p", team.morag, team.isla)
    parts = Parts.of(tmp_path / "p", team.morag)

    assert () == parts.contents.media
    assert [PICTURE] == [held for _, held in parts.sealed(team.morag).media]
    team.morag.takes(tmp_path / "p")
    assert a_picture().base64 == document.read(plans.export(team.morag.desk, "plan")).media[0].base64
