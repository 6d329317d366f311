"""Posts: what everybody of an agreement holds and when, who chairs, and what was said of a term of office."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from functools import cache, partial
from typing import TypeVar

from sqlalchemy import CompoundSelect, Date, ForeignKey, Select, String, bindparam, or_, select, union_all
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from rules.posts import Post, PostKind, Tenure
from rules.seats import in_places
from storage import ahead
from storage.database import Base, Id, Key, forget, remembered
from storage.marks import Marked
from storage.people import Capacity, Dated, Holding, SeatHolding


class ChairHolding(Marked, Dated, Base):
    """Who chairs a forum, or is its deputy chair, with the dates."""

    __tablename__ = "chair_holdings"
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    forum: Mapped[Key]
    deputy: Mapped[bool]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)


class SaidOfPost(Base):
    """That something was said of a term of office. `once` is unique: the term, its last day and what was said."""

    __tablename__ = "said_of_posts"
    id: Mapped[Id]
    once: Mapped[str] = mapped_column(String(80), unique=True)
    said_at: Mapped[datetime]


CAPACITIES: Mapping[Capacity, PostKind] = {
    Capacity.LEAD: PostKind.LEAD,
    Capacity.DEPUTY: PostKind.DEPUTY,
    Capacity.SIGNATORY: PostKind.SIGNATORY,
    Capacity.SECRETARY: PostKind.SECRETARY,
}
TABLES = {PostKind.SEAT: "seats", PostKind.CHAIR: "chairs", PostKind.DEPUTY_CHAIR: "chairs"}
PARTS: tuple[type[SeatHolding | ChairHolding | Holding], ...] = (SeatHolding, ChairHolding, Holding)
"""What gives people a part in an agreement."""
Row = TypeVar("Row", SeatHolding, ChairHolding, Holding)


def tenure_of(row: SeatHolding | ChairHolding) -> Tenure:
    """Return a seat or a chair that is held as a term of office."""
    if isinstance(row, SeatHolding):
        post = Post(PostKind.SEAT, row.forum, row.seat)
    else:
        post = Post(PostKind.DEPUTY_CHAIR if row.deputy else PostKind.CHAIR, row.forum)
    return Tenure(post, row.id, row.person_id, row.starts_on, row.ends_on)


def of_capacity(row: Holding) -> Tenure | None:
    """Return a capacity that is held as a term of office, None for membership, which is no post."""
    kind = CAPACITIES.get(row.capacity)
    if kind is None:
        return None
    return Tenure(Post(kind, partner=row.partner), row.id, row.person_id, row.starts_on, row.ends_on)


def of_agreement(session: Session, agreement_id: int) -> tuple[Tenure, ...]:
    """Return every term of office in an agreement, past, running and to come, in the order in which it was entered."""
    asked = {"agreement_id": agreement_id}
    seats = session.scalars(_rows(SeatHolding, "agreement_id"), asked)
    chairs = session.scalars(_rows(ChairHolding, "agreement_id"), asked)
    capacities = map(of_capacity, session.scalars(_rows(Holding, "agreement_id"), asked))
    return (*map(tenure_of, seats), *map(tenure_of, chairs), *(one for one in capacities if one is not None))


def of_forum(session: Session, agreement_id: int, forum: str) -> tuple[SeatHolding, ...]:
    """Return all who ever held or will hold a seat of a forum, in the order in which they were named."""
    asked = {"agreement_id": agreement_id, "forum": forum}
    query = _rows(SeatHolding, "agreement_id", "forum")
    return ahead.once(session, (SeatHolding, agreement_id, forum), lambda: tuple(session.scalars(query, asked)))


def seated_on(session: Session, day: date, *, agreement_id: int, forum: str) -> dict[str, dict[int, int]]:
    """Return who holds the seats of a forum on a day: by seat, the people's ids by their places."""
    by_seat: dict[str, list[Tenure]] = {}
    for row in of_forum(session, agreement_id, forum):
        by_seat.setdefault(row.seat, []).append(tenure_of(row))
    return {
        seat: {number: held.person for number, held in in_places(tenures, day).items()}
        for seat, tenures in by_seat.items()
    }


def of_person(session: Session, person_id: int) -> list[SeatHolding | ChairHolding]:
    """Return every seat and chair of a person, held before, now or to come, in all their agreements."""
    return [*_held(session, SeatHolding, person_id), *_held(session, ChairHolding, person_id)]


def _held(session: Session, model: type[Row], person_id: int) -> list[Row]:

    def read() -> list[Row]:
        return list(session.scalars(_rows(model, "person_id"), {"person_id": person_id}))

    return remembered(session, (model, person_id), read)


