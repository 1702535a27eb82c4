"""Markdown -> inlines and blocks, in a strict dialect; the only importer of markdown-it.

The dialect is CommonMark's paragraphs, flat lists, **strong**, *emphasis*, [links](https://…), hard line breaks and
backslash escapes; headings of level 2 and 3; pipe tables and check lists; and three constructs of our own: the source
mark [^1], the field {phone:larmnumret} and the foreign word {sv:socialtjänst}. All else is a problem, so that no text
is printed in another way than its author meant. Source marks are taken out before a text is read, and come after it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from foraldraskolan.document.form import Heading, List, Paragraph, Table
from foraldraskolan.document.inlines import Emphasis, Field, Foreign, Inline, LineBreak, Link, Strong, Text
from foraldraskolan.document.marks import split_marks, with_marks
from foraldraskolan.document.meaning import Block
from foraldraskolan.document.prose import Prose
from foraldraskolan.limits import NESTING
from foraldraskolan.material.source_text import hidden, too_long, too_much
from foraldraskolan.problems import Message, Place, Problem, collect, did_you_mean, message, raise_found

MEETING_FIELDS = ("title", "date", "start", "end", "place", "host")

# A backslash with its character, a hard line break, or white space; the no-break space is a letter here.
_FOLD = re.compile(r"(?P<escape>\\[^\n])|(?P<hard> {2,}\n[ \t\n]*|[ \t\n]*\\\n[ \t\n]*)|[ \t\n]+")
_UNEVEN = re.compile(r"[\t\n\\]|  ")  # what a text has if folding changes anything inside it
_MARK = re.compile(r"[\\`*_{}\[\]<&]")  # what may begin anything that is not plain text
_FIELD = re.compile(r"\{([^{}]*)\}")
_STARS = re.compile(r"\*+")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}")
_LABEL_NAME = re.compile(r"[a-z_]+")
_URL = re.compile(r"(https://|mailto:|tel:)\S")
_TICK_BOX = re.compile(r"\[([ xX])\](?:\s+|$)")
_CELL_BORDER = re.compile(r"(?<!\\)\|")

_NOT_HERE: dict[str, Message] = {
    "autolink": message("En webbadress inom < och > ingår inte i materialets Markdown."),
    "blockquote": message("Citatblock (rader som börjar med >) ingår inte i materialets Markdown."),
    "code_block": message("Rader med fyra blanksteg först ingår inte i materialets Markdown."),
    "code_inline": message("Kod inom ` ingår inte i materialets Markdown."),
    "fence": message("Kodblock ingår inte i materialets Markdown."),
    "hr": message("Ett streck (---) hör bara hemma i en ::: slide, där bilden får delas."),
    "html_block": message("HTML ingår inte i materialets Markdown."),
    "html_inline": message("HTML ingår inte i materialets Markdown."),
    "image": message("Bilder ingår inte i materialets Markdown."),
}
_DIALECT = message(
    "Det som finns: stycken, rubriker (## och ###), listor (-, 1. och - [ ]), tabeller, **viktigt**, *betonat*, "
    "[länk](https://…), källa [^1], fält som {{meeting:date}} och rutor med :::."
)

_LONE_STAR = message(
    "Skriv **viktigt** eller *betonat*, lika många stjärnor före som efter, utan blanksteg innanför. Skriv \\* om "
    "tecknet självt ska stå där."
)


def _brace(state: StateInline, silent: bool) -> bool:
    """Take a field from its { to its }, or a brace alone."""
    if state.src[state.pos] not in "{}":
        return False
    match = _FIELD.match(state.src, state.pos, state.posMax)
    if not silent:
        token = state.push("field" if match else "brace", "", 0)
        token.content = match[1] if match else state.src[state.pos]
    state.pos = match.end() if match else state.pos + 1
    return True


def _stars(state: StateInline, silent: bool) -> bool:
    """Take stars as marks of emphasis that open before anything but white space and close behind it.

    CommonMark takes them as they stand between a letter and a punctuation mark: it sees no emphasis in `و**(تنبيه)**`.
    """
    marks = _STARS.match(state.src, state.pos, state.posMax)
    if silent or not marks:
        return False
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[marks.end()] if marks.end() < state.posMax else " "
    for star in marks[0]:
        state.push("text", "", 0).content = star
        at = len(state.tokens) - 1
        state.delimiters.append(
            Delimiter(ord(star), len(marks[0]), at, -1, open=not after.isspace(), close=not before.isspace())
        )
    state.pos = marks.end()
    return True


def _parser() -> MarkdownIt:
    """Return markdown-it with our inline constructs, keeping apart what stood escaped from what did not."""
    parser = MarkdownIt("commonmark").enable("table").disable(["lheading", "reference", "text_join"])
    parser.inline.ruler.before("link", "brace", _brace)
    return parser


def _generous() -> MarkdownIt:
    """Return the parser of a text in which CommonMark finds stars that are no marks."""
    parser = _parser()
    parser.inline.ruler.before("emphasis", "stars", _stars)
    return parser


_INLINES = _parser()
_GENEROUS = _generous()
_BLOCKS = _parser().disable("inline")


@lru_cache(maxsize=8192)  # a translation is read once for all the sheets that it stands on
def parse_inlines(source: str, language: str, place: Place, *, label: bool = False) -> tuple[Inline, ...]:
    """Return the inlines of one text in this language; raise ProblemsFound at what is not of the dialect.

    A label may hold fields with names of its own, such as {page}.
    """
    # markdown-it has a reading of its own of some hidden characters, and takes long over long texts.
    raise_found([*hidden(source, place), *too_long(source, place)])
    folded = fold(source)
    if not _MARK.search(folded):  # as most texts are
        return (Text(folded),) if folded else ()
    problems: list[Problem] = []
    tokens = _INLINES.parseInline(folded)[0].children or []
    if any("*" in token.content for token in tokens if token.type == "text"):
        tokens = _GENEROUS.parseInline(folded)[0].children or []
    inlines = _InlineReader(language, place, label, problems).read(tokens)
    raise_found(problems)
    return inlines


def parse_prose(source: str, language: str, place: Place) -> Prose:
    """Return one translatable text; raise ProblemsFound at what is not of the dialect."""
    text, marks = split_marks(fold(unicodedata.normalize("NFC", source)))
    return Prose(with_marks(parse_inlines(text, language, place), marks), language, text, place=place)


def parse_blocks(source: str, language: str, place: Place, problems: list[Problem]) -> tuple[Block, ...]:
    """Return the blocks of a text without ::: boxes; add what is not of the dialect to the problems.

    The place is that of the text's first line.
    """
    lines = source.split("\n")
    if too_long := too_much(lines, place):
        problems += too_long
        return ()
    reader = _BlockReader(lines, language, place, problems)
    blocks = [reader.block(node) for node in SyntaxTreeNode(_BLOCKS.parse(source)).children]
    return tuple(block for block in blocks if block is not None)


def fold(source: str) -> str:
    """Return the text with white space as single spaces and each hard line break as a backslash and a newline."""

    def folded(match: re.Match[str]) -> str:
        if match["escape"]:
            return match["escape"]
        return "\\\n" if match["hard"] else " "

    stripped = source.strip(" \t\n")
    return _FOLD.sub(folded, stripped) if _UNEVEN.search(stripped) else stripped


class _InlineReader:
    """Turns the inline tokens of one text into inlines."""

    def __init__(self, language: str, place: Place, label: bool, problems: list[Problem]) -> None:
        self.language = language
        self.place = place
        self.label = label
        self.problems = problems

    def report(self, what: Message, hint: Message | None) -> None:
        self.problems.append(Problem(what, hint, self.place))

    def read(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        """Return the inlines; markdown-it nests its tokens rightly, so each close belongs to the last open."""
        levels: list[list[Inline]] = [[]]
        opened: list[Token] = []
        for token in tokens:
            if token.nesting == 1:
                opened.append(token)
                levels.append([])
                if len(opened) > NESTING:
                    what = message("Här ligger för mycket inuti vartannat.")
                    self.report(what, message("Högst {most} nivåer är tillåtna.", most=NESTING))
                    return ()
            elif token.nesting == -1:
                below = tuple(levels.pop())
                levels[-1].append(self.span(opened.pop(), below))
            else:
                _append(levels[-1], self.leaf(token))
        return tuple(levels[0])

    def span(self, token: Token, below: tuple[Inline, ...]) -> Inline:
        match token.type:
            case "strong_open" | "em_open":
                if "_" in token.markup:
                    self.report(message("Betoning skrivs med * här, inte med _."), _DIALECT)
                return Strong(below) if token.type == "strong_open" else Emphasis(below)
            case _:
                return self.link(token, below)

    def link(self, token: Token, below: tuple[Inline, ...]) -> Link:
        url = str(token.attrGet("href") or "")
        if token.markup == "autolink":
            self.report(_NOT_HERE["autolink"], message("Skriv [text]({url}).", url=url))
        elif not _URL.match(url):
            self.report(
                message("Länken {url} går inte att använda.", url=url or "()"),
                message("En länk börjar med https://, mailto: eller tel:."),
            )
        if not below:
            self.report(
                message("Länken till {url} har ingen text.", url=url),
                message("Skriv [vart den leder]({url}).", url=url),
            )
        if token.attrGet("title") is not None:
            self.report(message("En länk har bara text och adress här, ingen titel."), None)
        return Link(url, below)

    def leaf(self, token: Token) -> Inline:
        match token.type:
            case "text":
                return self.text(token.content)
            case "text_special":
                if token.info == "entity":
                    self.report(
                        message(
                            "Skriv tecknet {character} som det är, inte {entity}.",
                            character=token.content,
                            entity=token.markup,
                        ),
                        None,
                    )
                return Text(token.content)
            case "hardbreak":
                return LineBreak()
            case "field":
                return self.field(token.content)
            case "brace":
                self.report(
                    message("Tecknet {character} hör till ett fält som inte är helt.", character=token.content),
                    _itself(token.content),
                )
            case kind:
                self.report(_NOT_HERE[kind], _DIALECT)
        return Text(token.content)

    def text(self, content: str) -> Text:
        for character in "*[]":
            if character in content:
                what = message("Tecknet {character} står ensamt.", character=character)
                self.report(what, _LONE_STAR if character == "*" else _itself(character))
        return Text(content)

    def field(self, content: str) -> Inline:
        kind, colon, key = content.partition(":")
        if not colon and self.label and _LABEL_NAME.fullmatch(kind):
            return Field("label", kind)
        if not key.strip():
            self.report(
                message("Fältet {{{field}}} är inte helt.", field=content),
                message("Ett fält skrivs som {{meeting:date}}. Skriv \\{{ om tecknet självt ska stå där."),
            )
            return Text(content)
        match kind:
            case "phone" | "fact":
                return Field(kind, key)
            case "meeting":
                if key not in MEETING_FIELDS:
                    self.report(message("Mötet har inget som heter {key}.", key=key), did_you_mean(key, MEETING_FIELDS))
                return Field(kind, key)
        if _LANGUAGE_TAG.fullmatch(kind):
            return self.foreign(kind, key)
        self.report(
            message("Fältet {{{field}}} finns inte.", field=content), did_you_mean(kind, ("phone", "fact", "meeting"))
        )
        return Text(content)

    def foreign(self, language: str, words: str) -> Foreign:
        if language == self.language:
            self.report(
                message("Texten är redan på språket {language}.", language=language),
                message("Skriv orden utan klamrar: {words}.", words=words),
            )
        return Foreign(language, (Text(words),))


def _itself(character: str) -> Message:
    return message("Skriv \\{character} om tecknet självt ska stå där.", character=character)


def _append(inlines: list[Inline], inline: Inline) -> None:
    """Append an inline; text goes on in the text before it, and an empty one (before emphasis) is none."""
    if isinstance(inline, Text) and not inline.text:
        return
    if isinstance(inline, Text) and inlines and isinstance(last := inlines[-1], Text):
        inlines[-1] = replace(last, text=last.text + inline.text)
    else:
        inlines.append(inline)


class _BlockReader:
    """Turns markdown-it's block nodes into blocks."""

    def __init__(self, lines: Sequence[str], language: str, place: Place, problems: list[Problem]) -> None:
        self.lines = lines
        self.language = language
        self.start = place
        self.problems = problems

    def place(self, node: SyntaxTreeNode) -> Place:
        first = self.start.line or 1
        return Place(self.start.file, first + (node.map[0] if node.map else 0))

    def report(self, node: SyntaxTreeNode, what: Message, hint: Message | None = None) -> None:
        self.problems.append(Problem(what, hint, self.place(node)))

    def prose(self, node: SyntaxTreeNode) -> Prose:
        """Return the text of a node that holds one inline node."""
        inline = node.children[0]
        return self.parsed(inline.content, self.place(inline))

    def parsed(self, source: str, place: Place) -> Prose:
        prose = collect(self.problems, lambda: parse_prose(source, self.language, place))
        return prose or Prose((), self.language, place=place)

    def block(self, node: SyntaxTreeNode) -> Block | None:
        match node.type:
            case "paragraph":
                return self.paragraph(node)
            case "heading":
                return self.heading(node)
            case "bullet_list":
                return self.bullet_list(node)
            case "ordered_list":
                return self.numbered_list(node)
            case "table":
                return self.table(node)
            case kind:
                self.report(node, _NOT_HERE[kind], _DIALECT)
                return None

    def paragraph(self, node: SyntaxTreeNode) -> Paragraph:
        if node.children[0].content.startswith("|"):
            self.report(
                node,
                message("Tabellen är inte hel."),
                message("Den första raden är tabellens huvud, den andra |---|---| med lika många spalter."),
            )
        return Paragraph(self.prose(node))

    def heading(self, node: SyntaxTreeNode) -> Heading:
        level = len(node.markup)
        if level == 1:
            self.report(
                node,
                message("Rubriken med ett # är filens titel."),
                message("Skriv ## här, och titeln överst i filen."),
            )
        elif level > 3:
            self.report(node, message("Rubriker har två nivåer."), message("Skriv ## eller ###."))
        text = self.prose(node)
        if not text.source:
            self.report(node, message("Rubriken har ingen text."))
        return Heading(level, text)

    def items(self, node: SyntaxTreeNode) -> list[tuple[str, Place]]:
        """Return the source and place of each item of a flat list."""
        items: list[tuple[str, Place]] = []
        for item in node.children:
            match item.children:
                case [paragraph] if paragraph.type == "paragraph":
                    items.append((paragraph.children[0].content, self.place(paragraph)))
                case []:
                    self.report(item, message("En punkt i listan är tom."))
                case children:
                    wrong = next((each for each in children if each.type != "paragraph"), children[-1])
                    self.report(
                        wrong,
                        message("En punkt i en lista är ett enda stycke, utan listor i listan."),
                        message("Dela upp listan, eller skriv ett stycke före en ny lista."),
                    )
        return items

    def bullet_list(self, node: SyntaxTreeNode) -> List:
        if node.markup != "-":
            self.report(node, message("En punktlista skrivs med -, inte med {mark}.", mark=node.markup))
        items = self.items(node)
        boxes = [_TICK_BOX.match(source) for source, _ in items]
        if not any(boxes):
            return List("bullet", tuple(self.parsed(source, place) for source, place in items))
        if not all(boxes):
            self.report(
                node,
                message("Listan har både kryssrutor och andra punkter."),
                message("Skriv - [ ] på alla rader, eller på ingen."),
            )
        texts: list[Prose] = []
        for (source, place), box in zip(items, boxes, strict=True):
            text = source[box.end() :] if box else source
            if box and box[1] != " ":
                self.problems.append(
                    Problem(message("Kryssrutan är redan ikryssad."), message("Skriv - [ ] med ett blanksteg."), place)
                )
            if not text:
                self.problems.append(Problem(message("En punkt i listan är tom."), place=place))
            texts.append(self.parsed(text, place))
        return List("tick", tuple(texts))

    def numbered_list(self, node: SyntaxTreeNode) -> List:
        if node.markup != ".":
            self.report(node, message("En numrerad lista skrivs med punkt: 1. och 2."))
        if "start" in node.attrs:
            self.report(
                node,
                message("En numrerad lista börjar med 1."),
                message("Håll ihop listan: inget får stå mellan punkterna."),
            )
        return List("number", tuple(self.parsed(source, place) for source, place in self.items(node)))

    def table(self, node: SyntaxTreeNode) -> Table:
        head, *bodies = node.children
        rows = [row for body in bodies for row in body.children]
        columns = len(head.children[0].children)
        if any("style" in cell.attrs for cell in head.children[0].children):
            self.report(node, message("Tabellens spalter kan inte justeras med : i raden |---|."))
        if not rows:
            self.report(node, message("Tabellen har inga rader under huvudet."))
        for row in rows:
            # markdown-it fills up short rows and cuts long ones without a word.
            line = self.lines[row.map[0] if row.map else 0].strip().removeprefix("|")
            cells = len(_CELL_BORDER.split(line.removesuffix("|")))
            if cells != columns:
                self.report(
                    row,
                    message("Raden har {cells} celler, men huvudet har {columns}.", cells=cells, columns=columns),
                    message("Skriv \\| om tecknet | ska stå i en cell."),
                )
        texts = tuple(self.prose(cell) for cell in head.children[0].children)
        if not all(text.source for text in texts):
            self.report(node, message("En cell i tabellens huvud är tom."))
        return Table(texts, tuple(tuple(self.prose(cell) for cell in row.children) for row in rows))
