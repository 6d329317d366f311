"""Who is there at a meeting: itself, by a substitute named in time, or by a proxy that counts as there.

Thornwick's committee: proxies on paper, one a person, who gives one counts as there (6.4); substitutes for the whole
meeting, named 36 hours before it (6.5). It meets on Tuesday 14 May 2024 at 18:00, so until Monday 13 May, 06:00.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.deadlines import Working
from rules.electorates import Voter
from rules.presence import (
    Attended,
    Cast,
    Paper,
    Record,
    Substitute,
    last_in_words,
    named_until,
    not_counted,
    presence,
    voting,
)
from rules.terms import Forum, ForumKind, Outcome, Proxies, Seat, Substitutes
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")
LONDON = ZoneInfo("Europe/London")
MEETING = date(2024, 5, 14)
PROXIES = Proxies(written=True, most=1, there=True, clause="6.4")
SUBSTITUTES = Substitutes.model_validate({"sit_for": "meeting", "named_by": "36 hours before meeting", "clause": "6.5"})
NAMES = ("Oak Lane", "Mill Lane", "Quay Road", "Hill End", "Well Street", "Fern Bank")
COMMITTEE = Forum(
    key="committee",
    name="Committee",
    kind=ForumKind.COMMITTEE,
    outcome=Outcome.DECISION,
    seats=tuple(Seat(key=name.lower().replace(" ", "-"), name=name) for name in NAMES),
    proxies=PROXIES,
    substitutes=SUBSTITUTES,
)


def at(text: str) -> datetime:
    """An instant in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def when(text: str | None) -> datetime | date | None:
    """A day, or an instant in London; None where nothing is on record."""
    return None if text is None else at(text) if " " in text else date.fromisoformat(text)


def key_of(name: str) -> str:
    return name.lower().replace(" ", "-")


def member(name: str, *, came: bool = False, sent: Substitute | None = None, **more) -> Attended:
    return Attended(key_of(name), name, key_of(name) + "-society", came, substitute=sent, **more)


def record(*came: str, papers=(), sent=None, begins: str | None = "2024-05-14 18:00", **more) -> Record:
    """The record: who came, the papers (giver, holder, when they came), whom members sent and when they were named."""
    members = tuple(
        member(name, came=name in came, sent=(sent or {}).get(name), who=f"Member of {name}" if name in came else None)
        for name in NAMES
    )
    given_ = tuple(Paper(key_of(giver), key_of(holder), when(on)) for giver, holder, on in papers)
    return Record(MEETING, LONDON, members, given_, begins_at=at(begins) if begins else None, **more)


def there(found: Record, forum: Forum = COMMITTEE, **more):
    return presence(forum, found, last_moment_of(forum, found), **more)


def last_moment_of(forum: Forum, found: Record):
    """The last moment to name a substitute, under terms that have this forum."""
    return named_until(SEFTON.model_copy(update={"forums": (forum,)}), forum, found, {})


def keys(*names: str) -> frozenset[str]:
    return frozenset(map(key_of, names))


# --- Proxies (6.4) ------------------------------------------------------------------------------------------------


