"""`/raise-issue`: the form, the living message, the notices with their receipts, and the clock that starts."""

from __future__ import annotations

import pytest

from storage.notices import NoticeState
from tests.cast import SEFTON
from tests.held import held
from tests.patience import LONG_SECONDS
from tests.scenarios.conftest import ELSEWHERE, buttons_of
from tests.scenarios.issues.kit import notices
from tests.scenarios.reading_kit import lines


def test_an_issue_is_raised_and_every_other_partner_is_notified(world):
    reference = world.ada.raises("Discharge delays", "luhft", "sefton-council")

    assert reference == "SEF-1"
    assert lines(world.ada.body)[:3] == [
        "SEF-1 is raised: Discharge delays",
        "10 partners are being notified, each with a receipt.",
        "Nobody who acts for Sefton CVS is in the chat. The secretary has been asked to tell them another way.",
    ]
    living = world.living("SEF-1")
    assert lines(living.shown())[:7] == [
        "SEF-1 (open): Discharge delays; resolve by Wed 18 Jan 2023 (provisional)",
        "SEF-1: Discharge delays",
        "Open. Stage: Discussion between the partners (clause 5.2).",
        "Raised for Mersey Care by Ada on Fri 16 Dec 2022, 09:30.",
        "What happened: Discharge delays",
        "Touches Any other matter in the agreement",
        "Affects Sefton Council, Mersey Care and LUHFT",
    ]
    assert buttons_of(living) == ["Acknowledge", "Propose a resolution", "Comment", "Show details"]
    receipts = notices(world, "SEF-1")
    assert receipts.pop("sefton-cvs").state is NoticeState.UNREACHABLE
    assert [n.state for n in receipts.values()] == [NoticeState.DELIVERED] * 9
    assert {n.proof[:8] for n in receipts.values()} == {"slack:D0"}
    assert len([m for m in world.cleo.dms() if "Notice to" in m.shown()]) == 2  # one for each of her partners
    assert world.ada.dms() == []  # whoever raises it is told of nothing
    assert world.register("SEF-1")[:2] == ["issue-raised", "notice-unreachable"]
    assert world.register("SEF-1").count("notice-delivered") == 9


BY_THE_19TH = (
    "Resolve by Thu 19 Jan 2023 (clause 5.2): 20 operational days (England and Wales) from Mon 19 Dec 2022, "
    "counted from Tue 20 Dec; skipped: Sun 25 Dec (Christmas Day), Mon 26 Dec (Boxing Day), Tue 27 Dec "
    "(Christmas Day, substitute day), Sun 1 Jan (New Year's Day), Mon 2 Jan (New Year's Day, substitute day) "
    "and 6 weekend days."
)


def test_the_date_is_provisional_until_the_last_partner_is_told(world):
    world.ada.raises("Discharge delays", "luhft")
    assert lines(world.living("SEF-1").shown(), "provisional", "Notified") == [
        "SEF-1 (open): Discharge delays; resolve by Wed 18 Jan 2023 (provisional)",
        "This date is provisional: it counts from the day the last partner is notified.",
        "Notified: 9 of 10 partners; not yet Sefton CVS. The secretary tells Sefton CVS in another way.",
    ]
    assert world.deadlines("SEF-1")[0].confirmed is False

    world.at("2022-12-20 11:00")
    world.sam.presses("Record how they were told", world.sam.dm("Sefton Council for Voluntary Service"))
    world.sam.submits({"partner": "sefton-cvs", "told_on": "2022-12-19", "evidence": "By telephone to Ola, 16:40"})

    assert lines(world.sam.body) == [
        "SEF-1: Discharge delays",
        "Recorded: how Sefton CVS was told. 10 of 10 partners notified.",
        BY_THE_19TH,
    ]
    old, new = world.deadlines("SEF-1")
    assert (str(old.due_on), old.state.value) == ("2023-01-18", "replaced")
    assert (str(new.due_on), new.state.value, new.confirmed) == ("2023-01-19", "open", True)
    assert lines(world.living("SEF-1").shown(), "esolve by") == [
        "SEF-1 (open): Discharge delays; resolve by Thu 19 Jan 2023",
        BY_THE_19TH,
    ]
    assert "provisional" not in world.living("SEF-1").shown()
    told = world.facts("notice-told")
    assert told["evidence"] == "By telephone to Ola, 16:40"
    assert told["on_behalf"] is True
    assert world.register("SEF-1")[-1] == "clock-started"
    assert buttons_of(world.sam.dms()[0]) == ["Show details"]
    assert lines(world.ben.dm("Notice to").shown(), "esolve by") == [BY_THE_19TH]


