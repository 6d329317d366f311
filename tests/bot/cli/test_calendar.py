"""`python -m bot calendar`: an agreement's year as a list, as JSON and as a file for calendar programs."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import typer
from typer.testing import CliRunner

from bot.cli.calendar import calendar
from bot.ics import calendar_file
from rules.obligations import Kind, Obligation
from storage.packs import read_pack

app = typer.Typer()
app.command("calendar")(calendar)
STAMP = datetime(2022, 7, 1, 12, tzinfo=ZoneInfo("UTC"))
SEFTON = read_pack("sefton-2022")
SIX_MONTHLY = [
    ("2023-01-03", "2023-01-01", "Six-monthly review", "12"),
    ("2023-07-03", "2023-07-01", "Six-monthly review", "12"),
    ("2024-01-02", "2024-01-01", "Six-monthly review", "12"),
]


@app.callback()
def _main():
    """Make `calendar` a command among others, as it is in the program."""


def run(*words, agreement="sefton-2022"):
    return CliRunner().invoke(app, ["calendar", "--agreement", agreement, *words])


def rows(*words, agreement="sefton-2022"):
    done = run(*words, "--json", agreement=agreement)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def four(found, what=""):
    return [(one["on"], one["nominal_on"], one["what"], one["clause"]) for one in found if what in one["what"]]


# --- The list -----------------------------------------------------------------------------------------------------


def test_the_whole_page_of_sefton_with_page_one_blank():
    said = run("--from", "2022-07-01", "--until", "2023-07-03").stdout
    assert (
        said
        == """\
Sefton Partnership, Fri 1 Jul 2022 to Mon 3 Jul 2023

Tue  3 Jan 2023  Six-monthly review [12]
                     Moved from Sun 1 Jan 2023.
Fri 31 Mar 2023  Review: Governance arrangements, to be completed [8.8]
Fri 31 Mar 2023  Milestone: End of the year without substantive delegation to place [8.2]
                     The document says 2022/23; this is its last day.
Mon  3 Jul 2023  Six-monthly review [12]
                     Moved from Sat 1 Jul 2023.

Without a date
  The agreement begins [12.1]
      It begins on a stated date, which the document leaves blank (12.1).
  The agreement ends [12.1]
      It is open-ended: no last day is stated (12.1).
  Review: Chairing arrangements [8.5]
      No interval is stated. Are the chairing arrangements reviewed twice a year or every
      two years (8.5, bi-annual)?
  Milestone: Place plan for 2022/23 [1.2.4]
      No date, but a condition: Implemented once the partners have agreed it.
  Resolve an issue by discussion [5.2]
      Each matter has its own date: 20 operational days after the notification.
  Answer a request for information [5.3]
      Each matter has its own date: 20 operational days after receipt.
