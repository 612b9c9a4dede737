"""One browser that reads a site from a server of its own, at most two pages at a time."""

import asyncio
import subprocess
import sys
from pathlib import Path

from playwright.async_api import async_playwright

from pages import Problem
from tools import chromium

AT_ONCE = 2
WIDE, NARROW, PHONE = {"width": 1300, "height": 900}, {"width": 320, "height": 640}, {"width": 390, "height": 844}
VISIBLE = Path(__file__).with_name("visible.js").read_text()


def serve(site, *options):
    """A server of the site, and the site's address there."""
    server = subprocess.Popen([sys.executable, Path(__file__).with_name("server.py"), site.folder, site.base, *options],
                              stdout=subprocess.PIPE, text=True)
    return server, f"http://127.0.0.1:{int(server.stdout.readline())}{site.base}"


class Browser:
    def __init__(self, site, *options):
        self.site = site
        self.options = options

    async def __aenter__(self):
        self.server, self.address = serve(self.site, *self.options)
        self.playwright = await async_playwright().start()
        self.chromium = await self.playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        return self

    async def __aexit__(self, *_):
        await self.chromium.close()
        await self.playwright.stop()
        self.server.terminate()
        self.server.wait()

    async def open(self, tab, page):
        await tab.goto(self.address + page.path, wait_until="load")

    async def each(self, pages, visit, prepare=None, viewport=WIDE, **context):
        """What `visit`, given a tab with the page open and the page, says is wrong with each. `prepare` is given each
        tab before it opens its first page."""
        waiting, problems = list(reversed(pages)), {}

        async def work():
            room = await self.chromium.new_context(viewport=viewport, **context)
            tab = await room.new_page()
            if prepare:
                await prepare(tab)
            while waiting:
                page = waiting.pop()
                await self.open(tab, page)
                problems[page.path] = [Problem(page.path, what) for what in await visit(tab, page) or []]
            await room.close()

        await asyncio.gather(*(work() for _ in range(min(AT_ONCE, len(pages)))))
        return [problem for page in pages for problem in problems[page.path]]


async def ask(tab, function, argument=None):
    """The answer of a function in the page, which may use what visible.js defines."""
    return await tab.evaluate(f"(argument) => {{ {VISIBLE}\nreturn ({function})(argument) }}", argument)
