"""The figures as a picture: for each size a bar for each thing that a user waits for, beside Hugo and the floor."""
from xml.sax.saxutils import escape

from .report import seconds
from .scenarios import BODY, CHECK, COLD, FLOOR, HUGO, NOTHING

BARS = [(FLOOR, "the floor"), (NOTHING, "Remit, nothing changed"), (BODY, "Remit, one text edited"), (CHECK, "Remit, check"),
        (COLD, "Remit, all anew"), (HUGO, "Hugo, all anew")]
WIDTH, LEFT, RIGHT, ROW, HEAD = 720, 190, 90, 24, 44

STYLE = """text { font: 13px system-ui, sans-serif; fill: #222; }
.size { font-weight: 600; }
.paper { fill: #fff; }
.remit { fill: #1f5fa8; }
.other { fill: #8a8a8a; }"""


def picture(of_storage):
    """`of_storage` has figures by size; each size has its own scale."""
    lines, y = [], 0
    for size, figures in sorted(of_storage.items()):
        bars = [(name, words, figures["medians"][name]["wall"]) for name, words in BARS if name in figures["medians"]]
        longest = max(wall for _, _, wall in bars)
        lines.append(f'<text class="size" x="0" y="{y + 20}">{size:,} entities, seconds</text>')
        y += HEAD - 12
        for name, words, wall in bars:
            length = max(1, (WIDTH - LEFT - RIGHT) * wall / longest)
            sort = "remit" if words.startswith("Remit") else "other"
            lines.append(f'<text x="{LEFT - 10}" y="{y + 13}" text-anchor="end">{escape(words)}</text>')
            lines.append(f'<rect class="{sort}" x="{LEFT}" y="{y}" width="{length:.1f}" height="17"/>')
            lines.append(f'<text x="{LEFT + length + 8:.1f}" y="{y + 13}">{seconds(wall)}</text>')
            y += ROW
        y += 12
    # White below it, as pages have light and dark colours by a button, of which a picture knows nothing.
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" viewBox="-12 0 {WIDTH} {y}">\n'
            f"<style>\n{STYLE}\n</style>\n"
            f'<rect class="paper" x="-12" width="{WIDTH}" height="{y}"/>\n' + "\n".join(lines) + "\n</svg>\n")


def words(of_storage):
    """What the picture says, for those who don't see it."""
    parts = []
    for size, figures in sorted(of_storage.items()):
        walls = {name: figures["medians"][name]["wall"] for name, _ in BARS if name in figures["medians"]}
        parts.append(f"{size:,} entities: " + ", ".join(
            f"{text} {seconds(walls[name])} s" for name, text in BARS if name in walls))
    return "; ".join(parts)
