"""A tab of somebody who searches, and what they meet that nobody should."""

from browser import WIDE

BOX, LIST, STATUS = "#search-box", "#search-list", "#search-status"
# A browser that opens a file runs no modules and fetches nothing, so a server's pages must do without these too.
WITHOUT = """for (const name of ["fetch", "XMLHttpRequest", "Worker", "SharedWorker"]) delete window[name];
window.shifts = [];
const note = entry => window.shifts.push([entry.value, entry.hadRecentInput]);
new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });"""
# Some browsers let a file have no other address but by what is behind its #.
REFUSE = """history.pushState = history.replaceState = () => { throw new DOMException("refused", "SecurityError") };"""


class Reader:
    """A tab that notes what a reader of the search should not meet."""

    def __init__(self, browser, where):
        self.browser, self.where, self.heard, self.asked = browser, where, [], []
        self.pending, self.quiet = 0, False

    async def enter(self, viewport=WIDE, **context):
        self.room = await self.browser.chromium.new_context(viewport=viewport, **context)
        self.tab = await self.room.new_page()
        await self.tab.add_init_script(WITHOUT + (REFUSE if self.where.startswith("file:") else ""))
        self.tab.on("console", lambda said: said.type == "error" and self.heard.append(f"console: {said.text}"))
        self.tab.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        self.tab.on("dialog", lambda dialog: self.heard.append("opens a dialog"))
        self.tab.on("request", lambda request: self.note(request.url))
        for ended in ["requestfinished", "requestfailed"]:
            self.tab.on(ended, lambda _: self.end())
        return self

    def end(self):
        self.pending -= 1

    def note(self, url):
        self.pending, self.quiet = self.pending + 1, False
        self.asked.append(url)
        if not url.startswith(self.where):
            self.heard.append(f"asks another host: {url}")

    async def open(self, path):
        await self.tab.goto(self.where + path, wait_until="load")

    async def type(self, words):
        """Types words into the box, and waits until what was found is told."""
        await self.tab.evaluate("document.querySelector('#search-status').textContent = ''")
        await self.tab.locator(BOX).fill("")
        await self.tab.keyboard.type(words)
        await self.settle()

    async def settle(self):
        """Waits until what was asked for has arrived, and something is told."""
        for _ in range(100):
            await self.tab.wait_for_timeout(50)
            said = await self.tab.evaluate("document.querySelector('#search-status').textContent")
            if said and not self.pending and self.quiet:
                return
            self.quiet = not self.pending
        self.heard.append("tells nothing within five seconds")

    async def text(self, selector):
        return (await self.tab.locator(selector).first.inner_text()) if await self.tab.locator(selector).count() else ""
