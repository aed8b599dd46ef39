"""The archivist's metadata: one schema for pair.toml, the API's JSON and the lines of an import.

Unknown fields are refused, not ignored: a mistyped ``publised`` must not vanish. Every fault becomes
:class:`archive.errors.BadMetadata` with a JSON Pointer to the field. What the fields mean together
(keys, derivations, cycles) is :mod:`archive.intake.deposit`'s business.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from archive.chain.dates import edtf_date
from archive.chain.roles import role as known_role
from archive.errors import BadMetadata
from archive.models.chain import (
    AgentKind,
    Basis,
    Binding,
    Certainty,
    Completeness,
    DerivationKind,
    Directness,
    Identity,
    NameKind,
)
from archive.models.works import TextRole, WorkKind
from archive.text.normalise import canonical, canonical_line
from archive.values import language_tag

MAX_LINE: Final = 2_000  # code points in a name, title or label: longer is a text in the wrong field
MAX_PROSE: Final = 20_000  # code points in a note
MAX_HOPS: Final = 200


def _line(value: str) -> str:
    line = canonical_line(value)
    if not line:
        raise ValueError("is empty")
    return line


def _web_address(value: str) -> str:
    """Pages make links of these, so ``javascript:`` and its like stay out."""
    parts = urlsplit(value.strip())
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"expected an http or https address, found {value[:80]!r}")
    return value.strip()


def _edtf(value: str) -> str:
    return edtf_date(value).text


def _role(value: str) -> str:
    return known_role(value).code


Prose = Annotated[str, Field(max_length=MAX_PROSE), AfterValidator(canonical)]
WebAddress = Annotated[str, Field(max_length=MAX_LINE), AfterValidator(_web_address)]
Line = Annotated[str, Field(max_length=MAX_LINE), AfterValidator(_line)]
Tag = Annotated[str, AfterValidator(language_tag)]
Edtf = Annotated[str, Field(max_length=200), AfterValidator(_edtf)]
RoleCode = Annotated[str, AfterValidator(_role)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NameMetadata(_Strict):
    name: Line
    language: Tag | None = None
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")] | None = None  # ISO 15924
    kind: NameKind = NameKind.PRINTED


class AgentMetadata(_Strict):
    """Who. Nobody is invented: without a name, ``identity`` has to say why there is none."""

    name: Line | None = None
    names: tuple[NameMetadata, ...] = ()
    kind: AgentKind = AgentKind.UNKNOWN
    identity: Identity = Identity.NAMED


class HopMetadata(_Strict):
    agent: AgentMetadata
    role: RoleCode
    side: str = "translation"
    on_behalf_of: Line | None = None
    label: Line | None = None
    date: Edtf | None = None
    basis: Basis = Basis.ASSERTED
    certainty: Certainty = Certainty.CERTAIN
    quote: Annotated[str, Field(max_length=MAX_LINE)] | None = None


class TextMetadata(_Strict):
    """One text of a deposit. ``file`` names a file beside the metadata; ``text`` carries the text itself."""

    key: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,80}$")] | None = None
    role: TextRole | None = None
    file: str | None = None
    filename: Annotated[str, Field(max_length=400)] | None = None
    text: str | None = None
    sentences: tuple[str, ...] | None = None
    media_type: Annotated[str, Field(max_length=200)] | None = None
    charset: Annotated[str, Field(max_length=60)] | None = None
    language: Tag | None = None
    title: Line | None = None
    standfirst: Line | None = None
    url: WebAddress | None = None
    published: Edtf | None = None
    outlet: Line | None = None
    captured: AwareDatetime | None = None
    from_: tuple[str, ...] | None = Field(default=None, alias="from")
    revises: str | None = None
    derivation: DerivationKind | None = None
    completeness: Completeness | None = None
    completeness_quote: Annotated[str, Field(max_length=MAX_LINE)] | None = None
    directness: Directness | None = None
    pivot: str | None = None
    binding: Binding | None = None


class Metadata(_Strict):
    kind: WorkKind | None = None
    external_id: Annotated[str, Field(max_length=400), AfterValidator(_line)] | None = None
    note: Prose | None = None
    original: TextMetadata | None = None
    translation: TextMetadata | None = None
    texts: tuple[TextMetadata, ...] = ()
    hops: Annotated[tuple[HopMetadata, ...], Field(max_length=MAX_HOPS)] = ()


def from_mapping(data: Mapping[str, Any]) -> Metadata:
    """Validate ``data``; :class:`BadMetadata` names the first field that is wrong, and how many are."""
    for pointer in _broken_strings(data, ""):
        raise BadMetadata("a lone surrogate is no character: this text has no UTF-8", code="surrogate", pointer=pointer)
    try:
        metadata = Metadata.model_validate(data)
    except ValidationError as error:
        raise _bad_metadata(error) from None
    for number, hop in enumerate(metadata.hops):
        _check_agent(hop.agent, f"/hops/{number}/agent")
        if hop.basis is Basis.PRINTED and not (hop.quote and hop.quote.strip()):
            raise BadMetadata(
                "a hop “as printed” needs the printed words as its quote",
                code="missing-field",
                pointer=f"/hops/{number}/quote",
            )
    return metadata


def _broken_strings(value: Any, pointer: str) -> Iterator[str]:
    """Pointers to strings without UTF-8. Texts themselves are checked, with the place, when they are encoded."""
    if isinstance(value, str) and not pointer.endswith("/text") and "/sentences/" not in pointer:
        if any("\ud800" <= character <= "\udfff" for character in value):
            yield pointer
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _broken_strings(item, f"{pointer}/{key}")
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _broken_strings(item, f"{pointer}/{number}")


def from_toml(source: bytes) -> Metadata:
    try:
        return from_mapping(tomllib.loads(source.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise BadMetadata(f"the metadata file is not UTF-8: byte {error.start}", code="malformed") from None
    except tomllib.TOMLDecodeError as error:
        raise BadMetadata(f"the metadata file is not TOML: {error}", code="malformed") from None


def _check_agent(agent: AgentMetadata, pointer: str) -> None:
    named = agent.name is not None or bool(agent.names)
    if agent.identity in (Identity.NAMED, Identity.PSEUDONYM) and not named:
        raise BadMetadata(
            'a hop needs an agent: give a name, or say identity = "unknown", "anonymous" or "withheld"',
            code="missing-field",
            pointer=pointer,
        )
    if agent.identity in (Identity.WITHHELD, Identity.UNKNOWN) and named:
        raise BadMetadata(
            f"an agent whose identity is {agent.identity.value} cannot carry a name: the archive would publish it",
            code="contradiction",
            pointer=f"{pointer}/name",
        )


_CODES: Final = {"extra_forbidden": "unknown-field", "missing": "missing-field"}
_CODES_BY_FIELD: Final = {"role": "unknown-role", "published": "impossible-date", "date": "impossible-date"}


def _bad_metadata(error: ValidationError) -> BadMetadata:
    faults = error.errors(include_url=False, include_context=False)
    first = faults[0]
    path = [str(part) for part in first["loc"]]
    field = path[-1] if path else ""
    code = _CODES.get(first["type"]) or _field_code(path, field)
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return BadMetadata(f"{_sentence(first, field)}{more}", code=code, pointer="/" + "/".join(path))


def _field_code(path: list[str], field: str) -> str:
    if field == "role" and "hops" not in path:
        return "malformed"
    return _CODES_BY_FIELD.get(field, "malformed")


def _sentence(fault: ErrorDetails, field: str) -> str:
    """What was expected of ``field`` and what was found."""
    if fault["type"] == "extra_forbidden":
        return f"{field}: this field is not known"
    if fault["type"] == "missing":
        return "an agent is needed for every hop" if field == "agent" else f"{field}: this field is needed"
    message = fault["msg"].removeprefix("Value error, ")
    if "found" in message:
        return message if message.startswith(field) else f"{field}: {message}"
    return f"{field}: {message}, found {fault['input']!r:.120}"
