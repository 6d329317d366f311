"""Hostile text in every text field of every form: it comes out as text, or the form says what is wrong with it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import inspect, text

from bot.cli import register as register_cli
from bot.practice.check import check_blocks, check_view
from handlers.tables import FORMS
from tests import invariants
from tests.hostile import CONTROLS, HUGE, MARKUP, NEVER_KEPT, UNSEEN, all_of, as_shown
from tests.scenarios.reading_kit import lines

KEPT = all_of(MARKUP, CONTROLS)
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
LATER = {
    *("propose_decision", "decision_agree", "decision_object", "decision_abstain", "decision_behalf"),
    *("decision_reword", "decision_extend", "decision_withdraw", "decision_ratify", "decision_told"),
    *(
        "issue_move",
        "issue_vote",
        "issue_represent",
        "issue_advice",
        "issue_facilitator",
        "issue_action",
        "decision_action",
    ),
    *("decision_casting", "declare_conflict", "conflict_consent", "conflict_refuse", "conflict_behalf"),
    *("conflict_handle", "conflict_end", "conflict_told", "interests_return"),
    *("action_done", "action_drop"),
    *(
        "milestone_add",
        "milestone_report",
        "milestone_move",
        "milestone_condition",
        "milestone_owner",
        "milestone_drop",
    ),
    *("request_signatures", "signature_sign", "signature_scan", "signature_cannot", "signature_decline"),
    *("signature_delegate", "signature_signatory", "signature_behalf", "signature_version", "signature_extend"),
    *("signature_withdraw", "signature_told"),
    *("tracker_propose", "criterion_propose", "tracker_confirm", "tracker_refuse", "change_withdraw"),
    *("review_answer", "review_behalf", "review_close", "review_move", "review_begin", "review_action", "review_told"),
    "review_event",
    *("meeting_series", "meeting_one_off", "meeting_call", "meeting_papers", "meeting_item", "meeting_item_drop"),
    *("meeting_move", "meeting_public", "meeting_cancel", "meeting_record", "meeting_correct", "meeting_action"),
    "meeting_told",
}
"""Forms that test_hostile_decisions, _signatures and _year, test_milestones_asked and test_tracking_edges have."""
WITHOUT_TEXT = {
    *("issue_acknowledge", "issue_agree", "bind", "capacity_end", "account_link", "account_claim", "settings"),
    *("seat_end", "term_extend", "meeting_ahead"),
}


def text_fields(player):
    blocks = [block for block in player.modal["blocks"] if block["type"] == "input"]
    return [block for block in blocks if block["element"]["type"] == "plain_text_input"]


def everything_in(world):
    """Every text in the database."""
    tables = inspect(world.engine).get_table_names()
    with world.engine.connect() as connection:
        rows = [row for table in tables for row in connection.execute(text(f'SELECT * FROM "{table}"'))]
    return "\n".join(str(value) for row in rows for value in row)


def all_blocks(world):
    """Every message the bot wrote, and every view that stands."""
    ws = world.workspace
    found = [(m.blocks, "message") for c in ws.channels for m in ws.messages(c) if m.user == ws.bot_user_id]
    for player in world.players.values():
        found += [(view["blocks"], "modal") for view in player.modal_stack]
        found += [(player.home["blocks"], "home")] if player.home else []
    return found


def links_in(node):
    if isinstance(node, dict):
        if node.get("type") == "link":
            yield node["url"]
        for value in node.values():
            yield from links_in(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from links_in(value)


def kinds_in(node):
    if isinstance(node, dict):
        yield node.get("type")
        for value in node.values():
            yield from kinds_in(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from kinds_in(value)


def looks_everywhere(world):
    """Have everything drawn in which text could stand; return what was read."""
    read = [world.sam.opens_home(), world.ada.opens_home(), world.ben.opens_home()]
    for word in ("issues", "due", "people", "open", "undelivered", "help", ""):
        world.sam.types(f"/partnership {word}")
        read.append(world.sam.answer)
    read += [world.sam.opens(reference) for reference in world.references()]
    while world.sam.modal:
        world.sam.closes()
    return "\n".join([*read, world.shown(), *world.ben.inbox(), *world.sam.inbox()])


def too_long(said, limit):
    """What is said of words that do not fit; the ends are cut off before they are counted."""
    return f"This is {len(said.strip()):,} characters long; at most {limit:,} fit. Please shorten it."


def check_all(world):
    """Nothing of it mentions, links, breaks a limit or keeps what may not be kept."""
    for blocks, surface in all_blocks(world):
        assert not check_blocks(list(blocks), surface)
        assert not [url for url in links_in(blocks) if "evil.example" in url]
        assert not {"mrkdwn", "markdown", "broadcast", "usergroup"} & set(kinds_in(blocks))
    invariants.nobody_is_mentioned(world.workspace)
    kept = everything_in(world)
    assert not [sign for sign in NEVER_KEPT if sign in kept]
    assert not [written for written in ("\\x00", "\\u0000", "\\x1b", "\\u001b", "\\ud800") if written in kept.lower()]


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


def page_of(player):
    return player.modal["callback_id"]


def state_of(player, field):
    (element,) = player.modal["state"]["values"][field].values()
    return element["value"]


TRIED = {**UNSEEN, **{name: HUGE[name] for name in ("3,001 characters", "10,000 lines")}}


def survives(player, form, apart=()):
    """An open form refuses what is nothing or too long, keeps what was typed, and takes what is hostile.

    The fields `apart` take no words, and are left empty at the end.
    """
    assert page_of(player) == form
    fields = {block["block_id"]: block for block in text_fields(player)}
    assert fields
    limits = {field: block["element"]["max_length"] for field, block in fields.items() if field not in apart}
    for field in fields:
        for name, said in TRIED.items():
            if name in UNSEEN and fields[field]["optional"]:
                continue
            player.submits(dict.fromkeys(limits, "As before") | {field: said}, unchecked=True)
            assert field in player.modal_errors, (form, field, name, player.answer)
            assert state_of(player, field) == said  # what was typed is still there
            if name in HUGE:
                assert player.modal_errors[field] == too_long(said, fields[field]["element"]["max_length"])
    empty = dict.fromkeys((field for field in fields if field in apart), "")
    player.submits({field: packed(limit) for field, limit in limits.items()} | empty, unchecked=True)
    assert player.modal is None, (form, player.modal_errors)


def packed(limit):
    """As many of the strings as fit."""
    found = ""
    for said in KEPT.values():
        if len(found) + len(said) + 1 <= limit:
            found += said + " "
    return found.strip()


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
