"""In which order the characters of a text are drawn from left to right: by us, and by Chromium."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Any

from playwright.sync_api import sync_playwright

from foraldraskolan.isolates import isolates, must_override
from foraldraskolan.typeset.glyphs import Span, TextStyle
from foraldraskolan.typeset.paragraph import typeset

_STYLE = TextStyle(11)
_MIRRORED = str.maketrans("()[]{}<>«»≤≥", ")(][}{><»«≥≤")
# Where each character of each paragraph begins and how wide it is, as the browser has laid it out.
_EDGES = """() => [...document.querySelectorAll("p")].map(paragraph => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange();
    const edges = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at); range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            edges.push((box.left + box.right) / 2);
        }
    return edges;
})"""


def order(text: str, tag: str, bold: int = 0) -> list[int]:
    """Return the places in a right-to-left text of what we draw, from left to right; it may be bold from one on."""
    spans = [Span(text[:bold], _STYLE, tag, ((0,), "")), Span(text[bold:], TextStyle(11, 700), tag, ((1,), ""))]
    (line,) = typeset([span for span in spans if span.text], 1e6, rtl=True)
    found: dict[float, list[int]] = {}
    at = 0
    for run in line.runs:
        clusters = []
        for cluster in run.texts[::-1] if run.rtl else run.texts:
            clusters.append([*range(at, at + len(cluster))])
            at += len(cluster)
        found[run.x] = [place for cluster in (clusters[::-1] if run.rtl else clusters) for place in cluster]
    return [place for x in sorted(found) for place in found[x]]


def drawn(text: str, tag: str) -> str:
    """Return the characters of a right-to-left text as we draw them from left to right, brackets as they look."""
    (line,) = typeset([Span(text, _STYLE, tag, ((0,), ""))], 1e6, rtl=True)
    seen = sorted(line.runs, key=lambda run: run.x)
    return "".join("".join(run.texts).translate(_MIRRORED) if run.rtl else "".join(run.texts) for run in seen)


def marked(text: str) -> str:
    """Return a right-to-left text as HTML in which our isolates are elements."""
    edges = [edge for isolate in isolates(text) for edge in isolate]
    parts = (text[start:end] for start, end in pairwise([0, *edges, len(text)]))
    return "".join(_element(part) if number % 2 else escape(part) for number, part in enumerate(parts))


def _element(part: str) -> str:
    name = "bdo" if must_override(part) else "bdi"
    return f'<{name} dir="ltr">{escape(part)}</{name}>'


def browser_orders(path: str, paragraphs: Sequence[str]) -> list[list[int]]:
    """Return the same of paragraphs of HTML as the Chromium at a path draws them, all in one window."""
    style = "<style>p { white-space: nowrap; position: absolute; right: 0; font: 20px monospace }</style>"
    body = "".join(f'<p dir="rtl">{each}</p>' for each in paragraphs)
    with sync_playwright() as driver, driver.chromium.launch(executable_path=path) as running:
        page = running.new_page()
        page.set_content(f"<!DOCTYPE html>{style}{body}")
        edges: list[list[Any]] = page.evaluate(_EDGES)
    return [sorted(range(len(line)), key=lambda at: (line[at], at)) for line in edges]
