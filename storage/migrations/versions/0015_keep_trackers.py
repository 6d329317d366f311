"""Keep trackers: their rows, and every change of a row that was proposed, with what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
CHECKED = {"native_enum": False, "create_constraint": True, "length": 30}


def upgrade() -> None:
    """Add the tables; no agreement has kept a tracker so far."""
    op.create_table(
        "trackers",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("opened_at", AT, nullable=False),
        sa.Column("post_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_trackers_agreement_id"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_trackers_terms_id"),
        sa.PrimaryKeyConstraint("id", name="pk_trackers"),
        sa.UniqueConstraint("agreement_id", "key", name="uq_trackers_agreement_id_key"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_trackers_agreement_id_number"),
        sa.UniqueConstraint("reference", name="uq_trackers_reference"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "criteria",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("tracker_id", ID, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("feature", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("gap", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=150), nullable=True),
        sa.Column("owner", sa.String(length=150), nullable=False),
        sa.Column("target", sa.String(length=150), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("opened_at", AT, nullable=False),
        sa.Column("changed_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_criteria_agreement_id"),
        sa.ForeignKeyConstraint(["tracker_id"], ["trackers.id"], name="fk_criteria_tracker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_criteria"),
        sa.UniqueConstraint("reference", name="uq_criteria_reference"),
        sa.UniqueConstraint("tracker_id", "number", name="uq_criteria_tracker_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "criterion_changes",
        sa.Column("id", ID, nullable=False),
        sa.Column("criterion_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("batch", ID, nullable=True),
        sa.Column(
            "state", sa.Enum("waiting", "made", "refused", "withdrawn", name="changestate", **CHECKED), nullable=False
        ),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("wanted", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_for", sa.String(length=40), nullable=True),
        sa.Column("proposed_by", ID, nullable=True),
        sa.Column("proposed_name", sa.String(length=150), nullable=False),
        sa.Column("proposed_at", AT, nullable=False),
        sa.Column("decided_name", sa.String(length=150), nullable=True),
        sa.Column("decided_at", AT, nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["criterion_id"], ["criteria.id"], name="fk_criterion_changes_criterion_id"),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name="fk_criterion_changes_proposed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_criterion_changes"),
        sa.UniqueConstraint("criterion_id", "number", name="uq_criterion_changes_criterion_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_criterion_changes_batch", "criterion_changes", ["batch"])
    op.create_index(
        "ix_criterion_changes_waiting",
        "criterion_changes",
        ["criterion_id"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.add_column("agreements", sa.Column("trackers_kept", sa.Integer(), server_default="0", nullable=False))
