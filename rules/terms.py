"""The vocabulary of a pack: what an agreement can say.

A pack is a YAML file in `templates/agreements/`. `Terms` is one validated, immutable version of it.
Every rule carries the clause it comes from and may carry a note: an assumption, or an oddity of the
document. A field left out (None) means that the document does not say; what people need decided is
listed under `open`, and decided by a person (see `rules/open_points.py`).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from rules.shares import InShare, Threshold

SHORT_NAME = re.compile(r"^[a-z][a-z0-9_-]{0,39}$")

Key = Annotated[str, Field(pattern=SHORT_NAME.pattern, description="A short name, such as mersey-care")]
Text = Annotated[str, Field(min_length=1, max_length=2000)]
Name = Annotated[str, Field(min_length=1, max_length=150)]
Dotted = Annotated[str, Field(max_length=300)]
"""The path of a place in a pack, such as reviews.six-monthly.every: longer than any that leads somewhere."""


def _day(value: object) -> object:
    """Let nothing pass for a day that merely looks like a number of seconds."""
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)):
        return value
    raise ValueError(f"{value} is not a day; {_as_a_day(str(value))}")


def _as_a_day(written: str) -> str:
    """Return what to write for a day that is written out, as 1 July 2022; an example where it is none."""
    try:
        day = datetime.strptime(written.strip(), "%d %B %Y").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return "write a day, as 2022-07-01"
    return f"write it as {day.isoformat()}"


def _time_of_day(value: object) -> object:
    """Let nothing pass for a time of day that merely looks like a number of seconds."""
    if isinstance(value, time) or (isinstance(value, str) and re.fullmatch(r"\d\d:\d\d(:\d\d)?", value)):
        return value
    raise ValueError(f"{value} is not a time of day; write it as 09:00")


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=date)]
TimeOfDay = Annotated[time, BeforeValidator(_time_of_day, json_schema_input_type=time)]


class Frozen(BaseModel):
    """A value: unknown keys are faults, and nothing changes after it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Rule(Frozen):
    """Something the document says: where it says it, and what is odd or assumed about it."""

    clause: str | None = Field(None, description="The clause as printed in the body of the document")
    note: Text | None = Field(None, description="An assumption, or an oddity of the document")


# --- Time ---------------------------------------------------------------------------------------------------------


class Unit(StrEnum):
    """The unit a time limit is counted in."""

    OPERATIONAL_DAYS = "operational-days"
    CALENDAR_DAYS = "calendar-days"
    CLEAR_DAYS = "clear-days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"


class Direction(StrEnum):
    """Whether a limit runs on from its anchor, back from it, or begins with its day, which is then the first."""

    AFTER = "after"
    BEFORE = "before"
    BEGINNING_WITH = "beginning with"


