remitSearch.facet("044c88928714de17",4,[["2024","ACBDDE"]])
