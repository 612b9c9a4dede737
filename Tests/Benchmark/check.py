#!/usr/bin/env python3
"""Whether the generated knowledge base is what the benchmark takes it for: the same whoever writes it, without anything
for Remit to complain of, half of it naming one body, and for Hugo the same pages. Quick, at 60 entities.

Usage: check.py PROGRAM"""
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.plan import HUB, SHARES
from generate import generate

PROGRAM, ENTITIES = Path(sys.argv[1]).resolve(), 60


def texts(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.md"))}


def expect(holds, what):
    if not holds:
        sys.exit(f"not so: {what}")


with tempfile.TemporaryDirectory(prefix="remit-generated-") as work:
    remit, again, hugo = (Path(work, name) for name in ("remit", "again", "for-hugo"))
    plan = generate(remit, ENTITIES, processes=1)
    generate(again, ENTITIES, processes=2)
    generate(hugo, ENTITIES, program="hugo")
    pages = texts(remit / "content")
    expect(pages == texts(again / "content"), "the same size and seed give the same files")
    expect(len(pages) == ENTITIES and len(plan.count) == len(SHARES), "there are as many pages as were asked for, of all kinds")
    expect({path for path in texts(hugo / "content") if not path.endswith("_index.md")} == set(pages), "Hugo gets the same pages")
    hub = plan.identity(*HUB).encode()
    naming = sum(hub in text for text in pages.values())
    expect(0.35 * ENTITIES < naming < 0.65 * ENTITIES, f"half of the pages name one body ({naming} do)")
    for command in (["check", "--strict"], ["build"]):
        ran = subprocess.run([PROGRAM, *command, "--root", remit], capture_output=True, text=True)
        expect(ran.returncode == 0 and "; 0 errors; 0 warnings" in ran.stdout + ran.stderr,
               f"{' '.join(command)} finds nothing to complain of\n{(ran.stdout + ran.stderr)[:2000]}")
print("the generated knowledge base is as the benchmark needs it")
