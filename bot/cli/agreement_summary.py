"""An agreement on one page: who, which clocks, which ladder, what is needed, and what the document leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from rules.open_points import unsettled
from rules.periods import period
from rules.places import every
from rules.seats import voting_span
from rules.terms import (
    Anchor,
    Base,
    Calendar,
    Clock,
    Conflicts,
    DecisionRule,
    Direction,
    Filter,
    Forum,
    Review,
    Role,
    Rule,
    Signatures,
    Stage,
    Terms,
    TimeLimit,
)

WIDTH = 92
_MARGIN = "  "

_BASES = {
    Base.ENGLAND_AND_WALES: "Monday to Friday, but for bank holidays in England and Wales",
    Base.SCOTLAND: "Monday to Friday, but for bank holidays in Scotland",
    Base.NORTHERN_IRELAND: "Monday to Friday, but for bank holidays in Northern Ireland",
    Base.UK_ANY_PART: "Monday to Friday, but for bank holidays in any part of the United Kingdom",
    Base.EVERY_DAY: "every day",
}
_ANCHORS = {
    Anchor.NOTIFIED: "the notification",
    Anchor.RECEIVED: "receipt",
    Anchor.AWARE: "becoming aware",
    Anchor.RAISED: "the day it was raised",
    Anchor.STAGE_ENTERED: "the stage's beginning",
    Anchor.COMMENCEMENT: "commencement",
    Anchor.ENDING: "the end",
    Anchor.FIXED_DATE: "a fixed date",
    Anchor.MEETING: "the meeting",
}
_OUTCOMES = {"decision": "decides", "recommendation": "recommends", "advice": "advises"}
_ROLES = {
    Role.COMMISSIONER: "Commissioner",
    Role.PROVIDER: "Provider",
    Role.REGULATOR: "Regulator",
    Role.OTHER: "Other",
}
_WHO_BEFORE = {Filter.ELIGIBLE: "eligible", Filter.AFFECTED: "affected"}
_WHO_AFTER = {
    Filter.PARTICIPATING: "taking part",
    Filter.PRESENT: "present",
    Filter.PRESENT_AND_VOTING: "present and voting",
    Filter.NOT_CONFLICTED: "without a conflict",
    Filter.ALL_BUT_CONCERNED: "but the one concerned",
}
_FORMS = {
    "wet-ink": "ink on paper",
    "fax": "fax",
    "scanned-pdf": "scanned PDF",
    "scanned-jpeg": "scanned JPEG",
    "agreed-digital": "another agreed digital format",
    "in-chat": "signed in the chat",
    "unstated": "the form is not stated",
}
_EFFECTS = {
    "last-signature": "on the day of the last signature",
    "latest-first-counterpart": "on the latest of the partners' first counterparts",
    "stated-date": "on the date stated",
    "date-signed": "on the date signed",
}


def summary(terms: Terms, *, notes: bool = False) -> str:
    """Return the page, for a terminal of 80 to 100 columns; with `notes`, also every assumption and note."""
    sections: tuple[tuple[str, Iterable[str]], ...] = (
        (f"Who: {len(terms.partners)} partners", _partners(terms)),
        ("Forums", (_forum(terms, forum) for forum in terms.forums if not forum.outside)),
        ("Time", _time(terms)),
        ("When an issue is raised", _ladder(terms)),
        ("What carries a decision", (_rule(terms, key, rule) for key, rule in terms.decision_rules.items())),
        ("Reviews", (_review(terms, review) for review in terms.reviews)),
        ("Conflicts of interest", [_conflicts(terms.conflicts)]),
        ("Enquiries", _enquiries(terms)),
        ("Signing, change and term", _signing(terms)),
        ("Dates", _dates(terms)),
        ("Left open by the document", _open(terms)),
        ("Oddities of the document", terms.oddities),
        ("Assumptions and notes", _notes(terms) if notes else ()),
    )
    lines = [*wrap(terms.title, WIDTH), *_wrapped(_first(terms), "")]
    for heading, entries in sections:
        written = [line for entry in entries for line in _wrapped(entry, _MARGIN)]
        if written:
            lines += ["", heading, *written]
    return "\n".join(lines)


def _first(terms: Terms) -> str:
    said = [terms.id, f"references {terms.prefix}-1 and on"]
    if terms.document_version:
        said.append(f"version {terms.document_version}")
    if terms.dated:
        said.append(f"dated {terms.dated}")
    said.append("legally binding" if terms.binding else "not legally binding")
    return "; ".join(said) + _in(terms)


def _partners(terms: Terms) -> Iterator[str]:
    groups: dict[tuple[Role, ...], list[str]] = {}
    for partner in terms.partners:
        groups.setdefault(partner.roles, []).append(partner.short)
    for roles, members in groups.items():
        label = " and ".join(_ROLES[role] if not number else _ROLES[role].lower() for number, role in enumerate(roles))
        yield f"{label} ({len(members)}): {', '.join(members)}"
    classes = {found.key: found.name for found in terms.eligibility_classes}
    for key, name in classes.items():
        members = [partner.short for partner in terms.partners if partner.eligibility == key]
        elements = [element.name for element in terms.elements if key in element.applies_to]
        share = "all" if len(elements) == len(terms.elements) else str(len(elements))
        yield f"Eligible as {name} ({share} of {len(terms.elements)} elements): {', '.join(members)}"
    pairs = {frozenset((it.key, other)) for it in terms.partners for other in it.related}
    if pairs:
        names = {partner.key: partner.short for partner in terms.partners}
        tied = [name for key, name in names.items() if any(key in pair for pair in pairs)]
        yield f"Share an address, an officer or a venture with another: {', '.join(tied)}"


def _chaired(forum: Forum, names: dict[str, str]) -> list[str]:
    chair = forum.chair
    if chair and chair.follows:
        return [f"chaired by whoever chairs the {names[chair.follows]}"]
    if chair and chair.seat:
        return [f"chaired by whoever holds the seat {next(it.name for it in forum.seats if it.key == chair.seat)}"]
    if chair and chair.independent:
        return ["independently chaired"]
    return [f"chaired by the {chair.office}"] if chair and chair.office else []


def _forum(terms: Terms, forum: Forum) -> str:
    names = {it.key: it.name for it in terms.forums}
    said = [_OUTCOMES[forum.outcome]]
    said += _chaired(forum, names)
    if forum.seats:
        said.append(f"{voting_span(forum)} voting members")
    if forum.cadence and forum.cadence.as_printed:
        said.append(f"meets {forum.cadence.as_printed}")
    elif forum.cadence and forum.cadence.every:
        said.append(f"meets every {forum.cadence.every}")
    elif forum.cadence and forum.cadence.times_a_year:
        said.append(f"meets {forum.cadence.times_a_year} times a year")
    if forum.cadence and forum.cadence.in_public and "public" not in said[-1]:
        said[-1] += " in public"
    if forum.cadence and forum.cadence.counted_by:
        said[-1] += f" ({forum.cadence.counted_by.replace('-', ' ')})"
    if forum.notice:
        said.append(f"called {_length(terms, forum.notice.limit)} before a meeting")
    if forum.papers:
        said.append(f"papers {_length(terms, forum.papers.limit)} before a meeting")
    if forum.delegated:
        said.append(f"{len(forum.delegated)} matters delegated to it")
    return f"{forum.name}: {'; '.join(said)}{_in(forum)}"


def _time(terms: Terms) -> Iterator[str]:
    for key, calendar in terms.calendars.items():
        used = " (reminders are counted on it)" if key == terms.operational_days else ""
        yield f"Calendar {key}: {_calendar(calendar)}{used}{_in(calendar)}"
    for key, clock in terms.clocks.items():
        law = ", by law" if clock.statutory else ""
        yield f"{clock.name} ({key}): {_clock(terms, clock)}{law}{_in(clock)}"
    before = ", ".join(str(days) for days in terms.nudges.before)
    after = terms.nudges.after_every
    again = f", then every {after} after" if after else ", none after"
    if before:
        yield f"Reminders: {before} operational days before{again}{_in(terms.nudges)}"


def _calendar(calendar: Calendar) -> str:
    said = [_BASES[calendar.base] if calendar.base else "not defined; a person decides"]
    said += [f"closed {day:%-d %B %Y} ({why})" for day, why in calendar.closed.items()]
    said += [f"open {day:%-d %B %Y} ({why})" for day, why in calendar.opened.items()]
    return "; ".join(said)


def _clock(terms: Terms, clock: Clock) -> str:
    if clock.limit is None:
        return "no limit stated"
    anchor = f"{clock.on:%-d %B %Y}" if clock.on else _ANCHORS[clock.counts_from]
    return f"{_length(terms, clock.limit)} {clock.limit.direction} {anchor}"


def _length(terms: Terms, limit: TimeLimit) -> str:
    other = limit.calendar and limit.calendar != terms.operational_days
    counted = limit.model_copy(update={"calendar": None, "direction": Direction.AFTER})
    return f"{counted} (calendar {limit.calendar})" if other else str(counted)


def _ladder(terms: Terms) -> Iterator[str]:
    told = "all partners are told" if terms.issues.notify == "all-partners" else "the affected partners are told"
    manner = ", ".join(approach.replace("-", " ") for approach in terms.issues.approach)
    where = f" ({terms.issues.approach_clause})" if terms.issues.approach_clause else ""
    yield f"In this manner: {manner}{where}; {told}" if manner else told.capitalize()
    stages = {stage.key: stage for stage in terms.issues.stages}
    number, here = 1, terms.issues.stages[0].key
    while here in stages:
        stage = stages.pop(here)
        yield f"{number}. {stage.name}: {_stage(terms, stage)}{_in(stage)}"
        number, here = number + 1, stage.next or ""
    yield "After that the document says nothing"


def _stage(terms: Terms, stage: Stage) -> str:
    said = [stage.kind.replace("-", " ")]
    if stage.forum:
        said.append(f"before the {next(forum.name for forum in terms.forums if forum.key == stage.forum)}")
    if stage.rule:
        said.append(_threshold(terms.decision_rules[stage.rule]))
    clock = terms.clocks.get(stage.clock) if stage.clock else None
    said.append(_clock(terms, clock) if clock else "no limit of time")
    if stage.notice:
        written = "written notice" if stage.notice.written else "notice"
        said.append(f"{written} to {stage.notice.to.replace('-', ' ')}")
    if stage.skippable:
        said.append("may be skipped with a reason")
    return "; ".join(said)


def _rule(terms: Terms, key: str, rule: DecisionRule) -> str:
    said = [_threshold(rule)]
    if rule.quorum:
        said.append(f"quorum {rule.quorum.number or rule.quorum.fraction}")
    if rule.written:
        said.append("in writing")
    if rule.casting_vote:
        said.append(f"casting vote: {rule.casting_vote}")
    if rule.topics:
        names = {topic.key: topic.name for topic in terms.topics}
        only = len(rule.topics) < len(terms.topics)
        said.append(f"only on: {', '.join(names[topic] for topic in rule.topics)}" if only else "on every topic named")
    if rule.only_after:
        said.append(f"only after this failed: {terms.decision_rules[rule.only_after].name}")
    if rule.ratified_by_each:
        said.append("then each partner's own approval")
    return f"{rule.name} ({key}): {'; '.join(said)}{_in(rule)}"


def _threshold(rule: DecisionRule) -> str:
    counted = "voting seats" if rule.counts == "seats" else "partners"
    adjectives = ", ".join(_WHO_BEFORE[found] for found in rule.who if found in _WHO_BEFORE)
    narrowed = [_WHO_AFTER[found] for found in rule.who if found in _WHO_AFTER]
    base = " ".join(word for word in ("all", adjectives, counted, ", ".join(narrowed)) if word)
    match rule.threshold.kind:
        case "unanimous":
            return f"agreement of {base}"
        case "consensus":
            return f"consensus of {base}"
        case kind:
            return f"{kind.replace('-', ' ')} {rule.threshold.of} of {base}"


def _review(terms: Terms, review: Review) -> str:
    anchor = f"{review.on:%-d %B %Y}" if review.on else _ANCHORS[review.counts_from] if review.counts_from else ""
    said = []
    if review.first_within:
        said.append(
            f"first within {review.first_within} of {anchor}" if anchor else f"first within {review.first_within}"
        )
    if review.every:
        said.append(f"every {review.every}" + (f" from {anchor}" if anchor and not review.first_within else ""))
    if review.once:
        said.append(f"once, {_length(terms, review.once)} {review.once.direction} {anchor}")
    if review.initiated_by:
        said.append(f"begun by {review.initiated_by:%-d %B %Y}")
    if review.completed_by:
        said.append(f"done by {review.completed_by:%-d %B %Y}")
    said += [f"when: {trigger[:1].lower()}{trigger[1:]}" for trigger in review.triggers]
    by = "the partners"
    if review.by != "partners":
        by = f"the {next(forum.name for forum in terms.forums if forum.key == review.by)}"
    return f"{review.name}: {'; '.join(said) or 'no interval stated'}; by {by}{_in(review)}"


def _conflicts(conflicts: Conflicts | None) -> str:
    if conflicts is None:
        return "The document says nothing about them"
    kinds = [
        word
        for word, told in (
            ("real", conflicts.real),
            ("apparent", conflicts.apparent),
            ("those that may arise", conflicts.may_arise),
            ("those of people employed or retained", conflicts.of_people),
        )
        if told
    ]
    within = conflicts.within if isinstance(conflicts.within, str) else f"within {conflicts.within}"
    to = "to whom is not stated" if conflicts.disclosed_to == "unstated" else conflicts.disclosed_to.replace("-", " ")
    said = [f"Disclosed: {', '.join(kinds)}"]
    said.append("how soon is not stated" if within == "unstated" else within)
    said.append(to if conflicts.disclosed_to == "unstated" else f"to {to}")
    if conflicts.consent_of != "none":
        before = " before taking part" if conflicts.consent_before == "participating" else ""
        said.append(f"consent of the {conflicts.consent_of.replace('-', ' ')}{before}")
    if conflicts.refresh:
        said.append(f"declared again every {conflicts.refresh}")
    if conflicts.dual_roles_declare:
        said.append("a partner with two roles says which, matter by matter")
    return "; ".join(said) + _in(conflicts)


def _enquiries(terms: Terms) -> Iterator[str]:
    if (asked := terms.enquiries) is None:
        return
    forum = next((forum.name for forum in terms.forums if forum.key == asked.liaise_with), None)
    said = [", ".join(asked.kinds)]
    if forum:
        said.append(f"liaise with the {forum}{' before any response' if asked.before_response else ''}")
    yield "; ".join(said) + _in(asked)


def _signing(terms: Terms) -> Iterator[str]:
    signatures, term = terms.signatures, terms.term
    yield _signed(terms, signatures)
    everybody = ", once all have signed" if signatures.effect.and_all_signed else ""
    yield f"Takes effect {_EFFECTS[signatures.effect.rule]}{everybody}{_in(signatures.effect)}"
    for change in terms.changes:
        rule = terms.decision_rules[change.rule]
        written = [word for word, told in (("in writing", change.written), ("signed", change.signed)) if told]
        yield f"{change.how.capitalize()}: {'; '.join([_threshold(rule), *written])}{_in(change)}"
    begins = f"{term.begins:%-d %B %Y}" if term.begins else "no date stated"
    ends = f"last day {term.ends:%-d %B %Y}" if term.ends else "open-ended" if term.open_ended else "no end stated"
    yield f"Begins: {begins}; {ends}{_in(term)}"


def _signed(terms: Terms, signatures: Signatures) -> str:
    names = {partner.key: partner.short for partner in terms.partners}
    who = ", ".join(names[key] for key in signatures.by) or "every partner"
    said = [f"Signed by {who}"]
    said.append(", ".join(_FORMS[form] for form in signatures.forms))
    if signatures.counterparts:
        said.append("in counterparts")
    if signatures.no_printed_row:
        said.append(f"no row is printed for {', '.join(names[key] for key in signatures.no_printed_row)}")
    if signatures.no_printed_block:
        said.append("no signature block is printed")
    if signatures.authority_attested:
        said.append("authority attested")
    return "; ".join(said) + _in(signatures)


def _dates(terms: Terms) -> Iterator[str]:
    for it in terms.milestones:
        when = f"no date; {it.condition}"
        if it.on:
            when = f"{it.on:%-d %B %Y}" if it.precision == "day" else period(it.on, it.precision).words
        yield f"{it.name}: {when}{_in(it)}"
    for tracker in terms.trackers:
        yield f"Tracker, {tracker.name}: {len(tracker.statuses)} statuses{_in(tracker)}"


def _open(terms: Terms) -> Iterator[str]:
    for point in unsettled(terms):
        answers = f" ({', '.join(point.choices)})" if point.choices else ""
        yield f"{point.key}: {point.question}{answers}"


def _notes(terms: Terms) -> Iterator[str]:
    for path, rule in every(terms, Rule):
        if rule.note:
            name = (
                getattr(rule, "name", None)
                or getattr(rule, "how", None)
                or " ".join(str(step) for step in path)
                or "the agreement"
            )
            yield f"{name}{_in(rule)}: {rule.note}"


def _in(rule: Rule) -> str:
    return f" [{rule.clause}]" if rule.clause else ""


def _wrapped(text: str, margin: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=margin, subsequent_indent=f"{margin}    ", break_on_hyphens=False)
