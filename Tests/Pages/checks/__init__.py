"""The checks by name, quick ones first. Each is given the site and a browser, and gives the problems that it found."""

from . import axe, console, css, first_screen, keyboard, languages, lengths, lookups, narrow, nu, printing, ranking
from . import search, search_queries, strain, titles, views, weights

CHECKS = {
    "titles": titles.check_titles,
    "ids": titles.check_ids,
    "views": views.check,
    "weights": weights.check,
    "css": css.check,
    "nu": nu.check,
    "console": console.check,
    "languages": languages.check,
    "narrow": narrow.check,
    "lengths": lengths.check,
    "first-screen": first_screen.check,
    "lookups": lookups.check,
    "search-queries": search_queries.check,
    "print": printing.check,
    "forced-colours": strain.check_colours,
    "text-spacing": strain.check_spacing,
    "search": search.check,
    "ranking": ranking.check,
    "keyboard": keyboard.check,
    "axe": axe.check,
}
