"""What happens to the process itself: killed, started twice, stopped, without a disk, a port, a passphrase or a bus."""

import base64
import json
import os
import re
import resource
import signal
import socket
import subprocess
import threading
import time

from harness import WAIT, Failed, Gateway, Home, Upstream, check, wait_for

MAY_BE_LOST = 0.25  # seconds before a crash whose records may be missing
PASSPHRASE = "correct horse"
WRONG_PASSPHRASE = "battery staple"


def keeps_what_it_acknowledged_when_it_is_killed():
    environment = {"BILROST_PASSPHRASE": PASSPHRASE}
    acknowledged = []  # (when, request id)

    def load(gateway, worker):
        for number in range(100_000):
            name = f"{worker}-{number}"
            try:
                status, _ = gateway.chat("mine/one", headers={"x-request-id": name})
            except OSError:
                return
            except Exception:  # an answer cut in its middle
                return
            if status == 200:
                acknowledged.append((time.monotonic(), name))

    with Home() as home, Upstream() as upstream:
        with Gateway(home, store="vault", environment=environment) as gateway:
            gateway.add_provider("mine", upstream, "key-of-mine-0123456789")
            workers = [threading.Thread(target=load, args=(gateway, worker), daemon=True) for worker in range(4)]
            for worker in workers:
                worker.start()
            wait_for("some load", lambda: len(acknowledged) > 200)
            for number in range(5):
                gateway.add_provider(f"late-{number}", upstream, f"key-of-late-{number}-0123456789")
            time.sleep(2 * MAY_BE_LOST)  # so that there is something that must not be lost
            killed = time.monotonic()
            gateway.end(signal.SIGKILL)
            for worker in workers:
                worker.join(WAIT)
        with Gateway(home, store="vault", environment=environment) as gateway:
            names = {provider["name"] for provider in gateway.manage("GET", "/api/providers")["providers"]}
            check(names == {"mine"} | {f"late-{number}" for number in range(5)}, f"providers are missing: {names}")
            for number in range(5):
                wait_for("the vault", lambda number=number: gateway.chat(f"late-{number}/one")[0] == 200)
                check(any(f"key-of-late-{number}-0123456789" in head for head in upstream.seen),
                      f"the key of late-{number} is missing")
            stored = {entry["id"] for entry in gateway.logs()}
            lost = [when for when, name in acknowledged if name not in stored]
            worst = max((killed - when for when in lost), default=0)
            print(f"# {len(acknowledged)} requests, {len(lost)} records lost, the oldest {worst * 1000:.0f} ms "
                  "before the end")
            check(len(stored) > 100, "there is no history")
            check(worst <= MAY_BE_LOST, f"a record from {worst * 1000:.0f} ms before the end is missing")


def serves_while_the_disk_is_full_and_recovers():
    """A limit on the size of files stands in for the full disk: it needs no rights and can be taken back."""
    with Home() as home, Upstream() as upstream:
        with Gateway(home, "--capture", "everything") as gateway:
            gateway.add_provider("mine", upstream, "some-key-0123456789")
            check(gateway.chat("mine/one", headers={"x-request-id": "before"})[0] == 200, "no answer before")
            gateway.wait_for_log("before")
            limit = resource.prlimit(gateway.process.pid, resource.RLIMIT_FSIZE)
            resource.prlimit(gateway.process.pid, resource.RLIMIT_FSIZE, (4096, limit[1]))
            noise = os.urandom(50_000).hex()
            end = time.monotonic() + WAIT
            count = 0
            while gateway.health()["dropped_requests"] == 0:
                check(time.monotonic() < end, f"{count} requests on a full disk, and none is reported as dropped")
                status, text = gateway.chat("mine/one", text=noise)
                check(status == 200, f"request {count} on a full disk was answered with {status}: {text[:200]}")
                count += 1
            resource.prlimit(gateway.process.pid, resource.RLIMIT_FSIZE, limit)

            def is_stored_again():
                name = f"after-{time.monotonic()}"
                gateway.chat("mine/one", headers={"x-request-id": name})
                time.sleep(0.5)
                return any(entry["id"] == name for entry in gateway.logs())
            wait_for("records after the disk has room", is_stored_again)
            check(any(entry["id"] == "before" for entry in gateway.logs()), "an old record is gone")
            check(gateway.end() == 0, "the gateway did not end properly")
        with Gateway(home) as gateway:
            check(any(entry["id"] == "before" for entry in gateway.logs()), "the history does not open again")


def refuses_a_second_instance_on_its_data_folder():
    with Home() as home, Gateway(home) as first:
        second = Gateway(home)
        code = second.wait()
        check(code == 2, f"the second instance ended with {code}")
        check(f"Another Bilrost (process {first.process.pid}) uses {home.data}" in second.output,
              f"the text is not clear: {second.output}")
        check(first.health()["status"] == "ok", "the first instance suffered")
        first.end(signal.SIGKILL)
        with Gateway(home) as third:
            check(third.health()["status"] == "ok", "a lock that was left behind keeps the next one out")


def names_the_holder_of_a_busy_port():
    with Home() as home, socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        gateway = Gateway(home, port=port)
        code = gateway.wait()
        check(code == 3, f"the exit code is {code}")
        found = re.search(r"Port (\d+) is used by (.+) \((\d+)\)\. Port (\d+) is free\.", gateway.output)
        check(found, f"the text is not clear: {gateway.output}")
        check(int(found.group(1)) == port and int(found.group(3)) == os.getpid(), f"wrong holder: {found.group(0)}")
        check(int(found.group(4)) > port, f"wrong free port: {found.group(0)}")


