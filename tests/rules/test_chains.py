"""A register beside an earlier export of it, and beside a head that was posted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from rules.chains import (
    SAID,
    Link,
    against_export,
    against_head,
    canonical,
    hash_of,
    heads_in,
    is_as_written,
    read_export,
)
from rules.errors import Refusal

START = "0" * 64
TEXTS = st.text(max_size=20)


def chain(*said):
    """A register of entries that say these things."""
    found, previous = [], START
    for number, one in enumerate(said, 1):
        says = {"agreement_id": 1, "number": number, "facts": {"words": one}, "previous": previous}
        previous = hash_of(says)
        found.append(Link(number, previous, says))
    return found


def export(links, *, stubs=(), left_out=()):
    rows = []
    for link in links:
        whole = {**link.says, "hash": link.hash}
        stub = {name: whole[name] for name in ("number", "hash", "previous")}
        if link.number not in left_out:
            rows.append(json.dumps(stub if link.number in stubs else whole, ensure_ascii=False))
    return "\n".join(rows) + "\n"


def by_number(links):
    return {link.number: link for link in links}


def test_what_was_hashed_is_what_another_program_hashes():
    # printf '{"facts":{},"number":1}' | sha256sum
    assert hash_of({"number": 1, "facts": {}}) == "38f114a7ecf56556dded068e13e63e62d9aba6f28f1252e65403a49472b16e55"


AT = "2023-01-09T09:00:00.000000+00:00"
NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.dictionaries(st.sampled_from(("number", "source", "é")) | TEXTS, inner, max_size=3),
    max_leaves=6,
)
STRUCTURE = st.dictionaries(st.sampled_from(("a", "source", "rows")), NESTED, max_size=3)


def entry(**other):
    """What an entry says, as its export has it."""
    return {
        "agreement_id": 1, "number": 3, "at": AT, "act": "noted", "reference": None, "private": False, "person_id": 7,
        "person": "Siân “Ŵ”", "partner": None, "on_behalf": True, "facts": {}, "source": {}, "previous": START, **other,
    }  # fmt: skip


def as_kept(says):
    """The columns of an entry that says this, in the order of `SAID`."""
    kept = {name: canonical(one) if isinstance(one, dict) else one for name, one in says.items()}
    return [kept.get(name) for name in SAID]


def changed(said, **other):
    return [other.get(name, was) for name, was in zip(SAID, said, strict=True)]


@given(facts=STRUCTURE, source=STRUCTURE, rows=st.none() | STRUCTURE, person=TEXTS, reference=st.none() | TEXTS)
def test_an_entry_is_as_written_if_its_columns_give_what_was_hashed(facts, source, rows, person, reference):
    more = {} if rows is None else {"rows": rows}
    says = entry(facts=facts, source=source, person=person, reference=reference, **more)
    said, hash_ = as_kept(says), hash_of(says)
    assert is_as_written(hash_, AT, said)
    for name, other in (
        ("person", person + "x"), ("reference", "SEF-0" * 5), ("number", 4), ("person_id", None), ("private", True),
        ("facts", canonical(facts) + " "), ("source", "not JSON"), ("source", None), ("rows", ""), ("private", 2),
    ):  # fmt: skip
        assert not is_as_written(hash_, AT, changed(said, **{name: other})), name
    assert not is_as_written(hash_, AT.replace("09:", "10:"), said)


def test_the_same_text_divided_otherwise_among_the_columns_is_not_what_was_written():
    says = entry(rows={"actions": {"+1": {"partner": "x", "source": "issue"}}}, source={"kind": "command"})
    said, hash_ = as_kept(says), hash_of(says)
    assert is_as_written(hash_, AT, said)  # a row that has a source of its own
    rows, source = canonical(says["rows"]), canonical(says["source"])
    there = rows.index(',"source":')
    whole = f'{rows},"source":{source}'
    divided = changed(said, rows=whole[:there], source=whole[there + len(',"source":') :])
    assert not is_as_written(hash_, AT, divided)

    inner = canonical({key: says[key] for key in sorted(says) if "facts" < key < "rows"})[1:-1]
    says = entry(facts={"a": json.loads(f'{{"a":1,{inner},"source":{{}}}}')}, source={})
    said, hash_ = as_kept(says), hash_of(says)
    assert is_as_written(hash_, AT, said)  # facts that look like the rest of an entry
    facts = canonical(says["facts"])
    before, after = facts.split(f",{inner},")
    behind = after.removeprefix('"source":') + f",{inner}" + ',"source":{}'
    assert not is_as_written(hash_, AT, changed(said, facts=before, source=behind))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (chain("a", "b", "c"), (True, "the same up to entry 3; nothing was written since.")),
        (chain("a", "b", "c", "d", "e"), (True, "the same up to entry 3; 2 written since.")),
        (chain("a", "b"), (False, "entries 3 to 3 were cut off: there were 3 then.")),
        ([], (False, "entries 1 to 3 were cut off: there were 3 then.")),
        (chain("a", "x", "c"), (False, "entry 2 was changed (facts), and all after it was hashed anew.")),
        (chain("x", "b", "c"), (False, "entry 1 was changed (facts), and all after it was hashed anew.")),
        (chain("a", "b", "x"), (False, "entry 3 was changed (facts).")),
    ],
)
def test_an_earlier_export_says_what_became_of_it(now, said):
    compared = against_export(read_export(export(chain("a", "b", "c"))), by_number(now))
    assert (compared.same, compared.said) == said


def test_one_entry_alone_that_was_changed_is_named_without_the_others():
    then, now = chain("a", "b", "c"), by_number(chain("a", "b", "c"))
    now[2] = Link(2, "f" * 64, {**then[1].says, "facts": {"words": "x"}})
    assert against_export(then, now).said == "entry 2 was changed (facts)."


def test_what_stands_behind_a_stub_is_found_and_not_told():
    earlier = read_export(export(chain("a", "secret", "c"), stubs=(2,)))
    assert "secret" not in str(earlier)
    now = by_number(chain("a", "other", "c"))
    assert against_export(earlier, now).said == (
        "entry 2, or one before it that is left out, was changed, and all after it was hashed anew."
    )


def test_an_export_from_before_there_were_stubs_is_compared_too():
    earlier = read_export(export(chain("a", "secret", "c"), left_out=(2,)))
    assert against_export(earlier, by_number(chain("a", "secret", "c"))).same
    said = against_export(earlier, by_number(chain("a", "other", "c"))).said
    assert said == "everything up to entry 3 was hashed anew: it says the same under another hash."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is no entry in it."),
        ("hello", "Line 1 is no entry of a register: it needs a number, a hash and the hash before."),
        ('{"number": "1", "hash": "a", "previous": "b"}', "Line 1 is no entry of a register"),
        (
            export(chain("a", "b")).replace('"words": "b"', '"words": "x"'),
            "Line 2, entry 2, was changed after it was exp",
        ),
        (export(chain("a", "b")) + export(chain("a")), "Line 3 does not follow from the line before it"),
        (
            export(chain("a"), stubs=(1,)) + export(chain("x", "b"), left_out=(1,)),
            "Line 2 does not follow from the line",
        ),
    ],
)
def test_what_is_no_export_is_refused_by_its_line(text, said):
    with pytest.raises(Refusal) as refused:
        read_export(text)
    assert str(refused.value).startswith(said)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.data())
def test_whatever_was_said_an_export_is_read_back_and_a_change_is_found(said, data):
    links = chain(*said)
    stubs = data.draw(st.sets(st.integers(1, len(links))))
    earlier = read_export(export(links, stubs=stubs))
    assert [(link.number, link.hash) for link in earlier] == [(link.number, link.hash) for link in links]
    assert against_export(earlier, by_number(links)).same
    at = data.draw(st.integers(0, len(said) - 1))
    changed = chain(*said[:at], said[at] + "!", *said[at + 1 :])
    compared = against_export(earlier, by_number(changed))
    assert not compared.same
    assert compared.said.startswith(f"entry {at + 1}")


def test_a_head_that_was_posted_says_up_to_where_it_is_the_same():
    links = chain("a", "b", "c")
    posted = f"Wed 18 Jan 2023. Register: 2 entries\n{links[1].hash.upper()}"
    (head,) = heads_in(posted)
    assert against_head(head, links).said == "the same up to entry 2; 1 written since."
    assert against_head(head, chain("x", "b", "c")).same is False
    assert heads_in(links[0].hash + "0") == heads_in("no head") == []
