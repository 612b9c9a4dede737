#!/usr/bin/env python3
"""From a saved file to the new page: starts `remit serve` on generated knowledge bases, saves files, and waits for the
reload channel and then for the page, as a browser does. Prints medians and maxima in milliseconds.

Usage: latency.py REMIT [ENTITIES ...]      (1000 10000 100000 without numbers)"""
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from generate import generate

remit = os.path.abspath(sys.argv[1])
sizes = [int(size) for size in sys.argv[2:]] or [1_000, 10_000, 100_000]
rounds = 15


class Preview:
    """A running server, and a browser that listens to it."""

    def __init__(self, folder):
        start = time.monotonic()
        self.process = subprocess.Popen(
            [remit, "serve", "--root", folder, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        line = self.process.stdout.readline()
        self.started = time.monotonic() - start
        self.port = int(re.search(r"127\.0\.0\.1:(\d+)", line).group(1))
        self.pages = http.client.HTTPConnection("127.0.0.1", self.port)
        self.channel = http.client.HTTPConnection("127.0.0.1", self.port)
        self.channel.request("GET", "/.remit/events")
        self.events = self.channel.getresponse()
        self.wait_for_event()

    def wait_for_event(self):
        while not self.events.readline().startswith(b"data:"):
            pass

    def get(self, path):
        self.pages.request("GET", path)
        answer = self.pages.getresponse()
        return answer.status, answer.read()

    def stop(self):
        self.process.terminate()
        return self.process.wait()


def save(path, text):
    """Beside it, then renamed over it: as most editors do."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + "~", path)


def measure(preview, folder, page, change):
    """Milliseconds from the file's being saved to the new page's last byte."""
    times = []
    for number in range(rounds):
        mark = f"mark{number}of{time.monotonic_ns()}"
        path, text = change(mark)
        start = time.monotonic()
        save(os.path.join(folder, path), text)
        while True:
            preview.wait_for_event()
            status, body = preview.get(page(path))
            if status == 200 and mark.encode() in body:
                break
        times.append((time.monotonic() - start) * 1000)
    return times


def changes(folder, measure_path, agency_path):
    """What a writer does: a name, and from a mark the path and new text of a file."""
    def read(path):
        with open(os.path.join(folder, path), encoding="utf-8") as file:
            return file.read()

    measure_text, agency_text = read(measure_path), read(agency_path)
    agency = "agency/" + os.path.basename(agency_path).removesuffix(".md")
    return {
        "sentence in a text": lambda mark: (measure_path, measure_text + f"\n{mark} [[{agency}]]\n"),
        "title that others show": lambda mark: (
            agency_path, re.sub("^title: .*$", f"title: Agency {mark}", agency_text, count=1, flags=re.MULTILINE)),
        "new file": lambda mark: (f"content/measures/new/{mark}.md", measure_text + f"\n{mark}\n"),
        "style sheet's template": lambda mark: ("templates/partials/cite.html", f"<p>{mark}</p>\n"),
    }


def address(path, agency_path):
    """The page that shows a change of the file."""
    if path.startswith("templates/"):
        path = agency_path
    return "/" + re.sub(r"\.md$", ".html", path.removeprefix("content/"))


print(f"{'entities':>9}  {'start (s)':>9}  {'what is saved':<24} {'median':>8} {'max':>8}   (ms, {rounds} rounds)")
for size in sizes:
    folder = tempfile.mkdtemp(prefix="remit-latency-")
    try:
        plan = generate(folder, size)
        measure_path, agency_path = (f"content/{plan.path(kind, 1)}.md" for kind in ("measure", "agency"))
        preview = Preview(folder)
        try:
            page = lambda path: address(path, agency_path)
            preview.get(page(agency_path))
            for name, change in changes(folder, measure_path, agency_path).items():
                times = measure(preview, folder, page, change)
                print(f"{size:>9}  {preview.started:>9.1f}  {name:<24} {statistics.median(times):>8.1f} {max(times):>8.1f}",
                      flush=True)
        finally:
            preview.stop()
    finally:
        shutil.rmtree(folder)
