"""Every message: it renders from the facts its handler gives, and reads as a person would say it."""

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import words
from handlers import issue_forms, partnership
from handlers.reminders import SNOOZES
from rules.calendars import calendar_of
from rules.deadlines import days_left, work_out
from rules.terms import Direction, TimeLimit, Unit

LONDON = ZoneInfo("Europe/London")
ENGLAND = calendar_of("england-and-wales")
RAISED = datetime(2022, 12, 16, 17, 30, tzinfo=UTC)
NAMES = ("Sefton Council", "Mersey Care", "Alder Hey", "South Sefton PCN", "Sefton CVS", "One Vision Housing")
HOSTILE = ("*x* <!channel> <@U1> _y_ `z` " * 200)[:3000]
HANDLERS = Path(issue_forms.__file__).parent
BY_THE_DOOR = {"home", "home_owed", "home_rest", "home_stranger", "refusal", "apology", "welcome"}


# --- Facts, as the handlers give them --------------------------------------------------------------------------------


def deadline(
    today="2023-01-13", *, start=RAISED, clause="5.2", calendar=ENGLAND, confirmed=True, state="open", **limit
):
    given = {"number": 20, "unit": Unit.OPERATIONAL_DAYS, "calendar": "operational-days"} | limit
    if given["unit"] is not Unit.OPERATIONAL_DAYS:
        given.pop("calendar")
    working = work_out(TimeLimit(**given), start, zone=LONDON, calendar=calendar, clause=clause)
    left = days_left(ENGLAND, date.fromisoformat(today), working.due_on)
    name = "Resolve an issue by discussion"
    return {**working.to_json(), "confirmed": confirmed, "state": state, "days_left": left, "clock": name}


def agreed_date():
    noon = datetime(2023, 2, 3, 12, tzinfo=LONDON)
    return deadline(start=noon, number=0, unit=Unit.CALENDAR_DAYS, calendar=None, clause=None)


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
        "outlives": None,
        "notified": notified(),
        "acknowledged": ["Sefton Council"],
        "not_acknowledged": ["Alder Hey"],
        "proposal": None,
        "extension": None,
        "owing": ["Sefton Council", "Mersey Care", "Alder Hey"],
        "closed_at": None,
        "closing_words": None,
        "timezone": "Europe/London",
    } | given


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
    "upcoming": [date_row()],
    "digest_at": "09:00",
    "days_off": ["Saturday", "Sunday"],
    "capacities": [
        {"capacity": "lead", "partner": "Sefton Council", "agreement": "Sefton Partnership"},
        {"capacity": "secretary", "partner": None, "agreement": "Sefton Partnership"},
    ],
}
ROSTER = {
    "agreement": "Sefton Partnership",
    "secretaries": ["Sam Board"],
    "partners": [
        {"name": "Sefton Council", "people": [{"name": "Ann Lee", "capacities": ["lead", "signatory"], "account": True},
                                              {"name": "Max Day", "capacities": ["deputy"], "account": False}]},
        {"name": "Sefton CVS", "people": []},
    ],
    "no_lead": ["Sefton CVS"],
    "no_account": ["Jo Hall"],
    "several": [{"name": "Ann Lee", "partners": ["Sefton Council", "South Sefton PCN"]}],
    "claims": ["Max Day"],
    "seats": [{"forum": "Partnership board", "seat": "Chair", "name": "Ann Lee"}],
}  # fmt: skip
LISTED = {"state": "open", "private": False, "row": 7}

