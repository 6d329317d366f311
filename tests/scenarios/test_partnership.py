"""`/partnership` and its words; linking an account; the roster in the chat; other ways in; when something breaks."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.demo import TEAM
from storage.people import Capacity, Holding, Person
from tests.cast import Part
from tests.scenarios.conftest import ELSEWHERE, Player, buttons_of, london


def test_alone_it_is_a_short_menu(world):
    world.ada.raises("Discharge delays", "luhft")
    world.ben.types("/partnership")
    for word in ("Sefton Partnership", "Ben", "LUHFT", "1 thing", "1 open issue", "[Raise an issue]"):
        assert word in world.ben.answer
    world.ben.presses("Open issues")
    assert "SEF-1: Discharge delays" in world.ben.answer
    world.ben.presses("What I owe")
    assert "SEF-1" in world.ben.answer


@pytest.mark.parametrize(
    ("typed", "near"), [("isues", "issues"), ("peple", "people"), ("DUE!", "due"), ("halp", "help")]
)
def test_an_unknown_word_gets_the_nearest(world, typed, near):
    world.ben.types(f"/partnership {typed}")
    assert f"/partnership {near}" in world.ben.answer


def test_a_word_like_none_gets_the_list(world):
    world.ben.types("/partnership <!channel>")
    assert "issues" in world.ben.answer


def test_every_word_answers_everybody_somehow(world):
    for player in (world.ben, world.sam, world.dan, world.tom):
        for word in ("issues", "issue", "issue SEF-9", "due", "people", "link", "here", "open", "undelivered", "help"):
            for channel in ("C0SEFTON", ELSEWHERE, None):
                player.types(f"/partnership {word}", channel=channel)
                assert player.answer or player.modal, (player.part.name, word, channel)
                player.workspace.stacks.clear()


def test_people_shows_who_acts_and_what_is_missing(world):
    world.ben.types("/partnership people")
    shown = world.ben.answer
    missing = shown[shown.index("What is missing") :]
    assert "Alder Hey" in missing  # a deputy and no lead
    assert "Ola" in missing
    several = shown[shown.index("Acting for several") :]
    assert all(name in several for name in ("Cleo", "Southport and Formby PCN", "South Sefton PCN"))
    assert "Tom" not in shown
    assert "[Link an account]" not in shown
    world.sam.types("/partnership people")
    assert "[Link an account]" in world.sam.answer


def test_only_the_secretary_keeps_the_roster(world):
    with world.session() as session:
        row = world.agreement(session).id
    for name in ("person_add", "capacity_end", "account_link", "settle", "undelivered"):
        world.ben.guesses(name, row)
        assert "Sam" in world.ben.answer, name
        assert world.ben.modal is None


def test_somebody_is_put_on_the_roster_and_acts_at_once(world):
    world.sam.types("/partnership people")
    world.sam.presses("Add to the roster")
    world.sam.submits({"name": "Nia", "capacity": "lead", "partner": "alder-hey", "account": world.dan.person.id})
    assert "Nia" in world.sam.answer
    assert world.dan.raises("Beds", "luhft") == "SEF-1"
    assert "by Nia" in world.living("SEF-1").shown()


def test_a_capacity_ends_and_with_it_what_it_allowed(world):
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    world.sam.submits({"holding": holding(world, "Ben"), "ends_on": "2022-12-16"})
    world.at("2022-12-17 09:00")
    world.ben.types("/raise-issue Beds")
    assert world.ben.modal is None
    assert "capacity-ended" in world.register()


def holding(world, name):
    block = next(b for b in world.sam.modal["blocks"] if b["block_id"] == "holding")
    return next(o["value"] for o in block["element"]["options"] if o["text"]["text"].startswith(name))


# --- Linking ------------------------------------------------------------------------------------------------------


def test_a_claim_counts_for_nothing_until_the_secretary_confirms_it(world):
    world.workspace.add_person("U0OLA", "Ola")
    ola = world.players["ola"] = Player(world, Part("Ola"))
    ola.types("/raise-issue Grants")
    assert "/partnership link" in ola.answer
    ola.types("/partnership link")
    assert ola.fields == ["person"]
    options = [o["text"]["text"] for o in ola.modal["blocks"][0]["element"]["options"]]
    assert options == ["Ola"]  # everybody else has an account
    ola.submits({"person": "Ola"})
    assert "Sam" in ola.answer
    ola.types("/raise-issue Grants")
    assert "Sam" in ola.answer or "confirmed" in ola.answer
    assert ola.modal is None
    assert "confirmed" in ola.opens_home()

    claim = world.sam.dm("says they are Ola")
    world.sam.presses("Link an account", claim)
    world.sam.submits()  # the claim is filled in already
    assert "Link an account" not in buttons_of(world.sam.dms()[0])
    assert "Sefton CVS" in ola.home_shown or "Sefton CVS" in ola.opens_home()
    assert ola.dm("linked")
    assert ola.raises("Grants", "icb") == "SEF-1"
    assert world.register().count("account-linked") == 1


def test_everybody_on_a_long_roster_is_offered(world):
    with world.session() as session:
        agreement = world.agreement(session)
        found = [Person(name=f"Member {number:03d}") for number in range(1, 131)]
        session.add_all(found)
        session.flush()
        held = {"agreement_id": agreement.id, "partner": "icb", "capacity": Capacity.MEMBER}
        session.add_all(Holding(person_id=person.id, **held) for person in found)
    world.dan.types("/partnership link")
    world.dan.submits({"person": "Member 130"})
    assert world.dan.answer.startswith("Sent: Sam is to confirm that you are Member 130\n")
    world.sam.presses("Link an account", world.sam.dm("says they are Member 130"))
    world.sam.submits()  # the claim is filled in already
    assert world.dan.dm("linked").shown().startswith("This account now acts as Member 130 in the Sefton Partnership")


def test_who_is_linked_cannot_claim_another_name(world):
    world.ben.types("/partnership link")
    assert world.ben.modal is None
    assert "Ben" in world.ben.answer


def test_an_account_is_linked_to_one_person(world):
    world.sam.types("/partnership people")
    world.sam.presses("Link an account")
    world.sam.submits({"person": "Ola", "account": world.ben.person.id})
    assert "Ben" in world.sam.modal_errors["account"]


def test_the_same_name_in_another_workspace_is_nobody(world):
    world.workspace.add_person("U0BEN2", "Ben", team_id="T0ELSEWHERE")
    other = world.players["ben2"] = Player(world, Part("Ben2"))
    world.ada.raises("Discharge delays", "luhft")
    other.presses("Acknowledge", world.living("SEF-1"))
    assert "/partnership link" in other.answer
    assert world.register("SEF-1").count("issue-acknowledged") == 0


# --- Where it is typed --------------------------------------------------------------------------------------------


def test_elsewhere_with_two_agreements_it_asks_which(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.ada.raises("Care homes", "halton-council", channel="C0HALTON")
    world.ada.types("/partnership issues", channel=ELSEWHERE)
    assert "[One Halton]" in world.ada.answer
    assert "[Sefton Partnership]" in world.ada.answer
    world.ada.presses("One Halton")
    assert "HAL-1" in world.ada.answer
    world.ada.types("/partnership issues", channel="C0SEFTON")
    assert "HAL-1" not in world.ada.answer


def test_a_channel_is_bound_by_its_secretary(make_world):
    world = make_world()
    world.ben.types("/partnership here", channel=ELSEWHERE)
    assert "secretary" in world.ben.answer
    world.sam.types_in_dm("/partnership here")
    assert "channel" in world.sam.answer
    assert "channel-bound" not in world.register()
    world.sam.types("/partnership here", channel=ELSEWHERE)
    assert "SEF-1" in world.sam.answer
    world.ada.raises("Discharge delays", "luhft", channel=ELSEWHERE)
    assert "Discharge delays" in world.living("SEF-1", ELSEWHERE).shown()


def test_one_channel_runs_one_agreement(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.sam.types("/partnership here", channel="C0SEFTON")
    assert world.sam.modal is not None  # he is the secretary of both
    world.sam.submits({"agreement": "one-halton-2021"})
    assert "Sefton Partnership" in world.sam.answer


def test_a_mention_and_a_direct_message_are_second_ways_in(world):
    world.ada.raises("Discharge delays", "luhft")
    world.ben.says("@Accord issues", channel="C0SEFTON")
    assert "SEF-1" in world.ben.answer
    world.ben.says("due")
    assert "SEF-1" in world.ben.inbox()[-1]
    world.ben.says("What can you do?")
    assert "help" in world.ben.inbox()[-1]
    world.dan.says("@Accord link", channel="C0SEFTON")  # what is said opens no form
    assert "/partnership" in world.dan.answer
    world.dan.says("hello")
    assert world.dan.inbox()


def test_an_old_button_says_so(world):
    world.ben.guesses("issue_telegraph", 7)
    assert "older" in world.ben.answer


# --- When something breaks ----------------------------------------------------------------------------------------


def break_register(world):
    with world.engine.begin() as connection:
        connection.execute(text("ALTER TABLE register RENAME TO register_away"))


def mend_register(world):
    with world.engine.begin() as connection:
        connection.execute(text("ALTER TABLE register_away RENAME TO register"))


def test_an_error_gives_an_apology_with_an_id_and_saves_nothing(world):
    world.ada.types("/raise-issue Discharge delays")
    break_register(world)
    try:
        with capture_logs() as logs:
            world.ada.submits({"particulars": "My own words", "concerns": "any-matter", "affected": ["luhft"]})
    finally:
        mend_register(world)
    (line,) = [entry for entry in logs if entry.get("outcome") == "failed"]
    (said,) = world.ada.modal_errors.values()
    assert line["id"] in said
    assert "nothing was saved" in said
    assert "My own words" not in str(logs)
    assert world.references() == []
    assert world.channel() == []

    world.ada.submits()  # what was typed is still there
    assert world.references() == ["SEF-1"]


def test_a_press_that_breaks_is_apologised_for(world):
    world.ada.raises("Discharge delays", "luhft")
    notice = world.ben.dm("Notice to")
    break_register(world)
    try:
        with capture_logs() as logs:
            world.ben.presses("Acknowledge", notice)
            world.ben.types("/partnership issue SEF-1")
    finally:
        mend_register(world)
    failed = [entry["id"] for entry in logs if entry.get("outcome") == "failed"]
    assert len(failed) == 2
    assert failed[1] in world.ben.answer
    assert "Acknowledge" in world.ben.buttons("Notice to")


def test_the_workspace_is_the_actors_own(world):
    assert all(player.person.team_id == TEAM for player in world.players.values())


def test_a_form_opened_before_a_capacity_ended_is_refused(world):
    world.ben.types("/raise-issue Beds")
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    world.sam.submits({"holding": holding(world, "Ben"), "ends_on": "2022-12-16"})
    world.clock.move_to(london("2022-12-17 09:00"))
    world.ben.submits({"particulars": "p", "concerns": "any-matter", "affected": ["icb"]})
    assert "no capacity" in world.ben.answer
    assert world.references() == []
