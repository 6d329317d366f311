"""A newcomer's first quarter of an hour, in a real browser: raise, act as three people, agree; then another, overdue."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.demo.kit import act_as, go_to_messages, go_to_the_channel

pytestmark = pytest.mark.browser


def raise_an_issue(page: Page, title: str) -> None:
    box = page.get_by_role("combobox", name="Message #sefton-partnership")
    box.fill(f"/raise-issue {title}")
    box.press("Enter")
    form = page.get_by_role("dialog", name="Raise an issue")
    expect(form.get_by_label("In a few words")).to_have_value(title)
    form.get_by_role("button", name="Raise it").click()
    expect(form.get_by_text("required", exact=False).first).to_be_visible()
    expect(form.get_by_label("In a few words")).to_have_value(title)
    form.get_by_label("What happened").fill("Nobody can approve a care package on a Saturday.")
    form.get_by_label("What it touches").select_option(label="Any other matter in the agreement")
    for partner in ("LUHFT", "Sefton Council"):
        form.get_by_role("checkbox", name=partner, exact=True).check()
    form.get_by_role("button", name="Raise it").click()
    expect(form).to_be_hidden()


def test_an_issue_is_raised_acknowledged_proposed_and_agreed_by_three_people(page: Page) -> None:
    raise_an_issue(page, "Discharge delays")
    issue = page.get_by_role("article").filter(has=page.get_by_role("heading", name="SEF-1: Discharge delays")).last
    expect(issue.get_by_text("Wed 18 Jan 2023", exact=False).first).to_be_visible()

    act_as(page, "Lead, LUHFT")
    go_to_messages(page)
    page.get_by_role("button", name="Acknowledge").click()
    expect(page.get_by_text("Acknowledged.", exact=False).first).to_be_visible()
    expect(page.get_by_role("button", name="Acknowledge")).to_have_count(0)
    go_to_the_channel(page)
    page.get_by_role("button", name="Propose a resolution").click()
    form = page.get_by_role("dialog", name="Propose a resolution")
    form.get_by_label("What the partners would agree").fill("A joint weekend rota from 9 January.")
    form.get_by_role("button", name="Propose it").click()
    expect(form).to_be_hidden()

    act_as(page, "Lead, Sefton Council")
    go_to_messages(page)
    page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.get_by_text("Sefton Council agrees", exact=False).first).to_be_visible()

    act_as(page, "Lead, Mersey Care")
    go_to_messages(page)
    page.get_by_role("button", name="Agree", exact=True).click()
    go_to_the_channel(page)
    expect(page.get_by_role("heading", name="SEF-1 is resolved", exact=False)).to_be_visible()
    expect(page.get_by_role("button", name="Agree", exact=True)).to_have_count(0)


def test_an_issue_nobody_resolves_is_chased_and_marked_unresolved(page: Page) -> None:
    raise_an_issue(page, "Shared records")
    page.get_by_role("button", name="Next working morning").click()
    expect(page.get_by_text("It is now Mon 19 Dec 2022, 09:30", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Next deadline").click()  # a review comes round before the issue's date
    expect(page.get_by_text("It is now Wed 4 Jan 2023", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Next deadline").click()
    expect(page.get_by_text("It is now Thu 19 Jan 2023", exact=False).first).to_be_visible()
    expect(page.get_by_role("heading", name="SEF-1 is unresolved", exact=False)).to_be_visible()

    act_as(page, "Lead, Sefton Council")
    go_to_messages(page)
    expect(page.get_by_role("heading", name="SEF-1: what next?", exact=False)).to_be_visible()
    act_as(page, "Lead, Alder Hey")
    go_to_messages(page)
    expect(page.get_by_role("heading", name="SEF-1: Shared records")).to_be_visible()
    expect(page.get_by_role("heading", name="what next?", exact=False)).to_have_count(0)
