"""What a browser makes of a page: its text in pieces, its links, and which elements it has."""

from __future__ import annotations

from html.parser import HTMLParser


class Page(HTMLParser):
    """A page that was read; `text` has its pieces in their order, `values` what stands in its inputs."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.links: list[str] = []
        self.values: list[str] = []
        self.chosen: list[str] = []
        self.elements: set[str] = set()
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == [], "an element was left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.add(tag)
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag == "input":
            self.values.append(given.get("value") or "")
        if tag == "option" and "selected" in given:
            self.chosen.append(given["value"] or "")
        if tag == "br":
            self.text.append("\n")
        if tag not in ("br", "hr", "input"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)
