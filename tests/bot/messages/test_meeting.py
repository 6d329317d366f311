"""The most important messages about meetings, word for word."""

import pytest

from bot import words
from bot.slack.commands import dialect
from tests.bot.messages.facts import debt, issue, lines_of, rendered
from tests.bot.messages.meeting import (
    AGENDA,
    AWAY,
    CADENCES,
    CALLED,
    DID,
    HELD,
    NOTICES,
    QUORUM,
    QUORUMS,
    ROW,
    SERIES,
    SHORT,
    SUBSTITUTED,
    TALLY,
    THERE,
    WAITING,
    declarations,
    meeting,
)

HEADING = "heading: SEF-M1: Sefton Partnership board, Tue 18 Oct 2022"
DAY = "paragraph: Tue 18 Oct 2022, 14:00: Bootle Town Hall"
ON_IT = [
    "paragraph: Agenda",
    "paragraph: 1. Declarations of interest. Anybody with an interest in an item, please declare it.",
    "item: SEF-C1, LUHFT: Shares in a builder; in SEF-D1 it takes no part; in SEF-7 it takes part (noted)",
    "item: SEF-C2, LUHFT: Shares in a builder; it reaches this forum",
    "paragraph: 2. SEF-7: Discharge delays. Stage: Discussion between the partners",
    "paragraph: 3. SEF-8: The rota (private). Stage: Discussion between the partners",
    "paragraph: 4. SEF-9: Shared records. Its advice is asked for",
    "paragraph: 5. SEF-D1: Shared wards. Open to votes until Fri 21 Oct 2022",
    "paragraph: 6. SEF-D2: More wards. A draft of a decision",
    "paragraph: 7. SEF-R2: Chairing arrangements. A review, to be held on Tue 1 Nov 2022",
    "paragraph: 8. SEF-T1.2: One record for everybody. A change to confirm: Signed off, with conditions, now Begun",
    "paragraph: 9. SEF-T1.9: A new row. A change to confirm: TBC",
    "paragraph: 10. SEF-T1.3: Another owner. A change to confirm",
    "paragraph: 11. SEF-MS2: A shared budget. A milestone, due Mon 31 Oct 2022",
    "paragraph: 12. SEF-A1: Write it down. LUHFT, overdue since Sat 1 Oct 2022",
    "paragraph: 13. SEF-A2: Count the beds. Alder Hey, due Tue 1 Nov 2022",
    "paragraph: 14. Winter beds, asked for by Eve Hill (Mersey Care): How many?",
    "paragraph: 15. Terms of reference, asked for by Sam Board",
]


def part(template, /, **facts):
    found = words.read(words._environment(dialect).get_template(f"_parts/{template}.txt").render(facts))
    return " | ".join(block.text for block in found)


def test_the_living_message_of_a_meeting_to_come():
    assert rendered("meeting", meeting()).line == "SEF-M1: Sefton Partnership board, Tue 18 Oct 2022 (Planned)"
    assert lines_of("meeting", **meeting(nominal_on="2022-10-16")) == [
        HEADING,
        "paragraph: Planned",
        DAY,
        "paragraph: Notice: to go out by Mon 10 Oct 2022, 5 clear days before it (clause ToR 3).",
        "paragraph: Papers: to go out by Fri 14 Oct 2022, 3 clear days before it (clause ToR 4).",
        *ON_IT,
        "small: Its day in the series is Sun 16 Oct 2022.",
    ]


def test_the_living_message_of_a_meeting_that_was_held_names_nobody_who_was_absent():
    assert lines_of("meeting", **meeting(**HELD)) == [
        HEADING,
        "paragraph: Held",
        DAY,
        "paragraph: 4 of 7 were there. Recommendation of the board: 4 are needed (clause 8.7), so it was quorate.",
        "paragraph: Minutes: https://www.example.org/boards/september/minutes.pdf",
        "quote: We agreed on beds.",
    ]


