#!/usr/bin/env python3
"""clang-tidy over many sources in a fraction of the time: several of them are read as one.

clang-tidy spends nearly all its time on the headers of a source: it parses them, and then asks each of its checks about
each line of them. So sources that are compiled alike are put one after another into a file, where their headers are met
once. Two sources go together only if neither speaks of a name that the other keeps in its unnamed namespace. What is
found in such a batch, be it a finding or sources that do not compile together after all, is looked for again in its
halves, down to the single source as it stands: only what is found there counts, and is shown.
"""

import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_FILES = 14
MOST_LINES = 3000

# Comments and literals in one pattern, as each may hold what looks like the other.
SILENT = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>\w*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL
)
DIRECTIVE = re.compile(r"^\s*#.*$", re.MULTILINE)
NAMESPACE = re.compile(r"\bnamespace\s+([\w:]+)\s*\{")
UNNAMED = re.compile(r"\bnamespace\s*\{")
USING = re.compile(r"\busing\s+namespace\b")
# A name in the text, but not one of another scope or object.
WORD = re.compile(r"(?<![\w.>:])(?:::)?([A-Za-z_]\w*)")
DECLARED = [
    re.compile(r"\b(?:enum\s+class|class|struct|enum|union|using|concept|namespace)\s+(\w+)"),
    re.compile(r"\b(\w+)\s*\(\)"),  # functions, and objects with arguments
    re.compile(r"\b(\w+)\s*(?:=|;|\{\}|\[)"),  # objects
]
KEYWORDS = {"operator", "return", "if", "for", "while", "const", "constexpr", "override", "noexcept", "decltype"}


class Source:
    def __init__(self, path, command):
        self.path = path
        self.command = command
        self.text = path.read_text()
        code = DIRECTIVE.sub("", SILENT.sub('""', self.text))
        named = NAMESPACE.search(code)
        self.scope = named.group(1) if named else ""
        self.looks_everywhere = bool(USING.search(code))
        self.words = set(WORD.findall(code))
        self.private = private_names(code)

    def lines(self):
        return self.text.count("\n")

    def sees(self, other):
        """Whether what `other` keeps to itself could be meant by a name in this source."""
        reaches = self.looks_everywhere or (self.scope + "::").startswith(other.scope + "::") or not other.scope
        return reaches and not other.private.isdisjoint(self.words)


def closing(text, begin):
    depth = 0
    for index in range(begin, len(text)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return len(text)


def emptied(text, opened, closed):
    """The text with nothing between its outermost pairs."""
    kept, depth = [], 0
    for letter in text:
        depth -= letter == closed
        if depth == 0:
            kept.append(letter)
        depth += letter == opened
    return "".join(kept)


def private_names(code):
    """What stands in unnamed namespaces: of functions, types and objects the names."""
    names = set()
    for found in UNNAMED.finditer(code):
        begin = found.end() - 1
        block = code[begin + 1 : closing(code, begin)]
        for opened, closed in ("{}", "()"):
            block = emptied(block, opened, closed)
        for pattern in DECLARED:
            names.update(pattern.findall(block))
    return names - KEYWORDS


# What only gcc can read, and what would hide that a source includes too little.
PRECOMPILED = re.compile(
    r" -fpch-preprocess| -Wno-(?:array-bounds|stringop-overflow|restrict)(?= )| -Winvalid-pch| -include \S+/cmake_pch\.hxx"
)


def compile_commands(build):
    """The arguments of each source without its own name, so that equal ones can share a batch."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        commands[pathlib.Path(entry["file"]).resolve()] = PRECOMPILED.sub("", entry["command"].split(" -o ")[0])
    return commands


def batches(sources):
    """Greedy: each source goes to the first batch of its kind that has room and no name in common."""
    made = []
    for source in sources:
        for batch in made:
            if (
                batch[0].command == source.command
                and len(batch) < MOST_FILES
                and sum(each.lines() for each in batch) + source.lines() <= MOST_LINES
                and not any(source.sees(each) or each.sees(source) for each in batch)
            ):
                batch.append(source)
                break
        else:
            made.append([source])
    return made


class Linter:
    def __init__(self, build):
        self.build = build
        self.folder = build / "tidy"
        self.folder.mkdir(exist_ok=True)
        self.apart = []  # batches that found something which none of their sources has

    def tidy(self, database, path):
        command = ["clang-tidy", "-p", database, f"--config-file={ROOT / '.clang-tidy'}", "--quiet"]
        command += ["--warnings-as-errors=*", str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def describe(self, folder, path, command):
        """Writes the database that clang-tidy is given for this one source."""
        entry = {"directory": str(self.build), "file": str(path), "command": f"{command} -c {path}"}
        (folder / "compile_commands.json").write_text(json.dumps([entry]))

    def look_at(self, name, batch):
        """What is found in the sources of the batch, as text; nothing when all is well."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        if len(batch) == 1:
            self.describe(folder, batch[0].path, batch[0].command)
            result = self.tidy(folder, batch[0].path)
            return "" if result.returncode == 0 else result.stdout or result.stderr
        joined = folder / "batch.cpp"
        # With the sources' own lines, and not included: some warnings are given for the main file alone.
        joined.write_text("".join(f'#line 1 "{each.path}"\n{each.text}\n' for each in batch))
        self.describe(folder, joined, batch[0].command)
        if self.tidy(folder, joined).returncode == 0:
            return ""
        half = len(batch) // 2
        found = self.look_at(name + "a", batch[:half]) + self.look_at(name + "b", batch[half:])
        if not found:
            self.apart.append(batch)
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True, help="a folder with compile_commands.json")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--plan", action="store_true", help="only say which sources would go together")
    parser.add_argument("sources", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()

    build = arguments.build.resolve()
    commands = compile_commands(build)
    missing = [str(path) for path in arguments.sources if path.resolve() not in commands]
    if missing:
        sys.exit("Not in compile_commands.json: " + " ".join(missing))
    planned = batches([Source(path.resolve(), commands[path.resolve()]) for path in arguments.sources])
    planned.sort(key=lambda batch: -sum(each.lines() for each in batch))
    if arguments.plan:
        for batch in planned:
            print(len(batch), " ".join(str(each.path.relative_to(ROOT)) for each in batch))
        return

    linter = Linter(build)
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        names = [f"batch{index}" for index in range(len(planned))]
        findings = [found for found in pool.map(linter.look_at, names, planned) if found]
    for batch in linter.apart:
        print("Slower than need be, as not read as one:", " ".join(each.path.name for each in batch), file=sys.stderr)
    for found in findings:
        print(found)
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
