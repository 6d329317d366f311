"""Somebody copies an older file over the database: what was posted since names nothing, and acts on nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from storage.people import Capacity, Holding, Person
from tests.scenarios.restore.kit import goes_on

UNKNOWN = "I know no such issue that you can see. /partnership issues lists those you can."


@pytest.fixture
def copy(world, tmp_path):
    """A function that copies the database as a file."""
    if world.engine.dialect.name != "sqlite":
        pytest.skip("a file is copied")

    def copied():
        file = tmp_path / "accord.sqlite3"
        with closing(sqlite3.connect(world.engine.url.database)) as there, closing(sqlite3.connect(file)) as here:
            there.backup(here)
        return f"sqlite:///{file}"

    return copied


def acknowledged(world, reference):
    return [one.partner for one in world.issue(reference).partners if one.acknowledged_at]


def test_an_old_button_acts_on_no_other_row(world, copy):
    world.ada.raises("Late letters", "luhft")
    older = copy()
    assert world.ada.raises("Discharge delays", "luhft") == "SEF-2"
    after = goes_on(world, older)
    assert after.ada.raises("No beds", "luhft") == "SEF-2"
    after.ben.presses("Acknowledge", world.ben.dm("Discharge delays"))
    assert after.ben.body == UNKNOWN
    assert acknowledged(after, "SEF-2") == []
    after.ben.presses("Acknowledge", after.ben.dm("No beds"))
    assert acknowledged(after, "SEF-2") == ["luhft"]
    after.stage.stop()


def test_an_open_form_is_of_no_other_row(world, copy):
    older = copy()
    world.ada.raises("Discharge delays", "luhft")
    world.ben.presses("Comment", world.ben.dm("Discharge delays"))
    after = goes_on(world, older)
    assert after.ada.raises("No beds", "luhft") == "SEF-1"
    after.ben.submits({"words": "We see to it"})
    assert after.ben.body == UNKNOWN
    assert "issue-commented" not in after.register()
    after.stage.stop()


def deputy(world, name):
    """Somebody is put on the roster as a deputy, by hand; return the holding."""
    world.by_hand = True
    with world.session() as session:
        person = Person(name=name)
        session.add(person)
        session.flush()
        sefton = world.agreement(session)
        holding = Holding(person_id=person.id, agreement_id=sefton.id, partner="luhft", capacity=Capacity.DEPUTY)
        session.add(holding)
        session.flush()
        return holding.id


def test_what_was_chosen_in_an_open_form_is_nobody_else(world, copy):
    older = copy()
    nora = deputy(world, "Nora")
    world.sam.guesses("capacity_end", 1)
    world.sam.fills({"holding": str(nora)})
    after = goes_on(world, older)
    olga = deputy(after, "Olga")
    after.sam.submits()
    assert after.sam.modal_errors == {"holding": "This choice is no longer offered. Please choose again."}
    with after.session() as session:
        assert session.get_one(Holding, olga).ends_on is None
    after.stage.stop()
