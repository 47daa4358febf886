from pathlib import Path

import pytest

from pos_companion.i18n import languages
from pos_companion.insight import tone_words
from pos_companion.insight.tone import may_be_said
from pos_companion.insight.tone_words import CODES, bare, languages_with_words, never_said


def test_every_language_of_the_interface_has_its_words() -> None:
    assert set(languages()) <= set(languages_with_words())


@pytest.mark.parametrize("language", languages_with_words())
def test_a_language_says_what_is_never_said_about_anything(language: str) -> None:
    assert set(never_said(language)) == set(CODES)
    assert all(pattern.pattern != "(?!)" for pattern in never_said(language).values())


@pytest.mark.parametrize("tag", ["de", "de-AT", "de_CH", "DE"])
def test_a_tag_with_a_country_means_its_language(tag: str) -> None:
    assert never_said(tag)["policy"].pattern == never_said("de")["policy"].pattern


def test_a_language_without_words_is_looked_through_in_english() -> None:
    assert never_said("tlh") == never_said("en")
    assert never_said("") == never_said("en")


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("de", "Willkommen zurück!", "absence"),
        ("de", "Sie waren lange nicht mehr hier gewesen", "absence"),
        ("de", "Das ist gegen unsere Richtlinien", "policy"),
        ("de", "Dafür gibt es 10 Treuepunkte", "scheme"),
        ("de", "Biscuit wird morgen 4", "age"),
        ("de", "Alles Gute zum 10. Hochzeitstag", "age"),
        ("de", "Das macht 5 Euro weniger", "money"),
        ("de", "Heute 10 % für Sie", "money"),
        ("de", "Was macht die Allergie?", "private"),
        ("de", "Sie nehmen immer den Tee", "habits"),
        ("de", "Mia hat mir erzählt, dass Sie laufen", "source"),
        ("de", "Sind Sie sicher? Es kostet nichts", "pressing"),
        ("ar", "أهلا بعودتك", "absence"),
        ("ar", "هذه سياسة المحل", "policy"),
        ("ar", "حسب السياسة لا يمكن", "policy"),
        ("ar", "لديك نقاط كثيرة", "scheme"),
        ("ar", "الخصم 5 يورو", "money"),
        ("ar", "خصم 10٪ اليوم", "money"),
        ("ar", "كم عمر ابنك؟", "age"),
        ("ar", "كيف الحساسية؟", "private"),
        ("ar", "أخبرتني ميا عن السفر", "source"),
        ("ar", "هل أنتَ متأكد؟ إنّه مجاني", "pressing"),
        ("ar", "تطلب دائما القهوة", "habits"),
        ("en", "A bonus for you", "scheme"),
        ("en", "Is it for your church?", "private"),
    ],
)
def test_what_is_never_said_is_found_in_every_language(language: str, text: str, code: str) -> None:
    assert code in [one.code for one in may_be_said(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Guten Morgen, Rosa!"),
        ("de", "Eine Kleinigkeit für Biscuit zum Geburtstag."),
        ("de", "Das geht heute auf uns."),
        ("de", "Wie war der Halbmarathon?"),
        ("de", "Wie immer heute?"),
        ("de", "Punkten Sie gern mit Kuchen?"),
        ("ar", "صباح الخير يا روزا!"),
        ("ar", "عيد ميلاد سعيد لبسكويت!"),
        ("ar", "يومًا سعيدًا!"),
        ("ar", "كيف كان السباق؟"),
    ],
)
def test_kind_words_are_left_alone_in_every_language(language: str, text: str) -> None:
    assert may_be_said(text, language=language) == []


def test_vowel_marks_hide_nothing() -> None:
    assert bare("سِيَاسَة") == "سياسة"


def test_a_list_nobody_looks_for_is_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xx.toml").write_text("polcy = ['x']\n", encoding="utf-8")
    monkeypatch.setattr(tone_words, "FOLDER", tmp_path)
    with pytest.raises(LookupError, match="polcy"):
        never_said("xx")
