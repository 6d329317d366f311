"""What a spreadsheet shows of a number: as Excel shows it, by the format of its cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot import number_formats

DAY = 44469  # 30 September 2021


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1.1, "General", "1.1"),
        (1.1, "0.00", "1.10"),
        (3, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (12345678901234, "General", "1.23457E+13"),
        (0.5, "0%", "50%"),
        (0.125, "0.0%", "12.5%"),
        (2.5, "0", "3"),  # half goes up
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (7, "000", "007"),
        (-5, "#,##0;[Red]-#,##0", "-5"),
        (-5, "0_);(0)", "(5)"),
        (0, '0;-0;"none"', "none"),
        (12.5, "[$£-809]#,##0.00", "£12.50"),
        (2, '0" days"', "2 days"),
        (1234, '0,"k"', "1k"),
        (1.5, "0.##", "1.5"),
        (5, 'General" of 6"', "5 of 6"),
        (5, ";;;", ""),
        (-0.001, "0.00", "0.00"),
    ],
)
def test_a_number_is_as_its_cell_shows_it(value, code, text):
    assert number_formats.shown(value, code) == number_formats.Cell(text)


@pytest.mark.parametrize(
    ("value", "code", "text", "day"),
    [
        (DAY, "yyyy-mm-dd", "2021-09-30", date(2021, 9, 30)),
        (DAY, "dd/mm/yyyy", "30/09/2021", date(2021, 9, 30)),
        (DAY, "m/d/yyyy", "9/30/2021", date(2021, 9, 30)),  # the day is known, however it is written
        (DAY, "d mmmm yyyy", "30 September 2021", date(2021, 9, 30)),
        (DAY, "[$-809]dd mmmm yyyy;@", "30 September 2021", date(2021, 9, 30)),
        (DAY, "[$-en-GB]d mmmm yyyy;@", "30 September 2021", date(2021, 9, 30)),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "30 September 2021", date(2021, 9, 30)),
        (DAY + 0.5, "dd/mm/yyyy hh:mm", "30/09/2021 12:00", date(2021, 9, 30)),
        (DAY, "mmm-yy", "Sep-21", None),
        (DAY, "mmmm yyyy", "September 2021", None),
        (DAY, "yyyy", "2021", None),
        (DAY, "d mmm", "30 Sep", None),
        (0.75, "h:mm AM/PM", "6:00 PM", None),
        (0.75, "hh:mm:ss", "18:00:00", None),
        (1, "yyyy-mm-dd", "1900-01-01", date(1900, 1, 1)),
    ],
)
def test_a_date_is_no_more_exact_than_its_cell_shows_it(value, code, text, day):
    assert number_formats.shown(value, code) == number_formats.Cell(text, day)


def test_a_workbook_that_counts_from_1904_has_its_own_days():
    assert number_formats.shown(DAY - 1462, "yyyy-mm-dd", since_1904=True).day == date(2021, 9, 30)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.5, "# ?/?"),
        (1500, "0.00E+00"),
        (0.75, "[h]:mm"),
        (5, '[>3]"many";0'),
        (DAY, "[$-407]d. mmmm yyyy"),
        (123456, '000"-"000'),
        (-1, "yyyy-mm-dd"),
        (60, "yyyy-mm-dd"),  # 29 February 1900, which never was
        (1e9, "yyyy-mm-dd"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(value, code):
    found = number_formats.shown(value, code)
    assert found.text == ""
    assert found.odd is not None


@pytest.mark.parametrize(("number", "text"), [("99999999999", "99999999999"), ("0.0001", "0.0001"), ("-2.50", "-2.5")])
def test_a_cell_without_a_format_shows_eleven_digits(number, text):
    assert number_formats.general(Decimal(number)) == text
