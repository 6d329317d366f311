"""The most important messages about trackers, word for word; and the picture, which never says anything by colour alone."""

import io

import pytest
from PIL import Image

from bot.pictures import set_picture
from bot.slack import blocks
from tests.bot.messages.facts import lines_of, rendered
from tests.bot.messages.tracker import CHANGES, CONFIRMED, PLAIN, TRACKERS, detail, page, row, summary, told
from tests.hostile import CONTROLS, MARKUP, UNSEEN, all_of

COUNTED = (
    "Achieved: 3; In Progress: 2; Started: 1; TBC: 4; Completed, but refreshing: 1; In Part: 1; Not yet available: 1; "
    "Not Started: 3; Restart: 2; In development: 2"
)
BY_ADA = "small: Proposed by Ada Hall (for Mersey Care), Thu 15 Jul 2021, 10:00"
FROM_TO = "HAL-T1.1.4: status from “Started” to “Achieved”"
BOARD = "the One Halton ICP Board"


def test_the_living_message_counts_by_status_in_words_and_says_what_waits():
    facts = summary(waiting=1)
    assert rendered("tracker", facts).line == "HAL-T1: ICP development framework; 20 criteria, 1 change waits"
    assert lines_of("tracker", **facts) == [
        "heading: HAL-T1: ICP development framework",
        f"paragraph: 20 criteria in 7 features: {COUNTED}",
        f"paragraph: 1 change waits for {BOARD} (Briefing 2.5). Nothing is different before it has said so.",
        "small: /partnership tracker shows every row. As on Thu 15 Jul 2021.",
    ]


def test_a_row_shows_what_holds_and_beside_it_what_is_proposed():
    aimed = row(owner="Halton Council", target="Autumn", target_on="2021-07-14", passed=True, waits=PLAIN[5]["waits"])
    assert lines_of("tracker_page", **page(aimed, waiting=1))[3:5] == [
        "paragraph: 1 ICP Governance",
        (
            "item: 1.4 Governance Framework signed off by all partners: Started (proposed: Achieved); gap: In development; "
            "owner: Halton Council; target: Autumn, Wed 14 Jul 2021 (passed)"
        ),
    ]


def test_the_secretary_is_asked_and_afterwards_shown_what_became_of_it():
    assert lines_of("tracker_asked", **told({})) == [
        "heading: HAL-T1: ICP development framework",
        (
            f"paragraph: 1 change waits for {BOARD} (Briefing 2.5). Nothing is different before it has said so: please put this "
            "to its next meeting, and record the answer."
        ),
        f"item: {FROM_TO}",
        "quote: All eleven have signed.",
        BY_ADA,
    ]
    assert lines_of("tracker_asked", **told(CONFIRMED))[1:3] == [
        "paragraph: Answered. Nothing of this waits any more.",
        (f"item: {FROM_TO}; confirmed by {BOARD} on Wed 14 Jul 2021 (recorded by Sam Board): Minute 4 of 14 July"),
    ]


def test_a_change_says_of_each_part_what_it_was_and_what_it_is():
    assert lines_of("tracker_done", **told(CHANGES["of everything"], did="waiting", by="Ada Hall"))[-1] == (
        "item: HAL-T1.1.4: status from “Started” to “Achieved”, gap “In development” taken out, owner “Halton Council”, where "
        "nothing stood, target from “Autumn” to “Winter”, target day from “Thu 30 Sep 2021” to “Fri 31 Dec 2021”"
    )


def test_a_row_that_is_only_proposed_says_so():
    facts = detail("new", CHANGES["a new row"], first=None)
    assert rendered("criterion_detail", facts).line.startswith("HAL-T1.1.4 (not in the tracker yet): ")
    assert "paragraph: Not in the tracker yet." in lines_of("criterion_detail", **facts)


@pytest.mark.parametrize("number", range(len(TRACKERS["tracker_page"])))
def test_a_page_fits_into_one_message(number):
    _, drawn = blocks.draw(rendered("tracker_page", TRACKERS["tracker_page"][number]))
    assert len(drawn) < 40
    assert "too long for a message" not in str(drawn)


# --- The picture --------------------------------------------------------------------------------------------------

PARTS = {"part": 1, "parts": 1}


def drawn(*rows, **given):
    return set_picture("tracker_picture", page(*rows, **given) | PARTS)


def pixels(png, colour):
    """How many pixels of a picture have this colour."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return sum(count for count, found in picture.getcolors(1 << 24) if found == colour)


TINTS = {"red": (0xF9, 0xD3, 0xCF), "amber": (0xFD, 0xE8, 0xBD), "green": (0xD3, 0xEC, 0xD5)}


@pytest.mark.parametrize("colour", TINTS)
def test_the_picture_has_the_colour_that_the_table_gives_and_no_other(colour):
    picture = drawn(row(status="Done", colour=colour), coloured=True)
    found = {name: pixels(picture.png, tint) for name, tint in TINTS.items()}
    assert found[colour] > 1000
    assert sum(found.values()) == found[colour]


def test_the_picture_of_what_has_no_colours_has_none_and_says_so():
    picture = drawn(*PLAIN[:2])
    assert all(pixels(picture.png, tint) == 0 for tint in TINTS.values())
    assert "The agreement gives these statuses no colours." in picture.text


def test_the_same_facts_are_the_same_picture():
    assert drawn(*PLAIN).png == drawn(*PLAIN).png
    assert drawn(*PLAIN).png != drawn(*PLAIN[1:]).png


def test_what_people_wrote_is_drawn_as_text_whatever_it_is():
    hostile = [
        row(f"1.{number}", title=text, gap=text, owner=text[:150], target=text[:150], status=text[:150] or "TBC")
        for number, text in enumerate(
            [*all_of(MARKUP, CONTROLS, UNSEEN).values(), "x" * 1000, "#panic($x$) \\ @ref"], 1
        )
    ]
    picture = drawn(*hostile)
    assert picture.png.startswith(b"\x89PNG")
    assert Image.open(io.BytesIO(picture.png)).width == 1507  # nothing made the page wider


def test_a_long_tracker_s_pictures_are_of_a_size_that_a_chat_takes():
    many = [row(f"1.{number}", gap="A gap of some length. " * 10) for number in range(40)]
    picture = drawn(*many)
    assert len(picture.png) < 2_000_000
    assert Image.open(io.BytesIO(picture.png)).height < 6000
