"""``/disclaimers``: which wordings, what they claim, and where they stand."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import ReaderDep, ServicesDep
from api.openapi import problems
from api.schemas.works import Disclaimer, DisclaimerLine, DisclaimerList, DisclaimerPage, DisclaimerPlace

router = APIRouter(prefix="/disclaimers", tags=["disclaimers"])


@router.get("", responses=problems(401))
def list_disclaimers(services: ServicesDep, _who: ReaderDep) -> DisclaimerList:
    """Every wording, most used first."""
    lines = [
        DisclaimerLine(disclaimer=Disclaimer.model_validate(wording), uses=uses)
        for wording, uses in services.catalogue.disclaimers()
    ]
    return DisclaimerList(disclaimers=lines)


@router.get("/{disclaimer_id}", responses=problems(401, 404))
def read_disclaimer(disclaimer_id: str, services: ServicesDep, _who: ReaderDep) -> DisclaimerPage:
    """One wording, what it claims, and where it stands."""
    wording, uses = services.catalogue.disclaimer(disclaimer_id)
    places = [DisclaimerPlace(work=work, version=version, span=(span.start, span.end)) for work, version, span in uses]
    return DisclaimerPage(disclaimer=Disclaimer.model_validate(wording), uses=places)
