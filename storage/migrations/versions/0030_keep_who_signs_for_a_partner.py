"""Keep who of a partner is asked to sign, who does not, and whose signatures are on a counterpart."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, empty: under terms that were read before, one person signs for each partner.

    Who that is stays where it stands, in `signatory` and `deputy`: the terms of a request never change.
    """
    op.add_column("signature_parties", sa.Column("signers", sa.JSON(), nullable=True))
    op.add_column("signature_parties", sa.Column("refused", sa.JSON(), nullable=True))
    op.add_column("counterparts", sa.Column("signers", sa.JSON(), nullable=True))
