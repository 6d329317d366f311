"""Documents that tests make: whole, damaged, and what is said of them."""

from __future__ import annotations

import io
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from bot.documents.check import sentence
from bot.documents.look import look


def pdf(change=None, *, pages=1, **saved):
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out, **saved)
    return out.getvalue()


def jpeg(**saved):
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "JPEG", **saved)
    return out.getvalue()


def action(kind, **more):
    def change(made):
        made.Root.OpenAction = Dictionary(S=Name(kind), **more)

    return change


def hidden_deep(made):
    made.Root.Odd = Array([Array([Dictionary(A=Dictionary(S=Name.JavaScript, JS=String("1")))])])


def in_annotation(made):
    made.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 1, 1])])


def attached(made):
    made.attachments["more.txt"] = b"more"


def form(made):
    field = made.make_indirect(Dictionary(FT=Name.Tx, T=String("name")))
    made.Root.AcroForm = Dictionary(Fields=Array([field]))


def xfa(made):
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Stream(made, b"<xdp/>"))


def signature(made):
    value = made.make_indirect(Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite")))
    field = made.make_indirect(Dictionary(FT=Name.Sig, T=String("Sig1"), V=value))
    made.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


def bomb(made):
    packed = zlib.compress(b"\0" * 200_000_000, 9)
    made.pages[0].Contents = Stream(made, packed, Filter=Name.FlateDecode)


def many_small_bombs(made):
    packed = zlib.compress(b"\0" * 90_000_000, 9)
    made.Root.Odd = Array([made.make_indirect(Stream(made, packed, Filter=Name.FlateDecode)) for _ in range(5)])


def packed_twice(made):
    packed = zlib.compress(zlib.compress(b"\0" * 200_000_000, 9), 9)
    made.pages[0].Contents = Stream(made, packed, Filter=Array([Name.FlateDecode, Name.FlateDecode]))


KEPT = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}


def raw(*objects):
    """A PDF written by hand, with whatever it says in its objects."""
    out, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


PAGES = (b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")


PRINT = "Please print it to a PDF, and send that."
FETCH = "Please export or download it once more, and send that."
FORM = f"is a form to fill in, so it can change after it is signed. {PRINT}"
LOCKED = "is protected by a password or against changes. Please save it without protection."
CUT_OFF = f"is cut off: its end is missing. {FETCH}"
DAMAGED = f"is damaged: the list of its pages cannot be found in it. {FETCH}"
NO_JPEG = "is damaged: the picture in it cannot be read. Please scan it once more, and send that."
UNPACKED = (
    "becomes too large when it is unpacked{}: what is no picture may have 100 MB at a time, and 400 MB together. "
    f"{PRINT}"
)
NEITHER = "is neither a PDF nor a JPEG. Please save it as PDF, or send a scan as JPEG."


REFUSED = {
    "script on opening": (
        pdf(action("/JavaScript", JS=String("app.alert(1)"))),
        f"has a script in it (“JavaScript”). {PRINT}",
    ),
    "script, its name escaped": (
        raw(b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /J#61vaScript /J#53 (1) >> >>", *PAGES),
        f"has a script in it (“JavaScript”). {PRINT}",
    ),
    "script, deep in arrays": (pdf(hidden_deep), f"has a script in it (“JavaScript”). {PRINT}"),
    "starts a program": (
        pdf(action("/Launch", F=String("cmd.exe"))),
        f"starts a program when it is opened or pressed (“Launch”). {PRINT}",
    ),
    "sends a form": (
        pdf(action("/SubmitForm", F=String("https://example.org"))),
        f"sends what is filled in to an address (“SubmitForm”). {PRINT}",
    ),
    "a file in an annotation": (
        pdf(in_annotation),
        "carries other files in it on page 1. Please send each as a document of its own.",
    ),
    "an attachment": (pdf(attached), "carries other files in it. Please send each as a document of its own."),
    "a form": (pdf(form), FORM),
    "a form of XFA": (pdf(xfa), FORM),
    "a password": (pdf(encryption=pikepdf.Encryption(owner="o", user="u")), LOCKED),
    "protected against changes": (pdf(encryption=pikepdf.Encryption(owner="o", user="")), LOCKED),
    "cut off": (pdf(pages=20)[:-200], CUT_OFF),
    "a head alone": (b"%PDF-1.7\n", CUT_OFF),
    "no page": (
        raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"),
        f"has no page in it. {FETCH}",
    ),
    "pages in a circle": (
        raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        DAMAGED,
    ),
    "501 pages": (pdf(pages=501), "has more than 500 pages. Please send it in parts."),
    "200 MB in 200 KB": (lambda: pdf(bomb, **KEPT), UNPACKED.format(" on page 1")),
    "many streams that are large together": (lambda: pdf(many_small_bombs, **KEPT), UNPACKED.format("")),
    "packed twice": (lambda: pdf(packed_twice, **KEPT), UNPACKED.format(" on page 1")),
    "a page before the PDF begins": (
        b"<html>" + pdf(),
        "has something else before the PDF in it begins, 6 bytes long. Please export it anew from where it comes, and send that.",
    ),
    "a picture of another kind": (b"\x89PNG\r\n\x1a\n", NEITHER.replace("neither", "a PNG picture, and neither")),
    "a JPEG that is not one": (b"\xff\xd8\xff\xe0" + b"nothing" * 20, NO_JPEG),
    "a JPEG cut off": (
        jpeg()[:-400],
        "is cut off: the end of the picture is missing. Please scan it once more, and send that.",
    ),
    "nothing": (b"", "is empty."),
}


def looked(folder, content):
    """What the look says of a file, without a process of its own: `taken`, or the sentence that follows its name."""
    file = folder / "sent"
    file.write_bytes(content)
    found = look(file)
    return sentence(found["fault"], found["facts"]) if "fault" in found else "taken"
