remitSearch.facet("044c88928714de17",21,[["sources differ","InFxIEBCNBRBNIBBGG"]])
