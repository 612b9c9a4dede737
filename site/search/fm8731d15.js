remitSearch.take([["sources differ","InFxIEBCNBRBNIBBGG"]])
