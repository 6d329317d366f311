"""The packs say what their documents say: facts taken by hand from the documents, clause by clause."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from rules.shares import Share
from rules.soundness_votes import eligible
from rules.terms import Approach, Base, Event, Mover, Role, SignatureForm, StageKind, Terms, Unit, Who
from storage.packs import known_packs, read_pack
from tests.agreements.packs import HALTON

SEFTON = read_pack("sefton-2022")
ESSEX = read_pack("mid-south-essex-2020")
PACKS = (SEFTON, HALTON, ESSEX)


def partner(terms: Terms, key: str):
    return next(found for found in terms.partners if found.key == key)


def forum(terms: Terms, key: str):
    return next(found for found in terms.forums if found.key == key)


def review(terms: Terms, key: str):
    return next(found for found in terms.reviews if found.key == key)


def names(terms: Terms, role: Role) -> list[str]:
    return [found.key for found in terms.partners if role in found.roles]


# --- All three ----------------------------------------------------------------------------------------------------


def test_the_packs_are_known_by_the_names_of_their_files():
    assert known_packs() == ["mid-south-essex-2020", "one-halton-2021", "sefton-2022"]
    assert [read_pack(name).id for name in known_packs()] == known_packs()


@pytest.mark.parametrize(
    ("terms", "prefix", "partners", "rows_missing", "open_ended"),
    [
        (SEFTON, "SEF", 11, (), True),
        (HALTON, "HAL", 11, ("hsh-voluntary-action",), False),
        (ESSEX, "MSE", 21, (), True),
    ],
)
def test_names_and_numbers(terms, prefix, partners, rows_missing, open_ended):
    assert terms.prefix == prefix
    assert len(terms.partners) == partners
    assert terms.signatures.no_printed_row == rows_missing
    assert terms.term.open_ended is open_ended
    assert terms.binding is False
    assert terms.timezone == "Europe/London"
    assert terms.nudges.before == (10, 5, 2, 1, 0)
    assert terms.nudges.after_every == 2


@pytest.mark.parametrize("terms", PACKS, ids=lambda terms: terms.id)
def test_every_rule_names_its_clause_or_says_that_it_is_an_assumption(terms):
    for said in (*terms.clocks.values(), *terms.decision_rules.values(), *terms.issues.stages, *terms.reviews):
        assert said.clause, said.name
    told = (*terms.calendars.values(), terms.nudges, terms.leads, terms.term, *terms.forums)
    assert [said for said in told if not said.clause and not said.note] == []


@pytest.mark.parametrize("terms", PACKS, ids=lambda terms: terms.id)
def test_no_agreement_begins_on_a_day_nobody_decided(terms):
    assert terms.term.begins is None


# --- Sefton -------------------------------------------------------------------------------------------------------


def test_sefton_partners_in_the_order_of_the_cover():
    assert [found.key for found in SEFTON.partners] == [
        "icb",
        "sefton-council",
        "mersey-care",
        "southport-ormskirk",
        "luhft",
        "alder-hey",
        "healthwatch-sefton",
        "southport-formby-pcn",
        "south-sefton-pcn",
        "sefton-cvs",
        "one-vision-housing",
    ]
    assert names(SEFTON, Role.COMMISSIONER) == ["icb", "sefton-council"]
    assert len(names(SEFTON, Role.PROVIDER)) == 10
    assert "$&OHT" in partner(SEFTON, "southport-ormskirk").aliases
    assert partner(SEFTON, "healthwatch-sefton").related == ("sefton-cvs",)
    assert partner(SEFTON, "icb").contact == "CM.partnership@nhs.net"


def test_sefton_issues_are_discussed_for_20_operational_days_from_notification_and_nothing_follows():
    clock = SEFTON.clocks["issue_discussion"]
    assert clock.limit is not None
    assert (clock.limit.number, clock.limit.unit, clock.limit.calendar) == (
        20,
        Unit.OPERATIONAL_DAYS,
        "operational-days",
    )
    assert (clock.counts_from, clock.clause) == (Event.NOTIFIED, "5.2")
    assert SEFTON.calendars["operational-days"].base is Base.ENGLAND_AND_WALES
    (stage,) = SEFTON.issues.stages
    assert (stage.kind, stage.clock, stage.next) == (StageKind.DISCUSSION, "issue_discussion", None)
    assert SEFTON.issues.notify == "all-partners"
    assert set(Approach) - set(SEFTON.issues.approach) == {Approach.SUBSIDIARITY}


def test_sefton_information_requests_run_on_the_statute_s_calendar():
    clock = SEFTON.clocks["foi_response"]
    assert clock.limit is not None
    assert (clock.statutory, clock.counts_from, clock.limit.number, clock.limit.calendar) == (
        True,
        Event.RECEIVED,
        20,
        "foi",
    )
    assert SEFTON.calendars["foi"].base is Base.UK_ANY_PART
    assert SEFTON.enquiries is not None
    assert (SEFTON.enquiries.liaise_with, SEFTON.enquiries.before_response) == ("partnership-board", True)
    known = [found.key for found in SEFTON.partners if found.public_authority]
    assert known == ["icb", "sefton-council", "mersey-care", "southport-ormskirk", "luhft", "alder-hey"]


def test_sefton_reviews():
    six = review(SEFTON, "six-monthly")
    assert (six.counts_from, str(six.every)) == (date(2022, 7, 1), "6 months")
    assert len(six.looks_at) == 2
    assert review(SEFTON, "chairing").every is None
    assert review(SEFTON, "governance").completed_by == date(2023, 3, 31)


def test_sefton_conflicts_are_disclosed_at_once_and_need_the_consent_of_the_others_first():
    conflicts = SEFTON.conflicts
    assert conflicts is not None
    assert (conflicts.real, conflicts.apparent, conflicts.may_arise, conflicts.of_people) == (True, True, True, True)
    assert (conflicts.within, conflicts.disclosed_to) == ("immediately", "all-partners")
    assert (conflicts.consent_of, conflicts.consent_before) == ("other-partners", "participating")
    assert conflicts.dual_roles_declare
    consent = SEFTON.decision_rules["consent"]
    assert (consent.clause, consent.threshold, consent.who) == ("9.1.2", "all", Who(without=("concerned",)))


def test_sefton_s_board_recommends_by_consensus_under_the_chair_of_the_health_and_wellbeing_board():
    board = forum(SEFTON, "partnership-board")
    assert board.outcome == "recommendation"
    assert board.chair is not None
    assert board.chair.follows == "health-and-wellbeing-board"
    assert (SEFTON.decision_rules["recommendation"].threshold, SEFTON.decision_rules["recommendation"].base) == (
        "nobody against",
        "present",
    )


def test_sefton_signing_and_variation():
    signatures = SEFTON.signatures
    assert (signatures.no_printed_block, signatures.authority_attested) == (True, True)
    assert signatures.effect.rule == "stated-date"
    (change,) = SEFTON.changes
    assert (change.how, change.written, change.signed, change.clause) == ("variation", True, True, "13")
    assert SEFTON.decision_rules[change.rule].threshold == "all"


# --- One Halton ---------------------------------------------------------------------------------------------------


def test_halton_partners():
    assert [found.short for found in HALTON.partners][:3] == ["Halton Council", "Halton CCG", "Mersey Care"]
    assert partner(HALTON, "halton-council").roles == (Role.COMMISSIONER, Role.PROVIDER)
    assert names(HALTON, Role.COMMISSIONER) == ["halton-council", "halton-ccg"]
    assert HALTON.leads.senior
    assert HALTON.leads.clause == "10.1"


def test_halton_counts_20_operational_days_that_are_nowhere_defined():
    clock = HALTON.clocks["issue_discussion"]
    assert (str(clock.limit), clock.clause) == ("20 operational days on operational-days", "12.4")
    assert HALTON.calendars["operational-days"].base is None
    asked = next(point for point in HALTON.open if point.path == "calendars.operational-days.base")
    assert set(asked.choices) == set(Base)


def test_halton_ends_on_31_march_2022_and_changes_by_written_agreement_of_all():
    assert HALTON.term.ends == date(2022, 3, 31)
    assert HALTON.signatures.effect.rule == "date-signed"
    assert {change.how for change in HALTON.changes} == {"variation", "extension", "termination"}
    for change in HALTON.changes:
        rule = HALTON.decision_rules[change.rule]
        assert (rule.threshold, rule.written, rule.who) == ("all", True, Who())
        assert (change.forum, change.clause) == ("icp-board", "14.2")


def test_halton_reviews_and_conflicts():
    six = review(HALTON, "six-monthly")
    assert (six.counts_from, str(six.every)) == (Event.COMMENCEMENT, "6 months")
    assert review(HALTON, "governance").triggers == ("Legislation changes",)
    conflicts = HALTON.conflicts
    assert conflicts is not None
    assert (conflicts.within, conflicts.disclosed_to, conflicts.consent_of) == ("unstated", "unstated", "none")


def test_halton_s_tracker_has_ten_statuses_as_printed_and_no_colours():
    (tracker,) = HALTON.trackers
    assert len(tracker.statuses) == 10
    assert "Completed, but refreshing" in tracker.statuses
    assert tracker.colours == {}
    assert tracker.confirmed_by == "icp-board"


def test_halton_s_milestones_are_as_exact_as_the_briefing_names_them():
    found = [(it.key, it.clause, it.on and it.on.isoformat(), it.precision) for it in HALTON.milestones]
    assert found == [
        ("leadership-programme", "Briefing 2.9", "2021-05-31", "month"),
        ("workshop-learning", "Briefing 2.10", None, "day"),
        ("ics-mou", "Briefing 3.13", "2021-06-30", "month"),
        ("cm-programmes", "Briefing 3.5", "2021-06-30", "month"),
        ("commissioning-review", "Briefing 3.10", "2021-07-31", "month"),
        ("place-mou", "Briefing 3.11", "2021-09-30", "month"),
        ("operating-models", "Briefing 3.10", "2022-03-31", "month"),
        ("delegation", "Briefing 3.12", None, "day"),
        ("design-framework", "Briefing 4.3", None, "day"),
        ("data-sharing", "Briefing 3.15", None, "day"),
    ]
    owned = {it.key: it.owner for it in HALTON.milestones if it.owner}
    assert owned == {
        "commissioning-review": "cm-partnership-board",
        "place-mou": "icp-board",
        "design-framework": "icp-board",
    }


def test_halton_has_ten_principles_and_six_objectives():
    assert (len(HALTON.principles), len(HALTON.objectives)) == (10, 6)


# --- Mid and South Essex ------------------------------------------------------------------------------------------


def test_essex_partners_by_the_document_s_five_categories():
    counted = {category.key: 0 for category in ESSEX.categories}
    for found in ESSEX.partners:
        counted[found.category] += 1
    assert counted == {
        "local-authorities": 3,
        "nhs-commissioners": 5,
        "nhs-service-providers": 5,
        "regulators": 2,
        "other-partners": 6,
    }


def test_essex_marks_as_printed():
    starred = {found.key for found in ESSEX.partners if "other-ics" in found.marks}
    assert starred == {
        "essex-council",
        "eeast",
        "eput",
        "nelft",
        "provide",
        "healthwatch-essex",
        "uclp",
        "eastern-ahsn",
    }
    hashed = {found.key for found in ESSEX.partners if "hash" in found.marks}
    assert hashed == {"essex-council", "southend-council", "thurrock-council"}
    assert next(mark for mark in ESSEX.marks if mark.key == "hash").means is None


ANNEX_1 = {
    "vision": "ccgs nhs-providers councils nhse-nhsi healthwatch other",
    "objectives": "ccgs nhs-providers councils nhse-nhsi healthwatch other",
    "governance": "ccgs nhs-providers councils nhse-nhsi healthwatch other",
    "issue-resolution": "ccgs nhs-providers councils nhse-nhsi healthwatch other",
    "mutual-accountability": "ccgs nhs-providers councils nhse-nhsi",
    "financial-risk": "ccgs nhs-providers nhse-nhsi",
    "capital-and-transformation": "ccgs nhs-providers nhse-nhsi",
    "national-support": "ccgs nhs-providers councils nhse-nhsi",
}


def test_annex_1_in_full():
    assert {element.key: " ".join(element.applies_to) for element in ESSEX.elements} == ANNEX_1


@pytest.mark.parametrize(
    ("element", "number"),
    [("vision", 21), ("issue-resolution", 21), ("mutual-accountability", 14), ("financial-risk", 11)],
)
def test_how_many_are_eligible(element, number):
    assert len(eligible(ESSEX, element)) == number


def test_eleven_are_eligible_for_capital_and_provide_is_not_one_of_them():
    found = eligible(ESSEX, "capital-and-transformation")
    assert found == (
        "basildon-brentwood-ccg",
        "castle-point-rochford-ccg",
        "mid-essex-ccg",
        "southend-ccg",
        "thurrock-ccg",
        "eeast",
        "eput",
        "nelft",
        "mse-ft",
        "nhs-england",
        "nhs-improvement",
    )
    assert partner(ESSEX, "provide").category == "nhs-service-providers"
    assert partner(ESSEX, "provide").eligibility == "other"


def test_essex_capital_rule_is_75_percent_of_the_eligible_on_two_topics_after_the_executive_failed():
    rule = ESSEX.decision_rules["board-capital"]
    assert (rule.threshold, rule.base) == (Share("at least", Fraction(3, 4)), "all")
    assert rule.who == Who(only=("eligible",))
    assert rule.topics == ("capital-priorities", "transformation-funding")
    assert (rule.only_after, rule.recused, rule.clause) == ("sle-recommendation", None, "8.4")
    assert rule.note is not None
    assert "organisation" in rule.note
    assert len(ESSEX.topics) == 10  # five of 8.2, and the five areas of the Joint Committee (6.19)


LADDER = [
    ("bilateral", StageKind.DISCUSSION, None, None, "8.8", "place"),
    ("place", StageKind.DISCUSSION, None, None, "8.8", "sle-consensus"),
    ("sle-consensus", StageKind.DISCUSSION, "sle", "sle-consensus", "8.10.1", "sle-majority"),
    ("sle-majority", StageKind.VOTE, "sle", "sle-majority", "8.10.2", "facilitator"),
    ("facilitator", StageKind.FACILITATION, "sle", None, "8.10.3", "board"),
    ("board", StageKind.VOTE, "partnership-board", "board-majority", "8.10.4", None),
]


def test_essex_ladder():
    found = [(it.key, it.kind, it.forum, it.rule, it.clause, it.next) for it in ESSEX.issues.stages]
    assert found == LADDER
    assert [it.key for it in ESSEX.issues.stages if it.skippable] == ["place"]
    assert all(it.clock is None for it in ESSEX.issues.stages)
    notices = {it.key: (it.notice.to, it.notice.written) for it in ESSEX.issues.stages if it.notice}
    assert notices == {"sle-majority": ("all-partners", True), "board": ("affected-partners", False)}
    advisers = ESSEX.issues.stages[2].advice_from
    assert {"finance-leaders", "clinical-forum"} < set(advisers)
    assert Mover.AFFECTED_PARTNER in ESSEX.issues.stages[0].moved_on_by
    assert ESSEX.issues.statutory_consultation == "8.5"


def test_essex_majority_is_more_than_half_of_the_eligible_affected_and_participating():
    rule = ESSEX.decision_rules["sle-majority"]
    assert (rule.threshold, rule.base, rule.taken) == (Share("more than", Fraction(1, 2)), "present", "meeting")
    assert rule.who == Who(only=("eligible", "affected"))


def test_essex_forums():
    board = forum(ESSEX, "partnership-board")
    assert board.chair is not None
    assert board.chair.independent
    assert board.cadence is not None
    assert (board.cadence.times_a_year, board.cadence.in_public) == (4, True)
    committee = ESSEX.decision_rules["joint-committee"]
    assert (committee.who, committee.taken, len(committee.topics)) == (
        Who(of=("members of joint-committee",)),
        "meeting",
        5,
    )
    assert forum(ESSEX, "joint-committee").public
    assert len(forum(ESSEX, "joint-committee").seats) == 6
    assert forum(ESSEX, "icp-south-east-essex").reports_to == ("hwb-southend", "hwb-essex", "partnership-board")
    assert str(forum(ESSEX, "delivery-group").cadence.every) == "2 months"


def test_essex_actions_are_four_and_five():
    by_clause = {clause: [it for it in ESSEX.actions if it.clause == clause] for clause in ("7.7", "7.8")}
    assert [len(found) for found in by_clause.values()] == [4, 5]
    assert {it.recommended_by for it in by_clause["7.8"]} == {"finance-leaders"}
    assert {it.agreed_by for it in ESSEX.actions} == {"sle"}


def test_essex_signing():
    signatures = ESSEX.signatures
    assert signatures.counterparts
    assert signatures.effect.rule == "latest-first-counterpart"
    assert signatures.effect.and_all_signed
    assert set(signatures.fields) == {"signature", "name", "position", "organisation", "date"}
    assert {SignatureForm.FAX, SignatureForm.SCANNED_PDF, SignatureForm.SCANNED_JPEG} < set(signatures.forms)
    assert [(it.how, it.clause) for it in ESSEX.changes] == [("variation", "10.1"), ("accession", "14.1")]
    assert ESSEX.decision_rules["variation"].written


def test_essex_reviews_and_the_rest():
    annual = review(ESSEX, "annual")
    assert (str(annual.first_within), str(annual.every), annual.by) == ("1 year", "1 year", "partnership-board")
    assert ESSEX.conflicts is None
    assert ESSEX.clocks == {}
    assert len(ESSEX.principles) == 9
    assert {"nelft", "provide"} == set(partner(ESSEX, "eput").related)
    assert len([found for found in ESSEX.forums if found.key.startswith("icp-")]) == 4
