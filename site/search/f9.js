remitSearch.facet("8f819ebf2c225597",9,[["MIIT","2D"]])
