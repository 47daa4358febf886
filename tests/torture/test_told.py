"""The judge: every way in which a program can break its word has its name."""

from tests.torture.told import Told, counted, found_in, verdicts


def told(*lines: str) -> Told:
    heard = Told()
    for line in lines:
        heard.hear(line)
    return heard


def test_a_program_that_keeps_its_word_is_blameless() -> None:
    heard = told("TRY a visit", "ACK a visit", "TRY b note", "ERR b busy", "TRY c redeem")
    assert heard.unknown == ["c:redeem"]
    for found in (["HAVE a 1", "CHECK ok"], ["HAVE a 1", "HAVE c 1", "CHECK ok"]):
        assert verdicts(heard, found_in(found)) == []


def test_every_broken_word_has_its_name() -> None:
    heard = told("TRY a visit", "ACK a visit", "TRY b note", "ERR b busy", "TRY d note")
    found = found_in(["HAVE b 1", "HAVE c 1", "HAVE d 2", "CHECK fail: counters"])
    assert verdicts(heard, found) == [
        "LOST a", "DOUBLED d", "INVENTED c", "KEPT b", "BROKEN counters",
    ]  # fmt: skip
    assert verdicts(heard, found_in(["STOP damaged: no"])) == ["DEAD damaged: no"]
    assert verdicts(heard, found_in([])) == ["DEAD the dump said nothing"]
    assert counted(["LOST a", "LOST b", "DEAD x"]) == "1 dead, 2 lost"


def test_what_was_refused_and_done_again_is_saved() -> None:
    heard = told("TRY a visit", "ERR a busy", "TRY a visit", "ACK a visit", "STOP busy: x")
    assert verdicts(heard, found_in(["HAVE a 1", "CHECK ok"])) == []
    assert heard.stopped == "busy: x"
