"""Han characters stand in elements that say they are Chinese (WCAG 3.1.2), and are never italic."""

from browser import ask
from pages import HAN, Problem

ITALIC = r"""() => visibleTexts(document.body)
    .filter(node => /\p{Script=Han}/u.test(node.data) && getComputedStyle(node.parentElement).fontStyle !== "normal")
    .map(node => `italic Han: ${short(node.data)}`)"""


async def check(site, browser):
    problems = []
    for page in site.pages:
        found = page.read.foreign_han
        if found:
            count, text = sum(count for count, _ in found), found[0][1]
            at = max(HAN.search(text).start() - 20, 0)
            what = f"{count} Han characters outside lang=zh, the first in “{text[at:at + 60]}”"
            problems.append(Problem(page.path, what))
    problems.sort(key=lambda problem: -int(problem.what.split()[0]))
    with_han = [page for page in site.pages if HAN.search(page.text)]
    return problems + await browser.each(with_han, lambda tab, _: ask(tab, ITALIC))
