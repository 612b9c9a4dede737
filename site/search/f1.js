remitSearch.facet("044c88928714de17",1,[["In force","b"],["Draft","GF"],["Unknown","ABBBBBCBBBCBBBBBBBBBBBBBBCBBBB"]])
