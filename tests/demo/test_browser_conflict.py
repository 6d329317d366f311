"""A conflict of interest in a real browser: declared from a decision, refused its vote, consented to, voting again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from storage.packs import read_pack
from tests.demo.kit import act_as, go_to_messages, go_to_the_channel, opens_form, sends

pytestmark = pytest.mark.browser


def types(page: Page, line: str) -> None:
    box = page.get_by_role("combobox", name="Message #sefton-partnership")
    box.fill(line)
    box.press("Enter")


def test_a_conflict_keeps_a_partner_from_voting_until_every_other_has_consented(page: Page) -> None:
    types(page, "/propose-decision One plan")
    form = page.get_by_role("dialog", name="Propose a decision")
    form.get_by_label("What is to be decided, word for word").fill("One plan for all.")
    form.get_by_label("The reasons for it").fill("It is simpler.")
    sends(form, "Look at it")
    page.get_by_role("button", name="Open the vote").last.click()
    expect(page.get_by_text("11 votes are asked for", exact=False).last).to_be_visible()  # as the draft does not say

    types(page, "/partnership decision SEF-D1")
    form = opens_form(page, page.get_by_role("button", name="I have an interest").last, "Declare a conflict")
    form.get_by_label("In a few words").fill("Shares in a supplier")
    form.get_by_label("What kind").select_option(label="Financial")
    form.get_by_label("Is it real or apparent").select_option(label="Real")
    form.get_by_label("Has it arisen").select_option(label="It has arisen")
    form.get_by_label("Full particulars").fill("Mersey Care owns a tenth of Beds Ltd.")
    sends(form, "Declare it")
    expect(page.get_by_text("takes no part", exact=False).first).to_be_visible()
    go_to_messages(page)
    page.get_by_role("button", name="Agree", exact=True).first.click()
    expect(page.get_by_text("You can't vote in SEF-D1 for now", exact=False).first).to_be_visible()

    others = [partner.short for partner in read_pack("sefton-2022").partners if partner.key != "mersey-care"]
    assert len(others) == 10
    for other in others:
        act_as(page, f"Lead, {other}")
        go_to_messages(page)
        form = opens_form(page, page.get_by_role("button", name="Consent", exact=True).last, "Consent")
        sends(form, "Consent")
        expect(page.get_by_text("Consent given", exact=False).first).to_be_visible()

    act_as(page, "Lead, Mersey Care")
    go_to_messages(page)
    expect(page.get_by_text("Every other partner has consented", exact=False).first).to_be_visible()
    form = opens_form(page, page.get_by_role("button", name="Agree", exact=True).first, "Agree")
    sends(form, "Agree")
    expect(page.get_by_text("On record", exact=False).first).to_be_visible()
    go_to_the_channel(page)
    expect(page.get_by_text("1 agrees", exact=False).first).to_be_visible()
