"""Requests for signatures: the document in its versions, the partners that are asked, and their counterparts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship as related

from rules import signatures
from rules.counterparts import CounterpartState
from rules.signatures import DocumentKind, RequestState, Route
from storage import agreements, ahead, people_ahead, rows
from storage.database import Base, BigId, Id, Key, Name, UTCDateTime, spelt_out, words_of
from storage.decisions import Decision
from storage.files import StoredFile
from storage.marks import Marked
from storage.rows import Numbered, move_on
from storage.seeing import Seeing


class SignatureRequest(Numbered):
    """A document that partners are asked to sign. `version` is the one that counts now.

    `begins_on` is the day the document itself states, `ends_on` an extension's new last day. `newcomer` is the partner
    that an accession brings, and `new_pack` the text of the pack that comes into force with a variation. What was
    decided before is in `decision_id`. The request
    is complete on `closed_at`, and has taken effect once `in_effect_at` is set: on `effective_on`, which can be later.
    `executed_sha256` is the sealed copy that was issued; one that could not be
    made is not tried again before `copy_after_at`.
    """

    __tablename__ = "signature_requests"
    __table_args__ = (UniqueConstraint("agreement_id", "number"), Base.__table_args__)
    matter = "signature"
    letter = "S"
    title: Mapped[str] = mapped_column(String(150))
    kind: Mapped[DocumentKind] = mapped_column(words_of(DocumentKind))
    statement: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    begins_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    newcomer: Mapped[dict[str, Any] | None]
    new_pack: Mapped[str | None] = mapped_column(Text)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    version: Mapped[int] = mapped_column(default=1)
    target_on: Mapped[date]
    requested_for: Mapped[str | None] = mapped_column(String(40))
    requested_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    requested_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    state: Mapped[RequestState] = mapped_column(words_of(RequestState), default=RequestState.DRAFT)
    closed_at: Mapped[datetime | None]
    closing_words: Mapped[str | None] = mapped_column(Text)
    effective_on: Mapped[date | None]
    in_effect_at: Mapped[datetime | None]
    copy_after_at: Mapped[datetime | None]
    executed_sha256: Mapped[str | None] = mapped_column(ForeignKey("files.sha256"))
    post_id: Mapped[int | None] = mapped_column(BigId)

    private = False  # everybody of the agreement may see what is signed

    versions: Mapped[list[DocumentVersion]] = related(order_by="DocumentVersion.version", lazy="selectin")
    parties: Mapped[list[Party]] = related(order_by="Party.id", lazy="selectin", back_populates="request")
    counterparts: Mapped[list[Counterpart]] = related(order_by="Counterpart.id", lazy="selectin")

    @property
    def document(self) -> DocumentVersion:
        """Return the version of the document that counts now."""
        return next(one for one in self.versions if one.version == self.version)


class DocumentVersion(Base):
    """One version of a document: a file in the folder, or a link with the SHA-256 that was stated for it.

    `words` says what is different from the version before.
    """

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("request_id", "version"), Base.__table_args__)
    id: Mapped[Id]
    request_id: Mapped[int] = mapped_column(ForeignKey("signature_requests.id"))
    version: Mapped[int]
    file_sha256: Mapped[str | None] = mapped_column(ForeignKey("files.sha256"))
    name: Mapped[str | None] = mapped_column(String(255))
    link: Mapped[str | None] = mapped_column(Text)
    link_sha256: Mapped[str | None] = mapped_column(String(64))
    words: Mapped[str | None] = mapped_column(Text)
    given_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    given_at: Mapped[datetime]

    file: Mapped[StoredFile | None] = related(lazy="joined")

    @property
    def sha256(self) -> str | None:
        """Return the hash of the file, or the one that was stated for the link; None where none was."""
        return self.file_sha256 or self.link_sha256


class Party(Marked, Base):
    """A partner that is asked to sign: by whom it does, and what it said of the version that counts now.

    `cannot_until` is the day from which it can (None: it has not said that it can't yet). Where the agreement says how
    many people sign, `signers` has who is asked, in order, and `refused` who has said that they do not, with why; there
    is no `signatory` and no `deputy` then. Else both are None.
    """

    __tablename__ = "signature_parties"
    __table_args__ = (UniqueConstraint("request_id", "partner"), Base.__table_args__)
    id: Mapped[Id]
    request_id: Mapped[int] = mapped_column(ForeignKey("signature_requests.id"))
    partner: Mapped[Key]
    signatory: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    deputy: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    seen_at: Mapped[datetime | None]
    cannot_until: Mapped[date | None]
    declined_at: Mapped[datetime | None]
    words: Mapped[str | None] = mapped_column(Text)
    signers: Mapped[list[int | None] | None] = mapped_column(JSON)
    refused: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)

    request: Mapped[SignatureRequest] = related(back_populates="parties")


class Counterpart(Marked, Base):
    """A copy of one version that a partner has signed; `number` counts a partner's copies of it.

    `state` is where it stands in its life: who looked at it (`looked_by`) is None where nobody did, and `decided_by`
    has who accepted or rejected it, with the `reason`. `organisation` is what stands on it for the partner, and `lacks`
    what the agreement asks for and does not stand on it; until that is completed it does not count, and where the date
    is lacking, `signed_on` is the day it came. Both are None where nobody was asked for them. `dated_before` says why
    it bears a day before its version was there. `statement` is what was shown in the chat to whoever signed there,
    empty where nothing was (before, what others were asked to sign under stood there, too). `signed_by` is the person
    who signed in the chat or sent the scan, `recorded_by` the person whose act it was. `source` says where it came
    from (the chat's ids). Where the agreement says how many people sign, `signers` has whose signatures are on it, each
    with the capacity in which they signed; else it is None.
    """

    __tablename__ = "counterparts"
    __table_args__ = (UniqueConstraint("request_id", "version", "partner", "number"), Base.__table_args__)
    id: Mapped[Id]
    request_id: Mapped[int] = mapped_column(ForeignKey("signature_requests.id"))
    version: Mapped[int]
    partner: Mapped[Key]
    number: Mapped[int]
    route: Mapped[Route] = mapped_column(words_of(Route))
    signed_on: Mapped[date]
    name: Mapped[Name]
    position: Mapped[Name]
    organisation: Mapped[str | None] = mapped_column(String(150))
    lacks: Mapped[list[str] | None] = mapped_column(JSON)
    state: Mapped[CounterpartState] = mapped_column(
        words_of(CounterpartState), default=CounterpartState.ACCEPTED, server_default="accepted"
    )
    dated_before: Mapped[str | None] = mapped_column(Text)
    looked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    looked_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(Text)
    statement: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str | None] = mapped_column(Text)
    file_sha256: Mapped[str | None] = mapped_column(ForeignKey("files.sha256"))
    file_name: Mapped[str | None] = mapped_column(String(255))
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    recorded_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    recorded_at: Mapped[datetime]
    source: Mapped[dict[str, Any]] = mapped_column(JSON)
    signers: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)

    file: Mapped[StoredFile | None] = related(lazy="joined")

    @property
    def people(self) -> frozenset[int]:
        """Return the ids of the people whose signatures are on it, where the agreement says how many sign."""
        return frozenset(one["person"] for one in self.signers or ())

    @property
    def as_signed(self) -> signatures.Counterpart:
        """Return it as the rules see it."""
        signers = tuple((str(one["person"]), one["capacity"]) for one in self.signers or ())
        lacks, waits = tuple(self.lacks or ()), self.state.waits
        return signatures.Counterpart(self.partner, self.signed_on, self.version, lacks, waits, signers, self.number)

    @property
    def counts(self) -> bool:
        """Return whether it counts for its version: it is accepted, and lacks nothing."""
        return self.state is CounterpartState.ACCEPTED and not self.lacks


Index("ix_signature_requests_of_state", SignatureRequest.agreement_id, SignatureRequest.state)
Index(
    "ix_signature_requests_without_copy",
    SignatureRequest.id,
    sqlite_where=text("state = 'complete' AND executed_sha256 IS NULL"),
    postgresql_where=text("state = 'complete' AND executed_sha256 IS NULL"),
)  # the sender asks again and again whether a copy is to be made


def party(session: Session, party_id: int) -> Party | None:
    """Return the asked partner with this id, or None."""
    return session.get(Party, party_id)


def counterpart(session: Session, counterpart_id: int) -> tuple[Counterpart | None, Party | None]:
    """Return the counterpart with this id and the asked partner it is of, or None for each."""
    one = session.get(Counterpart, counterpart_id)
    if one is None:
        return None, None
    query = select(Party).where(Party.request_id == one.request_id, Party.partner == one.partner)
    return one, session.scalar(query)


def of_agreement(session: Session, agreement_id: int, *, states: tuple[RequestState, ...]) -> list[SignatureRequest]:
    """Return an agreement's requests in these states, oldest first."""
    return rows.in_states(session, SignatureRequest, agreement_id, states)


def read_ahead(session: Session, found: Iterable[SignatureRequest]) -> None:
    """Read what is asked of these requests beside their dates: what they follow from, and the people who sign."""
    these = list(found)
    ahead.rows(session, Decision, (one.decision_id for one in these))
    parties = [party for one in these for party in one.parties]
    named = (person for party in parties for person in (party.signatory, party.deputy, *(party.signers or ())))
    signed = (person for one in these for counterpart in one.counterparts for person in counterpart.people)
    people_ahead.read(session, (*(one.requested_by for one in these), *named, *signed))


def seen(session: Session, agreement_id: int, by: Seeing, *, most: int) -> list[SignatureRequest]:
    """Return the first requests that somebody may see: those under way, then those that ended, each newest first.

    Of one that was never sent out, only those know who can send it.
    """
    asked = {"agreement": agreement_id, "all": by.everything, "acting": by.acting, "most": most}
    return list(session.scalars(_seen(), asked))


@cache
def _seen() -> Select[SignatureRequest]:
    over = SignatureRequest.state.in_([state for state in RequestState if state.final])
    mine = SignatureRequest.requested_for.in_(bindparam("acting", expanding=True))
    known = or_(SignatureRequest.opened_at.is_not(None), bindparam("all", type_=Boolean()), mine)
    query = select(SignatureRequest).where(SignatureRequest.agreement_id == bindparam("agreement"), known)
    return query.order_by(over, SignatureRequest.number.desc()).limit(bindparam("most"))


def agreement_signed_on(session: Session, agreement_id: int) -> date | None:
    """Return the day on which the last of the partners had signed a first counterpart of the agreement itself.

    None while it is not complete.
    """
    complete = of_agreement(session, agreement_id, states=(RequestState.COMPLETE,))
    signed = next((one for one in complete if one.kind is DocumentKind.AGREEMENT), None)
    if signed is None:
        return None
    given = [one.as_signed for one in signed.counterparts if one.counts and one.version == signed.version]
    return max(signatures.firsts(agreements.terms_of(session, signed.terms_id), given).values(), default=None)


def without_copy(session: Session, now: datetime, *, most: int) -> list[SignatureRequest]:
    """Return requests that are complete and whose executed copy can be issued now, oldest first."""
    return list(session.scalars(_without_copy(), {"now": now, "most": most}))


@cache
def _without_copy() -> Select[SignatureRequest]:
    query = select(SignatureRequest).where(*lacks_copy(bindparam("now", type_=UTCDateTime())))
    return query.order_by(SignatureRequest.id).limit(bindparam("most"))


def lacks_copy(now: datetime | ColumnElement[datetime]) -> tuple[ColumnElement[bool], ...]:
    """Return what is true of a request whose executed copy can be issued now."""
    return (
        SignatureRequest.state == spelt_out(RequestState.COMPLETE),
        SignatureRequest.executed_sha256.is_(None),
        or_(SignatureRequest.copy_after_at.is_(None), SignatureRequest.copy_after_at <= now),
    )


def of_executed(session: Session, reference: str) -> str | None:
    """Return the SHA-256 of the executed copy that was issued under a reference, or None."""
    found = rows.by_reference(session, SignatureRequest, reference)
    return found.executed_sha256 if found else None


def move(session: Session, request: SignatureRequest, *, to: RequestState, at: datetime) -> bool:
    """Move a request on from the state that was read; return False when somebody else was faster."""
    return move_on(session, request, {"state": to, "opened_at" if to is RequestState.OPEN else "closed_at": at})
