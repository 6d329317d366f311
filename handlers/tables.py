"""What can be asked, by name: one look-up for every door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from sqlalchemy.orm import Session

from handlers.actions import acts as action_acts
from handlers.agreements import binding
from handlers.conflicts import (
    consent as conflict_consent,
    declaring,
    forms as conflict_forms,
    returns as interest_returns,
)
from handlers.daily import reminders, settings as daily_settings
from handlers.decisions import (
    changes as decision_changes,
    forms as decision_forms,
    opening as decision_opening,
    proposing,
    ratifying,
    took_part,
    votes as decision_votes,
)
from handlers.forms import Form, Values
from handlers.issues import (
    acts as issue_acts,
    behalf as issue_behalf,
    forms as issue_forms,
    ladder as issue_ladder,
    raising,
)
from handlers.kinds import KINDS
from handlers.meetings import (
    calling as meeting_calling,
    changes as meeting_changes,
    items,
    record as meeting_record,
    series as meeting_series,
)
from handlers.milestones import acts as milestone_acts, adding as milestone_adding
from handlers.overview import bulletin_news, calendar, feeds, home_dates, menu, open_points, shown, told
from handlers.people import accounts, capacities, seats
from handlers.requests import Answer, Ask, Request
from handlers.reviews import (
    answers as review_answers,
    closing as review_closing,
    dates as review_dates,
)
from handlers.signatures import (
    answers as signature_answers,
    changes as signature_changes,
    completing as signature_completing,
    forms as signature_forms,
    looking as signature_looking,
    requesting,
    signing as signature_signing,
)
from handlers.trackers import acts as tracker_acts, forms as tracker_forms, looking as tracker_looking
from rules import months

Handler = Callable[[Session, Request], Answer]


@dataclass(frozen=True)
class Press:
    """A button: its words, what it does, and whether it stands out. `do` None: it opens the form of its own name."""

    label: str
    do: Handler | None = None
    style: Literal["primary", "danger"] | None = None


@dataclass(frozen=True)
class FormEntry:
    """A form: how it is drawn for whoever asks, and what its submission does."""

    draw: Callable[[Session, Request], Form]
    submit: Callable[[Session, Request, Values], Answer]


COMMANDS: Mapping[str, Handler] = {
    "raise-issue": raising.start_raising,
    "propose-decision": proposing.start,
    "declare-conflict": declaring.start,
    "request-signatures": requesting.start,
    "partnership": menu.command,
}

SHORTCUTS: Mapping[str, Handler] = {
    "raise_from_message": raising.start_raising,
}

CAUSING = {name: kind.causing for name, kind in KINDS.items() if kind.causing is not None}
NOTIFIED = {name: kind for name, kind in KINDS.items() if kind.telling is not None}

FORMS: Mapping[str, FormEntry] = {
    "raise_issue": FormEntry(issue_forms.raise_form, raising.raise_issue),
    **{
        name: FormEntry(partial(issue_acts.draw, name), partial(issue_acts.submit, name))
        for name in issue_forms.ACT_FORMS
    },
    "issue_move": FormEntry(partial(issue_ladder.draw, "issue_move"), issue_ladder.move_on),
    "issue_vote": FormEntry(partial(issue_ladder.draw, "issue_vote"), issue_ladder.put_to_vote),
    "issue_represent": FormEntry(partial(issue_ladder.draw, "issue_represent"), issue_ladder.represent),
    "issue_advice": FormEntry(partial(issue_ladder.draw, "issue_advice"), issue_ladder.record_advice),
    "issue_facilitator": FormEntry(partial(issue_ladder.draw, "issue_facilitator"), issue_ladder.record_facilitator),
    "issue_behalf": FormEntry(issue_behalf.draw, issue_behalf.submit),
    **{
        f"{name}_told": FormEntry(partial(told.draw, kind), partial(told.submit, kind))
        for name, kind in NOTIFIED.items()
    },
    "propose_decision": FormEntry(decision_forms.propose_form, proposing.propose),
    **{
        name: FormEntry(partial(decision_votes.vote_form, name), partial(decision_votes.vote, name))
        for name in decision_forms.VOTES
    },
    "decision_behalf": FormEntry(decision_votes.behalf_form, decision_votes.behalf),
    "decision_casting": FormEntry(decision_votes.casting_form, decision_votes.casting),
    "decision_there": FormEntry(took_part.form, took_part.take),
    "decision_reword": FormEntry(partial(decision_changes.change_form, "decision_reword"), decision_changes.reword),
    "decision_extend": FormEntry(partial(decision_changes.change_form, "decision_extend"), decision_changes.extend),
    "decision_meeting": FormEntry(
        partial(decision_changes.change_form, "decision_meeting"), decision_changes.choose_meeting
    ),
    "decision_withdraw": FormEntry(
        partial(decision_changes.change_form, "decision_withdraw"), decision_changes.withdraw
    ),
    "decision_ratify": FormEntry(ratifying.draw, ratifying.report),
    **{
        f"{name}_action": FormEntry(partial(action_acts.add_form, causing), partial(action_acts.add, causing))
        for name, causing in CAUSING.items()
    },
    **{
        name: FormEntry(partial(action_acts.close_form, name), partial(action_acts.close, name))
        for name in action_acts.CLOSINGS
    },
    "declare_conflict": FormEntry(conflict_forms.declare_form, declaring.declare),
    **{
        name: FormEntry(partial(conflict_consent.answer_form, name), partial(conflict_consent.answer, name))
        for name in conflict_consent.ANSWERS
    },
    "conflict_behalf": FormEntry(conflict_consent.behalf_form, conflict_consent.behalf),
    "conflict_handle": FormEntry(conflict_consent.handle_form, conflict_consent.handle),
    "conflict_end": FormEntry(declaring.end_form, declaring.end),
    "request_signatures": FormEntry(signature_forms.request_form, requesting.request_signatures),
    "signature_sign": FormEntry(signature_signing.sign_form, signature_signing.sign),
    "signature_scan": FormEntry(signature_signing.scan_form, signature_signing.scan),
    "signature_behalf": FormEntry(signature_signing.behalf_form, signature_signing.behalf),
    "signature_complete": FormEntry(signature_completing.form, signature_completing.complete),
    "signature_look": FormEntry(signature_looking.look_form, signature_looking.looked),
    "signature_reject": FormEntry(signature_looking.reject_form, signature_looking.reject),
    "signature_cannot": FormEntry(signature_answers.cannot_form, signature_answers.cannot),
    "signature_decline": FormEntry(signature_answers.decline_form, signature_answers.decline),
    "signature_delegate": FormEntry(signature_answers.delegate_form, signature_answers.delegate),
    "signature_signatory": FormEntry(signature_answers.signatory_form, signature_answers.name_signatory),
    "signature_version": FormEntry(partial(signature_changes.draw, "signature_version"), signature_changes.new_version),
    "signature_extend": FormEntry(partial(signature_changes.draw, "signature_extend"), signature_changes.extend),
    "signature_withdraw": FormEntry(partial(signature_changes.draw, "signature_withdraw"), signature_changes.withdraw),
    "review_answer": FormEntry(review_answers.answer_form, review_answers.report),
    "review_behalf": FormEntry(review_answers.behalf_form, review_answers.behalf),
    "review_close": FormEntry(review_closing.draw, review_closing.close),
    "review_move": FormEntry(review_dates.move_form, review_dates.move),
    "review_begin": FormEntry(review_dates.begin_form, review_dates.begin),
    "review_event": FormEntry(review_dates.event_form, review_dates.declare),
    **{
        name: FormEntry(partial(tracker_acts.propose_form, name), partial(tracker_acts.propose, name))
        for name in tracker_acts.PROPOSES
    },
    **{
        name: FormEntry(partial(tracker_acts.draw_decision, name), partial(tracker_acts.decide, name))
        for name in tracker_forms.DECIDES
    },
    "change_withdraw": FormEntry(tracker_acts.draw_withdrawal, tracker_acts.withdraw),
    "milestone_add": FormEntry(milestone_adding.add_form, milestone_adding.add),
    **{
        name: FormEntry(partial(milestone_acts.draw, name), partial(milestone_acts.submit, name))
        for name in milestone_adding.PRESSED
    },
    "interests_return": FormEntry(interest_returns.draw, interest_returns.submit),
    "meeting_series": FormEntry(partial(meeting_series.draw, "meeting_series"), meeting_series.set_series),
    "meeting_one_off": FormEntry(partial(meeting_series.draw, "meeting_one_off"), meeting_series.plan_one),
    "meeting_ahead": FormEntry(partial(meeting_series.draw, "meeting_ahead"), meeting_series.take_up),
    "meeting_move": FormEntry(partial(meeting_changes.draw, "meeting_move"), meeting_changes.reschedule),
    "meeting_cancel": FormEntry(partial(meeting_changes.draw, "meeting_cancel"), meeting_changes.call_off),
    "meeting_public": FormEntry(partial(meeting_changes.draw, "meeting_public"), meeting_changes.say_public),
    "meeting_call": FormEntry(partial(meeting_calling.draw, "meeting_call"), meeting_calling.call),
    "meeting_papers": FormEntry(partial(meeting_calling.draw, "meeting_papers"), meeting_calling.send_papers),
    "meeting_item": FormEntry(partial(items.draw, "meeting_item"), items.add),
    "meeting_item_drop": FormEntry(partial(items.draw, "meeting_item_drop"), items.drop),
    **{
        name: FormEntry(partial(meeting_record.draw, name), partial(meeting_record.submit, name))
        for name in ("meeting_record", "meeting_correct")
    },
    "bind": FormEntry(binding.bind_form, binding.bind_submit),
    "settle": FormEntry(open_points.settle_form, open_points.settle),
    "person_add": FormEntry(capacities.add_form, capacities.add),
    "capacity_end": FormEntry(capacities.end_form, capacities.end),
    "seat_fill": FormEntry(seats.fill_form, seats.fill),
    "seat_end": FormEntry(seats.end_form, seats.end),
    "term_extend": FormEntry(seats.extend_form, seats.extend),
    "account_link": FormEntry(accounts.link_form, accounts.link),
    "account_claim": FormEntry(accounts.claim_form, accounts.claim),
    "settings": FormEntry(daily_settings.draw, daily_settings.save),
}

PRESSES: Mapping[str, Press] = {
    **{f"{name}_show": Press("Show details", partial(shown.by_press, name)) for name in KINDS},
    **{f"{name}_told": Press("Record how they were told") for name in NOTIFIED},
    **{f"{name}_action": Press("Open an action") for name in CAUSING},
    "raise_issue": Press("Raise an issue", raising.start_raising, style="primary"),
    "issue_acknowledge": Press("Acknowledge", partial(issue_acts.press, "issue_acknowledge"), style="primary"),
    "issue_comment": Press("Comment", partial(issue_acts.press, "issue_comment")),
    "issue_propose": Press("Propose a resolution", partial(issue_acts.press, "issue_propose")),
    "issue_agree": Press("Agree", partial(issue_acts.press, "issue_agree"), style="primary"),
    "issue_disagree": Press("Do not agree", partial(issue_acts.press, "issue_disagree")),
    "issue_extend": Press("Ask for more time", partial(issue_acts.press, "issue_extend")),
    "issue_unresolved": Press("Mark unresolved", partial(issue_acts.press, "issue_unresolved")),
    "issue_withdraw": Press("Withdraw", partial(issue_acts.press, "issue_withdraw"), style="danger"),
    "issue_move": Press("Take it further"),
    "issue_vote": Press("Put it to the vote", style="primary"),
    "issue_represent": Press("Put it in writing"),
    "issue_advice": Press("Advice"),
    "issue_facilitator": Press("The facilitator"),
    "issue_behalf": Press("Record for a partner"),
    "propose_decision": Press("Propose a decision", proposing.start),
    "decision_open": Press("Open the vote", decision_opening.press, style="primary"),
    "decision_agree": Press("Agree", style="primary"),
    "decision_object": Press("Object"),
    "decision_abstain": Press("Abstain"),
    "decision_behalf": Press("Record a vote"),
    "decision_casting": Press("Record the casting vote"),
    "decision_there": Press("Record who took part"),
    "decision_close": Press("Count the votes", decision_votes.close_press, style="primary"),
    "decision_settle": Press("Decide an open point", open_points.settle_for_decision, style="primary"),
    "decision_reword": Press("Change the wording"),
    "decision_extend": Press("Give more time"),
    "decision_meeting": Press("At which meeting"),
    "decision_withdraw": Press("Withdraw", style="danger"),
    "decision_ratify": Press("Report own approval", style="primary"),
    "action_done": Press("It is done", style="primary"),
    "action_drop": Press("Drop it", style="danger"),
    "actions": Press("Actions", menu.WORDS["actions"]),
    "decisions": Press("Decisions", menu.WORDS["decisions"]),
    "conflict_issue": Press("I have an interest", partial(declaring.start_on, "issue")),
    "conflict_decision": Press("I have an interest", partial(declaring.start_on, "decision")),
    "conflict_consent": Press("Consent", style="primary"),
    "conflict_refuse": Press("Refuse"),
    "conflict_behalf": Press("Record an answer"),
    "conflict_handle": Press("How it is handled"),
    "conflict_strike": Press(
        "Strike the vote", partial(conflict_consent.settle_vote, "conflict_strike"), style="danger"
    ),
    "conflict_stand": Press("Let it stand", partial(conflict_consent.settle_vote, "conflict_stand")),
    "conflict_withhold": Press("Keep unpublished", partial(conflict_consent.withhold, "conflict_withhold")),
    "conflict_publish": Press("Publish it all", partial(conflict_consent.withhold, "conflict_publish")),
    "conflict_end": Press("It is over"),
    "declare_conflict": Press("Declare a conflict"),
    "request_signatures": Press("Request signatures"),
    "signature_open": Press("Ask for the signatures", requesting.press, style="primary"),
    "signature_sign": Press("Read and sign", signature_signing.sign_press, style="primary"),
    "signature_scan": Press("Hand in a signed copy", signature_signing.scan_press),
    "signature_complete": Press("Complete it"),
    "signature_look": Press("Look at it", signature_looking.press, style="primary"),
    "signature_reject": Press("Reject a copy"),
    "signature_cannot": Press("Not yet"),
    "signature_decline": Press("Decline"),
    "signature_delegate": Press("Hand it over"),
    "signature_signatory": Press("Who signs"),
    "signature_behalf": Press("Record a counterpart"),
    "signature_version": Press("A new version"),
    "signature_extend": Press("Give more time"),
    "signature_withdraw": Press("Withdraw", style="danger"),
    "signatures": Press("Signatures", menu.WORDS["signatures"]),
    "review_answer": Press("Report", style="primary"),
    "review_nothing": Press("Nothing to add", review_answers.nothing),
    "review_behalf": Press("Record a report"),
    "review_close": Press("What came of it", style="primary"),
    "review_move": Press("Hold it another day"),
    "review_begin": Press("Begin a review"),
    "review_event": Press("Declare an event"),
    "reviews": Press("Reviews", menu.WORDS["reviews"]),
    "milestone_report": Press("How it stands", style="primary"),
    "milestone_condition": Press("It has come true"),
    "milestone_move": Press("Change its date"),
    "milestone_owner": Press("Change its owner"),
    "milestone_drop": Press("Drop it", style="danger"),
    "milestone_add": Press("Add a milestone"),
    "milestones": Press("Milestones", menu.WORDS["milestones"]),
    "meetings": Press("Meetings", menu.WORDS["meetings"]),
    "meeting_series": Press("Set a series", style="primary"),
    "meeting_one_off": Press("Plan one meeting"),
    "meeting_ahead": Press("A later meeting"),
    "meeting_call": Press("Call the meeting", style="primary"),
    "meeting_papers": Press("Send the papers"),
    "meeting_item": Press("Put something on it"),
    "meeting_item_drop": Press("Take an item off"),
    "meeting_move": Press("Move it"),
    "meeting_public": Press("Public or private"),
    "meeting_record": Press("Record the meeting", style="primary"),
    "meeting_correct": Press("Correct the record"),
    "meeting_cancel": Press("Call it off", style="danger"),
    "interests_return": Press("Nothing new to declare"),
    "interests": Press("Conflicts of interest", menu.WORDS["interests"]),
    "tracker": Press("Tracker", menu.WORDS["tracker"]),
    "tracker_show": Press("Show the tracker", tracker_looking.show_pressed),
    "tracker_page": Press("More rows", tracker_looking.page_pressed),
    "tracker_propose": Press("Propose a change"),
    "tracker_confirm": Press("Record what is confirmed"),
    "tracker_refuse": Press("Record what is refused"),
    "tracker_picture": Press("Post the picture", tracker_looking.post_picture),
    "criterion_show": Press("Show the row", tracker_looking.criterion_pressed),
    "criterion_propose": Press("Propose a change"),
    "change_withdraw": Press("Take the change back"),
    "bulletin": Press("Bulletin", menu.WORDS["bulletin"]),
    "bulletin_follow": Press("Tell me as it happens", bulletin_news.follow),
    "bulletin_stop": Press("Stop telling me", bulletin_news.stop),
    "snooze_day": Press("Snooze one day", partial(reminders.snooze, "snooze_day")),
    "snooze_monday": Press("Snooze until Monday", partial(reminders.snooze, "snooze_monday")),
    "snooze_before": Press("Snooze until 2 days before", partial(reminders.snooze, "snooze_before")),
    "issues": Press("Open issues", menu.WORDS["issues"]),
    "due": Press("What I owe", menu.due),
    "people": Press("People", menu.WORDS["people"]),
    "open_points": Press("What is left open", menu.WORDS["open"]),
    "undelivered": Press("Undelivered messages", menu.WORDS["undelivered"]),
    "settle": Press("Decide an open point", style="primary"),
    "person_add": Press("Add to the roster"),
    "capacity_end": Press("End a capacity"),
    "seats": Press("Seats and terms", menu.WORDS["seats"]),
    "seat_fill": Press("Name somebody", style="primary"),
    "seat_end": Press("End a term"),
    "term_extend": Press("Extend a term"),
    "account_link": Press("Link an account"),
    "settings": Press("Settings"),
    "home_month": Press("Month", home_dates.by_month),
    "home_list": Press("List", home_dates.by_list),
    "home_earlier": Press("Earlier", partial(home_dates.turn, -1)),
    "home_later": Press("Later", partial(home_dates.turn, 1)),
    "calendar": Press("Calendar", menu.WORDS["calendar"]),
    **{
        page: Press(months.NAMES[number - 1], partial(calendar.show_month, number))
        for number, page in enumerate(calendar.PAGES, 1)
    },
    "feed": Press("Calendar addresses", menu.WORDS["feed"]),
    "feed_renew": Press("A new address", feeds.renew),
    "feed_stop": Press("Stop it", feeds.stop, style="danger"),
}


def press(name: str, session: Session, request: Request) -> Answer:
    """Do what the button of this name does. Raises KeyError where no button has it."""
    do = PRESSES[name].do
    return Ask(FORMS[name].draw(session, request)) if do is None else do(session, request)
