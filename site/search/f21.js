remitSearch.facet("9354b63951384a65",21,[["sources differ","InFxIEBCNBRBNIBBGG"]])
