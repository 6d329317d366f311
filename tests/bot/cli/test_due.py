"""`python -m bot due`: the date, its working, and a sentence for whatever is wrong."""

import json
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.due import due
from rules.terms import Calendar, Clock, Event, TimeLimit, Unit
from storage import packs
from storage.packs import read_pack

app = typer.Typer()
app.command("due")(due)


@app.callback()
def _main():
    """Make `due` a command among others, as it is in the program."""


def run(line):
    return CliRunner().invoke(app, ["due", *line.split()])


def answer(line):
    result = run(f"{line} --json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def refusal(line):
    result = run(line)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return result.stderr


@pytest.mark.parametrize(
    ("line", "due_on"),
    [
        ("--days 20 --calendar england-and-wales --from 2022-12-16T17:30", "2023-01-18"),
        ("--days 20 --calendar uk-any-part --from 2022-12-16T17:30", "2023-01-19"),
        ("--days 20 --calendar england-and-wales --from 2023-03-30", "2023-05-02"),
        ("--days 20 --calendar england-and-wales --from 2022-07-04T23:30Z", "2022-08-02"),
        ("--days 20 --calendar england-and-wales --from 2022-07-05T00:30+01:00", "2022-08-02"),
        ("--days 20 --calendar england-and-wales --from 2022-09-01", "2022-09-30"),
        ("--days 20 --calendar england-and-wales --from 2022-09-01 --known-on 2022-09-01", "2022-09-29"),
        ("--days 20 --calendar england-and-wales --from 2022-09-01 --known-on 2022-09-10", "2022-09-30"),
        (
            "--days 20 --calendar england-and-wales --from 2022-09-01 --known-on 2022-09-01 --closed 2022-09-19",
            "2022-09-30",
        ),
        (
            "--days 1 --calendar england-and-wales --from 2023-10-02 --closed 2023-10-03 --closed 2023-10-04",
            "2023-10-05",
        ),
        ("--days 1 --calendar england-and-wales --from 2023-08-25 --open 2023-08-28", "2023-08-28"),
        ("--days 5 --calendar england-and-wales --from 2023-08-29 --before", "2023-08-21"),
        ("--days 14 --from 2019-10-02", "2019-10-16"),
        ("--days 28 --clear --from 2019-10-01", "2019-10-30"),
        ("--days 3 --clear --before --from 2023-10-20", "2023-10-16"),
        ("--days 5 --clear --before --from 2023-10-20 --calendar england-and-wales", "2023-10-12"),
        ("--weeks 4 --before --from 2012-10-01", "2012-09-03"),
        ("--months 4 --from 1978-09-30", "1979-01-30"),
        ("--years 1 --from 2024-02-29", "2025-02-28"),
        ("--hours 48 --from 2022-12-16T17:30", "2022-12-18"),
        ("--days 1 --from 2023-01-09T23:30Z --zone Pacific/Auckland", "2023-01-11"),
        ("--days 0 --from 2023-01-09", "2023-01-09"),
    ],
)
def test_due_on(line, due_on):
    assert answer(line)["due_on"] == due_on


def test_json():
    found = answer("--days 1 --calendar england-and-wales --from 2023-04-06")
    assert {
        "due_on": "2023-04-11",
        "first_day": "2023-04-11",
        "skipped": [
            {"date": "2023-04-07", "why": "Good Friday"},
            {"date": "2023-04-08", "why": "Saturday"},
            {"date": "2023-04-09", "why": "Sunday"},
            {"date": "2023-04-10", "why": "Easter Monday"},
        ],
        "calendar": "england-and-wales",
        "clause": None,
        "provisional": False,
        "due_at": "2023-04-11T23:00:00+00:00",
    }.items() <= found.items()
    assert answer("--days 1 --calendar scotland --from 2029-01-02")["provisional"] is True


EARLY = "Bank holidays in Scotland are not known here before 2007; this date can be a day off."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--calendar scotland --from 2006-12-29", EARLY),
        ("--calendar scotland --from 2007-01-01", None),
        ("--calendar scotland --from 2007-01-03 --before", EARLY),
        ("--calendar uk-any-part --from 1999-05-04",
         EARLY.replace(";", ", nor in Northern Ireland before 2001;")),
        ("--calendar england-and-wales --from 1995-05-05", None),
        ("--from 1950-01-01", None),  # calendar days are known for ever
    ],
)  # fmt: skip
def test_days_that_nobody_here_knows_the_bank_holidays_of_are_said(line, said):
    assert answer(f"--days 2 {line}")["unknown"] == said
    printed = run(f"--days 2 {line}").stdout.splitlines()
    assert printed[-1] == (said or printed[-1])
    assert ("are not known here" in printed[-1]) == (said is not None)


