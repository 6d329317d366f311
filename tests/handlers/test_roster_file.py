"""A roster file: all of it or nothing, a line-numbered sentence for everything wrong, whatever is in it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from handlers.agreements import loading
from handlers.people import changes, file as roster_file
from handlers.people.roster import import_roster
from rules.errors import Refusal
from rules.sheets import TableRefused
from storage import people, register
from storage.agreements import Agreement
from storage.database import transaction
from storage.packs import pack_source, read_pack
from storage.people import Account, Capacity, Holding, Person

SEFTON = read_pack("sefton-2022")
NOW = datetime(2022, 12, 16, 9, 30, tzinfo=UTC)
HEAD = "name,email,partner,capacity,from,until,timezone,workspace,user\n"


def refusal(text):
    with pytest.raises(TableRefused) as refused:
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
        ("Jo,,luhft,lead,31/12/22,,,,", "'31/12/22' is not a date; write it as 2026-12-18"),
        ("Jo,,luhft,lead,12/31/2022,,,,", "'12/31/2022' is not a date; write it as 2026-12-18"),
        ("Jo,,luhft,lead,2022,,,,", "'2022' is no day; if its first day is meant, write 2022-01-01"),
        ("Jo,,luhft,lead,,2027,,,", "'2027' is no day; if its last day is meant, write 2027-12-31"),
        ("Jo,,luhft,lead,,February 2024,,,", "'February 2024' is no day; if its last day is meant, write 2024-02-29"),
        ("Jo,,luhft,lead,,2027-06,,,", "'2027-06' is no day; if its last day is meant, write 2027-06-30"),
        ("Jo,,luhft,lead,2022-02-30,,,,", "'2022-02-30' is not a date; write it as 2026-12-18"),
        ("Jo,,luhft,lead,2023-01-01,2022-01-01,,,", "the capacity ends before it begins"),
        ("Jo,,luhft,lead,,,Mars/Phobos,,", "unknown time zone 'Mars/Phobos'; write one such as Europe/London"),
        (
            "Jo,,luhft,lead,,,../../etc/passwd,,",
            "unknown time zone '../../etc/passwd'; write one such as Europe/London",
        ),
        ("Jo,,luhft,lead,,,,T1,", "an account needs both its workspace id (T…) and its user id (U…)"),
        ("Jo,,luhft,lead,,,,,U1", "an account needs both its workspace id (T…) and its user id (U…)"),
        (
            "Jo,,luhft,lead",
            "this line has 4 cells, and the first one has 9; a cell that is empty needs its comma too",
        ),
        (
            "Jo,,luhft,lead,,,,,,extra",
            "this line has 10 cells, and the first one has 9; a cell that is empty needs its comma too",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line, words):
    refused = refusal(f"{HEAD}Ann,,icb,lead,,,,,\n{line}\n")
    (fault,) = refused.faults
    assert (fault.line, fault.what) == (3, words)
    cell = f", cell {fault.cell}" if fault.cell else ""
    assert str(refused) == f"Nothing was imported; 1 to mend:\nline 3{cell}: {words}"


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        (",,luhft,lead,,,,,", "A3 (name)"),
        ("Jo,,nhs-moon,lead,,,,,", "C3 (partner)"),
        ("Jo,,luhft,boss,,,,,", "D3 (capacity)"),
        ("Jo,,luhft,lead,soon,,,,", "E3 (from)"),
        ("Jo,,luhft,lead,,2027,,,", "F3 (until)"),
        ("Jo,,luhft,lead,,,Mars/Phobos,,", "G3 (timezone)"),
        ("Jo,,luhft,lead,,,,,U1", "I3 (user)"),
        ("Jo,,luhft,lead", ""),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(line, cell):
    assert [fault.cell for fault in refusal(f"{HEAD}Ann,,icb,lead,,,,,\n{line}\n").faults] == [cell]


POSSIBLE = "possible are name, email, partner, capacity, forum, seat, from, until, timezone, workspace, user, person"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the first line must name the columns name, partner and capacity; " + POSSIBLE),
        ("\n", "the first line must name the columns name, partner and capacity; " + POSSIBLE),
        ("name,partner,capacity,shoe size\n", "unknown column 'shoe size'; " + POSSIBLE),
        (HEAD, "the file names nobody"),
        (f"{HEAD}\n\n", "the file names nobody"),
        (HEAD + "x" * 1_000_001, "the file is too long; a roster has at most a million characters"),
    ],
)
def test_a_file_that_is_none_is_refused(text, words):
    assert str(refusal(text)) == f"Nothing was imported; 1 to mend:\nline 1: {words}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f'{HEAD}"Jo,,luhft,lead,,,,,\n', "this is not CSV: unexpected end of data. Please save it as CSV again."),
        (f'{HEAD}"Jo"x,,luhft,lead,,,,,\n', "this is not CSV: ',' expected after '\"'. Please save it as CSV again."),
    ],
)
def test_what_is_no_csv_is_told_with_its_line(text, words):
    assert str(refusal(text)) == f"Nothing was imported; 1 to mend:\nline 2: {words}"


@pytest.mark.parametrize(
    ("text", "words"),
    [("name,partner\nJo,luhft\n", "capacity"), ("name,name,partner,capacity\nJo,Al,luhft,lead\n", "name")],
)
def test_a_heading_with_a_column_too_few_or_too_many_is_refused(text, words):
    assert words in refusal(text).faults[0].what.partition(";")[0]


def test_every_fault_is_listed_not_only_the_first():
    refused = refusal(f"{HEAD}Jo,,nhs-moon,boss,,,,,\nAl,,luhft,lead,soon,,,,\n")
    assert [fault.line for fault in refused.faults] == [2, 2, 3]


def test_one_account_is_one_person():
    refused = refusal(f"{HEAD}Jo,,luhft,lead,,,,T1,U1\nAl,,icb,lead,,,,T1,U1\n")
    assert [(fault.line, fault.what) for fault in refused.faults] == [
        (3, "account U1 is given to Jo above; one account is one person")
    ]


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
            done = import_roster(session, agreement, rows, platform="slack", by="tests", now=NOW)
        assert counts(engine) == [2, 3, 1]
    assert done.nothing
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


# --- Whom a name means --------------------------------------------------------------------------------------------


@pytest.fixture
def bring(engine):
    """Import lines with these columns; return what changed, in words."""

    def go(*lines, head="name,email,partner,capacity"):
        rows = roster_file.read("\n".join((head, *lines)), SEFTON)
        with transaction(engine) as session:
            done = import_roster(session, loaded(session), rows, platform="slack", by="tests", now=NOW)
            return [changes.in_words(one, SEFTON) for one in done.changes]

    return go


def names(engine):
    with transaction(engine) as session:
        return sorted(session.scalars(select(Person.name)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân Llwyd", "Sia\u0302n Llwyd"),
        ("Ana Price", "ana  price"),
        ("Ana Price", "Ana\u00a0Price\u200b"),
        ("Kit O'Brien", "Kit O\u2019Brien"),
        ("Mary-Ann Lee", "Mary\u2011Ann Lee"),
    ],
)
def test_one_person_is_one_however_their_name_is_written(bring, engine, one, other):
    bring(f"{one},,mersey-care,lead", f"{other},,luhft,deputy")
    bring(f"{other},,icb,deputy")
    assert names(engine) == [one]
    assert counts(engine)[:2] == [1, 3]


@pytest.mark.parametrize(
    ("there", "line", "whom"),
    [
        ("Siân Llwyd,", "Sian Llwyd,", "Siân Llwyd (no e-mail)"),
        ("Ana Price,", '"Price, Ana",', "Ana Price (no e-mail)"),
        ("Ana Price,", "Dr Ana Price,", "Ana Price (no e-mail)"),
        ("Ana Price,", "Ana Price,ana@a.example", "Ana Price (no e-mail)"),
        ("Ana Price,ana@a.example", "Ana Price,", "Ana Price (ana@a.example)"),
        ("Ana Price,ana@a.example", "Ana Hall,ANA@a.example", "Ana Price (ana@a.example)"),
    ],
)
def test_two_who_may_be_one_are_asked_about_and_nothing_is_imported(bring, engine, there, line, whom):
    bring(f"{there},mersey-care,lead")
    before = counts(engine)
    with pytest.raises(TableRefused) as refused:
        bring("Jo Hall,,icb,lead", f"{line},luhft,deputy")
    (fault,) = refused.value.faults
    assert (fault.line, fault.cell) == (3, "A3 (name)")
    assert (
        f" may be {whom}, who is on the roster or above in this file. If this is the same person, write" in fault.what
    )
    assert counts(engine) == before
    head = "name,email,partner,capacity,person"
    bring(f"{line},luhft,deputy,same", head=head)
    assert counts(engine)[0] == before[0]


def test_another_person_of_a_like_name_is_new_once_it_is_said_and_stays_one(bring, engine):
    head = "name,email,partner,capacity,person"
    bring("Siân Llwyd,,mersey-care,lead")
    for _ in range(2):
        bring("Sian Llwyd,,luhft,deputy,new", head=head)
    assert names(engine) == ["Sian Llwyd", "Siân Llwyd"]
    with pytest.raises(TableRefused, match=r"may be Siân Llwyd .no e-mail. or Sian Llwyd .no e-mail.; write the name"):
        bring("SIAN-LLWYD,,icb,lead,same", head=head)
    with pytest.raises(TableRefused, match="'maybe' says nothing here; write same or new"):
        bring("Sian Llwyd,,luhft,deputy,maybe", head=head)


def test_two_of_a_like_name_with_an_address_each_are_two(bring, engine):
    bring("Siân Llwyd,s@a.example,mersey-care,lead", "Sian Llwyd,s@b.example,luhft,deputy")
    assert len(names(engine)) == 2


def test_an_account_tells_who_is_meant(bring, engine):
    head = "name,email,partner,capacity,workspace,user"
    bring("Siân Llwyd,s@a.example,mersey-care,lead,T1,U1", head=head)
    bring("Sian Llwyd,,luhft,deputy,T1,U1", head=head)
    assert names(engine) == ["Siân Llwyd"]


# --- What is otherwise than before --------------------------------------------------------------------------------

DATES = "name,partner,capacity,from,until,timezone"


def test_each_change_is_named_with_what_was_and_stands_in_the_register(bring, engine):
    bring("Ana Price,Mersey Care,lead,,,", "Sam,,secretary,,,", head=DATES)
    steps = [
        (
            "Ana Price,Mersey Care,lead,,2026-11-30,",
            ["Ana Price, lead for Mersey Care: ends on 30 November 2026 (before: no last day)"],
            [("ends_on", None, "2026-11-30")],
        ),
        (
            "Ana Price,Mersey Care,lead,,2027-01-31,",
            ["Ana Price, lead for Mersey Care: ends on 31 January 2027 (before: 30 November 2026)"],
            [("ends_on", "2026-11-30", "2027-01-31")],
        ),
        ("Ana Price,Mersey Care,lead,,,", [], []),
        (
            "Ana Price,Mersey Care,lead,,none,",
            ["Ana Price, lead for Mersey Care: has no last day any more (before: 31 January 2027)"],
            [("ends_on", "2027-01-31", None)],
        ),
        (
            "Ana Price,Mersey Care,lead,2022-07-01,,Europe/Paris",
            [
                "Ana Price: time zone Europe/Paris (before: Europe/London)",
                "Ana Price, lead for Mersey Care: begins on 1 July 2022 (before: no first day)",
            ],
            [("timezone", "Europe/London", "Europe/Paris"), ("starts_on", None, "2022-07-01")],
        ),
    ]
    for line, said, facts in steps:
        assert bring(line, head=DATES) == said
        with transaction(engine) as session:
            entry = session.scalars(
                select(register.Entry).where(register.Entry.act == "roster-changed").order_by(register.Entry.id.desc())
            ).first()
            changed = json.loads(entry.facts)["changed"]
        assert [(one["part"], one["was"], one["now"]) for one in changed] == facts
        assert all(one["person"] == "Ana Price" for one in changed)


def test_a_capacity_that_would_end_before_it_begins_and_the_only_secretary_are_refused(bring):
    bring("Ana Price,Mersey Care,lead,2022-07-01,,", "Sam,,secretary,,,", head=DATES)
    with pytest.raises(TableRefused, match="line 2: the capacity would end before it begins, on 2022-07-01"):
        bring("Ana Price,Mersey Care,lead,,2022-06-30,", head=DATES)
    with pytest.raises(Refusal, match=r"the only secretary would have a last day\. Please name another one first\."):
        bring("Sam,,secretary,,2023-01-31,", head=DATES)
