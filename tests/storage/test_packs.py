"""Packs are read with the line of every fault, whatever the file holds."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from rules.terms import TimeLimit, Unit
from storage import packs
from storage.packs import PackFaults, known_packs, parse_pack, read_pack

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text()


def refused(text: str, file: str = "pack.yaml"):
    with pytest.raises(PackFaults) as found:
        parse_pack(text, file=file)
    return found.value


def only(text: str) -> tuple[int, str, str]:
    (fault,) = refused(text).faults
    return fault.line, fault.path, f"{fault.message} {fault.hint}"


def test_packs_are_found_by_name_and_by_path(tmp_path):
    assert known_packs() == ["mid-south-essex-2020", "one-halton-2021", "sefton-2022"]
    here = tmp_path / "mine.yaml"
    here.write_text(SMALL)
    assert read_pack(str(here)).id == "rivers-2030"
    assert read_pack("sefton-2022") is read_pack("sefton-2022")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    here = tmp_path / "mine.yml"
    here.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert read_pack(str(here)).prefix == "RIV"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            "sefton-2023",
            "There is no agreement sefton-2023. Did you mean sefton-2022? Those that come with Accord: mid-south-essex-2020",
        ),
        ("", "No agreement is named."),
        ("../../etc/passwd.yaml", "There is no such file."),
        ("/etc", "This is a folder."),
        ("/tmp/\0.yaml", "This cannot be the name of a file."),
        (f"/{'a' * 5000}.yaml", "The file cannot be read"),
    ],
)
def test_a_file_that_is_not_there_is_said_plainly(asked, words):
    with pytest.raises(PackFaults) as found:
        read_pack(asked)
    assert words in str(found.value)


def test_binary_and_huge_files_are_refused(tmp_path):
    picture = tmp_path / "picture.yaml"
    picture.write_bytes(b"id: x\n\xff\xd8\xff\xe0")
    with pytest.raises(PackFaults, match=r"picture\.yaml:2: This is not text in UTF-8"):
        read_pack(str(picture))
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"a: 1\n" * 300_000)
    with pytest.raises(PackFaults, match=r"huge\.yaml:1: The file has more than 1,000,000 bytes"):
        read_pack(str(huge))
    assert "more than 1,000,000" in str(refused("a: 1\n" * 300_000))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "The file is empty."),
        ("# nothing yet\n", 1, "The file is empty."),
        ("---\n", 1, "The file is empty."),
        ("- a\n- b\n", 1, "The file is a list. A pack is keys and values"),
        ("hello\n", 1, "The file is a single text."),
        ("id: x\ntitle:\n\ty: 1\n", 3, "There is a tab here. Indent with spaces."),
        ("id: x\n\ttitle: y\n", 2, "There is a tab here."),
        ("id: x\ntitle: a: b\n", 2, "A colon stands where no key can be."),
        ("id: x\ntitle: 'a\nprefix: B\n", 2, "A quotation mark is opened here and never closed."),
        ("id: x\ntitle: @home\n", 2, "A text cannot begin with @ here. Put the text in quotes."),
        ("id: x\npartners: [a\n", 3, "This is not YAML"),
        ("id: x\n--- \nid: y\n", 2, "A second document begins here."),
        ("id: x\ntitle: &a y\nshort_title: *a\n", 2, "Anchors (&) and aliases (*) are not read"),
        ("id: *a\n", 1, "Anchors (&) and aliases (*) are not read"),
        (
            "id: !!python/object/apply:os.system ['true']\n",
            1,
            "Tags such as !!python/object/apply:os.system are not read",
        ),
        ("id: x\n? [a]\n: b\n", 2, "A key must be one word or text."),
        ("id: x\ntitle: a\0b\n", 2, "A control character (U+0000) is here."),
        ('id: x\ntitle: "a\\0b"\n', 2, "A control character (U+0000) is escaped here."),
        ('id: x\ntitle: "a\\ud800b"\n', 2, "is escaped here."),
        ("a: " + "[" * 100_000, 1, "nested deeper than any pack needs"),
        ("{" * 50_000, 1, ""),
        ("%YAML 7.0\n---\nid: x\n", 1, "This is not YAML"),
    ],
)
def test_what_is_no_pack_at_all_is_refused_with_its_line(text, line, words):
    fault = refused(text).faults[0]
    assert fault.line == line
    assert words in f"{fault.message} {fault.hint}"


def test_the_billion_laughs_are_not_heard():
    bomb = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" for n in range(20))
    assert "Anchors" in str(refused(bomb))


SHAPES = [
    ("short_title: Rivers", "short_tilte: Rivers", "short_tilte: Rivers", "short_tilte", "short_tilte is not a key that can stand here. Did you mean short_title?"),
    ("short_title: Rivers\n", "", "id: rivers-2030", "short_title", "short_title is missing. Add it: a text."),
    ("operational_days: working\n", "", "id: rivers-2030", "operational_days", "operational_days is missing. Add it: the short name of a calendar: the calendar that reminders are counted on: working, undefined."),
    ("prefix: RIV", "prefix: river", "prefix: river", "prefix", '"river" cannot be the prefix. Write two to six capital letters, as SEF in SEF-7.'),
    ("id: rivers-2030", "id: Rivers 2030", "id: Rivers 2030", "id", '"Rivers 2030" is not a short name for an agreement. Write up to 40 lower-case letters, digits and hyphens, beginning with a letter, such as rivers-2030.'),
    ("base: england-and-wales\n", "base: England\n", "base: England", "calendars.working.base", '"England" is not one of the words for base. Write one of: england-and-wales, scotland, northern-ireland, uk-any-part, every-day.'),
    ("roles: [provider]\n    category: bank\n    eligibility: downstream\n    related", "roles: [vendor]\n    category: bank\n    eligibility: downstream\n    related", "roles: [vendor]", "partners.birch.roles[1]", "Write one of: commissioner, provider, regulator, other."),
    ("    short: Birch\n", "", "- key: birch", "partners.birch.short", "short is missing. Add it: a text."),
    ("roles: [provider]\n    category: bank\n    eligibility: downstream\n    related", "roles: []\n    category: bank\n    eligibility: downstream\n    related", "roles: []", "partners.birch.roles", "roles has no entries. It needs at least 1."),
    ("counts_from: 2030-04-01", "counts_from: 1 April 2030", "counts_from: 1 April 2030", "clocks.opening.counts_from", "1 April 2030 is not a day. Write it as 2030-04-01."),
    ("counts_from: 2030-04-01", "counts_from: 2030-04-31", "counts_from: 2030-04-31", "clocks.opening.counts_from", "2030-04-31 is not a day of the calendar."),
    ("counts_from: 2030-04-01", "counts_from: 1900000000", "counts_from: 1900000000", "clocks.opening.counts_from", '"1900000000" is no event, stage or clock, and no day. Write one of commencement, ending,'),
    ("  begins: 2030-01-01", "  begins: 1 April 2030", "begins: 1 April 2030", "term.begins", "1 April 2030 is not a day. Write it as 2030-04-01."),
    ("  begins: 2030-01-01", "  begins: 2030-04-31", "begins: 2030-04-31", "term.begins", '"2030-04-31" is not a day of the calendar.'),
    ("  begins: 2030-01-01", "  begins: 1900000000", "begins: 1900000000", "term.begins", "1900000000 is not a day."),
    ("short_title: Rivers", "short_title: Rivers\nworking_hours: [9, 17]", "working_hours: [9, 17]", "working_hours[1]", "9 is not a time of day. Write it as 09:00."),
    ("short_title: Rivers", 'short_title: Rivers\nworking_hours: ["09:00"]', 'working_hours: ["09:00"]', "working_hours", ""),
    ("number: 10,", "number: ten,", "limit: {number: ten, unit: operational-days, calendar: worki", "clocks.talk.limit.number", 'number must be a whole number, not "ten".'),
    ("number: 10,", "number: -1,", "limit: {number: -1, unit: operational-days, calendar: workin", "clocks.talk.limit.number", "It must be at least 0."),
    ("number: 10,", "number: 99999,", "limit: {number: 99999, unit: operational-days, calendar: wor", "clocks.talk.limit.number", "It must be at most 1000."),
    ("unit: operational-days", "unit: operational_days", "limit: {number: 10, unit: operational_days, calendar: workin", "clocks.talk.limit.unit", '"operational_days" is not one of the words for unit. Write operational-days.'),
    ("more than 1/2", "more than 0.5", "threshold: more than 0.5", "decision_rules.seats.threshold", "0.5 is not a fraction. Write more than 1/2."),
    ("more than 1/2", "more than 1/0", "threshold: more than 1/0", "decision_rules.seats.threshold", "1/0 is not a fraction. Write what the document says as one, such as more than 1/2 or more than 2/3."),
    ("more than 1/2", "more than 3/2", "threshold: more than 3/2", "decision_rules.seats.threshold", "More than 3/2 can never be reached. Write a share of the whole, such as 2/3; or all."),
    ("more than 1/2", "more than 1/1", "threshold: more than 1/1", "decision_rules.seats.threshold", "More than 1/1 can never be reached."),
    ("more than 1/2", "at least 0/1", "threshold: at least 0/1", "decision_rules.seats.threshold", "At least 0/1 is carried with no vote."),
    ("more than 1/2", "at least 66%", "threshold: at least 66%", "decision_rules.seats.threshold", "66% is not a fraction. Write 2/3 if two thirds is meant, 33/50 if it is not."),
    ("more than 1/2", "at least 66.67%", "threshold: at least 66.67%", "decision_rules.seats.threshold", "66.67% is not a fraction. Write 2/3 if two thirds is meant, 6667/10000 if it is not."),
    ("more than 1/2", "at least 75%", "threshold: at least 75%", "decision_rules.seats.threshold", "75% is not a fraction. Write 3/4."),
    ("more than 1/2", "at least 100%", "threshold: at least 100%", "decision_rules.seats.threshold", "100% is not a fraction. Write all."),
    ("more than 1/2", "2/3", "threshold: 2/3", "decision_rules.seats.threshold", "2/3 says how much, and not whether that is enough. Write at least 2/3, or more than 2/3."),
    ("more than 1/2", "everybody", "threshold: everybody", "decision_rules.seats.threshold", '"everybody" is not how much is needed. Write all, nobody against, at least 2/3 or more than 1/2.'),
    ("threshold: all", "threshold: {kind: everyone}", "threshold: {kind: everyone}", "decision_rules.all.threshold", "a block of keys is not how much is needed."),
    ("quorum: 2", "quorum: 40%", "quorum: 40%", "decision_rules.spend.quorum", "40% is not a fraction. Write 2/5."),
    ("quorum: 2", "quorum: most", "quorum: most", "decision_rules.spend.quorum", "most is not a fraction."),
    ("who: members of board", "who: {only: present}", "who: {only: present}", "decision_rules.seats.who.only", "All who are present are always there, and a quorum is of those who could take part. Take present out of who, and write base: present."),
    ("who: members of board", "who: The Board", "who: The Board", "decision_rules.seats.who", '"The Board" does not say who. Write partners, affected, members of a forum, partners on a forum, or the key'),
    ("dual_roles_declare: true", "dual_roles_declare: often", "dual_roles_declare: often", "conflicts.dual_roles_declare", "dual_roles_declare must be true or false"),
    ("dual_roles_declare: true", "within: soon", "within: soon", "conflicts.within.counts_from", "There is no event, stage or clock called soon. Write one of: aware, or a day, as 2022-07-01."),
    ("dual_roles_declare: true", "refresh: {numbre: 3, unit: weeks}", "refresh: {numbre: 3, unit: weeks}", "conflicts.refresh.numbre", "Did you mean number?"),
    ("issues:\n", "issues: later\nnothing:\n", "issues: later", "issues", 'issues must be a block of keys, not "later".'),
    ("marks: [star]", "marks: star", "marks: star", "partners.alder.marks", 'marks must be a list, not "star".'),
    ("title: Rivers compact", "title: [a, b]", "title: [a, b]", "title", "title must be a text, not a list."),
    ("title: Rivers compact", "title:", "title:", "title", "title is empty. Write a text."),
    ("title: Rivers compact", 'title: ""', 'title: ""', "title", "title is empty."),
    ("title: Rivers compact", f"title: {'x' * 200}", "title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "title", "longer than 150 characters"),
    ("  talk:\n", "  Talk Time:\n", "Talk Time:", "clocks.Talk Time", '"Talk Time" is not a short name for a clock. Write up to 40 lower-case letters, digits and hyphens, beginning with a letter, such as talk-time.'),
    ("  2030-01-02: Office closed", "  soon: Office closed", "soon: Office closed", "calendars.working.closed.soon", "soon is not a day."),
    ("colours: {Done: green}", "colours: {Done: blue}", "colours: {Done: blue}", "trackers.works.colours.Done", "Write one of: red, amber, green."),
    ("issues:\n  stages:", "issues:\n  ladder:", "issues:", "issues.stages", "stages is missing. Add it: a list of at least 1, each with key (a short name, such as stage-1), name, kind (one of discussion, advice, vote,"),
    ("{key: flood, name: Flood plan, on: 2030-06-30", "{key: flood, on: 2030-06-30", "- {key: flood, on: 2030-06-30, owner: board}", "milestones.flood.name", "name is missing. Add it: a text."),
    ("      kind: vote\n", "", "- key: second", "issues.stages.second.kind", "Add it: one of discussion, advice, vote"),
    ("term:\n", "term:\n  starts: 2030-01-01\n", "starts: 2030-01-01", "term.starts", "starts is not a key that can stand here. Write begins, such as begins: 2025-04-01. What can stand here: begins, ends, open_ended, clause, note."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "path", "words"), SHAPES)
def test_each_wrong_shape_is_said_with_line_path_and_what_to_write(old, new, line, path, words):
    assert old in SMALL
    text = SMALL.replace(old, new, 1)
    (fault,) = [fault for fault in refused(text).faults if fault.path == path]
    assert words in f"{fault.message} {fault.hint}"
    assert text.splitlines()[fault.line - 1].strip()[:60] == line


def test_a_key_written_twice_is_told_with_both_lines_beside_the_rest():
    text = SMALL.replace("short_title: Rivers\n", "short_title: Rivers\nshort_title: Streams\nprefixx: A\n", 1)
    assert [(fault.line, fault.path, fault.message) for fault in refused(text).faults] == [
        (5, "short_title", "short_title is written twice, first on line 4."),
        (6, "prefixx", "prefixx is not a key that can stand here."),
    ]
    once = SMALL.replace("title: Rivers compact\n", "title: Rivers compact\ntitle: Again\n", 1)
    assert only(once) == (4, "title", "title is written twice, first on line 3. Keep one.")


def test_the_text_of_the_refusal_has_a_line_for_each_fault_in_the_order_of_the_file():
    text = (
        SMALL.replace("more than 1/2", "more than 0.5")
        .replace("prefix: RIV", "prefix: r")
        .replace("term:\n", "term:\n  end: 1\n")
    )
    written = ("prefix: r", "    threshold: more than 0.5", "  end: 1")
    lines = [text.splitlines().index(line) + 1 for line in written]
    said = str(refused(text, "x/pack.yaml")).splitlines()
    assert [line.split(": ")[:2] for line in said] == [
        [f"x/pack.yaml:{lines[0]}", "prefix"],
        [f"x/pack.yaml:{lines[1]}", "decision_rules.seats.threshold"],
        [f"x/pack.yaml:{lines[2]}", "term.end"],
    ]


def test_clauses_and_fractions_stay_as_they_are_written():
    terms = parse_pack(SMALL.replace('clause: "2.10"', "clause: 2.10"), file="pack.yaml")
    assert terms.clocks["talk"].clause == "2.10"
    assert terms.decision_rules["spend"].threshold.of == Fraction(3, 4)


def test_yes_and_no_and_norway_stay_text():
    terms = parse_pack(SMALL.replace("title: Rivers compact", "title: no"), file="pack.yaml")
    assert terms.title == "no"


@pytest.mark.parametrize(
    "words", ["1 month", "6 months", "20 operational days on foi", "6 clear days before", "14 calendar days", "0 hours"]
)
def test_a_length_of_time_is_read_from_the_words_it_is_shown_in(words):
    assert str(TimeLimit.model_validate(words)) == words


def test_a_length_of_time_is_read_from_other_spellings_too():
    limit = TimeLimit.model_validate("20 operational-days on foi after")
    assert (limit.number, limit.unit, limit.calendar) == (20, Unit.OPERATIONAL_DAYS, "foi")


def test_nothing_a_file_can_hold_ends_in_anything_but_terms_or_faults():
    faults: list[packs.Fault] = []
    for start in range(0, len(SMALL), 211):
        for scar in ("\t", "]", "'", ": ", "\n- ", "\u2028", "null", "[]", "{}"):
            try:
                packs.parse_pack.__wrapped__(SMALL[:start] + scar + SMALL[start + 40 :], file="x")
            except PackFaults as found:
                faults += found.faults
    assert faults
    assert all(fault.line > 0 and fault.message for fault in faults)
