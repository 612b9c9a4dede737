"""Where the knowledge bases lie that are built: in memory, so that no disk is measured, or on the disk."""
import os
import subprocess
import sys

from .programs import WORK

MEMORY = WORK / "memory"
ENTERED = "REMIT_BENCH_MEMORY"


def enter():
    """Starts this program again in a mount namespace of its own, with a file system in memory at MEMORY. It needs no rights
    where users may have namespaces, and goes with the program. Where that fails there is none, and the disk is measured."""
    if ENTERED in os.environ:
        return
    MEMORY.mkdir(parents=True, exist_ok=True)
    spaces = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    mount = 'mount -t tmpfs -o size=80% remit-bench "$0" && exec "$@"'
    if subprocess.run([*spaces, "sh", "-c", mount, MEMORY, "true"], stderr=subprocess.DEVNULL).returncode:
        print("no file system in memory can be made here", file=sys.stderr)
        return
    os.environ[ENTERED] = "1"
    os.execvp(spaces[0], [*spaces, "sh", "-c", mount, MEMORY, sys.executable, *sys.argv])


def folders(wanted):
    """A folder for each storage that is wanted and there is."""
    there = {"memory": MEMORY} if ENTERED in os.environ else {}
    there["disk"] = WORK / "disk"
    return {name: there[name] for name in wanted if name in there}
