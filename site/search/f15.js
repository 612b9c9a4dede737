remitSearch.facet("9354b63951384a65",15,[["Original","+MC"],["Machine translation","/M"],["PDF text","tN"],["Web page","iMBCBBBCDBCBBBBCBBBBBBJFCCBBDBCBBBBB"],["Archive","kMFCBDGNCN"]])
