"""Whether a file can be a signed copy at all, and why a copy is dated before it was asked for."""

from __future__ import annotations

from datetime import date

from handlers.actors import local_day
from handlers.forms import FormRefused, Values
from rules.counterparts import CounterpartState, check_signed_copy
from rules.days import in_words
from rules.terms import Terms
from storage.signatures import SignatureRequest


def check(asked: SignatureRequest, name: str, sha256: str) -> None:
    """Return where a file could be a signed copy; raise Refusal where it certainly is not, whatever way it came."""
    unsigned = {one.sha256: one.version for one in asked.versions if one.sha256}
    gone = [one.file_sha256 for one in asked.counterparts if one.state is CounterpartState.REJECTED]
    check_signed_copy(name, sha256, unsigned=unsigned, rejected=[known for known in gone if known])


def why_before(terms: Terms, asked: SignatureRequest, version: int, day: date, values: Values) -> str | None:
    """Return why a copy bears a day before its version was there; None where it does not.

    Raises FormRefused where nobody says why.
    """
    given_on = local_day(terms, next(one for one in asked.versions if one.version == version).given_at)
    if day >= given_on:
        return None
    if not values.line("dated_before"):
        raise FormRefused(
            {
                "dated_before": f"Signed on {in_words(day)}, and version {version} was put to signature on "
                f"{in_words(given_on)}. Please say how that came, or correct the day."
            }
        )
    return values.line("dated_before")
