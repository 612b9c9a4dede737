remitSearch.facet("9354b63951384a65",1,[["In force","b"],["Draft","GF"],["Unknown","ABBBBBCBBBCBBBBBBBBBBBBBBCBBBB"]])
