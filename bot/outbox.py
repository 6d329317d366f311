"""Send what is queued: claim it, send it, write the receipt. Within a second of the commit, in order within a lane."""

from __future__ import annotations

import hashlib
import io
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError, TimeoutError  # noqa: A004 (the pool's)
from sqlalchemy.orm import Session

from bot import homes, letters, pictures, words
from bot.doors import Door, DoorError, Doors, File, Posted, door_to, drawn
from bot.logs import new_id
from handlers.daily import drawing, receipts
from handlers.forms import LARGEST_FILE
from handlers.overview import home as home_tab
from handlers.people import accounts
from handlers.requests import Button
from storage import people, sending
from storage.database import transaction
from storage.files import place
from storage.outbox import Carries, Message, MessageState
from storage.sending import Claimed, Lane, Look, Sent, Standing

log = structlog.get_logger()

AT_ONCE = 100  # messages claimed together; what a killed process had claimed goes out a minute later
SENDERS = 20  # messages at a door or without their receipt at once; as many may go out twice when the process is killed
BREATH_SECONDS = 0.01  # how long the first answers wait for others, to have their receipts in one commit
HOMES_AT_ONCE = 20
LOOK_AGAIN_SECONDS = 1.0  # another process may have queued something
FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=15)
GIVE_UP_AFTER = 300  # attempts: about three days, a quarter of an hour apart
AWAY = (OperationalError, InterfaceError, TimeoutError)  # the database is not there, or others hold what is needed


@dataclass(frozen=True)
class _Outgoing:
    """A claimed message as it goes out: to a channel, into a thread, or in place of one that stands (`instead_of`)."""

    id: int
    platform: str
    template: str
    facts: dict[str, Any]
    buttons: tuple[Button, ...]
    channel: str
    carries: str | None
    notice_id: int | None
    attempt: int
    under: str | None
    instead_of: Posted | None
    unsure_at: datetime | None


HomeFacts = tuple[dict[str, Any], tuple[Button, ...]]
Outcome = Posted | DoorError