def test_only_a_day_since_it_was_raised_can_be_the_day_somebody_was_told(world):
    world.ada.raises("Discharge delays", "luhft")
    world.at("2022-12-20 11:00")
    world.sam.presses("Record how they were told")
    for day in ("2022-12-15", "2022-12-21"):
        world.sam.submits({"partner": "sefton-cvs", "told_on": day, "evidence": "By letter"})
        assert list(world.sam.modal_errors) == ["told_on"]
    world.sam.submits({"told_on": "2022-12-20"})
    assert world.sam.modal is None
    assert world.deadlines("SEF-1")[-1].confirmed is True


def test_only_the_secretary_records_how_somebody_was_told(world):
    world.ada.raises("Discharge delays", "luhft")
    world.ada.guesses("issue_told", world.issue("SEF-1").id)
    assert world.ada.body == (
        "You can't record how a partner was told of SEF-1: the secretary does that. "
        "The secretary, Sam, keeps the roster."
    )
    assert world.ada.modal is None


def test_words_after_the_command_become_the_title(world):
    world.ada.types("/raise-issue Beds at Aintree: who pays?")
    assert world.ada.modal["blocks"][0]["element"]["initial_value"] == "Beds at Aintree: who pays?"
    assert "raised_for" not in world.ada.fields  # she acts for one partner only
    assert "raised_as" not in world.ada.fields  # which has one role


def test_a_refused_form_keeps_what_was_typed(world):
    world.ada.types("/raise-issue Discharge delays")
    long = "x" * 3001
    world.ada.submits({"particulars": long, "concerns": "any-matter", "affected": ["luhft"]}, unchecked=True)
    assert world.ada.modal_errors["particulars"] == (
        "This is 3,001 characters long; at most 3,000 fit. Please shorten it."
    )
    state = world.ada.modal["state"]["values"]
    assert state["particulars"]["particulars"]["value"] == long
    assert state["title"]["title"]["value"] == "Discharge delays"
    assert world.references() == []

    world.ada.submits({"particulars": "Shorter"})
    assert world.references() == ["SEF-1"]


def test_an_issue_with_nobody_else_affected_is_refused(world):
    world.ada.types("/raise-issue Discharge delays")
    world.ada.submits({"particulars": "p", "concerns": "any-matter"}, unchecked=True)
    assert list(world.ada.modal_errors) == ["affected"]


def test_a_partner_with_two_roles_says_which_one_it_is_about(world):
    world.joe.types("/raise-issue Home care rates")
    assert world.joe.fields[:2] == ["raised_as", "title"]
    world.joe.submits({"particulars": "p", "concerns": "any-matter", "affected": ["icb"], "raised_as": "provider"})
    assert lines(world.living("SEF-1").shown(), "as a") == [
        "Raised for Sefton Council, as a provider, by Joe on Fri 16 Dec 2022, 09:30."
    ]


def test_a_person_for_two_partners_is_asked_for_which(world):
    world.cleo.types("/raise-issue Same-day access")
    assert world.cleo.fields[0] == "raised_for"
    world.cleo.changes("raised_for", "south-sefton-pcn")
    world.cleo.submits({"particulars": "p", "concerns": "any-matter", "affected": ["icb", "southport-formby-pcn"]})
    issue = world.issue("SEF-1")
    assert issue.raised_for == "south-sefton-pcn"
    # Her other partner is told too: she acts for both, and the receipt is the partner's.
    assert notices(world, "SEF-1")["southport-formby-pcn"].state is NoticeState.DELIVERED


def test_the_deputy_stands_in_where_there_is_no_lead(world):
    world.ada.raises("Discharge delays", "alder-hey")
    assert lines(world.gil.dm("Notice to").shown(), "Alder Hey Children's") == [
        "Notice of SEF-1, Discharge delays: raised for Mersey Care. Please acknowledge it for Alder Hey Children's Hospital NHS Foundation Trust",
        "Notice to Alder Hey Children's Hospital NHS Foundation Trust of an issue under the Sefton Partnership agreement (clause 5.2).",
    ]
    assert world.eve.dms() == []  # her partner has a lead


def test_a_deputy_raises_an_issue_too(world):
    world.eve.raises("Discharge delays", "luhft")
    assert lines(world.living("SEF-1").shown(), "by Eve") == [
        "Raised for Mersey Care by Eve on Fri 16 Dec 2022, 09:30."
    ]


def test_a_stranger_is_told_what_to_do(world):
    world.dan.types("/raise-issue Discharge delays")
    assert world.dan.modal is None
    assert world.dan.body == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )


def test_a_member_may_not_raise_one_and_is_told_who_could(world):
    world.rob.types("/raise-issue Discharge delays")
    assert world.rob.modal is None
    assert world.rob.body == (
        "An issue is raised for a partner by its lead or deputy, and you are neither. "
        "Ada (lead, Mersey Care) or Sam (secretary) can."
    )


