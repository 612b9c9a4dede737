"""What the page of each kind says in its front matter, with sources, quotes, qualifiers and disagreements."""
from . import words
from .plan import HUB
from .values import Claims, Items, Names, Records

PLACES = ("p. 2", "p. 31", "Article 7", "heading", "section 4", "annex 2")
MODALITIES = ("must", "should", "may", "encouraged", "supported", "stated")
CLASSES = ("value", "issuer", "name", "title", "date", "scope", "content", "count", "reference", "wording")


class Facts:
    """The facts of one page, in the order in which a file has them."""

    def __init__(self, plan, kind, index, names_hub):
        self.plan, self.kind, self.index, self.names_hub = plan, kind, index, names_hub
        self.dice = plan.dice(kind, index, "facts")
        self.sources = [("source", source) for source in plan.sources(kind, index)]
        # Half of the files name their main source once, at the top; then all that they say has a source.
        self.follows = self.sources[0] if self.dice.happens(0.5) else None

    def all(self):
        facts = {"summary": self.text(14)}
        facts |= getattr(self, self.kind)()
        return {field: value for field, value in facts.items() if value is not None}

    # The parts that facts are made of

    def text(self, most):
        text = " ".join(f"{self.dice.of(words.THINGS)} {self.dice.of(words.DEEDS)}".split()[:most])
        return f"{text[0].upper()}{text[1:]}."

    def other(self, kind):
        return kind, self.dice.near(self.index, self.plan.count[kind])

    def before(self, kind):
        """One that comes earlier, so that nothing goes round in a circle; the first has none."""
        return (kind, self.dice.below(self.index)) if self.index else None

    def date(self, first=2005, last=2024):
        return f"{self.dice.between(first, last)}-{self.dice.between(1, 12):02}-{self.dice.between(1, 28):02}"

    def said(self):
        said = {"source": self.dice.of(self.sources), "quote": " ".join(self.text(10).split()[:10]).rstrip(".")}
        return said | {"at": self.dice.of(PLACES)} if self.dice.happens(0.7) else said

    def maybe(self, share, make):
        return make() if self.dice.happens(share) else None

    def claim(self, value):
        return Claims([{"is": value} | self.said()])

    def disputed(self, share, sort, make):
        """One claim; or, in a share of the facts, two that differ, half of them explained."""
        first = {"is": make()} | self.said()
        if not self.dice.happens(share):
            return Claims([first])
        value = make()
        while value == first["is"]:
            value = make()
        second = {"is": value} | self.said()
        while second["source"] == first["source"]:
            second["source"] = self.other("source")
        if self.dice.happens(0.5):
            return Claims([first, second])
        return Claims([first, second], {
            "class": sort, "state": "explained", "prefer": first["source"], "reason": self.text(18)})

    def related(self, kinds, most, qualifiers=None, share=0.5, hub=False):
        """Things of these kinds, some with who says so, without the hub unless the page is to name it."""
        chosen = [HUB] if hub and self.names_hub else []
        wanted = len(chosen) + self.dice.between(1, most)
        for _ in range(3 * most):
            other = self.other(self.dice.of(kinds))
            if other not in chosen and other != HUB and other != (self.kind, self.index):
                chosen.append(other)
            if len(chosen) == wanted:
                break
        items = []
        for number, target in enumerate(chosen, 1):
            item = {"to": target} | (qualifiers(number) if qualifiers else {})
            said = self.follows or self.dice.happens(share)
            items.append(item | self.said() if said and len(item) + share > 1 else item)
        return Items(items) if items else None

    def earlier(self, kind):
        other = self.before(kind)
        return Items([{"to": other}]) if other and other != HUB else None

    def older_policy(self):
        """One of earlier years, since nothing ends or amends what has not begun."""
        for _ in range(4):
            other = self.before("policy")
            if other and self.plan.year(other[1]) < self.plan.year(self.index) - 1:
                return Items([{"to": other}])
        return None

    def chinese(self):
        name = f"{words.chinese_name(self.index)}{self.dice.of(words.CHINESE)}"
        return Claims([{"is": {"zh": name}} | self.said()])

    def names(self, short):
        """Other names. `short` makes an abbreviation of the title's capitals and the index, which no other has."""
        names = []
        if self.dice.happens(0.35):
            names.append({"name": f"{words.name(self.index)} {self.kind} {self.index}", "sort": "variant"} | self.said())
        if short and self.dice.happens(0.4):
            capitals = "".join(letter for letter in self.plan.title(self.kind, self.index) if letter.isupper())
            names.append({"name": f"{capitals}-{self.kind[:2].upper()}{self.index}", "sort": "abbreviation"})
        if self.dice.happens(0.2):
            names.append({"name": f"{words.chinese_name(self.index)}{words.KIND_IN_CHINESE[self.kind]}", "lang": "zh"})
        return Names(names) if names else None

    def quantity(self, unit):
        number = self.dice.between(2, 900) * self.dice.of((1, 10, 100, 1000))
        return f"{self.dice.of(('', '', '≥ ', '> '))}{number:,} {unit}"

    def unit(self):
        return ("enterprises", "stations", "parks", "tonnes", "kilometres")[self.index % 5]

    # The kinds

    def policy(self):
        year = self.plan.year(self.index)
        order = lambda number: {"order": str(number), "role": "joint"}
        return {
            "titles": self.maybe(0.5, lambda: Claims([{"is": {"zh": self.dice.of(words.CHINESE_TEXTS)}} | self.said()])),
            "type": self.disputed(0.08, "type", lambda: self.dice.of(("guiding-opinions", "plan", "notice", "strategy", "measures"))),
            "number": self.claim(f"({year}) No. {self.index + 1}"),
            "issued_by": self.related(["agency"], 4, order, 0.6, hub=True),
            "signed": self.disputed(0.1, "date", lambda: f"{year}-{self.dice.between(1, 6):02}-{self.dice.between(1, 28):02}"),
            "published": self.claim(f"{year}-{self.dice.between(7, 12):02}-{self.dice.between(1, 28):02}"),
            "effective": self.maybe(0.6, lambda: self.claim(f"{year + 1}-01-01")),
            "status": self.dice.of(("in-force", "in-force", "in-force", "adopted", "superseded", "unknown")),
            "url": f"https://policies.example/{year}/{self.index}",
            "based_on": self.maybe(0.3, lambda: self.earlier("policy")),
            "implements": self.maybe(0.3, lambda: self.earlier("policy")),
            "supersedes": self.maybe(0.12, self.older_policy),
            "amends": self.maybe(0.12, self.older_policy),
            "concerns": self.related(["sector", "term", "programme"], 3),
            "places": self.maybe(0.3, lambda: self.related(["territory"], 2)),
            "aliases": self.names(True),
        }

    def measure(self):
        policy, number = self.plan.homes[self.index]
        role = lambda place: {"role": self.dice.of(("lead", "responsible", "cooperating", "implementing")), "order": str(place)}
        address = lambda _: {"modality": self.dice.of(MODALITIES)}
        actions = [self.action(place) for place in range(1, self.dice.between(2, 5))]
        return {
            "number": str(number),
            "part_of": Items([("policy", policy)]),
            "addressee": self.maybe(0.6, lambda: self.related(["actor", "programme", "organisation"], 2, address, 0.7)),
            "deadline": self.maybe(0.4, lambda: self.disputed(0.1, "date", lambda: str(self.dice.between(2020, 2035)))),
            "responsible": self.related(["agency"], 3, role, 0.6, hub=True),
            "instrument": self.dice.some(("duty", "reporting", "selection", "fund", "tax", "platform", "standard", "pilot"), 2),
            "concerns": self.related(["sector", "term", "programme"], 3, share=0.2),
            "actions": Records(actions),
        }

    def action(self, place):
        return {"id": f"a-{place}", "text": self.text(16), "modality": self.dice.of(MODALITIES)} | self.said()

    def actor(self):
        return {"names": self.maybe(0.4, self.chinese), "definition": self.claim(self.text(20)), "broader": self.maybe(
            0.3, lambda: self.earlier("actor")), "aliases": self.names(False)}

    def agency(self):
        return {
            "names": self.maybe(0.7, self.chinese),
            "type": self.dice.of(("ministry", "commission", "authority", "administration", "board", "local", "bureau")),
            "website": f"https://agencies.example/{self.index}",
            "part_of": self.maybe(0.5, lambda: self.earlier("agency")),
            "founded": self.maybe(0.4, lambda: self.claim(self.date(1950, 2010))),
            "aliases": self.names(True),
        }

    def programme(self):
        return {
            "type": self.claim(self.dice.of(("tier", "action", "project", "fund", "park", "platform", "pilot"))),
            "launched": self.disputed(0.1, "date", lambda: str(self.dice.between(2005, 2024))),
            "criteria": self.maybe(0.6, lambda: Claims([{"is": [self.text(14)]} | self.said()])),
            "benefits": self.maybe(0.5, lambda: Claims([{"is": [self.text(14)]} | self.said()])),
            "concerns": self.related(["sector", "term"], 2),
            "leads_to": self.maybe(0.3, lambda: self.earlier("programme")),
            "established_by": self.related(["policy"], 1),
            "administered_by": self.related(["agency"], 1, hub=True),
            "aliases": self.names(True),
        }

    def target(self):
        return {
            "what": f"Number of {self.unit()}",
            "value": self.disputed(0.2, "value", lambda: self.quantity(self.unit())),
            "scope": self.maybe(0.3, lambda: self.claim(self.text(6))),
            "deadline": self.disputed(0.1, "date", lambda: str(self.dice.between(2020, 2035))),
            "standing": self.dice.of(("official", "official", "third-party")),
            "set_by": self.related(["policy"], 1, share=0.8),
            "responsible": self.related(["agency"], 2, hub=True),
            "in_measure": self.maybe(0.6, lambda: self.related(["measure"], 1)),
            "about": self.related(["programme", "sector"], 2),
            "measured_by": self.maybe(0.4, lambda: Items([("figure", self.figure_near())])),
        }

    def figure_near(self):
        """One that counts in the unit of the target."""
        index = self.dice.near(self.index, self.plan.count["figure"])
        return index - index % 5 + self.index % 5 if index >= 5 else index

    def figure(self):
        return {
            "what": f"{self.unit().capitalize()} counted",
            "type": self.dice.of(("count", "count", "money", "share", "change")),
            "value": self.disputed(0.15, "value", lambda: f"{self.dice.between(2, 90000):,} {self.unit()}"),
            "as_of": self.claim(self.date(2010)[:7]),
            "about": self.related(["programme", "sector", "organisation"], 2),
            "stated_by": self.related(["organisation", "agency"], 1, hub=True),
        }

    def sector(self):
        return {
            "broader": self.maybe(0.6, lambda: self.earlier("sector")),
            "related": self.maybe(0.4, lambda: self.related(["term"], 2)),
            "aliases": self.names(False),
        }

    def territory(self):
        return {
            "names": self.maybe(0.7, self.chinese),
            "type": self.dice.of(("region", "province", "city", "district", "zone")),
            "within": self.maybe(0.7, lambda: self.earlier("territory")),
            "governed_by": self.maybe(0.4, lambda: self.related(["agency"], 1)),
        }

    def term(self):
        return {
            "names": self.maybe(0.5, self.chinese),
            "definition": self.disputed(0.05, "content", lambda: self.text(20)),
            "broader": self.maybe(0.4, lambda: self.earlier("term")),
            "related": self.maybe(0.5, lambda: self.related(["term", "sector", "programme"], 3, share=0)),
            "not_to_be_confused_with": self.maybe(0.2, lambda: self.related(["term"], 1, share=0)),
            "aliases": self.names(False),
        }

    def organisation(self):
        return {
            "names": self.maybe(0.4, self.chinese),
            "type": self.dice.of(("company", "company", "publisher", "media", "association", "think-tank")),
            "part_of": self.maybe(0.2, lambda: self.earlier("organisation")),
            "based_in": self.claim(words.name(self.dice.rank(2000))),
            "active_in": self.related(["sector", "term"], 2, share=0.3),
            "website": f"https://organisations.example/{self.index}",
            "aliases": self.names(True),
        }

    def source(self):
        return {
            "type": self.dice.of(("gazette", "brief", "article", "report", "official-page")),
            "publisher": self.related(["organisation", "agency"], 1, share=0, hub=True),
            "published": self.date(),
            "url": f"https://sources.example/{self.index}",
            "rendering": self.dice.of(("original", "translation", "machine-translation")),
            "language": self.dice.of(("en", "zh")),
            "renders": self.maybe(0.3, lambda: self.related(["policy"], 1, share=0)),
            "describes": self.maybe(0.4, lambda: self.related(["policy", "programme"], 2, share=0)),
        }

    def discrepancy(self):
        return {
            "class": self.dice.of(CLASSES),
            "state": self.dice.of(("open", "explained", "resolved", "not-a-conflict")),
            "statement": Claims([{"is": self.text(14)} | self.said(), {"is": self.text(14)} | self.said()]),
            "reason": self.text(20),
            "about": self.related(["policy", "measure", "programme", "target", "term"], 2, share=0),
        }

    def news(self):
        return {
            "date": self.claim(self.date()),
            "class": self.dice.of(("policy", "corporate")),
            "statement": self.claim(self.text(24)),
            "about": self.related(["organisation", "programme", "sector"], 3, hub=True),
            "reports": self.maybe(0.4, lambda: self.related(["policy"], 1)),
        }

    def assessment(self):
        return {
            "by": self.related(["organisation", "agency"], 1, share=0, hub=True),
            "statement": self.claim(self.text(24)),
            "theme": self.dice.some(("small-firms", "upgrading", "autonomy", "continuity", "green-transition"), 2),
            "about": self.related(["policy", "measure", "programme", "target"], 2, share=0),
        }