VARIANTS = {
    "issue": [issue(**it) for it in ISSUES.values()],
    "issue_notice": [
        *(issue(**it, partner="Alder Hey Children's NHS Foundation Trust") for it in ISSUES.values()),
        issue(partner="Alder Hey Children's NHS Foundation Trust", acknowledgement=BY),
        issue(partner="Alder Hey Children's NHS Foundation Trust", acknowledgement=BEHALF),
    ],
    "issue_proposal": [
        issue(partner="Alder Hey", proposal=offer()),
        issue(partner="Alder Hey", proposal=offer(), private=True, **WITHOUT_DATE),
        issue(**ISSUES["hostile"], partner="Alder Hey"),
    ],
    "issue_extension": [issue(partner="Alder Hey", extension=EXTENSION), issue(**ISSUES["hostile"], partner="Alder Hey")],
    "issue_answered": [
        {**REF, **BY, "how": "answered", "agrees": True, "words": "", "kind": "resolution"},
        {**REF, **BEHALF, "how": "answered", "agrees": False, "words": "Too dear", "kind": "extension"},
        {**REF, "how": "replaced", "words": "A shared desk"},
        {**REF, "how": "agreed", "words": "A shared desk"},
        {**REF, "how": "resolved", "closed": True, "words": "A shared desk"},
        {**REF, "how": "withdrawn", "closed": True, "words": "A shared desk"},
    ],
    "issue_acknowledged": [{**REF, **BY}, {**REF, **BEHALF}, {**REF, **BEHALF, "evidence": "e-mail, 19 December"}],
    "issue_commented": [{**REF, **by, "words": "The board hears of it"} for by in (BY, BEHALF, AS_SECRETARY)],
    "issue_proposed": [{**REF, **BY, "words": "A shared desk"}],
    "issue_extension_proposed": [{**REF, **BY, "words": "Christmas", "extend_to": "2023-02-03"}],
    "issue_answer": [
        {**REF, **BY, "agrees": True, "words": "", "kind": "resolution"},
        {**REF, **BEHALF, "agrees": False, "words": "Too dear", "kind": "extension"},
    ],
    "issue_closed": [issue(**RESOLVED), issue(**WITHDRAWN), issue(**RESOLVED, private=True)],
    "issue_extended": [
        issue(deadline=agreed_date(), extension=EXTENSION | {"state": "agreed"}, was="2023-01-18"),
        issue(deadline=agreed_date(), extension=EXTENSION | {"state": "agreed"}, was="2023-01-18", outlives="2023-01-31"),
    ],
    "issue_redated": [
        issue(**funeral(), calendar="holidays 0.109"),
        issue(**funeral() | {"why": "The calendar changed."}, calendar="holidays 0.109"),
    ],
    "issue_unresolved": [
        issue(**ISSUES["overdue"], marked=None),
        *(issue(**ISSUES[it], marked=MARKED) for it in ("marked unresolved", "unresolved without a date")),
    ],
    "issue_what_next": [
        issue(**ISSUES["overdue"], marked=None),
        *(issue(**ISSUES[it], marked=MARKED) for it in ("marked unresolved", "unresolved without a date")),
        issue(**ISSUES["overdue"] | {"private": True, "proposal": offer(), "extension": EXTENSION}, marked=None),
    ],
    "issue_raised": [
        *(issue(**ISSUES[it], notices=10) for it in sorted(ORDINARY_ONLY - {"resolved", "withdrawn"})),
        issue(notices=1, private=True),
    ],
    "issue_done": [
        *(issue(**by, did=did) for did in issue_forms.ACT_FORMS for by in (BY, BEHALF)),
        issue(**BY, did="issue_agree", proposal=offer(waiting=["Alder Hey"]), extension=EXTENSION),
        issue(**RESOLVED, **BY, did="issue_agree"),
        issue(**WITHDRAWN, **BY, did="issue_withdraw"),
        issue(**ISSUES["marked unresolved"], **AS_SECRETARY, did="issue_unresolved"),
        issue(**AS_SECRETARY, did="issue_comment"),
    ],
    "issue_told_recorded": [
        issue(partner="Sefton CVS"),
        issue(partner="Sefton CVS", deadline=deadline(confirmed=False), notified=notified(9, missing=["Alder Hey"])),
    ],
    "issue_detail": [
        *(issue(**it, dates=DATES, history=HISTORY) for it in ISSUES.values()),
        issue(dates=DATES[1:], history=[*HISTORY, *(entry(n, "issue-commented", by="Ann Lee") for n in range(23, 90))]),
    ],
    "issue_list": [
        {"agreement": "Sefton Partnership", "rows": [], "more": 0},
        {
            "agreement": "Sefton Partnership",
            "rows": [
                date_row(**LISTED),
                date_row(**LISTED | {"state": "unresolved", "private": True}, deadline=OVERDUE),
                date_row(**LISTED, deadline=None, owing=[]),
            ],
            "more": 3,
        },
    ],
    "nudge": [
        issue(debts=[debt()], can_snooze=True),
        issue(debts=[debt(("way-forward",)), debt(partner="South Sefton PCN")], can_snooze=True),
        issue(deadline=TODAY, debts=[debt(("answer",), deadline=TODAY)], can_snooze=False, proposal=offer()),
        issue(debts=[debt(("answer", "extension-answer"))], can_snooze=True, proposal=offer(), extension=EXTENSION),
        issue(**ISSUES["overdue"], debts=[debt(("way-forward",), deadline=OVERDUE)], can_snooze=False),
        issue(private=True, deadline=None, debts=[debt(deadline=None)], can_snooze=False),
    ],
    "nudge_done": [issue(), issue(**RESOLVED)],
    "digest": [
        {"name": "Ann Lee", "day": "2023-01-18", "debts": DEBTS},
        {"name": "Ann Lee", "day": "2023-01-18", "debts": DEBTS[2:3]},
        {"name": "Ann Lee", "day": "2023-01-18", "debts": [debt(reference=f"SEF-{n}") for n in range(60)]},
    ],
    "digest_channel": [
        {
            "agreement": "Sefton Partnership",
            "day": "2023-01-18",
            "rows": [date_row(state="unresolved", deadline=OVERDUE), date_row(state="open", deadline=TODAY)],
            "head": "3f9ac41be20877aa",
        },
        {"agreement": "Sefton Partnership", "day": "2023-01-18", "rows": [date_row(state="open")] * 30, "head": "3f9ac4"},
    ],
    "notice_undelivered": [
        {**REF, "partner": "Sefton Council for Voluntary Service", "fault": None, "state": "unreachable"},
        {**REF, "partner": "Sefton Council for Voluntary Service", "fault": "account_inactive", "state": "failed"},
        {**REF, "partner": "Sefton Council for Voluntary Service", "fault": "something_new", "state": "failed"},
    ],
    "account_claimed": [{"name": "Max Day", "user": "U7", "agreement": "Sefton Partnership"}],
    "account_linked": [{"name": "Max Day", "by": "Sam Board", "agreement": "Sefton Partnership"}],
    "account_link_done": [{"name": "Max Day"}],
    "claim_sent": [{"name": "Max Day", "secretaries": ["Sam Board"]}, {"name": "Max Day", "secretaries": []}],
    "due": [
        {"name": "Ann Lee", "debts": DEBTS, "upcoming": [date_row()]},
        {"name": "Ann Lee", "debts": [], "upcoming": []},
    ],
    "menu": [
        {"agreement": "Sefton Partnership", "name": "Ann Lee", "for": ["Sefton Council"], "secretary": False, "owed": 2,
         "issues": 1, "open_points": 7, "failed": 0},
        {"agreement": "Sefton Partnership", "name": "Sam Board", "for": [], "secretary": True, "owed": 0, "issues": 0,
         "open_points": 0, "failed": 1},
    ],
    "help": [
        {"agreement": None, "words": list(partnership.WORDS)},
        {"agreement": "Sefton Partnership", "words": list(partnership.WORDS)},
    ],
    "which_agreement": [{"titles": ["Sefton Partnership", "One Halton"]}],
    "unknown_word": [
        {"word": "isues", "near": "issues", "words": list(partnership.WORDS)},
        {"word": "*x* <!channel>", "near": None, "words": list(partnership.WORDS)},
    ],
    "people": [ROSTER, ROSTER | {"no_lead": [], "no_account": [], "several": [], "claims": [], "seats": []}],
    "open_points": [
        {
            "agreement": "Sefton Partnership",
            "secretary": True,
            "points": [
                {"key": "ending", "question": "How may the agreement be ended?", "clause": "12.1"},
                {"key": "signing", "question": "Which form of signature do the partners accept?", "clause": None},
            ],
            "decided": [{"question": "On which day does the agreement commence?", "value": "2022-07-01"}],
        },
        {"agreement": "Sefton Partnership", "secretary": False, "points": [], "decided": []},
        {"agreement": "Sefton Partnership", "secretary": False, "decided": [],
         "points": [{"key": "ending", "question": "How may the agreement be ended?", "clause": "12.1"}]},
    ],
    "settled": [
        {"question": "Which days are operational days?", "value": "england-and-wales", "started": ["HAL-1", "HAL-2"]},
        {"question": "How may the agreement be ended?", "value": "By notice", "started": []},
    ],
    "settings_saved": [{"digest_at": "09:00", "days_off": ["Friday"]}, {"digest_at": "09:00", "days_off": []}],
    "bound": [{"agreement": "Sefton Partnership", "prefix": "SEF"}],
    "person_added": [
        {"name": "Max Day", "capacity": "deputy", "partner": "Sefton Council"},
        {"name": "Max Day", "capacity": "secretary", "partner": None},
    ],
    "capacity_ended": [
        {"person": "Max Day", "capacity": "deputy", "partner": "Sefton Council", "ends_on": "2023-01-31"},
        {"person": "Max Day", "capacity": "secretary", "partner": None, "ends_on": "2023-01-31"},
    ],
    "snoozed": [{**REF, "until": "2023-01-16T09:00:00+00:00", "due_on": "2023-01-18", "timezone": "Europe/London"}],
    "undelivered": [
        {"rows": [], "timezone": "Europe/London"},
        {
            "rows": [
                {"template": "issue_notice", "fault": "user_not_found", "reference": "SEF-7", "partner": "Alder Hey",
                 "at": RAISED.isoformat()},
                {"template": "digest_channel", "fault": "not_in_channel", "reference": None, "partner": None,
                 "at": RAISED.isoformat()},
                {"template": "bound", "fault": None, "reference": None, "partner": None, "at": RAISED.isoformat()},
            ],
            "timezone": "Europe/London",
        },
    ],
    "home": [HOME, HOME | {"owed": [], "upcoming": [], "capacities": []}],
    "home_owed": [row | {"buttons": []} for row in DEBTS],
    "home_rest": [
        HOME,
        HOME | {"partners": [debt(("answer",))], "more": 4, "days_off": []},
        HOME | {"upcoming": [], "capacities": [], "days_off": ["Monday"] * 7},
    ],
    "home_stranger": [{"linked": False, "claimed": None}, {"linked": False, "claimed": "Max Day"}],
    "refusal": [{"sentence": "You can't withdraw SEF-7 (clause 5.2). Jo Hall (lead, Mersey Care) can."}],
    "apology": [{"id": "8c1f02"}],
    "welcome": [{"agreement": "Sefton Partnership", "partners": 11, "secretary": "Secretary, Sefton Partnership"}],
}  # fmt: skip
CASES = [
    pytest.param(name, facts, id=f"{name}-{number}")
    for name, several in VARIANTS.items()
    for number, facts in enumerate(several)
]


