"""Begin the day: when each agreement's next working morning is."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the column. None: its morning is planned by the next tick."""
    op.add_column("agreements", sa.Column("next_morning_at", AT, nullable=True))
    op.create_index("ix_agreements_next_morning_at", "agreements", ["next_morning_at"])