def test_what_was_known_so_early_is_not_known_here():
    line = "--days 2 --calendar england-and-wales --from 2009-05-01 --known-on"
    assert run(f"{line} 2010-01-04").stdout.splitlines()[-1] == (
        "What had been announced before 2010 is not known here; "
        "bank holidays that were proclaimed later are taken as if they had been known."
    )
    assert answer(f"{line} 2010-01-04")["not_announced"]
    assert answer(f"{line} 2010-01-05")["not_announced"] is None
    assert answer("--days 2 --from 2009-05-01 --known-on 2009-01-01")["not_announced"] is None


TWICE = "01:30 on Sun 27 Oct 2024 came twice. Taken: the first (summer time). Change it?"


@pytest.mark.parametrize(
    ("start", "due_at", "said"),
    [
        ("2024-10-27T00:59", "2024-10-27T01:59:00+00:00", None),
        ("2024-10-27T01:30", "2024-10-27T02:30:00+00:00",
         f"{TWICE} For the second, write 2024-10-27T01:30+00:00."),
        ("2024-10-27T01:30+00:00", "2024-10-27T03:30:00+00:00", None),
        ("2024-10-27T01:30+01:00", "2024-10-27T02:30:00+00:00", None),
        ("2024-03-31T01:30", "2024-03-31T03:30:00+00:00",
         "01:30 on Sun 31 Mar 2024 never came: the clocks went forward by an hour. Taken: 02:30. Change it?"),
        ("2024-03-31T02:30", "2024-03-31T03:30:00+00:00", None),
    ],
)  # fmt: skip
def test_a_time_that_came_twice_or_never_is_said(start, due_at, said):
    line = f"--hours 2 --from {start}"
    found = answer(line)
    assert (found["due_at"], found["clocks_changed"]) == (due_at, said)
    printed = run(line).stdout.splitlines()
    assert printed[-1] == (said or printed[-1])
    assert ("Change it?" in printed[-1]) == (said is not None)


def test_the_working_is_printed():
    lines = run("--days 2 --calendar england-and-wales --from 2023-04-06T17:30").stdout.splitlines()
    assert lines[0] == "Wednesday 12 April 2023, until the end of the day (Europe/London)"
    assert [" ".join(line.split()) for line in lines[2:-1]] == [
        "Counted 2 operational days after",
        "Start Thu 6 Apr 2023 17:30 BST not counted",
        "First day counted Tue 11 Apr 2023",
        "Skipped Fri 7 Apr 2023 Good Friday",
        "Sat 8 Apr 2023 Saturday",
        "Sun 9 Apr 2023 Sunday",
        "Mon 10 Apr 2023 Easter Monday",
        "Last day Wed 12 Apr 2023",
        "Calendar england-and-wales",
    ]
    assert lines[-1].startswith("Version            holidays ")


