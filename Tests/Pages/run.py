#!/usr/bin/env python3
"""Reads the built site as its readers do, in a browser and out of it, and says what is wrong. Each check is a file in
`checks/`; all that one has found is in `.build/pages/NAME.txt`.

Usage: run.py [--only NAME …] [--site FOLDER]"""

import tools

tools.enter()

import argparse
import asyncio
import sys
import time
import traceback

from browser import Browser
from checks import CHECKS
from pages import Problem, Site

SHOWN = 10
FOUND = tools.PROJECT / ".build/pages"


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("--only", nargs="+", choices=CHECKS, default=list(CHECKS), metavar="NAME")
    options.add_argument("--site", default=tools.PROJECT / "site")
    options = options.parse_args()
    site = Site(options.site)
    FOUND.mkdir(parents=True, exist_ok=True)
    failed = 0
    async with Browser(site) as browser:
        for name in options.only:
            start = time.monotonic()
            try:
                problems = await CHECKS[name](site, browser)
            except Exception:
                traceback.print_exc()
                problems = [Problem("", "the check itself broke off")]
            took = f"{time.monotonic() - start:.0f} s"
            (FOUND / f"{name}.txt").write_text("".join(f"{page}: {what}\n" for page, what in problems))
            if not problems:
                print(f"ok    {name} ({took})", flush=True)
                continue
            failed += 1
            pages = len({page for page, _ in problems})
            print(f"FAIL  {name}: {len(problems)}, on {pages} pages ({took})")
            for page, what in problems[:SHOWN]:
                print(f"      {page}: {what}")
            if len(problems) > SHOWN:
                print(f"      … all in .build/pages/{name}.txt")
            sys.stdout.flush()
    return failed


sys.exit(1 if asyncio.run(main()) else 0)