class Base(StrEnum):
    """The calendars that are known by name; a pack's own calendars build on one of them."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"
    UK_ANY_PART = "uk-any-part"
    EVERY_DAY = "every-day"


class Event(StrEnum):
    """What a moment can be counted from, besides a day and this pack's own stages and clocks.

    `signed`: every partner has signed its first counterpart. `notified`: the last partner has been told, with a
    receipt. `entered`: the matter has come to this stage. `decided`: a vote on it has carried.
    """

    COMMENCEMENT = "commencement"
    ENDING = "ending"
    SIGNED = "signed"
    AWARE = "aware"
    DISCLOSED = "disclosed"
    RAISED = "raised"
    PROPOSED = "proposed"
    REQUESTED = "requested"
    SENT = "sent"
    RECEIVED = "received"
    NOTIFIED = "notified"
    ENTERED = "entered"
    APPOINTED = "appointed"
    DECIDED = "decided"
    MEETING = "meeting"


_LIMIT_IN_WORDS = re.compile(
    r"(\d{1,4})[ -]([a-z]+(?:[ -]days?)?)(?: on ([a-z][a-z0-9_-]*))?(?: (after|before|beginning with))?"
)
_SOME_DAYS = re.compile(r"(\d{1,4})[ -](?:([a-z]+)[ -])?days?\b")
_SAYS_FROM = re.compile(r"(.{1,60}?) (?:after|before|beginning with) .+")
_MOMENT_IN_WORDS = re.compile(r"(?:(.+ (?:after|before|beginning with)) )?(\S+)")
_NEARLY_A_MOMENT = re.compile(r"(.* ?(?:after|before|beginning with)) (.+)")
_DAY_AND_MONTH = re.compile(
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)


_HOW_OFTEN = {
    **dict.fromkeys(("year", "yearly", "annually", "annual"), "1 year"),
    **dict.fromkeys(("month", "monthly"), "1 month"),
    **dict.fromkeys(("week", "weekly"), "1 week"),
    **dict.fromkeys(("quarter", "quarterly"), "3 months"),
    **dict.fromkeys(("half-yearly", "six-monthly"), "6 months"),
}


class TimeLimit(Frozen):
    """A length of time: "20 operational days after", "6 clear days before", "5 years beginning with".

    Also read from words, as a person decides it: "6 months", "20 operational days on foi", "6 clear days before".
    """

    number: int = Field(ge=0, le=1000)
    unit: Unit
    calendar: Key | None = Field(None, description="One of this pack's calendars; needed for operational days")
    direction: Direction = Direction.AFTER

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        found = _LIMIT_IN_WORDS.fullmatch(value.strip())
        if found is None:
            if (days := _SOME_DAYS.match(value.strip())) and days[2] not in ("calendar", "operational", "clear"):
                kinds = f"{days[1]} calendar-days, {days[1]} operational-days or {days[1]} clear-days"
                raise ValueError(f"Days of which kind?; write {kinds}, and what it counts from under counts_from")
            if (said := _SAYS_FROM.fullmatch(value.strip())) and _LIMIT_IN_WORDS.fullmatch(said[1]):
                raise ValueError(f"{value} says from when, too; write {said[1]} here, and the rest under counts_from")
            often = _HOW_OFTEN.get(value.strip().lower().removeprefix("every ")) or value.strip().removeprefix("every ")
            known = (
                often if often != value.strip() and _LIMIT_IN_WORDS.fullmatch(often) else "6 months or 10 calendar-days"
            )
            raise ValueError(f"{value} is not a length of time; write it as {known}")
        number, unit, calendar, direction = found.groups()
        unit = unit.replace(" ", "-").removesuffix("s") + "s"
        return {"number": number, "unit": unit, "calendar": calendar, "direction": direction or Direction.AFTER}

    def __str__(self) -> str:
        """Return the limit in the words it can be read from: "20 operational days on foi", "6 clear days before"."""
        unit = self.unit.replace("-", " ").removesuffix("s") + ("" if self.number == 1 else "s")
        calendar = f" on {self.calendar}" if self.calendar else ""
        direction = "" if self.direction is Direction.AFTER else f" {self.direction}"
        return f"{self.number} {unit}{calendar}{direction}"


class Calendar(Rule):
    """Which days count as operational days. `base` left out means that the document does not define them."""

    base: Base | None = None
    closed: dict[Day, Name] = Field(default_factory=dict, description="Further closed days, each with why")
    opened: dict[Day, Name] = Field(default_factory=dict, description="Days of the base that are not closed here")


def _counts_from(value: object) -> object:
    """Read a day, or the name of an event, a stage or a clock."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        return value
    written = value.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise ValueError(f"{written} is not a day of the calendar; write it as 2022-07-01") from None
    if _DAY_AND_MONTH.fullmatch(written):
        raise ValueError(f"{written} of which year?; write the day with its year, as 2025-06-30")
    if re.fullmatch(r"\d{1,2} [A-Za-z]+ \d{4}", written):
        raise ValueError(f"{written} is not a day; {_as_a_day(written)}")
    if not SHORT_NAME.fullmatch(written):
        events = ", ".join(Event)
        raise ValueError(
            f'"{written[:60]}" is no event, stage or clock, and no day; write one of {events}, a name of this pack, '
            "or a day as 2022-07-01"
        )
    return written


CountsFrom = Annotated[
    date | Annotated[str, Field(pattern=SHORT_NAME.pattern)],
    BeforeValidator(_counts_from, json_schema_input_type=str),
]


