remitSearch.facet("9354b63951384a65",9,[["MIIT","2D"]])