def test_what_is_printed_says_what_kind_of_date_it_is():
    assert run("--days 1 --from 2023-04-06").stdout.splitlines() == [
        "Friday 7 April 2023, until the end of the day (Europe/London)",
        "",
        "Counted            1 calendar day (closed days count too) after",
        "Start              Thu  6 Apr 2023  not counted",
        "First day counted  Fri  7 Apr 2023",
        "Last day           Fri  7 Apr 2023",
    ]
    assert run("--days 28 --clear --from 2019-10-01").stdout.splitlines() == [
        "Wednesday 30 October 2019",
        "",
        "Counted            28 clear days (closed days count too) after",
        "Start              Tue  1 Oct 2019  not counted",
        "First day counted  Wed  2 Oct 2019",
        "Earliest day       Wed 30 Oct 2019",
    ]
    assert run("--hours 48 --from 2023-03-25T12:00").stdout.splitlines() == [
        "Monday 27 March 2023, 13:00 BST",
        "",
        "Counted            48 hours after",
        "Start              Sat 25 Mar 2023 12:00 GMT",
        "Due                Mon 27 Mar 2023 13:00 BST",
    ]
    assert run("--days 1 --calendar scotland --from 2029-01-02").stdout.splitlines()[-1] == (
        "Provisional: the bank holidays are not yet published for all of these days."
    )


NO_TIME = (
    "this is not a time; write a day (2022-12-16), a local time (2022-12-16T17:30) or an instant (2022-07-04T23:30Z)."
)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "Say one length: --days, --weeks, --months, --years or --hours; or --agreement and --clock."),
        ("--days 1 --weeks 1 --from 2023-01-01", "Say one length: --days, --weeks, --months, --years or --hours; or --agreement and --clock."),
        ("--days 1", "Say what it counts from with --from: a day (2022-12-16), a local time (2022-12-16T17:30) or an instant (2022-07-04T23:30Z)."),
        ("--days 1 --from yesterday", f"--from yesterday: {NO_TIME}"),
        ("--days 1 --from 2022-12", f"--from 2022-12: {NO_TIME}"),
        ("--days 1 --from 2022-02-30", f"--from 2022-02-30: {NO_TIME}"),
        ("--days 1 --from 2022-02-28T25:00", f"--from 2022-02-28T25:00: {NO_TIME}"),
        ("--days 1 --from 16/12/2022", f"--from 16/12/2022: {NO_TIME}"),
        ("--days 1001 --from 2022-12-16", "1001 is not a length; write a whole number from 0 to 1000, and --before to count back."),
        ("--days -1 --from 2022-12-16", "-1 is not a length; write a whole number from 0 to 1000, and --before to count back."),
        ("--days 1 --from 2022-12-16 --calendar england", "There is no calendar england. The calendars are: england-and-wales, scotland, northern-ireland, uk-any-part, every-day."),
        ("--weeks 1 --from 2022-12-16 --calendar scotland", "--calendar goes with --days only."),
        ("--weeks 1 --from 2022-12-16 --clear", "--clear goes with --days only."),
        ("--days 1 --from 2022-12-16 --closed 2022-12-19", "--closed and --open change a calendar, and this is not counted on one; add --calendar, or leave them out."),
        ("--days 1 --from 2022-12-16 --calendar scotland --closed Monday", "--closed Monday: this is not a day; write it as 2022-09-19."),
        ("--days 1 --from 2022-12-16 --calendar scotland --known-on 2022-13-01", "--known-on 2022-13-01: this is not a day; write it as 2022-09-19."),
        (
            "--days 1 --from 2022-12-16 --calendar scotland --closed 2022-12-19 --open 2022-12-19",
            "2022-12-19 cannot be both closed and open; leave out --closed or --open for it.",
        ),
        ("--days 1 --from 2022-12-16 --zone London", "--zone London: there is no such time zone; write it as Europe/London."),
        ("--days 1 --from 2022-12-16 --zone ../etc/passwd", "--zone ../etc/passwd: there is no such time zone; write it as Europe/London."),
        ("--hours 1 --from 2022-12-16", "Hours are counted from a time, and this is a day without one."),
        ("--years 1000 --from 9999-12-16", "1,000 years from Thu 16 Dec 9999 is beyond any calendar."),
        ("--clock issue_discussion --from 2022-12-16", "--clock is one of an agreement's: add --agreement, such as --agreement sefton-2022."),
        ("--agreement sefton-2022 --days 3 --from 2022-12-16", "An agreement's clock has its own length: leave out --days and the like, or leave out --agreement."),
    ],
)  # fmt: skip
def test_refused(line, says):
    assert refusal(line) == f"{says}\n"


