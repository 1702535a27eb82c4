"""What can do most harm is read first."""

from typing import get_args

from foraldraskolan.material.library import read_library
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.importance import Importance, importance, rank
from foraldraskolan.translation.translatable import translatable


def test_every_kind_is_there_in_the_material() -> None:
    """Danger, contacts, law, the leaflet, signs and the rest are told apart, and danger comes before all."""
    materials = Project.default().materials
    found = {
        importance(domain, text)
        for domain, texts in translatable(read_library(materials), materials).items()
        for text in texts
    }
    assert found == set(get_args(Importance))
    assert sorted(found, key=rank) == list(get_args(Importance))


def test_a_text_is_as_grave_as_the_gravest_that_it_is() -> None:
    """A tick box on the leaflet is of the leaflet, and one in an emergency box is danger."""
    tick = SourceText("Blå läppar", ("blad, att kryssa för",))
    assert importance("nicotine", tick) == "leaflet"
    assert importance("acute", SourceText("Blå läppar", ("akut fara, att kryssa för",), vital=True)) == "danger"
    assert importance("contacts", SourceText("Bris", ("kontakt, namn",), vital=True)) == "contacts"
    assert importance("laws", SourceText("18 år", ("lag, vad den säger",), vital=True)) == "law"
