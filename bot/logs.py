"""Logs: one line for each request and each message sent, as JSON; never tokens, never people's words."""

from __future__ import annotations

import logging
import secrets
import sys

import structlog


def set_up(level: str, *, to_terminal: bool | None = None) -> None:
    """Write log lines to standard error: readable on a terminal, JSON elsewhere."""
    number = logging.getLevelNamesMapping()[level.upper()]
    pretty = sys.stderr.isatty() if to_terminal is None else to_terminal
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer() if pretty else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(
        level=max(number, logging.WARNING), stream=sys.stderr, format="%(levelname)s %(name)s %(message)s"
    )


def new_id() -> str:
    """Return a short id that stands in a log line and in the error a person sees."""
    return secrets.token_hex(4)
