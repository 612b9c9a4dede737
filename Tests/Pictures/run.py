#!/usr/bin/env python3
"""Takes the pictures of the manual's page on time: what becomes of its six situations, with the schema and the theme as
they are. Only the part of a page that the situation is about is in a picture.

Usage: run.py PROGRAM [FOLDER]      without a folder, into content/pictures/time/"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1]).resolve()
FOLDER = Path(sys.argv[2]) if len(sys.argv) > 2 else PROJECT / "content/pictures/time"
WORK = Path(tempfile.mkdtemp(prefix="remit-pictures-"))
WIDTH = 720

SETTINGS = """title: Time
as_of: {day}
licence: CC0
views:
  duties: {{view: tracker, of: measure, deadline: deadline, fulfilled: fulfilled}}
  who: {{view: matrix, rows: measure, columns: responsible}}
"""

COMMON = {
    "sources/oj-2024.md": "title: Official Journal, 2024\npublished: 2024-07-12\n",
    "sources/oj-2026.md": "title: Official Journal, 2026\npublished: 2026-06-24\n",
    "sources/old-list.md": "title: List of departments, 2021\npublished: 2021-01-10\n",
    "sources/new-list.md": "title: List of departments, 2023\npublished: 2023-02-07\n",
    "sources/proposal-text.md": "title: Text of the proposal\npublished: 2025-11-19\n",
    "sources/register.md": "title: Register of reports\npublished: 2026-02-03\n",
    "sources/report-2026.md": "title: Report of 2026\npublished: 2026-03-12\n",
    "policies/act.md": "title: Machines Act\ntype: regulation\nstatus: in-force\n",
    "policies/repealing-act.md": "title: Repealing Act\ntype: act\nstatus: in-force\n",
    "policies/reshuffle-2023.md": "title: Reshuffle of 2023\ntype: decision\nstatus: in-force\n",
    "agencies/market-office.md": "title: Market Office\n",
    "agencies/trade-department.md": "title: Department for Trade\ndissolved: 2023-02-07\n",
    "agencies/business-department.md": "title: Department for Business\nfounded: 2023-02-07\n"
    "successor_of: {to: trade-department, how: took-over}\n",
}
OMNIBUS = "title: Digital Omnibus\ntype: {type}\nstatus: {status}\n"

# By the name of the picture: the day, the height in pixels, the page, what of it is shown, and the files.
SITUATIONS = {
    "postponed": ("2026-07-15", 160, "measures/act/6", "h1, #fact-applies_from", {
        "policies/digital-omnibus.md": OMNIBUS.format(type="regulation", status="in-force"),
        "measures/act/6.md": """title: Duties for high-risk machines
part_of: act
applies_from:
  - {is: 2026-08-02, source: oj-2024}
  - {is: 2027-12-02, from: 2026-06-30, by: digital-omnibus, source: oj-2026}
"""}),
    "repealed": ("2027-03-01", 140, "measures/act/7", "h1, #fact-responsible", {
        "measures/act/7.md": """title: List of approved machines
part_of: act
responsible:
  - {to: market-office, role: lead, until: 2027-01-01, by: repealing-act, source: oj-2026, at: Article 5}
"""}),
    "renamed": ("2026-07-15", 160, "measures/act/8", "h1, #fact-responsible", {
        "measures/act/8.md": """title: Report on trade in machines
part_of: act
responsible:
  - {to: trade-department, role: lead, until: 2023-02-07}
  - {to: business-department, role: lead, from: 2023-02-07, by: reshuffle-2023}
"""}),
    "split": ("2026-07-15", 180, "measures/act/4", "h1, .life", {
        "measures/act/4.md": "title: Inspections\npart_of: act\n",
        "measures/act/4a.md": "title: Inspections at the border\npart_of: act\nsplit_from: {to: act/4, from: 2025-01-01}\n",
        "measures/act/4b.md": "title: Inspections in shops\npart_of: act\nsplit_from: {to: act/4, from: 2025-01-01}\n"}),
    "late": ("2026-07-15", 190, "measures/act/9", "h1, #duty", {
        "measures/act/9.md": """title: Report to the parliament
part_of: act
deadline: 2026-01-01
fulfilled:
  - {is: never, as_of: 2026-02-01, source: register}
  - {is: 2026-03-12, source: report-2026}
"""}),
    "proposed": ("2026-07-15", 160, "measures/act/6", "h1, #fact-applies_from", {
        "policies/digital-omnibus.md": OMNIBUS.format(type="proposal", status="draft"),
        "measures/act/6.md": """title: Duties for high-risk machines
part_of: act
applies_from:
  - {is: 2026-08-02, source: oj-2024}
  - {is: 2027-12-02, by: digital-omnibus, source: proposal-text}
"""}),
}

# What is shown, in the order of the page, and nothing else.
STYLE = """<style>
body > :not(main), main :is(nav, .beside, .evidence, .fold, .kind, .prose, .summary, .see, section, dl > div) {{ display: none !important }}
main .facts {{ border: 0; margin: 0; padding: 0 }}
main {{ padding: 16px 20px !important; margin: 0 !important; max-width: none !important }}
main :is({shown}) {{ display: revert !important }}
main h1 {{ font-size: 1.5rem; margin: 0 0 .6rem }}
</style>"""


def take(name, day, height, page, shown, files):
    root = WORK / name
    (root / "content").mkdir(parents=True)
    (root / "remit.yaml").write_text(SETTINGS.format(day=day))
    shutil.copy(PROJECT / "schema.yaml", root)
    for path, text in {**COMMON, **files}.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{text}---\n")
    done = subprocess.run([PROGRAM, "build", "--root", root, "--quiet"], text=True, capture_output=True)
    if done.returncode or done.stderr:
        sys.exit(f"pictures: {name}: {done.stderr}")
    built = root / "site" / (page + ".html")
    text = built.read_text().replace("</head>", STYLE.format(shown=shown) + "</head>")
    cut = built.with_name("picture.html")
    cut.write_text(text)
    FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--window-size={WIDTH},{height}", f"--screenshot={FOLDER / name}.png", cut.as_uri()],
        check=True, capture_output=True)


try:
    for name, situation in SITUATIONS.items():
        take(name, *situation)
    print(f"six pictures in {FOLDER}")
finally:
    shutil.rmtree(WORK)
