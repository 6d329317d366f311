"""The command line reads packs without a database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app

SMALL = (Path(__file__).parent.parent.parent / "agreements" / "small.yaml").read_text()
NAMES = ("sefton-2022", "one-halton-2021", "mid-south-essex-2020")


@pytest.fixture(autouse=True)
def _no_database(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none.sqlite3'}")


def run(*arguments: str):
    return CliRunner().invoke(app, ["agreement", *arguments])


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_pack_is_said_to_be_sound(name):
    result = run("check", name)
    assert result.exit_code == 0
    assert result.output.startswith(f"{name} is sound: ")
    assert result.stderr == ""


def test_what_was_read_is_counted():
    said = run("check", "sefton-2022").output.splitlines()
    assert [line.strip() for line in said[1:]] == [
        "11 partners: icb, sefton-council, mersey-care, southport-ormskirk, luhft, alder-hey,",
        "healthwatch-sefton, southport-formby-pcn, south-sefton-pcn, sefton-cvs,",
        "one-vision-housing",
        "2 calendars: operational-days, foi",
        "2 clocks: issue_discussion, foi_response",
        "4 forums: partnership-board, health-and-wellbeing-board, icb-board, cm-icp",
        "1 stage: discussion",
        "5 decision rules: recommendation, agreement, variation, consent, governance",
        "3 reviews: six-monthly, chairing, governance",
        "7 open points: commencement, chairing-interval, after-discussion, ending, signing,",
        "public-authorities, information-requests",
        "1 remark; the pack can be used as it is:",
        "templates/agreements/sefton-2022.yaml:242: decision_rules.recommendation.base: One vote could carry this. If the document states no quorum, leave it: every result will say so.",
    ]


def test_a_remark_is_printed_and_the_pack_passes(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(SMALL + "  - {key: why, question: Why at all?}\n")
    result = run("check", str(pack))
    assert result.exit_code == 0
    assert result.stderr == ""
    line = SMALL.count("\n") + 1
    remarks = result.output.splitlines()[-4:]
    assert remarks[0] == "3 remarks; the pack can be used as it is:"
    assert remarks[-1] == (
        f"{pack}:{line}: open.why: Its answer fills no place and is quoted at none, so deciding it changes nothing that "
        "anybody sees. Add path, or quoted_at with the path of what it is about, such as term, or "
        "issues.stages.discussion."
    )


def test_every_fault_is_printed_and_the_exit_is_1(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(SMALL.replace("clock: talk", "clock: walk").replace("short: Cedar", "short: Alder"))
    result = run("check", str(pack))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{pack}:48: partners.cedar.short: Alder stands twice in partners. Give each its own.",
        f"{pack}:96: issues.stages.first.clock: There is no clock called walk. Did you mean talk?",
        "2 faults.",
    ]


def test_a_pack_that_is_not_there():
    result = run("check", "seftn-2022")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        (
            "There is no agreement seftn-2022. Did you mean sefton-2022? Those that come with Accord: "
            "mid-south-essex-2020, one-halton-2021, sefton-2022. For your own, name its pack's file."
        )
    ]


def test_the_schema_is_json_schema_with_descriptions():
    schema = json.loads(run("schema").output)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"].startswith("Accord pack")
    assert schema["type"] == "object"
    assert "sefton" not in json.dumps(schema).casefold()
    assert schema["additionalProperties"] is False
    assert {"id", "title", "partners", "issues", "term"} <= set(schema["required"])
    assert schema["$defs"]["Unit"]["enum"][0] == "operational-days"
    assert schema["properties"]["operational_days"]["description"]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_fits_a_terminal_and_has_every_part(name):
    said = run("show", name).output
    lines = said.splitlines()
    assert max(len(line) for line in lines) <= 92
    for heading in ("Who:", "Forums", "Time", "When an issue is raised", "What carries a decision", "Reviews"):
        assert any(line.startswith(heading) for line in lines), heading
    for heading in ("Conflicts of interest", "Signing, change and term", "Left open by the document", "Oddities"):
        assert any(line.startswith(heading) for line in lines), heading
    assert "None" not in said
    assert "()" not in said


def test_what_the_sefton_page_says():
    said = " ".join(run("show", "sefton-2022").output.split())
    for words in (
        "Commissioner and provider (1): Sefton Council",
        "20 operational days after the notification [5.2]",
        "20 operational days (calendar foi) after receipt, by law [5.3]",
        "every 6 months from Fri 1 Jul 2022",
        "agreement of all partners other than the one concerned [9.1.2]",
        "commencement: On which day does the agreement commence?",
        "After that the document says nothing",
    ):
        assert words in said, words


def test_what_the_essex_page_says():
    said = " ".join(run("show", "mid-south-essex-2020").output.split())
    for words in (
        "at least three quarters of all eligible partners",
        "only after this failed: Recommendation of the SLE",
        "more than half of the eligible and affected partners who are there",
        "Eligible as Other partners (4 of 8 elements): Provide,",
        "written notice to all partners",
        "first within 1 year of commencement; every 1 year",
    ):
        assert words in said, words


def stated(name: str) -> list[str]:
    """Return what the page says that an agreement states and nothing acts on, a line for each thing."""
    _, _, after = run("show", name).output.partition("\nStated, not yet acted on\n")
    joined = after.split("\n\n")[0].rstrip("\n").replace("\n      ", " ")
    return [line.strip() for line in joined.splitlines()]


def test_what_is_stated_and_not_yet_acted_on_is_said(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        SMALL.replace("agreed_by: board,", "agreed_by: board, recommended_by: council, clause: '7',")
        .replace("    related: [alder]\n", "    public_authority: true\n", 1)
        .replace(
            "trackers:\n",
            "consultations:\n  - {key: plan, name: River plan, themes: [{key: a, name: Fish}], dispositions: [Taken up]}\ntrackers:\n",
        )
    )
    assert stated(str(pack)) == [
        "Enquiries: Complaint; liaise with Board before any response; within Talk",
        "Public authorities under the Freedom of Information Act: Birch",
        "Board reports to: Council",
        "Dig: recommended by Council [7]",
        "Consultation, River plan: themes: Fish; answered as: Taken up",
    ]


def test_of_a_pack_that_states_nothing_more_nothing_is_said(tmp_path):
    pack = tmp_path / "pack.yaml"
    head, _, tail = SMALL.partition("enquiries:\n")
    pack.write_text(head.replace("    reports_to: [council]\n", "") + "trackers:\n" + tail.partition("trackers:\n")[2])
    assert stated(str(pack)) == []


def test_a_small_pack_is_shown_too(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(SMALL)
    said = " ".join(run("show", str(pack)).output.split())
    assert "closed 2 January 2030 (Office closed)" in said
    assert "at least three quarters of all eligible partners; at least 2 must be there; only on: Spending" in said


def test_no_difference_is_said():
    assert run("diff", "sefton-2022", "sefton-2022").output == "sefton-2022: nothing differs.\n"


def test_differences_are_listed_with_signs_paths_and_clauses(tmp_path):
    before, after = tmp_path / "a.yaml", tmp_path / "b.yaml"
    before.write_text(SMALL)
    after.write_text(SMALL.replace("{number: 10, unit", "{number: 15, unit").replace("    quorum: 2\n", ""))
    assert run("diff", str(before), str(after)).output.splitlines() == [
        "1 removed, 1 changed",
        "~ clocks.talk.limit [2.10]",
        "    was: 10 operational days on working",
        "    now: 15 operational days on working",
        "- decision_rules.spend.quorum",
        "    number: 2",
    ]


def test_diff_with_a_broken_pack_exits_with_1(tmp_path):
    broken = tmp_path / "b.yaml"
    broken.write_text("id: x\n")
    assert run("diff", "sefton-2022", str(broken)).exit_code == 1
