"""By keyboard alone everything is reached, seen and opened, in few steps (WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.11)."""

from browser import NARROW, ask
from checks.lengths import KINDS

POLICY_STOPS = 120
# So far other pages are walked, and so many of their cards and folds are opened: the rest is of the same make.
WALKED, TRIED = 150, 25

# Where the focus is now: nothing at the end of the page.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at.wasFocused) return null;
  at.wasFocused = true;
  const style = getComputedStyle(at), box = [...at.getClientRects()].find(box => box.width && box.height);
  const faults = [];
  if (style.outlineStyle === "none" || !parseFloat(style.outlineWidth)) faults.push("has no outline");
  if (!box || !isVisible(at)) faults.push("cannot be seen");
  else {
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const over = document.elementFromPoint(x, y);
    if (!over) faults.push("is out of the window");
    else if (!at.contains(over) && !over.contains(at)) faults.push(`is under ${named(over)}`);
  }
  return faults.map(fault => `${named(at)} ${fault} when it has the focus`);
}"""

MISSED = """() => [...document.querySelectorAll("a[href], button, summary, input:not([type=radio]), select, textarea")]
  .filter(element => !element.wasFocused && !element.disabled && isVisible(element))
  .map(element => `${named(element)} is not reached by Tab`)"""


async def check(site, browser):
    policies = site.longest("policy") + site.median("policy")

    async def walk(tab, page):
        stops, problems = 0, []
        most = 1000 if page in policies else WALKED
        await ask(tab, f"() => {{ window.faultsHere = {STOP} }}")
        while stops < most:
            await tab.keyboard.down("Tab")
            faults = await tab.evaluate("faultsHere()")
            if faults is None:
                break
            stops, problems = stops + 1, problems + faults
        if page in policies and stops > POLICY_STOPS:
            problems.append(f"{stops} stops for Tab, over {POLICY_STOPS}")
        if stops < most:
            problems += await ask(tab, MISSED)
        return problems + await open_cards(tab) + await open_folds(tab)

    wide = {page.path: page for page in site.sample + policies}
    narrow = site.longest(*KINDS, "home", "view responsibility", "list")
    return (await browser.each(list(wide.values()), walk, reduced_motion="reduce")
            + await browser.each(narrow, walk, viewport=NARROW, reduced_motion="reduce"))


def some(count):
    """At most so many of that many, spread over all."""
    step = max(count / TRIED, 1)
    return [int(index * step) for index in range(min(count, TRIED))]


async def open_cards(tab):
    problems, buttons = [], tab.locator("button[popovertarget]:visible")
    for index in some(await buttons.count()):
        button = buttons.nth(index)
        await button.focus()
        await tab.keyboard.press("Enter")
        said = await button.evaluate("""button => {
          const card = button.popoverTargetElement;
          if (!card?.matches(":popover-open")) return "is not opened by Enter";
          return card.querySelector("a[href], button") ? "links" : "";
        }""")
        if said == "links":
            await tab.keyboard.press("Tab")
            inside = await button.evaluate("button => button.popoverTargetElement.contains(document.activeElement)")
            said = "" if inside else "opens a card whose links come not next"
        await tab.keyboard.press("Escape")
        said = said or await button.evaluate("""button => {
          if (button.popoverTargetElement.matches(":popover-open")) return "opens a card that Escape leaves open";
          return document.activeElement !== button ? "does not get the focus back" : "";
        }""")
        if said:
            problems.append(f"{await ask(tab, named_button(index))} {said}")
    return problems


def named_button(index):
    return f"() => named([...document.querySelectorAll('button[popovertarget]')].filter(isVisible)[{index}])"


async def open_folds(tab):
    problems, folds = [], tab.locator("summary:visible")
    for index in some(await folds.count()):
        fold = folds.nth(index)
        before = await fold.evaluate("fold => fold.parentElement.open")
        await fold.focus()
        await tab.keyboard.press("Enter")
        if await fold.evaluate("fold => fold.parentElement.open") == before:
            problems.append(f"“{(await fold.inner_text())[:60]}” is not opened by Enter")
        await tab.keyboard.press("Enter")
    return problems
