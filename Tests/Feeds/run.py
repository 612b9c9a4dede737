#!/usr/bin/env python3
"""Reads the calendars and the feeds of deadlines and of a kind back, of three knowledge bases: with icalendar (RFC 5545) and with
feedparser (Atom, RFC 4287). What they say must be what the same pages' CSV files say.

Usage: run.py PROGRAM"""

import csv
import datetime
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import feedparser
from icalendar import Calendar

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1]).resolve()
WORK = Path(tempfile.mkdtemp(prefix="remit-feeds-"))

POSTPONED = {
    "remit.yaml": """title: "Dates, moved; and\\\\or not"
as_of: 2026-07-01
base_url: https://example.org/kb/
views:
  due: {view: tracker, of: duty, value: value, deadline: due, columns: [owner]}
""",
    "schema.yaml": """kinds:
  source: {order: -published, fields: {published: date}}
  law: {fields: {status: {type: enumeration, values: [draft, law], proposed: [draft]}}}
  body: {}
  duty: {fields: {due: date, value: quantity, owner: {type: reference, to: body}}}
claims: {source: source, source_date: published, by: [law]}
""",
    "content/sources/act.md": "---\ntitle: The Act\npublished: 2024-08-01\n---\n",
    "content/sources/later.md": "---\ntitle: The later act\npublished: 2026-05-01\n---\n",
    "content/sources/to-come.md": "---\ntitle: To come\npublished: 2027\n---\n",
    "content/sources/undated.md": "---\ntitle: Undated\n---\n",
    "content/laws/later.md": "---\ntitle: Later act\nstatus: law\n---\n",
    "content/laws/draft.md": "---\ntitle: Draft\nstatus: draft\n---\n",
    "content/bodies/office.md": "---\ntitle: Amt für Größe, 部门; and\n---\n",
    "content/duties/moved.md": """---
title: Ein sehr langer Titel, der länger als eine Zeile ist; 工业和信息化部关于印发的通知，很长很长的标题
owner: office
value: {is: 5 reports, source: act}
due:
  - {is: 2026-08-02, source: act}
  - {is: 2027-12-02, from: 2026-06-30, by: later, source: later}
---
""",
    "content/duties/kept.md": """---
title: Kept
value: 1 report
due:
  - {is: 2026-08-02, source: act}
  - {is: 2028-08-02, from: 2026-06-30, by: draft, source: later}
---
""",
    "content/duties/only-proposed.md": """---
title: Only proposed
value: {is: 1 report, from: 2026-06-30, by: draft, source: later}
due: {is: 2029, from: 2026-06-30, by: draft, source: later}
---
""",
    "content/duties/month.md": "---\ntitle: February\nvalue: 1 report\ndue: 2028-02\n---\n",
    "content/duties/open.md": "---\ntitle: Open\nvalue: 1 report\ndue: 2028/..\n---\n",
    "content/duties/differs.md": """---
title: Sources differ
value: 1 report
due: [{is: 2027, source: act}, {is: 2028, source: later}]
---
""",
}


def expect(condition, what, details=""):
    if not condition:
        sys.exit(f"feeds: {what}\n{details}")


def remit(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True)
    expect(done.returncode == 0, f"remit {' '.join(map(str, arguments))}", done.stderr.decode())
    return done.stdout


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def days(path):
    """The days of the CSV file, by the target's id."""
    found = {}
    for row in rows(path):
        texts = [text for text in row["last_day"].split("; ") if text]
        found.setdefault(row["id"], set()).update(datetime.date.fromisoformat(text) for text in texts)
    return {id: due for id, due in found.items() if due}


def check_calendar(path):
    bytes = path.read_bytes()
    expect(bytes.endswith(b"\r\n") and b"\n" not in bytes.replace(b"\r\n", b""), f"{path}: line ends")
    expect(all(len(line) <= 75 for line in bytes.split(b"\r\n")), f"{path}: a line of over 75 bytes")
    bytes.decode()
    calendar = Calendar.from_ical(bytes)
    events = list(calendar.walk("VEVENT"))
    expect(all(not event.errors for event in [calendar, *events]), f"{path}: errors")
    ids = [str(event["UID"]) for event in events]
    expect(len(set(ids)) == len(ids), f"{path}: an id twice", ids)
    found = {}
    for event in events:
        for name in ["DTSTAMP", "SUMMARY", "STATUS"]:
            expect(name in event, f"{path}: {name} is missing", event)
        expect(type(event["DTSTART"].dt) is datetime.date, f"{path}: not a whole day", event)
        parts = str(event["UID"]).split("@")[0].split("#")[0].split("/", 1)
        found.setdefault(parts[1], set()).add(event["DTSTART"].dt)
    return calendar, events, found


def check_site(site, name):
    feeds = list(site.glob(f"{name}.ics")) + list((site / name).glob("*.ics"))
    expect(feeds, f"{site}: no calendar")
    for path in feeds:
        _, _, found = check_calendar(path)
        due = days(path.with_suffix(".csv"))
        if path.parent.name == name and path.stem.isdigit():
            due = {id: {day for day in dates if day.year == int(path.stem)} for id, dates in due.items()}
        expect(found == due, f"{path}: other days than the CSV file", f"{found}\n{due}")
    feed = feedparser.parse((site / f"{name}.xml").read_bytes())
    expect(not feed.bozo, f"{site}: the feed is not well-formed", feed.get("bozo_exception"))
    expect(len({entry.id for entry in feed.entries}) == len(feed.entries), "an entry's id twice")
    return feed


