"""Who a decision rule names: its words, the forums in them, and what they depend on. Pure."""

from __future__ import annotations

from typing import Literal, get_args

from rules.terms import DecisionRule, Narrowing, Terms

MEMBERS, ON = "members of ", "partners on "
WORDS = ("partners", "affected", "concerned")
NARROWINGS: tuple[str, ...] = get_args(Narrowing)
EVERYBODY = ("partners", "nobody")
"""What stands in the place of a key: of those who could take part, and of those who each have a place on a forum."""

OfAMatter = Literal["eligible", "affected", "concerned"]
OF_A_MATTER: tuple[OfAMatter, ...] = ("eligible", "affected", "concerned")
"""Whom these mean, a matter alone can say: under which element it falls, whom it affects, and whom it is about."""


def depends_on(rule: DecisionRule, word: str) -> bool:
    """Return whether who could take part depends on who is `eligible`, `affected` or `concerned` in the matter."""
    return word in (*rule.who.of, *rule.who.only, *rule.who.without)


def forum_in(name: str) -> str | None:
    """Return the key of the forum that is named: `committee` of `members of committee`; None where none is."""
    return name.removeprefix(MEMBERS).removeprefix(ON) if name.startswith((MEMBERS, ON)) else None


def forum_of(rule: DecisionRule) -> str | None:
    """Return the key of the forum a decision is taken at or goes through, or whose members decide; None for neither."""
    return rule.forum or next(iter(forums_named(rule)), None)


def forums_named(rule: DecisionRule) -> tuple[str, ...]:
    """Return the keys of the forums whose members, or the partners on which, could take part under a rule."""
    return tuple(forum for forum in map(forum_in, rule.who.of) if forum is not None)


def forums_voting(rule: DecisionRule) -> tuple[str, ...]:
    """Return the keys of the forums whose places vote under a rule."""
    return tuple(name.removeprefix(MEMBERS) for name in rule.who.of if name.startswith(MEMBERS))


def by_places(terms: Terms, rule: DecisionRule) -> bool:
    """Return whether places on a forum vote, and not partners: a forum that has no seats is made of all partners."""
    return any(forum.seats for forum in terms.forums if forum.key in forums_voting(rule))
