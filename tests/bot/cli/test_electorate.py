"""`python -m bot electorate`: what it would take, and a sentence for whatever is wrong."""

import json

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.electorate import electorate
from storage.packs import pack_source

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
        (  # three quarters of eleven organisations, and not of fourteen members of the Board
            "eeast,eput,nelft,mse-ft",
            None,
            "9 for, 0 against, 0 abstaining, 2 not voting. Whether that carries it depends on what the document leaves open.",
        ),
        ("eeast,eput,nelft", False, "8 for, 0 against, 0 abstaining, 3 not voting. Not carried: 1 short of 9."),
    ],
)
def test_what_votes_come_to(others, carried, said):
    line = f"--rule board-capital --for {CCGS},{others}"
    assert answer(line)["carried"] is carried
    assert answer(line)["undecided"] == ([] if carried is False else [SEATS])
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


# --- Mid and South Essex: who is on the SLE, the Joint Committee, and 8.4 by seats -------------------------------------


def test_the_recommendation_of_the_sle_counts_those_it_is_made_of():
    """8.3 with 6.7: five CCGs, four NHS providers and three councils; Healthwatch and UCLPartners are not on it."""
    found = answer("--rule sle-recommendation --element objectives")
    assert (found["could_take_part"], found["base"], len(found["eligible"])) == (12, 12, 12)
    out = {one["partner"]: one["why"] for one in found["excluded"]}
    on_it = "not on the System Leadership Executive Group (6.7)"
    assert {out[key] for key in ("healthwatch-essex", "uclp", "nhs-england", "provide")} == {on_it}
    capital = answer("--rule sle-recommendation --element capital-and-transformation")
    assert capital["base"] == 9  # the councils are not eligible under Annex 1


SEATS = "Is the 75% counted by organisation or by Board member (8.4)?"
READINGS = {
    "--rule sle-recommendation --element objectives": (
        "Are NHS England and NHS Improvement among the NHS organisations whose chief officers sit on the "
        "SLE (6.7)? Read as NHSE & NHSI: consensus of 14 eligible: nobody objects, and all have spoken. "
        "Read as nobody: consensus of 12 eligible: nobody objects, and all have spoken."
    ),
    f"--rule board-capital --for {CCGS},eeast,eput,nelft,mse-ft": (
        f"{SEATS} Read as partners: at least three quarters of 11 "
        "eligible: 9 needed, carried. Read as members of the Partnership Board: at least three quarters of 14 eligible "
        "members: 11 needed, not carried. Nothing is counted until the partners decide which holds."
    ),
    "--rule board-majority": (
        "Which partners does that majority count (8.10.4)? Read as partners: more than half of 21 partners: 11 needed. "
        "Read as eligible: more than half of all eligible partners; who that is depends on the element of the agreement it falls "
        "under: add --element. Read as affected: more than half of all affected partners; who that is depends on whom it affects: "
        "add --affected."
    ),
    "--rule board-majority --element capital-and-transformation --affected eput,nelft --for eput,nelft": (
        "Which partners does that majority count (8.10.4)? Read as partners: more than half of 21 partners: 11 needed, "
        "not carried. Read as eligible: more than half of 11 eligible: 6 needed, not carried. Read as affected: more than "
        "half of 2 affected: 2 needed, carried. Nothing is counted until the partners decide which holds."
    ),
}


@pytest.mark.parametrize(("line", "said"), READINGS.items())
def test_what_the_document_leaves_open_is_counted_under_each_answer(line, said):
    assert f"Left open by the document, not decided yet: {said}" in run(line).stdout.splitlines()


def test_the_joint_committee_has_six_places_each_with_a_vote():
    found = answer("--rule joint-committee")
    assert found["eligible"] == [
        "basildon-brentwood", "castle-point-rochford", "mid-essex", "southend", "thurrock", "lay-member",
    ]  # fmt: skip
    cast = "--rule joint-committee --for basildon-brentwood,mid-essex,southend,thurrock,lay-member"
    assert answer(cast)["carried"] is False  # one has not spoken
    assert answer(f"{cast} --abstain castle-point-rochford")["carried"] is True
    assert answer(f"{cast} --against castle-point-rochford")["carried"] is False


def test_who_is_there_is_named_and_votes_of_others_are_kept_and_not_counted():
    line = "--rule sle-majority --element governance --affected eput,nelft,mse-ft --for eput,nelft --there eput,mse-ft"
    found = answer(line)
    assert (found["there"], found["base"], found["for"], found["not_counted"]) == (2, 2, 1, ["nelft"])
    assert "Not counted, because they were not there: NELFT. Not carried: 1 short of 2." in run(line).stdout


