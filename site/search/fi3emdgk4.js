remitSearch.take([["2024","ACBDDE"]])
