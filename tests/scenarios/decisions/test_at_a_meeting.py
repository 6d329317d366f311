"""Decisions taken at a meeting: its record says who was there, and counts their votes and those of proxies alone."""

from __future__ import annotations

import io

import pytest
from ruamel.yaml import YAML

from storage.packs import pack_source
from tests.hostile import as_shown
from tests.scenarios.conftest import london
from tests.scenarios.decisions.kit import ESSEX, WORDS, shows as shows_essex, votes as vote_by_message
from tests.scenarios.hostile.kit import check_all, quarter
from tests.scenarios.meetings.kit import (
    PROXIES,
    SUBSTITUTES,
    does,
    fills,
    row,
    sets_series,
    shows as shows_meeting,
    with_notice,
)
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
ESSEX_KEY = "mid-south-essex-2020"
RULE = {
    "name": "Resolution of the board",
    "clause": "7.1",
    "forum": "partnership-board",
    "taken": "meeting",
    "base": "votes-cast",
    "threshold": "at least 3/5",
    "quorum": "at least 2/5",
}


def pack(**changed):
    """Sefton as it would be if its board decided at its meetings, with proxies and substitutes."""
    yaml, out = YAML(), io.StringIO()
    found = yaml.load(with_notice(proxies=PROXIES, substitutes=SUBSTITUTES))
    found["decision_rules"]["resolution"] = RULE | changed
    yaml.dump(found, out)
    return out.getvalue()


def begin_a_series(world):
    world.without_daily_lists()
    sets_series(world, "2022-09-06", begins_at="18:00")


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", sources={"sefton-2022": pack()}, mornings=True, begin=begin_a_series)


def proposes(world, name="ada", closes_on="2022-09-09", **more):
    player = world.players[name]
    player.types("/propose-decision One plan")
    player.changes("rule", "resolution")
    player.submits({"wording": "One plan for all.", "reasons": "It is simpler.", "closes_on": closes_on} | more)
    assert not player.modal_errors, player.modal_errors
    return player.answer


def votes(world, name, button, voter=None, **fields):
    player = world.players[name]
    player.types("/partnership decision SEF-D1")
    player.presses(button)
    player.submits(({"voter": voter} if voter else {}) | fields)
    assert player.modal is None, player.modal_errors
    return player.answer


def shows(world, name="sam"):
    world.players[name].types("/partnership decision SEF-D1")
    return world.players[name].answer


def records(world, **more):
    fields = {"present": ["icb", "sefton-council", "mersey-care", "luhft"], "begins_at": "18:00"} | more
    return does(world, "Record the meeting", **fields)


def count(world):
    """The arithmetic of the decision as the secretary reads it."""
    (found,) = lines(shows(world), "The count:")
    return found.removeprefix("The count: At least 3/5 of ")


def at(world, reference="SEF-M1"):
    """What the form of a decision has for a meeting."""
    return str(row(world, reference).id)


def opens(world, **more):
    draft = proposes(world, **{"meeting": at(world)} | more)
    world.ada.presses("Open the vote")
    return draft


# --- Counted by the record ----------------------------------------------------------------------------------------


