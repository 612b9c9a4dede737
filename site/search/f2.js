remitSearch.facet("a4a19703d163e7ab",2,[["2015","WB"],["2016","V"],["2019","UBB"],["2021","SB"],["2024","ABBBBBBBBBBBBBBBBB"]])
