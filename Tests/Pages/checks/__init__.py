"""The checks by name, quick ones first. Each is given the site and a browser, and gives the problems that it found."""

from . import axe, languages, lengths, narrow, titles, views, weights

CHECKS = {
    "titles": titles.check_titles,
    "ids": titles.check_ids,
    "views": views.check,
    "weights": weights.check,
    "languages": languages.check,
    "narrow": narrow.check,
    "lengths": lengths.check,
    "axe": axe.check,
}