def _as_a_moment(limit: str, anchor: str) -> str:
    """Return what to write for a moment in words that is none: what was meant where that is plain, else its parts."""
    name = (
        re.sub(
            r"^(?:(?:the |an? )?(?:it|this|issue|matter|dispute) (?:is|was|has been) |the |an? )", "", anchor.strip()
        )
        .replace(" ", "-")
        .lower()
    )
    found = _LIMIT_IN_WORDS.fullmatch(limit)
    if found is None or name not in set(Event):
        return (
            "write a length and what it counts from: an event, a stage or a clock by its name, or a day as 2022-07-01"
        )
    number, unit, _, direction = found.groups()
    if unit.replace(" ", "-").removesuffix("s") + "s" in set(Unit):
        return f"write it as {limit} {name}"
    kinds = [f"{number} {one} {direction} {name}" for one in ("calendar-days", "operational-days on working-days")]
    if unit in ("days", "day"):
        return f"days of which kind: write {kinds[0]}, {number} clear-days {direction} {name}, or {kinds[1]}"
    if unit in ("working days", "business days"):
        return f"write {kinds[1]}, with the key of your calendar; their kind of day is called operational"
    return "write the length in calendar-days, clear-days, operational-days, weeks, months, years or hours"


class Moment(Rule):
    """A time that is said: so long after an event or a day, before it, or beginning with it; or the moment itself.

    Also read from words: "10 operational-days on working-days after raised", "5 years beginning with commencement",
    "2024-09-01".
    """

    counts_from: CountsFrom | None = Field(None, description="An event, a day, a stage or a clock; left out: not said")
    limit: TimeLimit | None = Field(None, description="How long after it, before it or beginning with it")
    closed_day: Literal["stays", "next", "previous"] = Field(
        "stays", description="What becomes of a date on a closed day: it stays, or goes to an open day"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: object) -> object:
        if not isinstance(value, str | date):
            return value
        written = str(value).strip()
        if _DAY_AND_MONTH.fullmatch(written):
            return {"counts_from": written}
        if found := _MOMENT_IN_WORDS.fullmatch(written):
            return {"counts_from": found[2], "limit": found[1]}
        if found := _NEARLY_A_MOMENT.fullmatch(written):
            raise ValueError(f"{written} is not a moment; {_as_a_moment(found[1], found[2])}")
        return {"limit": written}

    def __str__(self) -> str:
        """Return the moment in the words it can be read from: "20 operational days on foi after received"."""
        if self.limit is None:
            return str(self.counts_from or "not said from when")
        if self.counts_from is None:
            return str(self.limit)
        after = " after" if self.limit.direction is Direction.AFTER else ""
        return f"{self.limit}{after} {self.counts_from}"


class Clock(Moment):
    """A moment with a name. Left without a limit, and not counted from a day of its own, it has no date."""

    name: Name
    statutory: bool = Field(False, description="Set by law for the partner concerned, not by the agreement")


class Nudges(Rule):
    """When people who still owe something are reminded, in operational days around a deadline."""

    before: tuple[int, ...] = Field((10, 5, 2, 1, 0), max_length=100)
    after_every: int | None = Field(2, ge=1, le=366, description="Left empty: no reminder after the deadline")


# --- Who ----------------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a partner is under the agreement; a council may be both."""

    COMMISSIONER = "commissioner"
    PROVIDER = "provider"
    REGULATOR = "regulator"
    OTHER = "other"


class Successor(Rule):
    """The body that takes a partner's place from a date."""

    partner: Key
    since: Day


class Partner(Rule):
    """An organisation that is party to the agreement."""

    key: Key
    name: Name
    short: Annotated[str, Field(min_length=1, max_length=40)]
    roles: tuple[Role, ...] = Field(min_length=1)
    category: Key = Field(description="How the document lists it; display only")
    eligibility: Key | None = Field(None, description="Its class in the matrix of elements; decides who may vote")
    aliases: tuple[Name, ...] = ()
    marks: tuple[Key, ...] = ()
    related: tuple[Key, ...] = Field((), description="Partners it shares an address, an officer or a venture with")
    public_authority: bool | None = Field(None, description="Whether FOIA binds it; left out where not known")
    contact: Name | None = Field(None, description="Its address for letters, as the document gives it")
    printed_number: str | None = Field(None, description="Its number in the document, where that is odd")
    joined: Day | None = None
    left: Day | None = None
    succeeded_by: Successor | None = None


