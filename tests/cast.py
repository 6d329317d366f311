"""The people of the scenarios: who they are, whom they act for, and where they sit. Everybody knows them by first name."""

from __future__ import annotations

from dataclasses import dataclass

LONDON, NEW_YORK = "Europe/London", "America/New_York"


@dataclass(frozen=True)
class Part:
    """One of the cast. `holds` lists (partner, capacity, from, until); `account` False: not in the chat.

    `team` is the workspace their account is in, where it is not the one that has Accord.
    """

    name: str
    holds: tuple[tuple[str, str, str, str], ...] = ()
    tz: str = LONDON
    account: bool = True
    team: str | None = None

    @property
    def user(self) -> str:
        return f"U0{self.name.upper()}"


def lead(*partners: str) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((partner, "lead", "", "") for partner in partners)


SEFTON = (
    Part("Sam", (("", "secretary", "", ""),)),
    Part("Ada", lead("mersey-care")),
    Part("Eve", (("mersey-care", "deputy", "", ""),)),
    Part("Rob", (("mersey-care", "member", "", ""),)),
    Part("Ben", lead("luhft")),
    Part("Pia", (("luhft", "signatory", "", ""),)),
    Part("Tom", (("luhft", "lead", "2022-01-01", "2022-06-30"),)),  # he has moved on
    Part("Cleo", lead("southport-formby-pcn", "south-sefton-pcn")),  # acts for two partners
    Part("Gil", (("alder-hey", "deputy", "", ""),)),  # there is no lead
    Part("Ida", lead("icb")),
    Part("Joe", lead("sefton-council")),  # commissioner and provider
    Part("Kim", lead("southport-ormskirk"), tz=NEW_YORK),
    Part("Lou", lead("healthwatch-sefton")),
    Part("Max", lead("one-vision-housing")),
    Part("Ola", lead("sefton-cvs"), account=False),  # not in the chat
    Part("Dan"),  # an outsider: in the channel, not on the roster
)

HALTON = (
    Part("Sam", (("", "secretary", "", ""),)),
    Part("Ada", lead("mersey-care")),
    Part("Hal", lead("halton-council")),
    Part("Ivy", lead("halton-ccg")),
)

ESSEX = (
    Part("Sam", (("", "secretary", "", ""),)),
    Part("Bea", lead("basildon-brentwood-ccg")),
    Part("Cas", lead("castle-point-rochford-ccg")),
    Part("Mid", lead("mid-essex-ccg")),
    Part("Sue", lead("southend-ccg")),
    Part("Thu", lead("thurrock-ccg")),
    Part("Amb", lead("eeast")),
    Part("Epp", lead("eput")),
    Part("Nel", lead("nelft")),
    Part("Max", lead("mse-ft")),
    Part("Pro", lead("provide")),
    Part("Eng", lead("nhs-england", "nhs-improvement")),  # acts for both
    Part("Ess", lead("essex-council")),
    Part("Mem", (("mse-ft", "member", "", ""),)),
    Part("Dan"),  # an outsider: in the channel, not on the roster
)

BOARD = (
    Part("Sam", (("", "secretary", "", ""),)),
    Part("Hal", lead("halton-council")),
    Part("Ada", lead("mersey-care")),
    Part("Eve", (("mersey-care", "deputy", "", ""),)),
    Part("Ola", lead("alder-hey"), account=False),  # not in the chat
    Part("Dan"),  # an outsider: in the channel, not on the roster
)

BY_AGREEMENT = {
    "sefton-2022": SEFTON,
    "one-halton-2021": HALTON,
    "mid-south-essex-2020": ESSEX,
    "cheshire-merseyside-board": BOARD,
}
