"""What readers look up is answered in two clicks from home, past few words, without JavaScript. The questions are in
questions.py; of several ways the one with the fewest words counts. In an index by letters one passes the letters, and the
names under the one that is looked for."""

from browser import WIDE, ask
from pages import Problem
from questions import QUESTIONS

CLICKS, WORDS = 2, 150

# The visible text of main, and where in it an element or anything after it begins.
TEXT = r"""
  const main = document.querySelector("main"), nodes = visibleTexts(main), starts = [];
  let text = "";
  for (const node of nodes) { starts.push(text.length); text += node.data + " " }
  const place = element => {
    const index = nodes.findIndex(node => element.contains(node)
      || element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
    return index < 0 ? text.length : starts[index];
  };
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const begin = target && main.contains(target) ? place(target) : 0;
  const skipped = element => [...(element?.closest(".index")?.querySelectorAll(":scope > div > dd") ?? [])]
    .filter(names => !names.contains(element)
      && names.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    .reduce((sum, names) => sum + words(names.innerText), 0);
  const passed = (end, element) => words(text.slice(end < begin ? 0 : begin, end)) - skipped(element);"""

# The links of a pattern, each with the words before it and the clicks it takes: one more where it is folded away.
LINKS = f"""([base, pattern]) => {{ {TEXT}
  const wanted = new RegExp(pattern, "u"), found = [];
  for (const link of document.querySelectorAll("a[href]")) {{
    const url = new URL(link.getAttribute("href"), document.baseURI);
    const path = url.pathname.replace(base, "") || "index.html";
    if (!wanted.test(path + " " + link.textContent.trim())) continue;
    let at = link, clicks = 1;
    if (!isVisible(link)) {{
      const card = link.closest("[popover]"), fold = link.closest("details:not([open])");
      at = card ? document.querySelector(`[popovertarget="${{card.id}}"]`) : fold?.querySelector("summary");
      clicks = 2;
    }}
    if (!at || !isVisible(at)) continue;
    const before = !main.contains(at) && at.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING;
    found.push({{ href: url.href, clicks, words: before ? 0 : passed(main.contains(at) ? place(at) : text.length, at) }});
  }}
  // The nearest of those that are seen, and the nearest of those that are folded away.
  found.sort((a, b) => a.words - b.words);
  return [1, 2].map(clicks => found.find(link => link.clicks == clicks)).filter(Boolean);
}}"""

ANSWER = f"""steps => {{ {TEXT}
  let from = begin;
  for (const step of steps) {{
    if (step.startsWith("/")) {{
      const index = text.slice(from).search(new RegExp(step.slice(1), "u"));
      if (index < 0) return null;
      from += index;
    }} else {{
      const next = [...main.querySelectorAll(step)].filter(isVisible).map(place).filter(start => start >= from)[0];
      if (next === undefined) return null;
      from = next;
    }}
  }}
  return passed(from, nodes[starts.findLastIndex(start => start <= from)]?.parentElement);
}}"""


async def follow(browser, tab, address, links, steps, clicks=0, words=0):
    """The clicks and the words up to the answer by each way, and why there is none by others."""
    await tab.goto(address)
    if not links:
        answer = await ask(tab, ANSWER, steps)
        return ["no answer"] if answer is None else [(clicks, words + answer)]
    found = await ask(tab, LINKS, [browser.site.base, links[0]])
    told = [] if found else [f"no link {links[0]}"]
    for link in found:
        if clicks + link["clicks"] + len(links) - 1 <= CLICKS + 1:
            told += await follow(browser, tab, link["href"], links[1:], steps,
                                 clicks + link["clicks"], words + link["words"])
    return told


async def check(site, browser):
    room = await browser.chromium.new_context(java_script_enabled=False, viewport=WIDE)
    tab = await room.new_page()
    problems = []
    for question, ways in QUESTIONS.items():
        tried = [(told, links) for links, steps in ways
                 for told in await follow(browser, tab, browser.address + "index.html", links, steps)]
        reached = [(words, clicks, links) for (clicks, words), links in
                   ((told, links) for told, links in tried if not isinstance(told, str))]
        # Two clicks and many words are nearer to what is wanted than three clicks.
        best = min(reached, key=lambda way: (way[1] > CLICKS, way[0]), default=None)
        if best is None:
            problems.append(Problem("index.html", f"{question} {'; '.join(told for told, _ in tried)}"))
        elif best[0] > WORDS or best[1] > CLICKS:
            way = " › ".join(link.strip("^").replace("\\", "") for link in best[2]) or "home"
            problems.append(Problem("index.html", f"{question} {best[1]} clicks, {best[0]} words by {way}"))
    await room.close()
    return problems
