"""Reviews: opened when they come round or something brings them about, what each partner reports, what came of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from rules.review_life import ReviewOutcome, ReviewState
from rules.reviews import Declared
from storage import people_ahead, rows
from storage.database import Base, BigId, Id, Key, words_of
from storage.marks import Marked
from storage.rows import Numbered


class Review(Numbered):
    """One time that a review of an agreement is held.

    `occurrence` names it for ever (`rules/reviews.py:Occurrence.key`). `nominal_on` is the day the agreement gives,
    `meets_on` the day it is held on, which nobody has chosen unless `day_chosen`. It is begun at `opened_at`, by itself
    where `opened_by` is None. `trigger` is the event that brought it about, `why` what somebody said of it. `findings`
    has what came of each thing it looks at, in the order of the pack.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("agreement_id", "number"),
        UniqueConstraint("agreement_id", "occurrence"),
        Index("ix_reviews_of_state", "agreement_id", "state"),
        Base.__table_args__,
    )
    matter = "review"
    letter = "R"
    occurrence: Mapped[str] = mapped_column(String(80))
    review: Mapped[Key]
    title: Mapped[str] = mapped_column(String(150))
    nominal_on: Mapped[date]
    meets_on: Mapped[date]
    day_chosen: Mapped[bool]
    begin_by_on: Mapped[date | None]
    complete_by_on: Mapped[date | None]
    trigger: Mapped[str | None] = mapped_column(String(150))
    why: Mapped[str | None] = mapped_column(Text)
    state: Mapped[ReviewState] = mapped_column(words_of(ReviewState), default=ReviewState.OPEN)
    opened_at: Mapped[datetime]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    post_id: Mapped[int | None] = mapped_column(BigId)
    held_on: Mapped[date | None]
    findings: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    outcome: Mapped[ReviewOutcome | None] = mapped_column(words_of(ReviewOutcome))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    answers: Mapped[list[ReviewAnswer]] = relationship(
        back_populates="of", order_by="ReviewAnswer.id", lazy="selectin", cascade="all"
    )

    private = False  # all partners review together


class ReviewAnswer(Marked, Base):
    """What a partner reports for a review, or that it is still to: `answered_at` None.

    `words` has what it says of each thing the review looks at, in the order of the pack; with `changes`, what it would
    change. Both are None where it has nothing to add.
    """

    __tablename__ = "review_answers"
    __table_args__ = (UniqueConstraint("review_id", "partner"), Base.__table_args__)
    id: Mapped[Id]
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    partner: Mapped[Key]
    words: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    changes: Mapped[str | None] = mapped_column(Text)
    evidence: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]
    of: Mapped[Review] = relationship(back_populates="answers")


class ReviewEvent(Base):
    """That an event has happened which brings a review about, as the secretary declared it."""

    __tablename__ = "review_events"
    __table_args__ = (
        UniqueConstraint("agreement_id", "review", "trigger", "happened_on"),
        Base.__table_args__,
    )
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    review: Mapped[Key]
    trigger: Mapped[str] = mapped_column(String(150))
    happened_on: Mapped[date]
    words: Mapped[str] = mapped_column(Text)
    declared_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    declared_at: Mapped[datetime]


def of_agreement(
    session: Session, agreement_id: int, *, states: Iterable[ReviewState] = tuple(ReviewState)
) -> list[Review]:
    """Return an agreement's reviews in these states, all where none is named, the earliest to be held first."""
    query = select(Review).where(Review.agreement_id == agreement_id, Review.state.in_(list(states)))
    return list(session.scalars(query.order_by(Review.meets_on, Review.id)))


def read_ahead(session: Session, found: Iterable[Review]) -> None:
    """Read who opened, answered and closed these reviews."""
    these = list(found)
    did = (person for one in these for person in (one.opened_by, one.closed_by))
    people_ahead.read(session, (*did, *(answer.answered_by for one in these for answer in one.answers)))


def running(session: Session, agreement_id: int, *, most: int) -> tuple[list[Review], int]:
    """Return an agreement's first open reviews, the earliest to be held first, and how many there are."""
    these = Review.agreement_id == agreement_id, Review.state == ReviewState.OPEN
    return rows.first(session, rows.first_of(Review, these, Review.meets_on, Review.id), {"most": most})


def latest_closed(session: Session, agreement_id: int, *, most: int) -> list[Review]:
    """Return an agreement's reviews that were closed, the last to be held first."""
    query = select(Review).where(Review.agreement_id == agreement_id, Review.state == ReviewState.CLOSED)
    return list(session.scalars(query.order_by(Review.meets_on.desc(), Review.id.desc()).limit(most)))


def occurrences(session: Session, agreement_id: int) -> set[str]:
    """Return the names of the occurrences of which there is a review already."""
    return set(session.scalars(select(Review.occurrence).where(Review.agreement_id == agreement_id)))


def answer(session: Session, answer_id: int) -> ReviewAnswer | None:
    """Return what a partner is asked for, by its id, or None."""
    return session.get(ReviewAnswer, answer_id)


def declared(session: Session, agreement_id: int) -> tuple[Declared, ...]:
    """Return the events that were declared in an agreement, the earliest first."""
    query = select(ReviewEvent).where(ReviewEvent.agreement_id == agreement_id)
    found = session.scalars(query.order_by(ReviewEvent.happened_on, ReviewEvent.id))
    return tuple(Declared(one.review, one.happened_on, one.trigger) for one in found)
