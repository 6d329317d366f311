"""Play issues up a ladder whose clocks count from the raising and from a stage's beginning, and keep the rows.

It runs in a checkout of the release whose rows are kept, as play.py does:

    python -m tests.scenarios.upgrade.play_ladder ladder-b9e7bd4.sql
"""

from __future__ import annotations

import io
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from ruamel.yaml import YAML

from bot.demo import set_stage
from storage import migrate
from storage.packs import pack_source
from tests.cast import BY_AGREEMENT
from tests.scenarios.conftest import FrozenClock, World, london

KEY = "sefton-2022"
PARTNERS = ("mersey-care", "luhft", "sefton-council")
KEPT = ("id", "title", "short_title", "prefix", "operational_days", "issues", "signatures", "term")


def pack() -> str:
    """Sefton's pack with three partners and three stages: ten days, five from the beginning, thirty from the raising."""
    yaml, out = YAML(), io.StringIO()
    found = yaml.load(pack_source(KEY))
    stage = {**found["issues"]["stages"][0], "moved_on_by": ["affected-partner", "secretary"]}
    days = {"unit": "operational-days", "calendar": "operational-days"}
    made = {key: found[key] for key in KEPT}
    made["calendars"] = {"operational-days": {"base": "england-and-wales"}}
    made["partners"] = [dict(it) for it in found["partners"] if it["key"] in PARTNERS]
    made["categories"] = found["categories"]
    made["term"] = {"begins": date(2022, 2, 1), "open_ended": True}
    made["signatures"] = {"forms": ["wet-ink"], "effect": {"rule": "stated-date"}}
    for partner in made["partners"]:
        partner.pop("eligibility", None)
    made["clocks"] = {
        "first": {"name": "Talks", "clause": "5.2", "counts_from": "notified", "limit": {"number": 10, **days}},
        "second": {"name": "Chairs", "clause": "5.3", "counts_from": "stage-entered", "limit": {"number": 5, **days}},
        "third": {"name": "Board", "clause": "5.4", "counts_from": "raised", "limit": {"number": 30, **days}},
    }
    made["issues"] = {
        "notify": "all-partners",
        "stages": [
            {
                **stage,
                "key": "talks",
                "name": "Talks",
                "clause": "5.2",
                "clock": "first",
                "on_time_up": "move",
                "next": "chairs",
            },
            {**stage, "key": "chairs", "name": "The chairs", "clause": "5.3", "clock": "second", "next": "board"},
            {**stage, "key": "board", "name": "The board", "clause": "5.4", "clock": "third"},
        ],
    }
    yaml.representer.ignore_aliases = lambda _: True
    yaml.dump(made, out)
    return out.getvalue()


def goes_on(player, reference: str, to: str) -> None:
    player.opens(reference)
    player.presses("Take it further")
    player.submits({"to": to, "words": "We tried."})
    assert player.modal is None, player.modal_errors


def main(to: str) -> None:
    """Raise three issues on Monday 9 January 2023, and keep what there is on Wednesday the 25th."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "accord.sqlite3"
        migrate.upgrade(f"sqlite:///{file}")
        clock = FrozenClock(london("2023-01-09 09:30"))
        world = World(set_stage(f"sqlite:///{file}", clock=clock, title="Sefton"), clock, (KEY,))
        cast = tuple(part for part in BY_AGREEMENT[KEY] if part.name in ("Ada", "Ben", "Joe", "Sam"))
        world.load(KEY, cast=cast, source=pack())
        world.without_mornings()
        world.tick()
        world.tick()
        for title in ("Beds", "Ambulances", "Pharmacies"):
            world.ada.raises(title, "luhft")
        world.at("2023-01-12 10:00")
        goes_on(world.ada, "SEF-2", "chairs")
        goes_on(world.ada, "SEF-2", "board")
        goes_on(world.ada, "SEF-3", "chairs")
        world.at("2023-01-13 10:00")
        goes_on(world.ada, "SEF-3", "board")
        world.ben.opens("SEF-3")
        world.ben.presses("Ask for more time")
        world.ben.submits({"extend_to": "2023-03-01", "words": "The board meets in February"})
        world.ada.opens("SEF-3")
        world.ada.presses("Agree to more time")
        world.at("2023-01-25 10:00")
        world.settle()
        world.stage.stop()
        with closing(sqlite3.connect(file)) as rows:
            rows.execute("DELETE FROM outbox WHERE template NOT IN ('issue', 'issue_notice')")  # to keep it short
            rows.commit()
            Path(to).write_text(
                "\n".join(one for one in rows.iterdump() if not one.startswith("CREATE ")) + "\n", encoding="utf-8"
            )


if __name__ == "__main__":
    main(sys.argv[1])
