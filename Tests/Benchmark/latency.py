#!/usr/bin/env python3
"""From a saved file to the new page, in the preview of generated knowledge bases. Prints medians and maxima in milliseconds.

Usage: latency.py REMIT [ENTITIES ...]      (1000 10000 100000 without numbers)"""
import os
import shutil
import statistics
import sys
import tempfile

from bench.serving import latencies
from generate import generate

ROUNDS = 15
remit = os.path.abspath(sys.argv[1])
sizes = [int(size) for size in sys.argv[2:]] or [1_000, 10_000, 100_000]

print(f"{'entities':>9}  {'start (s)':>9}  {'what is saved':<24} {'median':>8} {'max':>8}   (ms, {ROUNDS} rounds)")
for size in sizes:
    folder = tempfile.mkdtemp(prefix="remit-latency-")
    try:
        started, measured = latencies(remit, folder, generate(folder, size), ROUNDS)
        for name, times in measured.items():
            print(f"{size:>9}  {started:>9.1f}  {name:<24} {statistics.median(times):>8.1f} {max(times):>8.1f}", flush=True)
    finally:
        shutil.rmtree(folder)
