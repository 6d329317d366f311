"""The messages about signatures, and about an agreement's term, in the ways they can come: the facts of each."""

from tests.bot.messages.facts import BY, HOSTILE, MANY, QUOTED, entry

SHA256 = "8b780d5600f9a006a47f1e58a06191753a9b8914febd17217f71961053b15d08"
LINK = "https://www.example.org/agreements/2022/collaboration-agreement.pdf"
STATEMENT = "My organisation enters into the Sefton Partnership agreement, as it stands in the document named here."
NO_DATE = "Takes effect on the date entered on page one, which is blank."
PDF = {"name": "agreement.pdf", "link": None, "sha256": SHA256, "pages": 3}
LINKED = {"name": None, "link": LINK, "sha256": None, "pages": None}


def counterpart(partner="LUHFT", **given):
    """One copy that a partner has signed."""
    return {
        "partner": partner,
        "name": "Pia Grey",
        "position": "Chief executive",
        "organisation": None,
        "lacks": None,
        "lacks_several": False,
        "on": "2022-09-05",
        "route": "chat",
        "copy_state": "accepted",
        "reason": None,
        "dated_before": None,
        "sha256": None,
        "evidence": None,
        "recorded_at": "2022-09-05T09:00:00+00:00",
    } | given


def party(name, stand="asked", **given):
    """How one partner stands that is asked to sign."""
    return {
        "name": name,
        "stand": stand,
        "reached": True,
        "signatory": f"Signatory of {name}",
        "deputy": None,
        "until": None,
        "words": None,
        "lacks": None,
        "rejected": None,
        "counterparts": [],
    } | given


PARTIES = [
    party("Sefton Council", "signed", counterparts=[counterpart("Sefton Council", name="Ann Lee", position="Leader")]),
    party("LUHFT", "signed", deputy="Ben Carter", counterparts=[counterpart(), counterpart(on="2022-09-07", route="scan")]),
    party("Mersey Care", "seen", deputy="Eve Hill"),
    party("Alder Hey", "cannot-yet", until="2022-09-20", words="The cabinet meets on 12 September."),
    party("One Vision Housing", "declined", words="Our board wants clause 10 changed."),
    party("Healthwatch Sefton", words="The board met on 1 September."),  # it could not then, and can now
    party("Sefton CVS", signatory="Ola Brown", reached=False),
    party("South Sefton PCN", signatory=None, reached=False),
]  # fmt: skip
NAMES = [one["name"] for one in PARTIES]


def signatures(**given):
    """The facts of a request for signatures that is out: two of eight partners have signed."""
    return {
        "reference": "SEF-S1",
        "title": "Collaboration agreement 2022",
        "agreement": "Sefton Partnership",
        "agreement_title": "Collaboration agreement for the Sefton Partnership",
        "state": "open",
        "private": False,
        "kind": "agreement",
        "statement": STATEMENT,
        "words": "",
        "document": PDF,
        "version": 1,
        "changes": None,
        "fields": [],
        "clause": "1.5",
        "in_chat": True,
        "requested_by": "Sam Board",
        "requested_for": None,
        "requested_at": "2022-09-01T08:30:00+00:00",
        "target_on": "2022-09-30",
        "deadline": None,
        "parties": PARTIES,
        "signed": 2,
        "needed": 8,
        "lacking": [],
        "last_signed_on": "2022-09-05",
        "stated_holds": False,
        "missing": NAMES[2:],
        "without_row": [],
        "undated": False,
        "begins_on": None,
        "effect_rule": "stated-date",
        "effect_clause": "12.1",
        "effect_note": NO_DATE,
        "effective_on": None,
        "in_effect": False,
        "ends_on": None,
        "newcomer": None,
        "decision": None,
        "newcomer_short": None,
        "replaces": None,
        "executed_sha256": None,
        "closed_at": None,
        "closing_words": None,
        "timezone": "Europe/London",
    } | given


def all_signed(*names):
    """These partners, each with its counterpart."""
    return {
        "parties": [party(name, "signed", counterparts=[counterpart(name)]) for name in names],
        "signed": len(names),
        "needed": len(names),
        "missing": [],
    }


