"""What was written, by sort: so that pages are held against the same pages, and what only one of the programs makes stands
by itself."""
import os
import re
import statistics
from pathlib import Path

from corpus.plan import FOLDERS

PAGES, LISTS, FEEDS = "pages of entities", "lists of kinds", "feeds"
NARROWED, VIEWS, DATA = "narrowed lists", "views", "data files, calendars and pictures"
SEARCH, SITEMAP, REST = "search", "sitemap", "styles, scripts and the rest"
SORTS = [PAGES, LISTS, FEEDS, NARROWED, VIEWS, DATA, SEARCH, SITEMAP, REST]
SAME_PAGES = [PAGES, LISTS, FEEDS]

LIST = re.compile(r"(index|by-(year|letter|number)/.*|page/\d+)\.html|page/\d+/index\.html")


def sort_of(path, entities, folders=frozenset(FOLDERS.values())):
    first, _, rest = path.partition("/")
    if path.removesuffix(".html") in entities:
        return PAGES
    if path == "index.html" or first in folders and LIST.fullmatch(rest):
        return LISTS
    if first in ("search", "search.html", "assets") or path == "style.css":
        return SEARCH if first.startswith("search") else REST
    if first in folders and path.endswith(".html"):
        return NARROWED
    if "sitemap" in first:
        return SITEMAP
    if path.endswith((".csv", ".json", ".ics", ".svg", ".xml")):
        return FEEDS if path.endswith("index.xml") else DATA
    return VIEWS if path.endswith(".html") and first != "404.html" else REST


def written(site, plan):
    """Bytes and files of each sort."""
    entities = {plan.path(kind, index) for kind, index in plan.pages()}
    given = {sort: {"files": 0, "bytes": 0} for sort in SORTS}
    for at, _, names in os.walk(site):
        for name in names:
            path = os.path.join(at, name)
            sort = given[sort_of(os.path.relpath(path, site), entities)]
            sort["files"] += 1
            sort["bytes"] += os.path.getsize(path)
    return given


def median_page(site, content, plan):
    """The median page and the median Markdown file, in bytes."""
    paths = [plan.path(kind, index) for kind, index in plan.pages()]
    sizes = lambda folder, ending: statistics.median(os.path.getsize(Path(folder, path + ending)) for path in paths)
    return {"page": sizes(site, ".html"), "markdown": sizes(content, ".md")}
