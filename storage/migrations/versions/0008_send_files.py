"""Send files: letters, and copies of what was given to a form."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what file a message is, which none is that was queued before, and a decision's files and first day."""
    op.add_column("outbox", sa.Column("carries", sa.String(length=10), nullable=True))
    op.add_column("decisions", sa.Column("files", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("decisions", sa.Column("opens_on", sa.Date(), nullable=True))
