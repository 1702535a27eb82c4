"""A chart of a form -> a chart with its data, which whoever edits the slide can change (ISO/IEC 29500-1, 21.2)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

from pptx.chart.data import CategoryChartData
from pptx.opc.constants import CONTENT_TYPE
from pptx.parts.chart import ChartPart as Chart
from pptx.parts.slide import SlidePart

from foraldraskolan.document.form import Bars
from foraldraskolan.document.walk import plain
from foraldraskolan.language import culture_of
from foraldraskolan.layout.colours import MIST, TEAL
from foraldraskolan.layout.page import Rect
from foraldraskolan.office.drawingml import NAMESPACES, Frame, around, fill, xml
from foraldraskolan.office.package import repacked
from foraldraskolan.office.parts import ChartPart, frame_of, style_of
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Line, TextStyle

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_SHOWN = (
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


@record
class _Data:
    """What a chart shows: the name of each bar, its value and that as it is written, None for what is not known."""

    names: tuple[str, ...]
    values: tuple[float | None, ...]
    written: tuple[str, ...]
    whole: float | None

    @property
    def unit(self) -> str:
        """What stands behind most of the values."""
        found = Counter(
            text.removeprefix(number)
            for value, text in zip(self.values, self.written, strict=True)
            for number in _numbers(value)
            if text.startswith(number)
        )
        return found.most_common(1)[0][0] if found else ""

    @property
    def format(self) -> str:
        """The format of the values, so that whoever changes one sees the new one."""
        unit = self.unit.replace('"', "")
        return f'General"{unit}"' if unit else "General"


def frame_of_chart(part: ChartPart) -> Frame:
    """Return the frame that a chart takes."""
    return around(map(frame_of, part.items))


def chart(part: ChartPart, title: str, tag: str, rtl: bool, slide: SlidePart, made: datetime) -> str:
    """Add a chart to the file that a slide is in, and return the key of the slide's relationship to it."""
    bars = part.figure.art
    if not isinstance(bars, Bars):
        raise AssertionError("a chart is of bars")
    data = _data(part, bars)
    table = CategoryChartData(number_format=data.format)  # type: ignore[no-untyped-call]
    table.categories = data.names
    table.add_series(title, data.values)  # type: ignore[no-untyped-call]
    package = slide.package
    name = package.next_partname(Chart.partname_template)
    xml = _xml(part, data, title, tag, rtl).encode("utf-8")
    added = Chart.load(name, CONTENT_TYPE.DML_CHART, package, xml)
    added.chart_workbook.update_from_xlsx_blob(repacked(table.xlsx_blob, made))
    return slide.relate_to(added, RELATION)


def _data(part: ChartPart, bars: Bars) -> _Data:
    names, written = [], []
    for value, (name, text) in zip(bars.values, part.table.rows, strict=True):
        said, shown = plain(name.inlines), plain(text.inlines)
        # A bar that is not there has no label either: what is said of it stands with its name.
        names.append(said if value is not None else f"{said}: {shown}")
        written.append(shown)
    return _Data(tuple(names), bars.values, tuple(written), bars.whole)


def _numbers(value: float | None) -> Sequence[str]:
    """Return how a value may be written, without its unit."""
    return () if value is None else (f"{value:g}", f"{value:g}".replace(".", ","))


