"""The most important messages about signatures and the term of an agreement, word for word."""

import pytest

from bot import words
from tests.bot.messages.facts import lines_of, rendered
from tests.bot.messages.signature import (
    CHANGES,
    COMPLETE,
    FOLLOWS,
    IN_EFFECT,
    IN_TURN,
    OPTIONS,
    OUTLIVE,
    REF,
    REQUESTS,
    SEVERAL,
    SEVERAL_IN_TURN,
    SHA256,
    STATEMENT,
    TERM,
    party,
    several,
    signatures,
)

HEADING = "heading: SEF-S1: Collaboration agreement 2022"
DOCUMENT = ["paragraph: The agreement, version 1: agreement.pdf, 3 pages", f"small: SHA-256 {SHA256}"]
ASKED_FOR = "small: Asked for by Sam Board, Thu 1 Sep 2022, 09:30"


def part(template, /, **facts):
    found = words.read(words._environment().get_template(f"_parts/{template}.txt").render(facts))
    return " | ".join(block.text for block in found)


# --- The board ----------------------------------------------------------------------------------------------------


def test_the_board_says_how_many_have_signed_who_has_not_and_what_each_of_them_says():
    assert rendered("signatures", signatures()).line == (
        "SEF-S1: Collaboration agreement 2022; 2 of 8 partners have signed"
    )
    assert lines_of("signatures", **signatures(without_row=["Sefton CVS"], requested_for="Mersey Care")) == [
        HEADING,
        "paragraph: 2 of 8 partners have signed. Not in effect (clause 12.1).",
        *DOCUMENT,
        "item: Signed (2): Sefton Council and LUHFT",
        "item: Has opened it (1): Mersey Care",
        "item: Asked (3): Healthwatch Sefton, Sefton CVS and South Sefton PCN",
        "item: Not yet: Alder Hey, until Tue 20 Sep 2022: The cabinet meets on 12 September.",
        "item: Declined: One Vision Housing: Our board wants clause 10 changed.",
        "paragraph: The document prints no row to sign in for Sefton CVS.",
        "paragraph: Please sign by the end of Fri 30 Sep 2022. Whoever signs has a message of their own.",
        "small: Asked for by Sam Board (for Mersey Care), Thu 1 Sep 2022, 09:30",
    ]


def test_the_board_says_of_each_partner_for_which_several_sign_who_has_and_who_is_asked():
    assert [line for line in lines_of("signatures", **signatures(**SEVERAL)) if line.startswith("item: ")] == [
        "item: Signed (1): Healthwatch Sefton",
        "item: Handed in, to be looked at (1): Sefton Council",
        "item: Signed in part: LUHFT: 1 of 2 have signed (Ada Khan, Mon 3 Jan 2022); Ben Lee is asked now",
        "item: Has opened it: Alder Hey: 0 of 2 have signed; Ada Khan is asked now; nobody else who may sign is in the chat",
        "item: Asked: Mersey Care: 0 of 2 have signed; Ada Khan and Ben Lee are asked now",
        "item: Asked: Sefton CVS: 0 of 2 have signed; nobody who may sign is in the chat",
        "item: Asked (1): Carers Centre",
        "item: Declined: One Vision Housing: Clause 10.",
        "item: Does not sign: Cy Poe, for Mersey Care: I am away.",
    ]
    assert [line for line in lines_of("signatures", **signatures(**SEVERAL_IN_TURN)) if line.startswith("item: ")] == [
        "item: Handed in, to be looked at (1): Sefton CVS",
        "item: Signed in part: LUHFT: 1 of 4 have signed (Ada Khan, Mon 3 Jan 2022); Ben Lee is asked now; Cy Poe, then Di Day come after that",
        "item: Asked: Mersey Care: 0 of 2 have signed; Ada Khan is asked now; Ben Lee comes after that",
        "item: Asked: Alder Hey: 0 of 1 has signed; Ada Khan is asked now",
    ]
    away = signatures(
        parties=[party("LUHFT", signers=several(later=["Ben Lee"], short=True, **IN_TURN), signatory=None)]
    )
    assert [line for line in lines_of("signatures", **away) if line.startswith("item: ")] == [
        "item: Asked: LUHFT: 0 of 2 have signed; nobody whose turn it is is in the chat; Ben Lee comes after that",
    ]


