"""`python -m bot signatures`: whether it takes effect and what stops it, and a sentence for whatever is wrong."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.signatures import signatures
from storage.packs import read_pack

SMALL = Path(__file__).parent.parent.parent / "agreements" / "small.yaml"

app = typer.Typer()
app.command("signatures")(signatures)


@app.callback()
def _main():
    """Make `signatures` a command among others, as it is in the program."""


def run(*words):
    return CliRunner().invoke(app, ["signatures", *words])


def keys(pack):
    return [partner.key for partner in read_pack(pack).partners]


@pytest.fixture
def table(tmp_path):
    def write(*lines, heading="partner,signed_on"):
        file = tmp_path / "signed.csv"
        file.write_text("\n".join([heading, *lines]) + "\n", encoding="utf-8")
        return str(file)

    return write


def test_halton_with_its_ten_printed_rows_signed(table):
    file = table(*(f"{key},2021-09-30" for key in keys("one-halton-2021") if key != "hsh-voluntary-action"))
    said = run("--agreement", "one-halton-2021", file, "--on", "2021-10-01").stdout
    assert said.splitlines()[:4] == [
        "One Halton: 10 of 11 partners signed. Not effective (clause 14.1).",
        "",
        "What stops it",
        "  Voluntary and Community Action has not signed, and the document prints no row for it.",
    ]


def test_sefton_waits_for_the_date_on_page_one_and_takes_effect_on_it(table):
    file = table(*(f"{key},2022-09-15" for key in keys("sefton-2022")))
    common = ("--agreement", "sefton-2022", file, "--on", "2022-09-16")
    said = run(*common).stdout
    assert said.splitlines()[:4] == [
        "Sefton Partnership: 11 of 11 partners signed. Not effective (clause 12.1).",
        "",
        "What stops it",
        "  The day on which it begins is blank. Once the partners have decided, give it with --begins.",
    ]
    assert run(*common, "--begins", "2022-10-01").stdout.splitlines()[0] == (
        "Sefton Partnership: 11 of 11 partners signed. Takes effect on Sat 1 Oct 2022 (clause 12.1)."
    )


def test_mid_and_south_essex_as_json(table):
    file = table(*(f"{key},2020-06-12" for key in keys("mid-south-essex-2020") if key != "nelft"), "nelft,2020-07-01")
    found = json.loads(run("--agreement", "mid-south-essex-2020", file, "--on", "2020-07-02", "--json").stdout)
    assert (found["needed"], found["missing"], found["effective_on"]) == (21, [], "2020-07-01")


@pytest.mark.parametrize(
    ("cells", "stop"),
    [
        ("Jo Hall,Chair,NELFT,2020-07-01", None),
        ("Jo Hall,,NELFT,2020-07-01", "The counterpart of NELFT is incomplete, without the position."),
        (",,NELFT,2020-07-01", "The counterpart of NELFT is incomplete, without the name in print and the position."),
        ("Jo Hall,Chair,NELFT,", "The counterpart of NELFT is incomplete, without the date."),
        ("Jo Hall,Chair, ,2020-07-01", "The counterpart of NELFT is incomplete, without the organisation."),
    ],
)
def test_a_counterpart_without_what_the_document_asks_for_is_incomplete(table, cells, stop):
    """MSE 15 asks for signature, name, position, organisation and date."""
    heading = "name,position,organisation,signed_on,partner"
    others = [f"Jo Hall,Chair,Us,2020-06-12,{key}" for key in keys("mid-south-essex-2020") if key != "nelft"]
    common = (
        "--agreement",
        "mid-south-essex-2020",
        table(*others, f"{cells},nelft", heading=heading),
        "--on",
        "2020-07-02",
    )
    said = run(*common).stdout.splitlines()
    if stop is None:
        assert said[0] == "Mid and South Essex: 21 of 21 partners signed. Takes effect on Wed 1 Jul 2020 (clause 15.3)."
    else:
        assert said[0] == "Mid and South Essex: 20 of 21 partners signed. Not effective (clause 15.3)."
        assert said[2:4] == ["What stops it", f"  {stop}"]
    found = json.loads(run(*common, "--json").stdout)
    assert list(found["incomplete"]) == ([] if stop is None else ["nelft"])
    assert "Not looked at" not in "\n".join(said)


def test_what_a_file_has_no_column_of_is_not_looked_at_and_that_is_said(table):
    file = table(
        *(f"{key},2020-06-12,Jo Hall" for key in keys("mid-south-essex-2020")), heading="partner,signed_on,name"
    )
    said = run("--agreement", "mid-south-essex-2020", file, "--on", "2020-07-02").stdout.splitlines()
    assert said[0] == "Mid and South Essex: 21 of 21 partners signed. Takes effect on Fri 12 Jun 2020 (clause 15.3)."
    assert said[-1] == (
        "Not looked at, as the file has no column of it: position, organisation. The document asks for it (clause 15)."
    )
    sefton = table(*(f"{key},2022-09-15" for key in keys("sefton-2022")))
    assert "Not looked at" not in run("--agreement", "sefton-2022", sefton, "--on", "2022-09-16").stdout


def test_without_a_file_nobody_has_signed():
    said = run("--agreement", "sefton-2022", "--on", "2022-09-16").stdout.splitlines()
    assert said[0] == "Sefton Partnership: 0 of 11 partners signed. Not effective (clause 12.1)."
    assert len([line for line in said if line.endswith(" has not signed.")]) == 11


@pytest.mark.parametrize(
    ("on", "signed", "aside"),
    [
        ("2024-04-30", 3, "As on 30 April 2024: 3 of 11. Left aside: 3 later rows (1 May, 3 May, 9 May)."),
        ("2024-05-01", 4, "As on 1 May 2024: 4 of 11. Left aside: 2 later rows (3 May, 9 May)."),
        ("2024-05-08", 5, "As on 8 May 2024: 5 of 11. Left aside: 1 later row (9 May)."),
        ("2024-05-09", 6, None),
        ("2023-12-31", 0, ("As on 31 December 2023: 0 of 11. "
                           "Left aside: 6 later rows (29 April 2024, 1 May 2024, 3 May 2024, 9 May 2024).")),
    ],
)  # fmt: skip
def test_rows_of_a_later_day_are_not_there_yet_on_that_day(table, on, signed, aside):
    days = ("2024-04-29", "2024-04-29", "2024-04-29", "2024-05-01", "2024-05-03", "2024-05-09")
    file = table(*(f"{key},{day}" for key, day in zip(keys("sefton-2022"), days, strict=False)))
    words = ("--agreement", "sefton-2022", file, "--on", on)
    said = run(*words).stdout.splitlines()
    assert said[0] == f"Sefton Partnership: {signed} of 11 partners signed. Not effective (clause 12.1)."
    assert said[1] == (aside or "")
    found = json.loads(run(*words, "--json").stdout)
    assert (found["on"], len(found["signed"]), len(found["left_aside"])) == (on, signed, 6 - signed)
    assert [one["signed_on"] for one in found["left_aside"]] == [day for day in days if day > on]


def test_a_partner_that_has_left_meanwhile_does_not_sign_any_more(table, tmp_path):
    pack = tmp_path / "rivers.yaml"
    pack.write_text(SMALL.read_text().replace("    short: Cedar\n", "    short: Cedar\n    left: 2030-04-30\n"))
    file = table("cedar,2030-01-10", "alder,2030-01-11")
    for on, said in [
        ("2030-04-30", ["Rivers: 2 of 3 partners signed. Not effective.", ""]),
        (
            "2030-05-01",
            ["Rivers: 1 of 2 partners signed. Not effective.", "Not counted, since they do not sign any more: Cedar."],
        ),
    ]:
        assert run("--agreement", str(pack), file, "--on", on).stdout.splitlines()[:2] == said


def test_a_second_counterpart_of_a_later_day_is_left_aside_too_and_many_days_are_not_all_named(table):
    file = table("mersey-care,2022-09-15", *(f"mersey-care,2022-10-{day:02}" for day in range(1, 9)))
    said = run("--agreement", "sefton-2022", file, "--on", "2022-09-16").stdout.splitlines()
    assert said[1] == (
        "As on 16 September 2022: 1 of 11. Left aside: 8 later rows (1 October to 8 October)."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mersey-care,15/09/22", "line 2, cell B2 (signed_on): '15/09/22' is not a day. Write it as 2022-07-01."),
        (
            "mersey-cares,2022-09-15",
            "line 2, cell A2 (partner): mersey-cares does not sign for Sefton Partnership. Did you mean mersey-care?",
        ),
        (
            ",2022-09-15",
            "line 2, cell A2 (partner): no partner stands there. Write whose signature it is, such as icb.",
        ),
        ("mersey-care", "line 2: this line has 1 cell, and the first one has 2;"),
        ('mersey-care,"\u200b"', "line 2, cell B2 (signed_on): "),
        ("mersey-care,2022-09", "line 2, cell B2 (signed_on): '2022-09' is not a day."),  # and not its first
        ("mersey-care,2022-09-15T10:00", "line 2, cell B2 (signed_on): '2022-09-15T10:00' is not a day."),
    ],
)
def test_what_cannot_be_is_told_with_its_line(table, line, said):
    result = run("--agreement", "sefton-2022", table(line), "--on", "2022-09-16")
    assert result.exit_code == 2
    assert said in result.stderr.replace("\n", " ")
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.csv",), "nowhere.csv can't be read: No such file or directory."),
        (("--on", "soon"), "--on: soon is not a day. Write it as 2022-07-01."),
        (("--begins", "soon"), "--begins: soon is not a day. Write it as 2022-07-01."),
    ],
)
def test_what_is_wrong_elsewhere_is_told_too(words, said):
    result = run("--agreement", "sefton-2022", *words)
    assert result.exit_code == 2
    assert result.stderr == f"{said}\n"


def test_a_file_without_its_heading_and_one_that_is_no_text(table, tmp_path):
    assert (
        "the first line must name the columns partner and signed_on;"
        in run("--agreement", "sefton-2022", table("mersey-care,2022-09-15", heading="who,when")).stderr
    )
    file = tmp_path / "scan.csv"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    assert "is not UTF-8 text" in run("--agreement", "sefton-2022", str(file)).stderr


# --- Several people for a partner ---------------------------------------------------------------------------------

PEOPLE = "partner,signed_on,name,capacity"
SIGNED_BY_TWO = (
    "alder,2022-01-03,Ada Khan,signatory",
    "alder,2022-01-05,Ben Lee,lead",
    "birch,2022-01-05,Cy Poe,lead",  # before its turn
    "birch,2022-01-06,Di Day,signatory",
    "cedar,2022-01-07,Eve Fox,signatory",
    "cedar,2022-01-08,EVE  FOX,lead",  # the same person
)


@pytest.fixture
def by_two(tmp_path):
    """A pack under which two people sign for each partner, the lead last."""
    written = "  forms: [unstated]\n"
    source = SMALL.read_text()
    assert source.count(written) == 1
    rule = '  signers: {at_least: 2, of: [signatory, lead], in_order: true, clause: "9.1"}\n'
    file = tmp_path / "two.yaml"
    file.write_text(source.replace(written, rule + written))
    return str(file)


def test_a_partner_has_signed_once_so_many_people_have_in_turn(table, by_two):
    file = table(*SIGNED_BY_TWO, heading=PEOPLE)
    said = run("--agreement", by_two, file, "--on", "2022-01-10").stdout
    assert said.splitlines() == [
        "Rivers: 1 of 3 partners signed. Not effective.",
        "",
        "What stops it",
        "  Birch: 1 of 2 have signed (Di Day, Thu 6 Jan 2022).",
        "  Cedar: 1 of 2 have signed (Eve Fox, Fri 7 Jan 2022).",
        "",
        "Signed",
        "  Alder  Wed 5 Jan 2022",
    ]
    found = json.loads(run("--agreement", by_two, file, "--on", "2022-01-10", "--json").stdout)
    assert (found["signed"], found["missing"]) == ({"alder": "2022-01-05"}, ["birch", "cedar"])
    assert found["partly"] == {
        "birch": [{"name": "Di Day", "signed_on": "2022-01-06"}],
        "cedar": [{"name": "Eve Fox", "signed_on": "2022-01-07"}],
    }


def test_it_takes_effect_with_the_last_of_them(table, by_two):
    more = ("birch,2022-01-07,Cy Poe,lead", "cedar,2022-01-09,Fay Gee,lead")
    said = run("--agreement", by_two, table(*SIGNED_BY_TWO, *more, heading=PEOPLE), "--on", "2022-01-10").stdout
    assert said.splitlines()[0] == "Rivers: 3 of 3 partners signed. Takes effect on Sun 9 Jan 2022."


def test_a_file_that_does_not_say_who_signed_is_refused_with_what_to_write(table, by_two):
    file = table("alder,2022-01-03", heading="partner,signed_on")
    assert run("--agreement", by_two, file).output.splitlines() == [
        "For each partner its signatory, then its lead sign (clause 9.1): write who signed, a line for each person. The file has no columns name and capacity. Nothing was counted."
    ]
    file = table("alder,2022-01-03,,chair", "alder,2022-01-03,Ben Lee,", heading=PEOPLE)
    assert run("--agreement", by_two, file).output.splitlines() == [
        "Nothing was counted; 3 to mend:",
        "line 2, cell D2 (capacity): 'chair' is no capacity in which they sign. Write signatory or lead.",
        "line 2, cell C2 (name): nobody's name stands there. Write who signed.",
        "line 3, cell D3 (capacity): no capacity stands there. Write signatory or lead.",
    ]
