"""The demo, running, and a page on it."""

from __future__ import annotations

from datetime import date

import pytest
import structlog

from bot import demo, logs
from tests.browsers import PATIENCE_MS
from tests.patience import LONG


@pytest.fixture
def few_logs():
    """Errors alone are logged while a demo runs; what other tests of this process hear is as it was afterwards."""
    before = structlog.get_config()
    logs.set_up("error")
    yield
    structlog.configure(**before)


@pytest.fixture
def sefton(tmp_path, few_logs):
    running = demo.start(tmp_path, agreement="sefton-2022", port=0, starts_on=date(2022, 12, 16), patience=LONG)
    yield running
    running.stop()


@pytest.fixture
def essex(tmp_path, few_logs):
    running = demo.start(tmp_path, agreement="mid-south-essex-2020", port=0, starts_on=date(2020, 9, 1), patience=LONG)
    yield running
    running.stop()


@pytest.fixture
def page(browser, sefton):
    yield from opened_page(browser, f"{sefton.page.url}?as=U03LEAD&channel={demo.CHANNEL}")


@pytest.fixture
def essex_page(browser, essex):
    yield from opened_page(browser, f"{essex.page.url}?as=U01LEAD&channel={demo.CHANNEL}")


def opened_page(browser, address):
    """A page at an address; nothing on it may go wrong."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.set_default_timeout(PATIENCE_MS)
    opened.goto(address)
    yield opened
    context.close()
    assert wrong == []