def test_the_board_of_what_is_in_effect_has_nothing_left_to_do():
    facts = signatures(**IN_EFFECT)
    assert rendered("signatures", facts).line == "SEF-S1: Collaboration agreement 2022; signed by all"
    assert lines_of("signatures", **facts) == [
        HEADING,
        "paragraph: All 8 partners have signed. In effect since Sat 1 Oct 2022 (clause 12.1).",
        *DOCUMENT,
        (
            "item: Signed (8): Sefton Council, LUHFT, Mersey Care, Alder Hey, One Vision Housing, Healthwatch Sefton, "
            "Sefton CVS and South Sefton PCN"
        ),
        ASKED_FOR,
    ]


def test_the_board_of_a_withdrawn_request_says_why_and_who_had_signed():
    assert lines_of("signatures", **signatures(**REQUESTS["withdrawn"])) == [
        HEADING,
        "paragraph: Withdrawn. Nobody is asked to sign any more.",
        *DOCUMENT,
        "item: Signed (2): Sefton Council and LUHFT",
        "item: Declined: One Vision Housing: Our board wants clause 10 changed.",
        "item: Did not sign (5): Mersey Care, Alder Hey, Healthwatch Sefton, Sefton CVS and South Sefton PCN",
        "quote: We start anew.",
        ASKED_FOR,
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("ordinary", "2 of 8 partners have signed. Not in effect (clause 12.1)."),
        ("21 partners", "0 of 21 partners have signed. Not in effect (clause 15.3)."),
        ("undated", "2 of 8 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too."),
        ("undated, all signed", "All 8 partners have signed. Not in effect (clause 12.1): the day on which it begins is blank."),
        ("one partner", "0 of 1 partner has signed. Not in effect (clause 12.1)."),
        ("one partner, signed", "The one partner that is asked has signed. Not in effect (clause 12.1): the day on which it begins is blank."),
        ("successor", "2 of 9 partners have signed. Not in effect."),
        ("complete", "All 8 partners have signed. It takes effect on Sat 1 Oct 2022 (clause 12.1)."),
        ("in effect", "All 8 partners have signed. In effect since Sat 1 Oct 2022 (clause 12.1)."),
        ("in effect without one", "2 of 8 partners have signed. In effect since Wed 7 Sep 2022 (clause 12.1)."),
        ("draft", "A draft. Nobody has been asked yet."),
        ("withdrawn", "Withdrawn. Nobody is asked to sign any more."),
    ],
)  # fmt: skip
def test_how_far_the_signing_is_stands_in_one_line(given, expected):
    assert part("signing", **signatures(**REQUESTS[given])) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("ordinary", "on the day on which the last of them has signed (clause 12.1)."),
        ("complete", "on Sat 1 Oct 2022, and never before the last partner has signed (clause 12.1)."),
        ("undated", "on the day the document states, which is blank: until the partners have decided it, nothing takes effect (clause 12.1)."),
        ("extension", "on the day on which the last of them has signed."),
    ],
)  # fmt: skip
def test_by_which_rule_it_takes_effect(given, expected):
    assert part("effect_rule", **signatures(**REQUESTS[given])) == expected


# --- Who is asked -------------------------------------------------------------------------------------------------

IN_PEACE = (
    "small: If you can't sign yet, say until when, and you are left in peace until then. Nobody can sign this for another "
    "partner."
)


def asked(**given):
    return signatures(**{"for": "LUHFT", "signed_before": False, "handed": None} | given)


