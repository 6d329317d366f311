"""Facts as the handlers give them to the templates, for the tests of messages."""

from datetime import UTC, datetime

from bot import words
from bot.slack.commands import dialect
from tests.bot.messages.counts import ALL, ASIDE, CONSENSUS, MAJORITY, MEETING, OTHER, QUORUM, TALLY, WAITS_FOR
from tests.bot.messages.dates import RAISED, agreed_date, deadline

NAMES = ("Sefton Council", "Mersey Care", "Alder Hey", "South Sefton PCN", "Sefton CVS", "One Vision Housing")
HOSTILE = ("*x* <!channel> <@U1> _y_ `z` " * 200)[:3000]


def offer(**given):
    return {
        "words": "A shared discharge desk from 1 February.",
        "extend_to": None,
        "for": "Mersey Care",
        "by": "Jo Hall",
        "at": "2022-12-20T10:05:00+00:00",
        "state": "open",
        "agree": ["Mersey Care"],
        "against": [],
        "waiting": ["Sefton Council", "Alder Hey"],
    } | given


def notified(told=10, of=10, missing=(), unreachable=()):
    last = "2022-12-16T17:31:00+00:00" if told == of else None
    return {"told": told, "of": of, "missing": list(missing), "unreachable": list(unreachable), "last_at": last}


def issue(**given):
    return {
        "reference": "SEF-7",
        "title": "Discharge delays",
        "state": "open",
        "private": False,
        "agreement": "Sefton Partnership",
        "raised_for": "Mersey Care",
        "raised_as": None,
        "raised_by": "Jo Hall",
        "raised_at": RAISED.isoformat(),
        "on_behalf": False,
        "particulars": "Beds stay full at weekends, because transport stops on Friday evening.",
        "outcome_sought": "",
        "concerns": "Principle: Acting as one",
        "link": None,
        "affected": ["Sefton Council", "Mersey Care", "Alder Hey"],
        "stage": "Discussion between the partners",
        "stage_clause": "5.2",
        "next_stage": None,
        "deadline": deadline(),
        "no_date": None,
        "waits": None,
        "outlives": None,
        "ended": False,
        "notified": notified(),
        "acknowledged": ["Sefton Council"],
        "not_acknowledged": ["Alder Hey"],
        "proposal": None,
        "extension": None,
        "owing": ["Sefton Council", "Mersey Care", "Alder Hey"],
        "closed_at": None,
        "closing_words": None,
        "decided_by": None,
        "ladder": LADDER,
        "marks": {"consultation": None, "third_party": False, "recused": []},
        "timezone": "Europe/London",
    } | given


LADDER = {
    "number": 1,
    "of": 1,
    "kind": "discussion",
    "forum": None,
    "settled_when": "all-affected-agree",
    "movers": ["affected-partner", "secretary"],
    "ways": [],
    "before": [],
    "representations": [],
    "advice": [],
    "facilitator": None,
}
CLIMBED = LADDER | {
    "number": 4,
    "of": 6,
    "kind": "vote",
    "forum": "System Leadership Executive Group",
    "ways": ["Independent facilitator"],
    "before": [
        {"name": "Between the partners concerned", "clause": "8.8", "left": "moved", "why": "We met twice."},
        {"name": "Place arrangements", "clause": "8.8", "left": "skipped", "why": "No one place is concerned."},
        {"name": "SLE, to the satisfaction of all affected", "clause": "8.10.1", "left": "time-up", "why": None},
    ],
    "representations": [{"for": "EPUT", "words": "It cannot be staffed.", "at": "2022-12-20T10:05:00+00:00"}],
    "advice": [
        {
            "forum": "System Finance Leaders Group",
            "what": "asked",
            "words": "The cost?",
            "at": "2022-12-19T09:12:00+00:00",
        },
        {
            "forum": "System Finance Leaders Group",
            "what": "given",
            "words": "Two million.",
            "at": "2022-12-20T09:12:00+00:00",
        },
    ],
    "facilitator": {"name": "Dr Grey", "organisation": "ACAS", "interests": "none declared"},
}


