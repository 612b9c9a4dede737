"""The search finds as one types, from a server and from files, by keyboard alone; it is announced, moves nothing, asks
nobody else for anything, and runs nothing that it finds or is asked for. What is asked is in the address of its page."""

import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

from browser import NARROW, WIDE, ask
from checks.axe import RUN, SCRIPT, TAGS
from pages import Problem
from searching import BOX, LIST, STATUS, Reader

# What is typed and what is then the first result; names, an abbreviation, a part of a name in Chinese and a slip.
FIRST = {
    "miit": "Ministry of Industry and Information Technology",
    "单项冠军": "Manufacturing Champions",
    "made in chi": "Made in China 2025",
    "财政部": "Writing entities",
    "little gaints": "Little Giant Enterprises",
}
MANY, SOON = "guiding opinions", 50
HOSTILE = ['<img src=x onerror="window.struck = 1">', '"><script>window.struck = 1</script>',
           "</script>\u2028\u2029'\\`${1}", "q" * 100_000, "<b> " * 25_000, "单" * 100_000]
UNSAFE = re.compile(r"(inner|outer|insertAdjacent)HTML|document\.write|\beval\b|Function\(|\b(fetch|import|export)\b")
FOREIGN = r"""() => {
  const walker = document.createTreeWalker(document.querySelector("#search-list"), NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\p{Script=Han}/u.test(node.data) && !node.parentElement.closest("[lang^=zh]")) found.push(node.data);
  return found;
}"""


async def check(site, browser):
    problems = [Problem(f"assets/{file.name}", f"has {found[0]}") for file in sorted(site.folder.glob("assets/*.js"))
                if (found := UNSAFE.search(file.read_text()))]
    for where in [browser.address, site.folder.as_uri() + "/"]:
        kind = "file" if where.startswith("file:") else "server"
        for part in [use_box, use_keyboard, use_page, be_hostile, use_old_files]:
            reader = await Reader(browser, where).enter()
            found = await part(site, reader) + reader.heard
            problems += [Problem("search.html", f"{what} ({kind})") for what in found]
            await reader.room.close()
    problems += [Problem("search.html", what) for what in await use_axe(browser) + await without_script(browser)]
    return list(dict.fromkeys(problems))


async def use_box(site, reader):
    """As one types: the right first result, told to screen readers, in place."""
    problems, tab = [], reader.tab
    deep = site.longest("policy")[0].path
    # The page for what is missing has addresses from the root of its server.
    for page in ["index.html", deep, *(["404.html"] if reader.where.startswith("http") else [])]:
        await reader.open(page)
        if any("/search/" in url or "finder" in url for url in reader.asked):
            problems.append(f"{page} asks for files of the search before it is used")
        await tab.locator(BOX).focus()
        for words, first in FIRST.items():
            await reader.type(words)
            if first not in (found := await reader.text(f"{LIST} > a b")):
                problems.append(f"“{words}” finds first “{found}”, not “{first}”, on {page}")
            if foreign := await ask(tab, FOREIGN):
                problems.append(f"Han outside lang=zh in results: {foreign[0]}")
        told = re.match(r"\d+", await reader.text(STATUS))
        if not told or not int(told[0]):
            problems.append("does not tell how many there are")
        if shifts := await tab.evaluate("shifts"):
            problems.append(f"moves what is on {page}: {shifts}")
        reader.asked.clear()
    took = await tab.evaluate("""async query => {
      await remitSearch.search(query);
      const start = performance.now();
      await remitSearch.search(query);
      return performance.now() - start;
    }""", MANY)
    if took > SOON:
        problems.append(f"takes {took:.0f} ms for “{MANY}”, with its files there")
    return problems


