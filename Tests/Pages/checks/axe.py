"""The rules of axe for WCAG 2.2 AA and for best practice, in each light and width, with a card open and closed."""

from pathlib import Path

import axe_playwright_python

from browser import NARROW, WIDE, ask

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST, LINKS = ["color-contrast"], ["link-in-text-block"]
RUN = """([within, values, off]) => axe.run(within ?? document, {
  runOnly: values, resultTypes: ["violations"], rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
}).then(result => result.violations.map(rule => [rule.id, rule.nodes.length, rule.nodes[0].target.join(" ")]))"""
CARD, OPEN = "button[popovertarget]", "[popover]:popover-open"

# Contrast is four fifths of what axe does, most of it for words that look like others. All are looked at once, wide and
# light; in the other modes one of those that look the same, in a place of the same make.
SOME, MARK = "[data-looked-at]", """() => {
  document.querySelectorAll("[data-looked-at]").forEach(element => element.removeAttribute("data-looked-at"));
  const seen = new Set();
  for (const element of new Set(visibleTexts(document.body).map(node => node.parentElement))) {
    const style = getComputedStyle(element), parent = element.parentElement;
    const colour = element => getComputedStyle(element).backgroundColor;
    let back = element;
    while (back.parentElement && colour(back) === "rgba(0, 0, 0, 0)") back = back.parentElement;
    const look = [element.tagName, element.className, parent.tagName, parent.className, style.color, style.fontSize,
      style.fontWeight, colour(back)].join();
    if (!seen.has(look)) element.setAttribute("data-looked-at", "");
    seen.add(look);
  }
}"""


async def check(site, browser):
    return await browser.each(site.sample, look, reduced_motion="reduce")


async def look(tab, _):
    await tab.evaluate(SCRIPT)
    problems = []

    async def run(mode, rules, within=None, off=()):
        for rule, count, first in await tab.evaluate(RUN, [within, rules, list(off)]):
            first = first.replace('[data-looked-at=""]', "")
            problems.append(f"{rule}, {mode}: {count} times, first {first}")

    for width, viewport in [("wide", WIDE), ("narrow", NARROW)]:
        await tab.set_viewport_size(viewport)
        for scheme in ["light", "dark"]:
            mode = f"{width}, {scheme}"
            await tab.emulate_media(color_scheme=scheme)
            if mode == "wide, light":
                await run(mode, TAGS)
            else:
                await ask(tab, MARK)
                await run(mode, CONTRAST, SOME)
                # Only what has a colour is another in the dark.
                await (run(mode, TAGS, off=CONTRAST) if scheme == "light" else run(mode, LINKS))
            button = tab.locator(f"{CARD}:visible").first
            if await button.count():
                await button.click()
                if await tab.locator(OPEN).count():
                    await run(f"{mode}, card open", TAGS, OPEN)
                else:
                    problems.append(f"a click on its first button opens no card, {mode}")
                await tab.keyboard.press("Escape")
                await tab.mouse.move(0, 0)
    return problems
