"""Milestones in the ways they can come: the facts of each message about them."""

from tests.bot.messages.facts import BY, HOSTILE, OVERDUE, deadline, entry


def milestone(**given):
    """The facts of a milestone with a date, of which nobody has said anything yet."""
    return {
        "reference": "HAL-MS6",
        "title": "New commissioning operating models",
        "agreement": "One Halton",
        "clause": "3.10",
        "particulars": "Ahead of April 2022, which is read as by the end of March.",
        "owner": "Halton Council",
        "everybody": False,
        "when": "by the end of March 2022",
        "exact": False,
        "due_on": "2022-03-31",
        "deadline": deadline(),
        "condition": None,
        "came_true_on": None,
        "state": "open",
        "said": None,
        "said_on": None,
        "said_words": None,
        "said_evidence": None,
        "said_by": None,
        "met_on": None,
        "late": False,
        "overdue": False,
        "past": False,
        "left_version": None,
        "added_by": None,
        "added_at": "2021-11-01T09:30:00+00:00",
        "closing_words": None,
        "private": False,
        "timezone": "Europe/London",
    } | given


SAID = {"said_on": "2022-03-18", "said_by": "Ann Lee", "said_words": "The board sees it in May.", "said_evidence": None}
UNDATED = {"when": None, "due_on": None, "exact": True, "deadline": None, "particulars": "", "clause": None}
CONDITION = UNDATED | {"condition": "The ICS is satisfied with the ICP framework"}
CLOSED = {"deadline": None}
MET = SAID | CLOSED | {"state": "met", "said": "met", "met_on": "2022-03-30"}
MILESTONES = {
    "open": {},
    "on a day": {"when": "by Thu 31 Mar 2022", "exact": True},
    "all partners": {"owner": "One Halton", "everybody": True, "clause": None, "particulars": ""},
    "on track": SAID | {"said": "on-track", "said_words": ""},
    "at risk": SAID | {"said": "at-risk", "said_evidence": "https://example.org/minutes"},
    "overdue": {"overdue": True, "deadline": OVERDUE},
    "past": CLOSED | {"past": True, "overdue": True},
    "condition": CONDITION,
    "condition beside a date": {"condition": "The money is there"},
    "condition come true": {"condition": "The money is there", "came_true_on": "2022-01-20"},
    "met": MET,
    "met late": MET | {"met_on": "2022-04-02", "late": True, "said_evidence": "Minutes of 2 April"},
    "not met": SAID | CLOSED | {"state": "not-met", "said": "not-met"},
    "dropped": CLOSED | {"state": "dropped", "closing_words": "The board wants it no more.", "added_by": "Ann Lee"},
    "left": CLOSED | {"state": "dropped", "left_version": 2},
    "met, and left": MET | {"left_version": 2},
    "hostile": SAID
    | {
        "title": HOSTILE[:150],
        "particulars": HOSTILE[:2000],
        "condition": HOSTILE[:150],
        "said": "at-risk",
        "said_words": HOSTILE[:1000],
        "said_evidence": HOSTILE[:300],
        "closing_words": HOSTILE[:1000],
        "added_by": HOSTILE[:150],
    },
}
BY_ANN = BY | {"by": "Ann Lee", "for": "Halton Council", "evidence": None, "was": None, "words": ""}
BY_SAM = BY_ANN | {"by": "Sam Board", "for": None}
MOVED = {"was": "by the end of March 2022", "now": "by the end of the first quarter of 2022/23"}
LATER = {"when": MOVED["now"], "due_on": "2022-06-30"}
CHANGES = {
    "added": BY_ANN | {"did": "added"},
    "added by the secretary": BY_SAM | {"did": "added"},
    "on track": BY_ANN | SAID | {"did": "on-track", "said": "on-track"},
    "at risk": BY_ANN | SAID | {"did": "at-risk", "said": "at-risk", "words": "Staff", "evidence": "Minutes"},
    "met": BY_ANN | MET | {"did": "met"},
    "met late": BY_SAM | MET | {"did": "met", "met_on": "2022-04-02", "late": True},
    "not met": BY_ANN | SAID | CLOSED | {"did": "not-met", "state": "not-met", "said": "not-met", "words": "No money."},
    "moved": BY_ANN | LATER | MOVED | {"did": "moved", "words": "The board."},
    "given a date": BY_SAM | LATER | MOVED | {"did": "moved", "was": None},
    "condition": BY_ANN
    | LATER
    | MOVED
    | {"did": "condition", "condition": "The money is there", "came_true_on": "2022-01-20", "was": None},
    "owner": BY_SAM | {"did": "owner", "was": "Mersey Care", "now": "Halton Council", "words": "The board."},
    "dropped": BY_SAM | CLOSED | {"did": "dropped", "state": "dropped", "words": "Not wanted.", "closing_words": "Not wanted."},
    "hostile": BY_ANN | {"did": "moved", "words": HOSTILE[:1000], "evidence": HOSTILE[:300], "by": HOSTILE[:150]} | MOVED,
}  # fmt: skip
GIVEN = ("added", "added by the secretary", "moved", "given a date", "condition", "owner")
NEWS = ("added", "met", "met late", "not met", "moved", "given a date", "condition", "dropped", "owner", "hostile")
HISTORY = [
    entry(1, "milestone-added", by="command line", kind="document"),
    entry(2, "milestone-added", by="Ann Lee", **{"for": "Halton Council"}),
    entry(3, "milestone-reported", by="Ann Lee", kind="on-track", **{"for": "Halton Council"}),
    entry(4, "milestone-reported", by="Sam Board", kind="at-risk", words="Staff", evidence="Minutes of 2 March"),
    entry(5, "milestone-reported", by="Ann Lee", kind="not-met", words="No money.", **{"for": "Halton Council"}),
    entry(6, "milestone-moved", by="Ann Lee", words="The board.", **MOVED, **{"for": "Halton Council"}),
    entry(7, "milestone-moved", by="Sam Board", words="The board.", now=MOVED["now"]),
    entry(8, "milestone-moved", by="command line", was=MOVED["was"]),
    entry(9, "milestone-condition", by="Ann Lee", on="2022-01-20", now=MOVED["now"], **{"for": "Halton Council"}),
    entry(10, "milestone-condition", by="Sam Board", on="2022-01-20"),
    entry(11, "milestone-changed", by="Sam Board", kind="owner", was="Mersey Care", now="Halton Council", words="The board."),
    entry(12, "milestone-changed", by="Accord", kind="clause", now="3.10"),
    entry(13, "milestone-met", by="Ann Lee", on="2022-03-30", evidence="Minutes", **{"for": "Halton Council"}),
    entry(14, "milestone-met", by="Sam Board", on="2022-03-30", words="Late."),
    entry(15, "milestone-dropped", by="Sam Board", words="Not wanted."),
    entry(16, "milestone-dropped", by="Accord", kind="document"),
    entry(17, "milestone-left", by="Accord", kind="document"),
]  # fmt: skip
REST = ("overdue", "past", "dated", "undated", "closed")
NONE = {part: [] for part in REST}
LISTED = {
    "overdue": [milestone(**MILESTONES["overdue"])],
    "past": [milestone(**MILESTONES["past"])],
    "dated": [milestone(**MILESTONES[name]) for name in ("open", "on a day", "at risk", "condition beside a date")],
    "undated": [milestone(**CONDITION), milestone(**CONDITION | SAID | {"said": "on-track", "everybody": True})],
    "closed": [milestone(**MILESTONES[name]) for name in ("met", "met late", "not met", "dropped", "left")],
}
LIST = {"agreement": "One Halton", "open": 0, "more": 0, **NONE}

MESSAGES = {
    "milestone_list": [
        LIST,
        LIST | LISTED | {"open": 8, "more": 3},
        LIST | {"dated": [milestone()], "open": 1},
        LIST | {"dated": [milestone(**MILESTONES["hostile"])], "open": 1},
    ],
    "milestone_detail": [milestone(**it, history=HISTORY) for it in MILESTONES.values()],
    "milestone_done": [
        *(milestone(**it, told=told) for it in CHANGES.values() for told in ("Ann Lee", None)),
        milestone(**CONDITION | CHANGES["added"], told="Ann Lee"),
    ],
    "milestone_news": [milestone(**CHANGES[name]) for name in NEWS],
    "milestone_given": [
        *(milestone(**CHANGES[name]) for name in GIVEN),
        milestone(**CONDITION | CHANGES["added"]),
        milestone(**MILESTONES["hostile"] | CHANGES["hostile"]),
    ],
    "milestone_past": [
        {"agreement": "One Halton", "rows": [milestone(**MILESTONES["past"])]},
        {"agreement": "One Halton", "rows": [milestone(**MILESTONES["past"]) for _ in range(30)]},
    ],
}  # fmt: skip
