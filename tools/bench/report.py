"""From measurements to one table and the marks. No measuring here, so that it can be tested with made-up numbers."""

import statistics

DIRECT, NGINX, RECORDS, BODIES = "direct", "nginx", "gateway, records", "gateway, bodies"

MEGABYTE = 1024 * 1024


class Mark:
    """A promise: the value of `subject` is at most `limit` (times the value of nginx, if `times_nginx`)."""

    def __init__(self, text, scenario, field, subject, limit, times_nginx=True):
        self.text = text
        self.scenario = scenario
        self.field = field
        self.subject = subject
        self.limit = limit
        self.times_nginx = times_nginx


MARKS = [
    Mark("CPU of a 1 KB request, 8 connections, records", "1 KB, 8 connections", "cpu_us", RECORDS, 2.0),
    Mark("CPU of a 1 KB request, 8 connections, bodies", "1 KB, 8 connections", "cpu_us", BODIES, 4.0),
    Mark("CPU of a 100 KB request, 8 connections, records", "100 KB, 8 connections", "cpu_us", RECORDS, 2.0),
    Mark("CPU of a 100 KB request, 8 connections, bodies", "100 KB, 8 connections", "cpu_us", BODIES, 5.0),
    Mark("CPU of a stream event, 200 streams, records", "200 streams", "cpu_us", RECORDS, 1.5),
    Mark("delay added to an event, p99, 50 streams", "50 streams", "p99_us", RECORDS, 1.5),
    Mark("latency p99, 1 KB, 64 connections", "1 KB, 64 connections", "p99_us", RECORDS, 2.0),
    Mark("memory added by 200 streams, MB", "memory", "growth_mb", RECORDS, 30, times_nginx=False),
    Mark("memory when idle, MB", "memory", "idle_mb", RECORDS, 60, times_nginx=False),
    Mark("cold start to the first answer, ms", "start", "median_ms", RECORDS, 300, times_nginx=False),
]

REQUEST_FIELDS = [("per_second", "requests/s"), ("p50_us", "p50 µs"), ("p99_us", "p99 µs"),
                  ("cpu_us", "CPU µs/request")]
STREAM_FIELDS = [("p50_us", "delay p50 µs"), ("p99_us", "delay p99 µs"), ("cpu_us", "CPU µs/event"),
                 ("events_lost", "events lost")]


def medians(rounds):
    """{scenario: {subject: {field: median over the rounds}}} from a list of (scenario, subject, measurement)."""
    collected = {}
    for scenario, subject, measurement in rounds:
        fields = collected.setdefault(scenario, {}).setdefault(subject, {})
        for name, value in measurement.items():
            if isinstance(value, (int, float)):
                fields.setdefault(name, []).append(value)
    # A lost event is a fault, not noise: no median may hide it.
    return {scenario: {subject: {name: max(values) if name == "events_lost" else statistics.median(values)
                                 for name, values in fields.items()}
                       for subject, fields in subjects.items()}
            for scenario, subjects in collected.items()}


def judge(mark, results, reference=NGINX):
    """(value, allowed, holds) of a mark; holds is None when something was not measured."""
    subjects = results.get(mark.scenario, {})
    value = subjects.get(mark.subject, {}).get(mark.field)
    allowed = mark.limit
    if mark.times_nginx:
        base = subjects.get(reference, {}).get(mark.field)
        allowed = None if not base else base * mark.limit
    if value is None or allowed is None:
        return value, allowed, None
    return value, allowed, value <= allowed if mark.times_nginx else value < allowed


def number(value):
    if value is None:
        return "–"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}"


def _rows(results, subjects):
    for scenario, values in results.items():
        if scenario == "memory":
            fields = [("idle_mb", "idle MB"), ("growth_mb", "added by 200 streams, MB")]
        elif scenario == "start":
            fields = [("median_ms", "to the first answer, ms"), ("best_ms", "the best, ms")]
        else:
            fields = STREAM_FIELDS if "streams" in scenario else REQUEST_FIELDS
        for field, label in fields:
            # Sending straight to the upstream has no process of its own to be measured.
            cells = [None if subject == DIRECT and field == "cpu_us" else values.get(subject, {}).get(field)
                     for subject in subjects]
            if any(cell is not None for cell in cells):
                yield scenario, field, label, cells


