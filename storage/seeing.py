"""What somebody may know of what is private in an agreement, by the capacities they hold in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from storage.people import ACTING, Capacity, Holding


@dataclass(frozen=True)
class Seeing:
    """What whoever holds some capacities may know of that is private: all of it, or what these partners know of.

    `acting` are the partners that they lead or deputise for: those know of what they have prepared themselves.
    """

    everything: bool
    partners: tuple[str, ...]
    acting: tuple[str, ...]


def seeing(held: Iterable[Holding]) -> Seeing:
    """Return what whoever holds these capacities may know of."""
    mine = list(held)
    partners = {one.partner for one in mine if one.partner is not None}
    acting = {one.partner for one in mine if one.partner is not None and one.capacity in ACTING}
    everything = any(one.capacity is Capacity.SECRETARY for one in mine)
    return Seeing(everything, tuple(sorted(partners)), tuple(sorted(acting)))
