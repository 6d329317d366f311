"""The bulletin in the ways it can come: a full month, an empty one, so far, cut, and as it happens."""

from tests.hostile import MARKUP


def act(name, **more):
    """One act as the handler gives it."""
    usual = {"act": name, "on": "2022-12-16", "for": "LUHFT", "by": "Ben Carter", "tally": None, "question": None}
    return {**usual, "value": None, "effective_on": None, "words": None, **more}


def row(*acts, reference="SEF-7", title="Discharge delays"):
    """One row: what it is about, and what was done."""
    return {"reference": reference, "title": title, "acts": list(acts)}


def group(heading, *rows, more=0):
    """What stands under one heading."""
    return {"heading": heading, "rows": list(rows), "more": more}


TALLY = {"in_favour": 9, "against": 1, "needed": 9}
GROUPS = [
    group("raised", row(act("issue-raised", **{"for": "Mersey Care"})), more=4),
    group(
        "resolved",
        row(act("issue-resolved")),
        row(act("issue-withdrawn"), reference="SEF-8"),
        row(act("issue-withdrawn", **{"for": None}), reference="SEF-9"),
        row(act("issue-unresolved", by="Accord", **{"for": None}), reference="SEF-10"),
        row(act("issue-unresolved"), reference="SEF-11"),
    ),
    group(
        "decided",
        row(act("decision-carried", tally=TALLY, **{"for": None}), reference="SEF-D1", title="Shared wards"),
        row(act("decision-not-carried", **{"for": None}), reference="SEF-D2", title="Shared beds"),
        row(
            act("open-point-decided", question="On which day does it begin?", value="Sat 1 Oct 2022"),
            reference=None,
            title=None,
        ),
        row(act("open-point-decided", value="in-chat"), reference=None, title=None),
    ),
    group(
        "signed",
        row(
            act("counterpart-signed"),
            act("counterpart-signed", **{"for": "Alder Hey"}),
            reference="SEF-S1",
            title="The agreement",
        ),
        row(
            act("counterpart-signed"),
            act("signatures-complete", **{"for": None}),
            reference="SEF-S2",
            title="Its annex",
        ),
        row(
            act("signatures-complete", **{"for": None}),
            act("in-effect", effective_on="2022-12-16", **{"for": None}),
            reference="SEF-S3",
            title="A variation",
        ),
        row(act("in-effect", effective_on="2022-12-16", **{"for": None}), reference="SEF-S4", title="An extension"),
    ),
    group(
        "declared",
        row(act("conflict-declared"), reference="SEF-C1", title="Shares"),
        row(act("conflict-declared"), reference="SEF-C2", title=None),
        row(act("conflict-ended"), reference="SEF-C3", title="A cousin"),
        row(act("conflict-declared"), act("conflict-ended"), reference="SEF-C4", title="A lease"),
        row(act("interests-nil"), act("interests-nil", **{"for": "Alder Hey"}), reference=None, title=None),
        row(act("interests-unchanged"), reference=None, title=None),
    ),
    group(
        "done",
        row(act("action-done"), reference="SEF-A1", title="Write it down"),
        row(act("action-dropped"), reference="SEF-A2", title="Write it up"),
    ),
    group("reviewed", row(act("review-closed", words="We go on"), reference="SEF-R1", title="Six-monthly review")),
    group("held", row(act("meeting-held"), reference="SEF-M1", title="Partnership Board")),
    group("reached", row(act("milestone-met"), reference=None, title="The hub opens")),
    group("tracked", row(act("criterion-changed", words="Signed off"), reference=None, title="Place Lead")),
    group(
        "acting",
        row(act("authority-changed", words="Ben Carter: deputy for LUHFT, new"), reference=None, title=None),
    ),
]
HOSTILE = [group("raised", row(act("issue-raised"), title=text[:150])) for text in MARKUP.values()]
DUE = [
    {"on": "2022-12-12", "reference": "SEF-7", "title": "Discharge delays", "overdue": True, "clause": None, "owing": ["LUHFT", "Alder Hey"]},
    {"on": "2023-01-03", "reference": None, "title": "Six-monthly review", "overdue": False, "clause": "12", "owing": []},
    {"on": "2023-01-05", "reference": None, "title": "The hub opens", "overdue": False, "clause": None, "owing": []},
]  # fmt: skip
MONTH = {
    "agreement": "Sefton Partnership",
    "period": "December 2022",
    "first_on": "2022-12-01",
    "last_on": "2022-12-31",
    "so_far": False,
    "groups": GROUPS,
    "today": "2023-01-03",
    "until": "2023-02-03",
    "due": DUE,
    "more_due": 0,
    "timezone": "Europe/London",
}
SO_FAR = MONTH | {"so_far": True, "last_on": "2022-12-16", "today": "2022-12-16", "until": "2023-01-16"}
NEWS = {"agreement": "Sefton Partnership", "groups": GROUPS[:2]}

BULLETINS = {
    "bulletin": [
        MONTH,
        SO_FAR | {"more_due": 3},
        SO_FAR | {"groups": [], "due": []},
        MONTH | {"groups": HOSTILE},
    ],
    "bulletin_news": [NEWS, NEWS | {"groups": GROUPS[2:]}, NEWS | {"groups": HOSTILE}],
    "bulletin_following": [
        {"agreement": "Sefton Partnership", "following": following, "new": new}
        for following in (True, False)
        for new in (True, False)
    ],
}
