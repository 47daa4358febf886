"""How a command gives its answer: words for people, or one JSON object for programs."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import typer

from pos_companion.cli.common import Common
from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_


def common_of(context: typer.Context) -> Common:
    """The options that stood anywhere."""
    common = context.find_root().obj
    return common if isinstance(common, Common) else Common()


def print_answer(
    common: Common, answer: Mapping[str, Any], words: Callable[[Mapping[str, Any]], None]
) -> None:
    """Print it.

    Args:
        words: says it to people.

    Raises:
        NotSavedError: it could not be written where it was asked for.
    """
    with writing():
        if common.as_json:
            typer.echo(json.dumps(answer, ensure_ascii=False))
        else:
            words(answer)


@contextmanager
def writing() -> Iterator[None]:
    """Say in a sentence what keeps an answer from being written.

    Raises:
        NotSavedError: it could not be.
    """
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads has heard enough
    except OSError as error:
        raise NotSavedError(
            N_("The answer could not be written: {why}"), why=error.strerror or error
        ) from error
