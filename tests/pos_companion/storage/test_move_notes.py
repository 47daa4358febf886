"""What is remembered of a move."""

from pos_companion.model.people import Gone, HouseholdMember, HouseholdMove
from pos_companion.storage import Storage
from pos_companion.storage.move_notes import MoveNote, MoveNotes, Place
from tests.pos_companion.storage.records import TODAY, add_customer


def test_a_note_comes_back_as_it_was_kept_and_no_card_reads_it(storage: Storage) -> None:
    ana, notes = add_customer(storage), MoveNotes(storage.db)
    member = HouseholdMember(7, "Rex", "dog", gone=Gone.LEFT, gone_on=TODAY)
    note = MoveNote(
        3, [(ana.id, None, 3)], [(3, [Place.of(1, member)])], [5], [6], 3, [(1, 2, 3, 4)], [9]
    )
    assert note.before[0][1][0].gone == (Gone.LEFT, TODAY)
    move = notes.add(HouseholdMove(ana.id, 0, "join", TODAY, 3), note)
    assert notes.read(move) == note
    assert notes.last(ana.id) == move
    assert not any(storage.care.open_remarks(ana.id))
    notes.drop(move)
    assert (notes.read(move), notes.last(ana.id)) == (None, None)
