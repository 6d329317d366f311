"""The one window Slack leaves open: what it has taken and no receipt tells of. It is as wide as there are senders."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine

from bot.demo import TEAM
from bot.outbox import SENDERS
from storage import outbox
from storage.database import transaction
from tests import invariants
from tests.crash.story import Story, kill

MESSAGES = 2 * SENDERS + 10


@contextmanager
def held(url: str):
    """Nobody can write a receipt meanwhile."""
    other = create_engine(url)
    with other.connect() as connection:
        sqlite = other.dialect.name == "sqlite"
        connection.exec_driver_sql("BEGIN IMMEDIATE" if sqlite else "LOCK TABLE outbox IN EXCLUSIVE MODE")
        yield
        connection.rollback()
    other.dispose()


def test_a_kill_finds_no_more_messages_without_a_receipt_than_there_are_senders(tmp_path: Path, database_url: str):
    story = Story(tmp_path, database_url, seed=1)
    people = [f"U9{number:03}" for number in range(MESSAGES)]
    for user in people:
        story.workspace.add_person(user, user)

    def there() -> int:
        return sum(len(story.workspace.messages(story.workspace.dm(user))) for user in people)

    try:
        with transaction(story.engine) as session:
            now = story.clock()
            for user in people:
                facts = {"agreement": "Sefton", "partners": 11, "secretary": "Sam"}
                message = {"once": user, "lane": user, "platform": "slack", "workspace": TEAM, "template": "welcome"}
                values = {"facts": facts, "buttons": [], "queued_at": now, "not_before_at": now}
                assert outbox.put(session, message | values)
        story.workspace.faults.next(method="chat.postMessage", hold="after", times=MESSAGES)
        child = story.start()
        story.workspace.wait_for(lambda: there() == SENDERS)
        with held(database_url):
            story.workspace.faults.clear()  # Slack answers, and none of it can be noted
            time.sleep(1.5)
            assert there() == SENDERS
            kill(child)
        assert story.without_receipt() == SENDERS
        story.come_to_rest()
        with transaction(story.engine) as session:
            assert invariants.messages_went_out_once(session, story.workspace, cut=SENDERS) == SENDERS
        assert there() == MESSAGES + SENDERS
    finally:
        story.stop()
