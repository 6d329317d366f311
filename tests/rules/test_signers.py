"""How many sign for a partner and in which order, as tables of dated examples; and whatever is signed, never too early."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, strategies as st

from rules.signatures import Counterpart, Document, DocumentKind, signing
from rules.signers import Able, Asked, Signature, asked, completed_on, counting, enough, in_turn, on_one_copy, who_words
from rules.terms import Signers
from storage.packs import read_pack

HALTON = read_pack("one-halton-2021")
TWO = Signers(at_least=2)
THREE = Signers(at_least=3, of=("signatory", "lead"))
CHAIR_LAST = Signers(at_least=2, of=("signatory", "lead"), in_order=True)
TWO_THEN_LEAD = Signers(at_least=3, of=("signatory", "signatory", "lead"), in_order=True)


def on(day):
    return date(2022, 1, day)


def signed(*written):
    """`ada s 3` is Ada's signature as a signatory, on 3 January."""
    words = {"s": "signatory", "l": "lead", "d": "deputy"}
    split = [one.split() for one in written]
    return [Signature(who, words[what], on(int(day)), copy) for copy, (who, what, day) in enumerate(split, start=1)]


# what is signed; who counts, in their order; the day on which it is complete
COUNTED = [
    # two of them, in no order: the second person completes it, on their day
    (TWO, (), "", None),
    (TWO, ("ada s 3",), "ada", None),
    (TWO, ("ada s 3", "ben l 5"), "ada ben", 5),
    (TWO, ("ben l 5", "ada s 3"), "ada ben", 5),
    (TWO, ("ada s 3", "ben l 3"), "ada ben", 3),
    (TWO, ("ada s 3", "ada s 5"), "ada", None),  # one person counts once
    (TWO, ("ada s 3", "ada l 5"), "ada", None),  # in whatever capacity
    (TWO, ("ada s 3", "ada s 4", "ben l 5"), "ada ben", 5),
    (TWO, ("ada s 3", "ben l 5", "cy d 6"), "ada ben", 5),  # a third changes nothing
    (TWO, ("cy d 6", "ada s 3", "ben l 5"), "ada ben", 5),
    (TWO, ("ben l 5", "cy d 6", "ada s 4"), "ada ben", 5),  # an earlier one that comes late counts from its day
    # three of them: two are not enough
    (THREE, ("ada s 3", "ben l 5"), "ada ben", None),
    (THREE, ("ada s 3", "ben l 5", "cy s 4"), "ada cy ben", 5),
    # the lead last
    (CHAIR_LAST, ("ada s 3",), "ada", None),
    (CHAIR_LAST, ("ben l 5",), "", None),
    (CHAIR_LAST, ("ada s 3", "ben l 5"), "ada ben", 5),
    (CHAIR_LAST, ("ben l 5", "ada s 3"), "ada ben", 5),  # told the other way round
    (CHAIR_LAST, ("ada s 5", "ben l 4"), "ada", None),  # the day before its turn
    (CHAIR_LAST, ("ada s 5", "ben l 5"), "ada ben", 5),  # a copy has a day, and no hour
    (CHAIR_LAST, ("ada s 5", "ben l 4", "ben l 6"), "ada ben", 6),  # again, in turn
    (CHAIR_LAST, ("ada s 3", "cy s 4"), "ada", None),  # another signatory is no lead
    (CHAIR_LAST, ("ada s 3", "ada l 4"), "ada", None),  # one person signs once
    (CHAIR_LAST, ("ada s 3", "cy s 3", "ada l 5"), "cy ada", 5),  # whom it takes as what is seen in the end
    (TWO_THEN_LEAD, ("ada s 3", "ben l 4"), "ada", None),
    (TWO_THEN_LEAD, ("ada s 3", "cy s 4", "ben l 5"), "ada cy ben", 5),
    (TWO_THEN_LEAD, ("ada s 3", "ben l 4", "cy s 5"), "ada cy", None),
]


@pytest.mark.parametrize(("rule", "written", "who", "complete"), COUNTED)
def test_who_counts_and_from_which_day(rule, written, who, complete):
    assert " ".join(one.person for one in counting(rule, signed(*written))) == who
    assert completed_on(rule, signed(*written)) == (on(complete) if complete else None)


# --- Who is asked -------------------------------------------------------------------------------------------------

