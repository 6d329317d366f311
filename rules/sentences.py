"""Sentences that name a word of Accord's, such as `issues`: whoever shows one says how its reader gets there."""

from __future__ import annotations

import re

WORD, END = "\ue004", "\ue005"
WORDS = re.compile(f"{WORD}([^{END}]*){END}")
"""Splits a sentence: what stands at odd places is a word of Accord's, all else is text."""

SIGNS = re.compile("[\ue000-\ue005]")
"""The signs that only we set: round a word here, round a person's text in messages. No text from outside keeps one."""


def word(name: str, about: str = "") -> str:
    """Return a word of Accord's as it stands in a sentence: `issues`, or with what it is about, `issue SEF-7`."""
    return f"{WORD}{SIGNS.sub('', f'{name} {about}').strip()}{END}"