def test_whoever_gives_a_paper_to_one_who_is_there_counts_as_there():
    found = there(record("Mill Lane", "Hill End", "Well Street", papers=[("Oak Lane", "Mill Lane", "2024-05-03")]))
    assert (found.own, found.there, found.refused) == (
        keys("Mill Lane", "Hill End", "Well Street"),
        keys("Mill Lane", "Hill End", "Well Street", "Oak Lane"),
        (),
    )


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        (
            [("Oak Lane", "Mill Lane", "2024-05-03"), ("Quay Road", "Mill Lane", "2024-05-04")],
            "A second paper to Mill Lane, of Quay Road: refused, one a person (6.4).",
        ),
        # The one that came first holds, wherever it stands in the record.
        (
            [("Oak Lane", "Mill Lane", "2024-05-04"), ("Quay Road", "Mill Lane", "2024-05-03")],
            "A second paper to Mill Lane, of Oak Lane: refused, one a person (6.4).",
        ),
        # One that does not count takes no other's place.
        (
            [("Hill End", "Mill Lane", "2024-05-03"), ("Quay Road", "Mill Lane", "2024-05-04")],
            "The paper of Hill End to Mill Lane: refused, Hill End was there itself (6.4).",
        ),
        (
            [("Oak Lane", "Quay Road", "2024-05-03")],
            "The paper of Oak Lane to Quay Road: refused, Quay Road was not there (6.4).",
        ),
        # A proxy is no way to be there and to hold another's: Quay Road is away, and has given its own to Hill End.
        (
            [("Quay Road", "Hill End", "2024-05-03"), ("Oak Lane", "Quay Road", "2024-05-03")],
            "The paper of Oak Lane to Quay Road: refused, Quay Road was not there (6.4).",
        ),
        ([("Oak Lane", "Mill Lane", None)], "The paper of Oak Lane to Mill Lane: refused, it is not on paper (6.4)."),
        (
            [("Oak Lane", "Mill Lane", "2024-05-15")],
            "The paper of Oak Lane to Mill Lane: refused, it came Wed 15 May 2024, after the vote (Tue 14 May 2024) (6.4).",
        ),
    ],
)
def test_a_paper_that_is_refused_is_said_with_its_reason(papers, said):
    assert there(record("Mill Lane", "Hill End", papers=papers)).refused == (said,)


@pytest.mark.parametrize(
    ("paper", "voted", "counts"),
    [
        ("2024-05-13", None, True),
        ("2024-05-14", None, True),  # on the day itself: handed over before the vote, unless an hour says otherwise
        ("2024-05-15", None, False),
        ("2024-05-14 18:59", "2024-05-14 19:00", True),
        ("2024-05-14 19:00", "2024-05-14 19:00", False),
        ("2024-05-14 19:01", "2024-05-14 19:00", False),
        ("2024-05-14", "2024-05-14 19:00", True),
        ("2024-05-14 23:30", None, True),
        ("2024-05-15 00:00", None, False),
    ],
)
def test_a_paper_is_on_record_before_the_vote(paper, voted, counts):
    found = there(record("Mill Lane", papers=[("Oak Lane", "Mill Lane", paper)]), voted=when(voted))
    assert (key_of("Oak Lane") in found.there) is counts


@pytest.mark.parametrize("recused", ["mill-lane", "mill-lane-society"])
def test_who_is_recused_holds_nobody_s_proxy(recused):
    found = there(record("Mill Lane", papers=[("Oak Lane", "Mill Lane", "2024-05-03")]), recused={recused})
    assert found.there == keys("Mill Lane")
    assert found.refused == (
        "The paper of Oak Lane to Mill Lane: refused, Mill Lane takes no part in this because of a conflict of interest (6.4).",
    )


@pytest.mark.parametrize(
    ("rule", "is_there", "votes"),
    [
        (PROXIES, True, True),
        (PROXIES.model_copy(update={"there": False}), False, True),  # its vote counts, and it is not there
        (None, False, False),  # where the agreement says nothing of proxies there are none
    ],
)
def test_who_gives_a_proxy_votes_by_it_and_is_there_only_where_the_agreement_says_so(rule, is_there, votes):
    forum = COMMITTEE.model_copy(update={"proxies": rule})
    held = record("Mill Lane", papers=[("Oak Lane", "Mill Lane", "2024-05-03")])
    found, oak = there(held, forum), Voter("oak-lane", "Oak Lane", "oak-lane-society")
    said = voting(held, found, [oak])
    assert (oak.key in said.there, dict(said.by_proxy)) == (is_there, {"oak-lane": "mill-lane"} if votes else {})
    counts = not_counted(forum, held, found, oak, Cast("Member of Mill Lane", votes_for={"mill-lane"}))
    assert counts == (None if votes else "not there, without a proxy")


