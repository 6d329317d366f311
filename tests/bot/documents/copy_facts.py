"""What an executed copy is made of in the tests: eleven partners of Sefton, their counterparts, files to be joined."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw

from bot.documents.check import check
from bot.documents.executed import Source
from bot.letters import set_letter

HEAD = hashlib.sha256(b"the register").hexdigest()
STATEMENT = (
    "I am authorised to sign the Collaboration agreement 2022, version 1, for my organisation, "
    "and my organisation agrees to it."
)
PARTNERS = (
    ("NHS Cheshire and Merseyside Integrated Care Board", "ICB", "Pia Jones", "Chief executive"),
    ("Sefton Metropolitan Borough Council", "Sefton Council", "Γιώργος Παπαδόπουλος", "Director of Adult Social Care"),
    ("Mersey Care NHS Foundation Trust", "Mersey Care", "Владимир Кузнецов", "Chair"),
    ("Southport and Ormskirk Hospital NHS Trust", "Southport and Ormskirk", "محمد الهاشمي", "Chief executive"),
    ("Liverpool University Hospitals NHS Foundation Trust", "LUHFT", "Máire Ní Bhriain", "Medical director"),
    ("Alder Hey Children's NHS Foundation Trust", "Alder Hey", "Llŷr Gwilym-Featherstonehaugh", "Company secretary"),
    ("Healthwatch Sefton", "Healthwatch Sefton", "Asha Rowe", "Chair"),
    ("Southport and Formby Primary Care Network", "Southport and Formby PCN", "Ben Carter", "Clinical director"),
    ("South Sefton Primary Care Network", "South Sefton PCN", "Cleo Hughes", "Clinical director"),
    ("Sefton Council for Voluntary Service", "Sefton CVS", "Oluwaseun Ogunlesi", "Chief executive"),
    ("One Vision Housing Limited", "One Vision Housing", "Eve O'Neil", "Company secretary"),
)


def facts(document: Source | None = None, scans: tuple[Source, ...] = (), *, partners=PARTNERS, events=None, **more):
    """What handlers give: the partners sign in the chat, but those at the beginning for whom there is a scan."""
    papers = dict(enumerate(scans))
    counterparts = [counterpart(*one, day=5 + index % 20, scan=papers.get(index)) for index, one in enumerate(partners)]
    happened = [event(number, counterparts[number % len(counterparts)]) for number in range(events or len(partners))]
    return {
        "reference": "SEF-S1",
        "title": "Collaboration agreement 2022",
        "agreement": "Sefton Partnership",
        "agreement_title": "Collaboration agreement for the Sefton Partnership",
        "kind": "agreement",
        "clause": "1.5",
        "version": 1,
        "document": {
            "name": document.name if document else None,
            "sha256": document.sha256 if document else None,
            "pages": 3 if document else None,
            "link": None if document else "https://example.org/plan.pdf",
        },
        "statement": STATEMENT,
        "effective_on": "2022-12-19",
        "effect_clause": "15.3",
        "dated_on": "2022-12-20",
        "timezone": "Europe/London",
        "requested_by": "Sam",
        "requested_at": "2022-12-01T09:00:00+00:00",
        "last_signed_on": "2022-12-19",
        "stated_holds": False,
        "counterparts": counterparts,
        "rejected": [],
        "events": happened,
        "register": {"agreement": "sefton-2022", "entries": 41, "head": HEAD},
    } | more


def counterpart(organisation, short, name, position, *, day=5, scan: Source | None = None, route="chat", **more):
    return {
        "organisation": organisation,
        "short": short,
        "name": name,
        "position": position,
        "signed_on": f"2022-12-{day:02}",
        "route": "scan" if scan else route,
        "recorded_by": "Sam" if scan or route in ("behalf", "reported") else None,
        "evidence": None,
        "on_it": None,
        "lacks": None,
        "sha256": scan.sha256 if scan else None,
        "file": scan.name if scan else None,
        "is_document": False,
        "statement": None if scan or route != "chat" else STATEMENT,
        "at": f"2022-12-{day:02}T10:00:00+00:00",
        "handed_in_by": "Sam" if scan else None,
        "looked_by": None,
        "looked_at": None,
        "dated_before": None,
        "counts": True,
    } | more


def event(number, one, **more):
    return {
        "at": f"2022-12-{5 + number % 20:02}T09:{number % 60:02}:07.250000+00:00",
        "act": "signed",
        "words": "signed",
        "person": one["name"],
        "for": one["short"],
        "on_behalf": False,
        "route": one["route"],
        "source": {
            "kind": "form",
            "team": "T024BE7LD",
            "channel": None,
            "message": None,
            "view": f"V04ABCDEF{number:03}",
            "event": None,
            "account": "U0G9QF9C6",
        },
        "receipt": {
            "words": None,
            "platform": "slack",
            "channel": "D012345678",
            "message": f"1671451203.{number:06}",
            "sha256": None,
        },
        "entry": number + 3,
        "hash": HEAD[:16],
    } | more


def source(folder: Path, name: str, content: bytes) -> Source:
    """A file as it is kept once it was checked: under its own hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    file = folder / sha256
    file.write_bytes(content)
    found = check(file, name)
    assert found.sha256 == sha256
    return Source(file, found.kind, name, found.sha256, found.signed)


def tagged_pdf(words="The plan", pages=3):
    """A document with text and tags, as word processors write them; each page says which it is."""
    many = [f"{words}, page {number}.\n" + "\n" * 45 for number in range(1, pages + 1)]
    entry = {"reference": words, "partner": "Mersey Care", "person": None, "particulars": "".join(many), "title": "Plan",
             "category": "financial", "nature": "direct", "arises": "now", "declared": "2022-12-01", "since": None,
             "ended": None, "matters": [], "handling": []}  # fmt: skip
    found = {"agreement": words, "dated_on": "2022-12-01", "entries": [entry], "undeclared": None}
    return set_letter("interests_register", found).pdf


def written_pdf(*words):
    """A document without tags: a page for each of the words."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for one in words:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(f"BT /F1 14 Tf 72 720 Td ({one}) Tj ET".encode())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def scan_jpeg(words="Signed for LUHFT", size=(600, 850), **saved):
    image = Image.new("L", size, 235)
    ImageDraw.Draw(image).text((60, 60), words, fill=20, font_size=32)
    out = io.BytesIO()
    image.save(out, "JPEG", **saved)
    return out.getvalue()
