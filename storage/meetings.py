"""Meetings of forums: their series, each meeting that was opened or touched, who was there, what was put to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship as related

from rules.meeting_life import Came, MeetingState
from rules.meetings import OneOff, Plan, in_series
from rules.terms import Forum, TimeLimit
from storage import agreements, ahead
from storage.agreements import Agreement
from storage.database import Base, BigId, Id, Key, PlaceKey, words_of
from storage.marks import Marked
from storage.rows import Numbered, move_on


class MeetingPlan(Base):
    """A forum's series: the day of its first meeting, and where and when it usually meets.

    `every` is how often, as `2 months`, where the document leaves that open; None where the document says it.
    """

    __tablename__ = "meeting_plans"
    __table_args__ = (UniqueConstraint("agreement_id", "forum"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    forum: Mapped[Key]
    first_on: Mapped[date]
    same_weekday: Mapped[bool]
    every: Mapped[str | None] = mapped_column(String(60))
    begins_at: Mapped[time | None]
    place: Mapped[str] = mapped_column(String(300))
    words: Mapped[str] = mapped_column(Text)
    set_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    set_at: Mapped[datetime]


class Meeting(Numbered):
    """A meeting that was opened, or that somebody changed. The others of a series are worked out and have no row.

    `nominal_on` is its day in the series, None for a one-off one; `meets_on` the day on which it is to be, or was.
    `day_chosen`: somebody chose that day, so no change of a calendar moves it. `public` None: as the forum's meetings
    are, and of one that was held: nobody can say. `called_at` is when the notice of its present day went out; the
    register has the earlier ones. `shown_sha256` tells what its message in the channel says.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        UniqueConstraint("agreement_id", "number"),
        UniqueConstraint("agreement_id", "forum", "nominal_on"),
        Index("ix_meetings_of_state", "agreement_id", "state"),
        Base.__table_args__,
    )
    matter = "meeting"
    letter = "M"
    title: Mapped[str] = mapped_column(String(200))
    forum: Mapped[Key]
    nominal_on: Mapped[date | None]
    meets_on: Mapped[date]
    day_chosen: Mapped[bool]
    begins_at: Mapped[time | None]
    place: Mapped[str] = mapped_column(String(300))
    public: Mapped[bool | None]
    state: Mapped[MeetingState] = mapped_column(words_of(MeetingState), default=MeetingState.PLANNED)
    papers: Mapped[str | None] = mapped_column(Text)
    papers_at: Mapped[datetime | None]
    notices: Mapped[int] = mapped_column(default=0)
    minutes_link: Mapped[str | None] = mapped_column(Text)
    minutes: Mapped[str | None] = mapped_column(Text)
    planned_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    called_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closing_words: Mapped[str | None] = mapped_column(Text)
    post_id: Mapped[int | None] = mapped_column(BigId)
    shown_sha256: Mapped[str | None] = mapped_column(String(64))

    private = False  # whether the public may come or not, everybody of the agreement may know of it

    attendances: Mapped[list[Attendance]] = related(order_by="Attendance.id", cascade="all, delete-orphan")
    proxies: Mapped[list[Proxy]] = related(order_by="Proxy.id", cascade="all, delete-orphan")
    items: Mapped[list[AgendaItem]] = related(order_by="AgendaItem.id")


class Attendance(Base):
    """How a member of the forum, a partner or the holder of a seat, was at a meeting or was not; who came, in words.

    Of a deputy: when they were named, as far as that is known; `late` says who of the member came all the same.
    """

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("meeting_id", "member"), Base.__table_args__)
    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    member: Mapped[PlaceKey]
    name: Mapped[str] = mapped_column(String(150))
    partner: Mapped[str | None] = mapped_column(String(40))
    came: Mapped[Came] = mapped_column(words_of(Came))
    who: Mapped[str | None] = mapped_column(String(150))
    named_on: Mapped[date | None]
    named_at: Mapped[datetime | None]
    late: Mapped[str | None] = mapped_column(String(150))


class Proxy(Base):
    """That a member who was away had another, the holder, vote for it; when its paper came, None where there is none.

    Both are kept by their keys as members, whether the agreement lets the proxy count or not.
    """

    __tablename__ = "proxies"
    __table_args__ = (UniqueConstraint("meeting_id", "giver"), Base.__table_args__)
    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    giver: Mapped[PlaceKey]
    holder: Mapped[PlaceKey]
    paper_on: Mapped[date | None]
    paper_at: Mapped[datetime | None]


class AgendaItem(Marked, Base):
    """What somebody put on a meeting's agenda, for their partner or as the secretary; None: it stands there still."""

    __tablename__ = "agenda_items"
    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    title: Mapped[str] = mapped_column(String(150))
    words: Mapped[str] = mapped_column(Text)
    asked_for: Mapped[str | None] = mapped_column(String(40))
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[datetime]
    dropped_at: Mapped[datetime | None]


