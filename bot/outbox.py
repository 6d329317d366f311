"""Send what is queued: claim it, send it, write the receipt. Within a second of the commit, in order within a lane."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot import words
from bot.logs import new_id
from bot.slack import blocks, home
from bot.slack.chat import Chat, ChatError, Posted
from handlers import accounts, receipts
from handlers import home as home_tab
from storage import outbox
from storage.database import transaction
from storage.outbox import Message, MessageState

log = structlog.get_logger()

AT_ONCE = 20  # messages claimed together; as many may go out twice when the process is killed while sending
SENDERS = 4
LOOK_AGAIN_SECONDS = 1.0  # another process may have queued something
FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=15)
GIVE_UP_AFTER = 300  # attempts: about three days, a quarter of an hour apart


class Outbox:
    """The sender of one process. `wake` it after a commit; it looks again by itself every second."""

    def __init__(
        self, engine: Engine, chat: Chat, now: Callable[[], datetime], *, seconds_between_messages: float
    ) -> None:
        self._engine, self._chat, self._now = engine, chat, now
        self._spacing = seconds_between_messages
        self._last_sent: dict[str, float] = {}
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
        with transaction(self._engine) as session:
            outbox.reclaim(session, now)
            claimed = outbox.claim(session, now, most=AT_ONCE, busy=self._resting())
            batch = [message.id for message in claimed]
        list(self._pool.map(self._send_one, batch))
        chores = self._draw_homes(now) + self._ask_time_zones()
        return bool(batch or chores)

    def drain(self) -> int:
        """Send everything that is due now; return how many messages. For the demo's skips and the tests."""
        count = 0
        while self.send_due():
            count += 1
        return count

    def _resting(self) -> tuple[str, ...]:
        """Return the lanes that had a message less than Slack's second ago."""
        cut = time.monotonic() - self._spacing
        self._last_sent = {lane: at for lane, at in self._last_sent.items() if at > cut}
        return tuple(self._last_sent)

    def _send_one(self, message_id: int) -> None:
        try:
            self._deliver(message_id)
        except Exception as error:  # noqa: BLE001 (one message must not stop the others)
            log.error("message", message=message_id, outcome="broken", error=type(error).__name__)
            known = error if isinstance(error, ChatError) else ChatError(type(error).__name__, permanent=False)
            with transaction(self._engine) as session:
                self._again(session, receipts.locked(session, message_id), known)

    def _deliver(self, message_id: int) -> None:
        """Send one claimed message and write what became of it; no transaction is open while Slack is asked."""
        with transaction(self._engine) as session:
            message = session.get_one(Message, message_id)
            original = session.get(Message, message.edits) if message.edits else None
            thread = session.get(Message, message.thread_of) if message.thread_of else None
            if original is not None and original.state is not MessageState.SENT:
                message.state = MessageState.WITHDRAWN  # there is nothing in the chat to change
                return
            if not receipts.still_concerned(session, message, self._now()):
                return
        try:
            text, drawn = blocks.draw(words.render(message.template, message.facts), message.buttons)
        except Exception as broken:
            raise ChatError(f"not_drawn:{type(broken).__name__}", permanent=True) from broken
        started = time.monotonic()
        try:
            if original is not None:
                place = Posted(original.remote_channel or "", original.remote_id or "")
                posted = self._chat.change(place, text, drawn)
            else:
                thread_ts = thread.remote_id if thread else None
                posted = self._chat.post(message.lane, text, drawn, thread_ts=thread_ts)
            error = None
        except ChatError as failure:
            error = failure
        self._last_sent[message.lane] = time.monotonic()
        log.info(
            "message",
            id=new_id(),
            message=message_id,
            template=message.template,
            edit=original is not None,
            attempt=message.attempts,
            outcome="sent" if error is None else error.code,
            ms=round((time.monotonic() - started) * 1000),
        )
        with transaction(self._engine) as session:
            row = receipts.locked(session, message_id)
            if error is None:
                receipts.sent(session, row, channel=posted.channel, remote_id=posted.ts, now=self._now())
            else:
                self._again(session, row, error)
        self._awake.set()  # a receipt can cause more messages

    def _again(self, session: Session, message: Message, error: ChatError) -> None:
        """Send a message later, or give it up where Slack will never take it."""
        now = self._now()
        if error.permanent or message.attempts >= GIVE_UP_AFTER:
            receipts.undeliverable(session, message, fault=error.code, now=now)
            return
        wait = min(FIRST_RETRY * 2 ** min(message.attempts - 1, 20), LONGEST_RETRY)
        if error.retry_after is not None:
            wait = timedelta(seconds=error.retry_after)
        message.state, message.not_before_at, message.fault = MessageState.WAITING, now + wait, error.code[:200]

    # --- Chores: views that need no receipt -----------------------------------------------------------------------

    def _draw_homes(self, now: datetime) -> int:
        """Draw the home tabs that are no longer right; return how many."""
        with transaction(self._engine) as session:
            drawn = [
                (account.user, home.draw(*home_tab.facts(session, account, now)))
                for account in home_tab.stale(session, most=AT_ONCE)
            ]
        for user, view in drawn:
            try:
                self._chat.publish_home(user, view)
            except ChatError as error:
                log.warning("home not drawn", error=error.code)
        return len(drawn)

    def _ask_time_zones(self) -> int:
        """Ask Slack for the time zone of people who were linked lately; return how many."""
        with transaction(self._engine) as session:
            asked = [(account.person_id, account.user) for account in accounts.without_time_zone(session, most=AT_ONCE)]
        for person_id, user in asked:
            try:
                zone = self._chat.time_zone(user)
            except ChatError as error:
                log.warning("time zone not known", error=error.code)
                continue
            if zone:
                with transaction(self._engine) as session:
                    accounts.note_time_zone(session, person_id, zone)
        return len(asked)
