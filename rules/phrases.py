"""Numbers with their nouns and names in a row, the same in every sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.terms import SignatureForm, TimeLimit, Unit


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: 1 day, 2 days."""
    return f"{number:,} {one if abs(number) == 1 else many or one + 's'}"


def listed(values: Sequence[str], last: str = "and") -> str:
    """Return names in a row: A, B and C; where a name has an "and" of its own, a comma stands before the last."""
    names = [str(value) for value in values]
    if len(names) <= 1:
        return names[0] if names else "nobody"
    comma = "," if any(f" {last} " in name for name in names) else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def named(what: str, names: Sequence[str]) -> str:
    """Return names behind what they are names of: the column gap, the columns gap and status."""
    return f"{what if len(names) == 1 else what + 's'} {listed(names)}"


def twice(what: str, names: Sequence[str]) -> str:
    """Return that names stand twice where each can stand once: the column gap stands there twice; keep one of each."""
    return f"the {named(what, names)} {'stands' if len(names) == 1 else 'stand'} there twice; keep one of each"


def length(limit: TimeLimit, *, usual: str | None = None) -> str:
    """Return a length of time without its direction: 10 operational days, 28 calendar days, 5 clear working days.

    `usual` is the calendar that goes without saying, and any other is named: 20 operational days (calendar foi). None:
    none is.
    """
    noun = limit.unit.replace("-", " ").removesuffix("s")
    if limit.unit is Unit.CLEAR_DAYS and limit.calendar is not None:
        noun = "clear working day"
    other = usual is not None and limit.calendar not in (None, usual)
    return counted(limit.number, noun) + (f" (calendar {limit.calendar})" if other else "")


FORMS: Mapping[str, str] = {
    SignatureForm.WET_INK: "ink on paper",
    SignatureForm.FAX: "fax",
    SignatureForm.SCANNED_PDF: "scanned PDF",
    SignatureForm.SCANNED_JPEG: "scanned JPEG",
    SignatureForm.AGREED_DIGITAL: "another agreed digital format",
    SignatureForm.IN_CHAT: "signed in the chat",
    SignatureForm.UNSTATED: "the form is not stated",
}
"""What each form of signature is called."""
