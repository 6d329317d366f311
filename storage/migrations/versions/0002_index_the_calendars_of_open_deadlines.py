"""Index the calendars of the open deadlines, so that each tick reads one row of the index for each calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the new index before the old one goes. No table of deadlines is large yet: it locks for an instant."""
    is_open = sa.text("state = 'open'")
    columns = ["calendar_version", "id"]
    op.create_index("ix_deadlines_open_calendar", "deadlines", columns, sqlite_where=is_open, postgresql_where=is_open)
    op.drop_index("ix_deadlines_calendar_version", "deadlines")
