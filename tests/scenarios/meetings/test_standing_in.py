"""Meetings at which others stood in: substitutes named in time or not, members who came late, proxies on paper."""

from __future__ import annotations

import pytest

from tests.scenarios.meetings.kit import PROXIES, SUBSTITUTES, does, fills, living, row, sets_series, shows, with_notice
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
CAME = ["icb", "sefton-council", "mersey-care"]


def begin_a_series(world):
    world.without_daily_lists()
    sets_series(world, "2022-09-06", begins_at="18:00")
    world.at("2022-09-06 21:00")


@pytest.fixture
def sefton(make_world):
    """The board of Sefton as it would be with proxies and substitutes; its meeting of 6 September at 18:00 is over."""
    source = with_notice(proxies=PROXIES, substitutes=SUBSTITUTES)
    return make_world("2022-09-01 09:30", sources={"sefton-2022": source}, mornings=True, begin=begin_a_series)


def records(world, **more):
    return does(world, "Record the meeting", begins_at="18:00", **({"present": CAME} | more))


def refused(world, **more):
    """Record the meeting with something that is refused; what stands at the field."""
    shows(world)
    fills(world, "sam", "Record the meeting", {"present": CAME, "begins_at": "18:00"} | more)
    return world.sam.modal_errors


def test_who_gives_a_paper_counts_as_there_and_a_second_one_to_the_same_person_is_refused(sefton):
    said = records(
        sefton,
        present=[*CAME, "luhft"],
        deputies=["southport-ormskirk"],
        names="Southport and Ormskirk: J. Pell, 4 Sep 2022 21:15",
        late="Southport and Ormskirk: Mr Ames at 19:20",
        proxies="Alder Hey: LUHFT, 2 September 2022\nSefton CVS: LUHFT, Sun 4 Sep 2022",
    )
    assert lines(said, "were there", "There (", "By ", "came too", "second", "Absent") == [
        "Held on Tue 6 Sep 2022. 6 of 11 were there, Alder Hey by proxy of LUHFT. Recommendation of the board: 6 are needed (clause ToR 5), so it was quorate.",
        "• There (4): Cheshire and Merseyside ICB; Sefton Council; Mersey Care; LUHFT",
        "• By a substitute (1): Southport and Ormskirk (J. Pell, named Sun 4 Sep 2022, 21:15)",
        "• Absent (6): Alder Hey; Healthwatch Sefton; Southport and Formby PCN; South Sefton PCN; Sefton CVS; One Vision Housing",
        "• Mr Ames at 19:20 came too, of Southport and Ormskirk: may speak, and has no vote while J. Pell sits for it",
        "• By proxy: Alder Hey, for which LUHFT votes (paper of Fri 2 Sep 2022)",
        "• A second paper to LUHFT, of Sefton CVS: refused, one a person (6.4).",
    ]
    facts = sefton.facts("meeting-held")
    assert facts["proxies"] == [
        {"giver": "alder-hey", "holder": "luhft", "paper": "2022-09-02"},
        {"giver": "sefton-cvs", "holder": "luhft", "paper": "2022-09-04"},
    ]
    assert facts["attendance"]["deputy"] == [
        {"member": "southport-ormskirk", "name": "Southport and Ormskirk", "who": "J. Pell",
         "named": "2022-09-04T20:15:00+00:00", "late": "Mr Ames at 19:20"}
    ]  # fmt: skip
    assert facts["quorums"][0]["present"] == 6
    assert lines(living(sefton), "were there") == [
        "6 of 11 were there, Alder Hey by proxy of LUHFT. Recommendation of the board: 6 are needed (clause ToR 5), so it was quorate."
    ]


@pytest.mark.parametrize(
    ("named", "there", "said"),
    [
        ("5 Sep 2022 06:00", 4, None),
        (
            "5 Sep 2022 06:01",
            3,
            "• J. Pell, named Mon 5 Sep 2022 06:01 (in time until Mon 5 Sep 2022 06:00), may speak for LUHFT and has no vote (6.5).",
        ),
    ],
)
def test_a_substitute_a_minute_too_late_has_no_vote(sefton, named, there, said):
    shown = records(sefton, deputies=["luhft"], names=f"LUHFT: J. Pell, {named}")
    assert lines(shown, "of 11 were there")[0].startswith(f"Held on Tue 6 Sep 2022. {there} of 11 were there.")
    assert lines(shown, "in time until") == ([said] if said else [])


def test_without_the_hour_of_the_meeting_it_waits_for_it_until_that_is_recorded(sefton):
    shown = does(
        sefton,
        "Record the meeting",
        begins_at="",
        present=CAME,
        deputies=["luhft"],
        names="LUHFT: J. Pell, 4 Sep 2022 21:15",
    )
    assert lines(shown, "Waits for") == [
        "Held on Tue 6 Sep 2022. Waits for the hour of the meeting: whether J. Pell was named in time depends on it (6.5)."
    ]
    shown = does(sefton, "Correct the record", begins_at="18:00", words="It began at six.")
    assert lines(shown, "Its record is corrected")[0].startswith("Its record is corrected. 4 of 11 were there.")
    assert str(row(sefton).begins_at) == "18:00:00"


def stands(world, key):
    """What stands in a field of the form that is open."""
    (block,) = [block for block in world.sam.modal["blocks"] if block.get("block_id") == key]
    return block["element"]["initial_value"]