async def use_keyboard(site, reader):
    problems, tab = [], reader.tab

    async def state():
        return await tab.evaluate("""() => {
          const box = document.querySelector("#search-box"), list = document.querySelector("#search-list");
          const option = document.getElementById(box.getAttribute("aria-activedescendant"));
          return { focused: document.activeElement === box, value: box.value, role: box.getAttribute("role"),
            open: box.getAttribute("aria-expanded") === "true" && !list.hidden,
            controls: box.getAttribute("aria-controls") === list.id, selected: option?.getAttribute("aria-selected"),
            option: option && [...list.children].indexOf(option),
            href: option?.href };
        }""")

    await reader.open("index.html")
    await tab.keyboard.press("/")
    if not (await state())["focused"]:
        problems.append("/ does not go to the box")
    await reader.type("a/b")
    if (await state())["value"] != "a/b":
        problems.append("/ cannot be typed into the box")
    await reader.type(MANY)
    if (now := await state()) and not (now["open"] and now["role"] == "combobox" and now["controls"]):
        problems.append(f"is no open combobox after typing: {now}")
    await tab.keyboard.press("ArrowDown")
    await tab.keyboard.press("ArrowDown")
    if (now := await state())["option"] != 1 or now["selected"] != "true" or not now["focused"]:
        problems.append(f"two arrows down are not at the second result: {now}")
    await tab.keyboard.press("ArrowUp")
    await tab.keyboard.press("ArrowUp")
    await tab.keyboard.press("ArrowUp")
    if (now := await state())["option"] in (0, 1, None):
        problems.append(f"arrows up from the box are not at the last: {now}")
    await tab.keyboard.press("Escape")
    if (now := await state())["open"] or now["value"] != MANY or not now["focused"]:
        problems.append(f"Escape does not close the list alone: {now}")
    await reader.type(MANY)
    await tab.keyboard.press("ArrowDown")
    href = (await state())["href"]
    await tab.keyboard.press("Enter")
    await tab.wait_for_url(re.compile("^(?!.*/index.html$)"), timeout=5000)
    if tab.url != href:
        problems.append(f"Enter leads to {tab.url}, not to {href}")
    await reader.open("index.html")
    await tab.keyboard.press("/")
    await reader.type(MANY)
    await tab.keyboard.press("Enter")
    await tab.wait_for_url(re.compile(r"/search\.html\?q="), timeout=5000)
    return problems


async def use_page(site, reader):
    """The page of results: in its address, back and forth."""
    problems, tab = [], reader.tab
    await reader.open("search.html?q=" + MANY.replace(" ", "+"))
    await reader.settle()

    async def count():
        return int(re.match(r"\d*", await reader.text(STATUS))[0] or 0)

    def address():
        url = urlsplit(tab.url)
        return parse_qs(url.fragment if url.fragment else url.query)

    every = await count()
    if every < 3 or not await tab.locator(f"{LIST} h2 a").count():
        problems.append(f"shows {every} results for “{MANY}”")
    if shifted := await tab.evaluate("shifts.filter(([, typed]) => !typed)"):
        problems.append(f"moves while it loads: {shifted}")
    for chosen in ["kind", "year"]:
        line = tab.locator(f"#search-filters label:has(input[name={chosen}]:not(:checked))").first
        value, number = await line.locator("input").get_attribute("value"), int(await line.locator(".n").inner_text())
        await line.locator("input").focus()
        await tab.keyboard.press("Space")
        await tab.wait_for_timeout(300)
        if address().get(chosen) != [value] or await count() != number:
            problems.append(f"{chosen} {value} has {number}, and chosen {await count()} at {unquote(tab.url)}")
        if not await tab.evaluate("document.activeElement.checked"):
            problems.append(f"the focus is lost when a {chosen} is chosen")
    await tab.reload()
    await reader.settle()
    if await count() != number or await tab.locator("#search-filters :checked").count() != 2:
        problems.append("its address does not bring the same again")
    for _ in ["the year", "the kind"]:
        await tab.go_back()
        await tab.wait_for_timeout(400)
    if "search.html" not in tab.url:
        return [*problems, "back leaves the page before all filters are gone"]
    if await count() != every or await tab.locator("#search-filters :checked").count():
        problems.append(f"back is not at all results: {await count()} of {every}")
    await tab.locator(BOX).focus()
    await reader.type("zzqxj")
    if not await tab.locator("#search-names").is_visible():
        problems.append("shows no index of names where nothing is found")
    if await tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
        problems.append("scrolls sideways")
    return problems


