"""The messages about trackers, in the ways they can come: the facts of each."""

from tests.bot.messages.facts import HOSTILE

HEAD = {
    "tracker": "HAL-T1",
    "tracker_title": "ICP development framework",
    "agreement": "One Halton",
    "clause": "Briefing 2.5",
    "forum": "One Halton ICP Board",
    "timezone": "Europe/London",
}
AT_ONCE = {"forum": None, "clause": None}
STATUS = {"part": "status", "from": "Started", "to": "Achieved"}


def change(number="1.4", **given):
    """One change that waits: from Started to Achieved."""
    return {
        "id": 7,
        "reference": f"HAL-T1.{number}",
        "number": number,
        "title": "Governance Framework signed off by all partners",
        "new": False,
        "status": "Achieved",
        "changed": [STATUS],
        "reason": "All eleven have signed.",
        "by": "Ada Hall",
        "for": "Mersey Care",
        "at": "2021-07-15T09:00:00+00:00",
        "state": "waiting",
        "decided_by": None,
        "decided_at": None,
        "met_on": None,
        "evidence": None,
    } | given


ANSWERED = {"decided_by": "Sam Board", "decided_at": "2021-07-15T09:00:00+00:00", "met_on": "2021-07-14"}
CONFIRMED = ANSWERED | {"state": "made", "evidence": "Minute 4 of 14 July"}
REFUSED = ANSWERED | {"state": "refused", "evidence": "It is not signed. Minute 5"}
WITHDRAWN = {"state": "withdrawn", "decided_by": "Ada Hall", "evidence": "Too early."}
MADE = {"state": "made", "decided_by": "Ada Hall"}
ALL_PARTS = [
    STATUS,
    {"part": "gap", "from": "In development", "to": ""},
    {"part": "owner", "from": "", "to": "Halton Council"},
    {"part": "target", "from": "Autumn", "to": "Winter"},
    {"part": "target_on", "from": "2021-09-30", "to": "2021-12-31"},
]
TARGET = [{"part": "target_on", "from": None, "to": "2021-09-30"}, {"part": "title", "from": "A", "to": "B"}]
GONE = [{"part": "target_on", "from": "2021-09-30", "to": None}, {"part": "feature", "from": "1", "to": "2"}]
CHANGES = {
    "waits": {},
    "by the secretary": {"for": None, "by": "Sam Board"},
    "of everything": {"changed": ALL_PARTS},
    "of the target": {"changed": TARGET, "status": None},
    "the target is gone": {"changed": GONE, "status": None},
    "a new row": {"new": True, "changed": [STATUS | {"from": None}]},
    "confirmed": CONFIRMED,
    "refused": REFUSED,
    "withdrawn": WITHDRAWN,
    "made at once": MADE,
}
HOSTILE_CHANGE = {
    "title": HOSTILE[:500],
    "reason": HOSTILE[:1000],
    "by": HOSTILE[:150],
    "changed": [{"part": "gap", "from": HOSTILE[:1000], "to": HOSTILE[:900]}],
    "evidence": HOSTILE[:1000],
    "state": "refused",
    "decided_by": HOSTILE[:150],
    "met_on": "2021-07-14",
}
COUNTS = [
    ("Achieved", 3), ("In Progress", 2), ("Started", 1), ("TBC", 4), ("Completed, but refreshing", 1), ("In Part", 1),
    ("Not yet available", 1), ("Not Started", 3), ("Restart", 2), ("In development", 2),
]  # fmt: skip


def summary(**given):
    """What the One Halton framework comes to, as printed."""
    return {
        "reference": "HAL-T1",
        "title": "ICP development framework",
        "agreement": "One Halton",
        "clause": "Briefing 2.5",
        "forum": "One Halton ICP Board",
        "named": True,
        "criteria": 20,
        "features": 7,
        "counts": [{"status": status, "count": count, "colour": None} for status, count in COUNTS],
        "coloured": False,
        "waiting": 0,
        "dated_on": "2021-07-15",
        "timezone": "Europe/London",
    } | given


COLOURED = {
    "counts": [
        {"status": "Done", "count": 1, "colour": "green"},
        {"status": "Done, but leaking", "count": 1, "colour": None},
    ],
    "criteria": 2,
    "features": 1,
    "coloured": True,
    **AT_ONCE,
}
EMPTY = {"criteria": 0, "features": 0, "counts": [{"status": "TBC", "count": 0, "colour": None}]}
SUMMARIES = {
    "as printed": {},
    "one waits": {"waiting": 1},
    "several wait": {"waiting": 12},
    "coloured": COLOURED,
    "one row": {"criteria": 1, "features": 1, "counts": [{"status": "TBC", "count": 1, "colour": None}]},
    "hostile": {"title": HOSTILE[:150], "counts": [{"status": HOSTILE[:150], "count": 2, "colour": "red"}]},
}


