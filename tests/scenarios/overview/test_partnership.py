"""`/partnership` and its words; linking an account; the roster in the chat; other ways in; when something breaks."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.demo import TEAM
from storage.people import Capacity, Holding, Person
from tests.cast import Part
from tests.scenarios.conftest import ELSEWHERE, Player, buttons_of, london
from tests.scenarios.reading_kit import lines

WORDS = (
    "After /partnership you can type: issues, issue, decisions, decision, interests, conflict, actions, action, "
    "signatures, signature, reviews, review, milestones, milestone, meetings, meeting, due, calendar, feed, tracker, "
    "bulletin, people, seats, link, here, open, undelivered or help. "
    "/partnership help says what each does."
)


def test_alone_it_is_a_short_menu(world):
    world.ada.raises("Discharge delays", "luhft")
    world.ben.types("/partnership")
    assert lines(world.ben.body) == [
        "Sefton Partnership",
        "Ben (for LUHFT).",
        "• You owe 1 thing: /partnership due",
        "• 1 open issue that you can see: /partnership issues",
        "• What the agreement asks for in the next twelve months: /partnership calendar",
        "• The document leaves 7 points open: /partnership open",
        "To raise an issue, type /raise-issue and a few words. /partnership help lists all that can be typed.",
        "[Raise an issue] [Open issues] [What I owe]",
    ]
    world.ben.presses("Open issues")
    assert lines(world.ben.body) == [
        "Sefton Partnership: open issues",
        "• SEF-1: Discharge delays; due Wed 18 Jan 2023 (in 20 operational days, provisional); waits for Mersey Care and LUHFT",
        "/partnership issue SEF-1 shows one of them with all you can do.",
        "[SEF-1]",
    ]
    world.ben.presses("What I owe")
    assert lines(world.ben.body, "SEF-1") == [
        "• SEF-1: Discharge delays (for LUHFT): acknowledge it; due Wed 18 Jan 2023 (in 20 operational days, provisional)",
        "• SEF-1: Discharge delays; due Wed 18 Jan 2023 (in 20 operational days, provisional); waits for Mersey Care and LUHFT",
        "[SEF-1]",
    ]


@pytest.mark.parametrize(
    ("typed", "near"), [("isues", "issues"), ("peple", "people"), ("DUE!", "due"), ("halp", "help")]
)
def test_an_unknown_word_gets_the_nearest(world, typed, near):
    world.ben.types(f"/partnership {typed}")
    assert lines(world.ben.body) == [f"I don't know “{typed.lower()}”. Did you mean /partnership {near}?", WORDS]


def test_a_word_like_none_gets_the_list(world):
    world.ben.types("/partnership <!channel>")
    assert lines(world.ben.body) == [
        "I don't know “<!channel>”.",
        WORDS,
    ]


def test_every_word_answers_everybody_somehow(world):
    for player in (world.ben, world.sam, world.dan, world.tom):
        for word in ("issues", "issue", "issue SEF-9", "due", "people", "link", "here", "open", "undelivered", "help"):
            for channel in ("C0SEFTON", ELSEWHERE, None):
                player.types(f"/partnership {word}", channel=channel)
                assert player.answer != "", (player.part.name, word, channel)
                player.workspace.stacks.clear()


def test_people_shows_who_acts_and_what_is_missing(world):
    world.ben.types("/partnership people")
    shown = world.ben.answer
    missing = shown[shown.index("What is missing") :]
    assert lines(missing) == [
        "What is missing",
        "• Without a lead: Alder Hey",  # it has a deputy
        "• Leads who are not in the chat yet: Ola. They type /partnership link, or the secretary links them.",
        "Acting for several partners",
        "• Cleo: Southport and Formby PCN, and South Sefton PCN",
    ]
    assert "Tom" not in shown
    assert "[Link an account]" not in shown
    world.sam.types("/partnership people")
    assert lines(world.sam.body, "[Link an") == [
        "[Add to the roster] [End a capacity] [Extend a term] [Link an account]"
    ]


def test_only_the_secretary_keeps_the_roster(world):
    with world.session() as session:
        row = world.agreement(session).id
    for name, refused in (
        ("person_add", "You can't add people: the secretary does that."),
        ("capacity_end", "You can't end a capacity: the secretary does that."),
        ("account_link", "You can't link accounts: the secretary does that."),
        ("settle", "The secretary records what the partners decide."),
        ("undelivered", "The list of undelivered messages is the secretary's."),
    ):
        world.ben.guesses(name, row)
        assert world.ben.body == f"{refused} The secretary, Sam, keeps the roster."
        assert world.ben.modal is None


def test_somebody_is_put_on_the_roster_and_acts_at_once(world):
    world.sam.types("/partnership people")
    world.sam.presses("Add to the roster")
    world.sam.submits({"name": "Nia", "capacity": "lead", "partner": "alder-hey", "account": world.dan.person.id})
    assert lines(world.sam.body) == [
        "Nia is on the roster: lead for Alder Hey.",
        "They can act here once a chat account is linked to them: /partnership people shows who is not in the chat yet.",
    ]
    assert world.dan.raises("Beds", "luhft") == "SEF-1"
    assert lines(world.living("SEF-1").shown(), "by Nia") == ["Raised for Alder Hey by Nia on Fri 16 Dec 2022, 09:30."]


def test_a_capacity_ends_and_with_it_what_it_allowed(world):
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    world.sam.submits({"holding": holding(world, "Ben"), "ends_on": "2022-12-16"})
    world.at("2022-12-17 09:00")
    world.ben.types("/raise-issue Beds")
    assert world.ben.modal is None
    assert world.register() == [
        "terms-loaded",
        "milestone-added",
        "milestone-added",
        "roster-changed",
        "capacity-ended",
        "authority-changed",
    ]


def holding(world, name):
    block = next(b for b in world.sam.modal["blocks"] if b["block_id"] == "holding")
    return next(o["value"] for o in block["element"]["options"] if o["text"]["text"].startswith(name))


# --- Linking ------------------------------------------------------------------------------------------------------


def test_a_claim_counts_for_nothing_until_the_secretary_confirms_it(world):
    world.workspace.add_person("U0OLA", "Ola")
    ola = world.players["ola"] = Player(world, Part("Ola"))
    ola.types("/raise-issue Grants")
    assert ola.body == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )
    ola.types("/partnership link")
    assert ola.fields == ["person"]
    options = [o["text"]["text"] for o in ola.modal["blocks"][0]["element"]["options"]]
    assert options == ["Ola"]  # everybody else has an account
    ola.submits({"person": "Ola"})
    assert ola.body == (
        "Sent to Sam, to confirm that you are Ola. You get a message as soon as that is done; "
        "until then nothing can be done in that name."
    )
    ola.types("/raise-issue Grants")
    assert ola.body == (
        "You have claimed to be Ola, and the secretary has not confirmed it yet. Nothing can be done in that name "
        "before. Please ask the secretary to type /partnership people."
    )
    assert ola.modal is None
    assert lines(ola.opens_home()) == [
        "Welcome to Accord",
        (
            "You have said you are Ola. The secretary has not confirmed it yet; "
            "you get a message as soon as that is done. If it takes long, ask the secretary to type /partnership "
            "people."
        ),
    ]

    claim = world.sam.dm("says they are Ola")
    world.sam.presses("Link an account", claim)
    world.sam.submits()  # the claim is filled in already
    assert buttons_of(world.sam.dms()[0]) == []
    assert lines(ola.opens_home(), "Sefton CVS") == ["• Sefton Partnership: lead for Sefton CVS"]
    assert lines(ola.dm("linked").shown())[:3] == [
        "This account now acts as Ola in the Sefton Partnership agreement",
        "This account is linked to Ola, by Sam. What you do with it in the Sefton Partnership agreement counts as done in that name.",
        "If that is not you, please tell Sam at once.",
    ]
    assert ola.raises("Grants", "icb") == "SEF-1"
    assert world.register().count("account-linked") == 1


def test_everybody_on_a_long_roster_is_offered(world):
    world.by_hand = True
    with world.session() as session:
        agreement = world.agreement(session)
        found = [Person(name=f"Member {number:03d}") for number in range(1, 131)]
        session.add_all(found)
        session.flush()
        held = {"agreement_id": agreement.id, "partner": "icb", "capacity": Capacity.MEMBER}
        session.add_all(Holding(person_id=person.id, **held) for person in found)
    world.dan.types("/partnership link")
    world.dan.submits({"person": "Member 130"})
    assert world.dan.answer.startswith("Sent: Sam is to confirm that you are Member 130\n")
    world.sam.presses("Link an account", world.sam.dm("says they are Member 130"))
    world.sam.submits()  # the claim is filled in already
    assert world.dan.dm("linked").shown().startswith("This account now acts as Member 130 in the Sefton Partnership")


def test_who_is_linked_cannot_claim_another_name(world):
    world.ben.types("/partnership link")
    assert world.ben.modal is None
    assert world.ben.body == "You are linked already: you are Ben."


def test_an_account_is_linked_to_one_person(world):
    world.sam.types("/partnership people")
    world.sam.presses("Link an account")
    world.sam.submits({"person": "Ola", "account": world.ben.person.id})
    assert world.sam.modal_errors["account"] == (
        "This account is linked to Ben. Link Ben's own account first; then this one is free."
    )


def test_the_same_name_in_another_workspace_is_nobody(world):
    world.workspace.add_person("U0BEN2", "Ben", team_id="T0ELSEWHERE")
    other = world.players["ben2"] = Player(world, Part("Ben2"))
    world.ada.raises("Discharge delays", "luhft")
    other.presses("Acknowledge", world.living("SEF-1"))
    assert other.body == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )
    assert world.register("SEF-1").count("issue-acknowledged") == 0


# --- Where it is typed --------------------------------------------------------------------------------------------


def test_elsewhere_with_two_agreements_it_asks_which(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.ada.raises("Care homes", "halton-council", channel="C0HALTON")
    world.ada.types("/partnership issues", channel=ELSEWHERE)
    assert lines(world.ada.body) == [
        "Which agreement do you mean? You have a part in 2: One Halton and Sefton Partnership.",
        "Press its button. In a channel that runs an agreement, I don't need to ask.",
        "[One Halton] [Sefton Partnership]",
    ]
    world.ada.presses("One Halton")
    assert lines(world.ada.body) == [
        "One Halton: open issues",
        "• HAL-1: Care homes; no date set; waits for Halton Council and Mersey Care",
        "/partnership issue HAL-1 shows one of them with all you can do.",
        "[HAL-1]",
    ]
    world.ada.types("/partnership issues", channel="C0SEFTON")
    assert "HAL-1" not in world.ada.answer


def test_a_channel_is_bound_by_its_secretary(make_world):
    world = make_world()
    world.ben.types("/partnership here", channel=ELSEWHERE)
    assert world.ben.body == (
        "Only an agreement's secretary can bind it to a channel. Please ask yours to type /partnership here."
    )
    world.sam.types_in_dm("/partnership here")
    assert world.sam.body == "Type /partnership here in the channel that the agreement is to run in."
    assert "channel-bound" not in world.register()
    world.sam.types("/partnership here", channel=ELSEWHERE)
    assert lines(world.sam.body) == [
        "This channel now runs the Sefton Partnership agreement.",
        "Issues have references such as SEF-1. Each has one message here that stays up to date; details go into its thread.",
        "What to do now: type /partnership people to see who is missing, and /partnership open to see what the document leaves open.",
    ]
    world.ada.raises("Discharge delays", "luhft", channel=ELSEWHERE)
    assert lines(world.living("SEF-1", ELSEWHERE).shown(), "Discharge delays") == [
        "SEF-1 (open): Discharge delays; resolve by Wed 18 Jan 2023 (provisional)",
        "SEF-1: Discharge delays",
        "What happened: Discharge delays",
    ]


def test_one_channel_runs_one_agreement(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.sam.types("/partnership here", channel="C0SEFTON")
    assert world.sam.modal is not None  # he is the secretary of both
    world.sam.submits({"agreement": "one-halton-2021"})
    assert world.sam.answer == (
        "This channel runs the Sefton Partnership agreement already. One channel runs one agreement."
    )


def test_a_mention_and_a_direct_message_are_second_ways_in(world):
    world.ada.raises("Discharge delays", "luhft")
    world.ben.says("@Accord issues", channel="C0SEFTON")
    assert lines(world.ben.body) == [
        "Sefton Partnership: open issues",
        "• SEF-1: Discharge delays; due Wed 18 Jan 2023 (in 20 operational days, provisional); waits for Mersey Care and LUHFT",
        "/partnership issue SEF-1 shows one of them with all you can do.",
        "[SEF-1]",
    ]
    world.ben.says("due")
    assert lines(world.ben.inbox()[-1], "SEF-1") == [
        "Ben, you owe 1 thing. First: SEF-1; due Wed 18 Jan 2023 (in 20 operational days, provisional)",
        "• SEF-1: Discharge delays (for LUHFT): acknowledge it; due Wed 18 Jan 2023 (in 20 operational days, provisional)",
        "• SEF-1: Discharge delays; due Wed 18 Jan 2023 (in 20 operational days, provisional); waits for Mersey Care and LUHFT",
        "[SEF-1]",
    ]
    world.ben.says("What can you do?")
    assert lines(world.ben.inbox()[-1])[1:] == ["I don't know “what”.", WORDS]
    world.dan.says("@Accord link", channel="C0SEFTON")  # what is said opens no form
    assert world.dan.body.startswith("A form can't be opened from here. Please type it as a command: /partnership ")
    world.dan.says("hello")
    (said,) = world.dan.inbox()
    assert lines(said)[1:] == ["I don't know “hello”. Did you mean /partnership help?", WORDS]


def test_an_old_button_says_so(world):
    world.ben.guesses("issue_telegraph", 7)
    assert world.ben.body == "This button is from an older Accord. /partnership shows what there is."


# --- When something breaks ----------------------------------------------------------------------------------------


def break_register(world):
    with world.engine.begin() as connection:
        connection.execute(text("ALTER TABLE register RENAME TO register_away"))


def mend_register(world):
    with world.engine.begin() as connection:
        connection.execute(text("ALTER TABLE register_away RENAME TO register"))


def test_an_error_gives_an_apology_with_an_id_and_saves_nothing(world):
    world.forgiven = True
    world.ada.types("/raise-issue Discharge delays")
    break_register(world)
    try:
        with capture_logs() as logs:
            world.ada.submits({"particulars": "My own words", "concerns": "any-matter", "affected": ["luhft"]})
    finally:
        mend_register(world)
    (line,) = [entry for entry in logs if entry.get("outcome") == "failed"]
    (said,) = world.ada.modal_errors.values()
    assert said == (
        f"Something went wrong on our side and nothing was saved. Please try again, or quote this id: {line['id']}"
    )
    assert "My own words" not in str(logs)
    assert world.references() == []
    assert world.channel() == []

    world.ada.submits()  # what was typed is still there
    assert world.references() == ["SEF-1"]


def test_a_press_that_breaks_is_apologised_for(world):
    world.ada.raises("Discharge delays", "luhft")
    notice = world.ben.dm("Notice to")
    world.forgiven = True
    break_register(world)
    try:
        with capture_logs() as logs:
            world.ben.presses("Acknowledge", notice)
            world.ben.types("/partnership issue SEF-1")
    finally:
        mend_register(world)
    failed = [entry["id"] for entry in logs if entry.get("outcome") == "failed"]
    assert len(failed) == 2
    assert lines(world.ben.body) == [
        "Something went wrong on our side, and nothing was saved.",
        f"Please try again. If it happens once more, tell whoever runs Accord for you, and quote this id: {failed[1]}",
    ]
    assert world.ben.buttons("Notice to") == ["Acknowledge", "Comment", "Show details"]


def test_the_workspace_is_the_actors_own(world):
    assert {player.person.team_id for player in world.players.values()} == {TEAM}


def test_a_form_opened_before_a_capacity_ended_is_refused(world):
    world.ben.types("/raise-issue Beds")
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    world.sam.submits({"holding": holding(world, "Ben"), "ends_on": "2022-12-16"})
    world.clock.move_to(london("2022-12-17 09:00"))
    world.ben.submits({"particulars": "p", "concerns": "any-matter", "affected": ["icb"]})
    assert world.ben.answer == (
        "You hold no capacity in this agreement, so you can't raise an issue in it. Please ask its secretary."
    )
    assert world.references() == []
