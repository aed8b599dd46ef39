"""What a verification found: numbered steps, each HOLDS, BROKEN or NOT CHECKED, broken things by name.

Plain values; nothing is looked up here. A :class:`Tally` is filled while a step runs and becomes a
frozen :class:`Step`. BROKEN outweighs NOT CHECKED, and NOT CHECKED outweighs HOLDS: a step that could
look at only a part does not claim the whole.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Final

from archive.values import Outcome

MAX_NAMED: Final = 100
"""Broken things named in one step. More are counted: a report of a wrecked archive stays readable."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind were checked and are right."""

    one: str
    many: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.number} {self.one if self.number == 1 else self.many}"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the report, and one below it for each broken thing (at most :data:`MAX_NAMED`)."""

    number: int
    title: str
    counts: tuple[Count, ...]
    broken: tuple[str, ...]
    broken_count: int
    unchecked: tuple[tuple[str, int], ...]  # reason, how many; 0: there is nothing of the kind

    @property
    def outcome(self) -> Outcome:
        if self.broken_count:
            return Outcome.BROKEN
        return Outcome.NOT_CHECKED if self.unchecked else Outcome.HOLDS

    @property
    def held(self) -> dict[str, int]:
        return {count.many: count.number for count in self.counts}

    def as_dict(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "title": self.title,
            "outcome": self.outcome.value,
            "held": self.held,
            "broken": list(self.broken),
            "broken_count": self.broken_count,
            "not_checked": [{"reason": reason, "count": count} for reason, count in self.unchecked],
        }

    def as_text(self) -> str:
        lines = [f"{self.number:>2}  {self.outcome.value:<11}  {self.title}: {self._figures()}"]
        lines += [f"      - {name}" for name in self.broken]
        if self.broken_count > len(self.broken):
            lines.append(f"      - and {self.broken_count - len(self.broken)} more")
        return "\n".join(lines)

    def _figures(self) -> str:
        """What is counted first is always said; of the rest, what there is."""
        nothing = [reason for reason, count in self.unchecked if not count]
        counted = ", ".join(str(count) for place, count in enumerate(self.counts) if count.number or not place)
        figures = nothing if nothing and not any(self.held.values()) else [counted, *nothing]
        figures += [f"{self.broken_count} broken"] if self.broken_count else []
        figures += [f"{count} not checked: {reason}" for reason, count in self.unchecked if count]
        return "; ".join(figures)


@dataclass(frozen=True, slots=True)
class Report:
    """All steps, in order."""

    steps: tuple[Step, ...]

    @property
    def outcome(self) -> Outcome:
        """BROKEN if any step is, else HOLDS; which steps were not checked is said beside it."""
        return Outcome.BROKEN if self._numbers(Outcome.BROKEN) else Outcome.HOLDS

    @property
    def exit_code(self) -> int:
        return 1 if self.outcome is Outcome.BROKEN else 0

    def as_dict(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome.value,
            "exit_code": self.exit_code,
            "not_checked": self._numbers(Outcome.NOT_CHECKED),
            "steps": [step.as_dict() for step in self.steps],
        }

    def as_text(self) -> str:
        """The report for people, one line a step and one for each broken thing; ends in a newline."""
        return "\n".join([*(step.as_text() for step in self.steps), self._verdict()]) + "\n"

    def _verdict(self) -> str:
        broken, unchecked = self._numbers(Outcome.BROKEN), self._numbers(Outcome.NOT_CHECKED)
        said = [f"BROKEN in {_steps(broken)}" if broken else "HOLDS"]
        said += [f"not checked: {_steps(unchecked)}"] if unchecked else []
        return f"Result: {'; '.join(said)}"

    def _numbers(self, outcome: Outcome) -> list[int]:
        return [step.number for step in self.steps if step.outcome is outcome]


def _steps(numbers: list[int]) -> str:
    return f"step{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


class Tally:
    """A step while it runs. ``units``: what it counts, singular and plural; the first is meant unless said."""

    def __init__(self, number: int, title: str, *units: tuple[str, str]) -> None:
        self._number, self._title = number, title
        self._held = {many: Count(one, many) for one, many in units}
        self._first = units[0][1]
        self._broken: list[str] = []
        self._broken_count = 0
        self._unchecked: Counter[str] = Counter()

    def holds(self, count: int = 1, unit: str | None = None) -> None:
        unit = unit or self._first
        self._held[unit] = replace(self._held[unit], number=self._held[unit].number + count)

    def broken(self, name: str) -> None:
        """Count one broken thing; ``name`` says which, what was expected and what was found."""
        self._broken_count += 1
        if len(self._broken) < MAX_NAMED:
            self._broken.append(name)

    def not_checked(self, reason: str, count: int = 1) -> None:
        self._unchecked[reason] += count

    def check(self, *, holds: bool, name: str, unit: str | None = None) -> None:
        if holds:
            self.holds(unit=unit)
        else:
            self.broken(name)

    def step(self) -> Step:
        return Step(
            number=self._number,
            title=self._title,
            counts=tuple(self._held.values()),
            broken=tuple(self._broken),
            broken_count=self._broken_count,
            unchecked=tuple(self._unchecked.items()),
        )
