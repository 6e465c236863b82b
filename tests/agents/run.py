#!/usr/bin/env python3
"""The coding agents, each with every provider dialect: a task of two turns with a tool call between them.

Usage: run.py --provider BINARY --gateway BINARY [--cache FOLDER] [--jobs N] [--agent NAME] [--target DIALECT]

The agent is told to copy a file with its own shell tool. The demo provider's model calls that tool, reads the result
and says what it was told. The run passes when the file is there, the agent ends well, and its last words hold what was
in the file. The agents come from the npm registry, in the versions of package-lock.json; that is a download of 0.6 GB
which takes 1.6 GB, once. Where the system allows it, everything runs in a network of its own that has nothing but
loopback. An agent whose makers have no program for this machine is skipped, which the output says; one that is missing
for any other reason fails the run.
"""

import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "clients"))

from agents import AGENTS, Place, newest_node, reason_to_skip  # noqa: E402
from programs import RIGHT_KEY, Problem, Server, add_provider, installed, run_installer  # noqa: E402
from targets import SECRET, aws_key  # noqa: E402

WORDS = "heather grows on the far side"
LONGEST_RUN = 150  # seconds

# Each model's name tells the gateway what it may ask for; all of them obey.
TARGETS = {
    "openai chat": "cerebras/demo-agent",
    "openai responses": "openai/gpt-5-agent",
    "anthropic": "anthropic/claude-sonnet-4-5-agent",
    "gemini": "gemini/gemini-3-agent",
    "bedrock": "bedrock/anthropic.claude-sonnet-4-5-agent",
    "cohere": "cohere/command-a-reasoning-agent",
}


def install(cache):
    pins = [HERE / "package.json", HERE / "package-lock.json"]
    if not shutil.which("npm"):
        raise Problem("cannot install the agents: npm is not installed")

    def fill(folder):
        for pin in pins:
            shutil.copy(pin, folder)
        # Their install scripts only move a binary that is there already; it is started where it lies. Not "npm ci": it
        # gives up where an optional package of another system is missing in the registry; the lock file holds anyway.
        run_installer("the agents", ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"],
                      folder)

    return installed(cache, "agents", pins, fill) / "node_modules"


def run_program(command, log, **options):
    """Returns its exit code, or that it did not end. Whatever it started ends with it."""
    with log.open("w") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                   start_new_session=True, **options)
        try:
            return process.wait(timeout=LONGEST_RUN)
        except subprocess.TimeoutExpired:
            return f"no end within {LONGEST_RUN} s"
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def run_agent(name, place, folder):
    """Returns why it did not do what it was told, or nothing."""
    work = folder / "work"
    work.mkdir()
    (work / "notes.txt").write_text(WORDS + "\n")
    command, more = AGENTS[name](place)
    environment = {key: os.environ[key] for key in ("LANG", "LC_ALL", "TERM") if key in os.environ} | more | {
        "HOME": str(place.home), "PATH": f"{pathlib.Path(place.node).parent}:/usr/local/bin:/usr/bin:/bin",
        "TMPDIR": str(folder), "NO_PROXY": "*", "no_proxy": "*", "NO_COLOR": "1", "CI": "1"}
    log = folder / "log"
    code = run_program(command, log, cwd=work, env=environment)
    said = log.read_text(errors="replace")
    copy = work / "copy.txt"
    if code != 0:
        return f"ended with {code}: {said[-1500:]}"
    if not copy.exists() or copy.read_text() != WORDS + "\n":
        return f"did not use its tool: {said[-1500:]}"
    last = said[said.rfind("The tool answered:"):] if "The tool answered:" in said else ""
    return None if WORDS in last else f"does not say what the tool answered: {said[-1500:]}"


def run_cell(agent, dialect, modules, node, gateway, temporary):
    folder = pathlib.Path(temporary) / f"{agent} {dialect}".replace(" ", "-")
    (folder / "home").mkdir(parents=True)
    begun = time.monotonic()
    problem = run_agent(agent, Place(modules, node, folder / "home", gateway, TARGETS[dialect]), folder)
    return f"{agent} | {dialect} ({time.monotonic() - begun:.1f} s)", problem


def chosen_cells(options):
    """The agents and dialects to run, and how many are skipped because an agent does not exist for this machine."""
    lock = json.loads((HERE / "package-lock.json").read_text())
    cells, skipped = [], 0
    for agent in AGENTS:
        dialects = [dialect for dialect in TARGETS
                    if options.agent in (None, agent) and options.target in (None, dialect)]
        reason = reason_to_skip(agent, lock) if dialects else None
        if reason:
            print(f"skipped {agent}, with {len(dialects)} dialects: {reason}", flush=True)
            skipped += len(dialects)
        else:
            cells += [(agent, dialect) for dialect in dialects]
    return cells, skipped


def run_all(options, modules):
    node = newest_node(modules)
    cells, skipped = chosen_cells(options)
    failed = 0
    models = [argument for model in TARGETS.values() for argument in ("--model", model.split("/")[1])]
    with tempfile.TemporaryDirectory(prefix="bilrost-agents-", ignore_cleanup_errors=True) as temporary, \
            Server("bilrost-demo-provider", [options.provider, "--port", "0", "--pace", "0", "--key", RIGHT_KEY,
                                             *models]) as provider, \
            Server("bilrost-headless", [options.gateway, "--host", "127.0.0.1", "--port", "0", "--data-dir",
                                        temporary + "/data", "--secret-store", "memory"]) as gateway, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as threads:
        for name in (model.split("/")[0] for model in TARGETS.values()):
            add_provider(gateway, name, provider, aws_key(SECRET) if name == "bedrock" else RIGHT_KEY)
        running = [threads.submit(run_cell, *cell, modules, node, gateway, temporary) for cell in cells]
        for done in concurrent.futures.as_completed(running):
            cell, problem = done.result()
            print(f"not ok {cell}: {problem}" if problem else f"ok {cell}", flush=True)
            failed += problem is not None
    return len(cells) - failed, failed, skipped


def in_own_network(arguments):
    """Starts this program again where there is nothing but loopback; returns its exit code, or nothing if that cannot
    be had (it needs user namespaces and iproute2)."""
    if "--here" in arguments or sys.platform != "linux" or not shutil.which("unshare"):
        return None
    enter = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    if subprocess.run([*enter, "true"], capture_output=True, check=False).returncode != 0:
        return None
    return subprocess.run([*enter, sys.executable, __file__, *arguments, "--here"], check=False).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provider", required=True, type=pathlib.Path, help="bilrost-demo-provider")
    parser.add_argument("--gateway", required=True, type=pathlib.Path, help="bilrost-headless")
    parser.add_argument("--cache", type=pathlib.Path, default=HERE.parents[1] / "build" / "agents")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1), help="how many agents run at once")
    parser.add_argument("--agent", choices=list(AGENTS), help="only this one")
    parser.add_argument("--target", choices=list(TARGETS), help="only with this provider dialect")
    parser.add_argument("--here", action="store_true", help="in the network that is there")
    options = parser.parse_args()
    try:
        modules = install(options.cache.resolve())
        code = in_own_network(sys.argv[1:])
        if code is not None:
            return code
        begun = time.monotonic()
        passed, failed, skipped = run_all(options, modules)
    except (Problem, FileNotFoundError) as problem:
        print(f"not ok agents: {problem}", file=sys.stderr)
        return 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped, in {time.monotonic() - begun:.0f} s", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
