import pytest

from pos_companion.insight.sensitive import Topic, sensitive_topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("How was the hospital appointment?", Topic.HEALTH),
        ("Wie war es im Krankenhaus?", Topic.HEALTH),
        ("كيف كانت العملية؟", Topic.HEALTH),
        ("Did the mortgage come through?", Topic.MONEY),
        ("Hat es mit dem Kredit geklappt?", Topic.MONEY),
        ("How was the christening?", Topic.FAITH),
        ("Wie war die Taufe?", Topic.FAITH),
        ("How did the election go?", Topic.POLITICS),
        ("Is the divorce through?", Topic.BREAK_UP),
        ("Wie geht es seit der Trennung?", Topic.BREAK_UP),
        ("Are you over the break up?", Topic.BREAK_UP),
    ],
)
def test_a_delicate_subject_is_known_by_its_words(text: str, topic: Topic) -> None:
    assert sensitive_topic(text) is topic


@pytest.mark.parametrize(
    "text",
    [
        "How was the half marathon in Lisbon?",
        "Is the new flat sorted?",
        "Did the illustration class go well?",
        "Wie läuft der neue Wagen?",
        "Wie war es in Erfurt?",
        "كيف كانت الرحلة إلى مالطا؟",
        "",
    ],
)
def test_small_talk_is_not_delicate(text: str) -> None:
    assert sensitive_topic(text) is None