class Participant(Rule):
    """Who takes part and is no party: it is told and asked, may have a place on a forum, and never counts as a partner.

    With `outside` it is a person or a body elsewhere, whose word the agreement asks for.
    """

    key: Key
    name: Name
    outside: bool = False


class Mark(Rule):
    """A sign the document prints beside a partner, and what it means."""

    key: Key
    sign: str
    means: Text | None = None


class Category(Frozen):
    """A heading the document lists partners under."""

    key: Key
    name: Name


def _listed(value: object) -> object:
    """Read one name as a list of it."""
    return [value] if isinstance(value, str) else value


Named = Annotated[tuple[Key, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])]
"""Keys of partners, classes, categories or roles, or `partners`: a list of them, or one by itself."""


class ForumKind(StrEnum):
    """What a body is for."""

    BOARD = "board"
    EXECUTIVE = "executive"
    ADVISORY = "advisory"
    COMMITTEE = "committee"
    ASSEMBLY = "assembly"
    GROUP = "group"


class Outcome(StrEnum):
    """What comes out of a body: a board without delegated powers recommends, it does not decide."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    ADVICE = "advice"


class Seat(Rule):
    """A place on a forum, for a partner, a constituency or an office."""

    key: Key
    name: Name
    partner: Key | None = Field(None, description="The partner, or the participant, that it is for")
    each_of: Named | None = Field(None, description="One place for each partner of these: partners, classes, roles")
    constituency: Name | None = None
    voting: bool = True
    least: int = Field(1, ge=0, le=1000)
    most: int | None = Field(1, ge=1, le=1000, description="Left empty: the document sets no maximum")


class Chair(Rule):
    """Who chairs a forum."""

    office: Name | None = None
    follows: Key | None = Field(None, description="The chair is whoever chairs this other forum")
    seat: Key | None = Field(None, description="The chair is whoever holds this seat of the forum")
    independent: bool = False
    deputy: Name | None = None


class Cadence(Rule):
    """How often a forum meets, or something is done: "every 2 months", "at least 4 a year in public"."""

    every: TimeLimit | None = None
    times_a_year: int | None = Field(None, ge=1, le=366, description="At least so many")
    in_public: bool = False
    counted_by: Literal["calendar-year", "financial-year", "any-twelve-months"] | None = Field(
        None, description="The year meant by times_a_year; left out where the document does not say"
    )
    as_printed: Name | None = None


class Proxies(Rule):
    """That a member who is away may have another vote for it. A forum without them has none."""

    written: bool = Field(False, description="Only on paper that is on record before the vote")
    most: int | None = Field(
        None, ge=1, le=1000, description="How many a person may hold; left empty: as many as are given"
    )
    there: bool = Field(False, description="Whoever gives one counts as there, for the quorum too")


class Substitutes(Rule):
    """That somebody may sit in a member's place: for the whole meeting, so that the member has no vote, or an item."""

    sit_for: Literal["meeting", "item"] = "meeting"
    named_by: Moment | None = Field(
        None, description="The last moment to name one, as 36 hours before meeting; left out: no last moment"
    )


class Forum(Rule):
    """A body that meets and decides, recommends or advises."""

    key: Key
    name: Name
    kind: ForumKind
    outcome: Outcome
    chair: Chair | None = None
    cadence: Cadence | None = None
    notice: Moment | None = Field(None, description="By when a meeting is called, as 6 clear-days before meeting")
    papers: Moment | None = Field(None, description="By when its papers go out, as 5 clear-days before meeting")
    public: bool | None = None
    seats: tuple[Seat, ...] = Field((), max_length=500)
    proxies: Proxies | None = None
    substitutes: Substitutes | None = None
    reports_to: tuple[Key, ...] = ()
    outside: bool = Field(False, description="Not a body of this agreement, but named in it")
    all_partners_attend: bool = False


# --- What may be decided, by whom ---------------------------------------------------------------------------------


class Subject(Rule):
    """An objective, principle or programme that a matter can touch, in a few words."""

    key: Key
    name: Name


class Element(Rule):
    """A row of the matrix: a part of the agreement, and the classes of partner it applies to."""

    key: Key
    name: Name
    applies_to: tuple[Key, ...] = Field(description="Eligibility classes")


