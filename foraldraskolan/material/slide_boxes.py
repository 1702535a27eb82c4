"""The boxes of a module that become slides: their kinds, and the keys that stand first in them.

::: slide Titeln är en mening         points, or pictures if there is no list
picture: pupil-wide, pupil-normal     drawings of pictures.toml, one beside points, one to three without
::: number-slide {fact:…} av 100 …    the fact that the title names, as so many of a hundred dots
::: myth-slide Det här stämmer        what is true; the key false: or true: has what people say
::: act-slide Ring {phone:…} om       danger: the number of the title large, the reasons beside it
"""

import re
from collections.abc import Mapping

from foraldraskolan.document.form import List, Table
from foraldraskolan.document.inlines import Field, Text
from foraldraskolan.document.meaning import Block, Claim, Pictures, Share, SlideKind
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE
from foraldraskolan.material.boxes import Box
from foraldraskolan.material.markdown import parse_prose
from foraldraskolan.material.prose import untranslated
from foraldraskolan.material.record_blocks import picture
from foraldraskolan.material.records import Records
from foraldraskolan.problems import Place, Problem, collect, did_you_mean, message
from foraldraskolan.record import record

SLIDES: Mapping[str, SlideKind] = {
    "slide": "points",
    "act-slide": "act",
    "number-slide": "number",
    "myth-slide": "myth",
}
_KEYS: Mapping[str, tuple[str, ...]] = {
    "slide": ("picture",),
    "act-slide": ("picture",),
    "number-slide": (),
    "myth-slide": ("true", "false"),
}
_EVERY_KEY = tuple(dict.fromkeys(key for keys in _KEYS.values() for key in keys))
_KEY = re.compile(r"([a-z][a-z-]*):[ \t]*(.*)")
_MOST_PICTURES = 3
_OF_A_HUNDRED = re.compile(r" (?:av|på|procent av) (?:100|hundra)\b")
_HUNDRED = 100


@record
class Key:
    """One line at the top of a slide's box: what it is called, what it says, and where."""

    name: str
    value: str
    place: Place


def keys_of(box: Box, problems: list[Problem]) -> tuple[list[Key], str, Place]:
    """Return the keys of a slide, and its text below them with the place of its first line."""
    known = _KEYS[box.kind]
    lines = box.text.split("\n")
    first = box.text_place.line or 1
    found: list[Key] = []
    while len(found) < len(lines) and (match := _KEY.fullmatch(lines[len(found)].strip())):
        place = Place(box.text_place.file, first + len(found))
        found.append(Key(match[1], match[2].strip(), place))
    for key in found:
        if key.name not in known:
            what = message("{key}: hör inte hemma i ::: {kind}.", key=key.name, kind=box.kind)
            problems.append(Problem(what, did_you_mean(key.name, known or _EVERY_KEY), key.place))
        elif not key.value:
            problems.append(Problem(message("Efter {key}: står inget.", key=key.name), place=key.place))
    rest = "\n".join(lines[len(found) :])
    return (
        [key for key in found if key.name in known and key.value],
        rest,
        Place(box.text_place.file, first + len(found)),
    )


def shown_by(
    box: Box, title: Prose, keys: list[Key], blocks: tuple[Block, ...], records: Records, problems: list[Problem]
) -> tuple[SlideKind, Pictures | Share | Claim | None]:
    """Return what kind of slide a box is, and what it shows beside its words; add what is wrong to the problems."""
    match box.kind:
        case "number-slide":
            return "number", _share(box, title, records, problems)
        case "myth-slide":
            return "myth", _claim(box, keys, problems)
    pictures = _pictures(keys, records, problems)
    if box.kind == "act-slide":
        if not _fields(title, "phone"):
            what = message("Titeln säger inte vilket nummer man ska ringa.")
            problems.append(Problem(what, message("Skriv ::: act-slide Ring {{phone:larmnumret}} om …"), box.place))
        most = 1
    else:
        most = 1 if any(isinstance(block, List | Table) for block in blocks) else _MOST_PICTURES
    if pictures and len(pictures.pictures) > most:
        what = message(
            "Bilden har {count} teckningar; den får ha högst {most}.", count=len(pictures.pictures), most=most
        )
        hint = message("Bredvid punkter ryms en, utan punkter tre.")
        problems.append(Problem(what, hint, keys[0].place))
    if box.kind == "act-slide":
        return "act", pictures
    return ("picture" if pictures and most > 1 else "points"), pictures


