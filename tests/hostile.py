"""Text that would break out of where it stands, if it could."""

from __future__ import annotations

from types import MappingProxyType

MARKUP = MappingProxyType(
    {
        "channel": "<!channel> all of you",
        "here": "<!here|here> and <!everyone>",
        "mention": "ask <@U0BEN> or <@U0BEN|Ben> or @Ben",
        "group": "<!subteam^S0ALL|@all>",
        "link": "<https://evil.example|your bank> and <mailto:a@b.example|write>",
        "bare link": "https://evil.example/a?b=c&d=e#f",
        "escaped": "&lt;!channel&gt; &amp;amp; &#60;",
        "stars": "*bold* _slanted_ ~struck~ *",
        "ticks": "`code` ```more``` `",
        "marks of ours": "# a heading\n- an item\n> a quotation\n^ small\n---\n*bold*",
        "jinja": "{{ 7 * 7 }} {% raw %} {# no #}",
        "date": "<!date^1392734382^{date}|never>",
        "emoji": "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 :tada: 🇬🇧",
        "combining": "Z̸̢͎̲a̶͔͊l̵͓̈́g̷͎̔o̵ é ﷽",
        "right to left": "\u200fשלום עולם\u200f, \u202eevil\u202c, \u2067مرحبا\u2069",  # noqa: RUF001
        "left turned": "\u202eUser\u2066 of",
        "our seals": "\ue002U0BEN\ue001 \ue000\ue003https://evil.example\ue003bank\ue001 x",
        "zero width": "a\u200bb\u200dc\ufeffd",
        "html": "<script>alert(1)</script><b>&nbsp;",
        "sql": "'; DROP TABLE issues; --",
        "paths": "../../etc/passwd %s %d {0} \\n",
        "json": '"}],"text":"<!channel>"',
        "quoted": '=HYPERLINK("https://evil.example";"x")',
    }
)
CONTROLS = MappingProxyType(
    {
        "nul": "before\x00after",
        "surrogates": "before\ud800after\udfff",
        "escape": "before\x1b[31mafter\x07\x9b",
        "returns": "before\r\nafter\rand",
    }
)
UNSEEN = MappingProxyType(
    {"space": " \t\n", "zero width": "\u200b\u200d\ufeff", "nul": "\x00\x00", "private": "\ue000\ue001"}
)
HUGE = MappingProxyType(
    {"3,001 characters": "x" * 3001, "10,000 lines": "line\n" * 10_000, "a million": "x" * 1_000_000}
)

NEVER_KEPT = frozenset(map(chr, [*range(9), *range(11, 32), 0x7F, 0x9B, 0xD800, 0xDFFF]))
SEALS = "\ue000\ue001\ue002\ue003"


def all_of(*groups: MappingProxyType[str, str]) -> dict[str, str]:
    """These strings in one, by name."""
    return {f"{name}": text for group in groups for name, text in group.items()}


def as_shown(text: str) -> str:
    """What of a text can be seen: without the signs that are taken out, its white space as single spaces."""
    found = text.replace("\r\n", "\n").replace("\r", "\n")
    return " ".join("".join(sign for sign in found if sign not in NEVER_KEPT and sign not in SEALS).split())
