"""Sefton's agreement in a real browser: eleven partners sign by three routes, one declines and comes back."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from bot.documents.seal import certificate_of, verify
from storage.packs import read_pack
from tests.demo.kit import act_as, goes_to, opens_form, sends
from tests.pdfs import jpeg, pdf, read

pytestmark = pytest.mark.browser

CHANNEL_NAME = "sefton-partnership"
AGREEMENT = {"name": "agreement.pdf", "mimeType": "application/pdf", "buffer": pdf("The agreement", pages=4)}
SCANS = (
    {"name": "signed page.jpg", "mimeType": "image/jpeg", "buffer": jpeg()},
    {"name": "signed.pdf", "mimeType": "application/pdf", "buffer": pdf("Signed")},
)


def types(page: Page, line: str) -> None:
    goes_to(page, CHANNEL_NAME, f"#{CHANNEL_NAME}")
    box = page.get_by_role("combobox", name=f"Message #{CHANNEL_NAME}")
    box.fill(line)
    box.press("Enter")


def decides(page: Page, point: str, answer: str) -> None:
    """Let the secretary record what the partners decided of an open point."""
    types(page, "/partnership open")
    form = opens_form(page, page.get_by_role("button", name="Decide an open point").last, "Decide an open point")
    form.get_by_label("Which point").select_option(value=point)
    if point == "signing":
        form.get_by_role("checkbox", name=answer, exact=True).check()
    else:
        form.get_by_label("What was decided").fill(answer)
    form.get_by_label("Who decided it, when and why").fill("The board, yesterday")
    sends(form, "Record it")


def as_lead(page: Page, number: int) -> None:
    """Look at what a partner's lead has been written."""
    page.goto(f"{page.url.partition('?')[0]}?as=U{number:02d}LEAD&channel=D{number:02d}LEAD")
    expect(page.get_by_role("heading", name="Accord", exact=False).first).to_be_visible()


def asked(page: Page, number: int, button: str, title: str) -> Locator:
    """Open a form from the message that asks a partner's lead to sign."""
    as_lead(page, number)
    return opens_form(page, page.get_by_role("button", name=button, exact=True).last, title)


def signs(page: Page, number: int) -> None:
    form = asked(page, number, "Read and sign", "Sign")
    form.get_by_label("Your position").fill("Chief executive")
    for box in form.get_by_role("checkbox", name="Yes").all():
        box.check()
    sends(form, "Sign it")
    expect(page.get_by_text("Signed for ", exact=False).first).to_be_visible()


def hands_in(page: Page, number: int, scan: dict[str, object]) -> None:
    form = asked(page, number, "Hand in a signed copy", "A signed counterpart")
    form.get_by_label("The scan").set_input_files(scan)  # type: ignore[arg-type]
    form.get_by_label("Which version was signed").select_option(index=1)
    form.get_by_label("Signed on").fill("2022-12-16")
    form.get_by_label("Name in print of who signed").fill("Dr Grey")
    form.get_by_label("Their position").fill("Chair")
    sends(form, "Hand it in")
    expect(page.get_by_text("Signed for ", exact=False).first).to_be_visible()


def test_eleven_partners_sign_by_three_routes_and_one_comes_back(page: Page, sefton) -> None:
    act_as(page, "Secretary")
    decides(page, "signing", "signed in the chat")
    decides(page, "commencement", "2022-12-01")
    types(page, "/request-signatures Collaboration agreement 2022")
    form = page.get_by_role("dialog", name="Request signatures")
    form.get_by_label("The document (optional)").set_input_files(AGREEMENT)
    sends(form, "Look at it")
    page.get_by_role("button", name="Ask for the signatures").last.click()
    expect(page.get_by_text("0 of 11 partners have signed", exact=False).first).to_be_visible()

    form = asked(page, 1, "Decline", "Decline to sign")
    form.get_by_label("The reasons").fill("Our board meets on Monday.")
    sends(form, "Decline")
    for number in range(2, 9):
        signs(page, number)
    for number, scan in zip((9, 10), SCANS, strict=True):
        hands_in(page, number, scan)

    act_as(page, "Secretary")
    types(page, "/partnership signature SEF-S1")
    form = opens_form(page, page.get_by_role("button", name="Record a counterpart").last, "Record a counterpart")
    form.get_by_label("For which partner").select_option(label="One Vision Housing")
    form.get_by_label("Which version was signed").select_option(index=1)
    form.get_by_label("Signed on").fill("2022-12-16")
    form.get_by_label("Name in print of who signed").fill("Ann Lee")
    form.get_by_label("Their position").fill("Director")
    form.get_by_label("How it reached you").fill("By post")
    sends(form, "Record it")
    expect(page.get_by_text("10 of 11 partners have signed", exact=False).first).to_be_visible()
    expect(page.get_by_text("Declined:", exact=False).first).to_be_visible()

    signs(page, 1)
    act_as(page, "Secretary")
    goes_to(page, CHANNEL_NAME, f"#{CHANNEL_NAME}")
    expect(
        page.get_by_text("All 11 partners have signed. In effect since Fri 16 Dec 2022", exact=False).first
    ).to_be_visible()

    as_lead(page, 5)
    expect(page.get_by_text("The executed copy is under this message", exact=False).first).to_be_visible()
    replies = page.get_by_role("button", name="1 reply")
    expect(replies).to_have_count(2)  # under the question, and under this
    replies.last.click()
    link = page.get_by_role("link", name="Executed copy of SEF-S1", exact=False).last
    address = link.get_attribute("href")
    assert address is not None
    copy = page.request.get(re.sub(r"/\?.*", "", page.url) + address).body()
    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        aside.submit(verify, copy, certificate_of(sefton.seal / "certificate.pem")).result()
    text = read(copy)
    for partner in read_pack("sefton-2022").partners:
        assert partner.name in text
    with pikepdf.open(io.BytesIO(copy)) as opened:
        pages = len(opened.pages)
        assert sorted(opened.attachments) == ["agreement.pdf", "signed page.jpg", "signed.pdf"]
    for picture in (drawn.render(scale=0.5).to_pil() for drawn in pypdfium2.PdfDocument(copy)):
        darkest, lightest = picture.convert("L").getextrema()
        assert darkest < 200 < lightest  # something is to be seen on every page
    assert pages >= 8
