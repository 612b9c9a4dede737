remitSearch.facet("a4a19703d163e7ab",1,[["In force","b"],["Draft","GF"],["Unknown","ABBBBBCBBBCBBBBBBBBBBBBBBCBBBB"]])
