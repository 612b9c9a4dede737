#!/usr/bin/env python3
"""Measures the search of a built site of any size: the bytes, compressed, of a first query in a new browser, of a
further one, and of one typed key by key, and the time from a key to its results once the files are there. A first query
is to take under 100 KB, and the slowest key under 50 ms.

Usage: bench_search.py [--site FOLDER] [--slow N] [QUERY …]      without queries, the titles of twelve pages"""

import tools

tools.enter()

import argparse
import asyncio
import statistics
import subprocess
import sys
from pathlib import Path

from playwright.async_api import async_playwright

from pages import Reader
from tools import chromium

BOX = "#search-box"
BYTES, MILLISECONDS = 100_000, 50
TITLES, LENGTH, QUIET, LONGEST = 12, 40, 0.25, 10

# When the last key was taken, and when the page last changed after it.
OBSERVE = """window.bench = {asked: 0, shown: 0};
addEventListener("input", () => { bench.asked = performance.now(); bench.shown = 0 }, true);
new MutationObserver(() => { if (bench.asked) bench.shown = performance.now() })
  .observe(document, {subtree: true, childList: true, characterData: true});"""


class Reading:
    """A tab of a new browser with a page open, and what it asks the server for from then on."""

    def __init__(self, chromium, address, slow):
        self.chromium, self.address, self.slow = chromium, address, slow

    async def __aenter__(self):
        self.room = await self.chromium.new_context()
        self.tab = await self.room.new_page()
        await self.tab.add_init_script(OBSERVE)
        await self.tab.goto(self.address, wait_until="load")
        if self.slow > 1:
            session = await self.room.new_cdp_session(self.tab)
            await session.send("Emulation.setCPUThrottlingRate", {"rate": self.slow})
        self.open, self.answers = set(), []
        self.tab.on("request", lambda request: self.open.add(request))
        self.tab.on("requestfinished", lambda request: self.finished(request))
        self.tab.on("requestfailed", lambda request: self.open.discard(request))
        return self

    async def __aexit__(self, *_):
        await self.room.close()

    def finished(self, request):
        self.open.discard(request)
        self.answers.append(request)

    async def taken(self):
        """The bytes and the number of the files that have come since this was last asked."""
        answers, self.answers = self.answers, []
        sizes = [await request.sizes() for request in answers]
        return sum(size["responseBodySize"] for size in sizes), len(sizes)

    async def settled(self):
        """Waits until the page stands still: the milliseconds from the key to the last change."""
        last, quiet, waited = None, 0, 0
        while quiet < QUIET and waited < LONGEST:
            await asyncio.sleep(0.05)
            now = await self.tab.evaluate("[bench.asked, bench.shown]"), len(self.answers)
            quiet = quiet + 0.05 if now == last and not self.open else 0
            last, waited = now, waited + 0.05
        asked, shown = last[0]
        return shown - asked if shown else None

    async def ask(self, query):
        await self.tab.fill(BOX, query)
        await self.settled()
        return await self.taken()

    async def type(self, query):
        """The milliseconds of each key."""
        await self.tab.fill(BOX, "")
        await self.settled()
        took = []
        for key in query:
            await self.tab.locator(BOX).press_sequentially(key)
            took.append(await self.settled())
        return took


async def measure(chromium, address, slow, queries):
    """The bytes of each query first, further and typed, the files of the first, and the milliseconds of all keys."""
    rows = []
    for query, before in zip(queries, queries[-1:] + queries):
        async with Reading(chromium, address, slow) as reading:
            first, files = await reading.ask(query)
        async with Reading(chromium, address, slow) as reading:
            await reading.ask(before)
            further, _ = await reading.ask(query)
        async with Reading(chromium, address, slow) as reading:
            await reading.type(query)
            typed, _ = await reading.taken()
            keys = await reading.type(query)
            again, _ = await reading.taken()
        times = [time for time in keys if time is not None]
        print(f"{first:8} {files:5} {further:8} {typed:8} {statistics.median(times or [0]):6.1f} "
              f"{max(times, default=0):6.1f}  {query}", flush=True)
        if len(times) < len(keys):
            print(f"         {len(keys) - len(times)} of {len(keys)} keys changed nothing on the page")
        if again:
            print(f"         {again} bytes were asked for a second time")
        rows.append((first, further, typed, times))
    return rows


def some(site):
    """So many pages of things, spread evenly, and the title of each, none too long to be typed."""
    files = sorted(file for file in site.rglob("*.html") if file.parent != site)
    found = []
    for number in range(4 * TITLES):
        file = files[(2 * number + 1) * len(files) // (8 * TITLES)]
        read = Reader(file.read_text())
        title = " ".join(read.h1.split())
        if not read.moved and "kind-" in read.article and len(title) <= LENGTH:
            found.append((file, title))
    return found[::max(1, len(found) // TITLES)][:TITLES]


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("--site", default=tools.PROJECT / "site", type=Path)
    options.add_argument("--slow", default=1, type=float)
    options.add_argument("queries", nargs="*")
    options = options.parse_args()
    site = options.site.resolve()
    pages = some(site)
    queries = options.queries or [title for _, title in pages]
    page = min((file for file, _ in pages), key=lambda file: file.stat().st_size).relative_to(site)
    server = subprocess.Popen([sys.executable, Path(__file__).with_name("server.py"), site],
                              stdout=subprocess.PIPE, text=True)
    try:
        address = f"http://127.0.0.1:{int(server.stdout.readline())}/{page}"
        print("   first files  further    typed median  worst  bytes; milliseconds from a key to its results")
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            rows = await measure(browser, address, options.slow, queries)
    finally:
        server.terminate()
        server.wait()
    first, further, typed, times = zip(*rows)
    keys = [time for took in times for time in took]
    print(f"median of {len(rows)}: first {statistics.median(first):.0f}, further {statistics.median(further):.0f}, "
          f"typed {statistics.median(typed):.0f} bytes, {statistics.median(keys or [0]):.1f} ms; "
          f"most: {max(first)}, {max(further)}, {max(typed)} bytes, {max(keys, default=0):.1f} ms")
    return 1 if max(first) > BYTES or max(keys, default=0) > MILLISECONDS or not keys else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
