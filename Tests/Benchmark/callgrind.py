#!/usr/bin/env python3
"""Counts the instructions that Remit needs for a small generated knowledge base, under valgrind's callgrind: these hardly
vary where seconds do. Says which part of the program grew by over a tenth since the counts in callgrind.json were written.

Usage: callgrind.py REMIT [--update] [--top N]"""
import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generate import generate

COUNTS = Path(__file__).with_name("callgrind.json")
ENTITIES, GROWN = 150, 1.10

RUNTIME = re.compile(r"_?swift_|malloc|_int_(free|malloc)|_?int_free|free|calloc|realloc|mem(cpy|move|set|cmp)|__mem|sysmalloc")
C_LIBRARIES = [("Yams", re.compile(r"yaml_")), ("libcmark", re.compile(r"cmark_|S_|houdini_|utf8proc|_?scan_"))]
STRINGS = re.compile(r"SS|Ss|SJ|s\d+_?(String|Sub|Character|Unicode)")
CONTAINERS = re.compile(r"S[aDh]|s\d+_?(\w*Array|Dict|Set|Native|Hasher|Sip)")


def group_of(name):
    """Where a function belongs. Swift's names begin with the length and the name of their module, or with the letters of
    a type of its library."""
    if RUNTIME.match(name):
        return "memory: retain, release, malloc, free, copies"
    for group, pattern in C_LIBRARIES:
        if pattern.match(name):
            return group
    mangled = re.match(r"\$s(?:(\d+))?(.*)", name)
    if not mangled:
        return "other"
    length, rest = mangled.groups()
    if length:
        return rest[: int(length)]
    if STRINGS.match(rest):
        return "strings"
    return "arrays, dictionaries, sets, hashing" if CONTAINERS.match(rest) else "the rest of Swift's library"


def compiler(program):
    """Which compiler's counts these are: other ones give others."""
    found = re.search(rb"Swift version [0-9.]+[0-9]", program.read_bytes())
    return found[0].decode() if found else "unknown"


def counted(program, arguments, folder):
    """Instructions by function. One processor and one order of hashing give the same counts in each run."""
    out = folder / "out"
    subprocess.run(
        ["taskset", "-c", "0", "valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, *arguments],
        check=True, capture_output=True, env=os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"})
    annotated = subprocess.run(
        ["callgrind_annotate", "--threshold=100", out], check=True, capture_output=True, text=True).stdout
    found = {}
    for count, name in re.findall(r"(?m)^\s*([\d,]+) \([\d. ]+%\)\s+\S*?:(.+?)(?: \[\S*\])?$", annotated):
        found[name] = found.get(name, 0) + int(count.replace(",", ""))
    return found


def grouped(functions):
    groups = {"total": sum(functions.values())}
    for name, count in functions.items():
        group = group_of(name)
        groups[group] = groups.get(group, 0) + count
    # What counts for less than a thousandth says nothing.
    return {group: count for group, count in groups.items() if count >= groups["total"] / 1000}


def show(functions, top):
    rows = sorted(functions.items(), key=lambda item: -item[1])[:top]
    lines = "\n".join(f"  {count / 1e6:10,.1f} M  {name}" for name, count in rows)
    print(subprocess.run(["swift", "demangle", "--simplified"], input=lines, capture_output=True, text=True).stdout, end="")


def compare(command, now, before):
    grown = []
    for group, count in sorted(now.items(), key=lambda item: -item[1]):
        old = before.get(group)
        print(f"{command:6} {group:48} {count / 1e6:10,.1f} M" + (f"  {count / old:6.3f} ×" if old else ""))
        # What is small may double without anybody's noticing.
        if old and count > GROWN * old and count > now["total"] / 100:
            grown.append(f"{command}: {group}")
    return grown


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--update", action="store_true", help="write the counts as those to compare with")
    parser.add_argument("--top", type=int, default=0, help="print so many functions")
    given = parser.parse_args()
    kept = json.loads(COUNTS.read_text()) if COUNTS.exists() else {}
    folder = Path(tempfile.mkdtemp(prefix="remit-callgrind-"))
    try:
        stripped = folder / "remit"
        # Debugging information makes valgrind read for minutes; the names of functions stay.
        subprocess.run(["objcopy", "--strip-debug", given.program, stripped], check=True)
        generate(folder / "base", ENTITIES)
        now, grown = {"compiler": compiler(given.program), "machine": platform.machine(), "entities": ENTITIES}, []
        for command in ("check", "build"):
            functions = counted(stripped, [command, "--quiet", "--root", folder / "base"], folder)
            now[command] = grouped(functions)
            grown += compare(command, now[command], kept.get(command, {}))
            show(functions, given.top)
    finally:
        shutil.rmtree(folder)
    if given.update:
        COUNTS.write_text(json.dumps(now, indent=1) + "\n")
    elif kept and kept["compiler"] != now["compiler"]:
        print(f"the counts are of {kept['compiler']}, this program of {now['compiler']}: don't compare them")
    elif grown:
        sys.exit("grown by over a tenth: " + "; ".join(grown))


if __name__ == "__main__":
    main()
