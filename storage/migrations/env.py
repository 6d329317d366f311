"""What Alembic runs: always on the connection that `storage.migrate` opened, locked and will close."""

from typing import Any, Literal

from alembic import context

from storage.database import UTCDateTime
from storage.tables import metadata


def _in_plain_words(kind: str, item: Any, _autogenerate_context: object) -> str | Literal[False]:
    """Return how a new migration says a column type of ours, so that it needs nothing of the application."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UTCDateTime) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_item=_in_plain_words,
    render_as_batch=True,  # SQLite cannot change a column in place
    transaction_per_migration=True,  # a long migration does not keep the locks of the ones before it
)
with context.begin_transaction():
    context.run_migrations()
