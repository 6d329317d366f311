"""People's hands against a real Bolt app, over the same signed HTTP."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.practice import CannotDo, Hands


def test_a_command_answers_only_the_person_who_typed_it(world: Any) -> None:
    reply = world.ann().types("/tea green", channel="C1")
    assert (reply.status, reply.text) == (200, "One green tea, coming.")
    assert [m.shown() for m in world.ann().sees("C1")] == ["One green tea, coming."]
    assert world.ann().sees("C1")[0].ephemeral_for == "U1"
    assert world.bob().sees("C1") == []


def test_a_command_of_no_app_is_refused_by_slack_itself(world: Any) -> None:
    world.ann().types("/cofee", channel="C1")
    assert "not a valid command" in world.ann().sees("C1")[-1].shown()
    assert world.seen.bodies == []


def test_a_command_and_its_form_from_errors_to_a_message_to_a_press(world: Any) -> None:
    ann, bob = world.ann(), world.bob()
    ann.types("/tea", channel="C1")
    assert ann.modal["title"]["text"] == "A cup of tea"
    reply = ann.submits({"kind": "coffee", "milk": "oat"})
    assert reply.ok
    assert ann.modal_errors == {"kind": "That is no tea."}
    assert ann.modal["state"]["values"]["kind"]["value"]["value"] == "coffee"
    ann.submits({"kind": "mint"})
    assert ann.modal is None
    message = bob.sees("C1")[-1]
    assert message.shown() == "Tea: mint\nTea for mint\n@Ann Lead would like mint tea.\n[Brew it] [Spill it]"
    assert message.mentions == {"U1"}
    assert bob.presses("Brew it").ok
    after = bob.sees("C1")
    assert after[0].edited
    assert "Brewed by @Bob Deputy." in after[0].shown()
    assert (after[1].text, after[1].thread_ts) == ("It is in the pot.", message.ts)
    assert (after[2].text, after[2].ephemeral_for) == ("Mind the heat.", "U2")
    assert len(ann.sees("C1")) == 2


def test_a_stale_press_still_reaches_the_bot(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "none"})
    seen_earlier = ann.sees("C1")[-1]
    ann.presses("brew")
    with pytest.raises(CannotDo, match="no message with a button"):
        ann.presses("brew")
    assert ann.presses("brew", message=seen_earlier).ok


def test_every_kind_of_field_reaches_state_values(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    file = world.workspace.add_file("U1", "tea.txt", b"boil")
    ann.submits(
        {
            "kind": "mint", "milk": "Oat", "with": ["sugar", "Lemon"], "ticks": ["wash"], "pot": "big", "for": "U2",
            "guests": ["U1", "U2"], "where": "C1", "day": date(2022, 7, 5), "hour": "09:30", "cups": 3, "leaf": "assam",
            "recipe": file.id,
        }
    )  # fmt: skip
    values = world.seen.bodies[-1]["view"]["state"]["values"]
    bare = {block: {k: v for k, v in state["value"].items() if k != "type"} for block, state in values.items()}
    assert bare["kind"] == {"value": "mint"}
    assert bare["milk"]["selected_option"]["value"] == "oat"
    assert [option["value"] for option in bare["with"]["selected_options"]] == ["sugar", "lemon"]
    assert [option["value"] for option in bare["ticks"]["selected_options"]] == ["wash"]
    assert bare["pot"]["selected_option"]["value"] == "big"
    assert bare["for"] == {"selected_user": "U2"}
    assert bare["guests"] == {"selected_users": ["U1", "U2"]}
    assert bare["where"] == {"selected_conversation": "C1"}
    assert bare["day"] == {"selected_date": "2022-07-05"}
    assert bare["hour"] == {"selected_time": "09:30"}
    assert bare["cups"] == {"value": "3"}
    assert bare["leaf"]["selected_option"]["value"] == "assam"
    assert bare["recipe"]["files"][0]["name"] == "tea.txt"


def test_fields_that_nobody_touched_keep_their_first_value_or_null(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "none"})
    values = world.seen.bodies[-1]["view"]["state"]["values"]
    assert values["day"]["value"]["selected_date"] == "2022-07-04"
    assert values["hour"]["value"]["selected_time"] is None
    assert values["with"]["value"]["selected_options"] == []
    assert values["cups"]["value"]["value"] is None


def test_slacks_own_client_holds_back_what_is_not_filled_in(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    before = len(world.seen.bodies)
    reply = ann.submits({"kind": "x" * 21, "cups": "10"})
    assert reply.status == 0
    assert ann.modal_errors["kind"] == "Use at most 20 characters (now 21)."
    assert ann.modal_errors["milk"] == "Please complete this required field."
    assert ann.modal_errors["cups"] == "Enter 9 or less."
    assert len(world.seen.bodies) == before
    assert ann.submits({"kind": "mint"}, unchecked=True).ok


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"nothing": 1}, "there is no field 'nothing'"),
        ({"milk": "goat"}, "does not offer 'goat'"),
        ({"for": "U9"}, "no person 'U9'"),
        ({"where": "C9"}, "no channel 'C9'"),
        ({"day": "soon"}, "not a date"),
        ({"hour": "25:00"}, "not a time"),
        ({"recipe": "F9"}, "no file"),
        ({"leaf": "oolong"}, "does not offer"),
    ],
)
def test_what_a_person_could_not_enter_is_refused_clearly(world: Any, fields: dict[str, Any], said: str) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    with pytest.raises(CannotDo, match=said):
        ann.submits(fields)


def test_forms_are_pushed_updated_closed_and_cleared(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "other", "milk": "oat"})
    assert ann.modal["title"]["text"] == "Other tea"
    assert ann.modal["state"]["values"]["kind"]["value"]["value"] == "other"
    ann.submits({"kind": "more"})
    ann.submits({"kind": "more", "milk": "oat"})
    assert [view["title"]["text"] for view in ann.modal_stack] == ["Other tea", "More tea", "More tea"]
    assert ann.modal["previous_view_id"] == ann.modal_stack[1]["id"]
    ann.submits({"kind": "more", "milk": "oat"})
    assert ann.warnings == ["We had some trouble connecting. Try again?"]
    assert [reply.status for reply in ann.closes()] == [200]
    assert world.seen.bodies[-1]["type"] == "view_closed"
    assert len(ann.modal_stack) == 2
    ann.submits({"kind": "enough", "milk": "oat"})
    assert ann.modal_stack == []


def test_errors_for_unknown_blocks_are_slacks_trouble(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    reply = ann.submits({"kind": "nonsense", "milk": "oat"})
    assert not reply.ok
    assert ann.warnings == ["We had some trouble connecting. Try again?"]
    assert ann.modal is not None


def test_a_field_with_dispatch_action_is_sent_with_all_values(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.fills({"kind": "mint"})
    assert ann.changes("milk", "cow").ok
    body = world.seen.bodies[-1]
    assert body["type"] == "block_actions"
    assert body["actions"][0]["selected_option"]["value"] == "cow"
    assert body["view"]["state"]["values"]["kind"]["value"]["value"] == "mint"
    with pytest.raises(CannotDo, match="no dispatch_action"):
        ann.changes("kind", "green")


def test_confirm_dialogs_can_be_denied_and_passed(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "oat"})
    assert ann.presses("Spill it", confirm=False).status == 0
    assert len(ann.sees("C1")) == 1
    ann.presses("Spill it")
    assert ann.sees("C1") == []


def test_an_overflow_menu_answers_to_the_person_alone(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "oat"})
    ann.presses("more", option="Price")
    assert ann.sees("C1")[-1].text == "You chose price."
    assert len(world.bob().sees("C1")) == 1


def test_the_home_tab_is_published_and_pressed(world: Any) -> None:
    ann = world.ann()
    assert ann.home is None
    assert ann.opens_home()["blocks"][0]["text"]["text"] == "Hello <@U1>"
    ann.presses_home("Ask for tea")
    assert ann.modal["callback_id"] == "tea_form"


def test_shortcuts_on_messages_and_from_anywhere(world: Any) -> None:
    ann, bob = world.ann(), world.bob()
    said = bob.says("thirsty", channel="C1")
    ann.shortcut("make_tea", message=said)
    assert ann.modal["private_metadata"] == "thirsty"
    ann.closes()
    ann.shortcut("new_tea")
    assert ann.modal is not None
    with pytest.raises(CannotDo, match="no global shortcut"):
        ann.shortcut("make_tea")


def test_messages_to_the_bot_and_mentions_are_events(world: Any) -> None:
    ann = world.ann()
    ann.says("a <b> & @here")
    assert ann.dms()[-1].shown() == "You said: a <b> & @here"
    assert ann.dms()[0].text == "a &lt;b&gt; &amp; <!here>"
    posted = ann.says("@Tea please", channel="C1")
    assert posted.mentions == {world.workspace.bot_user_id}
    assert ann.sees("C1")[-1].thread_ts == posted.ts
    before = len(world.seen.bodies)
    ann.says("just talking", channel="C1")
    assert len(world.seen.bodies) == before


def test_nobody_reads_or_types_where_they_do_not_belong(world: Any) -> None:
    assert world.bob().sees("C2") == []
    with pytest.raises(CannotDo, match="in no channel"):
        world.bob().types("/tea", channel="C2")
    with pytest.raises(CannotDo, match="no person"):
        Hands(world.workspace, "U9")


def test_ts_follow_the_workspaces_time_and_always_rise(world: Any) -> None:
    ann = world.ann()
    first, second = ann.says("one", channel="C1"), ann.says("two", channel="C1")
    assert (first.ts, second.ts) == ("1656921600.000000", "1656921600.000001")
