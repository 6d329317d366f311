"""What a spreadsheet shows of a number, by the number format of its cell (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from rules.sheets import Cell

GENERAL = "general"
UNCLEAR = (
    "what this cell shows can't be told from its number format {}; format it as text, and write what it should say"
)
NO_DATE = "this cell is a number shown as a date that is none; write the day as 2026-12-18"
_ENGLISH = 0x09  # the primary language of a locale id, in its last ten bits
_WIDEST = Decimal(10) ** 11  # a cell that has no format shows no more digits than eleven
_MOST_DIGITS = 15  # that a spreadsheet keeps

_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<mark>[^\]]*)\]'
    r"|(?P<general>general)|(?P<part>am/pm|a/p|y+|m+|d+|h+|s+)|(?P<digit>[0#?.,]+)|(?P<power>e[+-])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_COLOURS = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color ?\d+", re.IGNORECASE)
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-(?P<place>[\w-]+))?", re.IGNORECASE)
_SYSTEM = re.compile(r"\[\$-(?:F800|x-sysdate)\][^;]*", re.IGNORECASE)
_LONG_DATE = "d mmmm yyyy"  # what the system's own long date is in the United Kingdom


class _Unclear(Exception):  # noqa: N818 (it ends the reading of one format, and is no error)
    pass


class Token(NamedTuple):
    """A piece of a number format: its kind (text, part of a date, digits, power, at) and what stands there."""

    kind: str
    said: str


def shown(value: float, code: str, *, since_1904: bool = False) -> Cell:
    """Return a cell with a number in it as it is shown; odd where its format is one that cannot be told here."""
    number = Decimal(f"{value:.{_MOST_DIGITS}g}")
    try:
        sections = _sections(_SYSTEM.sub(_LONG_DATE, code))
        tokens = list(_tokens(_section(sections, number)))
        if any(token.kind == "part" for token in tokens):
            return _date(value, tokens, since_1904=since_1904)
        alone = len(sections) == 1 or (len(sections) > 1 and number == 0)
        return Cell(_number(number if alone else abs(number), tokens))
    except _Unclear:
        return Cell(odd=UNCLEAR.format(code))
    except (OverflowError, ValueError):
        return Cell(odd=NO_DATE)


def shown_text(text: str, code: str) -> str | None:
    """Return what a cell with a text in it shows; None where its format is one that cannot be told here."""
    sections = _sections(code)
    if len(sections) < 4 and "@" not in sections[-1]:  # noqa: PLR2004 (the fourth is for text)
        return text
    try:
        tokens = list(_tokens(sections[-1]))
    except _Unclear:
        return None
    if any(token.kind not in ("text", "at", "general") for token in tokens):
        return None
    return "".join(token.said if token.kind == "text" else text for token in tokens)


def general(number: Decimal) -> str:
    """Return what a cell without a number format shows: at most eleven digits, beyond that a power of ten."""
    if number == 0:
        return "0"
    if abs(number) >= _WIDEST or abs(number) < Decimal("0.0001"):
        digits, _, power = f"{number:.5E}".partition("E")
        return f"{digits.rstrip('0').rstrip('.') if '.' in digits else digits}E{power[0]}{power[1:].zfill(2)}"
    whole = len(str(abs(int(number))))
    text = f"{number:.{max(0, 10 - whole)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sections(code: str) -> list[str]:
    """Return the sections of a format: for positive numbers, negative ones, nothing, and text."""
    found, begins = [], 0
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            found.append(code[begins : token.start()])
            begins = token.end()
    return [*found, code[begins:]]


def _section(sections: list[str], number: Decimal) -> str:
    if any(re.search(r"\[[<>=]", section) for section in sections):
        raise _Unclear
    if number < 0 and len(sections) > 1:
        return sections[1]
    if number == 0 and len(sections) > 2:  # noqa: PLR2004 (the third is for nothing)
        return sections[2]
    return sections[0]


def _tokens(section: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(section):
        match found.lastgroup:
            case "text" | "sign":
                yield Token("text", found[found.lastgroup])
            case "space":
                yield Token("text", " ")
            case "fill":
                continue
            case "mark":
                yield from _mark(found["mark"])
            case "other":
                yield Token({"@": "at", "%": "percent"}.get(found[0], "text"), found[0])
            case kind:
                yield Token(str(kind), found[0])


def _mark(said: str) -> Iterator[Token]:
    """Return what stands in square brackets: a currency's sign; nothing for a colour or an English-speaking place."""
    currency = _CURRENCY.fullmatch(said)
    if currency is not None:
        if not _is_english(currency["place"] or "en"):
            yield Token("foreign", said)
        if currency["sign"]:
            yield Token("text", currency["sign"])
    elif not _COLOURS.fullmatch(said):
        raise _Unclear


def _is_english(place: str) -> bool:
    """Return whether names of months are English there: en-GB, or 809."""
    if not re.fullmatch(r"[0-9a-f]{1,4}", place, re.IGNORECASE):
        return place.lower().split("-")[0] == "en"
    return (int(place, 16) & 0x3FF) == _ENGLISH