def listens_beyond_this_computer_only_where_management_is_guarded():
    with Home() as home:
        gateway = Gateway(home, host="0.0.0.0")
        code = gateway.wait()
        check(code == 2, f"the exit code is {code}")
        check("auth_config" in gateway.output and "BIFROST_SETUP_TOKEN" in gateway.output,
              f"the text is not clear: {gateway.output}")
        with Gateway(home, host="0.0.0.0", environment={"BIFROST_SETUP_TOKEN": "a token"}) as gateway:
            check(gateway.call("GET", "/api/providers")[0] == 200, "this computer cannot manage")
        admin = {"admin_username": "env.ADMIN", "admin_password": "env.ADMIN_PASSWORD", "is_enabled": True}
        (home.data / "config.json").write_text(json.dumps({"auth_config": admin}))
        environment = {"ADMIN": "root", "ADMIN_PASSWORD": "correct horse"}
        with Gateway(home, host="0.0.0.0", environment=environment) as gateway:
            check(gateway.call("GET", "/api/providers")[0] == 401, "nobody was asked for a password")
            basic = "Basic " + base64.b64encode(b"root:correct horse").decode()
            status = gateway.call("GET", "/api/providers", headers={"Authorization": basic})[0]
            check(status == 200, f"the administrator was answered with {status}")


def checks_a_configuration_file_without_touching_anything():
    with Home() as home:
        file = home.path / "some.json"
        file.write_text(json.dumps({"providers": {"openai": {"keys": [{"name": "a", "value": "env.NOT_SET"}, 5]}},
                                    "vector_store": {}}))

        def check_file(path):
            done = subprocess.run([Gateway.program, "check", str(path)], capture_output=True, text=True, timeout=WAIT,
                                  env={"PATH": os.environ["PATH"], "HOME": str(home.path)})
            return done.returncode, done.stdout.splitlines()

        code, lines = check_file(file)
        check(code == 1, f"the exit code is {code}: {lines}")
        expected = ["/providers/openai/keys/1: A key must be an object.",
                    "/providers/openai/keys/0: The environment variable NOT_SET is not set.",
                    "vector_store: means nothing here", "1 provider(s), 2 key(s), 0 virtual key(s), 2 problem(s)."]
        check(lines == expected, f"it says {lines}")
        check(home.files() == [file], f"there are files now: {home.files()}")
        file.write_text("{")
        check(check_file(file)[0] == 2, "a broken file was accepted")
        file.write_text("{}")
        check(check_file(file) == (0, ["0 provider(s), 0 key(s), 0 virtual key(s), 0 problem(s)."]), "an empty file was not")


def finishes_a_running_stream_when_it_is_stopped():
    with Home() as home, Upstream() as upstream:
        with Gateway(home) as gateway:
            gateway.add_provider("mine", upstream)
            client, received = gateway.open_stream("mine/slow")
            gateway.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            try:
                socket.create_connection(("127.0.0.1", gateway.port), timeout=WAIT).close()
                raise Failed("it still takes connections")
            except OSError:
                pass
            with client:
                while piece := client.recv(65536):
                    received += piece
            check(b"[DONE]" in received and received.endswith(b"0\r\n\r\n"), f"the stream was cut: {received[-200:]!r}")
            check(gateway.wait() == 0, "the exit code is not 0")
        with Gateway(home) as gateway:
            entry = gateway.logs()[-1]
            check(entry["status"] == "success", f"the record of the stream says {entry['status']}")


def keeps_the_vault_when_the_passphrase_is_wrong():
    right, wrong = ({"BILROST_PASSPHRASE": word} for word in (PASSPHRASE, WRONG_PASSPHRASE))
    with Home() as home, Upstream() as upstream:
        with Gateway(home, store="vault", environment=right) as gateway:
            gateway.add_provider("mine", upstream, "key-in-the-vault-0123")
            check(gateway.end() == 0, "the gateway did not end properly")
        files = {path: path.read_bytes() for path in home.files() if "vault" in path.name}
        check(files, "there is no vault file")
        for environment in (wrong, {}):
            gateway = Gateway(home, store="vault", environment=environment)
            code = gateway.wait()
            check(code == 2, f"the exit code is {code}: {gateway.output}")
            check("passphrase" in gateway.output.lower(), f"the text is not clear: {gateway.output}")
            check(WRONG_PASSPHRASE not in gateway.output, f"the passphrase is in the text: {gateway.output}")
        check(files == {path: path.read_bytes() for path in files}, "the vault file was changed")
        with Gateway(home, store="vault", environment=right) as gateway:
            wait_for("the vault", lambda: gateway.chat("mine/one")[0] == 200)


def announces_keys_in_memory_without_home_and_bus():
    with Home() as home, Upstream() as upstream:
        with Gateway(home, store="auto", without=("HOME", "DBUS_SESSION_BUS_ADDRESS")) as gateway:
            check("Keys are kept in memory" in gateway.output, f"the log does not say it: {gateway.output}")
            health = gateway.health()
            check(health["secret_store"] == "memory" and "memory" in health["notice"], f"/health: {health}")
            key = gateway.add_provider("mine", upstream, "some-key-0123456789")
            check("memory" in key.get("description", ""), f"the answer to a new key: {json.dumps(key)}")
            check(gateway.chat("mine/one")[0] == 200, "no answer")


CASES = [keeps_what_it_acknowledged_when_it_is_killed, serves_while_the_disk_is_full_and_recovers,
         refuses_a_second_instance_on_its_data_folder, names_the_holder_of_a_busy_port,
         listens_beyond_this_computer_only_where_management_is_guarded,
         checks_a_configuration_file_without_touching_anything,
         finishes_a_running_stream_when_it_is_stopped, keeps_the_vault_when_the_passphrase_is_wrong,
         announces_keys_in_memory_without_home_and_bus]
