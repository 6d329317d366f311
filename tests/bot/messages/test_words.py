"""The most important messages, word for word."""

from datetime import UTC, datetime

import pytest

from bot import words
from rules.terms import Direction, Unit
from tests.bot.messages.everything import VARIANTS
from tests.bot.messages.facts import (
    HISTORY,
    ISSUES,
    OVERDUE,
    RESOLVED,
    ROSTER,
    SENIOR,
    TODAY,
    agreed_date,
    deadline,
    debt,
    issue,
    lines_of,
    rendered,
)

WORKING = (
    "20 operational days (England and Wales) from Fri 16 Dec 2022, counted from Mon 19 Dec; skipped: Sun 25 Dec "
    "(Christmas Day), Mon 26 Dec (Boxing Day), Tue 27 Dec (Christmas Day, substitute day), Sun 1 Jan (New Year's Day), "
    "Mon 2 Jan (New Year's Day, substitute day) and 8 weekend days"
)
NEXT = (
    "the affected partners discuss it and one of them proposes a resolution; it is resolved when all of them agree. If "
    "nothing is agreed by Wed 18 Jan 2023, it is marked unresolved and they are asked what next."
)


def test_who_is_missed_as_a_lead_and_what_the_document_asks_of_one():
    assert "item: Without a lead: Sefton CVS" in lines_of("people", **ROSTER)
    assert f"item: Without a lead: Sefton CVS. {SENIOR}" in lines_of("people", **ROSTER, senior=SENIOR)


def test_what_may_have_gone_out_before_a_restore():
    (line,) = lines_of("again", restored_at="2027-03-03T10:15:00+00:00")
    assert line == (
        "small: You may have had this before: Accord was put back from a backup on Wed 3 Mar 2027, 10:15, and whether "
        "this had gone out by then is not known."
    )


def test_the_living_message():
    facts = issue(**ISSUES["unconfirmed"] | {"raised_as": "provider", "acknowledged": ["Sefton Council"]})
    assert rendered("issue", facts).line == ("SEF-7 (open): Discharge delays; resolve by Wed 18 Jan 2023 (provisional)")
    assert lines_of("issue", **facts) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Open. Stage: Discussion between the partners (clause 5.2).",
        "paragraph: Raised for Mersey Care, as a provider, by Jo Hall on Fri 16 Dec 2022, 17:30.",
        "quote: Beds stay full at weekends, because transport stops on Friday evening.",
        "paragraph: Touches Principle: Acting as one",
        "paragraph: Affects Sefton Council, Mersey Care and Alder Hey",
        f"paragraph: Resolve by Wed 18 Jan 2023 (clause 5.2): {WORKING}.",
        "paragraph: This date is provisional: it counts from the day the last partner is notified.",
        "paragraph: Notified: 9 of 10 partners; not yet Alder Hey. The secretary tells Alder Hey in another way.",
        "paragraph: Acknowledged by Sefton Council; not yet by Alder Hey",
        "paragraph: Waits for: Sefton Council, Mersey Care and Alder Hey",
        f"paragraph: Next: {NEXT}",
    ]


def test_the_living_message_with_a_proposal_says_who_agrees_who_does_not_and_who_is_still_to_answer():
    text = lines_of("issue", **issue(**ISSUES["proposal, one against"]))
    assert text[8:14] == [
        "paragraph: Proposed by Mersey Care (Jo Hall, Tue 20 Dec 2022, 10:05):",
        "quote: A shared discharge desk from 1 February.",
        "item: Agree: Mersey Care",
        "item: Alder Hey does not agree: We can't staff it",
        "item: No answer yet: Sefton Council",
        "paragraph: Waits for: Sefton Council, Mersey Care and Alder Hey",
    ]


def test_the_living_message_of_a_closed_issue_has_nothing_left_to_do():
    assert lines_of("issue", **issue(**RESOLVED)) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Resolved on Wed 4 Jan 2023, 10:00: every affected partner agreed to this.",
        "quote: A shared discharge desk from 1 February.",
        "paragraph: Raised for Mersey Care by Jo Hall on Fri 16 Dec 2022, 17:30.",
        "quote: Beds stay full at weekends, because transport stops on Friday evening.",
        "paragraph: Touches Principle: Acting as one",
        "paragraph: Affects Sefton Council, Mersey Care and Alder Hey",
        "paragraph: Agreed by: Sefton Council, Mersey Care and Alder Hey",
    ]


def test_a_notice():
    facts = issue(partner="Alder Hey Children's NHS Foundation Trust", private=True)
    assert rendered("issue_notice", facts).line == (
        "Notice of SEF-7, Discharge delays: raised for Mersey Care. Please acknowledge it for "
        "Alder Hey Children's NHS Foundation Trust"
    )
    assert lines_of("issue_notice", **facts) == [
        "heading: SEF-7: Discharge delays",
        (
            "paragraph: Notice to Alder Hey Children's NHS Foundation Trust of an issue under the Sefton Partnership "
            "agreement (clause 5.2)."
        ),
        "paragraph: Private to the partners concerned. Only they and the secretary can see it.",
        "paragraph: Raised for Mersey Care by Jo Hall on Fri 16 Dec 2022, 17:30.",
        "quote: Beds stay full at weekends, because transport stops on Friday evening.",
        "paragraph: Touches Principle: Acting as one",
        "paragraph: Affects Sefton Council, Mersey Care and Alder Hey",
        f"paragraph: Resolve by Wed 18 Jan 2023 (clause 5.2): {WORKING}.",
        (
            "paragraph: What to do now: press Acknowledge, so that the others know it has reached you. Then the affected "
            "partners discuss it, and any of them can propose a resolution."
        ),
        "small: /partnership issue SEF-7 shows at any time how things stand.",
    ]


