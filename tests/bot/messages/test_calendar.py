"""The messages about dates and calendar addresses, word for word."""

from __future__ import annotations

from tests.bot.messages.calendar import ADDRESS, FEEDS, LONG, MATTER, MOVED, UNDATED, dated, feed, feeds, month, year
from tests.bot.messages.facts import lines_of, rendered


def test_a_month_of_the_calendar_says_how_many_more_there_are():
    facts = year(("January 2023", (MOVED, MATTER), 3), without_date=[UNDATED], more_without_date=2)
    assert rendered("calendar", facts).line == "Sefton Partnership: the next twelve months, 5 dates"
    assert lines_of("calendar", **facts) == [
        "heading: Sefton Partnership: the next twelve months",
        "paragraph: Fri 16 Dec 2022 to Sat 16 Dec 2023. Each line says which clause asks for it.",
        "paragraph: January 2023",
        "item: Tue 3 Jan: Six-monthly review (clause 12). Moved from Sun 1 Jan 2023.",
        "item: Wed 18 Jan: SEF-7: Discharge delays (clause 5.2). Waits for: LUHFT, Alder Hey.",
        "item: 3 more dates in January 2023",
        "rule: ",
        "paragraph: Without a date",
        "item: Review: Chairing arrangements (clause 8.5). No interval is stated. Are they reviewed twice a year?",
        "item: 2 more",
        "small: /partnership feed puts these dates into your own calendar program.",
    ]


def test_without_room_a_line_says_its_day_its_matter_and_its_clause():
    (line,) = [
        line for line in lines_of("calendar", **year(("May 2023", (MOVED,), 0), room=0)) if line.startswith("item")
    ]
    assert line == "item: Tue 3 Jan: Six-monthly review (clause 12)"
    longest = lines_of("calendar", **year(("May 2023", (LONG,), 0), room=60))[3]
    assert len(longest) < 300


def test_addresses_are_shown_with_what_to_do_and_how_to_keep_them():
    assert rendered("feed", FEEDS[0]).line == ("Your 2 calendar addresses: copy what is new, it is shown this once")
    assert lines_of("feed", **FEEDS[0]) == [
        "heading: Calendar addresses",
        (
            "paragraph: Copy an address, and in your calendar program choose to add a calendar from the web or by URL. "
            "The dates come by themselves, and move there when they move here."
        ),
        "paragraph: Sefton Partnership. Every date of the agreement; nothing private",
        f"quote: {ADDRESS}",
        "paragraph: Your own dates. All you may see in all your agreements, and what you owe first",
        f"quote: {ADDRESS}",
        (
            "small: Keep an address as you keep a password: whoever has it can read its dates. It is shown this once, "
            "because only its hash is kept. A new one stops the old one at once."
        ),
    ]


def test_an_address_stands_in_no_line_of_a_notification():
    assert not [facts for facts in FEEDS if "calendar/" in rendered("feed", facts).line]


def test_an_address_that_was_made_before_says_when_and_whether_it_is_read():
    facts = feeds(feed(fetched_on="2022-12-20"), feed(None, stopped_at="2022-12-17T09:30:00+00:00"))
    assert [line for line in lines_of("feed", **facts) if "20" in line or "Stopped" in line] == [
        (
            "paragraph: Made on Fri 16 Dec 2022, 09:30; last read on Tue 20 Dec 2022. Only its hash is kept, so it can't "
            "be shown again: press A new address to get another one."
        ),
        "paragraph: Stopped on Sat 17 Dec 2022, 09:30. Press A new address to have one again.",
    ]


def test_a_month_of_the_home_tab_marks_days_in_words_and_lists_them():
    assert lines_of("home_month", **month(MOVED, dated("2023-01-18", agreement="One Halton"), today=3)) == [
        "heading: January 2023",
        "paragraph: Today is Tue 3 Jan 2023.",
        "item: Sun 1",
        "item: Mon 2, Tue 3 (today, 1 date), Wed 4, Thu 5, Fri 6, Sat 7, Sun 8",
        "item: Mon 9, Tue 10, Wed 11, Thu 12, Fri 13, Sat 14, Sun 15",
        "item: Mon 16, Tue 17, Wed 18 (2 dates), Thu 19, Fri 20, Sat 21, Sun 22",
        "item: Mon 23, Tue 24, Wed 25, Thu 26, Fri 27, Sat 28, Sun 29",
        "item: Mon 30, Tue 31",
        "paragraph: What is marked",
        "item: Tue 3 Jan: Six-monthly review (clause 12). Moved from Sun 1 Jan 2023.",
        "item: Wed 18 Jan: Six-monthly review (clause 12); One Halton",
    ]