def test_the_notice_of_a_meeting():
    facts = meeting(**{**CALLED, **DID["called late"], "public": True, "words": "Please come."}, partner="LUHFT")
    assert rendered("meeting_notice", facts).line == "Notice: Sefton Partnership board, Tue 18 Oct 2022, 14:00"
    assert lines_of("meeting_notice", **facts) == [
        HEADING,
        (
            "paragraph: Notice of a meeting of the Sefton Partnership board (clause 8.2) to LUHFT, under the Sefton "
            "Partnership agreement."
        ),
        "paragraph: Tue 18 Oct 2022, 14:00, in public: Bootle Town Hall",
        (
            "paragraph: Notice: sent on Tue 11 Oct 2022, which is late: the agreement asks for 5 clear days before it "
            "(clause ToR 3), so by Mon 10 Oct 2022."
        ),
        "quote: Please come.",
        "paragraph: Papers",
        "item: Budget",
        "item: https://www.example.org/boards/september/minutes.pdf",
        *ON_IT,
        "small: Called by Sam Board, Mon 19 Dec 2022, 09:12",
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "Notice: to go out by Mon 10 Oct 2022, 5 clear days before it (clause ToR 3)."),
        (2, "Notice: was to go out by Mon 10 Oct 2022, 5 clear days before it (clause ToR 3)."),
        (3, "Notice: sent on Mon 10 Oct 2022, in time: 5 clear days before it (clause ToR 3), by Mon 10 Oct 2022."),
        (
            4,
            (
                "Notice: sent on Tue 11 Oct 2022, which is late: the agreement asks for 5 clear days before it (clause "
                "ToR 3), so by Mon 10 Oct 2022."
            ),
        ),
        (
            5,
            (
                "Notice: 5 operational days before it. Which days those are is not decided yet: the secretary records it "
                "with /partnership open."
            ),
        ),
        (6, "Notice: to go out by Mon 10 Oct 2022, 1 week before it."),
    ],
)
def test_what_is_asked_before_a_meeting(number, expected):
    assert part("meetings/before", asked=NOTICES[number], what="Notice") == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "The document does not say how often it meets"),
        (1, "The document does not say how often it meets; as the partners have it, every month"),
        (2, "Meets alternate months (clause Briefing 3.4)"),
        (3, "Meets every 10 calendar days"),
        (4, "Meets at least 4 times a year, in public (clause 6.5); as the partners have it, every two months"),
        (5, "Meets at least 1 time a year"),
    ],
)
def test_how_often_a_forum_meets(number, expected):
    assert part("meetings/cadence", cadence=CADENCES[number]) == expected


@pytest.mark.parametrize(
    ("quorums", "expected"),
    [
        ([], "4 of 7 were there. The agreement states no quorum for what it decides."),
        (
            QUORUMS[2],
            "4 of 7 were there. Recommendation of the board: 5 are needed, so it was not quorate.",
        ),
        (
            QUORUMS[3],
            (
                "4 of 7 were there. Recommendation of the board: 1 of 3 counts, and 1 is needed (clause 8.7), so it was "
                "quorate. Variation and Accession: 7 are needed (clause 8.7), so it was not quorate."
            ),
        ),
        ([QUORUM], "4 of 7 were there. Recommendation of the board: 4 are needed (clause 8.7), so it was quorate."),
    ],
)
def test_whether_enough_were_there(quorums, expected):
    assert part("meetings/there", attendance=THERE, quorums=quorums) == expected


def test_who_stood_in_for_whom_is_said_with_what_did_not_count():
    assert part("meetings/there", attendance=SUBSTITUTED, quorums=[]) == (
        "5 of 7 were there, Oak Lane by proxy of Mill Lane. The agreement states no quorum for what it decides."
    )
    assert part("meetings/attendance", attendance=SUBSTITUTED).split(" | ") == [
        "There (2): Sefton Council; Chair (Ann Lee)",
        "By a substitute (2): Quay Road (J. Pell, named Sun 12 May 2024, 21:15); Fern Bank (K. Roe, named Sat 11 May 2024)",
        "Sent apologies (1): Mersey Care",
        "Absent (2): Sefton CVS; One Vision Housing",
        "Mr Ames at 19:20 came too, of Quay Road: may speak, and has no vote while J. Pell sits for it",
        "By proxy: Oak Lane, for which Mill Lane votes (paper of Fri 3 May 2024)",
        "By proxy: Hill End, for which Well Street votes; it does not count as there",
        "A second paper to Mill Lane, of Pond Side: refused, one a person (6.4).",
    ]
    assert part("meetings/there", attendance=WAITING, quorums=[]) == WAITING["waits"]


