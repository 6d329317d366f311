"""What whoever runs Accord does in the story, killed at any moment too: a roster imported, a backup made and put back."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import func, select

from bot import backups
from storage import agreements, backups as kept, register, snapshots
from storage.database import open_engine, transaction
from storage.people import Person
from tests.crash.story import AGREEMENT, Story, alive, kill

PEOPLE = 12  # lines of a roster
LONGEST = 0.6  # seconds that a command has before it is killed, some of the time
GIVE_UP_SECONDS = 300


def imports(story: Story) -> None:
    """A roster is imported and killed meanwhile, and then to its end: everybody is there once, or nobody is."""
    number = story.counted("rosters")
    names = [f"Roster {number} line {line}" for line in range(1, PEOPLE + 1)]
    file = story.folder / f"roster-{number}.csv"
    rows = [f"{name},new,{story.affected},member" for name in names]  # such names differ by so little that it asks
    file.write_text("\n".join(["name,person,partner,capacity", *rows]) + "\n", encoding="utf-8")
    order = {"argv": ["people", "import", str(file), "--agreement", AGREEMENT]}

    def there() -> int:
        query = select(func.count()).select_from(Person).where(Person.name.in_(names))
        with transaction(story.engine) as session:
            return session.scalar(query) or 0

    killed(story, order | {"commit": 1, "moment": story.random.choice(["before", "after"])})
    assert there() in (0, PEOPLE), "half of a roster was imported"
    if not there():
        done(story, order)
    assert there() == PEOPLE


def puts_back(story: Story) -> None:
    """A backup is made and put into a new SQLite file, each killed meanwhile and then done.

    A story on SQLite goes on from there.
    """
    number = story.counted("backups")
    folder, file = story.folder / f"backup-{number}", story.folder / f"accord-{number}.sqlite3"
    url = f"sqlite:///{file}"
    backup = {"argv": ["backup", str(folder)]}
    killed(story, backup)
    if not folder.exists():
        done(story, backup)
    assert backups.check(folder).faults == (), "a backup has its name and is not whole"
    restore = {"argv": ["restore", str(folder), "--into", url]}
    killed(story, restore)
    if snapshots.is_empty(url):
        done(story, restore)
    live = {"argv": ["go-live", "--yes"], "database": url}
    killed(story, live | {"commit": 1, "moment": story.random.choice(["before", "after"])})
    engine = open_engine(url)
    with transaction(engine) as session:
        waits = kept.waits(session)
        for agreement in agreements.all_agreements(session):
            assert register.verify(session, agreement) is None
    engine.dispose()
    if waits:
        done(story, live)
    if story.url.startswith("sqlite"):
        story.goes_on(url)


def killed(story: Story, order: dict[str, Any]) -> None:
    """Run a command, and kill it if it has not ended by then."""
    child, _ = story.order(order)
    end = time.monotonic() + story.random.uniform(0, LONGEST)
    while alive(child) and time.monotonic() < end:
        time.sleep(0.005)
    kill(child)
    while alive(child):
        time.sleep(0.002)


def done(story: Story, order: dict[str, Any]) -> None:
    """Run a command to its end."""
    child, _ = story.order(order)
    end = time.monotonic() + GIVE_UP_SECONDS
    while alive(child):
        assert time.monotonic() < end, order
        time.sleep(0.01)
