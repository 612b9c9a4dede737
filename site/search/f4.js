remitSearch.facet("8f819ebf2c225597",4,[["2024","ACBDDE"]])
