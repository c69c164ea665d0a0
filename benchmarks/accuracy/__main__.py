"""Prints how well mentions, dates and reports are found, for us and for peers on the same text.

    make accuracy                                   # the half that is only scored
    python benchmarks/accuracy --half develop --errors
    python benchmarks/accuracy --noise FOLDER       # false hits a megabyte on other text

The rules were written while looking at the develop half alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from agreement import agreement
from dates import print_dates
from gold import HALVES, GoldDocument, read_gold
from noise import print_noise
from ours import Ours
from peers import PEERS, names_of
from report_gold import print_reports
from score import Found, Tally, score

GROUPS = {
    "Arabic titles": ("ar-t",),
    "Arabic news": ("ar-n",),
    "Arabic": ("ar-t", "ar-n"),
    "English": ("en-a", "en-b"),
    "Arabic reports": ("ar-r",),
    "English reports": ("en-r",),
    "French": ("fr",),
    "German": ("de",),
    "Spanish": ("es",),
    "Turkish": ("tr",),
    "Russian": ("ru",),
    "rare spellings": ("rare",),
    "distractors": ("dis",),
}
"""What is counted together: documents by the beginning of their ids."""
TARGETS = {
    "Arabic": (0.98, 0.97, 0.975),
    "English": (0.97, 0.95, 0.96),
    **dict.fromkeys(("French", "German", "Spanish", "Turkish", "Russian"), (0.96, 0.92, 0.94)),
}
"""Precision, recall and F1 that were asked for."""
RARE_RECALL, RARE_WRONG, FALSE_ALARMS = 0.95, 0.02, 1.0
SLACK = 0.005
FLOORS = Path(__file__).parent / "floors.json"

Pairs = list[tuple[GoldDocument, list[Found]]]


def group_of(document: GoldDocument, prefixes: Sequence[str]) -> bool:
    """Whether a document's id begins with one of the prefixes and a hyphen."""
    return any(document.id.startswith(prefix + "-") for prefix in prefixes)


def tallies(pairs: Pairs) -> dict[str, Tally]:
    """The tally of each group."""
    return {
        name: score((d, f) for d, f in pairs if group_of(d, prefixes))
        for name, prefixes in GROUPS.items()
    }


def figures(found: dict[str, Tally]) -> dict[str, float]:
    """The figures that must not fall, by name."""
    out: dict[str, float] = {}
    for name, tally in found.items():
        if name == "distractors":
            out["distractors: false alarms in 25"] = -false_alarms(tally)
        else:
            out[f"{name}: precision"] = tally.precision
            out[f"{name}: recall"] = tally.recall
    return out


def false_alarms(tally: Tally) -> float:
    """Places that are not there, for 25 passages."""
    return 25 * tally.wrong / tally.documents if tally.documents else 0.0


def _print_ours(found: dict[str, Tally]) -> None:
    print(f"{'':16} {'docs':>5} {'P':>6} {'R':>6} {'F1':>6}   target")
    for name, tally in found.items():
        line = f"{name:16} {tally.documents:5}"
        if name == "distractors":
            alarms = false_alarms(tally)
            print(
                f"{line}   {alarms:.1f} false alarms in 25 passages   {_met(FALSE_ALARMS - alarms)}"
            )
            continue
        line += f" {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}"
        if name in TARGETS:
            reached = (tally.precision, tally.recall, tally.f1)
            short = min(r - t for r, t in zip(reached, TARGETS[name], strict=True))
            wanted = "/".join(f"{t:g}" for t in TARGETS[name])
            line += f"   {wanted} {_met(short)}"
        if name == "rare spellings":
            elsewhere = tally.misplaced / (tally.right + tally.missed or 1)
            line += f"   recall {RARE_RECALL} {_met(tally.recall - RARE_RECALL)}; wrong place"
            line += f" {elsewhere:.3f} of {RARE_WRONG} {_met(RARE_WRONG - elsewhere)}"
        print(line)


def _met(over: float) -> str:
    return "met" if over >= -1e-9 else f"short by {-over:.3f}"


def _print_peers(documents: Sequence[GoldDocument], ours: dict[str, Tally], names: dict[str, str]):
    columns: dict[str, dict[str, Tally]] = {"aleppomap": ours}
    for peer in PEERS:
        try:
            system = peer(names)
        except ImportError as missing:
            print(f"(not measured: {missing.name} is not installed; make accuracy installs it)")
            continue
        columns[peer.name] = tallies([(d, system.find(d)) for d in documents])
    print("\nF1 (P/R), the same names and the same text")
    print(f"{'':15}" + "".join(f"{name:>19}" for name in columns))
    for group in GROUPS:
        cells = [_cell(group, found[group]) for found in columns.values()]
        print(f"{group:15}" + "".join(f"{cell:>19}" for cell in cells))


