"""What a name, a comment or a capacity that has ended does not give anybody."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.people import Account, Holding, Link, Person
from tests.scenarios.reading_kit import body_of, lines


def accounts_of(world, name):
    """The user ids linked to people of this name."""
    with world.session() as session:
        named = select(Account.user).join(Person, Person.id == Account.person_id)
        return sorted(session.scalars(named.where(Person.name == name, Account.link == Link.LINKED)))


def holding_of(world, name):
    with world.session() as session:
        held = select(Holding.id).join(Person, Person.id == Holding.person_id).where(Person.name == name)
        return str(session.scalars(held).first())


def test_a_secretary_cannot_bring_in_the_people_of_another_agreement_by_name(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.workspace.add_person("U0EVIL", "Somebody else")
    world.sam.types("/partnership people", channel="C0HALTON")
    world.sam.presses("Add to the roster")
    world.sam.submits({"name": "Ben", "capacity": "lead", "partner": "halton-council", "account": "U0EVIL"})
    assert accounts_of(world, "Ben") == ["U0BEN", "U0EVIL"]
    with world.session() as session:
        theirs = select(Holding.partner).join(Account, Account.person_id == Holding.person_id)
        assert list(session.scalars(theirs.where(Account.user == "U0EVIL"))) == ["halton-council"]
        assert "halton-council" not in list(session.scalars(theirs.where(Account.user == "U0BEN")))


def test_a_namesake_with_another_account_is_not_the_same_person(world):
    world.workspace.add_person("U0EVIL", "Somebody else")
    world.sam.types("/partnership people")
    world.sam.presses("Add to the roster")
    world.sam.submits({"name": "Ben", "capacity": "lead", "partner": "sefton-council", "account": "U0EVIL"})
    assert "Ben is linked to another account already. Nothing was changed." in world.sam.modal_errors["name"]
    assert len(accounts_of(world, "Ben")) == 1


def test_somebody_whose_capacity_has_ended_is_told_nothing_more(world):
    world.ada.raises("Discharge delays", "luhft")
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    world.sam.submits({"holding": holding_of(world, "Ben"), "ends_on": "2022-12-16"})
    assert lines(body_of(world.ben.dms()[-1])) == [
        "Lead for LUHFT",
        "Sam has ended your term, in the Sefton Partnership agreement: your last day is Fri 16 Dec 2022. What you did in it stays on record.",
        "/partnership seats shows who holds what. If this is not right, please tell the secretary.",
    ]
    told_before = len(world.ben.dms())
    world.skip_to("2023-01-06 10:00")
    assert len(world.ben.dms()) == told_before


@pytest.mark.parametrize(
    ("moment", "answer", "holds"),
    [
        ("2022-06-30 23:59", "Sefton Partnership: open issues", ["• Sefton Partnership: lead for LUHFT"]),
        (
            "2022-07-01 00:01",
            "Tom holds no capacity in any agreement today. Please ask the secretary of yours.",
            [],
        ),  # 23:01 the day before in UTC
    ],
)
def test_a_capacity_ends_at_midnight_where_the_agreement_lives(make_world, moment, answer, holds):
    world = make_world(moment)
    world.tom.types_in_dm("/partnership issues")
    assert lines(world.tom.body)[0] == answer
    assert lines(world.tom.opens_home(), "LUHFT") == holds


def test_the_only_secretary_cannot_leave_nobody_behind(world):
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    world.sam.submits({"holding": holding_of(world, "Sam"), "ends_on": "2022-12-16"})
    assert world.sam.modal_errors["holding"] == "This is the only secretary. Please add another one first."


def test_a_form_that_was_open_when_a_capacity_ended_is_refused(world):
    world.ada.raises("Discharge delays", "luhft", "sefton-council")
    world.cleo.presses("Comment", world.living("SEF-1"))
    assert world.cleo.fields == ["partner", "words"]
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    world.sam.submits({"holding": "Cleo, lead, Southport and Formby PCN", "ends_on": "2022-12-16"})
    world.skip_to("2022-12-17 10:00")

    world.cleo.submits({"partner": "southport-formby-pcn", "words": "Noted."})
    refused = "You can no longer do this for Southport and Formby PCN. Please open the form again."
    assert world.cleo.modal_errors == {"partner": refused}
    assert world.register("SEF-1").count("issue-commented") == 0
