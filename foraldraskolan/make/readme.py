"""The pack's README.txt: what lies in it, in which language, how many copies, how far each translation is reviewed."""

from collections.abc import Sequence
from gettext import NullTranslations

from foraldraskolan.make.conductor import Made
from foraldraskolan.make.document import Content
from foraldraskolan.make.forms import form_of
from foraldraskolan.material.example import IS_EXAMPLE
from foraldraskolan.material.freshness import grown_old
from foraldraskolan.material.plan import Plan
from foraldraskolan.media.media import MEDIA
from foraldraskolan.problems import Message, message
from foraldraskolan.translation.status import Provenance


def contents(plan: Plan, made: Sequence[Made], content: Content, interface: NullTranslations) -> str:
    """Return the text that says what the pack holds, in the interface's language."""
    meeting = plan.meeting

    def say(words: Message) -> str:
        return words.text(interface)

    lines = [say(IS_EXAMPLE), ""] if meeting.example else []
    lines += [meeting.title, f"{meeting.date:%Y-%m-%d} {meeting.start:%H:%M}, {meeting.place}", ""]
    for each in made:
        order, medium = each.order, MEDIA[each.order.medium]
        *beside, language = (content.languages[tag] for tag in order.languages)
        size = -(-len(each.data) // 1024)
        called = form_of(order).called(medium.title)
        named = [*(each.swedish for each in beside), f"{language.swedish} ({language.native})"]
        lines.append(", ".join([f"{order.file}: {say(called)}", *named]))
        if not each.pages:
            lines.append("    " + say(message("{size} kB", size=size)))
            continue
        lines.append("    " + say(message("{pages} sidor, {size} kB", pages=each.pages, size=size)))
        if medium.format == "booklet":
            lines.append("    " + say(message("Skriv ut på båda sidor, vänd längs kortsidan. Vik arken på mitten.")))
        copies = plan.copies.get(order.language) if medium.copied else None
        if copies is not None:
            lines.append("    " + say(message("Skriv ut {copies} exemplar.", copies=copies)))
        if medium.languages == "interpreters":
            lines.append("    " + say(message("Skriv ut ett exemplar till varje tolk, och skicka det före mötet.")))
        lines.extend("    " + say(words) for words in trust_in_words(each.trust))
    old = grown_old(content.library, meeting.date)
    if old:
        lines.extend(["", say(message("Kontrollera före mötet:"))])
        lines.extend(f"    {say(problem.message)}" for problem in old)
    return "\n".join([*lines, ""])


def trust_in_words(trust: Provenance) -> list[Message]:
    """Return how far a translation can be trusted as sentences: how many texts are in each state but the best."""
    if trust.least == "source":
        return []
    counts = trust.states
    told: list[Message] = []
    if counts.get("missing"):
        what = message(
            "{count} texter är inte översatta och står på svenska: {percent} % av orden.",
            count=counts["missing"],
            percent=trust.in_swedish,
        )
        told.append(what)
    if counts.get("stale"):
        told.append(message("{count} översättningar är äldre än den svenska texten.", count=counts["stale"]))
    if counts.get("draft"):
        told.append(message("{count} översättningar är utkast som ingen har granskat.", count=counts["draft"]))
    if trust.least == "reviewed":
        names = ", ".join(reviewer.name for reviewer in trust.reviewers)
        told.append(message("Översättningen är granskad av {names}.", names=names))
    return told