def said(template, **facts):
    return words.as_text(words.render(template, facts))


def is_hostile(facts):
    return "<!channel>" in str(facts) or MANY[-1] in str(facts)


# --- Every message ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "facts"), CASES)
def test_a_message_says_what_it_should_and_nothing_that_it_should_not(name, facts):
    message = words.render(name, facts)
    assert message.line
    assert message.blocks
    assert "\n" not in message.line
    if is_hostile(facts):
        return
    assert len(message.line) < 150, message.line
    for text in (message.line, *(block.text for block in message.blocks)):
        assert not re.search(r"\b(None|True|False|Undefined)\b|[\[\]{}]", text), text
        assert "  " not in text, text
        assert text == text.strip(), text
        assert not re.search(r" [,.;:?)]|\( |[,;:]\.|[.,;]{2}|[,;(]$|\*|\(\)|!", text), text
        assert not re.search(r"\d{4}-\d\d-\d\dT", text), text


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_words_of_people_are_never_read_for_marks(name):
    """What a value says never makes a bold run, a heading or an item: only the template's own text does."""
    for facts in VARIANTS[name]:
        for block in words.render(name, facts).blocks:
            assert not any(run.account and run.account != "U7" for run in block.runs)
            assert not any(run.link and not run.link.startswith("https://example.slack.com/") for run in block.runs)


