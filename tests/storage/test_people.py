"""People: authority is what they hold on a day, and the account that the secretary linked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage import due, people
from storage.database import transaction
from storage.people import Account, Capacity, Holding, Link, Person
from tests.storage.rows import a_person, an_agreement, minutes

TODAY = date(2026, 7, 1)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LEADS = (Capacity.LEAD, Capacity.DEPUTY)


def holds(
    session: Session, person: Person, capacity: Capacity, partner: str | None = "sefton", **values: Any
) -> Holding:
    holding = Holding(
        person_id=person.id, agreement_id=values.pop("agreement_id", 1), partner=partner, capacity=capacity, **values
    )
    session.add(holding)
    session.flush()
    return holding


def account(session: Session, person: Person, user: str, link: Link = Link.LINKED, *, changed: int = 0) -> Account:
    made = Account(
        platform="slack", workspace="T1", user=user, person_id=person.id, link=link, changed_at=minutes(changed)
    )
    session.add(made)
    session.flush()
    return made


@pytest.mark.parametrize(
    ("starts", "ends", "held"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (YESTERDAY, None, True),
        (None, TOMORROW, True),
        (TOMORROW, None, False),
        (None, YESTERDAY, False),
    ],
)
def test_a_capacity_has_its_dates_and_both_ends_count(
    engine: Engine, starts: date | None, ends: date | None, held: bool
) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
        person = a_person(session)
        holding = holds(session, person, Capacity.LEAD, starts_on=starts, ends_on=ends)
        assert holding.held_on(TODAY) is held
        assert (people.holdings_on(session, TODAY, person_id=person.id) == [holding]) is held
        assert bool(people.contacts(session, TODAY, agreement_id=1, capacities=LEADS)) is held


def test_what_somebody_holds_in_one_agreement_or_in_all(engine: Engine) -> None:
    with transaction(engine) as session:
        first, second = an_agreement(session, row=1), an_agreement(session, "halton-2021", "HAL")
        person = a_person(session)
        one, two = (
            holds(session, person, Capacity.LEAD),
            holds(session, person, Capacity.MEMBER, agreement_id=second.id),
        )
        holds(session, a_person(session, "Another"), Capacity.LEAD)
        assert people.holdings_on(session, TODAY, person_id=person.id) == [one, two]
        assert people.holdings_on(session, TODAY, person_id=person.id, agreement_id=first.id) == [one]


def test_an_account_is_its_platform_workspace_and_user(engine: Engine) -> None:
    with transaction(engine) as session:
        linked = account(session, a_person(session), "U1")
        assert people.account_of_user(session, platform="slack", workspace="T1", user="U1") is linked
        for other in ({"platform": "teams"}, {"workspace": "T2"}, {"user": "U2"}):
            assert (
                people.account_of_user(session, **{"platform": "slack", "workspace": "T1", "user": "U1"} | other)
                is None
            )
    with pytest.raises(IntegrityError), transaction(engine) as session:
        account(session, a_person(session, "Another"), "U1")


def test_a_person_is_reached_at_the_account_linked_last(engine: Engine) -> None:
    with transaction(engine) as session:
        person = a_person(session)
        assert people.linked_account(session, person.id) is None
        account(session, person, "U0", Link.CLAIMED, changed=9)
        assert people.linked_account(session, person.id) is None
        newer = account(session, person, "U1", changed=5)
        account(session, person, "U2", changed=1)
        assert people.linked_account(session, person.id) is newer
        an_agreement(session, row=1)
        holds(session, person, Capacity.LEAD)
        ((contact,),) = people.contacts(session, TODAY, agreement_id=1, capacities=LEADS).values()
        assert contact.account is newer


def test_contacts_come_by_partner_the_first_capacity_first(engine: Engine) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
        deputy, lead, elsewhere, member = (
            a_person(session, name) for name in ("Deputy", "Lead", "Elsewhere", "Member")
        )
        holds(session, deputy, Capacity.DEPUTY)
        holds(session, lead, Capacity.LEAD)
        holds(session, elsewhere, Capacity.LEAD, "mersey-care")
        holds(session, member, Capacity.MEMBER)
        found = people.contacts(session, TODAY, agreement_id=1, capacities=LEADS)
        assert {key: [(it.person.name, it.capacity) for it in its] for key, its in found.items()} == {
            "sefton": [("Lead", Capacity.LEAD), ("Deputy", Capacity.DEPUTY)],
            "mersey-care": [("Elsewhere", Capacity.LEAD)],
        }
        assert set(people.contacts(session, TODAY, agreement_id=1, capacities=LEADS, partners=("mersey-care",))) == {
            "mersey-care"
        }
        assert people.contacts(session, TODAY, agreement_id=1, capacities=LEADS, partners=()) == {}
        assert people.contacts(session, TODAY, agreement_id=2, capacities=LEADS) == {}


@pytest.mark.parametrize("capacities", [LEADS, LEADS[::-1]])
def test_who_holds_two_capacities_is_there_once_for_the_first(engine: Engine, capacities: tuple[Capacity, ...]) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
        person = a_person(session)
        older, newer = account(session, person, "U1", changed=1), account(session, person, "U2", changed=2)
        for capacity in LEADS:
            holds(session, person, capacity)
        ((contact,),) = people.contacts(session, TODAY, agreement_id=1, capacities=capacities).values()
        assert (contact.capacity, contact.account) == (capacities[0], newer)
        assert older is not newer


def test_one_person_for_several_partners_is_there_for_each(engine: Engine) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
        person = a_person(session)
        for partner in ("sefton", "mersey-care"):
            holds(session, person, Capacity.LEAD, partner)
        found = people.contacts(session, TODAY, agreement_id=1, capacities=LEADS)
        assert {key: len(its) for key, its in found.items()} == {"sefton": 1, "mersey-care": 1}


def test_a_claimed_account_reaches_nobody(engine: Engine) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
        person = a_person(session)
        account(session, person, "U1", Link.CLAIMED)
        holds(session, person, Capacity.SECRETARY, None)
        (contact,) = people.secretaries(session, TODAY, 1)
        assert (contact.person, contact.account) == (person, None)
        assert people.secretaries(session, TODAY, 2) == []


def test_two_people_may_share_a_name_and_are_two(engine: Engine) -> None:
    with transaction(engine) as session:
        first, second = a_person(session, "A. Smith"), a_person(session, "A. Smith")
        assert first.id != second.id


def test_people_are_found_by_their_address_in_whatever_capitals(engine: Engine) -> None:
    with transaction(engine) as session:
        first, second, _ = (a_person(session, "A. Smith", email=email) for email in ("a@x.org", "A@X.org", "a@y.org"))
        assert people.with_email(session, "a@X.ORG") == [first, second]
        assert people.with_email(session, "nobody@x.org") == []


def test_people_are_listed_by_name(engine: Engine) -> None:
    with transaction(engine) as session:
        ids = [a_person(session, name).id for name in ("Zoe", "Ada", "Mae")]
        assert [person.name for person in people.listed(session, ids[:2])] == ["Ada", "Zoe"]
        assert people.names_of(session, {ids[0], ids[2], 99}) == {ids[0]: "Zoe", ids[2]: "Mae"}


def test_an_account_names_somebody_once_it_is_linked(engine: Engine) -> None:
    with transaction(engine) as session:
        ada, zoe = a_person(session, "Ada"), a_person(session, "Zoe")
        claimed, _ = account(session, ada, "U1", Link.CLAIMED), account(session, zoe, "U2")
        assert people.claims_of(session, [zoe.id, ada.id]) == [claimed]
        assert people.person_of_user(session, platform="slack", workspace="T1", user="U2") is zoe
        for platform, workspace, user in (("slack", "T2", "U2"), ("teams", "T1", "U2"), ("slack", "T1", "U1")):
            assert people.person_of_user(session, platform=platform, workspace=workspace, user=user) is None


def test_a_capacity_is_held_already_by_the_same_person_for_the_same_partner_until_it_is_over(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement, person = an_agreement(session, row=1), a_person(session)
        over = holds(session, person, Capacity.LEAD, ends_on=YESTERDAY)
        to_come = holds(session, person, Capacity.LEAD, starts_on=TOMORROW)
        whole = holds(session, person, Capacity.SECRETARY, None)

        def like(capacity: Capacity, partner: str | None, day: date = TODAY) -> Holding | None:
            wanted = Holding(person_id=person.id, agreement_id=agreement.id, capacity=capacity, partner=partner)
            return people.holding_like(session, wanted, day)

        assert like(Capacity.LEAD, "sefton") is to_come
        assert like(Capacity.LEAD, "sefton", YESTERDAY) is over
        assert like(Capacity.SECRETARY, None) is whole
        assert like(Capacity.LEAD, None) is None
        assert like(Capacity.DEPUTY, "sefton") is None
        assert [held for held, _ in people.holdings_in(session, agreement.id)] == [over, to_come, whole]


def test_a_digest_is_due_when_its_time_has_come_or_none_is_planned(engine: Engine) -> None:
    with transaction(engine) as session:
        late, later, soon = (a_person(session, next_digest_at=minutes(at)) for at in (-1, 0, 1))
        new = a_person(session)
        assert due.digests(session, minutes(0), most=5) == [new.id, late.id, later.id]
        assert due.digests(session, minutes(1), most=1) == [new.id, late.id]
        assert soon.id in due.digests(session, minutes(1), most=5)


def test_a_time_zone_is_asked_for_once_of_linked_accounts(engine: Engine) -> None:
    with transaction(engine) as session:
        first, second = (account(session, a_person(session, user), user) for user in ("U1", "U2"))
        account(session, a_person(session, "Claimed"), "U3", Link.CLAIMED)
        assert people.without_time_zone(session, most=1) == [first]
        assert people.without_time_zone(session, most=5) == [second]
        assert people.without_time_zone(session, most=5) == []
