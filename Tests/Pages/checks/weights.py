"""What a page weighs: its HTML as a server sends it, the same unpacked, and the style sheets."""

from pages import Problem

PRESSED, UNPACKED, STYLE = 30_000, 1_000_000, 40_000


async def check(site, _):
    problems = []
    for page in sorted(site.pages, key=lambda page: -page.pressed):
        if page.pressed > PRESSED:
            problems.append(Problem(page.path, f"{page.pressed:,} bytes compressed, over {PRESSED:,}"))
        if len(page.text.encode()) > UNPACKED:
            problems.append(Problem(page.path, f"{len(page.text.encode()):,} bytes, over {UNPACKED:,}"))
    style = sum(file.stat().st_size for file in site.folder.glob("assets/*.css"))
    if style >= STYLE:
        problems.append(Problem("assets", f"{style:,} bytes of CSS, not under {STYLE:,}"))
    return problems
