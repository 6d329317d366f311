"""Every message in the ways it can come: the facts of each."""

from handlers.issues import forms as issue_forms
from handlers.overview import menu
from tests.bot.messages import bulletin, calendar, meeting, milestone, review, seat, signature, tracker
from tests.bot.messages.counts import READINGS, TALLY
from tests.bot.messages.facts import (
    ACTION,
    AS_SECRETARY,
    BEHALF,
    BY,
    CARRIED,
    DATES,
    DEBTS,
    DECISIONS,
    DONE,
    EXTENSION,
    HISTORY,
    HOME,
    ISSUES,
    LADDER,
    LISTED,
    MARKED,
    MEETING,
    ORDINARY_ONLY,
    OVERDUE,
    QUOTED,
    RAISED,
    REF,
    RESOLVED,
    ROSTER,
    SENIOR,
    TODAY,
    WITHDRAWN,
    WITHOUT_DATE,
    agreed_date,
    conflict,
    date_row,
    deadline,
    debt,
    decision,
    entry,
    funeral,
    issue,
    notified,
    offer,
    touched,
)

NOTED = (
    {"did": "facilitator", "told": {"name": "Dr Grey", "organisation": "", "interests": "none declared"}},
    {"did": "represented", "told": {"for": "EPUT", "words": "It cannot be staffed."}},
    {"did": "advice_asked", "told": {"forum": "System Finance Leaders Group", "words": "The cost?"}},
    {"did": "advice_given", "told": {"forum": "System Finance Leaders Group", "words": "Two million."}},
)

HANDLED = touched(
    handling="withdraws", handling_words="The chair.", vote_stands=False, refused=[{"name": "ICB", "words": "No."}]
)
LATE = conflict(
    late_minutes=45,
    person="Dr Grey",
    apparent=True,
    may_arise=True,
    starts_on="2022-01-01",
    withheld="A danger.",
    withheld_agreed=True,
    later_than_guidance=True,
    evidence="By letter",
    touched=[HANDLED, touched(vote_stands=True, needs=0, waiting=[], consented=[], keeps_out=False)],
)
ENDED = conflict(ended_on="2022-12-30", closing_words="They are sold.", late_minutes=4400, late_days=3, touched=[])