def test_a_capacity_that_has_ended_counts_for_nothing(world):
    world.tom.types("/raise-issue Discharge delays")
    assert world.tom.modal is None
    assert world.tom.body == (
        "Tom holds no capacity in the Sefton Partnership agreement today, so this can't be done. "
        "The secretary, Sam, keeps the roster."
    )


def test_a_message_is_raised_with_its_text_and_a_link(world):
    posted = world.ben.says("Beds & <staff>: 14 patients wait\nThe list is long " + "x" * 300, channel="C0SEFTON")
    world.ada.shortcut("raise_from_message", message=posted)
    values = {block["block_id"]: block["element"].get("initial_value") for block in world.ada.modal["blocks"]}
    assert values["title"] == "Beds & <staff>: 14 patients wait"
    assert values["particulars"].endswith("x" * 300)

    world.ada.submits({"concerns": "any-matter", "affected": ["luhft"]})
    link = world.issue("SEF-1").link
    assert link is not None
    assert link.partition("/?")[2] == f"channel=C0SEFTON&message={posted.ts}"
    assert world.issue("SEF-1").title == "Beds & <staff>: 14 patients wait"


def test_a_message_of_a_thousand_strange_characters_can_be_raised(world):
    posted = world.ben.says('\N{PILE OF POO}\\"' * 900, channel="C0SEFTON")
    world.ada.shortcut("raise_from_message", message=posted)
    assert world.ada.modal is not None


def test_the_secretary_raises_one_on_behalf_with_evidence(world):
    world.sam.types("/raise-issue Grant money")
    world.sam.changes("raised_for", "sefton-cvs")
    assert (world.sam.fields[0], world.sam.fields[-1]) == ("raised_for", "evidence")
    world.sam.submits(
        {"particulars": "p", "concerns": "any-matter", "affected": ["icb"], "evidence": "E-mail from Ola, 10:12"}
    )
    assert lines(world.living("SEF-1").shown(), "on behalf") == [
        "Recorded by Sam on behalf of Sefton CVS on Fri 16 Dec 2022, 09:30, from: E-mail from Ola, 10:12"
    ]
    assert world.facts("issue-raised")["on_behalf"] is True
    assert world.deadlines("SEF-1")[-1].confirmed is True  # everybody else is in the chat


def test_without_evidence_nothing_is_recorded_on_behalf(world):
    world.sam.types("/raise-issue Grant money")
    world.sam.changes("raised_for", "sefton-cvs")
    world.sam.submits({"particulars": "p", "concerns": "any-matter", "affected": ["icb"]}, unchecked=True)
    assert list(world.sam.modal_errors) == ["evidence"]
    assert world.references() == []


def test_elsewhere_the_only_agreement_is_meant(world):
    reference = world.ada.raises("Discharge delays", "luhft", channel=ELSEWHERE)
    assert lines(world.living(reference).shown(), "Discharge delays") == [
        "SEF-1 (open): Discharge delays; resolve by Wed 18 Jan 2023 (provisional)",
        "SEF-1: Discharge delays",
        "What happened: Discharge delays",
    ]


