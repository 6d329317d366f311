"""Keep what partners are to do because of a decision or an issue."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table, and the count of an agreement's actions, which is none for those that are there."""
    op.add_column("agreements", sa.Column("actions_opened", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "actions",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("particulars", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("owner_id", ID, nullable=True),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("source_reference", sa.String(length=20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open", "done", "dropped", name="actionstate", native_enum=False, create_constraint=True, length=30
            ),
            nullable=False,
        ),
        sa.Column("opened_by", ID, nullable=False),
        sa.Column("opened_at", AT, nullable=False),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("closing_words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_actions_agreement_id"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_actions_terms_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name="fk_actions_owner_id"),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name="fk_actions_opened_by"),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_actions_agreement_id_number"),
        sa.UniqueConstraint("reference", name="uq_actions_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_actions_of_state", "actions", ["agreement_id", "state"])
