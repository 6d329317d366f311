"""What stands in a PDF, held against the list of what may stand there (`allowed.py`).

A PDF comes here as plain values: dictionaries, lists, numbers, names such as "/GoTo", texts that begin with "u:" or
"b:", and "5 0 R" for what stands elsewhere. Nobody's program opens anything here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.documents import allowed
from bot.documents.faults import FaultError

REFERENCE = re.compile(r"\d+ \d+ R")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
DEEPEST = 50  # of parents, kids and chains: a longer one leads in a circle
PRESSED = ("/A", "/PA", "/Next", "/NA")  # keys under which readers look for what is to happen
FILE_KEYS = ("/F", "/UF", "/DOS", "/Mac", "/Unix")
HIDDEN, PRINTED_ONLY = 2, 4 | 32  # flags of an annotation: hidden; print, and no view
LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Contents:
    """A PDF as plain values: each object by its reference, which of them are streams, its catalog, its pages."""

    objects: Mapping[str, Any]
    streams: frozenset[str]
    catalog: Mapping[str, Any]
    pages: Sequence[str]

    def at(self, value: Any) -> Any:
        """Return what a value is, followed to where it stands; None where nothing does."""
        for _ in range(DEEPEST):
            if not (isinstance(value, str) and REFERENCE.fullmatch(value)):
                return value
            value = self.objects.get(value)
        return None

    def dictionary(self, value: Any) -> Mapping[str, Any]:
        """Return a value as a dictionary: an empty one where it is none."""
        found = self.at(value)
        return found if isinstance(found, dict) else {}

    def name(self, value: Any) -> str | None:
        """Return a value as a name, such as "/GoTo"; None where it is none."""
        found = self.at(value)
        return found if isinstance(found, str) and found.startswith(("/", "n:")) else None

    def array(self, value: Any) -> list[Any]:
        """Return a value as a list: an empty one where it is none."""
        found = self.at(value)
        return found if isinstance(found, list) else []

    @cached_property
    def page_of(self) -> Mapping[str, int]:
        """On which page something lies that a page names itself, or an annotation of it: the first page is 1."""
        found: dict[str, int] = {}
        for number, page in enumerate(self.pages, start=1):
            told = self.dictionary(page)
            drawn = self.dictionary(self.dictionary(told.get("/Resources")).get("/XObject"))
            notes = self.array(told.get("/Annots"))
            within = [one for note in notes for one in self.dictionary(note).values()]
            for one in (
                page,
                told.get("/Contents"),
                *self.array(told.get("/Contents")),
                *drawn.values(),
                *notes,
                *within,
            ):
                if isinstance(one, str) and REFERENCE.fullmatch(one):
                    found.setdefault(one, number)
        return found


def is_signed(pdf: Contents) -> bool:
    """Return whether a PDF carries an electronic signature already."""
    return any(pdf.name(field["/FT"]) == "/Sig" and pdf.dictionary(field.get("/V")) for field in _fields(pdf))


def check(pdf: Contents) -> None:
    """Raise FaultError for the first thing in a PDF that may not stand there."""
    _check_catalog(pdf)
    _check_form(pdf)
    _check_layers(pdf)
    for place, found in pdf.objects.items():
        for one in _within(found):
            _check_dictionary(pdf, one, place, stream=one is found and place in pdf.streams)


def _within(found: Any) -> Iterator[Mapping[str, Any]]:
    """Give each dictionary that lies in an object, itself too."""
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _check_catalog(pdf: Contents) -> None:
    opening = pdf.at(pdf.catalog.get("/OpenAction"))
    if isinstance(opening, dict):
        _check_chain(pdf, opening, allowed.WHEN_OPENED, "")
    if pdf.at(pdf.catalog.get("/Collection")) is not None:
        raise FaultError("attachment", thing="Collection", place="")
    for tree, found in pdf.dictionary(pdf.catalog.get("/Names")).items():
        if tree not in allowed.NAME_TREES and _has_leaves(pdf, found):
            raise FaultError(allowed.NAME_TREE_RULES.get(tree, "names"), thing=_shown(tree), place="")
    _check_address(pdf.at(pdf.dictionary(pdf.catalog.get("/URI")).get("/Base")), "")


def _has_leaves(pdf: Contents, tree: Any) -> bool:
    """Return whether a tree of names holds anything."""
    waiting, seen = [tree], 0
    while waiting:
        seen += 1
        found = pdf.dictionary(waiting.pop())
        if pdf.array(found.get("/Names")) or seen > DEEPEST:
            return True
        waiting += pdf.array(found.get("/Kids"))
    return False


def _fields(pdf: Contents) -> Iterator[Mapping[str, Any]]:
    """Give each field of the form, with what it has from those above it."""
    form = pdf.dictionary(pdf.catalog.get("/AcroForm"))
    waiting: list[tuple[Any, Mapping[str, Any], int]] = [(one, {}, 0) for one in pdf.array(form.get("/Fields"))]
    seen = set()
    while waiting:
        one, above, depth = waiting.pop()
        field = pdf.dictionary(one)
        shared = (one, str(above.get("/FT"))) if isinstance(one, str) else None
        if not field or depth > DEEPEST or shared in seen:
            continue
        seen |= {shared} if shared else set()
        kept = {key: field.get(key, above.get(key)) for key in ("/FT", "/V")}
        waiting += [(kid, kept, depth + 1) for kid in pdf.array(field.get("/Kids"))]
        yield {**field, **kept}


def _check_form(pdf: Contents) -> None:
    form = pdf.dictionary(pdf.catalog.get("/AcroForm"))
    if pdf.at(form.get("/XFA")) is not None or pdf.catalog.get("/NeedsRendering") is True:
        raise FaultError("form", thing="XFA", place="")
    for field in _fields(pdf):
        if pdf.name(field["/FT"]) not in allowed.FIELDS and not pdf.array(field.get("/Kids")):
            raise FaultError("form", thing=_shown(pdf.name(field["/FT"])), place="")


def _check_layers(pdf: Contents) -> None:
    """Refuse layers that show something else on paper than on the screen, or another thing to others."""
    layers = pdf.dictionary(pdf.catalog.get("/OCProperties"))
    usual = pdf.dictionary(layers.get("/D"))
    off, on = pdf.array(usual.get("/OFF")), pdf.array(usual.get("/ON"))
    for one in pdf.array(layers.get("/OCGs")):
        layer = pdf.dictionary(one)
        usage = pdf.dictionary(layer.get("/Usage"))
        shown = one not in off and (one in on or pdf.name(usual.get("/BaseState")) != "/OFF")
        usually = "/ON" if shown else "/OFF"
        states = [
            pdf.name(pdf.dictionary(usage.get(event)).get(key)) or usually
            for event, key in (("/View", "/ViewState"), ("/Print", "/PrintState"))
        ]
        if states[0] != states[1]:
            raise FaultError("layer-printed", thing=_shown(layer.get("/Name")), place="")
        for rule in pdf.array(usual.get("/AS")):
            asked = pdf.dictionary(rule)
            depends = {"/Zoom", "/User", "/Language"} & {pdf.name(name) for name in pdf.array(asked.get("/Category"))}
            if one in pdf.array(asked.get("/OCGs")) and any(key in usage for key in depends):
                raise FaultError("layer-depends", thing=_shown(layer.get("/Name")), place="")


def _check_dictionary(pdf: Contents, one: Mapping[str, Any], place: str, *, stream: bool) -> None:
    kind, subtype, does = (pdf.name(one.get(key)) for key in ("/Type", "/Subtype", "/S"))
    if stream:
        _check_stream(pdf, one, place)
    if does and does in allowed.ACTION_RULES and "/P" not in one:  # a tag of that name has its parent
        raise FaultError(allowed.ACTION_RULES[does], thing=_shown(does), place=_where(pdf, place))
    for key in PRESSED:
        if key in one:
            _check_chain(pdf, one[key], allowed.WHEN_PRESSED, place)
    by_itself = pdf.dictionary(one.get("/AA"))
    for when in by_itself.values():
        if pdf.at(when) is not None:
            _check_chain(pdf, when, frozenset(), place)
    if kind == "/Annot" or (subtype and "/Rect" in one):
        _check_annotation(pdf, one, subtype, place)
    files = pdf.at(one.get("/EF"))
    if isinstance(files, dict) and any(key in files for key in FILE_KEYS):
        raise FaultError("attachment", thing="EF", place=_where(pdf, place))
    if "/RichMediaContent" in one:
        raise FaultError("multimedia", thing="RichMedia", place=_where(pdf, place))


def _check_chain(pdf: Contents, found: Any, may: frozenset[str], place: str) -> None:
    """Check what happens when something is opened or pressed: one thing, or several after each other."""
    waiting, steps = [found], 0
    while waiting:
        action = pdf.at(waiting.pop())
        for one in action if isinstance(action, list) else [action]:
            step = pdf.dictionary(one)
            does = pdf.name(step.get("/S"))
            if does is not None and ("/O" not in step or does in allowed.ACTION_RULES):  # a tag's attributes have /O
                _check_step(pdf, step, may, place)
                steps += 1
                # Those that follow a press are looked at like everything that can be pressed.
                waiting += [step["/Next"]] if "/Next" in step and may != allowed.WHEN_PRESSED else []
        if steps > DEEPEST:
            raise FaultError("by-itself", thing="Next", place=_where(pdf, place))


def _check_step(pdf: Contents, step: Mapping[str, Any], may: frozenset[str], place: str) -> None:
    does = pdf.name(step["/S"]) or ""
    if does not in may:
        rule = "by-itself" if does in allowed.WHEN_PRESSED else allowed.ACTION_RULES.get(does, "action")
        raise FaultError(rule, thing=_shown(does), place=_where(pdf, place))
    if does == "/Named" and pdf.name(step.get("/N")) not in allowed.NAMED:
        raise FaultError("named", thing=_shown(pdf.name(step.get("/N"))), place=_where(pdf, place))
    if does == "/URI":
        _check_address(pdf.at(step.get("/URI")), _where(pdf, place))


def _check_address(found: Any, where: str) -> None:
    """Refuse an address that leads elsewhere than to a web page, a mail or a telephone."""
    if not isinstance(found, str):
        return
    address = _text(found)
    scheme = SCHEME.match(address.lower())
    if scheme is not None and scheme.group(1) in allowed.ADDRESSES:
        return
    if scheme is not None or address.startswith(("\\", "//")):
        raise FaultError("address", thing=address[:LONGEST_SHOWN], place=where)


def _check_annotation(pdf: Contents, one: Mapping[str, Any], subtype: str | None, place: str) -> None:
    where = _where(pdf, place)
    if subtype and subtype not in allowed.ANNOTATIONS:
        raise FaultError(allowed.ANNOTATION_RULES.get(subtype, "annotation"), thing=_shown(subtype), place=where)
    if subtype == "/Widget":
        field = one
        for _ in range(DEEPEST):
            if "/FT" in field or "/Parent" not in field:
                break
            field = pdf.dictionary(field["/Parent"])
        if pdf.name(field.get("/FT")) not in allowed.FIELDS:
            raise FaultError("form", thing="Widget", place=where)
    flags = pdf.at(one.get("/F"))
    if isinstance(flags, int) and flags & PRINTED_ONLY == PRINTED_ONLY and not flags & HIDDEN:
        raise FaultError("printed-only", thing=_shown(subtype), place=where)


def _check_stream(pdf: Contents, one: Mapping[str, Any], place: str) -> None:
    where = _where(pdf, place)
    kind, subtype = pdf.name(one.get("/Type")), pdf.name(one.get("/Subtype"))
    source = pdf.at(one.get("/F"))
    if isinstance(source, dict) or (isinstance(source, str) and not source.startswith("/")):
        raise FaultError("outside", thing="F", place=where)
    if kind == "/EmbeddedFile":
        raise FaultError("attachment", thing="EmbeddedFile", place=where)
    drawn = pdf.name(one.get("/Subtype2")) or subtype
    if drawn in allowed.XOBJECT_RULES or (kind == "/XObject" and subtype not in allowed.XOBJECTS):
        raise FaultError(allowed.XOBJECT_RULES.get(drawn or "", "drawn"), thing=_shown(drawn), place=where)
    if subtype == "/Form" and pdf.at(one.get("/Ref")) is not None:
        raise FaultError("outside", thing="Ref", place=where)
    for other in pdf.array(one.get("/Alternates")):
        if subtype == "/Image" and pdf.dictionary(other).get("/DefaultForPrinting") is True:
            raise FaultError("picture-printed", thing="Alternates", place=where)


def _where(pdf: Contents, place: str) -> str:
    number = pdf.page_of.get(place)
    return f" on page {number}" if number else ""


def _text(found: str) -> str:
    """Return a text as people read it: what it says it is, or each byte a letter."""
    if found.startswith("n:"):
        return found[3:]
    if found.startswith("b:"):
        return bytes.fromhex(found[2:]).decode("latin-1").strip("\x00\t\n\f\r ")
    return found.removeprefix("u:").strip("\x00\t\n\f\r ")


def _shown(name: Any) -> str:
    """Return a name as a sentence can show it."""
    said = _text(name) if isinstance(name, str) else "?"
    return re.sub(r"[^\w .,()+-]", "", said)[:LONGEST_SHOWN] or "?"
