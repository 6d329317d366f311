"""Keys that people write who have never seen a pack: what they are called in one, or where it is said instead."""

from __future__ import annotations

from collections.abc import Mapping

from rules.places import Path

_ROSTER = "Leave it out: people stand in the roster, which is imported once the pack is loaded."
_SEATS = "Write seats, such as seats: [{key: member, name: Member, each_of: partners}]."
_CADENCE = "Write cadence, such as cadence: {every: 2 months}, or {times_a_year: 4}."
_QUORUM = "A quorum belongs to a vote: write it in its decision rule, as quorum: 3, or quorum: at least 1/2."
_RULES = "Write decision_rules, each with name, who and threshold."
_FORUMS = "Write forums, each with key, name, kind and outcome."
_STAGES = "Write issues, with the list of its stages."
_CHANGES = "Write changes, each with how (variation, accession, extension or termination) and its rule."
_TERM = "Write term, such as term: {begins: 2025-04-01, ends: 2028-03-31}."
_CLOCK = (
    "Write clock and which days are meant, such as clock: 10 calendar-days after entered, or clock: 10 "
    "operational-days on working-days after entered."
)
_CASTING = "Where somebody decides a tie, write casting_vote and whose it is, such as casting_vote: Chair."
_ON = "Write on, such as on: 2026-03-31, and precision where the document names no day: month, quarter or another."
_EVERY = "Write every and counts_from, such as every: 1 year and counts_from: commencement."
_WITHIN = "Write within, such as within: 28 calendar-days after aware, or within: immediately."
_BEGINS = "Write begins, such as begins: 2025-04-01."
_ENDS = "Write ends: the last day, such as ends: 2028-03-31."
_ENDED = "How it is ended stands under changes, with how: termination and its rule."

_MEANT: Mapping[str, Mapping[tuple[str, ...], str]] = {
    "": {
        ("secretary", "people", "roster", "contacts"): _ROSTER,
        ("calendar", "working_days", "bank_holidays"): (
            "Write calendars, such as calendars: {working-days: {base: england-and-wales}}, and operational_days: "
            "working-days."
        ),
        ("name",): "Write title, and short_title for what people call it.",
        ("parties", "members", "organisations", "organizations", "membership"): "Write partners.",
        ("boards", "board", "groups", "governance", "committees", "meetings"): _FORUMS,
        ("votes", "voting", "decisions", "decision", "rules"): _RULES,
        ("quorum",): _QUORUM,
        ("disputes", "dispute", "dispute_resolution", "escalation", "ladder", "stages"): _STAGES,
        ("interests", "conflicts_of_interest"): "Write conflicts.",
        ("dates", "targets", "deliverables"): "Write milestones, each with key, name and on.",
        ("starts", "start", "begins", "commencement", "ends", "end", "duration", "length"): _TERM,
        ("amendments", "amendment", "variation", "variations", "termination", "withdrawal"): _CHANGES,
        ("signing", "signatories"): "Write signatures, with forms and effect.",
    },
    "partners": {
        ("type", "kind"): "Write category: the short name of one under categories.",
        ("address", "email", "post"): "Write contact: its address for letters.",
        ("lead", "leads", "deputy", "representative", "person", "contact_name"): _ROSTER,
    },
    "forums": {
        ("members", "partners", "membership", "places"): _SEATS,
        ("meets", "meetings", "frequency", "every", "how_often"): _CADENCE,
        ("quorum",): _QUORUM,
        ("rule", "vote", "votes", "voting", "decides", "threshold", "tie"): (
            "How it decides stands under decision_rules, in a rule whose who is the members of this forum."
        ),
        ("secretary",): _ROSTER,
        ("type",): "Write kind.",
        ("called", "invitation"): "Write notice, such as notice: 5 clear-days before meeting.",
    },
    "decision_rules": {
        ("tie", "ties", "tie_break", "tie_rule", "deadlock", "chair"): _CASTING,
        ("voters", "electorate", "of", "members", "by", "whom"): "Write who, such as who: partners.",
        ("majority", "needed", "percentage", "passes", "carried"): (
            "Write threshold: all, nobody against, at least 2/3 or more than 1/2."
        ),
        ("meeting", "at"): "Write taken: meeting, writing or either.",
        ("abstain", "abstentions"): "With base: votes-cast those who abstain do not count; with base: all they do.",
    },
    "stages": {
        ("time", "limit", "days", "within", "deadline", "due", "duration", "period"): _CLOCK,
        ("then", "next_stage", "followed_by", "escalates_to"): "Write next: the key of the stage that follows.",
        ("board", "committee", "meeting", "body"): "Write forum: the key of one under forums.",
        ("vote", "decision_rule"): "Write rule: the key of one under decision_rules.",
        ("type",): "Write kind.",
    },
    "milestones": {("date", "by", "due", "when", "day", "deadline"): _ON},
    "reviews": {
        ("date", "when", "frequency", "interval", "cadence", "how_often"): _EVERY,
        ("scope", "about", "covers"): "Write looks_at, such as looks_at: [How the partners work together].",
    },
    "conflicts": {
        ("declare", "declared", "disclose", "disclosed", "time", "days", "deadline"): _WITHIN,
        ("recuse", "recusal", "leave_the_room", "withdraw", "exclude", "excluded"): (
            "Leave it out: who has a conflict in a matter is kept out of deciding it, unless consent_of says whose "
            "consent lets it in."
        ),
    },
    "signatures": {
        ("signatories", "signed_by", "who"): (
            "Write by: the keys of the partners that sign; left out, all of them. People stand in the roster."
        ),
        ("methods", "how", "form"): "Write forms, such as forms: [wet-ink, scanned-pdf].",
    },
    "term": {
        ("starts", "start", "from", "commencement", "commences", "begin"): _BEGINS,
        ("end", "until", "to", "expires", "expiry"): _ENDS,
        ("duration", "length", "years", "lasts"): "Write begins, and ends: its last day.",
        ("notice", "notice_period", "termination", "terminates"): _ENDED,
        ("renewal", "extension", "extended"): "Write it under changes, with how: extension and its rule.",
    },
    "changes": {
        ("kind", "type", "what"): "Write how: variation, accession, extension or termination.",
        ("notice", "notice_period", "period"): "No period of notice is counted yet: write it as a note.",
        ("by", "who", "vote", "threshold"): "Write rule: the key of one under decision_rules.",
    },
    "open": {
        ("text", "ask", "what"): "Write question.",
        ("about", "where", "place"): "Write path: the dotted path of the place it is about, such as term.ends.",
    },
}
"""By the block in which they are written, empty for the pack itself."""


def instead(block: Path, name: str) -> str | None:
    """Return what to write in a block for a key that the vocabulary does not know; None where that is not known."""
    *around, last = block or ("",)
    section = around[-1] if around and (isinstance(last, int) or around == ["decision_rules"]) else last
    word = "_".join(name.casefold().replace("-", " ").replace("_", " ").split())
    return next((said for words, said in _MEANT.get(str(section), {}).items() if word in words), None)
