"""What ./dev does around the build: what it says about packages, and how it starts and ends the programs.

Each case runs a copy of ./dev in a folder of its own, on a PATH that holds only what the case allows. The programs are
replaced by ones that write down their arguments and wait for a signal.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

DEV = pathlib.Path(sys.argv.pop(1)) / "dev"
WAIT = 30  # seconds; the longest that anything is waited for
TOOLS = ["bash", "cat", "dirname", "env", "grep", "head", "id", "mkdir", "mktemp", "rm", "sed", "seq", "sleep"]
PROGRAM = """#!/bin/bash
echo "$*" > "$0.arguments"
echo $$ > "$0.id"
echo "listening on http://127.0.0.1:4711"
trap 'exit 7' TERM
while sleep 0.05; do :; done
"""


class DevCommand(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="bilrost-dev-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.programs = self.folder / "build/release/bin"
        self.programs.mkdir(parents=True)
        (self.folder / "path").mkdir()
        shutil.copy(DEV, self.folder)
        for name in TOOLS:
            os.symlink(shutil.which(name), self.folder / "path" / name)
        self.tool("uname", "echo Linux")
        self.tool("cmake", "exit 0")

    def tool(self, name, text):
        self.write(self.folder / "path" / name, "#!/bin/bash\n" + text + "\n")

    def write(self, path, text):
        path.write_text(text)
        path.chmod(0o755)

    def start(self, *arguments, **environment):
        process = subprocess.Popen([self.folder / "dev", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True, env={"PATH": str(self.folder / "path"), "HOME": str(self.folder),
                                                   **environment})
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def run_dev(self, *arguments):
        process = self.start(*arguments)
        output, errors = process.communicate(timeout=WAIT)
        return process.returncode, output + errors

    def wait_for(self, what, condition):
        end = time.monotonic() + WAIT
        while not condition():
            self.assertLess(time.monotonic(), end, f"waited in vain for: {what}")
            time.sleep(0.02)

    def start_demo(self, *arguments, **environment):
        """The running ./dev, and what the gateway and the demo provider were started with."""
        for name in ("bilrost-headless", "bilrost-demo-provider"):
            self.write(self.programs / name, PROGRAM)
        process = self.start("run", "--demo", *arguments, **environment)
        written = [self.programs / f"{name}.id" for name in ("bilrost-headless", "bilrost-demo-provider")]
        self.wait_for("both programs", lambda: all(file.exists() and file.read_text().strip() for file in written))
        self.provider = int(written[1].read_text())
        return process, *[file.with_suffix(".arguments").read_text().strip() for file in written]

    def provider_is_gone(self):
        try:
            os.kill(self.provider, 0)
        except ProcessLookupError:
            return True
        return pathlib.Path(f"/proc/{self.provider}/stat").read_text().split()[2] == "Z"

    def test_names_every_package_where_there_is_no_apt(self):
        code, text = self.run_dev("setup", "test")
        self.assertEqual(code, 0)
        for package in ("qt6-base-dev", "qtkeychain-qt6-dev", "nodejs", "nginx-light"):
            self.assertIn(f"    {package}\n", text)

    def test_runs_the_agents_apart_from_the_other_tests(self):
        for name in ("node", "npm"):
            self.tool(name, "exit 0")
        self.tool("python3", 'echo "python3 $*"')
        self.tool("ctest", "echo ctest")
        code, text = self.run_dev("test", "--agents", "--agent", "codex")
        self.assertEqual(code, 0)
        self.assertIn("python3 tests/agents/run.py --provider build/dev/bin/bilrost-demo-provider --gateway "
                      "build/dev/bin/bilrost-headless --cache build/dev --agent codex\n", text)
        self.assertNotIn("ctest", text)

    def test_a_night_runs_every_step_and_names_those_that_found_something(self):
        for name in ("node", "npm"):
            self.tool(name, "exit 0")
        self.tool("ctest", 'echo "ctest $2 answers=$BILROST_RANDOM_ANSWERS"; [ "$2" != build/tsan ]')
        self.tool("nproc", "echo 2")
        for folder in ("tests/fuzz", "build/fuzz/fuzz"):
            (self.folder / folder).mkdir(parents=True)
        for name in ("fuzz_a", "fuzz_b"):
            (self.folder / f"tests/fuzz/{name}.cpp").touch()
            self.write(self.folder / f"build/fuzz/fuzz/{name}", f"#!/bin/bash\necho number_of_executed_units {name} $1\n")
        code, text = self.run_dev("nightly")
        self.assertEqual(code, 1)
        for line in ("ctest build/asan answers=3000", "ctest build/tsan answers=3000",
                     "number_of_executed_units fuzz_a -max_total_time=60",
                     "number_of_executed_units fuzz_b -max_total_time=60",
                     "These found something: ./dev sanitize tsan"):
            self.assertIn(line + "\n", text)

    def test_asks_for_homebrew_on_a_mac_without_it(self):
        self.tool("uname", "echo Darwin")
        code, text = self.run_dev("run")
        self.assertEqual(code, 1)
        self.assertIn("https://brew.sh", text)
        self.assertIn("qtkeychain", text)

    def test_installs_with_homebrew_only_what_is_missing(self):
        self.tool("uname", "echo Darwin")
        self.tool("brew", 'case $1 in list) printf "cmake\\nqt\\n" ;; install) echo "installed ${*:3}." ;; esac')
        code, text = self.run_dev("setup", "run")
        self.assertEqual(code, 0)
        self.assertIn("installed ninja ccache pkgconf qtkeychain nlohmann-json", text)

    def test_says_what_to_install_to_someone_who_cannot(self):
        (self.folder / "path/id").unlink()
        self.tool("id", "echo 1000")
        self.tool("apt-get", "exit 1")
        self.tool("dpkg-query", 'case "${*: -1}" in ninja-build) exit 1 ;; *) echo "install ok installed" ;; esac')
        code, text = self.run_dev("setup", "run")
        self.assertEqual(code, 1)
        self.assertEqual(text, "This needs root. Run: apt-get install ninja-build\n")

    def test_the_demo_sends_its_requests_to_the_port_of_the_gateway(self):
        _, gateway, provider = self.start_demo("--port", "9123")
        self.assertEqual(gateway, "--port 9123 --demo http://127.0.0.1:4711")
        self.assertIn("--traffic http://127.0.0.1:9123", provider)

    def test_the_demo_reads_the_port_from_the_environment(self):
        _, _, provider = self.start_demo(APP_PORT="9124")
        self.assertIn("--traffic http://127.0.0.1:9124", provider)

    def test_the_demo_ends_with_the_gateway(self):
        process, _, _ = self.start_demo()
        self.assertFalse(self.provider_is_gone())
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(WAIT), 7, "the signal and the exit code are the gateway's")
        self.wait_for("the end of the demo provider", self.provider_is_gone)


if __name__ == "__main__":
    unittest.main(verbosity=2)
