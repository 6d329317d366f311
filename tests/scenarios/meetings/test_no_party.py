"""Who takes part and is no party: on the roster, with a place on the board, told of what is decided, and never counted."""

from __future__ import annotations

import io

import pytest
from ruamel.yaml import YAML

from handlers.people import file as roster_file, roster
from storage import agreements
from storage.packs import parse_pack
from tests.scenarios.meetings.kit import does, sets_series, with_notice
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True
PARTICIPANTS = [
    {"key": "parks-trust", "name": "The Parks Trust", "clause": "2.3"},
    {"key": "county-clerk", "name": "The County Clerk", "outside": True},
]


def pack():
    yaml, out = YAML(), io.StringIO()
    found = yaml.load(with_notice())
    found["participants"] = PARTICIPANTS
    found["forums"][0]["seats"] = [{"key": "trust", "name": "Parks Trust", "partner": "parks-trust", "voting": False}]
    yaml.dump(found, out)
    return out.getvalue()


ROSTER = "name,partner,capacity,workspace,user\nDan,The Parks Trust,lead,{team},U0DAN\n"


def begin(world):
    world.without_daily_lists()
    with world.session() as session:
        agreement = agreements.by_key(session, "sefton-2022")
        rows = roster_file.read(ROSTER.format(team=world.workspace.team_id), parse_pack(pack(), file="sefton-2022"))
        roster.import_roster(session, agreement, rows, platform="slack", by="tests", now=world.clock())
    sets_series(world, "2022-09-06")


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", sources={"sefton-2022": pack()}, mornings=True, begin=begin)


def test_it_stands_on_the_roster_as_what_it_is(sefton):
    sefton.sam.types("/partnership people")
    assert lines(sefton.sam.body, "The Parks Trust", "The County Clerk") == [
        "• The Parks Trust (takes part, and is no party; clause 2.3): Dan (lead)",
        "• The County Clerk (takes part, and is no party): outside the agreement",
    ]


def test_its_people_do_nothing_in_a_partner_s_place(sefton):
    sefton.dan.types("/propose-decision One plan")
    assert sefton.dan.modal is None
    assert lines(sefton.dan.body, "lead or deputy") == [
        "A decision is proposed by a partner's lead or deputy or by the secretary, and you are neither. The secretary, Sam, keeps the roster."
    ]


def test_a_draft_names_it_as_not_among_those_who_count_and_it_hears_what_was_decided(sefton):
    sefton.ada.types("/propose-decision One plan")
    sefton.ada.changes("rule", "variation")
    sefton.ada.submits({"wording": "One.", "reasons": "Simple.", "closes_on": "2022-09-16"})
    assert lines(sefton.ada.answer, "What it takes", "The Parks Trust", "The County Clerk") == [
        "What it takes: All 11 partners must agree.",
        "• The Parks Trust: takes part (2.3), and is no party",
    ]
    sefton.ada.presses("Open the vote")
    assert "Dan" not in {who for who, _ in sefton.sent("decision_asked")}
    sefton.at("2022-09-20 09:30")  # Monday the 19th was the Queen's funeral
    assert lines(body_of(sefton.dan.dm("Notice to The Parks Trust")), "Notice to") == [
        "Notice to The Parks Trust of a decision under the Sefton Partnership agreement (clause 13): Not carried."
    ]


def test_it_has_its_place_at_a_meeting_and_counts_towards_no_quorum(sefton):
    does(sefton, "Call the meeting", papers="None")
    assert "Dan" in {who for who, _ in sefton.sent("meeting_notice")}
    sefton.at("2022-09-06 17:00")
    said = does(sefton, "Record the meeting", present=["icb", "mersey-care", "trust"])
    assert lines(said, "were there", "There (") == [
        "Held on Tue 6 Sep 2022. 3 of 12 were there. Recommendation of the board: 2 of 11 count, and 6 are needed (clause ToR 5), so it was not quorate.",
        "• There (3): Cheshire and Merseyside ICB; Mersey Care; Parks Trust (takes part)",
    ]
