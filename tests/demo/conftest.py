"""The demo, running, and a page on it."""

from __future__ import annotations

from datetime import date

import pytest

from bot import demo, logs


@pytest.fixture
def sefton(tmp_path):
    logs.set_up("error")
    running = demo.start(tmp_path, agreement="sefton-2022", port=0, starts_on=date(2022, 12, 16))
    yield running
    running.stop()


@pytest.fixture
def page(browser, sefton):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.set_default_timeout(10_000)
    opened.goto(f"{sefton.page.url}?as=U03LEAD&channel={demo.CHANNEL}")
    yield opened
    context.close()
    assert wrong == []
