"""The messages about dates and calendar addresses in the ways they can come: the facts of each."""

from tests.bot.messages.dates import LONDON
from tests.bot.messages.facts import HOSTILE, date_row, debt

ADDRESS = "https://accord.example.org/calendar/3q2-7wEjR8hJk0X1aB9cD5eF6gH7iJ8kL9mN0oP1qRs.ics"


def dated(on="2023-01-03", what="Six-monthly review", **given):
    """A line of a calendar."""
    return {"on": on, "what": what, "clause": "12", "note": None, "agreement": None} | given


MOVED = dated(note="Moved from Sun 1 Jan 2023.")
MATTER = dated("2023-01-18", "SEF-7: Discharge delays", clause="5.2", note="Waits for: LUHFT, Alder Hey.")
UNDATED = dated(
    None, "Review: Chairing arrangements", clause="8.5", note="No interval is stated. Are they reviewed twice a year?"
)
BARE = dated(clause=None)
LONG = dated(what=HOSTILE, clause="9" * 60, note=HOSTILE, agreement=HOSTILE)


def year(*parts, **given):
    """The facts of an answer: each part is a month's name, its rows and how many more there are."""
    return {
        "agreement": "Sefton Partnership",
        "first_on": "2022-12-16",
        "until": "2023-12-16",
        "month": None,
        "months": [{"name": name, "rows": list(rows), "more": more} for name, rows, more in parts],
        "without_date": [],
        "more_without_date": 0,
        "room": 300,
    } | given


YEAR = year(("January 2023", (MOVED, MATTER), 0), ("July 2023", (dated("2023-07-03"),), 0), without_date=[UNDATED])


def month(*rows, today=None, marks=(), **given):
    """January 2023 on a home tab: `marks` are the days with something on them."""
    listed = {3: 1, 18: 2} if rows else {}
    days = [{"on": f"2023-01-{d:02d}", "marks": listed.get(d, 0), "today": d == today} for d in range(1, 32)]
    weeks = [days[:1], days[1:8], days[8:15], days[15:22], days[22:29], days[29:]]
    shown = f"2023-01-{today:02d}" if today else None
    found = {"name": "January 2023", "today": shown, "weeks": weeks, "rows": list(rows), "more": 0} | given
    return {"view": "month", "month": found, "switch": []}


def feed(agreement="Sefton Partnership", **given):
    """One address as its owner is told of it."""
    return {
        "agreement": agreement,
        "address": None,
        "made_at": "2022-12-16T09:30:00+00:00",
        "stopped_at": None,
        "fetched_on": None,
    } | given


def feeds(*rows, shown=False, renewed=False):
    """All of it."""
    return {"rows": list(rows), "shown": shown, "renewed": renewed, "timezone": LONDON.key}


FEEDS = (
    feeds(feed(address=ADDRESS), feed(None, address=ADDRESS), shown=True),
    feeds(feed(fetched_on="2022-12-20"), feed(None, stopped_at="2022-12-17T09:30:00+00:00")),
    feeds(feed(made_at=None), feed(None)),
    feeds(feed(None, address=ADDRESS), shown=True, renewed=True),
)
HOME_LIST = {"view": "list", "upcoming": [dated() | {"matter": False}, date_row() | {"matter": True}], "switch": []}

CALENDARS = {
    "calendar": [
        YEAR,
        year(),
        year(month="March"),
        year(("January 2023", (MOVED, BARE, MATTER), 3), more_without_date=2, without_date=[UNDATED] * 12),
        year(("March 2023", (dated("2023-03-31"),), 0), month="March"),
        year(*((f"{name} 2023", (LONG,) * 3, 9) for name in ("January", "May")), without_date=[LONG] * 12, agreement="A" * 200, room=0),
    ],
    "feed": [*FEEDS, feeds(feed(HOSTILE, address=ADDRESS), shown=True)],
    "feed_stopped": [{"agreement": "Sefton Partnership"}, {"agreement": None}],
    "feed_calendar": [{"agreement": "Sefton Partnership", "person": None}, {"agreement": None, "person": "Ann Lee"}],
    "feed_owed": [
        {"what": "SEF-7: Discharge delays (Sefton Partnership)", "debts": [debt(("answer", "extension-answer"))]},
        {"what": "SEF-7: Beds (Sefton Partnership)", "debts": [debt(), debt(partner="South Sefton PCN")]},
    ],
    "home_list": [
        HOME_LIST,
        HOME_LIST | {"upcoming": []},
        HOME_LIST | {"upcoming": [dated(agreement="One Halton", note="Moved from Sun 1 Jan 2023.") | {"matter": False}]},
    ],
    "home_month": [
        month(),
        month(today=3),
        month(MOVED, MATTER, today=3),
        month(MOVED, MATTER, MATTER, today=16, more=4),
        month(dated(agreement="One Halton")),
    ],
    "home_partner": [{"partners": [debt(("answer",))], "more": 4}, {"partners": [debt(("answer",))], "more": 0}],
}  # fmt: skip