def decision(**given):
    """The facts of a decision that is open to votes."""
    return {
        "reference": "MSE-D2",
        "title": "Ten beds in the north",
        "agreement": "Mid and South Essex",
        "agreement_title": "Mid and South Essex Memorandum of Understanding",
        "issue": "MSE-1",
        "state": "open",
        "private": False,
        "wording": "EPUT opens ten beds.",
        "reasons": "Nobody else can.",
        "papers": ["https://example.org/paper", "the board paper of 1 May"],
        "files": [],
        "apart": False,
        "papers_kept": False,
        "casting_vote": None,
        "casting": None,
        "opens_on": None,
        "version": 1,
        "rule": "Board decision on capital or transformation funding",
        "clause": "8.4",
        "note": "Three quarters of all who are eligible.",
        "forum": "Partnership Board",
        "outcome": "decision",
        "meeting": None,
        "element": "Financial framework",
        "topic": "Priorities for capital investment",
        "level": "System",
        "affected": [],
        "proposed_by": "Jo Hall",
        "proposed_for": "EPUT",
        "proposed_at": RAISED.isoformat(),
        "closes_on": "2023-01-18",
        "closed_at": None,
        "dated_on": "2023-01-19",
        "closing_words": None,
        "review_on": None,
        "tally": TALLY,
        "votes": [
            {"name": "EPUT", "vote": "for", "comment": "", "behalf": False},
            {"name": "NELFT", "vote": "against", "comment": "We have no land.", "behalf": True},
        ],
        "silent": ["NHS England", "Mid-Essex CCG", "Thurrock CCG"],
        "voters": ["EPUT", "NELFT", "NHS England", "Mid-Essex CCG", "Thurrock CCG"],
        "excluded": [
            {"name": "Provide", "why": "not eligible under Annex 1", "in_base": False},
            {"name": "UCLP", "why": "conflicted", "in_base": True},
        ],
        "ratified": [],
        "consensus": False,
        "timezone": "Europe/London",
    } | given


CARRIED = {
    "state": "carried",
    "closed_at": "2023-01-19T00:00:00+00:00",
    "tally": TALLY | {"carried": True, "missing": 0},
}
DECISIONS = {
    "open": {},
    "draft": {"state": "draft", "votes": [], "tally": TALLY | {"in_favour": 0, "against": 0, "other": [OTHER]}},
    "consensus": {
        "consensus": True,
        "outcome": "recommendation",
        "tally": TALLY | {"kind": "nobody against", "of": None, "asks": CONSENSUS, "abstain": 2, "beyond_reach": True},
    },
    "unanimous": {"tally": TALLY | {"kind": "all", "of": None, "asks": ALL, "quorum": 5, "working": [QUORUM]}},
    "majority": {"tally": TALLY | {"kind": "more than", "of": "1/2", "base_of": "present", "asks": MAJORITY, "carried": True}},
    "carried": CARRIED | {"review_on": "2024-01-18", "version": 2},
    "ratified": CARRIED
    | {
        "outcome": "recommendation",
        "ratified": [
            {"name": "EPUT", "approved": True, "words": "The board."},
            {"name": "NELFT", "approved": False, "words": "Too dear."},
            {"name": "Provide", "approved": None, "words": None},
        ],
    },
    "not carried": {"state": "not-carried", "closed_at": "2023-01-19T00:00:00+00:00"},
    "tie": {"state": "not-carried", "closed_at": "2023-01-19T00:00:00+00:00", "tally": TALLY | {"tied": True}},
    "too few": {"state": "not-carried", "closed_at": "2023-01-19T00:00:00+00:00", "tally": TALLY | {"quorate": False, "missing_there": 2}},
    "casting": CARRIED | {"casting_vote": "the chair", "casting": "for", "tally": TALLY | {"carried": True, "by_casting_vote": True}},
    "waits": {"meeting": MEETING, "tally": TALLY | {"waits": True, "waits_for": WAITS_FOR, "base_of": "present", "asks": MAJORITY}},
    "too few so far": {"tally": TALLY | {"quorate": False, "missing_there": 2, "working": [QUORUM], "asks": ALL}},
    "not there": {"tally": TALLY | {"recorded": True, "set_aside": ASIDE, "asks": MAJORITY}},
    "withdrawn": {"state": "withdrawn", "closing_words": "It is settled.", "closed_at": "2023-01-19T00:00:00+00:00"},
}  # fmt: skip
ACTION = {
    "reference": "MSE-A1",
    "title": "Write the plan",
    "particulars": "With all partners.",
    "agreement": "Mid and South Essex",
    "kind": "Improvement or recovery plan",
    "clause": "7.7",
    "partner": "EPUT",
    "owner": "Ann Lee",
    "source": "MSE-D2",
    "due_on": "2023-01-18",
    "state": "open",
    "opened_by": "Sam Board",
    "opened_at": RAISED.isoformat(),
    "closed_at": None,
    "closing_words": None,
    "timezone": "Europe/London",
}
DONE = {
    "state": "done",
    "deadline": None,
    "closed_at": "2023-01-17T10:00:00+00:00",
    "closing_words": "It is on the drive.",
}


