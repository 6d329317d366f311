"""Terms of office: both sides of every day on which something is said; who is missing, and who serves two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules import posts
from rules.calendars import calendar_of
from rules.errors import Refusal
from rules.posts import Post, PostKind, Tenure, Turn
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")
ESSEX = read_pack("mid-south-essex-2020")
LAST = date(2023, 3, 31)  # a Friday
ENGLAND = calendar_of("england-and-wales")
LEAD = Post(PostKind.LEAD, partner="luhft")


def held(until=LAST, person=1, post=LEAD, row=1, since=None):
    return Tenure(post, row, person, since, until)


@pytest.mark.parametrize(
    ("today", "until", "turn"),
    [
        ("2023-01-29", LAST, None),  # 61 days are left: 2 in January, 28, 31
        ("2023-01-30", LAST, Turn.SOON),
        ("2023-03-16", LAST, Turn.SOON),  # 15 days
        ("2023-03-17", LAST, Turn.SOONER),
        ("2023-03-30", LAST, Turn.SOONER),
        ("2023-03-31", LAST, Turn.LAST_DAY),
        ("2023-04-01", LAST, Turn.OVER),
        ("2023-04-13", date(2023, 4, 16), Turn.SOONER),  # it ends on a Sunday, and this is the Thursday before
        ("2023-04-14", date(2023, 4, 16), Turn.LAST_DAY),
        ("2023-04-17", date(2023, 4, 16), Turn.OVER),
        ("2023-04-05", date(2023, 4, 10), Turn.SOONER),  # Easter Monday: the last working day is Maundy Thursday
        ("2023-04-06", date(2023, 4, 10), Turn.LAST_DAY),
        ("2023-01-30", None, None),
    ],
)
def test_what_is_said_of_a_term_by_a_day(today, until, turn):
    assert posts.turn_of(held(until), date.fromisoformat(today), ENGLAND) is turn


@given(st.integers(-100, 100), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_what_is_said_never_goes_back(days, today):
    order = [None, *Turn]
    tenure = held(today + timedelta(days=days))
    one, next_ = (order.index(posts.turn_of(tenure, today + timedelta(days=n), ENGLAND)) for n in (0, 1))
    assert one <= next_


def test_both_ends_of_a_term_count():
    tenure = held(since=date(2023, 3, 1))
    assert [tenure.held_on(date(2023, *day)) for day in ((2, 28), (3, 1), (3, 31), (4, 1))] == [
        False,
        True,
        True,
        False,
    ]
    assert held(None).held_on(date(2099, 1, 1))
    assert not held(None).over_by(date(2099, 1, 1))


def test_the_terms_that_end_soon_come_in_the_order_of_their_days():
    today = date(2023, 1, 30)
    first, second = held(date(2023, 2, 28), row=2), held(LAST, person=2, row=1)
    late, over = held(LAST + timedelta(days=1), person=3, row=4), held(date(2023, 1, 29), person=4, row=5)
    to_come = held(date(2023, 2, 1), person=5, row=7, since=date(2023, 1, 31))
    every = [second, first, late, over, to_come]
    assert posts.ending(every, today) == (first, second)
    assert posts.ending([*every, held(None, row=6)], today) == (second,)  # the first one goes on without end
    assert posts.ending(every, today, timedelta(days=29)) == (first,)
    assert posts.ending(every, today, timedelta(days=28)) == ()


def test_somebody_who_goes_on_in_the_same_post_does_not_end():
    goes_on = held(None, row=2, since=LAST + timedelta(days=1))
    assert posts.goes_on(held(), [held(), goes_on])
    assert not posts.goes_on(held(), [held(), held(None, row=2, since=LAST + timedelta(days=2))])
    assert not posts.goes_on(held(), [held(), held(None, person=2, row=2)])
    assert not posts.goes_on(held(), [held(), held(None, row=2, post=Post(PostKind.DEPUTY, partner="luhft"))])


def test_the_partners_without_a_lead_or_a_deputy():
    others = [held(None, row=n, post=Post(PostKind.LEAD, partner=p.key)) for n, p in enumerate(SEFTON.partners)]
    assert posts.without(SEFTON, others, LAST, PostKind.LEAD) == ()
    assert posts.without(SEFTON, others, LAST, PostKind.DEPUTY) == tuple(p.key for p in SEFTON.partners)
    luhft = [*(one for one in others if one.post != LEAD), held(row=50)]
    assert posts.without(SEFTON, luhft, LAST, PostKind.LEAD) == ()
    assert posts.without(SEFTON, luhft, LAST + timedelta(days=1), PostKind.LEAD) == ("luhft",)


def test_a_partner_that_has_left_or_is_succeeded_misses_nobody():
    left = SEFTON.model_copy(
        update={"partners": (SEFTON.partners[0].model_copy(update={"left": LAST}), *SEFTON.partners[1:])}
    )
    key = SEFTON.partners[0].key
    assert key in posts.without(left, [], LAST, PostKind.LEAD)
    assert key not in posts.without(left, [], LAST + timedelta(days=1), PostKind.LEAD)


def test_where_the_document_asks_no_partner_for_a_lead_nobody_is_missed():
    leads = SEFTON.leads.model_copy(update={"one_per_partner": False})
    assert posts.without(SEFTON, [], LAST, PostKind.LEAD)
    assert posts.without(SEFTON.model_copy(update={"leads": leads}), [], LAST, PostKind.LEAD) == ()


def test_a_lead_is_asked_to_be_senior_where_the_document_says_so():
    halton = read_pack("one-halton-2021")
    assert posts.asked_of_leads(halton) == "Each partner's lead is to be a senior person (clause 10.1)."
    unnumbered = halton.model_copy(update={"leads": halton.leads.model_copy(update={"clause": None})})
    assert posts.asked_of_leads(unnumbered) == "Each partner's lead is to be a senior person."
    assert posts.asked_of_leads(SEFTON) is None


def test_one_deputy_for_two_partners_is_named_and_allowed_unless_the_document_says_otherwise():
    one = held(row=1, post=Post(PostKind.DEPUTY, partner="southport-formby-pcn"))
    two = held(row=2, post=Post(PostKind.DEPUTY, partner="south-sefton-pcn"))
    assert posts.shared(SEFTON, [two, one], LAST, PostKind.DEPUTY) == {1: ("southport-formby-pcn", "south-sefton-pcn")}
    assert posts.shared(SEFTON, [two, one], LAST, PostKind.LEAD) == {}
    assert posts.shared(SEFTON, [two, one], LAST + timedelta(days=1), PostKind.DEPUTY) == {}
    posts.check_shared(SEFTON, [one], two, "Cleo")
    strict = SEFTON.model_copy(update={"leads": SEFTON.leads.model_copy(update={"shared": False})})
    with pytest.raises(Refusal) as caught:
        posts.check_shared(strict, [one], two, "Cleo")
    assert str(caught.value) == (
        "Cleo is deputy of Southport and Formby PCN already, and each partner has a deputy of its own (clause 8.6). "
        "Please choose somebody else, or end the other capacity first."
    )
    posts.check_shared(strict, [one], held(None, row=2, post=two.post, since=LAST + timedelta(days=1)), "Cleo")
    posts.check_shared(strict, [one], held(row=3, post=Post(PostKind.LEAD, partner="luhft")), "Cleo")
