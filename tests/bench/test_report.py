"""The table and the marks of the benchmark, with made-up numbers."""

import unittest

import report
from report import BODIES, DIRECT, NGINX, RECORDS


def results(**changes):
    values = {"nginx_cpu": 20, "records_cpu": 40, "bodies_cpu": 80, "idle_mb": 59.9}
    values.update(changes)
    return {
        "1 KB, 8 connections": {
            DIRECT: {"per_second": 140000, "cpu_us": 0},
            NGINX: {"per_second": 49000, "cpu_us": values["nginx_cpu"]},
            RECORDS: {"per_second": 30000, "cpu_us": values["records_cpu"]},
            BODIES: {"per_second": 20000, "cpu_us": values["bodies_cpu"]}},
        "memory": {RECORDS: {"idle_mb": values["idle_mb"], "growth_mb": 12}}}


def verdict(text, found):
    judged = report.verdicts(found, [DIRECT, NGINX, RECORDS, BODIES])
    return next(mark["holds"] for mark in judged if mark["text"] == text)


class ReportTest(unittest.TestCase):
    cpu_mark = "CPU of a 1 KB request, 8 connections, records"

    def test_mark_holds_up_to_its_limit(self):
        self.assertIs(verdict(self.cpu_mark, results(records_cpu=40)), True)
        self.assertIs(verdict(self.cpu_mark, results(records_cpu=40.1)), False)

    def test_each_subject_has_its_own_mark(self):
        self.assertIs(verdict("CPU of a 1 KB request, 8 connections, bodies", results(bodies_cpu=80)), True)
        self.assertIs(verdict("CPU of a 1 KB request, 8 connections, bodies", results(bodies_cpu=81)), False)

    def test_fixed_limit_must_be_undercut(self):
        self.assertIs(verdict("memory when idle, MB", results(idle_mb=59.9)), True)
        self.assertIs(verdict("memory when idle, MB", results(idle_mb=60)), False)

    def test_mark_without_a_measurement_does_not_hold(self):
        self.assertIsNone(verdict("cold start to the first answer, ms", results()))
        self.assertIsNone(verdict(self.cpu_mark, results(nginx_cpu=0)))

    def test_median_of_rounds_but_the_worst_of_lost_events(self):
        rounds = [("50 streams", NGINX, {"p99_us": value, "events_lost": lost, "problem": ""})
                  for value, lost in ((10, 0), (900, 3), (12, 0))]
        self.assertEqual(report.medians(rounds), {"50 streams": {NGINX: {"p99_us": 12, "events_lost": 3}}})

    def test_table_has_a_column_for_each_subject_and_the_verdict_in_its_row(self):
        table = report.markdown(results(records_cpu=41), [DIRECT, NGINX, RECORDS, BODIES]).splitlines()
        self.assertEqual(len({line.count("|") for line in table}), 1)
        row = next(line for line in table if "CPU µs/request" in line)
        self.assertIn("| – | 20 | 41 | 80 |", row)
        self.assertIn("records ≤ 2× nginx: FAIL; bodies ≤ 4× nginx: pass", row)

    def test_translation_is_judged_by_its_dearest_pair(self):
        pairs = [{"client": "A", "provider": "B", "request_us": 900.4, "event_us": 3.21},
                 {"client": "B", "provider": "A", "request_us": 5000, "event_us": 39.9}]
        request, event = report.translation_verdicts(pairs)
        self.assertIs(request["holds"], False)
        self.assertIn("(B to A)", request["text"])
        self.assertIs(event["holds"], True)
        self.assertIsNone(report.translation_verdicts([])[0]["holds"])
        self.assertEqual(report.translation_markdown(pairs).splitlines()[2:],
                         ["| A | – | 900.4 / 3.2 |", "| B | 5,000 / 39.9 | – |"])

    def test_virtual_keys_are_judged_by_the_dearer_decision(self):
        def lookup(found, unknown):
            return {"keys": 100000, "decisions": [
                {"what": "key found", "median_ns": found, "p99_ns": 9000},
                {"what": "key unknown", "median_ns": unknown, "p99_ns": 9000},
                {"what": "key found, its limits reserved and settled", "median_ns": 9999, "p99_ns": 42905.4}]}
        [mark] = report.key_verdicts(lookup(475, 2999))
        self.assertIs(mark["holds"], True)
        self.assertEqual(mark["text"], "decision about one of 100,000 virtual keys, ns (key unknown)")
        self.assertIs(report.key_verdicts(lookup(3000, 10))[0]["holds"], False)
        self.assertIsNone(report.key_verdicts({})[0]["holds"])
        self.assertEqual(report.key_markdown(lookup(475, 423)).splitlines()[-1],
                         "| key found, its limits reserved and settled | 9,999 | 42,905 |")

    def test_every_mark_belongs_to_a_row(self):
        import run_bench
        scenarios = {scenario[0] for scenario in run_bench.SCENARIOS} | {"memory", "start"}
        quick = {scenario[0] for scenario in run_bench.SCENARIOS if scenario[4]} | {"memory", "start"}
        for mark in report.MARKS:
            self.assertIn(mark.scenario, scenarios)
            self.assertIn(mark.scenario, quick, "the quick mode must measure every mark")


if __name__ == "__main__":
    unittest.main()
