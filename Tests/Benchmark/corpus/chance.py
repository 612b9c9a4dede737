"""Chance that comes out the same on every machine, in every process and in any order of pages."""
import math
import random


class Chance:
    """The dice of one page: known by what the page is, not by what was thrown before."""

    __slots__ = ("random",)

    def __init__(self, *name):
        self.random = random.Random("/".join(map(str, name))).random

    def below(self, count):
        return int(self.random() * count)

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def of(self, things):
        return things[int(self.random() * len(things))]

    def some(self, things, count):
        """Different ones, in any order."""
        chosen = []
        while len(chosen) < min(count, len(things)):
            thing = self.of(things)
            if thing not in chosen:
                chosen.append(thing)
        return chosen

    def happens(self, share):
        return self.random() < share

    def rank(self, count):
        """Few are named by very many, and very many by few: the n-th is named 1/n as often as the first."""
        return int(math.exp(self.random() * math.log(count))) - 1 if count > 1 else 0

    def near(self, index, count):
        """Half are of the same neighbourhood, three in ten anything, the rest what many name."""
        dice = self.random()
        if dice < 0.5:
            return (index + self.between(-20, 20)) % count
        return self.below(count) if dice < 0.8 else self.rank(count)
