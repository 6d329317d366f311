"""Hostile text in the files that are read, rosters and packs: refused in words with the line, or shown as text."""

from __future__ import annotations

import csv
import io

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from bot.demo import TEAM
from handlers.agreements import loading
from handlers.people import file as roster_file, roster as people
from rules.sheets import TableRefused
from storage.packs import PackFaults, pack_source, parse_pack
from tests.hostile import CONTROLS, HUGE, MARKUP, UNSEEN, as_shown
from tests.scenarios.hostile.kit import check_all, looks_everywhere

PACK = pack_source("sefton-2022")


def roster(*rows):
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["name", "email", "partner", "capacity", "from", "until", "timezone", "workspace", "user"])
    writer.writerows([name, email, "luhft", "lead", "", "", "", TEAM, user] for name, email, user in rows)
    return file.getvalue()


def test_names_of_a_roster_come_out_as_text(world):
    names = [text[:150] for text in (*MARKUP.values(), *CONTROLS.values())]
    for number, name in enumerate(names):
        world.workspace.add_person(f"U1X{number}", name)
    with world.session() as session:
        terms = parse_pack(PACK, file="sefton")
        rows = roster_file.read(roster(*((name, f"{i}@x.example", f"U1X{i}") for i, name in enumerate(names))), terms)
        people.import_roster(session, world.agreement(session), rows, platform="slack", by="tests", now=world.clock())
    read = as_shown(looks_everywhere(world))
    assert not [name for name in names if as_shown(name) not in read]
    world.ada.raises("Beds", "luhft")
    check_all(world)


@pytest.mark.parametrize("row", [(said, "", "U1") for said in (*UNSEEN.values(), *HUGE.values())])
def test_a_name_that_is_none_is_refused_with_its_line(world, row):
    with pytest.raises(TableRefused) as refused:
        roster_file.read(roster(row), parse_pack(PACK, file="sefton"))
    assert "line" in str(refused.value)
    assert len(str(refused.value)) < 1000


@pytest.mark.parametrize("user", ["<@U0BEN>", "U" * 41, "U0 BEN", "ж"])
def test_an_account_that_is_none_is_refused_with_its_line(world, user):
    with pytest.raises(TableRefused, match="line 2"):
        roster_file.read(roster(("Nia", "", user)), parse_pack(PACK, file="sefton"))


# --- Packs ----------------------------------------------------------------------------------------------------------


def with_title(text):
    lines = PACK.splitlines()
    number = next(i for i, line in enumerate(lines) if line.startswith("short_title:"))
    lines[number] = "short_title: '" + text.replace("'", "''") + "'"
    return "\n".join(lines), number + 1


def with_words(strings):
    """The pack with these strings in its names, questions and clauses, and what stands where."""
    yaml, out, waiting = YAML(), io.StringIO(), iter(strings)
    pack = yaml.load(PACK)
    placed = []

    def place(at, key, longest):
        text = next(waiting, None)
        if text is not None:
            at[key] = DoubleQuotedScalarString(as_shown(text)[:longest].strip())
            placed.append(at[key])

    for partner in pack["partners"]:
        place(partner, "name", 80)
        place(partner, "short", 40)
    for point in pack["open"]:
        place(point, "question", 200)
    place(pack["issues"], "approach_clause", 30)
    place(pack["issues"]["stages"][0], "clause", 30)
    place(next(iter(pack["clocks"].values())), "clause", 30)
    yaml.width = 10_000
    yaml.dump(pack, out)
    return out.getvalue(), [str(text) for text in placed]


def test_a_packs_names_questions_and_clauses_come_out_as_text(world):
    strings = [text for name, text in MARKUP.items() if name not in {"right to left", "left turned"}]
    text, placed = with_words([*strings, *strings[:8], "<!here>", "*5.2*", "`5.2`"])
    assert len(placed) == len(strings) + 11
    terms = parse_pack(text, file="pack.yaml")
    with world.session() as session:
        loading.load(session, terms, source=text, now=world.clock(), by="tests")
    reference = world.ada.raises("Beds", "luhft", "sefton-council", "icb")
    world.ben.presses("Acknowledge", world.ben.dm(reference))
    world.joe.opens(reference)
    world.joe.presses("Comment")
    world.joe.submits({"words": "Noted."})
    world.rob.types("/raise-issue")  # refused with names of people and partners
    world.dan.types("/partnership link")
    world.joe.types("/raise-issue")
    read = as_shown(looks_everywhere(world) + world.ben.opens_home() + world.rob.answer + world.joe.page)
    partners = [as_shown(text) for text in placed[1:22:2]]
    assert not [short for short in partners if short not in read]
    assert not [text for text in map(as_shown, placed[22:]) if text not in read]
    check_all(world)


def test_a_packs_words_come_out_as_text(world):
    for number, name in enumerate(sorted(set(MARKUP) - {"right to left", "left turned"})):  # those are refused
        text, _ = with_title(as_shown(MARKUP[name])[:40])
        terms = parse_pack(text, file="pack.yaml")
        with world.session() as session:
            loading.load(session, terms, source=text, now=world.clock(), by=f"tests {number}")
        assert terms.short_title in as_shown(looks_everywhere(world))
    world.ada.raises("Beds", "luhft")
    check_all(world)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x9b", "\ud800", "\u202e", "\u2066", "\ufffe"])
def test_a_sign_that_is_no_text_is_refused_with_its_line(sign):
    text, line = with_title(f"Sefton{sign}")
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="pack.yaml")
    assert refused.value.faults[0].line == line
    escaped = text.replace(f"'Sefton{sign}'", f'"Sefton\\u{ord(sign):04x}"')
    with pytest.raises(PackFaults):
        parse_pack(escaped, file="pack.yaml")


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    "text",
    [
        BOMB, "title: " + "[" * 50_000, "title: " + "{a: " * 5_000, "- " * 5_000, "? " * 5_000, "title: |\n" + "  x\n" * 10_000,
        "id: x\n" * 10_000, "title: " + "9" * 200_000, "9" * 5_000 + ": 1", "title: !!python/object/apply:os.system [x]",
        "title: 2022-99-99", "title: .inf", "<<: {a: 1}", "%YAML 9.9\n---\nid: x", "\ufeffid: x", "id: [", "\t", "---\n---", "",
    ],
)  # fmt: skip
def test_a_pack_that_is_a_trap_is_refused_in_words(text):
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="pack.yaml")
    for fault in refused.value.faults:
        assert fault.line >= 1
        assert fault.message
        assert len(fault.message) + len(fault.hint) < 1500


LIMIT = "20 operational-days on operational-days"


@pytest.mark.parametrize("digits", ["9" * 30, "9" * 5_000, "-1", "1e400", "٣"])
def test_a_number_that_is_none_is_refused_with_its_line(digits):
    days = "unit: operational-days, calendar: operational-days"
    text = PACK.replace(f"limit: {LIMIT}", f"limit: {{number: {digits}, {days}}}", 1)
    with pytest.raises(PackFaults) as refused:
        parse_pack(text, file="pack.yaml")
    assert refused.value.faults[0].line == PACK[: PACK.index(f"limit: {LIMIT}")].count("\n") + 1
    assert len(str(refused.value)) < 2000