def markdown(results, subjects, reference=NGINX):
    """The one table: a row for each measured value, a column for each subject, and the mark that belongs to it."""
    lines = ["| Scenario | Value | " + " | ".join(subjects) + " | Mark |",
             "| --- | --- |" + " ---: |" * len(subjects) + " --- |"]
    for scenario, field, label, cells in _rows(results, subjects):
        notes = []
        for mark in MARKS:
            if (mark.scenario, mark.field) == (scenario, field) and mark.subject in subjects:
                value, allowed, holds = judge(mark, results, reference)
                limit = f"≤ {number(mark.limit)}× {reference}" if mark.times_nginx else f"< {number(mark.limit)}"
                verdict = {True: "pass", False: "FAIL", None: "not measured"}[holds]
                notes.append(f"{mark.subject.partition(', ')[2]} {limit}: {verdict}")
        lines.append(f"| {scenario} | {label} | " + " | ".join(number(cell) for cell in cells)
                     + " | " + "; ".join(notes) + " |")
    return "\n".join(lines)


def verdicts(results, subjects, reference=NGINX):
    """A list of {text, value, allowed, holds} for the marks of the measured subjects."""
    judged = []
    for mark in MARKS:
        if mark.subject in subjects:
            value, allowed, holds = judge(mark, results, reference)
            judged.append({"text": mark.text, "value": value, "allowed": allowed, "holds": holds})
    return judged


# What one translation may compute at most, in any pair of dialects: (field, what it is, limit in microseconds).
TRANSLATION_MARKS = [("request_us", "CPU of translating a 100 KB request, µs", 5000),
                     ("event_us", "CPU of translating a stream event, µs", 40)]


def translation_markdown(pairs):
    """A row for each client dialect, a column for each provider dialect; a cell is request / event in microseconds."""
    dialects = list(dict.fromkeys(pair["client"] for pair in pairs))
    cells = {(pair["client"], pair["provider"]): f"{number(pair['request_us'])} / {pair['event_us']:.1f}"
             for pair in pairs}
    lines = ["| client, provider → | " + " | ".join(dialects) + " |", "| --- |" + " ---: |" * len(dialects)]
    lines += [f"| {client} | " + " | ".join(cells.get((client, provider), "–") for provider in dialects) + " |"
              for client in dialects]
    return "\n".join(lines)


def translation_verdicts(pairs):
    """One verdict for each mark: that of the dearest pair."""
    judged = []
    for field, text, limit in TRANSLATION_MARKS:
        worst = max(pairs, key=lambda pair: pair[field], default=None)
        judged.append({"text": text + (f" ({worst['client']} to {worst['provider']})" if worst else ""),
                       "value": worst and worst[field], "allowed": limit,
                       "holds": worst[field] < limit if worst else None})
    return judged


# What the decision about one of 100,000 virtual keys may take, without its limits: nanoseconds, median.
KEY_LIMIT = 3000
KEY_DECISIONS = ("key found", "key unknown")


def key_markdown(lookup):
    """A row for each decision that was measured."""
    lines = ["| Nanoseconds of one request | median | p99 |", "| --- | ---: | ---: |"]
    lines += [f"| {decision['what']} | {number(decision['median_ns'])} | {number(decision['p99_ns'])} |"
              for decision in lookup.get("decisions", [])]
    return "\n".join(lines)


def key_verdicts(lookup):
    """One verdict: that of the dearer decision."""
    judged = [decision for decision in lookup.get("decisions", []) if decision["what"] in KEY_DECISIONS]
    worst = max(judged, key=lambda decision: decision["median_ns"], default=None)
    return [{"text": f"decision about one of {lookup.get('keys', 0):,} virtual keys, ns"
                     + (f" ({worst['what']})" if worst else ""),
             "value": worst and worst["median_ns"], "allowed": KEY_LIMIT,
             "holds": worst["median_ns"] < KEY_LIMIT if len(judged) == len(KEY_DECISIONS) else None}]
