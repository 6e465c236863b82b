#!/usr/bin/env python3
"""The official SDKs against the demo provider, and against the gateway in front of it.

Usage: run.py --provider BINARY [--gateway BINARY] [--translated] [--cache FOLDER] [--suite python|node]

The SDKs are installed once into the cache folder, from tests/clients/python/requirements.txt and
tests/clients/node/package-lock.json. Needs nothing but Python's standard library, pip and npm. The last line is
"N passed, N failed"; the exit code is 0 only if something passed and nothing failed.
"""

import argparse
import hashlib
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
RIGHT_KEY = "sk-demo-0123456789abcdef"
WRONG_KEY = "sk-wrong-0123456789abcdef"
SANITIZER_REPORT = re.compile("ERROR: (Address|Leak)Sanitizer|WARNING: ThreadSanitizer|runtime error: ")


class Problem(Exception):
    """Something that keeps the suites from running at all."""


class Server:
    """A program that prints "listening on URL", ended when the block ends."""

    def __init__(self, name, command):
        self.name = name
        self.lines = []
        self.found = queue.Queue()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                        errors="replace")
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line)
            match = re.search(r"listening on (http://[0-9.:]+)", line)
            if match:
                self.found.put(match.group(1))
        self.found.put(None)

    def __enter__(self):
        try:
            url = self.found.get(timeout=30)
        except queue.Empty:
            url = None
        if url is None:
            self.__exit__()
            raise Problem(f"{self.name} did not say where it listens:\n" + "".join(self.lines[-40:]))
        return url

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            print(f"not ok {self.name}: did not end within 15 s of SIGTERM", flush=True)
        self.reader.join(timeout=15)
        if any(SANITIZER_REPORT.search(line) for line in self.lines):
            raise Problem(f"a sanitizer found something in {self.name}:\n" + "".join(self.lines[-200:]))


def run_installer(what, command, folder):
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        raise Problem(f"cannot install {what}: {' '.join(map(str, command))} ended with {result.returncode}\n"
                      + (result.stdout + result.stderr)[-3000:])


def installed(cache, name, files, install):
    """A folder filled by `install`, made anew when one of the files that pin the versions changes."""
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    folder = cache / name
    stamp = folder / "installed.sha256"
    if not stamp.exists() or stamp.read_text() != digest:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        install(folder)
        stamp.write_text(digest)
    return folder


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
    for case in (HERE / "node").glob("*.mjs"):
        shutil.copy(case, folder)
    return ["node", folder / "suite.mjs"]


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise Problem(f"POST {url} was refused with {error.code}: {error.read().decode(errors='replace')}") from error


def configure(gateway, provider):
    """The two management calls of Bifrost, for each provider."""
    def add(name, base_url, key, dialect=None):
        body = {"provider": name, "network_config": {"base_url": base_url}}
        if dialect:
            body["custom_provider_config"] = {"base_provider_type": dialect}
        post(f"{gateway}/api/providers", body)
        post(f"{gateway}/api/providers/{name}/keys",
             {"name": f"{name}-key", "value": key, "models": ["*"], "weight": 1})

    add("openai", provider + "/v1", RIGHT_KEY)
    add("anthropic", provider, RIGHT_KEY)
    add("mittwald-shared", provider + "/v1", RIGHT_KEY, "openai")
    add("locked-openai", provider + "/v1", WRONG_KEY, "openai")
    add("locked-anthropic", provider, WRONG_KEY, "anthropic")


def direct_targets(provider):
    common = {"prefix": "", "key": RIGHT_KEY, "wrong_key": WRONG_KEY, "wrong_key_model": "demo-fast"}
    return {"openai": [common | {"label": "direct", "base_url": provider + "/v1"}],
            "anthropic": [common | {"label": "direct", "base_url": provider}]}


