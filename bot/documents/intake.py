"""Take in the documents that people give to forms: fetched from the chat, looked at, and kept, before anything acts.

Whoever hands in a form is answered within three seconds. What takes longer goes on behind, and is there when the form
is handed in once more.
"""

from __future__ import annotations

import tempfile
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError as NotYet
from pathlib import Path
from typing import Any

import structlog

from bot.documents.check import LARGEST_BYTES, check, too_large
from bot.doors import Door, DoorError
from bot.patience import SHIPPED, Patience
from handlers.forms import GivenFile, NotTaken
from rules.errors import Refusal
from storage.files import Kept, keep

log = structlog.get_logger()
AT_ONCE = 2
REMEMBERED = 200


class Intake:
    """Takes documents in, for all the forms of one door in one process. Files lie in `folder` under their SHA-256."""

    def __init__(self, door: Door, folder: Path, patience: Patience = SHIPPED) -> None:
        self._door, self._folder, self._patience = door, folder, patience
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="intake")
        self._lock = threading.Lock()
        self._taking: OrderedDict[str, Future[Kept | NotTaken]] = OrderedDict()

    def stop(self) -> None:
        """Finish what is being taken, and stop."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def taken(self, values: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
        """Return what was filled in with the documents of these fields taken in: kept, or refused in a sentence."""
        given = {field: file for field in fields if (file := _first(values.get(field))) is not None}
        asked = {field: self._begin(file) for field, file in given.items()}
        return {**values, **{field: self._result(given[field], future) for field, future in asked.items()}}

    def _begin(self, file: GivenFile) -> Future[Kept | NotTaken]:
        with self._lock:
            known = self._taking.get(file.id)
            if known is None or (known.done() and isinstance(known.result(), NotTaken)):
                known = self._taking[file.id] = self._pool.submit(self._take, file)
                while len(self._taking) > REMEMBERED:
                    self._taking.popitem(last=False)
            return known

    def _result(self, file: GivenFile, taking: Future[Kept | NotTaken]) -> Kept | NotTaken:
        try:
            return taking.result(timeout=self._patience.document)
        except NotYet:
            return NotTaken(
                f"{file.name} is still on its way from {self._door.name}. Please send the form once more in a few "
                "seconds; nothing you typed is lost."
            )

    def _take(self, file: GivenFile) -> Kept | NotTaken:
        """Fetch a file, look at it, and keep it. Never raises."""
        if file.size > LARGEST_BYTES:
            return NotTaken(too_large(file.name))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix="incoming-", dir=self._folder) as aside:
                incoming = Path(aside) / "file"
                with incoming.open("wb") as to:
                    self._door.fetch(file.id, to, most=LARGEST_BYTES)
                found = check(incoming, file.name)
                keep(self._folder, incoming, found.sha256)
        except Refusal as refused:
            return NotTaken(str(refused))
        except DoorError as wrong:
            log.warning("file", outcome="not given", error=wrong.code)
            if wrong.permanent:
                return NotTaken(f"{self._door.name} does not let us read {file.name}. Please choose it again.")
            return NotTaken(f"{self._door.name} does not give us {file.name} just now. Please send the form once more.")
        except OSError as wrong:
            return NotTaken(f"{file.name} could not be kept ({wrong.strerror}). Please tell whoever runs Accord.")
        return Kept(found.sha256, file.name, found.kind, found.pages, found.size_bytes, found.signed)


def _first(given: object) -> GivenFile | None:
    """Return the first file of a field; None where it has none, or something else stands there."""
    first = given[0] if isinstance(given, tuple) and given else None
    return first if isinstance(first, GivenFile) else None
