"""Which days are operational days, and what was known of them when."""

from datetime import date, timedelta
from types import SimpleNamespace

import holidays
import pytest

from rules import calendars
from rules.calendars import ClosedDay, UnknownCalendarError, calendar_of, pack_calendar
from rules.terms import Base, Calendar

# The weekdays on GOV.UK's list for England and Wales, written down by hand.
GOV_UK_ENGLAND = {
    2019: ["01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"],
    2020: ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"],
    2021: ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"],
    2022: ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"],
    2023: ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"],
    2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
    2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
    2028: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
}
REAL = [base for base in Base if base is not Base.EVERY_DAY]


def days_of(first: int, last: int):
    day = date(first, 1, 1)
    while day.year <= last:
        yield day
        day += timedelta(days=1)


def pack(**calendar):
    return SimpleNamespace(id="sefton-2022", calendars={"operational": Calendar(**calendar)})


def test_england_is_as_published():
    calendar = calendar_of("england-and-wales")
    published = {date.fromisoformat(f"{year}-{day}") for year, days in GOV_UK_ENGLAND.items() for day in days}
    closed = {day for day in days_of(2019, 2028) if day.weekday() < 5 and not calendar.is_open(day)}
    assert closed == published


@pytest.mark.parametrize(
    ("base", "day", "why"),
    [
        ("england-and-wales", date(2022, 12, 25), "Christmas Day"),  # a Sunday
        ("england-and-wales", date(2022, 12, 27), "Christmas Day, substitute day"),
        ("england-and-wales", date(2022, 12, 24), "Saturday"),
        ("england-and-wales", date(2023, 1, 8), "Sunday"),
        ("england-and-wales", date(2023, 1, 3), None),
        ("scotland", date(2023, 1, 3), "New Year Holiday, substitute day"),
        ("uk-any-part", date(2023, 1, 3), "New Year Holiday, substitute day (Scotland)"),
        ("uk-any-part", date(2026, 4, 6), "Easter Monday (England and Wales and Northern Ireland)"),
        ("uk-any-part", date(2026, 8, 31), "Late Summer Bank Holiday (England and Wales and Northern Ireland)"),
        ("northern-ireland", date(2026, 3, 17), "Saint Patrick's Day"),
        ("scotland", date(2026, 6, 15), "Scotland's participation in the FIFA World Cup final"),
        ("northern-ireland", date(2026, 6, 15), None),
        ("every-day", date(2022, 12, 25), None),
    ],
)
def test_why_closed(base, day, why):
    calendar = calendar_of(base)
    assert calendar.why_closed(day) == why
    assert calendar.is_open(day) == (why is None)


def test_any_part_is_closed_wherever_a_part_is():
    whole = calendar_of("uk-any-part")
    parts = [calendar_of(base) for base in ("england-and-wales", "scotland", "northern-ireland")]
    library = holidays.UK(subdiv="ENG") + holidays.UK(subdiv="SCT") + holidays.UK(subdiv="NIR")
    for day in days_of(2014, 2030):
        assert whole.is_open(day) == all(part.is_open(day) for part in parts)
        assert whole.is_open(day) == (day.weekday() < 5 and day not in library)


def test_wales_is_as_england():
    wales = holidays.UK(subdiv="WLS")
    england = calendar_of("england-and-wales")
    assert all(england.is_open(day) == (day.weekday() < 5 and day not in wales) for day in days_of(2014, 2030))


def test_every_day_is_never_closed():
    assert all(calendar_of("every-day").is_open(day) for day in days_of(2022, 2023))


def test_every_announcement_is_in_the_library():
    # What was not yet known is taken out of the library's answer, so the table must not name a day it does not have.
    for it in calendars.PROCLAIMED:
        for part in it.parts:
            library = holidays.UK(subdiv=part)
            assert all(day in library for day in it.closes)
            assert not any(day in library for day, _ in it.opens)
            assert all(it.announced_on < day for day in it.closes)