# --- Numbers ------------------------------------------------------------------------------------------------------


def _number(number: Decimal, tokens: list[Token]) -> str:
    kinds = [token.kind for token in tokens]
    if "power" in kinds or "foreign" in kinds or (Token("text", "/") in tokens and "digit" in kinds):
        raise _Unclear
    if kinds.count("digit") > 1:
        raise _Unclear  # (something stands among the digits)
    for _ in range(kinds.count("percent")):
        number *= 100
    core = next((token.said for token in tokens if token.kind == "digit"), "")
    scaled = len(core) - len(core.rstrip(",")) if "." not in core else 0
    digits = _digits(abs(number) / 1000**scaled, core.rstrip(",")) if core else ""
    minus = "-" if number < 0 and any(sign in "123456789" for sign in digits or general(number)) else ""
    said = {"digit": digits, "general": general(abs(number)), "at": general(abs(number))}
    return minus + "".join(said.get(token.kind, token.said) for token in tokens).strip()


def _digits(number: Decimal, core: str) -> str:
    whole, point, part = core.partition(".")
    if "." in part or part.strip("0#?"):
        raise _Unclear
    rounded = number.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    before, _, after = f"{rounded:f}".partition(".")
    least = whole.count("0")
    before = before.lstrip("0").zfill(least) if least else before.lstrip("0")
    if "," in whole.strip(","):
        before = f"{int(before):,}".zfill(least) if before else before
    kept = len(part.rstrip("#?"))
    while len(after) > kept and after.endswith("0"):
        after = after[:-1]
    return before + (point and "." + after if point else "")


# --- Days and hours -----------------------------------------------------------------------------------------------


def day_of(value: float, *, since_1904: bool) -> datetime:
    """Return the moment that a number is; it raises ValueError or OverflowError for one that is none."""
    if value < 0:
        raise ValueError
    if since_1904:
        begins = datetime(1904, 1, 1)  # noqa: DTZ001 (a spreadsheet knows no zones)
    else:
        begins = datetime(1899, 12, 30) if value >= 60 else datetime(1899, 12, 31)  # noqa: DTZ001, PLR2004
        # (there was no 29 February 1900, which spreadsheets count as day 60)
        if 60 <= value < 61:  # noqa: PLR2004
            raise ValueError
    return begins + timedelta(seconds=round(value * 86_400))


def _date(value: float, tokens: list[Token], *, since_1904: bool) -> Cell:
    if any(token.kind == "digit" and token.said.strip(".,0") for token in tokens):
        raise _Unclear
    parts = [token.said.lower() for token in tokens if token.kind == "part"]
    named = any(part[0] in "md" and len(part) > 2 for part in parts)  # noqa: PLR2004 (mmm, ddd)
    if named and any(token.kind == "foreign" for token in tokens):
        raise _Unclear
    at = day_of(value, since_1904=since_1904)
    half = any("/" in part for part in parts)
    said, last = [], ""
    for place, token in enumerate(tokens):
        if token.kind != "part":
            said.append("" if token.kind == "foreign" else token.said)
            continue
        part = token.said.lower()
        following = next((later.said.lower() for later in tokens[place + 1 :] if later.kind == "part"), "")
        minutes = part in ("m", "mm") and (last.startswith("h") or following.startswith("s"))
        said.append(_part(at, part, minutes=minutes, half=half))
        last = part
    whole = {part[0] for part in parts} >= {"d", "y"} and any(p[0] == "d" and len(p) < 3 for p in parts)  # noqa: PLR2004
    months = sum(part[0] == "m" for part in parts) > 0
    return Cell("".join(said).strip(), day=at.date() if whole and months else None)


def _part(at: datetime, part: str, *, minutes: bool, half: bool) -> str:
    if minutes:
        return f"{at:%M}" if part == "mm" else str(at.minute)
    hour = (at.hour % 12 or 12) if half else at.hour
    months = ("", str(at.month), f"{at:%m}", f"{at:%b}", f"{at:%B}", f"{at:%B}"[0])
    days = ("", str(at.day), f"{at:%d}", f"{at:%a}", f"{at:%A}")
    match part[0]:
        case "y":
            return f"{at:%y}" if len(part) < 3 else f"{at.year:04}"  # noqa: PLR2004 (yy)
        case "m":
            return months[min(len(part), 5)]
        case "d":
            return days[min(len(part), 4)]
        case "h":
            return f"{hour:02}" if len(part) > 1 else str(hour)
        case "s":
            return f"{at:%S}" if len(part) > 1 else str(at.second)
        case _:
            letter = "a" if at.hour < 12 else "p"  # noqa: PLR2004 (noon)
            return letter.upper() + ("M" if len(part) > 3 else "")  # noqa: PLR2004 (a/p)


def as_number(day: date) -> float:
    """Return the number that a day is in a workbook that counts from 1900."""
    return float((day - date(1899, 12, 30)).days)
