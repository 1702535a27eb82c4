"""A plan -> its file, with comments that explain every line."""

import json

from foraldraskolan.material.plan import Plan
from foraldraskolan.material.weekly import Weekly


def plan_text(plan: Plan) -> str:
    """Return the TOML of a plan; reading it gives back the same plan."""
    meeting = plan.meeting
    lines = [
        "# Planen för ett möte. Text efter # är förklaringar och läses inte av programmet.",
        "",
        *_line("title", _text(meeting.title), "mötets namn"),
        *_line("audience", _text(meeting.audience), "parents (föräldrar), pupils (elever) eller staff (personal)"),
        *_line("date", meeting.date.isoformat(), "år-månad-dag"),
        *_line("start", meeting.start.isoformat(), "när mötet börjar, timmar:minuter:00"),
        *_line("minutes", str(meeting.minutes), "hur länge mötet är"),
        *_line("place", _text(meeting.place), "var mötet är"),
        *_line("host", _text(meeting.host), "vem som bjuder in och svarar på frågor"),
        *_line("interpreted", _flag(meeting.interpreted), "true om en tolk säger allt en gång till: då ryms hälften"),
        *_modules(plan),
        "",
        "[languages]",
        *_line("presentation", _text(plan.presentation), "språket på bilderna"),
        *_line("notes", _text(plan.notes), "språket i talarstödet"),
        *_line("families", _list(plan.families), "språken på det som familjerna får"),
        *_line("fallback", _text(plan.fallback), "till familjer vars språk saknas"),
        *_line("bilingual", _flag(plan.bilingual), "true om svenskan ska stå bredvid"),
        "",
        "[copies]",
        "# Hur många papper som behövs på varje språk.",
        *(f"{_text(tag)} = {count}" for tag, count in plan.copies.items()),
    ]
    for contact in plan.contacts:
        lines += ["", "[[contacts]]", *_line("name", _text(contact.name), "en lokal kontakt")]
        lines += _line("phone", _text(contact.phone), "siffror med mellanslag eller bindestreck")
        if contact.hours:
            lines += _line("hours", _text(contact.hours), "när någon svarar")
    return "\n".join([*lines, "", "[series]", *_weekly(plan.weekly)]) + "\n"


def _weekly(weekly: Weekly) -> list[str]:
    lines = ["# Ett kort brev i veckan om varje del, till familjerna."]
    if weekly.first is None:
        lines.append("# first = 2026-12-10  # dagen för det första brevet; utan raden en vecka efter mötet")
    else:
        lines += _line("first", weekly.first.isoformat(), "dagen för det första brevet")
    days = ", ".join(day.isoformat() for day in weekly.pause)
    return [*lines, *_line("pause", f"[{days}]", "veckodagar då inget brev går ut, till exempel på ett lov")]


def _modules(plan: Plan) -> list[str]:
    if plan.modules is None:
        return ['# modules = ["intro", "help"]  # utan raden väljer programmet det som ryms']
    return _line("modules", _list(plan.modules), "delarna i mötet, i ordning; ta bort raden så väljer programmet")


def _line(key: str, value: str, comment: str) -> list[str]:
    return [f"{key} = {value}  # {comment}"]


def _list(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(_text(text) for text in texts) + "]"


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _text(text: str) -> str:
    # A JSON string is a TOML string, as long as no control character stands in it raw.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
