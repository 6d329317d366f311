"""The page in a real browser, and who may ask it anything."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.bot.practice.kit import ask
from tests.browsers import PATIENCE_MS


@pytest.fixture
def page(browser: Any, world: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    opened.goto(f"{world.running.url}?as=U1&channel=C1")
    expect(opened.get_by_role("heading", name="#kitchen")).to_be_visible()
    yield opened
    context.close()
    assert wrong == []


def types(page: Page, line: str) -> None:
    box = page.get_by_role("combobox", name="Message #kitchen")
    box.fill(line)
    box.press("Enter")


def test_from_a_command_to_a_message_to_a_press(page: Page, world: Any) -> None:
    box = page.get_by_role("combobox", name="Message #kitchen")
    box.fill("/t")
    expect(page.get_by_role("option", name="/tea")).to_be_visible()
    box.press("Enter")
    expect(box).to_have_value("/tea ")
    box.press("Enter")
    form = page.get_by_role("dialog", name="A cup of tea")
    expect(form.get_by_label("Kind")).to_be_focused()
    form.get_by_role("button", name="Ask").click()
    expect(form.get_by_text("Please complete this required field.").first).to_be_visible()
    form.get_by_label("Kind").fill("coffee")
    form.get_by_label("Milk").select_option("oat")
    form.get_by_role("checkbox", name="Lemon").check()
    form.get_by_label("Leaf").fill("ass")
    form.get_by_role("button", name="Assam").click()
    form.get_by_label("Recipe").set_input_files({"name": "r.txt", "mimeType": "text/plain", "buffer": b"boil"})
    form.get_by_role("button", name="Ask").click()
    expect(form.get_by_text("That is no tea.")).to_be_visible()
    expect(form.get_by_label("Kind")).to_have_value("coffee")
    form.get_by_label("Kind").fill("mint")
    form.get_by_role("button", name="Ask").click()
    expect(form).to_be_hidden()
    values = world.seen.bodies[-1]["view"]["state"]["values"]
    assert [option["value"] for option in values["with"]["value"]["selected_options"]] == ["lemon"]
    assert values["leaf"]["value"]["selected_option"]["value"] == "assam"
    page.get_by_role("button", name="Spill it").click()
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Brew it").click()
    expect(page.get_by_text("Mind the heat.")).to_be_visible()
    page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    expect(thread.get_by_text("It is in the pot.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Brewed by")).to_have_count(2)
    expect(page.get_by_text("Mind the heat.")).to_have_count(0)


def test_time_people_home_and_journal(page: Page, world: Any) -> None:
    expect(page.get_by_text("Mon 4 Jul 2022, 09:00")).to_be_visible()
    page.get_by_role("button", name="Next day").click()
    expect(page.get_by_text("A day later.")).to_be_visible()
    expect(page.get_by_text("Tue 5 Jul 2022, 09:00")).to_be_visible()
    page.get_by_label("Date for: To a date").fill("2022-08-01")
    page.get_by_role("button", name="To a date").click()
    expect(page.get_by_text("A day later than 2022-08-01.")).to_be_visible()
    world.client.chat_postMessage(channel="U2", text="For Bob")
    page.get_by_label("Act as").select_option("U2")
    page.get_by_role("button", name="Tea unread").click()
    expect(page.get_by_text("For Bob")).to_be_visible()
    page.get_by_role("button", name="Home").click()
    expect(page.get_by_text("Hello @Bob Deputy")).to_be_visible()
    page.get_by_role("button", name="What Slack saw").click()
    expect(page.get_by_text("views.publish")).to_be_visible()


def test_text_is_never_markup(page: Page, world: Any) -> None:
    hostile = '<img src=x onerror="document.title=1"> &lt;b&gt;bold&lt;/b&gt; <javascript:alert(1)|click>'
    block = {"type": "section", "text": {"type": "mrkdwn", "text": hostile}}
    world.client.chat_postMessage(channel="C1", text=hostile, blocks=[block])
    expect(page.get_by_text("<b>bold</b>")).to_be_visible()
    assert page.locator(".message img, .message b, .message a").count() == 0
    types(page, "<script>alert(1)</script> & more")
    expect(page.get_by_text("<script>alert(1)</script> & more")).to_be_visible()


def test_a_button_that_changes_under_the_finger_is_pressed(page: Page, world: Any) -> None:
    button = {"type": "button", "action_id": "sip", "text": {"type": "plain_text", "text": "Sip"}, "value": "1"}
    blocks = [{"type": "actions", "block_id": "acts", "elements": [button]}]
    ts = world.client.chat_postMessage(channel="C1", text="Tea", blocks=blocks)["ts"]
    page.get_by_role("button", name="Sip").hover()
    page.mouse.down()
    with page.expect_response(lambda answer: "/page/state" in answer.url):
        world.client.chat_update(channel="C1", ts=ts, text="Tea, stirred", blocks=blocks)
    expect(page.get_by_text("(edited)")).to_be_hidden()
    page.mouse.up()
    expect(page.get_by_text("(edited)")).to_be_visible()
    world.workspace.wait_for(lambda: any(body.get("actions") for body in world.seen.bodies))


def test_on_a_phone_and_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 720})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_label("Act as")).to_be_focused()
    page.keyboard.press("Escape")
    types(page, "/tea")
    form = page.get_by_role("dialog", name="A cup of tea")
    expect(form).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(page.get_by_role("combobox", name="Message #kitchen")).to_be_focused()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Content_Type": "text/plain"},
    ],
)
def test_nobody_else_may_act_through_the_page(world: Any, headers: dict[str, str]) -> None:
    status, _ = ask(world, "/page/say", {"as": "U1", "channel": "C1", "text": "forged"}, **headers)
    assert status == 403
    assert world.workspace.messages("C1") == []


def test_what_a_person_cannot_do_is_said(world: Any) -> None:
    assert ask(world, "/page/say", {"as": "U2", "channel": "C2", "text": "x"})[0] == 409
    assert (
        ask(world, "/page/press", {"as": "U1", "channel": "C1", "ts": "1.0"})[1]["error"]
        == "This message is no longer there."
    )
    assert ask(world, "/page/control", {"as": "U1", "key": "none"})[0] == 409
    assert ask(world, "/page/nothing", {"as": "U1"})[0] == 404
    assert ask(world, "/page/say", {"as": "U1"})[0] == 400


def test_a_button_of_a_message_that_was_edited_meanwhile_is_still_pressed(world: Any) -> None:
    ws = world.workspace
    button = {"type": "button", "action_id": "sip", "text": {"type": "plain_text", "text": "Sip"}, "value": "1"}
    seen = ws.post("C1", ws.bot_user_id, "Tea", [{"type": "actions", "elements": [button]}])
    ws.edit(seen, text="Tea, stirred", blocks=[{"type": "actions", "elements": [button]}])
    place = {"as": "U1", "channel": "C1", "ts": seen.ts, "block_id": seen.blocks[0]["block_id"]}
    assert ws.message("C1", seen.ts).blocks[0]["block_id"] != place["block_id"]
    assert ask(world, "/page/press", {**place, "action_id": "sip"})[0] == 200
    assert world.seen.bodies[-1]["actions"][0]["action_id"] == "sip"
    assert ask(world, "/page/press", {**place, "action_id": "gulp"})[0] == 409


def test_a_control_that_breaks_tells_the_person(world: Any) -> None:
    status, said = ask(world, "/page/control", {"as": "U1", "key": "day"})
    assert (status, said) == (200, {"said": "A day later."})


def test_faults_are_set_in_a_hidden_panel_and_told_in_the_journal(page: Page, world: Any) -> None:
    expect(page.get_by_role("region", name="Faults")).to_be_hidden()
    page.keyboard.press("Control+Shift+F")
    panel = page.get_by_role("region", name="Faults")
    panel.get_by_label("Calls of").select_option("api.test")
    panel.get_by_label("Are").select_option(label="Wrong answer: []")
    panel.get_by_role("button", name="Add fault").click()
    expect(panel.get_by_text("answered wrongly (list), 1")).to_be_visible()
    panel.get_by_label("Enforce Slack's rate limits").check()
    world.workspace.wait_for(lambda: world.workspace.enforce_rates)
    connection = http.client.HTTPConnection(urlsplit(world.running.url).netloc)
    connection.request("GET", "/api/api.test")
    connection.getresponse().read()
    connection.close()
    expect(page.get_by_text("fault: answered wrongly (list)")).to_be_visible()
    expect(panel.get_by_text("No fault waits.")).to_be_visible()
