"""What every fault test needs: a gateway process, a provider that misbehaves on demand, a client, and waits with an end."""

import http.client
import json
import os
import pathlib
import queue
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse

SANITIZER_OPTIONS = ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS")
SANITIZER_REPORT = re.compile(r"(ERROR: (Address|Leak)Sanitizer|WARNING: ThreadSanitizer|runtime error: ).*")

WAIT = float(os.environ.get("BILROST_TEST_WAIT", "30"))  # seconds; the longest that anything is waited for


class Failed(Exception):
    """An expectation that did not hold."""


class Skipped(Exception):
    """Something the machine cannot do."""


def check(condition, text):
    if not condition:
        raise Failed(text)


def wait_for(what, condition, limit=WAIT):
    """Asks until the condition gives something true, and returns that."""
    end = time.monotonic() + limit
    while True:
        value = condition()
        if value:
            return value
        check(time.monotonic() < end, f"waited {limit:.0f} s in vain for: {what}")
        time.sleep(0.02)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Home:
    """A home folder with a data folder in it, gone at the end of the block."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="bilrost-faults-", ignore_cleanup_errors=True)
        self.path = pathlib.Path(self._folder.name)
        self.data = self.path / "data"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def files(self):
        return [path for path in self.path.rglob("*") if path.is_file() and not path.is_symlink()]


class Gateway:
    """One bilrost-headless. Its output is read through a pipe, so that a full disk or a file-size limit cannot touch it."""

    program = None  # set by run.py

    def __init__(self, home, *arguments, environment=None, store="memory", without=(), port=0, data=None,
                 host="127.0.0.1"):
        settings = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home.path),
                    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        for name in SANITIZER_OPTIONS:
            if name in os.environ:
                settings[name] = os.environ[name]
        for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            if store == "keychain" and name in os.environ:
                settings[name] = os.environ[name]
        settings.update(environment or {})
        for name in without:
            settings.pop(name, None)
        command = [self.program, "--host", host, "--port", str(port), "--data-dir", str(data or home.data),
                   "--secret-store", store, "--log-level", "debug", *arguments]
        self.output = ""
        self._found = queue.Queue()
        self.process = subprocess.Popen(command, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, errors="replace", cwd=home.path)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.output += line
            match = re.search(r"listening on http://127.0.0.1:([0-9]+)", line)
            if match:
                self._found.put(int(match.group(1)))
        self._found.put(None)

    def __enter__(self):
        self.port = self.try_port()
        if self.port is None:
            self.__exit__()
            raise Failed("the gateway did not start:\n" + self.output[-2000:])
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(WAIT)
        self._reader.join(WAIT)
        self._check_reports()

    def _check_reports(self):
        """A built-in sanitizer may have spoken in a process that was killed, or whose exit code nobody asked for."""
        report = SANITIZER_REPORT.search(self.output)
        if report:
            raise Failed("a sanitizer found something:\n" + self.output[report.start():][:8000])

    def try_port(self):
        try:
            return self._found.get(timeout=WAIT)
        except queue.Empty:
            return None

    def end(self, with_signal=signal.SIGTERM):
        """Sends the signal, and returns the exit code."""
        self.process.send_signal(with_signal)
        return self.wait()

    def wait(self):
        try:
            code = self.process.wait(WAIT)
        except subprocess.TimeoutExpired:
            raise Failed(f"the gateway did not end within {WAIT:.0f} s") from None
        self._reader.join(WAIT)
        self._check_reports()
        return code

    def is_running(self):
        return self.process.poll() is None

    # --- talking to it

    def call(self, method, path, body=None, headers=None):
        """One request on a connection of its own: (status, text). A cut answer is what came of it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        try:
            data = body if isinstance(body, (str, bytes, type(None))) else json.dumps(body)
            connection.request(method, path, data, {"Content-Type": "application/json", **(headers or {})})
            answer = connection.getresponse()
            try:
                text = answer.read()
            except http.client.IncompleteRead as cut:
                text = cut.partial
            return answer.status, text.decode(errors="replace")
        finally:
            connection.close()

    def manage(self, method, path, body=None):
        status, text = self.call(method, path, body)
        check(status == 200, f"{method} {path} was answered with {status}: {text[:300]}")
        return json.loads(text)

    def add_provider(self, name, upstream, key=None, family="openai", **fields):
        body = {"provider": name, "network_config": {"base_url": upstream.url},
                "custom_provider_config": {"base_provider_type": family, "is_key_less": key is None}}
        body.setdefault("proxy_config", {"type": "none"})
        body.update(fields)
        self.manage("POST", "/api/providers", body)
        if key is not None:
            return self.manage("POST", f"/api/providers/{name}/keys",
                               {"name": f"{name}-key", "value": key, "models": ["*"], "weight": 1})
        return None

    def chat(self, model, stream=False, headers=None, text="Hi", path="/v1/chat/completions"):
        body = {"model": model, "messages": [{"role": "user", "content": text}], "stream": stream, "max_tokens": 9}
        return self.call("POST", path, body, headers)

    def health(self):
        return json.loads(self.call("GET", "/health")[1])

    def logs(self):
        """All entries of the history, oldest first."""
        entries = []
        while True:
            page = self.manage("GET", f"/api/logs?limit=1000&order=asc&offset={len(entries)}")["logs"]
            entries += page
            if len(page) < 1000:
                return entries

    def wait_for_log(self, request_id):
        return wait_for(f"the record of {request_id}",
                        lambda: any(entry["id"] == request_id for entry in self.logs()))

    def open_stream(self, model):
        """Sends a request for a stream on a raw socket, and returns it once the first event was read."""
        client = socket.create_connection(("127.0.0.1", self.port), timeout=WAIT)
        body = json.dumps({"model": model, "stream": True, "messages": []}).encode()
        client.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n%s"
                       % (len(body), body))
        received = b""
        while b"data: " not in received:
            piece = client.recv(65536)
            check(piece, f"the stream ended before its first event: {received!r}")
            received += piece
        return client, received


