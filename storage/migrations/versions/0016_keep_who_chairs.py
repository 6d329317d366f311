"""Keep who chairs, and what was said of terms of office."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables, and the index by which a person's seats are found."""
    op.create_table(
        "chair_holdings",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("deputy", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_chair_holdings_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_chair_holdings_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_chair_holdings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_chair_holdings_agreement_id", "chair_holdings", ["agreement_id"])
    op.create_index("ix_chair_holdings_person_id", "chair_holdings", ["person_id"])
    op.create_index("ix_seat_holdings_person_id", "seat_holdings", ["person_id"])
    op.create_table(
        "said_of_posts",
        sa.Column("id", ID, nullable=False),
        sa.Column("once", sa.String(length=80), nullable=False),
        sa.Column("said_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_said_of_posts"),
        sa.UniqueConstraint("once", name="uq_said_of_posts_once"),
        sqlite_autoincrement=True,
    )
