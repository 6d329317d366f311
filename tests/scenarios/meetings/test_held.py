"""Meetings held: who was there and who was not, chased until recorded, counted by the year, with what follows."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from storage import meetings
from storage.agreements import Agreement
from storage.people import Person, SeatHolding
from storage.posts import ChairHolding
from storage.register import Entry
from tests.scenarios.meetings.kit import (
    BOARD,
    ESSEX,
    dates,
    does,
    fills,
    lists,
    living,
    offers,
    row,
    sets_series,
    shows,
    thread,
    with_notice,
)
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import decides

TAKE_TURNS = True
SIX = ["icb", "sefton-council", "mersey-care", "luhft"]


def begin_a_series(world):
    world.without_daily_lists()
    sets_series(world, "2022-09-06")


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", sources={"sefton-2022": with_notice()}, mornings=True, begin=begin_a_series)


@pytest.fixture
def essex(make_world):
    """Mid and South Essex's board, whose four public meetings are counted by the calendar year."""
    world = make_world("2021-01-11 09:30", "mid-south-essex-2020", mornings=True)
    world.without_daily_lists()
    return world


def plans(world, on, public="usual"):
    """Plan one meeting of the board of Mid and South Essex; its reference."""
    world.sam.types("/partnership meetings", channel=ESSEX)
    fills(world, "sam", "Plan one meeting", {"forum": BOARD, "on": on, "public": public})
    assert world.sam.modal is None, world.sam.modal_errors
    return world.sam.answer.partition(":")[0]


def records(world, reference, public="public", **more):
    """Record a meeting of the board of Mid and South Essex."""
    fields = {"present": ["essex-council", "mse-ft"], "public": public} | more
    return does(world, "Record the meeting", reference, channel=ESSEX, **fields)


def inbox(world, name, fragment):
    return [message.shown() for message in world.players[name].dms() if fragment in message.shown()]


# --- Chased -------------------------------------------------------------------------------------------------------


def test_a_meeting_that_nobody_recorded_is_chased_with_its_secretary_alone(sefton):
    does(sefton, "Call the meeting", papers="None")
    shows(sefton)
    assert "Record the meeting" not in offers(sefton)
    sefton.sam.guesses("meeting_record", row(sefton).id)
    assert sefton.sam.body == (
        "SEF-M1 is on Tue 6 Sep 2022, so nothing can be recorded of it yet. "
        "If it was held earlier, move it to that day first."
    )
    sefton.at("2022-09-06 17:00")
    assert "record" not in {clock for clock, _, _ in dates(sefton)}
    sefton.at("2022-09-14 12:00")
    # Five operational days to write it down: from Wednesday the 7th to Tuesday the 13th; then overdue.
    assert dates(sefton) == [
        ("notice", "2022-08-26", "met"),
        ("papers", "2022-09-02", "met"),
        ("record", "2022-09-13", "passed"),
    ]
    # The second on the 13th is for the next one: ten operational days before Wed 28 Sep, as the 19th was proclaimed closed.
    assert sefton.sent("nudge") == [("Sam", f"2022-09-{day} 09:00") for day in ("09", "12", "13", "13")]
    assert lines(body_of(sefton.sam.dm("Today is the last day"))) == [
        "SEF-M1: Sefton Partnership board, Tue 6 Sep 2022",
        "Today is the last day: due Tue 13 Sep 2022.",
        "• The secretary is still to record what became of it.",
        "You get this because you are the secretary.",
        "[Record the meeting] [Show details]",
    ]
    assert lines(living(sefton), "Its day") == [
        "SEF-M1: Sefton Partnership board, Tue 6 Sep 2022 (Its day has passed, and nothing is on record yet)",
        "Its day has passed, and nothing is on record yet",
    ]
    assert lines(lists(sefton), "To be recorded:") == ["• To be recorded: SEF-M1, Tue 6 Sep 2022"]
    sefton.sam.types("/partnership due")
    assert lines(sefton.sam.body, "record what") == [
        "• SEF-M1: Sefton Partnership board, Tue 6 Sep 2022: record what became of it; due Tue 13 Sep 2022 (1 operational day overdue)"
    ]
    for name in ("ada", "ben", "joe"):
        sefton.players[name].types("/partnership due")
        assert lines(sefton.players[name].body) == [
            "What you owe",
            f"Nothing today, {name.capitalize()}.",
            "The next dates",
            "• SEF-MS2: End of the year without substantive delegation to place; due Fri 31 Mar 2023 (in 138 operational days)",
        ]
    assert "SEF-M1" not in "".join(m.shown() for m in sefton.channel() if "overdue, or due" in m.shown())
    does(sefton, "Record the meeting", present=SIX)
    assert dates(sefton) == [
        ("notice", "2022-08-26", "met"),
        ("papers", "2022-09-02", "met"),
        ("record", "2022-09-13", "met"),
    ]
    assert inbox(sefton, "sam", "[Record the meeting]") == []
    assert len(inbox(sefton, "sam", "This reminder is settled.")) == 3
    sefton.sam.types("/partnership due")
    assert "SEF-M1" not in sefton.sam.answer.partition("The next dates")[0]


