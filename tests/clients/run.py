#!/usr/bin/env python3
"""The official SDKs against the demo provider, and against the gateway in front of it.

Usage: run.py --provider BINARY [--gateway BINARY] [--cache FOLDER] [--suite python|node] [--write-expectations]

Without a gateway each SDK talks to the demo provider itself. With one, every SDK talks through it to every provider
dialect: the table of client, provider and feature, and beside it each SDK's own cases. What every cell must come to is
written in expectations.txt; the run fails on any difference, on a cell that did not run, and on too many refusals.

The SDKs are installed once into the cache folder, from tests/clients/python/requirements.txt and
tests/clients/node/package-lock.json. Needs nothing but Python's standard library, pip and npm. The last line is
"N passed, N failed"; the exit code is 0 only if something passed and nothing failed.
"""

import argparse
import os
import pathlib
import shutil
import sys
import tempfile
import time

import expectations
from programs import RIGHT_KEY, Problem, Server, installed, run_cells, run_installer
from targets import MODELS, PROVIDERS, configure, direct_targets, gateway_targets

HERE = pathlib.Path(__file__).resolve().parent


def python_command(cache):
    requirements = HERE / "python" / "requirements.txt"

    def install(folder):
        run_installer("a Python environment", [sys.executable, "-m", "venv", folder / "venv"], folder)
        run_installer("the Python SDKs", [folder / "venv/bin/pip", "install", "--quiet", "--disable-pip-version-check",
                                          "-r", requirements], folder)

    folder = installed(cache, "python", [requirements], install)
    return [folder / "venv/bin/python", HERE / "python" / "suite.py"]


def node_command(cache):
    pins = [HERE / "node" / "package.json", HERE / "node" / "package-lock.json"]
    if not shutil.which("npm") or not shutil.which("node"):
        raise Problem("cannot run the Node SDKs: node and npm are not installed")

    def install(folder):
        for pin in pins:
            shutil.copy(pin, folder)
        run_installer("the Node SDKs", ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder)

    folder = installed(cache, "node", pins, install)
    # Modules resolve from the file's own folder, so the cases stand beside node_modules.
    for case in (HERE / "node").rglob("*.mjs"):
        copy = folder / case.relative_to(HERE / "node")
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(case, copy)
    return ["node", folder / "suite.mjs"]


def expected_cells(options):
    """Those of the committed cells that this run must show."""
    cells = expectations.read(expectations.FILE.read_text())
    return {key: outcome for key, outcome in cells.items()
            if key[1].startswith("direct") == (options.gateway is None) and options.suite in (None, key[0].split()[0])}


def write_expectations(found, options):
    """Keeps the cells of other runs; a cell that failed is not written, for nobody may expect that."""
    cells = expectations.read(expectations.FILE.read_text())
    for key in expected_cells(options):
        del cells[key]
    for key, (outcome, reason) in found.items():
        if outcome != "failed":
            cells[key] = outcome if outcome == "pass" else f"refused: {reason}"
    head = "".join(line + "\n" for line in expectations.FILE.read_text().splitlines() if line.startswith("#"))
    expectations.FILE.write_text(head + "".join(" | ".join((*key, cells[key])) + "\n" for key in sorted(cells)))


def judge(found, options):
    """Prints what is not as expected; returns how many cells passed and failed."""
    if options.write_expectations:
        write_expectations(found, options)
    expected = expected_cells(options)
    problems = list(expectations.differences(expected, found))
    for problem in problems:
        print(f"not ok {problem}")
    refused = expectations.refusals(expected)
    if refused >= expectations.MOST_REFUSALS * len(expected):
        problems.append("refusals")
        print(f"not ok {refused} of {len(expected)} cells are refusals; they must stay under "
              f"{expectations.MOST_REFUSALS:.0%}")
    if options.gateway:
        path = options.cache / "table.md"
        size = expectations.write_table(path, found, PROVIDERS)
        print(f"{size} cells of the table are in {path}; {refused} cells are refused by design")
    return max(len(expected) - len(problems), 0), len(problems)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provider", required=True, type=pathlib.Path, help="bilrost-demo-provider")
    parser.add_argument("--gateway", type=pathlib.Path, help="bilrost-headless; without it only the provider is tested")
    parser.add_argument("--cache", type=pathlib.Path, default=HERE.parents[1] / "build" / "clients")
    parser.add_argument("--suite", choices=["python", "node"], help="only this one")
    parser.add_argument("--write-expectations", action="store_true",
                        help="write what the cells came to into expectations.txt, to be reviewed like code")
    options = parser.parse_args()
    options.cache = options.cache.resolve()
    started = time.monotonic()
    passed, failed = 0, 1
    try:
        makers = {"python": python_command, "node": node_command}
        commands = [make(options.cache) for name, make in makers.items() if options.suite in (None, name)]
        with Server("bilrost-demo-provider",
                    [options.provider, "--port", "0", "--pace", "1", "--key", RIGHT_KEY,
                     *(f"--model={model}" for model in MODELS)]) as provider:
            if options.gateway is None:
                found = run_cells(commands, direct_targets(provider))
            else:
                with tempfile.TemporaryDirectory(prefix="bilrost-clients-") as data:
                    with Server("bilrost-headless", [options.gateway, "--host", "127.0.0.1", "--port", "0",
                                                     "--data-dir", data, "--secret-store", "memory"]) as gateway:
                        configure(gateway, provider)
                        found = run_cells(commands, gateway_targets(gateway))
        passed, failed = judge(found, options)
    except Problem as problem:
        print(f"not ok clients: {problem}", file=sys.stderr)
    times = os.times()
    print(f"took {time.monotonic() - started:.0f} s, of which the programs computed "
          f"{times.children_user + times.children_system:.0f} s")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