def test_people_write_as_much_as_they_like_and_the_living_message_stays_short():
    for name in ("issue", "issue_what_next", "nudge"):
        facts = issue(**ISSUES["hostile"], debts=[debt(("answer", "extension-answer"))], can_snooze=True, marked=MARKED)
        assert len(said(name, **facts)) < 5000


def test_a_long_list_is_cut_and_says_so():
    facts = VARIANTS["issue_detail"][-1]
    assert "49 earlier entries in the register" in said("issue_detail", **facts)
    assert "There is more: /partnership due lists" in said("digest", **VARIANTS["digest"][-1])
    assert "5 more issues: /partnership issues" in said("digest_channel", **VARIANTS["digest_channel"][-1])


# --- Handlers and templates agree ------------------------------------------------------------------------------------

PLACES = {"Say": 0, "post": 2, "direct": 2, "edit": 2, "thread": 2, "channel_news": 2, "_direct": 2}


def constants(node):
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def used_in_handlers():
    found = set()
    for path in HANDLERS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            if called in PLACES and len(node.args) > PLACES[called]:
                found |= constants(node.args[PLACES[called]])
            for keyword in node.keywords:
                if keyword.arg == "template":
                    found |= constants(keyword.value)
    return found


def folders():
    return {path.name for path in words.MESSAGES.iterdir() if path.is_dir() and not path.name.startswith("_")}