def test_known_on_answers_as_then_and_all_is_known_in_the_end():
    then = calendar_of("uk-any-part", known_on=date(2019, 1, 1))
    now = calendar_of("uk-any-part")
    later = calendar_of("uk-any-part", known_on=date(2026, 2, 4))
    differ = {day for day in days_of(2019, 2028) if then.is_open(day) != now.is_open(day)}
    assert differ == {
        date(2020, 5, 4), date(2020, 5, 8), date(2022, 5, 30), date(2022, 6, 2), date(2022, 6, 3),
        date(2022, 9, 19), date(2023, 5, 8), date(2026, 6, 15),
    }  # fmt: skip
    assert all(later.why_closed(day) == now.why_closed(day) for day in days_of(2019, 2028))
    assert then.why_closed(date(2020, 5, 4)) == "May Day"


@pytest.mark.parametrize(
    ("base", "day", "why"),
    [
        # May Day began in 1978; in 1995 and 2020 it was on VE Day.
        ("england-and-wales", date(1978, 5, 1), "May Day"),
        ("england-and-wales", date(1995, 5, 1), None),
        ("england-and-wales", date(1995, 5, 8), "May Day"),
        # Christmas Day on a Saturday, the millennium, and New Year's Day on a Saturday.
        ("england-and-wales", date(1999, 12, 27), "Christmas Day, substitute day"),
        ("england-and-wales", date(1999, 12, 28), "Boxing Day, substitute day"),
        ("england-and-wales", date(1999, 12, 31), "Millennium Celebrations"),
        ("england-and-wales", date(2000, 1, 3), "New Year's Day, substitute day"),
        # Jubilees put the last Monday in May off; a wedding was beside all others.
        ("england-and-wales", date(2002, 5, 27), None),
        ("england-and-wales", date(2002, 6, 3), "Golden Jubilee of Elizabeth II"),
        ("england-and-wales", date(2002, 6, 4), "Spring Bank Holiday"),
        ("scotland", date(2011, 4, 29), "Wedding of William and Catherine"),
        ("scotland", date(2011, 4, 25), None),  # Easter Monday is none there
        ("northern-ireland", date(2012, 5, 28), None),
        ("northern-ireland", date(2012, 6, 4), "Spring Bank Holiday"),
        ("northern-ireland", date(2012, 6, 5), "Diamond Jubilee of Elizabeth II"),
        # St Andrew's Day: its Act is of 2007. In 2008 it was a Sunday, in 2013 a Saturday.
        ("scotland", date(2005, 11, 30), None),
        ("scotland", date(2006, 11, 30), None),
        ("uk-any-part", date(2006, 11, 30), None),
        ("scotland", date(2007, 11, 30), "Saint Andrew's Day"),
        ("scotland", date(2008, 12, 1), "Saint Andrew's Day, substitute day"),
        ("scotland", date(2013, 12, 2), "Saint Andrew's Day, substitute day"),
        ("england-and-wales", date(2007, 11, 30), None),
        # 17 March and 12 July on a Saturday or a Sunday.
        ("northern-ireland", date(2001, 3, 19), "Saint Patrick's Day, substitute day"),
        ("northern-ireland", date(2002, 3, 18), "Saint Patrick's Day, substitute day"),
        ("northern-ireland", date(2008, 7, 14), "Battle of the Boyne, substitute day"),
        # The second of January on a Saturday, and both on a weekend.
        ("scotland", date(2010, 1, 4), "New Year Holiday, substitute day"),
        ("scotland", date(2012, 1, 2), "New Year Holiday; New Year's Day, substitute day"),
        ("scotland", date(2012, 1, 3), "New Year Holiday, substitute day"),
    ],
)
def test_the_years_in_which_it_was_otherwise(base, day, why):
    assert calendar_of(base).why_closed(day) == why


ENGLAND = "Bank holidays in England and Wales are not known here before 1978"
SCOTLAND = "Bank holidays in Scotland are not known here before 2007"
IRELAND = "Bank holidays in Northern Ireland are not known here before 2001"


@pytest.mark.parametrize(
    ("base", "day", "said"),
    [
        ("england-and-wales", date(1977, 12, 31), f"{ENGLAND}; this date can be a day off."),
        ("england-and-wales", date(1978, 1, 1), None),
        ("scotland", date(2006, 12, 31), f"{SCOTLAND}; this date can be a day off."),
        ("scotland", date(2007, 1, 1), None),
        ("northern-ireland", date(2000, 12, 31), f"{IRELAND}; this date can be a day off."),
        ("northern-ireland", date(2001, 1, 1), None),
        ("uk-any-part", date(2006, 12, 31), f"{SCOTLAND}; this date can be a day off."),
        (
            "uk-any-part",
            date(2000, 6, 1),
            f"{SCOTLAND}, nor in Northern Ireland before 2001; this date can be a day off.",
        ),
        (
            "uk-any-part",
            date(1960, 6, 1),
            f"{ENGLAND}, nor in Scotland before 2007, nor in Northern Ireland before 2001; this date can be a day off.",
        ),
        ("uk-any-part", date(2007, 1, 1), None),
        ("every-day", date(1900, 1, 1), None),
    ],
)
def test_a_base_is_known_from_a_year(base, day, said):
    assert calendar_of(base).not_known(day) == said


