"""``thabat serve`` and ``thabat work``: the processes that stay."""

from __future__ import annotations

import logging
import os
import signal
import socket
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Final

import typer

from api.cli.options import DataOption, JsonOption, opened, read_settings
from api.cli.output import say, say_json, tell
from api.supervision import UNTIL_STDIN_ENDS, WorkerProcess, when_stdin_ends

if TYPE_CHECKING:
    from api.services import Services
    from api.settings import Settings
    from api.translating import Lane
    from api.worker import Worker

BESIDE_NICENESS: Final = 5  # requests come before what is owed, on a machine with few cores


def register(app: typer.Typer) -> None:
    app.command("serve", epilog="Example: thabat serve --host 127.0.0.1 --port 8077")(serve)
    app.command("work", epilog="Example: thabat work --once")(work)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [127.0.0.1]", show_default=False)] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on [8077]; 0 takes a free one", show_default=False)
    ] = None,
    no_worker: Annotated[bool, typer.Option("--no-worker", help="Only answer; `thabat work` runs elsewhere")] = False,
    data: DataOption = None,
) -> None:
    """Serve the pages and the web API, with a worker inside, until SIGTERM or Ctrl-C."""
    serve_archive(read_settings(data, host=host, port=port, worker=False if no_worker else None))


def serve_archive(settings: Settings) -> None:
    """Serve until stopped; requests in flight and the job at hand are finished first."""
    import uvicorn

    from api.app import create_app
    from api.services import build

    _log_to_stderr()
    services = build(settings)
    try:
        with _listening(settings.host, settings.port) as listener:
            config = uvicorn.Config(create_app(services), log_level="warning", server_header=False)
            tell(f"serving {settings.data} on {_url(listener)}; Ctrl-C stops")
            _come_back_after_signals()
            with _beside(services):
                uvicorn.Server(config).run(sockets=[listener])
    finally:
        services.close()


def _listening(host: str, port: int) -> socket.socket:
    """Bound here, so that a port in use is an error of ours and port 0 is known by its number."""
    from archive.errors import Unavailable

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise Unavailable(
            f"cannot listen on {host} port {port}: {(error.strerror or '').partition(' (while')[0]}", code="address"
        ) from None


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _beside(services: Services) -> AbstractContextManager[object]:
    """A worker beside the server, if the settings want one."""
    return WorkerProcess(services.settings.data) if services.settings.worker else nullcontext()


def work(
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, then end (exit 1 if a job failed)")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="First owe again the jobs that were given up")] = False,
    until_stdin_ends: Annotated[bool, typer.Option(UNTIL_STDIN_ENDS, hidden=True)] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run a worker: split new versions, align pairs, translate what was asked for, index, sign checkpoints."""
    from api.translating import Lane
    from api.worker import Worker
    from archive.jobs import retry_failed
    from archive.values import utc_now

    _log_to_stderr()
    with opened(data) as services:
        if retry:
            with services.database.write() as session:
                tell(f"{retry_failed(session, now=utc_now())} jobs are owed again")
        worker, lane = Worker(services), Lane(services)
        _stop_on_signals(worker, lane)
        if until_stdin_ends:
            os.nice(BESIDE_NICENESS)
            when_stdin_ends(worker.stop)
        _work(worker, lane, once=once)
    tally = worker.tally + lane.tally
    if as_json:
        say_json(asdict(tally))
    else:
        say(f"{tally.done} jobs done, {tally.failed} attempts failed")
    raise typer.Exit(1 if once and tally.failed else 0)


def _work(worker: Worker, lane: Lane, *, once: bool) -> None:
    """Machine translations go on beside the rest: a model at work must not keep a deposit waiting."""
    if once:
        lane.run_once()
        worker.run_once()
    else:
        with lane.beside():
            worker.run()


def _stop_on_signals(worker: Worker, lane: Lane) -> None:
    def stop(_number: int, _frame: object) -> None:
        lane.stop()
        worker.stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def _come_back_after_signals() -> None:
    """Uvicorn stops gracefully and then raises the signal again, which must not kill the worker beside it."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: None)


def _log_to_stderr() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
