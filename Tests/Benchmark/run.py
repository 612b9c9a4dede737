#!/usr/bin/env python3
"""Measures Remit beside Hugo and the floor, on generated knowledge bases: what a build takes, anew and after changes, with
how much memory and to how many bytes. `make bench` calls it; content/manual/speed.md says how it measures.

Results go to .build/bench/results.md and results.json; with --manual also into the manual's page and picture."""
import argparse
import os
import shutil
import statistics
import sys
from pathlib import Path

from bench import bytes as sizes
from bench import manual, programs, storage
from bench.gates import gates_of
from bench.report import report
from bench.results import Results
from bench.scenarios import COLD, HUGO, ORDER, Base
from bench.serving import latencies


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path, help="remit, as released")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000], help="entities")
    parser.add_argument("--rounds", type=int, help="how often; by default five times, three from 100,000 entities on")
    parser.add_argument("--storage", nargs="+", choices=("memory", "disk"), default=["memory"])
    parser.add_argument("--only", nargs="+", choices=ORDER, help="some of what is measured")
    parser.add_argument("--add", action="store_true", help="to the rounds of earlier runs, in results.json")
    parser.add_argument("--without-hugo", action="store_true")
    parser.add_argument("--without-serve", action="store_true")
    parser.add_argument("--report-only", action="store_true", help="of the rounds in results.json, without a new one")
    parser.add_argument("--manual", action="store_true", help="write the manual's page and picture")
    return parser.parse_args()


def measure_size(given, results, place, folder, size, tools):
    kept = results.of(place, size)
    shutil.rmtree(folder, ignore_errors=True)
    base = Base(folder, size, tools)
    rounds = given.rounds or (3 if size >= 100_000 else 5)
    for number in range(rounds):
        # Hugo takes minutes there, and nobody's gate is near.
        with_hugo = size < 100_000 or not kept["runs"].get(HUGO)
        figures = base.round(given.only, with_hugo)
        results.add_round(place, size, figures)
        results.save()
        print(f"{size:,} entities, {place}, round {number + 1} of {rounds}: " + ", ".join(
            f"{name} {figure['wall']:.2f} s" for name, figure in figures.items()), file=sys.stderr)
    # Else the site that is left is one with less.
    if COLD in figures:
        kept["bytes"] = {"remit": sizes.written(base.remit / "site", base.plan)}
        kept["page"] = sizes.median_page(base.remit / "site", base.remit / "content", base.plan)
        if (base.hugo / "public").exists():
            kept["bytes"]["hugo"] = sizes.written(base.hugo / "public", base.plan)
    if not given.only and not given.without_serve:
        _, times = latencies(tools["remit"], base.remit, base.plan, rounds=5)
        kept["serve"] = {name: statistics.median(of) for name, of in times.items()}
    results.save()
    shutil.rmtree(folder)


def measure_all(given, results):
    tools = {"remit": given.program.resolve(), "floor": programs.floor(),
             "hugo": None if given.without_hugo else programs.hugo()}
    load = os.getloadavg()[0]
    if load > 0.3:
        print(f"the machine is busy, with a load of {load:.1f}: ratios will say more than seconds", file=sys.stderr)
    for place, folder in storage.folders(given.storage).items():
        for size in given.sizes:
            measure_size(given, results, place, folder / "base", size, tools)


def main():
    given = options()
    storage.enter()
    results = Results(programs.WORK / "results.json", given.add or given.report_only)
    if not given.report_only:
        measure_all(given, results)
    summary = results.summary()
    text = report(summary)
    (programs.WORK / "results.md").write_text(text, encoding="utf-8")
    print(text)
    if given.manual:
        manual.write(summary)
    missed = [gate for of in summary["storages"].values() for size in of for gate in gates_of(size, of) if not gate.met]
    print(f"{len(missed)} ratios are not as wanted" if missed else "all ratios are as wanted")


if __name__ == "__main__":
    main()
