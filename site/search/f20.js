remitSearch.facet("8f819ebf2c225597",20,[["sources differ","InFxIEBCNBRBNIBBGG"]])
