"""A page says nothing in the console, asks nobody else for anything, and stands still while it comes in, piece by piece."""

from urllib.parse import urlsplit

from browser import NARROW, WIDE, Browser

SHIFTS = """window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(entry.value)))
  .observe({type: "layout-shift", buffered: true});"""


async def check(site, browser):
    heard = {}

    async def prepare(tab):
        heard[tab] = []
        host = urlsplit(slow.address).netloc
        await tab.add_init_script(SHIFTS)
        tab.on("console", lambda said: said.type == "error" and heard[tab].append(f"console: {said.text}"))
        tab.on("pageerror", lambda error: heard[tab].append(f"error: {error}"))
        tab.on("request", lambda request: urlsplit(request.url).netloc not in (host, "")
               and heard[tab].append(f"asks another host: {request.url}"))
        tab.on("response", lambda answer: answer.status >= 400 and heard[tab].append(f"{answer.status}: {answer.url}"))

    async def look(tab, _):
        await tab.wait_for_timeout(100)
        found, heard[tab] = heard[tab], []
        if not await tab.locator("link[rel~=icon]").count():
            found.append("has no icon, so browsers ask for favicon.ico")
        if (shifted := await tab.evaluate("shifts.reduce((sum, value) => sum + value, 0)")) > 0:
            found.append(f"its layout shifts by {shifted:.4f}")
        return found

    problems = []
    async with Browser(site, "--slowly") as slow:
        for viewport in [WIDE, NARROW]:
            problems += await slow.each(site.sample, look, prepare=prepare, viewport=viewport)
    return list(dict.fromkeys(problems))