def test_the_record_of_the_meeting_counts_those_who_were_there_and_those_by_proxy(sefton):
    draft = opens(sefton)
    assert lines(draft, "clause 7.1", "What it takes") == [
        "Resolution of the board (clause 7.1); at SEF-M1, Tue 6 Sep 2022",
        "What it takes: At least 3/5 of the votes cast; at least 5 must be there.",
    ]
    for name, button, voter in (
        ("ada", "Agree", None),
        ("ben", "Agree", None),
        ("cleo", "Agree", "south-sefton-pcn"),
        ("gil", "Object", None),
        ("ida", "Object", None),
    ):
        votes(sefton, name, button, voter)
    assert count(sefton) == (
        "5 votes cast: 3 needed; at least 5 must be there. 3 agree, 2 object, 6 not yet. Quorum: 2/5 of 11 partners, so 5. "
        "Votes cast: 5; 3/5 of them is 3. Waits for the record of SEF-M1, Tue 6 Sep 2022: who was there."
    )
    sefton.at("2022-09-07 09:30")
    said = records(sefton, proxies="Alder Hey: LUHFT, 2 September 2022")
    assert lines(said, "were there")[0].endswith(
        "5 of 11 were there, Alder Hey by proxy of LUHFT. Recommendation of the board: 6 are needed (clause ToR 5), so it "
        "was not quorate. Resolution of the board: 5 are needed (clause 7.1), so it was quorate."
    )
    # Alder Hey's own vote is none: LUHFT votes for it. Sefton Council was there and is silent: neither for nor against.
    assert count(sefton) == (
        "3 votes cast: 2 needed; at least 5 must be there. 2 agree, 1 objects, 1 not yet. Quorum: 2/5 of 11 partners, so 5; "
        "5 are there. Votes cast: 3; 3/5 of them is 2. Not counted: Alder Hey (LUHFT votes for it by proxy, and has not said "
        "how). Not counted: South Sefton PCN (not there, without a proxy). That is enough, as it stands."
    )
    votes(sefton, "ben", "Agree", "alder-hey")
    kept = votes(sefton, "max", "Agree")
    assert lines(kept, "It is kept") == ["It is kept and shown, and not counted: not there, without a proxy."]
    assert count(sefton) == (
        "4 votes cast: 3 needed; at least 5 must be there. 3 agree, 1 objects, 1 not yet. Quorum: 2/5 of 11 partners, so 5; "
        "5 are there. Votes cast: 4; 3/5 of them is 3. Not counted: South Sefton PCN and One Vision Housing (not there, "
        "without a proxy). That is enough, as it stands."
    )
    assert lines(shows(sefton), "Not yet:") == ["• Not yet: Sefton Council"]
    sefton.at("2022-09-10 09:30")
    assert lines(shows(sefton), "Carried", "• Mersey", "• LUHFT", "• South Sefton", "• Alder", "• One Vision") == [
        "SEF-D1: One plan. Carried, as a recommendation",
        "Carried, as a recommendation",
        "• Mersey Care agrees",
        "• LUHFT agrees",
        "• South Sefton PCN agrees",
        "• Alder Hey agrees",
        "• One Vision Housing agrees",
    ]
    assert lines(shows_meeting(sefton), "SEF-D1") == ["• SEF-D1: One plan (carried)"]


def test_it_waits_for_the_record_though_its_last_day_is_over_and_is_counted_by_it(sefton):
    opens(sefton, closes_on="2022-09-06")
    for name in ("ada", "ben", "ida", "joe"):
        votes(sefton, name, "Agree")
    sefton.at("2022-09-08 09:30")
    assert "decision-carried" not in sefton.register("SEF-D1")
    assert lines(shows(sefton), "Waits for")[0].endswith(
        "Waits for the record of SEF-M1, Tue 6 Sep 2022: who was there."
    )
    shows_meeting(sefton)
    sefton.sam.presses("Record the meeting")
    assert lines(sefton.sam.page, "as soon as this is recorded") == [
        "SEF-D1: counted as soon as this is recorded. Please record what was voted first."
    ]
    records(sefton, present=["icb", "sefton-council", "mersey-care", "luhft", "alder-hey"])
    assert sefton.register("SEF-D1").count("decision-carried") == 1
    assert lines(shows(sefton), "The count") == [
        "The count: At least 3/5 of 4 votes cast: 3 needed; at least 5 must be there. 4 agree, 0 object, 1 not voting. Quorum: 2/5 of 11 partners, so 5; 5 are there. Votes cast: 4; 3/5 of them is 3."
    ]


