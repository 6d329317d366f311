"""The messages about reviews, in the ways they can come: the facts of each."""

from tests.bot.messages.facts import BEHALF, BY, HOSTILE, MANY, entry

NOTHING = {"partner": "LUHFT", "words": [], "changes": None, "nothing": True, "by": "Ben Carter", "at": "2022-12-09T10:00:00+00:00", "evidence": None}  # fmt: skip
REPORTED = NOTHING | {
    "partner": "Mersey Care",
    "words": [{"of": "Progress made", "words": "Two wards share a rota."}],
    "changes": "Say in clause 9 whose beds they are.",
    "nothing": False,
}
RECORDED = REPORTED | {"partner": "Sefton CVS", "changes": None, "evidence": "Letter of 9 December"}
FINDINGS = [
    {"of": "Progress made", "words": "Waits are shorter than in July."},
    {"of": "Terms of the agreement", "words": "Clause 9 is read in two ways."},
]
WAY = {
    "rule": "Agreement of all partners",
    "clause": "13",
    "written": True,
    "signed": True,
    "forum": None,
    "note": None,
}
NEXT = {
    "reference": "SEF-A1",
    "title": "Prepare the variation: Six-monthly review",
    "partner": "Mersey Care",
    "due_on": "2023-02-01",
    "state": "open",
}


def review(**given):
    """The facts of a review that runs: two of eleven partners have answered."""
    facts = {
        "reference": "SEF-R1",
        "title": "Six-monthly review",
        "agreement": "Sefton Partnership",
        "agreement_title": "Collaboration agreement for the Sefton Partnership",
        "state": "open",
        "private": False,
        "clause": "12",
        "note": "Counted from 1 July 2022.",
        "looks_at": ["Progress made", "Terms of the agreement"],
        "forum": None,
        "nominal_on": "2023-01-01",
        "meets_on": "2023-01-03",
        "day_chosen": False,
        "begin_by_on": None,
        "complete_by_on": None,
        "trigger": None,
        "why": None,
        "deadline": None,
        "answers": [REPORTED, NOTHING],
        "silent": ["Sefton Council", "Sefton CVS"],
        "unreached": ["Sefton CVS"],
        "asked": 11,
        "findings": [],
        "outcome": None,
        "way": None,
        "held_on": None,
        "actions": [],
        "opened_at": "2022-12-06T09:00:00+00:00",
        "opened_by": None,
        "closed_at": None,
        "closed_by": None,
        "timezone": "Europe/London",
    } | given
    return facts | {"answered": len(facts["answers"])}


CLOSED = {
    "state": "closed",
    "held_on": "2023-01-03",
    "findings": FINDINGS,
    "outcome": "vary",
    "way": WAY,
    "actions": [NEXT],
    "closed_at": "2023-01-03T15:00:00+00:00",
    "closed_by": "Sam Board",
}
VARIANTS = {
    "ordinary": {},
    "all answered": {"answers": [REPORTED, NOTHING, RECORDED], "silent": [], "unreached": [], "asked": 3},
    "by an event": {"trigger": "Legislation changes", "complete_by_on": "2023-03-31", "forum": "Partnership Board"},
    "begun by hand": {"why": "The ICB has asked for it.", "opened_by": "Sam Board", "clause": None},
    "hostile": {"title": HOSTILE[:150], "why": HOSTILE, "opened_by": HOSTILE[:150], "silent": [HOSTILE[:40]] * 3},
    "many": {"answers": [REPORTED | {"partner": name, "changes": "x" * 2000} for name in MANY[:21]], "silent": MANY},
}
OVER = {
    "varied": CLOSED,
    "goes on": CLOSED | {"outcome": "continue", "way": None, "actions": []},
    "not said how": CLOSED | {"outcome": "end", "way": None, "forum": "Partnership Board"},
    "hostile": CLOSED | {"findings": [{"of": HOSTILE[:150], "words": HOSTILE}], "closed_by": HOSTILE[:150]},
}
HISTORY = [
    entry(1, "review-opened"),
    entry(2, "review-answered", by="Ada Ford", **{"for": "Mersey Care"}),
    entry(3, "review-answered", by="Sam Board", behalf=True, evidence="Letter", **{"for": "Sefton CVS"}),
    entry(4, "review-moved", by="Sam Board", to="2023-01-17", why="The board", **{"from": "2023-01-03"}),
    entry(5, "review-day-over"),
    entry(6, "review-closed", by="Sam Board"),
]
COMING = [
    {
        "name": "Six-monthly review",
        "clause": "12",
        "forum": None,
        "days": [
            {"on": "2023-07-03", "nominal_on": "2023-07-01", "provisional": False},
            {"on": "2028-01-04", "nominal_on": "2028-01-01", "provisional": True},
        ],
        "why": None,
    },
    {"name": "Chairing", "clause": "8.5", "forum": "Partnership Board", "days": [], "why": "No interval is stated."},
    {"name": "Governance", "clause": None, "forum": None, "days": [], "why": None},
]
TOLD = {"for": "Mersey Care", "did": "answered", "again": False}

REVIEWS = {
    "review": [review(**facts) for facts in (*VARIANTS.values(), *OVER.values())],
    "review_asked": [review(**facts, **{"for": "Mersey Care", "answer": 1, "partner": "Mersey Care"}) for facts in VARIANTS.values()],
    "review_answered": [
        review() | BY | TOLD | {"answer": REPORTED},
        review() | BY | TOLD | {"answer": NOTHING, "for": "LUHFT"},
        review() | BEHALF | TOLD | {"answer": RECORDED, "for": "Sefton CVS"},
        review(**CLOSED) | BY | {"did": "closed"},
    ],
    "review_done": [
        review() | BY | TOLD | {"answer": REPORTED},
        review() | BY | TOLD | {"answer": REPORTED, "again": True},
        review() | BY | TOLD | {"answer": NOTHING},
        review() | BY | {"answer": NOTHING, "did": "answered-before"},
        review(**CLOSED) | BY | {"did": "closed"},
        review(trigger="Legislation changes") | {"did": "declared", "event": "Legislation changes", "on": "2022-12-05", "name": "Governance"},
        {"reference": None, "did": "declared", "event": "Legislation changes", "on": "2022-12-05", "name": "Governance"},
        review(**VARIANTS["begun by hand"]) | {"did": "begun"},
        review() | {"did": "moved"},
    ],
    "review_moved": [review() | {"was": "2023-01-03", "moved_why": "The board meets then."}, review() | {"was": "2023-01-03", "moved_why": HOSTILE}],
    "review_over": [review(), review(**VARIANTS["all answered"]), review(**VARIANTS["hostile"])],
    "review_closed": [review(**facts) for facts in OVER.values()],
    "review_list": [
        {"agreement": "Sefton Partnership", "running": [review()], "closed": [review(**CLOSED)], "coming": COMING, "more": 1},
        {"agreement": "Sefton Partnership", "running": [], "closed": [], "coming": [], "more": 0},
        {"agreement": "S", "running": [review(**VARIANTS["many"])] * 25, "closed": [review(**OVER["hostile"])] * 5, "coming": COMING * 5, "more": 2},
    ],
    "review_detail": [review(**facts) | {"history": HISTORY} for facts in (*VARIANTS.values(), *OVER.values())],
}  # fmt: skip
REPORTS = [review(**facts) | {"dated_on": "2023-01-03"} for facts in OVER.values()]
