remitSearch.take([["2015年","WB"],["2016年","V"],["2019年","UBB"],["2021年","SB"],["2024年","ABBBBBBBBBBBBBBBBB"]])