# --- Who was there ------------------------------------------------------------------------------------------------


def test_who_was_there_is_recorded_by_partner_and_a_deputy_can_stand_for_two(sefton):
    sefton.at("2022-09-06 17:00")
    said = does(
        sefton,
        "Record the meeting",
        present=SIX,
        deputies=["southport-formby-pcn", "south-sefton-pcn"],
        names="Southport and Formby PCN and South Sefton PCN: Pat Hill",
        apologies=["alder-hey"],
        minutes_link="https://www.example.org/minutes.pdf",
        minutes="We agreed on beds.",
    )
    assert lines(said, "Held on", "Recommendation of the board:", "By a deputy (2):", "Sent apologies (1):") == [
        "Held on Tue 6 Sep 2022. 6 of 11 were there. Recommendation of the board: 6 are needed (clause ToR 5), so it was quorate.",
        "• By a deputy (2): Southport and Formby PCN (Pat Hill); South Sefton PCN (Pat Hill)",
        "• Sent apologies (1): Alder Hey",
    ]
    facts = sefton.facts("meeting-held")
    who = {came: [one["member"] for one in found] for came, found in facts["attendance"].items()}
    assert who == {
        "member": SIX,
        "deputy": ["southport-formby-pcn", "south-sefton-pcn"],
        "apologies": ["alder-hey"],
        "absent": ["southport-ormskirk", "healthwatch-sefton", "sefton-cvs", "one-vision-housing"],
    }
    assert facts["attendance"]["deputy"][0]["who"] == "Pat Hill"
    assert facts["quorums"][0] | {"rules": []} == {
        "rules": [], "clause": "ToR 5", "present": 6, "of": 11, "needed": 6, "enough": True,
    }  # fmt: skip
    assert lines(living(sefton), "https://www.example.org/minutes.pdf", "We agreed") == [
        "Minutes: https://www.example.org/minutes.pdf",
        "We agreed on beds.",
    ]


def test_one_fewer_is_not_quorate(sefton):
    sefton.at("2022-09-06 17:00")
    said = does(sefton, "Record the meeting", present=[*SIX, "alder-hey"])
    assert lines(said, "5 of 11 were there. Recommendation of the board:") == [
        "Held on Tue 6 Sep 2022. 5 of 11 were there. Recommendation of the board: 6 are needed (clause ToR 5), so it was not quorate."
    ]


