"""The page of the manual: its section of figures and its picture, written anew from a run."""
import re

from .picture import picture, words
from .programs import HUGO_VERSION, PROJECT
from .report import report

PAGE = PROJECT / "content" / "manual" / "speed.md"
PICTURE = PROJECT / "content" / "pictures" / "speed.svg"


def write(results):
    storages = results["storages"]
    shown = storages.get("memory") or storages["disk"]
    PICTURE.write_text(picture(shown), encoding="utf-8")
    section = (f"![{words(shown)}](../pictures/speed.svg)\n\n"
               f"{results['machine']}; Hugo {HUGO_VERSION}. Medians; “× floor” compares seconds.\n\n{report(results)}")
    text = PAGE.read_text(encoding="utf-8")
    text = re.sub(r"(?s)(?<=\n## Figures\n\n).*?(?=\n## |\Z)", lambda _: section, text)
    PAGE.write_text(text, encoding="utf-8")
