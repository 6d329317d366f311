"""Review: reviews as they are held, what each partner reports, and the events that bring one about."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
CHECKED = {"native_enum": False, "create_constraint": True, "length": 30}


def upgrade() -> None:
    """Add the tables, and the count of an agreement's reviews: none so far."""
    op.create_table(
        "reviews",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("occurrence", sa.String(length=80), nullable=False),
        sa.Column("review", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("nominal_on", sa.Date(), nullable=False),
        sa.Column("meets_on", sa.Date(), nullable=False),
        sa.Column("day_chosen", sa.Boolean(), nullable=False),
        sa.Column("begin_by_on", sa.Date(), nullable=True),
        sa.Column("complete_by_on", sa.Date(), nullable=True),
        sa.Column("trigger", sa.String(length=150), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("state", sa.Enum("open", "closed", name="reviewstate", **CHECKED), nullable=False),
        sa.Column("opened_at", AT, nullable=False),
        sa.Column("opened_by", ID, nullable=True),
        sa.Column("post_id", ID, nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("findings", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum("continue", "vary", "extend", "end", name="reviewoutcome", **CHECKED),
            nullable=True,
        ),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("closed_by", ID, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_reviews_agreement_id"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_reviews_terms_id"),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name="fk_reviews_opened_by"),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name="fk_reviews_closed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_reviews_agreement_id_number"),
        sa.UniqueConstraint("agreement_id", "occurrence", name="uq_reviews_agreement_id_occurrence"),
        sa.UniqueConstraint("reference", name="uq_reviews_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reviews_of_state", "reviews", ["agreement_id", "state"])
    op.create_table(
        "review_answers",
        sa.Column("id", ID, nullable=False),
        sa.Column("review_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("words", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("changes", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("answered_by", ID, nullable=True),
        sa.Column("answered_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_review_answers_review_id"),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name="fk_review_answers_answered_by"),
        sa.PrimaryKeyConstraint("id", name="pk_review_answers"),
        sa.UniqueConstraint("review_id", "partner", name="uq_review_answers_review_id_partner"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "review_events",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("review", sa.String(length=40), nullable=False),
        sa.Column("trigger", sa.String(length=150), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("declared_by", ID, nullable=False),
        sa.Column("declared_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_review_events_agreement_id"),
        sa.ForeignKeyConstraint(["declared_by"], ["people.id"], name="fk_review_events_declared_by"),
        sa.PrimaryKeyConstraint("id", name="pk_review_events"),
        sa.UniqueConstraint(
            "agreement_id",
            "review",
            "trigger",
            "happened_on",
            name="uq_review_events_agreement_id_review_trigger_happened_on",
        ),
        sqlite_autoincrement=True,
    )
    op.add_column("agreements", sa.Column("reviews_opened", sa.Integer(), server_default="0", nullable=False))
