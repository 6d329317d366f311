"""What a person does on the page of the demo."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


def act_as(page: Page, name: str) -> None:
    (user,) = page.get_by_label("Act as").select_option(label=name)
    expect(page).to_have_url(re.compile(rf"\bas={user}&"))  # until then the page shows what the one before sees


def goes_to(page: Page, button: str, heading: str) -> None:
    """Press a button of the side bar."""
    page.get_by_role("navigation").get_by_role("button", name=button).first.click()
    expect(page.get_by_role("heading", name=heading, level=1, exact=True)).to_be_visible()


def go_to_the_channel(page: Page) -> None:
    goes_to(page, "sefton-partnership", "#sefton-partnership")


def go_to_messages(page: Page) -> None:
    goes_to(page, "Accord", "Accord")


def opens_form(page: Page, button: Locator, name: str) -> Locator:
    """Press a button; the form that it opens."""
    button.click()
    form = page.get_by_role("dialog", name=name)
    expect(form).to_be_visible()
    return form


def sends(form: Locator, button: str) -> None:
    form.get_by_role("button", name=button, exact=True).click()
    expect(form).to_be_hidden()