# --- Packs of one's own ----------------------------------------------------------------------------------------------


def with_rules(folder, rules, seats="least: 2, most: 3"):
    """Sefton's pack with other decision rules, and a forum with places."""
    text = pack_source("sefton-2022")
    begin, end = text.index("decision_rules:\n"), text.index("issues:\n")
    changes, after = text.index("changes:\n"), text.index("term:\n")
    text = f"{text[:begin]}{rules}{text[end:changes]}{text[after:]}"
    places = (
        "forums:\n  - key: panel\n    name: Panel\n    kind: board\n    outcome: decision\n    seats:\n"
        f"      - {{key: lay-member, name: Lay member, {seats}}}\n"
        "      - {key: society, name: Society, each_of: primary-care}\n"
    )
    pack = folder / "own.yaml"
    pack.write_text(text.replace("forums:\n", places, 1))
    return pack


PLACES = """decision_rules:
  panel:
    name: Vote of the panel
    who: members of panel
    base: votes-cast
    threshold: at least 3/5
    quorum: at least 2/5
  expulsion:
    name: Expelling a partner
    who: {without: concerned}
    threshold: all
  circular:
    name: Circular resolution
    taken: writing
    base: votes-cast
    threshold: more than 1/2
    quorum: 3
    casting_vote: the chair
"""


def of(pack, line):
    return CliRunner().invoke(app, ["electorate", "--agreement", str(pack), *line.split()])


def test_a_pack_without_decision_rules_gets_a_sentence(tmp_path):
    found = of(with_rules(tmp_path, ""), "")
    assert (found.exit_code, found.stdout) == (
        0,
        "Sefton Partnership has no decision rules: its document says nothing of how anything is decided.\n",
    )
    assert json.loads(of(with_rules(tmp_path, ""), "--json").stdout) == []
    refused = of(with_rules(tmp_path, ""), "--rule variation")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "has no decision rule variation" in refused.stderr


def test_each_place_is_named_and_can_vote(tmp_path):
    pack = with_rules(tmp_path, PLACES)
    line = "--rule panel --for lay-member-2,society/south-sefton-pcn --against lay-member"
    found = json.loads(of(pack, f"{line} --json").stdout)
    pcns = ["society/southport-formby-pcn", "society/south-sefton-pcn"]
    assert found["eligible"] == ["lay-member", "lay-member-2", *pcns]
    assert (found["quorum"], found["there"], found["base"], found["needed"], found["carried"]) == (2, 3, 3, 2, True)
    assert of(pack, line).stdout.splitlines()[2:6] == [
        "At least 3/5 of 3 votes cast: 2 needed; at least 2 must be there.",
        "Quorum: 2/5 of 4 members, so 2; 3 have answered.",
        "Votes cast: 3; 3/5 of them is 2.",
        "",
    ]
    by_partner = "--rule panel --for lay-member-2,south-sefton-pcn --against lay-member"
    assert json.loads(of(pack, f"{by_partner} --json").stdout) == found  # each has one place alone
    wrong = of(pack, "--rule panel --for lay-member-3")
    assert wrong.stderr == (
        "Sefton Partnership has no lay-member-3. There are: lay-member, lay-member-2, "
        "society/southport-formby-pcn, society/south-sefton-pcn.\n"
    )


def test_whom_it_is_about_is_asked_for(tmp_path):
    pack = with_rules(tmp_path, PLACES)
    refused = of(pack, "--rule expulsion")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "Whom is it about? Expelling a partner depends on it. Add --concerned.\n"
    assert json.loads(of(pack, "--rule expulsion --concerned luhft --json").stdout)["base"] == 10


