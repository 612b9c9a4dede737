remitSearch.facet("044c88928714de17",9,[["MIIT","2D"]])