def _pictures(keys: list[Key], records: Records, problems: list[Problem]) -> Pictures | None:
    found = []
    for key in keys:
        for name in (each.strip() for each in key.value.split(",")):
            if name in records.drawings:
                found.append(picture(records.drawings[name]))
            else:
                what = message("Bilden {name} finns inte.", name=name)
                problems.append(Problem(what, did_you_mean(name, records.drawings), key.place))
    return Pictures(tuple(found)) if found else None


def _claim(box: Box, keys: list[Key], problems: list[Problem]) -> Claim | None:
    if not box.argument:
        what = message("Rutan ::: myth-slide saknar det som är sant.")  # a section's title would stand for it
        problems.append(Problem(what, message("Skriv det som en mening efter ::: myth-slide."), box.place))
    if len(keys) != 1:
        what = message("Rutan ::: myth-slide har ett påstående, som är sant eller falskt.")
        problems.append(Problem(what, message("Skriv false: eller true: och påståendet på raden under."), box.place))
        return None
    (key,) = keys
    text = collect(problems, lambda: parse_prose(key.value, SOURCE, key.place))
    return Claim(text, key.name == "true") if text else None


def _share(box: Box, title: Prose, records: Records, problems: list[Problem]) -> Share | None:
    """Return the figure that a title names first, if it is so many of a hundred and the title says so."""
    names = _fields(title, "fact")
    if not names:
        what = message("Titeln har ingen siffra ur facts.toml.")
        hint = message("Skriv ::: number-slide {{fact:…}} av 100 …, med siffrans namn.")
        problems.append(Problem(what, hint, box.place))
        return None
    value, unit, source = _figure(names[0], records)
    if value is None:
        return None  # told where all fields are
    if not (isinstance(value, int) or float(value).is_integer()) or not 0 <= value <= _HUNDRED:
        what = message("Siffran {name} är inget helt tal mellan 0 och 100.", name=names[0])
        problems.append(Problem(what, message("Prickarna är hundra."), box.place))
        return None
    if unit != "percent" and not _OF_A_HUNDRED.search(_after_first_field(title)):
        what = message("Titeln säger inte att siffran är av hundra.")
        hint = message("Skriv {{fact:{name}}} av 100 i titeln, om det är det som siffran säger.", name=names[0])
        problems.append(Problem(what, hint, box.place))
        return None
    return Share(int(value), untranslated(Text(source)))


def _figure(name: str, records: Records) -> tuple[int | float | None, str, str]:
    """Return the value that a field names, its unit, and its source in short; no value if there is none."""
    if name in records.facts:
        fact = records.facts[name]
        return fact.value, fact.unit, _source(fact.source, records)
    id, _, label = name.partition("/")
    if id in records.series:
        series = records.series[id]
        for point in series.points:
            if point.label.source == label:
                return point.value, series.unit, _source(series.source, records)
    return None, "", ""


def _source(id: str, records: Records) -> str:
    """Return who says it and where, the publisher once, as the list of sources does."""
    source = records.sources.get(id)
    if source is None:
        return ""
    named = source.title if source.title.startswith(source.publisher) else f"{source.publisher}: {source.title}"
    return f"{named} ({source.published})" if source.published and source.published[:4] not in source.title else named


def _fields(title: Prose, kind: str) -> list[str]:
    return [inline.key for inline in title.inlines if isinstance(inline, Field) and inline.kind == kind]


def _after_first_field(title: Prose) -> str:
    """Return what a title says after its first field for a fact."""
    index = next(i for i, inline in enumerate(title.inlines) if isinstance(inline, Field) and inline.kind == "fact")
    return plain(title.inlines[index + 1 :])[:12] if title.inlines[index + 1 :] else ""
