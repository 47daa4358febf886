"""Who is gone, and what was silenced because of it."""

from pos_companion.model.people import Gone, HouseholdMember, HouseholdMove, SadNews
from pos_companion.storage import Storage
from pos_companion.storage.sad_news import Silenced
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, contents

REX = HouseholdMember(0, "Rex")


def test_who_died_is_marked_in_every_home_and_who_left_in_one(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    rex = storage.people.add_member(ana, REX, NOW)
    storage.people.add_member(ben, rex, NOW)
    one, other = storage.people.homes_of(rex.id)
    assert storage.sad_news.silence_member(one, rex.id, Gone.LEFT, TODAY) == ((one, rex.id),)
    assert storage.search.by_words("rex", 5) == [ben.id]
    assert storage.sad_news.silence_member(one, rex.id, Gone.DIED, TODAY) == ((other, rex.id),)


def test_news_comes_back_as_it_was_kept_and_can_be_taken_back(storage: Storage) -> None:
    ana = add_customer(storage, no_offers=True)
    before = contents(storage, "customer.updated", "setting", "search_doc", "name_fts")
    storage.sad_news.silence_customer(ana, TODAY, NOW)
    move = HouseholdMove(ana.id, 1, "split", TODAY, 3)
    silenced = Silenced(((1, 2),), ((ana.id, 1),), ((ana.id, False, True),))
    news = storage.sad_news.keep(SadNews(ana.id, 0, 2, Gone.DIED, TODAY, move), silenced)
    assert storage.sad_news.of(ana.id) == (news,)
    assert storage.sad_news.silenced(news) == silenced
    storage.sad_news.take_back(news, silenced, NOW)
    left_out = ("customer.updated", "setting", "search_doc", "name_fts")
    assert contents(storage, *left_out) == before
    assert storage.sad_news.silenced(news) is None
