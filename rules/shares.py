"""A part of a whole, and how much of it is needed: exact fractions, and why a per cent is none. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator

_NEAR = {
    Fraction(1, 3): "one third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 6): "a sixth",
    Fraction(5, 6): "five sixths",
}
_IN_WORDS = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
}
_NEARLY = Fraction(7, 1000)
_PLAIN = 20


def exactly(written: str) -> Fraction | None:
    """Return what a fraction, a per cent, a decimal or a word for one is to the last digit; None for others."""
    if word := _IN_WORDS.get(re.sub(r"^(a|one) ", "", written.casefold())):
        return word
    if re.fullmatch(r"\d{1,6}/[1-9]\d{0,5}", written):
        return Fraction(written)
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,6})?) ?(%|per ?cent)|\d?\.\d{1,6}", written)
    if found is None:
        return None
    return Fraction(found[1]) / 100 if found[1] else Fraction(written)


def meant(written: str) -> Fraction | None:
    """Return the fraction that a per cent or a decimal can only mean, as 75% three quarters; None for 66%, a word."""
    value = exactly(written)
    return None if value is None or not 0 < value <= 1 or _near(value) is not None else value


def _near(value: Fraction) -> Fraction | None:
    """Return the third or sixth that may be meant by a value beside it."""
    if value.denominator <= _PLAIN:
        return None
    return next((one for one in _NEAR if 0 < abs(one - value) <= _NEARLY), None)


def no_fraction(written: str, kind: str | None = None) -> str:
    """Return why a per cent, a decimal or a word is no fraction, and what to write: 66% is never meant.

    `kind` is what stood before it. "More than" stands in what is to be written, as a quorum of 1/2 means at least half.
    """
    value, before = exactly(written), "more than " if kind == "more than" else ""
    if value is None or not 0 < value <= 1:
        return f"{written} is not a fraction; write what the document says as one, such as {before}1/2 or {before}2/3"
    near = _near(value)
    if near is not None:
        return (
            f"{written} is not a fraction; write {before}{near} if {_NEAR[near]} is meant, {before}{value} if it is not"
        )
    return f"{written} is not a fraction; write {'all' if value == 1 else f'{before}{value}'}"


@dataclass(frozen=True)
class Share:
    """A part of a whole, exactly: at least 2/3, more than 1/2."""

    kind: Literal["at least", "more than"]
    of: Fraction

    def __str__(self) -> str:
        """Return it in the words it is read from: "at least 2/3", "at least 1/1"."""
        return f"{self.kind} {self.of.numerator}/{self.of.denominator}"


_PARTS = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
    Fraction(1): "all",
}


def part(fraction: Fraction) -> str:
    """Return a fraction in words where it has a plain one: three quarters."""
    return _PARTS.get(fraction, str(fraction))


def _share(value: object) -> object:
    """Read "at least 2/3", "more than 1/2" or "2/3"; a per cent and a decimal are refused."""
    if isinstance(value, Share):
        return value
    plain = re.sub(r" ?/ ?", "/", " ".join(str(value).split()))
    kind, written = re.fullmatch(r"(?:(at least|more than)\s+)?(.*)", plain).groups()  # type: ignore[union-attr]
    if not re.fullmatch(r"\d{1,6}/[1-9]\d{0,5}", written):
        raise ValueError(no_fraction(written, kind))
    of = Fraction(written)
    said = f"{(kind or 'at least').capitalize()} {written}"
    if of > 1 or (of == 1 and kind == "more than"):
        raise ValueError(f"{said} can never be reached; write a share of the whole, such as 2/3; or all")
    if of == 0:
        raise ValueError(f"{said} is carried with no vote; write a fraction above 0")
    return Share("more than" if kind == "more than" else "at least", of)


_MAJORITY = (
    "does not say of whom; write more than 1/2 for more than half of all who could take part, and base: votes-cast "
    "or base: present beside it where the document means those"
)
_UNANIMOUS = (
    "can mean two things; write all where each of them has to vote for it, or nobody against where those who abstain "
    "do not stop it"
)
_SAID = {
    **dict.fromkeys(("majority", "a majority", "simple majority", "a simple majority"), _MAJORITY),
    **dict.fromkeys(("unanimous", "unanimity", "unanimously", "consensus", "by consensus"), _UNANIMOUS),
    **dict.fromkeys(("two thirds", "two-thirds", "2/3 majority"), "is not how much is needed; write at least 2/3"),
    **dict.fromkeys(("three quarters", "three-quarters"), "is not how much is needed; write at least 3/4"),
    "half": "is not how much is needed; write at least 1/2, or more than 1/2",
}


def _threshold(value: object) -> object:
    """Read "all", "nobody against", or a share."""
    if isinstance(value, str) and " ".join(value.split()) in ("all", "nobody against"):
        return " ".join(value.split())
    if isinstance(value, Share):
        return value
    written = re.sub(r" ?/ ?", "/", " ".join(str(value).split()))
    if isinstance(value, str) and (re.match(r"at least |more than ", written) or exactly(written) is not None):
        if not written.startswith(("at least", "more than")) and "/" in written:
            raise ValueError(
                f"{written} says how much, and not whether that is enough; "
                f"write at least {written}, or more than {written}"
            )
        try:
            return _share(value)
        except ValueError as wrong:
            bare = not written.startswith(("at least ", "more than ")) and exactly(written) != 1
            raise ValueError(f"{wrong}, with at least or more than before it" if bare else str(wrong)) from None
    shown = (
        "a block of keys" if isinstance(value, dict) else "a list" if isinstance(value, list) else f'"{written[:60]}"'
    )
    if said := _SAID.get(written.lower()):
        raise ValueError(f"{shown} {said}")
    raise ValueError(f"{shown} is not how much is needed; write all, nobody against, at least 2/3 or more than 1/2")


InShare = Annotated[
    Share,
    PlainValidator(_share, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
    Field(description="A part of the whole, as at least 1/3 or more than 1/2; never a per cent or a decimal"),
]
Threshold = Annotated[
    Share | Literal["all", "nobody against"],
    PlainValidator(_threshold, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
    Field(description="all, nobody against, at least 2/3 or more than 1/2"),
]