class Override(Rule):
    """A single partner treated otherwise than its class says, with the reason and dates."""

    partner: Key
    element: Key
    eligible: bool
    why: Text
    since: Day | None = None
    until: Day | None = None


class Topic(Rule):
    """A kind of decision the document names, and the element it falls under."""

    key: Key
    name: Name
    element: Key | None = None


_OF = re.compile(r"(?:(members of|partners on) )?[a-z][a-z0-9_-]{0,39}")
Narrowing = Literal["eligible", "affected", "concerned", "public-authority"]
_PRESENT = (
    "all who are present are always there, and a quorum is of those who could take part; "
    "take present out of who, and write base: present"
)


def _of(value: object) -> object:
    written = " ".join(str(value).split())
    if written in ("present", "participating", "present-and-voting"):
        raise ValueError(_PRESENT[:1].upper() + _PRESENT[1:])
    if re.fullmatch(r"(?:all|every|each)(?: of)?(?: the)? (?:partners?|part(?:y|ies))", written):
        raise ValueError(f'"{written}" does not say who; write partners, which is all of them')
    if not isinstance(value, str) or not _OF.fullmatch(written):
        raise ValueError(
            f'"{written[:60]}" does not say who; write partners, affected, members of a forum, partners on a forum, '
            "or the key of a class, category, role or partner"
        )
    return written


def _no_presence(value: object) -> object:
    if isinstance(value, str) and value in ("present", "participating", "present-and-voting"):
        raise ValueError(_PRESENT[:1].upper() + _PRESENT[1:])
    return value


Narrowed = Annotated[
    tuple[Annotated[Narrowing, BeforeValidator(_no_presence)], ...],
    BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...]),
]
Only = Annotated[
    tuple[Annotated[Narrowing | Literal["partners"], BeforeValidator(_no_presence)], ...],
    BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...]),
]


class Who(Frozen):
    """Who could take part: in words (`affected`, `members of committee`), as a list of them, or as a block.

    `of` left out: all partners. `members of` a forum are its voting places; `partners on` a forum are the partners
    with a place on it.
    """

    of: Annotated[
        tuple[Annotated[str, BeforeValidator(_of)], ...],
        BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...]),
    ] = Field((), description="Left out: all partners")
    only: Only = Field((), description="Narrowed to these; partners: to none of them, all count")
    without: Narrowed = Field((), description="Without these")
    vacant: Literal["counted"] | None = Field(None, description="Places that nobody holds are among them")

    @model_validator(mode="before")
    @classmethod
    def _in_words(cls, value: object) -> object:
        return {"of": value} if isinstance(value, str | list | tuple) else value


class Quorum(Rule):
    """How many of those who could take part must be there: a number, a share, or both, of which the greater counts.

    In words `4`, `at least 2/5`, `more than 1/2`. `recused` says whether members that a conflict keeps out count in
    its base only, as there too where they came, or not at all.
    """

    number: int | None = Field(None, ge=1, le=20_000)
    fraction: InShare | None = None
    recused: Literal["in-base", "as-there", "left-out"] = "in-base"

    @model_validator(mode="before")
    @classmethod
    def _in_words(cls, value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int | str):
            return value
        number = re.fullmatch(r"(?:at least )?(\d{1,6})", " ".join(str(value).split()))
        return {"number": number[1]} if number else {"fraction": value}


class DecisionRule(Rule):
    """Who could take part, how many of them must be there, and how much of whom carries a decision."""

    name: Name
    forum: Key | None = Field(None, description="The forum it is taken at, or goes through")
    who: Who = Field(Who(), description="Who could take part; left out: all partners")
    taken: Literal["meeting", "writing", "either"] = "either"
    base: Literal["all", "present", "votes-cast"] | None = Field(
        None, description="Of whom the threshold is a share; left out: of all who could take part"
    )
    threshold: Threshold
    quorum: Quorum | None = None
    recused: Literal["in-base"] | None = Field(
        None, description="Who is kept out by a conflict stays in the base `all`; left out: does not"
    )
    casting_vote: Name | None = Field(None, description="Whose vote decides a tie, such as Chair")
    outcome: Outcome | None = Field(None, description="What it gives, where that is not what its forum gives")
    extensions: int = Field(2, ge=0, le=100, description="How often more time can be given for the votes")
    written: bool = False
    topics: tuple[Key, ...] = Field((), description="Only these kinds of decision; empty: any")
    only_after: Key | None = Field(None, description="Another decision rule that must have failed first")
    ratified_by_each: bool = Field(False, description="Each partner's own body approves afterwards")


