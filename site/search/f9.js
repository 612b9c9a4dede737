remitSearch.facet("a4a19703d163e7ab",9,[["MIIT","2D"]])