def check_list(site):
    """The feed of a kind whose list begins with the newest."""
    feed = feedparser.parse((site / "sources/index.xml").read_bytes())
    expect(not feed.bozo, f"{site}: the feed of sources is not well-formed", feed.get("bozo_exception"))
    found = [(entry.title, entry.published, entry.updated, entry.link, entry.id) for entry in feed.entries]
    address = "https://example.org/kb/sources/"
    days = [("The later act", "2026-05-01", "later"), ("The Act", "2024-08-01", "act")]
    wanted = [(title, f"{day}T00:00:00Z", f"{day}T00:00:00Z", *[f"{address}{name}.html"] * 2) for title, day, name in days]
    expect(found == wanted, "the feed of sources", f"{found}\n{wanted}")
    links = {(link.rel, link.href) for link in feed.feed.links}
    expect(links == {("self", address + "index.xml"), ("alternate", address + "index.html")}, "its links", links)
    expect(feed.feed.updated == "2026-05-01T00:00:00Z", "its day", feed.feed.updated)


def build(root, as_of):
    site = WORK / f"site-{root.name}-{as_of}"
    remit("build", "--root", root, "--output", site, "--as-of", as_of)
    return site


def by_title(events):
    return {str(event["SUMMARY"]): event for event in events}


def check_postponed():
    root = WORK / "postponed"
    for path, text in POSTPONED.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    moved = "Ein sehr langer Titel, der länger als eine Zeile ist; 工业和信息化部关于印发的通知，很长很长的标题"
    before, after = build(root, "2026-06-29"), build(root, "2026-06-30")
    check_site(before, "due")
    feed = check_site(after, "due")
    check_list(after)
    events = {}
    for day, site in [("before", before), ("after", after)]:
        calendar, all, _ = check_calendar(site / "due.ics")
        # icalendar leaves a property as it is that it doesn't know.
        name = re.sub(r"\\(.)", r"\1", str(calendar["NAME"]))
        expect(name == "Dates, moved; and\\or not · Targets by deadline", "the name", name)
        events[day] = by_title(all)
        # What only a draft would move stays; what has no last day has no event.
        expect(events[day]["Kept"]["DTSTART"].dt == datetime.date(2026, 8, 2), "a draft moved a date")
        expect(events[day]["Only proposed (proposed)"]["STATUS"] == "TENTATIVE", "what is only proposed")
        expect(events[day]["February"]["DTSTART"].dt == datetime.date(2028, 2, 29), "the end of a month")
        expect("Open" not in events[day], "an open date")
    old, new = events["before"][moved], events["after"][moved]
    expect(old["UID"] == new["UID"], "a date that moves keeps its event", (old, new))
    expect((old["SEQUENCE"], new["SEQUENCE"]) == (0, 1), "the number of moves", (old, new))
    expect(old["DTSTART"].dt == datetime.date(2026, 8, 2), "the old day", old)
    expect(new["DTSTART"].dt == datetime.date(2027, 12, 2), "the new day", new)
    lines = str(new["DESCRIPTION"]).split("\n")
    for line in [
        "Due: 2 December 2027 – The later act",
        "Value: 5 reports – The Act",
        "Owner: Amt für Größe, 部门; and",
        "until 30 June 2026: 2 August 2026, changed by Later act",
        "https://example.org/kb/duties/moved.html",
    ]:
        expect(line in lines, f"'{line}' is not told", lines)
    due = [str(event["DTSTART"].dt) for event in check_calendar(after / "due.ics")[1] if "differ" in event["SUMMARY"]]
    expect(due == ["2027-12-31", "2028-12-31"], "sources that differ", due)
    # The news first: what moved on 30 June.
    expect(feed.entries[0].title == f"2 December 2027: {moved}", "the latest news", feed.entries[0])
    expect(feed.entries[0].updated == "2026-06-30T00:00:00Z", "its day", feed.entries[0].updated)


try:
    check_postponed()
    for root, as_of in [(PROJECT / "Tests/remitTests/AIAct", "2026-01-15"), (PROJECT, "2024-09-24")]:
        copy = WORK / root.name
        shutil.copytree(root / "content", copy / "content")
        for file in ["remit.yaml", "schema.yaml"]:
            if (root / file).exists():
                shutil.copy(root / file, copy)
        with open(copy / "remit.yaml", "r+") as file:
            text = file.read()
            file.write("" if "base_url:" in text else "\nbase_url: https://example.org/\n")
        check_site(build(copy, as_of), "deadlines")
    for path in sorted(WORK.glob("site-*/*.ics")):
        _, name, day = path.parent.name.split("-", 2)
        exported = remit("export", path.stem, "--format", "ics", "--root", WORK / name, "--as-of", day)
        expect(exported == path.read_bytes(), f"{path}: export writes something else")
    print("calendars and feeds are what icalendar and feedparser read")
finally:
    shutil.rmtree(WORK)