class Outbox:
    """The sender of one process. `wake` it after a commit; it looks again by itself every second.

    Documents are in the folder `files`; `issue_copies` issues the next executed copy, and says how many it issued.
    """

    def __init__(
        self,
        engine: Engine,
        doors: Doors,
        now: Callable[[], datetime],
        *,
        files: Path,
        issue_copies: Callable[[datetime], int],
    ) -> None:
        self._engine, self._doors, self._now = engine, doors, now
        self._files, self._issue_copies = files, issue_copies
        self._after: Lane = sending.FIRST  # whose turn it is where many wait
        self._awake = threading.Event()
        self._sending = threading.Lock()  # one batch at a time: what is claimed is settled before time moves on
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
        self._pool = ThreadPoolExecutor(SENDERS, thread_name_prefix="sender")

    def start(self) -> None:
        """Send from now on, in a thread of its own."""
        self._thread.start()

    def wake(self) -> None:
        """Say that something was queued."""
        self._awake.set()

    def stop(self) -> None:
        """Finish what is being sent, and stop."""
        self._stopping.set()
        self._awake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=15)
        self._pool.shutdown(wait=True)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                busy = self.send_due()
            except Exception as error:  # noqa: BLE001 (a database that is away now is there again later)
                log.error("outbox", outcome="failed", error=type(error).__name__)
                busy = False
            if not busy:
                self._awake.wait(LOOK_AGAIN_SECONDS)
                self._awake.clear()

    def send_due(self) -> bool:
        """Send a batch of what is due, and do the chores; return whether there may be more to do at once."""
        with self._sending:
            return self._send_batch(self._now())

    def _send_batch(self, now: datetime) -> bool:
        try:
            with transaction(self._engine) as session:
                look = sending.look(session, now)
                outgoing, gone = self._claimed(session, look, now)
        except IntegrityError:  # another sender took another message of one of the lanes at the same moment
            return False
        if look.changed:
            drawing.draw_changed(self._engine, now, failed=_not_drawn)
            return True
        for message_id in gone:
            self._take_back(message_id, now)
        rest = iter(outgoing)
        asked = {self._pool.submit(self._send, message): message for message in islice(rest, SENDERS)}
        while asked:
            # What has come back meanwhile has its receipts in one commit, and waits for no slower one.
            wait(asked, return_when=FIRST_COMPLETED)
            back, _ = wait(asked, BREATH_SECONDS)
            self._note([(asked.pop(future), future.result()) for future in back])
            asked |= {self._pool.submit(self._send, message): message for message in islice(rest, len(back))}
        return bool(self._do_chores(look, now) or outgoing)

    def _claimed(self, session: Session, look: Look, now: datetime) -> tuple[list[_Outgoing], set[int]]:
        """Claim a batch of what is due; return what of it goes out, and the ids of what has nobody to go to now."""
        if look.changed or not (look.due or look.died):  # nothing goes out before it says how things stand
            return [], set()
        if look.died:
            sending.reclaim(session, now)
        rests = {platform: timedelta(seconds=door.pause_seconds) for platform, door in self._doors.items()}
        claimed = sending.claim(session, now, most=AT_ONCE, rests=rests)
        if look.due >= sending.LOOKED_AT and len(claimed) < AT_ONCE:  # a few lanes have so many that they hide others
            most = AT_ONCE - len(claimed)
            more, self._after = sending.claim_in_turn(session, now, most=most, rests=rests, after=self._after)
            claimed += more
        gone = receipts.without_a_part(session, claimed, now)
        related = sending.related(session, claimed)
        # Where the message that one changes never went out, there is nothing in the chat to change.
        void = {it.id for it in claimed if it.edits and related[it.edits].state is not MessageState.SENT}
        sending.take_back(session, sorted(void))
        outgoing = [_outgoing(message, related) for message in claimed if message.id not in gone | void]
        return outgoing, gone - void

    def _take_back(self, message_id: int, now: datetime) -> None:
        try:
            with transaction(self._engine) as session:
                (message,) = receipts.locked(session, [message_id])
                receipts.take_back(session, message, now=now)
        except Exception as error:  # noqa: BLE001 (one message must not stop the others)
            log.error("message", message=message_id, outcome="broken", error=type(error).__name__)
            self._give_back(message_id, error)

    def drain(self) -> int:
        """Send everything that is due now; return how many messages. For the demo's skips and the tests."""
        count = 0
        while self.send_due():
            count += 1
        return count

    def _send(self, message: _Outgoing) -> Outcome:
        """Hand a message to its door; no transaction is open meanwhile. Never raises."""
        started = time.monotonic()
        try:
            door = door_to(message.platform, self._doors)
            outcome: Outcome = self._hand_over(message, door)
        except DoorError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001 (one message must not stop the others)
            outcome = DoorError(type(error).__name__, permanent=False)
        log.info(
            "message",
            id=new_id(),
            message=message.id,
            template=message.template,
            edit=message.instead_of is not None,
            attempt=message.attempt,
            outcome=outcome.code if isinstance(outcome, DoorError) else "sent",
            ms=round((time.monotonic() - started) * 1000),
        )
        return outcome

    def _hand_over(self, message: _Outgoing, door: Door) -> Posted:
        if message.carries is not None:
            return door.share(message.channel, self._file(message), under=message.under)
        said = drawn(lambda: _said(message, door.dialect))
        if message.instead_of is not None:
            return door.change(message.instead_of, said, message.buttons)
        return door.post(message.channel, said, message.buttons, under=message.under)

    def _file(self, message: _Outgoing) -> File:
        match Carries(str(message.carries)):
            case Carries.COPY:
                return self._copy(message)
            case Carries.DOCUMENT:
                return self._document(message)
            case Carries.LETTER:
                letter = drawn(lambda: letters.set_letter(message.template, message.facts))
                return File(letter.title, letter.name, letter.pdf)
            case Carries.PICTURE:
                picture = drawn(lambda: pictures.set_picture(message.template, message.facts))
                return File(picture.line, picture.name, picture.png, line=picture.line, text=picture.text)

    def _copy(self, message: _Outgoing) -> File:
        """Return a file that somebody gave to a form, fetched from where they gave it."""
        given_at = message.facts.get("platform", message.platform)
        content = io.BytesIO()
        door_to(given_at, self._doors).fetch(message.facts["id"], content, most=LARGEST_FILE)
        return File(message.facts["name"], message.facts["name"], content.getvalue())

    def _document(self, message: _Outgoing) -> File:
        """Return a file that is kept, if it still has the bytes that its name says."""
        title, name, sha256 = (str(message.facts[key]) for key in ("title", "name", "sha256"))
        try:
            content = place(self._files, sha256).read_bytes()
        except OSError as missing:
            raise DoorError("document_missing", permanent=True) from missing
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DoorError("document_changed", permanent=True)
        return File(title, name, content)

    def _note(self, outcomes: Sequence[tuple[_Outgoing, Outcome]]) -> None:
        """Write what became of messages: all in one transaction, or each in its own where one of them stops it.

        While the database is away, wait for it and send nothing more: what a door has taken must not be forgotten.
        """
        try:
            while not self._written(outcomes) and not self._stopping.wait(LOOK_AGAIN_SECONDS):
                pass
        except Exception as error:  # noqa: BLE001 (one message must not stop the others)
            log.error("receipts", count=len(outcomes), outcome="broken", error=type(error).__name__)
            if len(outcomes) == 1:
                self._give_back(outcomes[0][0].id, error)
            else:
                for outcome in outcomes:
                    self._note([outcome])
        self._awake.set()  # a receipt can cause more messages

    def _written(self, outcomes: Sequence[tuple[_Outgoing, Outcome]]) -> bool:
        try:
            self._write(outcomes)
        except AWAY as error:
            log.error("receipts", count=len(outcomes), outcome="waiting", error=type(error).__name__)
            return False
        return True

    def _write(self, outcomes: Sequence[tuple[_Outgoing, Outcome]]) -> None:
        now = self._now()
        plain = [
            Sent(message.id, now, outcome.channel, outcome.id)
            for message, outcome in outcomes
            if message.notice_id is None and isinstance(outcome, Posted)
        ]
        noted = {one.message for one in plain}
        of = {message.id: outcome for message, outcome in outcomes if message.id not in noted}
        with transaction(self._engine) as session:
            messages = receipts.locked(session, of)
            sending.note_sent(session, plain)
            posted = [
                receipts.Receipt(message, outcome.channel, outcome.id, outcome.sha256)
                for message in messages
                if isinstance(outcome := of[message.id], Posted)
            ]
            receipts.sent(session, posted, now=now)
            for message in messages:
                if isinstance(failure := of[message.id], DoorError):
                    self._again(session, message, failure)

    def _give_back(self, message_id: int, error: Exception) -> None:
        """Let a message whose receipt could not be written wait again. It may go out a second time. Never raises."""
        try:
            with transaction(self._engine) as session:
                (message,) = receipts.locked(session, [message_id])
                self._again(session, message, DoorError(type(error).__name__, permanent=False))
        except Exception as again:  # noqa: BLE001 (its claim runs out, and it is tried once more then)
            log.error("message", message=message_id, outcome="broken", error=type(again).__name__)

    def _again(self, session: Session, message: Message, error: DoorError) -> None:
        """Send a message later, or give it up where its door will never take it."""
        now = self._now()
        if error.permanent or message.attempts >= GIVE_UP_AFTER:
            receipts.undeliverable(session, message, fault=error.code, now=now)
            return
        wait = min(FIRST_RETRY * 2 ** min(message.attempts - 1, 20), LONGEST_RETRY)
        if error.retry_after is not None:
            wait = timedelta(seconds=error.retry_after)
        message.state, message.not_before_at, message.fault = MessageState.WAITING, now + wait, error.code[:200]

    # --- Chores: views that need no receipt, and executed copies --------------------------------------------------

    def _do_chores(self, look: Look, now: datetime) -> int:
        """Draw home tabs that are no longer right, ask for time zones, issue a copy that waits; return how many."""
        done = 0
        if look.homes:
            with transaction(self._engine) as session:
                stale = [
                    (account.platform, account.user, home_tab.facts(session, account, now))
                    for account in people.stale_homes(session, most=HOMES_AT_ONCE)
                ]
            self._show_homes(stale)
            done += len(stale)
        if look.zones:
            with transaction(self._engine) as session:
                asked = [
                    (account.platform, account.person_id, account.user, account.id)
                    for account in people.without_time_zone(session, most=HOMES_AT_ONCE)
                ]
            done += self._ask_time_zones(asked)
        if look.copies:
            done += self._issue_copies(now)
        return done

    def _show_homes(self, stale: Iterable[tuple[str, str, HomeFacts]]) -> None:
        for platform, user, (facts, buttons) in stale:
            try:
                door = door_to(platform, self._doors)
                page = drawn(partial(homes.page, facts, buttons, door.dialect))
                door.show_home(user, page)
            except DoorError as error:
                log.warning("home not drawn", error=error.code)

    def _ask_time_zones(self, asked: Iterable[tuple[str, int, str, int]]) -> int:
        """Ask for the time zone of people who were linked lately; return for how many their door has answered."""
        answered = 0
        for platform, person_id, user, account_id in asked:
            try:
                zone = door_to(platform, self._doors).time_zone(user)
            except DoorError as error:
                log.warning("time zone not known", error=error.code)
                if not error.permanent:
                    with transaction(self._engine) as session:
                        accounts.ask_again(session, account_id)
                continue
            answered += 1
            if zone:
                with transaction(self._engine) as session:
                    accounts.note_time_zone(session, person_id, zone)
        return answered


def _not_drawn(kind: str, row: int, error: Exception) -> None:
    log.error("matter", kind=kind, row=row, outcome="not drawn", error=type(error).__name__)


def _said(message: _Outgoing, dialect: words.Dialect) -> words.Words:
    """Return a message in words; where it may be there already, since the database was restored, that is said below."""
    said = words.render(message.template, message.facts, dialect)
    if message.unsure_at is None or message.instead_of is not None:
        return said
    again = words.render("again", {"restored_at": message.unsure_at.isoformat()}, dialect)
    return replace(said, blocks=(*said.blocks, *again.blocks))


def _outgoing(message: Claimed, related: Mapping[int, Standing]) -> _Outgoing:
    original = related[message.edits] if message.edits else None
    root = related[message.thread_of] if message.thread_of else None
    return _Outgoing(
        message.id,
        message.platform,
        message.template,
        message.facts,
        tuple(Button.of(kept) for kept in message.buttons),
        (root.remote_channel if root else None) or message.lane,
        message.carries,
        message.notice_id,
        message.attempts,
        under=root.remote_id if root else None,
        instead_of=Posted(original.remote_channel or "", original.remote_id or "") if original else None,
        unsure_at=message.unsure_at,
    )