def read_ahead(session: Session, found: Iterable[Meeting]) -> None:
    """Read who was at these meetings and for whom, and what was put on their agendas."""
    ahead.related(session, list(found), Meeting.attendances, Meeting.proxies, Meeting.items)


def rows_of(
    session: Session, agreement_id: int, *, states: tuple[MeetingState, ...] = tuple(MeetingState), free: bool = False
) -> list[Meeting]:
    """Return an agreement's meetings in these states, earliest first.

    With `free`, those that somebody acts on at this moment are left out, and nobody else changes the others before the
    transaction ends: for whoever holds the agreement already, and must not wait.
    """
    query = select(Meeting).where(Meeting.agreement_id == agreement_id, Meeting.state.in_(states))
    query = query.order_by(Meeting.meets_on, Meeting.id)
    if free:
        query = query.with_for_update(key_share=True, skip_locked=True).execution_options(populate_existing=True)
    return list(session.scalars(query))


def in_series_of(session: Session, agreement_id: int, forum: str, nominal_on: date) -> Meeting | None:
    """Return the row of a meeting of a forum's series, or None while it has none."""
    return session.scalar(
        select(Meeting).where(
            Meeting.agreement_id == agreement_id, Meeting.forum == forum, Meeting.nominal_on == nominal_on
        )
    )


def plan_of(session: Session, agreement_id: int, forum: str) -> MeetingPlan | None:
    """Return a forum's series as it was set, or None."""
    return session.scalar(
        select(MeetingPlan).where(MeetingPlan.agreement_id == agreement_id, MeetingPlan.forum == forum)
    )


def move(session: Session, meeting: Meeting, *, to: MeetingState, at: datetime, words: str | None = None) -> bool:
    """Move a meeting on from the state that was read; return False when somebody else was faster."""
    values: dict[str, object] = {"state": to}
    values |= {"closed_at": at, "closing_words": words} if to.final else {"called_at": at}
    return move_on(session, meeting, values)


# --- What the rules work with -------------------------------------------------------------------------------------


def plans_of(session: Session, agreement: Agreement) -> Mapping[str, Plan]:
    """Return what is known of the meetings of an agreement's forums, by the forum's key; the rules do all dates.

    A meeting whose day is not in the series, because it is one-off or the series was set anew, stands beside it. What
    was held stays on the day on which it was held.
    """
    terms = agreements.current_terms(session, agreement.id)
    set_ = {
        row.forum: row for row in session.scalars(select(MeetingPlan).where(MeetingPlan.agreement_id == agreement.id))
    }
    rows: dict[str, list[Meeting]] = {}
    for row in rows_of(session, agreement.id):
        rows.setdefault(row.forum, []).append(row)
    return {
        forum.key: _plan(forum, set_.get(forum.key), rows.get(forum.key, []))
        for forum in terms.forums
        if forum.key in set_ or forum.key in rows
    }


def _plan(forum: Forum, set_: MeetingPlan | None, rows: list[Meeting]) -> Plan:
    bare = bare_plan(set_)
    mine = {row.nominal_on: row for row in rows if row.nominal_on and in_series(forum, bare, row.nominal_on)}
    beside = [row for row in rows if row not in mine.values() and row.state is not MeetingState.CANCELLED]
    moved: dict[date, date | None] = {}
    for nominal, row in mine.items():
        if row.state is MeetingState.CANCELLED:
            moved[nominal] = None
        elif row.day_chosen or row.state is MeetingState.HELD:
            moved[nominal] = row.meets_on
    return Plan(
        first_on=bare.first_on,
        same_weekday=bare.same_weekday,
        every=bare.every,
        moved=moved,
        one_off=tuple(OneOff(row.meets_on, row.public, unsaid=unsaid(row)) for row in beside),
        private=frozenset(nominal for nominal, row in mine.items() if row.public is False),
        public=frozenset(nominal for nominal, row in mine.items() if row.public is True),
        unsaid=frozenset(nominal for nominal, row in mine.items() if unsaid(row)),
    )


def bare_plan(set_: MeetingPlan | None) -> Plan:
    """Return a series before any of its meetings is changed; one of nothing where none was set."""
    if set_ is None:
        return Plan()
    every = TimeLimit.model_validate(set_.every) if set_.every else None
    return Plan(first_on=set_.first_on, same_weekday=set_.same_weekday, every=every)


def unsaid(row: Meeting) -> bool:
    """Return whether a meeting was held and nobody can say whether it was in public."""
    return row.state is MeetingState.HELD and row.public is None