def test_a_partner_s_absence_is_told_to_its_lead_by_one_message_and_not_to_the_channel(sefton):
    sefton.at("2022-09-06 17:00")
    does(sefton, "Record the meeting", present=SIX, apologies=["alder-hey"])
    (gil,) = inbox(sefton, "gil", "Nobody came for")
    assert lines(gil, "Nobody came", "One deputy") == [
        "Nobody came for Alder Hey, neither a member nor a deputy. Apologies are on record.",
        "The agreement asks every partner to be there, itself or by a deputy. One deputy can stand for two partners.",
    ]
    (cleo,) = inbox(sefton, "cleo", "Nobody came for")
    assert lines(cleo, "Nobody came") == [
        "Nobody came for Southport and Formby PCN, and South Sefton PCN, neither a member nor a deputy."
    ]
    assert "Apologies" not in cleo
    for name in ("ada", "ben", "joe", "ida", "sam"):
        assert inbox(sefton, name, "Nobody came for") == []
    shown = living(sefton) + thread(sefton)
    assert lines(shown, "4 of") == [
        "4 of 11 were there. Recommendation of the board: 6 are needed (clause ToR 5), so it was not quorate.",
        "Held on Tue 6 Sep 2022. 4 of 11 were there. Recommendation of the board: 6 are needed (clause ToR 5), so it was not quorate.",
    ]
    assert "Alder Hey" not in shown
    assert lines(shows(sefton, "ada"), "Absent") == [
        "• Absent (6): Southport and Ormskirk; Healthwatch Sefton; Southport and Formby PCN; South Sefton PCN; Sefton CVS; One Vision Housing"
    ]
    assert lines(sefton.ada.body, "Alder Hey") == ["• Sent apologies (1): Alder Hey"]


def test_a_record_is_corrected_on_record_and_nobody_is_told_twice(sefton):
    sefton.at("2022-09-06 17:00")
    does(sefton, "Record the meeting", present=SIX, deputies=["alder-hey"], names="Alder Hey: Pat Hill")
    shows(sefton)
    assert "Record the meeting" not in offers(sefton)
    fields = {
        "present": [*SIX, "southport-ormskirk"],
        "deputies": [],
        "names": "",
        "words": "Kim was there; Pat was not.",
    }
    said = does(sefton, "Correct the record", **fields)
    assert lines(said, "Its record") == [
        "Its record is corrected. 5 of 11 were there. Recommendation of the board: 6 are needed (clause ToR 5), so it was not quorate."
    ]
    assert len(inbox(sefton, "gil", "Nobody came for")) == 1
    assert len(inbox(sefton, "cleo", "Nobody came for")) == 1
    assert [a for a in sefton.register("SEF-M1") if "notice" not in a][-2:] == ["meeting-held", "meeting-corrected"]
    assert lines(shows(sefton), "corrected its record:") == [
        "• Tue 6 Sep 2022, 17:00: Sam corrected its record: Kim was there; Pat was not."
    ]


UNREAD = "I can't read “{}”. Write one a line, such as LUHFT: Pat Hill. Chosen above: LUHFT."


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({}, "present", "Nobody came, so it was not held. Please choose who came, or call it off."),
        (
            {"present": ["luhft"], "apologies": ["luhft"]},
            "apologies",
            "LUHFT stands in two of the lists. Please choose it in one of them.",
        ),
        ({"deputies": ["luhft"], "names": "Alder Hey: Pat"}, "names", UNREAD.format("Alder Hey: Pat")),
        ({"deputies": ["luhft"], "names": "Pat Hill"}, "names", UNREAD.format("Pat Hill")),
        (
            {"present": ["luhft"], "held_on": "2022-09-07"},
            "held_on",
            "Please choose a day from Sat 6 Aug 2022 to Tue 6 Sep 2022.",
        ),
        (
            {"present": ["luhft"], "minutes_link": "minutes.pdf"},
            "minutes_link",
            "Please give the whole link, such as https://www.example.org/minutes.pdf.",
        ),
    ],
)
def test_what_cannot_have_been_is_refused_beside_its_field(sefton, fields, field, said):
    sefton.at("2022-09-06 17:00")
    shows(sefton)
    fills(sefton, "sam", "Record the meeting", fields, unchecked=True)
    assert sefton.sam.modal_errors == {field: said}
    assert row(sefton).state.value == "planned"


