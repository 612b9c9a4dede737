"""What a page weighs: its HTML as a server sends it, the same unpacked, and what it loads: the style sheet and the first
script of the search. The other, and a sheet of its own, come when the search is used."""

from pages import Problem

PRESSED, UNPACKED = 30_000, 1_000_000
ASSETS = {"style.css": 40_000, "search.css": 6_000, "search.js": 12_800, "finder.js": 12_800}


async def check(site, _):
    problems = []
    for page in sorted(site.pages, key=lambda page: -page.pressed):
        if page.pressed > PRESSED:
            problems.append(Problem(page.path, f"{page.pressed:,} bytes compressed, over {PRESSED:,}"))
        if len(page.text.encode()) > UNPACKED:
            problems.append(Problem(page.path, f"{len(page.text.encode()):,} bytes, over {UNPACKED:,}"))
    for name, most in ASSETS.items():
        size = (site.folder / "assets" / name).stat().st_size
        if size >= most:
            problems.append(Problem(f"assets/{name}", f"{size:,} bytes, not under {most:,}"))
    return problems
