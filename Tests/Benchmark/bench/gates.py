"""What must show, as ratios of one run, and whether it does."""
from . import bytes as sizes
from .scenarios import BODY, COLD, FLOOR, HASH, HUGO, NOTHING, ONE_CORE, NO_VIEWS
from .serving import NEW_FILE

MILLISECONDS = {10_000: 50, 100_000: 300}
MEGABYTES = {10_000: 200, 100_000: 1500}


class Gate:
    """`value` and `limit` are numbers, of which the value must be at most the limit, or at least it."""

    def __init__(self, name, value, limit, at_least=False, unit=" ×"):
        self.name, self.value, self.limit, self.at_least, self.unit = name, value, limit, at_least, unit
        self.met = value >= limit if at_least else value <= limit

    def words(self):
        sign = "≥" if self.at_least else "≤"
        return [self.name, f"{self.value:.3g}{self.unit}" if self.value < 1000 else f"{self.value:,.0f}{self.unit}",
                f"{sign} {self.limit:,.3g}{self.unit}", "yes" if self.met else "no"]


def gates_of(size, of_storage):
    """Those of one size, some of which need a tenth of it too. `of_storage` has the figures by size."""
    figures, earlier = of_storage[size], of_storage.get(size // 10)
    median = figures["medians"]
    wall = {name: what["wall"] for name, what in median.items()}
    found = []

    def add(name, needs, make, limit, **how):
        if all(need in wall for need in needs):
            found.append(Gate(name, make(), limit, **how))

    add("cold build, everything on, against the floor", [COLD, FLOOR], lambda: wall[COLD] / wall[FLOOR], 2.5)
    add("how much faster than Hugo", [COLD, HUGO], lambda: wall[HUGO] / wall[COLD], 10, at_least=True)
    if COLD in wall and HASH in wall:
        limit = max(0.3, 1.5 * wall[HASH] / wall[COLD])
        add("nothing changed, against cold", [NOTHING], lambda: wall[NOTHING] / wall[COLD], limit)
    add("one body edited, against cold", [COLD, BODY], lambda: wall[BODY] / wall[COLD], 0.35)
    add("all sorts of views on, against none", [COLD, NO_VIEWS], lambda: wall[COLD] / wall[NO_VIEWS], 1.3)
    add("second core, against one", [COLD, ONE_CORE], lambda: wall[ONE_CORE] / wall[COLD], 1.8, at_least=True)
    if size in MEGABYTES and COLD in median:
        found.append(Gate("peak memory", median[COLD]["peak"], MEGABYTES[size], unit=" MB"))
    if "bytes" in figures and "hugo" in figures["bytes"]:
        mine, other = (sum(figures["bytes"][of][sort]["bytes"] for sort in sizes.SAME_PAGES) for of in ("remit", "hugo"))
        found.append(Gate("HTML and feeds of the same pages, against Hugo's", mine / other, 1.2))
    if "page" in figures:
        page = figures["page"]
        limit = (2 * page["markdown"] + 6144) / page["markdown"]
        found.append(Gate("the median page, against its Markdown", page["page"] / page["markdown"], limit))
    if size in MILLISECONDS and "serve" in figures:
        found.append(Gate(
            "serve: from a saved new file to its page", figures["serve"][NEW_FILE], MILLISECONDS[size], unit=" ms"))
    if earlier and COLD in earlier["medians"]:
        add(f"cold build, against {size // 10:,} entities", [COLD], lambda: wall[COLD] / earlier["medians"][COLD]["wall"], 10.5)
    return found
