"""`python -m bot electorate`: what it would take, and a sentence for whatever is wrong."""

import json

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.electorate import electorate

app = typer.Typer()
app.command("electorate")(electorate)
CCGS = "basildon-brentwood-ccg,castle-point-rochford-ccg,mid-essex-ccg,southend-ccg,thurrock-ccg"


@app.callback()
def _main():
    """Make `electorate` a command among others, as it is in the program."""


def run(line):
    return CliRunner().invoke(app, ["electorate", "--agreement", "mid-south-essex-2020", *line.split()])


def answer(line):
    result = run(f"{line} --on 2020-09-01 --json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def refusal(line):
    result = run(line)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return result.stderr


def test_what_a_capital_vote_would_take():
    found = answer("--rule board-capital")
    assert (found["base"], found["needed"], found["carried"], found["not_yet"]) == (11, 9, False, 11)
    assert {"partner": "provide", "why": "not eligible under Annex 1", "in_base": False} in found["excluded"]
    assert len(found["excluded"]) == 10
    text = run("--rule board-capital").stdout
    assert "At least three quarters of 11 eligible: 9 needed." in text
    assert "Not carried" not in text  # nobody has voted


@pytest.mark.parametrize(
    ("others", "carried", "said"),
    [
        ("eeast,eput,nelft,mse-ft", True, "9 for, 0 against, 0 abstaining, 2 not voting. Carried."),
        ("eeast,eput,nelft", False, "8 for, 0 against, 0 abstaining, 3 not voting. Not carried: 1 short of 9."),
    ],
)
def test_what_votes_come_to(others, carried, said):
    line = f"--rule board-capital --for {CCGS},{others}"
    assert answer(line)["carried"] is carried
    assert said in run(line).stdout.splitlines()


def test_a_conflict_and_its_other_reading():
    found = answer("--rule board-capital --conflicted nelft")
    assert (found["base"], found["needed"]) == (10, 8)
    assert found["other_reading"] == {"base": 11, "needed": 9}
    assert run("--rule board-capital --conflicted nelft").stdout.splitlines()[4] == (
        "Read the other way about conflicts, 9 of 11 would be needed."
    )


def test_a_majority_of_those_who_take_part():
    seven = "mse-ft,eput,nelft,eeast,provide,uclp,essex-council"
    line = (
        f"--rule sle-majority --element governance --affected {seven} "
        "--for mse-ft,eput,nelft --against eeast,provide --abstain uclp,essex-council"
    )
    found = answer(line)
    assert (found["base"], found["needed"], found["for"], found["against"], found["abstain"]) == (7, 4, 3, 2, 2)
    assert found["carried"] is False
    tie = answer(f"--rule sle-majority --element governance --affected {seven} --for eput --against nelft")
    assert (tie["base"], tie["carried"]) == (2, False)


RULES = """\
  sle-recommendation  Recommendation of the SLE (clause 8.3): Consensus of all eligible
  board-agreement     Agreement of the Board (clause 8.3): Consensus of all eligible
  board-capital       Board decision on capital or transformation funding (clause 8.4): At least three quarters of all eligible
  sle-consensus       Agreement of the affected partners at the SLE (clause 8.10.1): Consensus of all affected
  sle-majority        Majority decision of the SLE (clause 8.10.2): More than half of the eligible and affected who are there
  board-majority      Majority decision of the Board (clause 8.10.4): More than half of all partners
  funding             Allocation of funds to programmes (clause 9.10): Consensus of all eligible
  joint-committee     Decision of the Joint Committee (clause 6.19): Consensus of all members
  variation           Variation (clause 10.1): Agreement of all partners
  accession           Further partner (clause 14.1): Agreement of all partners
"""


def test_without_a_rule_they_are_listed():
    assert run("").stdout == RULES
    assert refusal("--rule nothing") == f"mid-south-essex-2020 has no decision rule nothing. Its rules are:\n{RULES}"
    rules = {rule["rule"]: rule for rule in json.loads(run("--json").stdout)}
    asks = "Agreement of all partners"
    assert rules["variation"] == {"rule": "variation", "name": "Variation", "clause": "10.1", "asks": asks}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "--rule board-capital --element financial-risk",
            "Board decision on capital or transformation funding (clause 8.4) is for Apportionment of transformation monies and Priorities for capital investment only, under Financial framework, NHS capital and transformation funds; NHS financial framework, risk management cannot be decided by it.",
        ),
        (
            "--rule sle-majority --affected eput",
            "Who counts under Majority decision of the SLE depends on the element of the agreement. Please choose one: vision, objectives, governance, issue-resolution, mutual-accountability, financial-risk, capital-and-transformation, national-support.",
        ),
        (
            "--rule sle-consensus",
            "Only those affected count under Agreement of the affected partners at the SLE. Please name them with --affected.",
        ),
        ("--rule board-capital --for provide", "Provide has no vote in this: not eligible under Annex 1."),
        ("--rule board-capital --for nelf", "Mid and South Essex has no nelf. Did you mean nelft?"),
        ("--rule board-capital --for nelft,nelft", "nelft is named twice."),
        ("--rule board-capital --for nelft --against nelft", "nelft has two votes: for and against."),
        ("--rule board-capital --on Tuesday", "--on Tuesday is not a day. Write it as 2022-07-01."),
    ],
)
def test_what_is_wrong_is_said(line, said):
    assert refusal(line) == f"{said}\n"


def test_an_agreement_that_is_none():
    result = CliRunner().invoke(app, ["electorate", "--agreement", "nowhere"])
    assert result.exit_code == 2
    assert result.stderr == (
        "templates/agreements/nowhere.yaml:1: There is no such pack. "
        "Known: mid-south-essex-2020, one-halton-2021, sefton-2022.\n"
    )
