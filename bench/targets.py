"""What is wanted, and whether it was reached. Pure: ratios of what was measured in one run."""

from collections.abc import Iterable
from dataclasses import dataclass, field

MEMORY_MB = 90  # the most a worker may have after DISTINCT pages
DISTINCT = 10_000
GROWN = 1_000  # roles, from where a plan tells something
FLAT_MB = 5  # growth over MANY requests that is still flat
MANY = 200_000


@dataclass(frozen=True)
class Memory:
    """Of a worker, MB: the most after so many distinct pages, then before and after so many more requests."""

    distinct: int
    peak: float
    before: float
    requests: int
    after: float


@dataclass(frozen=True)
class Measured:
    """One database, one size of the catalogue. page_ms, floor_ms: CPU; p50, p99: ms with one connection; the rates are
    requests a second, None where the site doesn't offer it; hits: per cent of the requests to nginx that its cache
    answered; variants: compressed pages that came out of it; growing: faults of the comparison page's queries."""

    database: str
    roles: int
    page_ms: float
    floor_ms: float
    size: int
    queries: float
    p50: float
    p99: float
    constant: float
    cached: float
    unchanged: float | None
    static: float
    front: float
    static_packed: float
    front_packed: float | None
    hits: float
    variants: tuple[str, ...]
    growing: tuple[str, ...]
    memory: Memory | None = None
    others: dict[str, dict[str, object]] = field(default_factory=dict)


@dataclass(frozen=True)
class Target:
    name: str
    wanted: str
    found: str
    is_met: bool


def at_most(name: str, limit: float, value: float, note: str = "") -> Target:
    return Target(name, f"≤ {limit:g}×", f"{value:.2f}×{note}", value <= limit)


def at_least(name: str, limit: float, value: float | None, note: str = "") -> Target:
    if value is None:
        return Target(name, f"≥ {limit:g}×", "the site doesn’t offer it", False)
    return Target(name, f"≥ {limit:g}×", f"{value:.2f}×{note}", value >= limit)


def ratio(value: float | None, base: float) -> float | None:
    return None if value is None or not base else value / base


def targets(measured: Measured, floor_ms: float) -> list[Target]:
    """Of one database and size. floor_ms: of the same pages on SQLite."""
    m = measured
    floor = f" ({m.page_ms:.1f} against {floor_ms:.2f} ms"
    floor += ")" if floor_ms == m.floor_ms else f"; {m.page_ms / m.floor_ms:.2f}× of its own {m.floor_ms:.2f} ms)"
    found = [
        at_most("uncached comparison: CPU to the replay floor", 4, m.page_ms / floor_ms, floor),
        at_most("the same: p99 to p50, one connection", 1.5, m.p99 / m.p50, f" ({m.p99:.1f} and {m.p50:.1f} ms)"),
        at_least("cached page to a constant view", 0.85, ratio(m.cached, m.constant), _rates(m.cached, m.constant)),
        at_least("304 to a constant view", 0.9, ratio(m.unchanged, m.constant), _rates(m.unchanged, m.constant)),
        at_least("nginx’s cache to a file", 0.8, ratio(m.front, m.static), _rates(m.front, m.static)),
        at_least("the same, compressed", 0.8, ratio(m.front_packed, m.static_packed)),
        Target("requests that nginx’s cache answered", "100%", f"{m.hits:.1f}%", m.hits >= 99.95),
        Target("compressed pages kept", "br, gzip", ", ".join(m.variants) or "none", set(m.variants) == {"br", "gzip"}),
    ]
    return [*found, *(_plans(m) if m.roles >= GROWN else ()), *(_memory(m.memory) if m.memory else ())]


def _plans(measured: Measured) -> list[Target]:
    """In a small catalogue a database reads a whole table because that is quickest."""
    faults = measured.growing
    return [Target("queries of the page that grow", "none", "; ".join(faults) or "none", not faults)]


def _rates(value: float | None, base: float) -> str:
    return "" if value is None else f" ({value:,.0f} and {base:,.0f} a second)"


def _memory(memory: Memory) -> list[Target]:
    grown = memory.after - memory.before
    return [
        Target(
            f"peak memory of a worker after {memory.distinct:,} distinct pages",
            f"≤ {MEMORY_MB} MB",
            f"{memory.peak:.0f} MB",
            memory.peak <= MEMORY_MB and memory.distinct >= DISTINCT,
        ),
        Target(
            f"its growth over {memory.requests:,} more requests",
            f"≤ {FLAT_MB} MB over {MANY:,}",
            f"{grown:.1f} MB",
            grown <= FLAT_MB and memory.requests >= MANY,
        ),
    ]


def growth(small: Measured, large: Measured) -> list[Target]:
    """The same at a larger size of the same database. A rate may fall as much as a time may rise."""
    slower = [
        ("uncached comparison: CPU", large.page_ms, small.page_ms),
        ("the same: p99, one connection", large.p99, small.p99),
        ("cached page", small.cached, large.cached),
        ("nginx’s cache", small.front, large.front),
    ]
    return [at_most(f"{name}, {large.roles:,} roles to {small.roles:,}", 1.1, a / b) for name, a, b in slower if b]


def all_targets(runs: Iterable[Measured]) -> list[tuple[str, list[Target]]]:
    """Under a heading each."""
    found, runs = [], list(runs)
    floors = {run.roles: run.floor_ms for run in runs if run.database == "sqlite"}
    for run in runs:
        found.append((f"{run.database}, {run.roles:,} roles", targets(run, floors.get(run.roles, run.floor_ms))))
    for database in dict.fromkeys(run.database for run in runs):
        sizes = sorted((run for run in runs if run.database == database), key=lambda run: run.roles)
        if len(sizes) > 1:
            found.append((f"{database}, growth", growth(sizes[0], sizes[-1])))
    return found
