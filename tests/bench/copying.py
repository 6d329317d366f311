"""An executed copy, made and sealed, against joining the same files and attaching them, without letters and seal."""

from __future__ import annotations

import io
import random
import tempfile
import time
from pathlib import Path
from statistics import median

import pikepdf
from PIL import Image

from bot.documents.executed import Source, issue
from bot.documents.joining import page_count, picture_as_pdf
from bot.documents.seal import own_seal, verify
from bot.now import read_clock
from tests.bench.figures import Figure, Tell
from tests.bot.documents.copy_facts import PARTNERS, facts, source, tagged_pdf

AIM_SECONDS = 2.0
SCANNED_AT = (1654, 2339)  # A4 at 200 dots an inch


def measure(pages: int, rounds: int, tell: Tell) -> None:
    """Measure copies for eleven partners, three of whom have sent a scan; the facts are others each time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = source(folder, "plan.pdf", tagged_pdf(pages=pages - 1))  # its first page has a head alone
        scans = (
            *(source(folder, f"scan-{number}.jpg", photograph(number)) for number in (1, 2)),
            source(folder, "scan-3.pdf", picture_as_pdf(photograph(3), "a scan")),
        )
        mine = own_seal(folder / "seal", read_clock())
        whole, alone = [], []
        for number in range(rounds):
            partners = [(f"{organisation} {number}", *rest) for organisation, *rest in PARTNERS]
            given = facts(document, scans, partners=partners, events=60)
            started = time.perf_counter()
            made = issue(given, document, scans, mine, timestamps=None)
            whole.append(time.perf_counter() - started)
            started = time.perf_counter()
            joined = join_alone((document, *scans))
            alone.append(time.perf_counter() - started)
            assert verify(made, mine.certificate)
            assert page_count(made) > page_count(joined) == pages + len(scans)
    what = f"an executed copy, {len(PARTNERS)} partners, {pages} pages, {len(scans)} scans"
    detail = f"slowest {max(whole):.2f} s; {len(made) / 1e6:.1f} MB"
    tell(Figure(what, median(whole), "s", AIM_SECONDS, more_is_better=False, detail=detail))
    detail = f"{median(alone) * 1000:.0f} ms"
    tell(Figure("… against joining and attaching alone", median(whole) / median(alone), "ratio", detail=detail))


def join_alone(sources: tuple[Source, ...]) -> bytes:
    """The plain way: the pages after each other, the files attached."""
    with pikepdf.Pdf.new() as whole:
        for one in sources:
            content = one.file.read_bytes()
            pdf = picture_as_pdf(content, one.name) if one.kind == "jpeg" else content
            with pikepdf.open(io.BytesIO(pdf)) as opened:
                whole.add_pages_from(opened)
                whole.attachments[one.name] = content
        out = io.BytesIO()
        whole.save(out)
        return out.getvalue()


def photograph(number: int) -> bytes:
    """A page as a telephone takes it: about a megabyte, and hard to compress."""
    among = random.Random(number)
    small = Image.frombytes("L", (827, 1170), among.randbytes(827 * 1170))
    out = io.BytesIO()
    small.resize(SCANNED_AT).convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()
