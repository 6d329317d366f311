"""A tracker in the chat: looked at, changed only as its managing forum confirms, and shown as a picture."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.trackers import Criterion
from tests.scenarios.conftest import CHANNELS, buttons_of
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.trackers.kit import begin, confirms, criterion, proposes, row_of, shows, with_tracker

TAKE_TURNS = True
HALTON = CHANNELS["one-halton-2021"]
BOARD = "One Halton ICP Board"
MET = {"met_on": "2021-07-14", "evidence": "Minute 4 of 14 July"}


@pytest.fixture
def halton(make_world):
    world = make_world("2021-07-15 10:00", "one-halton-2021")
    world.without_daily_lists()
    begin(world, "one-halton-2021")
    return world


@pytest.fixture
def sefton(make_world):
    """Sefton with a tracker that nobody has to confirm, and with colours for two of its three statuses."""
    world = make_world("2022-12-16 09:30", "sefton-2022", sources={"sefton-2022": with_tracker()})
    world.without_daily_lists()
    begin(world, "sefton-2022", file="works")
    return world


def test_the_tracker_shows_every_row_in_the_agreement_s_own_words(halton):
    text = shows(halton, "hal")
    assert lines(
        text,
        "HAL-T1:",
        "20 criteria:",
        "3.1 Shared Vision:",
        "6.1 Communications team from each organisation working together:",
    ) == [
        "HAL-T1: ICP development framework; 20 criteria",
        "HAL-T1: ICP development framework",
        (
            "20 criteria: Achieved: 3; In Progress: 2; Started: 1; TBC: 4; Completed, but refreshing: 1; "
            "In Part: 1; Not yet available: 1; Not Started: 3; Restart: 2; In development: 2"
        ),
        "• 3.1 Shared Vision: Completed, but refreshing; gap: None. But refresh taking place",
        "• 6.1 Communications team from each organisation working together: In development; gap: Will need firmer arrangements and understand capacity needs",
    ]
    assert "green" not in text
    assert text.count("7 Integrated commissioning") == 1


def test_a_status_changes_only_once_the_board_has_confirmed_it(halton):
    proposes(halton, "ada", "1.4", "Achieved", reason="All eleven have signed.")
    assert lines(halton.ada.body) == [
        "HAL-T1: ICP development framework",
        "On record. It is changed once the One Halton ICP Board has confirmed it (Briefing 2.5); the secretary records that. Until then the row says what it said.",
        "• HAL-T1.1.4: status from “Started” to “Achieved”",
        "[Show the tracker]",
    ]
    assert row_of(halton, "1.4").status == "Started"
    assert lines(shows(halton, "hal"), "1.4 Governance Framework signed off by all partners:") == [
        "• 1.4 Governance Framework signed off by all partners: Started (proposed: Achieved); gap: In development"
    ]
    assert halton.register("HAL-T1.1.4") == ["criterion-tracked", "criterion-change-proposed"]

    message = halton.sam.dm("1 change waits for the One Halton ICP Board")
    assert lines(message.shown(), "HAL-T1.1.4:", "Proposed by") == [
        "• HAL-T1.1.4: status from “Started” to “Achieved”",
        "Proposed by Ada (for Mersey Care), Thu 15 Jul 2021, 10:00",
    ]
    halton.sam.presses("Record what is confirmed", message)
    halton.sam.submits(MET)
    assert halton.sam.modal is None, halton.sam.modal_errors

    assert row_of(halton, "1.4").status == "Achieved"
    assert halton.register("HAL-T1.1.4")[-1] == "criterion-changed"
    facts = halton.facts("criterion-changed")
    assert (facts["from"], facts["to"]) == ("Started", "Achieved")
    assert (facts["confirmed_by"], facts["on"], facts["evidence"]) == (BOARD, "2021-07-14", "Minute 4 of 14 July")
    assert (facts["words"], facts["proposed_by"]) == ("All eleven have signed.", "Ada")
    assert halton.facts("criterion-changed")["person"] == "Sam"

    assert lines(halton.sam.dms()[-1].shown(), "Answered. Nothing") == ["Answered. Nothing of this waits any more."]
    assert buttons_of(halton.sam.dms()[-1]) == ["Show the tracker"]
    assert lines(body_of(halton.ada.dms()[-1])) == [
        "HAL-T1: ICP development framework",
        "What you proposed is confirmed, and made.",
        "• HAL-T1.1.4: status from “Started” to “Achieved”; confirmed by the One Halton ICP Board on Wed 14 Jul 2021 (recorded by Sam): Minute 4 of 14 July",
        "[Show the tracker]",
    ]
    living = halton.channel(HALTON)[0]
    assert lines(body_of(living)) == [
        "HAL-T1: ICP development framework",
        (
            "20 criteria in 7 features: Achieved: 4; In Progress: 2; TBC: 4; Completed, but refreshing: 1; "
            "In Part: 1; Not yet available: 1; Not Started: 3; Restart: 2; In development: 2"
        ),
        "/partnership tracker shows every row. As on Thu 15 Jul 2021.",
        "[Show the tracker]",
    ]
    thread = [m for m in halton.channel(HALTON) if m.thread_ts == living.ts]
    assert len(thread) == 1
    assert lines(body_of(thread[0])) == [
        "• HAL-T1.1.4, Governance Framework signed off by all partners: status from “Started” to “Achieved”",
        "All eleven have signed.",
        "Proposed by Ada (for Mersey Care), Thu 15 Jul 2021, 10:00",
        "Confirmed by the One Halton ICP Board on Wed 14 Jul 2021: Minute 4 of 14 July",
    ]


def test_the_history_of_a_row_has_every_change_with_its_reason_and_who_confirmed_it(halton):
    proposes(halton, "ada", "1.4", "TBC", reason="It is not sure.")
    halton.sam.types("/partnership tracker", channel=HALTON)
    halton.sam.presses("Record what is refused")
    halton.sam.submits({"met_on": "2021-07-14", "evidence": "It is sure. Minute 5"})
    proposes(
        halton, "hal", "1.4", "Achieved", reason="All have signed.", owner="Halton Council", target_on="2021-09-30"
    )
    confirms(halton)
    text = criterion(halton, "ivy", "HAL-T1.1.4")
    for words in (
        "Status: Achieved",
        "Owner: Halton Council",
        "Target: Thu 30 Sep 2021",
        "in the tracker from the beginning, status “Started”",
        (
            "Ada (for Mersey Care), Thu 15 Jul 2021, 10:00: status from “Started” to “TBC”; refused by the One Halton ICP "
            "Board on Wed 14 Jul 2021 (recorded by Sam): It is sure. Minute 5\n\nIt is not sure."
        ),
        (
            "Hal (for Halton Council), Thu 15 Jul 2021, 10:00: status from “Started” to “Achieved”, owner “Halton "
            "Council”, where nothing stood, target day “Thu 30 Sep 2021”, where nothing stood; confirmed by the One Halton "
            "ICP Board on Wed 14 Jul 2021 (recorded by Sam): Minute 4 of 14 July\n\nAll have signed."
        ),
    ):
        assert words in text, text
    assert halton.register("HAL-T1.1.4") == [
        "criterion-tracked",
        "criterion-change-proposed",
        "criterion-change-refused",
        "criterion-change-proposed",
        "criterion-changed",
    ]
    assert lines(body_of(halton.ada.dms()[-1])) == [
        "HAL-T1: ICP development framework",
        "What you proposed is refused.",
        "• HAL-T1.1.4: status from “Started” to “TBC”; refused by the One Halton ICP Board on Wed 14 Jul 2021 (recorded by Sam): It is sure. Minute 5",
        "[Show the tracker]",
    ]


def test_nobody_confirms_but_the_secretary_and_nobody_confirms_twice(halton):
    proposes(halton, "ada", "1.4", "Achieved")
    message = halton.sam.dms()[-1]
    halton.hal.guesses("tracker_confirm", 1, channel=HALTON)
    assert halton.hal.body == (
        "You can't record that changes of HAL-T1 are confirmed: the One Halton ICP Board says so (Briefing 2.5); "
        "the secretary records it. Sam (secretary) can."
    )
    confirms(halton)
    halton.sam.presses("Record what is confirmed", message)
    assert halton.sam.body == "No change of HAL-T1 waits for an answer any more."


def test_the_secretary_s_own_proposal_waits_for_the_board_too(halton):
    proposes(halton, "sam", "2.2", "Achieved")
    assert row_of(halton, "2.2").status == "TBC"
    assert halton.sam.dms() == []  # whoever did it is not told of it
    halton.sam.presses("Record what is confirmed")
    halton.sam.submits(MET)
    assert row_of(halton, "2.2").status == "Achieved"


def test_several_changes_are_confirmed_at_one_meeting_and_others_go_on_waiting(halton):
    proposes(halton, "ada", "1.4", "Achieved")
    proposes(halton, "hal", "3.3", "Achieved")
    proposes(halton, "ivy", "4.2", "Started")
    confirms(halton, "1.4", "4.2")
    assert [row_of(halton, number).status for number in ("1.4", "3.3", "4.2")] == ["Achieved", "In Progress", "Started"]
    assert lines(body_of(halton.channel(HALTON)[0])) == [
        "HAL-T1: ICP development framework",
        (
            "20 criteria in 7 features: Achieved: 4; In Progress: 2; Started: 1; TBC: 4; Completed, but refreshing: 1; "
            "In Part: 1; Not yet available: 1; Not Started: 2; Restart: 2; In development: 2"
        ),
        "1 change waits for the One Halton ICP Board (Briefing 2.5). Nothing is different before it has said so.",
        "/partnership tracker shows every row. As on Thu 15 Jul 2021.",
        "[Show the tracker]",
    ]
    assert halton.sent("tracker_decided") == [("Ada", "2021-07-15 10:00"), ("Ivy", "2021-07-15 10:00")]


def test_a_row_has_one_open_change_which_its_proposer_can_take_back(halton):
    proposes(halton, "ada", "1.4", "Achieved")
    halton.hal.types("/partnership HAL-T1.1.4", channel=HALTON)
    halton.hal.guesses("criterion_propose", row_of(halton, "1.4").id, channel=HALTON)
    assert halton.hal.body == (
        "HAL-T1.1.4 can't be changed now: Ada has proposed “Achieved”, and that waits for the One Halton ICP "
        "Board. Whoever proposed it can take it back; the secretary records answers."
    )
    halton.hal.guesses("change_withdraw", 1, channel=HALTON)
    assert halton.hal.body == (
        "You can't take back this change of HAL-T1.1.4. Ada (lead, Mersey Care) or Sam (secretary) can."
    )
    criterion(halton, "ada", "HAL-T1.1.4")
    halton.ada.presses("Take the change back")
    halton.ada.submits({"words": "Too early."})
    assert lines(halton.ada.body) == [
        "HAL-T1: ICP development framework",
        "Taken back. The row says what it said.",
        "• HAL-T1.1.4: status from “Started” to “Achieved”",
        "[Show the tracker]",
    ]
    assert row_of(halton, "1.4").status == "Started"
    assert halton.register("HAL-T1.1.4")[-1] == "criterion-change-withdrawn"
    assert buttons_of(halton.sam.dms()[-1]) == ["Show the tracker"]
    proposes(halton, "hal", "1.4", "TBC")
    assert row_of(halton, "1.4").waiting.wanted == {"status": "TBC"}


def test_what_is_not_different_is_refused_against_its_field_and_nothing_typed_is_lost(halton):
    halton.ada.types("/partnership HAL-T1.1.4", channel=HALTON)
    halton.ada.presses("Propose a change")
    halton.ada.submits({"reason": "To say so."})
    (sentence,) = halton.ada.modal_errors.values()
    assert sentence == "This is what HAL-T1.1.4 says already. Please change something."
    assert halton.ada.modal["state"]["values"]["reason"]["reason"]["value"] == "To say so."
    assert "criterion-change-proposed" not in halton.register()


def test_a_meeting_that_has_not_been_held_confirms_nothing(halton):
    proposes(halton, "ada", "1.4", "Achieved")
    halton.sam.types("/partnership tracker", channel=HALTON)
    halton.sam.presses("Record what is confirmed")
    halton.sam.submits(MET | {"met_on": "2021-07-16"})
    assert halton.sam.modal_errors == {"met_on": "Please choose Thu 15 Jul 2021 or a day before."}
    assert row_of(halton, "1.4").status == "Started"


def test_the_form_asks_which_row_and_begins_with_what_stands_in_it(halton):
    halton.ada.types("/partnership tracker", channel=HALTON)
    halton.ada.presses("Propose a change")
    assert halton.ada.fields == ["criterion"]
    halton.ada.submits({"criterion": str(row_of(halton, "3.1").id)}, unchecked=True)
    assert halton.ada.modal is not None
    halton.ada.changes("criterion", str(row_of(halton, "5.1").id))
    first = row_of(halton, "5.1").id
    more = [f"{part}_{first}" for part in ("gap", "owner", "target", "target_on")]
    assert halton.ada.fields == ["criterion", f"status_{first}", "reason", *more]
    halton.ada.fills({f"gap_{first}": "Typed for 5.1"})
    halton.ada.changes("criterion", str(row_of(halton, "3.1").id))
    second = row_of(halton, "3.1").id
    (gap,) = [block for block in halton.ada.modal["blocks"] if block["block_id"] == f"gap_{second}"]
    assert gap["element"]["initial_value"] == "None. But refresh taking place"
    (status,) = [block for block in halton.ada.modal["blocks"] if block["block_id"] == f"status_{second}"]
    assert status["element"]["initial_option"]["text"]["text"] == "Completed, but refreshing"
    assert len(status["element"]["options"]) == 10


def test_the_picture_goes_to_the_channel_with_its_words_for_those_who_cannot_see_it(halton):
    halton.ada.types("/partnership tracker", channel=HALTON)
    halton.ada.presses("Post the picture")
    assert halton.ada.body == "The picture of HAL-T1: ICP development framework is on its way to the channel."
    (message,) = [m for m in halton.channel(HALTON) if m.files]
    (file,) = message.files
    assert message.thread_ts is None
    assert lines(message.shown())[0] == "HAL-T1: ICP development framework, as on Thu 15 Jul 2021"
    assert file["name"] == "HAL-T1 ICP development framework as on Thu 15 Jul 2021.png"
    assert lines(file["alt_txt"]) == [
        "One Halton: ICP development framework",
        (
            "HAL-T1, as on Thu 15 Jul 2021. 20 criteria: Achieved: 3; In Progress: 2; Started: 1; TBC: 4; "
            "Completed, but refreshing: 1; In Part: 1; Not yet available: 1; Not Started: 3; Restart: 2; "
            "In development: 2"
        ),
        "The agreement gives these statuses no colours.",
    ]
    assert halton.workspace.files[file["id"]].content.startswith(b"\x89PNG")
    halton.ada.presses("Post the picture")  # a slip
    assert len([m for m in halton.channel(HALTON) if m.files]) == 1


def test_where_no_forum_is_named_a_change_is_made_at_once_and_has_its_colour(sefton):
    proposes(sefton, "ada", "1", "Done", channel="C0SEFTON", reason="Built.")
    assert lines(sefton.ada.body) == [
        "SEF-T1: Works",
        "On record, and changed.",
        "• SEF-T1.1: status from “Idle” to “Done”",
        "[Show the tracker]",
    ]
    assert row_of(sefton, "1").status == "Done"
    assert sefton.register("SEF-T1.1") == ["criterion-tracked", "criterion-changed"]
    assert sefton.sam.dms() == []
    text = shows(sefton, "joe", channel="C0SEFTON")
    assert lines(text, "Idle:", "1 Roof:", "2 Gutter:", "3 Wall:") == [
        "3 criteria: Idle: 1; Done (green): 1; Done, but leaking (amber): 1",
        "• 1 Roof: Done (green)",
        "• 2 Gutter: Done, but leaking (amber)",
        "• 3 Wall: Idle; gap: It leans",
    ]
    sefton.sam.guesses("tracker_confirm", 1)
    assert sefton.sam.body == "No change of SEF-T1 waits for an answer any more."


def test_somebody_who_leads_two_partners_says_for_which(sefton):
    sefton.cleo.types("/partnership SEF-T1.3")
    sefton.cleo.presses("Propose a change")
    assert sefton.cleo.fields[0] == "partner"
    row = row_of(sefton, "3").id
    sefton.cleo.submits({"partner": "south-sefton-pcn", f"gap_{row}": "It fell.", "reason": "The storm."})
    assert lines(criterion(sefton, "ada", "SEF-T1.3", channel="C0SEFTON"), "Cleo (for") == [
        "• Cleo (for South Sefton PCN), Fri 16 Dec 2022, 09:30: a new row, status “None”; made at once"
    ]
    assert row_of(sefton, "3").gap == "It fell."


def test_a_member_looks_and_proposes_nothing(sefton):
    sefton.rob.types("/partnership tracker")
    assert lines(sefton.rob.body, "SEF-T1") == ["SEF-T1: Works"]
    assert "[Propose a change]" not in sefton.rob.answer
    sefton.rob.guesses("tracker_propose", 1)
    assert sefton.rob.body == (
        "A change of SEF-T1 is proposed by a partner's lead or deputy or by the secretary, and you are neither. "
        "The secretary, Sam, keeps the roster."
    )
    sefton.rob.guesses("tracker_picture", 1)
    assert sefton.rob.body == (
        "A picture of a tracker is posted to everybody by a partner's lead or deputy or by the secretary, and you "
        "are neither. The secretary, Sam, keeps the roster."
    )


def test_an_unknown_reference_and_a_tracker_that_is_not_begun_are_answered(make_world):
    world = make_world("2021-07-15 10:00", "one-halton-2021")
    world.ada.types("/partnership tracker", channel=HALTON)
    assert lines(world.ada.body) == [
        "One Halton: trackers",
        "• ICP development framework: nothing is in it yet. Whoever runs Accord begins it with a file: python -m bot tracker import",
    ]
    world.ada.types("/partnership HAL-T1.9.9", channel=HALTON)
    assert world.ada.body == (
        "I know no tracker or row HAL-T1.9.9 that you can see. /partnership tracker lists those you can."
    )


def test_a_long_tracker_comes_in_pages_and_its_form_asks_for_the_feature_first(make_world):
    world = make_world("2022-12-16 09:30", "sefton-2022", sources={"sefton-2022": with_tracker()})
    begin(world, "sefton-2022", file="long")
    text = shows(world, "ada", channel="C0SEFTON")
    assert lines(text, "Rows 1") == ["Rows 1 to 20 of 105:"]
    world.ada.presses("More rows")
    assert lines(world.ada.body, "Rows 21") == ["Rows 21 to 35 of 105:"]
    world.ada.presses("Propose a change")
    assert world.ada.fields == ["feature"]
    with world.session() as session:
        last = session.scalars(select(Criterion).where(Criterion.number == "3.35")).one()
    (block,) = [one for one in world.ada.modal["blocks"] if one["block_id"] == "feature"]
    third = next(o["value"] for o in block["element"]["options"] if o["text"]["text"] == "Feature 3")
    world.ada.changes("feature", third)
    world.ada.changes("criterion", str(last.id))
    world.ada.submits({f"gap_{last.id}": "Bigger", "reason": "It grew."})
    assert world.ada.modal is None, world.ada.modal_errors
    assert row_of(world, "3.35").gap == "Bigger"
    world.ada.presses("Post the picture")
    assert [m.shown().partition("\n")[0] for m in world.channel() if m.files] == [
        f"SEF-T1: Works, as on Fri 16 Dec 2022 ({number} of 3)" for number in (1, 2, 3)
    ]