def _xml(part: ChartPart, data: _Data, title: str, tag: str, rtl: bool) -> str:
    frame = frame_of_chart(part)
    bars = [frame_of(each) for each in part.items if isinstance(each.item, Rect)]
    plot, thick = (
        _plot(bars, [frame_of(each) for each in part.items if isinstance(each.item, Line)], rtl),
        bars[0].height,
    )
    shown = [index for index, value in enumerate(data.values) if value is not None]
    between = shown[-1] - shown[0]
    apart = (plot.height - thick) / between if between else thick * 1.5
    # Each bar has its share of the plot's height, half of what lies between two above the first.
    top = plot.top - shown[0] * apart - (apart - thick) / 2
    high = apart * len(data.values)
    style = next(style_of(each) for each in part.items if isinstance(each.item, Line))
    full = data.whole or max((value or 0 for value in data.values), default=0) or 1
    text = _text(style, tag)
    last = len(data.names) + 1  # row of the sheet
    own = "".join(
        _label(index, written, style, tag)
        for index, (value, written) in enumerate(zip(data.values, data.written, strict=True))
        if value is not None and not any(written == number + data.unit for number in _numbers(value))
    )
    layout = xml(f"""<c:layout>
        <c:manualLayout>
            <c:layoutTarget val="inner"/>
            <c:xMode val="edge"/>
            <c:yMode val="edge"/>
            <c:x val="{(plot.left - frame.left) / frame.width:.4f}"/>
            <c:y val="{(top - frame.top) / frame.height:.4f}"/>
            <c:w val="{plot.width / frame.width:.4f}"/>
            <c:h val="{high / frame.height:.4f}"/>
        </c:manualLayout>
    </c:layout>""")
    ground = ""
    if data.whole is not None:  # what a bar is a part of
        ground = f"<c:spPr>{fill(MIST)}</c:spPr>"
    return xml(f"""<c:chartSpace xmlns:c="{_CHART}" {NAMESPACES}>
        <c:date1904 val="0"/>
        <c:lang val="{culture_of(tag)}"/>
        <c:roundedCorners val="0"/>
        <c:chart>
            <c:autoTitleDeleted val="1"/>
            <c:plotArea>
                {layout}
                <c:barChart>
                    <c:barDir val="bar"/>
                    <c:grouping val="clustered"/>
                    <c:varyColors val="0"/>
                    <c:ser>
                        <c:idx val="0"/>
                        <c:order val="0"/>
                        <c:tx>{_cells("str", "$B$1", {0: title})}</c:tx>
                        <c:spPr>{fill(TEAL)}</c:spPr>
                        <c:invertIfNegative val="0"/>
                        <c:dLbls>
                            {own}
                            <c:numFmt formatCode="{escape(data.format)}" sourceLinked="0"/>
                            <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>
                            {text}
                            {_SHOWN}
                        </c:dLbls>
                        <c:cat>{_cells("str", f"$A$2:$A${last}", dict(enumerate(data.names)))}</c:cat>
                        <c:val>{_cells("num", f"$B$2:$B${last}", dict(enumerate(data.values)), data.format)}</c:val>
                    </c:ser>
                    <c:gapWidth val="{min(round((apart - thick) / thick * 100), 500)}"/>
                    <c:axId val="1"/>
                    <c:axId val="2"/>
                </c:barChart>
                <c:catAx>
                    <c:axId val="1"/>
                    <c:scaling><c:orientation val="maxMin"/></c:scaling>
                    <c:delete val="0"/>
                    <c:axPos val="{"r" if rtl else "l"}"/>
                    <c:majorTickMark val="none"/>
                    <c:minorTickMark val="none"/>
                    <c:tickLblPos val="nextTo"/>
                    <c:spPr><a:ln><a:noFill/></a:ln></c:spPr>
                    {text}
                    <c:crossAx val="2"/>
                    <c:crosses val="autoZero"/>
                    <c:auto val="0"/>
                    <c:lblAlgn val="ctr"/>
                    <c:lblOffset val="50"/>
                    <c:tickLblSkip val="1"/>
                    <c:noMultiLvlLbl val="0"/>
                </c:catAx>
                <c:valAx>
                    <c:axId val="2"/>
                    <c:scaling>
                        <c:orientation val="{"maxMin" if rtl else "minMax"}"/>
                        <c:max val="{full!r}"/>
                        <c:min val="0"/>
                    </c:scaling>
                    <c:delete val="1"/>
                    <c:axPos val="t"/>
                    <c:majorTickMark val="none"/>
                    <c:minorTickMark val="none"/>
                    <c:tickLblPos val="none"/>
                    <c:crossAx val="1"/>
                    <c:crosses val="autoZero"/>
                </c:valAx>
                {ground}
            </c:plotArea>
            <c:plotVisOnly val="1"/>
            <c:dispBlanksAs val="gap"/>
        </c:chart>
        {text}
    </c:chartSpace>""")


def _plot(bars: Sequence[Frame], lines: Sequence[Frame], rtl: bool) -> Frame:
    """Return where bars are drawn: behind their names, and behind what is said where there is none."""
    whole = around(bars)
    gaps = [line for line in lines if line.left < whole.right and line.right > whole.left]
    if rtl:
        return whole._replace(width=min([each.left for each in gaps] + [whole.right]) - whole.left)
    left = max([each.right for each in gaps] + [whole.left])
    return whole._replace(left=left, width=whole.right - left)


def _cells(kind: str, cells: str, values: Mapping[int, str | float | None], format: str = "") -> str:
    """Return what some cells of a chart's sheet hold; an empty one holds nothing."""
    code = f"<c:formatCode>{escape(format)}</c:formatCode>" if format else ""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape(str(value))}</c:v></c:pt>'
        for index, value in values.items()
        if value is not None
    )
    cache = f'<c:{kind}Cache>{code}<c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache>'
    return f"<c:{kind}Ref><c:f>Sheet1!{cells}</c:f>{cache}</c:{kind}Ref>"


def _label(index: int, written: str, style: TextStyle, tag: str) -> str:
    """Return the label of a bar whose value is not written as the others' are."""
    size, bold = int(style.size * 2) * 50, int(style.weight >= 600)
    look = f'<a:rPr lang="{culture_of(tag)}" sz="{size}" b="{bold}">{fill(style.colour)}</a:rPr>'
    text = f"<a:p><a:r>{look}<a:t>{escape(written)}</a:t></a:r></a:p>"
    rich = f'<c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{text}</c:rich>'
    return f'<c:dLbl><c:idx val="{index}"/><c:tx>{rich}</c:tx>{_SHOWN}</c:dLbl>'


def _text(style: TextStyle, tag: str) -> str:
    size, bold = int(style.size * 2) * 50, int(style.weight >= 600)
    look = f'<a:defRPr sz="{size}" b="{bold}">{fill(style.colour)}</a:defRPr>'
    text = f'<a:p><a:pPr>{look}</a:pPr><a:endParaRPr lang="{culture_of(tag)}"/></a:p>'
    return f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/>{text}</c:txPr>'
