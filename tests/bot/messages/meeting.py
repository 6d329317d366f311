"""The messages about meetings, in the ways they can come: the facts of each."""

from tests.bot.messages.facts import BY, HOSTILE, MANY, entry
from tests.bot.messages.seat import CHAIRS

LINK = "https://www.example.org/boards/september/minutes.pdf"
NOTICE = {"number": 5, "unit": "clear-days", "clause": "ToR 3", "by": "2022-10-10", "done_on": None, "late": False}
NOTICES = [
    None,
    NOTICE,
    NOTICE | {"late": True},
    NOTICE | {"done_on": "2022-10-10"},
    NOTICE | {"done_on": "2022-10-11", "late": True},
    NOTICE | {"by": None, "unit": "operational-days", "clause": None},
    NOTICE | {"number": 1, "unit": "weeks", "clause": None},
]
DECLARED = {
    "reference": "SEF-C1",
    "partner": "LUHFT",
    "title": "Shares in a builder",
    "reaches": False,
    "about": [
        {"matter": "SEF-D1", "keeps_out": True, "handling": None},
        {"matter": "SEF-7", "keeps_out": False, "handling": "noted"},
    ],
}


def declarations(*declared):
    """The first item of an agenda."""
    return {"kind": "declarations", "reference": None, "row": 0, "title": "", "declared": list(declared)}


def item(kind, title, reference=None, **given):
    """An item of an agenda."""
    return {"kind": kind, "reference": reference, "row": 1, "title": title, "private": False} | given


AGENDA = [
    declarations(DECLARED, DECLARED | {"reference": "SEF-C2", "about": [], "reaches": True}),
    item("issue", "Discharge delays", "SEF-7", stage="Discussion between the partners"),
    item("issue", "The rota", "SEF-8", stage="Discussion between the partners", private=True),
    item("advice", "Shared records", "SEF-9"),
    item("decision", "Shared wards", "SEF-D1", state="open", closes_on="2022-10-21"),
    item("decision", "More wards", "SEF-D2", state="draft", closes_on="2022-10-21"),
    item("review", "Chairing arrangements", "SEF-R2", meets_on="2022-11-01"),
    item("change", "One record for everybody", "SEF-T1.2", **{"from": "Begun", "to": "Signed off, with conditions"}),
    item("change", "A new row", "SEF-T1.9", **{"from": None, "to": "TBC"}),
    item("change", "Another owner", "SEF-T1.3", **{"from": None, "to": None}),
    item("milestone", "A shared budget", "SEF-MS2", due_on="2022-10-31", overdue=False),
    item("action", "Write it down", "SEF-A1", partner="LUHFT", due_on="2022-10-01", overdue=True),
    item("action", "Count the beds", "SEF-A2", partner="Alder Hey", due_on="2022-11-01", overdue=False),
    item("added", "Winter beds", words="How many?", by="Eve Hill", **{"for": "Mersey Care"}),
    item("added", "Terms of reference", words="", by="Sam Board", **{"for": None}),
]
THERE = {
    "member": [{"name": "Sefton Council", "who": None}, {"name": "Chair", "who": "Ann Lee"}],
    "deputy": [{"name": "LUHFT", "who": "Pat Hill"}, {"name": "Alder Hey", "who": None}],
    "apologies": [{"name": "Mersey Care", "who": None}],
    "absent": [{"name": "Sefton CVS", "who": None}, {"name": "One Vision Housing", "who": None}],
    "there": 4,
    "of": 7,
}
SUBSTITUTED = THERE | {
    "deputy": [
        {"name": "Quay Road", "who": "J. Pell", "named": "2024-05-12T20:15:00+00:00", "late": "Mr Ames at 19:20"},
        {"name": "Fern Bank", "who": "K. Roe", "named": "2024-05-11", "late": None},
    ],
    "there": 5,
    "proxies": [
        {"name": "Oak Lane", "holder": "Mill Lane", "paper": "2024-05-03", "there": True},
        {"name": "Hill End", "holder": "Well Street", "paper": None, "there": False},
    ],
    "refused": ["A second paper to Mill Lane, of Pond Side: refused, one a person (6.4)."],
    "waits": None,
    "sit_for": "meeting",
    "timezone": "Europe/London",
}
WAITING = SUBSTITUTED | {"there": 0, "waits": "Waits for the hour of the meeting: whether J. Pell was named in time depends on it (6.5)."}  # fmt: skip
NOBODY = {"member": [], "deputy": [], "apologies": [], "absent": [], "there": 0, "of": 0}
QUORUM = {"rules": ["Recommendation of the board"], "clause": "8.7", "present": 4, "of": 7, "needed": 4, "enough": True}
QUORUMS = [
    [],
    [QUORUM],
    [QUORUM | {"needed": 5, "enough": False, "clause": None}],
    [QUORUM | {"present": 1, "of": 3, "needed": 1}, QUORUM | {"rules": ["Variation", "Accession"], "needed": 7, "enough": False}],
]  # fmt: skip


