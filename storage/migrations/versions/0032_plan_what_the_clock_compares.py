"""Plan when calendars are compared, a channel's list goes out and a follower is told: a tick asks one question."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the planned moments.

    Calendars are compared at the first tick. After a channel's last list comes that of the next day. Whoever was not
    told of something yet is told with the first tick. Whoever has no account is planned as the others are.
    """
    op.add_column("agreements", sa.Column("next_calendar_at", AT, nullable=True))
    op.create_index("ix_agreements_next_calendar_at", "agreements", ["next_calendar_at"])
    op.execute("ALTER TABLE channels RENAME COLUMN digest_at TO next_digest_at")
    op.create_index("ix_channels_next_digest_at", "channels", ["next_digest_at"])
    op.create_index("ix_followers_not_before_at", "followers", ["not_before_at"])
    op.drop_index("ix_deadlines_open_calendar", "deadlines")
    is_open = sa.text("state = 'open'")
    columns = ["agreement_id", "calendar_version", "id"]
    op.create_index("ix_deadlines_open_calendar", "deadlines", columns, sqlite_where=is_open, postgresql_where=is_open)
    _plan_lists(op.get_bind())
    op.execute(
        "UPDATE followers SET not_before_at = followed_at WHERE not_before_at IS NULL AND told_number < "
        "(SELECT register_entries FROM agreements WHERE agreements.id = followers.agreement_id)"
    )


def _plan_lists(connection: sa.Connection) -> None:
    at = sa.column("next_digest_at", AT)
    channels = sa.table("channels", sa.column("id", sa.BigInteger()), at)
    for row in connection.execute(sa.select(channels).where(at.is_not(None))).all():
        next_at = row.next_digest_at + timedelta(days=1)
        connection.execute(sa.update(channels).where(channels.c.id == row.id).values(next_digest_at=next_at))
