"""Keep which organisation stands on a counterpart, and what it lacks of what the agreement asks for."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both, empty: what came before was not asked for them, and is complete."""
    op.add_column("counterparts", sa.Column("organisation", sa.String(150), nullable=True))
    op.add_column("counterparts", sa.Column("lacks", sa.JSON(), nullable=True))
