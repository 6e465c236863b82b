"""The coding agents: how each is started without a screen, and pointed at the gateway.

Every agent gets a home of its own, so that nothing of the person who runs the test is read or written. What may call
home is switched off by each agent's own switches.
"""

import dataclasses
import json
import pathlib
import platform
import shutil
import subprocess
import sys

COMMAND = "cat notes.txt | tee copy.txt"


@dataclasses.dataclass
class Place:
    """Where one run happens."""
    modules: pathlib.Path  # node_modules
    node: str              # a Node that is new enough for all
    home: pathlib.Path
    gateway: str
    model: str             # PROVIDER/MODEL


def order(tool, **arguments):
    """The words that the demo provider's agent models obey."""
    def said(value):
        return str(value).lower() if isinstance(value, bool) else f"'{value}'"
    return f"do: use {tool} " + " ".join(f"{name}={said(value)}" for name, value in arguments.items())


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))


def system():
    """This machine as npm packages spell it."""
    cpus = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
    return f"{sys.platform}-{cpus.get(platform.machine().lower(), platform.machine().lower())}"


def has_avx2():
    facts = pathlib.Path("/proc/cpuinfo")
    return not facts.exists() or "avx2" in facts.read_text().split()


# Where an agent is a program instead of JavaScript: its package, without the system behind it, and the program's name.
NATIVE = {
    "claude": ("@anthropic-ai/claude-code", "claude"),
    "codex": ("@openai/codex", "codex"),
    "opencode chat": ("opencode", "opencode"),
    "opencode responses": ("opencode", "opencode"),
}


def native_package(agent):
    """The package of this system, or nothing for what runs on Node."""
    if agent not in NATIVE:
        return None
    package = f"{NATIVE[agent][0]}-{system()}"
    needs_baseline = NATIVE[agent][0] == "opencode" and system() == "linux-x64" and not has_avx2()
    return package + "-baseline" if needs_baseline else package


def reason_to_skip(agent, lock):
    """Why the agent cannot run on this machine: its makers have no program for it. On Linux with x64 there is no such
    reason, so that nothing is skipped where the project is tested."""
    package = native_package(agent)
    if package is None or system() == "linux-x64" or f"node_modules/{package}" in lock["packages"]:
        return None
    return f"the versions of package-lock.json have no program for {system()} ({package})"


def native_binary(modules, agent):
    package, name = native_package(agent), NATIVE[agent][1]
    found = sorted(path for path in (modules / package).rglob(name) if path.is_file())
    if not found:
        raise FileNotFoundError(f"{agent} cannot be installed: {package} is missing, or has no {name} in it")
    found[0].chmod(0o755)
    return found[0]


def script(modules, path):
    if not (modules / path).exists():
        raise FileNotFoundError(f"the agent cannot be installed: {path} is missing")
    return modules / path


def claude(place):
    environment = {
        "ANTHROPIC_BASE_URL": place.gateway + "/anthropic", "ANTHROPIC_API_KEY": "dummy", "IS_SANDBOX": "1",
        "ANTHROPIC_DEFAULT_HAIKU_MODEL": place.model, "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        "DISABLE_TELEMETRY": "1", "DISABLE_ERROR_REPORTING": "1", "DISABLE_AUTOUPDATER": "1"}
    prompt = order("Bash", command=COMMAND, description="Copy the notes")
    return [native_binary(place.modules, "claude"), "-p", "--model", place.model,
            "--dangerously-skip-permissions", prompt], environment


def codex(place):
    write(place.home / ".codex/config.toml",
          f'openai_base_url = "{place.gateway}/openai"\nmodel = "{place.model}"\ncheck_for_update_on_startup = false\n'
          "[analytics]\nenabled = false\n[otel]\nexporter = \"none\"\n")
    return [native_binary(place.modules, "codex"), "exec", "--skip-git-repo-check",
            "--dangerously-bypass-approvals-and-sandbox", order("exec_command", cmd=COMMAND)], {
                "CODEX_API_KEY": "dummy"}


def gemini(place):
    write(place.home / ".gemini/settings.json", {
        "security": {"auth": {"selectedType": "gemini-api-key"}}, "privacy": {"usageStatisticsEnabled": False},
        "telemetry": {"enabled": False}, "general": {"disableAutoUpdate": True, "disableUpdateNag": True}})
    prompt = order("run_shell_command", command=COMMAND)
    return [place.node, script(place.modules, "@google/gemini-cli/bundle/gemini.js"), "--skip-trust", "--yolo",
            "-m", place.model, "-p", prompt], {"GOOGLE_GEMINI_BASE_URL": place.gateway + "/genai",
                                               "GEMINI_API_KEY": "dummy"}


def qwen(place):
    write(place.home / ".qwen/settings.json", {
        "privacy": {"usageStatisticsEnabled": False}, "telemetry": {"enabled": False},
        "general": {"disableAutoUpdate": True, "disableUpdateNag": True}})
    prompt = order("run_shell_command", command=COMMAND, is_background=False)
    return [place.node, script(place.modules, "@qwen-code/qwen-code/cli-entry.js"), "--auth-type", "openai", "--yolo",
            "--model", place.model, "-p", prompt], {
                "OPENAI_BASE_URL": place.gateway + "/openai", "OPENAI_API_KEY": "dummy", "OPENAI_MODEL": place.model}


def opencode(place, package, base):
    write(place.home / ".config/opencode/opencode.json", {
        "model": f"bilrost/{place.model}", "small_model": f"bilrost/{place.model}", "permission": "allow",
        "autoupdate": False, "share": "disabled",
        "provider": {"bilrost": {"npm": package, "options": {"baseURL": place.gateway + base, "apiKey": "dummy"},
                                 "models": {place.model: {"name": "demo"}}}}})
    prompt = order("bash", command=COMMAND, description="Copy the notes")
    return [native_binary(place.modules, "opencode chat"), "run", prompt], {
        "OPENCODE_DISABLE_AUTOUPDATE": "1", "OPENCODE_DISABLE_MODELS_FETCH": "1", "OPENCODE_DISABLE_LSP_DOWNLOAD": "1"}


AGENTS = {
    "claude": claude,
    "codex": codex,
    "gemini": gemini,
    "qwen": qwen,
    "opencode chat": lambda place: opencode(place, "@ai-sdk/openai-compatible", "/v1"),
    "opencode responses": lambda place: opencode(place, "@ai-sdk/openai", "/openai/v1"),
}


def newest_node(modules):
    """Qwen Code wants Node 22: the system's where it is new enough, else the one from the registry."""
    own = shutil.which("node")
    told = subprocess.run([own, "--version"], capture_output=True, text=True).stdout if own else ""
    if told.startswith("v") and int(told[1:].split(".")[0]) >= 22:
        return own
    packaged = modules / f"node-{system()}" / "bin/node"
    if not packaged.exists():
        raise FileNotFoundError(f"the agents need Node 22 or newer: the one here says {told.strip() or 'nothing'}, and "
                                f"node-{system()} of the registry is not installed")
    packaged.chmod(0o755)
    return str(packaged)
