"""The register of today beside what it was: an earlier export, or a head that was posted. Pure.

An entry's hash covers all that it says and the hash of the entry before, so two registers that have the same hash at a
number are the same up to it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules.errors import Refusal

STUB = ("number", "hash", "previous")
_HEAD = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


@dataclass(frozen=True)
class Link:
    """An entry of a register: its number, its hash, and what it says; None where only its stub is known."""

    number: int
    hash: str
    says: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Compared:
    """What came of a comparison, in a sentence, and whether the register is the same as far as it was known."""

    said: str
    same: bool = False


def canonical(value: Mapping[str, Any]) -> str:
    """Return JSON that is the same for the same values: sorted keys, no spaces, no escapes beyond JSON's own."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def hash_of(says: Mapping[str, Any]) -> str:
    """Return the hash of what an entry says: SHA-256 of its canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(says).encode("utf-8", "surrogatepass")).hexdigest()


SAID = (
    *("number", "previous", "agreement_id", "act", "facts", "on_behalf", "partner", "person", "person_id", "private"),
    *("reference", "rows", "source"),
)
"""The columns of an entry that are hashed, with the moment: its facts, rows and source are canonical JSON already."""


def is_as_written(hash_: str, at: str, said: Sequence[Any]) -> bool:
    """Return whether an entry has the hash of what it says: its moment in ISO format, and the others of `SAID`.

    The text that is hashed is put together from what is kept, and nothing is read as JSON: other words have another
    hash. Only where the same text could be divided among the columns in another way, it is looked at which is which.
    """
    number, previous, agreement, act, facts, on_behalf, partner, person, person_id, private, reference, rows, source = (
        said
    )
    try:
        begins = f',"number":{number:d},"on_behalf":'
        text = (
            f'{{"act":{_quoted(act)},"agreement_id":{agreement:d},"at":{_quoted(at)},"facts":{facts}{begins}'
            f'{_BOOLEANS[on_behalf]},"partner":{"null" if partner is None else _quoted(partner)},'
            f'"person":{_quoted(person)},"person_id":{"null" if person_id is None else f"{person_id:d}"},'
            f'"previous":{_quoted(previous)},"private":{_BOOLEANS[private]},'
            f'"reference":{"null" if reference is None else _quoted(reference)}'
            f"{'' if rows is None else f'{_ROWS}{rows}'}{_SOURCE}{source}}}"
        )
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != hash_:
            return False
        if text.count(begins) == 1 and text.count(_SOURCE) == 1:
            return True
        return all(words == canonical(json.loads(words)) for words in (facts, source, rows or "{}"))
    except (TypeError, ValueError, KeyError):  # SQLite keeps whatever it is given, also what is no number
        return False


_quoted = json.encoder.encode_basestring
_BOOLEANS = {False: "false", True: "true"}
_ROWS, _SOURCE = ',"rows":', ',"source":'


def read_export(text: str) -> list[Link]:
    """Return the entries of an export. Raises Refusal, naming the line, where it is not as it was exported.

    Where numbers are left out, it is of a time when private matters were, without a stub in their place.
    """
    found: list[Link] = []
    for at, line in enumerate(filter(None, (line.strip() for line in text.split("\n"))), 1):
        link, previous = _link(line, at)
        before = found[-1] if found else None
        follows = before is None or link.number > before.number + 1
        if before is not None and link.number == before.number + 1:
            follows = previous == before.hash
        if not follows:
            raise Refusal(f"Line {at} does not follow from the line before it, so this is not as it was exported.")
        found.append(link)
    if not found:
        raise Refusal("There is no entry in it.")
    return found


def _link(line: str, at: int) -> tuple[Link, str]:
    try:
        row = json.loads(line)
        number, hash_, previous = (row[name] for name in STUB)
    except (ValueError, KeyError, TypeError):
        raise Refusal(f"Line {at} is no entry of a register: it needs a number, a hash and the hash before.") from None
    hashes = all(isinstance(one, str) and _HEAD.fullmatch(one) for one in (hash_, previous))
    if not hashes or type(number) is not int:
        raise Refusal(f"Line {at} is no entry of a register: it needs a number, a hash and the hash before.")
    if set(row) == set(STUB):
        return Link(number, hash_), previous
    says = {name: value for name, value in row.items() if name != "hash"}
    if hash_of(says) != hash_:
        raise Refusal(f"Line {at}, entry {number}, was changed after it was exported: its hash is another.")
    return Link(number, hash_, says), previous


def heads_in(text: str) -> list[str]:
    """Return the heads, each 64 digits, that stand in a text such as a message of the channel."""
    return _HEAD.findall(text.lower())


def against_export(earlier: Sequence[Link], now: Mapping[int, Link]) -> Compared:
    """Return what became of the entries of an earlier export: the same, or which was changed, cut off, hashed anew."""
    last = earlier[-1].number
    wrong = next((was for was in earlier if was.number in now and now[was.number].hash != was.hash), None)
    if wrong is None and last in now:
        return Compared(f"the same up to entry {last}; {_since(len(now) - last)}", same=True)
    if wrong is None:
        return Compared(f"entries {max(now, default=0) + 1} to {last} were cut off: there were {last} then.")
    here, after = now[wrong.number].says, _after(earlier, now, wrong.number)
    if wrong.says is None or here is None:
        return Compared(f"entry {wrong.number}, or one before it that is left out, was changed{after}.")
    fields = sorted(name for name in wrong.says if name != "previous" and wrong.says[name] != here.get(name))
    if not fields:
        return Compared(f"everything up to entry {wrong.number} was hashed anew: it says the same under another hash.")
    return Compared(f"entry {wrong.number} was changed ({', '.join(fields)}){after}.")


def against_head(head: str, now: Iterable[Link]) -> Compared:
    """Return whether a head that was posted is that of an entry which is still there."""
    links = list(now)
    found = next((link.number for link in links if link.hash == head), None)
    if found is None:
        return Compared(
            f"no entry has the hash {head}. The entry was changed or cut off, or everything was hashed anew; "
            "an earlier export says which."
        )
    return Compared(f"the same up to entry {found}; {_since(len(links) - found)}", same=True)


def _since(number: int) -> str:
    return "nothing was written since." if number == 0 else f"{number} written since."


def _after(earlier: Sequence[Link], now: Mapping[int, Link], number: int) -> str:
    later = [was for was in earlier if was.number > number]
    if later and all(was.number in now and now[was.number].hash != was.hash for was in later):
        return ", and all after it was hashed anew"
    return ""
