"""Telling people: each of them who is in the chat once, but whoever did it."""

from __future__ import annotations

from sqlalchemy import select

from handlers import outgoing
from storage.database import transaction
from storage.outbox import Message
from storage.people import Account, Capacity, Contact, Link
from tests.storage.rows import NOW, a_person, an_agreement


def contact(session, name, *, in_chat=True):
    person = a_person(session, name)
    account = None
    if in_chat:
        account = Account(
            platform="slack", workspace="T1", user=f"U-{name}", person_id=person.id, link=Link.CLAIMED, changed_at=NOW
        )
        session.add(account)
    return Contact(person, account, Capacity.LEAD)


def test_each_who_is_in_the_chat_is_told_once_but_whoever_did_it(engine):
    with transaction(engine) as session:
        agreement = an_agreement(session)
        sam, jo = contact(session, "Sam"), contact(session, "Jo")
        outside, did_it = contact(session, "Kit", in_chat=False), contact(session, "Max")
        ids = [one.person.id for one in (sam, jo)]

        def tell():
            return outgoing.tell(
                session,
                [sam, outside, jo, did_it, Contact(sam.person, sam.account, Capacity.SECRETARY)],
                "term",
                {"days": 30},
                agreement_id=agreement.id,
                once="term:1:30",
                about="term:1",
                now=NOW,
                but=did_it.person.id,
            )

        assert [tell(), tell()] == [2, 0]
        queued = session.execute(select(Message.once, Message.lane, Message.about).order_by(Message.id)).all()
        assert [tuple(row) for row in queued] == [
            (f"term:1:30:{ids[0]}", "U-Sam", "term:1"),
            (f"term:1:30:{ids[1]}", "U-Jo", "term:1"),
        ]
