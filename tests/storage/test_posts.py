"""Who has a part in which agreement on a day: by a capacity, a seat or a chair, and by one question for all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, event

from storage import posts
from storage.database import transaction
from storage.people import Capacity, Holding, SeatHolding
from storage.posts import ChairHolding
from tests.storage.rows import a_person, an_agreement

DAY = date(2026, 7, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("begins", "ends", "held"),
    [(None, None, True), (DAY, DAY, True), (BEFORE, AFTER, True), (AFTER, None, False), (None, BEFORE, False)],
)
def test_both_ends_of_a_part_count(engine: Engine, begins: date | None, ends: date | None, held: bool) -> None:
    dates = {"starts_on": begins, "ends_on": ends}
    with transaction(engine) as session:
        ours, theirs = an_agreement(session).id, an_agreement(session, "halton-2021", "HAL").id
        lead, seated, chair, nobody = (a_person(session, name).id for name in ("Lee", "Sue", "Cy", "Nat"))
        session.add(Holding(agreement_id=ours, person_id=lead, partner="icb", capacity=Capacity.LEAD, **dates))
        session.add(SeatHolding(agreement_id=ours, person_id=seated, forum="board", seat="icb", **dates))
        session.add(ChairHolding(agreement_id=theirs, person_id=chair, forum="board", deputy=False, **dates))
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _k, statement, *_rest: asked.append(statement))
    with transaction(engine) as session:
        everybody = (lead, seated, chair, nobody)
        found = posts.with_a_part(session, DAY, (ours, theirs), everybody)
        assert found == ({(ours, lead), (ours, seated), (theirs, chair)} if held else set())
        assert len([statement for statement in asked if not statement.startswith("BEGIN")]) == 1
        assert posts.with_a_part(session, DAY, (theirs,), everybody) == ({(theirs, chair)} if held else set())
        assert posts.with_a_part(session, DAY, (ours,), (seated,)) == ({(ours, seated)} if held else set())
