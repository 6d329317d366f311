"""What may stand in a document that people sign: one list. What is not in it is refused, by its name.

A paper shows the same to everybody, on the screen and printed; it does nothing by itself, holds nothing that is not
seen on its pages, and reaches for nothing outside but a web page that somebody chooses to open. Names are those of ISO
32000-2: actions 12.6, annotations 12.5, name trees 7.7.4, optional content 8.11, XObjects 8.8.
"""

from __future__ import annotations

from collections.abc import Mapping

WHEN_PRESSED = frozenset({"/GoTo", "/URI", "/Named"})
WHEN_OPENED = frozenset({"/GoTo", "/Named"})
NAMED = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage", "/GoBack", "/GoForward"})
ADDRESSES = frozenset({"http", "https", "mailto", "tel", "ftp", "ftps"})
ANNOTATIONS = frozenset(
    {
        *("/Link", "/Text", "/FreeText", "/Popup", "/Stamp", "/Ink", "/Caret", "/Redact", "/Watermark", "/Widget"),
        *("/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/PrinterMark", "/TrapNet"),
        *("/Highlight", "/Underline", "/Squiggly", "/StrikeOut"),
    }
)
FIELDS = frozenset({"/Sig"})
NAME_TREES = frozenset(["/Dests", "/AP", "/Pages", "/Templates", "/IDS", "/URLS"])
XOBJECTS = frozenset({"/Image", "/Form"})

# What is not in the list, by the rule whose sentence says best what it does. Whatever else is not in it has the rule of
# the place where it stands: action, annotation, names, drawn.
ACTION_RULES: Mapping[str, str] = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/GoToR": "other-file",
    "/GoToE": "inner-file",
    "/GoToDp": "other-file",
    "/Thread": "thread",
    "/SubmitForm": "sends",
    "/ImportData": "reads-in",
    "/ResetForm": "form",
    "/SetOCGState": "switches",
    "/Hide": "switches",
    "/Rendition": "multimedia",
    "/Movie": "multimedia",
    "/Sound": "multimedia",
    "/RichMediaExecute": "multimedia",
    "/GoTo3DView": "multimedia",
    "/Trans": "action",
}
ANNOTATION_RULES: Mapping[str, str] = {
    "/FileAttachment": "attachment",
    "/Movie": "multimedia",
    "/Sound": "multimedia",
    "/Screen": "multimedia",
    "/RichMedia": "multimedia",
    "/3D": "multimedia",
    "/Projection": "multimedia",
}
NAME_TREE_RULES: Mapping[str, str] = {
    "/JavaScript": "script",
    "/EmbeddedFiles": "attachment",
    "/Renditions": "multimedia",
    "/AlternatePresentations": "multimedia",
    "/XFAResources": "form",
}
XOBJECT_RULES: Mapping[str, str] = {"/PS": "postscript"}
