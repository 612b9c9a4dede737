remitSearch.take([["2015","7GBBB"],["2018","4GBBDB"],["2019","3G"],["2020","wGBBBBBB"],["2021","uGB"],["2023","tG"],["2024","+FBBBBBBBBBBBBBB"]])
