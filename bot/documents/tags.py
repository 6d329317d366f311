"""The tags that screen readers follow, kept when pages of several PDFs are joined: each part's beside the others'.

Pages and what stands on them name their tags by a number in one tree, so joined as they are they would name those of
another part (ISO 32000-1, 14.7.4.4). Here the numbers, identifiers and classes of each part are made its own first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, PdfError, Stream, String

KEYS = ("/StructParents", "/StructParent")
LONGEST_CHAIN = 20  # of roles: a longer one leads in a circle


def prepare(part: Pdf, first_key: int, prefix: str) -> int | None:
    """Make a part's tags its own, and return the first number that is free after it.

    None when it has no tags, or such as cannot be read: then nothing in it names any.
    """
    try:
        if bool(part.Root.MarkInfo.Marked):
            return _prepared(part, part.Root.StructTreeRoot, first_key, prefix)
    except (AttributeError, KeyError, TypeError, ValueError, RuntimeError, PdfError):  # whatever somebody's tags are
        pass
    for owner, key in _keyed(part):
        del owner[key]
    if "/StructTreeRoot" in part.Root:
        del part.Root.StructTreeRoot
    return None


def merge(whole: Pdf, part: Pdf) -> None:
    """Add the tags of a prepared part, whose pages were added before."""
    if "/StructTreeRoot" not in whole.Root:
        whole.Root.StructTreeRoot = _empty(whole)
    ours, theirs = whole.Root.StructTreeRoot, whole.copy_foreign(part.Root.StructTreeRoot)
    for kid in theirs.K.as_list():
        if str(kid.S) == "/Document":  # there is one for the whole
            kid.S = Name.Part
        kid.P = ours.K
        ours.K.K.append(kid)
    ours.ParentTree.Nums.extend(theirs.ParentTree.Nums.as_list())
    ours.IDTree.Names.extend(theirs.IDTree.Names.as_list())
    for name, attributes in theirs.ClassMap.items():
        ours.ClassMap[name] = attributes


def _empty(whole: Pdf) -> Any:
    root = whole.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            ParentTree=whole.make_indirect(Dictionary(Nums=Array())),
            IDTree=whole.make_indirect(Dictionary(Names=Array())),
            ClassMap=Dictionary(),
        )
    )
    root.K = whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    return root


def _prepared(part: Pdf, root: Any, first_key: int, prefix: str) -> int:
    """Return the next free number, the tree flat and its names changed. Raises what pikepdf raises at odd tags."""
    numbered = [(int(number), found) for number, found in NumberTree(root.ParentTree).items()]
    elements = list(_elements(root))
    identified = {bytes(element.ID): element for element in elements if "/ID" in element}
    names = {old: f"{prefix}{number:06}" for number, old in enumerate(identified)}
    roles = _standard({name: str(role) for name, role in root.get("/RoleMap", Dictionary()).items()})
    for element in elements:
        _rename(element, roles, names, prefix)
    classes = {_own(name, prefix): value for name, value in root.get("/ClassMap", Dictionary()).items()}
    last = max([number for number, _ in numbered], default=-1)
    for owner, key in _keyed(part):
        last = max(last, int(owner[key]))
        owner[key] = int(owner[key]) + first_key
    top = root.get("/K", Array())
    kids = top.as_list() if isinstance(top, Array) else [top]
    part.Root.StructTreeRoot = part.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=Array([kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]),
            ParentTree=Dictionary(Nums=Array([one for key, found in numbered for one in (key + first_key, found)])),
            IDTree=Dictionary(Names=Array([one for old in names for one in (String(names[old]), identified[old])])),
            ClassMap=Dictionary(classes),
        )
    )
    return first_key + last + 1


def _keyed(part: Pdf) -> Iterator[tuple[Any, str]]:
    """Give all that names its tags by number: pages, what is drawn on them, annotations."""
    lying_in = (note for page in part.pages for note in page.obj.get("/Annots", Array()) if not note.is_indirect)
    for found in [*part.objects, *lying_in]:
        if isinstance(found, Dictionary | Stream):
            yield from [(found, key) for key in KEYS if key in found]


def _elements(root: Any) -> Iterator[Any]:
    """Give the elements of a tree, each once."""
    waiting, seen = [root.get("/K")], set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, Array):
            waiting += found.as_list()
        elif isinstance(found, Dictionary) and "/S" in found and found.objgen not in seen:
            seen.add(found.objgen)
            waiting.append(found.get("/K"))
            yield found


def _standard(roles: Mapping[str, str]) -> Mapping[str, str]:
    """Return the role at the end of the chain that each of somebody's own roles begins."""
    ends = dict(roles)
    for _ in range(LONGEST_CHAIN):
        ends = {name: roles.get(role, role) for name, role in ends.items()}
    return ends


def _rename(element: Any, roles: Mapping[str, str], names: Mapping[bytes, str], prefix: str) -> None:
    """Give an element the standard role behind its own, and names that no other part has."""
    if roles and str(element.S) in roles:
        element.S = Name(roles[str(element.S)])
    if "/ID" in element:
        element.ID = String(names[bytes(element.ID)])
    classes = element.get("/C")
    if isinstance(classes, Name):
        element.C = Name(_own(classes, prefix))
    elif isinstance(classes, Array):
        element.C = Array([Name(_own(one, prefix)) if isinstance(one, Name) else one for one in classes.as_list()])
    attributes = element.get("/A")
    for one in attributes.as_list() if isinstance(attributes, Array) else [attributes]:
        if isinstance(one, Dictionary) and "/Headers" in one:
            # Cells can share what is said of them: what was named anew already stays so.
            one.Headers = Array([String(names.get(bytes(old), str(old))) for old in one.Headers.as_list()])


def _own(name: object, prefix: str) -> str:
    return f"/{prefix}{str(name).removeprefix('/')}"
