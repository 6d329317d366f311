"""An issue of Mid and South Essex in a real browser: raised, taken to the Board, decided there, and the letter read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from bot.demo import CHANNEL
from storage.packs import read_pack
from tests.demo.kit import act_as, goes_to, opens_form, sends
from tests.pdfs import read

pytestmark = pytest.mark.browser

CHANNEL_NAME = "mid-south-essex-partnership"


def to_the_channel(page: Page) -> None:
    goes_to(page, CHANNEL_NAME, f"#{CHANNEL_NAME}")


def types(page: Page, line: str) -> None:
    box = page.get_by_role("combobox", name=f"Message #{CHANNEL_NAME}")
    box.fill(line)
    box.press("Enter")


def takes_further(page: Page, who: str, to: str, why: str) -> None:
    act_as(page, who)
    to_the_channel(page)
    types(page, "/partnership issue MSE-1")
    form = opens_form(page, page.get_by_role("button", name="Take it further").last, "Take it further")
    form.get_by_label("To which stage").select_option(label=to)
    form.get_by_label("What was tried, and why it goes on").fill(why)
    sends(form, "Take it there")
    expect(page.get_by_text(why, exact=False).first).to_be_visible()


def test_from_an_issue_to_the_boards_decision_and_its_letter(essex_page: Page) -> None:
    page = essex_page
    types(page, "/raise-issue Beds in the north")
    form = page.get_by_role("dialog", name="Raise an issue")
    form.get_by_label("In which of its roles").select_option(index=1)
    form.get_by_label("What happened").fill("There are ten beds too few.")
    concerns = form.get_by_label("What it touches")
    concerns.select_option(index=1)
    form.get_by_role("checkbox", name="EPUT", exact=True).check()
    sends(form, "Raise it")
    expect(page.get_by_role("heading", name="MSE-1: Beds in the north").first).to_be_visible()

    raising = f"Lead, {read_pack('mid-south-essex-2020').partners[0].short}"
    takes_further(
        page, raising, "SLE, to the satisfaction of all affected (without Place arrangements)", "We met twice."
    )
    takes_further(page, "Secretary", "SLE, by majority", "No consensus.")
    takes_further(page, "Lead, EPUT", "Independent facilitator", "The SLE could not decide.")
    takes_further(page, "Lead, EPUT", "Partnership Board, by majority", "The facilitator found no way.")

    act_as(page, "Secretary")
    to_the_channel(page)
    types(page, "/partnership issue MSE-1")
    form = opens_form(page, page.get_by_role("button", name="Put it to the vote").last, "Put it to the vote")
    form.get_by_label("Under which element of the agreement").select_option(value="governance")
    form.get_by_label("What is to be decided, word for word").fill("EPUT opens ten beds.")
    form.get_by_label("The reasons for it").fill("Nobody else can.")
    sends(form, "Look at it")
    expect(page.get_by_text("11 needed", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Open the vote").last.click()
    expect(page.get_by_text("21 votes are asked for", exact=False).last).to_be_visible()  # as the draft does not say

    leads = [f"Lead, {partner.short}" for partner in read_pack("mid-south-essex-2020").partners][:11]
    for lead in leads:
        act_as(page, lead)
        goes_to(page, "Accord", "Accord")
        form = opens_form(page, page.get_by_role("button", name="Agree", exact=True).last, "Agree")
        sends(form, "Agree")
        expect(page.get_by_text("On record", exact=False).first).to_be_visible()

    page.get_by_role("button", name="Next deadline").click()
    expect(page.get_by_text("It is now Wed 16 Sep 2020, 09:30", exact=False).first).to_be_visible()
    to_the_channel(page)
    expect(page.get_by_role("heading", name="MSE-1 is resolved", exact=False).first).to_be_visible()

    act_as(page, "Lead, EPUT")
    goes_to(page, "Accord", "Accord")
    page.get_by_role("button", name="1 reply").last.click()
    link = page.get_by_role("link", name="MSE-D1: notice of a decision").first
    address = link.get_attribute("href")
    assert address is not None
    answer = page.request.get(re.sub(r"/\?.*", "", page.url) + address)
    text = read(answer.body())
    assert "To: Essex Partnership University NHS Foundation Trust" in text
    assert "MSE-D1, about the issue MSE-1" in text
    assert "The outcome: Carried." in text
    assert "More than half of 21 partners: 11 needed. 11 agree, 0 object, 10 not voting." in text
    assert CHANNEL not in text
