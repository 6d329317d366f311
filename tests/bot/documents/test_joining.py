"""Joined pages keep what they show and what is said of them to screen readers, each part beside the others."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pikepdf import Array, Dictionary, Name, NumberTree

from bot.documents.joining import Part, join, picture_as_pdf
from tests.bot.documents.copy_facts import scan_jpeg, tagged_pdf, written_pdf


def joined(*parts):
    return join([Part(f"part {index}", part) for index, part in enumerate(parts)], [], title="All", reference="R1")


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def changed(content, change):
    with opened(content) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def elements(root):
    """The elements of a tree with their kids, from the top."""
    waiting, found = [root.K], []
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += reversed(one.as_list())
        elif isinstance(one, Dictionary) and "/S" in one:
            found.append(one)
            waiting.append(one.get("/K"))
    return found


def pages_of(element):
    """The pages that an element says its words stand on: a paragraph can go over to the next."""
    kids = element.get("/K")
    direct = [one for one in (kids if isinstance(kids, Array) else [kids]) if isinstance(one, Dictionary)]
    return {one.Pg.objgen for one in [element, *direct] if "/Pg" in one}


def marked(pdf):
    """Return whether a reader takes it as tagged."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return bool(pdfium.FPDFCatalog_IsTagged(document))
    finally:
        document.close()


def test_each_page_names_tags_that_name_it_back():
    with opened(joined(tagged_pdf("One"), picture_as_pdf(scan_jpeg(), "a scan"), tagged_pdf("Two"))) as whole:
        root = whole.Root.StructTreeRoot
        numbered = dict(NumberTree(root.ParentTree).items())
        keys = [int(page.obj.StructParents) for page in whole.pages]
        assert len(set(keys)) == len(keys) == 9
        assert int(root.ParentTreeNextKey) > max(numbered)
        for page, key in zip(whole.pages, keys, strict=True):
            named = [element for element in numbered[key].as_list() if element is not None]
            assert named
            assert all(page.obj.objgen in pages_of(element) for element in named)


def test_there_is_one_tree_with_the_parts_in_order():
    with opened(joined(tagged_pdf("One"), picture_as_pdf(scan_jpeg(), "LUHFT: scan.jpg"), tagged_pdf("Two"))) as whole:
        top = whole.Root.StructTreeRoot.K
        assert str(top.S) == "/Document"
        assert [str(kid.S) for kid in top.K] == ["/Part", "/Figure", "/Part"]
        assert str(top.K[1].Alt) == "LUHFT: scan.jpg"
        for one in elements(whole.Root.StructTreeRoot):
            assert str(one.Type) == "/StructElem"


def table_pdf():
    """A document with a table, whose cells name their headings."""
    from bot.letters import set_letter
    from tests.bot.documents.copy_facts import facts

    return set_letter("signature_page", facts() | {"held": "linked"}).pdf


def test_a_cell_names_the_heading_of_its_own_table():
    with opened(joined(table_pdf(), table_pdf())) as whole:
        root = whole.Root.StructTreeRoot
        found = elements(root)
        headings = [one for one in found if "/ID" in one]
        names = [bytes(one.ID) for one in headings]
        assert len(set(names)) == len(names) == 10
        listed = root.IDTree.Names.as_list()
        assert [bytes(one) for one in listed[::2]] == sorted(names)
        first_of = {bytes(name): one.objgen for name, one in zip(listed[::2], listed[1::2], strict=True)}
        assert first_of == {bytes(one.ID): one.objgen for one in headings}
        cells = [one for one in found if str(one.S) == "/TD"]
        named = [bytes(name) for cell in cells for one in cell.A for name in one.get("/Headers", [])]
        assert len(named) == len(cells) == 110
        assert set(named) == set(names)


