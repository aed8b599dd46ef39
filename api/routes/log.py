"""``/log`` and ``/journal``: signed checkpoints, and receipts that prove a deed without us."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import PlainTextResponse

from api.deps import ReaderDep, ServicesDep
from api.openapi import PLAIN_TEXT, problems
from archive.errors import NotFound
from archive.journal import entries
from archive.journal.receipts import SUFFIX

router = APIRouter(tags=["proof"])

Sequence = Annotated[int, Path(ge=0, le=2**53, description="Number of the entry, from 0.")]


@router.get("/log/checkpoint", response_class=PlainTextResponse, responses={**PLAIN_TEXT, **problems(401, 404)})
def read_checkpoint(services: ServicesDep, _who: ReaderDep) -> PlainTextResponse:
    """The newest signed checkpoint of the journal (c2sp.org/tlog-checkpoint)."""
    note = services.custody.remembered()
    if note is None:
        raise NotFound("no checkpoint has been signed yet", code="no-checkpoint")
    return PlainTextResponse(note, headers={"Cache-Control": "no-cache"})


@router.get("/log/vkey", response_class=PlainTextResponse, responses={**PLAIN_TEXT, **problems(401, 404)})
def read_vkey(services: ServicesDep, _who: ReaderDep) -> PlainTextResponse:
    """The public key that checkpoints are signed with (c2sp.org/signed-note). Keep a copy elsewhere."""
    return PlainTextResponse(f"{services.custody.vkey()}\n")


@router.get(
    "/journal/{seq}/receipt", response_class=PlainTextResponse, responses={**PLAIN_TEXT, **problems(401, 404, 422)}
)
def read_receipt(seq: Sequence, services: ServicesDep, _who: ReaderDep) -> PlainTextResponse:
    """A proof, checkable offline, that one entry is in the journal (c2sp.org/tlog-proof)."""
    with services.database.read() as session:
        receipt = entries.receipt(session, seq)
    return PlainTextResponse(receipt, headers={"Content-Disposition": f'attachment; filename="{seq}{SUFFIX}"'})
