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


def test_lines_that_give_one_capacity_two_terms_are_refused(sefton):
    first, second = "Two Lee,luhft,deputy,2097-01-01,2097-06-30", "Two Lee,luhft,deputy,2098-01-01,2098-06-30"
    assert sefton(first, second) == (
        1,
        "Nothing was imported; 1 to mend:\nline 3, cell A3 (name): a line above gives other days to the same capacity; keep one of them, and import a later term once it runs\n",
    )
    assert sefton(first, first)[0] == 0
