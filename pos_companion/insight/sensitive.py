"""Is this a delicate subject? Health, money, faith, politics, break-ups; found by words.

Whoever writes a question down need not mark it: one that touches on such a subject is not asked
unless they brought it up themselves and it is marked Say. The lists hold the beginnings of words
of the languages of the interface; one too many keeps a question back, which harms nobody.
"""

import re
from enum import StrEnum


class Topic(StrEnum):
    """A subject that is theirs to bring up."""

    HEALTH = "health"
    MONEY = "money"
    FAITH = "faith"
    POLITICS = "politics"
    BREAK_UP = "break_up"


_BEGINNINGS: dict[Topic, str] = {
    Topic.HEALTH: (
        "doctor hospital surger operation ill illness sick sickness diseas diagnos"
        " cancer tumour tumor chemo therap medic pregnan miscarr allerg diabet depress"
        " blood biops scan rehab funeral passed|away died death"
        " arzt ärzt krank spital klinik operier diagnos krebs chemo therapie schwanger fehlgeburt"
        " allergi diabet depress beerdig gestorben verstorben tod"
        " طبيب مستشفى عملية مرض مريض سرطان علاج حامل حساسية سكري اكتئاب جنازة توفي وفاة"
    ),
    Topic.MONEY: (
        "money debt loan mortgage salar wage wages bankrup insolven unemploy fired laid|off"
        " redundan benefits inherit"
        " geld schuld kredit hypothek gehalt lohn pleite insolven arbeitslos gekündigt kündig erb"
        " مال دين ديون قرض راتب إفلاس عاطل بطالة ميراث"
    ),
    Topic.FAITH: (
        "church mosque synagog templ religio faith baptis christen confirmation bar|mitzvah"
        " bat|mitzvah pilgrim"
        " kirche moschee synagoge tempel religi glaube taufe konfirmation kommunion pilger"
        " كنيسة مسجد معبد دين إيمان تعميد حج صلاة"
    ),
    Topic.POLITICS: (
        "politic election vote voted voting party|member protest demonstration parliament strike"
        " politi wahl gewählt partei protest demo parlament streik"
        " سياسة انتخاب تصويت حزب مظاهرة برلمان إضراب"
    ),
    Topic.BREAK_UP: (
        "divorc separat broke|up break|up breakup split|up ex-husband ex-wife custody affair"
        " scheidung geschieden trennung getrennt sorgerecht exfrau exmann"
        " طلاق انفصال حضانة"
    ),
}
# Short words that begin many others ("ill", "illustration") have to be whole.
_WHOLE = frozenset(
    {"ill", "sick", "died", "death", "scan", "vote", "wage", "wages"}
    | {"demo", "tod", "erb", "lohn", "مال", "دين", "حج"}
)


def _pattern(words: str) -> re.Pattern[str]:
    parts = []
    for word in words.split():
        text = re.escape(word).replace(r"\|", r"\s+")
        parts.append(text + (r"\b" if word in _WHOLE else r"\w*"))
    return re.compile(r"\b(?:ال|و|ب|ل)?(?:" + "|".join(parts) + ")", re.IGNORECASE)


_PATTERNS = {topic: _pattern(words) for topic, words in _BEGINNINGS.items()}


def sensitive_topic(text: str) -> Topic | None:
    """The first delicate subject a text touches on; None when there is none."""
    return next((topic for topic, found in _PATTERNS.items() if found.search(text)), None)
