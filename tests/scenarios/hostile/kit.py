"""Hostile words handed in, and what must hold wherever they come out again."""

from __future__ import annotations

from sqlalchemy import inspect, text

from bot.practice.check import check_blocks
from tests import invariants
from tests.hostile import CONTROLS, HUGE, MARKUP, NEVER_KEPT, UNSEEN, all_of

KEPT = all_of(MARKUP, CONTROLS)


LATER = {
    *("propose_decision", "decision_agree", "decision_object", "decision_abstain", "decision_behalf"),
    *(
        "decision_reword",
        "decision_extend",
        "decision_meeting",
        "decision_there",
        "decision_withdraw",
        "decision_ratify",
        "decision_told",
    ),
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
    *("signature_withdraw", "signature_told", "signature_complete", "signature_look", "signature_reject"),
    *("tracker_propose", "criterion_propose", "tracker_confirm", "tracker_refuse", "change_withdraw"),
    *("review_answer", "review_behalf", "review_close", "review_move", "review_begin", "review_action", "review_told"),
    "review_event",
    *("meeting_series", "meeting_one_off", "meeting_call", "meeting_papers", "meeting_item", "meeting_item_drop"),
    *("meeting_move", "meeting_public", "meeting_cancel", "meeting_record", "meeting_correct", "meeting_action"),
    "meeting_told",
}
"""Forms that test_hostile_decisions, _signatures and _year, test_milestones_asked and test_tracking_edges have."""


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


STRINGS = {**MARKUP, **CONTROLS}


def quarter(part, limit):
    """A quarter of the strings in one, as far as they fit."""
    found = ""
    for said in list(STRINGS.values())[part::4]:
        if len(found) + len(said) + 1 <= limit:
            found += f"{said} "
    return found.strip()
