#!/usr/bin/env python3
"""How long GET /api/logs takes with many requests in the history.

    log_questions.py fill FOLDER ROWS     FOLDER is the data folder of a bilrost-headless that has run once and stopped
    log_questions.py ask PORT             of one that runs on that folder; prints the times of each question

The rows are thirty days of traffic as it looks: few providers and models, most of it successful. They are written
straight into the database, because making them by requests would take hours.
"""

import json
import random
import sqlite3
import sys
import time
import urllib.request

MICROSECONDS = 1_000_000
MODELS = {"openai": ["gpt-5", "gpt-5-mini", "text-embedding-3-small"], "anthropic": ["claude-sonnet-5", "claude-haiku-5"],
          "groq": ["gpt-oss-120b"], "house": ["qwen3-32b"]}
CLIENTS = ["Claude Code", "Codex", "Zed", "OpenAI SDK (Python)", ""]
STATES = ["succeeded"] * 94 + ["upstream_error"] * 3 + ["rate_limited"] + ["client_error"] + ["cancelled"]
TIMES = 7

HOURS = """INSERT INTO log_hours
    SELECT started_at / 3600000000, state, provider, model, virtual_key, count(*),
           sum(coalesce(uncached_input, 0) + coalesce(cache_read, 0) + coalesce(cache_write, 0)),
           sum(coalesce(output, 0)), sum(coalesce(cache_read, 0)), sum(coalesce(cost, 0)), sum(unpriced > 0), sum(duration)
    FROM requests GROUP BY 1, 2, 3, 4, 5"""

QUESTIONS = ["", "?limit=50", "?providers=groq", "?providers=openai&status=error", "?models=claude-sonnet-5",
             "?period=24h", "?period=1h&status=error", "?period=7d&providers=anthropic", "?virtual_key_ids=team-3",
             "?status=error&limit=100", "?period=24h&content_search=sonnet", "?min_latency=60000",
             "?content_search=sonnet", "?content_search=nowhere", "?content_search=request-000000777", "?min_cost=1",
             "?apps=Zed&min_tokens=20000", "?offset=500000",
             "?missing_cost_only=true", "?period=24h&sort_by=cost", "?sort_by=latency", "?status_codes=429",
             "/filterdata", "/stats", "/stats?period=24h", "/stats?min_latency=60000", "/histogram", "/histogram?content_search=zed"]


def row(sequence, count, now, rng):
    provider = rng.choices(list(MODELS), weights=[50, 35, 5, 10])[0]
    model = rng.choice(MODELS[provider])
    state = rng.choice(STATES)
    started = now - int((count - sequence) / count * 30 * 86400 * MICROSECONDS)
    tokens = None if state == "client_error" else int(rng.lognormvariate(8, 1.2))
    cost = None if tokens is None or provider == "house" else tokens * 3000
    attempts = json.dumps([{"provider": provider, "model": model, "key": "work", "status": 200, "cost": cost}])
    return (sequence, "request-%09d" % sequence, started, int(rng.lognormvariate(15, 1)), state, rng.choice(CLIENTS),
            "chat_completion_stream", "openai_chat", provider + "/" + model, provider, model, "work", model,
            "session-%d" % (sequence // 40), 429 if state == "rate_limited" else 200, "stop", "",
            "" if state == "succeeded" else "The provider answered with an error.", 1, 400_000, 900, tokens, 0, 0,
            None if tokens is None else tokens // 5, 0, 4000, 9000, "POST", "/v1/chat/completions", "127.0.0.1",
            attempts, rng.choice(["", "", "team-1", "team-2", "team-3"]), cost,
            0 if cost is not None else int(tokens is not None), 0, "", "", 0, "", "")


def fill(folder, count):
    rng = random.Random(20261122)
    database = sqlite3.connect(folder + "/history.sqlite3")
    database.execute("PRAGMA synchronous = OFF")
    columns = [column[0] for column in database.execute("SELECT * FROM requests LIMIT 0").description]
    last = database.execute("SELECT coalesce(max(sequence), 0) FROM requests").fetchone()[0]
    now = int(time.time() * MICROSECONDS)
    filled = columns[:len(row(1, 1, now, rng))]  # newer columns have defaults
    insert = "INSERT INTO requests (%s) VALUES (%s)" % (", ".join(filled), ", ".join("?" * len(filled)))
    with database:
        database.executemany(insert, (row(last + number, count, now, rng) for number in range(1, count + 1)))
        # As the writer does; it cannot add to sums that it has made already.
        database.execute("DELETE FROM log_hours")
        database.execute(HOURS)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def ask(port):
    for question in QUESTIONS:
        times = []
        for _ in range(TIMES):
            began = time.perf_counter()
            with urllib.request.urlopen("http://127.0.0.1:%s/api/logs%s" % (port, question)) as answer:
                body = json.load(answer)
            times.append((time.perf_counter() - began) * 1000)
        times.sort()
        total = (body["pagination"]["total_count"] if "pagination" in body
                 else body["total_requests"] if "total_requests" in body else len(body.get("buckets", body)))
        print("%8.1f ms  (%.1f to %.1f)  %9d  /api/logs%s" % (times[TIMES // 2], times[0], times[-1], total, question))


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "fill":
        fill(sys.argv[2], int(sys.argv[3]))
    elif len(sys.argv) == 3 and sys.argv[1] == "ask":
        ask(sys.argv[2])
    else:
        sys.exit(__doc__)
