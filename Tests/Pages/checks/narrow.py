"""At 320 pixels nothing scrolls sideways but boxes that are made for it (WCAG 1.4.10)."""

from browser import NARROW, ask

WIDEST = """() => {
  const root = document.scrollingElement, width = document.documentElement.clientWidth;
  if (root.scrollWidth <= width) return [];
  const boxed = element => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== "visible") return true;
    return false;
  };
  const over = [...document.body.querySelectorAll("*")].filter(element =>
    isVisible(element) && element.getBoundingClientRect().right > width + 1 && !boxed(element));
  const last = over.filter(element => !over.some(other => other !== element && element.contains(other)));
  return [`scrolls sideways, ${root.scrollWidth} pixels of ${width}: ${last.slice(0, 2).map(named).join(", ")}`];
}"""


async def check(site, browser):
    return await browser.each(site.sample, lambda tab, _: ask(tab, WIDEST), viewport=NARROW)
