"""Payloads with fields missing, of other types, huge, or of somebody else's row: an answer always, and no harm."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings, strategies as st

from bot.demo import TEAM
from handlers.tables import FORMS, PRESSES
from tests import invariants
from tests.hostile import CONTROLS, MARKUP
from tests.pdfs import pdf
from tests.scenarios.hostile.payload_kit import (
    ANSWERS,
    FORM,
    JUNK,
    answered,
    encoded,
    everything,
    first,
    genuine,
    mangled,
    metadata,
    press,
    sent,
    submission,
)
from tests.scenarios.signatures.kit import asked, decides, requests

steady = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def raise_and_ask(world):
    world.ada.raises("Discharge delays", "luhft", "sefton-council")
    decides(world, "signing", ["in-chat"])
    requests(world, "ada", target_on="2023-01-31", partners=["mersey-care", "luhft"])
    world.ada.presses("Read and sign", asked(world, "ada"))  # from now on a press shows the form and changes nothing
    world.ada.closes()


@pytest.fixture
def told(make_world):
    """SEF-1 and SEF-S1 stand; Slack refuses what mangled payloads ask for, and that is no fault of the story.

    Whoever signs for the first partner that is asked is Ada, and it can be done in the chat.
    """
    world = make_world("2022-12-16 09:30", "sefton-2022", "one-halton-2021", begin=raise_and_ask)
    world.forgiven = True
    return world


def unchanged(world, before):
    world.settle()
    after = everything(world)
    noted = {"submissions"}  # what was said is noted, so that it is answered once
    return [table for table in before if before[table] != after[table] and table not in noted]


def half(world, names):
    """Every other name, the others on the other database: all of them on both would take a minute."""
    return list(names)[world.engine.dialect.name == "sqlite" :: 2]


# --- What is no payload of Slack's ----------------------------------------------------------------------------------


def test_what_slack_does_not_sign_or_send_is_refused(told):
    body, kind = encoded({"type": "block_actions"})
    before = everything(told)
    assert sent(told, body, kind, HTTP_X_SLACK_SIGNATURE="v0=0")[0] == 401
    assert sent(told, body, kind, HTTP_X_SLACK_REQUEST_TIMESTAMP="yesterday")[0] == 400
    assert sent(told, body, kind, CONTENT_LENGTH="many")[0] == 400
    assert sent(told, body, kind, CONTENT_LENGTH="-1")[0] == 400
    assert sent(told, body, kind, CONTENT_LENGTH=str(10**12))[0] == 413
    assert sent(told, body, kind, REQUEST_METHOD="GET")[0] == 404
    for odd in (
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"7",
        b"null",
        b'"x"',
        b"payload=",
        b"payload=7",
        b"payload=[1]",
        b"a=b",
    ):
        for mime in (FORM, "application/json", "text/plain", ""):
            assert 400 <= sent(told, odd, mime)[0] < 500, (odd, mime)
    assert not unchanged(told, before)


@pytest.mark.parametrize("deep", [100, 900, 5_000, 200_000])
def test_json_nested_without_end_is_answered(told, deep):
    before = everything(told)
    nest = "[" * deep + "]" * deep
    for shape in (
        f'{{"type":"block_actions","user":{{"id":"U0ADA"}},"actions":{nest}}}',
        f'{{"type":"view_submission","user":{{"id":"U0ADA","team_id":"{TEAM}"}},"view":{{"callback_id":"settings","state":{nest}}}}}',
        f'{{"type":"event_callback","team_id":"{TEAM}","event":{{"type":"app_mention","user":"U0ADA","text":{nest}}}}}',
        nest,
    ):
        status, _ = sent(told, shape.encode(), "application/json")
        assert status in ANSWERS
    assert not unchanged(told, before)


# --- Whole payloads, mangled ----------------------------------------------------------------------------------------


def test_a_mangled_payload_is_answered(told):
    whole = genuine(told)

    @settings(steady, max_examples=150)
    @given(mangled(whole))
    def one(payload):
        answered(told, payload)

    one()
    told.settle()


@pytest.mark.parametrize("who", ["U0DAN", "U0NOBODY", ""])
def test_a_mangled_payload_of_a_stranger_changes_nothing(told, who):
    whole = json.loads(json.dumps(genuine(told)).replace('"U0ADA"', f'"{who}"'))
    before = everything(told)

    @settings(steady, max_examples=50)
    @given(mangled(whole))
    def one(payload):
        if "U0BEN" not in json.dumps(payload):
            answered(told, payload)

    one()
    assert not unchanged(told, before)


def test_a_payload_of_another_workspace_changes_nothing(told):
    whole = json.loads(json.dumps(genuine(told)).replace(f'"{TEAM}"', '"T0OTHER"'))
    before = everything(told)
    for payload in whole:
        answered(told, payload)
    assert not unchanged(told, before)


# --- Rows -----------------------------------------------------------------------------------------------------------

ROWS = [
    "0",
    "-1",
    str(2**63),
    str(2**63 - 1),
    "9" * 18,
    "1e3",
    "1.0",
    "\u0661",
    "²",
    " 1",
    "",
    "true",
    None,
    1,
    [1],
]
STRANGE_ROWS = [0, -1, 2**63, 2**63 - 1, 10**400, 1.0, 1.5, "1", True, None, [], {}, 999]


def test_a_button_with_no_row_of_ours_says_so_and_does_nothing(told):
    before = everything(told)
    for name in half(told, PRESSES):
        there = first(told, name)
        for value in (*ROWS, f"{there}.0", f" {there}", there, [there]):
            answered(told, press(told, "U0ADA", name, value))
    assert not unchanged(told, before)


def test_a_form_with_no_row_of_ours_says_so_and_does_nothing(told):
    before = everything(told)
    for number, form in enumerate(half(told, sorted(set(FORMS) - {"settings", "raise_issue"}))):
        there = first(told, form)
        for row in (*STRANGE_ROWS, float(there), str(there), [there]):
            values = {"words": {"words": {"type": "plain_text_input", "value": "x"}}}
            answered(told, submission("U0ADA", form, metadata(row), values, view_id=f"V{number}"))
    assert not unchanged(told, before)


def test_nobody_reaches_the_rows_of_an_agreement_they_have_no_part_in(told):
    before = everything(told)
    for name in set(PRESSES) - {"settings"}:
        answered(told, press(told, "U0HAL", name, str(first(told, name))))
    for number, form in enumerate(sorted(set(FORMS) - {"settings", "account_claim"})):
        values = {
            key: {key: {"type": "plain_text_input", "value": "x"}}
            for key in ("words", "title", "particulars", "evidence", "name", "why", "value")
        }
        values["partner"] = {"partner": {"type": "static_select", "selected_option": {"value": "luhft"}}}
        values["person"] = {"person": {"type": "static_select", "selected_option": {"value": "1"}}}
        answered(told, submission("U0HAL", form, metadata(first(told, form)), values, view_id=f"V{number}"))
    assert not unchanged(told, before)


# --- What a form carries --------------------------------------------------------------------------------------------


WORDED = ("plain_text_input", "users_select", "datepicker")


def test_a_form_that_remembers_nonsense_is_answered(told):
    before = everything(told)
    broken = ["", "null", "7", "[]", "{}", "{", '"x"', "[" * 5000, "\x00", "\ud800"]
    odd = [{key: one} for key in ("channel", "link", "text") for one in JUNK[:25]]
    for number, form in enumerate(half(told, FORMS)):
        there = first(told, form)
        junk = [json.dumps(metadata(there, **one)) for one in odd[number % 5 :: 5]]
        for kept in (*broken, json.dumps({"row": there}), *junk):  # five forms together have all the junk
            answered(told, submission("U0DAN", form, kept, {}))
            answered(told, submission("U0ADA", form, kept, {"nothing": {"of": {"ours": 1}}}))
        assert not unchanged(told, before), form


def test_answers_of_other_types_are_refused_in_words(told):
    kinds = (
        *("plain_text_input", "static_select", "multi_static_select", "users_select", "checkboxes", "datepicker"),
        *("file_input", 7),
    )
    keys = ("value", "selected_option", "selected_options", "selected_user", "selected_date", "files")
    fields = (
        *("words", "partner", "person", "title", "affected", "account", "ends_on", "digest_at", "days_off", "act"),
        *("document", "version", "route", "party", "until", "target_on", "kind", "signed_on", "name", "attested"),
    )
    before, there = everything(told), {form: first(told, form) for form in half(told, FORMS)}

    @settings(steady, max_examples=6 * len(half(told, FORMS)))
    @given(
        st.sampled_from(half(told, FORMS)),
        st.sampled_from(kinds),
        st.sampled_from(JUNK),
        st.sampled_from(["U0ADA", "U0SAM"]),
    )
    def one(form, kind, junk, who):
        assume(kind not in WORDED or not isinstance(junk, str))  # words are an answer, whatever they were typed into
        element = {"type": kind} | dict.fromkeys(keys, junk)
        state = {key: {key: element} for key in fields}
        for values in (state, dict.fromkeys(fields, junk), junk):
            answered(told, submission(who, form, metadata(there[form]), values))
        changing = submission(who, form, metadata(there[form]), state) | {
            "type": "block_actions",
            "actions": [element | {"action_id": "partner"}],
        }
        answered(told, changing)

    one()
    changed = set(unchanged(told, before))
    assert not changed


def test_a_document_that_is_none_is_refused_in_words(told):
    before = everything(told)
    stored = told.workspace.add_file("U0ADA", "signed.pdf", pdf("Signed"), "application/pdf")
    good = {"id": stored.id, "name": "signed.pdf", "mimetype": "application/pdf", "size": 900}
    odd = [{"files": junk} for junk in JUNK] + [{"files": [junk]} for junk in JUNK]
    odd += [{"files": [good | {key: junk}]} for key in ("id", "name") for junk in JUNK[:25] if key == "id" or junk != 1]
    odd += [{"value": "F1"}, {"files": [good, good]}, {"files": [good | {"size": 10**12}]}, {"files": [{"id": "F404"}]}]
    other = {"position": {"position": {"type": "plain_text_input", "value": "Chair"}}}  # the rest is left empty
    for number, element in enumerate(odd):
        values = other | {"document": {"document": {"type": "file_input"} | element}}
        for form in ("signature_scan", "signature_version"):
            _, answer = answered(
                told, submission("U0ADA", form, metadata(first(told, form)), values, view_id=f"V{number}")
            )
            assert answer.get("response_action") == "errors", (form, element, answer)
    assert not unchanged(told, before)


def test_a_document_is_refused_where_its_view_does_not_say_that_it_takes_one(told):
    stored = told.workspace.add_file("U0ADA", "signed.pdf", pdf("Signed"), "application/pdf")
    given = {"type": "file_input", "files": [{"id": stored.id, "name": "signed.pdf", "size": 900}]}
    asked = first(told, "signature_version")
    form = submission("U0ADA", "signature_version", metadata(asked), {"document": {"document": given}})
    form["view"]["blocks"] = [{"type": "input", "block_id": "document", "element": {"type": "plain_text_input"}}]
    _, answer = answered(told, form)
    assert answer["errors"]["document"] == (
        "This document did not arrive. Please choose it again. Please fill in “What is different”."
    )


def test_a_command_and_a_message_are_answered_in_text(told):
    before = everything(told)
    whole = genuine(told)
    command = next(payload for payload in whole if "command" in payload)
    events = [payload for payload in whole if "text" in payload.get("event", {})]
    for said in (*MARKUP.values(), *CONTROLS.values()):
        for words in (said, f"issue {said}", f"{said} SEF-1"):
            answered(told, command | {"text": words})
        answered(told, command | {"command": "/raise-issue", "text": said})
        for event in events:
            answered(told, event | {"event": event["event"] | {"text": said}})
    told.settle()
    invariants.nobody_is_mentioned(told.workspace)
    changed = set(unchanged(told, before))
    assert not changed


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_million_letters_are_answered(told):
    huge = "ж" * 30_000 + "x" * 970_000  # each ж goes out as eight bytes
    before = everything(told)
    for whole in genuine(told):
        if "command" in whole:
            answered(told, whole | {"text": huge})
        if whole.get("type") == "event_callback" and "text" in whole["event"]:
            answered(told, whole | {"event": whole["event"] | {"text": huge}})
        if whole.get("type") == "message_action":
            answered(told, whole | {"message": whole["message"] | {"text": huge}})
    for number, form in enumerate(FORMS):
        key = ("title", "particulars", "words")[number % 3]
        values = {key: {key: {"type": "plain_text_input", "value": huge}}}
        answered(told, submission("U0SAM", form, metadata(first(told, form)), values))
    assert not unchanged(told, before)
