"""Pictures are what a reader of any screen needs: one of the two drawings is shown, its text is at least 12 pixels high and
within the drawing, its links have names and are at least 24 pixels wide and high, and its file is there, with no script
and no address but the site's."""

import re

from browser import NARROW, PHONE, WIDE, ask
from pages import Problem

LEAST_TEXT, LEAST_TARGET, MOST_BYTES = 12, 24, 60_000
LOOK = """([leastText, leastTarget]) => {
  const problems = [];
  for (const figure of document.querySelectorAll(".picture")) {
    for (const fold of figure.querySelectorAll("details")) fold.open = true;
    const shown = [...figure.querySelectorAll("svg")].filter(isVisible);
    if (shown.length !== 1) { problems.push(`${shown.length} drawings are shown`); continue; }
    const [svg] = shown, frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
    const size = text => parseFloat(getComputedStyle(text).fontSize) * scale;
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect(), words = text.textContent;
      if (size(text) < leastText) problems.push(`'${words}' is ${size(text).toFixed(1)} pixels high`);
      if (/[{}]/.test(words)) problems.push(`'${words}' has a place that nothing fills`);
      if (box.left < frame.left - 1 || box.right > frame.right + 1) problems.push(`'${words}' is cut at the side`);
      if (box.top < frame.top - 1 || box.bottom > frame.bottom + 1) problems.push(`'${words}' is cut above or below`);
    }
    for (const link of svg.querySelectorAll("a")) {
      const box = link.getBoundingClientRect(), name = link.getAttribute("aria-label");
      if (!name) problems.push(`a link to ${link.getAttribute("href")} has no name`);
      if (Math.min(box.width, box.height) < leastTarget)
        problems.push(`'${name}' is ${box.width.toFixed(0)} by ${box.height.toFixed(0)} pixels`);
    }
  }
  return problems;
}"""


async def check(site, browser):
    pages = [page for page in site.pages if 'class="picture"' in page.text]
    problems = []
    for page in pages:
        # A small one in a row of a table is no file of its own.
        if '<figure class="picture">' not in page.text:
            continue
        link = re.search(r'href="([^"]+\.svg)" type="image/svg\+xml"', page.text)
        file = link and site.folder / (site.target(page, link[1]) or "")
        if not file or not file.is_file():
            problems.append(Problem(page.path, "its picture is not there as a file"))
            continue
        text = file.read_text()
        if "<script" in text or "var(" in text or "light-dark(" in text or "@import" in text:
            problems.append(Problem(page.path, "its file needs something else"))
        if len(text.encode()) > MOST_BYTES * 4:
            problems.append(Problem(page.path, f"its file has {len(text.encode()):,} bytes"))
    for viewport in [WIDE, PHONE, NARROW]:
        width = viewport["width"]
        found = await browser.each(
            pages, lambda tab, _: ask(tab, LOOK, [LEAST_TEXT, LEAST_TARGET]), viewport=viewport)
        problems += [Problem(page, f"at {width}: {what}") for page, what in found]
    return problems or ([] if pages else [Problem("", "no page has a picture")])
