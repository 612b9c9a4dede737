"""Each view that remit.yaml declares is one click from every page."""

from pages import Problem


async def check(site, _):
    problems = []
    for page in site.pages:
        reached = {site.target(page, link) for link in page.read.links} | {page.path}
        missing = [name for name, path in site.views.items()
                   if path in site.by_path and page.folder + path not in reached]
        if missing:
            what = f"leads to {len(missing)} views in more than a click: {', '.join(missing)}"
            problems.append(Problem(page.path, what))
    problems += [Problem(path, "is no page, though remit.yaml declares the view")
                 for path in site.views.values() if path not in site.by_path]
    return problems
