"""PDFs with what readers act on, show or hide: annotations, actions, layers, outlines, fields, what is drawn."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Stream, String


def noted(subtype, **more):
    """A page with one annotation."""

    def change(made):
        note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=[0, 0, 9, 9], **more)
        made.pages[0].Annots = Array([made.make_indirect(note)])

    return change


def pressed(kind, **more):
    return noted("/Link", A=Dictionary(S=Name(kind), **more))


def of_page(when, **more):
    def change(made):
        made.pages[0].AA = Dictionary({when: Dictionary(**more)})

    return change


def of_catalog(**more):
    def change(made):
        for key, value in more.items():
            made.Root[f"/{key}"] = value

    return change


def drawn(**more):
    """A page that draws a stream which says this of itself."""

    def change(made):
        told = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": [0, 0, 9, 9]} | more
        made.pages[0].Resources = Dictionary(XObject=Dictionary(X0=Stream(made, b"q Q", **told)))

    return change


def layered(usage=None, *, off=False, when=()):
    def change(made):
        layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft"), Usage=Dictionary(usage or {})))
        rules = [
            Dictionary(Event=Name.View, OCGs=Array([layer]), Category=Array([Name(name) for name in when])),
        ]
        usual = Dictionary(OFF=Array([layer] if off else []), AS=Array(rules if when else []))
        made.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=usual)

    return change


def printed(state, seen=None):
    told = {"/Print": Dictionary(PrintState=Name(state))}
    return told | ({"/View": Dictionary(ViewState=Name(seen))} if seen else {})


def outlined(**what):
    def change(made):
        item = made.make_indirect(Dictionary(Title=String("Clause 1"), A=Dictionary(**what)))
        made.Root.Outlines = made.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
        item.Parent = made.Root.Outlines

    return change


def filled(**field):
    def change(made):
        place = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 9, 9], T=String("name"), **field)
        made.pages[0].Annots = Array([made.make_indirect(place)])

    return change


def fonts_called(*names):
    def change(made):
        fonts = {f"/{name}": Dictionary(Type=Name.Font, Subtype=Name.Type1) for name in names}
        made.pages[0].obj.Resources = Dictionary(Font=Dictionary(fonts))

    return change