def meeting(**given):
    """The facts of a meeting that is planned."""
    return {
        "reference": "SEF-M1",
        "title": "Sefton Partnership board, Tue 18 Oct 2022",
        "agreement": "Sefton Partnership",
        "private": False,
        "state": "planned",
        "forum": "Sefton Partnership board",
        "clause": "8.2",
        "on": "2022-10-18",
        "nominal_on": "2022-10-18",
        "begins_at": "14:00",
        "came_twice": None,
        "place": "Bootle Town Hall",
        "public": None,
        "unrecorded": False,
        "called_at": None,
        "closing_words": None,
        "timezone": "Europe/London",
        "chair": CHAIRS["follows nobody"],
        "notice": NOTICE,
        "papers_asked": NOTICE | {"number": 3, "clause": "ToR 4", "by": "2022-10-14"},
        "papers": [],
        "agenda": AGENDA,
        "attendance": NOBODY,
        "quorums": [],
        "minutes_link": None,
        "minutes": None,
    } | given


CALLED = {"state": "called", "called_at": "2022-10-10T09:30:00+00:00", "papers": ["Budget", LINK], "notice": NOTICES[3]}
HELD = CALLED | {"state": "held", "agenda": [], "attendance": THERE, "quorums": [QUORUM], "minutes_link": LINK, "minutes": "We agreed on beds."}  # fmt: skip
OFF = {"state": "cancelled", "agenda": [], "closing_words": "No business."}
MEETING = {
    "planned": {},
    "bare": {"notice": None, "papers_asked": None, "begins_at": None, "place": "", "agenda": [declarations()]},
    "called": CALLED,
    "called in public": CALLED | {"public": True},
    "in private, one-off": {"public": False, "nominal_on": None},
    "moved": {"nominal_on": "2022-10-16"},
    "unrecorded": CALLED | {"unrecorded": True},
    **{f"notice {number}": {"notice": notice} for number, notice in enumerate(NOTICES)},
    **{f"papers {number}": {"papers_asked": notice} for number, notice in enumerate(NOTICES)},
    **{f"chair {number}": {"chair": chair} for number, chair in CHAIRS.items()},
    **{f"held {number}": HELD | {"quorums": quorums} for number, quorums in enumerate(QUORUMS)},
    "held, others stood in": HELD | {"attendance": SUBSTITUTED},
    "held, others stood in for an item": HELD | {"attendance": SUBSTITUTED | {"sit_for": "item"}},
    "held, the hour is not known": HELD | {"attendance": WAITING},
    "held without minutes": HELD | {"minutes": None, "minutes_link": None},
    "called off": OFF,
    "called off by a series": OFF | {"closing_words": ""},
    "many": {"agenda": [declarations(), *(item("issue", name, f"SEF-{n}", stage="A vote") for n, name in enumerate(MANY))] * 2},
    "hostile": {
        "title": HOSTILE[:200],
        "place": HOSTILE[:300],
        "papers": [HOSTILE[:900]] * 3,
        "agenda": [declarations(DECLARED | {"title": HOSTILE[:150]}), item("added", HOSTILE[:150], words=HOSTILE[:1000], by=HOSTILE[:150], **{"for": "LUHFT"})],
    },
    "hostile, held": HELD | {
        "minutes": HOSTILE[:3000],
        "minutes_link": f"https://{HOSTILE[:900]}",
        "attendance": THERE | {"deputy": [{"name": "LUHFT", "who": HOSTILE[:150]}]},
    },
}  # fmt: skip
DECIDED = [
    {"reference": f"SEF-D{number}", "title": title, "state": state}
    for number, (title, state) in enumerate(
        (("Ten beds", "carried"), ("Two wards", "not-carried"), ("One rota", "open"), (HOSTILE[:150], "withdrawn")), 1
    )
]
BY_SAM = BY | {"by": "Sam Board", "for": None, "evidence": None}
BY_EVE = BY | {"by": "Eve Hill", "for": "Mersey Care", "evidence": None}
BY_ACCORD = BY_SAM | {"by": "Accord"}
NO = {"words": "", "was_on": None, "notice": None}
TWICE = {"came_twice": "01:30 on Sun 30 Oct 2022 comes twice. Taken: the first (summer time)."}
DID = {
    "moved": BY_SAM | NO | {"did": "moved", "was_on": "2022-10-17", "words": "The room is taken."},
    "moved late": BY_SAM | NO | {"did": "moved", "was_on": "2022-10-17", "words": "Storm.", "notice": NOTICES[4]},
    "moved by itself": BY_ACCORD | NO | {"did": "moved", "was_on": "2022-10-17", "words": "Mon 17 Oct 2022: Storm."},
    "another place": BY_SAM | NO | {"did": "moved", "was_on": "2022-10-18", "words": "More room."},
    "called off": BY_SAM | NO | {"did": "cancelled", "words": "No business."},
    "series": BY_SAM | NO | {"did": "series"},
    "public": BY_SAM | NO | {"did": "public", "words": "As it should be."},
    "private": BY_SAM | NO | {"did": "private"},
    "called": BY_SAM | NO | {"did": "called", "notice": NOTICES[3], "words": "Please come."},
    "called late": BY_SAM | NO | {"did": "called", "notice": NOTICES[4]},
    "papers": BY_SAM | NO | {"did": "papers", "notice": NOTICES[3]},
    "item": BY_EVE | NO | {"did": "item", "item": "Winter beds"},
    "item dropped": BY_SAM | NO | {"did": "item-dropped", "item": "Winter beds"},
    "hostile": BY_SAM | NO | {"did": "cancelled", "words": HOSTILE[:500], "by": HOSTILE[:150]},
    "hostile item": BY_EVE | NO | {"did": "item", "item": HOSTILE[:150]},
}
RECORDED = {
    f"{did} {number}": BY_SAM | NO | {"did": did, "attendance": THERE, "quorums": quorums}
    for did in ("held", "corrected")
    for number, quorums in enumerate(QUORUMS)
}
CHANGED = ("moved", "moved late", "moved by itself", "another place", "called off", "hostile")
HISTORY = [
    entry(1, "meeting-planned", by="Sam Board"),
    entry(2, "meeting-opened"),
    entry(3, "agenda-item-added", by="Eve Hill", item="Winter beds", words="How many?", **{"for": "Mersey Care"}),
    entry(4, "agenda-item-dropped", by="Sam Board", item="Winter beds", words="Settled."),
    entry(5, "meeting-moved", to="2022-10-18", why="Mon 17 Oct 2022: Storm.", **{"from": "2022-10-17"}),
    entry(6, "meeting-moved", by="Sam Board", to="2022-10-20", words="The room.", **{"from": "2022-10-18"}),
    entry(7, "meeting-moved", by="Sam Board", to="2022-10-20", words="More room.", **{"from": "2022-10-20"}),
    entry(8, "meeting-called", by="Sam Board", words="Please come."),
    entry(9, "notice-delivered", kind="called-1", **{"for": "LUHFT"}),
    entry(10, "meeting-papers", by="Sam Board"),
    entry(11, "meeting-public", by="Sam Board"),
    entry(12, "meeting-private", by="Sam Board", words="A private matter."),
    entry(13, "meeting-held", by="Sam Board", on="2022-10-20"),
    entry(14, "meeting-corrected", by="Sam Board", words="Pat was not there."),
    entry(15, "meeting-cancelled", by="Sam Board", words="No business."),
]
SAID = {
    "as_printed": None,
    "times": None,
    "in_public": False,
    "every": None,
    "clause": None,
    "note": None,
    "chosen": None,
    "first_on": None,
    "same_weekday": False,
}
CADENCES = [
    SAID,
    SAID | {"chosen": "1 month", "first_on": "2022-09-06"},
    SAID | {"as_printed": "alternate months", "every": "2 months", "clause": "Briefing 3.4"},
    SAID | {"every": "10 calendar days", "first_on": "2022-09-06"},
    SAID | {"times": 4, "in_public": True, "clause": "6.5", "chosen": "2 months", "first_on": "2021-01-12"},
    SAID | {"times": 1},
]
TALLY = {"needed": 4, "held": 3, "planned": 0, "short": 1, "in_public": True, "year": "2021", "away": ""}
AWAY = {"away": "that of Fri 31 Dec is held on Tue 4 Jan 2022"}


