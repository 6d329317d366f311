"""Keep the addresses at which calendar programs read dates, and how somebody looks at theirs on the home tab."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
LIVE = {
    "uq_feeds_live_agreement": (
        ["person_id", "agreement_id"],
        sa.text("revoked_at IS NULL AND agreement_id IS NOT NULL"),
    ),
    "uq_feeds_live_own": (["person_id"], sa.text("revoked_at IS NULL AND agreement_id IS NULL")),
}


def upgrade() -> None:
    """Add the table, and two columns of accounts, in which nobody has chosen anything so far."""
    op.create_table(
        "feeds",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=True),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("revoked_at", AT, nullable=True),
        sa.Column("fetched_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_feeds_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_feeds_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_feeds"),
        sa.UniqueConstraint("token_sha256", name="uq_feeds_token_sha256"),
        sqlite_autoincrement=True,
    )
    for name, (columns, where) in LIVE.items():
        op.create_index(name, "feeds", columns, unique=True, sqlite_where=where, postgresql_where=where)
    op.add_column("accounts", sa.Column("home_by_month", sa.Boolean(), nullable=True))
    op.add_column("accounts", sa.Column("home_month_on", sa.Date(), nullable=True))
