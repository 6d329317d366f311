"""Receipts are read in one line, in the agreement's order, however they happened to come in."""

from __future__ import annotations

from datetime import timedelta

from storage import register
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True


def test_receipts_are_read_in_the_agreement_s_order_whenever_they_came(make_world):
    sefton = make_world("2022-12-16 09:30")
    sefton.without_daily_lists()
    sefton.ada.raises("Discharge delays", "luhft")
    first = [line for line in lines(shown(sefton)) if "notified in the chat" in line]
    with sefton.session() as session:
        agreement = sefton.agreement(session)
        for number, partner in enumerate(("luhft", "alder-hey", "sefton-council")):  # as messages arrived once more
            at = sefton.clock() + timedelta(minutes=number)
            register.write(
                session, agreement, at=at, act="notice-delivered", person="Accord", partner=partner,
                reference="SEF-1", facts={"kind": "again"},
            )  # fmt: skip
    again = [line for line in lines(shown(sefton)) if "notified in the chat" in line]
    assert again == [*first, "• Fri 16 Dec 2022, 09:32: notified in the chat: Sefton Council, LUHFT and Alder Hey"]


def shown(world):
    world.ben.types("/partnership issue SEF-1")
    return world.ben.answer