def coming(on, **given):
    """A meeting that is to come, as lists have it."""
    return {"on": on, "nominal_on": on, "public": None, "provisional": False, "reference": None} | given


ROW = {
    "forum": "Partnership Board",
    "clause": "6.4",
    "cadence": CADENCES[4],
    "chair": CHAIRS["independent"],
    "next": [coming("2021-11-02", reference="MSE-M4", public=True), coming("2022-01-04", public=False), coming("2029-01-02", provisional=True)],
    "unrecorded": [],
    "held": [],
    "tally": TALLY,
}  # fmt: skip
ROWS = [
    ROW | {"unrecorded": [meeting(unrecorded=True)], "held": [meeting(**HELD), meeting(**HELD, public=True)]},
    ROW | {"tally": TALLY | {"planned": 2, "short": 0, "in_public": False}, "held": [meeting(**HELD, public=False)]},
    ROW | {"tally": None},
    ROW | {"tally": None, "cadence": CADENCES[5] | {"in_public": False}, "clause": None},
    ROW | {"tally": TALLY | {"held": 0, "short": 4}, "next": []},
    ROW | {"tally": TALLY | AWAY},
    *(ROW | {"tally": None, "cadence": cadence, "chair": CHAIRS["nothing"], "next": []} for cadence in CADENCES),
]
NEXT = {"on": "2022-11-07", "nominal_on": "2022-11-06", "provisional": False, "notice_by": None, "papers_by": None}
SERIES = {
    "agreement": "Sefton Partnership",
    "forum": "Sefton Partnership board",
    "cadence": CADENCES[1],
    "begins_at": "14:00",
    "place": "Bootle Town Hall",
    "next": [NEXT, NEXT | {"on": "2029-01-02", "provisional": True, "notice_by": "2028-12-20", "papers_by": "2028-12-22"}],
    "gone": [],
    "came_twice": [],
}  # fmt: skip
SHORT = {
    "agreement": "Mid and South Essex",
    "forum": "Partnership Board",
    "clause": "6.5",
    "needed": 4,
    "held": 3,
    "planned": 0,
    "short": 1,
    "in_public": True,
    "year": "2021",
    "last_on": "2021-12-31",
    "days": 60,
    "away": "",
}
ABSENT = {"partners": ["LUHFT"], "apologies": [], "asked": True, "minutes_link": None}

