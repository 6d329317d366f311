"""Every measurement runs, at a tiny size, and proves that what it timed was done. Nothing here is about speed."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.bench import copying, lists, sending, stage, start, ticking, web
from tests.bench.figures import Figure, line, write


def test_every_start_is_measured_against_an_interpreter_that_does_nothing():
    told = []
    start.measure(1, told.append)
    assert [figure.unit for figure in told] == ["ratio", "modules"] * len(start.WAYS)
    assert all(figure.value > 1 for figure in told)


def test_every_kind_of_request_is_measured_against_the_bare_app():
    told = []
    web.measure(web.KINDS, None, ("sqlite",), web.Size(0.1, 1, 60, at_once=(), most=2), told.append)
    assert [figure.what.partition(",")[0] for figure in told][::2] == [kind.what for kind in web.KINDS.values()]
    assert all(figure.value > 0 for figure in told)


def test_a_tick_queues_what_is_due_and_nothing_else():
    told = []
    ticking.measure(None, ("sqlite",), (20, 60), (2, 5), told.append)
    assert len(told) == 7
    assert all(figure.value > 0 for figure in told)


def test_all_that_is_queued_is_handed_over():
    told = []
    sending.measure(None, ("sqlite",), 20, 5, told.append)
    assert len(told) == 1


def test_a_hundred_are_claimed_among_more_and_more():
    told = []
    sending.measure_claim(None, ("sqlite",), (120, 150), told.append)
    assert [figure.unit for figure in told] == ["ms", "ms"]


def test_an_executed_copy_is_made_sealed_and_compared_with_joining_alone():
    told = []
    copying.measure(2, 1, told.append)
    assert [figure.unit for figure in told] == ["s", "ratio"]
    assert told[1].value > 1


def test_lists_a_register_and_a_board_pack_are_measured():
    told = []
    lists.measure(None, ("sqlite",), (3, 30), 40, 3, told.append)
    assert [figure.unit for figure in told] == ["ms", "s", "MB", "ms", "s"]
    assert all(figure.value > 0 for figure in told)


def test_a_copied_issue_is_as_whole_as_the_one_it_is_copied_from(make_migrated):
    engine = make_migrated("postgresql")
    with stage.standin() as api:
        agreement = stage.load(engine, ticking.NOW)
        issue = stage.raise_one(engine, agreement, ticking.NOW, api)
        stage.copy(engine, issue, 3)
        stage.add_open_deadlines(engine, issue, 30, ticking.NOW)
        stage.raise_one(engine, agreement, ticking.NOW + timedelta(minutes=1), api)
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT reference, (SELECT count(*) FROM issue_partners WHERE issue_id = issues.id), "
            "(SELECT count(*) FROM notices WHERE matter_id = issues.id), "
            "(SELECT count(*) FROM deadlines WHERE matter_id = issues.id AND state = 'open'), "
            "(SELECT count(*) FROM outbox WHERE id = issues.post_id AND about = 'issue:' || issues.id) "
            "FROM issues ORDER BY id"
        ).all()
    assert [tuple(row) for row in found] == [(f"SEF-{number}", 11, 10, 1, 1) for number in range(1, 6)]


def test_the_file_holds_the_numbers_and_the_machine_but_no_names(tmp_path):
    figures = [Figure("a", 0.5, "ratio", 0.8), Figure("b", 0.5, "ms", 1, more_is_better=False), Figure("c", 2, "s")]
    write(tmp_path / "out.json", figures, ["a note"])
    found = json.loads((tmp_path / "out.json").read_text())
    assert [row["outcome"] for row in found["figures"]] == ["MISSED", "met", ""]
    assert found["machine"]["cores"] >= 1
    assert "MISSED" in line(figures[0])
