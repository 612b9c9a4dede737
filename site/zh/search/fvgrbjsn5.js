remitSearch.take([["2024年","ACBDDE"]])
