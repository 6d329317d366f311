"""Thornwick Allotments Federation, invented: nine societies are the parties, and the Parks Trust takes part (W1, W3 to W5).

Each society has a place on the committee; proxies are on paper, one a person; substitutes are named 36 hours before.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from ruamel.yaml import YAML

from rules.electorates import Circumstances, electorate
from rules.forums import members_of, quorums
from rules.presence import Attended, Paper, Record, Substitute, named_until, presence, voting
from rules.voting import Vote, count
from storage.packs import parse_pack

LONDON = ZoneInfo("Europe/London")
MEETING = date(2024, 5, 14)
SOCIETIES = (
    "oak-lane",
    "mill-lane",
    "quay-road",
    "hill-end",
    "well-street",
    "fern-bank",
    "pond-side",
    "ash-grove",
    "elm-row",
)


def name_of(key: str) -> str:
    return key.replace("-", " ").title()


def pack() -> str:
    """The agreement as its pack says it."""
    yaml, out = YAML(), io.StringIO()
    partners = [
        {"key": key, "name": f"{name_of(key)} Allotment Society", "short": name_of(key), "roles": ["other"], "category": "society"}
        for key in SOCIETIES
    ]  # fmt: skip
    committee = {
        "key": "committee",
        "name": "Committee",
        "kind": "committee",
        "outcome": "decision",
        "seats": [
            {"key": "society", "name": "Society", "each_of": "partners"},
            {"key": "trust", "name": "The Parks Trust", "partner": "parks-trust", "voting": False},
        ],
        "proxies": {"written": True, "most": 1, "there": True, "clause": "6.4"},
        "substitutes": {"sit_for": "meeting", "named_by": "36 hours before meeting", "clause": "6.5"},
    }
    yaml.dump(
        {
            "id": "thornwick",
            "title": "Thornwick Allotments Federation",
            "short_title": "Thornwick",
            "prefix": "TAF",
            "operational_days": "working",
            "calendars": {"working": {"base": "england-and-wales"}},
            "categories": [{"key": "society", "name": "Society"}],
            "partners": partners,
            "participants": [{"key": "parks-trust", "name": "The Parks Trust", "clause": "2.3"}],
            "forums": [committee],
            "decision_rules": {
                "ordinary": {
                    "name": "Resolution",
                    "who": "members of committee",
                    "taken": "meeting",
                    "base": "votes-cast",
                    "threshold": "at least 3/5",
                    "quorum": "at least 2/5",
                },
                "everybody": {"name": "Agreement of all", "clause": "11.1", "who": "partners", "threshold": "all"},
            },
            "issues": {
                "stages": [
                    {
                        "key": "talk",
                        "name": "Talk",
                        "kind": "discussion",
                        "moved_on_by": ["any-partner"],
                    }
                ]
            },
            "signatures": {"forms": ["wet-ink"], "effect": {"rule": "last-signature"}},
            "term": {"begins": date(2024, 1, 1), "open_ended": True},
        },
        out,
    )
    return out.getvalue()


TERMS = parse_pack(pack(), file="thornwick")
(COMMITTEE,) = TERMS.forums
ORDINARY = TERMS.decision_rules["ordinary"]
VOTERS = electorate(TERMS, ORDINARY, Circumstances(on=MEETING, holders={}))


def place(society: str) -> str:
    return f"society/{society}"


def record(*came: str, papers=(), sent=None, late=None) -> Record:
    """The record of the meeting of 14 May 2024 at 18:00."""
    members = [
        Attended(
            one.key,
            one.name,
            one.partner,
            itself=one.key in (*map(place, came), *came) or (one.partner or "") in (late or {}),
            substitute=(sent or {}).get(one.partner),
            late=(late or {}).get(one.partner),
        )
        for one in members_of(TERMS, COMMITTEE, MEETING, holders={})
    ]
    given = tuple(Paper(place(giver), place(holder), on) for giver, holder, on in papers)
    return Record(MEETING, LONDON, tuple(members), given, datetime(2024, 5, 14, 17, tzinfo=UTC))


def there(held: Record):
    return presence(COMMITTEE, held, named_until(TERMS, COMMITTEE, held, {}))


def votes(**cast: Vote) -> dict[str, Vote]:
    return {place(name.replace("_", "-")): vote for name, vote in cast.items()}


def test_each_society_has_a_place_and_the_trust_one_without_a_vote():
    assert [one.key for one in members_of(TERMS, COMMITTEE, MEETING, holders={})] == [*map(place, SOCIETIES), "trust"]
    assert [one.key for one in VOTERS.voters] == list(map(place, SOCIETIES))
    everybody = electorate(TERMS, TERMS.decision_rules["everybody"], Circumstances(on=MEETING))
    assert (len(everybody.voters), [(one.name, one.why) for one in everybody.excluded]) == (
        9,
        [("The Parks Trust", "takes part (2.3), and is no party")],
    )


def test_w1_five_of_nine_are_there_and_three_of_four_votes_carry_it():
    held = record("oak-lane", "mill-lane", "quay-road", "hill-end", "well-street", "trust")
    found = voting(held, there(held), VOTERS.voters)
    cast = votes(oak_lane=Vote.FOR, mill_lane=Vote.FOR, quay_road=Vote.FOR, hill_end=Vote.AGAINST)
    told = count(ORDINARY, VOTERS, cast, there=found.there, by_proxy=frozenset(found.by_proxy), at_meeting=True)
    # Quorum: 2/5 of 9 members, so 4; 5 are there, the Trust not among them. 3/5 of the 4 votes cast is 3.
    assert (told.quorum, told.met, told.base, told.needed, told.reached, told.carried) == (4, 5, 4, 3, 3, True)
    assert [(one.present, one.of, one.needed) for one in quorums(TERMS, COMMITTEE, held, there(held), MEETING, holders={})] == [(5, 9, 4)]  # fmt: skip


@pytest.mark.parametrize(
    ("papers", "met", "refused"),
    [
        ([], 3, ()),
        ([("oak-lane", "mill-lane", date(2024, 5, 3))], 4, ()),
        (
            [("oak-lane", "mill-lane", date(2024, 5, 3)), ("fern-bank", "mill-lane", date(2024, 5, 4))],
            4,
            ("A second paper to Mill Lane, of Fern Bank: refused, one a person (6.4).",),
        ),
        (
            [("oak-lane", "mill-lane", date(2024, 5, 15))],
            3,
            ("The paper of Oak Lane to Mill Lane: refused, it came Wed 15 May 2024, after the vote (Tue 14 May 2024) (6.4).",),
        ),
    ],
)  # fmt: skip
def test_w3_three_are_there_and_oak_lane_by_proxy_of_mill_lane_makes_the_four_that_are_needed(papers, met, refused):
    held = record("mill-lane", "hill-end", "well-street", papers=papers)
    ((present, of, needed),) = [
        (one.present, one.of, one.needed) for one in quorums(TERMS, COMMITTEE, held, there(held), MEETING, holders={})
    ]
    assert (present, of, needed) == (met, 9, 4)
    plain = tuple(said.replace(" (Society)", "") for said in there(held).refused)
    assert plain == refused


@pytest.mark.parametrize(
    ("named", "sits"), [(datetime(2024, 5, 12, 20, 15, tzinfo=UTC), True), (datetime(2024, 5, 13, 5, 1, tzinfo=UTC), False)]
)  # fmt: skip
def test_w4_j_pell_votes_for_quay_road_and_its_member_who_came_late_has_no_vote(named, sits):
    sent, late = {"quay-road": Substitute("J. Pell", named)}, {"quay-road": "Mr Ames at 19:20"}
    found = there(record("mill-lane", sent=sent, late=late))
    assert found.there == {place("mill-lane"), place("quay-road")}  # the place is there, by one of them
    assert [one.late for one in found.substitutes] == (["Mr Ames at 19:20"] if sits else [])
    assert (found.refused == ()) is sits
