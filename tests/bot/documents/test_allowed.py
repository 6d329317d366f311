"""What may stand in a document to sign, and what is refused by its name: each thing, where readers look for it."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, String

from bot.documents import allowed
from bot.documents.check import sentence
from tests.bot.documents.acting import (
    drawn,
    filled,
    fonts_called,
    layered,
    noted,
    of_catalog,
    of_page,
    outlined,
    pressed,
    printed,
)
from tests.bot.documents.kit import FORM, PRINT, action, looked, pdf, signature

# The library says so of a place on a page that no form lists, as some of these are made to have.
pytestmark = pytest.mark.filterwarnings("ignore:This document has 1 form widget")


SHARE = "\\\\server\\share\\plan.pdf"
FOLLOWS = Dictionary(
    S=Name.GoTo, D=Array([0, Name.Fit]), Next=Dictionary(S=Name.URI, URI=String("https://example.org"))
)

REFUSED = {
    "opening leads to a share": (action("/GoToR", F=String(SHARE)), "leads to another file, on a computer or a network (“GoToR”)."),
    "a link to a share": (pressed("/GoToR", F=String(SHARE)), "leads to another file, on a computer or a network on page 1 (“GoToR”)."),
    "a file in another": (action("/GoToE", T=Dictionary(R=Name.C)), "opens a file that lies in another (“GoToE”)."),
    "a thread": (action("/Thread", F=String(SHARE)), "leads from article to article, which may lie in another file (“Thread”)."),
    "layers switched": (pressed("/SetOCGState", State=Array([])), "shows or hides parts of itself when it is opened or pressed on page 1 (“SetOCGState”)."),
    "fields hidden": (action("/Hide", T=String("x")), "shows or hides parts of itself when it is opened or pressed (“Hide”)."),
    "data read in": (action("/ImportData", F=String("x.fdf")), "reads another file into itself (“ImportData”)."),
    "a film that is played": (action("/Rendition", OP=0), "has sound, a film or something that moves in it (“Rendition”)."),
    "an action nobody knows": (action("/Elsewhere"), "does something when it is opened or pressed that a document to sign may not do (“Elsewhere”)."),
    "printed on opening": (action("/Named", N=Name.Print), "tells the program that shows it what to do (“Print”)."),
    "an address on opening": (action("/URI", URI=String("https://example.org")), "does something by itself when it is opened, shown or passed over (“URI”)."),
    "an address after a page on opening": (of_catalog(OpenAction=FOLLOWS), "does something by itself when it is opened, shown or passed over (“URI”)."),
    "an address when a page is shown": (of_page("/O", S=Name.URI, URI=String("https://example.org")), "does something by itself when it is opened, shown or passed over on page 1 (“URI”)."),
    "a page when a page is left": (of_page("/C", S=Name.GoTo, D=Array([0, Name.Fit])), "does something by itself when it is opened, shown or passed over on page 1 (“GoTo”)."),
    "a script before printing": (of_catalog(AA=Dictionary(WP=Dictionary(S=Name.JavaScript, JS=String("1")))), "has a script in it (“JavaScript”)."),
    "a script after a link": (pressed("/URI", URI=String("https://example.org"), Next=Array([Dictionary(S=Name.JavaScript, JS=String("1"))])), "has a script in it on page 1 (“JavaScript”)."),
    "a script in an outline": (outlined(S=Name.JavaScript, JS=String("1")), "has a script in it (“JavaScript”)."),
    "scripts by name": (of_catalog(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("1"))])))), "has a script in it (“JavaScript”)."),
    "a list nobody knows": (of_catalog(Names=Dictionary(Odd=Dictionary(Names=Array([String("a"), 1])))), "lists something in it that a document to sign may not have (“Odd”)."),
    "a film": (noted("/Movie"), "has sound, a film or something that moves in it on page 1 (“Movie”)."),
    "a screen": (noted("/Screen"), "has sound, a film or something that moves in it on page 1 (“Screen”)."),
    "rich media": (noted("/RichMedia"), "has sound, a film or something that moves in it on page 1 (“RichMedia”)."),
    "a thing in three dimensions": (noted("/3D"), "has sound, a film or something that moves in it on page 1 (“3D”)."),
    "an annotation nobody knows": (noted("/Odd"), "has something laid over its pages on page 1 that a document to sign may not have (“Odd”)."),
    "a stamp that only prints": (noted("/Stamp", F=4 | 32), "has something on page 1 that shows on paper and not on the screen (“Stamp”)."),
    "a layer that only prints": (layered(printed("/ON"), off=True), "has a layer (“Draft”) that shows on paper and not on the screen, or the other way round."),
    "a layer that does not print": (layered(printed("/OFF", "/ON")), "has a layer (“Draft”) that shows on paper and not on the screen, or the other way round."),
    "a layer by language": (layered({"/Language": Dictionary(Lang=String("cy"))}, when=["/Language"]), "has a layer (“Draft”) that shows to some and not to others: by language, by reader, or by how near one looks."),
    "a picture from elsewhere": (drawn(F=String(SHARE)), "takes a part of what it shows on page 1 from another file (“F”)."),
    "a page from elsewhere": (drawn(Ref=Dictionary(F=String(SHARE), Page=0)), "takes a part of what it shows on page 1 from another file (“Ref”)."),
    "a program for printers": (drawn(Subtype=Name.PS), "has a program for printers in it on page 1 (“PS”), so paper can show something else than the screen."),
    "another picture for paper": (drawn(Subtype=Name.Image, Width=1, Height=1, Alternates=Array([Dictionary(DefaultForPrinting=True)])), "has a picture on page 1 that is another one on paper than on the screen (“Alternates”)."),
}  # fmt: skip

OTHERWISE = {
    "a portfolio": (of_catalog(Collection=Dictionary(View=Name.D)), "carries other files in it. Please send each as a document of its own."),
    "a file that goes with the whole": (of_catalog(AF=Array([Dictionary(Type=Name.Filespec, F=String("a"), EF=Dictionary(F=1))])), "carries other files in it. Please send each as a document of its own."),
    "a field that no form lists": (filled(FT=Name.Tx), FORM.replace("fill in", "fill in on page 1")),
    "a field without a kind": (filled(), FORM.replace("fill in", "fill in on page 1")),
    "a link to a file": (pressed("/URI", URI=String("file://server/share/plan.docx")), "has a link on page 1 that leads to a file or to a program, and not to a web page: “file://server/share/plan.docx”. Please take the link out, or print it to a PDF, and send that."),
    "a link that is a script": (pressed("/URI", URI=String(" JavaScript:alert(1)")), "has a link on page 1 that leads to a file or to a program, and not to a web page: “JavaScript:alert(1)”. Please take the link out, or print it to a PDF, and send that."),
    "a link below a share": (of_catalog(URI=Dictionary(Base=String("file:///C:/"))), "has a link that leads to a file or to a program, and not to a web page: “file:///C:/”. Please take the link out, or print it to a PDF, and send that."),
}  # fmt: skip

TAKEN = {
    "links to the web and by mail": pressed("/URI", URI=String("https://example.org/?a=1#b")),
    "a link without its scheme": pressed("/URI", URI=String("www.example.org")),
    "a link within": pressed("/GoTo", D=Array([0, Name.Fit])),
    "a button to the next page": pressed("/Named", N=Name.NextPage),
    "where it opens": action("/GoTo", D=Array([0, Name.Fit])),
    "where it opens, as a place": of_catalog(OpenAction=Array([0, Name.Fit])),
    "nothing that happens by itself": of_catalog(AA=Dictionary()),
    "nothing attached, no script": of_catalog(Names=Dictionary(EmbeddedFiles=Dictionary(Names=Array([])), JavaScript=Dictionary(Names=Array([])))),
    "a form of no fields": of_catalog(AcroForm=Dictionary(Fields=Array([]))),
    "a place to sign": filled(FT=Name.Sig),
    "a comment": noted("/Text", Contents=String("Agreed?")),
    "a highlight": noted("/Highlight", F=4),
    "a layer": layered(),
    "a layer of Acrobat's": layered(printed("/ON", "/ON"), when=["/View", "/Print"]),
    "a layer that is hidden": layered(printed("/OFF"), off=True),
    "a tag of somebody's own": of_catalog(StructTreeRoot=Dictionary(K=Dictionary(S=Name.Launch, P=Dictionary()))),
    "fonts that are called as scripts and files are": fonts_called("JS", "EF"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_in_the_list_is_refused_by_its_name(tmp_path, name):
    change, said = REFUSED[name]
    assert looked(tmp_path, pdf(change)) == f"{said} {PRINT}"


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_mended_in_another_way_says_how(tmp_path, name):
    change, said = OTHERWISE[name]
    assert looked(tmp_path, pdf(change)) == said


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_in_the_list_is_taken(tmp_path, name):
    assert looked(tmp_path, pdf(TAKEN[name])) == "taken"


@pytest.mark.parametrize("kind", sorted(allowed.ANNOTATIONS - {"/Widget"}))
def test_each_annotation_of_the_list_is_taken(tmp_path, kind):
    assert looked(tmp_path, pdf(noted(kind))) == "taken"


@pytest.mark.parametrize("kind", sorted(allowed.ACTION_RULES))
def test_no_action_outside_the_list_is_taken_wherever_it_stands(tmp_path, kind):
    told = sentence(allowed.ACTION_RULES[kind], {"thing": kind[1:], "place": ""})
    for change in (
        action(kind),
        outlined(S=Name(kind)),
        of_catalog(Odd=Array([Array([Dictionary(S=Name(kind))])])),
        of_catalog(AA=Dictionary(WC=Dictionary(S=Name(kind)))),
    ):
        assert looked(tmp_path, pdf(change)) == told


def test_what_is_signed_is_not_to_be_saved_anew(tmp_path):
    def change(made):
        signature(made)
        action("/Launch", F=String("cmd.exe"))(made)

    assert looked(tmp_path, pdf(change)) == (
        "starts a program when it is opened or pressed (“Launch”). It carries an electronic signature, which would break "
        "if it were saved or printed anew. Please ask whoever made it for one without this, and have that signed."
    )
