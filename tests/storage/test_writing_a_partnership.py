"""A pack for two councils, an NHS trust and a charity, written from nothing as a partnership manager would.

Each draft does what was said of the one before, and no more: 57 faults, 21, 5, none.
"""

from __future__ import annotations

from storage.packs import PackFaults, line_of, parse_pack

FIRST = """\
id: Riverside partnership 2025
title: Riverside Health and Care Partnership Agreement
short_title: Riverside
prefix: RHC
calendar: england
partners:
  - {key: northbank, name: Northbank Borough Council, short: Northbank, role: council}
  - {key: southbank, name: Southbank District Council, short: Southbank, role: council}
  - {key: trust, name: Riverside NHS Foundation Trust, short: The Trust, role: nhs trust}
  - {key: charity, name: Riverside Carers, short: Carers, role: charity}
secretary: Jane Smith
forums:
  - key: board
    name: Partnership Board
    kind: board
    members: [northbank, southbank, trust, charity]
    chair: northbank
    meets: every 2 months
    notice: 5 days before the meeting
    papers: 3 working days before the meeting
    quorum: 3
  - key: officers
    name: Officers group
    kind: working group
    members: all partners
decision_rules:
  ordinary:
    name: Ordinary decision
    who: board
    threshold: majority
    quorum: 75%
    tie: the chair has a casting vote
  major:
    name: Major decision
    who: all partners
    threshold: unanimous
issues:
  stages:
    - {key: officers, name: Officers talk, kind: discussion, time: 10 working days, next: board}
    - {key: board, name: The Board, kind: meeting, time: 20 working days after it is raised, next: mediation}
    - {key: mediation, name: Mediation, kind: mediator, time: 30 days}
conflicts:
  declare: within 28 days
  leave_the_room: yes
signatures:
  by: chief executives
  forms: [ink, DocuSign]
  effect: when all have signed
reviews:
  - {name: Annual review, every: year, by: board}
milestones:
  - {name: Single front door, date: 1 April 2026}
  - {name: Shared record, date: end of 2026}
term: {starts: 1 April 2025, ends: 31 March 2028, notice: 6 months}
open:
  - {question: Is the charity a voting member?}
"""

SECOND = """\
id: riverside-partnership-2025
title: Riverside Health and Care Partnership Agreement
short_title: Riverside
prefix: RHC
operational_days: working-days
calendars: {working-days: {base: england-and-wales}}
partners:
  - {key: northbank, name: Northbank Borough Council, short: Northbank, roles: [commissioner], category: councils}
  - {key: southbank, name: Southbank District Council, short: Southbank, roles: [commissioner], category: councils}
  - {key: trust, name: Riverside NHS Foundation Trust, short: The Trust, roles: [provider], category: nhs}
  - {key: charity, name: Riverside Carers, short: Carers, roles: [provider], category: charities}
forums:
  - key: board
    name: Partnership Board
    kind: board
    outcome: decision
    seats: [{key: member, name: Member, each_of: partners}]
    chair: {office: Chair}
    cadence: {every: 2 months}
    notice: 5 clear-days before meeting
    papers: 3 operational-days on working-days before meeting
  - key: officers
    name: Officers group
    kind: group
    outcome: recommend
    seats: [{key: member, name: Member, each_of: all partners}]
decision_rules:
  ordinary:
    name: Ordinary decision
    who: board
    threshold: more than 1/2
    base: votes cast
    quorum: 3/4
    casting_vote: true
  major:
    name: Major decision
    who: partners
    threshold: nobody against
issues:
  stages:
    - {key: officers, name: Officers talk, kind: discussion, forum: officers, clock: 10 operational-days on working-days after the issue is raised,
       next: board, moved_on_by: [any-partner]}
    - {key: board, name: The Board, kind: vote, clock: 20 operational-days after raised, next: mediation,
       moved_on_by: [chair]}
    - {key: mediation, name: Mediation, kind: mediation, clock: 30 days, moved_on_by: [mediator]}
conflicts:
  within: 28 days
  consent_of: board
signatures:
  by: [northbank, southbank, trust, charity]
  forms: [wet-ink, agreed-digital]
  effect: {rule: last-signature}
reviews:
  - {key: annual, name: Annual review, every: 1 year, by: board, looks_at: How we work}
milestones:
  - {key: front-door, name: Single front door, on: 1 April 2026}
  - {key: record, name: Shared record, on: end of 2026, precision: year}
term: {begins: 1 April 2025, ends: 2028-03-31}
changes:
  - {how: termination, rule: major, notice: 6 months}
open:
  - {key: vote, question: Is the charity a voting member?, path: forums.board.charity}
"""

