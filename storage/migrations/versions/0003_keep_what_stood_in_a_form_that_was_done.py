"""Keep a digest of what stood in a form that was done, so that one that was changed since is not taken for it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column. It is nullable: of forms that are done already nobody knows any more."""
    op.add_column("submissions", sa.Column("values_sha256", sa.String(length=64), nullable=True))
