from pos_companion.storage import Storage
from pos_companion.storage.tables import AnswerRow


def test_a_question_alone_can_be_kept(storage: Storage) -> None:
    AnswerRow.insert(question="Do you sell flour?").execute()
    row = AnswerRow.get()
    assert (row.say, row.tags, row.owner, row.due, row.good_for) == ("", [], "", None, 0)
