"""Packs that tests read."""

from __future__ import annotations

from storage.packs import read_pack

HALTON = read_pack("one-halton-2021")
