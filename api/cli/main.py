"""The command line. One file a command group; this one puts them together and turns errors into exit codes.

Exit 0: done. 1: a check found something. 2: bad use or bad input, one line on stderr says where and
what. 3: a fault inside, one line, and how to see the traceback. Results go to stdout, messages to
stderr. Commands import what they need when they run, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from collections.abc import Sequence
from typing import Final

import typer

from api.cli import (
    access,
    aligning,
    bulk,
    comparing,
    deposit,
    doctor,
    finding,
    journal,
    models,
    naming,
    parallel,
    proof,
    running,
    setting_up,
    touring,
    translating,
)
from api.cli.output import complain
from archive.errors import BadQuery, Broken, ThabatError, Unavailable

DONE: Final = 0
FOUND: Final = 1
BAD_USE: Final = 2
FAULT: Final = 3
_ASKING: Final = frozenset({"search", "concordance", "renderings"})
"""Commands that take a query."""
_OPTIONS: Final = {"date_from": "from", "date_to": "to", "has_disclaimer": "disclaimer"}
"""By parameter of a query, how its option is called where the names differ."""
INTERRUPTED: Final = 130  # as a shell says of SIGINT

app = typer.Typer(
    name="thabat",
    help="A translation-provenance archive: originals beside translations, the hands they passed through, "
    "and a proof that nothing was changed afterwards.",
    epilog="Example: thabat init && thabat add --original ar.txt --translation en.txt",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (
    setting_up,
    touring,
    running,
    deposit,
    bulk,
    finding,
    parallel,
    naming,
    comparing,
    aligning,
    translating,
    proof,
    doctor,
):
    module.register(app)
app.add_typer(journal.app, name="log")
app.add_typer(models.app, name="models")
app.add_typer(access.app, name="keys")


def run() -> None:
    """The console script ``thabat``."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        return int(app(args=list(arguments), prog_name="thabat", standalone_mode=False) or DONE)
    except typer.TyperException as error:  # bad use: a missing argument, an unknown option
        return _told(error.format_message() + _leaving_out(error, arguments), BAD_USE)
    except ThabatError as error:
        return _told(_sentence(error), _exit_code(error))
    except KeyboardInterrupt:  # outside a command; inside one typer says the same
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence, which says how to see more
        return _told(_fault(error), FAULT)


def _leaving_out(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """How to give a query that begins with a minus, which looks like an option."""
    if not hasattr(error, "option_name") or not arguments or arguments[0] not in _ASKING:
        return ""
    query = next((one for one in arguments[1:] if len(one) > 2 and one[0] == "-" != one[1]), None)
    if query is None:
        return ""
    return f". A query that begins with a minus comes last, after --: thabat {arguments[0]} -- {shlex.quote(query)}"


def _exit_code(error: ThabatError) -> int:
    if isinstance(error, Broken):
        return FOUND
    return FAULT if isinstance(error, Unavailable) else BAD_USE


def _sentence(error: ThabatError) -> str:
    if _debugging():
        traceback.print_exc()
    return _of_options(error) if isinstance(error, BadQuery) else str(error)


def _of_options(error: BadQuery) -> str:
    """With the option that is at fault, or the character of the query."""
    name = (error.pointer or "/q").removeprefix("/")
    if name == "q":
        said = "(character " in error.detail or error.position >= len(error.query)
        return error.detail if said else f"{error.detail} (character {error.position + 1})"
    return f"--{_OPTIONS.get(name, name.replace('_', '-'))}: {error.detail}"


def _fault(error: Exception) -> str:
    """Only the first line: what a library adds below it may quote a text that is not meant for a log."""
    if _debugging():
        traceback.print_exc()
    first = (str(error).splitlines() or [""])[0][:200]
    return f"internal fault: {type(error).__name__}: {first} (THABAT_DEBUG=1 shows the traceback)"


def _told(message: str, code: int) -> int:
    complain(message)
    return code


def _debugging() -> bool:
    from api.settings import Settings

    try:
        return Settings.read().debug
    except ThabatError:
        return False


if __name__ == "__main__":
    run()
