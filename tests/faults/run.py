#!/usr/bin/env python3
"""Faults against the built gateway as a process: crashes, full disks, hostile clients, planted keys.

Usage: run.py --gateway BINARY [--keychain] [--only TEXT]

Needs nothing but Python's standard library. With --keychain only the cases that need a real keychain run; start that in
a session of its own, see tests/secrets/run_with_keyring.sh. The last line is "N passed, N failed"; the exit code is 0
only if something passed and nothing failed.
"""

import argparse
import os
import sys
import time
import traceback

import hostile_clients
import planted_keys
import process_faults
from harness import Failed, Gateway, Skipped


def run_case(case):
    """True, False, or None when the machine cannot do it."""
    name = case.__name__.replace("_", " ")
    began = time.monotonic()
    try:
        case()
    except Skipped as reason:
        print(f"skipped {name}: {reason}", flush=True)
        return None
    except Failed as problem:
        print(f"not ok {name}: {problem}", flush=True)
        return False
    except Exception:
        print(f"not ok {name}:\n{traceback.format_exc()}", flush=True)
        return False
    print(f"ok {name} ({time.monotonic() - began:.1f} s)", flush=True)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gateway", required=True, help="bilrost-headless")
    parser.add_argument("--keychain", action="store_true", help="the cases that need a real keychain, and no others")
    parser.add_argument("--only", default="", help="cases whose name contains this")
    options = parser.parse_args()
    Gateway.program = os.path.abspath(options.gateway)
    cases = planted_keys.CASES + process_faults.CASES + hostile_clients.CASES
    if options.keychain:
        cases = planted_keys.KEYCHAIN_CASES
    results = [run_case(case) for case in cases if options.only in case.__name__]
    passed, failed = results.count(True), results.count(False)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
