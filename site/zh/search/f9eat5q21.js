remitSearch.take([["现行有效","b"],["草案","GF"],["不详","ABBBBBCBBBCBBBBBBBBBBBBBBCBBBB"]])