MANY = [f"Partner number {number}" for number in range(1, 22)]
CLOSED = {"deadline": None, "owing": [], "closed_at": "2023-01-04T10:00:00+00:00"}
RESOLVED = {
    "state": "resolved",
    "closing_words": "A shared discharge desk from 1 February.",
    "proposal": offer(state="agreed", agree=["Sefton Council", "Mersey Care", "Alder Hey"], waiting=[]),
    **CLOSED,
}
WITHDRAWN = {"state": "withdrawn", "closing_words": "Settled between the two of us", **CLOSED}
EXTENSION = offer(extend_to="2023-02-03", words="Half of us are away over Christmas")
WITHOUT_DATE = {"deadline": None, "stage_clause": None}

QUOTED = {
    "quoted": [
        {
            "question": "What happens when the discussion has not resolved an issue within 20 operational days (5.2)?",
            "answer": "After 20 days the chief executives meet.",
            "clause": clause,
        }
        for clause in (None, "5.2")
    ]
}
"""What the partners decided of a point that the document leaves open, for whatever is about its place."""

ISSUES = {
    "ordinary": {},
    "private": {"private": True},
    "on behalf": {"on_behalf": True, "raised_as": "provider"},
    "on behalf, with evidence": {"on_behalf": True, "evidence": "e-mail from Jo Hall, 16 December"},
    "unconfirmed": {
        "deadline": deadline(confirmed=False),
        "notified": notified(9, missing=["Alder Hey"], unreachable=["Alder Hey"]),
        "acknowledged": [],
    },
    "long ahead": {"deadline": deadline() | {"provisional": True}, "raised_as": "commissioner"},
    "proposal": {"proposal": offer(), "owing": ["Sefton Council", "Alder Hey"]},
    "proposal, one against": {
        "proposal": offer(against=[{"partner": "Alder Hey", "reason": "We can't staff it"}], waiting=["Sefton Council"])
    },
    "proposal, against without a reason": {
        "proposal": offer(against=[{"partner": "Alder Hey", "reason": ""}], waiting=[])
    },
    "extension": {"extension": EXTENSION, "proposal": offer()},
    "extended": {"deadline": agreed_date(), "extension": EXTENSION | {"state": "agreed"}},
    "overdue": {"state": "unresolved", "deadline": deadline("2023-01-24", state="passed")},
    "marked unresolved": {"state": "unresolved", "next_stage": "Independent facilitator"},
    "unresolved without a date": {"state": "unresolved", "no_date": "no-limit", **WITHOUT_DATE},
    "no limit": {"no_date": "no-limit", **WITHOUT_DATE},
    "open calendar": {"no_date": "open-calendar", **WITHOUT_DATE, "not_acknowledged": []},
    "outlives": {"outlives": "2022-12-31", "outcome_sought": "Transport on Saturdays"},
    "climbed": {
        "ladder": CLIMBED,
        "next_stage": "Independent facilitator",
        "marks": {"consultation": "8.5", "third_party": True, "recused": []},
    },
    "decided by a vote": RESOLVED | {"proposal": None, "decided_by": "MSE-D2", "ladder": CLIMBED},
    "left open and decided": {"state": "unresolved"} | QUOTED | {"after": ["After 20 days the chief executives meet."], "next_stage": None},
    "resolved": RESOLVED,
    "withdrawn": WITHDRAWN,
    "from a message": {"link": "https://example.slack.com/archives/C1/p1", "acknowledged": []},
    "hostile": {
        "title": HOSTILE[:150],
        "particulars": HOSTILE,
        "outcome_sought": HOSTILE[:1000],
        "raised_by": HOSTILE[:80],
        "proposal": offer(words=HOSTILE, against=[{"partner": "Alder Hey", "reason": HOSTILE[:2000]}]),
        "extension": EXTENSION | {"words": HOSTILE[:1000]},
    },
    "21 partners": {"affected": MANY, "owing": MANY, "not_acknowledged": MANY[1:], "notified": notified(0, 20, MANY[1:])},
}  # fmt: skip
ORDINARY_ONLY = {name for name in ISSUES if name not in ("hostile", "21 partners")}

