remitSearch.take([["2015年","7GBBB"],["2018年","4GBBDB"],["2019年","3G"],["2020年","wGBBBBBB"],["2021年","uGB"],["2023年","tG"],["2024年","+FBBBBBBBBBBBBBB"]])
