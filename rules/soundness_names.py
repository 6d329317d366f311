"""Names that could mean two things: words of the vocabulary that are keys too, and keys of several things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rules.electorates import meanings
from rules.places import Path, Unsound
from rules.terms import Role, Terms
from rules.who import EVERYBODY, NARROWINGS, WORDS, forum_in

_RESERVED = frozenset((*WORDS, *EVERYBODY, *NARROWINGS, "all", "members", "participants"))
"""What stands for somebody wherever a pack says who, so that no key can."""

_NOUNS: Mapping[str, str] = {
    "partners": "partner",
    "participants": "participant",
    "eligibility_classes": "class",
    "categories": "category",
    "forums": "forum",
}


def of_names(terms: Terms) -> Iterator[Unsound]:
    """Yield each key that is a word for somebody, and each name of somebody that means several things."""
    for section, noun in _NOUNS.items():
        roles = frozenset(Role) if section in ("partners", "participants") else frozenset[Role]()
        for number, entry in enumerate(getattr(terms, section)):
            if entry.key in _RESERVED or entry.key in roles:
                said = "a role" if entry.key in roles else "a word for others"
                message = f"A {noun} cannot be called {entry.key}: where a pack says who, that is {said}."
                yield Unsound((section, number, "key"), message, f"Give it another key, such as {entry.key}-{noun}.")
    named = list(_named(terms))
    known = meanings(terms, (name for _, name in named))
    for path, name in named:
        several = known[name]
        if len(set(several.values())) > 1:
            kinds = " and ".join(f"a {kind}" for kind in several)
            message = f"{name} is {kinds}, and these are not the same partners."
            yield Unsound(path, message, f"Give the {next(iter(several))} a key of its own, and write which is meant.")
    both = {partner.key for partner in terms.partners} & {forum.key for forum in terms.forums}
    for number, milestone in enumerate(terms.milestones):
        if milestone.owner in both:
            message = f"{milestone.owner} is a partner and a forum, so whose it is could mean either."
            yield Unsound(("milestones", number, "owner"), message, "Give the forum a key of its own.")


def _named(terms: Terms) -> Iterator[tuple[Path, str]]:
    for key, rule in terms.decision_rules.items():
        for name in rule.who.of:
            if name not in WORDS and not forum_in(name):
                yield ("decision_rules", key, "who"), name
    for number, forum in enumerate(terms.forums):
        for place, seat in enumerate(forum.seats):
            for which, name in enumerate(seat.each_of or ()):
                yield ("forums", number, "seats", place, "each_of", which), name
