"""Cases of the search that mends have been made for: answers that come late, a new build while a page is open, input
methods, the shortcut, and a server that allows no script but the site's own files."""

import asyncio
import re

from browser import serve
from pages import Problem
from searching import BOX, LIST, STATUS, Reader

FIRST, SECOND = "miit", "exchequer"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'self'"
SLASH = "#search-slash input"


async def check(site, browser):
    problems = []
    for where in [browser.address, site.folder.as_uri() + "/"]:
        for case in [answer_late, build_anew, compose, turn_off]:
            reader = await Reader(browser, where).enter()
            found = await case(reader) + reader.heard
            kind = "file" if where.startswith("file:") else "server"
            problems += [Problem("search.html", f"{what} ({case.__name__}, {kind})") for what in found]
            await reader.room.close()
    problems += [Problem("search.html", f"{what} (with a policy)") for what in await obey_policy(site, browser)]
    return problems


async def answer_late(reader):
    """What answers an earlier question is not shown, in the box and on the page, however late it comes."""
    problems, tab, slow = [], reader.tab, []

    async def answer(route):
        if not slow:
            slow.append(route.request.url)
            await asyncio.sleep(1)
        await route.continue_()

    await tab.route(re.compile(r"/search/d\w+\.js"), answer)
    for page in ["index.html", "search.html"]:
        await reader.open(page)
        slow.clear()
        await tab.locator(BOX).focus()
        await tab.keyboard.type(FIRST)
        while not slow:
            await tab.wait_for_timeout(20)
        await reader.type(SECOND)
        await tab.wait_for_timeout(1200)
        if "Exchequer" not in (found := await tab.locator(LIST).inner_text()):
            problems.append(f"{page} shows for “{SECOND}”: {found[:60]}")
    return problems


async def build_anew(reader):
    """Where a file that the index names is gone, the page has all of the new build: its filters too."""
    tab, asked = reader.tab, []

    async def answer(route):
        asked.append(route.request.url)
        response = await route.fetch() if reader.where.startswith("http") else None
        text = await response.text() if response else (reader.browser.site.folder / "search/index.js").read_text()
        body = text.replace('["Sector",', '["Branch",') if len(asked) > 1 else text
        await route.fulfill(content_type="text/javascript", body=body)

    async def lose(route):
        await (route.continue_() if len(asked) > 1 else route.abort())

    await tab.route(re.compile(r"/search/index\.js"), answer)
    await reader.open("search.html?q=guiding+opinions")
    await reader.settle()
    groups = tab.locator("#search-filters details > summary")
    before = await groups.all_text_contents()
    await tab.route(re.compile(r"/search/\w{9}\.js"), lose)
    await reader.type("ministry of finance policies")
    await reader.settle()
    # The browser says that a file did not come.
    reader.heard = [what for what in reader.heard if "Failed to load" not in what]
    after = await groups.all_text_contents()
    if "Sector" not in before or after != [name.replace("Sector", "Branch") for name in before] or len(asked) != 2:
        return [f"narrows after a new build by {after}, before it by {before}, and asked {len(asked)} times"]
    return []


async def compose(reader):
    """While an input method composes, nothing is asked; what it ends with is."""
    problems, tab = [], reader.tab
    for page in ["index.html", "search.html"]:
        await reader.open(page)
        await tab.locator(BOX).focus()
        await reader.type(FIRST)
        before, address = await tab.locator(LIST).inner_text(), tab.url
        session = await reader.room.new_cdp_session(tab)
        await tab.evaluate("document.querySelector('#search-box').select()")
        for letters in ["c", "ca", "cai", "cai z"]:
            await session.send("Input.imeSetComposition",
                               {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
            await tab.wait_for_timeout(60)
        await tab.wait_for_timeout(200)
        if tab.url != address or page == "search.html" and await tab.locator(LIST).inner_text() != before:
            problems.append(f"{page} asks for what is only being composed")
        await tab.evaluate(f"document.querySelector('{STATUS}').textContent = ''")
        await session.send("Input.insertText", {"text": "财政部"})
        await reader.settle()
        if "Ministry of Finance" not in (found := await tab.locator(LIST).inner_text()):
            problems.append(f"{page} finds for what was composed: {found[:60]}")
    return problems


async def turn_off(reader):
    """`/` leads to the box from wherever one is, also from the link that skips the header, and can be turned off."""
    problems, tab = [], reader.tab
    focused = "document.activeElement.id"
    await reader.open("index.html")
    await tab.keyboard.press("Tab")
    if await tab.evaluate("document.activeElement.getAttribute('href')?.startsWith('#')") is not True:
        problems.append("the first stop is no link that skips the header")
    await tab.keyboard.press("/")
    if await tab.evaluate(focused) != "search-box" or await tab.locator(BOX).input_value():
        problems.append("/ does not lead from the link that skips the header into the empty box")
    await reader.open("search.html")
    await tab.locator(SLASH).focus()
    await tab.keyboard.press("Space")
    await reader.open("index.html")
    await tab.keyboard.press("/")
    if await tab.evaluate(focused) == "search-box":
        problems.append("/ leads to the box though it is turned off")
    await reader.open("search.html")
    if await tab.locator(SLASH).is_checked():
        problems.append("the page of results does not say that / is turned off")
    await tab.locator(SLASH).check()
    await tab.locator("h1").click()
    await tab.keyboard.press("/")
    if await tab.evaluate(focused) != "search-box":
        problems.append("/ cannot be turned on again")
    return problems


async def obey_policy(site, browser):
    """The search works where a server allows scripts from the site's own files only."""
    server, address = serve(site, "--policy", POLICY)
    reader = await Reader(browser, address).enter()
    problems = []
    for page in ["index.html", "search.html"]:
        await reader.open(page)
        await reader.tab.locator(BOX).focus()
        await reader.type(FIRST)
        if "Ministry of Industry" not in (found := await reader.tab.locator(LIST).inner_text()):
            problems.append(f"{page} finds for “{FIRST}”: {found[:60]}")
    answer = await reader.tab.request.get(address)
    if answer.headers.get("content-security-policy") != POLICY:
        problems.append("the server says nothing of a policy")
    problems += reader.heard
    await reader.room.close()
    server.terminate()
    server.wait()
    return problems
