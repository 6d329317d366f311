"""Send letters: messages that go out as a PDF."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the mark of a letter, which no message queued before has."""
    op.add_column("outbox", sa.Column("letter", sa.Boolean(), server_default=sa.false(), nullable=False))
