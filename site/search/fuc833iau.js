remitSearch.take([["In force","b"],["Draft","GF"],["Unknown","ABBBBBCBBBCBBBBBBBBBBBBBBCBBBB"]])
