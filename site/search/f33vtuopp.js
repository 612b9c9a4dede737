remitSearch.take([["2015","WB"],["2016","V"],["2019","UBB"],["2021","SB"],["2024","ABBBBBBBBBBBBBBBBB"]])
