"""Pages, `translations status` and `check` never disagree on how far a text can be trusted."""

import io
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.cli import run
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.prose import Prose, State, worst
from foraldraskolan.document.walk import plain, proses
from foraldraskolan.make.document import Content
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.po import write_po
from foraldraskolan.translation.review import SignOff, sign_off_toml, signature
from foraldraskolan.translation.status import status, whole
from foraldraskolan.translation.translatable import translatable, vital
from tests.support.orders import FOLDERS, content, edition, plan

MATERIALS = FOLDERS["stress"].materials
TEXTS = translatable(content("stress").library, MATERIALS)
PLAN = replace(plan("stress"), modules=("hard", "states"))
NOTE = LABELS["note_stale"]
LANGUAGES = '[sv]\nnative = "svenska"\nswedish = "svenska"\n\n[so]\nnative = "Soomaali"\nswedish = "somaliska"\n'
# What may have become of a text, and what every page, count and check then says; "stale" holds for no vital text.
ALLOWED: Mapping[str, set[State]] = {
    "untranslated": {"missing"},
    "draft": {"draft"},
    "signed": {"reviewed"},
    "signed, then changed": {"draft"},
    "guess": {"missing"},
    "guess from another text": {"missing"},
    "reworded": {"stale", "missing"},
    "denied": {"missing"},
    "another number": {"missing"},
}


def entry(source: str, kind: str, other: str) -> Entry:
    """Return a translation, word for word as its source, after such a fate."""
    previous = {
        "guess from another text": other,
        "reworded": f"nog {source}",
        "denied": f"nog inte {source}",
        "another number": f"nog 7 {source}",
    }.get(kind, "")
    stale = bool(previous) or kind == "guess"
    return Entry(source, "" if kind == "untranslated" else source, stale, previous)


@contextmanager
def translated(fates: Mapping[str, str]) -> Iterator[Content]:
    """Give the made-up material with a Somali translation of which each text has had its fate."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for domain, texts in TEXTS.items():
            sources = [text.source for text in texts]
            others = dict(zip(sources, sources[1:] + sources[:1], strict=True))
            entries = {
                text.source: replace(
                    entry(text.source, fates[text.source], others[text.source]),
                    comments=text.comments,
                    files=text.files,
                )
                for text in texts
            }
            write_po(Catalog("so", entries, file=folder / "so" / f"{domain}.po"))
        signed = [signature(source, source) for source, kind in fates.items() if kind == "signed"]
        signed += [signature(source, f"{source}!") for source, kind in fates.items() if kind == "signed, then changed"]
        if signed:
            hodan = SignOff("Hodan", "Asha", date(2025, 12, 1))
            review = "".join(sign_off_toml(domain, hodan, signed) for domain in TEXTS)
            (folder / "so" / "review.toml").write_text(review, encoding="utf-8")
        for table in ("glossary.csv", "false_friends.csv"):
            (folder / table).write_bytes((FOLDERS["example"].translations / table).read_bytes())
        (folder / "languages.toml").write_text(LANGUAGES, encoding="utf-8")
        yield Content.read(Project(MATERIALS, folder))


def said_by_check(translations: Path) -> str:
    """Return the line of `check` that counts the Somali texts."""
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(io.StringIO()):
        run(["--interface", "sv", "--materials", str(MATERIALS), "--translations", str(translations), "check"])
    return next(line for line in told.getvalue().splitlines() if line.startswith("somaliska"))


def shown(content: Content, medium: str) -> tuple[list[Prose], Mapping[State, int]]:
    """Return the translatable texts that a medium shows in Somali, and how many it says to be in each state."""
    found = edition(medium, PLAN, "so", content)
    form, trust = found.form, found.trust
    texts = (form.title, *(prose for _, prose in proses(form)))
    return [text for text in texts if text.source and text.inlines], trust.states


def test_what_is_vital_elsewhere_is_vital_here() -> None:
    """No old translation stands for words that are vital in a module which is not read for this meeting."""
    with translated({text.source: "reworded" for texts in TEXTS.values() for text in texts}) as whole:
        part = Content.read(whole.project, ["states"])
        assert vital({id: TEXTS[id] for id in part.library.unread})
        for domain, text in _texts(TEXTS):
            assert part.translations("so").state(domain, text.source) == whole.translations("so").state(
                domain, text.source
            )


@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_page_count_and_check_agree(seed: int) -> None:
    """Whatever becomes of the texts, a page, a count and the check say the same, and it is what became of them."""
    chance = random.Random(seed)
    sources = dict.fromkeys(text.source for texts in TEXTS.values() for text in texts)
    fates = {source: chance.choice(list(ALLOWED)) for source in sources}
    with translated(fates) as changed:
        translations = changed.translations("so")
        counts = sum((Counter(each.texts) for each in status(translations, TEXTS).values()), Counter())
        states = [translations.state(domain, text.source) for domain, text in _texts(TEXTS)]
        assert Counter(states) == counts
        of = {text.source: state for (_, text), state in zip(_texts(TEXTS), states, strict=True)}
        grave = vital(TEXTS)
        for source, state in of.items():
            assert state in ALLOWED[fates[source]] - ({"stale"} if source in grave else set())
        for medium in ("handout", "checklist"):
            texts, said = shown(changed, medium)
            # A label with a text in it is no better than that; all other texts are as they are counted.
            assert all(worst([text.state, of[text.source]]) == text.state for text in texts)
            own = [text for text in texts if text.source not in LABELS.values()]
            assert all(text.state == of[text.source] for text in own)
            assert all((text.language == "sv") == (text.state == "missing") for text in own)
            # The note stands below the words of an old text, in the same text.
            note = {(NOTE, of[NOTE])} if any(text.state == "stale" for text in texts) else set()
            # A label counts once for each value in it.
            filled = [text for text in texts if text.source in LABELS.values() and "{" in text.source]
            filled_states = {(plain(text.inlines), text.state) for text in filled}
            plain_ones = {(text.source, text.state) for text in texts if text not in filled}
            assert Counter(said) == Counter(state for _, state in [*(plain_ones | note), *filled_states])
        found = Counter(of.values())
        assert whole(translations, TEXTS).texts == found
        assert said_by_check(changed.project.translations) == (
            f"somaliska: {found['reviewed']} granskade, {found['draft']} utkast, {found['stale']} föråldrade, "
            f"{found['missing']} saknas."
        )


def _texts(texts: Mapping[str, Sequence[SourceText]]) -> list[tuple[str, SourceText]]:
    return [(domain, text) for domain, sources in texts.items() for text in sources]
