"""Terms that were stored under earlier rules, and that the rules of today refuse."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy

import pytest
from structlog.testing import capture_logs
from typer.testing import CliRunner

from bot import standing
from bot.__main__ import app
from handlers.agreements import loading
from storage import agreements
from storage.packs import pack_source, read_pack
from tests.scenarios.overview.feed_kit import addresses, get

CANNOT = (
    "The terms of sefton-2022 are stored in words that this version of Accord can't read, so nothing can be done in it "
    "now. Nothing is lost. Please tell whoever runs Accord: python -m bot doctor says what is wrong."
)


def store(world, key, change):
    """Leave an agreement's newest terms as an earlier version of Accord might have stored them."""
    world.by_hand = True
    with world.session() as session:
        version = agreements.latest_version(session, world.agreement(session, key).id)
        body = deepcopy(version.body)
        change(body)
        version.body, version.sha256 = body, hashlib.sha256(json.dumps(body).encode()).hexdigest()


def unreadable(body):
    body["weather"] = "wet"
    body["issues"]["stages"][0]["kind"] = "quarrel"


def readable(body):
    del body["weather"]
    body["issues"]["stages"][0]["kind"] = "discussion"


def unsound(body):
    body["issues"]["stages"][0]["settled_when"] = "decided"


@pytest.fixture
def world(make_world):
    """Two agreements, with an issue in each."""
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.ada.raises("Late letters", "luhft")
    world.ada.raises("Cold wards", "halton-council", channel="C0HALTON")
    return world


def test_terms_that_are_not_sound_any_more_are_named_and_go_on(world):
    store(world, "sefton-2022", unsound)
    with capture_logs() as logged:
        standing.tell(world.engine)
    (line,) = logged
    assert (line["key"], line["version"], line["outcome"], line["more"]) == ("sefton-2022", 1, "not sound", 0)
    assert line["faults"] == [
        (
            "issues.stages.discussion.settled_when: Discussion between the partners is settled when decided, but nobody "
            "decides. Add rule, or write settled_when: all-affected-agree."
        )
    ]
    assert line["advice"] == (
        "sefton-2022 runs on under its stored terms; mend its pack (python -m bot agreement check FILE), then agreement "
        "load FILE"
    )
    assert world.ada.raises("More late letters", "luhft") == "SEF-2"


def test_sound_terms_are_not_spoken_of(world):
    with capture_logs() as logged:
        standing.tell(world.engine)
    assert logged == []


def test_terms_that_cannot_be_read_stop_their_agreement_and_no_other(world):
    store(world, "sefton-2022", unreadable)
    with capture_logs() as logged:
        standing.tell(world.engine)
    assert [(line["key"], line["outcome"]) for line in logged] == [("sefton-2022", "not readable")]
    assert logged[0]["faults"] == [
        (
            'issues.stages.discussion.kind: "quarrel" is not one of the words for kind. Write one of: discussion, advice, '
            "vote, facilitation, mediation, written-submissions, determination, outside."
        ),
        f"weather: weather is not a key that can stand here. {logged[0]['faults'][1].partition('here. ')[2]}",
    ]

    world.ada.types("/partnership")
    assert CANNOT in world.ada.answer
    world.ben.types("/partnership SEF-1")
    assert CANNOT in world.ben.answer

    assert world.ivy.raises("Warm wards", "mersey-care", channel="C0HALTON") == "HAL-2"
    assert "HAL-1" in world.hal.opens_home()
    assert "HAL-1" in world.ada.opens_home()
    world.at("2021-11-03 10:00")  # mornings, lists and reminders of the other come as ever
    assert "HAL-1: Cold wards (for Halton Council)" in world.hal.dm("What you owe, Wed 3 Nov 2021").shown()
    assert "SEF-1" not in world.ada.dm("What you owe, Wed 3 Nov 2021").shown()
    assert "HAL-1" in world.ada.opens_home()

    with world.session() as session:
        loading.load(
            session, read_pack("sefton-2022"), source=pack_source("sefton-2022"), now=world.clock(), by="command line"
        )
    world.ada.types("/partnership SEF-1")
    assert "Late letters" in world.ada.answer
    world.at("2021-11-04 10:00")


def test_a_calendar_of_terms_that_cannot_be_read_is_asked_for_again_later(world):
    halton, own = addresses(world.ivy, channel="C0HALTON")
    sefton, _ = addresses(world.ben)
    store(world, "sefton-2022", unreadable)
    assert get(sefton).status == 503
    assert [get(address).status for address in (halton, own)] == [200, 200]
    store(world, "sefton-2022", readable)
    assert get(sefton).status == 200


def test_the_command_line_names_them(world, monkeypatch):
    store(world, "sefton-2022", unreadable)
    monkeypatch.setenv("DATABASE_URL", world.engine.url.render_as_string(hide_password=False))
    listed = CliRunner().invoke(app, ["agreement", "list"]).output.splitlines()
    assert [line.split()[0] for line in listed] == ["one-halton-2021", "sefton-2022"]
    assert "cannot be read" in listed[1]
    shown = CliRunner().invoke(app, ["agreement", "show", "sefton-2022"])
    assert shown.exit_code == 1
    assert shown.stderr.strip() == CANNOT
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-practice")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "practice-secret")
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/")
    doctor = CliRunner().invoke(app, ["doctor"]).output.splitlines()
    assert [line for line in doctor if "sefton-2022" in line] == [
        (
            'NOT WELL  sefton-2022: issues.stages.discussion.kind: "quarrel" is not one of the words for kind. Write one of: '
            "discussion, advice, vote, facilitation, mediation, written-submissions, determination, outside. (sefton-2022 "
            "cannot be read, so nothing can be done in it; mend its pack (python -m bot agreement check FILE), then "
            "agreement load FILE)"
        )
    ]
    store(world, "sefton-2022", readable)
