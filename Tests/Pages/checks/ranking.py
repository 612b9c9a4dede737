"""The search in a browser and `remit search` find the same, in the same order: for questions of every sort, and the words of any
text are the same on both sides."""

import json
import os
import pathlib
import random
import subprocess
import tempfile

import tools
from pages import Problem

QUESTIONS = [
    "miit", "MIIT", "exchequer", "Exchequr", "ministry of finance", "finance ministry", "单项冠军", "单", "冠", "财政部",
    "工业和信息化部", "小巨人", "champion", "champions", "champ", "manufacturing champions", "made in china", "made in chi",
    "little giant", "little gaints", "one thousand", "thousands of", "1,000", "1000", "10000", "2021", "2024-09", "2024-09-08",
    "september 2024", "8 Sept 2024", "Sept 2024 list", "2024年9月8日", "08.09.2024", "10 000", "10.000 little giants", "policy", "policies", "agency", "state council", "guiding opinions", "guiding opinions 2021", "subsidies",
    "equipment renewal", "mobile iot", "national standards", "negative list", "sasac", "csrc", "data", "the", "of the", "a", "s",
    "5g", "co2", "steel", "steal", "enterprises", "enterprize", "small and medium-sized enterprises", "smes", "bureau of statistics",
    "qqqqzz", "zebra finance", "foreign companies in china", "digital economy", "数字经济", "中国制造2025", "remit serve", "wiki link",
    "who must do what", "China's", "“one thousand”", "élysée", "ｍｉｉｔ",
]
# Ranges of characters from which texts are made: Latin with marks, full width, Han, Kana, Thai, Arabic, digits, others.
RANGES = [
    (0x20, 0x7E), (0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0xFF01, 0xFF9F), (0x4E00, 0x4E80),
    (0x3041, 0x30FF), (0xE01, 0xE5B), (0x600, 0x6FF), (0xAC00, 0xAD00), (0x1100, 0x11FF), (0x905, 0x97F), (0x2000, 0x206F),
    (0x2070, 0x2190), (0x2460, 0x24FF), (0x2E80, 0x2FDF), (0x3300, 0x33FF), (0xF900, 0xFAFF), (0xFB00, 0xFDFF), (0x20000, 0x20080),
    (0x1D400, 0x1D7FF), (0x1F300, 0x1F600), (0xE0100, 0xE0110),
]
PIECES = ["8 Sept 2024", "september 8, 2024", " may 2024", "2024年9月8日", "2024年9月", "08.09.2024", "2024/9/8", "10 000", "1.234.567",
          "'s", "’s", "2024-09-08", "2024-13", "10,000", "1,0000", "13.5", "-", ".", ",", " ", "O’", "İ", "Σ", "ﬁ", "ς"]
TEXTS = 3000
FORMS = tools.PROJECT / "Tests/Search/written-forms.txt"


def text(numbers):
    """A short text of characters that search must take apart."""
    parts = []
    first, last = numbers.choice(RANGES)
    for _ in range(numbers.randint(1, 12)):
        if numbers.random() < 0.2:
            parts.append(numbers.choice(PIECES))
        elif numbers.random() < 0.2:
            first, last = numbers.choice(RANGES)
        parts.append(chr(numbers.randint(first, last)))
    return "".join(parts)


async def check(site, browser):
    program = os.environ.get("REMIT_PROGRAM", tools.PROJECT / ".build/release/remit")
    tab = await browser.chromium.new_page()
    await tab.goto(browser.address + "index.html", wait_until="load")
    await tab.locator("#search-box").focus()
    await tab.wait_for_function("!!window.remitSearch?.tokens")
    problems = await compare_results(tab, program) + await compare_words(tab, program)
    return problems + await compare_forms(tab)