COMPLETE = all_signed(*NAMES) | {
    "state": "complete",
    "effective_on": "2022-10-01",
    "begins_on": "2022-10-01",
    "closed_at": "2022-09-12T10:00:00+00:00",
}
IN_EFFECT = COMPLETE | {"in_effect": True, "executed_sha256": SHA256[::-1]}
WITHDRAWN = {"state": "withdrawn", "closing_words": "We start anew.", "closed_at": "2022-09-12T10:00:00+00:00"}
DRAFT = {
    "state": "draft",
    "signed": 0,
    "missing": NAMES,
    "undated": True,
    "parties": [party(one["name"], **{key: one[key] for key in ("reached", "signatory", "deputy")}) for one in PARTIES],
}
SUCCESSOR = {
    "kind": "accession",
    "newcomer": "Mersey and West Lancashire Teaching Hospitals NHS Trust",
    "newcomer_short": "MWL",
    "replaces": "Southport and Ormskirk",
    "parties": [*PARTIES, party("MWL", signatory=None, reached=False)],
    "needed": 9,
    "missing": [*NAMES[2:], "MWL"],
    "effect_rule": "last-signature",
    "effect_clause": None,
    "effect_note": None,
}
TWENTY_ONE = {
    "parties": [party(name) for name in MANY],
    "signed": 0,
    "needed": 21,
    "missing": MANY,
    "without_row": MANY[-2:],
    "effect_clause": "15.3",
    "fields": ["signature", "name", "position", "organisation", "date"],
    "in_chat": False,
}

LACKS = {"position": "", "lacks": "the position"}
LACKS_TWO = {"position": "", "on": None, "lacks": "the position and the date", "lacks_several": True}
INCOMPLETE = {
    "fields": TWENTY_ONE["fields"],
    "parties": [
        party("LUHFT", "incomplete", lacks="the position", counterparts=[counterpart(route="scan", **LACKS)]),
        party("Alder Hey", "incomplete", lacks="the name in print, the position, the organisation and the date",
              counterparts=[counterpart("Alder Hey", route="behalf", **LACKS_TWO | {"name": ""})]),
        *PARTIES[2:],
    ],
    "signed": 0,
    "missing": NAMES,
    "lacking": [
        {"partner": "LUHFT", "lacks": "the position", "several": False},
        {"partner": "Alder Hey", "lacks": "the name in print, the position, the organisation and the date", "several": True},
    ],
}  # fmt: skip
NO_SIGNATURE = "There is no signature on page 3."
IN_HAND = {"route": "scan", "copy_state": "handed-in", "sha256": SHA256}
REJECTED = {"route": "scan", "copy_state": "rejected", "reason": NO_SIGNATURE, "sha256": SHA256}
EARLIER = {"on": "2022-08-01", "dated_before": "It was signed at the board before."}
LIVES = {
    "parties": [
        party("LUHFT", "handed-in", counterparts=[counterpart(**IN_HAND | EARLIER)]),
        party("Alder Hey", "handed-in", counterparts=[counterpart("Alder Hey", **IN_HAND | {"copy_state": "looked-at"})]),
        party("Mersey Care", rejected=NO_SIGNATURE, counterparts=[counterpart("Mersey Care", **REJECTED)]),
        party("Sefton Council", "signed", counterparts=[counterpart("Sefton Council", **REJECTED), counterpart("Sefton Council")]),
    ],
    "signed": 1,
    "needed": 4,
    "missing": ["LUHFT", "Alder Hey", "Mersey Care"],
}  # fmt: skip


def several(*signed, needed=2, **given):
    """How a partner stands for which several people sign: those who have, each with the day."""
    return {
        "needed": needed,
        "in_order": False,
        "who": "two of its signatories and leads sign",
        "clause": "13.2",
        "signed": [{"name": name, "on": on} for name, on in signed],
        "pending": [],
        "now": [],
        "later": [],
        "short": False,
        "named": ["Ada Khan", "Ben Lee"],
        "away": [],
        "refused": [],
    } | given


