"""What the checker sees in moments: the small pack, broken in one place at a time, and what is said where."""

from pathlib import Path

import pytest

from storage.packs import PackFaults, parse_pack

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text(encoding="utf-8")
STAGE = "      clock: talk\n"
TALK = "    counts_from: notified\n"
OPENING = "    counts_from: 2030-04-01\n"
LIMIT = "    limit: {number: 10, unit: operational-days, calendar: working}\n"
PARTS = "Write a length and what it counts from: an event, a stage or a clock by its name, or a day as 2022-07-01."
AT_A_STAGE = "commencement, ending, signed, raised, proposed, sent, received, notified, entered, decided, or a day, as 2022-07-01"


def faults_of(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="small.yaml")
    return [(fault.path, fault.message, fault.hint) for fault in refused.value.faults]


BROKEN = [
    # An event that cannot happen there.
    (TALK, "    counts_from: appointed\n", "clocks.talk.counts_from", "It counts from appointed, but nobody is appointed at this stage.", f"Name another event: {AT_A_STAGE}."),
    (TALK, "    counts_from: meeting\n", "clocks.talk.counts_from", "It counts from meeting, but the stage is before no forum.", f"Add forum to first. Name another event: {AT_A_STAGE}."),
    (TALK, "    counts_from: disclosed\n", "clocks.talk.counts_from", "It counts from disclosed, which does not happen here.", f"Name another event: {AT_A_STAGE}."),
    (TALK, "    counts_from: second\n", "clocks.talk.counts_from", "It counts from second, which comes after first.", "Name an earlier stage, or an event."),
    (TALK, "    counts_from: notifed\n", "clocks.talk.counts_from", "There is no event, stage or clock called notifed.", f"Write one of: {AT_A_STAGE}."),
    # Nothing says from when.
    (TALK, "", "clocks.talk", "Nothing says from when it is counted.", "Add counts_from, or an open point with path: clocks.talk.counts_from."),
    (STAGE, "      clock: {limit: 10 calendar-days}\n", "issues.stages.first.clock", "Nothing says from when it is counted.", "Add counts_from, or an open point with path: issues.stages.first.clock.counts_from."),
    # Clocks that wait for one another, or for themselves.
    (TALK, "    counts_from: talk\n", "clocks.talk.counts_from", "talk waits for itself.", "Count one of them from an event, such as raised."),
    # Hours from what has only a day; what begins with a day.
    (STAGE, "      clock: 48 hours after commencement\n", "issues.stages.first.clock.limit", "Hours are counted from an hour; commencement is a day.", "Name an event that has an hour, or give a length in days."),
    (STAGE, "      clock: 48 hours after signed\n", "issues.stages.first.clock.limit", "Hours are counted from an hour; signed is a day.", "Name an event that has an hour, or give a length in days."),
    (STAGE, "      clock: 48 hours after 2030-04-01\n", "issues.stages.first.clock.limit", "Hours are counted from an hour; 2030-04-01 is a day.", "Name an event that has an hour, or give a length in days."),
    (STAGE, "      clock: 48 hours after talk\n", "issues.stages.first.clock.limit", "Hours are counted from an hour; talk is a day.", "Name an event that has an hour, or give a length in days."),
    (TALK + LIMIT, "    counts_from: raised\n    limit: 36 hours\n    closed_day: next\n  then: {name: Then, counts_from: talk, limit: 3 hours}\n", "clocks.then.limit", "Hours are counted from an hour; talk can be a day, where it goes to an open one.", "Name an event that has an hour, or give a length in days."),
    (STAGE, "      clock: 48 hours beginning with raised\n", "issues.stages.first.clock.limit", "Hours cannot begin with a day: they begin with an hour.", "Write it as 48 hours after, or as 48 calendar-days beginning with, whichever the document means."),
    (STAGE, "      clock: 5 clear-days beginning with raised\n", "issues.stages.first.clock.limit", "Clear days cannot begin with a day: both ends are left out.", "Write it as 5 clear-days after, or as 5 calendar-days beginning with, whichever the document means."),
    # A day without its year; days of no kind; words that are none.
    (OPENING, "    counts_from: 30 June\n", "clocks.opening.counts_from", "30 June of which year?", "Write the day with its year, as 2025-06-30."),
    (STAGE, "      clock: 10 days after raised\n", "issues.stages.first.clock", "Days of which kind?", "Write 10 calendar-days, 10 operational-days or 10 clear-days."),
    (STAGE, "      clock: 6 clear-days before the meeting\n", "issues.stages.first.clock", "6 clear-days before the meeting is not a moment.", "Write it as 6 clear-days before meeting."),
    (STAGE, "      clock: 5 operational-days after raised\n", "issues.stages.first.clock.limit", "Operational days are counted on no calendar.", None),
    (STAGE, "      clock: 5 operational-days on mars after raised\n", "issues.stages.first.clock.limit.calendar", "There is no calendar called mars.", None),
    # A time that is up before its stage begins.
    (STAGE, "      clock: 5 calendar-days before raised\n", "issues.stages.first.clock", "Its time would be up before it begins: it runs back from raised.", "Name a clock whose length runs on: after, and not before."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("48 hours before the meeting", "Write it as 48 hours before meeting."),
        ("6 clear days after the Meeting", "Write it as 6 clear days after meeting."),
        ("10 operational-days on working after a decided", "Write it as 10 operational-days on working after decided."),
        ("10 calendar-days after the parties agree", PARTS),
        (
            "48 hrs before the meeting",
            "Write the length in calendar-days, clear-days, operational-days, weeks, months, years or hours.",
        ),
        (
            "5 days before the meeting",
            "Days of which kind: write 5 calendar-days before meeting, 5 clear-days before meeting, or 5 operational-days on working-days before meeting.",
        ),
        (
            "3 working days before the meeting",
            "Write 3 operational-days on working-days before meeting, with the key of your calendar; their kind of day is called operational.",
        ),
        ("2 weeks after the issue is raised", "Write it as 2 weeks after raised."),
    ],
)
def test_what_is_suggested_for_a_moment_has_the_meaning_of_what_was_written(written, hint):
    found = faults_of(SMALL.replace(STAGE, f"      clock: {written}\n", 1))
    assert ("issues.stages.first.clock", f"{written} is not a moment.", hint) in found


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("48 hours after meeting", "Write it as 48 hours before meeting."),
        ("{counts_from: meeting, limit: 1 hour}", "Write it as 1 hour before meeting."),
        ("5 clear-days on working after meeting", "Write it as 5 clear-days on working before meeting."),
        ("1 calendar-day after meeting", "Write it as 1 calendar-day before meeting."),
        ("2 weeks beginning with meeting", "Write it as 2 weeks before meeting."),
        ("1 month after meeting", "Write it as 1 month before meeting."),
    ],
)
@pytest.mark.parametrize("name", ["notice", "papers"])
def test_what_is_asked_for_before_a_meeting_keeps_its_length_in_the_suggestion(name, written, hint):
    chair = "    chair: {follows: council}"
    assert chair in SMALL
    direction = "beginning with" if "beginning" in written else "after"
    assert faults_of(SMALL.replace(chair, f"    {name}: {written}", 1)) == [
        (f"forums.board.{name}.limit", f"It is asked for before a meeting, and is counted {direction} it.", hint)
    ]
    parse_pack(SMALL.replace(chair, f"    {name}: {hint.removeprefix('Write it as ').removesuffix('.')}", 1), file="s")


