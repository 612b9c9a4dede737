"""A built site, read without a browser: which pages there are, of what kind each is, and what stands in it."""

import gzip
import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import yaml

HAN = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Of the pages in a further language, which share their layout with the first, these kinds are looked at as closely.
TRANSLATED = [
    "home", "search", "policy", "agency", "target", "list", "view deadlines", "view register", "measure", "source",
    "discrepancy", "view timeline", "part of changes", "part of compare", "view responsibility", "view wordings",
]
VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Problem(NamedTuple):
    page: str
    what: str


class Reader(HTMLParser):
    """What of a page the checks ask: its title, ids, links, headings and the Han in it."""

    def __init__(self, text):
        super().__init__()
        self.title, self.h1, self.ids, self.links, self.foreign_han = "", "", [], [], []
        self.moved, self.buttons, self.article = False, 0, ""
        self.open = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag == "meta" and (found.get("http-equiv") or "").lower() == "refresh":
            self.moved = True
        if "popovertarget" in found:
            self.buttons += 1
        if tag == "article" and not self.article:
            self.article = found.get("class") or ""
        if tag not in VOID:
            language = found["lang"] if "lang" in found else self.open[-1][1] if self.open else ""
            self.open.append((tag, language or ""))

    def handle_endtag(self, tag):
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                del self.open[index:]
                return

    def handle_data(self, text):
        tag, language = self.open[-1] if self.open else ("", "")
        if tag == "title" and not any(name == "svg" for name, _ in self.open):
            self.title += text
        elif any(name == "h1" for name, _ in self.open):
            self.h1 += text
        if tag in ("title", "script", "style") or language.lower().split("-")[0] == "zh":
            return
        if found := HAN.findall(text):
            self.foreign_han.append((len(found), " ".join(text.split())))


@dataclass
class Page:
    path: str
    file: Path
    kind: str = ""
    # The folder of a further language, and the page's path in it.
    folder: str = ""
    inner: str = ""
    text: str = field(default="", repr=False)

    @cached_property
    def read(self):
        return Reader(self.text)

    @cached_property
    def pressed(self):
        return len(gzip.compress(self.text.encode(), 6))

    @property
    def size(self):
        return len(self.text)


class Site:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        root = self.folder.parent
        self.settings = yaml.safe_load((root / "remit.yaml").read_text())
        self.root = root
        self.base = urlsplit(self.settings.get("base_url") or "/").path.rstrip("/") + "/"
        self.views = {name: f"{name}.html" for name in self.settings.get("views") or {}}
        found = [Page(str(file.relative_to(self.folder)), file, text=file.read_text())
                 for file in sorted(self.folder.rglob("*.html"))]
        self.pages = [page for page in found if not page.read.moved]
        self.folders = [f"{language}/" for language in self.settings.get("languages") or []]
        for page in self.pages:
            page.folder = next((folder for folder in self.folders if page.path.startswith(folder)), "")
            page.inner = page.path.removeprefix(page.folder)
            page.kind = page.folder.replace("/", " ") + self.kind(page)
        self.by_path = {page.path: page for page in self.pages}

    def kind(self, page):
        """An entity's page has its kind as a class; the others are told apart by where they lie."""
        if told := re.search(r"\bkind-([a-z_]+)", page.read.article):
            return told[1]
        first, _, rest = page.inner.partition("/")
        if page.inner in (own := {"index.html": "home", "404.html": "404", "search.html": "search"}):
            return own[page.inner]
        if page.inner in self.views.values():
            return "view " + page.inner.removesuffix(".html")
        if first == "manual":
            return "manual"
        if first in self.views:
            return "part of " + first
        if re.match(r"by-[^/]+/", rest):
            return "narrowed list"
        return "list" if rest else "page"

    def target(self, page, href):
        """The file of the site to which a link on a page leads, or nothing."""
        url = urlsplit(urljoin("http://site" + self.base + page.path, href))
        if url.netloc != "site" or not url.path.startswith(self.base):
            return None
        path = unquote(url.path.removeprefix(self.base))
        return path + "index.html" if path == "" or path.endswith("/") else path

    def of_kind(self, *kinds):
        return [page for page in self.pages if page.kind in kinds]

    @cached_property
    def sample(self):
        """The longest page of each kind, and the one with most things on it."""
        longest = {}
        for page in self.pages:
            if page.folder and page.kind.removeprefix(page.folder.replace("/", " ")) not in TRANSLATED:
                continue
            if page.kind not in longest or page.size > longest[page.kind].size:
                longest[page.kind] = page
        things = max(self.pages, key=lambda page: sum("/" in name and "~" not in name for name in page.read.ids))
        return sorted({page.path: page for page in [*longest.values(), things]}.values(), key=lambda page: page.path)

    def longest(self, *kinds):
        return [page for page in self.sample if page.kind in kinds]

    def median(self, kind):
        ordered = sorted(self.of_kind(kind), key=lambda page: page.size)
        return ordered[len(ordered) // 2: len(ordered) // 2 + 1]
