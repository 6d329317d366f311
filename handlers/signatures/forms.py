"""The forms of a request for signatures: asking for them, answering for a partner, recording what came another way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor, name_of
from handlers.decisions.forms import chosen_agreement
from handlers.fields import ROLES, evidence_field, partner_choices
from handlers.forms import Choice, Field, Form, Kind, Worded
from handlers.requests import Request
from handlers.signatures import naming
from handlers.signatures.facts import SIGNERS, full_name_of, partner_of
from rules.decisions import DecisionState
from rules.errors import Refusal
from rules.sentences import word
from rules.signatures import DocumentKind, change_rule, effect_of, needs_decision
from rules.terms import Terms
from storage import decisions, people
from storage.people import Contact
from storage.signatures import Party, SignatureRequest

USUAL_TIME = timedelta(days=28)
NEVER_BEFORE = "It never takes effect before the last partner has signed."
STATED = "Once all have signed it holds from that day, however late they do."

KINDS: Mapping[DocumentKind, str] = {
    DocumentKind.AGREEMENT: "The agreement itself",
    DocumentKind.VARIATION: "A variation of it",
    DocumentKind.EXTENSION: "An extension: a later last day",
    DocumentKind.TERMINATION: "Its termination",
    DocumentKind.ACCESSION: "A new partner, or a successor",
    DocumentKind.DATA_SHARING: "A data sharing agreement",
    DocumentKind.OTHER: "Another document",
}


def request_form(session: Session, request: Request) -> Form:
    """Return the form that asks for signatures; it asks what the chosen kind of document needs."""
    agreement, first = chosen_agreement(session, request, request.filled)
    actor = actors.actor_in(session, agreement, request)
    asking, terms = requesting_partners(session, actor), actor.terms
    kind = next((known for known in DocumentKind if known == request.filled.get("kind")), DocumentKind.AGREEMENT)
    fields = [*first]
    if len(asking) > 1:
        choices = tuple(Choice(partner, name_of(terms, partner)) for partner in asking)
        fields.append(Field("requested_for", "Which partner asks", Kind.CHOICE, choices=choices))
    fields += [
        Field(
            "kind",
            "What is to be signed",
            Kind.CHOICE,
            choices=tuple(Choice(known.value, label) for known, label in KINDS.items()),
            initial=kind.value,
            redraws=True,
        ),
        Field("title", "Its title", initial=request.text.partition("\n")[0] or None),
        *document_fields(),
        *_of_kind(terms, kind),
        *_decided(session, agreement.id, terms, kind),
        Field(
            "statement",
            "The statement they sign under",
            Kind.TEXT,
            limit=1000,
            initial=statement_for(terms, kind),
        ),
        Field(
            "partners",
            "Who signs",
            Kind.CHOICES,
            required=False,
            choices=partner_choices(terms.partners),
            hint="Empty: every partner whose signature the agreement asks for.",
        ),
        Field(
            "begins_on",
            "The day on which it begins",
            Kind.DATE,
            required=False,
            hint=f"Only where the document states one. {STATED if effect_of(terms, kind).once else NEVER_BEFORE}",
        ),
        Field("target_on", "Please sign by", Kind.DATE, initial=actor.today + USUAL_TIME),
        Field("words", "A message to those who sign", Kind.TEXT, required=False, limit=1000),
    ]
    row = agreement.id if request.row else None
    return Form("request_signatures", "Request signatures", "Look at it", tuple(fields), row=row)


def document_fields() -> tuple[Field, ...]:
    """Return the questions for a document: its file, or a link to it with its SHA-256."""
    return (
        Field(
            "document",
            "The document",
            Kind.DOCUMENT,
            required=False,
            types=("pdf",),
            hint="A PDF. Accord keeps it, shows its SHA-256 to whoever signs, and puts it into the executed copy.",
        ),
        Field("link", "Or a link to it", required=False, limit=1000),
        Field(
            "link_sha256",
            "The SHA-256 of what is behind the link",
            required=False,
            limit=64,
            hint="Where you know it. Without it nobody can prove later which file was signed.",
        ),
    )


def _of_kind(terms: Terms, kind: DocumentKind) -> tuple[Field, ...]:
    if kind is DocumentKind.EXTENSION:
        return (Field("ends_on", "The new last day", Kind.DATE),)
    if kind is not DocumentKind.ACCESSION:
        return ()
    classes = tuple(Choice(known.key, known.name) for known in terms.eligibility_classes)
    categories = tuple(Choice(known.key, known.name) for known in terms.categories)
    return (
        Field("newcomer", "The new partner's name"),
        Field("newcomer_short", "Its short name", limit=40),
        Field(
            "newcomer_roles",
            "Its roles",
            Kind.CHOICES,
            choices=tuple(Choice(role.value, label.removeprefix("As ")) for role, label in ROLES.items()),
        ),
        *((Field("newcomer_category", "Listed under", Kind.CHOICE, choices=categories),) if categories else ()),
        *((Field("newcomer_class", "Its class for decisions", Kind.CHOICE, choices=classes),) if classes else ()),
        Field(
            "replaces",
            "It takes the place of",
            Kind.CHOICE,
            required=False,
            choices=partner_choices(terms.partners),
            hint="Only for a successor: it stands in that partner's place from the day this takes effect.",
        ),
    )


def _decided(session: Session, agreement_id: int, terms: Terms, kind: DocumentKind) -> tuple[Field, ...]:
    """Return the question by which decision it was agreed, where the agreement has a rule for it and it was used."""
    rule = change_rule(terms, kind)
    carried = decisions.of_agreement(session, agreement_id, states=(DecisionState.CARRIED,))
    found = [
        one for one in carried if rule is not None and terms.decision_rules.get(one.rule) == rule and not one.private
    ]
    if not found:
        return ()
    choices = tuple(Choice(str(one.id), f"{one.reference}: {one.title}") for one in reversed(found))
    return (Field("decision", "It was decided in", Kind.CHOICE, required=needs_decision(terms, kind), choices=choices),)


def statement_for(terms: Terms, kind: DocumentKind) -> Worded:
    """Return the usual statement to sign under; who asks for signatures can change it."""
    return Worded(
        "signing_statement",
        {"kind": kind.value, "agreement": terms.short_title, "attested": terms.signatures.authority_attested},
    )


def requesting_partners(session: Session, actor: Actor) -> tuple[str, ...]:
    """Return the partners this person asks for signatures for; none for the secretary.

    Raises Refusal for somebody who acts for nobody.
    """
    return actors.partners_led(session, actor, "Signatures are asked for")


# --- For one partner ----------------------------------------------------------------------------------------------


def heading(asked: SignatureRequest) -> str:
    """Return which version of which document a form is about, with its hash."""
    document = asked.document
    what = document.name or document.link or ""
    told = f"SHA-256 {document.sha256}" if document.sha256 else "no SHA-256 is known"
    return f"{asked.reference}: {asked.title}\nVersion {asked.version}: {what}\n{told}"


def sign_form(asked: SignatureRequest, party: Party, actor: Actor) -> Form:
    """Return the form in which somebody signs for a partner: what they sign, their name, position and authority."""
    organisation, asks = full_name_of(actor.terms, asked, party.partner), actor.terms.signatures.fields
    intro = f"{heading(asked)}\n\nYou sign for {organisation}, and state:\n“{asked.statement}”"
    return Form(
        "signature_sign",
        "Sign",
        "Sign it",
        (
            Field("name", "Your name in print", initial=actor.person.name),
            Field("position", "Your position", required=not asks or "position" in asks),
            Field("read", "I have read the document named above", Kind.TICK),
            Field(
                "attested",
                f"I have the authority to sign for {partner_of(actor.terms, asked, party.partner)}",
                Kind.TICK,
            ),
        ),
        row=party.id,
        intro=intro,
    )


def cannot_form(party: Party, *, own: bool) -> Form:
    """Return the form that says that a partner can't sign yet, until when and why; how that came, if not its own."""
    return Form(
        "signature_cannot",
        "Not yet",
        "Say so",
        (
            Field("until", "The day from which it can be signed", Kind.DATE, hint="It is asked for again on that day."),
            Field("words", "What it waits for", limit=150, hint="Such as: the cabinet meets on 12 March."),
            *(() if own else (evidence_field(),)),
        ),
        row=party.id,
        intro=heading(party.request),
    )


