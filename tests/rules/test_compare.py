"""What differs between two packs."""

from __future__ import annotations

from pathlib import Path

from rules.compare import Difference, Kind, compare
from rules.terms import Terms
from storage.packs import parse_pack, read_pack

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text()


def changed(*pairs: tuple[str, str]) -> tuple[Difference, ...]:
    text = SMALL
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return compare(parse_pack(SMALL, file="a"), parse_pack(text, file="b"))


def test_the_same_differs_in_nothing():
    assert changed() == ()


def test_a_changed_limit_is_one_difference_with_its_clause():
    assert changed(("{number: 10, unit", "{number: 15, unit")) == (
        Difference(
            Kind.CHANGED,
            "clocks.talk.limit",
            "2.10",
            "10 operational days on working",
            "15 operational days on working",
        ),
    )


def test_an_added_and_a_removed_partner_are_named():
    new = "    category: bank\n    eligibility: downstream\nelements:"
    grown = changed((new, new.replace("elements:", "  - {key: dale, name: Dale CIC, short: Dale, roles: [other], category: bank, eligibility: upstream}\nelements:")))  # fmt: skip
    assert grown == (Difference(Kind.ADDED, "partners.dale", None, None, "Dale CIC"),)


def test_something_taken_out_says_what_it_was():
    assert changed(("      2030-01-02: Office closed\n", "      2030-01-03: Office closed\n")) == (
        Difference(Kind.REMOVED, "calendars.working.closed.2030-01-02", "1", "Office closed", None),
        Difference(Kind.ADDED, "calendars.working.closed.2030-01-03", "1", None, "Office closed"),
    )
    assert changed(("    quorum: 2\n", "")) == (
        Difference(Kind.REMOVED, "decision_rules.spend.quorum", None, "number: 2", None),
    )


def test_words_for_thresholds_lists_and_ticks():
    found = changed(
        ("at least 3/4", "at least 2/3"),
        ("who: {only: eligible}", "who: {only: [eligible, affected]}"),
        ("eligible: false", "eligible: true"),
    )
    assert [(it.path, it.before, it.after) for it in found] == [
        ("overrides.cedar/money.eligible", "no", "yes"),
        ("decision_rules.spend.who.only", "eligible", "eligible, affected"),
        ("decision_rules.spend.threshold", "at least 3/4", "at least 2/3"),
    ]


def test_a_new_order_is_said():
    one, other = "  - {key: spending, name: Spending, element: money}\n", "  - {key: other, name: Anything else}\n"
    found = changed((one, ""), (other, other + one))
    assert [(it.path, it.before, it.after) for it in found] == [
        ("topics (order)", "spending, dam-height, other", "dam-height, other, spending")
    ]


def test_two_agreements_differ_both_ways_alike():
    sefton, halton = read_pack("sefton-2022"), read_pack("one-halton-2021")
    there, back = compare(sefton, halton), compare(halton, sefton)
    assert {it.path for it in there} == {it.path for it in back}
    assert {it.path for it in there if it.kind is Kind.ADDED} == {it.path for it in back if it.kind is Kind.REMOVED}


def test_a_round_trip_through_the_database_s_form_differs_in_nothing():
    for name in ("sefton-2022", "one-halton-2021", "mid-south-essex-2020"):
        terms = read_pack(name)
        again = Terms.model_validate(terms.model_dump(mode="json"))
        assert compare(terms, again) == ()
        assert again == terms
