remitSearch.facet("a4a19703d163e7ab",4,[["2024","ACBDDE"]])
