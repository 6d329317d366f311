"""Tell what happened in a month, and to those who ask for it as it happens."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add who follows an agreement, which is nobody so far, and which month was told last: none."""
    op.create_table(
        "followers",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("followed_at", AT, nullable=False),
        sa.Column("told_number", sa.Integer(), nullable=False),
        sa.Column("not_before_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_followers_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_followers_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_followers"),
        sa.UniqueConstraint("agreement_id", "person_id", name="uq_followers_agreement_id_person_id"),
        sqlite_autoincrement=True,
    )
    op.add_column("agreements", sa.Column("told_month", sa.String(length=7), nullable=True))
