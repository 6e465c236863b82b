"""Marked keys go in wherever a key can go in; after a crash no file and no line of the log may hold one of them."""

import json
import signal

from harness import Gateway, Home, Upstream, check

BY_API = "0a1b2c3d4e5f60718293plantedapi"  # of a shape that no pattern knows
FROM_ENVIRONMENT = "9f8e7d6c5b4a39281706plantedenv"
OF_CLIENT = "sk-bf-plantedclient-0123456789abcdef"
IN_BODY = "sk-ant-plantedbody-0123456789abcdef"
IN_ERROR = "sk-proj-plantederror-0123456789abcdef"
IN_QUERY = "AIzaplantedquery0123456789abcdefghijklm"
OF_PROXY = "plantedproxypassword0123"
PASSPHRASE = "plantedpassphrase0123"
MARKS = ["plantedapi", "0a1b2c3d4e5f6071", "plantedenv", "9f8e7d6c5b4a3928", "plantedclient", "plantedbody",
         "plantederror", "plantedquery", "plantedproxy", "plantedpassphrase"]


def use_every_feature(gateway, upstream):
    upstream.leak = IN_ERROR
    first = gateway.add_provider("mine", upstream, BY_API)
    check(BY_API not in json.dumps(first), "the answer to a new key shows it")
    gateway.add_provider("claude", upstream, "env.PLANTED", family="anthropic")
    gateway.add_provider("proxied", upstream, BY_API + "-2",
                         proxy_config={"type": "http", "url": upstream.url, "username": "u", "password": OF_PROXY})
    client = {"Authorization": f"Bearer {OF_CLIENT}", "Cookie": f"a={IN_ERROR}", "x-api-key": OF_CLIENT}
    for model in ("one", "refuse", "refuse-text", "stream", "stream-refuse", "cut"):
        for path, provider in (("/v1/chat/completions", "mine"), ("/openai/v1/responses", "mine"),
                               ("/v1/embeddings", "mine"), ("/anthropic/v1/messages", "claude"),
                               ("/anthropic/v1/messages/count_tokens", "claude"),
                               ("/v1/chat/completions", "proxied")):
            for headers in ({}, client):
                gateway.chat(f"{provider}/{model}", stream="stream" in model, headers=headers,
                             text=f"My key is {IN_BODY}", path=f"{path}?key={IN_QUERY}&api_key={BY_API}")
    for name in ("idle", "slow"):  # left by the client
        gateway.open_stream(f"mine/{name}")[0].close()
    for method, path, body in (("GET", "/v1/models", None), ("GET", f"/nothing/{IN_QUERY}?token={BY_API}", None),
                               ("POST", "/v1/chat/completions", "{" + IN_BODY), ("GET", "/api/providers", None),
                               ("POST", "/v1/chat/completions", {"model": IN_BODY}), ("GET", "/api/keys", None),
                               ("PUT", "/api/providers/mine", {"network_config": {"base_url": upstream.url,
                                                               "extra_headers": {"X-Api-Key": BY_API}}}),
                               ("POST", "/api/providers/mine/keys", "{" + BY_API), (OF_CLIENT, "/health", None)):
        gateway.call(method, path, body, {"x-request-id": IN_BODY, "User-Agent": IN_BODY, "x-bf-session-id": IN_BODY})
    check(any(BY_API in head for head in upstream.seen), "the key never reached the provider: this test plants nothing")
    check(any(FROM_ENVIRONMENT in head for head in upstream.seen), "the key from the environment was not used")
    for mark in (OF_CLIENT, IN_QUERY):
        check(not any(mark in head for head in upstream.seen), f"the provider was sent {mark}")


def keep_a_value(gateway):
    """A virtual key whose value can be had again; the value is looked for as everything that is planted."""
    made = gateway.manage("POST", "/api/governance/virtual-keys",
                          {"name": "kept", "keep_value": True, "allow_all_providers": True})["virtual_key"]
    MARKS.append(made["value"][10:])  # what is before it is shown to people
    status, text = gateway.chat("mine/one", headers={"x-bf-vk": made["value"]})
    check(status == 200, f"the virtual key answers {status}: {text}")
    return made


def check_kept_value(gateway, made):
    told = gateway.manage("GET", f"/api/governance/virtual-keys/{made['id']}/value")
    check(told["value"] == made["value"], "the value that was kept is another")


def check_is_nowhere(where, content):
    for mark in MARKS:
        check(mark.encode() not in content, f"{mark} is in {where}")


def check_files(home, gateway):
    check_is_nowhere("the log", gateway.output.encode())
    files = home.files()
    check(any(path.name.endswith("-wal") for path in files), "there is no write-ahead log: this test looks too late")
    for path in files:
        check_is_nowhere(path, path.read_bytes())


def check_history(gateway):
    """Bodies are compressed in the file; the management API shows them as they are."""
    bodies = 0
    for entry in gateway.logs():
        check_is_nowhere("the history", json.dumps(entry).encode())
        detail = gateway.manage("GET", f"/api/logs/{entry['id']}")
        bodies += "raw_request" in detail
        check_is_nowhere(f"the body of {entry['id']}", json.dumps(detail).encode())
    check(bodies > 50, f"only {bodies} bodies were kept: this test looks at nothing")


def plant(store, passphrase=None):
    environment = {"PLANTED": FROM_ENVIRONMENT, "BIFROST_SETUP_TOKEN": OF_CLIENT}
    if passphrase:
        environment["BILROST_PASSPHRASE"] = passphrase
    with Home() as home, Upstream() as upstream:
        with Gateway(home, "--capture", "everything", store=store, environment=environment) as gateway:
            check(gateway.health()["secret_store"] == store, f"the store in force is not {store}: {gateway.output}")
            use_every_feature(gateway, upstream)
            kept = keep_a_value(gateway) if store != "memory" else None
            status, _ = gateway.call("GET", "/v1/models", headers={"x-request-id": "the-last"})
            check(status == 200, "the last request failed")
            gateway.wait_for_log("the-last")
            check_history(gateway)
            gateway.end(signal.SIGKILL)
        check_files(home, gateway)
        with Gateway(home, store=store, environment=environment) as gateway:
            check_history(gateway)
            if kept:
                check_kept_value(gateway, kept)
            status, text = gateway.chat("mine/one")
            expected = 503 if store == "memory" else 200
            check(status == expected, f"after the restart the key answers {status}, not {expected}: {text}")
            check(gateway.end() == 0, "the gateway did not end properly")
            check_is_nowhere("the log", gateway.output.encode())
        for path in home.files():
            check_is_nowhere(path, path.read_bytes())


def leaves_no_planted_key_with_the_memory_store():
    plant("memory")


def leaves_no_planted_key_with_the_vault():
    plant("vault", PASSPHRASE)


def leaves_no_planted_key_with_the_keychain():
    plant("keychain")


CASES = [leaves_no_planted_key_with_the_memory_store, leaves_no_planted_key_with_the_vault]
KEYCHAIN_CASES = [leaves_no_planted_key_with_the_keychain]