ROSTER = [
    Able("ada", frozenset({"signatory"})),
    Able("cy", frozenset({"signatory"})),
    Able("ben", frozenset({"lead"})),
    Able("di", frozenset({"lead", "signatory"})),
]
ASKED = [
    # as many as are needed; those that are named before the others
    (TWO, (), {}, "ada cy", ""),
    (TWO, (), {"named": ["ben", "di"]}, "ben di", ""),
    (TWO, (), {"named": ["eve", "ben"]}, "ben ada", ""),  # Eve has left: the next who may
    (TWO, ("ada s 3",), {"named": ["ada", "ben"]}, "ben", ""),
    (TWO, ("cy s 3",), {"named": ["ada", "ben"]}, "ada", ""),  # who was not named has signed
    (TWO, ("ada s 3", "cy s 4"), {}, "", ""),
    (TWO, (), {"refused": ["ada"]}, "cy ben", ""),
    (TWO, ("ada s 3",), {"refused": ["cy", "ben", "di"]}, "", ""),
    (TWO, (), {"pending": signed("ada s 3")}, "cy", ""),  # one copy is looked at: one more is needed
    (TWO, ("cy s 3",), {"pending": signed("ada s 3")}, "", ""),
    (THREE, (), {}, "ada cy ben", ""),
    # in an order only the one whose turn it is
    (CHAIR_LAST, (), {}, "ada", "ben"),
    (CHAIR_LAST, (), {"named": ["cy", "di"]}, "cy", "di"),
    (CHAIR_LAST, (), {"named": ["di", "ben"]}, "di", "ben"),
    (CHAIR_LAST, (), {"named": ["eve", "ben"]}, "ada", "ben"),
    (CHAIR_LAST, (), {"named": [None, "di"], "refused": ["ada", "cy"]}, "di", "ben"),  # nobody else is a signatory
    (CHAIR_LAST, (), {"refused": ["ada"]}, "cy", "ben"),
    (CHAIR_LAST, ("ada s 3",), {}, "ben", ""),
    (CHAIR_LAST, ("ada s 3",), {"refused": ["ben"]}, "di", ""),
    (CHAIR_LAST, (), {"pending": signed("ada s 3")}, "", "ben"),  # before it is looked at it is nobody's turn
    (TWO_THEN_LEAD, (), {}, "ada", "cy ben"),
    (TWO_THEN_LEAD, ("cy s 3",), {}, "ada", "ben"),
]


@pytest.mark.parametrize(("rule", "written", "more", "now", "later"), ASKED)
def test_who_is_asked_now_and_who_comes_later(rule, written, more, now, later):
    found = asked(rule, signed(*written), ROSTER, **more)
    assert found == Asked(tuple(now.split()), tuple(later.split()))


@pytest.mark.parametrize(
    ("rule", "written", "held", "capacity"),
    [
        (TWO, (), {"member"}, None),
        (TWO, (), {"deputy"}, "deputy"),
        (TWO, (), {"lead", "signatory"}, "signatory"),
        (CHAIR_LAST, (), {"lead"}, None),
        (CHAIR_LAST, (), {"signatory"}, "signatory"),
        (CHAIR_LAST, ("ada s 3",), {"lead"}, "lead"),
        (CHAIR_LAST, ("ada s 3",), {"signatory"}, None),
        (CHAIR_LAST, ("ada s 3", "ben l 4"), {"lead"}, None),
    ],
)
def test_in_which_capacity_it_is_somebody_s_turn(rule, written, held, capacity):
    assert in_turn(rule, signed(*written), held) == capacity


@pytest.mark.parametrize(
    ("rule", "written", "chosen", "found"),
    [
        (TWO, (), "ben ada", {"ben": "lead", "ada": "signatory"}),
        (CHAIR_LAST, (), "ben ada", {"ben": "lead", "ada": "signatory"}),  # both on one copy
        (CHAIR_LAST, (), "ben", {"ben": None}),
        (CHAIR_LAST, (), "ada cy", {"ada": "signatory", "cy": None}),
        (CHAIR_LAST, (), "di ben", {"di": "signatory", "ben": "lead"}),
        (CHAIR_LAST, ("ada s 3",), "ben", {"ben": "lead"}),
        (CHAIR_LAST, ("ada s 3",), "ada ben", {"ada": "signatory", "ben": "lead"}),
        (CHAIR_LAST, ("ada s 3",), "cy", {"cy": None}),
        (CHAIR_LAST, ("ada s 3", "ben l 4"), "cy", {"cy": "signatory"}),  # all have signed: it is kept beside
        (TWO_THEN_LEAD, (), "ben cy ada", {"ben": "lead", "cy": "signatory", "ada": "signatory"}),
    ],
)
def test_in_which_capacity_each_has_signed_one_copy(rule, written, chosen, found):
    people = [next(one for one in ROSTER if one.person == who) for who in chosen.split()]
    assert on_one_copy(rule, signed(*written), people) == found


