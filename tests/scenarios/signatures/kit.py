"""What the stories of signatures share: asking for them, signing by each route, and what can be read of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from storage.people import Person
from storage.signatures import Counterpart, SignatureRequest
from tests.pdfs import pdf
from tests.scenarios.conftest import CHANNELS, World, buttons_of

AGREEMENT = pdf("Collaboration agreement", pages=3)
SIGNED_COPY = pdf("Collaboration agreement, signed", pages=3)
ALONE = ("ada", "pia", "gil", "ida", "joe", "kim", "lou", "max")
"""Who signs for one partner of Sefton's each; Cleo signs for two, and Sefton CVS has nobody in the chat."""


def decides(world: World, point: str, value: Any, channel: str = "C0SEFTON") -> None:
    """Let the secretary record what the partners decided of an open point."""
    world.sam.types("/partnership open", channel=channel)
    world.sam.presses("Decide an open point")
    world.sam.changes("point", point)
    world.sam.submits({"value": value, "why": "The board, the day before"})
    assert world.sam.modal is None, world.sam.modal_errors


def sign_in_chat(world: World) -> None:
    """Begin with the decision that Sefton's partners sign in the chat."""
    world.without_daily_lists()
    decides(world, "signing", ["in-chat"])


def decide_how_and_from_when(world: World) -> None:
    """Begin with that decision, and the one that the agreement commences on 1 September 2022."""
    sign_in_chat(world)
    decides(world, "commencement", "2022-09-01")


def gives(world: World, name: str, content: bytes = AGREEMENT, file: str = "agreement.pdf") -> str:
    """A file of somebody's, to fill a form with."""
    kind = "image/jpeg" if file.endswith(("jpg", "jpeg")) else "application/pdf"
    return world.workspace.add_file(world.players[name].part.user, file, content, kind).id


def requests(
    world: World,
    name: str = "sam",
    *,
    kind: str = "agreement",
    open_: bool = True,
    channel: str = "C0SEFTON",
    **more: Any,
) -> str:
    """Ask for signatures through the form, and send it out unless `open_` is False; what was answered last."""
    player = world.players[name]
    player.types("/request-signatures Collaboration agreement 2022", channel=channel)
    if kind != "agreement":
        player.changes("kind", kind)
    fields = {"target_on": "2022-09-30"} | more
    if "link" not in fields and "document" not in fields:
        fields["document"] = gives(world, name)
    player.submits(fields)
    assert player.modal is None, player.modal_errors
    if open_:
        player.presses("Ask for the signatures")
    return player.answer


def asked(world: World, name: str, button: str = "Read and sign") -> Any:
    """The latest message by which somebody is asked to sign, with its buttons still on it."""
    found = [m for m in world.players[name].dms() if button in buttons_of(m)]
    assert found, world.players[name].inbox()
    return found[-1]


def signs(world: World, *names: str, position: str = "Chief executive") -> None:
    """Sign in the chat, each by the latest message that asks for it."""
    for name in names:
        player = world.players[name]
        player.presses("Read and sign", asked(world, name))
        player.submits({"position": position, "read": ["yes"], "attested": ["yes"]})
        assert player.modal is None, player.modal_errors


def records(
    world: World, partner: str = "sefton-cvs", *, reference: str = "SEF-S1", channel: str = "C0SEFTON", **more: Any
) -> None:
    """Let the secretary record a counterpart."""
    world.sam.types(f"/partnership signature {reference}", channel=channel)
    world.sam.presses("Record a counterpart")
    signed = {"partner": partner, "signed_on": "2022-09-01", "name": "Ola Brown", "position": "Chair", "version": "1"}
    signed |= {"dated_before": "Its board met then."}  # kept where it bears a day before it was asked for
    on_it = {} if channel == "C0SEFTON" else {"organisation": "As it is named there"}
    world.sam.submits(signed | on_it | {"evidence": "By post"} | more)
    assert world.sam.modal is None, world.sam.modal_errors


def board(world: World, reference: str = "SEF-S1", channel: str = "C0SEFTON") -> str:
    """The board of progress in the channel."""
    (found,) = [
        m
        for m in world.channel(channel)
        if not m.thread_ts and f"{reference}: " in m.shown() and "Asked for by" in m.shown()
    ]
    return found.shown()


def thread(world: World, channel: str = "C0SEFTON") -> str:
    """What stands in threads of the channel."""
    return "\n".join(m.shown() for m in world.channel(channel) if m.thread_ts)


def shows(world: World, name: str = "ada", reference: str = "SEF-S1", channel: str = "C0SEFTON") -> str:
    """The request as somebody reads it."""
    world.players[name].types(f"/partnership signature {reference}", channel=channel)
    return world.players[name].answer


def presses(world: World, who: str, button: str, **fields: Any) -> None:
    """Press a button of the latest message by which somebody is asked to sign, and fill its form in."""
    player = world.players[who]
    player.presses(button, asked(world, who, button))
    player.submits(fields)
    assert player.modal is None, player.modal_errors


def row(world: World, reference: str = "SEF-S1") -> SignatureRequest:
    """The request as it stands in the database."""
    with world.session() as session:
        return session.scalars(select(SignatureRequest).where(SignatureRequest.reference == reference)).one()


def counterparts(world: World) -> list[Counterpart]:
    """Every counterpart, oldest first."""
    with world.session() as session:
        return list(session.scalars(select(Counterpart).order_by(Counterpart.id)))


def signed_by(world: World, one: Counterpart) -> list[tuple[str, str]]:
    """Whose signatures are on a counterpart, in which capacity each, where the pack says how many sign."""
    with world.session() as session:
        return [(session.get_one(Person, it["person"]).name, it["capacity"]) for it in one.signers or ()]


def signed_by_all(world: World) -> None:
    """Let every partner of Sefton's sign: ten in the chat, and one as the secretary records it."""
    signs(world, *ALONE, "cleo", "cleo")
    records(world)


ESSEX, HALTON = CHANNELS["mid-south-essex-2020"], CHANNELS["one-halton-2021"]
