"""What `agreement show` says of decision rules, and of what a pack states and nothing acts on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.cli.agreement_stated import STATED, stated
from bot.cli.agreement_summary import summary
from rules import count_words, terms as vocabulary
from rules.terms import Terms
from storage.packs import read_pack
from tests.rules.voting_kit import SEFTON, rule

ESSEX = read_pack("mid-south-essex-2020")
HOUSE = Path(__file__).parent.parent.parent.parent

# Of what a pack says: printed on the page or beside it, and nothing depends on it.
PRINTED_ONLY = {"binding", "document_version", "means", "no_printed_block", "oddities", "of_people", "printed_number"}
PRINTED_ONLY |= {"statutory"}


def section(terms: Terms, heading: str) -> list[str]:
    """Return the entries under a heading of the page, each in one line."""
    _, _, after = summary(terms).partition(f"\n{heading}\n")
    return [line.strip() for line in after.split("\n\n")[0].replace("\n      ", " ").splitlines()]


# What a rule says, and what is said of it: on the page, in the list of `electorate`, and beside open questions.
ASKED = (
    ({"threshold": "all"}, "Agreement of all partners"),
    ({"threshold": "all", "who": ["partners"]}, "Agreement of all partners"),
    ({"threshold": "nobody against", "who": {"only": "affected"}}, "Consensus of all affected partners"),
    ({"threshold": "nobody against", "who": "affected"}, "Consensus of all affected partners"),
    (
        {"threshold": "at least 2/3", "who": {"only": ["eligible", "affected"]}, "base": "present"},
        "At least two thirds of the eligible and affected partners who are there",
    ),
    (
        {"threshold": "more than 1/2", "who": {"only": "public-authority"}, "quorum": 4},
        "More than half of all public authorities; at least 4 must be there",
    ),
    (
        {"threshold": "more than 1/2", "who": {"only": ["eligible", "public-authority"]}},
        "More than half of all eligible public authorities",
    ),
    (
        {"threshold": "all", "who": {"of": "members of joint-committee", "only": "public-authority"}},
        "Agreement of all members of the Joint Committee of the five CCGs that are public authorities",
    ),
    (
        {"threshold": "all", "who": {"of": "partners on sle", "without": ["concerned"]}},
        "Agreement of all partners on the System Leadership Executive Group other than the one concerned",
    ),
    (
        {"threshold": "all", "who": {"without": ["affected", "public-authority"]}},
        "Agreement of all partners other than those affected and public authorities",
    ),
    (
        {"threshold": "more than 1/2", "who": ["thurrock-ccg", "nelft"], "base": "votes-cast"},
        "More than half of the votes cast, by Thurrock CCG and NELFT",
    ),
    (
        {"threshold": "more than 1/2", "who": ["thurrock-ccg", "nelft"], "base": "present"},
        "More than half of those of Thurrock CCG and NELFT who are there",
    ),
    (
        {"threshold": "all", "who": ["commissioner", "nelft"]},
        "Agreement of commissioners and NELFT",
    ),
    (
        {"threshold": "all", "who": {"of": ["commissioner", "provider"], "only": "eligible"}},
        "Agreement of all commissioners and providers, of them those eligible",
    ),
    (
        {"threshold": "all", "who": ["affected", "nelft"]},
        "Agreement of affected partners and NELFT",
    ),
    (
        {"threshold": "all", "quorum": "more than 1/2"},
        "Agreement of all partners; more than half must be there",
    ),
    (
        {"threshold": "all", "quorum": {"number": 4, "fraction": "1/2"}},
        "Agreement of all partners; at least 4, and at least half, must be there",
    ),
)


@pytest.mark.parametrize(("said", "asks"), ASKED)
def test_what_a_rule_asks_is_said_in_the_same_words_everywhere(said, asks):
    asked = rule(**said, clause="7")
    assert count_words.asks(ESSEX, asked) == asks
    terms = ESSEX.model_copy(update={"decision_rules": {**ESSEX.decision_rules, "it": asked}})
    said_of_it = [line for line in section(terms, "What carries a decision") if line.startswith("Resolution (it)")]
    assert said_of_it == [f"Resolution (it): {asks[:1].lower()}{asks[1:]} [7]"]


def test_who_else_is_counted_is_said():
    asked = rule(
        threshold="at least 2/3",
        who={"of": "members of joint-committee", "vacant": "counted"},
        quorum={"number": 3, "recused": "left-out"},
        recused="in-base",
    )
    assert count_words.kept(asked) == (
        "vacant places are counted",
        "those kept out by a conflict stay in the base",
        "those kept out by a conflict are left out of the quorum",
    )
    there = rule(threshold="all", quorum={"number": 3, "recused": "as-there"})
    assert count_words.kept(there) == ("those kept out by a conflict count as there for the quorum",)
    assert count_words.kept(rule(threshold="all", quorum=3)) == ()


def test_public_authorities_are_stated_only_until_a_rule_counts_by_them():
    listed = "Public authorities under the Freedom of Information Act: Cheshire and Merseyside ICB, Sefton Council, "
    listed += "Mersey Care, Southport and Ormskirk, LUHFT, Alder Hey"
    who = f"Who: {len(SEFTON.partners)} partners"
    assert listed in stated(SEFTON)
    assert listed not in section(SEFTON, who)
    for narrowed in ({"only": "public-authority"}, {"without": "public-authority"}):
        rules = {**SEFTON.decision_rules, "it": rule(threshold="all", who=narrowed)}
        acting = SEFTON.model_copy(update={"decision_rules": rules})
        assert listed not in stated(acting)
        assert listed in section(acting, who)


def test_interests_disclosed_to_a_forum_are_told_to_all():
    assert SEFTON.conflicts is not None
    for to, said in (
        ("forum", ["Interests are disclosed to a forum; Accord tells every partner of them [9]"]),
        ("all-partners", []),
        ("unstated", []),
    ):
        conflicts = SEFTON.conflicts.model_copy(update={"disclosed_to": to, "clause": "9"})
        lines = stated(SEFTON.model_copy(update={"conflicts": conflicts}))
        assert [line for line in lines if line.startswith("Interests")] == said


def test_each_word_of_a_pack_is_acted_on_or_said_to_be_stated_only():
    read = set[str]()
    for file in (file for top in ("bot", "handlers", "rules", "storage") for file in (HOUSE / top).rglob("*.py")):
        if file.name.startswith(("agreement_", "misfits", "older_", "soundness", "terms.py", "vocabulary")):
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Attribute):
                read.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                read.add(node.value)
    blocks = [it for it in vars(vocabulary).values() if isinstance(it, type) and issubclass(it, BaseModel)]
    words = {name for block in blocks for name in block.model_fields}
    only = {word for one in STATED for word in one.words}
    assert words - read <= only | PRINTED_ONLY
    assert only | PRINTED_ONLY <= words
