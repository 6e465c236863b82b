#!/usr/bin/env python3
"""Measures what the gateway costs, beside nginx and beside no proxy at all (docs/performance.md)."""

import argparse
import datetime
import json
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import report
import subjects as subject_parts
from report import BODIES, DIRECT, MEGABYTE, NGINX, RECORDS

KILOBYTE = 1024
# (name, kind, connections, bytes of the body, also in the quick mode)
SCENARIOS = [
    ("1 KB, 1 connection", "requests", 1, KILOBYTE, False),
    ("1 KB, 8 connections", "requests", 8, KILOBYTE, True),
    ("1 KB, 64 connections", "requests", 64, KILOBYTE, True),
    ("100 KB, 1 connection", "requests", 1, 100 * KILOBYTE, False),
    ("100 KB, 8 connections", "requests", 8, 100 * KILOBYTE, True),
    ("100 KB, 64 connections", "requests", 64, 100 * KILOBYTE, False),
    ("50 streams", "streams", 50, KILOBYTE, True),
    ("200 streams", "streams", 200, KILOBYTE, True),
]


class Pace:
    """How long and how often is measured."""

    def __init__(self, is_quick, rounds):
        self.is_quick = is_quick
        self.rounds = rounds or (2 if is_quick else 3)
        self.request_milliseconds = 500 if is_quick else 1200
        self.stream_milliseconds = 600 if is_quick else 2000
        self.warm_up_milliseconds = 150 if is_quick else 300
        self.starts = 3 if is_quick else 5


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.pace = Pace(options.quick, options.rounds)
        self.load_program = os.path.join(options.programs, "bilrost-bench-load")
        self.upstream = None
        self.subjects = []
        self.measurements = []
        self.failures = []
        self.pairs = []
        self.lookup = {}

    def start_subjects(self):
        self.upstream = subject_parts.Process([os.path.join(self.options.programs, "bilrost-bench-upstream")])
        upstream_port = self.upstream.listening_port()
        self.subjects.append(subject_parts.Subject(DIRECT, upstream_port))
        nginx = subject_parts.find_nginx()
        if nginx:
            self.subjects.append(subject_parts.Nginx(nginx, os.path.join(self.folder, "nginx"), upstream_port))
        else:
            say("nginx is not installed: the marks are compared with the upstream itself and mean little.")
        for name, capture in ((RECORDS, "metadata"), (BODIES, "everything")):
            if self.options.gateway_command:
                self.start_gateway(name, capture, upstream_port)

    def start_gateway(self, name, capture, upstream_port):
        gateway = subject_parts.Gateway(name, self.options.gateway_command, os.path.join(self.folder, capture), capture)
        self.subjects.append(gateway)
        times = []
        # The first start makes the files and is not counted; it is once in the life of an installation.
        for count in range(self.pace.starts + 1 if name == RECORDS else 1):
            if count > 0:
                gateway.stop()
            milliseconds = gateway.start()
            if count > 0:
                times.append(milliseconds)
        if times:
            self.measurements.append(("start", name, {"median_ms": statistics.median(times), "best_ms": min(times)}))
        gateway.configure(upstream_port)

    def stop_subjects(self):
        for subject in reversed(self.subjects):
            subject.stop()
        if self.upstream:
            self.upstream.stop()

    def load(self, subject, kind, connections, body_bytes, milliseconds):
        path = subject.stream_path if kind == "streams" else subject.path
        command = [self.load_program, kind, "--port", str(subject.port), "--path", path,
                   "--model-prefix", subject.model_prefix, "--connections", str(connections),
                   "--body-bytes", str(body_bytes), "--milliseconds", str(milliseconds),
                   "--warm-up", str(self.pace.warm_up_milliseconds), "--quiet", str(subject.quiet_milliseconds),
                   "--upstream", str(self.upstream.child.pid)]
        for pid in subject.process.pids() if subject.process else []:
            command += ["--subject", str(pid)]
        finished = subprocess.run(command, capture_output=True, text=True, timeout=60)
        try:
            measurement = json.loads(finished.stdout)
        except ValueError:
            return {"problem": finished.stderr.strip() or f"the load generator ended with {finished.returncode}"}
        return measurement

    def measure(self, scenario, subject, kind, connections, body_bytes, milliseconds):
        measurement = self.load(subject, kind, connections, body_bytes, milliseconds)
        faults = [measurement["problem"]] if measurement["problem"] else []
        faults += [f"{measurement[field]} {text}" for field, text in
                   (("failed", "failed answers"), ("events_lost", "events lost")) if measurement.get(field)]
        if subject.process and subject.process.child.poll() is not None:
            faults.append("the process ended")
        if faults:
            self.failures.append(f"{scenario}, {subject.name}: " + "; ".join(faults))
            say("  " + self.failures[-1])
        return measurement

    def measure_memory(self):
        """On fresh processes: memory before any load, and what 200 streams add to it."""
        for subject in self.subjects:
            if not subject.process:
                continue
            pids = subject.process.pids()
            idle = subject_parts.resident_bytes(pids)
            loaded = self.measure("memory", subject, "streams", 200, KILOBYTE, 500)
            growth = loaded.get("resident_bytes", 0) - idle
            if not loaded["problem"]:
                self.measurements.append(("memory", subject.name, {
                    "idle_mb": idle / MEGABYTE, "growth_mb": growth / MEGABYTE,
                    "peak_mb": loaded["peak_resident_bytes"] / MEGABYTE}))

    def measure_rounds(self):
        for count in range(self.pace.rounds):
            say(f"Round {count + 1} of {self.pace.rounds} ...")
            for name, kind, connections, body_bytes, is_quick in SCENARIOS:
                if self.pace.is_quick and not is_quick:
                    continue
                milliseconds = self.pace.stream_milliseconds if kind == "streams" else self.pace.request_milliseconds
                # The subjects take turns within a scenario, so that a noisy minute hits all of them.
                for subject in self.subjects:
                    measurement = self.measure(name, subject, kind, connections, body_bytes, milliseconds)
                    if not measurement["problem"]:
                        self.measurements.append((name, subject.name, measurement))

    def measure_translation(self):
        """The pairs of dialects, in a process of their own: no sockets, so one least of several rounds is enough."""
        say("Translating ...")
        finished = subprocess.run([os.path.join(self.options.programs, "bilrost-bench-translation")],
                                  capture_output=True, text=True, timeout=120)
        try:
            self.pairs = json.loads(finished.stdout)
        except ValueError:
            self.failures.append("translation: " + (finished.stderr.strip() or f"ended with {finished.returncode}"))

    def measure_keys(self):
        """The decision about a virtual key, in a process of its own."""
        say("Looking up virtual keys ...")
        finished = subprocess.run([os.path.join(self.options.programs, "bilrost-key-lookup")],
                                  capture_output=True, text=True, timeout=120)
        try:
            self.lookup = json.loads(finished.stdout)
        except ValueError:
            self.lookup = {}
        if finished.returncode != 0 or not self.lookup:
            self.failures.append("virtual keys: " + (finished.stderr.strip() or f"ended with {finished.returncode}"))

    def results(self):
        order = [scenario[0] for scenario in SCENARIOS] + ["memory", "start"]
        found = report.medians(self.measurements)
        return {name: found[name] for name in order if name in found}


