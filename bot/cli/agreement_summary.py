"""An agreement on one page: who, which clocks, which ladder, what is needed, and what the document leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from bot.cli.agreement_bodies import body, in_clause, participants, partners
from bot.cli.agreement_stated import authorities, stated
from rules import count_words, issues, ladder, quoted
from rules.days import in_words
from rules.moments import in_full, noun
from rules.obligations import Obligation
from rules.open_points import unsettled
from rules.periods import period
from rules.phrases import FORMS, counted, length
from rules.signers import who_words
from rules.terms import (
    Base,
    Calendar,
    DecisionRule,
    Effect,
    Review,
    Signatures,
    Stage,
    Terms,
)

WIDTH = 92
_MOST_OF_A_YEAR = 12
_MARGIN = "  "

_BASES = {
    Base.ENGLAND_AND_WALES: "Monday to Friday, but for bank holidays in England and Wales",
    Base.SCOTLAND: "Monday to Friday, but for bank holidays in Scotland",
    Base.NORTHERN_IRELAND: "Monday to Friday, but for bank holidays in Northern Ireland",
    Base.UK_ANY_PART: "Monday to Friday, but for bank holidays in any part of the United Kingdom",
    Base.EVERY_DAY: "every day",
}
_EFFECTS = {
    "last-signature": "on the day of the last signature",
    "latest-first-counterpart": "on the latest of the partners' first counterparts",
    "stated-date": "on the date stated",
    "date-signed": "on the date signed",
}


def summary(terms: Terms, *, year: Iterable[Obligation] = ()) -> str:
    """Return the page, 80 to 100 columns wide; with `year`, its next twelve months too."""
    sections: tuple[tuple[str, Iterable[str]], ...] = (
        (f"Who: {counted(len(terms.partners), 'partner')}", (*partners(terms), *authorities(terms))),
        ("Takes part, and is no party", participants(terms)),
        ("Forums", (body(terms, forum) for forum in terms.forums if not forum.outside)),
        ("Time", _time(terms)),
        ("When an issue is raised", _ladder(terms)),
        ("What carries a decision", (_rule(terms, key, rule) for key, rule in terms.decision_rules.items())),
        ("Reviews", (_review(terms, review) for review in terms.reviews)),
        ("Conflicts of interest", [_conflicts(terms)]),
        ("Signing, change and term", _signing(terms)),
        ("Dates", _dates(terms)),
        ("The next twelve months", _year(terms, year)),
        ("Left open by the document", _open(terms)),
        ("Stated, not yet acted on", stated(terms)),
        ("Oddities of the document", terms.oddities),
    )
    lines = [*wrap(terms.title, WIDTH), *_wrapped(_first(terms), "")]
    for heading, entries in sections:
        written = [line for entry in (*entries, *_quoted(terms, heading)) for line in _wrapped(entry, _MARGIN)]
        if written:
            lines += ["", heading, *written]
    return "\n".join(lines)


_PLACES: dict[str, str] = {
    **dict.fromkeys(("calendars", "clocks", "nudges", "operational_days", "working_hours", "timezone"), "Time"),
    **dict.fromkeys(("issues",), "When an issue is raised"),
    **dict.fromkeys(("forums",), "Forums"),
    **dict.fromkeys(("decision_rules", "elements", "overrides", "topics"), "What carries a decision"),
    **dict.fromkeys(("reviews",), "Reviews"),
    **dict.fromkeys(("conflicts",), "Conflicts of interest"),
    **dict.fromkeys(("signatures", "changes", "term"), "Signing, change and term"),
    **dict.fromkeys(("milestones", "trackers"), "Dates"),
    **dict.fromkeys(("enquiries", "consultations", "actions"), "Stated, not yet acted on"),
}
"""Under which heading a question about a place of the pack is quoted; all others under that of the partners."""


def _quoted(terms: Terms, heading: str) -> Iterator[str]:
    """Yield the questions whose answers are quoted under a heading, with what the partners decided of each."""
    who = f"Who: {counted(len(terms.partners), 'partner')}"
    for point in terms.open:
        if point.quoted_at and _PLACES.get(point.quoted_at.split(".")[0], who) == heading:
            yield quoted.words(point) if point.answer else f"Not decided yet: {point.question}{in_clause(point)}"


def _first(terms: Terms) -> str:
    said = [terms.id, f"references {terms.prefix}-1 and on"]
    if terms.document_version:
        said.append(f"version {terms.document_version}")
    if terms.dated:
        said.append(f"dated {terms.dated}")
    said.append("legally binding" if terms.binding else "not legally binding")
    return "; ".join(said) + in_clause(terms)


def _time(terms: Terms) -> Iterator[str]:
    for key, calendar in terms.calendars.items():
        used = " (reminders are counted on it)" if key == terms.operational_days else ""
        yield f"Calendar {key}: {_calendar(calendar)}{used}{in_clause(calendar)}"
    for key, clock in terms.clocks.items():
        law = ", by law" if clock.statutory else ""
        yield f"{clock.name} ({key}): {in_full(terms, clock, calendar=True)}{law}{in_clause(clock)}"
    before = ", ".join(str(days) for days in terms.nudges.before)
    after = terms.nudges.after_every
    again = f", then every {after} after" if after else ", none after"
    if before:
        yield f"Reminders: {before} operational days before{again}{in_clause(terms.nudges)}"


def _calendar(calendar: Calendar) -> str:
    said = [_BASES[calendar.base] if calendar.base else "not defined; a person decides"]
    said += [f"closed {day:%-d %B %Y} ({why})" for day, why in calendar.closed.items()]
    said += [f"open {day:%-d %B %Y} ({why})" for day, why in calendar.opened.items()]
    return "; ".join(said)


def _ladder(terms: Terms) -> Iterator[str]:
    told = "all partners are told" if terms.issues.notify == "all-partners" else "the affected partners are told"
    manner = ", ".join(approach.replace("-", " ") for approach in terms.issues.approach)
    where = f" ({terms.issues.approach_clause})" if terms.issues.approach_clause else ""
    yield f"In this manner: {manner}{where}; {told}" if manner else told.capitalize()
    stages = [issues.stage_of(terms, key) for key in ladder.climb(terms)]
    for number, stage in enumerate(stages, start=1):
        yield f"{number}. {stage.name}: {_stage(terms, stage)}{in_clause(stage)}"
    stage = stages[-1]
    if stage.settled_when != "decided" and not quoted.answered(terms, f"issues.stages.{stage.key}"):
        yield "After that the document says nothing"


def _stage(terms: Terms, stage: Stage) -> str:
    said = [stage.kind.replace("-", " ")]
    if stage.forum:
        said.append(f"before the {next(forum.name for forum in terms.forums if forum.key == stage.forum)}")
    if stage.rule:
        said.append(_asks(terms, terms.decision_rules[stage.rule]))
    clock = ladder.clock_of(terms, stage)
    said.append(in_full(terms, clock.when, calendar=True) if clock else "no limit of time")
    if stage.notice:
        written = "written notice" if stage.notice.written else "notice"
        said.append(f"{written} to {stage.notice.to.replace('-', ' ')}")
    if stage.skippable:
        said.append("may be skipped with a reason")
    return "; ".join(said)


def _rule(terms: Terms, key: str, rule: DecisionRule) -> str:
    said = [_asks(terms, rule), *count_words.kept(rule)]
    if rule.taken != "either":
        said.append("at a meeting" if rule.taken == "meeting" else "in writing, without a meeting")
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
    return f"{rule.name} ({key}): {'; '.join(said)}{in_clause(rule)}"


def _asks(terms: Terms, rule: DecisionRule) -> str:
    asks = count_words.asks(terms, rule)
    return f"{asks[:1].lower()}{asks[1:]}"


def _review(terms: Terms, review: Review) -> str:
    anchor = noun(terms, review.counts_from) if review.counts_from else ""
    said = []
    if review.first_within:
        said.append(f"first within {length(review.first_within)}" + (f" of {anchor}" if anchor else ""))
    if review.every:
        since = f" from {anchor}" if anchor and not review.first_within else ""
        said.append(f"every {length(review.every)}{since}")
    if review.once:
        said.append(f"once, {length(review.once, usual=terms.operational_days)} {review.once.direction} {anchor}")
    if review.initiated_by:
        said.append(f"begun by {review.initiated_by:%-d %B %Y}")
    if review.completed_by:
        said.append(f"done by {review.completed_by:%-d %B %Y}")
    said += [f"when: {trigger[:1].lower()}{trigger[1:]}" for trigger in review.triggers]
    by = "the partners"
    if review.by != "partners":
        by = f"the {next(forum.name for forum in terms.forums if forum.key == review.by)}"
    return f"{review.name}: {'; '.join(said) or 'no interval stated'}; by {by}{in_clause(review)}"


def _conflicts(terms: Terms) -> str:
    conflicts = terms.conflicts
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
    within = conflicts.within if isinstance(conflicts.within, str) else in_full(terms, conflicts.within, calendar=True)
    to = "to whom is not stated" if conflicts.disclosed_to == "unstated" else conflicts.disclosed_to.replace("-", " ")
    said = [f"Disclosed: {', '.join(kinds)}"]
    said.append("how soon is not stated" if within == "unstated" else within)
    said.append(to if conflicts.disclosed_to == "unstated" else f"to {to}")
    if conflicts.consent_of != "none":
        before = " before taking part" if conflicts.consent_before == "participating" else ""
        said.append(f"consent of the {conflicts.consent_of.replace('-', ' ')}{before}")
    if conflicts.refresh:
        said.append(f"declared again every {length(conflicts.refresh)}")
    if conflicts.dual_roles_declare:
        said.append("a partner with two roles says which, matter by matter")
    return "; ".join(said) + in_clause(conflicts)


def _signing(terms: Terms) -> Iterator[str]:
    signatures, term = terms.signatures, terms.term
    yield _signed(terms, signatures)
    yield f"Takes effect {_effect(signatures.effect)}"
    for change in terms.changes:
        rule = terms.decision_rules[change.rule]
        written = [word for word, told in (("in writing", change.written), ("signed", change.signed)) if told]
        effect = [f"takes effect {_effect(change.effect)}"] if change.effect else []
        yield f"{change.how.capitalize()}: {'; '.join([_asks(terms, rule), *written, *effect])}{in_clause(change)}"
    begins = f"{term.begins:%-d %B %Y}" if term.begins else "no date stated"
    ends = f"last day {term.ends:%-d %B %Y}" if term.ends else "open-ended" if term.open_ended else "no end stated"
    yield f"Begins: {begins}; {ends}{in_clause(term)}"


def _effect(effect: Effect) -> str:
    everybody = ", once all have signed" if effect.and_all_signed else ""
    even = ", and even where they sign later" if effect.once else ""
    return f"{_EFFECTS[effect.rule]}{everybody}{even}{in_clause(effect)}"


def _signed(terms: Terms, signatures: Signatures) -> str:
    names = {partner.key: partner.short for partner in terms.partners}
    who = ", ".join(names[key] for key in signatures.by) or "every partner"
    said = [f"Signed by {who}"]
    if signatures.signers:
        said.append(f"for each, {who_words(signatures.signers)}{in_clause(signatures.signers)}")
    said.append(", ".join(FORMS[form] for form in signatures.forms))
    if signatures.counterparts:
        said.append("in counterparts")
    if signatures.no_printed_row:
        said.append(f"no row is printed for {', '.join(names[key] for key in signatures.no_printed_row)}")
    if signatures.no_printed_block:
        said.append("no signature block is printed")
    if signatures.authority_attested:
        said.append("authority attested")
    if signatures.looked_at:
        said.append("the secretary looks at each signed copy before it counts")
    return "; ".join(said) + in_clause(signatures)


def _dates(terms: Terms) -> Iterator[str]:
    for it in terms.milestones:
        when = f"no date; {it.condition}"
        if it.on:
            when = f"{it.on:%-d %B %Y}" if it.precision == "day" else period(it.on, it.precision).words
        yield f"{it.name}: {when}{in_clause(it)}"
    for tracker in terms.trackers:
        yield f"Tracker, {tracker.name}: {counted(len(tracker.statuses), 'status', 'statuses')}{in_clause(tracker)}"


def _year(terms: Terms, year: Iterable[Obligation]) -> Iterator[str]:
    dated = [
        f"{in_words(it.on)}: {it.what}{f' [{it.clause}]' if it.clause else ''}" for it in year if it.on is not None
    ]
    yield from dated[:_MOST_OF_A_YEAR]
    if len(dated) > _MOST_OF_A_YEAR:
        yield f"{len(dated) - _MOST_OF_A_YEAR} more: python -m bot calendar --agreement {terms.id}"


def _open(terms: Terms) -> Iterator[str]:
    for point in unsettled(terms):
        answers = f" ({', '.join(point.choices)})" if point.choices else ""
        yield f"{point.key}: {point.question}{answers}"


def _wrapped(text: str, margin: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=margin, subsequent_indent=f"{margin}    ", break_on_hyphens=False)
