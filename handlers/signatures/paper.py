"""The forms of what was signed on paper: a scan of it, one that came another way, and one that lacks something."""

from __future__ import annotations

from handlers.fields import evidence_field
from handlers.forms import Choice, Field, Form, Kind
from handlers.signatures.facts import partner_of
from handlers.signatures.forms import heading
from rules.signatures import Route, lacks_words
from rules.terms import Terms
from storage.signatures import Counterpart, Party, SignatureRequest

SCANS = ("pdf", "jpeg")


def scan_form(asked: SignatureRequest, party: Party, terms: Terms) -> Form:
    """Return the form that takes a scan of a signed counterpart."""
    return Form(
        "signature_scan",
        "A signed counterpart",
        "Hand it in",
        (
            Field(
                "document",
                "The scan",
                Kind.DOCUMENT,
                types=SCANS,
                hint="A PDF or a JPEG of the signed page, or of the whole document with the signature on it.",
            ),
            version_field(asked),
            *signed_fields(terms),
        ),
        row=party.id,
        intro=heading(asked),
    )


def version_field(asked: SignatureRequest) -> Field:
    """Return the question which version was signed: nobody is helped to the answer."""
    choices = tuple(
        Choice(str(one.version), f"Version {one.version}: {one.name or one.link or ''}") for one in asked.versions
    )
    return Field("version", "Which version was signed", Kind.CHOICE, choices=choices)


LEFT_EMPTY = "Empty if it does not stand there: the copy is then incomplete, and can be completed."


def signed_fields(terms: Terms) -> tuple[Field, ...]:
    """Return the questions for what stands under a signature.

    What the agreement asks for can be left empty where a copy lacks it. Where it asks for nothing in particular, the
    day, the name and the position are needed.
    """
    asks = terms.signatures.fields
    hints = dict.fromkeys(asks, LEFT_EMPTY)
    fields = (
        Field("signed_on", "Signed on", Kind.DATE, required="date" not in asks, hint=hints.get("date")),
        Field("name", "Name in print of who signed", required="name" not in asks, hint=hints.get("name")),
        Field("position", "Their position", required=not asks, hint=hints.get("position")),
    )
    stands = (fields[0], BEFORE, *fields[1:])
    if "organisation" not in asks:
        return stands
    return (*stands, Field("organisation", "Their organisation, as it stands there", required=False, hint=LEFT_EMPTY))


BEFORE = Field(
    "dated_before",
    "Why it is dated earlier",
    required=False,
    limit=300,
    hint="Only if that day is before this version was put to signature. It is kept, and stands in the certificate.",
)


def complete_form(one: Counterpart, party: Party, *, own: bool) -> Form:
    """Return the form that asks for what a counterpart lacks; how that came, if it is not its own people's."""
    questions = {
        "name": Field("name", "Name in print of who signed"),
        "position": Field("position", "Their position"),
        "organisation": Field("organisation", "Their organisation"),
        "date": Field("signed_on", "Signed on", Kind.DATE),
    }
    return Form(
        "signature_complete",
        "Complete it",
        "Complete it",
        (
            *(questions[lacked] for lacked in one.lacks or ()),
            *((BEFORE,) if "date" in (one.lacks or ()) else ()),
            Field("words", "How it was completed", limit=300, hint="Such as: written on the copy by hand."),
            *(() if own else (evidence_field(),)),
        ),
        row=one.id,
        intro=f"{heading(party.request)}\n\nThis counterpart lacks {lacks_words(one.lacks or ())}.",
    )


def behalf_form(asked: SignatureRequest, terms: Terms) -> Form:
    """Return the form in which the secretary records a counterpart that came another way."""
    choices = tuple(Choice(p.partner, partner_of(terms, asked, p.partner)) for p in asked.parties)
    routes = (
        Choice(Route.BEHALF.value, "It was sent to me, by post or e-mail"),
        Choice(Route.REPORTED.value, "It was signed elsewhere, and somebody reports it"),
    )
    return Form(
        "signature_behalf",
        "Record a counterpart",
        "Record it",
        (
            Field("partner", "For which partner", Kind.CHOICE, choices=choices),
            Field("route", "How it came", Kind.CHOICE, choices=routes, initial=Route.BEHALF.value),
            version_field(asked),
            *signed_fields(terms),
            Field("document", "The scan", Kind.DOCUMENT, required=False, types=SCANS),
            evidence_field(),
        ),
        row=asked.id,
        intro=heading(asked),
    )