BY = {"by": "Ann Lee", "for": "Sefton Council", "at": "2022-12-19T09:12:00+00:00", "behalf": False, "timezone": "Europe/London"}  # fmt: skip
BEHALF = BY | {"by": "Sam Board", "behalf": True}
MARKED = BY | {"words": "We have talked twice and are no nearer."}
AS_SECRETARY = BY | {"by": "Sam Board", "for": None}
REF = {"reference": "SEF-7", "title": "Discharge delays"}


def debt(owed=("acknowledgement",), partner="Sefton Council", **given):
    return {**REF, "row": 7, "partner": partner, "owed": list(owed), "deadline": deadline()} | given


def date_row(**given):
    return {
        **REF,
        "deadline": deadline(),
        "owing": ["Sefton Council", "Alder Hey"],
        "due_at": "2023-01-19T00:00:00+00:00",
    } | given


OVERDUE = deadline("2023-01-24", state="passed")
TODAY = deadline("2023-01-18")
DEBTS = [
    debt(("way-forward",), reference="SEF-3", title="Shared records", deadline=OVERDUE),
    debt(("answer", "extension-answer"), deadline=TODAY),
    debt(),
    debt(reference="SEF-9", title="Referral form", deadline=None),
]


def entry(number, act, **given):
    row = {
        "number": number,
        "at": "2022-12-16T17:31:00+00:00",
        "act": act,
        "by": "Accord",
        "for": None,
        "behalf": False,
    }
    return row | given


HISTORY = [
    entry(1, "issue-raised", by="Jo Hall", **{"for": "Mersey Care"}),
    entry(2, "notice-unreachable", by="Jo Hall", partner="Sefton CVS", **{"for": "Mersey Care"}),
    *(entry(3 + i, "notice-delivered", **{"for": name}) for i, name in enumerate(NAMES[2:])),
    entry(7, "notice-failed", fault="user_not_found", **{"for": "One Vision Housing"}),
    entry(8, "notice-told", by="Sam Board", behalf=True, evidence="by telephone, 16:40", **{"for": "Sefton CVS"}),
    entry(9, "notice-delivered", **{"for": "Sefton Council"}),
    entry(10, "clock-started", due_on="2023-01-18"),
    entry(11, "issue-acknowledged", by="Ann Lee", **{"for": "Sefton Council"}),
    entry(12, "issue-commented", by="Sam Board", words="The board hears of it on 9 January"),
    entry(13, "resolution-proposed", by="Jo Hall", words="A shared desk", **{"for": "Mersey Care"}),
    entry(14, "extension-proposed", by="Jo Hall", words="Christmas", to="2023-02-03", **{"for": "Mersey Care"}),
    entry(15, "proposal-agreed", by="Ann Lee", words="", **{"for": "Sefton Council"}),
    entry(16, "proposal-not-agreed", by="Sam Board", behalf=True, evidence="letter, 3 January", words="Too dear", **{"for": "Alder Hey"}),
    entry(17, "deadline-extended", by="Ann Lee", to="2023-02-03", **{"from": "2023-01-18", "for": "Sefton Council"}),
    entry(18, "deadline-redated", was="2022-09-29", now="2022-09-30", why="2022-09-19: State funeral"),
    entry(19, "issue-unresolved", due_on="2023-01-18"),
    entry(20, "issue-unresolved", by="Sam Board", words="No way forward"),
    entry(21, "issue-withdrawn", by="Jo Hall", words="Settled between us", **{"for": "Mersey Care"}),
    entry(22, "issue-resolved", by="Ann Lee", words="A shared desk", **{"for": "Sefton Council"}),
]  # fmt: skip
DATES = [
    {"due_on": "2023-01-17", "state": "replaced", "why": "The last partner, Alder Hey, was notified."},
    {"due_on": "2023-01-18", "state": "open", "why": None},
]