ADA, BEN = ("Ada Khan", "2022-01-03"), ("Ben Lee", "2022-01-05")
IN_TURN = {"in_order": True, "who": "its signatory, then its lead sign", "clause": None}
REFUSES = {"name": "Cy Poe", "words": "I am away."}
SEVERAL = {
    "parties": [
        party("LUHFT", "partly", signers=several(ADA, now=["Ben Lee"]), signatory=None,
              counterparts=[counterpart(name="Ada Khan", on="2022-01-03")]),
        party("Mersey Care", signers=several(now=["Ada Khan", "Ben Lee"], refused=[REFUSES], away=["Di Day"]), signatory=None),
        party("Alder Hey", "seen", signers=several(now=["Ada Khan"], short=True), signatory=None),
        party("Sefton Council", "handed-in", signers=several(BEN, pending=["Ada Khan"]), signatory=None),
        party("Healthwatch Sefton", "signed", signers=several(ADA, BEN), signatory=None,
              counterparts=[counterpart(name="Ada Khan"), counterpart(name="Ben Lee")]),
        party("One Vision Housing", "declined", words="Clause 10.", signers=several(), signatory=None),
        party("Sefton CVS", signers=several(short=True, named=["Ola Brown"], away=["Ola Brown"]), signatory=None, reached=False),
        party("Carers Centre", signatory=None, reached=False),  # a newcomer
    ],
    "signed": 1,
    "needed": 8,
    "missing": ["LUHFT", "Mersey Care", "Alder Hey", "Sefton Council", "One Vision Housing", "Sefton CVS", "Carers Centre"],
}  # fmt: skip
SEVERAL_IN_TURN = {
    "parties": [
        party("LUHFT", "partly", signers=several(ADA, now=["Ben Lee"], later=["Cy Poe", "Di Day"], needed=4, **IN_TURN), signatory=None),
        party("Mersey Care", signers=several(now=["Ada Khan"], later=["Ben Lee"], **IN_TURN), signatory=None),
        party("Alder Hey", signers=several(needed=1, now=["Ada Khan"]), signatory=None),
        party("Sefton CVS", "handed-in", signers=several(pending=["Ada Khan"], later=["Ben Lee"], **IN_TURN), signatory=None),
    ],
    "signed": 0,
    "needed": 4,
    "missing": ["LUHFT", "Mersey Care", "Alder Hey", "Sefton CVS"],
}  # fmt: skip
STATED = {"begins_on": "2022-05-01", "stated_holds": True, "effect_clause": "14.1"}

