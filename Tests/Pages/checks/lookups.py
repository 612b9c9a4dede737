"""What readers look up is answered in two clicks from home, past few words, without JavaScript. The questions are in
questions.py; of several ways the one with the fewest words counts."""

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
  const passed = end => words(text.slice(end < begin ? 0 : begin, end));"""

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
    found.push({{ href: url.href, clicks, words: before ? 0 : passed(main.contains(at) ? place(at) : text.length) }});
  }}
  return found.sort((a, b) => a.words - b.words || a.clicks - b.clicks)[0] ?? null;
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
  return passed(from);
}}"""


async def follow(browser, tab, links, steps):
    """The clicks and the words up to the answer, or why there is none."""
    await tab.goto(browser.address + "index.html")
    clicks, words = 0, 0
    for pattern in links:
        link = await ask(tab, LINKS, [browser.site.base, pattern])
        if not link:
            return f"no link {pattern}"
        clicks, words = clicks + link["clicks"], words + link["words"]
        await tab.goto(link["href"])
    answer = await ask(tab, ANSWER, steps)
    return "no answer" if answer is None else (clicks, words + answer)


async def check(site, browser):
    room = await browser.chromium.new_context(java_script_enabled=False, viewport=WIDE)
    tab = await room.new_page()
    problems = []
    for question, ways in QUESTIONS.items():
        tried = [(await follow(browser, tab, links, steps), links) for links, steps in ways]
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
