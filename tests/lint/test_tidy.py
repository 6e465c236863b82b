#!/usr/bin/env python3
"""Which sources tidy.py reads as one, and that nothing is lost by it. A script stands in for clang-tidy."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tidy

# Complains of each line with FINDING, and of two definitions of one name as a compiler does.
STAND_IN = r"""#!/usr/bin/env python3
import collections, pathlib, re, sys
text = pathlib.Path(sys.argv[-1]).read_text()
found = [f"finding: {line}" for line in text.splitlines() if "FINDING" in line]
names = collections.Counter(re.findall(r"define (\w+)", text))
found += [f"error: redefinition of {name}" for name, count in names.items() if count > 1]
with open(pathlib.Path(__file__).parent / "calls", "a") as calls:
    calls.write(sys.argv[-1] + "\n")
print("\n".join(found))
sys.exit(bool(found))
"""


class TidyTest(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = pathlib.Path(kept.name).resolve()
        self.commands = []

    def source(self, name, text, command="c++"):
        path = self.folder / name
        path.write_text(text)
        self.commands.append({"file": str(path), "directory": str(self.folder), "command": f"{command} -o x -c {path}"})
        return tidy.Source(path, command)

    def planned(self, *sources):
        return [[source.path.name for source in batch] for batch in tidy.batches(sources)]

    def lint(self):
        """The exit code, what is printed, and which files were looked at."""
        (self.folder / "compile_commands.json").write_text(json.dumps(self.commands))
        stand_in = self.folder / "clang-tidy"
        stand_in.write_text(STAND_IN)
        stand_in.chmod(0o755)
        program = [sys.executable, tidy.__file__, "--build", str(self.folder), "--jobs", "2"]
        result = subprocess.run(
            program + [entry["file"] for entry in self.commands],
            env={**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}"},
            capture_output=True, text=True, check=False,
        )
        calls = (self.folder / "calls").read_text().split()
        return result.returncode, result.stdout, [pathlib.Path(call).name for call in calls]

    def test_keeps_names_of_unnamed_namespaces(self):
        names = tidy.private_names(
            'namespace a { namespace { Error refused(Text m) { int local = f(3); return {}; } constexpr auto most = 3;'
            " struct Row { int cell; }; template <typename T> T made(T value) { return value; } } int shown() {} }"
        )
        self.assertLessEqual({"refused", "most", "Row", "made"}, names)
        self.assertTrue(names.isdisjoint({"local", "cell", "value", "shown"}))

    def test_reads_neither_literals_nor_comments(self):
        source = self.source("a.cpp", "namespace a { // don't say \"secret\n auto x = \"word//\"; auto y = R\"(raw)\"; }")
        self.assertLessEqual({"x", "y"}, source.words)
        self.assertTrue(source.words.isdisjoint({"secret", "word", "raw"}))

    def test_puts_strangers_together(self):
        one = self.source("one.cpp", "namespace g { namespace { int first() { return 1; } } int a() { return first(); } }")
        two = self.source("two.cpp", "namespace g { namespace { int second() { return 2; } } int b() { return second(); } }")
        self.assertEqual(self.planned(one, two), [["one.cpp", "two.cpp"]])

    def test_keeps_apart_who_means_another_by_the_same_name(self):
        one = self.source("one.cpp", "namespace g { namespace { int name() { return 1; } } }")
        same = self.source("same.cpp", "namespace g { namespace { int name() { return 2; } } }")
        asks = self.source("asks.cpp", "namespace g::inner { int b() { return name(); } }")
        uses = self.source("uses.cpp", "using namespace g; int b() { return name(); }")
        for other in (same, asks, uses):
            self.assertEqual(len(self.planned(one, other)), 2, other.path.name)
            self.assertEqual(len(self.planned(other, one)), 2, other.path.name)

    def test_knows_members_and_other_namespaces_from_private_names(self):
        one = self.source("one.cpp", "namespace g::a { namespace { int name() { return 1; } } }")
        member = self.source("member.cpp", "namespace g::a { int b(Row row) { return row.name() + Row::name(); } }")
        elsewhere = self.source("elsewhere.cpp", "namespace g::b { int name() { return 1; } }")
        self.assertEqual(self.planned(one, member, elsewhere), [["one.cpp", "member.cpp", "elsewhere.cpp"]])

    def test_keeps_apart_what_is_compiled_differently(self):
        one = self.source("one.cpp", "int a();", "c++ -DONE")
        two = self.source("two.cpp", "int b();", "c++ -DTWO")
        self.assertEqual(self.planned(one, two), [["one.cpp"], ["two.cpp"]])

    def test_looks_once_when_all_is_well(self):
        for name in "abcd":
            self.source(f"{name}.cpp", f"define {name}\n")
        self.assertEqual(self.lint(), (0, "", ["batch.cpp"]))

    def test_shows_what_the_single_sources_have(self):
        for name in "abcd":
            self.source(f"{name}.cpp", f"define {name}\n" + f"FINDING {name}\n" * (name in "bd"))
        code, printed, _ = self.lint()
        self.assertEqual(code, 1)
        self.assertEqual([line for line in printed.splitlines() if line], ["finding: FINDING b", "finding: FINDING d"])

    def test_takes_sources_apart_that_do_not_compile_together(self):
        for name in "abcd":
            self.source(f"{name}.cpp", "define same\n")
        code, printed, calls = self.lint()
        self.assertEqual((code, printed), (0, ""))
        self.assertLessEqual({"a.cpp", "b.cpp", "c.cpp", "d.cpp"}, set(calls))

    def test_refuses_a_source_that_is_not_compiled(self):
        self.source("a.cpp", "int a();")
        (self.folder / "compile_commands.json").write_text("[]")
        program = [sys.executable, tidy.__file__, "--build", str(self.folder), str(self.folder / "a.cpp")]
        result = subprocess.run(program, capture_output=True, text=True, check=False)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("a.cpp", result.stderr)


if __name__ == "__main__":
    unittest.main()
