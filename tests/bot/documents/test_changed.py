"""Some hundred PDFs that were changed at random: each is taken or refused by a rule. `make fuzz` looks at more."""

from __future__ import annotations

from tests.fuzz.looking import of_number, run


def test_what_was_changed_at_random_is_taken_or_refused_and_nothing_dies_of_it():
    result = run(0, 300)
    assert result.wrong == {}
    assert result.looked_at == sum(result.by_rule.values()) == 300
    assert {"taken", "cut-off"} < set(result.by_rule)


def test_the_same_number_is_the_same_file():
    assert of_number(7) == of_number(7) != of_number(8)
