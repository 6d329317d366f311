"""Keep where each counterpart stands in its life, who looked at it, and why it is dated before it was asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
CHECKED = {"native_enum": False, "create_constraint": True, "length": 30}
STATE = sa.Enum("handed-in", "looked-at", "accepted", "rejected", "void", name="counterpartstate", **CHECKED)

VOID = """
UPDATE counterparts SET state = 'void' WHERE EXISTS (
    SELECT 1 FROM signature_requests WHERE signature_requests.id = counterparts.request_id
    AND signature_requests.version <> counterparts.version
)
"""
UNSIGNED = """
UPDATE counterparts SET state = 'handed-in' WHERE state = 'accepted' AND EXISTS (
    SELECT 1 FROM signature_requests WHERE signature_requests.id = counterparts.request_id
    AND signature_requests.state = 'open'
) AND EXISTS (
    SELECT 1 FROM document_versions WHERE document_versions.request_id = counterparts.request_id
    AND (document_versions.file_sha256 = counterparts.file_sha256
         OR document_versions.link_sha256 = counterparts.file_sha256)
)
"""


def upgrade() -> None:
    """Add the columns: what counted is accepted, what is of another version is void.

    A file that is the unsigned document, byte for byte, never was a signed copy: where signatures are still taken, it
    waits for the secretary to look at it. Nobody is known to have looked at any.
    """
    key = sa.PrimaryKeyConstraint("id", name="pk_counterparts")  # SQLite copies the table, and would leave its name out
    with op.batch_alter_table("counterparts", table_args=(key,), table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("state", STATE, nullable=False, server_default="accepted"))
        table.add_column(sa.Column("dated_before", sa.Text(), nullable=True))
        table.add_column(sa.Column("looked_by", ID, nullable=True))
        table.add_column(sa.Column("looked_at", AT, nullable=True))
        table.add_column(sa.Column("decided_by", ID, nullable=True))
        table.add_column(sa.Column("decided_at", AT, nullable=True))
        table.add_column(sa.Column("reason", sa.Text(), nullable=True))
        for column in ("looked_by", "decided_by"):
            table.create_foreign_key(f"fk_counterparts_{column}", "people", [column], ["id"])
    op.execute(VOID)
    op.execute(UNSIGNED)
