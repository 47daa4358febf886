"""With which day a calendar week begins."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def first_weekday(country: str) -> int:
    """The day a calendar week begins with in a country, 0 is Monday; from CLDR."""
    try:
        return int(Locale.parse(f"und_{country}").first_week_day)
    except (ValueError, UnknownLocaleError):
        return 0
