"""Names as people read them: what looks the same is the same, and what may be the same is asked about. Pure."""

from __future__ import annotations

import unicodedata

_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D], "-")
_APOSTROPHES = dict.fromkeys([0x2018, 0x2019, 0x201B, 0x2032, 0x02B9, 0x02BB, 0x02BC, 0x02C8, 0x60, 0xB4, 0xFF07], "'")
_LOOKS = _DASHES | _APOSTROPHES
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"})
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How letters are written where there is no key for them: Müller and Mueller."""
_ALPHABETS = str.maketrans("авекмнорстухіјѕһԁԛԝαβεζηικμνορτυχ", "abekmhopctyxijshdqwabezhikmvoptux")
"""Letters of other alphabets that look like ours, as small letters or as capitals."""
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "councillor", "sir", "dame", "rev"}
)
_UNSEEN = {"Cc", "Cf", "Cs"}
_TURNS = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
"""Signs that nobody sees, and that change what is seen of those after them."""


def as_read(text: str, *, capitals: bool = False) -> str:
    """Return a text as it is compared: by what is seen of it.

    The same for letters composed or not, all kinds of space, dashes and apostrophes, without signs that nobody sees.
    Capitals are small letters, unless they are to make a difference.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_LOOKS)).translate(_LOOKS)
    plain = plain if capitals else plain.casefold()
    seen = "".join(" " if sign.isspace() else sign for sign in plain if sign.isspace() or _is_seen(sign))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _is_seen(sign: str) -> bool:
    if "\ufe00" <= sign <= "\ufe0f" or sign in "\u034f\u115f\u1160\u3164":
        return False
    return unicodedata.category(sign) not in _UNSEEN or sign in _TURNS


def perhaps(text: str) -> str:
    """Return what two writings of one person's name may have in common: its letters, without accents and titles.

    `Price, Ana`, `Dr Ana Price` and `ANA-PRICE` are all the same in it. Two of the same may still be two people.
    """
    return _bare(as_read(text))


def may_be_one(name: str, other: str) -> bool:
    """Return whether two writings may be one person's name: also where one has Müller, and the other Mueller."""
    spelt = _bare(as_read(name).translate(_SPELT)) == _bare(as_read(other).translate(_SPELT))
    return spelt or perhaps(name) == perhaps(other)


def _bare(read: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFD", read) if unicodedata.category(sign) != "Mn")
    bare = "".join(
        sign for sign in bare.translate(_LETTERS).translate(_ALPHABETS) if sign not in _TURNS and sign != "'"
    )
    words = "".join(sign if sign.isalnum() else " " for sign in bare).split()
    return " ".join(sorted(word for word in words if word not in _TITLES) or words)