@pytest.mark.parametrize(
    ("most", "held", "refused"),
    [
        (1, 1, "A second paper to Mill Lane, of Well Street: refused, one a person (6.4)."),
        (2, 2, "A third paper to Mill Lane, of Quay Road: refused, two a person (6.4)."),
        (3, 3, None),
        (None, 3, None),
    ],
)
def test_how_many_a_person_may_hold(most, held, refused):
    papers = [(giver, "Mill Lane", f"2024-05-0{day}") for day, giver in enumerate(("Oak Lane", "Well Street", "Quay Road"), 3)]  # fmt: skip
    forum = COMMITTEE.model_copy(update={"proxies": PROXIES.model_copy(update={"most": most})})
    found = there(record("Mill Lane", papers=papers), forum)
    assert len(found.proxies) == held
    assert found.refused[:1] == (() if refused is None else (refused,))


def test_one_person_who_came_for_two_members_is_one_person():
    held = record(
        "Mill Lane", papers=[("Oak Lane", "Mill Lane", "2024-05-03"), ("Quay Road", "Hill End", "2024-05-04")]
    )
    members = tuple(
        replace(one, itself=one.key in ("mill-lane", "hill-end"), who="Kim Poe", partner=one.key)
        for one in held.members
    )
    found = there(replace(held, members=members))
    assert found.refused == ("A second paper to Hill End, of Quay Road: refused, one a person (6.4).",)


def test_a_proxy_that_need_not_be_written_needs_no_paper():
    spoken = COMMITTEE.model_copy(update={"proxies": PROXIES.model_copy(update={"written": False})})
    found = there(record("Mill Lane", papers=[("Oak Lane", "Mill Lane", None)]), spoken)
    assert (found.there, found.refused) == (keys("Mill Lane", "Oak Lane"), ())


# --- Substitutes (6.5) --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "sits"),
    [
        ("2024-05-12 21:15", True),
        ("2024-05-13 06:00", True),  # not after the instant
        ("2024-05-13 06:01", False),
        ("2024-05-12", True),
        ("2024-05-13", False),  # a day alone does not say that it was before six
        ("2024-05-14 17:00", False),
    ],
)
def test_a_substitute_is_named_36_hours_before_the_meeting(named, sits):
    found = there(record("Mill Lane", sent={"Quay Road": Substitute("J. Pell", when(named))}))
    assert (key_of("Quay Road") in found.there) is sits
    said = f"J. Pell, named {said_of(named)} (in time until Mon 13 May 2024 06:00), may speak for Quay Road and has no vote (6.5)."
    assert found.refused == (() if sits else (said,))


def said_of(named: str) -> str:
    return {
        "2024-05-12 21:15": "Sun 12 May 2024 21:15",
        "2024-05-13 06:00": "Mon 13 May 2024 06:00",
        "2024-05-12": "Sun 12 May 2024",
        "2024-05-13 06:01": "Mon 13 May 2024 06:01",
        "2024-05-13": "Mon 13 May 2024",
        "2024-05-14 17:00": "Tue 14 May 2024 17:00",
    }[named]


def test_the_hours_run_across_the_change_of_clocks():
    # Clocks go forward on Sunday 31 March 2024: 36 hours before Monday 10:00 are not Saturday 22:00 but 21:00.
    held = Record(date(2024, 4, 1), LONDON, (), begins_at=at("2024-04-01 10:00"))
    until = last_moment_of(COMMITTEE, held)
    assert isinstance(until, Working)
    assert last_in_words(until, LONDON) == "Sat 30 Mar 2024 21:00"


def test_without_the_hour_of_the_meeting_it_waits_for_it():
    found = there(record("Mill Lane", begins=None, sent={"Quay Road": Substitute("J. Pell", at("2024-05-12 21:15"))}))
    assert found.waits == ("Waits for the hour of the meeting: whether J. Pell was named in time depends on it (6.5).")
    assert found.there == frozenset()
    # Where nobody sent a substitute, the hour does not matter.
    assert there(record("Mill Lane", begins=None)).there == keys("Mill Lane")