def test_every_name_in_the_handlers_has_a_folder_and_every_folder_is_used():
    used = used_in_handlers()
    assert len(used) > 30, "the handlers are not read as they were"
    assert folders() == used | BY_THE_DOOR
    assert set(VARIANTS) == folders()


def test_every_part_is_used():
    text = "".join(path.read_text() for path in words.MESSAGES.rglob("*.txt"))
    parts = {path.name for path in (words.MESSAGES / "_parts").iterdir()}
    assert {name for name in parts if f'"_parts/{name}"' not in text} == set()


@pytest.mark.parametrize("path", sorted(words.MESSAGES.glob("*/body.txt")), ids=lambda path: path.parent.name)
def test_no_line_runs_into_the_next(path):
    """A line of text that ends in a tag loses its line break (trim_blocks), so a blank line must stand after it."""
    lines = path.read_text().split("\n")
    for number, line in enumerate(lines[:-1]):
        bare = re.sub(r"{%.*?%}", "", line).strip()
        if line.rstrip().endswith("%}") and (bare or "{% include" in line):
            assert not lines[number + 1].strip(), f"{path.parent.name}, line {number + 1}: {line}"


def test_help_names_every_word_that_can_be_typed():
    text = said("help", agreement=None, words=list(partnership.WORDS))
    assert {word for word in partnership.WORDS if f"/partnership {word}" not in text} == set()
    assert "/raise-issue" in text


def test_every_act_has_its_own_answer():
    answers = {said("issue_done", **issue(**BY, did=did)) for did in issue_forms.ACT_FORMS}
    assert len(answers) == len(issue_forms.ACT_FORMS)
    assert len(SNOOZES) == 3


# --- Word for word ---------------------------------------------------------------------------------------------------

WORKING = (
    "20 operational days (England and Wales) from Fri 16 Dec 2022, counted from Mon 19 Dec; skipped: Sun 25 Dec "
    "(Christmas Day), Mon 26 Dec (Boxing Day), Tue 27 Dec (Christmas Day, substitute day), Sun 1 Jan (New Year's Day), "
    "Mon 2 Jan (New Year's Day, substitute day) and 8 weekend days"
)
NEXT = (
    "the affected partners discuss it and one of them proposes a resolution; it is resolved when all of them agree. If "
    "nothing is agreed by Wed 18 Jan 2023, it is marked unresolved and they are asked what next."
)


def lines_of(template, **facts):
    return [f"{block.mark.value}: {block.text}" for block in words.render(template, facts).blocks]