def funeral():
    start = datetime(2022, 9, 1, 9, tzinfo=UTC)
    facts = {"was": "2022-09-29", "now": "2022-09-30", "why": "2022-09-19: State Funeral of Queen Elizabeth II"}
    return {"deadline": deadline("2022-09-12", start=start), "raised_at": start.isoformat()} | facts


HOME = {
    "linked": True,
    "name": "Ann Lee",
    "now": "2023-01-13T09:00:00+00:00",
    "timezone": "Europe/London",
    "owed": [debt(buttons=[])],
    "more": 0,
    "partners": [],
    "digest_at": "09:00",
    "days_off": ["Saturday", "Sunday"],
    "capacities": [
        {"capacity": "lead", "partner": "Sefton Council", "agreement": "Sefton Partnership"},
        {"capacity": "secretary", "partner": None, "agreement": "Sefton Partnership"},
    ],
}
SENIOR = "Each partner's lead is to be a senior person (clause 10.1)."
ROSTER = {
    "agreement": "Sefton Partnership",
    "secretaries": ["Sam Board"],
    "partners": [
        {"name": "Sefton Council", "people": [{"name": "Ann Lee", "capacities": ["lead", "signatory"], "account": True},
                                              {"name": "Max Day", "capacities": ["deputy"], "account": False}]},
        {"name": "Sefton CVS", "people": []},
    ],
    "participants": [{"name": name, "clause": clause, "outside": clause is None,
                      "people": [{"name": it, "capacities": ["lead"], "account": it == "Ann"} for it in people]}
                     for name, clause, people in (("Trust", "2.3", ("Ann", "Max")), ("Clerk", None, ()), ("Docks", "2", ()))],
    "no_lead": ["Sefton CVS"],
    "no_account": ["Jo Hall"],
    "several": [{"name": "Ann Lee", "partners": ["Sefton Council", "South Sefton PCN"]}],
    "claims": ["Max Day"],
    "seats": [{"kind": "seat", "forum": "Partnership board", "seat": "Chair", "partner": None, "name": "Ann Lee"}],
}  # fmt: skip
LISTED = {"state": "open", "private": False, "row": 7}


def rendered(template, facts):
    """A message in the words in which Slack shows it."""
    return words.render(template, facts, dialect)


def said(template, **facts):
    return words.as_text(rendered(template, facts))


def conflict(**given):
    """The facts of a conflict of interest that touches one decision and waits for consent."""
    return {
        "reference": "SEF-C1",
        "title": "Shares in a supplier",
        "agreement": "Sefton Partnership",
        "clause": "9.1.1",
        "partner": "Mersey Care",
        "person": None,
        "category": "financial",
        "apparent": False,
        "may_arise": False,
        "particulars": "Mersey Care owns a tenth of Beds Ltd.",
        "proposed": "We leave the room.",
        "reach": [],
        "declared_as": None,
        "aware_at": RAISED.isoformat(),
        "starts_on": None,
        "withheld": None,
        "declared_at": RAISED.isoformat(),
        "declared_by": "Jo Hall",
        "evidence": None,
        "late_minutes": 0,
        "late_days": 0,
        "later_than_guidance": False,
        "withheld_agreed": None,
        "ended_on": None,
        "closing_words": None,
        "private": False,
        "state": "declared",
        "touched": [touched()],
        "timezone": "Europe/London",
    } | given


def touched(**given):
    """How things stand with one matter that a conflict touches."""
    return {
        "matter": "SEF-D1",
        "matter_title": "One plan",
        "keeps_out": True,
        "needs": 10,
        "consented": ["Alder Hey", "LUHFT"],
        "refused": [],
        "waiting": ["Sefton Council", "Sefton CVS"],
        "consented_at": None,
        "handling": None,
        "handling_words": None,
        "vote_stands": None,
    } | given


def lines_of(template, **facts):
    return [f"{block.mark.value}: {block.text}" for block in rendered(template, facts).blocks]