PROMPTS = [
    {"partner": "Sefton Council", "roles": ["as a commissioner", "as a provider"], "other": None},
    {"partner": "Mid Essex CCG", "roles": [], "other": "Thurrock CCG"},
]
REMINDED = {"next_reminder_on": "2023-02-04"}
VARIANTS = {
    "issue": [issue(**it) for it in ISSUES.values()],
    "issue_notice": [
        *(issue(**it, partner="Alder Hey Children's NHS Foundation Trust") for it in ISSUES.values()),
        issue(partner="Alder Hey Children's NHS Foundation Trust", acknowledgement=BY),
        issue(partner="Alder Hey Children's NHS Foundation Trust", acknowledgement=BEHALF),
    ],
    "issue_proposal": [
        issue(partner="Alder Hey", proposal=offer()),
        issue(partner="Alder Hey", proposal=offer(), private=True, **WITHOUT_DATE),
        issue(**ISSUES["hostile"], partner="Alder Hey"),
    ],
    "issue_extension": [issue(partner="Alder Hey", extension=EXTENSION), issue(**ISSUES["hostile"], partner="Alder Hey")],
    "issue_answered": [
        {**REF, **BY, "how": "answered", "agrees": True, "words": "", "kind": "resolution"},
        {**REF, **BEHALF, "how": "answered", "agrees": False, "words": "Too dear", "kind": "extension"},
        {**REF, "how": "replaced", "words": "A shared desk"},
        {**REF, "how": "agreed", "words": "A shared desk"},
        {**REF, "how": "left", "for": "Alder Hey", "words": "A shared desk"},
        {**REF, "how": "resolved", "closed": True, "words": "A shared desk"},
        {**REF, "how": "withdrawn", "closed": True, "words": "A shared desk"},
    ],
    "issue_acknowledged": [{**REF, **BY}, {**REF, **BEHALF}, {**REF, **BEHALF, "evidence": "e-mail, 19 December"}],
    "issue_commented": [{**REF, **by, "words": "The board hears of it"} for by in (BY, BEHALF, AS_SECRETARY)],
    "issue_proposed": [{**REF, **BY, "words": "A shared desk"}],
    "issue_extension_proposed": [{**REF, **BY, "words": "Christmas", "extend_to": "2023-02-03"}],
    "issue_answer": [
        {**REF, **BY, "agrees": True, "words": "", "kind": "resolution"},
        {**REF, **BEHALF, "agrees": False, "words": "Too dear", "kind": "extension"},
    ],
    "issue_closed": [issue(**RESOLVED), issue(**WITHDRAWN), issue(**RESOLVED, private=True)],
    "issue_extended": [
        issue(deadline=agreed_date() | REMINDED, extension=EXTENSION | {"state": "agreed"}, was="2023-01-18"),
        issue(deadline=agreed_date(), extension=EXTENSION | {"state": "agreed"}, was="2023-01-18"),
        issue(deadline=agreed_date(), extension=EXTENSION | {"state": "agreed"}, was="2023-01-18", outlives="2023-01-31"),
    ],
    "issue_redated": [
        issue(**funeral(), calendar="holidays 0.109"),
        issue(**funeral() | {"why": "The calendar changed."}, calendar="holidays 0.109"),
    ],
    "issue_unresolved": [
        issue(**ISSUES["overdue"], marked=None),
        *(issue(**ISSUES[it], marked=MARKED) for it in ("marked unresolved", "unresolved without a date")),
    ],
    "issue_what_next": [
        issue(**ISSUES["overdue"], marked=None),
        *(issue(**ISSUES[it], marked=MARKED) for it in ("marked unresolved", "unresolved without a date")),
        issue(**ISSUES["left open and decided"], marked=None),
        issue(**ISSUES["overdue"] | {"private": True, "proposal": offer(), "extension": EXTENSION}, marked=None),
    ],
    "issue_raised": [
        *(issue(**ISSUES[it], notices=10) for it in sorted(ORDINARY_ONLY - {"resolved", "withdrawn"})),
        issue(notices=1, private=True),
    ],
    "issue_done": [
        *(issue(**by, did=did) for did in issue_forms.ACT_FORMS for by in (BY, BEHALF)),
        issue(**BY, did="issue_agree", proposal=offer(waiting=["Alder Hey"]), extension=EXTENSION),
        issue(**RESOLVED, **BY, did="issue_agree"),
        issue(**WITHDRAWN, **BY, did="issue_withdraw"),
        issue(**ISSUES["marked unresolved"], **AS_SECRETARY, did="issue_unresolved"),
        issue(**AS_SECRETARY, did="issue_comment"),
    ],
    "told_recorded": [
        REF | {"partner": "Sefton CVS"},
        issue(partner="Sefton CVS"),
        issue(partner="Sefton CVS", deadline=deadline(confirmed=False), notified=notified(9, missing=["Alder Hey"])),
    ],
    "issue_detail": [
        *(issue(**it, dates=DATES, history=HISTORY) for it in ISSUES.values()),
        issue(dates=DATES[1:], history=[*HISTORY, *(entry(n, "issue-commented", by="Ann Lee") for n in range(23, 90))]),
    ],
    "issue_list": [
        {"agreement": "Sefton Partnership", "rows": [], "more": 0},
        {
            "agreement": "Sefton Partnership",
            "rows": [
                date_row(**LISTED),
                date_row(**LISTED | {"state": "unresolved", "private": True}, deadline=OVERDUE),
                date_row(**LISTED, deadline=None, owing=[]),
            ],
            "more": 3,
        },
    ],
    "nudge": [
        issue(debts=[debt()], can_snooze=True),
        issue(debts=[debt(("way-forward",)), debt(partner="South Sefton PCN")], can_snooze=True),
        issue(deadline=TODAY, debts=[debt(("answer",), deadline=TODAY)], can_snooze=False, proposal=offer()),
        issue(debts=[debt(("answer", "extension-answer"))], can_snooze=True, proposal=offer(), extension=EXTENSION),
        issue(**ISSUES["overdue"], debts=[debt(("way-forward",), deadline=OVERDUE)], can_snooze=False),
        issue(private=True, deadline=None, debts=[debt(deadline=None)], can_snooze=False),
    ],
    "nudge_done": [
        issue(),
        issue(**RESOLVED),
        *(signature.signatures(**signature.REQUESTS[it]) for it in ("ordinary", "complete", "withdrawn")),
        *(milestone.milestone(**milestone.MILESTONES[it]) for it in ("on track", "met", "not met", "dropped")),
    ],
    "digest": [
        {"name": "Ann Lee", "day": "2023-01-18", "debts": DEBTS},
        {"name": "Ann Lee", "day": "2023-01-18", "debts": DEBTS[2:3]},
        {"name": "Ann Lee", "day": "2023-01-18", "debts": [debt(reference=f"SEF-{n}") for n in range(60)]},
    ],
    "digest_channel": [
        {
            "agreement": "Sefton Partnership",
            "day": "2023-01-18",
            "rows": [date_row(state="unresolved", deadline=OVERDUE), date_row(state="open", deadline=TODAY)],
            "head": "3f9ac41be20877aa",
        },
        {"agreement": "Sefton Partnership", "day": "2023-01-18", "rows": [date_row(state="open")] * 30, "head": "3f9ac4"},
    ],
    "register_head": [{"agreement": "Sefton Partnership", "day": "2023-01-18", "head": "3f9ac41be20877aa" * 4}],
    "notice_undelivered": [
        {**REF, "partner": "Sefton Council for Voluntary Service", "fault": None, "state": "unreachable", "matter": "issue", "file": False},
        {**REF, "partner": "Sefton Council for Voluntary Service", "fault": "user_disabled", "state": "failed", "matter": "decision", "file": False},
        {**REF, "partner": "Sefton Council for Voluntary Service", "fault": "something_new", "state": "failed", "matter": "conflict", "file": False},
        *(
            {**REF, "partner": "Sefton Council for Voluntary Service", "fault": None, "state": "unreachable", "matter": "signature", "file": file}
            for file in (True, False)
        ),
    ],
    "account_claimed": [{"name": "Max Day", "user": "U7", "agreement": "Sefton Partnership"}],
    "account_linked": [
        {"name": "Max Day", "by": "Sam Board", "agreement": "Sefton Partnership", "declares": declares, "feeds_stopped": stopped}
        for declares, stopped in (([], 0), (["LUHFT", "Alder Hey"], 2))
    ],
    "capacity_given": [
        {"capacity": "lead", "partner": "LUHFT", "by": "Sam Board", "agreement": "Sefton Partnership", "declares": declares}
        for declares in ([], ["LUHFT"])
    ],
    "account_link_done": [{"name": "Max Day"}],
    "claim_sent": [{"name": "Max Day", "secretaries": ["Sam Board"]}, {"name": "Max Day", "secretaries": []}],
    "due": [
        {"name": "Ann Lee", "debts": DEBTS, "upcoming": [date_row()]},
        {"name": "Ann Lee", "debts": [], "upcoming": []},
    ],
    "menu": [
        {"agreement": "Sefton Partnership", "name": "Ann Lee", "for": ["Sefton Council"], "secretary": False, "owed": 2,
         "issues": 1, "open_points": 7, "failed": 0},
        {"agreement": "Sefton Partnership", "name": "Sam Board", "for": [], "secretary": True, "owed": 0, "issues": 0,
         "open_points": 0, "failed": 1},
    ],
    "help": [
        {"agreement": None, "words": list(menu.WORDS)},
        {"agreement": "Sefton Partnership", "words": list(menu.WORDS)},
    ],
    "which_agreement": [{"titles": ["Sefton Partnership", "One Halton"]}],
    "unknown_word": [
        {"typed": "isues", "near": "issues", "words": list(menu.WORDS)},
        {"typed": "*x* <!channel>", "near": None, "words": list(menu.WORDS)},
    ],
    "people": [ROSTER, ROSTER | {"senior": SENIOR}, ROSTER | {"no_lead": [], "no_account": [], "several": [], "claims": [], "seats": [], "participants": []}],
    "open_points": [
        {
            "agreement": "Sefton Partnership",
            "secretary": True,
            "points": [
                {"key": "ending", "question": "How may the agreement be ended?", "clause": "12.1"},
                {"key": "signing", "question": "Which form of signature do the partners accept?", "clause": None},
            ],
            "decided": [{"question": "On which day does the agreement commence?", "value": "2022-07-01"}],
        },
        {"agreement": "Sefton Partnership", "secretary": False, "points": [], "decided": []},
        {"agreement": "Sefton Partnership", "secretary": False, "decided": [],
         "points": [{"key": "ending", "question": "How may the agreement be ended?", "clause": "12.1"}]},
    ],
    "settled": [
        {"question": "Which days are operational days?", "value": "england-and-wales", "started": ["HAL-1", "HAL-2"]},
        {"question": "How may the agreement be ended?", "value": "By notice", "started": []},
    ],
    "settings_saved": [{"digest_at": "09:00", "days_off": ["Friday"]}, {"digest_at": "09:00", "days_off": []}],
    "bound": [{"agreement": "Sefton Partnership", "prefix": "SEF"}],
    "person_added": [
        {"name": "Max Day", "capacity": "deputy", "partner": "Sefton Council"},
        {"name": "Max Day", "capacity": "secretary", "partner": None},
    ],
    "authority_changed": [
        {
            "agreement": "Sefton Partnership",
            "by": "Sam Okoro",
            "rows": ["Ben Carter: deputy for LUHFT, new", "Ann Lee acts from another chat account, which has been linked to them"],
            "more": 0 if yours else 3,
            "yours": yours,
            **own,
        }
        for yours, own in ((True, {}), (True, {"own": True}), (True, {"own": True, "by": None}), (False, {}))
    ],
    "authority_moved": [{"agreement": "Sefton Partnership", "by": "Sam Okoro", "name": "Ann Lee"}],
    "capacity_ended": [
        {"person": "Max Day", "capacity": "deputy", "partner": "Sefton Council", "ends_on": "2023-01-31"},
        {"person": "Max Day", "capacity": "secretary", "partner": None, "ends_on": "2023-01-31"},
    ],
    "snoozed": [{**REF, "until": "2023-01-16T09:00:00+00:00", "due_on": "2023-01-18", "timezone": "Europe/London"}],
    "undelivered": [
        {"rows": [], "timezone": "Europe/London"},
        {
            "rows": [
                {"template": "issue_notice", "fault": "user_not_found", "reference": "SEF-7", "partner": "Alder Hey",
                 "at": RAISED.isoformat()},
                {"template": "digest_channel", "fault": "not_in_channel", "reference": None, "partner": None,
                 "at": RAISED.isoformat()},
                {"template": "bound", "fault": None, "reference": None, "partner": None, "at": RAISED.isoformat()},
            ],
            "timezone": "Europe/London",
        },
    ],
    "home": [HOME, HOME | {"owed": [], "capacities": []}],
    "home_owed": [row | {"buttons": []} for row in DEBTS],
    "home_rest": [
        HOME,
        HOME | {"days_off": []},
        HOME | {"capacities": [], "days_off": ["Monday"] * 7},
    ],
    "home_stranger": [{"linked": False, "claimed": None}, {"linked": False, "claimed": "Max Day"}],
    "issue_moved": [
        issue(**ISSUES["climbed"], **BY, was="Place arrangements", words="We met twice."),
        issue(**ISSUES["climbed"], was="Place arrangements", words=None, by="Accord", behalf=False, **{"for": None}),
    ],
    "issue_moved_done": [issue(**ISSUES["climbed"], **BY, was="Place arrangements", words="We met twice.")],
    "issue_noted": [REF | BY | noted | {"ladder": LADDER} for noted in NOTED],
    "issue_noted_done": [issue(**BY, **noted) for noted in NOTED],
    "decision": [*(decision(**it) for it in DECISIONS.values()), decision(**QUOTED)],
    "decision_draft": [decision(**DECISIONS["draft"]), decision(**DECISIONS["consensus"], note=None)],
    "decision_set": [decision(state="draft", opens_on="2023-01-10")],
    "decision_not_opened": [decision(state="draft", opened_on="2023-01-10")],
    "decision_review": [decision(**CARRIED, review_on="2024-01-18")],
    "decision_opened": [decision(), decision(voters=["EPUT"])],
    "decision_asked": [decision(mine=["EPUT"]), decision(mine=["EPUT"], prompts=PROMPTS), decision(mine=["NHS England", "NHS Improvement"], version=2, forum=None)],
    "decision_answered": [
        *(REF | BY | {"name": "EPUT", "vote": vote} for vote in ("for", "against", "abstain")),
        *(REF | {"closed": True, "how": how} for how in ("carried", "not-carried", "withdrawn")),
    ],
    "decision_closed": [decision(**DECISIONS[name]) for name in ("carried", "not carried", "tie", "too few", "withdrawn")],
    "decision_notice": [decision(**DECISIONS[name], partner="EPUT") for name in ("carried", "consensus", "not carried")],
    "decision_reworded": [REF | BY | {"words": "Clearer.", "wording": "Ten beds.", "void": void} for void in (0, 1, 4)],
    "decision_extended": [REF | BY | {"words": "August.", "from": "2023-01-18", "to": "2023-02-18", **more} for more in ({}, REMINDED)],
    "decision_changed": [
        decision(**BY, did="decision_reword", void=1),
        decision(**BY, did="decision_extend"),
        *(decision(**BY, did="decision_meeting") | {"meeting": at} for at in (MEETING, None)),
        decision(**BY, **DECISIONS["withdrawn"], did="decision_withdraw"),
    ],
    "decision_counted": [decision(**CARRIED), decision(**DECISIONS["not carried"])],
    "decision_detail": [
        decision(papers=[], papers_kept=True, apart=True, history=HISTORY),
        *(decision(**it, history=HISTORY) for it in DECISIONS.values()),
    ],
    "decision_list": [
        {"agreement": "Mid and South Essex", "rows": [], "more": 0},
        *({"agreement": "Mid and South Essex", "rows": [decision(**it) for it in DECISIONS.values()], "more": n} for n in (1, 2)),
    ],
    "decision_ratify": [decision(**CARRIED, mine=["EPUT"]), decision(**CARRIED, mine=["EPUT", "NELFT"])],
    "decision_ratified": [REF | BY | {"approved": yes, "on": "2023-01-18", "words": "The board."} for yes in (True, False)],
    "vote_cast": [
        decision(**BY, name="EPUT", vote="for", was=None, words=""),
        decision(**BY, **DECISIONS["consensus"], name="EPUT", vote="abstain", was="against", words="We can live with it."),
        decision(**BEHALF, evidence="By telephone", name="EPUT", vote="against", was=None, words="Too dear."),
    ],
    "decision_waits": [
        decision(**DECISIONS["waits"]),
        decision(**DECISIONS["waits"] | {"meeting": MEETING | {"state": "cancelled"}}),
        decision(meeting=None, casting_vote="the chair", tally=TALLY | {"waits_for_casting": True}),
        decision(meeting=None, undecided=["Is the 75% counted by organisation or by Board member (8.4)?"], left_open=[READINGS]),
        decision(clause=None),
        decision(meeting=None, untold=["the element of the agreement it falls under", "whom it affects"]),
    ],
    "vote_recounted": [
        decision(before=TALLY),
        decision(before=TALLY | {"carried": True, "missing": 0}, **DECISIONS["too few so far"]),
        decision(before=TALLY | {"quorate": False}, **DECISIONS["consensus"]),
    ],
    "took_part": [decision(**(BY | {"evidence": "The minutes"}), there=there) for there in (["EPUT", "NELFT"], [])],
    "conflict_notice": [conflict(declarer="Mersey Care", partner="LUHFT"), LATE | {"declarer": "Mersey Care"}],
    "conflict_asked": [
        conflict(mine=["LUHFT"], **touched(), answer_by=None),
        conflict(mine=["LUHFT", "ICB"], **touched(), answer_by="2022-12-30") | {"proposed": ""},
    ],
    "conflict_answered": [
        REF | {"over": True},
        *(REF | BY | {"consents": yes, "words": words, "matter": "SEF-D1"} for yes, words in ((True, ""), (False, "No."))),
    ],
    "conflict_declared": [
        conflict(reach=["Partnership Board", "Frailty"], declared_as="as a provider", came_twice=None),
        LATE | {"came_twice": "01:30 on Sun 30 Oct 2022 came twice. Taken: the first (summer time)."},
    ],
    "conflict_detail": [c | {"history": HISTORY} for c in (conflict(), LATE, ENDED)],
    "conflict_list": [
        {"agreement": "Sefton Partnership", "filter": None, "rows": [], "owing": [], "nil": [], "silent": ["LUHFT"], "more": 0},
        {"agreement": "Sefton Partnership", "filter": "ended", "rows": [ENDED], "owing": [], "nil": [], "silent": [], "more": 0},
        {"agreement": "Sefton Partnership", "filter": "late", "rows": [], "owing": [], "nil": [], "silent": [], "more": 0},
        {"agreement": "Sefton Partnership", "filter": None, "rows": [conflict(), LATE], "owing": ["ICB"], "nil": ["LUHFT"], "silent": [], "more": 3},
    ],
    "interests_returned": [
        {"agreement": "Sefton Partnership", "partner": "LUHFT", "nil": nil, "left": left}
        for nil, left in ((True, []), (False, ["Alder Hey"]))
    ],
    "conflict_voted": [conflict(**touched(vote_stands=True))],
    "conflict_done": [
        conflict(**BY, **touched(), did=did) for did in ("conflict_consent", "conflict_refuse", "conflict_handle")
    ]
    + [ENDED | BY | {"did": "conflict_end"}, *(conflict(**BY, did=did) for did in ("conflict_strike", "conflict_stand", "conflict_withhold", "conflict_publish"))],
    "conflict_told": [
        conflict(**touched()),
        conflict(**touched(consented_at="2022-12-20T10:00:00+00:00", keeps_out=False)),
        conflict(**touched(consented_at="2022-12-20T10:00:00+00:00")),
        conflict(**touched(refused=[{"name": "LUHFT", "words": "No."}, {"name": "ICB", "words": ""}])),
    ],
    "action_opened": [ACTION | {"deadline": deadline()}, ACTION | {"deadline": None, "kind": None, "owner": None}],
    "action_added": [ACTION | {"deadline": deadline(), "told": told} for told in ("Ann Lee", None)],
    "action_closed": [ACTION | DONE | {"by": "Ann Lee"}, ACTION | DONE | {"state": "dropped", "by": "Sam Board"}],
    "action_detail": [ACTION | {"deadline": deadline()}, ACTION | DONE],
    "action_list": [
        {"agreement": "Mid and South Essex", "rows": [], "more": 0},
        {"agreement": "Mid and South Essex", "rows": [ACTION | {"deadline": deadline()}], "more": 3},
    ],
    "refusal": [{"sentence": "You can't withdraw SEF-7 (clause 5.2). Jo Hall (lead, Mersey Care) can."}],
    "apology": [{"id": "8c1f02"}],
    "again": [{"restored_at": "2027-03-03T10:15:00+00:00"}],
    "welcome": [{"agreement": "Sefton Partnership", "partners": 11, "secretary": "Secretary, Sefton Partnership"}],
    **review.REVIEWS,
    **signature.SIGNATURES,
    **bulletin.BULLETINS,
    **calendar.CALENDARS,
    **meeting.MEETINGS,
    **milestone.MESSAGES,
    **seat.SEAT_VARIANTS,
    **tracker.TRACKERS,
}  # fmt: skip