MEETINGS = {
    "meeting": [meeting(**it) for it in MEETING.values()],
    "meeting_detail": [
        *(meeting(**it, history=HISTORY, untold=[], decided=[]) for it in MEETING.values()),
        meeting(history=[], untold=["Sefton CVS", "Chair (2)"], decided=[]),
        meeting(history=HISTORY, untold=[], decided=[], **TWICE),
        *(meeting(history=[], untold=[], decided=DECIDED, **it) for it in (HELD, OFF)),
        meeting(history=[], untold=[], decided=DECIDED * 6, **HELD),
    ],
    "meeting_list": [
        {"agreement": "Mid and South Essex", "rows": rows, "more": more, "secretary": secretary}
        for rows, more, secretary in (([], 0, False), (ROWS, 0, True), (ROWS[:1], 2, False))
    ],
    "meeting_series": [
        SERIES,
        SERIES | {"next": [], "place": "", "begins_at": None},
        SERIES | {"came_twice": [TWICE["came_twice"]]},
        SERIES | {"next": [NEXT], "gone": ["SEF-M1", "SEF-M2"], "place": HOSTILE[:300]},
    ],
    "meeting_done": [*(meeting(**it) for it in DID.values()), meeting(**DID["moved"], **TWICE)],
    "meeting_news": [meeting(**it) for it in (*DID.values(), *RECORDED.values())],
    "meeting_held": [
        *(meeting(**{**HELD, **it}) for it in RECORDED.values()),
        meeting(**{**HELD, "minutes_link": None, **RECORDED["held 0"]}),
    ],
    "meeting_notice": [
        *(meeting(**{**MEETING[name], **DID["called"]}, partner="LUHFT") for name in ("called", "bare", "hostile")),
        meeting(**{**CALLED, **DID["called late"]}, partner="Chairs of the Boards (2)"),
        meeting(**{**CALLED, **DID["called"], **TWICE}, partner="LUHFT"),
    ],
    "meeting_papers": [
        meeting(**{**CALLED, **DID["papers"]}),
        meeting(**{**CALLED, **DID["papers"], "papers_asked": NOTICES[4], "words": HOSTILE[:900]}),
    ],
    "meeting_changed": [
        *(meeting(**DID[name] | {"agenda": agenda}) for name in CHANGED for agenda in ([], AGENDA)),
    ],
    "meeting_absent": [
        meeting(**ABSENT),
        meeting(**ABSENT | {"partners": ["LUHFT", "Alder Hey"], "apologies": ["LUHFT"], "minutes_link": LINK}),
        meeting(**ABSENT | {"apologies": ["LUHFT"], "asked": False}),
    ],
    "meeting_short": [
        SHORT,
        SHORT | {"in_public": False, "planned": 1, "short": 2, "needed": 6, "days": 1},
        SHORT | {"clause": None},
        SHORT | AWAY,
    ],
}
