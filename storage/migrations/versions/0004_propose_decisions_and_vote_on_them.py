"""Propose decisions and vote on them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def _one_of(name: str, *words: str) -> sa.Enum:
    """Return a column type for a word, with a CHECK constraint `ck_<table>_<name>` that refuses any other."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=30)


def upgrade() -> None:
    """Add the two tables, and the count of an agreement's decisions, which is none for those that are there."""
    op.add_column("agreements", sa.Column("decisions_proposed", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "decisions",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("papers", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("element", sa.String(length=40), nullable=True),
        sa.Column("topic", sa.String(length=40), nullable=True),
        sa.Column("level", sa.String(length=40), nullable=True),
        sa.Column("circumstances", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("issue_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("extensions", sa.Integer(), nullable=False),
        sa.Column("proposed_for", sa.String(length=40), nullable=True),
        sa.Column("proposed_by", ID, nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("proposed_at", AT, nullable=False),
        sa.Column("opened_at", AT, nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column(
            "state", _one_of("decisionstate", "draft", "open", "carried", "not-carried", "withdrawn"), nullable=False
        ),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("closing_words", sa.Text(), nullable=True),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("post_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_decisions_agreement_id"),
        sa.ForeignKeyConstraint(["issue_id"], ["issues.id"], name="fk_decisions_issue_id"),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name="fk_decisions_proposed_by"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_decisions_terms_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_decisions_agreement_id_number"),
        sa.UniqueConstraint("reference", name="uq_decisions_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_issue_id", "decisions", ["issue_id"])
    op.create_index("ix_decisions_of_state", "decisions", ["agreement_id", "state"])
    op.create_table(
        "ballots",
        sa.Column("id", ID, nullable=False),
        sa.Column("decision_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voter", sa.String(length=40), nullable=False),
        sa.Column("vote", _one_of("vote", "for", "against", "abstain"), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("cast_by", ID, nullable=False),
        sa.Column("cast_at", AT, nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["cast_by"], ["people.id"], name="fk_ballots_cast_by"),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_ballots_decision_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ballots"),
        sa.UniqueConstraint("decision_id", "version", "voter", name="uq_ballots_decision_id_version_voter"),
        sqlite_autoincrement=True,
    )
