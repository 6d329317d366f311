"""Hostile text in every text field of every form: it comes out as text, or the form says what is wrong with it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bot.cli import register as register_cli
from bot.practice.check import check_view
from handlers.tables import FORMS
from tests.hostile import CONTROLS, HUGE, UNSEEN, as_shown
from tests.scenarios.hostile.kit import (
    KEPT,
    LATER,
    check_all,
    looks_everywhere,
    packed,
    page_of,
    state_of,
    text_fields,
    too_long,
)
from tests.scenarios.reading_kit import lines

GOOD = {
    "title": "Discharge delays",
    "particulars": "Beds are blocked",
    "clause": "5.1",
    "outcome_sought": "A plan",
    "words": "As we said",
    "evidence": "E-mail from Jo",
    "name": "Nia",
    "email": "nia@example.org",
    "value": "As before",
    "why": "The board, in May",
}
"""What stands in the other fields meanwhile."""


def raised(world):
    world.ada.raises("Discharge delays", "luhft", "sefton-council")


def proposed(world):
    raised(world)
    world.ada.opens("SEF-1")
    world.ada.presses("Propose a resolution")
    world.ada.submits({"words": "More beds"})


def act(player, button):
    def opens(world):
        raised(world)
        who = getattr(world, player)
        who.opens("SEF-1")
        who.presses(button)
        return who

    return opens


def open_raising(world):
    world.sam.types("/raise-issue")  # the secretary is asked everything
    world.sam.changes("raised_for", "sefton-council")
    world.sam.fills({"raised_as": "provider", "concerns": "any-matter", "affected": ["luhft"]})
    return world.sam


def open_extending(world):
    ada = act("ada", "Ask for more time")(world)
    ada.fills({"extend_to": (world.clock() + timedelta(days=90)).date()})
    return ada


def open_disagreeing(world):
    proposed(world)
    world.ben.presses("Do not agree", world.ben.dm("More beds"))
    return world.ben


def open_behalf(world):
    sam = act("sam", "Record for a partner")(world)
    sam.fills({"partner": "luhft", "act": "issue_comment"})
    return sam


def open_told(world):
    sam = act("sam", "Record how they were told")(world)
    sam.fills({"partner": "sefton-cvs", "told_on": "2022-12-16"})
    return sam


def open_adding(world):
    world.sam.types("/partnership people")
    world.sam.presses("Add to the roster")
    world.sam.fills({"capacity": "lead", "partner": "luhft"})
    return world.sam


def open_filling(world):
    world.sam.types("/partnership seats")
    world.sam.presses("Name somebody")
    world.sam.fills({"place": "deputy-chair"})
    return world.sam


def open_settling(world):
    world.sam.types("/partnership open")
    world.sam.presses("Decide an open point")
    return world.sam


OPENERS = {
    "raise_issue": open_raising,
    "issue_comment": act("ada", "Comment"),
    "issue_propose": act("ada", "Propose a resolution"),
    "issue_disagree": open_disagreeing,
    "issue_extend": open_extending,
    "issue_withdraw": act("ada", "Withdraw"),
    "issue_unresolved": act("ada", "Mark unresolved"),
    "issue_behalf": open_behalf,
    "issue_told": open_told,
    "person_add": open_adding,
    "seat_fill": open_filling,
    "settle": open_settling,
}
WITHOUT_TEXT = {
    *("issue_acknowledge", "issue_agree", "bind", "capacity_end", "account_link", "account_claim", "settings"),
    *("seat_end", "term_extend", "meeting_ahead"),
}


def test_every_form_with_text_in_it_is_in_this_table(world):
    assert set(OPENERS) | WITHOUT_TEXT | LATER == set(FORMS)


@pytest.mark.parametrize("form", OPENERS)
def test_hostile_text_in_every_field_comes_out_as_text(make_world, form):
    """All strings go in at once, one field after the other having each: a form a string would take minutes."""
    world = make_world()
    player = OPENERS[form](world)
    blocks = text_fields(player)
    assert blocks
    limits = {block["block_id"]: block["element"]["max_length"] for block in blocks}
    for field, limit in limits.items():
        for name, said in {**UNSEEN, **HUGE}.items():
            shown = page_of(player)
            optional = next(block["optional"] for block in blocks if block["block_id"] == field)
            if name in UNSEEN and optional:
                continue
            others = {other: GOOD[other] for other in limits if other != field}
            player.submits({**others, field: said}, unchecked=True)
            assert field in player.modal_errors, (name, player.answer)
            assert player.modal is not None
            assert page_of(player) == shown
            assert state_of(player, field) == said  # what was typed is still there
            if name in HUGE:
                assert player.modal_errors[field] == too_long(said, limit)
    fill = {field: packed(limit) for field, limit in limits.items()}
    player.submits(fill, unchecked=True)
    # what decides a point has a form of its own, which is not chosen yet
    assert list(player.modal_errors) == (["point"] if form == "settle" else []), form
    looks_everywhere(world)
    check_all(world)


def raise_with(world, **fields):
    before = set(world.references())
    world.ada.types("/raise-issue Short")
    usual = {"title": "Short", "particulars": "x", "concerns": "any-matter", "affected": ["luhft"]}
    world.ada.submits(usual | fields, unchecked=True)
    assert not world.ada.modal_errors
    (new,) = set(world.references()) - before
    return new


@pytest.mark.parametrize("part", range(4))
def test_a_string_is_read_as_it_was_typed_wherever_it_stands(make_world, part):
    world, strings = make_world("2022-12-16 09:30"), dict(list(KEPT.items())[part::4])
    for said in strings.values():
        fields = dict.fromkeys(("title", "particulars", "outcome_sought"), said)
        reference = raise_with(world, **fields, clause=said[:40])
        world.ada.opens(reference)
        world.ada.presses("Comment")
        world.ada.submits({"words": said}, unchecked=True)
    world.sam.types("/partnership issues")
    world.at("2022-12-19 10:00")
    details = [world.ben.opens(reference) for reference in world.references()]
    read = {
        "channel": world.shown(),
        "direct messages": "\n".join(world.ben.inbox()),
        "details": "\n".join(details),
        "list": world.sam.answer,
        "home": world.ben.opens_home(),
    }
    for place, found in read.items():
        missing = [name for name, said in strings.items() if as_shown(said) not in as_shown(found)]
        assert not missing, (place, missing)
    check_all(world)


def test_the_register_shows_it_on_a_terminal_as_text(make_world, monkeypatch, capsys):
    world = make_world()
    raise_with(world, title="Ward \x1b[31mred <!here>", particulars=CONTROLS["escape"])
    url = world.engine.url.render_as_string(hide_password=False)
    monkeypatch.setenv("ACCORD_DATABASE_URL", url)
    monkeypatch.setenv("DATABASE_URL", url)
    register_cli.show("SEF-1")
    out = capsys.readouterr().out
    assert lines(out, "Ward [31mred") == ["SEF-1: Ward [31mred <!here>"]
    assert "\x1b" not in out


def test_a_title_of_several_lines_is_one_line(world):
    raise_with(world, title="One\nTwo\u2028Three")
    assert world.issue("SEF-1").title == "One Two Three"


def test_a_direction_that_is_turned_ends_with_the_text_that_turned_it(world):
    raise_with(world, title="\u202eWard")
    assert "\u202eWard\u202c" in json.dumps(world.living("SEF-1").blocks, ensure_ascii=False)


def test_every_view_slack_was_shown_was_one_it_takes(world):
    for opens in (open_adding, open_settling):
        assert not check_view({k: v for k, v in opens(world).modal.items() if k in VIEW})
        world.sam.closes()


VIEW = ("type", "title", "submit", "close", "blocks", "private_metadata", "callback_id")


def test_a_refusal_keeps_the_ticks_of_peoples_words(world):
    world.ada.types("/partnership issue `seven`")
    assert world.ada.body == "I know no issue `SEVEN` that you can see. /partnership issues lists those you can."