def test_held_on_another_day_it_is_on_record_on_that_day_and_keeps_its_own(sefton):
    sefton.at("2022-09-08 12:00")
    does(sefton, "Record the meeting", present=SIX, held_on="2022-09-07")
    assert (str(row(sefton).nominal_on), str(row(sefton).meets_on)) == ("2022-09-06", "2022-09-07")
    assert lines(lists(sefton), "Held:") == ["• Held: Wed 7 Sep 2022 (SEF-M1)"]
    with sefton.session() as session:
        plan = meetings.plans_of(session, sefton.agreement(session))[BOARD]
    assert {str(a): str(b) for a, b in plan.moved.items()} == {"2022-09-06": "2022-09-07"}


def test_an_action_is_opened_from_a_meeting_and_stands_on_the_next_agenda(sefton):
    sefton.at("2022-09-08 12:00")
    does(sefton, "Record the meeting", present=SIX)
    does(sefton, "Open an action", title="Write it down", partner="luhft", due_on="2022-09-20")
    assert lines(body_of(sefton.ben.dm("SEF-A1"))) == [
        "SEF-A1: Write it down",
        "An action for LUHFT, opened by Sam. Press the button once it is done.",
        "For LUHFT, because of SEF-M1",
        "By the end of Tue 20 Sep 2022: due Tue 20 Sep 2022 (in 8 operational days)",
        "[It is done] [Show details]",
    ]
    assert lines(shows(sefton, reference="SEF-M2"), "2. SEF-A1:") == [
        "2. SEF-A1: Write it down. LUHFT, due Tue 20 Sep 2022"
    ]
    sefton.ada.guesses("meeting_action", row(sefton).id)
    assert sefton.ada.body == "You can't open an action because of SEF-M1. Sam (secretary) can."


def test_who_chairs_the_board_is_known_by_name_where_the_other_forum_s_chair_is(sefton):
    assert lines(lists(sefton), "(clause 8.5):") == [
        (
            "• Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5): "
            "nobody is recorded there, so nobody chairs here. Deputy chair (the GP lead clinician from Sefton): "
            "nobody is recorded."
        )
    ]
    with sefton.session() as session:
        joe = session.scalars(select(Person.id).where(Person.name == "Joe")).one()
        agreement = sefton.agreement(session).id
        session.add(
            ChairHolding(agreement_id=agreement, forum="health-and-wellbeing-board", deputy=False, person_id=joe)
        )
    assert lines(lists(sefton), "Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5):") == [
        "• Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5): Joe. Deputy chair (the GP lead clinician from Sefton): nobody is recorded."
    ]


def test_holders_of_seats_are_called_and_recorded_by_their_seats(essex):
    with essex.session() as session:
        agreement = session.scalars(select(Agreement)).one()
        people = {person.name: person.id for person in session.scalars(select(Person))}
        for name, seat in (("Bea", "hwb-chairs"), ("Cas", "hwb-chairs"), ("Ess", "executive-lead")):
            session.add(SeatHolding(agreement_id=agreement.id, forum=BOARD, seat=seat, person_id=people[name]))
    plans(essex, "2021-01-14")
    does(essex, "Call the meeting", "MSE-M1", channel=ESSEX, begins_at="10:00")
    assert lines(essex.cas.dm("Notice of a meeting").shown(), "to Chairs") == [
        "Notice of a meeting of the Partnership Board (clause 6.4) to Chairs of the upper-tier Health and Wellbeing Boards (2), under the Mid and South Essex agreement."
    ]
    assert inbox(essex, "sue", "Notice of a meeting") == []
    essex.at("2021-01-14 17:00")
    said = records(essex, "MSE-M1", present=["hwb-chairs", "executive-lead"], apologies=["hwb-chairs-2"])
    assert lines(said, "2 of", "Executive Lead") == [
        "Held on Thu 14 Jan 2021. 2 of 3 were there. The agreement states no quorum for what it decides.",
        "• There (2): Chairs of the upper-tier Health and Wellbeing Boards (Bea); Executive Lead of the Partnership (Ess)",
    ]
    with essex.session() as session:
        told = select(Entry.partner).where(Entry.act == "notice-delivered").order_by(Entry.partner)
        assert list(session.scalars(told)) == ["executive-lead", "hwb-chairs", "hwb-chairs-2"]


# --- Counted ------------------------------------------------------------------------------------------------------