def test_cells_that_share_what_is_said_of_them_name_their_heading_too():
    def share(pdf):
        cells = [one for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/TD"]
        shared = pdf.make_indirect(cells[0].A)
        for cell in cells[:11]:
            cell.A = shared

    with opened(joined(table_pdf(), changed(table_pdf(), share))) as whole:
        found = elements(whole.Root.StructTreeRoot)
        names = {bytes(one.ID) for one in found if "/ID" in one}
        named = {
            bytes(name) for one in found if str(one.S) == "/TD" for said in one.A for name in said.get("/Headers", [])
        }
        assert named == names


def test_a_table_is_one_to_screen_readers():
    with opened(table_pdf()) as pdf:
        roles = [str(one.S) for one in elements(pdf.Root.StructTreeRoot)]
    assert [roles.count(role) for role in ("/Table", "/THead", "/TR", "/TH", "/TD")] == [1, 1, 12, 5, 55]


def own_roles(pdf):
    """Roles and classes of somebody's own, as some word processors write them."""
    root = pdf.Root.StructTreeRoot
    heading = next(one for one in elements(root) if str(one.S) == "/H1")
    heading.S, heading.C = Name.Chapter, Name.Big
    root.RoleMap = Dictionary(Chapter=Name.Top, Top=Name.H1)
    root.ClassMap = Dictionary(Big=Dictionary(O=Name.Layout, SpaceAfter=3))


def test_somebodys_own_roles_and_classes_mean_the_same_as_before():
    def other(pdf):
        own_roles(pdf)
        pdf.Root.StructTreeRoot.RoleMap.Chapter = Name.H2
        pdf.Root.StructTreeRoot.ClassMap.Big.SpaceAfter = 7

    with opened(joined(changed(tagged_pdf(), own_roles), changed(tagged_pdf(), other))) as whole:
        root = whole.Root.StructTreeRoot
        found = [one for one in elements(root) if "/C" in one]
        assert [(str(one.S), int(root.ClassMap[str(one.C)].SpaceAfter)) for one in found] == [("/H1", 3), ("/H2", 7)]


def without_parents(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


def parents_in_a_circle(pdf):
    tree = pdf.make_indirect(Dictionary())
    tree.Kids = Array([tree])
    pdf.Root.StructTreeRoot.ParentTree = tree


def no_numbers(pdf):
    pdf.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([Name.One, Name.Two, 3]))


def roles_in_a_circle(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(H1=Name.P, P=Name.H1)


def elements_in_a_circle(pdf):
    top = elements(pdf.Root.StructTreeRoot)[0]
    top.K.append(top)


def odd_kids(pdf):
    pdf.Root.StructTreeRoot.K = Array([pdf.Root.StructTreeRoot.K, 3, Name.Odd, Dictionary(), None])


def odd_roles(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Array([Name.H1])


def no_tree(pdf):
    pdf.Root.StructTreeRoot = Name.Nothing


ODD = [
    without_parents,
    parents_in_a_circle,
    no_numbers,
    roles_in_a_circle,
    elements_in_a_circle,
    odd_kids,
    odd_roles,
    no_tree,
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_odd_tags_stop_nothing(odd):
    made = joined(changed(tagged_pdf("Odd"), odd), tagged_pdf("Even"))
    with opened(made) as whole:
        assert len(whole.pages) == 8
    document = pypdfium2.PdfDocument(made)
    assert "Odd, page 1." in document[0].get_textpage().get_text_range()
    document.close()


def test_it_says_that_it_is_tagged_when_its_first_part_is():
    assert marked(joined(tagged_pdf(), written_pdf("x")))
    assert not marked(joined(written_pdf("x"), tagged_pdf()))


def test_what_was_hidden_stays_hidden():
    def hide(pdf):
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Draft"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L1=layer)
        pdf.pages[0].contents_add(b"/OC /L1 BDC BT /F1 9 Tf (hidden) Tj ET EMC")

    with opened(joined(tagged_pdf(), changed(written_pdf("seen"), hide))) as whole:
        assert [str(one.Name) for one in whole.Root.OCProperties.D.OFF] == ["Draft"]


def test_pages_are_drawn_as_they_were():
    first, second = tagged_pdf(), written_pdf("one", "two")
    with opened(joined(first, second)) as whole, opened(first) as one, opened(second) as other:
        for page, was in zip(whole.pages, [*one.pages, *other.pages], strict=True):
            assert page.obj.Contents.read_bytes() == was.obj.Contents.read_bytes()
            assert page.mediabox == was.mediabox


@pytest.mark.parametrize(
    ("size", "turned", "shown"),
    [((600, 850), None, (595, 842)), ((850, 600), None, (842, 595)), ((850, 600), 6, (595, 842))],
)
def test_a_picture_fills_its_page_the_right_way_up_and_is_not_compressed_anew(size, turned, shown):
    from PIL import Image

    exif = Image.Exif()
    if turned:
        exif[0x0112] = turned
    jpeg = scan_jpeg(size=size, exif=exif)
    made = picture_as_pdf(jpeg, "a scan")
    document = pypdfium2.PdfDocument(made)
    assert tuple(round(side) for side in document[0].get_size()) == shown
    document.close()
    with opened(made) as pdf:
        (image,) = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert image.read_raw_bytes() == jpeg


def test_another_program_finds_nothing_wrong(tmp_path):
    """The check of qpdf, by its command where it is there, or else as the library has it."""
    file = tmp_path / "whole.pdf"
    file.write_bytes(joined(tagged_pdf(), picture_as_pdf(scan_jpeg(), "a scan"), written_pdf("x"), table_pdf()))
    with pikepdf.open(file) as whole:
        assert whole.check_pdf_syntax() == []
