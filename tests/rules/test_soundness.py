"""Every kind of fault, made in one place of a small pack that is otherwise sound: where, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import soundness
from rules.soundness import Unsound
from storage.packs import PackFaults, parse_pack

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text()

# (what stands in the pack, what is written instead, the path, words of the message, words of the hint); the fault is
# on the line of the first text marked by <<>> in what is written instead, or where that begins.
BROKEN = [
    # what points nowhere
    ("operational_days: working", "operational_days: workign", "operational_days", "no calendar called workign", "Did you mean working?"),
    ("calendar: working}", "calendar: lunar}", "clocks.talk.limit.calendar", "no calendar called lunar", "Known: working, undefined. Add it under calendars, or write another."),
    ("unit: operational-days, calendar: working}", "unit: operational-days}", "clocks.talk.limit", "counted on no calendar", "Add calendar: one of working, undefined; in words, write it as 10 operational-days on working."),
    ("    category: bank\n    eligibility: upstream", "    category: shore\n    eligibility: upstream", "partners.alder.category", "no category called shore", "Known: bank. Add it under categories, or write another."),
    ("    eligibility: upstream", "    eligibility: upstraem", "partners.alder.eligibility", "no class called upstraem", "Did you mean upstream?"),
    ("marks: [star]", "marks: [moon]", "partners.alder.marks[1]", "no mark called moon", "Known: star. Add it under marks, or write another."),
    ("related: [alder]", "related: [elder]", "partners.birch.related[1]", "no partner called elder", "Did you mean alder?"),
    ("applies_to: [upstream, downstream]", "applies_to: [upstream, seaside]", "elements.money.applies_to[2]", "no class called seaside", "Known: upstream, downstream. Add it under eligibility_classes, or write another."),
    ("{partner: cedar, element: money", "{partner: oak, element: money", "overrides[1].partner", "no partner called oak", "Known: alder, birch, cedar. Add it under partners, or write another."),
    ("{partner: cedar, element: money", "{partner: cedar, element: monkeys", "overrides[1].element", "no element called monkeys", "Did you mean money?"),
    ("name: Spending, element: money", "name: Spending, element: gold", "topics.spending.element", "no element called gold", "Known: money, dams. Add it under elements, or write another."),
    ("reports_to: [council]", "reports_to: [counsel]", "forums.board.reports_to[1]", "no forum called counsel", "Known: board, council. Add it under forums, or write another."),
    ("chair: {follows: council}", "chair: {follows: cabinet}", "forums.board.chair.follows", "no forum called cabinet", "Known: board, council. Add it under forums, or write another."),
    ("name: Chair}", "name: Chair, partner: oak}", "forums.board.seats.chair.partner", "no partner or participant called oak", "Known: alder, birch, cedar, trust, warden. Add it under partners or participants, or write another."),
    ("topics: [spending]", "topics: [spendings]", "decision_rules.spend.topics[1]", "no topic called spendings", "Did you mean spending?"),
    ("only_after: all", "only_after: any", "decision_rules.spend.only_after", "no decision rule called any", "Known: spend, all, seats. Add it under decision_rules, or write another."),
    ("    forum: board\n    who", "    forum: boards\n    who", "decision_rules.seats.forum", "no forum called boards", "Did you mean board?"),
    ("clock: talk\n", "clock: walk\n", "issues.stages.first.clock", "no clock called walk", "Did you mean talk?"),
    ("      forum: board\n      rule: all", "      forum: bored\n      rule: all", "issues.stages.second.forum", "no forum called bored", "Did you mean board?"),
    ("      rule: all\n", "      rule: none-such\n", "issues.stages.second.rule", "no decision rule called none-such", "Known: spend, all, seats. Add it under decision_rules, or write another."),
    ("next: second", "next: third", "issues.stages.first.next", "no stage called third", "Known: first, second. Add it under issues.stages, or write another."),
    ("    by: board", "    by: gods", "reviews.yearly.by", "no forum called gods", "Known: board, council. Add it under forums, or write another."),
    ("rule: all}", "rule: some}", "changes[1].rule", "no decision rule called some", "Known: spend, all, seats. Add it under decision_rules, or write another."),
    ("liaise_with: board", "liaise_with: bord", "enquiries.liaise_with", "no forum called bord", "Did you mean board?"),
    ("clocks: [talk]", "clocks: [tick]", "enquiries.clocks[1]", "no clock called tick", "Known: talk, opening. Add it under clocks, or write another."),
    ("    statuses: [Done", "    confirmed_by: panel\n    statuses: [Done", "trackers.works.confirmed_by", "no forum called panel", "Known: board, council. Add it under forums, or write another."),
    ("owner: board", "owner: nobody", "milestones.flood.owner", "no partner or forum called nobody", "Known: alder, birch, cedar, board, council. Add it under partners or forums, or write another."),
    ("agreed_by: board", "agreed_by: crowd", "actions.dig.agreed_by", "no forum called crowd", "Known: board, council. Add it under forums, or write another."),
    ("agreed_by: board, element: dams", "agreed_by: board, element: dikes", "actions.dig.element", "no element called dikes", "Known: money, dams. Add it under elements, or write another."),
    ("  forms: [unstated]", "  by: [zebra]\n  forms: [unstated]", "signatures.by[1]", "no partner called zebra", "Known: alder, birch, cedar. Add it under partners, or write another."),
    ("  forms: [unstated]", "  no_printed_row: [birhc]\n  forms: [unstated]", "signatures.no_printed_row[1]", "no partner called birhc", "Did you mean birch?"),
    # who takes part and is no party
    ("{key: warden,", "{key: trust,", "participants.trust.key", "trust stands twice in participants", "Give each its own."),
    ("{key: warden,", "{key: alder,", "participants.alder.key", "alder takes part and is a partner", "Who is party to the agreement is a partner alone; give the other a key of its own."),
    ("{key: warden,", "{key: board,", "participants.board.key", "board takes part and is a forum", "Who is party to the agreement is a partner alone; give the other a key of its own."),
    ("  forms: [unstated]", "  by: [trust]\n  forms: [unstated]", "signatures.by[1]", "The River Trust takes part and is no party", "Make it a partner, or take it out here."),
    ("owner: board", "owner: warden", "milestones.flood.owner", "The Warden takes part and is no party", "Make it a partner, or take it out here."),
    # who stands in for a member
    ("named_by: 36 hours before meeting", "named_by: 36 hours after meeting", "forums.board.substitutes.named_by", "named before a meeting, not after it", "Write it as 36 hours before meeting."),
    # what stands twice
    ("  - key: cedar\n", "  - key: birch\n", "partners.birch.key", "birch stands twice in partners", "Give each its own."),
    ("short: Cedar", "short: birch", "partners.cedar.short", "birch stands twice", "Give each its own."),
    ("{key: guest,", "{key: chair,", "forums.board.seats.chair.key", "chair stands twice in seats", "Give each its own."),
    ("  - {how: variation, rule: all}", "  - {how: variation, rule: all}\n<<>>  - {how: variation, rule: all}", "changes[2].how", "variation stands twice", "Keep one of them."),
    ('statuses: [Done, "Done, but leaking"]', 'statuses: [Done, "Done, but leaking", Done]', "trackers.works.statuses[3]", "Done stands twice", "Keep one."),
    ('statuses: [Done, "Done, but leaking"]\n    colours: {Done: green}', "statuses: []", "trackers.works.statuses", "has no statuses", "List the agreement's own words."),
    ("short_title: Rivers", "short_title: Rivers\nnudges:\n<<>>  before: [2, 2]", "nudges.before[2]", "2 stands twice", "Keep one."),
    # time
    ("short_title: Rivers", "short_title: Rivers\n<<>>timezone: Europe/Londn", "timezone", "no time zone called Europe/Londn", "Write it as Europe/London."),
    ("short_title: Rivers", "short_title: Rivers\n<<>>timezone: ../../etc/passwd", "timezone", "no time zone called ../../etc/passwd", "Write it as Europe/London."),
    ("short_title: Rivers", 'short_title: Rivers\n<<>>working_hours: ["17:00", "09:00"]', "working_hours", "ends at 09:00, before it begins at 17:00", "Turn them round."),
    ("short_title: Rivers", "short_title: Rivers\nnudges:\n<<>>  before: [-1]", "nudges.before[1]", "-1 days before is after", "Write 0 or more."),
    ("      2030-01-02: Office closed", "      2030-01-02: Office closed\n    opened:\n<<>>      2030-01-02: Open", "calendars.working.opened.2030-01-02", "both closed and opened", "Keep it in one of the two."),
    ("    path: calendars.undefined.base\n    choices: [england-and-wales, scotland]", "", "calendars.undefined", "no base, and nobody is asked", "Write base: one of england-and-wales, scotland, northern-ireland, uk-any-part, every-day; or add an open point with path: calendars.undefined.base."),
    ("    counts_from: 2030-04-01\n", "", "clocks.opening", "Nothing says from when it is counted", "Add counts_from, or an open point with path: clocks.opening.counts_from."),
    ("    counts_from: 2030-04-01\n", "    counts_from: fixed-date\n", "clocks.opening.counts_from", "fixed-date is no event", "Write the day itself, as counts_from: 2022-07-01."),
    ("    counts_from: 2030-04-01\n", "    counts_from: 1 April\n", "clocks.opening.counts_from", "1 April of which year?", "Write the day with its year, as 2025-06-30."),
    ("    counts_from: 2030-04-01\n", "    counts_from: purple\n", "clocks.opening.counts_from", "There is no event, stage or clock called purple", "Write one of: commencement, ending, signed, aware, disclosed, raised, proposed, requested, sent, received, notified, entered, appointed, decided, meeting, or a day, as 2022-07-01."),
    ("    counts_from: notified\n", "    counts_from: notified\n<<>>    on: 2030-04-01\n", "clocks.talk.on", "on is not a key that can stand here", "What can stand here: counts_from, limit, closed_day, name, statutory, clause, note."),
    ("    counts_from: 2030-01-01\n    every", "    every", "reviews.yearly.every", "Nothing says from when it is counted", "Add counts_from, or an open point with path: reviews.yearly.counts_from."),
    ("    path: reviews.someday.every\n", "", "reviews.someday", "Nothing says when this review is due", "Add every, initiated_by, completed_by or triggers; or an open point with path: reviews.someday.every."),
    ("    counts_from: commencement\n", "    every: 6 months\n", "reviews.someday.every", "from when it is counted", "Add counts_from, or an open point with path: reviews.someday.counts_from."),
    ("every: {number: 1, unit: years}", "every: {number: 0, unit: years}", "reviews.yearly.every.number", "never ends", "Write 1 or more."),
    ("every: {number: 1, unit: years}", "every: 30 operational-days on working", "reviews.yearly.every.unit", "cannot be counted in operational-days", "Write calendar-days, weeks, months or years."),
    ("every: {number: 1, unit: years}", "every: 1 year before", "reviews.yearly.every.direction", "cannot run back", "Take before out, or write once for a single review."),
    ("every: {number: 1, unit: years}", "every: 1 year\n    first_within: 1 year before", "reviews.yearly.first_within.direction", "cannot run back", "Take before out, or write once for a single review."),
    ("every: {number: 1, unit: years}", "every: 1 year\n    once: 1 year", "reviews.yearly.once", "a single review and comes round", "Keep once, or keep the others."),
    ("    counts_from: 2030-01-01\n", "    counts_from: meeting\n", "reviews.yearly.counts_from", "cannot be counted from meeting", "Write a day, commencement or ending; what an event brings about goes under triggers."),
    ("    counts_from: 2030-01-01\n", "    counts_from: ending\n", "reviews.yearly.every", "no review after the end", "Write once for a single review before it."),
    ("    counts_from: 2030-01-01\n    every: {number: 1, unit: years}", "    once: 6 months before", "reviews.yearly.once", "from when it is counted", "Add counts_from, or an open point with path: reviews.yearly.counts_from."),
    ("    counts_from: 2030-01-01\n    every: {number: 1, unit: years}", "    counts_from: ending\n    once: 6 months before", None, None, None),
    ("every: {number: 1, unit: years}", "every: 1 year\n    initiated_by: 2030-06-02\n<<>>    completed_by: 2030-06-01", "reviews.yearly.completed_by", "done before it is begun", "Check both days."),
    ("every: {number: 1, unit: years}", "every: 1 year\n    initiated_by: 2030-06-01\n    completed_by: 2030-06-01", None, None, None),
    ("    chair: {follows: council}", "    cadence: {every: 2 months, times_a_year: 6}", "forums.board.cadence.times_a_year", "how often a year, and after how long", "Keep one: every for an interval, times_a_year for a number."),
    ("    chair: {follows: council}", "    cadence: {every: 48 hours}", "forums.board.cadence.every.unit", "every so many hours", "Write calendar-days, weeks, months or years."),
    ("    chair: {follows: council}", "    cadence: {every: 2 months before}", "forums.board.cadence.every.direction", "cannot run back", "Take before out."),
    ("    chair: {follows: council}", "    cadence: {every: 2 months, counted_by: calendar-year}", "forums.board.cadence.counted_by", "not how many meetings", "Add times_a_year, or take this out."),
    ("    chair: {follows: council}", "    cadence: {times_a_year: 4, counted_by: calendar-year}", None, None, None),
    ("    chair: {follows: council}", "    papers: {limit: 5 clear-days}", "forums.board.papers.limit", "counted after it", "Write it as 5 clear-days before meeting."),
    ("    chair: {follows: council}", "    notice: 48 hours before meeting", None, None, None),
    ("    chair: {follows: council}", "    notice: 5 clear-days before raised", "forums.board.notice.counts_from", "It counts from raised, which does not happen here", "Name another event: meeting."),
    ("    chair: {follows: council}", "    notice: 5 days before meeting", "forums.board.notice", "Days of which kind?", "Write 5 calendar-days, 5 operational-days or 5 clear-days."),
    ("    chair: {follows: council}", "    notice: {limit: 5 clear-days on working before}", None, None, None),
    ("on: 2030-06-30, owner", "on: 1899-12-31, owner", "milestones.flood.on", "1899-12-31 is no day of an agreement", "Write a day from 1900 to 2199."),
    ("on: 2030-06-30, owner", "on: 2200-01-01, owner", "milestones.flood.on", "2200-01-01 is no day of an agreement", "Write a day from 1900 to 2199."),
    ("on: 2030-06-30, owner", "on: 2199-12-31, owner", None, None, None),
    ("  begins: 2030-01-01\n  ends: 2031-12-31", "  open_ended: true\n", None, None, None),
    ("ends: 2031-12-31", "ends: 2029-12-31", "term.ends", "ends on 2029-12-31, before it begins on 2030-01-01", "Check both days."),
    ("  ends: 2031-12-31", "  ends: 2031-12-31\n<<>>  open_ended: true", "term.open_ended", "has an end and is open-ended", "Keep one of the two."),
    ("  ends: 2031-12-31\n", "", "term", "whether it ends", "Write ends, or open_ended: true, or add an open point with path: term.ends."),
    ("  begins: 2030-01-01\n", "", None, None, None),
    # partners and the matrix
    ("    eligibility: upstream\n", "", "partners.alder", "no class in the matrix", "Add eligibility: one of upstream, downstream."),
    ("  - {key: downstream, name: Downstream}", "  - {key: downstream, name: Downstream}\n<<>>  - {key: sea, name: Sea}", None, None, None),
    ("applies_to: [upstream]}", "applies_to: []}", "elements.dams", "No partner is eligible for Dams", "Name a class that partners have under applies_to."),
    ("why: It asked}", "why: It asked, since: 2031-01-01, until: 2030-01-01}", "overrides[1].until", "ends before it begins", "Check both days."),
    ("why: It asked}", "why: It asked}\n<<>>  - {partner: cedar, element: money, eligible: true, why: Again}", "overrides[2]", "two overrides for money", "Keep one, or give them days that do not overlap."),
    ("related: [alder]", "related: [birch]", "partners.birch.related[1]", "related to itself", "Take it out."),
    ("    related: [alder]", "    joined: 2031-01-01\n<<>>    left: 2030-01-01", "partners.birch.left", "leaves before it joins", "Check both days."),
    ("    related: [alder]", "    succeeded_by: {partner: birch, since: 2030-02-01}", "partners.birch.succeeded_by.partner", "succeeded by itself", "Name the body that comes after."),
    ("roles: [commissioner, provider]", "roles: [provider, provider]", "partners.alder.roles", "a role twice", "Keep one of each."),
    ("roles: [commissioner, provider]", "roles: [provider]", "conflicts.dual_roles_declare", "No partner has two roles", "Give the partner both roles, or take this out."),
    # forums and what is asked
    ("reports_to: [council]", "reports_to: [board]", "forums.board.reports_to[1]", "reports to itself", "Take it out."),
    ("chair: {follows: council}", "chair: {follows: board}", "forums.board.chair.follows", "follows itself", "Name the forum whose chair leads."),
    ("chair: {follows: council}", "chair: {seat: throne}", "forums.board.chair.seat", "Board has no seat called throne", "Known: chair, guest, trust."),
    ("chair: {follows: council}", "chair: {follows: council, seat: chair}", "forums.board.chair.seat", "follows another forum's", "Keep one."),
    ("chair: {follows: council}", "chair: {seat: chair}", None, None, None),
    ("name: Guest, voting: false", "name: Guest, voting: false, least: 3, most: 2", "forums.board.seats.guest.least", "At least 3 and at most 2", "Turn them round."),
    ("  consent_of: other-partners\n", "", "conflicts.consent_before", "but of nobody", "Add consent_of: other-partners, or chair."),
    ("  liaise_with: board\n", "", "enquiries.before_response", "nobody is named", "Add liaise_with: the key of a forum."),
    ("colours: {Done: green}", "colours: {Finished: green}", "trackers.works.colours.Finished", "Finished is not a status", "Use one of: Done; Done, but leaking."),
    ("on: 2030-06-30, owner: board", "owner: board", "milestones.flood", "neither a date nor a condition", "Add on or condition."),
    # votes
    ("who: members of board", "who: partners on board", "decision_rules.seats.who", "No seat of board is for a partner", "Add partner or each_of to a seat, or write members of board."),
    ("who: members of board", "who: [members of board, alder]", "decision_rules.seats.who", "Partners and places on a forum are counted together", "Name the members of forums only, or partners only."),
    ("who: members of board", "who: upstreams", "decision_rules.seats.who", "no partner, class, category or role called upstreams", "Did you mean upstream?"),
    ("who: members of board", "who: [upstream, bank, provider, cedar]", None, None, None),
    ("name: Guest, voting: false", "name: Guest, each_of: [upstraem]", "forums.board.seats.guest.each_of[1]", "no partner, class, category or role called upstraem", "Did you mean upstream?"),
    ("name: Guest, voting: false", "name: Guest, each_of: partners", None, None, None),
    # who takes part and is no party, and words that are no names
    ("who: members of board", "who: trust", "decision_rules.seats.who", "The River Trust takes part and is no party, so it has a vote in a place on a forum alone.", "Give it a seat with partner: trust, and write members of that forum; or make it a partner."),
    ("who: members of board", "who: [alder, warden]", "decision_rules.seats.who", "The Warden takes part and is no party, so it has a vote in a place on a forum alone.", "Give it a seat with partner: warden, and write members of that forum; or make it a partner."),
    ("name: Guest, voting: false", "name: Guest, each_of: trust", "forums.board.seats.guest.each_of[1]", "The River Trust takes part and is no party, so it has a vote in a place on a forum alone.", "Give it a seat of its own, with partner: trust."),
    ("who: members of board", "who: participants", "decision_rules.seats.who", "Participants take part and are no parties", "Give each a seat with partner and its key, and write members of that forum under who."),
    ("who: members of board", "who: all", "decision_rules.seats.who", "all says how much, and not who.", "Write partners, or members of a forum."),
    ("name: Guest, voting: false", "name: Guest, each_of: all", "forums.board.seats.guest.each_of[1]", "all says how much, and not who.", "Write each_of: partners."),
    ("who: members of board", "who: public-authority", "decision_rules.seats.who", "public-authority says which of them count, and not who they are.", "Write who: {only: public-authority}."),
    ("who: members of board", "who: board", "decision_rules.seats.who", "board is a forum: its places can vote, or the partners that have one.", "Write members of board, or partners on board."),
    ("related: [alder]", "related: [trust]", "partners.birch.related[1]", "The River Trust takes part and is no party, so it is not among the partners.", "Make it a partner, or take it out here."),
    # numbers and lists beyond all measure
    ("operational_days: working", "operational_days: working\n<<>>nudges: {before: [5, 367]}", "nudges.before[2]", "367 days before, nobody owes anything yet.", "Write 366 or less."),
    ("operational_days: working", "operational_days: working\nnudges: {before: [366, 0, 5]}", None, None, None),
    ("operational_days: working", "operational_days: working\n<<>>nudges: {after_every: 367}", "nudges.after_every", 'after_every is "367".', "It must be at most 366."),
    ("operational_days: working", "operational_days: working\n<<>>nudges: {after_every: 0}", "nudges.after_every", 'after_every is "0".', "It must be at least 1."),
    ("name: Guest, voting: false", "name: Guest, voting: false, least: 1001, most: null", "forums.board.seats.guest.least", 'least is "1001".', "It must be at most 1000."),
    ("name: Guest, voting: false", "name: Guest, voting: false, least: 1000, most: 1000", None, None, None),
    ("most: 1, there", "most: 1001, there", "forums.board.proxies.most", 'most is "1001".', "It must be at most 1000."),
    ("quorum: 2", "quorum: 20001", "decision_rules.spend.quorum", 'quorum is "20001".', "It must be at most 20000."),
    ("every: {number: 1, unit: years}", "first_within: 0 months", "reviews.yearly.first_within.number", "Nothing falls within no time.", "Write 1 or more."),
    ("every: {number: 1, unit: years}", "every: 0 years", "reviews.yearly.every.number", "comes round after no time never ends", "Write 1 or more."),
    ("every: {number: 1, unit: years}", "every: 1001 years", "reviews.yearly.every", 'every is "1001".', "It must be at most 1000."),
    ("moved_on_by: [chair]", "moved_on_by: [chair, secretary, chair]", "issues.stages.second.moved_on_by[3]", "chair stands twice in moved_on_by.", "Keep one."),
    ("looks_at: [Everything]", "looks_at: [Everything, Everything]", "reviews.yearly.looks_at[2]", "Everything stands twice in looks_at.", "Keep one."),
    ("topics: [spending]", "topics: [spending, spending]", "decision_rules.spend.topics[2]", "spending stands twice in topics.", "Keep one."),
    ("who: members of board", "who: [alder, birch, alder]", "decision_rules.seats.who.of[3]", "alder stands twice in of.", "Keep one."),
    ("choices: [england-and-wales, scotland]", "choices: [scotland, scotland]", "open.days.choices[2]", "scotland stands twice in choices.", "Keep one."),
    # a length that says from when too, in days of no kind
    ("limit: {number: 10, unit: operational-days, calendar: working}", "limit: 10 working days after notice", "clocks.talk.limit", "Days of which kind?", "Write 10 calendar-days, 10 operational-days or 10 clear-days, and what it counts from under counts_from."),
    ("limit: {number: 10, unit: operational-days, calendar: working}", "limit: 3 days before meeting", "clocks.talk.limit", "Days of which kind?", "Write 3 calendar-days, 3 operational-days or 3 clear-days, and what it counts from under counts_from."),
    ("limit: {number: 10, unit: operational-days, calendar: working}", "limit: 48 hours after raised", "clocks.talk.limit", "48 hours after raised says from when, too.", "Write 48 hours here, and the rest under counts_from."),
    # keys that could mean two things
    ("- key: alder", "- key: affected", "partners.affected.key", "A partner cannot be called affected: where a pack says who, that is a word for others.", "Give it another key, such as affected-partner."),
    ("- key: alder", "- key: provider", "partners.provider.key", "A partner cannot be called provider: where a pack says who, that is a role.", "Give it another key, such as provider-partner."),
    ("{key: upstream, name", "{key: all, name", "eligibility_classes.all.key", "A class cannot be called all", "Give it another key, such as all-class."),
    ("{key: bank, name", "{key: eligible, name", "categories.eligible.key", "A category cannot be called eligible", "Give it another key, such as eligible-category."),
    ("{key: council, name: Council", "{key: partners, name: Council", "forums.partners.key", "A forum cannot be called partners", "Give it another key, such as partners-forum."),
    ("{key: warden, name", "{key: public-authority, name", "participants.public-authority.key", "A participant cannot be called public-authority", "Give it another key, such as public-authority-participant."),
    ("  - {key: downstream, name: Downstream}", "  - {key: downstream, name: Downstream}\n  - {key: bank, name: Banks}\n  - {key: other, name: Other}", None, None, None),
    ("on: 2030-06-30, owner: board", "on: 2030-06-30, owner: alder", None, None, None),
    ("name: Chair}", "name: Chair, voting: false}", "decision_rules.seats.who", "no voting seats", "Add voting seats to the forum, or name somebody else under who."),
    ("topics: [spending]", "topics: [spending, other]", "decision_rules.spend.topics[2]", "falls under no element", "Add element to the topic other."),
    ("quorum: 2", "quorum: 3", "decision_rules.spend.quorum", "quorum is 3, but at most 2 could take part", "Write 2 or less."),
    ("quorum: 2", "quorum: {number: 2, fraction: 1/3}", None, None, None),
    ("quorum: 2", "quorum: {}", "decision_rules.spend.quorum", "quorum is empty", "Write a number or a share, as 4 or at least 1/3; or take it out."),
    ("who: members of board", "who: members of board\n<<>>    quorum: 3", "decision_rules.seats.quorum", "quorum is 3, but at most 1 could take part", "Write 1 or less."),
    # votes in older words, which contradicted themselves
    ("who: {only: eligible}\n    threshold: at least 3/4\n    quorum: 2", "who: [eligible, present]\n    threshold: {kind: at-least, of: 3/4}\n<<>>    quorum: {fraction: 1/2}", "decision_rules.spend.quorum", "All who are present are always there. A quorum is of those who could take part.", "Take present out of who, and write base: present."),
    ("who: {only: eligible}\n", "who: [eligible, present-and-voting]\n", None, None, None),
    ("who: {only: eligible}\n    threshold", "who: [eligible, not-conflicted]\n<<>>    conflicted: in-base\n    threshold", "decision_rules.spend.conflicted", "The conflicted are left out and kept in.", "Keep one."),
    ("who: {only: eligible}\n    threshold", "who: [eligible, not-conflicted]\n    conflicted: out-of-base\n    threshold", None, None, None),
    ("threshold: at least 3/4", "threshold: {kind: at-least, of: 66%}", "decision_rules.spend.threshold.of", "66% is not a fraction.", "Write 2/3 if two thirds is meant, 33/50 if it is not."),
    ("threshold: at least 3/4", "threshold: {kind: at-least, of: 75%}", "decision_rules.spend.threshold.of", "75% is not a fraction.", "Write 3/4."),
    ("quorum: 2", "quorum: {fraction: 50%}", "decision_rules.spend.quorum.fraction", "50% is not a fraction.", "Write 1/2."),
    ("only_after: all", "only_after: spend", "decision_rules.spend.only_after", "waits for itself", "Name the rule that comes first."),
    # the ladder
    ("      moved_on_by: [chair]\n", "      moved_on_by: [chair]\n<<>>      next: first\n", "issues.stages.second.next", "goes back to first", "Name a later stage, or leave it out."),
    ("      next: second\n", "", "issues.stages.second", "No issue ever reaches the stage second", "Name it as next of an earlier stage, or take it out."),
    ("      rule: all\n", "", "issues.stages.second", "a vote without a decision rule", "Add rule: one of spend, all, seats."),
    ("      clock: talk\n", "      clock: talk\n<<>>      settled_when: decided\n", "issues.stages.first.settled_when", "is settled when decided, but nobody decides.", "Add rule, or write settled_when: all-affected-agree."),
    ("      kind: vote\n      forum: board\n      rule: all\n", "      kind: determination\n      forum: board\n", "issues.stages.second.settled_when", "is settled when decided, but nobody decides.", "Add rule, or write settled_when: all-affected-agree."),
    ("      kind: vote\n      forum: board\n      rule: all\n", "      kind: mediation\n      forum: board\n", "issues.stages.second.settled_when", "is settled when decided, but nobody decides.", "Add rule, or write settled_when: all-affected-agree."),
    ("      kind: vote\n      forum: board\n      rule: all\n", "      kind: outside\n      forum: board\n", "issues.stages.second.settled_when", "is settled when decided, but nobody decides.", "Write settled_when: all-affected-agree; they put on record what was decided outside."),
    ("      kind: vote\n", "      kind: determination\n", None, None, None),
    ("    - key: first\n", "    - key: talk\n", "issues.stages.talk.key", "talk is a stage and a clock: what counts from it could mean either.", "Rename the stage."),
    ("    - key: first\n", "    - key: meeting\n", "issues.stages.meeting.key", "meeting is a stage and an event: what counts from it could mean either.", "Rename the stage."),
    ("  opening:\n", "  received:\n", "clocks.received", "received is a clock and an event: what counts from it could mean either.", "Rename the clock."),
    ("settled_when: decided", "settled_when: never", "issues.stages.second.settled_when", "settles nothing", "Add next."),
    ("settled_when: decided", "skippable: true", "issues.stages.second.skippable", "may be skipped, but nothing follows", "Add next."),
    ("      clock: talk\n", "      on_time_up: move\n", "issues.stages.first.on_time_up", "has no clock", "Add clock, or write ask."),
    ("settled_when: decided", "clock: talk\n<<>>      on_time_up: move", "issues.stages.second.on_time_up", "but nothing follows", "Add next, or write ask."),
    ("      forum: board\n      rule: all", "      rule: all", "issues.stages.second.moved_on_by[1]", "before no forum", "Add forum: one of board, council; or name somebody else."),
    ("      clock: talk\n", "      clock: talk\n<<>>      notice: {to: forum}\n", "issues.stages.first.notice.to", "but there is none", "Add forum: one of board, council."),
    ("calendar: working}\n", "calendar: working, direction: before}\n", "issues.stages.first.clock", "runs back from notified", "Name a clock whose length runs on: after, and not before."),
    # signatures
    ("{rule: last-signature}", "{rule: latest-first-counterpart}", "signatures.effect.rule", "waits for counterparts", "Write counterparts: true."),
    ("fields: [signature, date]", "fields: [signature]", "signatures.fields", "needs the date of each signature", "Add date to the fields."),
    ("forms: [unstated]", "forms: [unstated, fax]", "signatures.forms", "unstated, and forms are stated", "Take unstated out."),
    ("  forms: [unstated]", "<<>>  no_printed_row: [birch]\n  no_printed_block: true\n  forms: [unstated]", "signatures.no_printed_row", "not printed", "Keep no_printed_block alone."),
    ("  forms: [unstated]", "  by: [alder]\n<<>>  no_printed_row: [birch]\n  forms: [unstated]", "signatures.no_printed_row[1]", "does not sign either", "Add it to by, or take it out here."),
    ("  forms: [unstated]", "  signers: {at_least: 2, of: [lead, deputy]}\n  forms: [unstated]", None, None, None),
    ("  forms: [unstated]", "  signers: {at_least: 2, of: [lead, deputy], in_order: true}\n  forms: [unstated]", None, None, None),
    ("  forms: [unstated]", "  signers: {at_least: 3, of: [lead, lead, deputy], in_order: true}\n  forms: [unstated]", None, None, None),
    ("  forms: [unstated]", "<<>>  signers: {at_least: 2, of: [lead, deputy, lead]}\n  forms: [unstated]", "signatures.signers.of[3]", "lead stands twice, and in no order.", "Keep one; how many of them sign is at_least. One after another is in_order: true."),
    ("  forms: [unstated]", "<<>>  signers: {at_least: 2, in_order: true}\n  forms: [unstated]", "signatures.signers.in_order", "They sign in an order, and of names nobody.", "Add of, the first one first."),
    ("  forms: [unstated]", "<<>>  signers: {at_least: 1, of: [lead], in_order: true}\n  forms: [unstated]", "signatures.signers.in_order", "One person signs, and there is no order of one.", "Take in_order out."),
    ("  forms: [unstated]", "<<>>  signers: {at_least: 3, of: [lead, deputy], in_order: true}\n  forms: [unstated]", "signatures.signers.at_least", "In an order each that of names signs in turn: it names 2, and at_least is 3.", "Write at_least: 2, or name 3 in of; one capacity can stand there twice."),
    ("  forms: [unstated]", "<<>>  signers: {at_least: 1, of: [lead, deputy], in_order: true}\n  forms: [unstated]", "signatures.signers.at_least", "In an order each that of names signs in turn: it names 2, and at_least is 1.", "Write at_least: 2, or name 1 in of; one capacity can stand there twice."),
    # open points
    ("question: What then?", "question: What then?\n    quoted_at: issues.stages.first", None, None, None),
    ("question: What then?", "question: What then?\n<<>>    quoted_at: issues.stages.third", "open.then.quoted_at", "issues.stages.third leads nowhere: there is no third.", "Write the path of what the answer is about, such as term, or issues.stages.discussion."),
    ("question: What then?", "question: What then?\n<<>>    answer: The board hears of it", "open.then.answer", "A pack asks, and does not answer", "Take answer out; once it is loaded, the secretary records what was decided."),
    ("    path: reviews.someday.every", "    path: reviews.someday.every\n<<>>    quoted_at: reviews.someday", "open.interval.quoted_at", "cannot both fill a place and be quoted", "Keep path where the answer is a value of the pack, quoted_at where it is a sentence."),
    ("path: reviews.someday.every", "path: reviews.someday.evry", "open.interval.path", "leads nowhere: there is no evry", "Write the path of an empty place, entries of a list by their key, such as reviews.six-monthly.every; or quoted_at, where the answer is a sentence."),
    ("path: reviews.someday.every", "path: review.someday.every", "open.interval.path", "leads nowhere: there is no review", "Did you mean reviews? Write the path of an empty place, entries of a list by their key, such as reviews.six-monthly.every; or quoted_at, where the answer is a sentence."),
    ("path: reviews.someday.every", "path: reviews.yearly.every", "open.interval.path", "is not open", "Take every out there, or take path out of this open point."),
    ("path: reviews.someday.every", "path: issues.stages.first.settled_when", "open.interval.path", "is never open: left out, it means all-affected-agree.", "Take path out of this open point."),
    ("path: reviews.someday.every", "path: issues.stages.second.moved_on_by", "open.interval.path", "is not open: the pack fills it", "Something has to hold until it is decided: take path out of this open point."),
    ("path: reviews.someday.every", "path: clocks.talk", "open.interval.path", "is not open: the pack fills it", "Take path out of this open point."),
    ("forms: [unstated]", "forms: [fax]", "open.signing.path", "is not open: the pack fills it", "Write forms: [unstated] there, or take path out of this open point."),
    ("choices: [england-and-wales, scotland]", "choices: [england-and-wales, mars]", "open.days.choices[2]", "mars does not fit calendars.undefined.base", "Write one of: england-and-wales, scotland, northern-ireland, uk-any-part, every-day."),
    ("path: reviews.someday.every", "path: calendars.undefined.base", "open.interval.path", "Two open points", "Keep one."),
    # each answer as if it were decided
    ("open:\n", "open:\n<<>>  - {key: q, question: How many?, path: decision_rules.all.quorum, choices: [at least 1/2, 20]}\n", "open.q.choices[2]", "The quorum is 20, but at most 3 could take part.", "Write 3 or less."),
    ("open:\n", "open:\n<<>>  - {key: q, question: How many?, path: decision_rules.seats.quorum, choices: ['1', '2']}\n", "open.q.choices[2]", "The quorum is 2, but at most 1 could take part.", "Write 1 or less."),
    ("open:\n", "open:\n<<>>  - {key: q, question: Who?, path: decision_rules.spend.who.of, choices: [partners, downstream]}\n", "open.q.choices[2]", "With downstream, decision_rules.spend.quorum would be wrong. The quorum is 2, but at most 1 could take part.", "Take this answer out, or mend what stands there. Write 1 or less."),
    ("open:\n", "open:\n<<>>  - {key: q, question: Who?, path: decision_rules.all.who.of, choices: [members of bord]}\n", "open.q.choices[1]", "There is no forum called bord.", "Did you mean board?"),
    ("open:\n", "open:\n<<>>  - {key: q, question: Who?, path: decision_rules.all.who.of, choices: [partners, upstraem]}\n", "open.q.choices[2]", "no partner, class, category or role called upstraem", "Did you mean upstream?"),
    ("open:\n", "open:\n<<>>  - {key: q, question: Who?, path: decision_rules.all.who.of, choices: [partners, upstream, partners on board]}\n", "open.q.choices[3]", "No seat of board is for a partner", "Add partner or each_of to a seat, or write members of board."),
    ("open:\n", "open:\n<<>>  - {key: q, question: Who?, path: decision_rules.all.who.of, choices: [partners, upstream, members of board]}\n", None, None, None),
    ("open:\n", "open:\n<<>>  - {key: q, question: After what?, path: decision_rules.all.only_after, choices: [seats, spend]}\n", "open.q.choices[2]", "With spend, decision_rules.spend.only_after would be wrong. Spending vote waits for itself to fail.", "Take this answer out, or mend what stands there. Name the rule that comes first."),
    ("open:\n", "open:\n  - {key: q, question: After what?, path: decision_rules.seats.only_after, choices: [all]}\n<<>>  - {key: r, question: After what?, path: decision_rules.all.only_after, choices: [seats]}\n", "open.r.choices[1]", "Decided so beside q: all, it would go round: all waits for seats waits for all.", "Take one of them out."),
    ("open:\n", "open:\n<<>>  - {key: q, question: After what?, path: decision_rules.all.only_after, choices: [everybody]}\n", "open.q.choices[1]", "There is no decision rule called everybody.", "Known: spend, all, seats. Add it under decision_rules, or write another."),
    ("open:\n", "open:\n<<>>  - {key: q, question: Which?, path: decision_rules.all.who.only, choices: ['eligible, affected']}\n", "open.q.choices[1]", "eligible, affected would be read as several answers.", "Write each as an answer of its own: several can be decided together."),
    ("open:\n", "open:\n<<>>  - {key: q, question: Which?, path: decision_rules.all.who.only, choices: [partners, Partners]}\n", "open.q.choices[2]", "Partners stands twice.", "Keep one."),
    ("open:\n", "open:\n  - {key: q, question: Which?, path: decision_rules.all.who, choices: [partners]}\n<<>>  - {key: r, question: Which?, path: decision_rules.all.who.only, choices: [partners]}\n", "open.r.path", "Two open points are about one place: r and q.", "Keep one."),
    ("open:\n", "open:\n  - {key: q, question: Which?, path: decision_rules.all.who.only, choices: [partners]}\n<<>>  - {key: r, question: Which?, path: decision_rules.all.who, choices: [partners]}\n", "open.r.path", "Two open points are about one place: r and q.", "Keep one."),
    ("choices: [wet-ink,", "choices: [unstated, wet-ink,", "open.signing.choices[1]", "unstated does not fit signatures.forms. Decided so, it would be as open as before.", "Write another answer, or take this one out."),
]  # fmt: skip


def faults_of(text: str):
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="small.yaml")
    return refused.value.faults


def test_the_small_pack_is_sound():
    assert soundness.faults(parse_pack(SMALL, file="small.yaml")) == ()


@pytest.mark.parametrize(("old", "new", "path", "message", "hint"), BROKEN)
def test_each_fault_is_found_where_it_is_made(old, new, path, message, hint):
    assert old in SMALL
    text = SMALL.replace(old, new, 1)
    if path is None:
        parse_pack(text.replace("<<>>", ""), file="small.yaml")
        return
    at = SMALL.index(old) + new.find("<<>>") if "<<>>" in new else None
    line = text[:at].count("\n") + 1 if at is not None else None
    faults = faults_of(text.replace("<<>>", ""))
    assert all(fault.message.endswith((".", "?")) and fault.hint.endswith((".", "?")) for fault in faults)
    found = [fault for fault in faults if fault.path == path and message in fault.message]
    assert found, f"{path}: {message} is not among {faults}"
    assert found[0].hint == hint
    if line is not None:
        assert found[0].line == line
    elif "\n" not in old + new and new and path.split(".")[0] in new:
        assert found[0].line == SMALL[: SMALL.index(old)].count("\n") + 1


def test_a_name_of_partners_means_the_same_ones_whatever_it_is_a_name_of():
    text = SMALL.replace("category: bank\n    eligibility: upstream", "category: bank\n    eligibility: bank")
    text = text.replace("{key: upstream, name: Upstream}", "{key: bank, name: Banks}").replace("upstream]", "bank]")
    text = text.replace("applies_to: [upstream, ", "applies_to: [bank, ")
    parse_pack(text, file="small.yaml")  # a class and a category, which nothing counts by
    assert [(it.path, it.message, it.hint) for it in faults_of(text.replace("who: members of board", "who: bank"))] == [
        (
            "decision_rules.seats.who",
            "bank is a class and a category, and these are not the same partners.",
            "Give the class a key of its own, and write which is meant.",
        )
    ]


def test_what_is_owned_is_owned_by_one():
    text = SMALL.replace("{key: council, name: Council", "{key: alder, name: Council").replace("council]", "alder]")
    text = text.replace("follows: council", "follows: alder")
    parse_pack(text, file="small.yaml")
    assert [(it.path, it.message, it.hint) for it in faults_of(text.replace("owner: board", "owner: alder"))] == [
        (
            "milestones.flood.owner",
            "alder is a partner and a forum, so whose it is could mean either.",
            "Give the forum a key of its own.",
        )
    ]


def test_the_lines_are_those_of_the_file():
    lines = {
        fault.path: fault.line
        for old, new in [
            ("next: second", "next: third"),
            ("short: Cedar", "short: Alder"),
            ("quorum: 2", "quorum: 3"),
            ("path: reviews.someday.every", "path: nowhere"),
        ]
        for fault in faults_of(SMALL.replace(old, new, 1))
    }
    assert lines == {
        "issues.stages.first.next": 98,
        "issues.stages.second": 99,
        "partners.cedar.short": 48,
        "decision_rules.spend.quorum": 80,
        "reviews.someday": 113,
        "open.interval.path": 154,
    }


def test_all_faults_are_told_at_once():
    text = SMALL.replace("clock: talk\n", "clock: walk\n").replace("short: Cedar", "short: Alder")
    text = text.replace("quorum: 2", "quorum: 3")
    assert [fault.path for fault in faults_of(text)] == [
        "partners.cedar.short",
        "decision_rules.spend.quorum",
        "issues.stages.first.clock",
    ]


def test_an_electorate_nobody_is_in_is_told_at_the_rule_and_the_element():
    text = SMALL.replace("applies_to: [upstream, downstream]", "applies_to: []")
    assert [(fault.path, fault.message) for fault in faults_of(text)] == [
        ("elements.money", "No partner is eligible for Money."),
        ("decision_rules.spend.topics[1]", "Nobody is eligible to decide Spending: the electorate is empty."),
    ]


def test_eligible_without_any_matrix_is_a_fault():
    text = SMALL.replace("    name: Agreement of all\n", "    name: Agreement of all\n    who: {only: eligible}\n")
    begin, end = text.index("elements:\n"), text.index("forums:\n")
    faults = faults_of(text[:begin] + text[end:].replace("    topics: [spending]\n", "").replace(", element: dams", ""))
    said = "Eligible partners are counted, but there is no matrix."
    assert [(fault.path, fault.message) for fault in faults] == [
        ("decision_rules.spend.who.only", said),
        ("decision_rules.all.who.only", said),
    ]


def test_an_override_counts_when_the_electorate_is_worked_out():
    text = SMALL.replace("name: Dams, applies_to: [upstream]", "name: Dams, applies_to: []")
    text = text.replace(
        "why: It asked}", "why: It asked}\n  - {partner: birch, element: dams, eligible: true, why: It builds}"
    )
    assert soundness.faults(parse_pack(text, file="small.yaml")) == ()


def test_chains_that_go_round_are_faults():
    text = SMALL.replace("    related: [alder]", "    succeeded_by: {partner: cedar, since: 2030-02-01}")
    head, tail = text.split("elements:\n", 1)
    text = head + "    succeeded_by: {partner: birch, since: 2031-02-01}\nelements:\n" + tail
    assert [fault.path for fault in faults_of(text)] == [
        "partners.birch.succeeded_by.partner",
        "partners.cedar.succeeded_by.partner",
    ]


def test_an_agreement_that_takes_effect_on_a_day_nobody_names_is_a_fault():
    text = SMALL.replace("{rule: last-signature}", "{rule: stated-date}").replace("  begins: 2030-01-01\n", "")
    assert [(fault.path, fault.hint) for fault in faults_of(text)] == [
        ("signatures.effect.rule", "Write term.begins, or add an open point with path: term.begins.")
    ]
    asked = text + "  - {key: begin, question: When?, path: term.begins}\n"
    assert parse_pack(asked, file="small.yaml").term.begins is None


def test_an_unsound_place_is_a_value():
    assert Unsound(("a", 1), "b", "c") == Unsound(("a", 1), "b", "c")


def test_a_review_counted_from_an_end_that_never_comes_is_told():
    text = SMALL.replace("  ends: 2031-12-31", "  open_ended: true")
    text = text.replace("    counts_from: 2030-01-01\n    every: {number: 1, unit: years}",
                        "    counts_from: ending\n    once: 6 months before")  # fmt: skip
    assert [(fault.path, fault.message) for fault in faults_of(text)] == [
        ("reviews.yearly.counts_from", "It is counted from the end of an agreement that has none."),
    ]