def say(text):
    print(text, file=sys.stderr, flush=True)


def settle(limit_seconds=5):
    """Waits until the machine is quiet: under a fifth of one processor in half a second."""
    def busy_ticks():
        with open("/proc/stat") as file:
            fields = [int(field) for field in file.readline().split()[1:8]]
        return sum(fields) - fields[3] - fields[4]
    deadline = time.monotonic() + limit_seconds
    while time.monotonic() < deadline:
        before = busy_ticks()
        time.sleep(0.5)
        if busy_ticks() - before < 0.1 * os.sysconf("SC_CLK_TCK"):
            return True
    say("The machine does not become quiet; expect noise.")
    return False


def output_of(command):
    try:
        finished = subprocess.run(command, capture_output=True, text=True, timeout=10)
        return (finished.stdout + finished.stderr).strip().splitlines()[0]
    except (OSError, IndexError, subprocess.TimeoutExpired):
        return None


def machine_facts(options):
    with open("/proc/cpuinfo") as file:
        model = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), None)
    nginx = subject_parts.find_nginx()
    program = options.gateway_command.split()[0] if options.gateway_command else None
    return {"date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
            "processor": model, "cores": os.cpu_count(), "kernel": platform.release(),
            "system": output_of(["sh", "-c", ". /etc/os-release && echo $PRETTY_NAME"]),
            "nginx": output_of([nginx, "-v"]) if nginx else None,
            "gateway": output_of([program, "--version"]) if program else None}


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="about 40 seconds, more noise")
    parser.add_argument("--rounds", type=int, help="default 3, or 2 with --quick; the table shows medians")
    parser.add_argument("--programs", default="build/release/bin", help="folder of the built programs")
    parser.add_argument("--gateway-command", help="default PROGRAMS/bilrost-headless; {port}, {data_dir} and {capture} "
                        "are filled in, without any of them our own arguments are appended")
    parser.add_argument("--no-gateway", action="store_true", help="nginx and the upstream only")
    parser.add_argument("--json", default="build/bench.json", help="where the numbers go")
    options = parser.parse_args()
    if options.no_gateway:
        options.gateway_command = None
    elif not options.gateway_command:
        options.gateway_command = os.path.join(options.programs, "bilrost-headless")
    return options


