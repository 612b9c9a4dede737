"""The browser supports every declaration and selector of the style sheets, but the few that are for others."""

import tinycss2

from pages import Problem

# At-rules whose contents are descriptors and not properties, so that CSS.supports does not know them.
DESCRIPTORS = {"font-face", "page", "property", "counter-style", "font-feature-values", "view-transition"}
# Rules whose blocks stand in an order of percentages or in margins of a sheet, not behind selectors.
NO_SELECTORS = {"keyframes", "page", "position-try"}
# Declarations and selectors that are meant for other browsers, each with its reason.
ALLOWED = {
    "-webkit-text-size-adjust: 100%": "Safari on phones makes text larger in landscape",
    "text-size-adjust: 100%": "the same by its standard name, which desktops do not know",
}
SUPPORTED = """([declarations, selectors]) => [
  ...declarations.filter(([name, value]) => !CSS.supports(name, value)).map(([name, value]) => `${name}: ${value}`),
  ...selectors.filter(selector => !CSS.supports(`selector(${selector})`))]"""


def gather(rules, declarations, selectors, has_selectors=True):
    for rule in rules:
        if rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword not in DESCRIPTORS:
            inside = tinycss2.parse_blocks_contents(rule.content, True, True)
            gather(inside, declarations, selectors, rule.lower_at_keyword not in NO_SELECTORS)
        elif rule.type == "qualified-rule":
            if has_selectors:
                selectors += split(rule.prelude)
            gather(tinycss2.parse_blocks_contents(rule.content, True, True), declarations, selectors)
        elif rule.type == "declaration" and not rule.name.startswith("--"):
            declarations.append((rule.name, tinycss2.serialize(rule.value).strip()))
        elif rule.type == "error":
            declarations.append(("error", rule.message))


def split(prelude):
    """The selectors of a list; one that begins with a combinator is nested."""
    lists = [[]]
    for token in prelude:
        if token == ",":
            lists.append([])
        else:
            lists[-1].append(token)
    texts = [tinycss2.serialize(tokens).strip() for tokens in lists]
    return ["& " + text if text[:1] in "+>~" else text for text in texts]


async def check(site, browser):
    problems = []
    for file in sorted(site.folder.glob("assets/*.css")):
        declarations, selectors = [], []
        gather(tinycss2.parse_stylesheet(file.read_text(), True, True), declarations, selectors)

        async def look(tab, _):
            return await tab.evaluate(SUPPORTED, [declarations, selectors])

        for _, what in dict.fromkeys(await browser.each([site.by_path["index.html"]], look)):
            if what not in ALLOWED:
                problems.append(Problem(f"assets/{file.name}", f"is not supported: {what}"))
    return problems
