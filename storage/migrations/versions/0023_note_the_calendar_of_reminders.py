"""Note the calendar that an agreement's reminders were planned on: none yet, for those there are."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the calendar that an agreement's reminders were planned on."""
    op.add_column("agreements", sa.Column("reminders_calendar", sa.String(length=300), nullable=True))
