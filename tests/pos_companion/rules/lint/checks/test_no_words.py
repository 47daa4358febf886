from tests.pos_companion.rules.lint.linting import said, sound


def test_words_and_a_reason_are_asked_for():
    assert len(said(sound(say=" ", why=""), "no_words")) == 2
    assert len(said(sound(why=" "), "no_words")) == 1
    assert said(sound(), "no_words") == []
