"""The database: its connections, its column types and its transactions, the same for SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Engine,
    Enum,
    Integer,
    MetaData,
    QueuePool,
    String,
    TypeDecorator,
    create_engine,
    event,
    literal,
    make_url,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column

READ_IN_PARTS = frozenset({"register"})
BUSY_SECONDS = 2.5  # whoever pressed something waits three seconds, and must be told by then
Known = TypeVar("Known")


class UTCDateTime(TypeDecorator[datetime]):
    """An instant: takes aware datetimes only, stores UTC, gives back aware UTC. Raises ValueError on a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what the driver stores: UTC, and naive for SQLite, which would drop the zone silently."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored instant as aware UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words_of(kind: type[StrEnum], *, name: str | None = None) -> Enum:
    """Return a column type that stores an enum's words, and lets the database refuse any other.

    `name` is that of the database's rule where the enum was called otherwise when the rule was made.
    """
    return Enum(
        kind,
        name=name or kind.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        length=30,
        values_callable=lambda members: [member.value for member in members],
    )


def spelt_out(word: StrEnum) -> ColumnElement[Any]:
    """Return a word that is written into a query instead of handed over beside it.

    A database plans by it: an index kept for one state only helps a query that can be seen to ask for that state.
    """
    return literal(word, words_of(type(word)), literal_execute=True)


class Base(DeclarativeBase):
    """The base of all rows. Ids are never used again, also not on SQLite."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UTCDateTime(), dict[str, Any]: JSON(none_as_null=True)}  # noqa: RUF012
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012


BigId = BigInteger().with_variant(Integer, "sqlite")
Id = Annotated[int, mapped_column(BigId, primary_key=True)]
Key = Annotated[str, mapped_column(String(40))]
PlaceKey = Annotated[str, mapped_column(String(90))]
Name = Annotated[str, mapped_column(String(150))]


def open_engine(url: str, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine for `url`, a SQLite or PostgreSQL address, set up so that nothing committed is lost.

    On both, what somebody else holds for longer than `busy_seconds` is an error. SQLite: write-ahead log, synchronous
    FULL, foreign keys on, and every transaction takes the write lock at its start, because a read that turns into a
    write later would lose updates or fail.
    """
    busy_ms = round(busy_seconds * 1000)
    if not url.startswith("sqlite"):
        engine = create_engine(url, pool_size=10, max_overflow=20, pool_pre_ping=True)

        @event.listens_for(engine, "connect")
        def _be_impatient(connection: Any, _record: object) -> None:
            connection.execute(f"SET lock_timeout = {busy_ms}")
            connection.commit()

        return engine
    # One writer at a time is all SQLite has. Waiting for the one connection is fair and wakes at once; waiting for
    # the file's lock is neither.
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=busy_seconds,
        connect_args={"timeout": busy_seconds, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's "begin" event below opens transactions
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={busy_ms}", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def check_reached(engine: Engine) -> None:
    """Return when the database answers. Raises what its driver says when it does not."""
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))


def file_of(url: str) -> Path | None:
    """Return the file of a SQLite address, None of any other."""
    name = make_url(url).database if url.startswith("sqlite") else None
    return Path(name) if name else None


def remembered(session: Session, what: Hashable, read: Callable[[], Known]) -> Known:
    """Return what `read` gives, read once in a transaction. Whoever changes it there says so with `forget`."""
    if what not in session.info:
        session.info[what] = read()
    known: Known = session.info[what]
    return known


def forget(session: Session, what: Hashable) -> None:
    """Have something read anew, because this transaction has changed it."""
    session.info.pop(what, None)


@event.listens_for(Session, "loaded_as_persistent")
def _hold(session: Session, row: Any) -> None:
    """Hold on to a row until its transaction ends: read once, it is there when it is asked for again.

    What is read in parts, to be looked at once, is let go.
    """
    if row.__tablename__ not in READ_IN_PARTS:
        session.info.setdefault(_hold, []).append(row)


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """Give a session whose work is committed as one when the block ends, or not at all when it raises."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session
