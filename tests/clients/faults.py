#!/usr/bin/env python3
"""The official SDKs against a provider that breaks in every way, through the gateway, translated and not.

Usage: faults.py --gateway BINARY [--cache FOLDER] [--suite python|node]

Every cell is an SDK's API (chat completions, responses, messages and what the other SDKs of the table have; whole and
streamed), a provider's dialect and a fault. It passes when the SDK raises an error, or has the whole answer; half an
answer as a success fails. The last line is "N passed, N failed"; the exit code is 0 only if something passed and
nothing failed.
"""

import argparse
import pathlib
import sys
import tempfile

from programs import Problem, Server, add_provider, run_cells
from run import node_command, python_command
from sick_provider import FAULTS, TEXT, SickProvider

HERE = pathlib.Path(__file__).resolve().parent
# Cerebras serves chat completions alone, so that clients of Responses are translated, too.
PROVIDERS = ("cerebras", "anthropic")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gateway", required=True, type=pathlib.Path, help="bilrost-headless")
    parser.add_argument("--cache", type=pathlib.Path, default=HERE.parents[1] / "build" / "clients")
    parser.add_argument("--suite", choices=["python", "node"], help="only this one")
    options = parser.parse_args()
    options.cache = options.cache.resolve()
    passed, failed = 0, 1
    try:
        makers = {"python": python_command, "node": node_command}
        commands = []
        for name, make in makers.items():
            if options.suite in (None, name):
                program, suite = make(options.cache)
                commands.append([program, suite.with_name("fault_" + suite.name)])
        with SickProvider() as provider, tempfile.TemporaryDirectory(prefix="bilrost-faults-") as data, \
                Server("bilrost-headless", [options.gateway, "--host", "127.0.0.1", "--port", "0", "--data-dir", data,
                                            "--secret-store", "memory"]) as gateway:
            for name in PROVIDERS:
                add_provider(gateway, name, provider, "unused")
            found = run_cells(commands, {"gateway": gateway, "providers": PROVIDERS, "faults": FAULTS, "text": TEXT})
        for key, (outcome, reason) in found.items():
            if outcome != "pass":
                print(f"not ok {' | '.join(key)}: {reason}")
        failed = sum(outcome != "pass" for outcome, _ in found.values())
        passed = len(found) - failed
    except Problem as problem:
        print(f"not ok faults: {problem}", file=sys.stderr)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
