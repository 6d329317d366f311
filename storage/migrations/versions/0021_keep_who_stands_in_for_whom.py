"""Keep who stands in for whom at a meeting, and at which meeting a decision is taken: none, for those there are."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the proxies, when a substitute was named, who came late, and a decision's meeting."""
    op.create_table(
        "proxies",
        sa.Column("id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("giver", sa.String(length=90), nullable=False),
        sa.Column("holder", sa.String(length=90), nullable=False),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("paper_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name="fk_proxies_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_proxies"),
        sa.UniqueConstraint("meeting_id", "giver", name="uq_proxies_meeting_id_giver"),
        sqlite_autoincrement=True,
    )
    op.add_column("attendances", sa.Column("named_on", sa.Date(), nullable=True))
    op.add_column("attendances", sa.Column("named_at", AT, nullable=True))
    op.add_column("attendances", sa.Column("late", sa.String(length=150), nullable=True))
    key = sa.PrimaryKeyConstraint("id", name="pk_decisions")  # SQLite copies the table, and would leave its name out
    with op.batch_alter_table("decisions", table_args=(key,), table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("meeting_id", ID, nullable=True))
        table.create_index("ix_decisions_meeting_id", ["meeting_id"])
        table.create_foreign_key("fk_decisions_meeting_id", "meetings", ["meeting_id"], ["id"])