def test_too_few_at_the_meeting_carry_nothing_however_many_voted(sefton):
    opens(sefton, closes_on="2022-09-06")
    for name in ("ada", "ben", "ida", "joe", "gil", "max"):
        votes(sefton, name, "Agree")
    sefton.at("2022-09-08 09:30")
    records(sefton, present=["icb", "sefton-council", "mersey-care", "luhft"])
    assert sefton.register("SEF-D1").count("decision-not-carried") == 1
    assert lines(shows(sefton), "The count") == [
        "The count: At least 3/5 of 4 votes cast: 3 needed; at least 5 must be there. 4 agree, 0 object. Quorum: 2/5 of 11 partners, so 5; 4 are there. Votes cast: 4; 3/5 of them is 3. Not counted: Alder Hey and One Vision Housing (not there, without a proxy). Too few were there."
    ]


@pytest.mark.parametrize(
    ("paper", "there", "said"),
    [
        ("6 September 2022", 5, "so it was quorate"),
        ("7 September 2022", 4, "so it was not quorate"),
    ],
)
def test_a_paper_that_came_after_the_vote_makes_no_quorum(sefton, paper, there, said):
    opens(sefton)
    sefton.at("2022-09-08 09:30")
    shown = records(sefton, proxies=f"Alder Hey: LUHFT, {paper}")
    assert lines(shown, "Resolution of the board")[0].endswith(f"5 are needed (clause 7.1), {said}.")
    assert f"{there} are there" in count(sefton)


def test_the_member_has_no_vote_while_a_substitute_named_in_time_sits_for_it(sefton):
    opens(sefton)
    votes(sefton, "gil", "Object")
    sefton.at("2022-09-07 09:30")
    records(
        sefton,
        deputies=["alder-hey"],
        names="Alder Hey: J. Pell, 4 Sep 2022 21:15",
        late="Alder Hey: Gil at 19:20",
    )
    assert count(sefton).endswith("Not counted: Alder Hey (J. Pell sat for Alder Hey at this meeting).")
    sefton.sam.types("/partnership decision SEF-D1")
    sefton.sam.presses("Record a vote")
    sefton.sam.submits({"voter": "alder-hey", "vote": "for", "evidence": "As J. Pell said at the meeting"})
    assert count(sefton).startswith("1 vote cast: 1 needed; at least 5 must be there. 1 agrees, 0 object,")


def test_the_secretary_corrects_the_presence_for_one_decision(sefton):
    opens(sefton)
    for name in ("ada", "ben", "gil"):
        votes(sefton, name, "Agree")
    sefton.at("2022-09-07 09:30")
    records(sefton)
    assert "4 are there" in count(sefton)
    sefton.sam.types("/partnership decision SEF-D1")
    sefton.sam.presses("Record who took part")
    sefton.sam.submits(
        {"there": ["mersey-care", "luhft", "alder-hey", "icb", "sefton-council"], "evidence": "Gil came for this item."}
    )
    assert count(sefton) == (
        "3 votes cast: 2 needed; at least 5 must be there. 3 agree, 0 object, 2 not yet. Quorum: 2/5 of 11 partners, so 5; "
        "5 are there. Votes cast: 3; 3/5 of them is 2. That is enough, as it stands."
    )
    # The record of the meeting is as it was.
    assert lines(shows_meeting(sefton), "4 of 11 were there")[0].startswith("4 of 11 were there.")


def sle():
    """Mid and South Essex with the SLE's majority (8.10.2) open to be voted on at once."""
    yaml, out = YAML(), io.StringIO()
    found = yaml.load(pack_source("mid-south-essex-2020"))
    del found["decision_rules"]["sle-majority"]["only_after"]
    yaml.dump(found, out)
    return out.getvalue()