REQUESTS = {
    "ordinary": {},
    "draft": DRAFT,
    "draft of a newcomer": DRAFT | {"kind": "accession", "newcomer": "Carers Centre", "newcomer_short": "South Sefton PCN"},
    "for a partner": {"requested_for": "Mersey Care", "words": "Please read clause 10 first."},
    "on paper alone": {"in_chat": False, "fields": ["signature", "date"], "clause": None},
    "on paper, one field": {"in_chat": False, "fields": ["signature"]},
    "a link": {"document": LINKED, "kind": "data-sharing"},
    "a link with its hash": {"document": LINKED | {"sha256": SHA256}, "kind": "other"},
    "one page": {"document": PDF | {"pages": 1}, "kind": "termination"},
    "a row is missing": {"without_row": ["Sefton CVS"], "begins_on": "2022-10-01"},
    "a row is missing, and decided": {"without_row": ["Sefton CVS"]} | QUOTED,
    "undated": {"undated": True},
    "undated, all signed": all_signed(*NAMES) | {"undated": True},
    "one partner": {"parties": PARTIES[3:4], "signed": 0, "needed": 1, "missing": NAMES[3:4]},
    "one partner, signed": all_signed("LUHFT") | {"undated": True},
    "incomplete": INCOMPLETE,
    "lives of copies": LIVES,
    "several people sign": SEVERAL,
    "several people sign in turn": SEVERAL_IN_TURN,
    "several people, hostile": {
        "parties": [
            party("LUHFT", "partly", signatory=None, signers=several((HOSTILE[:150], "2022-01-03"), now=[HOSTILE[:150]],
                  refused=[{"name": HOSTILE[:150], "words": HOSTILE[:1000]}], named=[HOSTILE[:150]], away=[HOSTILE[:150]])),
        ],
    },
    "a stated day holds": STATED,
    "a stated day held": COMPLETE | STATED | {"effective_on": "2022-05-01", "in_effect": True},
    "version 3": {"version": 3, "changes": "Clause 10 is changed.", "kind": "variation"},
    "extension": {"kind": "extension", "ends_on": "2027-03-31", "effect_clause": None, "effect_note": None},
    "successor": SUCCESSOR,
    "complete": COMPLETE,
    "in effect": IN_EFFECT,
    "in effect without one": {"state": "complete", "effective_on": "2022-09-07", "in_effect": True, "closed_at": "2022-09-12T10:00:00+00:00"},
    "withdrawn": WITHDRAWN,
    "21 partners": TWENTY_ONE,
    "hostile": {
        "title": HOSTILE[:150],
        "statement": HOSTILE[:1000],
        "words": HOSTILE[:1000],
        "requested_by": HOSTILE[:80],
        "document": PDF | {"name": HOSTILE[:255]},
        "changes": HOSTILE[:1000],
        "closing_words": HOSTILE[:500],
        "parties": [
            party("LUHFT", "declined", words=HOSTILE[:1000], signatory=HOSTILE[:150], deputy=HOSTILE[:150]),
            party("Mersey Care", rejected=HOSTILE[:500], counterparts=[counterpart(**REJECTED | {"reason": HOSTILE[:500], "dated_before": HOSTILE[:300]})]),
            party("Alder Hey", "signed", counterparts=[counterpart(name=HOSTILE[:150], position=HOSTILE[:150])]),
        ],
    },
    "a hostile link": {"document": LINKED | {"link": f"https://{HOSTILE[:900]}"}, "newcomer": HOSTILE[:150], "newcomer_short": HOSTILE[:40]},
}  # fmt: skip
DRAFTS = {name: DRAFT | it | {"state": "draft"} for name, it in REQUESTS.items() if "state" not in it or it["state"] == "draft"}  # fmt: skip
OPEN = {name: it for name, it in REQUESTS.items() if it.get("state", "open") == "open"}

