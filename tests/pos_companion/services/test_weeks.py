from pos_companion.services.weeks import first_weekday


def test_a_week_begins_where_the_country_says():
    assert [first_weekday(country) for country in ("DE", "US", "EG")] == [0, 6, 5]


def test_a_country_nobody_knows_begins_on_monday():
    assert first_weekday("??") == 0