def test_participating_in_the_meeting_is_being_on_its_record(make_world):
    # Mid and South Essex 8.10.2: a majority of those eligible and affected who participate in the meeting.
    world = make_world("2020-09-01 10:00", ESSEX_KEY, sources={ESSEX_KEY: sle()})
    world.without_daily_lists()
    world.sam.types("/partnership meetings", channel=ESSEX)
    fills(world, "sam", "Plan one meeting", {"forum": "sle", "on": "2020-09-14", "public": "usual"})
    world.max.types("/propose-decision Shared wards", channel=ESSEX)
    world.max.changes("rule", "sle-majority")
    affected = ["mse-ft", "eeast", "eput", "nelft", "thurrock-ccg"]
    world.max.submits(
        WORDS
        | {
            "element": "capital-and-transformation",
            "affected": affected,
            "closes_on": "2020-09-15",
            "meeting": at(world, "MSE-M1"),
        }
    )
    assert not world.max.modal_errors, world.max.modal_errors
    world.max.presses("Open the vote")
    for name, button in (("max", "Agree"), ("amb", "Agree"), ("epp", "Object"), ("nel", "Agree"), ("thu", "Agree")):
        vote_by_message(world, name, button, "MSE-D1")
    world.at("2020-09-15 09:30")
    came = ["nhs-chiefs/mse-ft", "nhs-chiefs/eeast", "nhs-chiefs/eput"]
    does(world, "Record the meeting", "MSE-M1", channel=ESSEX, present=came)
    (said,) = lines(shows_essex(world, "MSE-D1"), "The count")
    assert said == (
        "The count: More than half of 3 who are there: 2 needed. 2 agree, 1 objects. The agreement states no quorum for this. "
        "There: 3; more than 1/2 of them is 2. Not counted: Thurrock CCG and NELFT (not there, without a proxy). "
        "That is enough, as it stands."
    )


# --- Which meeting ------------------------------------------------------------------------------------------------


def test_the_form_asks_at_which_meeting_and_votes_are_taken_until_its_day(sefton):
    sefton.ada.types("/propose-decision One plan")
    sefton.ada.changes("rule", "resolution")
    assert "meeting" in sefton.ada.fields
    fields = {"wording": "One plan.", "reasons": "Simple.", "closes_on": "2022-09-05", "meeting": at(sefton)}
    sefton.ada.submits(fields)
    assert sefton.ada.modal_errors == {
        "closes_on": "Please choose Tue 6 Sep 2022, the day of the meeting, or a later one."
    }
    sefton.ada.changes("rule", "agreement")
    assert "meeting" not in sefton.ada.fields


def test_a_decision_stands_on_the_agenda_of_its_own_meeting_alone(sefton):
    opens(sefton)
    sefton.sam.types("/partnership meetings")
    fills(sefton, "sam", "Plan one meeting", {"forum": "partnership-board", "on": "2022-09-08", "public": "usual"})
    assert lines(shows_meeting(sefton, "sam", "SEF-M1"), "SEF-D1") == [
        "2. SEF-D1: One plan. Open to votes until Fri 9 Sep 2022"
    ]
    assert lines(shows_meeting(sefton, "sam", "SEF-M2"), "SEF-D1") == []


def test_it_can_be_taken_at_another_meeting_and_follows_one_that_is_moved(sefton):
    opens(sefton)
    sefton.sam.types("/partnership meetings")
    fills(sefton, "sam", "Plan one meeting", {"forum": "partnership-board", "on": "2022-09-08", "public": "usual"})
    sefton.sam.types("/partnership decision SEF-D1")
    sefton.sam.presses("At which meeting")
    sefton.sam.submits({"meeting": at(sefton)})
    assert sefton.sam.modal_errors == {
        "meeting": "That is where it is decided now. Please choose another, or close the form."
    }
    sefton.sam.submits({"meeting": at(sefton, "SEF-M2"), "words": "The board meets again."})
    assert lines(sefton.sam.answer, "It is decided") == [
        "It is decided at SEF-M2, Thu 8 Sep 2022. The record of that meeting counts the votes: those of who was there, or had another vote for it."
    ]
    does(sefton, "Move it", "SEF-M2", on="2022-09-20", words="The room.")
    assert lines(shows(sefton), "clause 7.1", "Open to votes until", "to be decided", "more time to vote") == [
        "SEF-D1: One plan. Open to votes until the end of Tue 20 Sep 2022",
        "Open to votes until the end of Tue 20 Sep 2022",
        "Resolution of the board (clause 7.1); at SEF-M2, Tue 20 Sep 2022. Sefton Partnership board",
        "• Thu 1 Sep 2022, 09:30: to be decided at SEF-M2, not at SEF-M1: The board meets again.",
        "• Thu 1 Sep 2022, 09:30: more time to vote: until Tue 20 Sep 2022, not Fri 9 Sep 2022: SEF-M2 was moved.",
    ]


