"""`python -m bot signatures`: whether it takes effect and what stops it, and a sentence for whatever is wrong."""

import json

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.signatures import signatures
from storage.packs import read_pack

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


def test_without_a_file_nobody_has_signed():
    said = run("--agreement", "sefton-2022", "--on", "2022-09-16").stdout.splitlines()
    assert said[0] == "Sefton Partnership: 0 of 11 partners signed. Not effective (clause 12.1)."
    assert len([line for line in said if line.endswith(" has not signed.")]) == 11


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mersey-care,15/09/2022", "line 2: 15/09/2022 is not a day. Write it as 2022-07-01."),
        (
            "mersey-cares,2022-09-15",
            "line 2: mersey-cares does not sign for Sefton Partnership. Did you mean mersey-care?",
        ),
        (",2022-09-15", "line 2: nobody does not sign"),
        ("mersey-care", "line 2: nothing is not a day."),
        ("mersey-care,2022-10-15", "line 2: Sat 15 Oct 2022 is after Fri 16 Sep 2022."),
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
        (("nowhere.csv",), "nowhere.csv cannot be read: No such file or directory."),
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
        "the first line has to be partner,signed_on."
        in run("--agreement", "sefton-2022", table("mersey-care,2022-09-15", heading="who,when")).stderr
    )
    file = tmp_path / "scan.csv"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    assert "is not text in UTF-8" in run("--agreement", "sefton-2022", str(file)).stderr
