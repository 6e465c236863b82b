#!/usr/bin/env python3
"""Calls every operation of docs/openapi.json with generated requests (schemathesis), and holds the answers to it.

Usage: run.py --gateway BINARY --provider BINARY --cache FOLDER [--seconds N] [--seed N]

The gateway has a scripted provider behind it, and a folder of its own. schemathesis is installed by pip into the cache
on the first run.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "clients"))

from programs import RIGHT_KEY, Problem, Server, add_provider, installed, post, run_installer  # noqa: E402

REQUIREMENTS = pathlib.Path(__file__).with_name("requirements.txt")
SETTINGS = pathlib.Path(__file__).with_name("schemathesis.toml")
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
          "response_schema_conformance", "missing_required_header", "unsupported_method", "allow_header_conformance",
          "use_after_free", "ensure_resource_availability"]
# What is generated for these would shut everybody out, or ask addresses that nobody meant.
LEFT_OUT = ["putConfig", "checkPrices", "syncPrices"]


def schemathesis(cache):
    def install(folder):
        run_installer("a virtual environment", [sys.executable, "-m", "venv", folder], folder)
        run_installer("schemathesis", [folder / "bin" / "pip", "install", "--quiet", "--no-input", "-r", REQUIREMENTS],
                      folder)
    return installed(cache, "contract", [REQUIREMENTS], install) / "bin" / "schemathesis"


def command(program, url, options):
    words = [program, "--config-file", SETTINGS, "run", SOURCE / "docs" / "openapi.json", "--url", url, "--checks", ",".join(CHECKS),
             "--phases", "examples,coverage,fuzzing,stateful", "--max-examples", "20", "--max-time",
             str(options.seconds), "--continue-on-failure", "--request-timeout", "20", "--no-color"]
    for operation in LEFT_OUT:
        words += ["--exclude-operation-id", operation]
    if options.seed is not None:
        words += ["--seed", str(options.seed)]
    return words


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gateway", required=True, type=pathlib.Path, help="bilrost-headless")
    parser.add_argument("--provider", required=True, type=pathlib.Path, help="bilrost-demo-provider")
    parser.add_argument("--cache", required=True, type=pathlib.Path, help="where schemathesis is installed")
    parser.add_argument("--seconds", type=int, default=120, help="for all of it (default 120)")
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    program = schemathesis(options.cache.resolve())
    with tempfile.TemporaryDirectory(prefix="bilrost-contract-") as folder, \
            Server("the provider", [options.provider.resolve(), "--port", "0"]) as provider, \
            Server("the gateway", [options.gateway.resolve(), "--port", "0", "--data-dir", folder, "--secret-store",
                                   "memory"]) as gateway:
        add_provider(gateway, "house", provider, RIGHT_KEY, "openai")
        post(f"{gateway}/v1/chat/completions", {"model": "house/demo-fast", "messages": [{"role": "user", "content": "Hi"}]})
        code = subprocess.run(command(program, gateway, options), cwd=folder).returncode
    return code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problem as problem:
        print(problem, flush=True)
        sys.exit(2)
