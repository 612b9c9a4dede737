"""Each query of Tests/Search/queries.yaml has the right first result on the page of results."""

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

import yaml
from playwright.async_api import TimeoutError

import tools
from browser import WIDE
from pages import Problem

QUERIES = tools.PROJECT / "Tests/Search/queries.yaml"
PAGE, RESULTS = "search.html", "#search-list > li"
SHOWN, MILLISECONDS = 3, 5000
LINKS = "items => items.map(item => item.querySelector('a[href]')?.href ?? '')"
MOVED = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def thing(address):
    """The page that an address leads to, or the section of a page that is a thing of its own, without the place in it:
    what is within a thing is `value-source` on a page of its own and `kind/id~value-source` in a section."""
    url = urlsplit(address)
    section = unquote(url.fragment).split("~")[0]
    return unquote(url.path) + (f"#{section}" if "/" in section else "")


def wanted(site, path):
    """Where a thing is: its page, or the section that its page leads on to."""
    moved = MOVED.search((site.folder / path).read_text())
    return thing(urljoin(path, moved[1]) if moved else path)


async def found(tab, address, query):
    """What the results of a query lead to, best first, once they stand still."""
    await tab.goto(f"{address}{PAGE}?q={quote(query)}")
    try:
        await tab.wait_for_selector(f"{RESULTS} a[href]", timeout=MILLISECONDS)
    except TimeoutError:
        return []
    await tab.wait_for_load_state("networkidle")
    links = await tab.eval_on_selector_all(RESULTS, LINKS)
    return [thing(link.removeprefix(address)) for link in links]


async def check(site, browser):
    if PAGE not in site.by_path:
        return [Problem(PAGE, "is no page, so nobody can search")]
    room = await browser.chromium.new_context(viewport=WIDE)
    tab = await room.new_page()
    problems = []
    for asked in yaml.safe_load(QUERIES.read_text()):
        right = [wanted(site, path) for path in asked["first"]]
        things = await found(tab, browser.address, asked["query"])
        if not things:
            problems.append(Problem(PAGE, f"“{asked['query']}” finds nothing, instead of {' or '.join(right)}"))
        elif things[0] not in right:
            before = next((place for place, it in enumerate(things) if it in right), None)
            what = f"is not among {len(things)}, which begin with" if before is None else f"comes {before + 1}, after"
            shown = ", ".join(things[:before][:SHOWN])
            problems.append(Problem(PAGE, f"“{asked['query']}”: {' or '.join(right)} {what} {shown}"))
    await room.close()
    return problems
