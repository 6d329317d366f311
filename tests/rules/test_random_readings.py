"""Random rules, votes and open points: what each answer comes to is counted here anew, with sets and fractions alone."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from rules.electorates import Circumstances, electorate
from rules.readings import left_open, standing
from rules.terms import Element, OpenPoint, Override
from rules.voting import count
from tests.rules.voting_kit import ABSTAIN, AGAINST, FOR, members, rule, terms_of

ON = date(2022, 12, 16)
OFFERED = {
    "base": ["all", "present", "votes-cast"],
    "who.only": ["partners", "eligible", "affected", "public-authority"],
    "who.of": ["partners", "a", "affected"],
    "quorum": ["2", "at least 1/2", "at least 1/1"],
}
LEFT_OUT = {"base": "all", "who.only": "partners", "who.of": "partners"}
THRESHOLDS = ["all", "nobody against", "more than 1/2", "at least 2/3", "at least 3/4", "at least 1/2"]


class Case:
    """Some partners, what is said of them, a rule in plain words, open points, and votes."""

    def __init__(self, chance: random.Random) -> None:
        self.keys = members(f"a-{chr(96 + chance.randint(1, 7))}")

        def some(share: float) -> set[str]:
            return {key for key in self.keys if chance.random() < share}

        self.of = {"eligible": some(0.5), "public-authority": some(0.5), "affected": some(0.5), "concerned": some(0.3)}
        self.element = chance.choice(["water", "water", None])
        self.recused = some(0.2)
        self.votes = {key: chance.choice([FOR, FOR, AGAINST, ABSTAIN]) for key in some(0.8)}
        self.taken = chance.choice(["meeting", "either", "writing"])
        self.at_meeting = self.taken == "meeting" or (self.taken == "either" and chance.random() < 0.5)
        self.there = None if self.taken == "writing" else chance.choice([None, some(0.7)])
        self.casting = chance.choice([None, FOR, AGAINST])
        self.stated = {"threshold": chance.choice(THRESHOLDS), "taken": self.taken}
        self.stated |= {"recused": "in-base"} if chance.random() < 0.4 else {}
        self.stated |= {"casting_vote": "Chair"} if chance.random() < 0.4 else {}
        self.without = chance.choice([None, None, "eligible", "affected", "concerned"])
        points = chance.sample(sorted(OFFERED), chance.randint(1, 2))
        self.open = {place: chance.sample(OFFERED[place], chance.randint(2, 3)) for place in points}

    def terms(self):
        who = {"without": self.without} if self.without else {}
        asked = rule(**self.stated, **({"who": who} if who else {}))
        points = [
            OpenPoint(
                key=place.replace(".", "-"), question="?", path=f"decision_rules.r.{place}", choices=tuple(choices)
            )
            for place, choices in self.open.items()
        ]
        terms = terms_of(len(self.keys))
        partners = [
            one.model_copy(update={"public_authority": one.key in self.of["public-authority"], "eligibility": None})
            for one in terms.partners
        ]
        eligible = [Override(partner=key, element="water", eligible=True, why="So") for key in self.of["eligible"]]
        water = Element(key="water", name="Water", applies_to=())
        made = {"partners": tuple(partners), "elements": (water,), "overrides": tuple(eligible), "open": tuple(points)}
        return terms.model_copy(update=made | {"topics": (), "decision_rules": {"r": asked}})

    def untold(self, answers: dict[str, str]) -> bool:
        words = {answers.get("who.only"), answers.get("who.of"), self.without}
        return ("eligible" in words and self.element is None) or any(
            word in words and not self.of[word] for word in ("affected", "concerned")
        )

    def carried(self, answers: dict[str, str]) -> bool:
        """Whether the votes carry it under these answers."""
        everybody = {*self.keys}
        could = {"partners": everybody, "a": {"a"}}.get(answers.get("who.of", "partners"), self.of["affected"])
        could = could & self.of.get(answers.get("who.only", "partners"), everybody)
        could = could - (self.of[self.without] if self.without else set())
        if self.at_meeting and self.there is None:
            return False
        able = could - self.recused
        heard = able & self.there if self.at_meeting and self.there is not None else able
        yes, no, aside = ({key for key in heard if self.votes.get(key) is vote} for vote in (FOR, AGAINST, ABSTAIN))
        met = ((self.there or set()) & able) | (set() if self.at_meeting else able & self.votes.keys())
        quorum = answers.get("quorum")
        if quorum is not None:
            share = Fraction(quorum.split()[-1]) if "/" in quorum else None
            if len(met) < (share * len(could) if share is not None else int(quorum)):
                return False
        whole = {"present": len(met), "votes-cast": len(yes | no)}.get(answers.get("base", "all"))
        whole = len(could if "recused" in self.stated else able) if whole is None else whole
        how, _, part = self.stated["threshold"].rpartition(" ")
        if self.stated["threshold"] == "nobody against":
            return bool(yes) and not no and len(yes | aside) >= whole
        if self.stated["threshold"] == "all":
            return bool(yes) and len(yes) >= whole
        second = "casting_vote" in self.stated and self.casting is FOR and len(yes) == len(no) > 0
        whole += second and answers.get("base") == "votes-cast"
        reached, enough = len(yes) + second, Fraction(part) * whole
        return bool(yes) and (reached > enough if how == "more than" else reached >= enough)


@pytest.mark.parametrize("seed", range(4))
def test_each_answer_comes_to_what_a_count_by_hand_comes_to(seed):
    chance, deciding = random.Random(seed), 0
    for _ in range(60):
        case = Case(chance)
        terms, there = case.terms(), None if case.there is None else frozenset(case.there)
        about = Circumstances(
            on=ON,
            element=case.element,
            affected=frozenset(case.of["affected"]),
            concerned=frozenset(case.of["concerned"]),
            conflicted=frozenset(case.recused),
        )

        def counted(read, asked, case=case, about=about, there=there):
            voters = electorate(read, asked, about)
            able = {one.key for one in voters.voters}
            votes = {key: vote for key, vote in case.votes.items() if key in able}
            return count(asked, voters, votes, there=there, at_meeting=case.at_meeting, casting=case.casting)

        stands = {
            place: LEFT_OUT[place] if LEFT_OUT.get(place) in choices else choices[0]
            for place, choices in case.open.items()
        }
        now = standing(terms, "r")
        if not case.untold(stands):
            assert counted(now, now.decision_rules["r"]).carried is case.carried(stands), vars(case)

        backed, places = FOR in case.votes.values(), list(case.open)
        results = {}
        for chosen in product(*case.open.values()):
            answers = dict(zip(places, chosen, strict=True))
            results[chosen] = (None if backed else False) if case.untold(answers) else case.carried(answers)
        found = {one.point: one.decides for one in left_open(terms, "r", about, counted, backed=backed)}
        for number, place in enumerate(places):
            others = {}
            for chosen, result in results.items():
                others.setdefault(chosen[:number] + chosen[number + 1 :], set()).add(result)
            decides = any(len(different) > 1 for different in others.values())
            assert found.get(place.replace(".", "-"), False) is decides, (place, vars(case))
            deciding += decides
    assert deciding > 5  # both are tried
