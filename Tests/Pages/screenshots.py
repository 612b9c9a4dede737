#!/usr/bin/env python3
"""Takes pictures of sixteen pages: wide, narrow, dark, and the first sheet of A4, so that they can be looked at.

Usage: screenshots.py [--site FOLDER] [FOLDER]      without a folder, into .build/screenshots
       screenshots.py [--site FOLDER] --readme      the two of README.md, into .github"""

import tools

tools.enter()

import argparse
import asyncio
import shutil
import subprocess
from pathlib import Path

from browser import PHONE, WIDE, Browser
from pages import Site

KINDS = ["home", "policy", "measure", "agency", "target", "programme", "term", "source", "list", "manual", "404"]
VIEW_TYPES = ["matrix", "tracker", "timeline", "register", "ladder"]
# As much of a page as is looked at: a browser draws no picture of any height.
HIGHEST = 9000


def sixteen(site):
    """The longest page of each kind, and the first view of each type."""
    types = {}
    for name, settings in site.settings["views"].items():
        types.setdefault(settings.get("view"), f"view {name}")
    kinds = KINDS + [types[name] for name in VIEW_TYPES if name in types]
    return [page for kind in kinds for page in site.longest(kind)[:1]]


async def take(tab, path, viewport, scheme):
    await tab.set_viewport_size(viewport)
    await tab.emulate_media(color_scheme=scheme)
    height = min(await tab.evaluate("document.documentElement.scrollHeight"), HIGHEST)
    clip = {"x": 0, "y": 0, "width": viewport["width"], "height": height}
    await tab.screenshot(path=path, full_page=True, clip=clip)


# Of README.md: the picture, its page, and the mark whose card is open.
README = {
    "screenshot": ("targets/champions-2025.html", "#fact-value .who:has(> b:text-is('G'))"),
    "policy": ("policies/guiding-opinions-2021.html", None),
}


async def readme(site, folder):
    async with Browser(site) as browser:
        for name, (page, mark) in README.items():
            tab = await browser.chromium.new_page(viewport={"width": 1300, "height": 860}, color_scheme="light")
            await tab.goto(browser.address + page)
            if mark:
                await tab.locator(mark).first.click()
            await tab.screenshot(path=folder / f"{name}.png")
            await tab.close()


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("--site", default=tools.PROJECT / "site")
    options.add_argument("folder", nargs="?", default=tools.PROJECT / ".build/screenshots")
    options.add_argument("--readme", action="store_true")
    options = options.parse_args()
    site, folder = Site(options.site), Path(options.folder)
    if options.readme:
        return await readme(site, tools.PROJECT / ".github")
    folder.mkdir(parents=True, exist_ok=True)
    pages = sixteen(site)

    async def look(tab, page):
        name = page.kind.replace(" ", "-")
        await take(tab, folder / f"{name}-wide.png", WIDE, "light")
        await take(tab, folder / f"{name}-dark.png", WIDE, "dark")
        await take(tab, folder / f"{name}-narrow.png", PHONE, "light")
        sheets = folder / f"{name}.pdf"
        await tab.pdf(path=sheets, format="A4", margin=dict.fromkeys(["top", "right", "bottom", "left"], "10mm"))
        if shutil.which("pdftoppm"):
            picture = folder / f"{name}-print"
            subprocess.run(["pdftoppm", "-png", "-r", "80", "-singlefile", sheets, picture], check=True)

    async with Browser(site) as browser:
        await browser.each(pages, look)
    print(f"{len(pages)} pages in {folder}")


asyncio.run(main())
