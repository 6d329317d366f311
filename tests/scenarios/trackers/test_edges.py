"""Trackers at their edges: hostile text, everything twice, two at once, a pack that changes meanwhile."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from bot.practice import payloads
from handlers.agreements import loading
from storage.agreements import Channel
from storage.packs import pack_source, parse_pack
from tests.hostile import CONTROLS, HUGE, MARKUP, UNSEEN, all_of, as_shown
from tests.scenarios.conftest import CHANNELS
from tests.scenarios.faults.kit import EITHER, copies, press_of
from tests.scenarios.hostile.kit import check_all, packed, page_of, state_of, text_fields
from tests.scenarios.reading_kit import lines
from tests.scenarios.trackers.kit import begin, confirms, criterion, proposes, row_of, shows, with_tracker

TAKE_TURNS = True
HALTON = CHANNELS["one-halton-2021"]
TRIED = {**UNSEEN, "3,001 characters": HUGE["3,001 characters"]}
KEPT = all_of(MARKUP, CONTROLS)


@pytest.fixture
def halton(make_world):
    world = make_world("2021-07-15 10:00", "one-halton-2021")
    world.without_daily_lists()
    begin(world, "one-halton-2021")
    return world


def opens(world, name, button, number="1.4"):
    player = world.players[name]
    player.types(f"/partnership {row_of(world, number).reference}", channel=HALTON)
    player.presses(button)
    return player


def try_all(player, form):
    """Put what is nothing or too long into each field, and then what is hostile into all of them."""
    assert page_of(player) == form
    fields = {block["block_id"]: block for block in text_fields(player)}
    limits = {field: block["element"]["max_length"] for field, block in fields.items()}
    for field in fields:
        for name, said in TRIED.items():
            if name in UNSEEN and fields[field]["optional"]:
                continue
            player.submits(dict.fromkeys(limits, "As before") | {field: said}, unchecked=True)
            assert field in player.modal_errors, (form, field, name, player.answer)
            assert state_of(player, field) == said  # what was typed is still there
    player.submits({field: packed(limit) for field, limit in limits.items()}, unchecked=True)
    assert player.modal is None, (form, player.modal_errors)
    return limits


def test_hostile_text_in_every_field_comes_out_as_text(halton):
    limits = try_all(opens(halton, "ada", "Propose a change"), "criterion_propose")
    opens(halton, "sam", "Record what is refused")
    halton.sam.fills({"met_on": "2021-07-14"})
    try_all(halton.sam, "tracker_refuse")
    halton.ada.types("/partnership tracker", channel=HALTON)
    halton.ada.presses("Propose a change")
    halton.ada.changes("criterion", str(row_of(halton, "2.1").id))
    try_all(halton.ada, "tracker_propose")
    opens(halton, "sam", "Record what is confirmed", "2.1")
    halton.sam.fills({"met_on": "2021-07-14"})
    try_all(halton.sam, "tracker_confirm")
    opens(halton, "ada", "Propose a change")
    halton.ada.submits({"reason": "x", f"gap_{row_of(halton, '1.4').id}": "y"})
    try_all(opens(halton, "ada", "Take the change back"), "change_withdraw")
    gap = row_of(halton, "2.1").gap
    assert as_shown(gap) == as_shown(packed(limits[f"gap_{row_of(halton, '1.4').id}"]))
    read = [criterion(halton, "ivy", "HAL-T1.2.1"), criterion(halton, "ivy", "HAL-T1.1.4"), shows(halton, "hal")]
    assert as_shown(gap)[:200] in as_shown(read[0])
    halton.ada.presses("Post the picture")
    assert [m.files[0]["mimetype"] for m in halton.channel(HALTON) if m.files] == ["image/png"]
    check_all(halton)


@EITHER
def test_a_change_that_is_proposed_three_times_is_one(halton, delivered):
    opens(halton, "ada", "Propose a change")
    halton.ada.fills({"reason": "So.", f"gap_{row_of(halton, '1.4').id}": "Less"})
    view = halton.workspace.stacks["U0ADA"][-1]
    delivered(halton, payloads.view_submission(halton.workspace, halton.ada.person, view))
    assert halton.register("HAL-T1.1.4") == ["criterion-tracked", "criterion-change-proposed"]
    assert len(halton.sam.dms()) == 1
    assert copies(halton) == 0


@EITHER
def test_a_confirmation_that_comes_three_times_counts_once(halton, delivered):
    proposes(halton, "ada", "1.4", "Achieved")
    halton.sam.presses("Record what is confirmed", halton.sam.dms()[-1])
    halton.sam.fills({"met_on": "2021-07-14", "evidence": "Minute 4"})
    view = halton.workspace.stacks["U0SAM"][-1]
    delivered(halton, payloads.view_submission(halton.workspace, halton.sam.person, view))
    assert halton.register("HAL-T1.1.4").count("criterion-changed") == 1
    assert halton.sent("tracker_decided") == [("Ada", "2021-07-15 10:00")]
    assert copies(halton) == 0


@EITHER
def test_a_picture_that_is_asked_for_three_times_is_posted_once(halton, delivered):
    halton.ada.types("/partnership tracker", channel=HALTON)
    answer = halton.ada._whispers()[-1]
    delivered(halton, press_of(halton, halton.ada, "Post the picture", answer))
    assert len([m for m in halton.channel(HALTON) if m.files]) == 1


def load(world, key, source):
    with world.session() as session:
        loading.load(session, parse_pack(source, file=key), source=source, now=world.clock(), by="tests")


def test_a_status_that_the_pack_has_no_more_stands_until_it_changes_and_is_confirmed_no_more(halton):
    proposes(halton, "ada", "1.4", "Restart")
    load(halton, "one-halton-2021", pack_source("one-halton-2021").replace("      - Restart\n", ""))
    # two rows have it, and nobody has said otherwise
    assert lines(shows(halton, "hal"), "Restart:") == [
        (
            "20 criteria: Achieved: 3; In Progress: 2; Started: 1; TBC: 4; "
            "Completed, but refreshing: 1; In Part: 1; Not yet available: 1; "
            "Not Started: 3; In development: 2; Restart: 2"
        )
    ]
    halton.sam.presses("Record what is confirmed", halton.sam.dms()[-1])
    halton.sam.submits({"met_on": "2021-07-14", "evidence": "Minute 4"})
    assert halton.sam.answer == (
        "“Restart” is not a status of the ICP development framework (clause Briefing 2.5). Did you mean “Started”?"
    )
    assert row_of(halton, "1.4").status == "Started"
    opens(halton, "hal", "Propose a change", "5.2")
    (status,) = [block for block in halton.hal.modal["blocks"] if block["block_id"].startswith("status_")]
    assert "initial_option" not in status["element"]
    assert len(status["element"]["options"]) == 9


def test_a_tracker_that_the_pack_names_no_more_can_be_looked_at_and_nothing_in_it_changes(make_world):
    world = make_world("2022-12-16 09:30", "sefton-2022", sources={"sefton-2022": with_tracker()})
    begin(world, "sefton-2022", file="works")
    load(world, "sefton-2022", pack_source("sefton-2022"))
    text = shows(world, "ada", channel="C0SEFTON")
    assert lines(text, "The terms in force name it no more:") == [
        "The terms in force name it no more: it can be looked at, and nothing in it can change."
    ]
    assert "[Propose a change]" not in text
    world.ada.guesses("tracker_propose", 1)
    assert world.ada.body == "The terms in force name no tracker Works any more, so nothing in it can change."


def test_a_tracker_that_was_begun_before_there_was_a_channel_is_posted_with_its_first_change(make_world):
    world = make_world("2021-07-15 10:00", "one-halton-2021")
    with world.session() as session:
        session.execute(delete(Channel))
    world.by_hand = True
    begin(world, "one-halton-2021")
    assert world.channel(HALTON) == []
    world.sam.types("/partnership here", channel=HALTON)
    proposes(world, "ada", "1.4", "Achieved")
    confirms(world)
    assert lines(next(m.shown() for m in world.channel(HALTON) if "HAL-T1" in m.shown())) == [
        "HAL-T1: ICP development framework; 20 criteria",
        "HAL-T1: ICP development framework",
        (
            "20 criteria in 7 features: Achieved: 4; In Progress: 2; TBC: 4; "
            "Completed, but refreshing: 1; In Part: 1; Not yet available: 1; "
            "Not Started: 3; Restart: 2; In development: 2"
        ),
        "/partnership tracker shows every row. As on Thu 15 Jul 2021.",
        "[Show the tracker]",
    ]