UNREAD = "Write one a line, such as Oak Lane: Mill Lane, 3 May 2024: who was away, who votes for it, its paper's day."
MEMBERS = (
    "The members: Cheshire and Merseyside ICB; Sefton Council; Mersey Care; Southport and Ormskirk; LUHFT; Alder Hey; "
    "Healthwatch Sefton; Southport and Formby PCN; South Sefton PCN; Sefton CVS; One Vision Housing."
)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"deputies": ["luhft"], "names": "LUHFT: J. Pell"},
            {"names": "When was the substitute of “LUHFT: J. Pell” named? Please write the day and the hour behind it, such as 12 May 2024 21:15."},
        ),
        (
            {"deputies": ["luhft"], "names": "LUHFT: J. Pell, 4 Sep 2022"},
            {"names": "When was the substitute of “LUHFT: J. Pell, 4 Sep 2022” named? Please write the day and the hour behind it, such as 12 May 2024 21:15."},
        ),
        (
            {"deputies": ["luhft"], "names": "LUHFT: J. Pell, 31 Sep 2022 21:15"},
            {"names": "“LUHFT: J. Pell, 31 Sep 2022 21:15”: 31 Sep 2022 is no day. Please write it as 12 May 2024 21:15."},
        ),
        (
            {"deputies": ["luhft"], "names": ""},
            {"names": "Who sat for LUHFT? Please write one a line, such as Quay Road: J. Pell, 12 May 2024 21:15."},
        ),
        (
            {"late": "LUHFT: Mr Ames"},
            {"late": "I can't read “LUHFT: Mr Ames”. Write one a line, such as Quay Road: Mr Ames at 19:20. Somebody sat for: nobody."},
        ),
        ({"proxies": "Alder Hey gave one"}, {"proxies": f"I can't read “Alder Hey gave one”. {UNREAD} {MEMBERS}"}),
        ({"proxies": "Alder Hey: Nobody, 3 May 2022"}, {"proxies": f"I can't read “Alder Hey: Nobody, 3 May 2022”. {UNREAD} {MEMBERS}"}),
        ({"proxies": "LUHFT: Mersey Care, 35 May 2022"}, {"proxies": f"“LUHFT: Mersey Care, 35 May 2022”: 35 May 2022 is no day. {UNREAD}"}),
        (
            {"proxies": "LUHFT: Mersey Care, 3 May 2022\nLUHFT: Sefton Council"},
            {"proxies": "“LUHFT: Sefton Council”: it stands twice. Please keep the one that holds."},
        ),
        (
            {"proxies": "LUHFT: Mersey Care, 3 May 2022 25:00"},
            {"proxies": f"“LUHFT: Mersey Care, 3 May 2022 25:00”: 25:00 is no time of day. {UNREAD}"},
        ),
        (
            {"proxies": "LUHFT: Mersey Care, 27 Mar 2022 01:30"},
            {"proxies": f"“LUHFT: Mersey Care, 27 Mar 2022 01:30”: 01:30 on Sun 27 Mar 2022 never came: the clocks went forward by an hour. Please write another time, such as 02:30. {UNREAD}"},
        ),
        (
            {"proxies": "LUHFT: Mersey Care, 31 Oct 2021 01:30"},
            {"proxies": f"“LUHFT: Mersey Care, 31 Oct 2021 01:30”: 01:30 on Sun 31 Oct 2021 came twice. Please write the zone behind it too, such as GMT or BST. {UNREAD}"},
        ),
        ({"proxies": "LUHFT: LUHFT"}, {"proxies": "“LUHFT: LUHFT”: nobody gives a proxy to itself."}),
        ({"begins_at": "at six"}, {"begins_at": "at six is no time of day. Please write it as 14:00."}),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_at_its_field(sefton, fields, said):
    assert refused(sefton, **fields) == said


def test_a_correction_shows_what_was_recorded_and_changes_it(sefton):
    records(
        sefton,
        deputies=["luhft"],
        names="LUHFT: J. Pell, 4 Sep 2022 21:15",
        proxies="Alder Hey: Mersey Care, 2 September 2022",
    )
    shows(sefton)
    sefton.sam.presses("Correct the record")
    assert {key: stands(sefton, key) for key in ("names", "proxies", "begins_at")} == {
        "names": "LUHFT: J. Pell, Sun 4 Sep 2022 21:15",
        "proxies": "Alder Hey: Mersey Care, Fri 2 Sep 2022",
        "begins_at": "18:00",
    }
    sefton.sam.submits({"proxies": "Alder Hey: Mersey Care, 7 September 2022", "words": "The paper came late."})
    assert lines(shows(sefton), "were there", "paper") == [
        "4 of 11 were there. Recommendation of the board: 6 are needed (clause ToR 5), so it was not quorate.",
        "• The paper of Alder Hey to Mersey Care: refused, it came Wed 7 Sep 2022, after the vote (Tue 6 Sep 2022) (6.4).",
        "• Tue 6 Sep 2022, 21:00: Sam corrected its record: The paper came late.",
    ]


def test_where_the_agreement_knows_no_proxies_the_form_asks_for_none(make_world):
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": with_notice()}, mornings=True, begin=begin_a_series)
    shows(world)
    world.sam.presses("Record the meeting")
    labels = [field.get("label", {}).get("text") for field in world.sam.modal["blocks"] if "label" in field]
    assert labels == [
        "Held on", "Who came", "Who sent a deputy", "Who the deputies were", "Who sent apologies", "Was it in public",
        "A link to the minutes", "What came of it",
    ]  # fmt: skip
