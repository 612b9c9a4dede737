"""Twelve questions that readers bring to the home page, and the ways in which a site may answer them.

A way is the links that one clicks, each a pattern of `path text` from the home page on, and what leads to the answer on
the last page: selectors, or patterns of visible text after a slash, each sought after the one before. The last of them
is the answer."""

POLICIES, MEASURE_9 = r"^policies/index\.html", 'a[href$="guiding-opinions-2021/9.html"]'
OPINIONS = r"^policies/guiding-opinions-2021\.html"
DEADLINES, WORDINGS = r"^deadlines\.html", r"^wordings\.html"
CHAMPIONS = 'a[href$="targets/champions-2025.html"]'
FOOTPRINTS = r"^policies/carbon-footprint-pilot-notice-2024\.html"
SAMR = "/SAMR|State Administration for Market Regulation"
NAMES = r"^(wordings|names|glossary)/\S+ "

QUESTIONS = {
    "Who answers for measure 9?": [
        ([r"^responsibility\.html"], [f"tr {MEASURE_9}"]),
        ([r"^responsibility\.html", r"^responsibility/guiding-opinions-2021\.html"], [f"tr {MEASURE_9}"]),
        ([POLICIES, OPINIONS], [MEASURE_9, r"/MoF|Ministry of Finance"]),
        ([OPINIONS], [MEASURE_9, r"/MoF|Ministry of Finance"]),
        ([r"^responsibility\.html", r"guiding-opinions-2021/9\.html"], [r"/MoF|Ministry of Finance"]),
    ],
    "How many Manufacturing Champions by 2025, and is that met?": [
        ([DEADLINES], [CHAMPIONS, ".verdict, .outcome"]),
        ([DEADLINES, r"^targets/champions-2025\.html"], [".verdict, .outcome"]),
        ([DEADLINES, r"^deadlines/2025\.html"], [CHAMPIONS, ".verdict, .outcome"]),
        ([r"^targets/index\.html", r"^targets/champions-2025\.html"], [".verdict, .outcome"]),
        ([r"^targets/champions-2025\.html"], [".verdict, .outcome"]),
    ],
    "What is due in 2027?": [
        ([DEADLINES, r"^deadlines/2027\.html"], ['a[href*="targets/"]']),
        ([DEADLINES], [r"/\b2027\b", 'a[href*="targets/"]']),
        ([r"^deadlines/2027\.html"], ['a[href*="targets/"]']),
    ],
    "What did MIIT publish in 2024?": [
        ([r"^agencies/index\.html", r"^agencies/miit\.html"], ['a[href*="policies/"][href$="2024.html"]']),
        ([r"^agencies/miit\.html"], ['a[href*="policies/"][href$="2024.html"]']),
        ([POLICIES, r"^policies/by-issued_by/miit\.html"], ['a[href$="2024.html"]']),
    ],
    "What is 工业和信息化部?": [
        ([WORDINGS], ["/工业和信息化部"]),
        ([WORDINGS, NAMES + ".*(中|[Hh]an|Chinese)"], ["/工业和信息化部"]),
        ([r"^agencies/index\.html"], ["/工业和信息化部"]),
        ([r"^agencies/index\.html", r"^agencies/miit\.html"], ["/工业和信息化部"]),
        ([r"^wordings\S* .*(中|[Hh]an|Chinese)"], ["/工业和信息化部"]),
    ],
    "Who is “Exchequer”?": [
        ([], ["/Exchequer"]),
        ([WORDINGS], ["/Exchequer"]),
        ([WORDINGS, NAMES + "E"], ["/Exchequer"]),
        ([r"^agencies/mof\.html"], ["/Exchequer"]),
        ([r"^agencies/index\.html", r"^agencies/mof\.html"], ["/Exchequer"]),
    ],
    "Who signed the notice on carbon footprints?": [
        ([POLICIES, FOOTPRINTS], [SAMR]),
        ([FOOTPRINTS], [SAMR]),
    ],
    "Which policies touch steel?": [
        ([r"^sectors/index\.html", r"^sectors/steel\.html"], ['a[href*="policies/"]']),
        ([r"^sectors/steel\.html"], ['a[href*="policies/"]']),
        ([r"^industries\.html", r"^sectors/steel\.html"], ['a[href*="policies/"]']),
    ],
    "What does MERICS hold of the emissions trading system?": [
        ([r"^assessments/index\.html", r"^assessments/ets-criticised\.html"], ["/criti"]),
        ([r"^assessments/index\.html"], ['a[href*="ets-criticised"]']),
        ([r"^judgements\.html"], ['a[href*="ets-criticised"]']),
        ([r"^judgements\.html", r"^assessments/ets-criticised\.html"], ["/criti"]),
        ([POLICIES, r"^policies/ets-expansion-draft-2024\.html"], ['a[href*="ets-criticised"]']),
        ([r"^programmes/index\.html", r"^programmes/emissions-trading-system\.html"], ['a[href*="ets-criticised"]']),
    ],
    "The negative list: 7 or 8 September?": [
        ([], ["/8 September", "/7 September"]),
        ([r"^register\.html"], ['a[href*="negative-list-2024"]', "/[78] September"]),
        ([POLICIES, r"^policies/negative-list-2024\.html"], ["/8 September", "/7 September"]),
    ],
    "How does a firm become a Little Giant?": [
        ([r"^programmes/index\.html", r"^programmes/little-giants\.html"], ["/[Ff]ocus on market segments"]),
        ([r"^programmes/little-giants\.html"], ["/[Ff]ocus on market segments"]),
        ([r"^ladder\.html"], ['a[href$="programmes/little-giants.html"]', "/[Ff]ocus on market segments"]),
        ([r"^ladder\.html", r"^programmes/little-giants\.html"], ["/[Ff]ocus on market segments"]),
    ],
    "Are the Guiding Opinions in force?": [
        ([POLICIES, OPINIONS], [r"/[Ss]tatus[\s:·]*(is )?([Nn]ot known|[Uu]nknown)|[Nn]ot known whether .* force"]),
        ([OPINIONS], [r"/[Ss]tatus[\s:·]*(is )?([Nn]ot known|[Uu]nknown)|[Nn]ot known whether .* force"]),
    ],
}
