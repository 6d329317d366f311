"""The agreement's year in the chat, and on the command line where it is loaded."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import icalendar
import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.practice.check import check_blocks
from tests.scenarios.conftest import ELSEWHERE, buttons_of
from tests.scenarios.overview.month_kit import HIDDEN, busy
from tests.scenarios.reading_kit import answers, body_of, lines

TAKE_TURNS = True
PRIVATE = (
    f"• Wed 18 Jan: SEF-1: {HIDDEN} (clause 5.2). Waits for: Mersey Care, LUHFT. Private to the partners concerned."
)


@pytest.fixture
def quiet(world):
    world.without_daily_lists()
    return world


def year(player, month="", channel="C0SEFTON"):
    player.types(f"/partnership calendar {month}".strip(), channel=channel)
    return [line.strip() for line in player.answer.splitlines() if line.strip()][1:]  # after what a notification says


# --- In the chat --------------------------------------------------------------------------------------------------


def test_the_year_by_month_each_line_with_its_clause_and_at_the_end_what_has_no_date_and_why(quiet):
    quiet.ada.raises("Discharge delays", "luhft")
    assert year(quiet.ben) == [
        "Sefton Partnership: the next twelve months",
        "Fri 16 Dec 2022 to Sat 16 Dec 2023. Each line says which clause asks for it.",
        "January 2023",
        "• Tue 3 Jan: Six-monthly review (clause 12). Moved from Sun 1 Jan 2023.",
        "• Wed 18 Jan: SEF-1: Discharge delays (clause 5.2). Waits for: Mersey Care, LUHFT. Provisional: not every partner is notified yet.",
        "March 2023",
        "• Fri 31 Mar: Review: Governance arrangements, to be completed (clause 8.8)",
        "• Fri 31 Mar: SEF-MS2: End of the year without substantive delegation to place (clause 8.2)",
        "July 2023",
        "• Mon 3 Jul: Six-monthly review (clause 12). Moved from Sat 1 Jul 2023.",
        "Without a date",
        "• The agreement begins (clause 12.1). It begins on a stated date, which the document leaves blank (12.1).",
        "• The agreement ends (clause 12.1). It is open-ended: no last day is stated (12.1).",
        "• Review: Chairing arrangements (clause 8.5). No interval is stated. Are the chairing arrangements reviewed twice a year or every two years (8.5, bi-annual)?",
        "• Milestone: Place plan for 2022/23 (clause 1.2.4). No date, but a condition: Implemented once the partners have agreed it.",
        "• Resolve an issue by discussion (clause 5.2). Each matter has its own date: 20 operational days after the notification.",
        "• Answer a request for information (clause 5.3). Each matter has its own date: 20 operational days after receipt.",
        "/partnership feed puts these dates into your own calendar program.",
    ]  # fmt: skip
    assert not buttons_of(answers(quiet.ben, "the next twelve months"))  # all of it is shown


def test_a_private_matter_is_shown_to_those_concerned_alone(quiet):
    quiet.ada.raises(HIDDEN, "luhft", private=["yes"])
    for name in ("ada", "ben", "pia", "sam"):
        assert [line for line in year(quiet.players[name]) if "SEF-1" in line] == [PRIVATE], name
    for name in ("joe", "ida", "cleo"):
        assert "SEF-1" not in " ".join(year(quiet.players[name])), name
        assert year(quiet.players[name], "January")[:-2] == [
            "Sefton Partnership: January",
            "January 2023",
            "• Tue 3 Jan: Six-monthly review (clause 12). Moved from Sun 1 Jan 2023.",
        ], name
    year(quiet.dan)
    assert quiet.dan.body == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )


def test_a_full_year_shows_the_first_of_each_month_says_how_many_more_and_has_a_button_for_the_rest(quiet):
    busy(quiet, *(f"2023-02-{day:02d}" for day in range(1, 29)), "2023-04-03", "2023-04-04")
    said = year(quiet.ben)
    assert [line for line in said if "Feb" in line] == [
        "February 2023",
        "• Wed 1 Feb: SEF-A1: Count the beds 1. Waits for: LUHFT.",
        "• Thu 2 Feb: SEF-A2: Count the beds 2. Waits for: LUHFT.",
        "• Fri 3 Feb: SEF-A3: Count the beds 3. Waits for: LUHFT.",
        "• 25 more dates in February 2023",
        "[February 2023]",
    ]
    assert [line for line in said if "Apr" in line] == [
        "April 2023",
        "• Mon 3 Apr: SEF-A29: Count the beds 29. Waits for: LUHFT.",
        "• Tue 4 Apr: SEF-A30: Count the beds 30. Waits for: LUHFT.",
    ]
    assert buttons_of(answers(quiet.ben, "the next twelve months")) == ["February 2023"]
    quiet.ben.presses("February 2023")
    february = answers(quiet.ben, "Sefton Partnership: February")
    assert lines(body_of(february))[:-2] == [
        "Sefton Partnership: February",
        "February 2023",
        *(
            f"• {date(2023, 2, day):%a} {day} Feb: SEF-A{day}: Count the beds {day}. Waits for: LUHFT."
            for day in range(1, 29)
        ),
    ]
    assert buttons_of(february) == ["January 2023", "March 2023", "All twelve months"]
    quiet.ben.presses("March 2023", february)
    march = answers(quiet.ben, "Sefton Partnership: March")
    assert lines(body_of(march))[:-2] == [
        "Sefton Partnership: March",
        "March 2023",
        "• Fri 31 Mar: Review: Governance arrangements, to be completed (clause 8.8)",
        "• Fri 31 Mar: SEF-MS2: End of the year without substantive delegation to place (clause 8.2)",
    ]
    assert buttons_of(march) == ["February 2023", "April 2023", "All twelve months"]
    quiet.ben.presses("All twelve months", march)
    assert year(quiet.ben) == said


def test_more_than_slack_takes_in_a_message_is_left_out_and_said(quiet):
    days = [f"2023-{month:02d}-{day:02d}" for month in range(1, 12) for day in (3, 4, 5, 6)]
    busy(quiet, *days, *["2023-05-10"] * 60, title="x" * 140)
    for month in ("", "May"):
        year(quiet.ben, month)
        shown = answers(quiet.ben, "Sefton Partnership: " + (month or "the next"))
        assert not check_blocks(list(shown.blocks), "message")
        assert "The rest is too long" not in shown.shown()
    assert lines(quiet.ben.body, "29 more") == ["• 29 more dates in May 2023"]


@pytest.mark.parametrize(
    ("typed", "heading"),
    [("March", "March 2023"), ("mar", "March 2023"), ("july", "July 2023")],
)
def test_a_month_can_be_typed(quiet, typed, heading):
    said = year(quiet.ben, typed)
    assert said[:2] == [f"Sefton Partnership: {heading.removesuffix(' 2023')}", heading]


def test_a_month_without_a_date_says_so(quiet):
    assert year(quiet.ben, "DECEMBER") == [
        "Sefton Partnership: December",
        "Nothing has a date in December, as far as the next twelve months go.",
        "/partnership feed puts these dates into your own calendar program.",
        "[January 2023] [All twelve months]",
    ]


@pytest.mark.parametrize("typed", ["Marchember", "m", "2023-03", "<!channel>", "3"])
def test_what_is_no_month_is_refused_in_a_sentence(world, typed):
    year(world.ben, typed)
    assert world.ben.body == (
        "I know no month of that name. Please type /partnership calendar alone, or with a month behind it, such "
        "as /partnership calendar March."
    )


def test_elsewhere_with_two_agreements_it_asks_which(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.ada.types("/partnership calendar", channel=ELSEWHERE)
    assert lines(world.ada.body) == [
        "Which agreement do you mean? You have a part in 2: One Halton and Sefton Partnership.",
        "Press its button. In a channel that runs an agreement, I don't need to ask.",
        "[One Halton] [Sefton Partnership]",
    ]
    world.ada.presses("One Halton")
    assert lines(world.ada.body, "One Halton:", "Thu 31 Mar: The") == [
        "One Halton: the next twelve months",
        "• Thu 31 Mar: The agreement ends: its last day (clause 14.1)",
    ]


def test_a_late_press_shows_the_month_that_comes_next(quiet):
    busy(quiet, *(f"2023-02-{day:02d}" for day in range(1, 29)), "2024-02-05")
    year(quiet.ben)
    old = answers(quiet.ben, "the next twelve months")
    quiet.clock.move_to(datetime(2023, 3, 10, 10, tzinfo=UTC))
    quiet.ben.presses("February 2023", old)
    assert lines(quiet.ben.body) == [
        "Sefton Partnership: February",
        "February 2024",
        "• Mon 5 Feb: SEF-A29: Count the beds 29. Waits for: LUHFT.",
        "/partnership feed puts these dates into your own calendar program.",
        "[January 2024] [All twelve months]",
    ]


def test_days_that_cannot_be_say_why_and_stop_nothing_else(quiet):
    quiet.ada.raises("Discharge delays", "luhft")
    with quiet.session() as session:
        agreement = quiet.agreement(session)
        agreement.commenced_on, agreement.ended_on = date(1800, 1, 1), date(2023, 6, 30)
    said = year(quiet.ben)
    assert said == [
        "Sefton Partnership: the next twelve months",
        "Fri 16 Dec 2022 to Sat 16 Dec 2023. Each line says which clause asks for it.",
        "January 2023",
        "• Wed 18 Jan: SEF-1: Discharge delays (clause 5.2). Waits for: Mersey Care, LUHFT. Provisional: not every partner is notified yet.",
        "March 2023",
        "• Fri 31 Mar: SEF-MS2: End of the year without substantive delegation to place (clause 8.2)",
        "Without a date",
        "• The agreement's own dates (clause 12.1). 1800-01-01 is too far away. Give a day from 1900 to 2199.",
        "/partnership feed puts these dates into your own calendar program.",
    ]
    assert lines(quiet.ben.opens_home(), "SEF-1:") == [
        "SEF-1: Discharge delays",
        "• SEF-1: Discharge delays; due Wed 18 Jan 2023 (in 20 operational days, provisional); waits for Mersey Care and LUHFT",
    ]


# --- On the command line ------------------------------------------------------------------------------------------


@pytest.fixture
def typed(quiet, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", quiet.engine.url.render_as_string(hide_password=False))

    def run(*words):
        done = CliRunner().invoke(app, [*words])
        assert done.exit_code == 0, done.output
        return done.stdout

    return run


WINDOW = ("--from", "2022-12-16", "--until", "2023-07-31")


def test_a_loaded_agreement_is_read_from_the_database(quiet, typed, tmp_path):
    quiet.ada.raises("Discharge delays", "luhft")
    quiet.ada.raises(HIDDEN, "luhft", private=["yes"])
    quiet.sam.types("/partnership open")
    quiet.sam.presses("Decide an open point")
    quiet.sam.changes("point", "commencement")
    quiet.sam.submits({"value": "2023-01-05", "why": "The board"})
    assert quiet.sam.modal is None, quiet.sam.modal_errors
    file = tmp_path / "year.ics"
    said = typed("calendar", "--agreement", "sefton-2022", *WINDOW, "--ics", str(file))
    assert said.splitlines()[:7] == [
        "Sefton Partnership as it is loaded, Fri 16 Dec 2022 to Mon 31 Jul 2023",
        "",
        "Tue  3 Jan 2023  Six-monthly review [12]",
        "                     Moved from Sun 1 Jan 2023. This is before the agreement begins.",
        "Thu  5 Jan 2023  The agreement begins [12.1]",
        "Wed 18 Jan 2023  SEF-1: Discharge delays [5.2]",
        "                     Waits for: Mersey Care, LUHFT. Provisional: not every partner is",
    ]
    assert HIDDEN not in said
    assert [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")] == [
        "Six-monthly review (Sefton Partnership)",
        "The agreement begins (Sefton Partnership)",
        "SEF-1: Discharge delays (Sefton Partnership)",
        "Review: Governance arrangements, to be completed (Sefton Partnership)",
        "Milestone: End of the year without substantive delegation to place (Sefton Partnership)",
        "SEF-MS2: End of the year without substantive delegation to place (Sefton Partnership)",
        "Six-monthly review (Sefton Partnership)",
    ]
    rows = json.loads(typed("calendar", "--agreement", "sefton-2022", *WINDOW, "--json"))
    (row,) = [row for row in rows if row["what"].startswith("SEF-1:")]
    assert row["kind"] == "matter"
    assert (row["on"], row["what"], row["clause"]) == ("2023-01-18", "SEF-1: Discharge delays", "5.2")
    other = typed("calendar", "--agreement", "sefton-2022", *WINDOW, "--commenced", "2023-02-06")
    assert lines(other, "Mon  6") == ["Mon  6 Feb 2023  The agreement begins [12.1]"]


def test_a_pack_that_is_not_loaded_and_a_pack_s_file_are_read_as_the_document_has_them(quiet, typed):
    quiet.ada.raises("Discharge delays", "luhft")
    for given in ("one-halton-2021", "templates/agreements/sefton-2022.yaml"):
        said = typed("calendar", "--agreement", given, *WINDOW)
        assert "as it is loaded" not in said
        assert "SEF-1" not in said


def test_the_page_of_a_loaded_agreement_has_its_next_twelve_months(quiet, typed):
    said = typed("agreement", "show", "sefton-2022")
    section = said.partition("The next twelve months\n")[2].partition("\n\n")[0]
    assert section.count(": Six-monthly review [12]") == 2  # two in any twelve months
    assert section.strip().splitlines()[0].endswith("[12]")
