"""Backups that were made of this database, and restores that it came from. Until a restore is live, nothing is sent."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import Select, String, exists, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.database import Base, Id
from storage.people import Account


class Backup(Base):
    """A backup that was made, told by the SHA-256 of its manifest. A restored database knows the one it came from."""

    __tablename__ = "backups"
    id: Mapped[Id]
    made_at: Mapped[datetime]
    manifest_sha256: Mapped[str] = mapped_column(String(64))


class Restore(Base):
    """That this database was put back from a backup; `live_at` is None as long as it waits for whoever runs it."""

    __tablename__ = "restores"
    id: Mapped[Id]
    backed_up_at: Mapped[datetime]
    restored_at: Mapped[datetime]
    live_at: Mapped[datetime | None]


WAITS = exists().where(Restore.live_at.is_(None))
"""Whether the database was restored and is not live yet."""


def note(session: Session, *, made_at: datetime, manifest_sha256: str) -> None:
    """Note that a backup was made."""
    session.add(Backup(made_at=made_at, manifest_sha256=manifest_sha256))


def begin_restore(session: Session, *, backed_up_at: datetime, manifest_sha256: str, now: datetime) -> None:
    """Note that this database was put back from a backup, and have every home tab drawn again.

    A restore before it that never went live is over.
    """
    session.execute(update(Restore).where(Restore.live_at.is_(None)).values(live_at=now))
    note(session, made_at=backed_up_at, manifest_sha256=manifest_sha256)
    session.add(Restore(backed_up_at=backed_up_at, restored_at=now))
    session.execute(update(Account).where(Account.home_opened_at.is_not(None)).values(home_stale_at=now))


def last_backup(session: Session) -> Backup | None:
    """Return the backup that was made last, or None."""
    return session.scalars(select(Backup).order_by(Backup.made_at.desc()).limit(1)).first()


def last_restore(session: Session) -> Restore | None:
    """Return the last restore that this database came from, or None when it was never restored."""
    return session.scalars(_last_restore()).first()


@cache
def _last_restore() -> Select[Restore]:
    return select(Restore).order_by(Restore.id.desc()).limit(1)


def waits(session: Session) -> bool:
    """Return whether the database was restored and is not live yet."""
    found = last_restore(session)
    return found is not None and found.live_at is None
