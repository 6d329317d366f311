"""Calendar addresses: shown once, read by calendar programs, stopped at once; each shows what its owner may see."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.demo import SECRET, TOKEN
from bot.settings import Settings
from bot.wiring import build
from bot.words import bare
from handlers import closed_days
from handlers.overview.feeds import hash_of
from rules.terms import Base
from storage.feeds import Feed
from storage.packs import pack_source
from storage.people import Holding, Person
from tests.cast import Part
from tests.hostile import CONTROLS, MARKUP, as_shown
from tests.patience import LONG
from tests.scenarios.conflicts.kit import declares
from tests.scenarios.conftest import ELSEWHERE, Player, buttons_of
from tests.scenarios.daily.kit import tell_cvs
from tests.scenarios.decisions.kit import recommends
from tests.scenarios.hostile.payload_kit import encoded, everything, sent
from tests.scenarios.overview.feed_kit import addresses, addresses_in, days, events, get, summaries
from tests.scenarios.reading_kit import answers, lines

TAKE_TURNS = True
SECRET_TITLE = "Dr Grey's rota"


@pytest.fixture
def quiet(world):
    world.without_daily_lists()
    return world


def ends(world, name, on="2022-12-15"):
    """End all the capacities of somebody."""
    with world.session() as session:
        for holding in session.scalars(select(Holding).join(Person).where(Person.name == name)):
            holding.ends_on = date.fromisoformat(on)


# --- What they show -----------------------------------------------------------------------------------------------


def test_the_agreement_s_address_has_its_dates_and_what_is_open(quiet):
    quiet.ada.raises("Discharge delays", "luhft")
    agreement, own = addresses(quiet.ben)
    assert lines(quiet.ben.body, "shown this") == [
        "Keep an address as you keep a password: whoever has it can read its dates. It is shown this once, because only its hash is kept. A new one stops the old one at once."
    ]
    got = get(agreement)
    assert got.headers["content-type"] == "text/calendar; charset=utf-8"
    assert got.headers["cache-control"] == "private, no-cache"
    assert summaries(got) == [
        "2023-01-03 Six-monthly review (Sefton Partnership)",
        "2023-01-18 SEF-1: Discharge delays (Sefton Partnership)",
        "2023-03-31 Review: Governance arrangements, to be completed (Sefton Partnership)",
        "2023-03-31 SEF-MS2: End of the year without substantive delegation to place (Sefton Partnership)",
        "2023-07-03 Six-monthly review (Sefton Partnership)",
        "2024-01-02 Six-monthly review (Sefton Partnership)",
    ]
    (due,) = [event for event in events(got).values() if "SEF-1" in event["SUMMARY"]]
    assert type(due["DTSTART"].dt) is date
    assert due["DTEND"].dt - due["DTSTART"].dt == timedelta(days=1)
    assert lines(due["DESCRIPTION"])[0] == "Clause: 5.2"
    assert lines(got.body.decode(), "CALNAME") == ["X-WR-CALNAME:Sefton Partnership"]
    assert agreement != own


DUE = "2023-01-18 SEF-1: Discharge delays (Sefton Partnership)"


def test_one_s_own_address_says_first_what_one_owes(quiet):
    quiet.ada.raises("Discharge delays", "luhft")
    _, own = addresses(quiet.ben)
    (due,) = [event for event in events(get(own)).values() if "SEF-1" in event["SUMMARY"]]
    assert due["SUMMARY"] == "You owe: SEF-1: Discharge delays (Sefton Partnership)"
    assert lines(due["DESCRIPTION"])[0] == "LUHFT is to acknowledge it."
    assert due["PRIORITY"] == 1
    _, joe = addresses(quiet.joe)  # his partner is not affected
    assert [line for line in summaries(get(joe)) if "SEF-1" in line] == [DUE]
    quiet.ben.presses("Acknowledge", quiet.living("SEF-1"))
    quiet.ben.opens("SEF-1")
    quiet.ben.presses("Propose a resolution")
    quiet.ben.submits({"words": "We share the beds."})
    assert [line for line in summaries(get(own)) if "SEF-1" in line] == [DUE]  # he owes nothing more


def test_who_acts_for_two_partners_has_one_event_that_says_both(quiet):
    quiet.ada.raises("Beds", "southport-formby-pcn", "south-sefton-pcn")
    _, own = addresses(quiet.cleo)
    (due,) = [event for event in events(get(own)).values() if "SEF-1" in event["SUMMARY"]]
    assert lines(due["DESCRIPTION"])[:2] == [
        "Southport and Formby PCN is to acknowledge it.",
        "South Sefton PCN is to acknowledge it.",
    ]


def test_a_private_matter_is_in_the_own_dates_of_those_concerned_and_nowhere_else(quiet):
    quiet.ada.raises(SECRET_TITLE, "luhft", private=["yes"])
    found = {name: addresses(quiet.players[name]) for name in ("ada", "ben", "pia", "sam", "joe", "rob")}
    for name, (agreement, own) in found.items():
        shown = SECRET_TITLE in get(own).body.decode()
        assert shown == (name != "joe"), name
        assert "SEF-1" not in get(agreement).body.decode(), name
    (due,) = [event for event in events(get(found["ben"][1])).values() if "SEF-1" in event["SUMMARY"]]
    assert lines(due["DESCRIPTION"]) == [
        "LUHFT is to acknowledge it.",
        "Clause: 5.2",
        "Waits for: Mersey Care, LUHFT. Private to the partners concerned.",
    ]


def test_a_vote_and_an_answer_about_a_conflict_of_interest_stand_in_the_dates_of_those_who_owe_it(make_world):
    source = pack_source("sefton-2022").replace(
        "  consent_before: participating\n",
        "  consent_before: participating\n  consent_within: {number: 5, unit: calendar-days}\n",
    )
    world = make_world(sources={"sefton-2022": source})
    world.without_daily_lists()
    recommends(world)
    declares(world.ada, "decision:1")
    agreement, own = addresses(world.ben)
    assert {line for line in summaries(get(own)) if "SEF-" in line and "SEF-MS" not in line} == {
        "2022-12-21 You owe: SEF-C1: Shares in a supplier (Sefton Partnership)",
        "2023-01-06 You owe: SEF-D1: One plan, the vote closes (Sefton Partnership)",
    }
    assert {line for line in summaries(get(agreement)) if "SEF-" in line and "SEF-MS" not in line} == {
        "2023-01-06 SEF-D1: One plan, the vote closes (Sefton Partnership)"
    }


def test_who_holds_no_capacity_any_more_gets_nothing_as_if_there_were_none(quiet):
    quiet.ada.raises(SECRET_TITLE, "luhft", private=["yes"])
    agreement, own = addresses(quiet.ben)
    assert get(agreement).status == get(own).status == 200
    ends(quiet, "Ben")
    unknown = get(own.replace("/calendar/", "/calendar/x"))
    assert get(agreement) == get(own) == unknown
    assert unknown.status == 404


def test_who_has_left_one_of_two_agreements_gets_no_more_of_it(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.without_daily_lists()
    world.ben.raises(SECRET_TITLE, "mersey-care", private=["yes"])
    in_sefton, own = addresses(world.ada)
    world.ada.types("/partnership feed", channel="C0HALTON")
    (in_halton,) = addresses_in(world.ada.answer)
    assert lines(get(own).body.decode(), "Dr Grey's") == ["SUMMARY:You owe: SEF-1: Dr Grey's rota (Sefton Partnership)"]
    of_halton = [
        "SUMMARY:90 days before the agreement ends (One Halton)",
        "SUMMARY:60 days before the agreement ends (One Halton)",
        "SUMMARY:30 days before the agreement ends (One Halton)",
        "SUMMARY:The agreement ends: its last day (One Halton)",
        "SUMMARY:HAL-MS7: New commissioning operating models (One Halton)",
    ]
    assert lines(get(own).body.decode().replace("\r\n ", ""), "(One Halton)") == of_halton
    with world.session() as session:
        sefton = world.agreement(session)
        held = select(Holding).join(Person).where(Person.name == "Ada", Holding.agreement_id == sefton.id)
        for holding in session.scalars(held):
            holding.ends_on = date(2021, 10, 31)
    left = get(own)
    assert SECRET_TITLE not in left.body.decode()
    assert lines(left.body.decode().replace("\r\n ", ""), "(One Halton)") == of_halton
    assert "(Sefton Partnership)" not in left.body.decode().replace("\r\n ", "")
    assert (get(in_sefton).status, get(in_halton).status) == (404, 200)


def test_a_date_that_moves_takes_the_place_of_the_earlier_one(quiet):
    tell_cvs(quiet, "luhft")
    agreement, own = addresses(quiet.ben)
    before = [days(get(address), "SEF-1") for address in (agreement, own)]
    assert list(before[0].values()) == ["2023-01-18"]
    with quiet.session() as session:
        closed_days.proclaim(
            session, calendar=Base.ENGLAND_AND_WALES, day=date(2023, 1, 9), open_=False, why="Flood", now=quiet.clock()
        )
    quiet.settle()
    after = [days(get(address), "SEF-1") for address in (agreement, own)]
    assert list(after[0].values()) == ["2023-01-19"]
    assert [set(found) for found in before] == [set(found) for found in after]


def test_what_is_decided_is_in_it(quiet):
    agreement, _ = addresses(quiet.ben)
    assert "The agreement begins" not in get(agreement).body.decode()
    quiet.sam.types("/partnership open")
    quiet.sam.presses("Decide an open point")
    quiet.sam.changes("point", "commencement")
    quiet.sam.submits({"value": "2022-12-01", "why": "The board, on 1 December 2022"})
    assert not quiet.sam.modal_errors, quiet.sam.modal_errors
    assert summaries(get(agreement))[0] == "2022-12-01 The agreement begins (Sefton Partnership)"


# --- How they are asked for ---------------------------------------------------------------------------------------


def test_what_is_there_already_is_not_sent_again(quiet):
    quiet.ada.raises("Discharge delays", "luhft")
    agreement, own = addresses(quiet.ben)
    for address in (agreement, own):
        first = get(address)
        tag = first.headers["etag"]
        quiet.clock.move_to(quiet.clock() + timedelta(minutes=5))
        for asked in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
            again = get(address, If_None_Match=asked)
            assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
        assert get(address, If_None_Match='"other"').status == 200
        head = get(address, method="HEAD")
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == str(len(first.body))
        assert head.headers["etag"] == tag
    quiet.ada.raises("Beds", "luhft")
    changed = get(agreement, If_None_Match=tag)
    assert changed.status == 200
    assert lines(changed.body.decode(), "SEF-2:") == ["SUMMARY:SEF-2: Beds (Sefton Partnership)"]


def test_whatever_is_wrong_with_an_address_the_answer_is_the_same(quiet):
    agreement, own = addresses(quiet.ben)
    quiet.ben.presses("Stop it: Sefton Partnership")
    quiet.ben.presses("A new address: your own dates")
    base = own.rpartition("/")[0]
    wrong = [
        agreement,
        own,
        *(
            f"{base}/{path}"
            for path in ("", ".ics", "x.ics", f"{'A' * 43}.ics", f"{'A' * 3000}.ics", "%00%ff%ed%a0%80.ics")
        ),
        f"{base}/../calendar/x.ics",
        own.removesuffix(".ics"),
        own.replace(".ics", ".ICS"),
        f"{base}/{hash_of(own)}.ics",
    ]
    found = [get(address) for address in wrong]
    stable = [(one.status, one.body, one.headers["cache-control"], sorted(one.headers)) for one in found]
    assert set(map(str, stable)) == {str(stable[0])}
    assert found[0].status == 404
    assert get(agreement, method="HEAD").body == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_calendar_can_only_be_read(world, method):
    _, own = addresses(world.ben)
    got = get(own, method=method)
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD")


def test_the_day_on_which_it_was_last_read_is_shown(quiet):
    agreement, _ = addresses(quiet.ben)
    quiet.ben.types("/partnership feed")
    assert quiet.ben.answer.count("not read so far") == 2
    get(agreement)
    quiet.clock.move_to(quiet.clock() + timedelta(days=2))
    get(agreement)
    get(agreement)
    quiet.ben.types("/partnership feed")
    assert lines(quiet.ben.body, "last read") == [
        "Made on Fri 16 Dec 2022, 09:30; last read on Sun 18 Dec 2022. Only its hash is kept, so it can't be shown again: press A new address to get another one."
    ]


# --- Shown once, stopped at once ----------------------------------------------------------------------------------


def test_an_address_is_shown_once_and_kept_nowhere(quiet):
    with capture_logs() as logs:
        made = addresses(quiet.ben)
        for address in made:
            get(address)
    tokens = [re.search(r"/calendar/([\w-]+)\.ics", address)[1] for address in made]
    assert [len(token) for token in tokens] == [43, 43]  # 32 bytes that nobody can guess
    kept = str(everything(quiet))
    assert [token for token in tokens if token in str(logs) + kept] == []
    assert [line["outcome"] for line in logs if line["event"] == "feed"] == ["200 OK", "200 OK"]
    assert [token for token in tokens if hash_of(token) not in kept] == []
    quiet.ben.types("/partnership feed")
    assert addresses_in(quiet.ben.answer) == []
    assert lines(quiet.ben.body, "Made on", "can't be") == [
        "Made on Fri 16 Dec 2022, 09:30; last read on Fri 16 Dec 2022. Only its hash is kept, so it can't be shown again: press A new address to get another one.",
        "Made on Fri 16 Dec 2022, 09:30; last read on Fri 16 Dec 2022. Only its hash is kept, so it can't be shown again: press A new address to get another one.",
    ]


def test_a_new_address_stops_the_old_one_at_once_and_a_late_press_says_so(quiet):
    agreement, own = addresses(quiet.ben)
    first = answers(quiet.ben, "Calendar addresses")
    quiet.ben.presses("A new address: Sefton Partnership", first)
    (new,) = addresses_in(quiet.ben.answer)
    assert lines(quiet.ben.body, "has stopped") == ["The address before this one has stopped working."]
    assert (get(agreement).status, get(new).status, get(own).status) == (404, 200, 200)
    quiet.ben.presses("A new address: Sefton Partnership", first)  # a double press
    assert quiet.ben.body == (
        "This address stopped working on Fri 16 Dec 2022, and there is a newer one in its place. "
        "/partnership feed shows it."
    )
    assert addresses_in(quiet.ben.answer) == []
    quiet.ben.presses("Stop it: Sefton Partnership", first)
    assert quiet.ben.body == "This address has not worked since Fri 16 Dec 2022. /partnership feed shows yours."
    assert get(new).status == 200
    with quiet.session() as session:
        assert len(session.scalars(select(Feed).where(Feed.revoked_at.is_(None))).all()) == 2


def test_who_stops_an_address_can_have_one_again(quiet):
    agreement, own = addresses(quiet.ben)
    quiet.ben.presses("Stop it: your own dates")
    assert lines(quiet.ben.body) == [
        "The calendar address of your own dates has stopped working. Calendar programs that still ask for it get nothing any more. What they have kept can be deleted there.",
        "[A new address]",
    ]
    assert (get(own).status, get(agreement).status) == (404, 200)
    quiet.ben.types("/partnership feed")
    assert lines(quiet.ben.body, "Stopped on") == [
        "Stopped on Fri 16 Dec 2022, 09:30. Press A new address to have one again."
    ]
    assert addresses_in(quiet.ben.answer) == []  # who looks has not asked for one
    assert "Stop it: your own dates" not in buttons_of(answers(quiet.ben, "Stopped on"))
    quiet.ben.presses("A new address: your own dates", answers(quiet.ben, "Stopped on"))
    (new,) = addresses_in(quiet.ben.answer)
    assert (get(own).status, get(new).status) == (404, 200)


def test_what_was_made_and_stopped_is_on_record_and_no_token_is(quiet):
    addresses(quiet.ben)
    quiet.ben.presses("A new address: Sefton Partnership")
    quiet.ben.presses("Stop it: your own dates", answers(quiet.ben, "Your own dates"))
    assert [act for act in quiet.register() if act.startswith("feed-")] == [
        "feed-made", "feed-made", "feed-renewed", "feed-stopped",
    ]  # fmt: skip
    facts = quiet.facts("feed-stopped")
    assert (facts["of"], facts["person"]) == ("person", "Ben")


def test_each_has_an_address_of_their_own_and_nobody_can_touch_another_s(quiet):
    agreement, own = addresses(quiet.ben)
    other, _ = addresses(quiet.ada)
    assert other != agreement
    with quiet.session() as session:
        ids = list(session.scalars(select(Feed.id).join(Person).where(Person.name == "Ben")))
    for row in (*ids, 10**9, 0):
        for press in ("feed_renew", "feed_stop"):
            quiet.ada.guesses(press, row)
            assert quiet.ada.body == (
                "I know no calendar address of yours like this one. /partnership feed shows yours."
            )
    assert get(agreement).status == get(own).status == 200


def test_without_a_capacity_there_is_none_and_no_new_one(quiet):
    quiet.dan.types("/partnership feed")
    assert addresses_in(quiet.dan.answer) == []
    addresses(quiet.ben)
    first = answers(quiet.ben, "Calendar addresses")
    ends(quiet, "Ben")
    for button, refused in (
        (
            "A new address: Sefton Partnership",
            (
                "Ben holds no capacity in the Sefton Partnership agreement today, so this can't be done. "
                "The secretary, Sam, keeps the roster."
            ),
        ),
        ("A new address: your own dates", "Ben has no part in any agreement today, so there are no dates to read."),
    ):
        quiet.ben.presses(button, first)
        assert quiet.ben.body == refused
    quiet.ben.presses("Stop it: your own dates", first)  # that can always be done
    assert lines(quiet.ben.body) == [
        "The calendar address of your own dates has stopped working. Calendar programs that still ask for it get nothing any more. What they have kept can be deleted there.",
        "[A new address]",
    ]


def test_who_gets_another_account_has_no_address_that_the_old_one_made(quiet):
    agreement, own = addresses(quiet.ben)
    quiet.workspace.add_person("U0BEN2", "Ben")
    quiet.sam.types("/partnership people")
    quiet.sam.presses("Link an account")
    quiet.sam.submits({"person": "Ben", "account": "U0BEN2"})
    assert quiet.sam.modal is None, quiet.sam.modal_errors
    assert get(agreement).status == get(own).status == 404
    second = quiet.players["ben2"] = Player(quiet, Part("Ben2"))
    assert lines(second.dm("is linked to Ben").shown(), "have stopped") == [
        "The calendar addresses that were made in your name have stopped working: /partnership feed gives you new ones."
    ]
    quiet.ben.types("/partnership feed")
    assert addresses_in(quiet.ben.answer) == []
    second.types("/partnership feed")
    second.presses("A new address: Sefton Partnership")
    assert len(addresses_in(second.answer)) == 1


@pytest.mark.parametrize("how", ["mention", "message"])
def test_in_a_conversation_that_keeps_what_is_said_no_address_is_shown(quiet, how):
    if how == "mention":
        quiet.ben.says("<@UBOT> feed".replace("UBOT", quiet.workspace.bot_user_id), channel="C0SEFTON")
        said = quiet.ben.answer
    else:
        quiet.ben.says("feed")
        said = quiet.ben.dm("Calendar addresses").shown()
    assert lines(said, "No address") == [
        "No address was made yet. It would stay in this conversation, so press the button below: then it is shown to you alone.",
        "No address was made yet. It would stay in this conversation, so press the button below: then it is shown to you alone.",
    ]
    assert addresses_in(said) == []
    with quiet.session() as session:
        assert session.scalars(select(Feed)).all() == []
    quiet.ben.presses("Show me the addresses")
    found = addresses_in(quiet.ben.answer)
    assert len(found) == 2
    assert not [m for m in quiet.ben.dms() if addresses_in(m.shown())]
    assert get(found[0]).status == 200


def test_with_two_agreements_it_asks_which(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.ada.types("/partnership feed", channel=ELSEWHERE)
    world.ada.presses("One Halton")
    agreement, own = addresses_in(world.ada.answer)
    assert {line.partition("(")[2] for line in summaries(get(agreement))} == {"One Halton)"}
    assert get(own).status == 200


def test_without_public_url_it_says_what_is_to_be_set(quiet):
    program = build(
        Settings(
            database_url=quiet.engine.url.render_as_string(hide_password=False),
            slack_bot_token=TOKEN,
            slack_signing_secret=SECRET,
            slack_api_url=quiet.stage.page.api_url,
        ),
        now=quiet.clock,
        patience=LONG,
    )
    ours, quiet.stage.program = quiet.stage.program, program
    try:
        body = {
            "command": "/partnership",
            "text": "feed",
            "team_id": "T0PRACTICE",
            "channel_id": "C0SEFTON",
            "user_id": "U0BEN",
        }
        status, answer = sent(quiet, *encoded(body))
    finally:
        quiet.stage.program = ours
        program.stop()
    assert status == 200
    assert b"sets PUBLIC_URL" in answer
    with quiet.session() as session:
        assert session.scalars(select(Feed)).all() == []


# --- Whatever people write ----------------------------------------------------------------------------------------


def raises(player, title):
    player.types("/raise-issue Beds")
    player.submits({"title": title, "particulars": "x", "concerns": "any-matter", "affected": ["luhft"]})
    assert player.modal is None, player.modal_errors


def test_hostile_titles_survive_in_a_feed(quiet):
    chosen = ("channel", "marks of ours", "our seals", "left turned", "emoji", "escape", "returns")
    titles = {name: {**MARKUP, **CONTROLS}[name] for name in chosen}
    titles |= {"commas": 'Beds, wards; "staff"\\n: x', "long": "long " * 29 + "end"}
    for said in titles.values():
        raises(quiet.ada, said[:150])
    agreement, own = addresses(quiet.ben)
    kept = [quiet.issue(f"SEF-{number}").title for number in range(1, len(titles) + 1)]
    assert [as_shown(title) for title in kept] == [as_shown(said[:150]) for said in titles.values()]
    for address, before in ((agreement, ""), (own, "You owe: ")):
        got = get(address)
        assert max(len(line) for line in got.body.split(b"\r\n")) <= 75
        assert b"\n" not in got.body.replace(b"\r\n", b"")
        found = {
            " ".join(str(event["SUMMARY"]).split())
            for event in events(got).values()
            if "SEF-" in event["SUMMARY"] and "SEF-MS" not in event["SUMMARY"]
        }
        assert found == {
            " ".join(f"{before}SEF-{number}: {bare(title)} (Sefton Partnership)".split())
            for number, title in enumerate(kept, 1)
        }
