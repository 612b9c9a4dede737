"""The facts of a thing, as its file in the content has them, without who says so."""

import yaml


def facts(site, page):
    """The front matter of the file whose page it is."""
    file = site.root / "content" / page.path.replace(".html", ".md")
    return front_matter(file) if file.exists() else {}


def front_matter(file):
    return yaml.safe_load(file.read_text().split("\n---", 1)[0].removeprefix("---")) or {}


def named(value):
    """The things that a reference names, out of groups and claims."""
    if isinstance(value, list):
        return [name for item in value for name in named(item)]
    if isinstance(value, dict):
        return named(value.get("items") or value.get("claims") or value.get("to") or value.get("is") or [])
    return [value] if isinstance(value, str) else []
