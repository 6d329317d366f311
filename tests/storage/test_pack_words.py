"""What is said of a pack that is wrong can be done as it is said, and is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import likeness, soundness
from rules.terms import Event, Unit
from storage.packs import PackFaults, line_of, parse_pack

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text()

NAME = "Write up to 40 lower-case letters, digits and hyphens, beginning with a letter, such as"


def said(text: str) -> list[str]:
    """Return what is said of a pack: the path, the message and the hint of each fault."""
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="pack.yaml")
    return [line_of("", fault) for fault in refused.value.faults]


def changed(*pairs: tuple[str, str]) -> str:
    text = SMALL
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


# (what is written in the small pack, what instead, all that is said)
WORDS = [
    # a unit or an event is never guessed
    ("limit: {number: 10, unit: operational-days, calendar: working}", "limit: 10 days",
     ["clocks.talk.limit: Days of which kind? Write 10 calendar-days, 10 operational-days or 10 clear-days."]),
    ("limit: {number: 10, unit: operational-days, calendar: working}", "limit: 1 day",
     ["clocks.talk.limit: Days of which kind? Write 1 calendar-day, 1 operational-day or 1 clear-day."]),
    ("limit: {number: 10, unit: operational-days, calendar: working}", "limit: 10 working days",
     ["clocks.talk.limit: Days of which kind? Write 10 calendar-days, 10 operational-days or 10 clear-days."]),
    ("unit: operational-days, calendar: working", "unit: days",
     ["clocks.talk.limit.unit: Days of which kind? Write calendar-days, operational-days or clear-days."]),
    ("unit: operational-days, calendar: working", "unit: calender-days",
     [('clocks.talk.limit.unit: "calender-days" is not one of the words for unit. Write one of: operational-days, '
      "calendar-days, clear-days, weeks, months, years, hours.")]),
    ("unit: operational-days", "unit: Operational Days",
     ['clocks.talk.limit.unit: "Operational Days" is not one of the words for unit. Write operational-days.']),
    # nor a word that means something else
    ("      kind: discussion\n", "      kind: negotiation\n",
     [('issues.stages.first.kind: "negotiation" is not one of the words for kind. Write one of: discussion, advice, '
      "vote, facilitation, mediation, written-submissions, determination, outside.")]),
    ("      settled_when: decided", "      settled_when: undecided",
     [('issues.stages.second.settled_when: "undecided" is not one of the words for settled_when. Write one of: '
      "all-affected-agree, decided, never.")]),
    ("forms: [unstated]", "forms: [unstated, scanned-png]",
     [('signatures.forms[2]: "scanned-png" is not one of the words for an entry of forms. Write one of: wet-ink, fax, '
      "scanned-pdf, scanned-jpeg, agreed-digital, in-chat, unstated.")]),
    ("      kind: discussion\n", "      kind: discusion\n",
     [('issues.stages.first.kind: "discusion" is not one of the words for kind. Did you mean discussion? Write one of: '
      "discussion, advice, vote, facilitation, mediation, written-submissions, determination, outside.")]),
    # keys
    ("issues:\n", "issues:\n  minutes: 3\n",
     [("issues.minutes: minutes is not a key that can stand here. What can stand here: approach, "
      "approach_clause, notify, stages, extension_by, statutory_consultation, clause, note.")]),
    ("  - key: then\n", "  - key: then\n    reply: No\n",
     [("open.then.reply: reply is not a key that can stand here. What can stand here: key, question, path, quoted_at, "
      "choices, clause, note.")]),
    ("issues:\n", 'issues:\n  "": 3\n',
     [("issues.: An empty text is not a key that can stand here. What can stand here: approach, approach_clause, notify, "
      "stages, extension_by, statutory_consultation, clause, note.")]),
    ("    quorum: 2\n", "    quorum: {numbre: 2}\n",
     [("decision_rules.spend.quorum.numbre: numbre is not a key that can stand here. Did you mean number? What can "
      "stand here: number, fraction, recused, clause, note.")]),
    ("    quorum: 2\n", "    quorum: [2]\n",
     [("decision_rules.spend.quorum: quorum must be a block of keys, not a list. Write on lines of their own, indented: "
      "number, fraction, recused, clause, note.")]),
    ('calendars:\n  working:\n    clause: "1"\n    base: england-and-wales\n    closed:\n      2030-01-02: Office closed\n  undefined:\n    note: The document does not say.\n', "calendars: working\n",
     [('calendars: calendars must be a block of keys, not "working". Write on lines of their own, indented: a short '
      "name for each calendar, and below it base, closed, opened, clause, note, such as calendars: {working-days: {base: "
      "england-and-wales}}.")]),
    ("  - {how: variation, rule: all}", "  how: variation",
     [("changes: changes must be a list, not a block of keys. Write a list, each with how (one of variation, accession, extension, "
      "termination), rule (the short name of a decision rule); where the document has it also written, signed, forum, effect, clause, note.")]),
    ("      moved_on_by: [affected-partner]\n", "      moved_on_by: everybody\n",
     ['issues.stages.first.moved_on_by: moved_on_by must be a list, not "everybody". Write a list in brackets, of: affected-partner, any-partner, raising-partner, chair, secretary.']),
    ("    by: board\n", "    by: the board\n",
     ['reviews.yearly.by: "the board" is not the short name of a forum. Known: board, council. Or write one of: partners.']),
    # short names
    ("  talk:\n", "  Talk Time:\n", [f'clocks.Talk Time: "Talk Time" is not a short name for a clock. {NAME} talk-time.']),
    ("  - key: cedar\n", "  - key: Cedar!\n",
     [f'partners.Cedar!.key: "Cedar!" is not a short name for a partner. {NAME} cedar.']),
    ("{key: money, name", "{key: 1, name", [f'elements.1.key: "1" is not a short name for an element. {NAME} element-1.']),
    ("clock: talk\n", "clock: Talk\n", ['issues.stages.first.clock: "Talk" is not the short name of a clock. Write talk.']),
    ("clock: talk\n", "clock: Long wait\n",
     ['issues.stages.first.clock: "Long wait" is not the short name of a clock. Known: talk, opening; or write 10 calendar-days after raised.']),
    ("    category: bank\n    eligibility: upstream", "    category: [bank]\n    eligibility: upstream",
     ["partners.alder.category: category must be a text, not a list. Put it in quotes if that is what the document says."]),
    # what is not written
    ("    category: bank\n", "",
     [("partners.alder.category: category is missing. Add it: the short name of a category: how the document lists it; "
      "display only: bank.")]),
    ("    short: Birch\n", "    short:\n", ["partners.birch.short: short is empty. Write a text."]),
    ("      settled_when: decided", "      settled_when:",
     [("issues.stages.second.settled_when: settled_when is empty. Write one of all-affected-agree, decided, never, or "
      "take the key out.")]),
    # shares
    ("    threshold: at least 3/4\n", "    threshold: 75%\n",
     ["decision_rules.spend.threshold: 75% is not a fraction. Write 3/4, with at least or more than before it."]),
    ("    quorum: 2\n", "    quorum: a third\n", ["decision_rules.spend.quorum: a third is not a fraction. Write 1/3."]),
    # names of the pack
    ("clock: talk\n", "clock: walk\n",
     ["issues.stages.first.clock: There is no clock called walk. Did you mean talk?"]),
    ("owner: board", "owner: oak",
     [("milestones.flood.owner: There is no partner or forum called oak. Known: alder, birch, cedar, board, council. "
      "Add it under partners or forums, or write another.")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WORDS)
def test_each_fault_says_what_can_stand_there_and_nothing_else_is_said(old, new, expected):
    assert said(changed((old, new))) == expected


def test_a_class_without_a_partner_yet_is_no_fault():
    text = changed(
        (
            "  - {key: downstream, name: Downstream}",
            "  - {key: downstream, name: Downstream}\n  - {key: sea, name: Sea}",
        )
    )
    text = text.replace("name: Dams, applies_to: [upstream]", "name: Dams, applies_to: [sea]")
    terms = parse_pack(text, file="pack.yaml")
    assert len(terms.eligibility_classes) == 3
    remark = "No partner is eligible for Dams. If nobody is of that class yet, leave it."
    assert remark in [f"{found.message} {found.hint}" for found in soundness.remarks(terms)]


def test_an_empty_file_is_told_everything_that_has_to_be_in_one():
    begin = [line.split(": ")[:2] for line in said("")[1:]]
    assert [path for path, _ in begin] == [
        "id", "title", "short_title", "prefix", "operational_days", "calendars", "partners", "issues", "signatures", "term",
    ]  # fmt: skip
    assert [message for _, message in begin] == [f"{path} is missing. Add it" for path, _ in begin]


def test_entries_with_faults_are_entries_and_what_names_them_has_no_fault_of_its_own():
    text = changed(
        ("  - key: alder\n", "  - key: Alder\n"),
        ("    short: Birch\n", "    shortt: Birch\n"),
        ("    name: Cedar Trust\n", ""),
        ("      kind: discussion\n", "      kind: talking\n"),
        ("      kind: vote\n", ""),
    )
    found = said(text)
    assert [line.split(": ")[0] for line in found] == [
        "partners.Alder.key",
        "partners.birch.short",
        "partners.birch.shortt",
        "partners.cedar.name",
        "issues.stages.first.kind",
        "issues.stages.second.kind",
    ]
    assert not any("entries" in line or "There is no" in line for line in found)


def test_a_thing_that_is_declared_with_a_fault_is_not_said_to_be_missing():
    text = changed(
        ("    name: Talk\n", ""),
        ("  - key: board\n    name: Board\n", "  - key: board\n    name: [Board]\n"),
        ("  all:\n    name: Agreement of all\n    threshold: all\n", "  all: unanimous\n"),
    )
    assert [line.split(": ")[0] for line in said(text)] == [
        "clocks.talk.name",
        "forums.board.name",
        "decision_rules.all",
    ]


def test_what_is_wrong_in_shape_and_what_is_unsound_are_told_together():
    text = changed(
        ("prefix: RIV", "prefix: river"),
        ("short: Cedar", "short: Alder"),
        ("clock: talk\n", "clock: walk\n"),
        ("ends: 2031-12-31", "ends: 2029-12-31"),
    )
    assert [line.split(". ")[0] for line in said(text)] == [
        'prefix: "river" cannot be the prefix',
        "partners.cedar.short: Alder stands twice in partners",
        "issues.stages.first.clock: There is no clock called walk",
        "term.ends: It ends on 2029-12-31, before it begins on 2030-01-01",
    ]


def test_nothing_is_said_that_may_come_of_what_stands_in_for_a_fault():
    text = changed(
        ("  - key: alder\n", "  - key: Alder\n"),
        ("    eligibility: upstream\n", "    eligibility: 1\n"),
        ("ends: 2031-12-31", "ends: at the end"),
        ("      next: second\n", "      next: [second]\n"),
    )
    assert [line.split(": ")[0] for line in said(text)] == [
        "partners.Alder.key", "partners.Alder.eligibility", "issues.stages.first.next", "term.ends",
    ]  # fmt: skip


# (what is done, then what is said, what is done about it); in the end the pack is sound
FOLLOWED = [
    ((("path: reviews.someday.every", "path: reviews.yearly.every"),),
     ["reviews.someday: Nothing says when this review is due. Add every, initiated_by, completed_by or triggers; or an open point with path: reviews.someday.every.",
      "open.interval.path: reviews.yearly.every is not open: the pack fills it. Take every out there, or take path out of this open point."],
     (("    every: {number: 1, unit: years}\n", ""), ("    counts_from: commencement\n", "    triggers: [A flood]\n"))),
    ((("  forms: [unstated]\n", ""),),
     ["signatures.forms: forms is left open by signing, and nothing stands there. Write forms: [unstated]."],
     (("  effect: {rule", "  forms: [unstated]\n  effect: {rule"),)),
    ((("  forms: [unstated]\n", "  forms:\n"),),
     ["signatures.forms: forms is left open by signing, and nothing stands there. Write forms: [unstated]."],
     (("  forms:\n", "  forms: [unstated]\n"),)),
    ((("path: signatures.forms\n    choices: [wet-ink, scanned-pdf]", "path: issues.stages.first.moved_on_by"), ("      moved_on_by: [affected-partner]\n", "")),
     ["issues.stages.first.moved_on_by: moved_on_by is left open by signing, but something has to hold until that is decided. Write here what holds until then (a list of at least 1, of: affected-partner, any-partner, raising-partner, chair, secretary), and take path out of signing."],
     (("      clock: talk\n", "      clock: talk\n      moved_on_by: [secretary]\n"), ("    path: issues.stages.first.moved_on_by\n", ""))),
]  # fmt: skip


@pytest.mark.parametrize(("first", "expected", "then"), FOLLOWED)
def test_what_is_said_of_a_place_that_is_left_open_can_be_followed(first, expected, then):
    text = changed(*first)
    assert said(text) == expected
    for old, new in then:
        assert old in text
        text = text.replace(old, new, 1)
    assert parse_pack(text, file="pack.yaml").id == "rivers-2030"


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("settledwhen", ["settled_when"], "settled_when"),
        ("Settled When", ["settled_when"], "settled_when"),
        ("affected-partners", ["affected-partner", "raising-partner"], "affected-partner"),
        ("unaffected", ["affected"], None),
        ("all-partners", ["affected-partners", "other-partners"], None),
        ("commision", ["commissioner"], "commissioner"),
        ("nudge", ["notice", "nudges"], "nudges"),
        ("", ["a"], None),
        ("...", ["a"], None),
    ],
)
def test_a_word_is_offered_where_it_can_only_be_a_slip(written, known, meant):
    assert likeness.word(written, known) == meant


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("member-2", ["member-3"], None),
        ("walk", ["talk", "opening"], "talk"),
        ("bank", ["bunk", "tank"], None),
        ("counsel", ["council"], None),
        ("a", [f"a{number}" for number in range(2_000)], None),
    ],
)
def test_a_name_is_offered_where_one_alone_is_like_it(written, known, meant):
    assert likeness.name(written, known) == meant


@pytest.mark.parametrize("word", [*Unit, *Event])
def test_no_unit_and_no_event_is_offered_for_another(word):
    for wrong in (f"{word}x", word[:-1], word[1:], f"{word[:2]}{word[3:]}"):
        for old, new in (
            ("unit: operational-days", f"unit: {wrong}"),
            ("counts_from: notified", f"counts_from: {wrong}"),
        ):
            assert not any("Did you mean" in line for line in said(changed((old, new))))


def test_no_more_than_anybody_reads_is_told():
    text = SMALL + "".join(f"x{number}: 1\n" for number in range(3_000))
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="pack.yaml")
    assert len(refused.value.faults) == soundness.MOST
    assert refused.value.more