MENDED = [
    ("outcome: recommend\n", "outcome: recommendation\n"),
    ("each_of: all partners", "each_of: partners"),
    ("who: board", "who: members of board"),
    ("votes cast", "votes-cast"),
    ("casting_vote: true", "casting_vote: Chair"),
    ("after the issue is raised", "after raised"),
    ("20 operational-days after raised", "20 operational-days on working-days after raised"),
    ("30 days", "30 calendar-days"),
    ("[mediator]", "[affected-partner]"),
    ("28 days", "28 calendar-days after aware"),
    ("consent_of: board", "consent_of: other-partners"),
    ("looks_at: How we work", "looks_at: [How we work]"),
    ("on: 1 April 2026", "on: 2026-04-01"),
    ("on: end of 2026, precision: year", "on: 2026-12-31"),
    ("begins: 1 April 2025", "begins: 2025-04-01"),
    ("notice: 6 months", "note: 6 months of notice"),
    ("\nforums:\n", "\ncategories: [{key: councils, name: Councils}, {key: nhs, name: NHS}, {key: charities, name: Charities}]\nforums:\n"),
]  # fmt: skip

AGAIN = [
    ("kind: vote,", "kind: vote, rule: ordinary, forum: board,"),
    ("30 calendar-days", "30 calendar-days after entered"),
    ("every: 1 year,", "every: 1 year, counts_from: commencement,"),
    (", path: forums.board.charity", ", quoted_at: forums.board.seats"),
]  # fmt: skip

