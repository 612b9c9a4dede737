remitSearch.facet("8f819ebf2c225597",15,[["Original","+MC"],["Machine translation","/M"],["PDF text","tN"],["Web page","iMBCBBBCDBCBBBBCBBBBBBJFCCBBDBCBBBBB"],["Archive","kMFCBDGNCN"]])