@pytest.mark.parametrize(
    ("rule", "written", "without", "is_enough"),
    [
        (TWO, (), "ada cy", True),
        (TWO, (), "ada cy ben", False),
        (TWO, ("ada s 3",), "cy ben", True),
        (TWO, ("ada s 3",), "cy ben di", False),
        (CHAIR_LAST, (), "ada cy", True),  # Di as a signatory, and Ben
        (CHAIR_LAST, (), "ada cy di", False),
        (CHAIR_LAST, ("ada s 3",), "ben", True),
        (CHAIR_LAST, ("ada s 3",), "ben di", False),
    ],
)
def test_whether_enough_are_left_without_some(rule, written, without, is_enough):
    assert enough(rule, signed(*written), ROSTER, without=without.split()) is is_enough


def test_it_is_said_as_a_lawyer_says_it():
    assert [who_words(rule) for rule in (TWO, THREE, CHAIR_LAST, TWO_THEN_LEAD, Signers(at_least=1, of=("lead",)))] == [
        "two of its signatories, leads and deputies sign",
        "three of its signatories and leads sign",
        "its signatory, then its lead sign",
        "its signatory, then another signatory, then its lead sign",
        "one of its leads signs",
    ]


# --- With the partners --------------------------------------------------------------------------------------------


def under(rule):
    return HALTON.model_copy(update={"signatures": HALTON.signatures.model_copy(update={"signers": rule})})


def copies(partner, *written, version=1, **more):
    return [
        Counterpart(partner, one.signed_on, version, signers=((one.person, one.capacity),), number=one.copy, **more)
        for one in signed(*written)
    ]


ALONE = Document(kind=DocumentKind.OTHER, by=("mersey-care", "halton-ccg"))

# what Mersey Care and Halton CCG have signed; the day on which it takes effect, who has signed in part, who is missing
TOGETHER = [
    (TWO, ("ada s 3", "ben l 5"), ("di s 4", "eve l 9"), 9, "", ""),  # the last of the two, of the last partner
    (TWO, ("ada s 3", "ben l 9"), ("di s 4", "eve l 5"), 9, "", ""),
    (TWO, ("ada s 3", "ben l 5"), ("di s 4",), None, "halton-ccg", "halton-ccg"),
    (TWO, ("ada s 3", "ben l 5"), (), None, "", "halton-ccg"),
    (TWO, ("ada s 3", "ben l 5"), ("ada s 4", "ada s 9"), None, "halton-ccg", "halton-ccg"),
    (CHAIR_LAST, ("ada s 3", "ben l 5"), ("eve l 4", "di s 5"), None, "halton-ccg", "halton-ccg"),
    (CHAIR_LAST, ("ada s 3", "ben l 5"), ("eve l 4", "di s 5", "eve l 6"), 6, "", ""),
]


@pytest.mark.parametrize(("rule", "mersey", "halton", "effective", "partly", "missing"), TOGETHER)
def test_it_takes_effect_with_the_last_of_the_people_of_the_last_partner(
    rule, mersey, halton, effective, partly, missing
):
    found = signing(
        under(rule), [*copies("mersey-care", *mersey), *copies("halton-ccg", *halton)], on=on(20), document=ALONE
    )
    assert found.effective_on == (on(effective) if effective else None)
    assert (" ".join(found.partly), " ".join(found.missing)) == (partly, missing)


def test_on_the_day_before_the_last_of_them_has_signed_it_is_signed_in_part():
    given = [*copies("mersey-care", "ada s 3", "ben l 5"), *copies("halton-ccg", "di s 3", "eve l 4")]
    before, after = (signing(under(TWO), given, on=on(day), document=ALONE) for day in (4, 5))
    assert (dict(before.first), tuple(before.partly), before.effective_on) == (
        {"halton-ccg": on(4)},
        ("mersey-care",),
        None,
    )
    assert (after.first, dict(after.partly), after.effective_on) == (
        {"mersey-care": on(5), "halton-ccg": on(4)},
        {},
        on(5),
    )


