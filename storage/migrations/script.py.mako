"""${message}.

Before this is committed, and then delete this list:
- The release before this one keeps running while it is applied, and afterwards if we go back. So a new column has
  a server default or is nullable; a column or table is dropped one release after the code has stopped using it;
  nothing is renamed; a new word of an enum is allowed here one release before it is written, or in the same one
  if the older code never reads such rows.
- Written by hand below, because Alembic does not see them: CHECK constraints (also a new word of an enum), the
  WHERE of a partial index, server defaults, triggers. `tests/storage/test_migrations.py` does see them.
- It says everything in its own words: nothing is imported from the application, which will have changed.
- SQLite changes a table by copying it (`op.batch_alter_table`): give every constraint its name, and put back
  triggers and indexes on expressions, which get lost without a word. Foreign keys are off, and checked at the end.
- PostgreSQL gives up after 5 s of waiting for a table. Fill columns in batches; build an index on a large table
  with `postgresql_concurrently` in `op.get_context().autocommit_block()`; add a constraint as NOT VALID first.
- There is no downgrade. To go back, run the older release on the newer database, or restore a backup: undoing a
  migration would throw away what people have written since.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
