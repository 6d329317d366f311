"""Feeds: the addresses at which a calendar program reads an agreement's dates, or all that one person may see."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, or_, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.database import Base, Id
from storage.marks import Marked


class Feed(Marked, Base):
    """An address that was made for a person, of which only the hash of its token is kept.

    `agreement_id` None: the person's own dates in all their agreements. `fetched_on` is the last day on which it was
    read, None before the first. A stopped one stays on record, with when it was stopped.
    """

    __tablename__ = "feeds"
    __table_args__ = (
        # One address at a time: of an agreement for each person, and of each person's own dates.
        Index(
            "uq_feeds_live_agreement",
            "person_id",
            "agreement_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL AND agreement_id IS NOT NULL"),
            postgresql_where=text("revoked_at IS NULL AND agreement_id IS NOT NULL"),
        ),
        Index(
            "uq_feeds_live_own",
            "person_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL AND agreement_id IS NULL"),
            postgresql_where=text("revoked_at IS NULL AND agreement_id IS NULL"),
        ),
        Base.__table_args__,
    )
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    fetched_on: Mapped[date | None]


def get(session: Session, feed_id: int) -> Feed | None:
    """Return a feed by its id, or None."""
    return session.get(Feed, feed_id)


def live(session: Session, token_sha256: str) -> Feed | None:
    """Return the feed whose token has this hash and that is not stopped, or None."""
    return session.scalar(select(Feed).where(Feed.token_sha256 == token_sha256, Feed.revoked_at.is_(None)))


def latest(session: Session, person_id: int, agreement_id: int | None) -> Feed | None:
    """Return the feed that was made last for a person, of an agreement or (None) of their own dates; None before it."""
    query = select(Feed).where(Feed.person_id == person_id, Feed.agreement_id.is_not_distinct_from(agreement_id))
    return session.scalars(query.order_by(Feed.id.desc()).limit(1)).first()


def live_of(session: Session, person_id: int) -> list[Feed]:
    """Return every feed of a person that is not stopped."""
    return list(session.scalars(select(Feed).where(Feed.person_id == person_id, Feed.revoked_at.is_(None))))


def note_fetched(session: Session, feed: Feed, day: date) -> None:
    """Keep that a feed was read on a day: one write a day, however often it is read."""
    session.execute(
        update(Feed)
        .where(Feed.id == feed.id, or_(Feed.fetched_on.is_(None), Feed.fetched_on < day))
        .values(fetched_on=day)
        .execution_options(synchronize_session=False)
    )


def stop_all(session: Session, person_id: int, now: datetime) -> int:
    """Stop every address of a person, because somebody else may have had them; return how many there were."""
    found = live_of(session, person_id)
    for feed in found:
        feed.revoked_at = now
    return len(found)
