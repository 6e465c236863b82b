#!/usr/bin/env python3
"""Random walks over everything that changes what may be spent: the file, the API, requests, restarts and kills.

Usage: spend_walks.py --gateway BINARY [--seed N] [--walks N] [--steps N]

After each step the gateway is held to a model of it: what was spent is never lost, and what is in force is what
docs/configuration.md says. A walk prints its seed; the same seed walks the same way.
"""

import argparse
import json
import os
import random
import signal
import sys
import time

from harness import Failed, Gateway, Home, Upstream, check, wait_for

EACH = 0.003  # dollars; what a request costs: one token in, one out
MAY_BE_LOST = 0.25  # seconds before a kill whose requests may be missing in what is counted
ENOUGH = 1000.0  # dollars
LITTLE = 5 * EACH
PASSPHRASE = {"BILROST_PASSPHRASE": "correct horse"}


class Key:
    """A virtual key as it has to be."""

    def __init__(self, name, most):
        self.name = name
        self.most = most  # dollars, in force
        self.description = "at first"
        self.requests = 0  # that were answered, and so were charged
        self.spent = 0.0
        self.id = self.value = None


class Walk:
    def __init__(self, home, upstream, seed):
        self.home = home
        self.upstream = upstream
        self.random = random.Random(seed)
        self.filed = Key("filed", ENOUGH)  # the file names it, at first
        self.filed.id, self.filed.value = "filed", "sk-bf-of-the-file-0123456789"
        self.made = Key("made", ENOUGH)  # only the API knows it
        self.file = {"most": ENOUGH, "description": "at first"}  # None: the file does not name the key
        self.text = self.taken = ""  # what the file says, and what of it is in force
        self.answered = []  # (when, key), since the start
        self.counted = {"requests": 0, "cost": 0.0}  # the least that usage may tell
        self.trail = []

    # --- what can happen

    def edit_file(self):
        if self.random.random() < 0.25:
            self.file = None
        else:
            self.file = {"most": self.random.choice([ENOUGH, LITTLE, 2 * LITTLE]),
                         "description": f"file {self.random.randrange(1000)}"}
        self.write_file()
        if self.text == self.taken:
            return
        before = self.gateway.output.count("took over")
        if self.random.random() < 0.5:  # else its watching has to notice
            self.gateway.process.send_signal(signal.SIGHUP)
        wait_for("the new file", lambda: self.gateway.output.count("took over") > before)
        self.taken = self.text
        if self.file:
            self.filed.most, self.filed.description = self.file["most"], self.file["description"]
            wait_for("its virtual key", lambda: self.shown(self.filed)["description"] == self.filed.description)

    def edit_by_api(self):
        key = self.random.choice([self.filed, self.made])
        most = self.random.choice([ENOUGH, LITTLE, 2 * LITTLE])
        description = f"api {self.random.randrange(1000)}"
        shown = self.shown(key)
        budget = {"id": shown["budgets"][0]["id"], "max_limit": most, "reset_duration": "1Y"}
        self.gateway.manage("PUT", f"/api/governance/virtual-keys/{key.id}",
                            {"description": description, "budgets": [budget]})
        key.most, key.description = most, description

    def spend(self):
        for _ in range(self.random.randrange(1, 6)):
            key = self.random.choice([self.filed, self.made])
            status, text = self.gateway.chat("mine/one", headers={"x-bf-vk": key.value})
            if key.spent < key.most - 1e-9:
                check(status == 200, f"{key.name} has spent {key.spent:.3f} of {key.most:.3f} and got {status}: {text}")
                key.requests += 1
                key.spent += EACH
                self.answered.append((time.monotonic(), key))
            else:
                check(status == 402, f"{key.name} has spent {key.spent:.3f} of {key.most:.3f} and got {status}: {text}")

    def restart(self):
        check(self.gateway.end() == 0, "it did not end properly")
        self.start(exact=True)

    def kill_when_quiet(self):
        time.sleep(2 * MAY_BE_LOST)
        self.gateway.end(signal.SIGKILL)
        self.start(exact=True)

    def kill_at_once(self):
        self.spend()
        killed = time.monotonic()
        self.gateway.end(signal.SIGKILL)
        self.start(exact=False, killed=killed)

    # --- what has to hold

    def start(self, exact, killed=0.0):
        self.gateway = Gateway(self.home, store="vault", environment=PASSPHRASE)
        self.gateway.__enter__()
        self.taken = self.text
        if self.file:
            self.filed.most, self.filed.description = self.file["most"], self.file["description"]
        unsure = {key: sum(1 for when, each in self.answered if each is key and when > killed - MAY_BE_LOST)
                  for key in (self.filed, self.made)}
        for key in (self.filed, self.made):
            if not exact and key.id:
                self.learn(key, unsure[key])
        usage = self.gateway.manage("GET", "/api/usage")["total"]
        lost = 0 if exact else sum(unsure.values())
        check(usage["requests"] >= self.counted["requests"] - lost,
              f"{usage['requests']} requests are counted, and there were {self.counted['requests']}")
        self.counted = {"requests": usage["requests"], "cost": usage["cost"]}
        self.answered = []

    def learn(self, key, unsure):
        """After a kill in the middle: what the last moment's requests used may be missing, or stand at its worst case."""
        shown = self.shown(key)
        used, requests = shown["budgets"][0]["current_usage"], shown["rate_limit"]["request_current_usage"]
        least = key.spent - unsure * EACH
        most = key.spent + (0.1 if unsure else 0.0)
        check(least - 1e-9 <= used <= most + 1e-9,
              f"{key.name}: {used} is counted, and {least:.3f} to {most:.3f} was used")
        check(key.requests - unsure <= requests <= key.requests,
              f"{key.name}: {requests} requests are counted of {key.requests}, {unsure} of them just before the end")
        key.spent, key.requests = used, requests

    def hold(self):
        for key in (self.filed, self.made):
            shown = self.shown(key)
            budget = shown["budgets"][0]
            check(abs(budget["current_usage"] - key.spent) < 1e-9,
                  f"{key.name}: {budget['current_usage']} is counted, and {key.spent:.3f} was spent")
            check(shown["rate_limit"]["request_current_usage"] == key.requests,
                  f"{key.name}: {shown['rate_limit']['request_current_usage']} requests are counted of {key.requests}")
            check(budget["max_limit"] == key.most, f"{key.name}: {budget['max_limit']} is in force, not {key.most}")
            check(shown["description"] == key.description,
                  f"{key.name}: \"{shown['description']}\" is in force, not \"{key.description}\"")
        usage = self.gateway.manage("GET", "/api/usage")["total"]
        due = self.counted["requests"] + len(self.answered)
        check(usage["requests"] >= due, f"{usage['requests']} requests are counted of {due}")
        cost = self.counted["cost"] + EACH * len(self.answered)
        check(abs(usage["cost"] - cost) < 1e-9, f"usage tells {usage['cost']}, and {cost} was spent")

    def shown(self, key):
        return self.gateway.manage("GET", f"/api/governance/virtual-keys/{key.id}")["virtual_key"]

    # --- the walk

    def write_file(self):
        config = {
            "version": 2,
            "providers": {"mine": {
                "keys": [{"name": "mine-key", "value": "key-of-mine-0123456789", "models": ["*"], "weight": 1}],
                "network_config": {"base_url": self.upstream.url},
                "proxy_config": {"type": "none"},
                "custom_provider_config": {"base_provider_type": "openai"}}},
            "governance": {
                "pricing_overrides": [{"id": "price", "name": "price", "scope_kind": "global", "match_type": "exact",
                                       "pattern": "one", "request_types": [], "pricing_patch": json.dumps(
                                           {"input_cost_per_token": 0.001, "output_cost_per_token": 0.002})}]}}
        if self.file:
            config["governance"].update({
                "virtual_keys": [{"id": "filed", "name": "filed", "value": self.filed.value,
                                  "description": self.file["description"], "rate_limit_id": "filed-rate",
                                  "provider_configs": [{"provider": "mine", "weight": 1, "allowed_models": ["*"],
                                                        "key_ids": ["*"]}]}],
                "budgets": [{"id": "filed-budget", "virtual_key_id": "filed", "max_limit": self.file["most"],
                             "reset_duration": "1Y"}],
                "rate_limits": [{"id": "filed-rate", "request_max_limit": 1_000_000,
                                 "request_reset_duration": "1Y"}]})
        self.home.data.mkdir(parents=True, exist_ok=True)
        self.text = json.dumps(config)
        (self.home.data / "config.json").write_text(self.text)

    def make_key(self):
        answer = self.gateway.manage("POST", "/api/governance/virtual-keys", {
            "name": "made", "description": self.made.description, "allow_all_providers": True,
            "budgets": [{"max_limit": self.made.most, "reset_duration": "1Y"}],
            "rate_limit": {"request_max_limit": 1_000_000, "request_reset_duration": "1Y"}})["virtual_key"]
        self.made.id, self.made.value = answer["id"], answer["value"]

    def run(self, steps):
        actions = [self.edit_file, self.edit_by_api, self.spend, self.spend, self.restart, self.kill_when_quiet,
                   self.kill_at_once]
        self.write_file()
        self.start(exact=True)
        try:
            self.make_key()
            for _ in range(steps):
                action = self.random.choice(actions)
                self.trail.append(action.__name__)
                action()
                self.hold()
        finally:
            self.gateway.__exit__()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gateway", required=True, help="bilrost-headless")
    parser.add_argument("--seed", type=int, help="of the first walk; else a new one each time")
    parser.add_argument("--walks", type=int, default=4)
    parser.add_argument("--steps", type=int, default=16)
    options = parser.parse_args()
    Gateway.program = os.path.abspath(options.gateway)
    first = random.SystemRandom().randrange(10**9) if options.seed is None else options.seed
    for seed in range(first, first + options.walks):
        with Home() as home, Upstream() as upstream:
            walk = Walk(home, upstream, seed)
            try:
                walk.run(options.steps)
            except Failed as problem:
                print(f"not ok seed {seed}: {problem}\nafter: {', '.join(walk.trail)}", flush=True)
                return 1
            print(f"ok seed {seed}: {', '.join(walk.trail)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
