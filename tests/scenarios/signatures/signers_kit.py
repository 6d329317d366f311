"""What the stories share in which several people sign for a partner: their pack, copies with several signatures."""

from __future__ import annotations

from storage.packs import pack_source
from tests.scenarios.conftest import Player, World
from tests.scenarios.signatures.kit import SIGNED_COPY, gives, shows


def pack(signers: str, more: str = "", *, by: str = "[mersey-care, luhft]") -> str:
    """Sefton's pack, under which these partners sign, each by as many people as `signers` says."""
    written = "  forms: [unstated]\n"
    source = pack_source("sefton-2022")
    assert source.count(written) == 1
    return source.replace(written, f"{written}  by: {by}\n  signers: {signers}\n{more}")


def options(player: Player, field: str, *names: str) -> list[str]:
    """The keys of a field's choices that begin so; all of them where no name is given."""
    (block,) = (b for b in player.modal["blocks"] if b["type"] == "input" and b["element"]["action_id"] == field)
    given = [(one["text"]["text"], one["value"]) for one in block["element"]["options"]]
    found = [value for label, value in given if not names or any(name in label for name in names)]
    assert found, given
    return found


def hands_in(world: World, who: str, *signers: str, content: bytes = SIGNED_COPY, **more: str) -> None:
    """Hand in a scan with the signatures of these people on it."""
    player = world.players[who]
    shows(world, who)
    player.presses("Hand in a signed copy")
    on_it = {
        "version": "1",
        "signed_on": "2022-09-01",
        "position": "Chair",
        "signers": options(player, "signers", *signers),
    }
    player.submits(on_it | {"document": gives(world, who, content, "signed.pdf")} | more)
    assert player.modal is None, player.modal_errors


def records_copy(world: World, partner: str, *signers: str, signed_on: str) -> None:
    """Let the secretary record a copy with the signatures of these people on it."""
    shows(world, "sam")
    world.sam.presses("Record a counterpart")
    world.sam.changes("partner", partner)
    on_it = {
        "version": "1",
        "signed_on": signed_on,
        "position": "Chair",
        "signers": options(world.sam, "signers", *signers),
    }
    world.sam.submits(on_it | {"evidence": "By post"})
    assert world.sam.modal is None, world.sam.modal_errors


def ends(world: World, who: str, day: str) -> None:
    """Let the secretary end a capacity."""
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    (holding,) = options(world.sam, "holding", who)
    world.sam.submits({"holding": holding, "ends_on": day})
    assert world.sam.modal is None, world.sam.modal_errors