ALONE, PARTNER = "alone", "partner"


def decline_form(party: Party, *, own: bool, alone: str | None) -> Form:
    """Return the form that declines for a partner; how that came, if it is not its own people who fill it in.

    `alone` has the partner's name where others could sign for it: one person can then decline without it.
    """
    heard = "Whoever asked and the secretary are told." if alone is None else "They stand in the agreement's channel."
    whose = (Choice(ALONE, "I do not sign; somebody else can"), Choice(PARTNER, f"{alone} does not sign"))
    return Form(
        "signature_decline",
        "Decline to sign",
        "Decline",
        (
            *((Field("whose", "Who declines", Kind.CHOICE, choices=whose),) if alone is not None else ()),
            Field("words", "The reasons", Kind.TEXT, limit=1000, hint=heard),
            *(() if own else (evidence_field(),)),
        ),
        row=party.id,
        intro=heading(party.request),
    )


def delegate_form(party: Party, choices: tuple[Choice, ...]) -> Form:
    """Return the form that hands a signature over to somebody else of the same partner."""
    return Form(
        "signature_delegate",
        "Hand it over",
        "Hand it over",
        (
            Field("person", "Who signs instead", Kind.CHOICE, choices=choices),
            Field("words", "Why", limit=150),
        ),
        row=party.id,
        intro=heading(party.request),
    )


