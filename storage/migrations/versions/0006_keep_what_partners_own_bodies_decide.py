"""Keep what partners' own bodies decide of a decision that needs their approval."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "ratifications",
        sa.Column("id", ID, nullable=False),
        sa.Column("decision_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("reported_by", ID, nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_ratifications_decision_id"),
        sa.ForeignKeyConstraint(["reported_by"], ["people.id"], name="fk_ratifications_reported_by"),
        sa.PrimaryKeyConstraint("id", name="pk_ratifications"),
        sa.UniqueConstraint("decision_id", "partner", name="uq_ratifications_decision_id_partner"),
        sqlite_autoincrement=True,
    )
