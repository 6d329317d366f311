"""Keep what a conflict reaches and the role it is declared in, and what an issue is about by its key."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; the conflicts declared so far reach no more than the matters they name."""
    op.add_column("conflicts", sa.Column("reach", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("conflicts", sa.Column("declared_as", sa.String(length=20), nullable=True))
    op.add_column("issues", sa.Column("subject", sa.String(length=90), nullable=True))