REF = {"reference": "SEF-S1", "title": "Collaboration agreement 2022"}
BY_PIA = BY | {"by": "Pia Grey", "for": "LUHFT", "evidence": None}
BY_SAM = BY_PIA | {"by": "Sam Board", "behalf": True, "evidence": "By post, on 5 September"}
AS_SECRETARY = BY_PIA | {"by": "Sam Board", "for": None}
SIGNED = {"did": "signed", "first": True, "counts": True, "version": 1, "clause": "15.1"}
COMPLETED = SIGNED | {"did": "completed"}
CHANGES = {
    "signed": BY_PIA | counterpart() | SIGNED,
    "signed by a scan": BY_PIA | counterpart(route="scan", name="Dr Grey", position="Chair") | SIGNED,
    "recorded": BY_SAM | counterpart(route="behalf", evidence="By post, on 5 September") | SIGNED,
    "reported": BY_SAM | counterpart(route="reported", evidence="Their website") | SIGNED,
    "a second counterpart": BY_PIA | counterpart(on="2022-09-07", route="scan") | SIGNED | {"first": False},
    "an earlier version": BY_SAM | counterpart(route="behalf") | SIGNED | {"first": False, "counts": False},
    "incomplete": BY_PIA | counterpart(route="scan", **LACKS) | SIGNED | {"first": False},
    "incomplete, two": BY_SAM | counterpart(route="behalf", **LACKS_TWO) | SIGNED | {"first": False, "clause": None},
    "completed": BY_PIA | counterpart(route="scan") | COMPLETED | {"words": "Written on the copy by hand."},
    "completed beside": BY_SAM | counterpart(route="behalf") | COMPLETED | {"first": False, "words": "By telephone."},
    "handed in": BY_PIA | counterpart(**IN_HAND) | SIGNED | {"first": False},
    "accepted": BY_SAM | {"behalf": False, "evidence": None} | counterpart(route="scan") | SIGNED | {"did": "accepted"},
    "accepted, incomplete": BY_SAM | {"behalf": False, "evidence": None} | counterpart(route="scan", **LACKS) | SIGNED | {"did": "accepted", "first": False},
    "rejected": AS_SECRETARY | counterpart(**REJECTED) | {"did": "rejected", "for": "LUHFT", "words": NO_SIGNATURE, "still_signed": False, "reached": True},
    "rejected, not in the chat": AS_SECRETARY | counterpart(**REJECTED) | {"did": "rejected", "for": "LUHFT", "words": NO_SIGNATURE, "still_signed": False, "reached": False},
    "rejected beside": AS_SECRETARY | counterpart(**REJECTED) | {"did": "rejected", "for": "LUHFT", "words": HOSTILE[:500], "still_signed": True},
    "signed in part": BY_PIA | counterpart() | SIGNED | {"first": False, "partly": True, "signers": several(("Pia Grey", "2022-09-05"), now=["Ben Lee"])},
    "completed in part": BY_PIA | counterpart() | COMPLETED | {"first": False, "partly": True, "signers": several(("Pia Grey", "2022-09-05"), short=True), "words": "By hand."},
    "accepted in part": BY_SAM | {"behalf": False, "evidence": None} | counterpart(route="scan") | SIGNED | {"did": "accepted", "first": False, "partly": True, "signers": several(("Pia Grey", "2022-09-05"), now=["Ben Lee"])},
    "one does not sign": BY_PIA | {"did": "refused", "words": "I am away.", "signers": several(now=["Ada Khan", "Ben Lee"])},
    "several named": AS_SECRETARY | {"did": "signatory", "for": "LUHFT", "signatory": "Ada Khan and Ben Lee", "several": True, "was": None, "deputy": None, "words": "As they asked.", "as_secretary": True},
    "not yet": BY_PIA | {"did": "cannot", "until": "2022-09-20", "words": "The board meets on 19 September."},
    "not yet, recorded": BY_SAM | {"did": "cannot", "until": "2022-09-20", "words": "Their board."},
    "declined": BY_PIA | {"did": "declined", "words": "Our board wants clause 10 changed."},
    "handed over": BY_PIA | {"did": "signatory", "signatory": "Ben Carter", "was": "Pia Grey", "deputy": "Pia Grey", "words": "I am away.", "as_secretary": False},
    "named": AS_SECRETARY | {"did": "signatory", "for": "LUHFT", "signatory": "Ben Carter", "was": None, "deputy": None, "words": "She has left.", "as_secretary": True},
    "deputy named": BY_PIA | {"did": "signatory", "signatory": "Pia Grey", "was": None, "deputy": "Ben Carter", "words": "In case I am away.", "as_secretary": False},
    **{
        f"version, {void} void": AS_SECRETARY | {"did": "version", "version": 2, "void": void, "words": "Clause 10 is changed."}
        for void in (0, 1, 4)
    },
    "more time": AS_SECRETARY | {"did": "extended", "from": "2022-09-30", "to": "2022-10-31", "words": "The state funeral."},
    "withdrawn": BY_PIA | {"did": "withdrawn", "words": "We start anew."},
    "hostile": BY_PIA | {"did": "declined", "by": HOSTILE[:150], "words": HOSTILE[:1000]},
    "hostile, signed": BY_PIA | counterpart(name=HOSTILE[:150], position=HOSTILE[:150]) | SIGNED,
}  # fmt: skip
TOLD = (
    "signed",
    "handed in",
    "accepted",
    "rejected",
    "recorded",
    "handed over",
    "version, 0 void",
    "withdrawn",
    "several named",
    "hostile, signed",
)
HISTORY = [
    entry(1, "signatures-drafted", by="Ada Hall", **{"for": "Mersey Care"}),
    entry(2, "signatures-asked", by="Sam Board"),
    *(entry(3, "notice-delivered", kind="asked-1", **{"for": name}) for name in NAMES[:3]),
    entry(6, "counterpart-signed", by="Pia Grey", route="chat", **{"for": "LUHFT"}),
    entry(7, "counterpart-signed", by="Sam Board", behalf=True, route="behalf", evidence="By post", **{"for": "Sefton CVS"}),
    entry(8, "signature-not-yet", by="Gil Moss", until="2022-09-20", words="The cabinet meets.", **{"for": "Alder Hey"}),
    entry(9, "signature-declined", by="Max Day", words="Clause 10.", **{"for": "One Vision Housing"}),
    entry(10, "signatory-named", by="Pia Grey", signatory="Ben Carter", partner="LUHFT", was="Pia Grey", words="I am away.", **{"for": "LUHFT"}),
    entry(10, "signatory-named", by="Sam Board", signatory="Ada Khan and Ben Lee", several=True, partner="LUHFT", was=None, words="They asked.", **{"for": None}),
    entry(10, "signer-refused", by="Pia Grey", person="Pia Grey", words="I am away.", **{"for": "LUHFT"}),
    entry(11, "document-version", by="Sam Board", words="Clause 10 is changed."),
    entry(12, "signing-extended", by="Sam Board", to="2022-10-31", words="The funeral.", **{"from": "2022-09-30"}),
    entry(13, "signatures-overdue"),
    entry(14, "counterpart-signed", by="Ann Lee", route="scan", **{"for": "Sefton Council"}),
    entry(15, "counterpart-signed", by="Sam Board", behalf=True, route="reported", evidence="Their website", **{"for": "Sefton CVS"}),
    entry(15, "counterpart-looked-at", by="Sam Board", partner="LUHFT"),
    entry(15, "counterpart-accepted", by="Sam Board", partner="LUHFT"),
    entry(15, "counterpart-rejected", by="Sam Board", partner="LUHFT", words=NO_SIGNATURE),
    entry(15, "counterpart-completed", by="Ann Lee", words="Written on the copy by hand.", **{"for": "Sefton Council"}),
    entry(16, "signatures-complete"),
    entry(17, "executed-copy-issued"),
    *(entry(18, "notice-delivered", kind="executed", **{"for": name}) for name in NAMES[:2]),
    entry(20, "in-effect", on="2022-10-01"),
    entry(21, "signatures-withdrawn", by="Ada Hall", words="We start anew.", **{"for": "Mersey Care"}),
    entry(22, "new-terms-kept", by="Sam Board"),
]  # fmt: skip
REVIEW = {"what": "review", "name": "Six-monthly review", "clause": "12", "on": "2023-01-03", "nominal_on": "2023-01-01", "why": None}  # fmt: skip
FOLLOWS = {
    "agreement": [
        {"what": "term", "on": "2022-10-01", "ends_on": None, "why": "It is open-ended: no last day is stated (12.1)."},
        REVIEW,
        REVIEW | {"nominal_on": "2023-01-03", "clause": None},
        REVIEW | {"on": None, "nominal_on": None, "why": "No interval is stated."},
        REVIEW | {"on": None, "nominal_on": None, "clause": None},
    ],
    "agreement with an end": [{"what": "term", "on": "2022-10-01", "ends_on": "2027-03-31", "why": None}],
    "termination": [{"what": "ends", "on": "2022-12-31"}],
    "new terms": [{"what": "terms", "version": 2}],
    "too late": [{"what": "too-late", "on": "2022-03-31"}],
    "no pack": [{"what": "no-pack"}],
}
OPTIONS = [
    {"what": "extend", "rule": "Written agreement of all partners", "clause": "14.2", "written": True, "forum": "Integrated Care Partnership Board"},
    {"what": "revise", "rule": "All partners agree", "clause": None, "written": False, "forum": None},
    {"what": "end", "rule": None, "clause": None, "written": False, "forum": None},
]  # fmt: skip
TERM = {
    "agreement": "One Halton",
    "ends_on": "2022-03-31",
    "days": 90,
    "over": False,
    "clause": "14.1",
    "options": OPTIONS,
    "outlive": [],
    "open": 0,
}
OUTLIVE = [{"reference": f"HAL-{n}", "title": "Shared records", "due_on": "2022-04-08"} for n in range(1, 20)]

