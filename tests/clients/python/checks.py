"""Runs cases and prints one line each: "cell CLIENT | TARGET | CASE | OUTCOME".

The outcome is "pass", or "refused" or "failed" with the reason behind it.
"""

import base64
import json
import os
import sys
import traceback

TARGETS = json.loads(os.environ["BILROST_CLIENT_TARGETS"])

# One red pixel, as a real PNG.
PNG = ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==")
assert base64.b64decode(PNG).startswith(b"\x89PNG")


def report(client, target, title, outcome, reason=""):
    text = " ".join(str(reason).split())[:500]
    # One write, so that lines of threads do not mix.
    sys.stdout.write(f"cell {client} | {target} | {title} | {outcome}{' ' + text if text else ''}\n")
    sys.stdout.flush()


def run(client, target, cases, *arguments):
    """Calls every case with the arguments."""
    for case in cases:
        title = case.__name__.replace("_", " ")
        try:
            case(*arguments)
            report(client, target, title, "pass")
        except Exception as error:  # a case may fail in any way; the next one must run all the same
            where = traceback.extract_tb(sys.exc_info()[2])[-1]
            report(client, target, title, "failed",
                   f"{type(error).__name__}: {error} ({os.path.basename(where.filename)}:{where.lineno})")


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
