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

remit = os.path.abspath(sys.argv[1])
sizes = [int(size) for size in sys.argv[2:]] or [1_000, 10_000, 100_000]
generate = os.path.join(os.path.dirname(os.path.abspath(__file__)), "generate.py")
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


def changes(folder):
    """What a writer does: a name, and from a mark the path and new text of a file."""
    def read(path):
        with open(os.path.join(folder, path), encoding="utf-8") as file:
            return file.read()

    measure_path = next(
        os.path.relpath(os.path.join(at, names[0]), folder)
        for at, _, names in os.walk(os.path.join(folder, "content/measures")) if names)
    measure_text, agency_text = read(measure_path), read("content/agencies/a1.md")
    return {
        "sentence in a text": lambda mark: (measure_path, measure_text + f"\n{mark} [[agency/a1]]\n"),
        "title that others show": lambda mark: (
            "content/agencies/a1.md", agency_text.replace("title: Agency 1\n", f"title: Agency {mark}\n")),
        "new file": lambda mark: (f"content/measures/new/{mark}.md", measure_text + f"\n{mark}\n"),
        "style sheet's template": lambda mark: ("templates/partials/cite.html", f"<p>{mark}</p>\n"),
    }


def address(path):
    if path.startswith("templates/"):
        return "/agencies/a1.html"
    return "/" + re.sub(r"\.md$", ".html", path.removeprefix("content/"))


print(f"{'entities':>9}  {'start (s)':>9}  {'what is saved':<24} {'median':>8} {'max':>8}   (ms, {rounds} rounds)")
for size in sizes:
    folder = tempfile.mkdtemp(prefix="remit-latency-")
    try:
        subprocess.run([sys.executable, generate, folder, str(size)], check=True, stdout=subprocess.DEVNULL)
        preview = Preview(folder)
        try:
            preview.get("/agencies/a1.html")
            for name, change in changes(folder).items():
                times = measure(preview, folder, address, change)
                print(f"{size:>9}  {preview.started:>9.1f}  {name:<24} {statistics.median(times):>8.1f} {max(times):>8.1f}",
                      flush=True)
        finally:
            preview.stop()
    finally:
        shutil.rmtree(folder)