def test_when_one_was_named_has_to_be_known():
    found = there(record("Mill Lane", sent={"Quay Road": Substitute("J. Pell")}))
    assert found.refused == ("J. Pell has no vote for Quay Road: nobody has recorded when they were named (6.5).",)


def test_days_before_a_meeting_end_with_their_last_day():
    rule = Substitutes.model_validate({"named_by": "2 calendar-days before meeting"})
    forum = COMMITTEE.model_copy(update={"substitutes": rule})
    for named, sits in (("2024-05-12", True), ("2024-05-12 23:59", True), ("2024-05-13 00:00", False), ("2024-05-13", False)):  # fmt: skip
        found = there(record("Mill Lane", begins=None, sent={"Quay Road": Substitute("J. Pell", when(named))}), forum)
        assert (key_of("Quay Road") in found.there) is sits, named


@pytest.mark.parametrize(
    ("sit_for", "by", "reason"),
    [
        ("meeting", Cast("Mr Ames", {"quay-road"}), "J. Pell sat for Quay Road at this meeting"),
        ("meeting", Cast("J. Pell"), None),
        ("meeting", Cast("Sam", recorded=True), None),
        ("item", Cast("Mr Ames", {"quay-road"}), None),
    ],
)
def test_the_member_has_no_vote_while_somebody_sits_for_the_whole_meeting_whenever_it_comes(sit_for, by, reason):
    forum = COMMITTEE.model_copy(update={"substitutes": SUBSTITUTES.model_copy(update={"sit_for": sit_for})})
    held = record("Mill Lane", sent={"Quay Road": Substitute("J. Pell", at("2024-05-12 21:15"))})
    late = tuple(
        replace(it, itself=True, late="Mr Ames at 19:20") if it.key == "quay-road" else it for it in held.members
    )
    held = replace(held, members=late)
    found = there(held, forum)
    assert found.there == keys("Mill Lane", "Quay Road")
    assert [it.late for it in found.substitutes] == ["Mr Ames at 19:20"]
    assert not_counted(forum, held, found, Voter("quay-road", "Quay Road", "quay-road-society"), by) == reason


def test_a_member_that_comes_itself_has_its_vote_where_its_substitute_was_named_too_late():
    held = record("Mill Lane", "Quay Road", sent={"Quay Road": Substitute("J. Pell", at("2024-05-14 17:00"))})
    found, quay = there(held), Voter("quay-road", "Quay Road", "quay-road-society")
    assert found.there == keys("Mill Lane", "Quay Road")
    assert not_counted(COMMITTEE, held, found, quay, Cast("Mr Ames", {"quay-road"})) is None


@pytest.mark.parametrize(
    ("names", "counted", "refused"),
    [
        (("J. Pell", "K. Roe"), ("Quay Road", "Fern Bank"), ()),
        (("J. Pell", "j. pell"), ("Quay Road",), ("j. pell sits for Quay Road already, and has no second vote for Fern Bank.",)),
        (
            ("Member of Mill Lane", "K. Roe"),
            ("Fern Bank",),
            ("Member of Mill Lane sits for Mill Lane already, and has no second vote for Quay Road.",),
        ),
    ],
)  # fmt: skip
def test_nobody_sits_on_two_places(names, counted, refused):
    sent = {place: Substitute(name, at("2024-05-01 12:00")) for place, name in zip(("Quay Road", "Fern Bank"), names, strict=True)}  # fmt: skip
    found = there(record("Mill Lane", sent=sent))
    assert (found.there, found.refused) == (keys("Mill Lane", *counted), refused)


def test_one_deputy_can_stand_for_two_partners():
    plain = COMMITTEE.model_copy(update={"substitutes": None, "proxies": None, "seats": ()})
    rows = tuple(Attended(key, key, key, substitute=Substitute("Pat Hill")) for key in ("north", "south"))
    assert presence(plain, Record(MEETING, LONDON, rows)).there == {"north", "south"}


