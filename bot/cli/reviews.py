"""`python -m bot export review`: the report of a review, as a PDF or as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.database import reading, stop
from bot.now import read_clock
from handlers.actors import local_day
from handlers.reviews import facts as review_facts
from handlers.reviews.messages import REPORT
from storage import rows
from storage.reviews import Review


def export(
    reference: Annotated[str, typer.Argument(help="The review's reference, such as SEF-R1")],
    out: Annotated[Path, typer.Option(help="The file to write: one that ends in .pdf or .md")],
) -> None:
    """Write what a review came to, and what each partner reported."""
    if out.suffix not in (".pdf", ".md"):
        stop(f"{out} says not what to write: name a file that ends in .pdf or in .md.")
    with reading() as session:
        review = rows.by_reference(session, Review, reference)
        if review is None:
            stop(f"There is no review {reference}. Its reference looks like SEF-R1.")
        if review.closed_at is None:
            stop(f"{review.reference} is open: its report is written once what came of it is recorded.")
        facts = review_facts.facts_of(session, review, read_clock())
        facts["dated_on"] = local_day(review_facts.terms_of(session, review), review.closed_at).isoformat()
    try:
        out.write_bytes(_written(facts, out.suffix))
    except OSError as error:
        stop(f"{out} can't be written: {error.strerror}. Please name a file in a folder that is there.")
    print(f"{out}: {facts['reference']}, {facts['title']}.")


def _written(facts: dict[str, Any], suffix: str) -> bytes:
    from bot import letters, words  # noqa: PLC0415 (Typst is slow to load, and a mistaken command needs none)
    from bot.markdown import as_markdown  # noqa: PLC0415 (with it)

    if suffix == ".md":
        return as_markdown(words.render(REPORT, facts)).encode()
    return letters.set_letter(REPORT, facts).pdf
