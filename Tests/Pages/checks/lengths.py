"""The five kinds that readers come for are short, and answer rather than prove; views have a length to be read."""

import re
from collections import Counter

from browser import PHONE, WIDE, ask
from content import front_matter
from pages import HAN

KINDS = ["policy", "measure", "agency", "target", "programme"]
WIDE_SCREENS, PHONE_SCREENS, VIEW_SCREENS = 4, 7, 10
PROVENANCE, NAMED = 0.05, 3
# What tells where something is from, amid the text. What lies in a closed card or fold is not seen, and a place in the
# margin is in nobody's way, so neither counts.
PROVEN = "cite, .by, .citation, .claims q, .note, [popover]"

HEIGHT = "() => document.documentElement.scrollHeight / innerHeight"
WORDS = f"""() => {{
  const texts = visibleTexts(document.querySelector("main"));
  const proof = texts.filter(node => node.parentElement.closest("{PROVEN}"));
  const count = nodes => nodes.reduce((sum, node) => sum + words(node.data), 0);
  return {{ all: count(texts), proof: count(proof), text: texts.map(node => node.data).join("\\n") }};
}}"""


def source_names(site):
    """By each name of a source, its title or a short one, the source: the longest first, as some contain others."""
    names = {}
    for file in (site.root / "content/sources").glob("**/*.md"):
        facts = front_matter(file)
        aliases = [alias for alias in facts.get("aliases") or [] if isinstance(alias, dict)]
        short = [alias.get("name") for alias in aliases if alias.get("sort") == "abbreviation"]
        for name in [facts.get("title"), facts.get("abbreviation"), *short]:
            name = name.get("is") if isinstance(name, dict) else name
            if isinstance(name, str) and name:
                names[name] = file.stem
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


def name_pattern(name):
    return re.escape(name) if HAN.search(name) else rf"(?<!\w){re.escape(name)}(?!\w)"


async def check(site, browser):
    names = source_names(site)
    pattern = re.compile("|".join(map(name_pattern, names)))

    async def look(tab, page):
        problems = []
        screens = await tab.evaluate(HEIGHT)
        limit = WIDE_SCREENS if page.kind in KINDS else VIEW_SCREENS
        if screens > limit:
            problems.append(f"{screens:.2f} screens wide, over {limit}")
        if page.kind not in KINDS:
            return problems
        told = await ask(tab, WORDS)
        share = told["proof"] / max(told["all"], 1)
        if share > PROVENANCE:
            problems.append(f"{share:.0%} of {told['all']} visible words are provenance, over {PROVENANCE:.0%}")
        for source, count in Counter(names[name] for name in pattern.findall(told["text"])).items():
            if count > NAMED:
                problems.append(f"names the source {source} {count} times, over {NAMED}")
        await tab.set_viewport_size(PHONE)
        screens = await tab.evaluate(HEIGHT)
        if screens > PHONE_SCREENS:
            problems.append(f"{screens:.2f} screens on a phone, over {PHONE_SCREENS}")
        await tab.set_viewport_size(WIDE)
        return problems

    views = [page for page in site.pages if page.kind.startswith("view ")]
    return await browser.each(site.of_kind(*KINDS) + views, look)
