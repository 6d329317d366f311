"""Count matters in a table of their own: how many numbers of each kind an agreement has given."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COLUMNS = {
    "issue": "issues_raised",
    "decision": "decisions_proposed",
    "conflict": "conflicts_declared",
    "action": "actions_opened",
    "signature": "signatures_requested",
    "review": "reviews_opened",
    "tracker": "trackers_kept",
    "milestone": "milestones_added",
    "meeting": "meetings_planned",
}


def upgrade() -> None:
    """Add the table, with what was counted so far. The columns stay: the release before goes on counting in them."""
    op.create_table(
        "counters",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("matter", sa.String(length=40), nullable=False),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_counters_agreement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_counters"),
        sa.UniqueConstraint("agreement_id", "matter", name="uq_counters_agreement_id_matter"),
        sqlite_autoincrement=True,
    )
    agreements = sa.table("agreements", sa.column("id"), *(sa.column(name) for name in COLUMNS.values()))
    counters = sa.table("counters", sa.column("agreement_id"), sa.column("matter"), sa.column("given"))
    for matter, name in COLUMNS.items():
        counted = agreements.c[name]
        found = sa.select(agreements.c.id, sa.literal(matter), counted).where(counted > 0)
        op.execute(counters.insert().from_select(["agreement_id", "matter", "given"], found))