def row(number="1.4", **given):
    """One row, as it stands."""
    return {
        "reference": f"HAL-T1.{number}",
        "number": number,
        "feature": "1 ICP Governance",
        "title": "Governance Framework signed off by all partners",
        "gap": "In development",
        "status": "Started",
        "colour": None,
        "owner": "",
        "target": "",
        "target_on": None,
        "passed": False,
        "since": "2021-07-07T08:30:00+00:00",
        "waits": None,
    } | given


AIMED = {"owner": "Halton Council", "target": "Autumn", "target_on": "2021-09-30"}
ROWS = {
    "as printed": {},
    "aimed": AIMED,
    "passed": AIMED | {"passed": True, "target": ""},
    "in words only": {"target": "Autumn", "gap": ""},
    "coloured": {"status": "Done", "colour": "green"},
    "waits": {"waits": change()},
    "waits for something else": {"waits": change(**CHANGES["of the target"])},
    "new": {"status": None, "waits": change(**CHANGES["a new row"])},
    "hostile": {
        "title": HOSTILE[:500], "gap": HOSTILE[:1000], "owner": HOSTILE[:150], "target": HOSTILE[:150], "feature": HOSTILE[:300],
        "status": HOSTILE[:150], "waits": change(**HOSTILE_CHANGE),
    },
}  # fmt: skip
PLAIN = [row(f"1.{number}", **it) for number, (name, it) in enumerate(ROWS.items(), 1) if name != "hostile"]


def page(*rows, **given):
    """A page of the tracker, with all its rows unless `all` says that there are more."""
    return summary(**({"rows": list(rows), "all": len(rows), "start": 0} | given))


def detail(which="as printed", *history, **given):
    """One row with its history."""
    return (
        row(**ROWS[which])
        | {
            "tracker": "HAL-T1",
            "tracker_title": "ICP development framework",
            "agreement": "One Halton",
            "forum": "One Halton ICP Board",
            "named": True,
            "opened_at": "2021-07-07T08:30:00+00:00",
            "first": "Started",
            "history": [change(**it) for it in history],
            "timezone": "Europe/London",
        }
        | given
    )


def told(*changes, more=0, **given):
    """Changes as a message has them."""
    found = [change(**it) for it in changes]
    waiting = sum(one["state"] == "waiting" for one in found) + more
    return HEAD | {"changes": found, "more": more, "waiting": waiting} | given


HISTORY = list(CHANGES.values())
TRACKERS = {
    "tracker": [summary(**it) for it in SUMMARIES.values()],
    "tracker_page": [
        page(*PLAIN),
        page(*PLAIN[:3], all=20, start=0, waiting=1),
        page(*PLAIN[3:], all=20, start=3, **AT_ONCE),
        page(PLAIN[0], row("2.1", feature="2 Place Lead"), **COLOURED),
        page(named=False),
        page(row(**ROWS["hostile"]), **SUMMARIES["hostile"]),
    ],
    "tracker_list": [
        {"agreement": "One Halton", "rows": [], "empty": ["ICP development framework"]},
        {"agreement": "Sefton Partnership", "rows": [], "empty": []},
        {
            "agreement": "Sefton Partnership",
            "rows": [summary(), summary(**COLOURED), summary(waiting=2)],
            "empty": ["Works"],
        },
        {"agreement": "Sefton Partnership", "rows": [summary(**SUMMARIES["hostile"])], "empty": []},
    ],
    "tracker_asked": [
        *(told(it) for name, it in CHANGES.items() if name != "made at once"),
        told({}, CONFIRMED, CHANGES["a new row"]),
        told(*[{}] * 10, more=15),
        told({}, **AT_ONCE),
        told(HOSTILE_CHANGE),
    ],
    "tracker_changed": [told(it) for it in (MADE, CONFIRMED, CHANGES["a new row"] | CONFIRMED)]
    + [told(*[MADE] * 10, more=3, **AT_ONCE), told(HOSTILE_CHANGE)],
    "tracker_decided": [
        told(CONFIRMED, decided="made"),
        told(REFUSED, REFUSED, decided="refused"),
        told(*[CONFIRMED] * 10, more=1, decided="made"),
        told(HOSTILE_CHANGE, decided="refused"),
    ],
    "tracker_done": [
        told({}, did="waiting", by="Ada Hall"),
        told(MADE, did="made", by="Ada Hall", **AT_ONCE),
        told(*[CONFIRMED] * 10, more=2, did="made", by="Sam Board"),
        told(REFUSED, did="refused", by="Sam Board"),
        told(WITHDRAWN, did="withdrawn", by="Ada Hall"),
        told(HOSTILE_CHANGE, did="refused", by=HOSTILE[:150]),
    ],
    "tracker_picture": [summary(**it) | {"part": 1, "parts": parts} for it in SUMMARIES.values() for parts in (1, 3)],
    "tracker_posted": [summary() | {"parts": parts} for parts in (1, 2)],
    "criterion_detail": [
        *(detail(name, *HISTORY) for name in ROWS if name != "hostile"),
        detail(),
        detail("new", CHANGES["a new row"], first=None),
        detail(first=None),
        detail("as printed", *[{}] * 40, named=False),
        detail("hostile", HOSTILE_CHANGE, first=HOSTILE[:150]),
    ],
}
