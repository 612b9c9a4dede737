"""The rules of axe for WCAG 2.2 AA and for best practice, in each light and width, with a card open and closed."""

from pathlib import Path

import axe_playwright_python

from browser import NARROW, WIDE

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Colours alone are others in the dark; the rest has been seen in the light.
COLOURS = ["color-contrast", "link-in-text-block"]
# Contrast takes ten seconds on a page that long; narrow and dark it has the colours that it has wide and dark.
LONG = 100_000
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """([within, values]) => axe.run(within ?? document, {runOnly: values, resultTypes: ["violations"]}).then(result =>
  result.violations.map(rule => [rule.id, rule.nodes.length, rule.nodes[0].target.join(" ")]))"""
CARD, OPEN = "button[popovertarget]", "[popover]:popover-open"


async def check(site, browser):
    return await browser.each(site.sample, look, reduced_motion="reduce")


async def look(tab, page):
    await tab.evaluate(SCRIPT)
    problems = []

    async def run(mode, rules, within=None):
        for rule, count, first in await tab.evaluate(RUN, [within, rules]):
            problems.append(f"{rule}, {mode}: {count} times, first {first}")

    for width, viewport in [("wide", WIDE), ("narrow", NARROW)]:
        await tab.set_viewport_size(viewport)
        for scheme, rules in [("light", TAGS), ("dark", COLOURS)]:
            if width == "narrow" and scheme == "dark" and page.size > LONG:
                continue
            await tab.emulate_media(color_scheme=scheme)
            await run(f"{width}, {scheme}", rules)
            button = tab.locator(f"{CARD}:visible").first
            if await button.count():
                await button.click()
                if await tab.locator(OPEN).count():
                    await run(f"{width}, {scheme}, card open", rules, OPEN)
                else:
                    problems.append(f"a click on its first button opens no card, {width}, {scheme}")
                await tab.keyboard.press("Escape")
                await tab.mouse.move(0, 0)
    return problems
