"""The programs under test, and the folders that hold the clients' packages."""

import hashlib
import json
import os
import queue
import re
import shutil
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request

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


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise Problem(f"POST {url} was refused with {error.code}: {error.read().decode(errors='replace')}") from error


def add_provider(gateway, name, base_url, key, family=None):
    """The two management calls of Bifrost; `family` makes a custom provider that speaks that API. `key` is a value, or
    members of the key where it is more than that."""
    body = {"provider": name, "network_config": {"base_url": base_url}}
    if family:
        body["custom_provider_config"] = {"base_provider_type": family}
    post(f"{gateway}/api/providers", body)
    post(f"{gateway}/api/providers/{name}/keys",
         {"name": f"{name}-key", "models": ["*"], "weight": 1} | (key if isinstance(key, dict) else {"value": key}))


CELL = "cell "


def parse_cell(line):
    """One line of a suite's output as (key, outcome, reason), or None."""
    if not line.startswith(CELL):
        return None
    client, target, case, told = line[len(CELL):].rstrip("\n").split(" | ", 3)
    outcome, _, reason = told.partition(" ")
    return (client, target, case), outcome, reason


def run_cells(commands, targets):
    """Runs the suites beside each other and returns what the cells came to."""
    environment = dict(os.environ, BILROST_CLIENT_TARGETS=json.dumps(targets), NO_PROXY="*", no_proxy="*",
                       PYTHONDONTWRITEBYTECODE="1", LANGSMITH_TRACING="false", LANGCHAIN_TRACING_V2="false")
    # Into files, so that none waits for its output to be read.
    running = []
    for command in commands:
        output = tempfile.TemporaryFile("w+")
        running.append((command, subprocess.Popen(command, env=environment, stdout=output), output))
    found = {}
    for command, process, output in running:
        code = process.wait()
        output.seek(0)
        for line in output:
            cell = parse_cell(line)
            if cell is None:
                print(line, end="")
            elif cell[0] in found:
                raise Problem(f"a cell ran twice: {line}")
            else:
                found[cell[0]] = cell[1:]
        # A suite may end with 1 when a cell of it failed; else it broke down on its way.
        if code not in (0, 1) or (code == 1 and all(outcome == "pass" for outcome, _ in found.values())):
            raise Problem(f"{command[1]} ended with {code}")
    return found
