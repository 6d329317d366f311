"""Index the lanes of the outbox by what comes first in each, and let none send two messages at once."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

LANE = ["platform", "workspace", "lane"]


def upgrade() -> None:
    """Add the indexes. The release before sends one message of a lane at a time too, so the rule holds of its rows."""
    _add("ix_outbox_lanes", [*LANE, "not_before_at", "id"], "state = 'waiting'")
    _add("ix_outbox_tried", [*LANE, "id"], "state = 'waiting' AND attempts > 0")
    _add("uq_outbox_sending", LANE, "state = 'sending'", unique=True)
    _add("ix_outbox_sent", ["sent_at"], "state = 'sent'")
    op.drop_index("ix_outbox_sending", "outbox")


def _add(name: str, columns: list[str], only: str, *, unique: bool = False) -> None:
    where = sa.text(only)
    op.create_index(name, "outbox", columns, unique=unique, sqlite_where=where, postgresql_where=where)