def test_a_substitute_who_sits_can_hold_a_paper():
    sent = {"Quay Road": Substitute("J. Pell", at("2024-05-12 21:15"))}
    found = there(record(sent=sent, papers=[("Oak Lane", "Quay Road", "2024-05-03")]))
    assert found.there == keys("Quay Road", "Oak Lane")


# --- Places and partners ------------------------------------------------------------------------------------------


def test_a_partner_is_there_where_any_of_its_members_is_and_a_place_by_its_own_row():
    rows = (
        Attended("north-1", "North (1)", "north", itself=True),
        Attended("north-2", "North (2)", "north"),
        Attended("south", "South", "south", itself=True),
    )
    held = Record(MEETING, LONDON, rows)
    found = presence(COMMITTEE, held)
    voters = [
        Voter("north", "North", "north"),
        Voter("north-1", "North (1)", "north"),
        Voter("north-2", "North (2)", "north"),
        Voter("south-place", "South's place", "south"),  # only partners were recorded: the partner stands for its place
        Voter("lay", "Lay member", None),
    ]
    assert voting(held, found, voters).there == {"north", "north-1", "south-place"}


def test_a_vote_of_one_that_was_not_there_is_not_counted_and_a_proxy_s_is_as_its_holder_says():
    held = record("Mill Lane", papers=[("Oak Lane", "Mill Lane", "2024-05-03")])
    found = there(held)
    voters = {name: Voter(key_of(name), name, key_of(name) + "-society") for name in NAMES}
    for name, by, reason in (
        ("Mill Lane", Cast("Member of Mill Lane"), None),
        ("Hill End", Cast("Member of Hill End"), "not there, without a proxy"),
        ("Hill End", Cast("Sam", recorded=True), "not there, without a proxy"),
        ("Oak Lane", Cast("Member of Oak Lane", {"oak-lane"}), "Mill Lane votes for it by proxy, and has not said how"),
        ("Oak Lane", Cast("Member of Mill Lane", {"mill-lane"}), None),
        ("Oak Lane", Cast("Sam", recorded=True), None),
    ):  # fmt: skip
        assert not_counted(COMMITTEE, held, found, voters[name], by) == reason, (name, by)


# --- Whatever is on record ----------------------------------------------------------------------------------------

MEMBERS = st.sampled_from(NAMES)
RECORDS = st.builds(
    lambda came, papers, sent: record(*came, papers=papers, sent=sent),
    st.sets(MEMBERS),
    st.lists(
        st.tuples(MEMBERS, MEMBERS, st.sampled_from([None, "2024-05-03", "2024-05-14", "2024-05-16"])).filter(
            lambda it: it[0] != it[1]
        ),
        max_size=6,
        unique_by=lambda it: it[0],
    ),
    st.dictionaries(
        MEMBERS,
        st.builds(
            Substitute,
            st.sampled_from(["J. Pell", "K. Roe", "L. Shaw"]),
            st.sampled_from([at("2024-05-12 21:15"), at("2024-05-13 06:01")]),
        ),
        max_size=4,
    ),
)


@given(RECORDS)
def test_each_paper_holds_or_is_refused_and_nobody_holds_more_than_one(held):
    found = there(held)
    assert len(found.proxies) + sum("paper" in said for said in found.refused) == len(held.papers)
    holders = [paper.holder for paper in found.proxies]
    people = [next((it.who or it.substitute.name) for it in held.members if it.key == holder) for holder in holders]
    assert len(people) == len(set(people))
    assert set(holders) <= found.own
    assert found.there == found.own | {paper.giver for paper in found.proxies}
    assert not found.own & {paper.giver for paper in found.proxies}


@given(RECORDS, MEMBERS)
def test_one_more_who_comes_makes_nobody_less_there(held, name):
    members = tuple(replace(it, itself=True, who=None) if it.key == key_of(name) else it for it in held.members)
    assert there(held).there | {key_of(name)} <= there(replace(held, members=members)).there
