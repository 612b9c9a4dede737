#!/usr/bin/env python3
"""Writes a knowledge base of a given size in this repository's policy schema, the same for the same size and seed:
all kinds, relations with qualifiers, claims that differ, aliases, Chinese, tables and footnotes. One body is named by half
of the pages. With --for hugo the same pages are a site for Hugo, whose templates are in hugo/."""
import argparse
import multiprocessing
import os
from pathlib import Path

from corpus import hugo_files, settings
from corpus.bodies import Body
from corpus.facts import Facts
from corpus.hugo_files import HugoWriter
from corpus.plan import Plan
from corpus.remit_files import RemitWriter

RELATED_TO_AGENCIES = {"policy", "measure", "programme", "target", "figure", "source", "news", "assessment"}
AT_ONCE = 400


def page(writer, plan, kind, index):
    dice = plan.dice(kind, index, "hub")
    names_hub = dice.happens(0.5)
    by_relation = names_hub and kind in RELATED_TO_AGENCIES and dice.happens(0.7)
    facts = Facts(plan, kind, index, by_relation)
    return writer.page(kind, index, facts, Body(plan, kind, index, names_hub and not by_relation, writer.marks()))


def start_worker(*given):
    """What all jobs of a worker share: folder, plan and writer."""
    global shared
    shared = given


def write_pages(pages):
    folder, plan, writer = shared
    for kind, index in pages:
        path = f"{folder}/content/{plan.path(kind, index)}.md"
        text = page(writer, plan, kind, index)
        try:
            file = open(path, "w", encoding="utf-8")
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            file = open(path, "w", encoding="utf-8")
        with file:
            file.write(text)


def generate(folder, size, seed=1, program="remit", processes=None):
    folder = Path(folder)
    (folder / "content").mkdir(parents=True, exist_ok=True)
    plan = Plan(size, seed)
    writer = HugoWriter(plan) if program == "hugo" else RemitWriter(plan)
    pages = plan.pages()
    jobs = [pages[start : start + AT_ONCE] for start in range(0, len(pages), AT_ONCE)]
    with multiprocessing.Pool(processes, start_worker, (folder, plan, writer)) as pool:
        for _ in pool.imap_unordered(write_pages, jobs):
            pass
    if program == "hugo":
        hugo_files.lay_out(folder)
    else:
        settings.write(folder, plan)
    return plan


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("entities", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--for", dest="program", choices=("remit", "hugo"), default="remit")
    parser.add_argument("--processes", type=int, help="how many write at once; by default one a processor")
    options = parser.parse_args()
    generate(options.folder, options.entities, options.seed, options.program, options.processes)


if __name__ == "__main__":
    main()
