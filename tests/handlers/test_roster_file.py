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
        (",,luhft,lead,,,,,", "a person needs a name of at most 150 characters"),
        ("x" * 151 + ",,luhft,lead,,,,,", "a person needs a name of at most 150 characters"),
        ("Jo,,luhft,boss,,,,,", "unknown capacity 'boss'; write one of lead, deputy, signatory, member, secretary"),
        ("Jo,,luhft,,,,,,", "unknown capacity ''; write one of lead, deputy, signatory, member, secretary"),
        (
            "Jo,,nhs-moon,lead,,,,,",
            "unknown partner 'nhs-moon'; the partners are icb, sefton-council, mersey-care, southport-ormskirk, luhft, alder-hey, healthwatch-sefton, southport-formby-pcn, south-sefton-pcn, sefton-cvs, one-vision-housing",
        ),
        ("Jo,,,lead,,,,,", "a lead acts for a partner: write its key, such as icb"),
        ("Jo,,luhft,secretary,,,,,", "the secretary acts for the agreement: leave the partner empty"),
        ("Jo,,luhft,lead,yesterday,,,,", "'yesterday' is not a date; write it as 2026-12-18"),
        ("Jo,,luhft,lead,31/12/2022,,,,", "'31/12/2022' is not a date; write it as 2026-12-18"),
        ("Jo,,luhft,lead,2022-02-30,,,,", "'2022-02-30' is not a date; write it as 2026-12-18"),
        ("Jo,,luhft,lead,2023-01-01,2022-01-01,,,", "the capacity ends before it begins"),
        ("Jo,,luhft,lead,,,Mars/Phobos,,", "unknown time zone 'Mars/Phobos'; write one such as Europe/London"),
        (
            "Jo,,luhft,lead,,,../../etc/passwd,,",
            "unknown time zone '../../etc/passwd'; write one such as Europe/London",
        ),
        ("Jo,,luhft,lead,,,,T1,", "an account needs both its workspace id (T…) and its user id (U…)"),
        ("Jo,,luhft,lead,,,,,U1", "an account needs both its workspace id (T…) and its user id (U…)"),
        ("Jo,,luhft,lead", "this line has more or fewer fields than the first one"),
        ("Jo,,luhft,lead,,,,,,extra", "this line has more or fewer fields than the first one"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line, words):
    refused = refusal(f"{HEAD}Ann,,icb,lead,,,,,\n{line}\n")
    assert [number for number, _ in refused.faults] == [3]
    assert refused.faults[0][1] == words
    assert str(refused) == f"Nothing was imported; 1 to mend:\nline 3: {words}"


POSSIBLE = "possible are name, email, partner, capacity, forum, seat, from, until, timezone, workspace, user"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the first line must name the columns name, partner and capacity; " + POSSIBLE),
        ("\n", "the first line must name the columns name, partner and capacity; " + POSSIBLE),
        ("name,partner,capacity,shoe size\n", "unknown column 'shoe size'; " + POSSIBLE),
        (HEAD, "the file names nobody"),
        (f"{HEAD}\n\n", "the file names nobody"),
        (f'{HEAD}"Jo,,luhft,lead,,,,,\n', "this is not CSV: unexpected end of data"),
        (f'{HEAD}"Jo"x,,luhft,lead,,,,,\n', "this is not CSV: ',' expected after '\"'"),
        (HEAD + "x" * 1_000_001, "the file is too long; a roster has at most a million characters"),
    ],
)
def test_a_file_that_is_none_is_refused(text, words):
    assert str(refusal(text)) == f"Nothing was imported; 1 to mend:\nline 1: {words}"


@pytest.mark.parametrize(
    ("text", "words"),
    [("name,partner\nJo,luhft\n", "capacity"), ("name,name,partner,capacity\nJo,Al,luhft,lead\n", "name")],
)
def test_a_heading_with_a_column_too_few_or_too_many_is_refused(text, words):
    assert words in refusal(text).faults[0][1].partition(";")[0]


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
