remitSearch.take([["MIIT","2D"]])
