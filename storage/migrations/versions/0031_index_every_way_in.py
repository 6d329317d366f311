"""Index what names a message, what an action is of, and whose time zone nobody has asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes: without them a table was read whole."""
    for name in ("thread_of", "edits"):
        where = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_outbox_{name}", "outbox", [name], sqlite_where=where, postgresql_where=where)
    op.create_index("ix_accounts_zone_asked", "accounts", ["zone_asked"])
    stale = sa.text("home_stale_at IS NOT NULL")
    op.drop_index("ix_accounts_stale_home", "accounts")
    op.create_index("ix_accounts_stale_home", "accounts", ["home_stale_at"], sqlite_where=stale, postgresql_where=stale)
    op.create_index("ix_actions_source", "actions", ["source", "source_id"])