def read_at_once(session: Session, people: Iterable[int]) -> None:
    """Read the seats, chairs and capacities of many people, for whoever asks for those of one of them after that."""
    ids = list(people)
    _read_at_once(session, SeatHolding, ids)
    _read_at_once(session, ChairHolding, ids)
    _read_at_once(session, Holding, ids)


def _read_at_once(session: Session, model: type[Row], people: Iterable[int]) -> None:
    found: dict[int, list[Row]] = {person: [] for person in people}
    for row in session.scalars(select(model).where(model.person_id.in_(found)).order_by(model.id)):
        found[row.person_id].append(row)
    for person, rows in found.items():
        remembered(session, (model, person), partial(list, rows))


def hold(session: Session, row: SeatHolding | ChairHolding | Holding) -> None:
    """Write down what somebody holds."""
    session.add(row)
    session.flush()  # what is said of it names it, and the next line of a file may say the same again
    forget(session, (type(row), row.person_id))


@cache
def _rows(model: type[Row], *columns: str) -> Select[Row]:
    """Return the query for the rows whose columns hold what is handed over under their names, as they were entered."""
    query = select(model).where(*(getattr(model, column) == bindparam(column) for column in columns))
    return query.order_by(model.id)


def people_on(session: Session, day: date, agreement_id: int) -> set[int]:
    """Return the ids of the people who hold any capacity, a seat or a chair in an agreement on a day."""
    found: set[int] = set()
    for model in PARTS:
        found.update(session.scalars(_people_on(model), {"agreement": agreement_id, "day": day}))
    return found


def with_a_part(
    session: Session, day: date, agreements: Collection[int], people: Collection[int]
) -> set[tuple[int, int]]:
    """Return which of these people have a part in which of these agreements on a day, by both ids."""
    asked = {"agreements": list(agreements), "people": list(people), "day": day}
    return {(row.agreement_id, row.person_id) for row in session.connection().execute(_with_a_part(), asked)}


@cache
def _with_a_part() -> CompoundSelect[int, int]:
    return union_all(*map(_part_of, PARTS))


def _part_of(model: type[SeatHolding | ChairHolding | Holding]) -> Select[int, int]:
    day = bindparam("day", type_=Date())
    return select(model.agreement_id, model.person_id).where(
        model.person_id.in_(bindparam("people", expanding=True)),
        model.agreement_id.in_(bindparam("agreements", expanding=True)),
        or_(model.starts_on.is_(None), model.starts_on <= day),
        or_(model.ends_on.is_(None), model.ends_on >= day),
    )


@cache
def _people_on(model: type[SeatHolding | ChairHolding | Holding]) -> Select[int]:
    day = bindparam("day", type_=Date())
    return select(model.person_id).where(
        model.agreement_id == bindparam("agreement"),
        or_(model.starts_on.is_(None), model.starts_on <= day),
        or_(model.ends_on.is_(None), model.ends_on >= day),
    )


def acting_on(session: Session, day: date, agreement_id: int) -> dict[int, frozenset[str]]:
    """Return the partners that each person acts for on a day, in any capacity; who acts for none is left out."""
    found: dict[int, set[str]] = {}
    for row in session.scalars(_rows(Holding, "agreement_id"), {"agreement_id": agreement_id}):
        if row.partner is not None and row.held_on(day):
            found.setdefault(row.person_id, set()).add(row.partner)
    return {person: frozenset(partners) for person, partners in found.items()}


def ever(session: Session, agreement_id: int) -> set[int]:
    """Return the ids of the people who hold, held or will hold any capacity, a seat or a chair in an agreement."""
    return {
        person
        for model in PARTS
        for person in session.scalars(select(model.person_id).where(model.agreement_id == agreement_id))
    }


def get(session: Session, agreement_id: int, kind: PostKind, row: int) -> SeatHolding | ChairHolding | Holding | None:
    """Return the row of a term of office of an agreement, or None."""
    found: SeatHolding | ChairHolding | Holding | None
    if kind is PostKind.SEAT:
        found = session.get(SeatHolding, row)
    elif kind in (PostKind.CHAIR, PostKind.DEPUTY_CHAIR):
        found = session.get(ChairHolding, row)
    else:
        found = session.get(Holding, row)
    return found if found is not None and found.agreement_id == agreement_id else None


def say_once(session: Session, tenure: Tenure, what: str, now: datetime) -> bool:
    """Note that something is said of a term of office as it ends now; return False when it was said before."""
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    where = TABLES.get(tenure.post.kind, "holdings")
    once = f"{where}:{tenure.row}:{tenure.ends_on}:{what}"
    row = insert(SaidOfPost).values(once=once, said_at=now).on_conflict_do_nothing(index_elements=["once"])
    return session.scalar(row.returning(SaidOfPost.id)) is not None