async def compare_results(tab, program):
    problems = []
    for question in QUESTIONS:
        there = await tab.evaluate(
            """async question => {
              const found = await remitSearch.search(question), first = found.results.slice(0, 20);
              await remitSearch.read(first, found.phrase);
              return { isPartial: found.isPartial, urls: first.map(({ text }) => text[1]) };
            }""", question)
        printed = subprocess.run(
            [program, "search", question, "--format", "json", "--root", tools.PROJECT], check=True, capture_output=True)
        here = json.loads(printed.stdout)
        # A section is told by its fragment, but one of a claim is not.
        pages = [[title_of(result["url"], url) for result, url in zip(here["results"], there["urls"])], there["urls"]]
        if len(here["results"]) != len(there["urls"]) or pages[0] != pages[1]:
            at = next((n for n, (a, b) in enumerate(zip(*pages)) if a != b), len(pages[0]))
            pair = " and ".join(str(side[at]) if at < len(side) else "nothing" for side in pages)
            problems.append(Problem("search.html", f"“{question}”: result {at + 1} is {pair}"))
        if here["results"] and there["isPartial"] != here.get("partial", False):
            problems.append(Problem("search.html", f"“{question}”: only one side says that no page has all words"))
    return problems


def title_of(url, other):
    """The address of a page or section, for one that may lead to a claim on it."""
    return other if url == other or url.startswith(other + ("~" if "#" in other else "#")) else url


async def compare_words(tab, program):
    """The words that a build finds in texts of all sorts are those that the script finds in what it shows of them."""
    numbers = random.Random(20)
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder, "content")
        content.mkdir()
        for number in range(TEXTS):
            (content / f"{number}.md").write_text(f"# Page {number}\n\n{text(numbers)}\n", encoding="utf-8")
        subprocess.run([program, "build", "--root", folder], check=True, capture_output=True)
        files = pathlib.Path(folder, "site", "search")
        [index] = called(files / "index.js")
        shelves = [row for _, name in index["c"] for row in called(files / f"c{name}.js")[0]]
        documents = [document for _, name in shelves for document in called(files / f"d{name}.js")[0]]
        found = [set() for _ in documents]
        for _, name in index["t"]:
            terms, postings = called(files / f"t{name}.js")
            for term, posting in zip(terms.split(" "), postings.split(" ")):
                add(found, term, posting)
    wanted = await tab.evaluate(
        """documents => documents.map(([, , , , passages]) => passages.flatMap(([, , , text]) =>
          remitSearch.tokens(remitSearch.fold(text)).map(([word]) => word)))""", documents)
    problems = []
    for document, build, script in zip(documents, found, wanted):
        script = {word for word in script if word not in EVERYWHERE}
        if build != script:
            texts = " | ".join(passage[3] for passage in document[4])
            only = f"only the build has {sorted(build - script)}, only the script {sorted(script - build)}"
            problems.append(Problem("search.html", f"{only} of {texts.encode('unicode_escape').decode()}"))
    return problems


async def compare_forms(tab):
    """Dates and numbers as people write them are asked for as the program does: a test of it reads the same list."""
    lines = [line.split(" = ") for line in FORMS.read_text().splitlines() if line and not line.startswith("#")]
    asked = await tab.evaluate(
        "texts => texts.map(text => remitSearch.tokens(remitSearch.fold(text), true).map(([word]) => word).join(' '))",
        [text for text, _ in lines])
    return [Problem("search.html", f"“{text}” asks for “{words}”, not “{right}”")
            for (text, right), words in zip(lines, asked) if words != right]


# Words of more documents than are told of one.
EVERYWHERE = {"page"}
DIGITS = {digit: value for value, digit in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}


def add(found, term, posting):
    if term.endswith("*") or term in EVERYWHERE:
        return
    values = unpacked(posting)
    next(values)
    document = 0
    for delta in values:
        document += delta
        found[document].add(term)
        code = 1
        while code & 1:
            code = next(values)
            if code >> 1 & 3 < 2:
                next(values)


def unpacked(text):
    value, shift = 0, 0
    for digit in text:
        value |= DIGITS[digit] % 32 << shift
        shift += 5
        if DIGITS[digit] < 32:
            yield value
            value, shift = 0, 0


def called(file):
    """What a file of the search calls its function with."""
    text = file.read_text(encoding="utf-8")
    return json.loads("[" + text[text.index("(") + 1:text.rindex(")")] + "]")
