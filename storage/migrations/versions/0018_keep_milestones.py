"""Keep milestones: those of an agreement's document, and those that its partners have added."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
CHECKED = {"native_enum": False, "create_constraint": True, "length": 30}


def upgrade() -> None:
    """Add the table, and the count of an agreement's milestones: those of its document are added the next morning."""
    op.add_column("agreements", sa.Column("milestones_added", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "milestones",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=True),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("left_version", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("clause", sa.Text(), nullable=True),
        sa.Column("particulars", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(length=20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("condition", sa.String(length=150), nullable=True),
        sa.Column("came_true_on", sa.Date(), nullable=True),
        sa.Column("past", sa.Boolean(), nullable=False),
        sa.Column("past_asked_at", AT, nullable=True),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "met", "not-met", "dropped", name="milestonestate", **CHECKED),
            nullable=False,
        ),
        sa.Column(
            "said",
            sa.Enum("on-track", "at-risk", "met", "not-met", name="progress", **CHECKED),
            nullable=True,
        ),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("said_words", sa.Text(), nullable=True),
        sa.Column("said_evidence", sa.Text(), nullable=True),
        sa.Column("said_by", ID, nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("added_by", ID, nullable=True),
        sa.Column("added_at", AT, nullable=False),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("closing_words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_milestones_agreement_id"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_milestones_terms_id"),
        sa.ForeignKeyConstraint(["said_by"], ["people.id"], name="fk_milestones_said_by"),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name="fk_milestones_added_by"),
        sa.PrimaryKeyConstraint("id", name="pk_milestones"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_milestones_agreement_id_number"),
        sa.UniqueConstraint("agreement_id", "key", name="uq_milestones_agreement_id_key"),
        sa.UniqueConstraint("reference", name="uq_milestones_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_milestones_of_state", "milestones", ["agreement_id", "state"])
