"""An issue whose stage's time was up came to the next stage on the last day, and not when that was noticed."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
VISITS = sa.table(
    "visits",
    sa.column("id", sa.BigInteger),
    sa.column("issue_id", sa.BigInteger),
    sa.column("entered_at", AT),
    sa.column("left", sa.String),
    sa.column("left_at", AT),
)
ISSUES = sa.table("issues", sa.column("id", sa.BigInteger), sa.column("stage_entered_at", AT))
DEADLINES = sa.table(
    "deadlines",
    sa.column("matter", sa.String),
    sa.column("matter_id", sa.BigInteger),
    sa.column("state", sa.String),
    sa.column("due_at", AT),
    sa.column("working", sa.JSON),
)


def upgrade() -> None:
    """Write the last moment that was in time where the moment stands at which its passing was noticed.

    The dates that were counted from there are put right, and told, by the next look at them.
    """
    connection = op.get_bind()
    for visit in connection.execute(sa.select(VISITS).where(VISITS.c.left == "time-up")).all():
        over = _over_at(connection, visit.issue_id, visit.left_at)
        if over is None:
            continue
        mine = VISITS.c.issue_id == visit.issue_id
        entered = sa.update(VISITS).where(mine, VISITS.c.entered_at == visit.left_at)
        connection.execute(entered.values(entered_at=over))
        connection.execute(sa.update(VISITS).where(VISITS.c.id == visit.id).values(left_at=over))
        stands = sa.update(ISSUES).where(ISSUES.c.id == visit.issue_id, ISSUES.c.stage_entered_at == visit.left_at)
        connection.execute(stands.values(stage_entered_at=over))


def _over_at(connection: sa.Connection, issue_id: int, noticed: datetime) -> datetime | None:
    """Return the last moment of the date that had passed when an issue left its stage; None without one."""
    query = sa.select(DEADLINES.c.due_at, DEADLINES.c.working).where(
        DEADLINES.c.matter == "issue",
        DEADLINES.c.matter_id == issue_id,
        DEADLINES.c.state.in_(("passed", "cancelled", "met")),
        DEADLINES.c.due_at <= noticed,
    )
    row: Any = connection.execute(query.order_by(DEADLINES.c.due_at.desc()).limit(1)).first()
    if row is None:
        return None
    at: datetime = row.due_at
    return at if row.working.get("unit") == "hours" else at - timedelta(microseconds=1)