def test_a_nudge_on_the_last_day():
    facts = issue(deadline=TODAY, debts=[debt(("answer", "extension-answer"), deadline=TODAY)], can_snooze=False)
    assert rendered("nudge", facts).line == (
        "Last day: SEF-7, Discharge delays. Please answer the proposed resolution and the request for more time; "
        "due Wed 18 Jan 2023 (today)."
    )
    assert lines_of("nudge", **facts) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Today is the last day: due Wed 18 Jan 2023.",
        "item: Sefton Council is still to answer the proposed resolution and the request for more time.",
        "small: You get this because you act for Sefton Council.",
    ]


def test_an_overdue_nudge():
    facts = issue(**ISSUES["overdue"], debts=[debt(("way-forward",), deadline=OVERDUE)], can_snooze=True)
    assert lines_of("nudge", **facts) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Overdue: this was due Wed 18 Jan 2023, 4 operational days ago, and still waits for you.",
        "item: Sefton Council is still to propose a way forward.",
        "small: You get this because you act for Sefton Council. Snoozing stops the reminders for a while, not the clock.",
    ]


def test_a_digest_has_what_is_overdue_first():
    assert lines_of("digest", **VARIANTS["digest"][0])[1:5] == [
        "paragraph: Overdue",
        (
            "item: SEF-3: Shared records (for Sefton Council): propose a way forward; due Wed 18 Jan 2023 (4 operational "
            "days overdue)"
        ),
        "paragraph: To come",
        (
            "item: SEF-7: Discharge delays (for Sefton Council): answer the proposed resolution and the request for more "
            "time; due Wed 18 Jan 2023 (today)"
        ),
    ]


def part(name, **facts):
    return words.read(words._environment().get_template(f"_parts/{name}.txt").render(facts))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (deadline(), WORKING),
        (agreed_date(), "the date the partners agreed"),
        (
            deadline(number=3, unit=Unit.MONTHS, calendar=None),
            "3 months from Fri 16 Dec 2022, counted from Sat 17 Dec",
        ),
        (
            deadline(number=48, unit=Unit.HOURS, calendar=None),
            "48 hours from Fri 16 Dec 2022, 17:30, so by Sun 18 Dec 2022, 17:30",
        ),
        (
            deadline(number=5, direction=Direction.BEFORE),
            (
                "5 operational days (England and Wales) before Fri 16 Dec 2022, counted back from Thu 15 Dec; skipped: "
                "2 weekend days"
            ),
        ),
        (
            deadline(number=1, start=datetime(2023, 1, 10, 9, tzinfo=UTC)),
            "1 operational day (England and Wales) from Tue 10 Jan 2023, counted from Wed 11 Jan",
        ),
    ],
    ids=["20 days", "agreed", "months", "hours", "before", "one day"],
)
def test_a_deadline_shows_its_working(given, expected):
    (block,) = part("working", deadline=given, timezone="Europe/London")
    assert block.text == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (deadline(), "due Wed 18 Jan 2023 (in 3 operational days)"),
        (deadline("2023-01-17"), "due Wed 18 Jan 2023 (in 1 operational day)"),
        (deadline("2023-01-18"), "due Wed 18 Jan 2023 (today)"),
        (deadline("2023-01-19"), "due Wed 18 Jan 2023 (1 operational day overdue)"),
        (deadline(confirmed=False), "due Wed 18 Jan 2023 (in 3 operational days, provisional)"),
        (  # Friday, and it is due on the Sunday: no operational day is left after today
            deadline("2022-12-16", number=2, unit=Unit.CALENDAR_DAYS, calendar=None),
            "due Sun 18 Dec 2022 (today is its last operational day)",
        ),
        (None, "no date set"),
    ],
)
def test_how_much_time_is_left(given, expected):
    (block,) = part("due", deadline=given)
    assert block.text == expected


def test_notices_in_a_row_are_one_line_of_the_history():
    text = [block.text for block in part("history", history=HISTORY, timezone="Europe/London")]
    assert text[2] == (
        "Fri 16 Dec 2022, 17:31: notified in the chat: Alder Hey, South Sefton PCN, Sefton CVS and One Vision Housing"
    )
    assert text[4:6] == [
        "Fri 16 Dec 2022, 17:31: Sefton CVS was told outside the chat (recorded by Sam Board, from: by telephone, 16:40)",
        "Fri 16 Dec 2022, 17:31: notified in the chat: Sefton Council",
    ]
    assert sum("notified in the chat" in line for line in text) == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (0, None),
        (1, "item: 1 more that is not decided: /partnership decision and a reference shows any of them"),
        (2, "item: 2 more that are not decided: /partnership decision and a reference shows any of them"),
    ],
)
def test_a_list_of_decisions_says_how_many_more_wait(more, said):
    lines = lines_of("decision_list", **VARIANTS["decision_list"][-1] | {"more": more})
    assert [line for line in lines if " more " in line] == ([said] if said else [])


def test_a_list_of_interests_says_how_many_more_there_are_and_how_to_see_fewer():
    lines = lines_of("conflict_list", **VARIANTS["conflict_list"][-1])
    assert [line for line in lines if " more:" in line] == [
        (
            "item: 3 more: /partnership conflict and a reference shows any of them; /partnership interests and a partner, a "
            "kind, or late, ended or all shows fewer"
        )
    ]
