"""How many things of each kind there are, what they are called, and where their files lie: all that one page must know
of another."""
from functools import lru_cache

from . import words
from .chance import Chance

# Of a hundred entities. Measures are many, as every policy has several; the rest is as in the project's own knowledge base.
SHARES = {
    "policy": 10, "measure": 30, "agency": 4, "actor": 1.5, "programme": 6, "target": 8, "figure": 7, "sector": 2,
    "territory": 2.5, "term": 5.5, "organisation": 5, "source": 7, "discrepancy": 3.5, "news": 5.5, "assessment": 2.5,
}
FOLDERS = {
    "policy": "policies", "measure": "measures", "agency": "agencies", "actor": "actors", "programme": "programmes",
    "target": "targets", "figure": "figures", "sector": "sectors", "territory": "places", "term": "terms",
    "organisation": "organisations", "source": "sources", "discrepancy": "discrepancies", "news": "news",
    "assessment": "assessments",
}
HUB = ("agency", 0)
YEARS = range(2005, 2025)


class Plan:
    """A knowledge base of a size, without its texts."""

    def __init__(self, size, seed):
        self.size, self.seed = size, seed
        total = sum(SHARES.values())
        self.count = {kind: max(2, int(size * share / total)) for kind, share in SHARES.items()}
        self.count["measure"] += size - sum(self.count.values())
        self.homes = self._homes()

    def _homes(self):
        """For each measure its policy and its number in it: one policy has one, another a dozen."""
        dice, homes, policy = Chance(self.seed, "homes"), [], 0
        while len(homes) < self.count["measure"]:
            for number in range(dice.of((1, 1, 2, 2, 3, 4, 6, 10))):
                homes.append((policy % self.count["policy"], number + 1))
            policy += 1
        # Where all policies have had their turn, those that come again would have two measures of one number.
        given = {}
        for index, (policy, _) in enumerate(homes):
            given[policy] = given.get(policy, 0) + 1
            homes[index] = (policy, given[policy])
        return homes[: self.count["measure"]]

    def pages(self):
        return [(kind, index) for kind, count in self.count.items() for index in range(count)]

    def dice(self, kind, index, what):
        return Chance(self.seed, kind, index, what)

    def year(self, index):
        return YEARS[index * 7 % len(YEARS)]

    def sources(self, kind, index):
        """What a page was written from: one source or a few."""
        dice = self.dice(kind, index, "sources")
        return [dice.near(index, self.count["source"]) for _ in range(dice.of((1, 1, 2, 2, 3)))]

    @lru_cache(maxsize=None)
    def title(self, kind, index):
        return TITLES[kind](self, index, self.dice(kind, index, "title"))

    @lru_cache(maxsize=None)
    def slug(self, kind, index):
        if kind == "measure":
            policy, number = self.homes[index]
            return f"{self.slug('policy', policy)}/{number}"
        name = words.name(index).lower()
        return f"{name}-{self.year(index) if kind == 'policy' else SUFFIXES[kind]}"

    def identity(self, kind, index):
        return f"{kind}/{self.slug(kind, index)}"

    def path(self, kind, index):
        return f"{FOLDERS[kind]}/{self.slug(kind, index)}"


SUFFIXES = {
    "agency": "office", "actor": "operators", "programme": "programme", "target": "goal", "figure": "count",
    "sector": "industry", "territory": "area", "term": "concept", "organisation": "group", "source": "report",
    "discrepancy": "question", "assessment": "view", "news": "news",
}


def _capital(text):
    return text[0].upper() + text[1:]


def _policy(plan, index, dice):
    genre = dice.of(("Guiding Opinions on", "Action Plan for", "Notice on", "Measures for", "Standards of", "Strategy for"))
    return f"{genre} {_capital(dice.of(words.TOPICS))} in {words.name(index)} ({plan.year(index)})"


def _measure(plan, index, dice):
    return f"Measure {plan.homes[index][1]}: {_capital(dice.of(words.NOUNS))} and {dice.of(words.TOPICS)}"


def _agency(plan, index, dice):
    if index == HUB[1]:
        return "Ministry of Industry and Standards"
    body = dice.of(("Office", "Bureau", "Commission", "Administration", "Authority", "Department"))
    return f"{words.name(index)} {body} for {_capital(dice.of(words.TOPICS))}"


def _with(pattern):
    return lambda plan, index, dice: pattern.format(
        name=words.name(index), topic=dice.of(words.TOPICS), noun=dice.of(words.NOUNS), adjective=dice.of(words.ADJECTIVES),
        year=plan.year(index), number=dice.between(2, 900) * 10)


TITLES = {
    "policy": _policy, "measure": _measure, "agency": _agency,
    "actor": _with("{name} {noun} operators"), "programme": _with("{name} programme for {topic}"),
    "target": _with("{number} units of {topic} in {name} by {year}"), "figure": _with("{adjective} {noun} counted in {name}"),
    "sector": _with("{name} {topic}"), "territory": _with("{name} area"), "term": _with("{adjective} {noun} of {name}"),
    "organisation": _with("{name} {noun} group"), "source": _with("{name} report on {topic}, {year}"),
    "discrepancy": _with("Which {noun} {name} means"), "news": _with("{name} announces a {adjective} {noun}"),
    "assessment": _with("{name} {topic} are {adjective}"),
}