"""
    )


@pytest.mark.parametrize("commenced", [(), ("--commenced", "2022-07-15"), ("--commenced", "2022-12-30")])
def test_sefton_s_reviews_as_json_whenever_it_is_signed(commenced):
    found = rows("--from", "2022-07-01", "--until", "2024-01-31", *commenced)
    assert [one for one in four(found, "Six-monthly") if one[0]] == SIX_MONTHLY
    assert {"on", "nominal_on", "what", "clause"} < set(found[0])
    dated = [one["on"] for one in found if one["on"]]
    assert dated == sorted(dated)
    assert all(one["on"] is None and one["note"] for one in found[len(dated) :])


@pytest.mark.parametrize(("commenced", "reviews"), [("2021-09-30", ["2022-03-30"]), ("2021-10-01", [])])
def test_halton_has_one_review_before_it_ends_or_none(commenced, reviews):
    found = rows("--from", "2021-04-01", "--until", "2022-12-31", "--commenced", commenced, agreement="one-halton-2021")
    assert [one["on"] for one in found if one["what"] == "Six-monthly review" and one["on"]] == reviews
    assert ("2022-03-31", "2022-03-31", "The agreement ends: its last day", "14.1") in four(found)


def test_essex_is_reviewed_by_23_june_2021():
    found = rows("--from", "2020-06-24", "--commenced", "2020-06-24", agreement="mid-south-essex-2020")
    assert ("2021-06-23", "2021-06-23", "Annual review", "1.5") in four(found)
    found = rows("--from", "2020-06-24", agreement="mid-south-essex-2020")
    assert (None, None, "Annual review", "1.5") in four(found)


def test_the_first_meeting_and_a_declared_event_are_taken():
    found = rows("--from", "2021-06-01", "--until", "2021-06-30", "--first", "ooh-cell=2021-06-14",
                 "--first", "icp-meeting=2021-06-10", "--declared", "governance=2021-06-05",
                 agreement="one-halton-2021")  # fmt: skip
    assert [one[:3] for one in four(found) if one[0] and "Milestone" not in one[2]] == [
        ("2021-06-05", "2021-06-05", "Review: Governance arrangements"),
        ("2021-06-10", "2021-06-10", "Meeting: Informal One Halton ICP meeting"),
        ("2021-06-14", "2021-06-14", "Meeting: OOH Cell"),
        ("2021-06-21", "2021-06-21", "Meeting: OOH Cell"),
        ("2021-06-28", "2021-06-28", "Meeting: OOH Cell"),
    ]


def test_it_is_today_and_twelve_months_if_nothing_is_said():
    today = datetime.now(ZoneInfo("Europe/London")).date()  # noqa: TID251 (what the command does by itself)
    heading = run().stdout.splitlines()[0]
    year_on = today.replace(year=today.year + 1, day=min(today.day, 28 if today.month == 2 else today.day))
    assert heading.endswith(f"{year_on:%a} {year_on.day} {year_on:%b %Y}")
    assert f", {today:%a} {today.day} {today:%b %Y} to " in heading


def test_the_window_ends_on_the_corresponding_day_a_year_on():
    assert run("--from", "2022-07-03").stdout.startswith("Sefton Partnership, Sun 3 Jul 2022 to Mon 3 Jul 2023\n")
    assert run("--from", "2024-02-29").stdout.startswith("Sefton Partnership, Thu 29 Feb 2024 to Fri 28 Feb 2025\n")


def test_days_in_which_nothing_is_due_say_so():
    assert run("--from", "2022-08-01", "--until", "2022-08-31").stdout.splitlines()[2] == (
        "Nothing has a date in these days."
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "1 July 2022"), "--from 1 July 2022: this is not a day; write it as 2022-09-19."),
        (("--from", "2022-02-30"), "--from 2022-02-30: this is not a day; write it as 2022-09-19."),
        (("--from", "2022-07-01", "--until", "2022-06-30"), "Thu 30 Jun 2022 is before Fri 1 Jul 2022. Give a last day that is not before the first."),
        (("--from", "2022-07-01", "--until", "2062-06-30"), "That is longer than 30 years. Ask for fewer at a time."),
        (("--from", "9999-12-31"), "9999-12-31 is too far away. Give a day from 1900 to 2199."),
        (("--from", "2022-07-01", "--commenced", "soon"), "--commenced soon: this is not a day; write it as 2022-09-19."),
        (("--from", "2022-07-01", "--first", "2022-07-04"), "--first 2022-07-04: write it as FORUM=2022-09-19."),
        (("--from", "2022-07-01", "--first", "partnership-board=monday"), "--first partnership-board monday: this is not a day; write it as 2022-09-19."),
        (("--from", "2022-07-01", "--first", "bord=2022-07-04"), "Sefton Partnership has no forum bord. It has these: partnership-board, health-and-wellbeing-board, icb-board, cm-icp."),
        (("--from", "2022-07-01", "--declared", "six-monthly=2022-07-04"), "No event makes Six-monthly review due (12), so none can be declared. Its dates stand."),
        (("--from", "2022-07-01", "--ics", "no/such/folder/year.ics"), "no/such/folder/year.ics cannot be written: No such file or directory."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(words, said):
    done = run(*words)
    assert done.exit_code == 2
    assert done.stderr == f"{said}\n"
    assert done.stdout == ""


def test_an_agreement_that_is_none_is_refused():
    done = run("--from", "2022-07-01", agreement="no-such-town")
    assert done.exit_code == 2
    assert done.stderr == (
        "There is no agreement no-such-town. "
        "Those that come with Accord: mid-south-essex-2020, one-halton-2021, sefton-2022. For your own, name its pack's file.\n"
    )


# --- The file -----------------------------------------------------------------------------------------------------


def written(tmp_path, *words):
    file = tmp_path / "year.ics"
    done = run("--from", "2022-07-01", "--until", "2024-01-31", "--ics", str(file), *words)
    assert done.exit_code == 0, done.output
    return file.read_bytes()


def events(content):
    return [part for part in icalendar.Calendar.from_ical(content).walk() if part.name == "VEVENT"]


def test_the_file_has_an_all_day_event_for_each_date_and_none_for_what_has_no_date(tmp_path):
    found = events(written(tmp_path))
    listed = [(one["on"], one["what"]) for one in rows("--from", "2022-07-01", "--until", "2024-01-31") if one["on"]]
    assert [(one["DTSTART"].dt.isoformat(), one["SUMMARY"]) for one in found] == [
        (on, f"{what} (Sefton Partnership)") for on, what in listed
    ]
    for one in found:
        assert type(one["DTSTART"].dt) is date
        assert one["DTEND"].dt - one["DTSTART"].dt == timedelta(days=1)
        assert one["TRANSP"] == "TRANSPARENT"
        assert one["DTSTAMP"].dt.tzinfo is not None
    assert found[0]["DESCRIPTION"] == "Clause: 12\nMoved from Sun 1 Jan 2023."


def test_each_event_keeps_its_name_from_run_to_run_and_in_another_window(tmp_path):
    first, again = written(tmp_path), written(tmp_path, "--commenced", "2022-09-15")
    one, other = ({event["UID"]: event["DTSTART"].dt for event in events(it)} for it in (first, again))
    assert len(one) == len(events(first)) == 5
    assert one.items() < other.items()  # the beginning is known now, and all the rest is as it was
    later = run("--from", "2023-04-01", "--until", "2024-01-31", "--ics", str(tmp_path / "later.ics"))
    assert later.exit_code == 0
    assert {event["UID"] for event in events((tmp_path / "later.ics").read_bytes())} < set(one)


def one(on, *, key="review.one.2023-01-01", what="A review", note=None):
    return Obligation(key, Kind.REVIEW, what, "12", on, date(2023, 1, 1), note)


def named(found, terms=SEFTON):
    (event,) = events(calendar_file(terms, [found], stamp=STAMP))
    return event["UID"]


def test_a_date_that_is_moved_keeps_its_name_and_takes_the_place_of_the_earlier_one():
    assert named(one(date(2023, 1, 3))) == named(one(date(2023, 1, 4), what="Renamed", note="Moved."))
    assert named(one(date(2023, 1, 3))) != named(one(date(2023, 1, 3), key="review.one.2023-07-01"))
    assert named(one(date(2023, 1, 3))) != named(one(date(2023, 1, 3)), SEFTON.model_copy(update={"id": "other"}))


def test_the_file_is_what_rfc_5545_asks_for(tmp_path):
    content = written(tmp_path, "--first", "partnership-board=2022-07-04")
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in (
        b"VERSION:2.0",
        b"METHOD:PUBLISH",
        b"X-WR-CALNAME:Sefton Partnership",
        b"REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ):
        assert lines.count(line) == 1, line
    assert sum(line.startswith(b"PRODID:") for line in lines) == 1


def test_what_people_have_written_cannot_break_out_of_its_line():
    evil = one(date(2023, 1, 3), what="Tea; cake,\r\nEND:VEVENT\x00\x1b", note="Line\nBEGIN:VEVENT \N{SNOWMAN}" * 9)
    content = calendar_file(SEFTON, [evil], stamp=STAMP)
    (event,) = events(content)
    assert event["SUMMARY"] == "Tea; cake,\nEND:VEVENT (Sefton Partnership)"
    assert event["DESCRIPTION"].endswith("BEGIN:VEVENT \N{SNOWMAN}")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.count(b"END:VEVENT\r\n") == 1


def test_a_year_without_dates_is_an_empty_calendar(tmp_path):
    file = tmp_path / "empty.ics"
    assert run("--from", "2022-08-01", "--until", "2022-08-31", "--ics", str(file)).exit_code == 0
    assert events(file.read_bytes()) == []
