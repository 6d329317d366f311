"""The bulletin, word for word."""

from tests.bot.messages.bulletin import DUE, MONTH, NEWS, SO_FAR, act, group, row
from tests.bot.messages.facts import lines_of, rendered


def test_a_month_has_its_headings_in_order_with_a_row_for_each_matter():
    assert rendered("bulletin", MONTH).line == "Sefton Partnership: the bulletin of December 2022"
    assert lines_of("bulletin", **MONTH) == [
        "heading: Sefton Partnership: the bulletin of December 2022",
        "paragraph: From Thu 1 Dec 2022 to Sat 31 Dec 2022, both included. Private matters are left out.",
        "paragraph: Issues raised",
        "item: SEF-7: Discharge delays: raised for Mersey Care, Fri 16 Dec",
        "item: 4 more",
        "paragraph: Issues resolved, withdrawn or left unresolved",
        "item: SEF-7: Discharge delays: resolved, Fri 16 Dec",
        "item: SEF-8: Discharge delays: withdrawn for LUHFT, Fri 16 Dec",
        "item: SEF-9: Discharge delays: withdrawn, Fri 16 Dec",
        "item: SEF-10: Discharge delays: unresolved when its time was up, Fri 16 Dec",
        "item: SEF-11: Discharge delays: marked unresolved, Fri 16 Dec",
        "paragraph: Decided",
        "item: SEF-D1: Shared wards: carried (9 in favour, 1 against, 9 needed), Fri 16 Dec",
        "item: SEF-D2: Shared beds: not carried, Fri 16 Dec",
        "item: On which day does it begin? Decided: Sat 1 Oct 2022, Fri 16 Dec",
        "item: Decided: in-chat, Fri 16 Dec",
        "paragraph: Signed, and in effect",
        "item: SEF-S1: The agreement: signed by LUHFT and Alder Hey, Fri 16 Dec",
        "item: SEF-S2: Its annex: signed by all, Fri 16 Dec",
        "item: SEF-S3: A variation: signed by all; in effect since Fri 16 Dec 2022",
        "item: SEF-S4: An extension: in effect since Fri 16 Dec 2022",
        "paragraph: Interests declared",
        "item: SEF-C1: Shares: declared by LUHFT, Fri 16 Dec",
        "item: SEF-C2: declared by LUHFT, the particulars withheld, Fri 16 Dec",
        "item: SEF-C3: A cousin: over, says LUHFT, Fri 16 Dec",
        "item: SEF-C4: A lease: declared by LUHFT, and over, Fri 16 Dec",
        "item: Nothing to declare: LUHFT and Alder Hey, Fri 16 Dec",
        "item: Nothing has changed: LUHFT, Fri 16 Dec",
        "paragraph: Actions done or dropped",
        "item: SEF-A1: Write it down: done by LUHFT, Fri 16 Dec",
        "item: SEF-A2: Write it up: dropped, Fri 16 Dec",
        "paragraph: Reviews closed",
        "item: SEF-R1: Six-monthly review: closed, Fri 16 Dec: We go on",
        "paragraph: Meetings held",
        "item: SEF-M1: Partnership Board: held, Fri 16 Dec",
        "paragraph: Milestones met",
        "item: The hub opens: met, Fri 16 Dec",
        "paragraph: Changed in the tracker",
        "item: Place Lead: changed, Fri 16 Dec: Signed off",
        "paragraph: Who acts for whom",
        "item: Changed, Fri 16 Dec: Ben Carter: deputy for LUHFT, new",
        "paragraph: Due next, until Fri 3 Feb 2023",
        "item: Mon 12 Dec 2022 (overdue): SEF-7: Discharge delays; waits for LUHFT and Alder Hey",
        "item: Tue 3 Jan 2023: Six-monthly review (clause 12)",
        "item: Thu 5 Jan 2023: The hub opens",
        "small: What is due next is as on Tue 3 Jan 2023. Days are those of Europe/London.",
    ]


def test_a_month_in_which_nothing_happened_says_so():
    facts = SO_FAR | {"groups": [], "due": []}
    assert rendered("bulletin", facts).line == "Sefton Partnership: the bulletin of December 2022 so far"
    assert lines_of("bulletin", **facts) == [
        "heading: Sefton Partnership: the bulletin of December 2022 so far",
        "paragraph: From Thu 1 Dec 2022 to Fri 16 Dec 2022, both included. Private matters are left out.",
        "paragraph: Nothing of what a bulletin tells was put on record in these days.",
        "paragraph: Due next, until Mon 16 Jan 2023: nothing",
        "small: Days are those of Europe/London.",
    ]


def test_a_long_list_of_what_is_next_says_where_the_rest_is():
    text = lines_of("bulletin", **SO_FAR | {"due": DUE, "more_due": 3})
    assert text[-2] == "item: 3 more: /partnership due"


def test_the_news_is_one_short_message():
    assert rendered("bulletin_news", NEWS).line == "Sefton Partnership: news of SEF-7, SEF-8, SEF-9 and 2 more"
    decided = NEWS | {
        "groups": [group("decided", row(act("open-point-decided", value="x"), reference=None, title=None))]
    }
    assert rendered("bulletin_news", decided).line == "Sefton Partnership: there is news"
    assert lines_of("bulletin_news", **NEWS)[-1] == (
        "small: You asked to be told as it happens. What you do yourself and what is private is left out."
    )