@pytest.mark.parametrize("part", range(4))
def test_hostile_text_in_the_choice_and_the_record_of_a_meeting_is_read_as_it_was_typed(sefton, part):
    opens(sefton)
    sefton.sam.types("/partnership meetings")
    fills(sefton, "sam", "Plan one meeting", {"forum": "partnership-board", "on": "2022-09-05", "public": "usual"})
    sefton.sam.types("/partnership decision SEF-D1")
    fills(
        sefton,
        "sam",
        "At which meeting",
        {"meeting": at(sefton, "SEF-M2"), "words": quarter(part, 250)},
        unchecked=True,
    )
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    sefton.at("2022-09-05 19:00")
    late = " ".join(quarter(part, 60).split())
    sent = {"deputies": ["alder-hey"], "names": "Alder Hey: J. Pell, 1 Sep 2022 21:15", "late": f"Alder Hey: {late}"}
    shows_meeting(sefton, "sam", "SEF-M2")
    fills(sefton, "sam", "Record the meeting", {"present": ["icb"], "begins_at": "18:00"} | sent, unchecked=True)
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert as_shown(late) in as_shown(shows_meeting(sefton, "sam", "SEF-M2"))
    sefton.sam.types("/partnership decision SEF-D1")
    fills(sefton, "sam", "Record who took part", {"there": ["icb"], "evidence": quarter(part, 120)}, unchecked=True)
    assert sefton.facts("took-part")["there"] == ["icb"]
    check_all(sefton)


def test_a_decision_whose_meeting_is_called_off_waits_for_another(sefton):
    opens(sefton)
    does(sefton, "Call it off", words="No business.")
    assert lines(shows(sefton), "Waits for")[0].endswith(
        "Waits for another meeting: SEF-M1, Tue 6 Sep 2022, was called off."
    )
    sefton.at("2022-09-12 09:30")
    assert not {"decision-carried", "decision-not-carried"} & set(sefton.register("SEF-D1"))


def test_where_the_rule_lets_it_a_decision_is_taken_out_of_a_meeting_too(make_world):
    world = make_world(
        "2022-09-01 09:30", sources={"sefton-2022": pack(taken="either")}, mornings=True, begin=begin_a_series
    )
    proposes(world)
    world.ada.presses("Open the vote")
    for name in ("ada", "ben", "ida", "joe", "gil"):
        votes(world, name, "Agree")
    assert count(world).startswith("5 votes cast: 3 needed; at least 5 must be there. 5 agree, 0 object, 6 not yet.")
    assert "Waits" not in count(world)
    world.sam.types("/partnership decision SEF-D1")
    fills(world, "sam", "At which meeting", {"meeting": at(world)})
    assert count(world).endswith("Waits for the record of SEF-M1, Tue 6 Sep 2022: who was there.")


@pytest.mark.parametrize("ticks", [False, True])
def test_after_the_last_day_what_waits_for_the_record_has_what_it_waits_for_beside_it(sefton, ticks):
    opens(sefton)
    votes(sefton, "gil", "Agree")
    sefton.clock.move_to(london("2022-09-12 10:00"))
    if ticks:
        sefton.tick()
    assert lines(shows(sefton), "[") == ["[At which meeting] [Record a vote] [Record who took part]"]
    sefton.sam.presses("Record who took part")
    sefton.sam.submits({"there": ["mersey-care", "luhft", "alder-hey"], "evidence": "The minutes."})
    assert sefton.facts("decision-not-carried")["on"] == "2022-09-09"  # three are there, and five are needed
    sefton.tick()
    assert sefton.register("SEF-D1").count("decision-not-carried") == 1
