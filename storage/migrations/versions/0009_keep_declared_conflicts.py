"""Keep declared conflicts of interest, the matters they touch, and the consents of the other partners."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
CHECKED = {"native_enum": False, "create_constraint": True, "length": 30}
CATEGORY = sa.Enum(
    "financial", "non-financial-professional", "non-financial-personal", "indirect", name="category", **CHECKED
)
HANDLING = sa.Enum(
    "no-action", "noted", "without-voting", "withdraws", "responsibility-moved", "removed", name="handling", **CHECKED
)


def upgrade() -> None:
    """Add the tables, the count of an agreement's conflicts, and who takes no part in an issue: nobody so far."""
    op.add_column("agreements", sa.Column("conflicts_declared", sa.Integer(), server_default="0", nullable=False))
    op.add_column("issues", sa.Column("recused", sa.JSON(), server_default="[]", nullable=False))
    op.create_table(
        "conflicts",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=150), nullable=True),
        sa.Column(
            "category",
            sa.Enum(
                "financial",
                "non-financial-professional",
                "non-financial-personal",
                "indirect",
                name="category",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("apparent", sa.Boolean(), nullable=False),
        sa.Column("may_arise", sa.Boolean(), nullable=False),
        sa.Column("particulars", sa.Text(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("aware_at", AT, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("withheld", sa.Text(), nullable=True),
        sa.Column("withheld_agreed", sa.Boolean(), nullable=True),
        sa.Column("declared_by", ID, nullable=False),
        sa.Column("declared_at", AT, nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_at", AT, nullable=True),
        sa.Column("closing_words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_conflicts_agreement_id"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_conflicts_terms_id"),
        sa.ForeignKeyConstraint(["declared_by"], ["people.id"], name="fk_conflicts_declared_by"),
        sa.PrimaryKeyConstraint("id", name="pk_conflicts"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_conflicts_agreement_id_number"),
        sa.UniqueConstraint("reference", name="uq_conflicts_reference"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "conflict_matters",
        sa.Column("id", ID, nullable=False),
        sa.Column("conflict_id", ID, nullable=False),
        sa.Column("matter", sa.String(length=40), nullable=False),
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=True),
        sa.Column("consented_at", AT, nullable=True),
        sa.Column(
            "handling",
            sa.Enum(
                "no-action",
                "noted",
                "without-voting",
                "withdraws",
                "responsibility-moved",
                "removed",
                name="handling",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column("handling_words", sa.Text(), nullable=True),
        sa.Column("vote_stands", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["conflict_id"], ["conflicts.id"], name="fk_conflict_matters_conflict_id"),
        sa.PrimaryKeyConstraint("id", name="pk_conflict_matters"),
        sa.UniqueConstraint(
            "conflict_id", "matter", "matter_id", name="uq_conflict_matters_conflict_id_matter_matter_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_conflict_matters_matter_id", "conflict_matters", ["matter_id"])
    op.create_table(
        "consents",
        sa.Column("id", ID, nullable=False),
        sa.Column("touched_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("consents", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("given_by", ID, nullable=False),
        sa.Column("given_at", AT, nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["touched_id"], ["conflict_matters.id"], name="fk_consents_touched_id"),
        sa.ForeignKeyConstraint(["given_by"], ["people.id"], name="fk_consents_given_by"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.UniqueConstraint("touched_id", "partner", name="uq_consents_touched_id_partner"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "interest_returns",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("nil", sa.Boolean(), nullable=False),
        sa.Column("returned_by", ID, nullable=False),
        sa.Column("returned_at", AT, nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_interest_returns_agreement_id"),
        sa.ForeignKeyConstraint(["returned_by"], ["people.id"], name="fk_interest_returns_returned_by"),
        sa.PrimaryKeyConstraint("id", name="pk_interest_returns"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interest_returns_agreement_id", "interest_returns", ["agreement_id"])
