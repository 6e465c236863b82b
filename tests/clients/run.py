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
from programs import (RIGHT_KEY, WRONG_KEY, Problem, Server, add_provider, installed, post,  # noqa: F401
                      run_cells, run_installer, run_suites)

HERE = pathlib.Path(__file__).resolve().parent

# One column group per provider dialect: `name` is the provider in the gateway, `locked` one of the same family whose
# key the demo provider refuses (with `wrong_key_status` if that is not 401), `thinker` a model whose name tells the
# gateway that it thinks. Cerebras serves chat completions alone, so that clients of Responses are translated too.
PROVIDERS = [
    {"dialect": "openai chat", "name": "cerebras", "locked": "locked-openai", "thinker": "demo-open-thinker"},
    {"dialect": "openai responses", "name": "openai", "locked": "locked-openai", "thinker": "gpt-5"},
    {"dialect": "anthropic", "name": "anthropic", "locked": "locked-anthropic", "thinker": "claude-sonnet-4-5"},
    {"dialect": "gemini", "name": "gemini", "locked": "locked-gemini", "thinker": "gemini-3-pro"},
    {"dialect": "bedrock", "name": "bedrock", "locked": "locked-bedrock",
     "thinker": "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "wrong_key_status": 403},
    {"dialect": "cohere", "name": "cohere", "locked": "locked-cohere", "thinker": "command-a-reasoning-08-2025"},
]
CREDENTIALS = {"access_key": "AKIADEMO0123456789AB", "region": "eu-central-1"}
SECRET = "demo/secret+access/key0123456789abcdefgh"


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


def configure(gateway, provider):
    for name in ("cerebras", "openai", "anthropic", "gemini", "cohere"):
        add_provider(gateway, name, provider, RIGHT_KEY)
    add_provider(gateway, "mittwald-shared", provider + "/v1", RIGHT_KEY, "openai")
    add_provider(gateway, "bedrock", provider, {"bedrock_key_config": CREDENTIALS | {"secret_key": SECRET}})
    for family in ("openai", "anthropic", "gemini", "cohere"):
        add_provider(gateway, f"locked-{family}", provider, WRONG_KEY, family)
    add_provider(gateway, "locked-bedrock", provider,
                 {"bedrock_key_config": CREDENTIALS | {"secret_key": "wrong" + SECRET}}, "bedrock")


def direct_targets(provider):
    common = {"label": "direct", "prefix": "", "key": RIGHT_KEY, "wrong_key": WRONG_KEY, "wrong_key_model": "demo-fast"}
    return {"openai": [common | {"base_url": provider + "/v1"}], "anthropic": [common | {"base_url": provider}]}


def gateway_targets(gateway):
    # The gateway holds the provider's keys: what a client sends as a key does not matter without virtual keys.
    common = {"gateway": True, "key": "sk-local", "wrong_key": "sk-local"}
    openai = common | {"provider": "openai", "wrong_key_model": "locked-openai/demo-fast"}
    anthropic = common | {"provider": "anthropic", "wrong_key_model": "locked-anthropic/demo-fast"}
    gemini = common | {"provider": "gemini", "wrong_key_model": "locked-gemini/demo-fast"}
    return {
        "openai": [
            openai | {"label": "/v1 openai/", "base_url": gateway + "/v1", "prefix": "openai/"},
            openai | {"label": "/openai bare", "base_url": gateway + "/openai", "prefix": ""},
            openai | {"label": "/openai/v1 bare", "base_url": gateway + "/openai/v1", "prefix": ""},
            openai | {"label": "/v1 mittwald-shared/", "base_url": gateway + "/v1", "prefix": "mittwald-shared/",
                      "provider": "mittwald-shared"},
            openai | {"label": "/v1 anthropic/", "base_url": gateway + "/v1", "prefix": "anthropic/",
                      "provider": "anthropic", "translated": True},
            openai | {"label": "/v1 gemini/", "base_url": gateway + "/v1", "prefix": "gemini/", "provider": "gemini",
                      "translated": True},
        ],
        "anthropic": [
            anthropic | {"label": "/anthropic bare", "base_url": gateway + "/anthropic", "prefix": ""},
            anthropic | {"label": "/anthropic anthropic/", "base_url": gateway + "/anthropic", "prefix": "anthropic/"},
            anthropic | {"label": "/anthropic openai/", "base_url": gateway + "/anthropic", "prefix": "openai/",
                         "provider": "openai", "translated": True},
            anthropic | {"label": "/anthropic gemini/", "base_url": gateway + "/anthropic", "prefix": "gemini/",
                         "provider": "gemini", "translated": True},
        ],
        "google": [
            openai | {"label": "/genai openai/", "base_url": gateway + "/genai", "prefix": "openai/"},
            anthropic | {"label": "/genai anthropic/", "base_url": gateway + "/genai", "prefix": "anthropic/"},
            gemini | {"label": "/genai bare", "base_url": gateway + "/genai", "prefix": "", "own": True},
        ],
        "table": {"gateway": gateway, "providers": PROVIDERS},
    }


def expected_cells(options):
    """Those of the committed cells that this run must show."""
    cells = expectations.read(expectations.FILE.read_text())
    return {key: outcome for key, outcome in cells.items()
            if (key[1] == "direct") == (options.gateway is None) and options.suite in (None, key[0].split()[0])}


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
                     *(f"--model={column['thinker']}" for column in PROVIDERS
                       if not column["thinker"].startswith("demo-"))]) as provider:
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
