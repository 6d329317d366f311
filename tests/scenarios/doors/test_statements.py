"""What an act asks of the database: how many statements, which do not depend on how busy a machine is.

What is drawn of it afterwards is the sender's: see tests/scenarios/daily/test_drawing.py.
"""

from __future__ import annotations

from tests.many import statements_of

ISSUE = {"particulars": "Since May.", "concerns": "any-matter", "affected": ["luhft", "icb"]}
ASKED = {"form": 12, "acknowledge": 29, "show": 18}
AS_THE_DATABASE_WRITES = {  # PostgreSQL takes the eleven partners of an issue in one statement
    "sqlite": {"raise": 72, "comment": 35},
    "postgresql": {"raise": 61, "comment": 34},
}


def test_each_act_asks_so_much(world):
    world.ada.raises("Letters arrive late", "luhft", "icb")
    world.settle, settle = world.whisper, world.settle
    notice = world.ben.dm("SEF-1")
    found = {}

    def count(name, act):
        asked = statements_of(world.engine, act)
        found[name] = len([it for it in asked if not it.startswith("BEGIN")])
        settle()

    count("form", lambda: world.ada.types("/raise-issue Beds are short"))
    count("raise", lambda: world.ada.submits(ISSUE))
    count("acknowledge", lambda: world.ben.presses("Acknowledge", notice))
    world.gil.opens("SEF-1")
    world.gil.presses("Comment")
    count("comment", lambda: world.gil.submits({"words": "We have seen it too."}))
    count("show", lambda: world.ben.types("/partnership issue SEF-1"))
    assert found == ASKED | AS_THE_DATABASE_WRITES[world.engine.dialect.name]
