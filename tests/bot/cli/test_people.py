"""`python -m bot people import`: a refusal reads on a terminal as it would in the chat."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from handlers.agreements import loading
from storage.database import transaction
from storage.packs import pack_source, parse_pack
from tests.scenarios.conftest import london

COLUMNS = "name,email,partner,capacity,workspace,user"


def test_an_account_of_somebody_else_is_refused_with_what_to_type(engine, database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", database_url)
    source = pack_source("sefton-2022")
    with transaction(engine) as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=london("2022-12-16 09:30"), by="tests")

    def imported(person):
        file = tmp_path / "roster.csv"
        file.write_text(f"{COLUMNS}\n{person},lead,T1,U1\n", encoding="utf-8")
        done = CliRunner().invoke(app, ["people", "import", str(file), "--agreement", "sefton-2022"])
        return done.exit_code, done.output

    assert imported("Ann Lee,,sefton-council")[0] == 0
    code, said = imported("Jo Hall,,mersey-care")
    assert code == 1
    assert said == (
        "Account U1 is linked to Ann Lee. Nothing was changed. The secretary can link it to another person with "
        "/partnership people.\n"
    )


def test_a_preview_says_what_would_change_and_changes_nothing(engine, database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", database_url)
    source = pack_source("sefton-2022")
    with transaction(engine) as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=london("2022-12-16 09:30"), by="tests")

    def imported(until, *more):
        file = tmp_path / "roster.csv"
        file.write_text(f"name,partner,capacity,from,until\nAna Price,Mersey Care,lead,,{until}\n", encoding="utf-8")
        done = CliRunner().invoke(app, ["people", "import", str(file), "--agreement", "sefton-2022", *more])
        assert done.exit_code == 0, done.output
        return done.output

    imported("")
    ends = (
        "1 line read. New: 0 people, 0 capacities, 0 seats, 0 accounts.\nChanged:\n"
        "  Ana Price, lead for Mersey Care: ends on 30 November 2099 (before: no last day)\n"
    )
    assert imported("2099-11-30", "--preview") == ends + "This is what would change. Nothing has been changed.\n"
    assert imported("2099-11-30") == ends
    assert imported("2099-11-30") == "1 line read. New: 0 people, 0 capacities, 0 seats, 0 accounts.\n"


@pytest.fixture
def sefton(engine, database_url, monkeypatch, tmp_path):
    """Import lines of a roster; what is said, and the exit code."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    source = pack_source("sefton-2022")
    with transaction(engine) as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=london("2022-12-16 09:30"), by="tests")

    def imported(*lines, columns="name,partner,capacity,from,until"):
        file = tmp_path / "roster.csv"
        file.write_text("\n".join((columns, *lines)), encoding="utf-8")
        done = CliRunner().invoke(app, ["people", "import", str(file), "--agreement", "sefton-2022"])
        return done.exit_code, done.output

    return imported


NOTHING_NEW = (0, "1 line read. New: 0 people, 0 capacities, 0 seats, 0 accounts.\n")


@pytest.mark.parametrize("until", ["2021-01-01", "2099-01-01"])
@pytest.mark.parametrize("since", ["", "2020-01-01"])
def test_the_same_file_twice_adds_nothing_also_of_a_capacity_that_has_ended(sefton, since, until):
    line = f"Old Lee,luhft,deputy,{since},{until}"
    assert sefton(line) == (0, "1 line read. New: 1 person, 1 capacity, 0 seats, 0 accounts.\n")
    assert sefton(line) == NOTHING_NEW


def test_a_capacity_that_ended_on_another_day_is_another(sefton):
    assert sefton("Old Lee,luhft,deputy,2020-01-01,2021-01-01")[0] == 0
    assert sefton("Old Lee,luhft,deputy,2021-06-01,2021-12-31") == (
        0,
        "1 line read. New: 0 people, 1 capacity, 0 seats, 0 accounts.\n",
    )


def test_the_same_file_twice_adds_no_seat_that_has_ended(sefton):
    columns = "name,partner,capacity,forum,seat,from,until"
    line = "Old Lee,luhft,lead,partnership-board,deputy-chair,2020-01-01,2021-01-01"
    assert sefton(line, columns=columns)[1] == "1 line read. New: 1 person, 1 capacity, 1 seat, 0 accounts.\n"
    assert sefton(line, columns=columns) == NOTHING_NEW


def test_two_terms_of_one_capacity_that_share_no_day_come_in_one_file_and_twice_is_nothing_new(sefton):
    lines = ("Two Lee,luhft,deputy,2097-01-01,2097-06-30", "Two Lee,luhft,deputy,2098-01-01,2098-06-30")
    assert sefton(*lines) == (0, "2 lines read. New: 1 person, 2 capacities, 0 seats, 0 accounts.\n")
    assert sefton(*lines) == (0, NOTHING_NEW[1].replace("1 line", "2 lines"))
    assert sefton("Two Lee,luhft,deputy,2098-01-01,2098-09-30") == (
        0,
        f"{NOTHING_NEW[1]}Changed:\n  Two Lee, deputy for LUHFT: ends on 30 September 2098 (before: 30 June 2098)\n",
    )


SEAT = "name,partner,capacity,forum,seat,from,until"


@pytest.mark.parametrize(
    ("columns", "line", "what"),
    [("name,partner,capacity,from,until", "Two Lee,luhft,deputy", "capacity"),
     (SEAT, "Two Lee,,,partnership-board,deputy-chair", "seat")],
)  # fmt: skip
@pytest.mark.parametrize("year", [2021, 2097])  # over, and to come
def test_lines_that_give_one_term_other_days_are_refused_each_by_its_number(sefton, columns, line, what, year):
    first, second = f"{line},{year}-01-01,{year}-06-30", f"{line},{year}-06-30,{year}-12-31"
    assert sefton(first, second, columns=columns) == (
        1,
        (
            f"Nothing was imported; 1 to mend:\nline 3, cell A3 (name): line 2 gives other days to the same {what}, and they "
            "share some; keep one of them\n"
        ),
    )
    assert sefton(first, first, columns=columns)[0] == 0


@pytest.mark.parametrize(
    ("columns", "line", "what"),
    [("name,partner,capacity,from,until", "Old Lee,luhft,deputy", "deputy for LUHFT"),
     (SEAT, "Old Lee,,,partnership-board,deputy-chair", "deputy-chair on the Sefton Partnership board")],
)  # fmt: skip
def test_another_last_day_that_is_past_corrects_the_term_that_it_is_of(sefton, columns, line, what):
    assert sefton(f"{line},2020-01-01,2021-01-01", columns=columns)[0] == 0
    assert sefton(f"{line},,2021-01-31", columns=columns) == (
        0,
        f"{NOTHING_NEW[1]}Changed:\n  Old Lee, {what}: ends on 31 January 2021 (before: 1 January 2021)\n",
    )
    assert sefton(f"{line},2021-02-01,2021-12-31", columns=columns)[1].startswith("1 line read. New: 0 people, ")
    assert "Changed" not in sefton(f"{line},2021-02-01,2021-12-31", columns=columns)[1]