EVENT = 'data: {"choices":[{"index":0,"delta":{"content":"Hi"}}]}\n\n'
STOP = 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'


class Upstream:
    """A provider whose answer is told by the model's name; see _answer. One thread for each connection."""

    leak = ""  # a marked key that its texts contain

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = "http://127.0.0.1:%d" % self._listener.getsockname()[1]
        self.closed_at = queue.Queue()  # when the connection of an idle stream was closed by the gateway
        self.seen = []  # heads of all requests
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        try:
            with client, client.makefile("rb") as reader:
                while self._serve_one(client, reader):
                    pass
        except OSError:
            pass

    def _serve_one(self, client, reader):
        line = reader.readline()
        if not line:
            return False
        headers = http.client.parse_headers(reader)
        body = reader.read(int(headers.get("Content-Length", "0")))
        self.seen.append(line.decode(errors="replace") + str(headers))
        credential = headers.get("Authorization") or headers.get("x-api-key") or ""
        model = json.loads(body).get("model", "") if body.startswith(b"{") else "models"
        path = urllib.parse.urlsplit(line.split()[1].decode()).path
        return self._answer(client, path, model, f"Incorrect key {credential} or {self.leak}.")

    def _answer(self, client, path, model, refusal):
        def whole(status, kind, text):
            data = text.encode()
            client.sendall(b"HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                           % (status, kind.encode(), len(data), data))
            return True

        def stream(*events):
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
            for event in events:
                client.sendall(event.encode())
            return False

        if model == "refuse":
            return whole(401, "application/json", json.dumps({"error": {"message": refusal, "code": "x"}}))
        if model == "refuse-text":
            return whole(500, "text/plain", refusal)
        if model == "stream":
            return stream(EVENT, STOP)
        if model == "stream-refuse":
            return stream(EVENT, "data: " + json.dumps({"error": {"message": refusal}}) + "\n\n")
        if model == "cut":
            return stream(EVENT)
        if model == "idle":
            stream(EVENT)
            client.settimeout(WAIT)
            client.recv(1)
            self.closed_at.put(time.monotonic())
            return False
        if model == "slow":
            stream(EVENT)
            for _ in range(15):
                time.sleep(0.1)
                client.sendall(EVENT.encode())
            client.sendall(STOP.encode())
            return False
        if path.endswith("/models"):
            return whole(200, "application/json", '{"object":"list","data":[{"id":"one","object":"model"}]}')
        return whole(200, "application/json", json.dumps(
            {"id": "x", "model": model, "choices": [{"index": 0, "finish_reason": "stop", "message":
                {"role": "assistant", "content": "Hello"}}], "usage": {"prompt_tokens": 1, "completion_tokens": 1}}))
