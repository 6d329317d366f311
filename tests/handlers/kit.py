"""An agreement with its channel and its register, and a clock that ticks when it is told to."""

from __future__ import annotations

from sqlalchemy import select

from handlers.agreements.loading import load
from handlers.daily import due
from storage import agreements, followers, register
from storage.agreements import Channel
from storage.database import transaction
from storage.outbox import Message
from storage.packs import pack_source, parse_pack
from storage.people import Account, Capacity, Holding, Link
from tests.scenarios.conftest import london
from tests.storage.rows import a_person

SEFTON = pack_source("sefton-2022")


class Register:
    """Sefton's agreement with its channel, a clock that ticks when it is told to, and a register to write into."""

    def __init__(self, engine, loaded):
        self.engine = engine
        with transaction(engine) as session:
            load(session, parse_pack(SEFTON, file="x"), source=SEFTON, now=london(loaded), by="tests")
            (agreement,) = agreements.all_agreements(session)
            session.add(
                Channel(
                    agreement_id=agreement.id, platform="slack", workspace="T1", channel="C1", bound_at=london(loaded)
                )
            )
        self.ticks(loaded)  # plans

    def notes(self, at, act="milestone-met", *, private=False, person_id=None, **facts):
        with transaction(self.engine) as session:
            (agreement,) = agreements.all_agreements(session)
            told = {"title": "The hub opens", **facts}
            register.write(
                session,
                agreement,
                at=london(at),
                act=act,
                person="Sam",
                person_id=person_id,
                private=private,
                facts=told,
            )

    def ticks(self, *moments):
        faults = []
        for moment in moments:
            due.tick(self.engine, london(moment), failed=lambda row, error: faults.append((row, error)))
        assert faults == []

    def joins(self, name="Jo", *, ends_on=None, follows_at="2022-12-16 09:30"):
        """Somebody on the roster and in the chat who follows the agreement; their id."""
        with transaction(self.engine) as session:
            (agreement,) = agreements.all_agreements(session)
            person = a_person(session, name)
            held = {"agreement_id": agreement.id, "person_id": person.id, "partner": "luhft", "ends_on": ends_on}
            session.add(Holding(capacity=Capacity.LEAD, **held))
            who = {"person_id": person.id, "platform": "slack", "workspace": "T1", "user": f"U{name.upper()}"}
            session.add(Account(link=Link.LINKED, changed_at=london(follows_at), **who))
            assert followers.add(session, agreement, person.id, at=london(follows_at))
            assert not followers.add(session, agreement, person.id, at=london(follows_at))
            return person.id

    def sent(self, template):
        """To whom, when and with which rows messages of a kind were queued."""
        with transaction(self.engine) as session:
            rows = session.scalars(select(Message).where(Message.template == template).order_by(Message.id))
            return [
                (
                    row.lane,
                    f"{row.queued_at.astimezone(london('2022-12-16').tzinfo):%Y-%m-%d %H:%M}",
                    [told["title"] for group in row.facts["groups"] for told in group["rows"]],
                )
                for row in rows
            ]

    def posted(self):
        return [when for lane, when, _ in self.sent("bulletin")]
