remitSearch.facet("8f819ebf2c225597",1,[["In force","b"],["Draft","GF"],["Unknown","ABBBBBCBBBCBBBBBBBBBBBBBBCBBBB"]])