# --- An agreement's clocks ----------------------------------------------------------------------------------------


def clock(name, unit=None, number=0, calendar=None, **rest):
    limit = None if unit is None else TimeLimit(number=number, unit=unit, calendar=calendar)
    return Clock(name=name, limit=limit, **({"counts_from": Event.NOTIFIED} | rest))


PACK = read_pack("one-halton-2021").model_copy(
    update={
        "id": "halton",
        "operational_days": "operational",
        "calendars": {
            "operational": Calendar(),
            "foi": Calendar(base="uk-any-part", closed={date(2023, 3, 1): "Ours"}),
        },
        "clocks": {
            "talk": clock("Talk it over", Unit.OPERATIONAL_DAYS, 20, "operational", clause="12.4"),
            "answer": clock("Answer a request", Unit.OPERATIONAL_DAYS, 20, "foi", clause="11.5"),
            "board": clock("Board's recommendation"),
            "notice": clock("Notice to leave", Unit.MONTHS, 3, clause="14"),
            "first": clock("First review", Unit.MONTHS, 6, counts_from=date(2021, 4, 1)),
            "day": clock("A day of its own", counts_from=date(2021, 10, 1)),
        },
    }
)


@pytest.fixture
def halton(monkeypatch):
    monkeypatch.setattr(packs, "read_pack", lambda _: PACK)


def test_a_clock(halton):
    found = answer("--agreement halton --clock answer --from 2022-12-16T17:30")
    assert (found["due_on"], found["clause"], found["calendar"]) == ("2023-01-19", "11.5", "uk-any-part")
    assert answer("--agreement halton --clock notice --from 2023-01-31")["due_on"] == "2023-04-30"


def test_a_clock_from_a_fixed_date_needs_no_from(halton):
    assert answer("--agreement halton --clock first")["due_on"] == "2021-10-01"


def test_a_clock_that_is_a_day_needs_no_limit(halton):
    assert answer("--agreement halton --clock day")["due_on"] == "2021-10-01"


def test_days_by_hand_and_knowledge_reach_a_packs_calendar(halton):
    assert answer("--agreement halton --clock answer --from 2022-09-01 --known-on 2022-09-01")["due_on"] == "2022-09-29"
    closed = answer("--agreement halton --clock answer --from 2022-09-01 --known-on 2022-09-01 --closed 2022-09-19")
    assert closed["due_on"] == "2022-09-30"
    assert [day for day in closed["skipped"] if day["why"] not in ("Saturday", "Sunday")] == [
        {"date": "2022-09-19", "why": "by hand"}
    ]


def test_a_calendar_that_is_left_open(halton):
    said = refusal("--agreement halton --clock talk --from 2022-12-16")
    assert said == (
        "The document leaves open which days count as operational. Say which calendar to count on with --calendar: "
        "england-and-wales, scotland, northern-ireland, uk-any-part, every-day.\n"
    )
    found = answer("--agreement halton --clock talk --from 2022-12-16 --calendar england-and-wales")
    assert (found["due_on"], found["clause"]) == ("2023-01-18", "12.4")


def test_no_limit(halton):
    assert refusal("--agreement halton --clock board --from 2022-12-16") == (
        "The document sets no limit for board (Board's recommendation), so there is no date to work out.\n"
    )


def test_no_calendar_is_needed(halton):
    assert refusal("--agreement halton --clock notice --from 2023-01-31 --calendar scotland") == (
        "This clock is not counted on a calendar; leave out --calendar.\n"
    )


@pytest.mark.parametrize("given", ["", "--clock walk"])
def test_an_unknown_clock_lists_the_clocks(halton, given):
    said = refusal(f"--agreement halton {given} --from 2022-12-16").splitlines()
    assert said == [
        "halton has no clock walk. Its clocks are:" if given else "Say which clock with --clock. Its clocks are:",
        "  talk  Talk it over",
        "  answer  Answer a request",
        "  board  Board's recommendation",
        "  notice  Notice to leave",
        "  first  First review",
        "  day  A day of its own",
    ]


