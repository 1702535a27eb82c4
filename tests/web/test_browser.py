"""In a browser a page for the phone keeps WCAG 2.2: axe-core finds nothing, and all that it cannot see is measured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pypdfium2
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, sync_playwright

from tests.layout.test_contrast import luminance
from tests.support.tools import browser
from tests.support.webpages import names, webpage

SPOKEN = ("example-sv", "example-en", "example-ar", "example-so", "mirrored")
ALL = pytest.mark.parametrize("name", names())
EACH = pytest.mark.parametrize("name", SPOKEN)
NARROW, PHONE, DESK = (320, 640), (390, 844), (1280, 900)
ZOOMED = (320, 256)  # a desk's window of 1280 × 1024, at 400 %
# Every rule is asked once for each scheme: colours are the same at every width, and so are elements and their names.
LOOKS: list[tuple[int, Any, bool]] = [
    (320, "light", True),
    (320, "dark", False),
    (390, "light", False),
    (390, "dark", True),
    (1280, "light", False),
    (1280, "dark", False),
]
OF_SIZE = ["target-size", "scrollable-region-focusable"]
AXE = """options => axe.run(document, options).then(({violations, incomplete, passes}) => ({
    told: [...violations, ...incomplete].flatMap(rule => rule.nodes.map(node => [rule.id, node.html])),
    passed: passes.map(rule => rule.id),
}))"""
MOST = 66  # characters on a line


@dataclass
class Tab:
    """A page that is open, what it has asked for, and what the browser has complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Tab]]:
    """Start a browser, with nothing from any other day, that opens each page once, from a file."""
    path, folder = browser(), tmp_path_factory.mktemp("pages")
    with sync_playwright() as driver, driver.chromium.launch(executable_path=path) as running:

        @cache
        def open_page(name: str) -> Tab:
            file = folder / f"{name}.html"
            file.write_text(webpage(name), encoding="utf-8")
            tab = Tab(running.new_context(reduced_motion="reduce").new_page())
            tab.page.on("request", lambda request: tab.asked.append(request.url))
            tab.page.on("console", lambda message: tab.said.append(message.text))
            tab.page.goto(file.as_uri())
            return tab

        yield open_page


@pytest.fixture
def tab(opened: Callable[[str], Tab], name: str) -> Iterator[Page]:
    """Return one of the pages as it is on a phone; if it asks for anything but itself, that is a failure."""
    found = opened(name)
    found.page.emulate_media(media=None, color_scheme="light", forced_colors="none")
    seen(found.page, PHONE)
    found.page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    yield found.page
    assert [url.rpartition("/")[2] for url in found.asked] == [f"{name}.html"]
    assert found.said == []


def seen(tab: Page, size: tuple[int, int]) -> None:
    """Give a page's window another size in px."""
    tab.set_viewport_size({"width": size[0], "height": size[1]})


@EACH
def test_axe_finds_nothing(tab: Page, name: str) -> None:
    """No rule of axe-core is broken or in doubt at any width, light or dark, in a window where nothing is covered."""
    tab.evaluate(AXE_SCRIPT)
    for width, scheme, every in LOOKS:
        tab.emulate_media(color_scheme=scheme)
        seen(tab, (width, ZOOMED[1]))
        asked = {"rules": {"target-size": {"enabled": True}}} if every else {"runOnly": OF_SIZE}
        found = tab.evaluate(AXE, {"preload": False, "resultTypes": ["violations", "incomplete"], **asked})
        assert found["told"] == []
        wanted = {"target-size", "color-contrast", "region", "bypass", "heading-order", "html-has-lang", "valid-lang"}
        assert (wanted if every else {"target-size"}) <= {*found["passed"]}


@ALL
def test_nothing_is_cut_off_or_covered(tab: Page, name: str) -> None:
    """A window of 320 px shows every line whole, nothing beside it, and at the end nothing behind the numbers."""
    seen(tab, NARROW)
    tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    measured = tab.evaluate(
        """() => {
            const all = [...document.querySelectorAll("header *, main *, nav *, footer *")].filter(
                each => !each.closest(".unseen, svg") && each.getClientRects().length
            );
            const boxes = all.map(each => each.getBoundingClientRect());
            const bottoms = [...document.querySelectorAll("main *")].map(each => each.getBoundingClientRect().bottom);
            const foot = document.querySelector("footer")?.getBoundingClientRect();
            return {
                scrolled: document.documentElement.scrollWidth,
                left: Math.min(...boxes.map(box => box.left)),
                right: Math.max(...boxes.map(box => box.right)),
                covered: foot ? Math.max(...bottoms) - foot.top : 0,
                foot: foot ? foot.bottom : innerHeight,
            };
        }"""
    )
    assert measured["scrolled"] <= NARROW[0]
    assert measured["left"] >= 0
    assert measured["right"] <= NARROW[0]
    assert measured["covered"] <= 0
    assert measured["foot"] == pytest.approx(NARROW[1], abs=1)


