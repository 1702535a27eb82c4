"""Whether a text is a sentence: whether it has a verb that says or asks something, or tells somebody what to do.

Swedish shows that in no ending: -ar and -er are those of plurals, too, and a command is often a noun as well. So the
verbs are listed; what stands in none of the lists is asked about, and answered in style.toml.
"""

import re
from collections.abc import Collection


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Present and past, wherever they stand.
_SAYING = _listed(
    """
    anser används använder arbetar avgör bad behöver behövs ber berättade berättar bestämde bestämmer beter betyder
    bevisar bjuder blev blir bor borde bryr bär bör börjar dricker drog fanns fick finns frågar fungerar får följer
    förklarar förstår försvinner ger gick gissar gjorde grundar gäller gör hade handlade handlar har heter hittar
    hjälper hämtar händer höll håller hör hörs ingår innebär innehåller kallas kan kom kommer kontaktar kostar kräver
    kunde känner köper leder lever ligger liknar litar lyssnar låter lär lärde löser märker märks måste mår menar möter
    nämner orkar oroar pratar provar påverkar ringer rör räcker räknas räknar ser skadar ska skulle skyddar slutar
    smakar sover spelar stannar står stämmer svarar säger säljer sätter tar tas tillhör tjänar tog tolkar tror trodde
    tycker undrar utsätts vaknar vet vill visade visar vågar vänder väntar växer är öppnar ökar övar
    """
)
# Commands, where a sentence or a part of it begins; none that names a slide as well, such as hjälp and stöd.
_TELLING = _listed(
    """
    anklaga anmäl använd be berätta bestäm boka bry byt börja drick fortsätt fråga följ förbered förklara försök ge
    gissa gå gör ha hindra hitta håll hämta hör kom kontakta kontrollera köp larma lita lova lyssna låt lägg lär
    lämna lös läs låna möt märk minns planera prata prova påminn ring räkna se skriv skräm skydda släpp sluta smaka
    spara spionera stanna stäng ställ svara sök säg ta tacka tala titta tro träffa tänk undersök undvik uppmuntra
    utgå var visa vänta våga välj väck åk öva
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[:,.?!–]")


def has_verb(text: str, more: Collection[str] = ()) -> bool:
    """Say whether a text has a verb that is known, or one of `more`: anywhere, or a command where a part begins."""
    begins = True
    for word in _WORD.findall(text.lower()):
        if word in _SAYING or word in more or (begins and word in _TELLING):
            return True
        begins = not word[0].isalpha()
    return False
