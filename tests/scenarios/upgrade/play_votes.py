"""Keep what commit b9e7bd4 left of votes under way: its rows. README.md in this folder says how it runs."""

from __future__ import annotations

import io
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ruamel.yaml import YAML

from storage.packs import pack_source
from tests.scenarios.conftest import buttons_of

ORDINARY = {
    "name": "Resolution",
    "clause": "ToR 6",
    "forum": "partnership-board",
    "who": ["present-and-voting"],
    "threshold": {"kind": "more-than", "of": "1/2"},
    "quorum": {"number": 3, "clause": "ToR 6"},
}


def pack() -> str:
    """Sefton's pack with half of the partners as a quorum, and a rule that counts those present and voting."""
    yaml, out = YAML(), io.StringIO()
    found = yaml.load(pack_source("sefton-2022"))
    found["decision_rules"]["recommendation"]["quorum"] = {"fraction": "1/2", "clause": "ToR 5"}
    found["decision_rules"]["ordinary"] = ORDINARY
    yaml.dump(found, out)
    return out.getvalue()


def test_votes_are_kept(make_world):
    world = make_world("2022-09-06 09:30", sources={"sefton-2022": pack()})
    world.without_daily_lists()

    def puts(title, rule, closes_on):
        world.ada.types(f"/propose-decision {title}")
        world.ada.changes("rule", rule)
        world.ada.submits({"wording": f"{title}.", "reasons": "Demand", "closes_on": closes_on})
        world.ada.presses("Open the vote")

    def says(name, button):
        player = world.players[name]
        player.presses(button, [m for m in player.dms() if button in buttons_of(m)][-1])
        player.submits({})

    puts("Ten beds", "recommendation", "2022-09-20")
    says("ada", "Agree")
    puts("One plan", "variation", "2022-09-20")
    says("ada", "Agree")
    puts("Shared wards", "recommendation", "2022-09-20")
    puts("A car park", "ordinary", "2022-09-20")
    says("ada", "Agree")
    says("ben", "Abstain")
    world.sam.types("/partnership decision SEF-D4")
    world.sam.presses("Record a vote")
    world.sam.submits({"voter": "sefton-council", "vote": "abstain", "evidence": "By telephone"})
    puts("A bus stop", "recommendation", "2022-09-07")
    says("ada", "Agree")
    world.at("2022-09-08 09:30")
    assert world.register().count("vote-opened") == 5
    with world.session() as session:
        file = session.get_bind().url.database
    with closing(sqlite3.connect(file)) as live:
        live.execute("PRAGMA foreign_keys = ON")
        for (row,) in live.execute("SELECT id FROM outbox WHERE person_id IS NOT NULL ORDER BY id DESC").fetchall():
            with suppress(sqlite3.IntegrityError):
                live.execute("DELETE FROM outbox WHERE id = ?", (row,))
        live.commit()
        kept = [one for one in live.iterdump() if not one.startswith("CREATE ")]
        Path(os.environ["KEEP"]).write_text("\n".join(kept) + "\n", encoding="utf-8")