@ALL
def test_every_number_is_read_from_left_to_right_and_reached_by_a_thumb(tab: Page, name: str) -> None:
    """Its digits stand in their order on one line, in whatever script is around them; alone it is 44 px high."""
    seen(tab, NARROW)
    numbers = tab.evaluate(
        """() => [...document.querySelectorAll('a[href^="tel:"]')].map(link => {
            const text = link.firstChild, range = document.createRange(), boxes = [];
            for (let at = 0; at < text.length; at++) {
                range.setStart(text, at); range.setEnd(text, at + 1);
                const box = range.getBoundingClientRect();
                boxes.push([box.left, box.top]);
            }
            const alone = link.closest("footer, .phone") !== null, box = link.getBoundingClientRect();
            return {text: link.textContent, boxes, high: alone ? Math.min(box.height, box.width) : 44};
        })"""
    )
    assert numbers
    for each in numbers:
        lefts = [left for left, _ in each["boxes"]]
        assert lefts == sorted(lefts), each["text"]
        assert len({round(top) for _, top in each["boxes"]}) == 1, each["text"]
        assert each["high"] >= 44, each["text"]


@EACH
def test_the_numbers_are_always_near_and_never_in_the_way(tab: Page, name: str) -> None:
    """They stay at the lower edge, no link that has the focus is behind them; a window too low has them at the end."""
    hidden = """() => [...document.querySelectorAll("main a, nav a")].filter(link => {
        link.focus();
        const foot = document.querySelector("footer").getBoundingClientRect();
        const box = link.getBoundingClientRect();
        return Math.abs(foot.bottom - innerHeight) > 1 || box.bottom > foot.top || box.top < 0;
    }).map(link => link.textContent)"""
    for size in (PHONE, NARROW, DESK):
        seen(tab, size)
        assert tab.evaluate(hidden) == []
    seen(tab, ZOOMED)
    assert tab.evaluate("getComputedStyle(document.querySelector('footer')).position") == "static"


@EACH
def test_focus_is_seen(tab: Page, name: str) -> None:
    """Every link has an outline when a key has led to it."""
    outline = (
        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth"
    )
    tab.evaluate("document.querySelector('a').focus()")
    for _ in range(3):
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.tagName") == "A"
        assert tab.evaluate(outline) == "solid3px"


@EACH
def test_it_is_dark_where_its_reader_wants_it_dark(tab: Page, name: str) -> None:
    """Grounds follow the reader's choice; a drawing keeps its light ground, even where all colours are the reader's."""
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    drawing = (
        "document.querySelector('figure svg') && getComputedStyle(document.querySelector('figure svg')).backgroundColor"
    )
    for choice, light in (({"color_scheme": "light"}, True), ({"color_scheme": "dark"}, False)):
        tab.emulate_media(**choice)
        assert (luminance(hexadecimal(tab.evaluate(ground))) > 0.5) == light
    tab.emulate_media(color_scheme="dark", forced_colors="active")
    assert tab.evaluate(drawing) == "rgb(255, 255, 255)"


def hexadecimal(colour: str) -> str:
    """Return rgb(1, 2, 3) as #RRGGBB."""
    return "#" + "".join(f"{int(part):02X}" for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


@pytest.mark.parametrize("name", SPOKEN[:-1])
def test_a_line_is_easy_to_find(tab: Page, name: str) -> None:
    """On a desk a full line of running text has on average no more characters than the eye follows."""
    seen(tab, DESK)
    lines = tab.evaluate(
        """() => [...document.querySelectorAll("main p.body")].flatMap(paragraph => {
            const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange();
            const counts = new Map();
            while (nodes.nextNode()) {
                for (let at = 0; at < nodes.currentNode.length; at++) {
                    range.setStart(nodes.currentNode, at); range.setEnd(nodes.currentNode, at + 1);
                    const line = Math.round(range.getBoundingClientRect().bottom / 8);
                    counts.set(line, (counts.get(line) || 0) + 1);
                }
            }
            return [...counts.values()].slice(0, -1);
        })"""
    )
    assert 45 <= sum(lines) / len(lines) <= MOST


@pytest.mark.parametrize("name", ["example-sv", "example-ar"])
def test_it_prints(tab: Page, name: str) -> None:
    """On paper it is black on white, with the numbers at its end alone."""
    tab.emulate_media(color_scheme="dark")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True))]
    own = tab.evaluate("document.querySelector('footer li:last-child a').textContent")
    assert own in pages[-1]
    assert sum(own in each for each in pages) < len(pages) / 2
    tab.emulate_media(media="print", color_scheme="dark")
    colours = tab.evaluate(
        """() => [...document.querySelectorAll("header *, main *, footer *")].filter(
            each => !each.closest("svg") && each.getClientRects().length
        ).map(each => getComputedStyle(each)).flatMap(style => [style.color, style.backgroundColor])"""
    )
    assert set(colours) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert tab.evaluate("getComputedStyle(document.querySelector('footer')).position") == "static"
