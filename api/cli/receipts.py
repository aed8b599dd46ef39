"""What ``thabat add`` shows of a deposit: how each text was read, what was found in it, what was kept."""

from __future__ import annotations

from collections import Counter
from typing import Any

from api.cli.output import isolated, plain, say
from archive.intake.checks import language_check
from archive.intake.drafting import Draft
from archive.intake.hands import AgentDraft, HopDraft
from archive.intake.intake import Prepared
from archive.intake.receipt import Receipt
from archive.intake.recording import claims_record
from archive.values import Digest

_LONGEST_LINE = 100


def described(prepared: Prepared, receipt: Receipt | None) -> dict[str, Any]:
    """The deposit as plain data; without a receipt (a dry run) there are no ids."""
    kept = {text.key: text for text in receipt.texts} if receipt else {}
    texts = []
    for draft in prepared.drafts:
        ids = kept.get(draft.text.key)
        named = {"version": ids.version_id, "text": ids.text_id} if ids else {}
        texts.append({**_reading(draft, force=prepared.force), **named})
    notices = receipt.notices if receipt else prepared.notices
    return {
        "work": receipt.work_id if receipt else None,
        "created": receipt.created if receipt else False,
        "dry_run": receipt is None,
        "journal_seq": receipt.journal_seq if receipt else None,
        "texts": texts,
        "notices": [{"code": item.code, "detail": item.detail, "text": item.text} for item in notices],
    }


def _reading(draft: Draft, *, force: bool) -> dict[str, Any]:
    decoded = draft.reading.decoded
    return {
        "key": draft.text.key,
        "role": draft.text.role.value,
        "filename": draft.text.source.filename,
        "media_type": draft.reading.media_type,
        "charset": decoded.charset,
        "charset_basis": decoded.basis,
        "charset_confidence": decoded.confidence_percent,
        "language": draft.language,
        "language_check": language_check(draft, force=force),
        "title": draft.title,
        "blocks": dict(Counter(block.kind.value for block in draft.layout)),
        "removed": [{"text": item.text, "reason": item.reason} for item in draft.reading.removed],
        "disclaimers": [
            {"quote": item.quote, "language": item.language, "kind": item.kind, "claims": claims_record(item)}
            for item in draft.disclaimers
        ],
        "hops": [_hop(hop) for hop in draft.hops],
        "completeness": draft.extent.completeness.value,
        "bytes_sha256": Digest.of(draft.text.source.data),
        "canonical_sha256": Digest.of(draft.content.encode()),
    }


def _hop(hop: HopDraft) -> dict[str, Any]:
    return {
        "role": hop.role,
        "agent": _name(hop.agent),
        "identity": hop.agent.identity.value,
        "on_behalf_of": _name(hop.on_behalf_of) if hop.on_behalf_of else None,
        "label": hop.label,
        "basis": hop.basis.value,
        "certainty": hop.certainty.value,
        "quote": hop.quote,
        "proposed_by": hop.proposed_by,
    }


def _name(agent: AgentDraft) -> str | None:
    return agent.names[0].name if agent.names else None


def print_deposit(found: dict[str, Any]) -> None:
    """For people: a few lines a text, then what was kept."""
    for text in found["texts"]:
        _print_text(text)
    for notice in found["notices"]:
        where = f"{notice['text']}: " if notice["text"] else ""
        say(f"notice  {notice['code']}: {where}{isolated(notice['detail'])}")
    if found["dry_run"]:
        say("dry run: nothing was written")
    elif found["created"]:
        say(f"kept  work {found['work']}, journal entry {found['journal_seq']}")
    else:
        say(f"kept already  work {found['work']}")


def _print_text(text: dict[str, Any]) -> None:
    check = text["language_check"]
    name = f" from {plain(text['filename'])}" if text["filename"] else ""
    say(f"{text['key']} ({text['role']}){name}")
    guess = f"{text['charset']} ({text['charset_basis']}, {text['charset_confidence']} %)"
    say(f"  encoding     {guess}, {text['media_type']}")
    say(f"  language     {text['language']}; {isolated(check['sentence'])}")
    say(f"  title        {isolated(text['title']) if text['title'] else '(none)'}")
    say(f"  blocks       {', '.join(f'{count} {kind}' for kind, count in text['blocks'].items())}")
    for item in text["removed"]:
        say(f"  removed      {isolated(_short(item['text']))} ({item['reason']})")
    for item in text["disclaimers"]:
        claims = [name for name, value in item["claims"].items() if value is True]
        say(f"  disclaimer   {isolated(_short(item['quote']))} (claims: {', '.join(claims) or 'none'})")
    for hop in text["hops"]:
        _print_hop(hop)
    say(f"  bytes        sha256 {text['bytes_sha256']}")
    say(f"  canonical    sha256 {text['canonical_sha256']}")
    if "version" in text:
        say(f"  version      {text['version']}")


def _print_hop(hop: dict[str, Any]) -> None:
    agent = isolated(hop["agent"]) if hop["agent"] else "unnamed" if hop["identity"] == "unknown" else hop["identity"]
    behalf = f" for {isolated(hop['on_behalf_of'])}" if hop["on_behalf_of"] else ""
    label = f" ({isolated(hop['label'])})" if hop["label"] else ""
    quote = f", “{isolated(_short(hop['quote']))}”" if hop["quote"] else ""
    proposed = ", proposed" if hop["proposed_by"] else ""
    say(f"  hop          {hop['role']} {agent}{behalf}{label}: {hop['basis']}, {hop['certainty']}{proposed}{quote}")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}…"
