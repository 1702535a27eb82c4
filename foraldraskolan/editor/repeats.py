"""What is said in so many words once is not said again in another module: its reader would read it twice."""

from collections.abc import Iterator
from dataclasses import replace

from foraldraskolan.document.meaning import Callout
from foraldraskolan.editor.passages import Passage, article_passages
from foraldraskolan.editor.readability import FIELD, sentences, words
from foraldraskolan.editor.style import Style
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import Module
from foraldraskolan.problems import Problem, message

_READ = ("text", "tell", "say")


def repeated_sentences(library: Library, style: Style) -> Iterator[Problem]:
    """Yield a problem for each long sentence that stands in an earlier module for the same readers, too.

    What to do in danger may stand wherever there is danger, and so may the sentences that style.toml lists; each that
    is listed and stands in one module only is a problem as well.
    """
    listed = {_words(sentence): sentence for sentence in style.vocabulary.repeated}
    needless = dict(listed)
    seen: dict[tuple[str, ...], list[Module]] = {}
    for module in library.modules.values():
        for passage in _read(module):
            for sentence in sentences(passage.text):
                key = _words(sentence)
                others = [each for each in seen.setdefault(key, []) if each is not module]
                earlier = next((each for each in others if not set(each.audience).isdisjoint(module.audience)), None)
                seen[key].append(module)
                if earlier is None or len(key) < style.repeated_words:
                    continue
                if key in listed:
                    needless.pop(key, None)
                    continue
                what = message(
                    "Meningen ”{sentence}” står också i {module}.",
                    sentence=sentence.strip().replace(FIELD, "{…}"),
                    module=earlier.id,
                )
                hint = message("Säg det på ett ställe. Måste det stå i båda, så skriv det bland repeated i style.toml.")
                yield Problem(what, hint, passage.prose.place)
    for sentence in needless.values():
        what = message("Meningen ”{sentence}” behöver inte listas: den står i högst en modul.", sentence=sentence)
        yield Problem(what, message("Ta bort den ur repeated i style.toml."), style.vocabulary.place)


def _read(module: Module) -> Iterator[Passage]:
    calm = replace(module, blocks=tuple(each for each in module.blocks if not _is_danger(each)))
    return (each for each in article_passages(calm) if each.kind in _READ)


def _is_danger(block: object) -> bool:
    return isinstance(block, Callout) and block.kind == "act"


def _words(sentence: str) -> tuple[str, ...]:
    return tuple(words(sentence.casefold()))