@pytest.mark.parametrize(
    ("known_on", "closed"),
    [
        (date(2010, 1, 4), {(2012, 5, 28)}),
        (date(2010, 1, 5), {(2012, 6, 4), (2012, 6, 5)}),
        (date(2010, 11, 22), {(2012, 6, 4), (2012, 6, 5)}),
        (date(2010, 11, 23), {(2011, 4, 29), (2012, 6, 4), (2012, 6, 5)}),
        (None, {(2011, 4, 29), (2012, 6, 4), (2012, 6, 5)}),
    ],
)
def test_a_wedding_and_a_jubilee_were_known_from_their_days(known_on, closed):
    for base in REAL:
        calendar = calendar_of(base, known_on=known_on)
        days = [(2011, 4, 29), (2012, 5, 28), (2012, 6, 4), (2012, 6, 5)]
        assert {day for day in days if not calendar.is_open(date(*day))} == closed


def test_what_was_known_before_2010_is_not_known():
    said = (
        "What had been announced before 2010 is not known here; "
        "bank holidays that were proclaimed later are taken as if they had been known."
    )
    assert calendars.not_announced(date(2010, 1, 4)) == said
    assert calendars.not_announced(date(2010, 1, 5)) is None
    assert calendars.not_announced(None) is None


def test_published_until():
    assert calendar_of("scotland").published_until == date(2028, 12, 31)
    assert calendar_of("scotland", known_on=date(2022, 9, 1)).published_until == date(2024, 12, 31)
    assert calendar_of("scotland", known_on=date(2026, 1, 1)).published_until == date(2028, 12, 31)
    assert calendar_of("scotland", known_on=date(2031, 1, 1)).published_until == date(2028, 12, 31)
    assert calendar_of("every-day").published_until == date.max


def test_own_days():
    bank, plain, sunday = date(2023, 8, 28), date(2023, 8, 29), date(2023, 9, 3)
    calendar = calendar_of("england-and-wales", closed={plain: "Moving house"}, opened={bank: "Fair", sunday: "Fair"})
    assert calendar.why_closed(plain) == "Moving house"
    assert calendar.is_open(bank)
    assert calendar.is_open(sunday)
    assert not calendar.is_open(date(2023, 9, 2))
    hash(calendar)  # it can be a key
    with pytest.raises(ValueError, match="2023-08-29 cannot be both"):
        calendar_of("england-and-wales", closed={plain: "a"}, opened={plain: "b"})


def test_names():
    assert calendar_of("scotland").name == "scotland"
    assert calendar_of(Base.SCOTLAND, name="ours").name == "ours"
    with pytest.raises(UnknownCalendarError, match=r"no calendar mars.*england-and-wales, scotland"):
        calendar_of("mars")
    with pytest.raises(UnknownCalendarError, match=r"sefton-2022 has no calendar foi\. Its calendars are: operational"):
        pack_calendar(pack(base="scotland"), "foi", known_on=None)


def test_version_changes_with_every_answer_and_fits_its_column():
    day, other = date(2023, 3, 1), date(2023, 3, 2)
    versions = [
        it.version
        for it in (
            *(calendar_of(base) for base in Base),
            calendar_of("scotland", closed={day: "a"}),
            calendar_of("scotland", closed={day: "b"}),
            calendar_of("scotland", closed={other: "a"}),
            calendar_of("scotland", opened={day: "a"}),
            calendar_of("scotland", known_on=date(2026, 2, 3)),
            calendar_of("scotland", known_on=date(2025, 1, 1)),
            calendar_of("scotland", known_on=date(2022, 9, 9)),
            calendar_of("scotland", closed={date(2024, 1, n): "a" for n in range(1, 30)}),
            calendar_of("scotland", closed={date(2024, 1, n): "a" for n in range(2, 31)}),
        )
    ]
    assert len(set(versions)) == len(versions)
    assert versions[0] == f"holidays {holidays.__version__}, england-and-wales, published to 2028-12-31"
    widest = calendar_of(
        "england-and-wales",
        closed={date(2024, 1, n): "x" * 150 for n in range(1, 5)},
        opened={date(2024, 2, n): "x" * 150 for n in range(1, 5)},
        known_on=date(2009, 1, 1),
    )
    assert len(widest.version) <= 300