def test_a_signatory_is_asked_for_its_partner_with_the_document_the_hash_and_the_statement():
    facts = asked(words="Please read clause 10 first.")
    assert rendered("signature_asked", facts).line == (
        "Please sign SEF-S1 for LUHFT: Collaboration agreement 2022, by Fri 30 Sep 2022"
    )
    assert lines_of("signature_asked", **facts) == [
        HEADING,
        "paragraph: Please sign this for LUHFT, by the end of Fri 30 Sep 2022.",
        *DOCUMENT,
        "paragraph: What you state by signing",
        f"quote: {STATEMENT}",
        "paragraph: Sam Board writes",
        "quote: Please read clause 10 first.",
        "paragraph: The file is under this message. Read it, then press Read and sign; or hand in a signed copy.",
        IN_PEACE,
    ]


def test_where_the_chat_is_not_accepted_a_signatory_is_told_how_to_hand_in_a_signed_copy():
    fields = ["organisation", "signature", "name", "position", "date"]
    assert lines_of("signature_asked", **asked(in_chat=False, fields=fields, clause="16"))[6:] == [
        (
            "paragraph: The file is under this message. Sign it the way you usually do, then press Hand in a signed copy "
            "and give a scan of it, as a PDF or a JPEG."
        ),
        (
            "small: On paper, the agreement asks for the organisation, the signature, the name in print, the position and "
            "the date (clause 16)."
        ),
        IN_PEACE,
    ]


def test_whoever_had_signed_an_earlier_version_is_told_that_it_is_void_for_this_one():
    facts = asked(**REQUESTS["version 3"], signed_before=True)
    assert lines_of("signature_asked", **facts)[1:6] == [
        "paragraph: Please sign this for LUHFT, by the end of Fri 30 Sep 2022.",
        "paragraph: This is a new version. What was signed for LUHFT was an earlier one, and is void for this one.",
        "paragraph: What is different",
        "quote: Clause 10 is changed.",
        "paragraph: A variation, version 3: agreement.pdf, 3 pages",
    ]


def test_behind_a_link_without_a_hash_everybody_is_told_what_cannot_be_proved():
    assert lines_of("signature_asked", **asked(**REQUESTS["a link"]))[2:4] == [
        "paragraph: A data sharing agreement, version 1: https://www.example.org/agreements/2022/collaboration-agreement.pdf",
        "small: It is a link, and no SHA-256 of what is behind it is known: nobody can prove later which file was signed.",
    ]


# --- What is said of it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("signed", "LUHFT has signed: Pia Grey, Chief executive, on Mon 5 Sep 2022 (in the chat)."),
        ("recorded", "LUHFT has signed: Pia Grey, Chief executive, on Mon 5 Sep 2022 (recorded by the secretary)."),
        (
            "a second counterpart",
            "Another counterpart of LUHFT is kept beside the first, which counts: Pia Grey, Chief executive, on Wed 7 Sep 2022 (by a scan).",
        ),
        (
            "an earlier version",
            "A counterpart of version 1 is kept for LUHFT: Pia Grey, Chief executive, on Mon 5 Sep 2022 (recorded by the secretary). It does not count: there is a newer version to sign.",
        ),
        ("handed over", "Ben Carter signs for LUHFT instead of Pia Grey. Pia Grey is the deputy. | I am away."),
        ("deputy named", "Pia Grey signs for LUHFT. Ben Carter is the deputy. | In case I am away."),
        ("version, 0 void", "Version 2 of the document. Everybody is asked anew. | Clause 10 is changed."),
        (
            "version, 1 void",
            "Version 2 of the document. 1 partner had signed the one before, and that is void for this one. Everybody is asked anew. | Clause 10 is changed.",
        ),
    ],
)  # fmt: skip
def test_what_has_changed(given, expected):
    assert part("signatures/signature_news", **CHANGES[given]) == expected


def test_what_the_secretary_named_for_a_partner_is_not_said_to_be_its_own_act():
    assert lines_of("signature_news", **REF, **CHANGES["named"])[-1] == "small: Sam Board, Mon 19 Dec 2022, 09:12"
    assert lines_of("signature_news", **REF, **CHANGES["handed over"])[-1] == (
        "small: Pia Grey (for LUHFT), Mon 19 Dec 2022, 09:12"
    )


