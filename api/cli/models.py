"""``thabat models``: the packages for machine translation are installed, listed, checked and removed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from api.cli.options import ACTOR, DataOption, JsonOption, opened
from api.cli.output import plain, say, say_json, table, tell

if TYPE_CHECKING:
    from api.services import Services
    from archive.machine.package_index import Entry
    from archive.machine.package_record import Package

app = typer.Typer(
    help="Packages for machine translation: install, list, verify, remove.",
    epilog="Example: thabat models list",
    no_args_is_help=True,
    rich_markup_mode=None,
)

NONE_YET: Final = (
    "no translation package is installed: `thabat models install ar-en --from-index` fetches one from Argos’s list; "
    "offline, bring the .argosmodel file here and `thabat models install FILE`"
)
DEMONSTRATION: Final = "a demonstration model: it knows the texts of the demonstration and translates nothing else"


@app.command("list", epilog="Example: thabat models list --json")
def list_models(data: DataOption = None, as_json: JsonOption = False) -> None:
    """What is installed: pair and version, first digits of the SHA-256, size, where it came from."""
    with opened(data) as services:
        packages, unreadable = services.packages.store.installed(), services.packages.store.unreadable()
    if as_json:
        say_json([package.as_record() for package in packages])
    elif not packages and not unreadable:
        tell(NONE_YET)
    else:
        table([_row(package) for package in packages])
    if unreadable:
        tell(f"{len(unreadable)} more cannot be read: `thabat models verify` says why")


def _row(package: Package) -> tuple[str, ...]:
    mark = "demonstration model" if package.demonstration else plain(package.licence) or "licence not stated"
    size = f"{package.size / 1024**2:.1f} MiB"
    return (
        f"{package.pair}@{package.version}",
        package.id[:12],
        size,
        f"{package.installed_at:%Y-%m-%d}",
        mark,
        plain(package.source),
    )


@app.command("install", epilog="Example: thabat models install translate-ar_en-1_0.argosmodel")
def install(
    package: Annotated[
        str, typer.Argument(metavar="FILE|PAIR", help="An .argosmodel file; with --from-index a pair like ar-en")
    ],
    from_index: Annotated[
        bool,
        typer.Option("--from-index", help="Fetch the pair from Argos's list; the only command that asks the network"),
    ] = False,
    sha256: Annotated[
        str | None, typer.Option(help="Refuse a package with another SHA-256", show_default=False)
    ] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check a package, try it out, keep it under its SHA-256 and write that into the journal."""
    _check_digest(sha256)
    with opened(data) as services:
        if from_index:
            installed, fresh = _from_index(services, package, sha256, quiet=as_json)
        else:
            file = _file(package)
            installed, fresh = _keep(services, file, source=file.name, sha256=sha256)
    if as_json:
        say_json({**installed.as_record(), "fresh": fresh})
        return
    say(f"{'installed' if fresh else 'already there'}  {installed.label}  {len(installed.files)} files")
    say(f"sha256  {installed.id}")
    if installed.demonstration:
        tell(f"It is {DEMONSTRATION}.")


def _check_digest(sha256: str | None) -> None:
    from archive.errors import BadInput
    from archive.values import Digest

    try:
        Digest((sha256 or "0" * 64).lower())
    except ValueError:
        raise BadInput(
            f"--sha256: expected 64 hexadecimal digits, found {str(sha256)[:80]!r}", code="malformed"
        ) from None


def _file(named: str) -> Path:
    from archive.errors import BadInput, ThabatError
    from archive.machine.package_index import read_pair

    file = Path(named)
    if file.is_file():
        return file
    try:
        read_pair(named)
    except ThabatError:
        raise BadInput(f"there is no file {named}", code="unreadable-file") from None
    raise BadInput(
        f"there is no file {named}; as a pair of languages it is fetched over the network when --from-index says so",
        code="unreadable-file",
    )


def _keep(
    services: Services,
    file: Path,
    *,
    source: str,
    sha256: str | None,
    check: Callable[[Package], None] | None = None,
) -> tuple[Package, bool]:
    from archive.machine.translator_argos import try_out
    from archive.values import utc_now

    def trial(package: Package) -> None:
        if check is not None:
            check(package)
        try_out(package)

    return services.packages.install(file, source=source, actor=ACTOR, now=utc_now(), sha256=sha256, trial=trial)


def _from_index(services: Services, pair: str, sha256: str | None, *, quiet: bool) -> tuple[Package, bool]:
    """Fetch into a file beside the packages; it is gone afterwards, whatever happened."""
    from archive.machine import package_index

    wanted = package_index.read_pair(pair)
    address = services.settings.argos_index or _argos_own_list()
    entry = package_index.choose(package_index.fetch_list(address), *wanted)
    with _downloaded(services, entry, quiet=quiet) as (file, link):
        return _keep(
            services, file, source=link, sha256=sha256, check=lambda package: package_index.check(entry, package)
        )


def _argos_own_list() -> str:
    from archive.machine import argos

    return str(argos.load().settings.remote_package_index)


@contextmanager
def _downloaded(services: Services, entry: Entry, *, quiet: bool) -> Iterator[tuple[Path, str]]:
    import tempfile

    from api.cli.progress import bar_or_lines
    from archive.machine import package_index

    root = services.packages.store.root
    root.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".incoming-", dir=root) as folder:
        file = Path(folder) / "package.argosmodel"
        if quiet:
            link = package_index.download(entry, file)
        else:
            with bar_or_lines(entry.label) as advance:
                link = package_index.download(entry, file, progress=lambda done, size: advance(done, size or done))
        yield file, link


@app.command("remove", epilog="Example: thabat models remove ar-en@1.0")
def remove(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Pair, pair@version, name, or the first digits of the SHA-256")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Also one that made translations, which then nobody can make again")
    ] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Delete a package. Refused while a translation is owed through it; its hashes stay in the journal."""
    from archive.values import utc_now

    with opened(data) as services:
        package = services.packages.remove(name, actor=ACTOR, now=utc_now(), force=force)
    if as_json:
        say_json(package.as_record())
    else:
        say(f"removed  {package.label}")


@app.command("verify", epilog="Example: thabat models verify ar-en")
def verify(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="Pair, pair@version, name, or the first digits of the SHA-256; all by default"
        ),
    ] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hash every file of the installed packages again. Exit 1 when one is not what was installed."""
    with opened(data) as services:
        checks = services.packages.verify(name)
    broken = any(check.problems for check in checks)
    if as_json:
        found: list[dict[str, Any]] = [
            {"id": check.id, "files": check.files, "problems": list(check.problems)} for check in checks
        ]
        say_json({"outcome": "BROKEN" if broken else "HOLDS", "packages": found})
    for check in () if as_json else checks:
        say(f"{'BROKEN' if check.problems else 'HOLDS ':<7} {check.id[:12]}  {check.files} files")
        for problem in check.problems:
            say(f"        {plain(problem)}")
    if not checks and not as_json:
        tell(NONE_YET)
    raise typer.Exit(1 if broken else 0)
