"""The agenda of a meeting: who puts things on it, what is on it by itself, and who may not see what."""

from __future__ import annotations

import pytest

from storage import agreements, counters, meetings
from tests.hostile import MARKUP
from tests.scenarios import named
from tests.scenarios.meetings.kit import (
    does,
    living,
    row,
    sets_series,
    shows,
    with_notice,
)
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-09-01 09:30", mornings=True)
    world.without_daily_lists()
    return world


@pytest.fixture
def noticed(make_world):
    world = make_world("2022-10-03 09:30", sources={"sefton-2022": with_notice()}, mornings=True)
    world.without_daily_lists()
    return world


def test_leads_and_deputies_put_things_on_the_agenda_and_others_do_not(sefton):
    sets_series(sefton, "2022-09-06")
    does(sefton, "Put something on it", who="eve", title="Winter beds", words="How many?")
    assert lines(living(sefton), "2. Winter beds, asked for by Eve (Mersey Care):") == [
        "2. Winter beds, asked for by Eve (Mersey Care): How many?"
    ]
    does(sefton, "Put something on it", who="cleo", partner="south-sefton-pcn", title="Vaccines")
    assert lines(living(sefton), "3. Vaccines") == ["3. Vaccines, asked for by Cleo (South Sefton PCN)"]
    sefton.rob.guesses("meeting_item", row(sefton).id)
    assert sefton.rob.body == (
        "You can't put anything on the agenda of SEF-M1. Ada (lead, Mersey Care) or Sam (secretary) can."
    )
    with sefton.session() as session:
        (item, _) = session.get_one(meetings.Meeting, row(sefton).id).items
    does(sefton, "Take an item off", item=str(item.id), words="Settled.")
    assert lines(living(sefton), "2. Vaccines") == ["2. Vaccines, asked for by Cleo (South Sefton PCN)"]
    assert "Winter beds" not in living(sefton)
    assert lines(shows(sefton), "took off its agenda “Winter beds”:") == [
        "• Thu 1 Sep 2022, 09:30: Sam took off its agenda “Winter beds”: Settled."
    ]


def test_the_agenda_has_what_is_open_for_the_forum_and_the_declared_interests_in_it(sefton):
    sefton.ada.types("/propose-decision Shared wards")
    sefton.ada.changes("rule", "recommendation")
    sefton.ada.submits({"wording": "One ward.", "reasons": "Cheaper.", "closes_on": "2022-09-30"})
    sets_series(sefton, "2022-09-06")
    assert "SEF-D1" not in living(sefton)  # a draft is for whoever can open it
    assert lines(shows(sefton, "eve"), "SEF-D1:") == ["2. SEF-D1: Shared wards. A draft of a decision"]
    assert "SEF-D1" not in shows(sefton, "ben")
    sefton.ada.types("/partnership decision SEF-D1")
    sefton.ada.presses("Open the vote")
    sefton.ben.types("/declare-conflict Shares")
    interest = {"category": "financial", "nature": "real", "time": "arises", "particulars": "We own a tenth of it."}
    with sefton.session() as session:
        matter = named.choice(session, "decision:1")
    sefton.ben.submits(interest | {"matters": [matter]})
    assert sefton.ben.modal is None, sefton.ben.modal_errors
    sefton.at("2022-09-02 12:00")
    said = living(sefton)
    assert lines(said, "SEF-C1, LUHFT:", "2. SEF-D1:") == [
        "• SEF-C1, LUHFT: Shares; in SEF-D1 it takes no part",
        "2. SEF-D1: Shared wards. Open to votes until Fri 30 Sep 2022",
    ]


def test_a_private_issue_on_the_agenda_is_there_for_nobody_who_may_not_see_it(noticed):
    world = noticed
    world.ada.raises("Beds", "luhft")
    world.ada.raises("The rota", "luhft", private=["yes"])
    sets_series(world, "2022-10-18")
    assert lines(living(world), "2. SEF-1:") == ["2. SEF-1: Beds. Stage: Discussion between the partners"]
    assert "SEF-2" not in living(world)
    assert lines(shows(world, "ben"), "3. SEF-2:") == [
        "3. SEF-2: The rota (private). Stage: Discussion between the partners"
    ]
    assert "SEF-2" not in shows(world, "joe")
    does(world, "Call the meeting")
    assert lines(world.ben.dm("Notice of a meeting").shown(), "SEF-2:") == [
        "3. SEF-2: The rota (private). Stage: Discussion between the partners"
    ]
    assert "SEF-2" not in world.joe.dm("Notice of a meeting").shown()
    assert world.facts("meeting-called")["agenda"] == ["SEF-1"]
    world.at("2022-10-04 12:00")
    edits = [m for m in world.channel() if not m.thread_ts and m.shown().startswith("SEF-M1")]
    assert len(edits) == 1


def test_the_living_message_is_left_alone_while_nothing_has_changed(sefton):
    sets_series(sefton, "2022-09-20")
    before = sefton.workspace.journal[:]
    sefton.at("2022-09-07 12:00")
    updates = [e for e in sefton.workspace.journal[len(before) :] if e.kind == "chat.update"]
    assert updates == []


def test_hostile_words_stay_words(sefton):
    words = " ".join(MARKUP.values())
    sets_series(sefton, "2022-09-06", place=words[:300], words=words[:500])
    does(sefton, "Put something on it", title=words[:150], words=words[:900])
    does(sefton, "Call the meeting", words=words[:900], papers=words[:900])
    does(sefton, "Move it", on="2022-09-07", words=words[:400])
    shows(sefton, "ada")
    assert lines(sefton.ada.body, "SEF-M1") == ["SEF-M1: Sefton Partnership board, Wed 7 Sep 2022"]


def test_the_terms_say_which_agreement_it_is_and_a_stranger_sees_nothing(sefton):
    sets_series(sefton, "2022-09-06")
    assert lines(shows(sefton, "dan"))[-1] == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )
    assert lines(shows(sefton, "ada", "SEF-M9"))[-1] == (
        "I know no meeting SEF-M9 that you can see. /partnership meetings lists those you can."
    )
    sefton.ada.types("/partnership sef-m1")
    assert lines(sefton.ada.body, "SEF-M1:") == ["SEF-M1: Sefton Partnership board, Tue 6 Sep 2022"]
    with sefton.session() as session:
        assert counters.given(session, agreements.by_key(session, "sefton-2022"), "meeting") == 1