def test_the_sefton_agreement():
    found = answer("--agreement sefton-2022 --clock issue_discussion --from 2022-12-16T17:30")
    assert (found["due_on"], found["first_day"], found["clause"]) == ("2023-01-18", "2022-12-19", "5.2")
    assert found["calendar"] == "england-and-wales"
    assert found["provisional"] is False


def test_an_unknown_agreement():
    assert refusal("--agreement nowhere-2022 --clock talk --from 2022-12-16") == (
        "There is no agreement nowhere-2022. "
        "Those that come with Accord: mid-south-essex-2020, one-halton-2021, sefton-2022. For your own, name its pack's file.\n"
    )


# --- Dates that go to an open day: the same as on the ladder ----------------------------------------------------------


@pytest.fixture
def moving(tmp_path):
    """The small agreement with clocks whose dates go to an open day; which days are operational is open in the second."""
    small = (Path(__file__).parents[2] / "agreements" / "small.yaml").read_text(encoding="utf-8")
    clocks = """clocks:
  month: {name: Month, counts_from: raised, limit: 1 month, closed_day: next}
  back: {name: Back, counts_from: raised, limit: 1 month, closed_day: previous}
  hours: {name: Hours, counts_from: raised, limit: 36 hours, closed_day: next}
  clear: {name: Clear, counts_from: raised, limit: 29 clear-days, closed_day: next}
"""
    known = small.replace("clocks:\n", clocks, 1)
    (tmp_path / "known.yaml").write_text(known, encoding="utf-8")
    undecided = known.replace("operational_days: working", "operational_days: undefined", 1)
    (tmp_path / "open.yaml").write_text(undecided, encoding="utf-8")
    return tmp_path


# A month from Fri 25 Nov 2022 is Sunday, Christmas Day, and Mon 26 and Tue 27 Dec are closed.
@pytest.mark.parametrize(
    ("line", "due_on", "moved_from"),
    [
        ("--clock month --from 2022-11-25", "2022-12-28", "2022-12-25"),
        ("--clock back --from 2022-11-25", "2022-12-23", "2022-12-25"),
        ("--clock month --from 2022-11-23", "2022-12-23", None),
        ("--clock month --from 2022-11-25 --closed 2022-12-28", "2022-12-29", "2022-12-25"),
        ("--clock month --from 2022-11-25 --open 2022-12-25", "2022-12-25", None),
        ("--clock month --from 2022-11-25 --calendar every-day", "2022-12-25", None),
        ("--clock clear --from 2022-11-25", "2022-12-28", "2022-12-25"),
        ("--clock hours --from 2022-12-23T10:00", "2022-12-28", "2022-12-24"),
        ("--clock hours --from 2022-12-21T10:00", "2022-12-22", None),
    ],
)
def test_a_clock_s_date_goes_to_an_open_day(moving, line, due_on, moved_from):
    found = answer(f"--agreement {moving}/known.yaml {line}")
    assert (found["due_on"], found.get("moved_from")) == (due_on, moved_from)


def test_hours_that_were_moved_are_said_by_their_day(moving):
    said = run(f"--agreement {moving}/known.yaml --clock hours --from 2022-12-23T10:00").stdout.splitlines()
    assert said[0] == "Wednesday 28 December 2022, until the end of the day (Europe/London)"
    assert [line.split("  ")[0] for line in said if "Dec" in line and line.startswith(("Last", "Due"))] == ["Last day"]


def test_where_open_days_are_not_decided_it_asks_for_a_calendar(moving):
    line = f"--agreement {moving}/open.yaml --clock month --from 2022-11-25"
    assert refusal(line).startswith("The document leaves open which days count as undefined. Say which calendar")
    assert answer(f"{line} --calendar england-and-wales")["due_on"] == "2022-12-28"


def test_hours_of_a_clock_are_counted_from_a_time(moving):
    line = f"--agreement {moving}/known.yaml --clock hours --from 2022-12-23"
    assert refusal(line) == "Hours are counted from a time, and this is a day without one.\n"
