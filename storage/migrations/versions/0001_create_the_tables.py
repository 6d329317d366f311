"""Create the tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def _one_of(name: str, *words: str) -> sa.Enum:
    """Return a column type for a word, with a CHECK constraint `ck_<table>_<name>` that refuses any other."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=30)


def _where(condition: str) -> dict[str, Any]:
    """Return the options that make an index partial on both databases."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("prefix", sa.String(length=6), nullable=False),
        sa.Column("issues_raised", sa.Integer(), nullable=False),
        sa.Column("register_entries", sa.Integer(), nullable=False),
        sa.Column("register_head", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agreements"),
        sa.UniqueConstraint("key", name="uq_agreements_key"),
        sa.UniqueConstraint("prefix", name="uq_agreements_prefix"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "people",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(length=150), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("timezone", sa.String(length=60), nullable=False),
        sa.Column("digest_at", sa.Time(), nullable=False),
        sa.Column("days_off", sa.JSON(), nullable=False),
        sa.Column("next_digest_at", AT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_people_due_digest", "people", ["next_digest_at"])
    op.create_index("ix_people_name", "people", ["name"])

    op.create_table(
        "proclamations",
        sa.Column("id", ID, nullable=False),
        sa.Column(
            "calendar",
            _one_of("base", "england-and-wales", "scotland", "northern-ireland", "uk-any-part", "every-day"),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(length=150), nullable=False),
        sa.Column("entered_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proclamations"),
        sa.UniqueConstraint("calendar", "day", name="uq_proclamations_calendar_day"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "accounts",
        sa.Column("id", ID, nullable=False),
        sa.Column("platform", sa.String(length=10), nullable=False),
        sa.Column("workspace", sa.String(length=40), nullable=False),
        sa.Column("user", sa.String(length=40), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("link", _one_of("link", "claimed", "linked"), nullable=False),
        sa.Column("changed_at", AT, nullable=False),
        sa.Column("zone_asked", sa.Boolean(), nullable=False),
        sa.Column("home_opened_at", AT, nullable=True),
        sa.Column("home_stale_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_accounts_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("platform", "workspace", "user", name="uq_accounts_platform_workspace_user"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_accounts_person_id", "accounts", ["person_id"])
    op.create_index("ix_accounts_stale_home", "accounts", ["home_stale_at"])

    op.create_table(
        "channels",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("platform", sa.String(length=10), nullable=False),
        sa.Column("workspace", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("bound_at", AT, nullable=False),
        sa.Column("digest_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_channels_agreement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_channels"),
        sa.UniqueConstraint("agreement_id", name="uq_channels_agreement_id"),
        sa.UniqueConstraint("platform", "channel", name="uq_channels_platform_channel"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "deadlines",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("matter", sa.String(length=40), nullable=False),
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("clock", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_at", AT, nullable=False),
        sa.Column("working", sa.JSON(), nullable=False),
        sa.Column("calendar_version", sa.String(length=300), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("state", _one_of("deadlinestate", "open", "passed", "met", "replaced", "cancelled"), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=True),
        sa.Column("replaced_by", ID, nullable=True),
        sa.Column("next_nudge_at", AT, nullable=True),
        sa.Column("made_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_deadlines_agreement_id"),
        sa.ForeignKeyConstraint(["replaced_by"], ["deadlines.id"], name="fk_deadlines_replaced_by"),
        sa.PrimaryKeyConstraint("id", name="pk_deadlines"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deadlines_agreement_id", "deadlines", ["agreement_id"])
    op.create_index("ix_deadlines_calendar_version", "deadlines", ["calendar_version"])
    op.create_index("ix_deadlines_due_nudge", "deadlines", ["next_nudge_at"])
    op.create_index("ix_deadlines_matter", "deadlines", ["matter", "matter_id"])
    op.create_index("ix_deadlines_passing", "deadlines", ["due_at"], **_where("state = 'open'"))
    op.create_index(
        "uq_deadlines_live",
        "deadlines",
        ["matter", "matter_id", "clock"],
        unique=True,
        **_where("state IN ('open', 'passed')"),
    )

    op.create_table(
        "holdings",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=True),
        sa.Column(
            "capacity", _one_of("capacity", "lead", "deputy", "signatory", "member", "secretary"), nullable=False
        ),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_holdings_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_holdings_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_holdings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_holdings_of_partner", "holdings", ["agreement_id", "partner"])
    op.create_index("ix_holdings_person_id", "holdings", ["person_id"])

    op.create_table(
        "notices",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("matter", sa.String(length=40), nullable=False),
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column(
            "state", _one_of("noticestate", "waiting", "delivered", "failed", "unreachable", "told"), nullable=False
        ),
        sa.Column("told_at", AT, nullable=True),
        sa.Column("proof", sa.Text(), nullable=True),
        sa.Column("fault", sa.String(length=200), nullable=True),
        sa.Column("recorded_by", ID, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_notices_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_notices_person_id"),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name="fk_notices_recorded_by"),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.UniqueConstraint("matter", "matter_id", "kind", "partner", name="uq_notices_matter_matter_id_kind_partner"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "register",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("person", sa.String(length=150), nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=True),
        sa.Column("on_behalf", sa.Boolean(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_register_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_register_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_register"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_register_agreement_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_register_reference", "register", ["reference"])

    op.create_table(
        "seat_holdings",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("seat", sa.String(length=40), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_seat_holdings_agreement_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_seat_holdings_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_seat_holdings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_seat_holdings_agreement_id", "seat_holdings", ["agreement_id"])

    op.create_table(
        "settlements",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.String(length=150), nullable=False),
        sa.Column("settled_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_settlements_agreement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_settlements"),
        sa.UniqueConstraint("agreement_id", "key", name="uq_settlements_agreement_id_key"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "terms",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("loaded_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_terms_agreement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_terms"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_terms_agreement_id_number"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "issues",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("particulars", sa.Text(), nullable=False),
        sa.Column("outcome_sought", sa.Text(), nullable=False),
        sa.Column("concerns", sa.String(length=200), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("raised_for", sa.String(length=40), nullable=False),
        sa.Column("raised_as", sa.String(length=20), nullable=True),
        sa.Column("raised_by", ID, nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("state", _one_of("state", "open", "unresolved", "resolved", "withdrawn"), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("stage_entered_at", AT, nullable=False),
        sa.Column("raised_at", AT, nullable=False),
        sa.Column("notified_at", AT, nullable=True),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("closing_words", sa.Text(), nullable=True),
        sa.Column("post_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_issues_agreement_id"),
        sa.ForeignKeyConstraint(["raised_by"], ["people.id"], name="fk_issues_raised_by"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_issues_terms_id"),
        sa.PrimaryKeyConstraint("id", name="pk_issues"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_issues_agreement_id_number"),
        sa.UniqueConstraint("reference", name="uq_issues_reference"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("once", sa.String(length=200), nullable=False),
        sa.Column("agreement_id", ID, nullable=True),
        sa.Column("platform", sa.String(length=10), nullable=False),
        sa.Column("workspace", sa.String(length=40), nullable=False),
        sa.Column("lane", sa.String(length=40), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("thread_of", ID, nullable=True),
        sa.Column("edits", ID, nullable=True),
        sa.Column("notice_id", ID, nullable=True),
        sa.Column("about", sa.String(length=60), nullable=True),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("buttons", sa.JSON(), nullable=False),
        sa.Column(
            "state", _one_of("messagestate", "waiting", "sending", "sent", "failed", "withdrawn"), nullable=False
        ),
        sa.Column("queued_at", AT, nullable=False),
        sa.Column("not_before_at", AT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_at", AT, nullable=True),
        sa.Column("sent_at", AT, nullable=True),
        sa.Column("remote_channel", sa.String(length=40), nullable=True),
        sa.Column("remote_id", sa.String(length=40), nullable=True),
        sa.Column("fault", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_outbox_agreement_id"),
        sa.ForeignKeyConstraint(["edits"], ["outbox.id"], name="fk_outbox_edits"),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name="fk_outbox_notice_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_outbox_person_id"),
        sa.ForeignKeyConstraint(["thread_of"], ["outbox.id"], name="fk_outbox_thread_of"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("once", name="uq_outbox_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_about", "outbox", ["about"])
    op.create_index("ix_outbox_failed", "outbox", ["agreement_id", "id"], **_where("state = 'failed'"))
    op.create_index("ix_outbox_sending", "outbox", ["workspace", "lane"], **_where("state = 'sending'"))
    op.create_index("ix_outbox_waiting", "outbox", ["not_before_at"], **_where("state = 'waiting'"))

    op.create_table(
        "snoozes",
        sa.Column("id", ID, nullable=False),
        sa.Column("deadline_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("until_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["deadline_id"], ["deadlines.id"], name="fk_snoozes_deadline_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_snoozes_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_snoozes"),
        sa.UniqueConstraint("deadline_id", "person_id", name="uq_snoozes_deadline_id_person_id"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "issue_partners",
        sa.Column("id", ID, nullable=False),
        sa.Column("issue_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("affected", sa.Boolean(), nullable=False),
        sa.Column("acknowledged_at", AT, nullable=True),
        sa.Column("acknowledged_by", ID, nullable=True),
        sa.Column("acknowledged_evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["acknowledged_by"], ["people.id"], name="fk_issue_partners_acknowledged_by"),
        sa.ForeignKeyConstraint(["issue_id"], ["issues.id"], name="fk_issue_partners_issue_id"),
        sa.PrimaryKeyConstraint("id", name="pk_issue_partners"),
        sa.UniqueConstraint("issue_id", "partner", name="uq_issue_partners_issue_id_partner"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "proposals",
        sa.Column("id", ID, nullable=False),
        sa.Column("issue_id", ID, nullable=False),
        sa.Column("kind", _one_of("proposalkind", "resolution", "extension"), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("extend_to", sa.Date(), nullable=True),
        sa.Column("proposed_for", sa.String(length=40), nullable=False),
        sa.Column("proposed_by", ID, nullable=False),
        sa.Column("proposed_at", AT, nullable=False),
        sa.Column("state", _one_of("proposalstate", "open", "agreed", "replaced", "ended"), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issues.id"], name="fk_proposals_issue_id"),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name="fk_proposals_proposed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposals_issue_id", "proposals", ["issue_id"])

    op.create_table(
        "answers",
        sa.Column("id", ID, nullable=False),
        sa.Column("proposal_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by", ID, nullable=False),
        sa.Column("answered_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name="fk_answers_answered_by"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name="fk_answers_proposal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
        sa.UniqueConstraint("proposal_id", "partner", name="uq_answers_proposal_id_partner"),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "submissions",
        sa.Column("id", ID, nullable=False),
        sa.Column("once", sa.String(length=200), nullable=False),
        sa.Column("done_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.UniqueConstraint("once", name="uq_submissions_once"),
        sqlite_autoincrement=True,
    )
