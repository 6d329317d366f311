"""The messages about seats and terms of office, in the ways they can come: the facts of each."""

from tests.bot.messages.facts import HOSTILE

RIGHT = {"now": 24, "least": 23, "most": 26, "short": 0, "over": 0, "clause": "G"}
SHORT = RIGHT | {"now": 22, "short": 1}
OPEN = {"now": 9, "least": 13, "most": None, "short": 4, "over": 0, "clause": None}


def post(kind, **given):
    """What is held."""
    return {"kind": kind, "forum": None, "seat": None, "partner": None} | given


LEAD = post("lead", partner="LUHFT")
SEAT = post("seat", forum="Partnership Board", seat="Acute providers: chair")
AREAS = post("seat", forum="Partnership Board", seat="Local authority areas")
CHAIR = post("chair", forum="Sefton Health and Wellbeing Board")
POSTS = (LEAD, SEAT, CHAIR, post("deputy-chair", forum="Partnership Board"), post("secretary"))


def chair(**given):
    """Who chairs a forum."""
    return {
        "said": True,
        "clause": "8.5",
        "follows": None,
        "seat": None,
        "office": None,
        "independent": False,
        "acts_for": [],
        "name": "Jo Hall",
        "until": "2023-03-31",
        "deputy_office": None,
        "deputy": None,
        "deputy_until": None,
    } | given


CHAIRS = {
    "follows": chair(follows="Sefton Health and Wellbeing Board", deputy_office="GP lead clinician from Sefton"),
    "follows nobody": chair(follows="Sefton Health and Wellbeing Board", name=None, until=None, deputy="Dr Grey"),
    "seat": chair(seat="Chair of the Partnership", clause="G.xi", until=None),
    "independent": chair(independent=True, clause="6.5", acts_for=["LUHFT"], deputy="Dr Grey", deputy_until="2023-06-30"),
    "office": chair(office="Leader of the Council", name=None, until=None),
    "named": chair(said=False, clause=None),
    "rule alone": chair(clause=None, name=None, until=None),
    "nothing": chair(said=False, clause=None, name=None, until=None),
}  # fmt: skip


def holder(name, **given):
    """Who holds a seat."""
    return {"name": name, "until": None, "stranger_to": None} | given


def seat(name="Acute providers: chair", *holders, **given):
    """A seat of a forum."""
    return {
        "name": name,
        "clause": "G.ii",
        "voting": True,
        "least": 1,
        "most": 1,
        "holders": list(holders),
        "vacant": 0,
        "over": 0,
    } | given


SEATS = [
    seat("Local authority areas", *(holder(f"Councillor {n}") for n in range(1, 9)), least=9, most=9, vacant=1),
    seat("Acute providers: chair", holder("Ann Lee", until="2023-03-31")),
    seat("Acute providers: chief executive", vacant=1),
    seat("Southend CCG", holder("Sue Day", until="2023-06-30", stranger_to="Southend CCG")),
    seat("Thurrock CCG", holder("Thu Ly", stranger_to="Thurrock CCG")),
    seat("Specialist providers", holder("A"), holder("B"), over=1),
    seat("Executive directors", least=0, most=3),
    seat("Other directors", *(holder(f"Director {n}") for n in range(14)), least=0, most=None, voting=False),
    seat("Chiefs", least=3, most=3, vacant=3),
]


def forum(**given):
    """A forum with its seats."""
    return {
        "name": "Partnership Board",
        "clause": "G",
        "voting": RIGHT,
        "chair": CHAIRS["seat"],
        "seats": SEATS,
        "constituencies": [{"name": "The Partnership", "held": 4, "least": 2, "most": 5}],
        "twice": [{"name": "Ann Lee", "seats": ["Acute providers: chair", "Chiefs"]}],
    } | given


BARE = {"voting": None, "seats": [], "constituencies": [], "twice": []}


def row(given_post, **given):
    """A term of office that comes to its end, or has."""
    return {
        "post": given_post,
        "name": "Ben Carter",
        "ends_on": "2023-03-31",
        "days": 60,
        "over": False,
        "after": [],
        "vacant": 1,
        "voting": None,
        "chairs": [],
        "acting": [],
        "several": False,
        "mine": False,
        "hears": True,
    } | given


