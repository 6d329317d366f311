"""Notices go to places on a forum too, whose keys are longer than a partner's: so do their entries in the register."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

TABLES = ("notices", "register")


def upgrade() -> None:
    """Make room for the longer keys; what is there stays as it is."""
    for table in TABLES:
        key = sa.PrimaryKeyConstraint("id", name=f"pk_{table}")  # SQLite copies the table, and would leave its name out
        with op.batch_alter_table(table, table_args=(key,), table_kwargs={"sqlite_autoincrement": True}) as copied:
            copied.alter_column("partner", existing_type=sa.String(length=40), type_=sa.String(length=90))
