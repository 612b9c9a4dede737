"""The checks by name, quick ones first. Each is given the site and a browser, and gives the problems that it found."""

from . import axe, colours, console, css, editions, first_screen, keyboard, languages, lengths, lookups, narrow, nu, pictures
from . import printing, ranking, search, search_cases, search_queries, strain, titles, views, weights

CHECKS = {
    "titles": titles.check_titles,
    "ids": titles.check_ids,
    "views": views.check,
    "editions": editions.check,
    "weights": weights.check,
    "css": css.check,
    "nu": nu.check,
    "console": console.check,
    "languages": languages.check,
    "narrow": narrow.check,
    "pictures": pictures.check,
    "lengths": lengths.check,
    "first-screen": first_screen.check,
    "lookups": lookups.check,
    "search-queries": search_queries.check,
    "print": printing.check,
    "colours": colours.check,
    "forced-colours": strain.check_colours,
    "text-spacing": strain.check_spacing,
    "search": search.check,
    "search-cases": search_cases.check,
    "ranking": ranking.check,
    "keyboard": keyboard.check,
    "axe": axe.check,
}