def test_version_stays_from_day_to_day():
    # The version is what tells the clock that deadlines need another look; a new day alone must not.
    versions = {calendar_of("scotland", known_on=date(2026, 11, n)).version for n in range(1, 31)}
    assert versions == {calendar_of("scotland").version}


def test_pack_calendar():
    own = pack(base="england-and-wales", closed={date(2023, 3, 1): "Ours"})
    calendar = pack_calendar(own, "operational", known_on=date(2022, 9, 1))
    assert calendar is not None
    assert (calendar.name, calendar.base, calendar.known_on) == (
        "operational",
        Base.ENGLAND_AND_WALES,
        date(2022, 9, 1),
    )
    assert calendar.why_closed(date(2023, 3, 1)) == "Ours"
    assert calendar.is_open(date(2022, 9, 19))


def test_a_document_that_leaves_its_days_open_has_no_calendar():
    assert pack_calendar(pack(), "operational", known_on=None) is None


DAY = date(2027, 6, 2)  # a Wednesday


@pytest.mark.parametrize("part", ["england-and-wales", "scotland", "northern-ireland"])
def test_a_proclaimed_day_closes_its_part_and_any_part(part):
    entered = [ClosedDay(Base(part), DAY, open=False, why="Proclaimed")]
    for base in Base:
        calendar = pack_calendar(pack(base=base), "operational", known_on=None, proclaimed=entered)
        assert calendar is not None
        assert calendar.why_closed(DAY) == ("Proclaimed" if base in (part, "uk-any-part") else None)


def test_a_day_proclaimed_for_any_part_closes_no_part():
    entered = [ClosedDay(Base.UK_ANY_PART, DAY, open=False, why="Proclaimed")]
    calendar = pack_calendar(pack(base="scotland"), "operational", known_on=None, proclaimed=entered)
    assert calendar is not None
    assert calendar.is_open(DAY)


def test_a_day_opened_in_one_part_opens_any_part_only_when_no_other_is_closed():
    scottish, shared = date(2027, 1, 4), date(2027, 3, 26)  # 2 January's substitute; Good Friday
    entered = [ClosedDay(Base.SCOTLAND, day, open=True, why="Moved") for day in (scottish, shared)]
    calendar = pack_calendar(pack(base="uk-any-part"), "operational", known_on=None, proclaimed=entered)
    assert calendar is not None
    assert calendar.is_open(scottish)
    assert not calendar.is_open(shared)
    entered += [ClosedDay(base, shared, open=True, why="Moved") for base in REAL if base is not Base.SCOTLAND]
    calendar = pack_calendar(pack(base="uk-any-part"), "operational", known_on=None, proclaimed=entered)
    assert calendar is not None
    assert calendar.is_open(shared)


def test_one_part_opened_and_another_closed_is_closed():
    entered = [
        ClosedDay(Base.SCOTLAND, DAY, open=True, why="Moved"),
        ClosedDay(Base.NORTHERN_IRELAND, DAY, open=False, why="Proclaimed"),
    ]
    calendar = pack_calendar(pack(base="uk-any-part"), "operational", known_on=None, proclaimed=entered)
    assert calendar is not None
    assert calendar.why_closed(DAY) == "Proclaimed"


def test_the_later_entry_counts_and_the_pack_stands_above():
    entered = [ClosedDay(Base.SCOTLAND, DAY, open=False, why="No"), ClosedDay(Base.SCOTLAND, DAY, open=True, why="Yes")]
    calendar = pack_calendar(pack(base="scotland"), "operational", known_on=None, proclaimed=entered)
    assert calendar is not None
    assert calendar.is_open(DAY)
    own = pack(base="scotland", opened={DAY: "We work"})
    calendar = pack_calendar(own, "operational", known_on=None, proclaimed=entered[:1])
    assert calendar is not None
    assert calendar.is_open(DAY)
