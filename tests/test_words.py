"""The renderer: marks are read in a template's own text, and never in what it fills in."""

import re

import pytest
from jinja2 import UndefinedError

from bot import words
from bot.slack.commands import dialect
from bot.words import Block, Mark, Run, Words
from handlers.forms import clean, clean_line
from rules.sentences import SIGNS, word

HOSTILE = "*x* <!channel> <@U1> _y_ `z` {{ 7 * 7 }}\n# not a heading\n- not an item\n---"


def rendered(source, dialect=words.no_door, **facts):
    return words.read(words._environment(dialect).from_string(source).render(facts))


def test_each_light_mark_makes_its_block():
    found = rendered("# Head\n## Part\nwords\n- item\n> said\n^ small\n---\n\n")
    assert [(block.mark.value, block.text) for block in found] == [
        ("heading", "Head"),
        ("subheading", "Part"),
        ("paragraph", "words"),
        ("item", "item"),
        ("quote", "said"),
        ("small", "small"),
        ("rule", ""),
    ]


def test_a_row_has_cells_and_a_value_makes_none():
    columns, row = rendered("|= Who | *What*\n| {{ said }}, {{ 1 }} |  ", said="a | b\n| c")
    assert (columns.mark, columns.cells) == (Mark.COLUMNS, ((Run("Who"),), (Run("What", bold=True),)))
    assert (row.mark, row.cells) == (Mark.ROW, ((Run("a | b\n| c, 1"),), ()))
    assert (columns.text, row.text) == ("Who | What", "a | b\n| c, 1 | ")
    (block,) = rendered("{{ said }}", said="| a | b")
    assert block.mark is Mark.PARAGRAPH


def test_a_row_has_the_colour_that_its_template_gives_it_and_none_that_a_value_would():
    amber, plain = rendered("| {amber}{{ said }} | b\n| {{ said }} | b", said="{red}a")
    assert (amber.tint, amber.cells) == ("amber", ((Run("{red}a"),), (Run("b"),)))
    assert (plain.tint, plain.cells) == (None, amber.cells)


def test_no_message_has_a_table_or_a_heading_below_a_heading_as_no_door_draws_them():
    bodies = {path: path.read_text(encoding="utf-8") for path in words.MESSAGES.rglob("*.txt")}
    assert [path for path, text in bodies.items() if re.search(r"^\s*(?:\|=?|##) ", text, re.MULTILINE)] == []


def test_bold_is_a_run_of_its_own_and_may_hold_a_value():
    (block,) = rendered("Due *by {{ day }}* at the latest", day="Friday")
    assert block.runs == (Run("Due "), Run("by Friday", bold=True), Run(" at the latest"))


def test_marks_in_a_value_stay_text():
    (block,) = rendered("{{ said }}", said=HOSTILE)
    assert block == Block(Mark.PARAGRAPH, (Run(HOSTILE),))


def test_a_value_cannot_end_bold_or_a_line():
    (block,) = rendered("*{{ said }}* and on", said="a*b\nc")
    assert block.runs == (Run("a*b\nc", bold=True), Run(" and on"))


def test_a_value_cannot_forge_an_account_a_link_or_a_seal():
    forged = f"{words.UNSEAL}*bold*{words.SEAL}{words.ACCOUNT}U1{words.LINK}https://example.org"
    (block,) = rendered("{{ said }}", said=forged)
    assert block.runs == (Run("*bold*U1https://example.org"),)


def test_accounts_and_links_come_from_the_filters_alone():
    (block,) = rendered("{{ user|account }} wrote {{ url|link('this') }}", user="U7", url="https://example.org/a")
    assert block.runs == (Run("U7", account="U7"), Run(" wrote "), Run("this", link="https://example.org/a"))


def test_a_missing_fact_is_an_error_and_not_a_gap():
    with pytest.raises(UndefinedError):
        rendered("{{ nothing }}")


# --- Words of Accord's ------------------------------------------------------------------------------------------------


def linked(found):
    return Run(found, link=f"https://accord.example/{found.replace(' ', '/')}")


def test_a_word_is_said_in_the_doors_dialect():
    source = "*{{ word('issue', reference) }}* shows it, {{ word('help') }} all."
    (typed,) = rendered(source, dialect, reference="*SEF-7*")
    assert typed.runs == (Run("/partnership issue *SEF-7*", bold=True), Run(" shows it, /partnership help all."))
    (shown,) = rendered(source, linked, reference="SEF-7")
    assert shown.runs == (
        Run("issue SEF-7", bold=True, link="https://accord.example/issue/SEF-7"),
        Run(" shows it, "),
        Run("help", link="https://accord.example/help"),
        Run(" all."),
    )


def test_a_refusal_says_its_words_in_the_doors_dialect_and_the_rest_as_it_is():
    sentence = f"I know no issue *<!channel>*. {word('issues')} lists those there are; see `python -m bot due`."
    typed = words.render("refusal", {"sentence": sentence}, dialect)
    assert typed.line == words.spelt(sentence, dialect).replace("`", "")
    assert typed.blocks[0].runs == (Run(typed.line),)
    shown = words.render("refusal", {"sentence": sentence}, linked)
    assert shown.line == "I know no issue *<!channel>*. issues lists those there are; see python -m bot due."
    assert shown.blocks[0].runs == (
        Run("I know no issue *<!channel>*. "),
        Run("issues", link="https://accord.example/issues"),
        Run(" lists those there are; see python -m bot due."),
    )


def test_what_people_type_has_none_of_our_signs():
    typed = f"a {word('people')} \ue000\ue003https://evil.example\ue003bank\ue001 b"
    for kept in (clean(typed), clean_line(typed)):
        assert kept == "a people https://evil.examplebank b"
        assert not SIGNS.search(kept)


def test_what_goes_through_no_door_names_no_word():
    with pytest.raises(LookupError, match="“issues”"):
        rendered("{{ word('issues') }}")


def test_a_line_is_one_line():
    line = words._environment().from_string("{{ said }} *now*").render(said="one\ntwo   three")
    assert words.plain(line) == "one two three now"


def test_a_message_as_text():
    blocks = rendered("# Head\n- {{ said }}\n---\n> {{ said }}", said="a\nb")
    assert words.as_text(Words("", blocks)) == f"Head\n  - a\n  - b\n{'-' * 40}\n  | a\n  | b"
