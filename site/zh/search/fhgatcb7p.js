remitSearch.take([["来源不一","InFxIEBCNBRBNIBBGG"]])
