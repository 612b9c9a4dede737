remitSearch.facet("9354b63951384a65",4,[["2024","ACBDDE"]])
