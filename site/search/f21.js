remitSearch.facet("a4a19703d163e7ab",21,[["sources differ","InFxIEBCNBRBNIBBGG"]])
