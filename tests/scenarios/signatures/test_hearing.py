"""Who hears that a partner declines, and what becomes of requests once the partners agree to sign in the chat."""

from __future__ import annotations

import pytest

from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import (
    SIGNED_COPY,
    asked,
    board,
    decides,
    gives,
    presses,
    requests,
    sign_in_chat,
    signs,
)

TAKE_TURNS = True
SCAN = {"version": "1", "signed_on": "2022-09-01", "name": "Dr Grey", "position": "Chair"}


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=sign_in_chat)


def test_who_has_signed_is_told_when_somebody_declines(sefton):
    requests(sefton)
    signs(sefton, "pia", "gil")
    presses(sefton, "ada", "Decline", words="Clause 10.")
    heard = {name for name, player in sefton.players.items() if any("declines" in said for said in player.inbox())}
    assert heard == {"pia", "gil", "sam"}


def test_what_was_sent_before_gains_the_press_once_they_agree_to_sign_in_the_chat(make_world):
    world = make_world("2022-09-01 09:30")
    world.without_daily_lists()
    requests(world)
    before = asked(world, "pia", "Hand in a signed copy")
    assert "Read and sign" not in buttons_of(before)
    presses(world, "ada", "Hand in a signed copy", document=gives(world, "ada", SIGNED_COPY), **SCAN)
    decides(world, "signing", ["in-chat"])
    after = asked(world, "pia")
    assert after.ts == before.ts
    assert lines(after.shown(), "Read it, then") == [
        "The file is under this message. Read it, then press Read and sign; or hand in a signed copy."
    ]
    assert "Read and sign" not in buttons_of(world.ada.dm("Signed for Mersey Care"))
    signs(world, "pia")
    assert lines(board(world), "Signed") == ["• Signed (2): Mersey Care and LUHFT"]
