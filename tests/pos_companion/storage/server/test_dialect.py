"""Statements as SQLite has them, said to a server."""

import json

import pytest

from pos_companion.storage.server.dialect import JsonText, for_server


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("SELECT 1", "SELECT 1"),
        (
            "SELECT n FROM visit WHERE a = ? AND b IN (?, ?)",
            "SELECT n FROM visit WHERE a = $1 AND b IN ($2, $3)",
        ),
        ("UPDATE x SET a = ?2, b = ?1 WHERE c = ?2", "UPDATE x SET a = $2, b = $1 WHERE c = $2"),
        ("SELECT ?1, ?", "SELECT $1, $2"),
        (
            "SELECT '?', \"a?\" FROM x WHERE b LIKE '% ' || ? || '%s'",
            "SELECT '?', \"a?\" FROM x WHERE b LIKE '% ' || $1 || '%s'",
        ),
        ("SELECT 'it''s ?' WHERE a = ?", "SELECT 'it''s ?' WHERE a = $1"),
        ("SELECT a FROM b WHERE c = %s", "SELECT a FROM b WHERE c = $1"),
        ('CREATE TABLE "x" ("a" BIGINT) WITHOUT ROWID', 'CREATE TABLE "x" ("a" BIGINT)'),
        (
            'CREATE TABLE "x" ("a" BOOLEAN NOT NULL DEFAULT 0)',
            'CREATE TABLE "x" ("a" BOOLEAN NOT NULL DEFAULT FALSE)',
        ),
        (
            'ALTER TABLE "x" ADD COLUMN "a" BOOLEAN NOT NULL DEFAULT 1',
            'ALTER TABLE "x" ADD COLUMN "a" BOOLEAN NOT NULL DEFAULT TRUE',
        ),
    ],
)
def test_marks_and_types_are_said_as_the_server_wants_them(written: str, said: str) -> None:
    assert for_server(written) == said


def test_json_is_kept_as_the_same_text_as_in_a_file() -> None:
    text = JsonText(None).make_value_wrapper(json.dumps)({"customer": 7, "on": [True, None]})
    assert text == '{"customer":7,"on":[true,null]}'
    assert JsonText(None).make_value_reader(json.loads)(text) == {"customer": 7, "on": [True, None]}
