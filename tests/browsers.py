"""A real Chromium for the tests that drive a page. In CI its absence is a failure; elsewhere the test is skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.patience import LONG_SECONDS

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PATIENCE_MS = LONG_SECONDS * 1000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless browser."""
    if not Path(CHROMIUM).exists():
        words = (
            f"There is no browser at {CHROMIUM}: the page was NOT tested. apt-get install chromium, or set CHROMIUM."
        )
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=PATIENCE_MS)
        yield opened
        opened.close()
