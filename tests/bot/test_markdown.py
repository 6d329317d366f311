"""Words as Markdown: read back by a program that reads Markdown, nothing of what people wrote is a sign of it."""

from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from bot import words
from bot.markdown import as_markdown
from bot.words import Block, Mark, Run, Words
from tests.bot.messages.review import REPORTS

READER = MarkdownIt("commonmark").enable("table")
HOSTILE = st.text(st.sampled_from("#*_`[]()<>|~!\\&- +=1.)ab\n"), min_size=1, max_size=30)


def kinds(markdown):
    found = {token.type for token in READER.parse(markdown)}
    inline = {child.type for token in READER.parse(markdown) for child in token.children or ()}
    return found | inline


def text_of(markdown):
    return "\n".join(
        "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ())
        for token in READER.parse(markdown)
        if token.type == "inline"
    )


def test_a_report_reads_as_it_is_set():
    markdown = as_markdown(words.render("review_report", REPORTS[0]))
    assert markdown.startswith("# Six-monthly review\n\n**Under:** Collaboration agreement for the Sefton Partnership")
    assert "\n\n---\n\n# What came of it\n\n**Progress made**\n\n> Waits are shorter than in July.\n" in markdown
    assert "- Progress made: Two wards share a rota.\n- To change: Say in clause 9 whose beds they are.\n" in markdown


def test_a_table_is_a_table():
    cells = tuple((Run(text),) for text in ("a|b", "c\nd"))
    drawn = as_markdown(Words("", (Block(Mark.COLUMNS, (), cells), Block(Mark.ROW, (), cells))))
    assert drawn == "| a\\|b | c d |\n| --- | --- |\n| a\\|b | c d |\n"
    assert "table_open" in kinds(drawn)


@given(HOSTILE, st.sampled_from([Mark.PARAGRAPH, Mark.ITEM, Mark.QUOTE, Mark.SMALL]))
def test_whatever_is_written_is_text(text, mark):
    written = "\n".join(line.strip() for line in text.split("\n") if line.strip()) or "a"
    markdown = as_markdown(Words("", (Block(mark, (Run(written),)),)))
    allowed = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "hardbreak", "softbreak"}
    around = {
        Mark.ITEM: {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"},
        Mark.QUOTE: {"blockquote_open", "blockquote_close"},
    }
    assert kinds(markdown) <= allowed | around.get(mark, set())
    assert text_of(markdown) == written
