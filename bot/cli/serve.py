"""`python -m bot web | clock | migrate | doctor`: the processes of a deployment."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from sqlalchemy.orm import Session

from bot import logs, standing
from bot.cli.database import stop
from bot.clock import start
from bot.now import read_clock
from bot.settings import BadSettingsError, Settings, read_database_url, read_settings
from bot.wiring import DIALECT, build, doors_of
from handlers.agreements.standing import standings
from rules.phrases import counted
from storage import agreements, backups
from storage.agreements import Agreement
from storage.database import open_engine, transaction
from storage.migrate import pending, upgrade

BACKUP_AFTER = timedelta(days=7)


def web() -> None:
    """Listen to the chat, and send what is queued."""
    settings = _settings()
    Granian(
        "bot.wiring:web_application",
        factory=True,
        interface=Interfaces.WSGI,
        address=settings.host,
        port=settings.port,
        workers=1,
        blocking_threads=settings.web_threads,
        log_level=LogLevels(settings.log_level),
    ).serve()


def clock() -> None:
    """Do what falls due: nudges, digests, deadlines that pass. A second clock does no harm."""
    settings = _settings()
    logs.set_up(settings.log_level)
    wait_for_a_stop = asked_to_stop()
    program = build(settings)
    standing.tell(program.engine)
    program.outbox.start()
    scheduler = start(
        program.engine,
        read_clock,
        program.outbox.wake,
        every_seconds=settings.tick_seconds,
        timestamps=settings.seal_timestamps,
    )
    wait_for_a_stop()
    scheduler.shutdown(wait=True)
    program.stop()


def migrate() -> None:
    """Bring the database up to this version of Accord."""
    try:
        upgrade(read_database_url())
    except BadSettingsError as error:
        stop(str(error), code=2)
    print("The database is ready.")


def doctor() -> None:
    """Check the settings, the database, the chat and the agreements, and say for each what to do if it is not well."""
    settings = _settings()
    well = True

    def say(name: str, fault: str | None) -> None:
        nonlocal well
        well = well and fault is None
        print(f"{'ok' if fault is None else 'NOT WELL':<9} {name}" + (f": {fault}" if fault else ""))

    say("settings", None)
    behind = pending(settings.database_url)
    say("database", "run python -m bot migrate" if behind else None)
    say("documents", _folder_fault(settings.files_folder))
    for door in doors_of(settings).values():
        say(door.name, door.fault())
        door.stop()
    if not behind:
        engine = open_engine(settings.database_url)
        with transaction(engine) as session:
            loaded = agreements.all_agreements(session)
            say("agreements", None if loaded else "none is loaded; run python -m bot agreement load sefton-2022")
            wrong = {found.key: found for found in standings(session)}
            for agreement in loaded:
                if agreement.key in wrong:
                    say(agreement.key, f"{wrong[agreement.key].faults[0]} ({wrong[agreement.key].advice})")
                    continue
                bound = agreements.channel_of(session, agreement.id)
                say(agreement.key, None if bound else f"its secretary types {DIALECT('here').text} in its channel")
            say(*_backup(session, loaded, read_clock()))
            if backups.waits(session):
                say("restore", "it was put back from a backup and sends nothing yet; run python -m bot go-live")
        engine.dispose()
    if not well:
        stop("Something is not well; see above.")


def _backup(session: Session, loaded: list[Agreement], now: datetime) -> tuple[str, str | None]:
    """Return how old the last backup is, and what is wrong with that: in its first week a deployment needs none."""
    last = backups.last_backup(session)
    days = (now - last.made_at).days if last else None
    said = "backup (none yet)" if days is None else f"backup (the last one is {counted(days, 'day')} old)"
    since = last.made_at if last else min((agreement.loaded_at for agreement in loaded), default=now)
    late = now - since > BACKUP_AFTER
    return said, "make one now, and every night: python -m bot backup FOLDER" if late else None


def _folder_fault(folder: Path) -> str | None:
    """Return what is wrong with a folder that files are to be kept in, or that is to be made; None: nothing is."""
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        return f"FILES_FOLDER ({folder}) can't be written: {there} is no folder"
    writable = os.access(there, os.W_OK | os.X_OK)
    return None if writable else f"FILES_FOLDER ({folder}) can't be written: Permission denied"


def asked_to_stop() -> Callable[[], object]:
    """Return what waits until the process is asked to end, by Ctrl-C or SIGTERM; neither ends it at once any more.

    Called before any thread starts. The signals are held back in all of them and taken from where they wait: a handler
    would run in the main thread alone, which nothing wakes when the signal comes to another.
    """
    stops = {signal.SIGINT, signal.SIGTERM}
    for number in stops:
        signal.signal(number, signal.SIG_DFL)  # a shell lets what it runs behind its back ignore Ctrl-C
    signal.pthread_sigmask(signal.SIG_BLOCK, stops)
    return partial(signal.sigwait, stops)


def _settings() -> Settings:
    try:
        return read_settings()
    except BadSettingsError as error:
        stop(str(error), code=2)
