"""The button for light and dark: what it chooses holds at once, on other pages, and before a page is drawn; as the system is
when nobody chose. It fits into the header at every width, paper is always light, and without JavaScript there is none."""

from browser import NARROW, WIDE, ask
from pages import Problem

BUTTON = "[data-remit-theme] button"
BACK = "() => getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 23, 26)"
# What the page looks like when the browser is about to draw it for the first time.
FIRST = """requestAnimationFrame(() => { window.first = document.body && getComputedStyle(document.body).backgroundColor });"""
OUTSIDE = """() => {
  const box = document.querySelector("[data-remit-theme] button").getBoundingClientRect();
  const room = document.querySelector(".top").getBoundingClientRect();
  return box.width < 24 || box.height < 24 || box.left < room.left || box.right > room.right || box.bottom > room.bottom + 1;
}"""
# What one line of the header has, where a window has room for it.
LINE = 60
WIDTHS = [320, 390, 600, 800, 1000, 1088, 1100, 1224, 1300, 1600]


async def check(site, browser):
    page, other = site.longest("policy")[0], site.longest("list")[0]
    problems = []

    async def expect(tab, colour, what, of=BACK):
        if (found := await tab.evaluate(of)) != colour:
            problems.append(Problem(page.path, f"{what}: {found}, not {colour}"))

    async def choose(tab, _):
        await expect(tab, LIGHT, "nothing chosen, a light system")
        await tab.emulate_media(color_scheme="dark")
        await expect(tab, DARK, "nothing chosen, a dark system")
        await tab.click(BUTTON)
        await expect(tab, LIGHT, "light, a dark system")
        await tab.click(BUTTON)
        await tab.emulate_media(color_scheme="light")
        await expect(tab, DARK, "dark, a light system")
        label = await tab.get_attribute(BUTTON, "aria-label")
        if "dark" not in label:
            problems.append(Problem(page.path, f"the button is called '{label}' when pages are dark"))
        await tab.emulate_media(media="print")
        await expect(tab, "rgb(0, 0, 0)", "on paper", "() => getComputedStyle(document.body).color")
        await tab.emulate_media(media="screen")
        await tab.add_init_script(FIRST)
        await browser.open(tab, other)
        await expect(tab, DARK, "dark, another page")
        await expect(tab, DARK, "dark, when another page is drawn first", "() => window.first ?? null")
        await tab.click(BUTTON)
        await expect(tab, LIGHT, "as the system is again")
        for width in WIDTHS:
            await tab.set_viewport_size({"width": width, "height": 800})
            if await tab.evaluate(OUTSIDE):
                problems.append(Problem(page.path, f"{width} pixels wide, the button is small or outside of the header"))
            height = await tab.evaluate("document.querySelector('.top').offsetHeight")
            if width >= 1100 and height > LINE:
                problems.append(Problem(page.path, f"{width} pixels wide, the header is {height} pixels high"))

    async def look(tab, _):
        return ["without JavaScript there is a button"] if await ask(tab, f"""() =>
          isVisible(document.querySelector("{BUTTON}"))""") else []

    problems += await browser.each([page], choose, viewport=WIDE)
    # Asking needs JavaScript, so the script alone is kept from the page.
    async def withhold(tab):
        await tab.route("**/theme.js", lambda route: route.abort())

    return problems + await browser.each([page], look, prepare=withhold, viewport=NARROW)
