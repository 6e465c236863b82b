"""Runs every shell block of the README and docs/ against a real gateway, with the demo provider behind it.

Blocks stay as they are; only the port and the example addresses are replaced. A command that fails, or an answer with
status 400 or above, fails the test.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(sys.argv[1])
PROGRAMS = pathlib.Path(sys.argv[2])
# Blocks that set a variable or start the product are not calls to the gateway.
SKIPPED_LINES = ("export ", "./dev")


def start(arguments, folder, name):
    log = open(folder / f"{name}.log", "w+")
    process = subprocess.Popen(arguments, stdout=log, stderr=subprocess.STDOUT)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        text = (folder / f"{name}.log").read_text()
        found = re.search(r"listening on (http://127\.0\.0\.1:\d+)", text)
        if found:
            return process, found.group(1)
        if process.poll() is not None:
            break
        time.sleep(0.02)
    raise SystemExit(f"{name} did not start:\n{(folder / f'{name}.log').read_text()}")


def shell_blocks():
    for page in [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md"))]:
        for block in re.findall(r"```sh\n(.*?)```", page.read_text(), re.S):
            lines = [line for line in block.splitlines() if not line.startswith(SKIPPED_LINES)]
            yield page.relative_to(SOURCE), "\n".join(lines)


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / ".curlrc").write_text("fail-with-body\nsilent\nshow-error\nmax-time = 20\n")
        provider, provider_url = start([PROGRAMS / "bilrost-demo-provider", "--port", "0", "--pace", "0"], folder, "provider")
        gateway, gateway_url = start([PROGRAMS / "bilrost-headless", "--host", "127.0.0.1", "--port", "0", "--data-dir",
                                      folder / "data", "--secret-store", "memory"], folder, "gateway")
        try:
            # The README's first request comes before the page that sets a provider up, so set-up pages run first.
            blocks = sorted(shell_blocks(), key=lambda block: block[0].name == "README.md")
            for page, block in blocks:
                block = block.replace("http://127.0.0.1:8080", gateway_url)
                block = re.sub(r"https://[a-z.-]*example\.com/v1", provider_url + "/v1", block)
                block = block.replace("openai/gpt-5.4-nano", "openai/demo-fast")
                result = subprocess.run(["bash", "-euc", block], capture_output=True, text=True,
                                        env={"PATH": "/usr/bin:/bin", "HOME": name, "CURL_HOME": name})
                if result.returncode == 0:
                    passed += 1
                else:
                    failed += 1
                    print(f"{page}:\n{block}\n{result.stdout}{result.stderr}")
        finally:
            for process in (gateway, provider):
                process.terminate()
                process.wait()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