def test_at_a_meeting_a_vote_of_who_is_not_there_does_not_count_and_out_of_one_it_does(tmp_path):
    """Two of four are there, and a third votes: at a meeting 1 to 1, out of one 2 to 1."""
    pack = with_rules(tmp_path, PLACES)
    line = (
        "--rule panel --there lay-member,lay-member-2 --for lay-member,society/south-sefton-pcn --against lay-member-2"
    )
    counted = {
        option: json.loads(of(pack, f"{line} {option} --json").stdout) for option in ("--meeting", "--no-meeting")
    }
    numbers = {option: (found["there"], found["base"], found["for"]) for option, found in counted.items()}
    assert numbers == {"--meeting": (2, 2, 1), "--no-meeting": (3, 3, 2)}
    assert counted["--meeting"]["not_counted"] == ["society/south-sefton-pcn"]
    assert (counted["--meeting"]["carried"], counted["--no-meeting"]["carried"]) == (False, True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--there icb", "Circular resolution: it is taken in writing, so whoever answers is there. Leave --there out."),
        ("--meeting", "Circular resolution: it is taken in writing. Leave --meeting out."),
    ],
)
def test_a_vote_in_writing_has_nobody_there(tmp_path, line, said):
    refused = of(with_rules(tmp_path, PLACES), f"--rule circular --for icb {line}")
    assert (refused.exit_code, refused.stdout, refused.stderr) == (2, "", f"{said}\n")
    found = of(
        with_rules(tmp_path, PLACES), "--rule circular --for icb,luhft --against alder-hey --casting --no-meeting"
    )
    assert found.stdout.splitlines()[6] == (
        "2 for, 1 against, 0 abstaining, 8 not voting. Carried. The casting vote counts only in a tie."
    )


def test_another_reading_is_printed_only_where_it_differs(tmp_path):
    pack = with_rules(tmp_path, PLACES)
    assert (
        "Read the other way" not in of(pack, "--rule panel --conflicted lay-member").stdout
    )  # of votes cast: the same
    assert "Read the other way about conflicts, 10 of 10 would be needed." in (
        of(pack, "--rule expulsion --concerned luhft --conflicted icb").stdout
    )
    assert "Were those with a conflict counted out of the quorum altogether, 1 of 2 would be needed." in (
        of(pack, "--rule panel --conflicted lay-member,lay-member-2").stdout
    )


RULES = """\
  sle-recommendation  Recommendation of the SLE (clause 8.3): Consensus of all eligible partners on the System Leadership Executive Group
  board-agreement     Agreement of the Board (clause 8.3): Consensus of all eligible partners
  board-capital       Board decision on capital or transformation funding (clause 8.4): At least three quarters of all eligible partners
  sle-consensus       Agreement of the affected partners at the SLE (clause 8.10.1): Consensus of all affected partners
  sle-majority        Majority decision of the SLE (clause 8.10.2): More than half of the eligible and affected partners who are there
  board-majority      Majority decision of the Board (clause 8.10.4): More than half of all partners
  funding             Allocation of funds to programmes (clause 9.10): Consensus of all eligible partners
  joint-committee     Decision of the Joint Committee (clause 6.19): Consensus of all members of the Joint Committee of the five CCGs
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
        ("--element governance", "--element is about one rule: add --rule."),
        ("--for eput --no-meeting --on 2020-09-01", "--for, --no-meeting and --on are about one rule: add --rule."),
        # what a rule does not use
        (
            "--rule variation --element governance --affected eput --concerned nelft --casting",
            (
                "Variation: it does not depend on the element of the agreement. Leave --element out. "
                "Variation: it does not depend on whom it affects. Leave --affected out. "
                "Variation: it does not depend on whom it is about. Leave --concerned out. "
                "Variation: it knows no casting vote. Leave --casting out."
            ),
        ),
        (
            "--rule variation --there eput",
            (
                "Variation can be taken at a meeting or out of one. At a meeting only those who are there count; out of one "
                "whoever votes is there. Add --meeting or --no-meeting."
            ),
        ),
        (
            "--rule variation --there eput --no-meeting",
            (
                "Variation: it states no quorum and no share of those who are there, so who is there changes nothing. Leave "
                "--there out."
            ),
        ),
        (
            "--rule sle-majority --element governance --affected eput --no-meeting",
            "Majority decision of the SLE: it is taken at a meeting. Leave --no-meeting out.",
        ),
        (
            "--rule board-capital --meeting --there provide,eput",
            "Provide takes no part in this, there or not: not eligible under Annex 1.",
        ),
    ],
)
def test_what_is_wrong_is_said(line, said):
    assert refusal(line) == f"{said}\n"


def test_an_agreement_that_is_none():
    result = CliRunner().invoke(app, ["electorate", "--agreement", "nowhere"])
    assert result.exit_code == 2
    assert result.stderr == (
        "There is no agreement nowhere. "
        "Those that come with Accord: mid-south-essex-2020, one-halton-2021, sefton-2022. For your own, name its pack's file.\n"
    )