def _cell(group: str, tally: Tally) -> str:
    if group == "distractors":
        return f"{false_alarms(tally):.1f} alarms"
    return f"{tally.f1:.3f} ({tally.precision:.2f}/{tally.recall:.2f})"


def _print_traps(pairs: Pairs) -> None:
    by_trap: dict[str, Pairs] = defaultdict(list)
    for document, found in pairs:
        for trap in document.traps:
            by_trap[trap].append((document, found))
    print(f"\n{'trap':16} {'docs':>5} {'P':>6} {'R':>6} {'F1':>6}")
    for trap, marked in sorted(by_trap.items()):
        tally = score(marked)
        line = f"{trap:16} {tally.documents:5} {tally.precision:6.3f}"
        print(f"{line} {tally.recall:6.3f} {tally.f1:6.3f}")


def _print_errors(found: dict[str, Tally], most: int) -> None:
    """The worst errors of all groups: a wrong place before one that is missed."""
    errors = [
        f"{name}: {error}"
        for name, tally in found.items()
        if name != "Arabic"  # the two rows above it together
        for error in tally.errors
    ]
    for error in sorted(errors, key=lambda e: " wrong " not in e)[:most]:
        print(error)


def fallen(reached: dict[str, float], floors: dict[str, float]) -> list[str]:
    """One line for each figure that is below its floor, or that nobody measures any more."""
    lines = []
    for name, floor in floors.items():
        if name not in reached:
            lines.append(f"{name}: not measured; its floor is {floor:.3f}")
        elif reached[name] < floor and floor < 0:  # a count of what should not be
            lines.append(f"{name}: {-reached[name]:.3f} is above its ceiling {-floor:.3f}")
        elif reached[name] < floor:
            lines.append(f"{name}: {reached[name]:.3f} is below its floor {floor:.3f}")
    return lines


def _print_tables(options: argparse.Namespace, ours: Ours) -> dict[str, float]:
    """All tables; the figures that must not fall."""
    halves = HALVES if options.half == "both" else (options.half,)
    documents = [d for d in read_gold(halves) if any(group_of(d, p) for p in GROUPS.values())]
    pairs = [(document, ours.find(document)) for document in documents]
    found = tallies(pairs)
    print(f"Mentions, half {options.half!r}: right words and right place\n")
    _print_ours(found)
    if options.peers:
        _print_peers(documents, found, names_of(ours.atlas.gazetteer))
    _print_traps(pairs)
    reached = figures(found)
    for language, dates in print_dates(documents, ours, peers=options.peers).items():
        if dates.marks and language != "others":
            reached[f"dates {language}: right days"] = dates.right / dates.marks
    reached |= print_reports(halves, ours.extract, errors=options.errors)
    print(f"\nSecond, blind reading: {agreement()}")
    if options.errors or options.freeze_errors:
        _print_errors(found, options.freeze_errors or sys.maxsize)
    return reached


def main(words: Iterable[str] | None = None) -> int:
    """Prints the tables; 1 when a figure has fallen below its floor."""
    options = _options(words)
    if options.agreement:
        print(f"Second, blind reading: {agreement()}")
        return 0
    ours = Ours()
    if options.noise:
        print_noise(ours.atlas, options.noise)
        return 0
    reached = _print_tables(options, ours)
    if options.json:
        options.json.write_text(json.dumps(reached, indent=1) + "\n", encoding="utf-8")
    if options.write_floors:
        floors = {name: round(value - SLACK, 3) for name, value in reached.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if options.against and options.half != "scored":
        print("\nThe floors are those of the scored half; nothing is held against them here.")
        return 0
    floors = json.loads(options.against.read_text(encoding="utf-8")) if options.against else {}
    lines = fallen(reached, floors)
    print("\n".join(lines))
    return 1 if lines else 0


def _options(words: Iterable[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Accuracy on the gold of this project.")
    parser.add_argument("--half", choices=[*HALVES, "both"], default="scored")
    parser.add_argument("--errors", action="store_true", help="of the develop half only")
    parser.add_argument(
        "--freeze-errors", type=int, metavar="N", help="worst N of any half, for a closing note"
    )
    parser.add_argument("--agreement", action="store_true", help="of the two readers, no more")
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    parser.add_argument("--noise", type=Path, metavar="FOLDER", help="false hits on its *.txt")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--against", type=Path, metavar="FILE", help="floors, as floors.json")
    parser.add_argument("--write-floors", action="store_true")
    options = parser.parse_args(None if words is None else list(words))
    if options.errors and options.half != "develop":
        parser.error("--errors shows the develop half only: --half develop")
    if options.write_floors and options.half != "scored":
        parser.error("--write-floors writes the floors of the scored half only: --half scored")
    return options


if __name__ == "__main__":
    sys.exit(main())
