"""A plan -> its file, with comments that explain every line."""

from foraldraskolan.material.plan import Plan
from foraldraskolan.material.weekly import Weekly
from foraldraskolan.toml_syntax import shown

_INTERPRETED = (
    "true om det tolkas: då ryms hälften, och varje tolk får ett papper; med två språk i tur och ordning, "
    '["ar", "so"], en tredjedel'
)


def plan_text(plan: Plan) -> str:
    """Return the TOML of a plan; reading it gives back the same plan."""
    meeting = plan.meeting
    lines = [
        "# Planen för ett möte. Text efter # är förklaringar och läses inte av programmet.",
        "",
        _line("title", meeting.title, "mötets namn"),
        _line("audience", meeting.audience, "parents (föräldrar), pupils (elever) eller staff (personal)"),
        _line("date", meeting.date, "år-månad-dag"),
        _line("start", meeting.start, "när mötet börjar, timmar:minuter:00"),
        _line("minutes", meeting.minutes, "hur länge mötet är"),
        _line("place", meeting.place, "var mötet är"),
        _line("host", meeting.host, "vem som bjuder in och svarar på frågor"),
        _line("interpreted", meeting.interpreted, _INTERPRETED),
        _sent(plan),
        _link(meeting.link),
        _modules(plan),
        _line("powerpoint", plan.powerpoint, "true om bilderna också ska gå att ändra i PowerPoint"),
        "",
        *_school(plan),
        "",
        "[languages]",
        _line("presentation", plan.presentation, "språket på bilderna"),
        _line("notes", plan.notes, "språket i talarstödet"),
        _line("families", plan.families, "språken på det som familjerna får"),
        _line("fallback", plan.fallback, "till familjer vars språk saknas"),
        _line("bilingual", plan.bilingual, "true om svenskan ska stå bredvid"),
        "",
        "[copies]",
        "# Hur många papper som behövs på varje språk.",
        *(f"{_written(tag)} = {count}" for tag, count in plan.copies.items()),
    ]
    for contact in plan.contacts:
        lines += ["", "[[contacts]]", _line("name", contact.name, "en lokal kontakt")]
        lines.append(_line("phone", contact.phone, "siffror med mellanslag eller bindestreck"))
        if contact.hours:
            lines.append(_line("hours", contact.hours, "när någon svarar"))
    return "\n".join([*lines, "", "[series]", *_weekly(plan.weekly)]) + "\n"


def _weekly(weekly: Weekly) -> list[str]:
    first = "# first = 2026-12-10  # dagen för det första brevet; utan raden en vecka efter mötet"
    if weekly.first is not None:
        first = _line("first", weekly.first, "dagen för det första brevet")
    pause = _line("pause", weekly.pause, "veckodagar då inget brev går ut, till exempel på ett lov")
    return ["# Ett kort brev i veckan om varje del, till familjerna.", first, pause]


def _modules(plan: Plan) -> str:
    if plan.modules is None:
        return '# modules = ["intro", "help"]  # utan raden väljer programmet det som ryms'
    return _line("modules", plan.modules, "delarna i mötet, i ordning; ta bort raden så väljer programmet")


def _sent(plan: Plan) -> str:
    comment = "dagen som står på inbjudan"
    if plan.meeting.sent is None:
        return f"# sent = 2026-11-12  # {comment}; utan raden står ingen"
    return _line("sent", plan.meeting.sent, comment)


def _school(plan: Plan) -> list[str]:
    name, unit = "skolan som inbjudan kommer från; utan raden kommer den från host", "vilka på skolan"
    logo = '# logo = "logotyp.svg"  # skolans logotyp, SVG eller PNG, i samma mapp som planen'
    school = plan.meeting.school
    if school is None:
        return ["[school]", f'# name = "Björkskolan"  # {name}', f'# unit = "Elevhälsan"  # {unit}', logo]
    lines = ["[school]", _line("name", school.name, name)]
    lines += [_line("unit", school.unit, unit)] if school.unit else []
    return [*lines, _line("logo", school.file, "SVG eller PNG, i samma mapp som planen") if school.file else logo]


def _link(link: str) -> str:
    if not link:
        return '# link = "https://www.skolan.se/mote"  # där papperen finns att läsa: blir en QR-kod på bladet'
    return _line("link", link, "där papperen finns att läsa: blir en QR-kod på bladet")


def _line(key: str, value: object, comment: str) -> str:
    return f"{key} = {_written(value)}  # {comment}"


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_written, value)) + "]"
    return shown(value).replace("\x7f", "\\u007f")  # the one control character that JSON, and so `shown`, leaves raw
