"""One cell of the table of roles played: the same payload for every role, through the web door."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.practice import Person, payloads
from bot.practice.reading import read_blocks
from handlers.trackers.forms import key_of
from tests.roles.scene import CAST, ELSEWHERE, OTHERS, Rows, Scene
from tests.roles.table import Row
from tests.scenarios.conftest import CHANNELS
from tests.scenarios.hostile.payload_kit import encoded, sent, submission

CHANNEL = CHANNELS["sefton-2022"]
PROPOSALS = ("issue_agree", "issue_disagree")
ABOUT = {
    "issue_vote": "at_vote",
    "issue_facilitator": "at_facilitation",
    "decision_open": "draft",
    "decision_close": "counted",
    "decision_told": "closed",
    "decision_ratify": "closed",
    "decision_action": "closed",
    "conflict_decision": "open",
    "conflict_show": "conflict",
    "conflict_end": "conflict",
    "conflict_told": "conflict",
    "conflict_withhold": "conflict",
    "conflict_publish": "conflict",
    "review_answer": "review_answer",
    "review_nothing": "review_answer",
    **dict.fromkeys(
        ("review_show", "review_behalf", "review_close", "review_move", "review_action", "review_told"), "review"
    ),
    "action_show": "action",
    "action_done": "action",
    "action_drop": "action",
    **dict.fromkeys(
        (
            "milestone_show",
            "milestone_report",
            "milestone_move",
            "milestone_condition",
            "milestone_owner",
            "milestone_drop",
        ),
        "milestone",
    ),
    "signature_open": "unasked",
    "signature_complete": "counterpart",
    **dict.fromkeys(("settings", "home_month", "home_list", "home_earlier", "home_later"), "account"),
    **dict.fromkeys(("feed_renew", "feed_stop"), "feed"),
    "meeting_record": "meeting_today",
    "meeting_correct": "meeting_held",
    "meeting_told": "meeting_called",
    **dict.fromkeys(("meeting_series", "meeting_one_off", "meeting_ahead"), "agreement"),
    **dict.fromkeys(
        ("signature_sign", "signature_scan", "signature_cannot", "signature_decline", "signature_delegate"), "party"
    ),
}
ABOUT |= dict.fromkeys(
    ("tracker_show", "tracker_propose", "tracker_confirm", "tracker_refuse", "tracker_picture"), "tracker"
)
ABOUT |= dict.fromkeys(("tracker_page", "criterion_show", "criterion_propose"), "criterion")
ABOUT |= {"change_withdraw": "change", "signature_look": "copy"}
LEADS = {
    "raising": "Ada (lead, Mersey Care)",
    "affected": "Ben (lead, LUHFT)",
    "unaffected": "Joe (lead, Sefton Council)",
}
SHOWING = ("chat.postEphemeral", "chat.postMessage", "views.open", "views.push", "views.publish")


@dataclass(frozen=True)
class Outcome:
    """What came of it: all that was shown to whoever tried, whether a form was opened, and whether a row was changed.

    `words` has notifications too; `read` is what one reads: a page, a message, or what stands by a field.
    """

    words: str
    read: str
    opened: bool
    changed: bool
    publicly: bool


def play(scene: Scene, row: Row, role: str, *, private: bool, guessed: int | None = None) -> Outcome:
    """Let somebody try an action, on the row of a guessed id if there is one; what came of it, undone again."""
    person, rows, ws = scene.people[role], scene.matters[private], scene.workspace
    before = len(ws.journal)
    public = len(ws.messages(CHANNEL))
    status, body = sent(scene.world, *encoded(_payload(scene, row, role, person, rows, guessed)))
    scene.world.whisper()
    assert status == 200, (status, body)
    answer = json.loads(body) if body else {}
    shown = [entry for entry in ws.journal[before:] if entry.kind in SHOWING]
    found = Outcome(
        words="\n".join([_words(ws.names, answer), *(_words(ws.names, entry.request) for entry in shown)]),
        read="\n".join(filter(None, (_read(ws.names, one) for one in (answer, *(entry.request for entry in shown))))),
        opened=any(entry.kind in ("views.open", "views.push") and "submit" in _view(entry.request) for entry in shown),
        changed=scene.changed,
        publicly=any(message.ephemeral_for is None for message in ws.messages(CHANNEL)[public:]),
    )
    scene.again()
    return found


def said(row: Row, role: str, rows: Rows, sentence: str) -> str:
    """A sentence of the table as it is said to somebody: its places filled in with who asks, and of what."""
    part = {**CAST, **OTHERS}.get(role)
    places = {"your name": part.name if part else "", "the issue": reference_of(row.name, rows)}
    return sentence.format_map(places | {"your lead": LEADS.get(role.partition(" ")[0], "")})


def reference_of(name: str, rows: Rows) -> str:
    """The reference of the issue that an action is about."""
    about_one = name.startswith("issue_") and name in ABOUT
    return rows.references[getattr(rows, ABOUT[name])] if about_one else rows.reference


def _words(names: Any, answer: Mapping[str, Any]) -> str:
    return "\n".join([str(answer.get("text") or ""), *_parts(names, answer)])


def _read(names: Any, answer: Mapping[str, Any]) -> str:
    """An answer without its text where it has blocks: that is for notifications."""
    return "\n".join(filter(None, _parts(names, answer))) or str(answer.get("text") or "")


def _parts(names: Any, answer: Mapping[str, Any]) -> list[str]:
    drawn = (answer.get("blocks") or [], _view(answer).get("blocks") or [])
    blocks = [json.loads(one) if isinstance(one, str) else one for one in drawn]
    return [*(answer.get("errors") or {}).values(), *(read_blocks(one, names) for one in blocks)]


def _view(answer: Mapping[str, Any]) -> dict[str, Any]:
    view = answer.get("view") or {}
    return json.loads(view) if isinstance(view, str) else view


# --- The payloads ---------------------------------------------------------------------------------------------------


def _payload(scene: Scene, row: Row, role: str, person: Person, rows: Rows, guessed: int | None) -> dict[str, Any]:
    ws = scene.workspace
    pressed = row_of(scene, row.name, rows) if guessed is None else guessed
    match row.kind:
        case "commands":
            return _typed(scene, person, row.name, "" if row.name == "/partnership" else "Beds")
        case "words":
            return _typed(scene, person, "/partnership", f"{row.name} {about(row.name, rows)}".strip())
        case "shortcuts":
            return payloads.message_action(ws, person, row.name, scene.message)
        case "spoken":
            return _event(scene, row, person)
        case "forms":
            form = submission(person.id, row.name, _remembered(pressed), _filled(scene, row.name, role))
            form["user"]["team_id"] = person.team_id
            return form
        case _:
            action = {
                "type": "button",
                "action_id": f"{row.name}:{pressed}",
                "block_id": "b",
                "value": str(pressed),
            }
            return payloads.block_actions(ws, person, action, {}, message=replace(scene.message, channel=CHANNEL))


def about(word: str, rows: Rows) -> str:
    """The reference that stands behind a word; none where it needs none."""
    references = {
        "issue": rows.reference,
        "decision": "SEF-D1",
        "conflict": "SEF-C1",
        "action": "SEF-A1",
        "signature": "SEF-S1",
        "review": "SEF-R1",
        "milestone": "SEF-MS3",
        "meeting": "SEF-M1",
    }
    return references.get(word, "")


def _typed(scene: Scene, person: Person, command: str, words: str) -> dict[str, Any]:
    ws = scene.workspace
    return {
        **payloads.slash_command(ws, person, command, words, ws.channels[CHANNEL]),
        "team_id": person.team_id,
    }


def _event(scene: Scene, row: Row, person: Person) -> dict[str, Any]:
    ws = scene.workspace
    if row.name == "home tab":
        inner = {"type": "app_home_opened", "user": person.id, "channel": "D0", "tab": "home", "event_ts": "1.1"}
    elif row.name == "direct message":
        inner = {"type": "message", "channel_type": "im", "channel": ws.dm("U0DAN"), "text": "issues"}
    else:
        inner = {"type": "app_mention", "channel": CHANNEL, "text": f"<@{ws.bot_user_id}> issues"}
    inner |= {"user": person.id, "ts": "1.1", "event_ts": "1.1"}
    if person.team_id == ELSEWHERE:
        inner["user_team"] = person.team_id
    if person.id == ws.bot_user_id:
        inner["bot_id"] = ws.bot_id
    return payloads.event(ws, person, inner)


def row_of(scene: Scene, name: str, rows: Rows) -> int:
    if name in PROPOSALS:
        return rows.proposal
    if name.startswith("snooze_"):
        return rows.deadline
    if name in ABOUT:
        return int(getattr(rows if name.startswith("issue_") else scene, ABOUT[name]))
    usual = {
        "conflict_issue": rows.issue,
        "issue_": rows.issue,
        "conflict_": scene.touched,
        "decision_": scene.open,
        "signature_": scene.asked,
        "meeting_": scene.meeting,
    }
    return next((row for start, row in usual.items() if name.startswith(start)), scene.agreement)


def _remembered(row: int) -> dict[str, Any]:
    return {"row": row, "channel": CHANNEL, "link": None, "text": ""}


def _filled(scene: Scene, name: str, role: str) -> dict[str, Any]:
    """What stands in a form: all that anybody could be asked in it."""
    found = {
        "raise_issue": {
            "title": _text("Beds"),
            "particulars": _text("There are none."),
            "concerns": _choice("any-matter"),
            "affected": _choices("alder-hey"),
            "raised_as": _choice("provider"),
            **({"raised_for": _choice("mersey-care"), "evidence": _text("By letter")} if role == "secretary" else {}),
        },
        "issue_comment": {"words": _text("Noted.")},
        "issue_propose": {"words": _text("We share the beds.")},
        "issue_disagree": {"words": _text("It costs too much.")},
        "issue_extend": {"extend_to": _day("2023-02-28"), "words": _text("The board meets in February.")},
        "issue_withdraw": {"words": _text("It is settled.")},
        "issue_unresolved": {"words": _text("We do not agree.")},
        "issue_behalf": {
            "partner": _choice("sefton-cvs"),
            "act": _choice("issue_acknowledge"),
            "words": _text(""),
            "evidence": _text("By telephone"),
        },
        **dict.fromkeys(
            ("issue_told", "decision_told", "conflict_told", "signature_told", "review_told", "meeting_told"), TOLD
        ),
        "issue_move": {"to": _choice("vote"), "words": _text("We tried.")},
        "issue_vote": DECIDED,
        "issue_represent": {
            "words": _text("We object."),
            **({"partner": _choice("luhft"), "evidence": _text("By letter")} if role == "secretary" else {}),
        },
        "issue_advice": {
            "forum": _choice("partnership-board"),
            "what": _choice("asked"),
            "words": _text("What of it?"),
        },
        "issue_facilitator": {"name": _text("Dr Grey"), "interests": _text("None declared.")},
        "issue_action": ACTION,
        "decision_action": ACTION,
        "review_action": ACTION,
        "meeting_action": ACTION,
        **_meeting(scene),
        "propose_decision": {"rule": _choice("variation"), **DECIDED},
        "decision_agree": {"comment": _text("Yes.")},
        "decision_object": {"comment": _text("No.")},
        "decision_abstain": {"comment": _text("Well.")},
        "decision_behalf": {
            "voter": _choice("sefton-cvs"),
            "vote": _choice("for"),
            "comment": _text(""),
            "evidence": _text("By telephone"),
        },
        "decision_there": {"there": _choices("luhft"), "evidence": _text("The list of the call")},
        "decision_casting": {"vote": _choice("for"), "evidence": _text("Said in the meeting")},
        "decision_reword": {"wording": _text("Two wards."), "reasons": _text("Room."), "words": _text("Clearer.")},
        "decision_extend": {"closes_on": _day("2023-01-20"), "words": _text("Christmas.")},
        "decision_meeting": {"meeting": _choice(str(scene.meeting_called)), "words": _text("As agreed.")},
        "decision_withdraw": {"words": _text("It is settled.")},
        "decision_ratify": {
            "partner": _choice("sefton-cvs"),
            "answer": _choice("approved"),
            "decided_on": _day("2022-12-16"),
            "words": _text("The board."),
            "evidence": _text("By telephone"),
        },
        "action_done": {"words": _text("It is done.")},
        "action_drop": {"words": _text("No need.")},
        "milestone_add": {
            "title": _text("Fewer falls"),
            "owner": _choice("luhft"),
            "on": _day("2023-03-01"),
            "precision": _choice("month"),
        },
        "milestone_report": {"said": _choice("met"), "met_on": _day("2022-12-16"), "words": _text("Done.")},
        "milestone_move": {"on": _day("2023-03-01"), "precision": _choice("month"), "words": _text("The board.")},
        "milestone_condition": {"came_true_on": _day("2022-12-16"), "precision": _choice("day")},
        "milestone_owner": {"owner": _choice("partnership-board"), "words": _text("The board.")},
        "milestone_drop": {"words": _text("No need.")},
        "declare_conflict": {
            "title": _text("Shares"),
            "category": _choice("financial"),
            "nature": _choice("real"),
            "time": _choice("arises"),
            "particulars": _text("We own a tenth of the builder."),
            "aware_on": _day("2022-12-16"),
            **({"declared_as": _choice("provider")} if role.startswith("unaffected") else {}),
            **({"partner": _choice("mersey-care"), "evidence": _text("By letter")} if role == "secretary" else {}),
        },
        "interests_return": {
            "says": _choice("unchanged"),
            **({"partner": _choice("luhft"), "evidence": _text("By letter")} if role == "secretary" else {}),
        },
        "conflict_consent": {"words": _text("Yes.")},
        "conflict_refuse": {"words": _text("No.")},
        "conflict_behalf": {
            "partner": _choice("sefton-cvs"),
            "says": _choice("consents"),
            "words": _text(""),
            "evidence": _text("By telephone"),
        },
        "conflict_handle": {"handling": _choice("noted"), "words": _text("The chair.")},
        "conflict_end": {"ended_on": _day("2022-12-16"), "words": _text("They are sold.")},
        **_signing(scene, role),
        "review_answer": REPORTED,
        "review_behalf": REPORTED | {"partner": _choice("sefton-cvs"), "evidence": _text("By letter")},
        "review_close": REPORTED | {"held_on": _day("2022-12-16"), "outcome": _choice("continue")},
        "review_move": {"meets_on": _day("2023-01-17"), "words": _text("The board meets then.")},
        "review_begin": {
            "review": _choice("six-monthly"),
            "meets_on": _day("2023-02-01"),
            "words": _text("It is asked for."),
        },
        "review_event": {
            "event": _choice("chairing:0"),
            "happened_on": _day("2022-12-15"),
            "words": _text("The Act has passed."),
        },
        **_tracking(scene),
        "bind": {"agreement": _choice("sefton-2022")},
        "settle": {
            "point": _choice("ending"),
            "value": _text("By six months' notice"),
            "why": _text("The board, on 1 December 2022"),
        },
        "person_add": {"name": _text("Nan"), "capacity": _choice("member"), "partner": _choice("luhft")},
        "capacity_end": {"holding": _choice(str(scene.holding)), "ends_on": _day("2022-12-31")},
        "seat_fill": {
            "forum": _choice("partnership-board"),
            "place": _choice("deputy-chair"),
            "person": _choice(str(scene.persons["Uma"])),
            "starts_on": _day("2022-12-16"),
        },
        "seat_end": {"term": _choice(f"chair:{scene.chair}"), "ends_on": _day("2022-12-31")},
        "term_extend": {"term": _choice(f"chair:{scene.chair}"), "ends_on": _day("2023-12-31")},
        "account_link": {"person": _choice(str(scene.unlinked)), "account": _account("U0CAL")},
        "account_claim": {"person": _choice(str(scene.unlinked))},
        "settings": {"digest_at": _choice("08:30"), "days_off": _choices("4")},
    }.get(name, {})
    return {key: {key: value} for key, value in found.items()}


def _signing(scene: Scene, role: str) -> dict[str, dict[str, Any]]:
    """What stands in the forms about signatures; a lead or deputy can name who signs for its own partner alone."""
    own = next((partner for group, partner in GROUPS.items() if role.startswith(group)), "luhft")
    document = {"type": "file_input", "files": [_file(scene)]}
    signed = {
        "version": _choice("1"),
        "signed_on": _day("2022-12-16"),
        "name": _text("Nan"),
        "position": _text("Chair"),
    }
    evidence = {"evidence": _text("By telephone")} if role == "secretary" else {}
    return {
        "request_signatures": {
            "kind": _choice("agreement"),
            "title": _text("The agreement"),
            "document": document,
            "statement": _text("We agree."),
            "target_on": _day("2023-01-31"),
        },
        "signature_sign": {
            "name": _text("Nan"),
            "position": _text("Chair"),
            "read": _choices("yes", kind="checkboxes"),
            "attested": _choices("yes", kind="checkboxes"),
        },
        "signature_scan": signed | {"document": document},
        "signature_complete": {"position": _text("Chair"), "words": _text("By hand."), **evidence},
        "signature_look": {"result": _choice("reject"), "reason": _text("No signature.")},
        "signature_reject": {"copy": _choice(str(scene.counterpart)), "reason": _text("No signature.")},
        "signature_cannot": {"until": _day("2023-01-20"), "words": _text("The board meets."), **evidence},
        "signature_decline": {"words": _text("Clause 10."), **evidence},
        "signature_delegate": {"person": _choice(str(scene.persons["Meg"])), "words": _text("I am away.")},
        "signature_signatory": {
            "party": _choice(str(scene.parties[own])),
            "person": _choice(str(scene.persons[MEMBERS[own]])),
            "words": _text("They are away."),
        },
        "signature_behalf": signed
        | {"partner": _choice("sefton-cvs"), "route": _choice("behalf"), "evidence": _text("By post")},
        "signature_version": {"document": document, "words": _text("Clause 10.")},
        "signature_extend": {"target_on": _day("2023-02-28"), "words": _text("Christmas.")},
        "signature_withdraw": {"words": _text("It is settled.")},
    }


def _tracking(scene: Scene) -> dict[str, dict[str, Any]]:
    """What stands in the forms of a tracker: row 1 is changed, and what waits about row 2 is answered."""
    row = scene.criterion
    changed = {f"status_{row}": _choice(key_of("Done")), "reason": _text("Built.")}
    answered = {"changes": _choices(str(scene.change)), "met_on": _day("2022-12-15"), "evidence": _text("Minute 4")}
    return {
        "tracker_propose": changed | {"criterion": _choice(str(row))},
        "criterion_propose": changed,
        "tracker_confirm": answered,
        "tracker_refuse": answered,
        "change_withdraw": {"words": _text("Too early.")},
    }


def _meeting(scene: Scene) -> dict[str, dict[str, Any]]:
    """What stands in the forms about meetings."""
    board = {"forum": _choice("partnership-board")}
    words = {"words": _text("So it was decided.")}
    recorded = {"held_on": _day("2022-12-16"), "present": _choices("alder-hey"), "public": _choice("public")}
    return {
        "meeting_series": board
        | {"every": _choice("2 months"), "first_on": _day("2023-02-07"), "same": _choice("weekday")},
        "meeting_one_off": board | {"on": _day("2023-01-05"), "public": _choice("usual")},
        "meeting_ahead": {"which": _choice("partnership-board:2023-03-10")},
        "meeting_call": {"begins_at": _text("14:00"), "place": _text("Bootle"), **words},
        "meeting_papers": {"papers": _text("The budget"), **words},
        "meeting_item": {"title": _text("Budget"), **words},
        "meeting_item_drop": {"item": _choice(str(scene.item)), **words},
        "meeting_move": {"on": _day("2023-01-12"), **words},
        "meeting_public": {"public": _choice("private"), **words},
        "meeting_cancel": words,
        "meeting_record": recorded,
        "meeting_correct": recorded | words,
    }


GROUPS = {"raising": "mersey-care", "affected": "luhft", "visiting": "luhft", "unaffected": "sefton-council"}
MEMBERS = {"mersey-care": "Rob", "luhft": "Meg", "sefton-council": "Uma"}


def _file(scene: Scene) -> dict[str, Any]:
    file = scene.given
    return {"id": file.id, "name": file.name, "mimetype": file.mimetype, "size": len(file.content)}


def _text(value: str) -> dict[str, Any]:
    return {"type": "plain_text_input", "value": value}


def _choice(key: str) -> dict[str, Any]:
    return {"type": "static_select", "selected_option": {"value": key}}


def _choices(*keys: str, kind: str = "multi_static_select") -> dict[str, Any]:
    return {"type": kind, "selected_options": [{"value": key} for key in keys]}


def _day(day: str) -> dict[str, Any]:
    return {"type": "datepicker", "selected_date": day}


DECIDED = {
    "title": _text("Beds"),
    "wording": _text("Ten beds."),
    "reasons": _text("There are none."),
    "closes_on": _day("2023-01-06"),
}
TOLD = {
    "partner": _choice("sefton-cvs"),
    "told_on": _day("2022-12-16"),
    "evidence": _text("By telephone"),
}
REPORTED = {"limb_0": _text("Two wards share a rota."), "limb_1": _text("It is clear.")}
ACTION = {"title": _text("Write it down"), "partner": _choice("luhft"), "due_on": _day("2023-02-01")}


def _account(user: str) -> dict[str, Any]:
    return {"type": "users_select", "selected_user": user}
