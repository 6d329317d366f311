"""What one member's way of being at a meeting, or of not being there, adds to each number of a count.

Five places on a committee, of which Oak Lane's is looked at; of the four others three came and vote for it. Each row of the
table says what Oak Lane adds to: those the quorum is a part of, those there, and the three bases of a threshold. The
numbers are those of the matrix in the pack language: 1 counts, 0 does not.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.electorates import Electorate, Voter
from rules.presence import Attended, Cast, Paper, Record, Substitute, named_until, not_counted, presence, voting
from rules.terms import DecisionRule, Forum, ForumKind, Outcome, Proxies, Seat, Substitutes
from rules.voting import Vote, count
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")
LONDON = ZoneInfo("Europe/London")
NAMES = ("oak-lane", "mill-lane", "hill-end", "fern-bank", "quay-road")
VOTERS = {name: Voter(name, name, None) for name in NAMES}
ALONE = {"mill-lane": Vote.FOR, "hill-end": Vote.FOR, "fern-bank": Vote.FOR}
IN_TIME, LATE = (datetime(2024, 5, 13, 6, minute, tzinfo=LONDON) for minute in (0, 1))


def committee(*, there: bool = True, **more) -> Forum:
    return Forum(
        key="committee",
        name="Committee",
        kind=ForumKind.COMMITTEE,
        outcome=Outcome.DECISION,
        seats=tuple(Seat(key=name, name=name) for name in NAMES),
        proxies=Proxies(written=True, most=1, there=there),
        substitutes=Substitutes.model_validate({"named_by": "36 hours before meeting"}),
        **more,
    )


def record(oak: Attended, *papers: Paper) -> Record:
    others = tuple(Attended(name, name, None, itself=name in ALONE, who=f"Of {name}") for name in NAMES[1:])
    begins_at = datetime(2024, 5, 14, 18, tzinfo=LONDON)
    return Record(date(2024, 5, 14), LONDON, (oak, *others), papers, begins_at)


def oak(**how) -> Attended:
    return Attended("oak-lane", "oak-lane", None, **how)


def counted(rule: DecisionRule, forum: Forum, held: Record, votes, casts, recused=()):
    """What the record and the votes come to, as a decision is counted."""
    present = presence(
        forum, held, named_until(SEFTON.model_copy(update={"forums": (forum,)}), forum, held, {}), recused=recused
    )
    able = tuple(voter for key, voter in VOTERS.items() if key not in recused)
    out = tuple(voter for key, voter in VOTERS.items() if key in recused)
    found = voting(held, present, VOTERS.values())
    heard = {
        key: vote
        for key, vote in votes.items()
        if key not in recused
        and not_counted(forum, held, present, VOTERS[key], casts.get(key, Cast("Sam", recorded=True))) is None
    }
    electorate = Electorate(able, out, (), ())
    return count(rule, electorate, heard, there=found.there, by_proxy=frozenset(found.by_proxy), at_meeting=True)


def rule(base: str = "all", recused: str = "in-base") -> DecisionRule:
    quorum = {"fraction": "at least 1/2", "recused": recused}
    return DecisionRule.model_validate({"name": "R", "base": base, "threshold": "more than 1/2", "quorum": quorum})


def added(forum: Forum, held: Record, vote: Vote | None, cast: Cast, recused=(), quorum_of: str = "in-base"):
    """What Oak Lane adds to: the base of the quorum, those there, and the bases all, present and votes cast."""
    votes = ALONE | ({"oak-lane": vote} if vote else {})
    numbers = [counted(rule(base, quorum_of), forum, held, votes, {"oak-lane": cast}, recused) for base in BASES]
    of_quorum = numbers[0].could - (numbers[0].recused if quorum_of == "left-out" else 0)
    return of_quorum - 4, numbers[0].met - 3, *(one.base - alone for one, alone in zip(numbers, (4, 3, 3), strict=True))


BASES = ("all", "present", "votes-cast")
OWN, SAID = Cast("Of oak-lane", {"oak-lane"}), Cast("Sam", recorded=True)
PELL = Substitute("J. Pell", IN_TIME)
TOO_LATE = Substitute("J. Pell", LATE)
PAPER = Paper("oak-lane", "mill-lane", date(2024, 5, 3))
TABLE = [
    ("there, for", committee(), record(oak(itself=True)), Vote.FOR, OWN, (1, 1, 1, 1, 1)),
    ("there, against", committee(), record(oak(itself=True)), Vote.AGAINST, OWN, (1, 1, 1, 1, 1)),
    ("there, abstains", committee(), record(oak(itself=True)), Vote.ABSTAIN, OWN, (1, 1, 1, 1, 0)),
    ("there, silent", committee(), record(oak(itself=True)), None, OWN, (1, 1, 1, 1, 0)),
    ("by a substitute, for", committee(), record(oak(substitute=PELL)), Vote.FOR, SAID, (1, 1, 1, 1, 1)),
    ("by a substitute, silent", committee(), record(oak(substitute=PELL)), None, SAID, (1, 1, 1, 1, 0)),
    ("a substitute sits, it votes itself", committee(), record(oak(substitute=PELL)), Vote.FOR, OWN, (1, 1, 1, 1, 0)),
    ("a substitute a minute late", committee(), record(oak(substitute=TOO_LATE)), Vote.FOR, SAID, (1, 0, 1, 0, 0)),
    (
        "a substitute a minute late, it came",
        committee(),
        record(oak(substitute=TOO_LATE, itself=True, late="at 19:20")),
        Vote.FOR,
        OWN,
        (1, 1, 1, 1, 1),
    ),
    ("by a proxy that counts as there", committee(), record(oak(), PAPER), Vote.FOR, SAID, (1, 1, 1, 1, 1)),
    ("by a proxy that does not", committee(there=False), record(oak(), PAPER), Vote.FOR, SAID, (1, 0, 1, 1, 1)),
    ("by a proxy, silent", committee(there=False), record(oak(), PAPER), None, SAID, (1, 0, 1, 0, 0)),
    ("a proxy, but its own word", committee(), record(oak(), PAPER), Vote.FOR, OWN, (1, 1, 1, 1, 0)),
    ("away, sent a vote", committee(), record(oak()), Vote.FOR, OWN, (1, 0, 1, 0, 0)),
    ("away", committee(), record(oak()), None, OWN, (1, 0, 1, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("forum", "held", "vote", "cast", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])  # fmt: skip
def test_what_one_member_adds(forum, held, vote, cast, expected):
    assert added(forum, held, vote, cast) == expected


@pytest.mark.parametrize(
    ("quorum_of", "came", "expected"),
    [
        ("in-base", True, (1, 0, 0, 0, 0)),
        ("as-there", True, (1, 1, 0, 0, 0)),
        ("as-there", False, (1, 0, 0, 0, 0)),
        ("left-out", True, (0, 0, 0, 0, 0)),
    ],
)
def test_what_a_recused_member_adds(quorum_of, came, expected):
    held = record(oak(itself=came))
    assert added(committee(), held, Vote.FOR, OWN, recused=("oak-lane",), quorum_of=quorum_of) == expected


WAYS = st.sampled_from([oak(), oak(itself=True), oak(substitute=PELL), oak(substitute=TOO_LATE)])
CASTS = st.sampled_from([OWN, SAID])


@given(WAYS, CASTS, st.sampled_from([None, *Vote]), st.booleans(), st.booleans())
def test_who_is_silent_or_not_there_is_in_no_votes_cast_and_more_who_come_never_make_it_inquorate(
    way, cast, vote, paper, there
):
    papers = (PAPER,) if paper else ()
    forum = committee(there=there)
    now = counted(
        rule("votes-cast"),
        forum,
        record(way, *papers),
        ALONE | ({"oak-lane": vote} if vote else {}),
        {"oak-lane": cast},
    )
    came = counted(rule("votes-cast"), forum, record(oak(itself=True), *papers), ALONE, {})
    assert now.base == now.in_favour + now.against
    assert now.needed == now.base // 2 + 1
    assert came.met >= now.met
    assert came.quorum == now.quorum == 3
    if vote is None:
        assert now.base == 3