async def be_hostile(site, reader):
    """Queries and titles that are markup, and very long ones."""
    problems, tab = [], reader.tab

    async def answer(route):
        file = site.folder / "search" / urlsplit(route.request.url).path.rsplit("/", 1)[1]
        text = file.read_text()
        documents = json.loads(text[text.index("(") + 1:text.rindex(")")])
        for document in documents:
            document[0] = document[2] = HOSTILE[0] + HOSTILE[1]
            for passage in document[4]:
                passage[3] = HOSTILE[1] + passage[3] + HOSTILE[0]
        await route.fulfill(content_type="text/javascript", body=f"remitSearch.take({json.dumps(documents)})")

    await tab.route(re.compile(r"/search/d\w+\.js"), answer)
    for page in ["index.html", "search.html"]:
        await reader.open(page)
        await tab.locator(BOX).focus()
        for words in [MANY, *HOSTILE]:
            took = await tab.evaluate("""async words => {
              const box = document.querySelector("#search-box"), start = performance.now();
              box.value = words;
              box.dispatchEvent(new InputEvent("input", { bubbles: true }));
              await new Promise(done => setTimeout(done, 200));
              return performance.now() - start - 200;
            }""", words)
            if took > 500:
                problems.append(f"hangs for {took:.0f} ms on “{words[:20]}”")
        if await tab.evaluate("window.struck || document.querySelectorAll('img, #search-list script').length"):
            problems.append("runs what it finds or is asked for")
    await reader.open("search.html?q=" + "%3Cimg%20src=x%20onerror=struck=1%3E" * 200)
    await tab.wait_for_timeout(500)
    if await tab.evaluate("window.struck || document.querySelectorAll('img').length"):
        problems.append("runs what stands in its address")
    return problems


async def use_old_files(site, reader):
    """An index that is kept from an earlier build, whose files are gone, is asked for anew, once."""
    tab, asked = reader.tab, []

    async def answer(route):
        asked.append(route.request.url)
        body = (site.folder / "search/index.js").read_text()
        if len(asked) == 1:
            body = re.sub(r'"\w{8}"\]', '"00000000"]', body)
        await route.fulfill(content_type="text/javascript", body=body)

    await tab.route(re.compile(r"/search/index\.js"), answer)
    await reader.open("index.html")
    await tab.locator(BOX).focus()
    await reader.type("miit")
    found = await reader.text(f"{LIST} > a b")
    # The browser says that a file is missing.
    reader.heard = [what for what in reader.heard if "Failed to load" not in what]
    if found and len(asked) == 2:
        return []
    return [f"asks for its root {len(asked)} times after a new build, and finds “{found}”"]


async def use_axe(browser):
    problems = []
    for width, viewport in [("wide", WIDE), ("narrow", NARROW)]:
        for scheme in ["light", "dark"]:
            look = {"color_scheme": scheme, "reduced_motion": "reduce"}
            reader = await Reader(browser, browser.address).enter(viewport, **look)
            tab, mode = reader.tab, f"{width}, {scheme}"
            await reader.open("index.html")
            await tab.locator(BOX).focus()
            await reader.type("单项冠军 champions")
            await tab.keyboard.press("ArrowDown")
            for state in ["list open", "page"]:
                if state == "page":
                    await reader.open("search.html?q=" + MANY.replace(" ", "+"))
                    await reader.settle()
                    await tab.evaluate("""document.querySelectorAll("#search-filters, #search-filters details")
                      .forEach(fold => fold.open = true)""")
                    await tab.wait_for_timeout(300)
                await tab.evaluate(SCRIPT)
                for rule, count, first in await tab.evaluate(RUN, [None, TAGS, []]):
                    problems.append(f"{rule}, {mode}, {state}: {count} times, first {first}")
                if await tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    problems.append(f"scrolls sideways, {mode}, {state}")
            await reader.room.close()
    return problems


async def without_script(browser):
    """The box leads to the index of names."""
    reader = await Reader(browser, browser.address).enter(java_script_enabled=False)
    await reader.open("index.html")
    await reader.tab.locator(BOX).focus()
    await reader.tab.keyboard.type("miit")
    await reader.tab.keyboard.press("Enter")
    await reader.tab.wait_for_url(re.compile(r"search\.html"), timeout=5000)
    links = await reader.tab.locator("#search-names a:visible").count()
    await reader.room.close()
    if "search.html?q=miit" in reader.tab.url and links > 20:
        return []
    return [f"without JavaScript, {reader.tab.url} shows {links} links"]