# --- The ladder ---------------------------------------------------------------------------------------------------


class StageKind(StrEnum):
    """What happens at a stage."""

    DISCUSSION = "discussion"
    ADVICE = "advice"
    VOTE = "vote"
    FACILITATION = "facilitation"
    MEDIATION = "mediation"
    WRITTEN_SUBMISSIONS = "written-submissions"
    DETERMINATION = "determination"
    OUTSIDE = "outside"


class Mover(StrEnum):
    """Who may move an issue on from a stage."""

    AFFECTED_PARTNER = "affected-partner"
    ANY_PARTNER = "any-partner"
    RAISING_PARTNER = "raising-partner"
    CHAIR = "chair"
    SECRETARY = "secretary"


class StageNotice(Rule):
    """The notice that a stage's outcome asks for."""

    to: Literal["all-partners", "affected-partners", "forum"]
    written: bool = False


def _key_or_moment(value: object) -> str:
    is_key = isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_-]*", value.strip()) is not None
    return "key" if is_key else "moment"


StageClock = Annotated[
    Annotated[Key, Tag("key")] | Annotated[Moment, Tag("moment")],
    Discriminator(_key_or_moment),
]


class Stage(Rule):
    """A step on an issue's ladder."""

    key: Key
    name: Name
    kind: StageKind
    forum: Key | None = None
    clock: StageClock | None = Field(None, description="A clock's key, or a moment")
    rule: Key | None = Field(None, description="The decision rule, where the stage is a vote or a determination")
    moved_on_by: tuple[Mover, ...] = Field(min_length=1)
    settled_when: Literal["all-affected-agree", "decided", "never"] = "all-affected-agree"
    on_time_up: Literal["ask", "move"] = "ask"
    advice_from: tuple[Key, ...] = ()
    notice: StageNotice | None = None
    skippable: bool = Field(False, description="May be skipped with a recorded reason")
    next: Key | None = Field(None, description="The stage that follows; left out where the document says nothing")


class Approach(StrEnum):
    """The manner in which the partners promise to treat an issue; the forms' words follow it."""

    NO_BLAME = "no-blame"
    MUTUAL_BENEFIT = "mutual-benefit"
    EQUAL_PARTIES = "equal-parties"
    NOT_ADVERSARIAL = "not-adversarial"
    GOOD_FAITH = "good-faith"
    SUBSIDIARITY = "subsidiarity"


class Issues(Rule):
    """How the partners treat an issue between them."""

    approach: tuple[Approach, ...] = ()
    approach_clause: str | None = None
    notify: Literal["all-partners", "affected-partners"] = "all-partners"
    stages: tuple[Stage, ...] = Field(min_length=1, max_length=100)
    extension_by: Literal["affected-partners", "all-partners"] = "affected-partners"
    statutory_consultation: str | None = Field(None, description="The clause that sends a service change to law")


# --- Reviews, conflicts, signatures, term -------------------------------------------------------------------------


class Review(Rule):
    """A review that comes round, or that an event brings about."""

    key: Key
    name: Name
    looks_at: tuple[Name, ...] = Field(min_length=1)
    by: Key | Literal["partners"] = "partners"
    counts_from: CountsFrom | None = Field(None, description="A day, commencement or ending")
    every: TimeLimit | None = Field(None, description="Left out where the document states no interval")
    first_within: TimeLimit | None = Field(
        None, description="The first falls in the first so long, as 1 year of operation; its anchor's day is counted"
    )
    once: TimeLimit | None = Field(None, description="A single review, so long after its anchor, or before it")
    initiated_by: Day | None = Field(None, description="The last day for it to be begun")
    completed_by: Day | None = Field(None, description="The last day for it to be done, where it does not come round")
    triggers: tuple[Name, ...] = ()


