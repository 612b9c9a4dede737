"""The text of a page: three hundred to six hundred words under headings, with links, citations, a list, tables, footnotes and
some Chinese."""
from . import words
from .plan import HUB, YEARS

LINKED = ["policy"] * 5 + ["agency"] * 4 + ["measure"] * 4 + ["programme"] * 2 + ["term"] * 2 + [
    "target", "figure", "sector", "territory", "organisation", "news", "actor"]
PLACES = ("p. 3", "p. 17", "Article 4", "section 2", "chapter III", "annex 1")


def sentence(dice, middle=None):
    thing = middle or dice.of(words.THINGS)
    start = dice.of(words.THINGS)
    text = f"{start[0].upper()}{start[1:]} {dice.of(words.DEEDS)} for {thing} {dice.of(words.LINKS)}"
    fate = dice.random()
    if fate < 0.15:
        return f"{text}, in {words.name(dice.rank(20000))}."
    if fate < 0.3:
        return f"{text}, up to {dice.between(2, 9000)} units in {dice.of(YEARS)}."
    return f"{text}, and {dice.of(words.DEEDS)}." if fate < 0.5 else f"{text}."


class Body:
    """One page's text, in the marks of one generator (`marks`), and the things it leads to."""

    def __init__(self, plan, kind, index, names_hub, marks):
        self.plan, self.marks, self.index = plan, marks, index
        self.dice = plan.dice(kind, index, "body")
        self.sources = plan.sources(kind, index)
        self.mentions = self._mentions(names_hub)
        self.waiting = list(self.mentions)
        self.notes = []

    def _mentions(self, names_hub):
        chosen = [HUB] if names_hub else []
        count = self.dice.between(6, 10)
        while len(chosen) < count:
            kind = self.dice.of(LINKED)
            other = (kind, self.dice.near(self.index, self.plan.count[kind]))
            if other != HUB:
                chosen.append(other)
        return chosen

    def _linked(self):
        """The next thing to lead to, by its title or in other words."""
        if not self.waiting or self.dice.happens(0.4):
            return None
        kind, index = self.waiting.pop()
        return self.marks.link(kind, index, self.dice.of(words.THINGS) if self.dice.happens(0.4) else None)

    def _cited(self, text):
        """The sentence with who says so, in a third of the paragraphs."""
        if not self.dice.happens(0.22):
            return text
        return f"{text[:-1]} {self.marks.cite(self.dice.of(self.sources), self.dice.of(PLACES))}."

    def _paragraph(self):
        sentences = [sentence(self.dice, self._linked()) for _ in range(self.dice.between(1, 3))]
        sentences[-1] = self._cited(sentences[-1])
        if self.dice.happens(0.07):
            self.notes.append(sentence(self.dice))
            sentences[0] += f"[^{len(self.notes)}]"
        if self.dice.happens(0.1):
            sentences.append(f"The Chinese text says “{self.dice.of(words.CHINESE_TEXTS)}”.")
        return " ".join(sentences)

    def _list(self):
        return "\n".join(
            f"- **{self.dice.of(words.ADJECTIVES).capitalize()}**: {sentence(self.dice, self._linked())}"
            for _ in range(self.dice.between(2, 4)))

    def _table(self):
        rows = "\n".join(
            f"| {self.dice.of(words.NOUNS)} | {self.dice.between(1, 99999)} | {self.dice.of(YEARS)} | {self.dice.of(words.THINGS)} |"
            for _ in range(self.dice.between(3, 7)))
        return "| What | Number | Year | Note |\n|:---|---:|---:|:---|\n" + rows

    def text(self):
        blocks = [self._paragraph()]
        for heading in self.dice.some(words.HEADINGS, self.dice.between(3, 4)):
            blocks.append(f"## {heading}")
            blocks += [self._paragraph() for _ in range(self.dice.between(1, 3))]
            fate = self.dice.random()
            if fate < 0.3:
                blocks.append(self._list())
            elif fate < 0.5:
                blocks.append(self._table())
            elif fate < 0.65:
                blocks.append(f"> {self.dice.of(words.CHINESE_TEXTS)}，{self.dice.of(words.CHINESE_TEXTS)}。")
        if self.waiting:
            links = [f"- {self.marks.link(kind, index, None)}" for kind, index in self.waiting]
            blocks += ["See also:", "\n".join(links)]
        blocks += [f"[^{number}]: {note}" for number, note in enumerate(self.notes, 1)]
        return "\n\n".join(blocks) + "\n"
