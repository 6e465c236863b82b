"""The committed expectation of every cell, and what a run says about them.

One line of expectations.txt is one cell: CLIENT | TARGET | CASE | OUTCOME. The outcome is "pass", or "refused: WORDS",
where the error that the client sees must hold the words. A cell that is expected and did not run, and a cell that ran
and is not expected, are failures like any other.
"""

import collections
import pathlib

FILE = pathlib.Path(__file__).resolve().parent / "expectations.txt"
MOST_REFUSALS = 0.03


def read(text):
    """Cells by (client, target, case)."""
    cells = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            client, target, case, outcome = line.split(" | ", 3)
            if (client, target, case) in cells:
                raise ValueError(f"{FILE.name} names a cell twice: {line}")
            cells[client, target, case] = outcome
    return cells


def differences(expected, found):
    """Why the run is not what was expected, one line per cell."""
    for key, wanted in expected.items():
        name = " | ".join(key)
        if key not in found:
            yield f"{name}: did not run"
            continue
        outcome, reason = found[key]
        if wanted == "pass":
            if outcome != "pass":
                yield f"{name}: {outcome}: {reason}"
        elif outcome != "refused" or wanted.removeprefix("refused: ") not in reason:
            yield f"{name}: expected {wanted!r}, found {outcome}: {reason}"
    for key, (outcome, reason) in found.items():
        if key not in expected:
            yield f"{' | '.join(key)}: is not in {FILE.name}; {outcome}: {reason}"


def refusals(expected):
    return sum(outcome != "pass" for outcome in expected.values())


def write_table(path, found, providers):
    """Clients with providers down, cases across."""
    dialects = [provider["dialect"] for provider in providers]
    rows = collections.defaultdict(dict)
    for (client, target, case), (outcome, _) in found.items():
        if target in dialects:
            rows[client, target][case] = {"pass": "✓", "refused": "R"}.get(outcome, "✗")
    cases = list(dict.fromkeys(case for row in rows.values() for case in row))
    lines = ["| client | provider | " + " | ".join(cases) + " |", "|---|---" + "|:-:" * len(cases) + "|"]
    for client, target in sorted(rows, key=lambda row: (row[0], dialects.index(row[1]))):
        marks = [rows[client, target].get(case, " ") for case in cases]
        lines.append(f"| {client} | {target} | " + " | ".join(marks) + " |")
    path.write_text("\n".join(lines) + "\n")
    return len(rows) * len(cases)
