"""A tracker's file: every bad line is named with its number and what to do, and what is right comes through."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.trackers import file as tracker_file
from rules.sheets import Cell, Line, Sheet, TableRefused
from tests.rules.framework import FRAMEWORK

HEAD = ("feature", "number", "criterion", "gap", "status", "owner", "target", "target_on", "reason")
GOOD = {"feature": "1 Governance", "number": "1.1", "criterion": "The link", "status": "Achieved"}


def lines(*rows, head=HEAD):
    """The lines of a file: the heading, and these rows by column."""
    return table(head, *([str(row.get(name, "")) for name in head] for row in rows))


def table(*rows):
    """A table of these texts."""
    return Sheet(tuple(Line(number, [Cell(text) for text in row], number) for number, row in enumerate(rows, 1)))


def faults(*rows, head=HEAD):
    with pytest.raises(TableRefused) as refused:
        tracker_file.read(lines(*rows, head=head), FRAMEWORK)
    return [(fault.line, fault.what) for fault in refused.value.faults]


def test_a_line_is_read_with_all_its_parts():
    (row,) = tracker_file.read(
        lines(GOOD | {"gap": "a\nb", "owner": " HBC ", "target": "Autumn", "target_on": "2021-09-30", "reason": "So."}),
        FRAMEWORK,
    )
    assert (row.line, row.number, row.reason) == (2, "1.1", "So.")
    assert (row.values.gap, row.values.owner, row.values.target) == ("a\nb", "HBC", "Autumn")
    assert row.values.target_on == date(2021, 9, 30)


def test_an_empty_feature_is_that_of_the_line_above_as_a_printed_table_has_it():
    rows = tracker_file.read(lines(GOOD, GOOD | {"feature": "", "number": "1.2"}), FRAMEWORK)
    assert [row.values.feature for row in rows] == ["1 Governance", "1 Governance"]


def test_a_day_is_read_as_a_british_spreadsheet_writes_it_back():
    (row,) = tracker_file.read(lines(GOOD | {"target_on": "30/9/2021"}), FRAMEWORK)
    assert row.values.target_on == date(2021, 9, 30)


def test_lines_with_nothing_in_them_are_passed_over_and_columns_may_stand_in_any_order():
    head = ("status", "criterion", "number", "feature")
    rows = tracker_file.read(table(head, [GOOD[name] for name in head], ["", " ", "", ""]), FRAMEWORK)
    assert [row.values.status for row in rows] == ["Achieved"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"number": "one"}, "“one” is not a number of a row; write one such as 1.4, of at most 8 characters."),
        ({"number": ""}, "“” is not a number of a row; write one such as 1.4, of at most 8 characters."),
        ({"criterion": " "}, "a row needs a criterion"),
        ({"feature": ""}, "the first row needs a feature; later ones can leave it empty, and have the one above"),
        (
            {"status": ""},
            "a row needs a status; write one of: Achieved; In Progress; Started; TBC; Completed, but refreshing; In Part; Not yet available; Not Started; Restart; In development",
        ),
        (
            {"status": "in progress"},
            "“in progress” is not a status of the ICP development framework (clause Briefing 2.5). Did you mean “In Progress”?",
        ),
        (
            {"status": "Completed"},
            "“Completed” is not a status of the ICP development framework (clause Briefing 2.5). Its statuses are: Achieved; In Progress; Started; TBC; Completed, but refreshing; In Part; Not yet available; Not Started; Restart; In development.",
        ),
        (
            {"target_on": "30 September"},
            "'30 September' is not a day; write it as 2021-09-30, and other words under target",
        ),
        ({"target_on": "31/9/2021"}, "'31/9/2021' is not a day; write it as 2021-09-30, and other words under target"),
        (
            {"target_on": "2021-13-01"},
            "'2021-13-01' is not a day; write it as 2021-09-30, and other words under target",
        ),
        ({"gap": "x" * 1001}, "the gap has 1,001 characters; at most 1,000 fit, so shorten it"),
        ({"criterion": "x" * 501}, "the criterion has 501 characters; at most 500 fit, so shorten it"),
        ({"feature": "x" * 301}, "the feature has 301 characters; at most 300 fit, so shorten it"),
        ({"owner": "x" * 151}, "the owner has 151 characters; at most 150 fit, so shorten it"),
        ({"target": "x" * 151}, "the target has 151 characters; at most 150 fit, so shorten it"),
        ({"reason": "x" * 1001}, "the reason has 1,001 characters; at most 1,000 fit, so shorten it"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_with_what_to_do(wrong, says):
    ((line, sentence),) = faults(GOOD | wrong)
    assert line == 2
    assert sentence == says


@pytest.mark.parametrize(
    ("part", "most"),
    [("gap", 1000), ("criterion", 500), ("feature", 300), ("owner", 150), ("target", 150), ("reason", 1000)],
)
def test_what_just_fits_is_taken(part, most):
    assert len(tracker_file.read(lines(GOOD | {part: "x" * most}), FRAMEWORK)) == 1


def test_every_fault_of_every_line_is_named_at_once():
    found = faults(GOOD, GOOD | {"number": "x", "status": "y"}, GOOD | {"criterion": ""})
    assert [line for line, _ in found] == [3, 3, 4]


POSSIBLE = "possible are feature, number, criterion, gap, status, owner, target, target_on, reason, reference, colour, proposed"


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ((*HEAD, "colours"), "unknown column 'colours'; " + POSSIBLE),
    ],
)
def test_a_heading_that_is_wrong_is_said(head, says):
    ((line, sentence),) = faults(GOOD, head=head)
    assert line == 1
    assert sentence == says


@pytest.mark.parametrize(("head", "says"), [(("feature", "number", "criterion"), "status"), ((*HEAD, "gap"), "gap")])
def test_a_heading_with_a_column_too_few_or_too_many_is_said(head, says):
    ((line, sentence),) = faults(GOOD, head=head)
    assert line == 1
    assert says in sentence.partition(";")[0]


def test_a_number_that_stands_there_twice_is_said_with_the_line_of_the_first():
    ((line, sentence),) = faults(GOOD, GOOD | {"number": "1.2"}, GOOD)
    assert line == 4
    assert sentence == (
        "the number 1.1 stands in line 2 already; give each row its own (a spreadsheet that takes 1.10 for a decimal "
        "makes 1.1 of it: format it as text)"
    )


def test_a_line_with_more_cells_than_the_heading_is_said():
    with pytest.raises(TableRefused, match="line 2: this line has 10 cells, and the first one has 9"):
        tracker_file.read(table(HEAD, [*map(GOOD.get, HEAD[:3]), *["x"] * 7]), FRAMEWORK)


@pytest.mark.parametrize(
    ("rows", "says"), [([], "the first line must name the columns feature, number"), ([HEAD], "the file has no row")]
)
def test_a_file_with_no_row_is_refused(rows, says):
    with pytest.raises(TableRefused, match=says):
        tracker_file.read(table(*rows), FRAMEWORK)


def many(count, features):
    return [GOOD | {"feature": f"F{n % features}", "number": f"{n // 900 + 1}.{n % 900}"} for n in range(count)]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (many(501, 10), "a tracker has at most 500 rows"),
        (many(101, 1), "a feature has at most 100 rows; part it in two"),
    ],
)
def test_a_tracker_has_as_many_rows_as_its_form_can_offer(rows, says):
    assert [sentence for _, sentence in faults(*rows)] == [says]
    assert len(tracker_file.read(lines(*rows[:-1]), FRAMEWORK)) == len(rows) - 1
