"""The board pack as it is handed out: one PDF to read, and one workbook to sort. The same bytes for the same facts."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from bot import letters
from bot.phrases import day, short, when

LONGEST_CELL = 32_000  # a spreadsheet takes 32,767 characters
WIDTHS = {"day": 17, "instant": 19}
WIDE, NARROW = 44, 20
LONG = frozenset(
    {"title", "particulars", "wording", "closing_words", "electorate", "left_out", "votes", "days_skipped"}
)
DAY, MOMENT = "ddd d mmm yyyy", "ddd d mmm yyyy hh:mm"
ABOUT = "About"


def as_pdf(facts: Mapping[str, Any]) -> bytes:
    """Return the pack as a PDF: tagged, archivable, its first page saying what it is about and what is left out."""
    return letters.set_letter("board_pack", facts).pdf


def as_workbook(facts: Mapping[str, Any]) -> bytes:
    """Return the pack as a workbook: a sheet that says what it is, and one for each section.

    What people wrote is text, whatever it begins with: a spreadsheet takes no cell of it for a formula (CWE-1236).
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        made = datetime.fromisoformat(facts["made_at"])
        title = f"Board pack: {facts['agreement_short']}"
        book.set_properties({"title": title, "author": "Accord", "created": made.replace(tzinfo=None)})
        _about(book, facts)
        for section in facts["sections"]:
            _sheet(book, section, ZoneInfo(facts["timezone"]))
    return file.getvalue()


def _about(book: Any, facts: Mapping[str, Any]) -> None:
    """Write the first sheet, which says what the first page of the PDF says."""
    sheet, bold, wrapped = book.add_worksheet(ABOUT), book.add_format({"bold": True}), _wrapped(book)
    said = (
        ("Board pack", facts["agreement"]),
        ("From", day(facts["first_on"])),
        ("To", day(facts["last_on"])),
        ("Made", when(facts["made_at"], facts["timezone"])),
        ("Days and times of", facts["timezone"]),
        ("Left out", "Private matters and what follows from them; particulars the secretary agreed to withhold"),
        ("Register", f"{facts['register']['entries']} entries, last hash {facts['register']['head'] or 'none'}"),
    )
    counted = [(section["name"], len(section["rows"])) for section in facts["sections"]]
    for number, (label, value) in enumerate((*said, *counted)):
        sheet.write_string(number, 0, label, bold)
        write = sheet.write_number if isinstance(value, int) else sheet.write_string
        write(number, 1, value, wrapped)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)


def _sheet(book: Any, section: Mapping[str, Any], zone: ZoneInfo) -> None:
    sheet, bold, wrapped = book.add_worksheet(section["name"]), book.add_format({"bold": True}), _wrapped(book)
    days, moments = _wrapped(book, num_format=DAY), _wrapped(book, num_format=MOMENT)
    columns: Sequence[Mapping[str, str]] = section["columns"]
    for place, column in enumerate(columns):
        key, holds = column["key"], column["holds"]
        sheet.write_string(0, place, key.replace("_", " ").capitalize(), bold)
        sheet.set_column(place, place, WIDTHS.get(holds, WIDE if key in LONG else NARROW))
        for number, row in enumerate(section["rows"], start=1):
            value = row[key]
            if value in (None, "", []):
                continue
            if holds == "day":
                sheet.write_datetime(number, place, date.fromisoformat(value), days)
            elif holds == "instant":
                local = datetime.fromisoformat(value).astimezone(zone).replace(tzinfo=None, microsecond=0)
                sheet.write_datetime(number, place, local, moments)
            elif isinstance(value, int) and not isinstance(value, bool):
                sheet.write_number(number, place, value, wrapped)
            else:
                sheet.write_string(number, place, short(_text(value), LONGEST_CELL), wrapped)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(section["rows"]), len(columns) - 1)


def _wrapped(book: Any, **more: Any) -> Any:
    return book.add_format({"text_wrap": True, "valign": "top", "align": "left", **more})


def _text(value: Any) -> str:
    """Return a cell's text: yes or no, a list in a row, what belongs together with a colon between."""
    match value:
        case bool():
            return "yes" if value else "no"
        case None:
            return "not yet"
        case list():
            return "; ".join(_text(one) for one in value)
        case dict():
            return ": ".join(_text(one) for one in value.values())
    return str(value)