def people_of(session: Session, party: Party, actor: Actor) -> tuple[Choice, ...]:
    """Return the people who could sign for a partner, as choices. Raises Refusal when nobody is on the roster."""
    found = _people(session, party, actor)
    if not found:
        partner = partner_of(actor.terms, party.request, party.partner)
        raise Refusal(f"Nobody is on the roster for {partner} yet. The secretary adds somebody: {word('people')}.")
    return tuple(Choice(str(contact.person.id), contact.person.name) for contact in found)


def _people(session: Session, party: Party, actor: Actor) -> list[Contact]:
    agreement_id, partners = party.request.agreement_id, (party.partner,)
    found = people.contacts(session, actor.today, agreement_id=agreement_id, capacities=SIGNERS, partners=partners)
    return found.get(party.partner, [])


# --- For the whole request ----------------------------------------------------------------------------------------


def signatory_form(session: Session, asked: SignatureRequest, able: Sequence[Party], actor: Actor, chosen: str) -> Form:
    """Return the form that says who signs for one of these partners, and who is the deputy."""
    there = [one for one in able if str(one.id) == chosen] or [one for one in able if _people(session, one, actor)]
    party = next(iter(there), able[0])
    parties = tuple(Choice(str(p.id), partner_of(actor.terms, asked, p.partner)) for p in able)
    choices = people_of(session, party, actor)
    held = {choice.key for choice in choices}
    now = {"person": str(party.signatory), "deputy": str(party.deputy)}
    which = Field("party", "For which partner", Kind.CHOICE, choices=parties, initial=str(party.id), redraws=True)
    several = naming.name_fields(session, party, actor.today)
    if several is not None:
        fields = (which, *several, Field("words", "Why", limit=150))
        return Form("signature_signatory", "Who signs", "Name them", fields, asked.id, heading(asked))
    fields = (
        which,
        Field("person", "Who signs", Kind.CHOICE, choices=choices),
        Field("deputy", "And as deputy", Kind.CHOICE, required=False, choices=choices),
        Field("words", "Why", limit=150),
    )
    filled = {key: value for key, value in now.items() if value in held}
    return Form("signature_signatory", "Who signs", "Name them", fields, asked.id, heading(asked)).filled(filled)


def version_form(asked: SignatureRequest) -> Form:
    """Return the form that gives a new version of the document."""
    fields = (*document_fields(), Field("words", "What is different", Kind.TEXT, limit=1000))
    return Form("signature_version", "A new version", "Ask again", fields, row=asked.id, intro=heading(asked))


def extend_form(asked: SignatureRequest) -> Form:
    """Return the form that gives more time to sign."""
    fields = (
        Field("target_on", "Please sign by", Kind.DATE, initial=asked.target_on),
        Field("words", "Why", limit=150),
    )
    return Form("signature_extend", "More time to sign", "Give it", fields, row=asked.id, intro=heading(asked))


def withdraw_form(asked: SignatureRequest) -> Form:
    """Return the form that withdraws a request."""
    fields = (Field("words", "Why", Kind.TEXT, limit=500),)
    return Form("signature_withdraw", "Withdraw", "Withdraw it", fields, row=asked.id, intro=heading(asked))