class Conflicts(Rule):
    """What the agreement asks about interests."""

    real: bool = True
    apparent: bool = False
    may_arise: bool = False
    of_people: bool = Field(False, description="Also those of people employed or retained")
    disclosed_to: Literal["all-partners", "forum", "unstated"] = "unstated"
    within: Annotated[
        Annotated[Literal["immediately", "unstated"], Tag("word")] | Annotated[Moment, Tag("moment")],
        Discriminator(lambda value: "word" if value in ("immediately", "unstated") else "moment"),
    ] = Field("unstated", description="By when an interest is disclosed, as 28 calendar-days after aware")
    consent_of: Literal["other-partners", "chair", "none"] = "none"
    consent_before: Literal["participating", "none"] = "none"
    nhs_28_days: bool = Field(False, description="Also keep the NHS guidance's 28 days, as a clock of its own")
    consent_within: Moment | None = Field(
        None, description="By when the others say whether they consent, as 10 calendar-days after disclosed"
    )
    informed: bool = Field(True, description="Partners kept out of a matter still get its papers and notices")
    refresh: TimeLimit | None = None
    names_undeclared: bool = Field(False, description="What is published names the partners that have declared nothing")
    published_months: int = Field(6, ge=0, le=1200, description="How long an entry stays published after it ended")
    dual_roles_declare: bool = Field(False, description="A partner with two roles says which, matter by matter")


class SignatureForm(StrEnum):
    """A way of signing that the agreement accepts."""

    WET_INK = "wet-ink"
    FAX = "fax"
    SCANNED_PDF = "scanned-pdf"
    SCANNED_JPEG = "scanned-jpeg"
    AGREED_DIGITAL = "agreed-digital"
    IN_CHAT = "in-chat"
    UNSTATED = "unstated"


class Effect(Rule):
    """When a signed document takes effect."""

    rule: Literal["last-signature", "latest-first-counterpart", "stated-date", "date-signed"]
    and_all_signed: bool = True
    once: tuple[Literal["signed"], ...] = Field(
        (), description="What must have happened before the stated date holds; it does not move it, however late it is"
    )


class Signers(Rule):
    """How many people sign for a partner, in which of its capacities, and whether one after another.

    In an order, `of` has the capacity of each that signs, the first one first.
    """

    at_least: int = Field(ge=1, le=9, description="How many people sign for each partner")
    of: tuple[Literal["signatory", "lead", "deputy", "member"], ...] = Field(
        (), description="In which capacities of the roster; left out: signatory, lead, deputy"
    )
    in_order: bool = Field(False, description="One after another, as of names them")


class Signatures(Rule):
    """Who signs, how, and when that takes effect."""

    by: tuple[Key, ...] = Field((), description="Empty: every partner")
    signers: Signers | None = Field(None, description="Who signs for a partner; left out: one person")
    fields: tuple[Literal["signature", "name", "position", "organisation", "date"], ...] = ()
    forms: tuple[SignatureForm, ...] = Field(min_length=1)
    agreed_formats: tuple[SignatureForm, ...] = Field((), description="The other digital formats the partners agreed")
    counterparts: bool = False
    no_printed_row: tuple[Key, ...] = Field((), description="Partners that the printed table leaves out")
    no_printed_block: bool = False
    authority_attested: bool = False
    looked_at: bool = Field(False, description="The secretary looks at each signed copy before it counts")
    effect: Effect


class Change(Rule):
    """How the agreement is varied, joined, extended or ended."""

    how: Literal["variation", "accession", "extension", "termination"]
    rule: Key
    written: bool = False
    signed: bool = False
    forum: Key | None = Field(None, description="The forum it is expected to go through")
    effect: Effect | None = Field(None, description="When it takes effect; left out: with the last signature")


class Term(Rule):
    """When the agreement begins and ends. `begins` and `ends` left out: the document does not say."""

    begins: Day | None = None
    ends: Day | None = Field(None, description="The last day on which it is in force")
    open_ended: bool = False


# --- Enquiries, consultations, trackers, dates --------------------------------------------------------------------


class Enquiries(Rule):
    """What a partner does with an enquiry, complaint or claim from a third party."""

    kinds: tuple[Name, ...]
    liaise_with: Key | None = None
    before_response: bool = False
    clocks: tuple[Key, ...] = ()