@pytest.mark.parametrize(("old", "new", "path", "message", "hint"), BROKEN)
def test_each_fault_is_found_where_it_is_made(old, new, path, message, hint):
    assert old in SMALL
    found = faults_of(SMALL.replace(old, new, 1))
    assert (path, message) in [(fault_path, fault_message) for fault_path, fault_message, _ in found]
    if hint is not None:
        assert (path, message, hint) in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (STAGE, "      clock: 10 operational-days on working after raised\n"),
        (STAGE, "      clock: 10 operational-days on working after talk\n"),
        (STAGE, "      clock: 48 hours after raised\n"),
        (STAGE, "      clock: 6 months before ending\n"),
        (STAGE, "      clock: 5 years beginning with commencement\n"),
        (STAGE, "      clock: 2030-09-01\n"),
        (STAGE, "      clock: {counts_from: raised, limit: 1 month, closed_day: next}\n"),
        (STAGE + "", "      clock: talk\n      forum: board\n"),
        (TALK, "    counts_from: first\n"),
        (TALK, "    counts_from: opening\n"),
        (
            "    chair: {follows: council}",
            "    notice: 48 hours before meeting\n    papers: 5 clear-days before meeting",
        ),
    ],
)
def test_what_can_be_said_is_no_fault(old, new):
    assert old in SMALL
    parse_pack(SMALL.replace(old, new, 1), file="small.yaml")


def test_what_a_clock_counts_from_may_be_left_open_and_asked():
    point = "  - {key: since, question: From when?, path: clocks.talk.counts_from, choices: [raised, entered]}\n"
    text = SMALL.replace(TALK, "", 1)
    text = text.replace("\nopen:\n", f"\nopen:\n{point}", 1)
    parse_pack(text, file="small.yaml")
    assert faults_of(text.replace("[raised, entered]", "[raised, second, purple]")) == [
        (
            "open.since.choices[2]",
            "It counts from second, which comes after first.",
            "Name an earlier stage, or an event.",
        ),
        ("open.since.choices[3]", "There is no event, stage or clock called purple.", f"Write one of: {AT_A_STAGE}."),
    ]


def test_an_answer_that_is_no_name_is_told_once_and_stops_nothing():
    point = '  - {key: since, question: From when?, path: clocks.talk.counts_from, choices: [raised, "Hello World!"]}\n'
    text = SMALL.replace(TALK, "", 1).replace("\nopen:\n", f"\nopen:\n{point}", 1)
    assert [path for path, *_ in faults_of(text)] == ["open.since.choices[2]"]


def test_many_clocks_one_after_another_have_an_end():
    def clocks(last: str) -> str:
        names = [f"c{number}" for number in range(300)]
        after = [*names[1:], last]
        return "".join(
            f"  {key}: {{name: C, counts_from: {to}, limit: 1 week}}\n" for key, to in zip(names, after, strict=True)
        )

    ended = faults_of(SMALL.replace("clocks:\n", f"clocks:\n{clocks('raised')}", 1))
    assert [path for path, *_ in ended] == ["clocks.c199.counts_from"]
    assert ended[0][1] == "It counts from more than 100 clocks, one after another."
    round_ = faults_of(SMALL.replace("clocks:\n", f"clocks:\n{clocks('c0')}", 1))
    assert round_[0][:1] == ("clocks.c0.counts_from",)
    assert round_[0][1].endswith(", and so on round.")


def test_clocks_in_a_circle_are_named_once():
    clocks = "clocks:\n  plan: {name: Plan, counts_from: terms, limit: 1 week}\n  terms: {name: Terms, counts_from: plan, limit: 1 week}\n"
    assert faults_of(SMALL.replace("clocks:\n", clocks, 1)) == [
        (
            "clocks.plan.counts_from",
            "plan waits for terms, and terms waits for plan.",
            "Count one of them from an event, such as raised.",
        )
    ]
