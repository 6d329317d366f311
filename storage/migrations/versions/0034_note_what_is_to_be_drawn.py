"""Note which matters have changed, so that their messages are drawn after the act and not in it."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table, empty: whatever was acted on before has been drawn."""
    op.create_table(
        "redraws",
        sa.Column("id", ID, primary_key=True),
        sa.Column("matter", sa.String(length=40), nullable=False),
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("not_before_at", AT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_redraws_not_before_at", "redraws", ["not_before_at"])
