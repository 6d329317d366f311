"""Keep meetings: their series, those that were opened or changed, who was there, what was put on their agendas."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
CHECKED = {"native_enum": False, "create_constraint": True, "length": 30}


def upgrade() -> None:
    """Add the tables, and how many meetings an agreement has counted: none so far."""
    op.create_table(
        "meeting_plans",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("same_weekday", sa.Boolean(), nullable=False),
        sa.Column("every", sa.String(length=60), nullable=True),
        sa.Column("begins_at", sa.Time(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("set_by", ID, nullable=False),
        sa.Column("set_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_meeting_plans_agreement_id"),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name="fk_meeting_plans_set_by"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_plans"),
        sa.UniqueConstraint("agreement_id", "forum", name="uq_meeting_plans_agreement_id_forum"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "meetings",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("nominal_on", sa.Date(), nullable=True),
        sa.Column("meets_on", sa.Date(), nullable=False),
        sa.Column("day_chosen", sa.Boolean(), nullable=False),
        sa.Column("begins_at", sa.Time(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=True),
        sa.Column(
            "state", sa.Enum("planned", "called", "held", "cancelled", name="meetingstate", **CHECKED), nullable=False
        ),
        sa.Column("papers", sa.Text(), nullable=True),
        sa.Column("papers_at", AT, nullable=True),
        sa.Column("notices", sa.Integer(), nullable=False),
        sa.Column("minutes_link", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Text(), nullable=True),
        sa.Column("planned_at", AT, nullable=False),
        sa.Column("opened_at", AT, nullable=True),
        sa.Column("called_at", AT, nullable=True),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("closing_words", sa.Text(), nullable=True),
        sa.Column("post_id", ID, nullable=True),
        sa.Column("shown_sha256", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_meetings_agreement_id"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_meetings_terms_id"),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_meetings_agreement_id_number"),
        sa.UniqueConstraint("agreement_id", "forum", "nominal_on", name="uq_meetings_agreement_id_forum_nominal_on"),
        sa.UniqueConstraint("reference", name="uq_meetings_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meetings_of_state", "meetings", ["agreement_id", "state"])
    op.create_table(
        "attendances",
        sa.Column("id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("member", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=150), nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=True),
        sa.Column("came", sa.Enum("member", "deputy", "apologies", "absent", name="came", **CHECKED), nullable=False),
        sa.Column("who", sa.String(length=150), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name="fk_attendances_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attendances"),
        sa.UniqueConstraint("meeting_id", "member", name="uq_attendances_meeting_id_member"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "agenda_items",
        sa.Column("id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_for", sa.String(length=40), nullable=True),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("asked_at", AT, nullable=False),
        sa.Column("dropped_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name="fk_agenda_items_asked_by"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name="fk_agenda_items_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_items"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_agenda_items_meeting_id", "agenda_items", ["meeting_id"])
    op.add_column("agreements", sa.Column("meetings_planned", sa.Integer(), server_default="0", nullable=False))