def test_elsewhere_with_two_agreements_the_form_asks_which(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    world.ada.types("/raise-issue Care homes", channel=ELSEWHERE)
    assert world.ada.fields[0] == "agreement"
    world.ada.changes("agreement", "one-halton-2021")
    world.ada.submits({"particulars": "p", "concerns": "any-matter", "affected": ["halton-council"]})
    assert world.references() == ["HAL-1"]
    assert lines(world.living("HAL-1", "C0HALTON").shown(), "Care homes") == [
        "HAL-1 (open): Care homes",
        "HAL-1: Care homes",
    ]
    assert world.channel() == []


def test_in_a_direct_message_the_answer_is_shown_too(world):
    world.ada.raises("Discharge delays", "luhft", channel=None)
    assert lines(world.ada.answer, "SEF-1") == [
        "SEF-1 is raised: Discharge delays",
        "/partnership issue SEF-1 shows at any time how things stand.",
    ]


def test_the_same_form_delivered_twice_raises_one_issue(world):
    world.ada.types("/raise-issue Discharge delays")
    world.ada.fills({"particulars": "p", "concerns": "any-matter", "affected": ["luhft"]})
    view = world.workspace.stacks[world.ada.person.id][-1]
    world.ada.submits()
    world.workspace.stacks[world.ada.person.id] = [view]  # Slack delivers it once more
    assert world.ada.submits().ok
    assert world.ada.modal is None
    assert world.references() == ["SEF-1"]
    assert world.register().count("issue-raised") == 1


@pytest.mark.parametrize(
    "title",
    [
        "<!channel> @here <@U0BEN> *bold* <https://evil.example|free beds>",
        "{{ 7 * 7 }} {% raw %}",
        "\u202egnp.exe \u0000 zalgo\u0336",
        "# heading - item > quote",
    ],
)
def test_a_hostile_title_mentions_nobody_and_forges_nothing(world, title):
    world.ada.raises(title, "luhft")
    assert title.replace("\x00", "") in world.living("SEF-1").shown().replace("&lt;", "<")
    assert not any("evil.example" in str(b.get("url", "")) for m in world.channel() for b in m.blocks)


def test_an_issue_beyond_the_agreements_end_says_so(make_world):
    world = make_world("2022-03-10 10:00", "one-halton-2021")
    world.sam.types("/partnership open", channel="C0HALTON")
    world.sam.presses("Decide an open point")
    world.sam.submits({"value": "england-and-wales", "why": "The board, 1 March 2022"})
    world.ada.raises("Care homes", "halton-council", channel="C0HALTON")
    assert world.due("HAL-1") > "2022-03-31"
    assert lines(world.living("HAL-1", "C0HALTON").shown(), "Thu 31") == [
        "This is after the agreement's last day, Thu 31 Mar 2022: settle it before then, or agree how it goes on."
    ]


def test_a_calendar_left_open_gives_no_date_until_it_is_decided(make_world):
    world = make_world("2021-11-01 10:00", "one-halton-2021")
    world.ada.raises("Care homes", "halton-council", channel="C0HALTON")
    assert world.deadlines("HAL-1") == []
    assert lines(world.living("HAL-1", "C0HALTON").shown(), "/partnership open") == [
        "No date yet: the document leaves open which days are operational days. The secretary can record what the partners decide with /partnership open."
    ]

    world.at("2021-11-03 10:00")
    world.hal.types("/partnership open", channel="C0HALTON")
    assert lines(world.hal.body, "Operational Days") == [
        "• Which days are Operational Days (12.4)? The document does not define them.",
        "• What is the dispute resolution process of 12.2, after 20 Operational Days of discussion?",
    ]
    assert "[Decide an open point]" not in world.hal.answer
    world.sam.types("/partnership open", channel="C0HALTON")
    world.sam.presses("Decide an open point")
    world.sam.submits({"point": "operational-days", "value": "england-and-wales", "why": "Board, 2 November"})

    assert lines(world.sam.body, "Operational Days", "waited for this") == [
        "Which days are Operational Days (12.4)? The document does not define them.",
        "The clock of HAL-1 waited for this and has started.",
    ]
    # Nine partners have nobody in the chat: it counts from the day it was raised, until they are told.
    assert world.due("HAL-1") == "2021-11-29"
    assert lines(world.living("HAL-1", "C0HALTON").shown(), "esolve by") == [
        "HAL-1 (open): Care homes; resolve by Mon 29 Nov 2021 (provisional)",
        "Resolve by Mon 29 Nov 2021 (clause 12.4): 20 operational days (England and Wales) from Mon 1 Nov 2021, counted from Tue 2 Nov; skipped: 8 weekend days.",
    ]
    assert world.facts("open-point-decided")["why"] == "Board, 2 November"


def test_everybody_of_the_cast_has_a_part():
    assert {part.name for part in SEFTON if not part.account} == {"Ola"}


@pytest.fixture
def unanswered(world):
    """Ada's form has been handed in and done, and the answer to it was lost."""
    world.forgiven = True
    world.ada.types("/raise-issue Beds")
    fields = {"particulars": "There are none.", "concerns": "any-matter", "affected": ["luhft"]}
    world.workspace.patience_seconds = 0.3
    with held(world.engine, "agreements"):
        assert super(type(world.ada), world.ada).submits(fields).trouble
    world.workspace.patience_seconds = LONG_SECONDS
    world.workspace.wait_for(world.references)  # nobody waits for the program any more, and it goes on
    world.settle()
    assert world.references() == ["SEF-1"]
    assert world.ada.modal is not None
    return world


def test_a_form_whose_answer_was_lost_is_done_once(unanswered):
    unanswered.ada.submits()
    assert unanswered.ada.modal is None
    assert unanswered.references() == ["SEF-1"]


def test_what_was_changed_after_it_was_done_is_not_dropped_in_silence(unanswered):
    unanswered.ada.submits({"particulars": "There are two."})
    assert unanswered.ada.modal is not None  # what was typed is still there
    assert "This was done already, as you first sent it" in " ".join(unanswered.ada.modal_errors.values())
    assert unanswered.references() == ["SEF-1"]
    assert unanswered.issue("SEF-1").particulars == "There are none."
