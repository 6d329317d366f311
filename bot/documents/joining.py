"""One PDF of several: their pages after each other, files attached to it, and the same bytes for the same parts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import img2pdf
import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf

from bot.documents import tags

REFERENCE = "/AccordReference"
A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))


@dataclass(frozen=True)
class Part:
    """Pages in a row, under the name that the outline shows for them."""

    name: str
    pdf: bytes


@dataclass(frozen=True)
class Attachment:
    """A file that is attached as it is."""

    name: str
    content: bytes
    mime: str
    description: str


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def join(parts: Sequence[Part], attachments: Sequence[Attachment], *, title: str, reference: str) -> bytes:
    """Return one PDF with the pages of all parts and the attachments, under a title, with a reference to be told by.

    What a page shows is not touched: its layers and links are kept, and its tags. As a whole it says that it is
    tagged when its first part does. Forms and what a part says of itself are left behind. Attachments need names
    that differ.
    """
    try:
        return _joined(parts, attachments, title, reference)
    except UnicodeDecodeError:  # the library reads names as UTF-8, and in a PDF they are any bytes
        return _joined(parts, attachments, title, reference, names_are_bytes=True)


def reference_of(pdf: bytes) -> str | None:
    """Return the reference that a joined PDF says it has; None when it has none, or is no PDF."""
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            found = opened.docinfo.get(REFERENCE)
    except pikepdf.PdfError:
        return None
    return None if found is None else str(found)


def attached(pdf: bytes) -> dict[str, str]:
    """Return the SHA-256 of each file that is attached to a PDF, by its name."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {
            name: hashlib.sha256(one.get_file().read_bytes()).hexdigest() for name, one in opened.attachments.items()
        }


def picture_as_pdf(jpeg: bytes, name: str) -> bytes:
    """Return a JPEG as a page of A4, itself unchanged, turned as its camera says and told to screen readers by name."""
    layout = img2pdf.get_layout_fun(A4, fit=img2pdf.FitMode.into, auto_orient=True)
    made = img2pdf.convert(
        jpeg, nodate=True, first_frame_only=True, layout_fun=layout, rotation=img2pdf.Rotation.ifvalid
    )
    with pikepdf.open(BytesIO(made)) as pdf:
        page = pdf.pages[0]
        page.contents_add(b"/Figure <</MCID 0>> BDC", prepend=True)
        page.contents_add(b"EMC")
        page.obj.StructParents = 0
        figure = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=name, K=0, Pg=page.obj))
        numbers = Dictionary(Nums=Array([0, Array([figure])]))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=figure, ParentTree=numbers))
        figure.P = pdf.Root.StructTreeRoot
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _joined(
    parts: Sequence[Part],
    attachments: Sequence[Attachment],
    title: str,
    reference: str,
    *,
    names_are_bytes: bool = False,
) -> bytes:
    with ExitStack() as opened:
        whole = opened.enter_context(Pdf.new())
        next_key, tagged = 0, False
        for index, part in enumerate(parts):
            source = opened.enter_context(pikepdf.open(BytesIO(part.pdf), suppress_warnings=True))
            _clear_annotations(source)
            if names_are_bytes:
                _lead_directly(source)
            key = tags.prepare(source, next_key, f"{index:04}-")
            _add(whole, source, part.name, index)
            if key is not None:
                tags.merge(whole, source)
                next_key, tagged = key, tagged or index == 0
        if tagged:
            whole.Root.MarkInfo = Dictionary(Marked=True)
        if next_key:
            whole.Root.StructTreeRoot.ParentTreeNextKey = next_key
        _attach(whole, attachments)
        _describe(whole, title, reference)
        out = BytesIO()
        whole.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, min_version="1.7")
        return out.getvalue()


def _lead_directly(source: Pdf) -> None:
    """Let what leads to a place by a name that is no UTF-8 lead to the place itself, or nowhere where there is none."""
    named = source.Root.get("/Dests")
    places = {key: _place(value) for key, value in named.items()} if isinstance(named, Dictionary) else {}
    for one in _leading(source):
        for key in ("/Dest", "/D"):
            name = one.get(key)
            if isinstance(name, Name) and not (known := _as_key(name)).isprintable():
                del one[key]
                if isinstance(places.get(known), Array):
                    one[key] = places[known]


def _leading(source: Pdf) -> Iterator[Any]:
    """Give all that can lead somewhere: links, outlines, and what happens when they are pressed."""
    notes = [note for page in source.pages for note in page.obj.get("/Annots", Array())]
    for found in [*source.objects, *notes]:
        if isinstance(found, Dictionary):
            action = found.get("/A")
            yield from (found, action) if isinstance(action, Dictionary) else (found,)


def _place(value: Any) -> Any:
    return value.get("/D") if isinstance(value, Dictionary) else value


def _as_key(name: Name) -> str:
    """Return a name as the library has the keys of a dictionary: what is no UTF-8 stands for its byte."""
    escaped = re.sub(rb"#([0-9a-f]{2})", lambda found: bytes.fromhex(found[1].decode()), name.unparse())
    return escaped.decode("utf-8", "surrogateescape")


def _clear_annotations(source: Pdf) -> None:
    """Take out of each page's annotations what is none: one that was deleted, say, whose place in the list stayed."""
    for page in source.pages:
        notes = page.obj.get("/Annots")
        if notes is None:
            continue
        kept = [one for one in notes if isinstance(one, Dictionary)] if isinstance(notes, Array) else []
        page.obj.Annots = Array(kept)


def _add(whole: Pdf, source: Pdf, name: str, index: int) -> None:
    """Add the pages of a part, with its own outline below its name."""
    first = len(whole.pages)
    whole.add_pages_from(source, forms="strip")
    with whole.open_outline() as outline:
        item = OutlineItem(name, first)
        item.children.extend(outline.root[index:])
        item.is_closed = True
        outline.root[index:] = [item]


def _attach(whole: Pdf, attachments: Sequence[Attachment]) -> None:
    held = Array()
    for one in attachments:
        whole.attachments[one.name] = AttachedFileSpec(
            whole,
            one.content,
            description=one.description,
            filename=one.name,
            mime_type=one.mime,
            relationship=Name.Source,
        )
        held.append(whole.attachments[one.name].obj)
    if attachments:
        whole.Root.AF = held


def _describe(whole: Pdf, title: str, reference: str) -> None:
    with whole.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
    info: Any = whole.docinfo
    info[Name.Title] = title
    info[REFERENCE] = reference
    whole.Root.Lang = "en-GB"
    whole.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
