"""Forced colours and wide spacing (WCAG 1.4.12) lose nothing: what has a meaning keeps a frame, and no text is cut."""

from browser import NARROW, WIDE, ask

# What says something by how it looks. The colours and shadows of the theme are gone, so it needs a line or a sign.
MARKED = ".state, .verdict:not(td), .role, [aria-current], button[popovertarget] > *"
UNMARKED = f"""() => [...document.querySelectorAll("{MARKED}")].filter(isVisible).filter(element => {{
  const style = getComputedStyle(element);
  const line = ["Top", "Right", "Bottom", "Left"].some(side =>
    style[`border${{side}}Style`] !== "none" && parseFloat(style[`border${{side}}Width`]));
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth);
  const underlined = style.textDecorationLine.includes("underline");
  const content = part => getComputedStyle(element, part).content;
  const sign = ["::before", "::after"].some(part => !/^(none|normal|"\\s*")$/.test(content(part)));
  return !line && !outlined && !underlined && !sign && !/[^\\p{{L}}\\p{{N}}\\p{{P}}\\s]/u.test(element.textContent);
}}).map(element => `${{named(element)}} has no frame, underline or sign`)"""

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
CUT = """() => [...document.body.querySelectorAll("*")].filter(element => {
  if (element.clientWidth <= 1 || !element.textContent.trim()) return false;
  const style = getComputedStyle(element), hides = value => value === "hidden" || value === "clip";
  return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
    || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1) && isVisible(element);
}).map(element => `${named(element)} is cut`)"""


async def check_colours(site, browser):
    return once(await browser.each(site.sample, lambda tab, _: ask(tab, UNMARKED), forced_colors="active"))


async def check_spacing(site, browser):
    async def look(tab, _):
        found = await ask(tab, CUT)
        await tab.add_style_tag(content=SPACING)
        return found + await ask(tab, CUT)

    found = []
    for viewport in [WIDE, NARROW]:
        found += await browser.each(site.sample, look, viewport=viewport)
    return once(found)


def once(problems):
    return list(dict.fromkeys(problems))