def test_the_living_message():
    facts = issue(**ISSUES["unconfirmed"] | {"raised_as": "provider", "acknowledged": ["Sefton Council"]})
    assert words.render("issue", facts).line == (
        "SEF-7 (open): Discharge delays; resolve by Wed 18 Jan 2023 (provisional)"
    )
    assert lines_of("issue", **facts) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Open. Stage: Discussion between the partners (clause 5.2).",
        "paragraph: Raised for Mersey Care, as a provider, by Jo Hall on Fri 16 Dec 2022, 17:30.",
        "quote: Beds stay full at weekends, because transport stops on Friday evening.",
        "paragraph: Touches Principle: Acting as one",
        "paragraph: Affects Sefton Council, Mersey Care and Alder Hey",
        f"paragraph: Resolve by Wed 18 Jan 2023 (clause 5.2): {WORKING}.",
        "paragraph: This date is provisional: it counts from the day the last partner is notified.",
        "paragraph: Notified: 9 of 10 partners; not yet Alder Hey. The secretary tells Alder Hey in another way.",
        "paragraph: Acknowledged by Sefton Council; not yet by Alder Hey",
        "paragraph: Waits for: Sefton Council, Mersey Care and Alder Hey",
        f"paragraph: Next: {NEXT}",
    ]


def test_the_living_message_with_a_proposal_says_who_agrees_who_does_not_and_who_is_still_to_answer():
    text = lines_of("issue", **issue(**ISSUES["proposal, one against"]))
    assert text[8:14] == [
        "paragraph: Proposed by Mersey Care (Jo Hall, Tue 20 Dec 2022, 10:05):",
        "quote: A shared discharge desk from 1 February.",
        "item: Agree: Mersey Care",
        "item: Alder Hey does not agree: We can't staff it",
        "item: No answer yet: Sefton Council",
        "paragraph: Waits for: Sefton Council, Mersey Care and Alder Hey",
    ]


def test_the_living_message_of_a_closed_issue_has_nothing_left_to_do():
    assert lines_of("issue", **issue(**RESOLVED)) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Resolved on Wed 4 Jan 2023, 10:00: every affected partner agreed to this.",
        "quote: A shared discharge desk from 1 February.",
        "paragraph: Raised for Mersey Care by Jo Hall on Fri 16 Dec 2022, 17:30.",
        "quote: Beds stay full at weekends, because transport stops on Friday evening.",
        "paragraph: Touches Principle: Acting as one",
        "paragraph: Affects Sefton Council, Mersey Care and Alder Hey",
        "paragraph: Agreed by: Sefton Council, Mersey Care and Alder Hey",
    ]


def test_a_notice():
    facts = issue(partner="Alder Hey Children's NHS Foundation Trust", private=True)
    assert words.render("issue_notice", facts).line == (
        "Notice of SEF-7, Discharge delays: raised for Mersey Care. Please acknowledge it for "
        "Alder Hey Children's NHS Foundation Trust"
    )
    assert lines_of("issue_notice", **facts) == [
        "heading: SEF-7: Discharge delays",
        (
            "paragraph: Notice to Alder Hey Children's NHS Foundation Trust of an issue under the Sefton Partnership "
            "agreement (clause 5.2)."
        ),
        "paragraph: Private to the partners concerned. Only they and the secretary can see it.",
        "paragraph: Raised for Mersey Care by Jo Hall on Fri 16 Dec 2022, 17:30.",
        "quote: Beds stay full at weekends, because transport stops on Friday evening.",
        "paragraph: Touches Principle: Acting as one",
        "paragraph: Affects Sefton Council, Mersey Care and Alder Hey",
        f"paragraph: Resolve by Wed 18 Jan 2023 (clause 5.2): {WORKING}.",
        (
            "paragraph: What to do now: press Acknowledge, so that the others know it has reached you. Then the affected "
            "partners discuss it, and any of them can propose a resolution."
        ),
        "small: /partnership issue SEF-7 shows at any time how things stand.",
    ]


def test_a_nudge_on_the_last_day():
    facts = issue(deadline=TODAY, debts=[debt(("answer", "extension-answer"), deadline=TODAY)], can_snooze=False)
    assert words.render("nudge", facts).line == (
        "Last day: SEF-7, Discharge delays. Please answer the proposed resolution and the request for more time; "
        "due Wed 18 Jan 2023 (today)."
    )
    assert lines_of("nudge", **facts) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Today is the last day: due Wed 18 Jan 2023.",
        "item: Sefton Council is still to answer the proposed resolution and the request for more time.",
        "small: You get this because you act for Sefton Council.",
    ]