def print_result(bench, results, facts):
    names = [subject.name for subject in bench.subjects]
    reference = NGINX if NGINX in names else DIRECT
    print(report.markdown(results, names, reference))
    measured = [measurement for _, _, measurement in bench.measurements if "foreign_cores" in measurement]
    foreign = statistics.median(measurement["foreign_cores"] for measurement in measured) if measured else 0
    print(f"\n{facts['cores']} cores ({facts['processor']}), kernel {facts['kernel']}, {facts['nginx'] or 'no nginx'}, "
          f"{facts['date']}; medians of {bench.pace.rounds} rounds; other programs used {foreign:.2f} cores meanwhile.")
    judged = report.verdicts(results, names, reference)
    if bench.pairs:
        print("\nCPU of translation, µs: a request of 100 KB / an event of a stream\n")
        print(report.translation_markdown(bench.pairs))
        judged += report.translation_verdicts(bench.pairs)
    if bench.lookup:
        print(f"\nThe decision about one of {bench.lookup['keys']:,} virtual keys\n")
        print(report.key_markdown(bench.lookup))
        judged += report.key_verdicts(bench.lookup)
    if judged:
        missed = [verdict for verdict in judged if not verdict["holds"]]
        print(f"{len(judged) - len(missed)} of {len(judged)} marks hold.")
        for verdict in missed:
            value, allowed = report.number(verdict["value"]), report.number(verdict["allowed"])
            print(f"- {verdict['text']}: {value}, allowed {allowed}")
    for failure in bench.failures:
        print(f"- fault: {failure}")
    return judged


def main():
    if sys.platform != "linux":
        sys.exit("The benchmark runs on Linux only.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the subjects are stopped
    options = read_options()
    folder = tempfile.mkdtemp(prefix="bilrost-bench-")
    bench = Bench(options, folder)
    try:
        facts = machine_facts(options)
        facts["was_quiet"] = settle()
        say("Starting the subjects ...")
        bench.start_subjects()
        bench.measure_memory()
        bench.measure_rounds()
        if options.gateway_command:
            bench.measure_translation()
            bench.measure_keys()
    except (subject_parts.StartFailure, OSError) as failure:
        sys.exit(f"The benchmark cannot run: {failure}")
    finally:
        bench.stop_subjects()
        shutil.rmtree(folder, ignore_errors=True)
    results = bench.results()
    judged = print_result(bench, results, facts)
    os.makedirs(os.path.dirname(os.path.abspath(options.json)), exist_ok=True)
    with open(options.json, "w") as file:
        json.dump({"facts": facts, "results": results, "translation": bench.pairs,
                   "virtual_keys": bench.lookup, "marks": judged,
                   "faults": bench.failures,
                   "measurements": bench.measurements}, file, indent=2, ensure_ascii=False)
    say(f"All numbers are in {options.json}.")
    return 1 if bench.failures or any(verdict["holds"] is False for verdict in judged) else 0


if __name__ == "__main__":
    sys.exit(main())