ROWS = [
    row(LEAD, acting=["Dee Fox"]),
    row(SEAT, days=14, after=["Cas Hill"], vacant=0, voting=RIGHT, hears=False),
    row(AREAS, days=0, several=True, after=["A", "B"], voting=SHORT, vacant=2),
    row(CHAIR, days=1, chairs=["Sefton Health and Wellbeing Board", "Sefton Partnership board"]),
    row(post("secretary"), mine=True, days=1),
    row(post("signatory", partner="LUHFT"), over=True, days=-1, acting=[], hears=False),
    row(AREAS, over=True, days=-3, several=True, voting=SHORT, vacant=1),
    row(CHAIR, over=True, days=-1, chairs=["Sefton Health and Wellbeing Board"], acting=["Dr Grey", "Dr Blue"]),
    row(post("deputy", partner="LUHFT"), over=True, mine=True, days=-1, vacant=0, after=["Eve Hill"]),
]


def overview(**given):
    """Everything that is shown of seats and terms."""
    return {
        "agreement": "Cheshire and Merseyside",
        "forums": [forum()],
        "no_lead": ["LUHFT", "Alder Hey"],
        "no_deputy": ["LUHFT"],
        "lead_clause": "10.1",
        "leads_by": {"on": "2022-09-30", "why": None, "clause": "10.1"},
        "shared": [{"name": "Cleo Dean", "kind": "deputy", "partners": ["South Sefton PCN", "Sefton CVS"]}],
        "soon": [{"post": LEAD, "name": "Ben Carter", "ends_on": "2023-03-31", "days": 60}],
        "within": 60,
    } | given


NOTHING = {"no_lead": [], "no_deputy": [], "leads_by": None, "shared": [], "soon": []}
LATER = {"on": None, "why": "It takes effect with the last signature, and not all have signed.", "clause": None}
SOON = [{"post": one, "name": f"Person {n}", "ends_on": "2023-03-31", "days": n} for n in range(7) for one in POSTS]


def news(did, **given):
    """What somebody is told of their own term."""
    return {
        "did": did,
        "agreement": "Sefton Partnership",
        "post": SEAT,
        "starts_on": "2023-01-01",
        "ends_on": "2023-12-31",
        "by": "Sam Board",
    } | given


NEWS = [
    news("named"),
    news("named", post=CHAIR, ends_on=None),
    news("named", starts_on=None, post=LEAD),
    news("extended"),
    news("extended", ends_on=None),
    news("ended", post=post("secretary")),
    news("named", post=post("seat", forum=HOSTILE[:150], seat=HOSTILE[:150]), by=HOSTILE[:150]),
]
CHANGED = [
    {**facts, "name": name, "voting": voting, "reached": reached}
    for facts in NEWS
    for name, voting, reached in (("Ann Lee", SHORT, True), (HOSTILE[:150], None, False))
    if facts["post"]["forum"] or not voting
]
TOLD = {"agreement": "Sefton Partnership", "keeps": True}
SEAT_VARIANTS = {
    "seats": [
        overview(),
        overview(forums=[forum(chair=it, **BARE) for it in CHAIRS.values()], **NOTHING),
        overview(
            forums=[],
            no_lead=["LUHFT"],
            senior="Each partner's lead is to be a senior person.",
            leads_by=LATER,
            soon=SOON,
            lead_clause=None,
        ),
        overview(forums=[forum(voting=OPEN, clause=None)], **NOTHING | {"leads_by": LATER | {"clause": "8.6"}}),
        overview(forums=[forum(seats=[seat(HOSTILE[:150], holder(HOSTILE[:150]))], twice=[])]),
    ],
    "terms_of_office": [
        *({**TOLD, "rows": [it]} for it in ROWS),
        *({**TOLD, "rows": [it], "keeps": False} for it in ROWS),
        {**TOLD, "rows": ROWS},
        {**TOLD, "rows": ROWS * 4, "keeps": False},
        {**TOLD, "rows": [row(SEAT, name=HOSTILE[:150], after=[HOSTILE[:150]])]},
    ],
    "post_news": NEWS,
    "post_changed": CHANGED,
}
