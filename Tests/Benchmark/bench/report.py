"""The figures as tables: in Markdown for whoever reads them."""
from .bytes import SORTS
from .gates import gates_of
from .scenarios import FLOOR, HUGO, ORDER

NAMES = {"cold": "cold build, everything on", HUGO: "Hugo, cold"}


def table(head, rows, aligned):
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, aligned, *rows])


def seconds(value):
    """Three digits, or what is before the point."""
    return f"{value:.{3 if value < 0.1 else 2 if value < 10 else 1 if value < 100 else 0}f}"


def _times(figures):
    medians = figures["medians"]
    floor = medians.get(FLOOR, {}).get("wall")
    rows = []
    for name in ORDER:
        if name not in medians:
            continue
        median = medians[name]
        # What the runner itself had in memory is a process's least peak: it says nothing of the floor.
        peak = f"{median['peak']:,.0f}" if median["peak"] > 40 else "–"
        rows.append([
            NAMES.get(name, name), seconds(median["wall"]), seconds(median["cpu"]), peak,
            f"{median['wall'] / floor:.1f}" if floor else "–", str(figures["runs"][name])])
    return table(["What", "Seconds", "Processor", "Peak MB", "× floor", "Runs"], rows,
                 [":---", "---:", "---:", "---:", "---:", "---:"])


def _bytes(figures):
    of = figures["bytes"]
    made = lambda program, sort: program in of and of[program][sort]["files"]
    cell = lambda program, sort: f"{of[program][sort]['bytes'] / 1e6:,.2f}" if made(program, sort) else "–"
    rows = [[sort, f"{of['remit'][sort]['files']:,}", cell("remit", sort), cell("hugo", sort)] for sort in SORTS]
    return table(["Written", "Files", "Remit, MB", "Hugo, MB"], rows, [":---", "---:", "---:", "---:"])


def _serve(figures):
    rows = [[f"{name}", f"{milliseconds:,.0f}"] for name, milliseconds in figures["serve"].items()]
    return table(["Saved, in the preview", "Milliseconds to the page"], rows, [":---", "---:"])


def _gates(found):
    return table(["Ratio", "Measured", "Wanted", "Reached"], [gate.words() for gate in found], [":---", "---:", "---:", ":---"])


def report(results, level="###"):
    """`results` has, for each storage and size, the figures."""
    parts = []
    for storage, of_storage in results["storages"].items():
        for size, figures in sorted(of_storage.items()):
            place = "in memory" if storage == "memory" else "on disk"
            parts.append(f"{level} {size:,} entities, {place}")
            # The measured programs themselves make a load of two.
            if figures.get("load", 0) > 3:
                parts.append(f"Other programs had the processors too (a load of up to {figures['load']:.0f}): only ratios, and "
                             "seconds of processor, say something.")
            parts.append(_times(figures))
            if "bytes" in figures:
                parts.append(_bytes(figures))
            if "serve" in figures:
                parts.append(_serve(figures))
            if found := gates_of(size, of_storage):
                parts.append(_gates(found))
    return "\n\n".join(parts) + "\n"
