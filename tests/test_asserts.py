"""Every test can fail: it asserts something, and nothing that holds whatever happens."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in (ROOT / "tests").rglob("*.py")
}
CHECKS = {  # what asserts in the place of a test that calls it
    "answered": "tests/scenarios/hostile/payload_kit.py",
    "being_sent": "tests/scenarios/faults/test_database.py",
    "check_all": "tests/scenarios/hostile/kit.py",
    "drawn_by_both": "tests/doors/test_every_message.py",
    "is_whole_form": "tests/doors/checks.py",
    "survives": "tests/scenarios/hostile/kit.py",
}
OUTSIDE = {"expect", "raises"}  # of playwright, of pytest


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def named_in(node):
    """The names of what a function speaks of."""
    inside = list(ast.walk(node))
    return {n.id for n in inside if isinstance(n, ast.Name)} | {n.attr for n in inside if isinstance(n, ast.Attribute)}


def asserts(node, helpers):
    """Whether a function asserts something, itself or by one of these helpers."""
    return any(isinstance(inside, ast.Assert) for inside in ast.walk(node)) or bool(named_in(node) & helpers)


def asserted():
    """What is asserted in the tests, each with its place."""
    return [
        (f"{name}:{node.lineno}", node.test)
        for name, tree in TESTS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert)
    ]


def test_every_test_asserts_something():
    silent = [
        f"{name}:{test.lineno}: {test.name}"
        for name, tree in TESTS.items()
        for test in functions(tree)
        if test.name.startswith("test_") and not asserts(test, CHECKS.keys() | OUTSIDE)
    ]
    assert silent == []


@pytest.mark.parametrize("check", CHECKS)
def test_what_asserts_for_a_test_does_so(check):
    (found,) = [node for node in functions(TESTS[CHECKS[check]]) if node.name == check]
    assert asserts(found, {"is_whole_page", "is_whole_text"} | OUTSIDE)


def test_no_assertion_holds_by_either_of_two():
    either = [place for place, test in asserted() if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or)]
    assert either == []


def test_no_assertion_takes_one_of_several_values():
    several = [
        place
        for place, test in asserted()
        if isinstance(test, ast.Compare)
        and isinstance(test.ops[0], ast.In)
        and isinstance(test.comparators[0], ast.Tuple | ast.List | ast.Set)
        and all(isinstance(one, ast.Constant) for one in test.comparators[0].elts)
    ]
    assert several == []


def test_no_assertion_counts_one_or_more():
    """Where the number is known, it is said."""
    some = [place for place, test in asserted() if ast.unparse(test).startswith("len(") and at_least_one(test)]
    assert some == []


def at_least_one(test):
    if not isinstance(test, ast.Compare) or not isinstance(test.comparators[0], ast.Constant):
        return False
    return (type(test.ops[0]), test.comparators[0].value) in ((ast.Gt, 0), (ast.GtE, 1), (ast.NotEq, 0))
