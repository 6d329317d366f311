"""Keep the stages an issue has come to, what was done there, and what it was marked with."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table, with the stage that each issue stands at now: no issue has left its first one so far."""
    op.add_column("issues", sa.Column("consultation", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("issues", sa.Column("third_party", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "visits",
        sa.Column("id", ID, nullable=False),
        sa.Column("issue_id", ID, nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("entered_at", AT, nullable=False),
        sa.Column(
            "left",
            sa.Enum("moved", "skipped", "time-up", name="left", native_enum=False, create_constraint=True, length=30),
            nullable=True,
        ),
        sa.Column("left_at", AT, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("notes", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issues.id"], name="fk_visits_issue_id"),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
        sa.UniqueConstraint("issue_id", "stage", name="uq_visits_issue_id_stage"),
        sqlite_autoincrement=True,
    )
    so_far = "SELECT id, stage, stage_entered_at, '{}' FROM issues"
    op.execute(f"INSERT INTO visits (issue_id, stage, entered_at, notes) {so_far}")
