"""What a page weighs: its HTML as a server sends it, the same unpacked, and what it loads: the style sheet and the first
script of the search. What finds, and a sheet of its own, come when the search is used, and one script more where a word
is nowhere; the page of results has one of its own."""

import gzip

from pages import Problem

PRESSED, UNPACKED = 30_000, 1_000_000
# The scripts of the search, each by itself, and what a page with a box loads of them, whole and compressed.
SCRIPT, BOX, BOX_PRESSED = 12_288, 19_000, 8_000
ASSETS = {"style.css": 40_000, "pictures.css": 6_000, "search.css": 6_000}
ASSETS |= {"search.js": SCRIPT, "finder.js": SCRIPT, "results.js": SCRIPT, "slips.js": SCRIPT}
LOADED = ["search.js", "finder.js"]


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
    scripts = [(site.folder / "assets" / name).read_bytes() for name in LOADED]
    for what, size, most in [("", sum(map(len, scripts)), BOX),
                             (" compressed", sum(len(gzip.compress(script, 6)) for script in scripts), BOX_PRESSED)]:
        if size >= most:
            problems.append(Problem(" and ".join(LOADED), f"{size:,} bytes{what}, not under {most:,}"))
    return problems
