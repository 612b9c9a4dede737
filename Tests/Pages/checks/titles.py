"""Every page has a title of its own, and every id stands once on its page."""

from collections import Counter, defaultdict

from pages import Problem


async def check_titles(site, _):
    by_title = defaultdict(list)
    for page in site.pages:
        by_title[page.read.title.strip()].append(page.path)
    problems = [Problem(page, "has no title") for page in by_title.pop("", [])]
    for title, paths in by_title.items():
        problems += [Problem(path, f"has the title of {paths[0]}: {title}") for path in paths[1:]]
    return problems


async def check_ids(site, _):
    return [Problem(page.path, f"has the id '{name}' {count} times") for page in site.pages
            for name, count in Counter(page.read.ids).items() if count > 1]
