"""In which order texts are read by somebody who may not have the time for all: what can do most harm comes first."""

from typing import Literal, get_args

from foraldraskolan.translation.catalog import SourceText

Importance = Literal["danger", "contacts", "law", "leaflet", "signs", "other"]  # the gravest first

_LABELS = "labels"
_OF_DOMAINS: dict[str, Importance] = {"contacts": "contacts", "laws": "law", _LABELS: "leaflet", "signs": "signs"}
# Of what a text is, as its translator is told.
_OF_COMMENTS: dict[str, Importance] = {
    "lag": "law",
    "blad": "leaflet",
    "kom ihåg": "leaflet",
    "att kryssa för": "signs",
}


def importance(domain: str, text: SourceText) -> Importance:
    """Return what a text of a domain is for: acute danger, whom to call, the law, the leaflet, signs, or the rest."""
    if text.vital and domain not in _OF_DOMAINS:
        return "danger"
    words = {word for comment in text.comments for word in comment.split(", ")}
    found = [_OF_DOMAINS[domain]] if domain in _OF_DOMAINS else []
    found += [kind for word, kind in _OF_COMMENTS.items() if word in words]
    return min(found, key=rank, default="other")


def rank(kind: Importance) -> int:
    """Return where a kind stands among all, 0 for the gravest."""
    return get_args(Importance).index(kind)
