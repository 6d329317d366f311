"""A pack of thirty lines, written from nothing with the checker's messages as the only help.

Each draft does what was said of the one before, and no more. Four looks: an empty file, what somebody writes who has
never seen a pack, the same with what was said put right, and again.
"""

from __future__ import annotations

import pytest

from storage.packs import PackFaults, line_of, parse_pack

FIRST = """\
id: wend-valley
title: Agreement of the Wend Valley Choir Union
short_title: Choirs
prefix: WVC
operational_days: working-days
calendars:
  working-days: {base: weekdays}
partners:
  - {key: northgate, name: Northgate Singers, short: Northgate, roles: [other], category: choirs}
  - {key: southgate, name: Southgate Chorale, short: Southgate, roles: [other], category: choirs}
  - {key: hill-singers, name: Hill Singers, short: Hill, roles: [other], category: choirs}
clocks:
  talks: {limit: 10 days, counts_from: the complaint}
forums:
  - {key: council, name: Council, seats: one each, meets: 3 times a year}
decision_rules:
  resolution: {who: council, threshold: 60%, quorum: half}
issues:
  stages:
    - {key: talking, name: Talks, kind: discussion, moved_on_by: [affected-partner], clock: talks, next: council}
    - {key: council, name: The council votes, kind: vote, moved_on_by: [chair]}
reviews:
  - {name: Yearly review, when: every year}
signatures: {forms: [wet-ink], effect: {rule: last-signature}}
changes:
  - {how: change, rule: resolution}
term: {begins: 1 May 2024}
"""

SECOND = """\
id: wend-valley
title: Agreement of the Wend Valley Choir Union
short_title: Choirs
prefix: WVC
operational_days: working-days
calendars:
  working-days: {base: england-and-wales}
categories: [{key: choirs, name: Choirs}]
partners:
  - {key: northgate, name: Northgate Singers, short: Northgate, roles: [other], category: choirs}
  - {key: southgate, name: Southgate Chorale, short: Southgate, roles: [other], category: choirs}
  - {key: hill-singers, name: Hill Singers, short: Hill, roles: [other], category: choirs}
clocks:
  talks: {name: Talks, limit: 10 operational-days, counts_from: raised}
forums:
  - key: council
    name: Council
    kind: assembly
    outcome: decision
    seats: [{key: choir, name: Choir, each_of: choirs}]
    cadence: 3 times a year
decision_rules:
  resolution: {name: Resolution, who: council, threshold: at least 3/5, quorum: 1/2}
issues:
  stages:
    - {key: talking, name: Talks, kind: discussion, moved_on_by: [affected-partner], clock: talks, next: council}
    - {key: council, name: The council votes, kind: vote, moved_on_by: [chair]}
reviews:
  - {key: yearly, name: Yearly review, looks_at: [The agreement], every: 1 year}
signatures: {forms: [wet-ink], effect: {rule: last-signature}}
changes:
  - {how: variation, rule: resolution}
term: {begins: 2024-05-01}
"""

THIRD = (
    SECOND.replace("10 operational-days,", "10 operational-days on working-days,")
    .replace("cadence: 3 times a year", "cadence: {times_a_year: 3}")
    .replace("who: council", "who: members of council")
    .replace("kind: vote,", "kind: vote, rule: resolution, forum: council,")
    .replace("every: 1 year", "every: 1 year, counts_from: commencement")
    .replace("term: {begins: 2024-05-01}", "term: {begins: 2024-05-01, open_ended: true}")
)


def said(text: str) -> list[str]:
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="choirs.yaml")
    return [line_of("", fault) for fault in refused.value.faults]


def test_the_empty_file_is_told_all_that_every_pack_has():
    first, *missing = said("")
    assert first.startswith("The file is empty. Begin with what is missing. ")
    assert [line.split(":")[0] for line in missing] == [
        "id", "title", "short_title", "prefix", "operational_days", "calendars", "partners", "issues", "signatures", "term",
    ]  # fmt: skip


def test_the_first_draft_is_told_everything_but_what_rests_on_it():
    assert [line.split(": ")[0] for line in said(FIRST)] == [
        "calendars.working-days.base",
        "partners.northgate.category",
        "partners.southgate.category",
        "partners.hill-singers.category",
        "clocks.talks.counts_from",
        "clocks.talks.limit",
        "clocks.talks.name",
        "forums.council.kind",
        "forums.council.outcome",
        "forums.council.seats",
        "forums.council.meets",
        "decision_rules.resolution.name",
        "decision_rules.resolution.threshold",
        "decision_rules.resolution.quorum",
        "issues.stages.council",
        "issues.stages.council.moved_on_by[1]",
        "reviews[1].key",
        "reviews[1].looks_at",
        "reviews[1].when",
        "changes[1].how",
        "term.begins",
    ]
    assert not any("Did you mean" in line for line in said(FIRST))


def test_the_second_is_told_the_rest():
    assert said(SECOND) == [
        (
            "clocks.talks.limit: Operational days are counted on no calendar. Add calendar: one of working-days; in words, "
            "write it as 10 operational-days on working-days."
        ),
        (
            'forums.council.cadence: cadence must be a block of keys, not "3 times a year". Write on lines of their own, '
            "indented: every, times_a_year, in_public, counted_by, as_printed, clause, note, such as cadence: {every: 2 "
            "months}."
        ),
        (
            "decision_rules.resolution.who: council is a forum: its places can vote, or the partners that have one. Write "
            "members of council, or partners on council."
        ),
        "issues.stages.council: The council votes is a vote without a decision rule. Add rule: one of resolution.",
        (
            "issues.stages.council.moved_on_by[1]: The chair moves it on, but it is before no forum. Add forum: one of "
            "council; or name somebody else."
        ),
        (
            "reviews.yearly.every: Nothing says from when it is counted. Add counts_from, or an open point with path: "
            "reviews.yearly.counts_from."
        ),
        (
            "term: Nothing says whether it ends. Write ends, or open_ended: true, or add an open point with path: "
            "term.ends."
        ),
    ]


def test_the_third_is_sound():
    terms = parse_pack(THIRD, file="choirs.yaml")
    assert (terms.id, len(terms.partners), str(terms.decision_rules["resolution"].threshold)) == (
        "wend-valley",
        3,
        "at least 3/5",
    )
