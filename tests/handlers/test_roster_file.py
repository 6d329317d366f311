"""A roster file: all of it or nothing, a line-numbered sentence for everything wrong, whatever is in it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from handlers.agreements import loading
from handlers.people import file as roster_file
from handlers.people.file import RosterRefused
from handlers.people.roster import import_roster
from rules.errors import Refusal
from storage import people, register
from storage.agreements import Agreement
from storage.database import transaction
from storage.packs import pack_source, read_pack
from storage.people import Account, Capacity, Holding, Person

SEFTON = read_pack("sefton-2022")
NOW = datetime(2022, 12, 16, 9, 30, tzinfo=UTC)
HEAD = "name,email,partner,capacity,from,until,timezone,workspace,user\n"


def refusal(text):
    with pytest.raises(RosterRefused) as refused:
        roster_file.read(text, SEFTON)
    return refused.value


def test_a_good_file_is_read_as_it_stands():
    rows = roster_file.read(
        "\ufeffName, partner ,capacity,from\r\n"
        '"Hall, Jo",Mersey Care,Lead,2022-07-01\r\n'
        "\r\n"
        "Zoë 王,SEFTON COUNCIL,deputy,\r\n"
        "Sam,,secretary,\r\n",
        SEFTON,
    )
    assert [(r.line, r.name, r.partner, r.capacity) for r in rows] == [
        (2, "Hall, Jo", "mersey-care", Capacity.LEAD),
        (4, "Zoë 王", "sefton-council", Capacity.DEPUTY),
        (5, "Sam", None, Capacity.SECRETARY),
    ]
    assert str(rows[0].starts_on) == "2022-07-01"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (",,luhft,lead,,,,,", "name"),
        ("x" * 151 + ",,luhft,lead,,,,,", "150"),
        ("Jo,,luhft,boss,,,,,", "'boss'"),
        ("Jo,,luhft,,,,,,", "capacity"),
        ("Jo,,nhs-moon,lead,,,,,", "'nhs-moon'"),
        ("Jo,,,lead,,,,,", "acts for a partner"),
        ("Jo,,luhft,secretary,,,,,", "leave the partner empty"),
        ("Jo,,luhft,lead,yesterday,,,,", "'yesterday'"),
        ("Jo,,luhft,lead,31/12/2022,,,,", "31/12/2022"),
        ("Jo,,luhft,lead,2022-02-30,,,,", "2022-02-30"),
        ("Jo,,luhft,lead,2023-01-01,2022-01-01,,,", "before"),
        ("Jo,,luhft,lead,,,Mars/Phobos,,", "Mars/Phobos"),
        ("Jo,,luhft,lead,,,../../etc/passwd,,", "time zone"),
        ("Jo,,luhft,lead,,,,T1,", "workspace"),
        ("Jo,,luhft,lead,,,,,U1", "user"),
        ("Jo,,luhft,lead", "fields"),
        ("Jo,,luhft,lead,,,,,,extra", "fields"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line, words):
    refused = refusal(f"{HEAD}Ann,,icb,lead,,,,,\n{line}\n")
    assert [number for number, _ in refused.faults] == [3]
    assert words in refused.faults[0][1]
    assert "line 3" in str(refused)
    assert "Nothing was imported" in str(refused)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "name"),
        ("\n", "name"),
        ("name,partner\nJo,luhft\n", "capacity"),
        ("name,partner,capacity,shoe size\n", "shoe size"),
        (HEAD, "nobody"),
        (f"{HEAD}\n\n", "nobody"),
        (f'{HEAD}"Jo,,luhft,lead,,,,,\n', "CSV"),
        (f'{HEAD}"Jo"x,,luhft,lead,,,,,\n', "CSV"),
        (HEAD + "x" * 1_000_001, "too long"),
        ("name,name,partner,capacity\nJo,Al,luhft,lead\n", "twice"),
    ],
)
def test_a_file_that_is_none_is_refused(text, words):
    assert words in str(refusal(text))


def test_every_fault_is_listed_not_only_the_first():
    refused = refusal(f"{HEAD}Jo,,nhs-moon,boss,,,,,\nAl,,luhft,lead,soon,,,,\n")
    assert [number for number, _ in refused.faults] == [2, 2, 3]


def test_one_account_is_one_person():
    refused = refusal(f"{HEAD}Jo,,luhft,lead,,,,T1,U1\nAl,,icb,lead,,,,T1,U1\n")
    assert refused.faults[0][0] == 3
    assert "Jo" in refused.faults[0][1]


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "<!channel>", "'; DROP TABLE people; --", "Jo\x00Hall", "a\u202eb", "{{ 7*7 }}"]
)
def test_hostile_names_are_only_names(engine, name):
    quoted = '"' + name.replace('"', '""') + '"'
    rows = roster_file.read(f"{HEAD}{quoted},,luhft,lead,,,,,\n", SEFTON)
    with transaction(engine) as session:
        agreement = loaded(session)
        import_roster(session, agreement, rows, platform="slack", by="tests", now=NOW)
    with transaction(engine) as session:
        assert session.scalars(select(Person.name)).all() == [name.replace("\x00", "")]


def loaded(session):
    version = loading.load(session, SEFTON, source=pack_source("sefton-2022"), now=NOW, by="tests")
    return session.get_one(Agreement, version.agreement_id)


def counts(engine):
    with transaction(engine) as session:
        return [session.scalar(select(func.count()).select_from(table)) for table in (Person, Holding, Account)]


def test_the_same_file_twice_changes_nothing(engine):
    text = f"{HEAD}Jo,,luhft,lead,,,,T1,U1\nJo,,icb,deputy,,,,T1,U1\nSam,,,secretary,,,,,\n"
    for _ in range(2):
        with transaction(engine) as session:
            agreement = loaded(session)
            rows = roster_file.read(text, SEFTON)
            new = import_roster(session, agreement, rows, platform="slack", by="tests", now=NOW)
        assert counts(engine) == [2, 3, 1]
    assert not any(new.values())
    with transaction(engine) as session:
        assert register.verify(session, loaded(session)) is None


def test_a_refusal_half_way_imports_nothing(engine):
    with transaction(engine) as session:
        rows = roster_file.read(f"{HEAD}Jo,,luhft,lead,,,,T1,U1\n", SEFTON)
        import_roster(session, loaded(session), rows, platform="slack", by="tests", now=NOW)
    before = counts(engine)
    rows = roster_file.read(f"{HEAD}New,,icb,lead,,,,,\nAl,,icb,lead,,,,T1,U1\n", SEFTON)
    with pytest.raises(Refusal, match="Jo"), transaction(engine) as session:  # U1 is his
        import_roster(session, loaded(session), rows, platform="slack", by="tests", now=NOW)
    assert counts(engine) == before


def test_namesakes_are_told_apart_by_their_address(engine):
    rows = roster_file.read(f"{HEAD}Jo,jo@a.example,luhft,lead,,,,,\nJo,jo@b.example,icb,lead,,,,,\n", SEFTON)
    with transaction(engine) as session:
        agreement = loaded(session)
        import_roster(session, agreement, rows, platform="slack", by="tests", now=NOW)
        found = people.contacts(
            session, NOW.date(), agreement_id=agreement.id, capacities=(Capacity.LEAD,), partners=("luhft",)
        )
    assert [contact.person.email for contact in found["luhft"]] == ["jo@a.example"]
