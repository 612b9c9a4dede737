"""A policy is few sheets of A4 without its connections, which readers can fold away before they print."""

import re

SHEETS = 4
MARGIN = dict.fromkeys(["top", "right", "bottom", "left"], "10mm")
# A theme that marks what is connection says so by this class. An older one has a section for each relation.
HIDE = """() => {
  const own = document.querySelector(".connections") !== null;
  const style = document.createElement("style");
  style.textContent = `@media print { ${own ? ".connections" : ".inverse, .backlinks"} { display: none !important } }`;
  document.head.append(style);
}"""


def sheets(pdf):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


async def check(site, browser):
    async def look(tab, _):
        await tab.evaluate(HIDE)
        count = sheets(await tab.pdf(format="A4", margin=MARGIN, prefer_css_page_size=True))
        return [f"{count} sheets of A4 without its connections, over {SHEETS}"] if count > SHEETS else []

    found = await browser.each(site.of_kind("policy"), look)
    return sorted(found, key=lambda problem: -int(problem.what.split()[0]))