def test_an_overdue_nudge():
    facts = issue(**ISSUES["overdue"], debts=[debt(("way-forward",), deadline=OVERDUE)], can_snooze=True)
    assert lines_of("nudge", **facts) == [
        "heading: SEF-7: Discharge delays",
        "paragraph: Overdue: this was due Wed 18 Jan 2023, 4 operational days ago, and still waits for you.",
        "item: Sefton Council is still to propose a way forward.",
        "small: You get this because you act for Sefton Council. Snoozing stops the reminders for a while, not the clock.",
    ]


def test_a_digest_has_what_is_overdue_first():
    assert lines_of("digest", **VARIANTS["digest"][0])[1:5] == [
        "paragraph: Overdue",
        (
            "item: SEF-3: Shared records (for Sefton Council): propose a way forward; due Wed 18 Jan 2023 (4 operational "
            "days overdue)"
        ),
        "paragraph: To come",
        (
            "item: SEF-7: Discharge delays (for Sefton Council): answer the proposed resolution and the request for more "
            "time; due Wed 18 Jan 2023 (today)"
        ),
    ]


def part(name, **facts):
    return words.read(words._environment().get_template(f"_parts/{name}.txt").render(facts))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (deadline(), WORKING),
        (agreed_date(), "the date the partners agreed"),
        (
            deadline(number=3, unit=Unit.MONTHS, calendar=None),
            "3 months from Fri 16 Dec 2022, counted from Sat 17 Dec",
        ),
        (
            deadline(number=48, unit=Unit.HOURS, calendar=None),
            "48 hours from Fri 16 Dec 2022, 17:30, so by Sun 18 Dec 2022, 17:30",
        ),
        (
            deadline(number=5, direction=Direction.BEFORE),
            (
                "5 operational days (England and Wales) before Fri 16 Dec 2022, counted back from Thu 15 Dec; skipped: "
                "2 weekend days"
            ),
        ),
        (
            deadline(number=1, start=datetime(2023, 1, 10, 9, tzinfo=UTC)),
            "1 operational day (England and Wales) from Tue 10 Jan 2023, counted from Wed 11 Jan",
        ),
    ],
    ids=["20 days", "agreed", "months", "hours", "before", "one day"],
)
def test_a_deadline_shows_its_working(given, expected):
    (block,) = part("working", deadline=given, timezone="Europe/London")
    assert block.text == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (deadline(), "due Wed 18 Jan 2023 (in 3 operational days)"),
        (deadline("2023-01-17"), "due Wed 18 Jan 2023 (in 1 operational day)"),
        (deadline("2023-01-18"), "due Wed 18 Jan 2023 (today)"),
        (deadline("2023-01-19"), "due Wed 18 Jan 2023 (1 operational day overdue)"),
        (deadline(confirmed=False), "due Wed 18 Jan 2023 (in 3 operational days, provisional)"),
        (  # Friday, and it is due on the Sunday: no operational day is left after today
            deadline("2022-12-16", number=2, unit=Unit.CALENDAR_DAYS, calendar=None),
            "due Sun 18 Dec 2022 (today is its last operational day)",
        ),
        (None, "no date set"),
    ],
)
def test_how_much_time_is_left(given, expected):
    (block,) = part("due", deadline=given)
    assert block.text == expected


def test_notices_in_a_row_are_one_line_of_the_history():
    text = [block.text for block in part("history", history=HISTORY, timezone="Europe/London")]
    assert text[2] == (
        "Fri 16 Dec 2022, 17:31: notified in the chat: Alder Hey, South Sefton PCN, Sefton CVS and One Vision Housing"
    )
    assert text[4:6] == [
        "Fri 16 Dec 2022, 17:31: Sefton CVS was told outside the chat (recorded by Sam Board, from: by telephone, 16:40)",
        "Fri 16 Dec 2022, 17:31: notified in the chat: Sefton Council",
    ]
    assert sum("notified in the chat" in line for line in text) == 2
