"""`python -m bot people import`: a refusal reads on a terminal as it would in the chat."""

from __future__ import annotations

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
