"""The programs that are measured: the upstream itself, nginx before it, and the gateway."""

import http.client
import json
import os
import queue
import re
import shlex
import shutil
import socket
import subprocess
import threading
import time

NGINX_CONFIG = """\
worker_processes 1;
daemon off;
{user}pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    tcp_nodelay on;
    client_max_body_size 64m;
    client_body_buffer_size 1m;
    keepalive_requests 1000000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream scripted {{
        server 127.0.0.1:{upstream_port};
        keepalive 512;
        keepalive_requests 1000000000;
    }}
    server {{
        listen 127.0.0.1:{port};
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        location / {{ proxy_pass http://scripted; }}
        location /stream/ {{ proxy_pass http://scripted/; proxy_buffering off; }}
    }}
}}
"""


class StartFailure(Exception):
    """A program did not start; the text is for people."""


class Process:
    """A child process whose output is read all the time, and which is ended with its object."""

    def __init__(self, command):
        self.started = time.monotonic()
        self.child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                      stderr=subprocess.STDOUT, text=True, errors="replace")
        self.lines = queue.Queue()
        self.last_lines = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.child.stdout:
            self.last_lines = (self.last_lines + [line.rstrip()])[-20:]
            self.lines.put(line)
        self.lines.put(None)

    def listening_port(self, seconds=10):
        """The port in the line "listening on http://127.0.0.1:PORT"."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                line = self.lines.get(timeout=max(0.001, deadline - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                raise StartFailure("no line \"listening on http://127.0.0.1:PORT\" came from "
                                   + self.child.args[0] + "\n" + "\n".join(self.last_lines))
            found = re.search(r"listening on http://127\.0\.0\.1:(\d+)", line, re.IGNORECASE)
            if found:
                return int(found.group(1))

    def pids(self):
        """The process and everything below it, as nginx and its worker."""
        parents = {}
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    with open(f"/proc/{name}/stat") as file:
                        parents[int(name)] = int(file.read().rpartition(")")[2].split()[1])
                except OSError:
                    pass
        family = [self.child.pid]
        for member in family:
            family += [pid for pid, parent in parents.items() if parent == member]
        return family

    def stop(self):
        if self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()


def call(port, method, path, body=None, timeout=10):
    """Status and text of one HTTP call."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        payload = None if body is None else json.dumps(body)
        connection.request(method, path, payload, {"Content-Type": "application/json"} if payload else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def wait_for_port(port, process, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.child.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.005)
    raise StartFailure(f"nothing listens on port {port}\n" + "\n".join(process.last_lines))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Subject:
    """What the load is sent to. `process` is None for the upstream itself."""

    model_prefix = ""
    path = "/v1/chat/completions"
    stream_path = path
    quiet_milliseconds = 50
    process = None

    def __init__(self, name, port):
        self.name = name
        self.port = port

    def stop(self):
        if self.process:
            self.process.stop()


class Nginx(Subject):
    stream_path = "/stream/v1/chat/completions"

    def __init__(self, program, folder, upstream_port):
        super().__init__("nginx", free_port())
        os.makedirs(folder)
        user = "user root;\n" if os.geteuid() == 0 else ""
        config = os.path.join(folder, "nginx.conf")
        with open(config, "w") as file:
            file.write(NGINX_CONFIG.format(folder=folder, user=user, upstream_port=upstream_port, port=self.port))
        self.process = Process([program, "-p", folder, "-e", os.path.join(folder, "error.log"), "-c", config])
        wait_for_port(self.port, self.process)


class Gateway(Subject):
    model_prefix = "openai/"
    quiet_milliseconds = 250  # records are written in batches, some time after their requests

    def __init__(self, name, command, data_folder, capture):
        super().__init__(name, 0)
        self.data_folder = data_folder
        self.capture = capture
        self.command = command
        os.makedirs(data_folder, exist_ok=True)

    def start(self):
        """Returns the milliseconds from the start of the process until GET /health is answered."""
        known_port = free_port() if "{port}" in self.command else None
        self.process = Process(self._arguments(known_port))
        self.port = known_port or self.process.listening_port()
        deadline = self.process.started + 15
        while time.monotonic() < deadline and self.process.child.poll() is None:
            try:
                if call(self.port, "GET", "/health")[0] == 200:
                    return (time.monotonic() - self.process.started) * 1000
            except OSError:
                pass
            time.sleep(0.002)
        raise StartFailure(f"{self.name} does not answer GET /health with 200\n" + "\n".join(self.process.last_lines))

    def _arguments(self, port):
        words = shlex.split(self.command)
        if any(mark in self.command for mark in ("{port}", "{data_dir}", "{capture}")):
            return [word.format(port=port, data_dir=self.data_folder, capture=self.capture) for word in words]
        return words + ["--host", "127.0.0.1", "--port", "0", "--data-dir", self.data_folder,
                        "--secret-store", "memory", "--capture", self.capture]

    def configure(self, upstream_port):
        """A provider that leads to the upstream, with one key."""
        provider = {"provider": "openai", "network_config": {"base_url": f"http://127.0.0.1:{upstream_port}"}}
        key = {"name": "bench", "value": "sk-bench-0123456789abcdef", "models": ["*"], "weight": 1}
        for path, body in (("/api/providers", provider), ("/api/providers/openai/keys", key)):
            status, text = call(self.port, "POST", path, body)
            if status not in (200, 201):
                raise StartFailure(f"{self.name}: POST {path} was answered with {status}: {text[:500]}")
        status, text = call(self.port, "POST", self.path, {
            "model": self.model_prefix + "bench", "messages": [{"role": "user", "content": "ping"}]})
        if status != 200:
            raise StartFailure(f"{self.name}: the first chat request was answered with {status}: {text[:500]}")


def find_nginx():
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def resident_bytes(pids):
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/status") as file:
                total += sum(int(line.split()[1]) * 1024 for line in file if line.startswith("VmRSS:"))
        except OSError:
            pass
    return total
