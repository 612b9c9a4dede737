"""The first 900 pixels of the five kinds that readers come for have the answers: who issued it and when, who answers
for it, what is to be reached by when and whether it was, what leads on."""

from browser import ask
from checks.lengths import KINDS
from content import facts, named

SCREEN = 900
# The fields whose things must be linked there.
LINKED = {
    "policy": ["issued_by"], "measure": ["part_of", "responsible"], "target": ["set_by"],
    "programme": ["leads_to", "established_by"], "agency": [],
}
# The fields of which one must stand there as a date.
DATED = {"policy": ["published", "signed", "effective"], "target": ["deadline"], "programme": ["launched"]}
# How much an agency issued, answers for or runs: a number with its word.
COUNTED = r"\b\d+ (polic|measure|programme|target)|\b(policies|measures|programmes|targets)( it \w+| that \w+ it)* \d"

SEEN = f"""() => {{
  const high = element => isVisible(element) && element.getBoundingClientRect().bottom + scrollY <= {SCREEN};
  const main = document.querySelector("main");
  return {{
    links: [...main.querySelectorAll("a[href]")].filter(high).map(link => link.getAttribute("href")),
    times: [...main.querySelectorAll("time, .date")].filter(high).length,
    verdicts: [...main.querySelectorAll(".verdict, .outcome")].filter(high).length,
    counts: visibleTexts(main).filter(node => high(node.parentElement)).map(node => node.data).join(" ")
      .replace(/\\s+/g, " ").match(/{COUNTED}/i),
  }};
}}"""


async def check(site, browser):
    slugs = {page.path.removesuffix(".html") for page in site.pages}
    slugs |= {name for page in site.pages for name in page.read.ids if "/" in name and "~" not in name}
    # Some things are named by a name of theirs: the last part of a page or section tells which are slugs.
    ends = {slug.split("/", 1)[-1] for slug in slugs}
    issuing = {name for page in site.of_kind("policy") for name in named(facts(site, page).get("issued_by"))}
    answering = {name for page in site.of_kind("measure") for name in named(facts(site, page).get("responsible"))}

    async def look(tab, page):
        known, seen = facts(site, page), await ask(tab, SEEN)
        problems = []
        for field in LINKED[page.kind]:
            wanted = {name.removeprefix(page.kind + "/") for name in named(known.get(field))} & ends
            missing = [name for name in sorted(wanted)
                       if not any(("/" + link).endswith((f"/{name}.html", f"/{name}")) for link in seen["links"])]
            if missing:
                problems.append(f"{field} not in the first screen: {', '.join(missing)}")
        dates = [field for field in DATED.get(page.kind, []) if field in known]
        if dates and not seen["times"]:
            problems.append(f"no date in the first screen, though it has {', '.join(dates)}")
        if page.kind == "target" and not seen["verdicts"]:
            problems.append("no verdict in the first screen")
        if page.kind == "agency" and page.file.stem in issuing | answering and not seen["counts"]:
            problems.append("no count of its policies, measures or programmes in the first screen")
        return problems

    return await browser.each(site.of_kind(*KINDS), look)
