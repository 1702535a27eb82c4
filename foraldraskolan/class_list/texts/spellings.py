"""What languages are called at school, beside their names in CLDR, and the words that stand around them in lists."""

# Written as one in letters, whatever is spoken.
SAME = {
    "ary": "ar", "arz": "ar", "apc": "ar", "ajp": "ar", "acm": "ar", "aeb": "ar", "arq": "ar", "ars": "ar",
    "apd": "ar", "ayl": "ar", "acw": "ar", "afb": "ar", "ar-001": "ar", "fa-af": "prs", "ku": "kmr", "tl": "fil",
    "nb": "no", "nn": "no",
}  # fmt: skip
_ARABIC = (
    "standard", "syrisk", "irakisk", "libanesisk", "palestinsk", "egyptisk", "jordansk", "jemenitisk", "saudisk",
    "tunisisk", "algerisk", "libysk", "marockansk", "sudanesisk", "sudan", "syrien", "irak", "golf", "levantinsk",
    "klassisk", "modern", "kuwaitisk",
)  # fmt: skip
# What CLDR does not say. Own names stand here too: CLDR's are looked up for the available languages only, since to
# load three hundred locales takes seconds.
SPELLINGS = {
    "ar": "arabisk, عربي, عربية, اللغة العربية, arabi, egyptiska, libanesiska, palestinska, jordanska, tunisiska, "
    "libyska, jemenitiska, saudiska, kuwaitiska, " + ", ".join(f"{each} arabiska, {each}arabiska" for each in _ARABIC),
    "so": "somali, soomaali, af soomaali, afsoomaali, soomaaliga, somaliga, somalisk",
    "kmr": "kurmanji, kurmandji, kurmanci, kurmancî, nordkurdiska, kurdiska kurmanji, kurdiska nord, northern kurdish, "
    "kurmanji kurdiska, kurmanji kurdish, kurdî kurmancî, badini, bahdini",
    "ckb": "sorani, kurdiska sorani, sorani kurdiska, sorani kurdish, sydkurdiska sorani, mellankurdiska, سۆرانی, "
    "کوردی سۆرانی, کوردیی ناوەندی",
    "fa": "farsi, persiska iran, persiska farsi, parsi, فارسی, persisk",
    "prs": "dari, dari persiska, persiska dari, persiska afghanistan, farsi dari, دری",
    "ti": "tigrinska, tigrinja, tigrinya, tigrigna, tigriniska, ትግርኛ",
    "am": "amarinja, amharinja, አማርኛ",
    "bs": "bosanski, bosnisk",
    "hr": "hrvatski, kroatisk",
    "sr": "srpski, српски, serbisk",
    "sq": "shqip, kosovoalbanska, albansk",
    "tr": "türkçe, turkisk",
    "pl": "polski, polsk",
    "uk": "українська, ukrainsk",
    "ru": "русский, rysk",
    "fi": "suomi, finsk",
    "en": "engelsk",
    "sv": "svensk, sve, lättläst svenska, lätt svenska, enkel svenska",
    "ps": "pashto, pashtu, پښتو",
    "syr": "assyriska, assyrian, syrianska, assyriska syrianska, suryoyo, turoyo, östsyriska",
    "rom": "romani, romani chib, romska",
    "zh": "mandarin, rikskinesiska, 中文",
    "zgh": "berbiska, berber, tamazight, amazigh",
    "th": "thai",
    "vi": "tiếng việt",
    "fil": "tagalog",
    "ymm": "maay, af maay, afmaay, may may, maymay",
    "pga": "juba arabiska, jubaarabiska",
}
# One word for several languages: which one is meant is not ours to guess. SE is Sweden's code, and Northern Sami's.
AMBIGUOUS = {
    "kurdiska, kurdisk, kurdish, kurdi, کوردی, كردي, ku, kur": ("kmr", "ckb"),
    "afghanska, afganska, afghani": ("prs", "ps"),
    "iranska": ("fa", "kmr", "ckb"),
    "irakiska": ("ar", "ckb", "kmr", "syr"),
    "eritreanska": ("ti", "ar"),
    "etiopiska": ("am", "ti", "om"),
    "sudanesiska, sudanska": ("ar", "en"),
    "marockanska": ("ar", "zgh"),
    "algeriska": ("ar", "kab"),
    "syriska": ("ar", "syr", "kmr"),
    "jugoslaviska": ("bs", "hr", "sr", "mk", "sq"),
    "pakistanska": ("ur", "pa", "ps"),
    "indiska": ("hi", "pa", "ta"),
    "se": ("sv", "se"),
}
# A language is another one in these countries.
ELSEWHERE = {("fa", "afghanistan"): "prs"}
# One word for languages that the same people read: any of them will do.
ANY = {"bks, bcs, serbokroatiska, serbokroatisk, serbo-croatian, srpskohrvatski, sh, hbs": ("bs", "hr", "sr")}
# Swedish for those who speak something else at home: it does not say what.
SECOND = (
    "svenska som andraspråk, svenska andraspråk, sva, sv2, svenska 2, svenska2, sas, sfi, swedish as a second language"
)

# From here on, words are as `normalised` gives them. These say that a language is not spoken, or not well enough.
NOT = {
    "0", "ej", "inte", "icke", "ingen", "inget", "inga", "nej", "no", "not", "none", "utan", "utom", "aldrig", "varken",
    "annat", "annan", "andra", "ovrigt", "ovriga", "other", "lite", "litet", "nagot", "little", "dalig", "daligt",
    "daliga", "begransad", "begransade", "begransat", "svag", "svaga", "svagt", "knappt", "knappast", "nyborjare",
    "forstar", "tidigare",
}  # fmt: skip
# Who in a family speaks a language.
WHO = {
    "mamma", "mammas", "mamman", "pappa", "pappas", "pappan", "mor", "mors", "far", "fars", "moder", "fader", "fadern",
    "mother", "father", "mum", "dad", "vh1", "vh2", "vardnadshavare", "foralder", "eleven", "elev", "barnet", "barn",
    "syskon", "syster", "bror", "mormor", "morfar", "farmor", "farfar", "styvmor", "styvfar",
}  # fmt: skip
# What stands beside a language and does not change which one it is.
BESIDE = {
    "a", "also", "and", "ar", "av", "bara", "behov", "behover", "behovs", "bra", "brev", "brevet", "bast", "den", "det",
    "dialekt", "dialekten", "en", "endast", "enbart", "enkel", "familjen", "familj", "flytande", "foraldrar",
    "foraldrarna", "forsta", "forstahand", "framst", "fran", "ha", "hand", "helst", "hemma", "hemsprak",
    "hemspraket", "i", "information", "interpreter", "ja", "kan", "kontaktsprak", "kyrillisk", "kyrilliska", "language",
    "lattlast", "latinsk", "mest", "ml", "modersmal", "modersmalet", "modersmalsundervisning", "muntlig", "muntligt",
    "native", "needs", "och", "only", "onskar", "onskas", "pa", "pratar", "samt", "skriftlig", "skriftligt", "som",
    "speaks", "sprak", "spraket", "studiehandledning", "svarar", "talar", "talas", "tolk", "tolkar", "tolkbehov",
    "tolkning", "tolksprak", "tongue", "undervisning", "vill", "yes",
}  # fmt: skip
# What a code may stand after.
LABELS = {"ml", "modersmal", "hemsprak", "sprak", "tolk", "tolksprak", "language"}
# Codes of languages that are words of another kind in a list.
NO_CODES = {"ja", "no"}
