#!/usr/bin/env python3
"""AWS's SDK for Bedrock and OpenAI's against the demo provider's Bedrock, and against the gateway in front of it.

Usage: run_bedrock.py --provider BINARY [--gateway BINARY] [--cache FOLDER]

Without --gateway the SDK speaks to the demo provider, which proves that the imitation is one.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile

import run

HERE = pathlib.Path(__file__).resolve().parent
CLAUDE = "anthropic.claude-3-5-sonnet-20240620-v1:0"
CREDENTIALS = {"accessKeyId": "AKIADEMO0123456789AB", "secretAccessKey": "demo/secret+access/key0123456789abcdefgh"}


def command(cache):
    pins = [HERE / "node_bedrock" / "package.json", HERE / "node_bedrock" / "package-lock.json"]
    if not shutil.which("npm") or not shutil.which("node"):
        raise run.Problem("cannot run the Node SDKs: node and npm are not installed")

    def install(folder):
        for pin in pins:
            shutil.copy(pin, folder)
        run.run_installer("the Node SDKs", ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder)

    folder = run.installed(cache, "node_bedrock", pins, install)
    for case in [*(HERE / "node_bedrock").glob("*.mjs"), HERE / "node" / "checks.mjs"]:
        shutil.copy(case, folder)
    return ["node", folder / "suite.mjs"]


def configure(gateway, provider):
    """Bedrock by an access key, by a temporary one, by a Bedrock API key, and by a wrong secret; two others."""
    def add(name, base_url, key, dialect=None):
        body = {"provider": name, "network_config": {"base_url": base_url}}
        if dialect:
            body["custom_provider_config"] = {"base_provider_type": dialect}
        run.post(f"{gateway}/api/providers", body)
        run.post(f"{gateway}/api/providers/{name}/keys", {"name": f"{name}-key", "models": ["*"], "weight": 1} | key)

    def access_key(secret, **more):
        return {"bedrock_key_config": {"access_key": CREDENTIALS["accessKeyId"], "secret_key": secret,
                                       "region": "eu-central-1"} | more}

    right = CREDENTIALS["secretAccessKey"]
    add("bedrock", provider, access_key(right))
    add("temporary-bedrock", provider, access_key(right, session_token="demo-session-token"), "bedrock")
    add("bearer-bedrock", provider, {"value": run.RIGHT_KEY, "bedrock_key_config": {"region": "us-east-1"}}, "bedrock")
    add("locked-bedrock", provider, access_key("wrong" + right), "bedrock")
    add("openai", provider + "/v1", {"value": run.RIGHT_KEY})
    add("anthropic", provider, {"value": run.RIGHT_KEY})


def direct_targets(provider):
    common = {"base_url": provider, "prefix": "", "claude": CLAUDE}
    token = CREDENTIALS | {"sessionToken": "demo-session-token"}
    return {"bedrock": [common | {"label": "direct", "credentials": CREDENTIALS},
                        common | {"label": "direct, temporary key", "credentials": token}]}


def gateway_targets(gateway):
    # What the client signs with is for us and does not matter without virtual keys.
    common = {"base_url": gateway + "/bedrock", "credentials": {"accessKeyId": "AKIALOCAL", "secretAccessKey": "local"}}
    return {
        "bedrock": [
            common | {"label": "/bedrock bare", "prefix": "", "claude": CLAUDE},
            common | {"label": "/bedrock bedrock/", "prefix": "bedrock/", "claude": CLAUDE},
            common | {"label": "/bedrock temporary-bedrock/", "prefix": "temporary-bedrock/", "claude": CLAUDE},
            common | {"label": "/bedrock bearer-bedrock/", "prefix": "bearer-bedrock/", "claude": CLAUDE},
            common | {"label": "/bedrock openai/", "prefix": "openai/", "claude": "demo-fast", "translated": True},
            common | {"label": "/bedrock anthropic/", "prefix": "anthropic/", "claude": "demo-fast",
                      "translated": True},
        ],
        "openai": [{"label": "/v1 bedrock/", "base_url": gateway + "/v1", "prefix": "bedrock/"}],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provider", required=True, type=pathlib.Path, help="bilrost-demo-provider")
    parser.add_argument("--gateway", type=pathlib.Path, help="bilrost-headless")
    parser.add_argument("--cache", type=pathlib.Path, default=HERE.parents[1] / "build" / "clients")
    options = parser.parse_args()
    passed = failed = 0
    try:
        commands = [command(options.cache.resolve())]
        provider_command = [options.provider, "--port", "0", "--pace", "2", "--key", run.RIGHT_KEY, "--model", CLAUDE]
        with run.Server("bilrost-demo-provider", provider_command) as provider:
            if options.gateway is None:
                passed, failed = run.run_suites(commands, direct_targets(provider))
            else:
                with tempfile.TemporaryDirectory(prefix="bilrost-clients-") as data:
                    gateway_command = [options.gateway, "--host", "127.0.0.1", "--port", "0", "--data-dir", data,
                                       "--secret-store", "memory"]
                    with run.Server("bilrost-headless", gateway_command) as gateway:
                        configure(gateway, provider)
                        passed, failed = run.run_suites(commands, gateway_targets(gateway))
    except run.Problem as problem:
        print(f"not ok clients: {problem}", file=sys.stderr)
        failed += 1
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