SIGNATURES = {
    "signature_draft": [signatures(**it) for it in DRAFTS.values()],
    "signature_opened": [signatures(**it) for it in OPEN.values()],
    "signatures": [signatures(**it) for name, it in REQUESTS.items() if name not in DRAFTS or name in OPEN],
    "signature_detail": [signatures(**it, history=HISTORY) for it in REQUESTS.values()],
    "signature_asked": [
        *(signatures(**it, **{"for": "LUHFT"}, signed_before=False, handed=None) for it in OPEN.values()),
        signatures(**OPEN["version 3"], **{"for": "LUHFT"}, signed_before=True, handed=None),
        signatures(**{"for": "LUHFT"}, signed_before=False, handed={"by": "Pia Grey", "words": "I am away."}),
        *(
            signatures(**{"for": "LUHFT"}, signed_before=False, handed=None, rejected={"by": "Sam Board", "words": words, "name": name})
            for words, name in ((NO_SIGNATURE, "signed.pdf"), (NO_SIGNATURE, None), (HOSTILE[:500], HOSTILE[:255]))
        ),
        *(
            signatures(**{"for": "LUHFT"}, signed_before=False, handed=None, signers=known)
            for known in (several(now=["Ada Khan", "Ben Lee"]), several(ADA, now=["Ben Lee"], **IN_TURN))
        ),
        signatures(**{"for": "LUHFT"}, signed_before=False, handed={"by": HOSTILE[:150], "words": HOSTILE[:150]}),
    ],
    "signature_answered": [
        *(REF | CHANGES[name] for name in TOLD),
        REF | {"for": "LUHFT", "did": "complete"},
        REF | {"for": "LUHFT", "did": "later", "comes": "Ada Khan is asked now, and Ben Lee after that."},
        REF | BY_PIA | {"did": "refused", "words": "I am away."},
    ],
    "signature_news": [REF | it for it in CHANGES.values()],
    "signature_done": [
        *(signatures(**{**REQUESTS[name], **it}) for name, it in ((name, it) for name in ("ordinary", "undated") for it in CHANGES.values())),
        signatures(**{**DRAFT, **CHANGES["named"]}),
        signatures(**{**IN_EFFECT, **CHANGES["recorded"]}),
        signatures(**{**WITHDRAWN, **CHANGES["withdrawn"]}),
    ],
    "signature_declined": [REF | by | {"words": "Our board wants clause 10 changed."} for by in (BY_PIA, BY_SAM)]
    + [REF | BY_PIA | {"words": HOSTILE[:1000]}],
    "signature_handed_in": [
        REF | BY_PIA | counterpart(**it) | {"for": "LUHFT", "compared": it is not IN_HAND}
        for it in (IN_HAND, IN_HAND | EARLIER, IN_HAND | LACKS_TWO, IN_HAND | {"dated_before": HOSTILE[:300], "name": HOSTILE[:150]})
    ],
    "signature_looked": [REF | CHANGES[name] for name in ("accepted", "rejected", "rejected beside")],
    "signature_rejected": [REF | CHANGES[name] for name in ("rejected", "rejected beside")],
    "signature_overdue": [
        REF | {"target_on": "2022-09-30", "missing": missing, "own": own}
        for missing, own in ((["LUHFT"], True), (["LUHFT"], False), (NAMES[2:], False), ([], False))
    ],
    "signature_executed": [signatures(**IN_EFFECT), signatures(**IN_EFFECT | {"in_effect": False})],
    "signature_no_copy": [REF | {"why": "The document's file is not in the folder where Accord keeps it."}],
    "signature_list": [
        {"agreement": "Sefton Partnership", "rows": []},
        {"agreement": "Sefton Partnership", "rows": [signatures(**it) for name, it in REQUESTS.items() if "hostile" not in name]},
        {"agreement": "Sefton Partnership", "rows": [signatures(**REQUESTS["hostile"])]},
    ],
    "signatures_complete": [
        signatures(**COMPLETE, follows=[]),
        *(signatures(**IN_EFFECT, follows=follows) for follows in FOLLOWS.values()),
        signatures(**IN_EFFECT | {"executed_sha256": None}, follows=FOLLOWS["agreement"]),
        signatures(**REQUESTS["in effect without one"], follows=[]),
    ],
    "term": [
        TERM,
        TERM | {"days": 1, "clause": None, "outlive": OUTLIVE[:1], "open": 1},
        TERM | {"days": 0, "outlive": OUTLIVE[:16], "open": 16},
        TERM | {"days": -1, "over": True, "outlive": OUTLIVE, "open": 20},
        TERM | {"days": -1, "over": True, "clause": None},
        TERM | QUOTED,
    ],
}  # fmt: skip