class Consultation(Rule):
    """What is asked of responses to a draft."""

    key: Key
    name: Name
    themes: tuple[Subject, ...] = ()
    dispositions: tuple[Name, ...] = ()
    by: Day | None = None


class Tracker(Rule):
    """A table of commitments with the agreement's own words for their state."""

    key: Key
    name: Name
    statuses: tuple[Name, ...] = Field(max_length=500)
    colours: dict[Name, Literal["red", "amber", "green"]] = Field(default_factory=dict)
    confirmed_by: Key | None = None


class Milestone(Rule):
    """A date the document names, as exactly as it names it, or the condition that stands in its place."""

    key: Key
    name: Name
    on: Day | None = None
    precision: Literal["day", "month", "quarter", "financial-quarter", "financial-year"] = "day"
    condition: Name | None = None
    owner: Key | None = None


class ActionKind(Rule):
    """A kind of action that a forum may agree or recommend."""

    key: Key
    name: Name
    agreed_by: Key
    recommended_by: Key | None = None
    element: Key | None = None


class Lead(Rule):
    """Whether every partner names a lead, and by when."""

    one_per_partner: bool = Field(True, description="Not: nobody is missed where a partner names none")
    senior: bool = Field(False, description="Said wherever a lead is asked for")
    within: TimeLimit | None = None
    shared: bool = Field(True, description="One person may be lead, or deputy, of several partners")


class OpenPoint(Rule):
    """Something the document leaves open.

    `path` names the empty place in this pack that a decision fills; `quoted_at`, for an answer that fills none, the
    place at which it is quoted. `answer` is what the partners decided of such a point: a pack never states it.
    """

    key: Key
    question: Text
    path: Dotted | None = Field(None, description="Dotted path, such as calendars.operational-days.base")
    quoted_at: Dotted | None = Field(None, description="Dotted path of what the answer is about, such as term")
    choices: tuple[str, ...] = Field((), max_length=100)
    answer: Text | None = Field(None, description="Filled in by Accord with what the partners decide")


class Terms(Rule):
    """One agreement, as its document states it."""

    id: Key
    title: Name
    short_title: Annotated[str, Field(min_length=1, max_length=60)]
    prefix: Annotated[
        str, Field(pattern=r"^[A-Z]{2,6}$", description="What its references begin with, as SEF in SEF-7")
    ]
    document_version: str | None = None
    dated: str | None = Field(None, description="The date as the document prints it")
    binding: bool = False
    alongside: tuple[Name, ...] = Field((), description="Contracts and agreements it leaves untouched")
    timezone: str = "Europe/London"
    working_hours: tuple[TimeOfDay, TimeOfDay] = (time(9), time(17))
    operational_days: Key = Field(description="The calendar that reminders are counted on")
    calendars: dict[Key, Calendar] = Field(min_length=1, max_length=500)
    clocks: dict[Key, Clock] = Field(default_factory=dict, max_length=500)
    nudges: Nudges = Nudges()
    categories: tuple[Category, ...] = ()
    marks: tuple[Mark, ...] = ()
    partners: tuple[Partner, ...] = Field(min_length=2)
    participants: tuple[Participant, ...] = ()
    leads: Lead = Lead()
    eligibility_classes: tuple[Subject, ...] = ()
    elements: tuple[Element, ...] = Field((), max_length=500)
    overrides: tuple[Override, ...] = ()
    topics: tuple[Topic, ...] = Field((), max_length=500)
    objectives: tuple[Subject, ...] = ()
    principles: tuple[Subject, ...] = ()
    programmes: tuple[Subject, ...] = ()
    levels: tuple[Subject, ...] = ()
    forums: tuple[Forum, ...] = Field((), max_length=500)
    decision_rules: dict[Key, DecisionRule] = Field(default_factory=dict, max_length=500)
    issues: Issues
    reviews: tuple[Review, ...] = ()
    conflicts: Conflicts | None = None
    signatures: Signatures
    changes: tuple[Change, ...] = ()
    term: Term
    enquiries: Enquiries | None = None
    consultations: tuple[Consultation, ...] = ()
    trackers: tuple[Tracker, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    actions: tuple[ActionKind, ...] = ()
    oddities: tuple[Text, ...] = Field((), description="Slips of the document that change nothing")
    open: tuple[OpenPoint, ...] = ()