OF_THE_FIRST = [
    'id: "Riverside partnership 2025" is not a short name for an agreement. Write up to 40 lower-case letters, digits and hyphens, beginning with a letter, such as riverside-partnership-2025.',
    "operational_days: operational_days is missing. Add it: the short name of a calendar: the calendar that reminders are counted on.",
    "calendars: calendars is missing. Add it: a short name for each calendar, and below it base, closed, opened, clause, note, such as calendars: {working-days: {base: england-and-wales}}.",
    "calendar: calendar is not a key that can stand here. Write calendars, such as calendars: {working-days: {base: england-and-wales}}, and operational_days: working-days.",
    "partners.northbank.roles: roles is missing. Add it: a list of at least 1, of: commissioner, provider, regulator, other.",
    "partners.northbank.category: category is missing. Add it: the short name of a category: how the document lists it; display only.",
    "partners.northbank.role: role is not a key that can stand here. Did you mean roles?",
    "partners.southbank.roles: roles is missing. Add it: a list of at least 1, of: commissioner, provider, regulator, other.",
    "partners.southbank.category: category is missing. Add it: the short name of a category: how the document lists it; display only.",
    "partners.southbank.role: role is not a key that can stand here. Did you mean roles?",
    "partners.trust.roles: roles is missing. Add it: a list of at least 1, of: commissioner, provider, regulator, other.",
    "partners.trust.category: category is missing. Add it: the short name of a category: how the document lists it; display only.",
    "partners.trust.role: role is not a key that can stand here. Did you mean roles?",
    "partners.charity.roles: roles is missing. Add it: a list of at least 1, of: commissioner, provider, regulator, other.",
    "partners.charity.category: category is missing. Add it: the short name of a category: how the document lists it; display only.",
    "partners.charity.role: role is not a key that can stand here. Did you mean roles?",
    "secretary: secretary is not a key that can stand here. Leave it out: people stand in the roster, which is imported once the pack is loaded.",
    "forums.board.outcome: outcome is missing. Add it: one of decision, recommendation, advice.",
    "forums.board.members: members is not a key that can stand here. Write seats, such as seats: [{key: member, name: Member, each_of: partners}].",
    'forums.board.chair: chair must be a block of keys, not "northbank". Write on lines of their own, indented: office, follows, seat, independent, deputy, clause, note, such as chair: {office: Chair}.',
    "forums.board.meets: meets is not a key that can stand here. Write cadence, such as cadence: {every: 2 months}, or {times_a_year: 4}.",
    "forums.board.notice: 5 days before the meeting is not a moment. Days of which kind: write 5 calendar-days before meeting, 5 clear-days before meeting, or 5 operational-days on working-days before meeting.",
    "forums.board.papers: 3 working days before the meeting is not a moment. Write 3 operational-days on working-days before meeting, with the key of your calendar; their kind of day is called operational.",
    "forums.board.quorum: quorum is not a key that can stand here. A quorum belongs to a vote: write it in its decision rule, as quorum: 3, or quorum: at least 1/2.",
    "forums.officers.outcome: outcome is missing. Add it: one of decision, recommendation, advice.",
    'forums.officers.kind: "working group" is not one of the words for kind. Write one of: board, executive, advisory, committee, assembly, group.',
    "forums.officers.members: members is not a key that can stand here. Write seats, such as seats: [{key: member, name: Member, each_of: partners}].",
    'decision_rules.ordinary.threshold: "majority" does not say of whom. Write more than 1/2 for more than half of all who could take part, and base: votes-cast or base: present beside it where the document means those.',
    "decision_rules.ordinary.quorum: 75% is not a fraction. Write 3/4.",
    "decision_rules.ordinary.tie: tie is not a key that can stand here. Where somebody decides a tie, write casting_vote and whose it is, such as casting_vote: Chair.",
    'decision_rules.major.who: "all partners" does not say who. Write partners, which is all of them.',
    'decision_rules.major.threshold: "unanimous" can mean two things. Write all where each of them has to vote for it, or nobody against where those who abstain do not stop it.',
    "issues.stages.officers.moved_on_by: moved_on_by is missing. Add it: a list of at least 1, of: affected-partner, any-partner, raising-partner, chair, secretary.",
    "issues.stages.officers.time: time is not a key that can stand here. Write clock and which days are meant, such as clock: 10 calendar-days after entered, or clock: 10 operational-days on working-days after entered.",
    'issues.stages.board.kind: "meeting" is not one of the words for kind. Write one of: discussion, advice, vote, facilitation, mediation, written-submissions, determination, outside.',
    "issues.stages.board.moved_on_by: moved_on_by is missing. Add it: a list of at least 1, of: affected-partner, any-partner, raising-partner, chair, secretary.",
    "issues.stages.board.time: time is not a key that can stand here. Write clock and which days are meant, such as clock: 10 calendar-days after entered, or clock: 10 operational-days on working-days after entered.",
    'issues.stages.mediation.kind: "mediator" is not one of the words for kind. Did you mean mediation? Write one of: discussion, advice, vote, facilitation, mediation, written-submissions, determination, outside.',
    "issues.stages.mediation.moved_on_by: moved_on_by is missing. Add it: a list of at least 1, of: affected-partner, any-partner, raising-partner, chair, secretary.",
    "issues.stages.mediation.time: time is not a key that can stand here. Write clock and which days are meant, such as clock: 10 calendar-days after entered, or clock: 10 operational-days on working-days after entered.",
    "conflicts.declare: declare is not a key that can stand here. Write within, such as within: 28 calendar-days after aware, or within: immediately.",
    "conflicts.leave_the_room: leave_the_room is not a key that can stand here. Leave it out: who has a conflict in a matter is kept out of deciding it, unless consent_of says whose consent lets it in.",
    'signatures.by: by must be a list, not "chief executives". Write each entry on a line of its own, beginning with a hyphen, or by: [northbank, southbank].',
    'signatures.forms[1]: "ink" is not one of the words for an entry of forms. Write one of: wet-ink, fax, scanned-pdf, scanned-jpeg, agreed-digital, in-chat, unstated.',
    'signatures.forms[2]: "DocuSign" is not one of the words for an entry of forms. Write one of: wet-ink, fax, scanned-pdf, scanned-jpeg, agreed-digital, in-chat, unstated.',
    'signatures.effect: effect must be a block of keys, not "when all have signed". Write on lines of their own, indented: rule (one of last-signature, latest-first-counterpart, stated-date, date-signed); where the document has it also and_all_signed, once, clause, note, such as effect: {rule: last-signature}.',
    "reviews[1].key: key is missing. Add it: a short name, such as review-1.",
    "reviews[1].looks_at: looks_at is missing. Add it: a list of at least 1, of texts.",
    "reviews[1].every: year is not a length of time. Write it as 1 year.",
    "milestones[1].key: key is missing. Add it: a short name, such as milestone-1.",
    "milestones[1].date: date is not a key that can stand here. Write on, such as on: 2026-03-31, and precision where the document names no day: month, quarter or another.",
    "milestones[2].key: key is missing. Add it: a short name, such as milestone-1.",
    "milestones[2].date: date is not a key that can stand here. Write on, such as on: 2026-03-31, and precision where the document names no day: month, quarter or another.",
    "term.ends: 31 March 2028 is not a day. Write it as 2028-03-31.",
    "term.starts: starts is not a key that can stand here. Write begins, such as begins: 2025-04-01.",
    "term.notice: notice is not a key that can stand here. How it is ended stands under changes, with how: termination and its rule.",
    "open[1].key: key is missing. Add it: a short name, such as open-point-1.",
]  # fmt: skip

