#!/usr/bin/env python3
"""Measures the window of the built program on a display of its own (docs/performance.md): how soon it is there, what it
costs while requests pass, and what the program costs while it is hidden and has nothing to do. Linux, with Xvfb, openbox
and trayer."""

import argparse
import contextlib
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import subjects
from subjects import StartFailure

REQUESTS_PER_SECOND = 500
SENDERS = 10
STARTS = 7
IDLE_SECONDS = 30
TRAFFIC_SECONDS = 10
SETTLE_SECONDS = 8


class Desktop:
    """A display with a window manager and a tray."""

    def __init__(self):
        for program in ("Xvfb", "openbox", "trayer", "xwininfo", "dbus-daemon"):
            if not shutil.which(program):
                raise StartFailure(f"{program} is not installed: ./dev setup test")
        self.children = []
        read, write = os.pipe()
        self.children.append(subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as numbers:
            self.display = ":" + numbers.readline().strip()
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
        self.children.append(bus)
        self.bus = bus.stdout.readline().strip()
        for command in (["openbox"], ["trayer", "--edge", "bottom", "--height", "24"]):
            self.children.append(subprocess.Popen(command, env=self.environment(), stdout=subprocess.DEVNULL,
                                                  stderr=subprocess.DEVNULL))
        time.sleep(1)  # for the tray to own its selection; nothing tells when it does

    def environment(self, home=None):
        own = {"DISPLAY": self.display, "DBUS_SESSION_BUS_ADDRESS": self.bus, "QT_QPA_PLATFORM": "xcb",
               "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        if home:
            own.update({"HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
                        "XDG_CACHE_HOME": home + "/cache", "XDG_RUNTIME_DIR": home})
        return {**{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}, **own}

    def _said(self, *arguments):
        return subprocess.run(["xwininfo", *arguments], env=self.environment(), capture_output=True, text=True).stdout

    def shows_window(self):
        """Whether a window of Bilrost is mapped. The icon in the tray is one, too, and so is what holds the clipboard."""
        for window, width in re.findall(r'(0x[0-9a-f]+) "[^"]*Bilrost[^"]*": .*?(\d+)x\d+', self._said("-root", "-tree")):
            if int(width) > 500 and "IsViewable" in self._said("-id", window):
                return True
        return False

    def stop(self):
        for child in reversed(self.children):
            child.terminate()
            child.wait()


class WindowProgram:
    """bilrost with one provider, which is the scripted upstream."""

    def __init__(self, desktop, program, folder, upstream_port):
        self.desktop = desktop
        self.program = program
        self.folder = folder
        self.port = subjects.free_port()
        os.makedirs(folder + "/data", exist_ok=True)
        with open(folder + "/data/window.ini", "w") as file:
            file.write("[window]\npage=requests\n")
        with open(folder + "/config.json", "w") as file:
            json.dump({"version": 2, "providers": {"openai": {
                "keys": [{"name": "bench", "value": "sk-bench-0123456789abcdef", "models": ["*"], "weight": 1}],
                "network_config": {"base_url": f"http://127.0.0.1:{upstream_port}"}}}}, file)
        self.child = None

    def start(self, *arguments):
        self.log = open(self.folder + "/output.txt", "w")
        self.started = time.monotonic()
        self.child = subprocess.Popen(
            [self.program, "--host", "127.0.0.1", "--port", str(self.port), "--data-dir", self.folder + "/data", "--config",
             self.folder + "/config.json", "--secret-store", "memory", *arguments],
            env=self.desktop.environment(self.folder), stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)

    def wait(self, holds, what, seconds=15):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.child.poll() is not None:
                break
            with contextlib.suppress(OSError):
                if holds():
                    return (time.monotonic() - self.started) * 1000
            time.sleep(0.002)
        raise StartFailure(f"{self.program}: {what} did not happen\n" + open(self.folder + "/output.txt").read()[-2000:])

    def wait_until_shown(self):
        return self.wait(lambda: self.desktop.shows_window(), "a window")

    def wait_until_ready(self):
        return self.wait(lambda: subjects.call(self.port, "GET", "/health")[0] == 200, "an answer of GET /health")

    def stop(self):
        if self.child and self.child.poll() is None:
            self.child.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.child.wait(timeout=15)
            if self.child.poll() is None:
                self.child.kill()
                self.child.wait()

    # The main thread is the window's; the gateway has threads of its own.
    def window_seconds(self):
        with open(f"/proc/{self.child.pid}/task/{self.child.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9

    def all_seconds(self):
        total = 0
        for task in os.listdir(f"/proc/{self.child.pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{self.child.pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        return total / 1e9

    def wake_ups(self):
        """{thread: how often it went to sleep of its own will, which is once for each time that it was woken}"""
        counts = {}
        for task in os.listdir(f"/proc/{self.child.pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{self.child.pid}/task/{task}/status") as file:
                lines = dict(line.split(":", 1) for line in file if ":" in line)
                counts[task + " " + lines["Name"].strip()] = int(lines["voluntary_ctxt_switches"])
        return counts


class Traffic:
    """Chat requests at an even pace, over connections that are kept."""

    BODY = json.dumps({"model": "openai/bench", "messages": [{"role": "user", "content": "ping " * 40}]})

    def __init__(self, port, per_second):
        self.port = port
        self.pause = SENDERS / per_second
        self.sent = 0
        self.failures = []
        self.lock = threading.Lock()
        self.must_stop = threading.Event()
        self.threads = [threading.Thread(target=self._send, args=(number,)) for number in range(SENDERS)]

    def _send(self, number):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        due = time.monotonic() + number * self.pause / SENDERS
        while not self.must_stop.wait(max(0, due - time.monotonic())):
            connection.request("POST", "/v1/chat/completions", self.BODY, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            text = answer.read()
            with self.lock:
                self.sent += 1
                if answer.status != 200:
                    self.failures.append(f"{answer.status} {text[:200]}")
            due += self.pause
        connection.close()

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.must_stop.set()
        for thread in self.threads:
            thread.join()


def window_share(program, seconds):
    """Percent of one core that the window's thread takes while requests pass, and how many passed in a second."""
    with Traffic(program.port, REQUESTS_PER_SECOND) as traffic:
        time.sleep(2)
        cpu, sent, clock = program.window_seconds(), traffic.sent, time.monotonic()
        time.sleep(seconds)
        elapsed = time.monotonic() - clock
        share = (program.window_seconds() - cpu) / elapsed * 100
        rate = (traffic.sent - sent) / elapsed
    if traffic.failures:
        raise StartFailure(f"{len(traffic.failures)} requests failed: {traffic.failures[0]}")
    return share, rate


class Report:
    def __init__(self):
        self.missed = 0

    def say(self, what, value, unit, mark):
        holds = value < mark
        self.missed += not holds
        print(f"{what:<48} {value:9.1f} {unit:<5} (mark: {mark}){'' if holds else '  ABOVE'}", flush=True)


def measure_starts(desktop, program, folder, upstream_port, report):
    times = []
    window = WindowProgram(desktop, program, folder, upstream_port)
    for count in range(STARTS + 1):
        window.start()
        shown = window.wait_until_shown()
        window.wait_until_ready()
        if count > 0:  # the first one makes the files
            times.append(shown)
        window.stop()
    report.say("window shown after the start, median", statistics.median(times), "ms", 400)
    print(f"    {STARTS} starts: {min(times):.0f} to {max(times):.0f} ms")


def measure_shown(desktop, program, folder, upstream_port, report):
    window = WindowProgram(desktop, program, folder, upstream_port)
    window.start()
    try:
        window.wait_until_shown()
        window.wait_until_ready()
        share, rate = window_share(window, TRAFFIC_SECONDS)
        report.say("window's thread, requests passing, shown", share, "%", 10)
        print(f"    {rate:.0f} requests/s")
    finally:
        window.stop()


def measure_hidden(desktop, program, folder, upstream_port, report):
    window = WindowProgram(desktop, program, folder, upstream_port)
    window.start("--hidden")
    try:
        window.wait_until_ready()
        time.sleep(SETTLE_SECONDS)
        if desktop.shows_window():
            raise StartFailure("the window is shown although it was started hidden")
        measure_idle(window, report, "hidden and idle")
        share, rate = window_share(window, TRAFFIC_SECONDS)
        report.say("window's thread, requests passing, hidden", share, "%", 2)
        print(f"    {rate:.0f} requests/s")
        time.sleep(SETTLE_SECONDS)
        measure_idle(window, report, "hidden and idle, after that")
    finally:
        window.stop()


def measure_idle(window, report, when):
    before, cpu = window.wake_ups(), window.all_seconds()
    time.sleep(IDLE_SECONDS)
    after, cpu_after = window.wake_ups(), window.all_seconds()
    woken = {name: after[name] - before.get(name, 0) for name in after}
    report.say(f"{when}: wake-ups", sum(woken.values()) / IDLE_SECONDS, "/s", 1)
    for name, count in sorted(woken.items(), key=lambda item: -item[1])[:4]:
        if count:
            print(f"    {name.split(' ', 1)[1]}: {count / IDLE_SECONDS:.2f}")
    print(f"    {(cpu_after - cpu) / IDLE_SECONDS * 1e6:.0f} µs of CPU a second")
    report.say(f"{when}: resident", subjects.resident_bytes([window.child.pid]) / 1e6, "MB", 90)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", default="build/release/bin", help="folder of the built programs")
    options = parser.parse_args()
    programs = os.path.abspath(options.programs)
    folder = tempfile.mkdtemp(prefix="bilrost-window-bench-")
    report = Report()
    desktop = upstream = None
    try:
        desktop = Desktop()
        upstream = subjects.Process([os.path.join(programs, "bilrost-bench-upstream")])
        port = upstream.listening_port()
        program = os.path.join(programs, "bilrost")
        for measure, name in ((measure_starts, "starts"), (measure_shown, "shown"), (measure_hidden, "hidden")):
            measure(desktop, program, os.path.join(folder, name), port, report)
    except (StartFailure, OSError) as failure:
        sys.exit(f"The benchmark cannot run: {failure}")
    finally:
        if upstream:
            upstream.stop()
        if desktop:
            desktop.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
