#!/usr/bin/env python3
"""Cohere's SDKs against the demo provider and the gateway, and other SDKs with Cohere behind the gateway.

Usage: run.py --provider BINARY [--gateway BINARY] [--cache FOLDER] [--suite python|node]

The last line is "N passed, N failed"; the exit code is 0 only if something passed and nothing failed.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent


def neighbour():
    """The runner of the other SDKs, for its servers and installers; it has the same name as this file."""
    sys.path.insert(0, str(HERE.parent))
    spec = importlib.util.spec_from_file_location("clients_run", HERE.parent / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


clients = neighbour()


def python_command(cache):
    requirements = HERE / "requirements.txt"

    def install(folder):
        clients.run_installer("a Python environment", [sys.executable, "-m", "venv", folder / "venv"], folder)
        clients.run_installer("the Python SDKs", [folder / "venv/bin/pip", "install", "--quiet",
                                                  "--disable-pip-version-check", "-r", requirements], folder)

    folder = clients.installed(cache, "cohere-python", [requirements], install)
    return [folder / "venv/bin/python", HERE / "cases.py"]


def node_command(cache):
    pins = [HERE / "package.json", HERE / "package-lock.json"]

    def install(folder):
        for pin in pins:
            shutil.copy(pin, folder)
        clients.run_installer("the Node SDKs", ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder)

    folder = clients.installed(cache, "cohere-node", pins, install)
    shutil.copy(HERE / "cases.mjs", folder)  # modules resolve from the file's own folder
    return ["node", folder / "cases.mjs"]


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def configure(gateway, provider):
    def add(name, key, family=None):
        body = {"provider": name, "network_config": {"base_url": provider}}
        if family:
            body["custom_provider_config"] = {"base_provider_type": family}
        post(f"{gateway}/api/providers", body)
        post(f"{gateway}/api/providers/{name}/keys", {"name": f"{name}-key", "value": key, "models": ["*"], "weight": 1})

    for name in ("cohere", "openai", "nebius", "anthropic"):
        add(name, clients.RIGHT_KEY)
    add("locked", clients.WRONG_KEY, "cohere")


def targets(provider, gateway):
    """What `cases` run against; `own` where Cohere itself answers."""
    if gateway is None:
        return {"cohere": [{"label": "direct", "base_url": provider, "prefix": "", "own": True,
                            "key": clients.RIGHT_KEY, "wrong": {"key": clients.WRONG_KEY, "model": "demo-fast"}}]}
    wrong = {"key": "sk-local", "model": "locked/demo-fast"}
    common = {"base_url": gateway + "/cohere", "key": "sk-local", "wrong": wrong}
    return {
        "cohere": [common | {"label": "/cohere bare", "prefix": "", "own": True},
                   common | {"label": "/litellm cohere/", "prefix": "cohere/", "own": True,
                             "base_url": gateway + "/litellm"},
                   common | {"label": "/cohere openai/", "prefix": "openai/"},
                   common | {"label": "/cohere nebius/", "prefix": "nebius/"},
                   common | {"label": "/cohere anthropic/", "prefix": "anthropic/"}],
        "others": [{"label": "cohere behind", "gateway": gateway, "prefix": "cohere/", "wrong": wrong}],
    }


def run_suite(command, asked):
    environment = dict(os.environ, COHERE_TARGETS=json.dumps(asked), NO_PROXY="*", no_proxy="*",
                       PYTHONDONTWRITEBYTECODE="1")
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    passed = failed = 0
    for line in process.stdout:
        print(line, end="", flush=True)
        passed += line.startswith("ok ")
        failed += line.startswith("not ok ")
    if process.wait() not in (0, 1) or passed + failed == 0:
        print(f"not ok {command[1]}: ended with {process.returncode} after {passed + failed} cases")
        failed += 1
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provider", required=True, type=pathlib.Path, help="bilrost-demo-provider")
    parser.add_argument("--gateway", type=pathlib.Path, help="bilrost-headless; without it only the provider is tested")
    parser.add_argument("--cache", type=pathlib.Path, default=HERE.parents[2] / "build" / "clients")
    parser.add_argument("--suite", choices=["python", "node"], help="only this one")
    options = parser.parse_args()
    makers = {"python": python_command, "node": node_command}
    commands = [make(options.cache.resolve()) for name, make in makers.items() if options.suite in (None, name)]
    passed = failed = 0

    def run_all(asked):
        nonlocal passed, failed
        for command in commands:
            more = run_suite(command, asked)
            passed, failed = passed + more[0], failed + more[1]

    provider_command = [options.provider, "--port", "0", "--pace", "2", "--key", clients.RIGHT_KEY]
    with clients.Server("bilrost-demo-provider", provider_command) as provider:
        if options.gateway is None:
            run_all(targets(provider, None))
        else:
            with tempfile.TemporaryDirectory(prefix="bilrost-cohere-") as data:
                gateway_command = [options.gateway, "--host", "127.0.0.1", "--port", "0", "--data-dir", data,
                                   "--secret-store", "memory"]
                with clients.Server("bilrost-headless", gateway_command) as gateway:
                    configure(gateway, provider)
                    run_all(targets(provider, gateway))
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
