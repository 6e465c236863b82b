"""Runs cases and prints one line each: "ok NAME" or "not ok NAME: reason"."""

import base64
import json
import os
import sys
import traceback

TARGETS = json.loads(os.environ["BILROST_CLIENT_TARGETS"])

# One red pixel, as a real PNG.
PNG = ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==")
assert base64.b64decode(PNG).startswith(b"\x89PNG")


def run(suite, label, cases, *arguments):
    """Calls every case with the arguments; returns how many failed."""
    failed = 0
    for case in cases:
        name = f"{suite} {label}: {case.__name__.replace('_', ' ')}"
        try:
            case(*arguments)
            print(f"ok {name}", flush=True)
        except Exception as error:  # a case may fail in any way; the next one must run all the same
            failed += 1
            where = traceback.extract_tb(sys.exc_info()[2])[-1]
            text = " ".join(str(error).split())[:400]
            print(f"not ok {name}: {type(error).__name__}: {text} ({os.path.basename(where.filename)}:{where.lineno})",
                  flush=True)
    return failed


def raised(kind, call):
    """The exception of this kind that the call raises; anything else is a failure."""
    try:
        result = call()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__}, but {str(result)[:200]}")


def equal(found, expected):
    if found != expected:
        raise AssertionError(f"expected {expected!r}, found {found!r}")


def true(condition, text):
    if not condition:
        raise AssertionError(text)
