"""Conflicts of interest: what is published of them, who reads of a private matter, and returns of nothing. Sefton 9.1."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from bot.cli import interests
from bot.letters import set_letter
from handlers import history
from handlers.overview import interests as conflict_register
from storage.packs import pack_source
from tests.pdfs import read
from tests.scenarios.conflicts.kit import consents, declares, looks
from tests.scenarios.decisions.kit import recommends
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-12-16 09:30")
    world.without_daily_lists()
    return world


# --- What is published ----------------------------------------------------------------------------------------------


def test_what_is_withheld_is_published_until_the_secretary_agrees(sefton):
    declares(sefton.ada, person="Dr Grey", withheld="A threat was made.")
    with sefton.session() as session:
        (entry,) = conflict_register.published(session, sefton.agreement(session), sefton.clock())["entries"]
    assert entry["particulars"] == "Mersey Care owns a tenth of Beds Ltd."
    sefton.ada.guesses("conflict_withhold", 1)
    assert sefton.ada.body == (
        "You can't say what is published of SEF-C1: the secretary does that. The secretary, Sam, keeps the roster."
    )
    sefton.sam.types("/partnership conflict SEF-C1")
    sefton.sam.presses("Keep unpublished")
    with sefton.session() as session:
        facts = conflict_register.published(session, sefton.agreement(session), sefton.clock())
    (entry,) = facts["entries"]
    assert (entry["particulars"], entry["person"], entry["title"]) == (None, None, None)
    for text in (interests.as_csv(facts), read(set_letter("interests_register", facts).pdf)):
        assert "SEF-C1" in text
        assert "Beds Ltd" not in text
        assert "Grey" not in text
    # never withheld from the partners
    assert lines(looks(sefton, "ben"), "Beds Ltd") == [
        "Mersey Care owns a tenth of Beds Ltd.",
        "• Fri 16 Dec 2022, 09:30: declared by Mersey Care (Ada): Mersey Care owns a tenth of Beds Ltd.",
    ]


def test_the_register_is_written_for_spreadsheets_and_on_paper(sefton):
    declares(sefton.ada, title="=HYPERLINK(1)")
    with sefton.session() as session:
        facts = conflict_register.published(session, sefton.agreement(session), sefton.clock())
    rows = list(csv.reader(io.StringIO(interests.as_csv(facts))))
    assert rows[0][:3] == ["reference", "title", "partner"]
    assert rows[1][:4] == ["SEF-C1", "'=HYPERLINK(1)", "Mersey Care", ""]
    with zipfile.ZipFile(io.BytesIO(interests.as_xlsx(facts))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "=HYPERLINK(1)" in book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    text = read(set_letter("interests_register", facts).pdf)
    assert text == (
        "Register of interests Agreement: Collaboration agreement for the Sefton Partnership As on: "
        "Fri 16 Dec 2022 SEF-C1: Mersey Care =HYPERLINK(1) Mersey Care owns a tenth of Beds Ltd. "
        "• Financial, real; it has arisen • Declared on Fri 16 Dec 2022 Register of interests Page 1 of 1"
    )


@pytest.mark.parametrize(("day", "stays"), [("2023-06-16 10:00", True), ("2023-06-17 10:00", False)])
def test_what_is_over_stays_published_for_six_months(sefton, day, stays):
    declares(sefton.ada)
    sefton.ada.guesses("conflict_end", 1)
    sefton.ada.submits({"words": "The shares are sold."})
    sefton.wakes_at(day)
    with sefton.session() as session:
        facts = conflict_register.published(session, sefton.agreement(session), sefton.clock())
    assert bool(facts["entries"]) is stays


def test_those_who_owe_an_answer_see_it_on_their_home_tab(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    assert lines(sefton.ben.opens_home(), "say whether") == ["LUHFT is to say whether it consents; no date set"]
    consents(sefton, "ben")
    assert "say whether it consents" not in sefton.ben.opens_home()


# --- Private matters ------------------------------------------------------------------------------------------------


def test_a_private_matter_is_named_to_those_alone_who_know_of_it(sefton):
    reference = sefton.ada.raises("The rota", "luhft", private=["yes"])
    declares(sefton.ben, f"issue:{sefton.issue(reference).id}")
    assert lines(sefton.ada.dm("consent to LUHFT").shown())[0] == (
        "SEF-C1: does Mersey Care consent to LUHFT taking part in SEF-1?"
    )
    assert lines(looks(sefton, "sam"), "Consent of the others") == [
        "• SEF-1: takes no part. Consent of the others: 0 of 1; nobody has answered yet"
    ]
    for name in ("gil", "joe"):
        assert reference not in looks(sefton, name)
        assert reference not in looks(sefton, name, "interests")
        assert [said for said in sefton.players[name].inbox() if reference in said] == []
    consents(sefton, "ada")
    assert lines(looks(sefton, "ben"), "consented") == [
        "• Fri 16 Dec 2022, 09:30: Mersey Care consented in SEF-1 (Ada)",
        "• Fri 16 Dec 2022, 09:30: every other partner had consented in SEF-1",
    ]
    assert "consented" not in looks(sefton, "gil")
    with sefton.session() as session:
        agreement = sefton.agreement(session)
        assert reference not in "".join(history.lines(session, agreement, private=False))
        assert reference in "".join(history.lines(session, agreement, private=True))


# --- Nil returns, and asked again each year --------------------------------------------------------------------------


def returns(player, says="nil", **more):
    player.types("/partnership interests")
    player.presses("Nothing new to declare")
    player.submits({"says": says, **more})
    return player.answer


def test_a_nil_return_is_on_record(sefton):
    assert lines(returns(sefton.ben)) == [
        "On record: LUHFT has nothing to declare",
        "Sefton Partnership: register of interests",
        "On record: LUHFT has nothing to declare.",
    ]
    assert lines(looks(sefton, "ada", "interests"), "Have nothing to declare, as they said:") == [
        "Have nothing to declare, as they said: LUHFT"
    ]
    assert sefton.register().count("interests-nil") == 1
    returns(sefton.sam, partner="sefton-cvs", evidence="By letter")
    assert sefton.facts("interests-nil")["on_behalf"] is True
    sefton.rob.guesses("interests_return", 1)
    assert sefton.rob.body == (
        "You can't say that there is nothing to declare. Ada (lead, Mersey Care) or Sam (secretary) can."
    )


def test_whoever_has_declared_one_has_not_nothing_to_declare(sefton):
    declares(sefton.ada)
    assert returns(sefton.ada) == (
        "Mersey Care has declared SEF-C1. Please choose that it is still so, or say first that it is over."
    )
    assert lines(returns(sefton.ada, "unchanged")) == [
        "On record: Mersey Care says that nothing has changed",
        "Sefton Partnership: register of interests",
        "On record: Mersey Care says that what it has declared is still so.",
    ]


def test_each_year_every_partner_is_asked_again_and_reminded_until_it_answers(make_world):
    source = pack_source("sefton-2022").replace("  dual_roles_declare: true\n", REFRESHED)
    world = make_world("2022-12-16 09:30", sources={"sefton-2022": source})
    assert lines(world.ben.opens_home(), "declare its") == [
        "LUHFT is to declare its interests, or that there are none; no date set"
    ]
    returns(world.ben)
    assert "declare its interests" not in world.ben.opens_home()
    declares(world.ada)
    assert "declare its interests" not in world.ada.opens_home()
    asked = looks(world, "ada", "interests").partition("Asked again, and not answered yet: ")[2].partition("\n")[0]
    assert asked == (
        "Cheshire and Merseyside ICB, Sefton Council, Southport and Ormskirk, Alder Hey, Healthwatch Sefton, "
        "Southport and Formby PCN, South Sefton PCN, Sefton CVS, and One Vision Housing"
    )
    world.wakes_at("2023-12-15 10:00")
    assert "declare its interests" not in world.ben.opens_home()
    world.wakes_at("2023-12-16 10:00")
    assert lines(world.ben.opens_home(), "declare its") == [
        "LUHFT is to declare its interests, or that there are none; no date set"
    ]
    assert lines(world.ada.opens_home(), "declare its") == [
        "Mersey Care is to declare its interests, or that there are none; no date set"
    ]
    returns(world.ada, "unchanged")
    assert "declare its interests" not in world.ada.opens_home()


REFRESHED = "  dual_roles_declare: true\n  refresh: {number: 1, unit: years}\n"
