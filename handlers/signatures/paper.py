"""The forms of what was signed on paper: a scan of it, one that came another way, and one that lacks something."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from handlers.acting import Acting
from handlers.fields import evidence_field
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.signatures import signers
from handlers.signatures.facts import partner_of
from handlers.signatures.forms import heading
from rules.days import in_words
from rules.phrases import listed
from rules.sentences import word
from rules.signatures import Route, lacks_words
from rules.signers import CALLED, capacities, who_words
from rules.terms import Terms
from storage import people
from storage.signatures import Counterpart, Party, SignatureRequest

SCANS = ("pdf", "jpeg")


def scan_form(session: Session, party: Party, terms: Terms) -> Form:
    """Return the form that takes a scan of a signed counterpart."""
    asked = party.request
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
            *signed_fields(terms, _signers_field(session, party)),
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


def signed_fields(terms: Terms, who: Field | None) -> tuple[Field, ...]:
    """Return the questions for what stands under a signature.

    What the agreement asks for can be left empty where a copy lacks it. Where it asks for nothing in particular, the
    day, the name and the position are needed; `who` takes the place of the name where several people sign.
    """
    asks = terms.signatures.fields
    hints = dict.fromkeys(asks, LEFT_EMPTY)
    fields = (
        Field("signed_on", "Signed on", Kind.DATE, required="date" not in asks, hint=hints.get("date")),
        Field("name", "Name in print of who signed", required="name" not in asks, hint=hints.get("name")),
        Field("position", "Their position", required=not asks, hint=hints.get("position")),
    )
    if who is not None:
        fields = (fields[0], who, *(fields[1:] if "name" in asks else fields[2:]))
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


def _signers_field(session: Session, party: Party) -> Field | None:
    """Return the question whose signatures are on a copy; None where one person signs, or nobody is known who could."""
    known = signers.held_on(session, party)
    choices = tuple(Choice(str(person.id), person.name) for person in people.listed(session, known))
    if not choices:
        return None
    hint = "All whose signature is on this copy. Who is not listed is added to the roster first."
    return Field("signers", "Who has signed it", Kind.CHOICES, choices=choices, hint=hint)


def signed_on(by: Acting, values: Values) -> date:
    """Return the day on which a counterpart was signed. Raises FormRefused for one that is not past."""
    day = values.day("signed_on")
    if day is None or day > by.actor.today:
        raise FormRefused({"signed_on": f"Please choose {in_words(by.actor.today)} or an earlier day."})
    return day


def who_signed(session: Session, party: Party, by: Acting, values: Values) -> dict[int, str] | None:
    """Return whose signatures are on a copy, in which capacity each; None where one person signs for the partner.

    Raises FormRefused for somebody who could not sign on that day, and for one whose turn had not come.
    """
    asked = party.request
    rule = signers.rule_of(session, asked, party.partner)
    if rule is None:
        return None
    name, chosen = partner_of(by.actor.terms, asked, party.partner), [int(one) for one in values.many("signers")]
    kinds = listed([CALLED[one][0] for one in capacities(rule)], "or")
    if not chosen:
        said = f"Nobody is on the roster as {kinds} of {name}. The secretary adds who signed: {word('people')}."
        raise FormRefused({"partner": said})
    day = by.actor.today if values.day("signed_on") is None else signed_on(by, values)
    held = signers.held_on(session, party, day)
    without = listed(signers.names_of(session, [person for person in chosen if person not in held]))
    if not held.keys() >= set(chosen):
        said = f"By the roster {without} could not sign for {name} on {in_words(day)}: not its {kinds} then."
        raise FormRefused({"signers": said})
    version = int(values.line("version") or asked.version)
    found = signers.on_copy(session, party, chosen, version=version, day=day)
    early = [person for person, capacity in found.items() if capacity is None]
    if early:
        who = listed(signers.names_of(session, early))
        under = f" (clause {rule.clause})" if rule.clause else ""
        turn = "It was not the turn of" if len(found) == 1 else "On this copy it was not the turn of"
        raise FormRefused({"signers": f"{turn} {who}: {who_words(rule)}{under}. Whoever comes before signs first."})
    return {person: capacity for person, capacity in found.items() if capacity is not None}


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


def behalf_form(session: Session, asked: SignatureRequest, terms: Terms, chosen: str) -> Form:
    """Return the form in which the secretary records a counterpart that came another way.

    Where several people sign for the `chosen` partner, it asks whose signatures are on it.
    """
    several = terms.signatures.signers is not None
    party = next((one for one in asked.parties if one.partner == chosen), asked.parties[0])
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
            Field(
                "partner",
                "For which partner",
                Kind.CHOICE,
                choices=choices,
                initial=party.partner if several else None,
                redraws=several,
            ),
            Field("route", "How it came", Kind.CHOICE, choices=routes, initial=Route.BEHALF.value),
            version_field(asked),
            *signed_fields(terms, _signers_field(session, party)),
            Field("document", "The scan", Kind.DOCUMENT, required=False, types=SCANS),
            evidence_field(),
        ),
        row=asked.id,
        intro=heading(asked),
    )
