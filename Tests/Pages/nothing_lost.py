#!/usr/bin/env python3
"""Compares two built sites: every quote, place, note and source link of a thing's page in the old one is on the same
page of the new one, seen or folded away, or on one of the pages on which that goes on. What stood on a list of things may
be on any page of the new one, as lists are cut.

Usage: nothing_lost.py OLD NEW"""

import tools

tools.enter()

import re
import sys
from collections import Counter
from html.parser import HTMLParser

from pages import VOID, Site

OTHER = ("home", "404", "page", "manual", "narrowed list", "view ", "part of ")


class Proof(HTMLParser):
    """The words of a page, and those that tell where something is from."""

    KINDS = {"q": "quote", "em": "note", "cite": "place"}

    def __init__(self, text):
        super().__init__()
        self.text, self.found, self.open, self.links = [], set(), [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == "a" and (href := dict(attributes).get("href")):
            self.links.append(href)
        if tag not in VOID:
            self.open.append((tag, []))

    def handle_endtag(self, tag):
        while self.open:
            name, words = self.open.pop()
            if name in self.KINDS and (said := "".join(words).strip(" ,\n")):
                self.found.add((self.KINDS[name], said))
            if name == tag:
                return

    def handle_data(self, text):
        names = [name for name, _ in self.open]
        if "script" in names or "style" in names:
            return
        self.text.append(text)
        for index, (name, words) in enumerate(self.open):
            # The link in a cite is the source; what follows is the place.
            if name in self.KINDS and not (name == "cite" and "a" in names[index:]):
                words.append(text)


def pressed(text):
    """Without blanks and quotation marks, which a theme may set otherwise."""
    return re.sub(r"[\s\"'“”‘’„«»‹›「」『』]+", "", text)


def main():
    old, new = Site(sys.argv[1]), Site(sys.argv[2])
    read = {page.path: Proof(page.text) for page in new.pages}
    texts = {path: pressed("".join(proof.text)) for path, proof in read.items()}
    whole = "\n".join(texts.values())
    sources = {page.path for page in old.of_kind("source")}
    lost, compared = [], Counter()
    for page in old.pages:
        if page.kind.startswith(OTHER):
            continue
        if page.path not in read and page.kind != "list":
            lost.append((page.path, "page", "is gone"))
            continue
        proof, is_list = Proof(page.text), page.kind == "list"
        # `sources/x/quotes-taken/2.html` goes on with what begins on `sources/x.html`.
        further = re.compile(re.escape(page.path.removesuffix(".html")) + r"/[^/]+/\d+\.html")
        pages = new.pages if is_list else [
            other for other in new.pages if other.path == page.path or further.fullmatch(other.path)]
        text = whole if is_list else "\n".join(texts[other.path] for other in pages)
        for kind, said in sorted(proof.found):
            compared[kind] += 1
            if pressed(said) not in text:
                lost.append((page.path, kind, said))
        wanted = {old.target(page, href) for href in proof.links} & sources
        there = {new.target(other, href) for other in pages for href in read[other.path].links}
        compared["link"] += len(wanted)
        lost += [(page.path, "link", f"to {path}") for path in sorted(wanted - there)]
    for path, kind, what in lost:
        print(f"{path}: {kind} {what}")
    told = ", ".join(f"{count} {kind}s" for kind, count in compared.items())
    print(f"{len(lost)} lost of {told}")
    return 1 if lost else 0


sys.exit(main())