def test_what_lacks_something_or_waits_or_is_of_another_version_counts_for_nobody():
    two = Document(kind=DocumentKind.OTHER, version=2, by=("mersey-care",))
    for more in ({"lacks": ("position",)}, {"waits": True}, {"version": 1}):
        given = [
            *copies("mersey-care", "ada s 3", version=2),
            *copies("mersey-care", "ben l 5", **{"version": 2} | more),
        ]
        found = signing(under(TWO), given, on=on(20), document=two)
        assert (found.missing, [one.person for one in found.partly["mersey-care"]]) == (("mersey-care",), ["ada"])
        assert found.waiting == (("mersey-care",) if "waits" in more else ())


def test_one_copy_with_both_signatures_is_enough():
    both = Counterpart("mersey-care", on(5), signers=(("ada", "signatory"), ("ben", "lead")))
    for rule in (TWO, CHAIR_LAST):
        found = signing(under(rule), [both], on=on(5), document=Document(kind=DocumentKind.OTHER, by=("mersey-care",)))
        assert found.first == {"mersey-care": on(5)}


def test_a_newcomer_of_whom_nobody_is_on_the_roster_yet_signs_by_one_copy():
    document = Document(kind=DocumentKind.ACCESSION, by=("newcomer",))
    found = signing(under(TWO), [Counterpart("newcomer", on(5))], on=on(5), document=document)
    assert found.first == {"newcomer": on(5)}


# --- Whatever is signed -------------------------------------------------------------------------------------------

PEOPLE = st.sampled_from(("ada", "ben", "cy"))
WRITTEN = st.lists(
    st.builds(Signature, PEOPLE, st.sampled_from(("signatory", "lead")), st.integers(1, 6).map(on)), max_size=7
)
RULES = st.sampled_from((TWO, THREE, CHAIR_LAST, TWO_THEN_LEAD))


def fulfils(rule, chosen):
    """Whether these signatures, one after another, are what the rule asks for: said again, and by hand."""
    if len({one.person for one in chosen}) < len(chosen) or len(chosen) < rule.at_least:
        return False
    if not rule.in_order:
        return True
    days = [one.signed_on for one in chosen]
    return days == sorted(days) and tuple(one.capacity for one in chosen) == rule.of


@given(RULES, WRITTEN)
def test_it_is_complete_on_the_first_day_on_which_some_of_what_was_signed_is_what_is_asked_for(rule, written):
    ways = (chosen for chosen in itertools.permutations(written, rule.at_least) if fulfils(rule, chosen))
    first = min((max(one.signed_on for one in chosen) for chosen in ways), default=None)
    assert completed_on(rule, written) == first


@given(RULES, WRITTEN, st.randoms(use_true_random=False))
def test_in_which_order_it_was_told_makes_no_difference_to_the_day(rule, written, chance):
    other = list(written)
    chance.shuffle(other)
    assert completed_on(rule, other) == completed_on(rule, written)


@given(RULES, WRITTEN, st.builds(Signature, PEOPLE, st.sampled_from(("signatory", "lead")), st.integers(1, 6).map(on)))
def test_one_more_signature_never_puts_the_day_off_nor_makes_fewer_count(rule, written, more):
    before, after = completed_on(rule, written), completed_on(rule, [*written, more])
    assert (after or date.max) <= (before or date.max)
    assert len(counting(rule, written)) <= len(counting(rule, [*written, more]))


@given(RULES, WRITTEN, WRITTEN, st.randoms(use_true_random=False))
def test_the_acts_of_two_partners_come_to_the_same_in_any_order(rule, mine, theirs, chance):
    acts = [
        Counterpart(partner, one.signed_on, signers=((one.person, one.capacity),), number=number)
        for partner, written in (("mersey-care", mine), ("halton-ccg", theirs))
        for number, one in enumerate(written, start=1)
    ]
    mixed = list(acts)
    chance.shuffle(mixed)
    assert signing(under(rule), mixed, on=on(20), document=ALONE) == signing(
        under(rule), acts, on=on(20), document=ALONE
    )


@given(RULES, WRITTEN)
def test_whoever_is_asked_can_sign_and_their_signature_counts(rule, written):
    signed_, last = counting(rule, written), max((one.signed_on for one in written), default=on(1))
    found = asked(rule, signed_, ROSTER)
    for person in found.now:
        held = next(one.capacities for one in ROSTER if one.person == person)
        capacity = in_turn(rule, signed_, held)
        assert capacity is not None
        more = [*written, Signature(person, capacity, last)]
        assert len(counting(rule, more)) > len(signed_)