def test_the_list_says_what_is_counted_and_what_is_to_come():
    facts = {"agreement": "Mid and South Essex", "rows": [ROW], "more": 0, "secretary": False}
    assert lines_of("meeting_list", **facts) == [
        "heading: Mid and South Essex: meetings",
        "paragraph: Partnership Board (clause 6.4)",
        "item: Meets at least 4 times a year, in public (clause 6.5); as the partners have it, every two months",
        (
            "item: Independently chaired (clause 6.5): Jo Hall, until Fri 31 Mar 2023, who acts for LUHFT. "
            "Deputy chair: Dr Grey, until Fri 30 Jun 2023."
        ),
        (
            "item: Next: Tue 2 Nov 2021 (MSE-M4), in public; Tue 4 Jan 2022, in private; Tue 2 Jan 2029, provisional"
        ),
        "item: Counted: 3 of 4 public meetings in 2021 held, 0 planned; 1 more has to be planned",
    ]  # fmt: skip
    rolled = facts | {"rows": [ROW | {"tally": TALLY | AWAY}]}
    assert lines_of("meeting_list", **rolled)[-1] == (
        "item: Counted: 3 of 4 public meetings in 2021 held, 0 planned; 1 more has to be planned "
        "(that of Fri 31 Dec is held on Tue 4 Jan 2022)"
    )
    undecided = facts | {"rows": [ROW | {"tally": None}]}
    assert lines_of("meeting_list", **undecided)[-1] == (
        "item: Counted: at least 4 public meetings a year. Which year is meant is not decided: the secretary records it "
        "with /partnership open"
    )


def test_a_series_is_said_back():
    assert lines_of("meeting_series", **SERIES)[:4] == [
        "heading: Sefton Partnership board: its series is set",
        "paragraph: The document does not say how often it meets; as the partners have it, every month",
        "paragraph: The next meetings",
        "item: Mon 7 Nov 2022, 14:00, in place of Sun 6 Nov 2022",
    ]


def test_the_warning_of_too_few():
    assert rendered("meeting_short", SHORT).line == "Partnership Board: 1 more meeting to plan by Fri 31 Dec 2021"
    assert lines_of("meeting_short", **SHORT) == [
        "heading: Partnership Board: too few meetings in 2021",
        (
            "paragraph: 3 of 4 public meetings are on record as held, and 0 more are planned (clause 6.5). 1 more has to be "
            "held by Fri 31 Dec 2021, in 60 days."
        ),
        (
            "paragraph: Meetings in private do not count, nor those of which nobody has said whether they were in public."
        ),
        "small: In the Mid and South Essex agreement. You get this because you are the secretary.",
    ]  # fmt: skip
    assert lines_of("meeting_short", **SHORT | AWAY)[1].endswith(
        "1 more has to be held by Fri 31 Dec 2021, in 60 days. "
        "Of this year's meetings, that of Fri 31 Dec is held on Tue 4 Jan 2022."
    )


def test_a_long_agenda_is_cut_and_says_so():
    items = [declarations(), *[AGENDA[1]] * 30]
    assert lines_of("meeting", **meeting(agenda=items))[-1] == "item: 16 more: /partnership meeting SEF-M1"


def test_the_secretary_is_reminded_as_the_secretary():
    owed = debt(("meeting-notice",)) | {"partner": "The secretary", "secretary": True}
    found = lines_of("nudge", **issue(debts=[owed], can_snooze=False))
    assert found[-2:] == [
        "item: The secretary is still to call it.",
        "small: You get this because you are the secretary.",
    ]