def gateway_targets(gateway, translated):
    # The gateway holds the provider's keys: what a client sends as a key does not matter without virtual keys.
    common = {"gateway": True, "key": "sk-local", "wrong_key": "sk-local"}
    openai = common | {"provider": "openai", "wrong_key_model": "locked-openai/demo-fast"}
    anthropic = common | {"provider": "anthropic", "wrong_key_model": "locked-anthropic/demo-fast"}
    targets = {
        "openai": [
            openai | {"label": "/v1 openai/", "base_url": gateway + "/v1", "prefix": "openai/"},
            openai | {"label": "/openai bare", "base_url": gateway + "/openai", "prefix": ""},
            openai | {"label": "/openai/v1 bare", "base_url": gateway + "/openai/v1", "prefix": ""},
            openai | {"label": "/v1 mittwald-shared/", "base_url": gateway + "/v1", "prefix": "mittwald-shared/",
                      "provider": "mittwald-shared"},
        ],
        "anthropic": [
            anthropic | {"label": "/anthropic bare", "base_url": gateway + "/anthropic", "prefix": ""},
            anthropic | {"label": "/anthropic anthropic/", "base_url": gateway + "/anthropic", "prefix": "anthropic/"},
        ],
    }
    if translated:
        targets["openai"].append(openai | {"label": "/v1 anthropic/", "base_url": gateway + "/v1",
                                           "prefix": "anthropic/", "provider": "anthropic", "translated": True})
        targets["anthropic"].append(anthropic | {"label": "/anthropic openai/", "base_url": gateway + "/anthropic",
                                                 "prefix": "openai/", "provider": "openai", "translated": True})
        # No provider here speaks Google's dialect: whatever its SDK asks is translated.
        targets["google"] = [
            openai | {"label": "/genai openai/", "base_url": gateway + "/genai", "prefix": "openai/"},
            anthropic | {"label": "/genai anthropic/", "base_url": gateway + "/genai", "prefix": "anthropic/"},
        ]
    return targets


def run_suites(commands, targets):
    """Runs every suite, passes its lines on, and returns how many cases passed and failed."""
    environment = dict(os.environ, BILROST_CLIENT_TARGETS=json.dumps(targets), NO_PROXY="*", no_proxy="*",
                       PYTHONDONTWRITEBYTECODE="1")
    passed = failed = 0
    for command in commands:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        seen = 0
        for line in process.stdout:
            print(line, end="", flush=True)
            passed += line.startswith("ok ")
            failed += line.startswith("not ok ")
            seen += line.startswith(("ok ", "not ok "))
        if process.wait() not in (0, 1) or seen == 0:
            print(f"not ok {pathlib.Path(command[1]).name}: ended with {process.returncode} after {seen} cases")
            failed += 1
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provider", required=True, type=pathlib.Path, help="bilrost-demo-provider")
    parser.add_argument("--gateway", type=pathlib.Path, help="bilrost-headless; without it only the provider is tested")
    parser.add_argument("--translated", action="store_true",
                        help="also where the gateway must translate between the SDK's and the provider's dialect")
    parser.add_argument("--cache", type=pathlib.Path, default=HERE.parents[1] / "build" / "clients")
    parser.add_argument("--suite", choices=["python", "node"], help="only this one")
    options = parser.parse_args()
    started = time.monotonic()
    passed = failed = 0
    try:
        cache = options.cache.resolve()
        makers = {"python": python_command, "node": node_command}
        commands = [make(cache) for name, make in makers.items() if options.suite in (None, name)]
        provider_command = [options.provider, "--port", "0", "--pace", "2", "--key", RIGHT_KEY]
        with Server("bilrost-demo-provider", provider_command) as provider:
            if options.gateway is None:
                passed, failed = run_suites(commands, direct_targets(provider))
            else:
                with tempfile.TemporaryDirectory(prefix="bilrost-clients-") as data:
                    gateway_command = [options.gateway, "--host", "127.0.0.1", "--port", "0", "--data-dir", data,
                                       "--secret-store", "memory"]
                    with Server("bilrost-headless", gateway_command) as gateway:
                        configure(gateway, provider)
                        passed, failed = run_suites(commands, gateway_targets(gateway, options.translated))
    except Problem as problem:
        print(f"not ok clients: {problem}", file=sys.stderr)
        failed += 1
    print(f"took {time.monotonic() - started:.0f} s")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
