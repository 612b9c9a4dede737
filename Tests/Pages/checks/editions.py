"""A site in several languages: each page names all that are the same, links stay in the page's language, and the frame is
in it."""

import re
from html.parser import HTMLParser

import yaml

from pages import VOID, Problem

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"')
# Pages of a letter have other things in each language.
BY_NAME = re.compile(r"/by-letter/|^(glossary|wordings)/")
# Of changes the page tells what was recorded, in the words of its day.
RECORDED = re.compile(r"^changes\b")


class Texts(HTMLParser):
    """The texts of a page but those of the content, which stand in a block that names their language, and of claims."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open, self.text = set(), [], ""
        self.feed(text)

    def end_text(self):
        self.found.add(self.text.strip())
        self.text = ""

    def handle_starttag(self, tag, attributes):
        # Words of another language stand in a span, in the middle of a text.
        if tag != "span":
            self.end_text()
        if tag not in VOID:
            is_content = tag in ("script", "style", "title", "blockquote", "q", "a") or tag == "div" and ("lang", "en") in attributes
            self.open.append((tag, is_content))

    def handle_endtag(self, tag):
        if tag != "span":
            self.end_text()
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if not any(is_content for _, is_content in self.open):
            self.text += text


async def check(site, _):
    if not site.folders:
        return []
    folders = dict(zip([site.settings.get("language", "en"), *site.settings["languages"]], ["", *site.folders]))
    base = site.settings.get("base_url") or ""
    problems = []
    for page in site.pages:
        same = {folder + page.inner for folder in folders.values() if folder + page.inner in site.by_path}
        is_same = len(same) > 1 and not BY_NAME.search(page.inner)
        wanted = {(tag, folder + page.inner) for tag, folder in folders.items()} if is_same else set()
        named = {(tag, href.removeprefix(base)) for tag, href in ALTERNATE.findall(page.text)}
        if named != wanted:
            problems.append(Problem(page.path, f"names as the same page {sorted(named)}, not {sorted(wanted)}"))
        if page.folder:
            problems += leaving(site, page, same)
    return problems + frame(site)


def leaving(site, page, same):
    """Links to a page of another language that is there in this one, but for those that change the language."""
    first = page.inner.split("/")[0]
    switch = {folder + name for folder in ["", *site.folders] for name in (page.inner, first + ".html", first + "/index.html")}
    found = {site.target(page, link) for link in page.read.links} - same - switch - {None}
    out = sorted(path for path in found if not path.startswith(page.folder) and page.folder + path in site.by_path)
    return [Problem(page.path, f"leads out of its language to {', '.join(out[:3])}")] if out else []


def frame(site):
    """English words of the frame on a page in another language: texts that are one of the strings, and no name."""
    strings = {}
    for name in ("en", *site.settings["languages"]):
        file = site.root / "templates" / f"strings.{name}.yaml"
        strings[name] = yaml.safe_load(file.read_text()) if file.exists() else {}
    names = {page.read.h1.strip() for page in site.pages}
    problems = []
    for language in site.settings["languages"]:
        own = set(map(str, strings[language].values()))
        english = {text for key, text in strings["en"].items() if isinstance(text, str) and not key.startswith("language_")}
        english |= {text for text, word in (strings[language].get("words") or {}).items() if text != word}
        english -= own | names
        for page in site.pages:
            if page.folder == language + "/" and not RECORDED.search(page.inner):
                said = sorted(Texts(page.text).found & english)
                if said:
                    problems.append(Problem(page.path, f"has English words of the frame: {', '.join(said[:5])}"))
    return problems