def test_three_public_meetings_and_one_private_do_not_make_four(essex):
    assert lines(lists(essex, "ess", ESSEX), "at least 4 times") == [
        "• Meets at least 4 times each year, in public (clause 6.5)"
    ]
    assert lines(essex.ess.body, "Which year") == [
        "• Counted: at least 4 public meetings a year. Which year is meant is not decided: the secretary records it with /partnership open"
    ]
    decides(essex, "which-year", "calendar-year", channel=ESSEX)
    assert lines(lists(essex, "ess", ESSEX), "0 of") == [
        "• Counted: 0 of 4 public meetings in 2021 held, 0 planned; 4 more have to be planned"
    ]
    for day, public in (("12", "public"), ("13", "public"), ("14", "private"), ("15", "public"), ("18", "unsaid")):
        reference = plans(essex, f"2021-01-{day}")
        essex.at(f"2021-01-{day} 17:00")
        records(essex, reference, public)
    assert lines(lists(essex, "ess", ESSEX), "3 of") == [
        "• Counted: 3 of 4 public meetings in 2021 held, 0 planned; 1 more has to be planned"
    ]
    reference = plans(essex, "2021-01-19", "private")
    assert lines(lists(essex, "ess", ESSEX), "3 of") == [
        "• Counted: 3 of 4 public meetings in 2021 held, 0 planned; 1 more has to be planned"
    ]
    does(essex, "Public or private", reference, channel=ESSEX, public="public", words="Better so.")
    assert lines(lists(essex, "ess", ESSEX), "3 of") == ["• Counted: 3 of 4 public meetings in 2021 held, 1 planned"]
    essex.at("2021-01-20 12:00")  # its day has passed, and nobody says that it was held
    assert lines(lists(essex, "ess", ESSEX), "3 of") == [
        "• Counted: 3 of 4 public meetings in 2021 held, 0 planned; 1 more has to be planned"
    ]
    records(essex, reference)
    assert lines(lists(essex, "ess", ESSEX), "4 of") == ["• Counted: 4 of 4 public meetings in 2021 held, 0 planned"]
    assert "have to be planned" not in essex.ess.answer
    with essex.session() as session:
        held = session.scalars(select(Entry.facts).where(Entry.act == "meeting-held").order_by(Entry.id))
        assert [json.loads(facts)["public"] for facts in held] == [True, True, False, True, None, True]


def test_of_too_few_in_a_year_the_secretary_is_warned_at_ninety_sixty_and_thirty_days_once_each(make_world):
    world = make_world("2021-09-30 09:30", "mid-south-essex-2020", mornings=True)
    world.without_daily_lists()
    decides(world, "which-year", "calendar-year", channel=ESSEX)
    world.at("2021-10-01 12:00")
    assert world.sent("meeting_short") == []
    # Ninety days before the end of the year is Saturday 2 October: it is said on the Monday.
    world.at("2021-10-04 12:00")
    assert world.sent("meeting_short") == [("Sam", "2021-10-04 09:00")]
    said = world.sam.dm("too few meetings").shown()
    assert lines(said, "0 of", "4 more have") == [
        "0 of 4 public meetings are on record as held, and 0 more are planned (clause 6.5). 4 more have to be held by Fri 31 Dec 2021, in 88 days."
    ]
    sets_series(world, "2021-10-20", every="2 weeks", channel=ESSEX)
    assert lines(lists(world, "ess", ESSEX), "6 planned") == [
        "• Counted: 0 of 4 public meetings in 2021 held, 6 planned"
    ]
    world.at("2021-10-05 12:00")
    assert len(world.sent("meeting_short")) == 1
    assert world.register().count("meetings-too-few") == 1
    world.wakes_at("2021-12-08 09:30")  # nobody has recorded what was held: sixty days went by unseen, thirty is said
    assert [at for _, at in world.sent("meeting_short")] == ["2021-10-04 09:00", "2021-12-08 09:30"]
    world.at("2021-12-09 12:00")
    assert len(world.sent("meeting_short")) == 2
    assert {name for name, _ in world.sent("meeting_short")} == {"Sam"}