OF_THE_SECOND = [
    "partners.northbank.category: There is no category called councils. There is none yet. Add it under categories: a list, each with key (a short name, such as councils), name.",
    "partners.southbank.category: There is no category called councils. There is none yet. Add it under categories: a list, each with key (a short name, such as councils), name.",
    "partners.trust.category: There is no category called nhs. There is none yet. Add it under categories: a list, each with key (a short name, such as nhs), name.",
    "partners.charity.category: There is no category called charities. There is none yet. Add it under categories: a list, each with key (a short name, such as charities), name.",
    'forums.officers.outcome: "recommend" is not one of the words for outcome. Did you mean recommendation? Write one of: decision, recommendation, advice.',
    'forums.officers.seats.member.each_of: "all partners" does not say of whom each has such a place. Write partners, or the key of a class, category, role or partner.',
    "decision_rules.ordinary.who: board is a forum: its places can vote, or the partners that have one. Write members of board, or partners on board.",
    'decision_rules.ordinary.base: "votes cast" is not one of the words for base. Did you mean votes-cast? Write one of: all, present, votes-cast.',
    "decision_rules.ordinary.casting_vote: casting_vote must be a text, not true. Write whose vote decides a tie, such as Chair.",
    "issues.stages.officers.clock: 10 operational-days on working-days after the issue is raised is not a moment. Write it as 10 operational-days on working-days after raised.",
    "issues.stages.board.clock.limit: Operational days are counted on no calendar. Add calendar: one of working-days; in words, write it as 20 operational-days on working-days.",
    "issues.stages.mediation.clock: Days of which kind? Write 30 calendar-days, 30 operational-days or 30 clear-days.",
    'issues.stages.mediation.moved_on_by[1]: "mediator" is not one of the words for an entry of moved_on_by. Write one of: affected-partner, any-partner, raising-partner, chair, secretary.',
    "conflicts.within.limit: Days of which kind? Write 28 calendar-days after aware, 28 operational-days after aware or 28 clear-days after aware.",
    'conflicts.consent_of: "board" is not one of the words for consent_of. Write one of: other-partners, chair, none.',
    'reviews.annual.looks_at: looks_at must be a list, not "How we work". Write each entry on a line of its own, beginning with a hyphen, or looks_at: [How we work].',
    "milestones.front-door.on: 1 April 2026 is not a day. Write it as 2026-04-01.",
    "milestones.record.on: end of 2026 is not a day. Write a day, as 2022-07-01.",
    'milestones.record.precision: "year" is not one of the words for precision. Write one of: day, month, quarter, financial-quarter, financial-year.',
    "term.begins: 1 April 2025 is not a day. Write it as 2025-04-01.",
    "changes[1].notice: notice is not a key that can stand here. No period of notice is counted yet: write it as a note. What can stand here: how, rule, written, signed, forum, effect, clause, note.",
]  # fmt: skip

OF_THE_THIRD = [
    "issues.stages.board: The Board is a vote without a decision rule. Add rule: one of ordinary, major.",
    "issues.stages.board.moved_on_by[1]: The chair moves it on, but it is before no forum. Add forum: one of board, officers; or name somebody else.",
    "issues.stages.mediation.clock: Nothing says from when it is counted. Add counts_from, or an open point with path: issues.stages.mediation.clock.counts_from.",
    "reviews.annual.every: Nothing says from when it is counted. Add counts_from, or an open point with path: reviews.annual.counts_from.",
    "open.vote.path: forums.board.charity leads nowhere: there is no charity. Write the path of an empty place, entries of a list by their key, such as reviews.six-monthly.every; or quoted_at, where the answer is a sentence.",
]  # fmt: skip


def put(text: str, changes: list[tuple[str, str]]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def said(text: str) -> list[str]:
    try:
        parse_pack(text, file="riverside.yaml")
    except PackFaults as refused:
        return [line_of("", fault) for fault in refused.faults]
    return []


def test_each_draft_is_told_what_to_write_instead_until_it_is_sound():
    third = put(SECOND, MENDED)
    first = said(FIRST)
    assert [line.split(" What can stand here: ")[0] for line in first] == OF_THE_FIRST
    keys = [line for line in first if "is not a key that can stand here" in line]
    assert [line for line in keys if " What can stand here: " not in line] == []
    assert said(SECOND) == OF_THE_SECOND
    assert said(third) == OF_THE_THIRD
    assert said(put(third, AGAIN)) == []
