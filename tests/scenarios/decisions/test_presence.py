"""A quorum is of those who could take part, and is met by those who are there, on every road."""

from __future__ import annotations

from tests.scenarios.conftest import World, buttons_of
from tests.scenarios.meetings.kit import with_notice
from tests.scenarios.reading_kit import lines

RULE = "recommendation"  # consensus of those who are there; half of the eleven partners must be


def proposed(make_world) -> tuple[World, str]:
    """Sefton's recommendation with a quorum of one half, open to votes; and what the draft said."""
    world = make_world("2022-09-06 09:30", sources={"sefton-2022": with_notice()})
    world.without_daily_lists()
    world.ada.types("/propose-decision Ten beds in the north")
    world.ada.changes("rule", RULE)
    world.ada.submits({"wording": "Ten beds.", "reasons": "Demand", "closes_on": "2022-09-20"})
    draft = world.ada.answer
    world.ada.presses("Open the vote")
    return world, draft


def agrees(world: World, name: str = "ada") -> None:
    player = world.players[name]
    player.presses("Agree", [m for m in player.dms() if "Agree" in buttons_of(m)][-1])
    player.submits({})


def count_of(world: World) -> list[str]:
    world.sam.types("/partnership decision SEF-D1")
    return lines(world.sam.body, "The count")


def records(world: World, *there: str) -> None:
    world.sam.types("/partnership decision SEF-D1")
    world.sam.presses("Record who took part")
    world.sam.submits({"there": list(there), "evidence": "The list of the call"})
    assert not world.sam.modal_errors, world.sam.modal_errors


def test_half_of_the_partners_is_a_quorum_that_one_of_eleven_cannot_make(make_world):
    world, draft = proposed(make_world)
    assert "at least 6 must be there" in draft
    agrees(world)
    (said,) = count_of(world)
    assert said == (
        "The count: Consensus of 1 who is there: nobody objects, and all have spoken; at least 6 must be there. "
        "1 agrees, 0 object, 10 not yet. Quorum: 1/2 of 11 partners, so 6; 1 has answered. 5 more must be there."
    )
    world.at("2022-09-21 10:00")
    assert "decision-carried" not in world.register()
    assert "decision-not-carried" in world.register()
    assert "6; 1 has answered. Too few were there." in count_of(world)[0]
    notice = world.ada.dm("Notice to Mersey Care")
    assert "Quorum: 1/2 of 11 partners, so 6; 1 has answered." in notice.shown()


def test_who_took_part_and_said_nothing_is_recorded_by_the_secretary_and_is_there(make_world):
    """Six are there and one is for it: the quorum is met, and the five who were silent keep it from being carried."""
    world, _ = proposed(make_world)
    agrees(world)
    six = ["mersey-care", "luhft", "alder-hey", "sefton-council", "icb", "sefton-cvs"]
    records(world, *six)
    assert lines(world.sam.answer, "On record, who took part") == [
        "On record, who took part: Cheshire and Merseyside ICB, Sefton Council, Mersey Care, LUHFT, Alder Hey, and Sefton CVS."
    ]
    assert "Quorum: 1/2 of 11 partners, so 6; 6 are there." in count_of(world)[0]
    facts = world.facts("took-part")
    assert sorted(facts["there"]) == sorted(six)
    assert facts["evidence"] == "The list of the call"
    world.at("2022-09-21 10:00")
    assert "decision-not-carried" in world.register()
    assert "5 short" in count_of(world)[0]


def test_who_took_part_can_be_corrected_and_the_same_again_changes_nothing(make_world):
    world, _ = proposed(make_world)
    records(world, "luhft")
    records(world, "luhft", "icb")
    assert world.facts("took-part")["was"] == ["luhft"]
    world.sam.types("/partnership decision SEF-D1")
    world.sam.presses("Record who took part")
    world.sam.submits({"there": ["luhft", "icb"], "evidence": "The list of the call"})
    assert "nothing of SEF-D1 changes" in world.sam.answer
    assert world.register().count("took-part") == 2


def test_only_the_secretary_records_it_and_not_once_the_votes_are_counted(make_world):
    world, _ = proposed(make_world)
    world.ada.guesses("decision_there", 1)
    assert world.ada.body == "You can't record who took part in SEF-D1. Sam (secretary) can."
    world.at("2022-09-21 10:00")
    world.sam.guesses("decision_there", 1)
    assert world.sam.body.startswith("SEF-D1 is not carried, so it takes no votes.")


def test_votes_are_counted_early_only_where_those_who_are_silent_could_change_nothing(make_world):
    world = make_world("2022-09-06 09:30")
    world.without_daily_lists()
    world.ada.types("/propose-decision One plan")
    world.ada.changes("rule", "variation")  # agreed by all eleven
    world.ada.submits({"wording": "One plan.", "reasons": "Demand", "closes_on": "2022-09-20"})
    world.ada.presses("Open the vote")
    agrees(world)
    world.sam.types("/partnership decision SEF-D1")
    assert "[Count the votes]" not in world.sam.body
    world.sam.guesses("decision_close", 1)
    assert world.sam.body == (
        "10 of those who have a vote in SEF-D1 have not cast it, and could change the result. The votes are counted when "
        "all are in, or at the end of Tue 20 Sep 2022."
    )
    world.ben.presses("Object", [m for m in world.ben.dms() if "Object" in buttons_of(m)][-1])
    world.ben.submits({})
    world.sam.types("/partnership decision SEF-D1")  # one is against it: the nine who are silent cannot carry it
    world.sam.presses("Count the votes")
    assert "decision-not-carried" in world.register()
    assert lines(world.sam.body, "All 11 partners") == [
        "All 11 partners must agree. 1 agrees, 1 objects, 9 not voting. 10 short."
    ]
