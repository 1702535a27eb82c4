"""The fixed words of a page, in Swedish; they are translated like all other text, from labels.po.

A {name} in a label is filled when it is used, as a bidi isolate.
"""

from collections.abc import Mapping

from foraldraskolan.document.gloss import settled
from foraldraskolan.document.inlines import Field, Foreign, Inline, Value
from foraldraskolan.document.prose import Prose, with_words_of
from foraldraskolan.document.walk import fill_fields
from foraldraskolan.record import record

LABELS: Mapping[str, str] = {
    "title": "Ungdomar och droger",
    "subtitle": "Var uppmärksam. Prata. Få hjälp.",
    "title_notes": "Talarstöd",
    "title_checklist": "Checklista för föräldrar",
    "checklist_lead": (
        "Kryssa för det som är nytt hos din tonåring, nu och igen om två och om fyra veckor. Ett kryss är inget bevis."
    ),
    "check_week": "Vecka",
    "check_date": "Vecka {week}, datum",
    "title_checklist_staff": "Checklista för dig som håller mötet",
    "staff_when": "{date}, {start}–{end}, {minutes} minuter. {place}.",
    "staff_print": "Skriv ut",
    "staff_sheets": "{copies} exemplar på {sheets} papper. Skriv ut på båda sidorna.",
    "staff_copies": "{file}, {language}: {copies} exemplar",
    "staff_paper": "{file}, {language}: fråga hur många",
    "staff_bring": "Ta med",
    "staff_bring_slides": "Dator, kabel och {file}, också på ett USB-minne",
    "staff_bring_notes": "{file} och den här listan, på papper",
    "staff_bring_papers": "Allt som är utskrivet, och några extra",
    "staff_bring_pens": "Pennor, så att alla kan kryssa och skriva nummer",
    "staff_paper_interpreter": "{file}, {language}: ett till varje tolk, några dagar före mötet",
    "staff_interpreters": "Tolkar",
    "takes_interpreted": "Delarna tar {minutes} minuter med tolkning, {alone} utan.",
    "staff_interpreter": "{language}, namn och telefon",
    "staff_interpreter_any": "Språk, namn och telefon",
    "staff_numbers": "Ring och kontrollera numren",
    "staff_numbers_lead": (
        "De här numren delas ut. Ring några dagar före mötet, och kryssa när rätt person svarar. "
        "Inom parentes står när numret senast jämfördes med källan. Ring inte nödnumret."
    ),
    "staff_locally": "Ta reda på före mötet",
    "staff_number": "{name}: {number} ({date})",
    "staff_number_own": "{name}: {number} (från planen)",
    "meeting_line": "{title}, {date}. Arrangör: {host}",
    "example": "Exempel: mötet finns inte. Dela inte ut.",
    "example_titled": "Exempel: {title}",
    "greeting": "Hej!",
    "greeting_named": "Hej {name}!",
    "letter_time_place": "kl. {start}–{end} · {place}",
    "letter_welcome": "Varmt välkommen!",
    "reply": "Svar till läraren: {title}",
    "reply_child": "Barnets namn:",
    "reply_coming": "Jag kommer, antal:",
    "reply_not_coming": "Jag kan inte. Skicka papperet hem.",
    "reply_interpreter": "Jag behöver tolk, språk:",
    "title_cover": "Försättsblad till breven",
    "cover_lead": "{count} brev, sorterade efter språk och klass.",
    "language": "Språk",
    "cover_group": "Klass",
    "cover_no_group": "Utan klass",
    "cover_letters": "Brev",
    "cover_total": "Alla brev",
    "cover_care": "Breven är personliga. Lämna inga kvar i skrivaren, och förstör dem som blir över.",
    "agenda": "Det här går vi igenom",
    "agenda_time": "Tid",
    "agenda_topic": "Ämne",
    "true": "Sant",
    "false": "Falskt",
    "of_hundred": "{number} av 100",
    "questions": "Era frågor",
    "questions_lead": "Fråga nu, eller prata med oss efteråt.",
    "closing": "Tack för att ni kom",
    "closing_at_school": "Tack för i dag",
    "closing_lead": "Ta med dig bladet hem. Prata med din tonåring i veckan.",
    "say": "Säg",
    "ask": "Fråga",
    "own": "Berätta själv",
    "takes": "{what}, {minutes} min",
    "asked": "Frågor som du kan få",
    "act": "Akut fara",
    "remember": "Kom ihåg",
    "phrase": "Så kan du säga",
    "law": "Lag",
    "leaflet_lead": "Det viktigaste, att ha på kylskåpet",
    "leaflet_numbers": "Ring och fråga",
    "leaflet_own": "Ett nummer till",
    "leaflet_own_about": "Skriv själv, till exempel Mini-Maria där du bor.",
    "leaflet_see": "Tecken: flera nya saker på en gång",
    "leaflet_ticks": "Ett kryss är inget bevis. Flera kryss: prata och be om råd.",
    "leaflet_phrases": "Prata: så kan du säga",
    "leaflet_steps": "I veckan",
    "leaflet_avoid": "Det som inte hjälper",
    "leaflet_cut": "Klipp ut: ett kort till dig, ett till din tonåring.",
    "leaflet_card": "Till dig",
    "leaflet_card_young": "Till dig som är ung",
    "leaflet_danger": "vid akut fara",
    "leaflet_unsure": "Osäker? Ring ändå.",
    "leaflet_unsure_young": "Ring även om du är osäker.",
    "leaflet_parent": "Mamma, pappa eller annan vuxen",
    "leaflet_promise": "”Du kan alltid ringa mig. Jag hämtar dig och ställer inga frågor just då.”",
    "leaflet_interpreter": "Jag behöver tolk.",
    "leaflet_whole": "Be skolan om hela papperet. Där står källorna.",
    "leaflet_whole_link": "Hela papperet och källorna:",
    "leaflet_code": "QR-kod som leder till {address}",
    "clock": "{start}: {left} min kvar",
    "part": "{start}–{end}, {minutes} minuter",
    "part_interpreted": "{start}–{end}, {minutes} minuter med tolkning, {alone} utan",
    "speaker": "Den som talar",
    "interpreted": "Mötet tolkas, så alla hör allt {times} gånger. Gör en paus efter varje tanke.",
    "slide": "Bild {number}",
    "slide_titled": "Bild {number}: {title}",
    "contacts": "Här får du hjälp",
    "danger_above": "Akut fara? Ring {number}. Se rutan i början.",
    "sources": "Källor",
    "sources_lead": "Siffrorna visar vilka punkter källan gäller.",
    "checked": "Jämförd {date}.",
    "compared": "Uppgifterna jämfördes med källorna {date}.",
    "chart_gap": "ingen uppgift",
    "chart_nearly": "nästan {value}",
    "chart_source": "Källa: {source}",
    "letter_number": "Brev {number} av {count}",
    "letter_closing": "Har du frågor? Kontakta {host}.",
    "contents_list": "Innehåll",
    "page": "Sida {page} av {pages}",
    "state_source": "Svensk originaltext.",
    "state_reviewed": "Översättningen är granskad av {name}, {date}.",
    "state_draft": "Översättningen är ett utkast. Ingen har granskat den ännu.",
    "state_missing": "Delar som inte är översatta står på svenska.",
    "state_share": "Ungefär {share} av orden är på svenska.",
    "state_stale": "Delar av den svenska texten har ändrats efter översättningen.",
    "title_interpreter": "Till dig som tolkar",
    "interpreter_lead": "Läs det här före mötet, och gå igenom de svåra orden med den som talar.",
    "interpreter_number": "Nummer",
    "interpreter_work": "Så arbetar vi ihop",
    "work_pieces": "Den som talar säger en sak i taget, och gör paus efter varje mening.",
    "work_to_listeners": "Den som talar vänder sig till dem som lyssnar, inte till tolken.",
    "work_everything": "Tolken säger allt som sägs i rummet, och lägger inte till något.",
    "work_first_person": "Tolken säger jag, när den som talar säger jag.",
    "work_confidential": "Tolken tar inte parti, och berättar inget vidare.",
    "work_unclear": "Tolken säger till direkt om ett ord är oklart, eller om någon talar en annan dialekt.",
    "work_sign": "Bestäm före mötet ett tecken som betyder: sakta ner.",
    "work_names": "Den som talar skriver svenska namn och nummer på tavlan.",
    "terms": "Ord i mötet",
    "terms_urgent": "Ord som måste bli rätt",
    "terms_lead": "Orden kommer ur materialets ordlista, som ingen har granskat. Säg till om något är fel.",
    "term_explained": "Vad det är",
    "note_missing": "Inte översatt än.",
    "note_stale": "Den svenska texten har ändrats efter att det här översattes.",
}


@record
class Labels:
    """The labels of one language."""

    texts: Mapping[str, Prose]

    def __call__(self, key: str, **values: str | Inline | Prose) -> Prose:
        """Return the label with its values filled in; a value that is a string becomes an isolate.

        A value that is a text keeps its language, and the whole can be trusted no further than it.
        """
        label = self.texts[key]
        return fill_in(label, **values) if values else label


def fill_in(label: Prose, **values: str | Inline | Prose) -> Prose:
    """Return a label with values in its fields; a field that has none is left for later."""

    def fill(inline: Inline) -> Inline:
        if not (isinstance(inline, Field) and inline.kind == "label" and inline.key in values):
            return inline
        value = values[inline.key]
        match value:
            case str():
                return Value(value)
            case Prose():
                return Foreign(value.language, value.inlines)
            case _:
                return value

    texts = (value for value in values.values() if isinstance(value, Prose))
    return with_words_of(label, settled(fill_fields(label.inlines, fill)), texts)
