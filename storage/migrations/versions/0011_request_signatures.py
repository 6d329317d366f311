"""Ask for signatures: documents in their versions, who signs, counterparts; and from when to when an agreement runs."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
CHECKED = {"native_enum": False, "create_constraint": True, "length": 30}


def upgrade() -> None:
    """Add the tables, and what an agreement's term begins and ends with: nothing is known of it so far."""
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("signed", sa.Boolean(), nullable=False),
        sa.Column("kept_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_files"),
    )
    op.create_table(
        "signature_requests",
        sa.Column("id", ID, nullable=False),
        sa.Column("agreement_id", ID, nullable=False),
        sa.Column("terms_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "agreement",
                "variation",
                "extension",
                "termination",
                "accession",
                "data-sharing",
                "other",
                name="documentkind",
                **CHECKED,
            ),
            nullable=False,
        ),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("newcomer", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("new_pack", sa.Text(), nullable=True),
        sa.Column("decision_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=False),
        sa.Column("requested_for", sa.String(length=40), nullable=True),
        sa.Column("requested_by", ID, nullable=False),
        sa.Column("requested_at", AT, nullable=False),
        sa.Column("opened_at", AT, nullable=True),
        sa.Column(
            "state", sa.Enum("draft", "open", "complete", "withdrawn", name="requeststate", **CHECKED), nullable=False
        ),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("closing_words", sa.Text(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("in_effect_at", AT, nullable=True),
        sa.Column("copy_after_at", AT, nullable=True),
        sa.Column("executed_sha256", sa.String(length=64), nullable=True),
        sa.Column("post_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name="fk_signature_requests_agreement_id"),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name="fk_signature_requests_decision_id"),
        sa.ForeignKeyConstraint(["executed_sha256"], ["files.sha256"], name="fk_signature_requests_executed_sha256"),
        sa.ForeignKeyConstraint(["requested_by"], ["people.id"], name="fk_signature_requests_requested_by"),
        sa.ForeignKeyConstraint(["terms_id"], ["terms.id"], name="fk_signature_requests_terms_id"),
        sa.PrimaryKeyConstraint("id", name="pk_signature_requests"),
        sa.UniqueConstraint("agreement_id", "number", name="uq_signature_requests_agreement_id_number"),
        sa.UniqueConstraint("reference", name="uq_signature_requests_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_signature_requests_of_state", "signature_requests", ["agreement_id", "state"])
    op.create_index(
        "ix_signature_requests_without_copy",
        "signature_requests",
        ["id"],
        sqlite_where=sa.text("state = 'complete' AND executed_sha256 IS NULL"),
        postgresql_where=sa.text("state = 'complete' AND executed_sha256 IS NULL"),
    )
    op.create_table(
        "counterparts",
        sa.Column("id", ID, nullable=False),
        sa.Column("request_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("route", sa.Enum("chat", "scan", "behalf", "reported", name="route", **CHECKED), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=150), nullable=False),
        sa.Column("position", sa.String(length=150), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("file_sha256", sa.String(length=64), nullable=True),
        sa.Column("file_name", sa.String(length=255), nullable=True),
        sa.Column("signed_by", ID, nullable=True),
        sa.Column("recorded_by", ID, nullable=False),
        sa.Column("recorded_at", AT, nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["file_sha256"], ["files.sha256"], name="fk_counterparts_file_sha256"),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name="fk_counterparts_recorded_by"),
        sa.ForeignKeyConstraint(["request_id"], ["signature_requests.id"], name="fk_counterparts_request_id"),
        sa.ForeignKeyConstraint(["signed_by"], ["people.id"], name="fk_counterparts_signed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_counterparts"),
        sa.UniqueConstraint(
            "request_id", "version", "partner", "number", name="uq_counterparts_request_id_version_partner_number"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "document_versions",
        sa.Column("id", ID, nullable=False),
        sa.Column("request_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=True),
        sa.Column("name", sa.String(length=255), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("link_sha256", sa.String(length=64), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("given_by", ID, nullable=False),
        sa.Column("given_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["file_sha256"], ["files.sha256"], name="fk_document_versions_file_sha256"),
        sa.ForeignKeyConstraint(["given_by"], ["people.id"], name="fk_document_versions_given_by"),
        sa.ForeignKeyConstraint(["request_id"], ["signature_requests.id"], name="fk_document_versions_request_id"),
        sa.PrimaryKeyConstraint("id", name="pk_document_versions"),
        sa.UniqueConstraint("request_id", "version", name="uq_document_versions_request_id_version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "signature_parties",
        sa.Column("id", ID, nullable=False),
        sa.Column("request_id", ID, nullable=False),
        sa.Column("partner", sa.String(length=40), nullable=False),
        sa.Column("signatory", ID, nullable=True),
        sa.Column("deputy", ID, nullable=True),
        sa.Column("seen_at", AT, nullable=True),
        sa.Column("cannot_until", sa.Date(), nullable=True),
        sa.Column("declined_at", AT, nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["deputy"], ["people.id"], name="fk_signature_parties_deputy"),
        sa.ForeignKeyConstraint(["request_id"], ["signature_requests.id"], name="fk_signature_parties_request_id"),
        sa.ForeignKeyConstraint(["signatory"], ["people.id"], name="fk_signature_parties_signatory"),
        sa.PrimaryKeyConstraint("id", name="pk_signature_parties"),
        sa.UniqueConstraint("request_id", "partner", name="uq_signature_parties_request_id_partner"),
        sqlite_autoincrement=True,
    )
    op.add_column("agreements", sa.Column("signatures_requested", sa.Integer(), server_default="0", nullable=False))
    op.add_column("agreements", sa.Column("commenced_on", sa.Date(), nullable=True))
    op.add_column("agreements", sa.Column("ended_on", sa.Date(), nullable=True))
    op.add_column("agreements", sa.Column("next_term_at", AT, nullable=True))
    op.add_column("agreements", sa.Column("term_said", sa.String(length=20), nullable=True))
    op.create_index("ix_agreements_next_term_at", "agreements", ["next_term_at"])
