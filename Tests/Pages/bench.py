#!/usr/bin/env python3
"""Measures the largest paint of a page of each kind over a slow line, 1.6 Mbit/s and 150 ms, on a processor four times
slower than this one: the middle of three times, without a cache. It is to be under a second.

Usage: bench.py [--site FOLDER]"""

import tools

tools.enter()

import argparse
import asyncio
import statistics
import sys

from browser import PHONE, WIDE, Browser
from pages import Site

LIMIT, TIMES = 1.0, 3
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
OBSERVE = """window.painted = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => window.painted = entry.startTime))
  .observe({type: "largest-contentful-paint", buffered: true});"""


async def paint(browser, page, viewport):
    room = await browser.chromium.new_context(viewport=viewport)
    tab = await room.new_page()
    session = await room.new_cdp_session(tab)
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", LINE)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    await tab.add_init_script(OBSERVE)
    await browser.open(tab, page)
    await tab.wait_for_timeout(500)
    painted = await tab.evaluate("painted")
    await room.close()
    return painted / 1000


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("--site", default=tools.PROJECT / "site")
    site = Site(options.parse_args().site)
    over = 0
    print(f"{'wide':>5} {'phone':>5}  seconds to the largest paint")
    async with Browser(site) as browser:
        # One at a time, so that no page waits for another.
        for page in site.sample:
            took = []
            for size in WIDE, PHONE:
                took.append(statistics.median([await paint(browser, page, size) for _ in range(TIMES)]))
            over += max(took) > LIMIT
            mark = "  over" if max(took) > LIMIT else ""
            print(f"{took[0]:5.2f} {took[1]:5.2f}  {page.path} ({page.kind}){mark}", flush=True)
    print(f"{over} of {len(site.sample)} over {LIMIT:.0f} s")
    return 1 if over else 0


sys.exit(asyncio.run(main()))
