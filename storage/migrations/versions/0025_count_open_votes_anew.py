"""Votes that are open are counted anew: what they came to before is kept until whoever proposed them has been told.

Places on a forum that are a partner's have longer keys: society/oak-lane.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

PLACES = {"ballots": "voter", "seat_holdings": "seat", "attendances": "member"}
DECISIONS = sa.table(
    "decisions",
    sa.column("id", sa.BigInteger),
    sa.column("state", sa.String),
    sa.column("post_id", sa.BigInteger),
    sa.column("counted_before", sa.JSON(none_as_null=True)),
)
OUTBOX = sa.table(
    "outbox",
    sa.column("id", sa.BigInteger),
    sa.column("edits", sa.BigInteger),
    sa.column("template", sa.String),
    sa.column("facts", sa.JSON),
)


def upgrade() -> None:
    """Keep with each open vote what its message in the channel last said that it came to."""
    for table, column in PLACES.items():
        key = sa.PrimaryKeyConstraint("id", name=f"pk_{table}")  # SQLite copies the table, and would leave its name out
        with op.batch_alter_table(table, table_args=(key,), table_kwargs={"sqlite_autoincrement": True}) as copied:
            copied.alter_column(column, existing_type=sa.String(length=40), type_=sa.String(length=90))
    op.add_column("decisions", sa.Column("counted_before", sa.JSON(none_as_null=True), nullable=True))
    counted = sa.text("counted_before IS NOT NULL")
    op.create_index("ix_decisions_counted_before", "decisions", ["id"], postgresql_where=counted, sqlite_where=counted)
    connection = op.get_bind()
    posted = sa.select(DECISIONS.c.id, DECISIONS.c.post_id).where(
        DECISIONS.c.state == "open", DECISIONS.c.post_id.is_not(None)
    )
    for decision in connection.execute(posted).all():
        said = sa.or_(OUTBOX.c.id == decision.post_id, OUTBOX.c.edits == decision.post_id)
        last = sa.select(OUTBOX.c.facts).where(said, OUTBOX.c.template == "decision").order_by(OUTBOX.c.id.desc())
        facts: Any = connection.scalar(last.limit(1))
        if facts is not None and "tally" in facts:
            mine = sa.update(DECISIONS).where(DECISIONS.c.id == decision.id)
            connection.execute(mine.values(counted_before=facts["tally"]))
