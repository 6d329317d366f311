"""Tell what happened in a month, and to those who ask for it as it happens."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add who follows an agreement, which is nobody so far, and when its next bulletin is due: the clock plans that."""
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
    op.add_column("agreements", sa.Column("next_bulletin_at", AT, nullable=True))
    op.create_index("ix_agreements_next_bulletin_at", "agreements", ["next_bulletin_at"])
