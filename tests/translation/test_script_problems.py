"""A script that no page can be set in is told by every check, once, and no font is opened for it."""

from collections.abc import Iterable
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.language import Language
from foraldraskolan.problems import Place
from foraldraskolan.translation.checked import Written, script_problems

FILE = Path("languages.toml")


def told(tags: str, texts: Iterable[tuple[str, str]]) -> list[str]:
    """Return the scripts that are told, each with its place, of languages and of their texts, one a line of a file."""
    languages = {tag: Language(tag, tag, tag) for tag in tags.split()}
    written = [Written("talk", text, tag, Place(Path(f"{tag}.po"), at)) for at, (tag, text) in enumerate(texts, 1)]
    problems = script_problems(languages, FILE, written)
    scripts = [each.message.text(NullTranslations()).split(" skriften ")[1].partition(",")[0] for each in problems]
    return [f"{script} {each.place}" for script, each in zip(scripts, problems, strict=True)]


@pytest.mark.parametrize(
    ("tags", "texts", "found"),
    [
        ("sv ar fa ckb uk ti", (("ar", "مرحبا"), ("uk", "Так №1 ½ µ ª ʼ"), ("sv", "Å")), []),
        ("sv zh zh-Hant ja", (("zh", "与孩子交谈"),), ["han languages.toml:zh", "japanska languages.toml:ja"]),
        ("sv so", (("so", "Hej"), ("so", "与孩"), ("sv", "与孩子"), ("sv", "한국")), ["han so.po:2", "hangul sv.po:4"]),
        ("sv bo", (("sv", "བོད"), ("bo", "ཡིག")), ["tibetanska languages.toml:bo"]),
        ("sv dv", (("dv", "112"),), ["taana languages.toml:dv"]),
    ],
)
def test_a_script_is_told_once(tags: str, texts: tuple[tuple[str, str], ...], found: list[str]) -> None:
    """That of a language stands where the languages do, before a word is translated; that of a text at the first."""
    assert told(tags, texts) == found