def test_the_announcement_says_since_when_it_is_in_effect_and_what_begins_with_it():
    facts = signatures(**IN_EFFECT, follows=FOLLOWS["agreement"][:4])
    assert rendered("signatures_complete", facts).line == "SEF-S1: signed by all; in effect since Sat 1 Oct 2022"
    assert lines_of("signatures_complete", **facts) == [
        HEADING,
        "paragraph: All 8 partners have signed. In effect since Sat 1 Oct 2022 (clause 12.1).",
        "item: The agreement runs from Sat 1 Oct 2022. It is open-ended: no last day is stated (12.1).",
        "item: Six-monthly review: first on Tue 3 Jan 2023 (counted: Sun 1 Jan 2023) (clause 12)",
        "item: Six-monthly review: first on Tue 3 Jan 2023",
        "item: Six-monthly review (clause 12): no date. No interval is stated.",
    ]


def test_what_takes_effect_later_is_announced_with_its_day_and_with_what_still_comes():
    facts = signatures(**COMPLETE, follows=[])
    assert rendered("signatures_complete", facts).line == "SEF-S1: signed by all; takes effect on Sat 1 Oct 2022"
    assert lines_of("signatures_complete", **facts)[1:] == [
        "paragraph: All 8 partners have signed. It takes effect on Sat 1 Oct 2022 (clause 12.1).",
        "paragraph: The executed copy, sealed and with its certificate, comes to every partner by itself.",
    ]


def test_once_the_day_has_passed_a_lead_is_told_what_to_do_and_the_secretary_what_goes_on():
    told = REF | {"target_on": "2022-09-30", "missing": ["LUHFT"]}
    assert lines_of("signature_overdue", **told, own=True)[1:] == [
        "paragraph: Signatures were asked for by Fri 30 Sep 2022, and that day has passed.",
        "item: Still to sign: LUHFT",
        (
            "paragraph: Please see to it that whoever signs does so, or says until when they can't; or name somebody else "
            "who signs."
        ),
    ]
    assert lines_of("signature_overdue", **told, own=False)[3:] == [
        (
            "paragraph: I go on reminding them, ever more seldom, until it is signed or withdrawn. You can give more time, "
            "or name somebody else who signs."
        ),
    ]


# --- The end of the term ------------------------------------------------------------------------------------------


def test_a_warning_of_the_end_says_what_the_document_allows_and_what_would_outlive_it():
    facts = TERM | {"days": 30, "outlive": OUTLIVE[:2]}
    assert rendered("term", facts).line == "The One Halton agreement ends in 30 days, on Thu 31 Mar 2022"
    assert len(OPTIONS) == 3
    assert lines_of("term", **facts) == [
        "heading: The One Halton agreement ends on Thu 31 Mar 2022",
        "paragraph: 30 days are left (clause 14.1). What the document allows until then:",
        (
            "item: Extend it: Written agreement of all partners, in writing, expected to go through the Integrated Care "
            "Partnership Board (clause 14.2)"
        ),
        "item: Revise it: All partners agree",
        "item: End it early: the document does not say how",
        "paragraph: Would outlive it:",
        "item: HAL-1: Shared records, due Fri 8 Apr 2022",
        "item: HAL-2: Shared records, due Fri 8 Apr 2022",
    ]


def test_when_it_has_ended_what_is_still_open_is_named():
    facts = TERM | {"days": -1, "over": True, "outlive": OUTLIVE}
    assert rendered("term", facts).line == "The One Halton agreement has ended"
    text = lines_of("term", **facts)
    assert text[:3] == [
        "heading: The One Halton agreement has ended",
        "paragraph: Its last day was Thu 31 Mar 2022 (clause 14.1).",
        "paragraph: Still open:",
    ]
    assert text[-1] == "item: 4 more: /partnership due"
