"""The figures of all rounds, kept in a file, so that a long measurement can be made in parts."""
import json
import os
import platform
from pathlib import Path

from .gates import gates_of
from .measuring import medians


class Results:
    def __init__(self, path, add):
        self.path = Path(path)
        self.rounds = {}
        if add and self.path.exists():
            kept = json.loads(self.path.read_text())["rounds"]
            self.rounds = {storage: {int(size): of for size, of in sizes.items()} for storage, sizes in kept.items()}

    def of(self, storage, size):
        return self.rounds.setdefault(storage, {}).setdefault(size, {"runs": {}})

    def add_round(self, storage, size, figures):
        kept = self.of(storage, size)
        kept["load"] = max(kept.get("load", 0), os.getloadavg()[0])
        runs = kept["runs"]
        for name, figure in figures.items():
            runs.setdefault(name, []).append(figure)

    def summary(self):
        """What reports are made of: medians, and how many runs they are of."""
        storages = {}
        for storage, sizes in self.rounds.items():
            for size, kept in sizes.items():
                runs = kept["runs"]
                rest = {name: value for name, value in kept.items() if name != "runs"}
                storages.setdefault(storage, {})[size] = rest | {
                    "medians": {name: medians(figures) for name, figures in runs.items()},
                    "runs": {name: len(figures) for name, figures in runs.items()}}
        for of in storages.values():
            for size, figures in of.items():
                figures["gates"] = [vars(gate) for gate in gates_of(size, of)]
        return {"machine": machine(), "storages": storages}

    def save(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps({"summary": self.summary(), "rounds": self.rounds}, indent=1) + "\n")


def machine():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores of {model}, Linux"
